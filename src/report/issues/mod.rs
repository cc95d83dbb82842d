//! Makes the findings about challenges.

mod choice;
mod map;
mod measures;
mod meetings;
mod notices;
mod survey;

pub use map::{EvidenceSource, all_evidence, evidence_kind, evidence_line, evidence_said};

use chrono::NaiveDate;

use super::Holdings;
use super::finding::IssuesFinding;
use crate::text::Text;

/// Everything about challenges as it stands on a day.
pub fn issues(holdings: &Holdings, _today: NaiveDate, text: &Text) -> IssuesFinding {
    IssuesFinding {
        schema: "yutori.issues/1",
        survey: survey::survey(holdings, text),
        notices: notices::notices(holdings, text),
        map: map::map(holdings, text),
        choice: choice::choice(holdings, text),
        measures: measures::measures(holdings, text),
        meetings: meetings::meetings(holdings, text),
    }
}
