//! Makes the findings about challenges.

mod alarms;
mod choice;
mod map;
mod measures;
mod meetings;
mod notices;
mod survey;

pub(super) use alarms::alarms;
pub use map::{EvidenceSource, all_evidence, evidence_kind, evidence_line};

use chrono::NaiveDate;

pub use choice::viewpoints;

use super::Holdings;
use super::finding::IssuesFinding;
use crate::text::Text;

/// Everything about challenges as it stands on a day.
pub fn issues(holdings: &Holdings, today: NaiveDate, text: &Text) -> IssuesFinding {
    IssuesFinding {
        schema: "yutori.issues/1",
        survey: survey::survey(holdings, text),
        notices: notices::notices(holdings, text),
        map: map::map(holdings, text),
        choice: choice::choice(holdings, text),
        measures: measures::measures(holdings, text),
        alarms: alarms(&holdings.issues, today, text),
        meetings: meetings::meetings(holdings, today, text),
    }
}
