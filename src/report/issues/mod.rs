//! Makes the findings about challenges.

mod alarms;
mod choice;
mod map;
mod measures;
mod meetings;
mod notice_changes;
mod notices;
mod survey;
mod viewpoint;

pub(super) use alarms::alarms;
pub use map::{EvidenceSource, all_evidence, evidence_kind, evidence_line, evidence_said};

use chrono::NaiveDate;

pub use choice::viewpoints;
mod measure_change;
mod watched;

pub use measure_change::{measure_followed, measure_kept};
pub use measures::measure_ground;
pub use notice_changes::notice_changes;
pub use notices::{notices_where, similar_pairs};

use super::Holdings;
use super::effect::surveys;
use super::finding::{ChallengeSurveyFinding, IssuesFinding};
use crate::text::Text;

/// Everything about challenges as it stands on a day.
pub fn issues(holdings: &Holdings, today: NaiveDate, text: &Text) -> IssuesFinding {
    of_survey(survey::survey(holdings, text), holdings, today, text)
}

/// The same after an earlier look at the book: what the survey shows takes seconds, and is taken over where nobody answered since.
pub fn issues_since(
    (earlier, found): (&Holdings, &IssuesFinding),
    holdings: &Holdings,
    today: NaiveDate,
    text: &Text,
) -> IssuesFinding {
    let (before, now) = (&earlier.issues, &holdings.issues);
    if before.responses != now.responses || before.questionnaires != now.questionnaires {
        return issues(holdings, today, text);
    }
    of_survey(found.survey.clone(), holdings, today, text)
}

fn of_survey(survey: ChallengeSurveyFinding, holdings: &Holdings, today: NaiveDate, text: &Text) -> IssuesFinding {
    IssuesFinding {
        schema: "yutori.issues/1",
        notices: notices::notices(holdings, text),
        map: map::map(holdings, &survey, text),
        choice: choice::choice(holdings, text),
        measures: measures::measures(holdings, today, text),
        meetings: meetings::meetings(holdings, today, text),
        alarms: alarms(&holdings.issues, &surveys(holdings), today, text),
        survey,
    }
}
