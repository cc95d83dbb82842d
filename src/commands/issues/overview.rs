//! Everything about challenges in a few lines.

use std::collections::BTreeMap;

use crate::office::printable;
use crate::phrase::{Phrase, phrase};
use crate::report::Holdings;
use crate::report::finding::IssuesFinding;
use crate::text::Text;
use crate::worktime::Wave;

/// One or two lines each of the survey, the notices, the cause map, the choice, the measures and the committee.
pub(super) fn overview(holdings: &Holdings, finding: &IssuesFinding, text: &Text) -> String {
    let issues = &holdings.issues;
    if issues.is_empty() {
        return text.get("measures-overview-empty") + "\n";
    }
    let mut said: Vec<Phrase> = Vec::new();
    let mut rounds: BTreeMap<Wave, usize> = BTreeMap::new();
    for response in &issues.responses {
        *rounds.entry(response.key.round).or_default() += 1;
    }
    if rounds.is_empty() {
        said.push(phrase("measures-overview-no-survey"));
    }
    said.extend(rounds.into_iter().map(|(round, people)| {
        phrase("measures-overview-survey")
            .with("round", round.label())
            .with("people", people)
    }));
    let standing = issues.notices.iter().filter(|notice| notice.stands()).count();
    said.push(
        phrase("measures-overview-notices")
            .with("notices", standing)
            .with("merged", issues.notices.len() - standing),
    );
    let links: usize = issues.causes.iter().map(|cause| cause.leads_to.len()).sum();
    let shown = issues.causes.iter().filter(|cause| !cause.evidence.is_empty()).count();
    said.push(
        phrase("measures-overview-map")
            .with("boxes", issues.causes.len())
            .with("links", links)
            .with("shown", shown),
    );
    said.push(
        phrase("measures-overview-choice")
            .with("challenges", issues.challenges.len())
            .with("chosen", finding.measures.challenges.len()),
    );
    let mut lines: Vec<String> = said.iter().map(|phrase| text.say(phrase)).collect();
    let chosen = finding.measures.challenges.iter();
    lines.extend(chosen.map(|challenge| format!("  {} {}", challenge.number, challenge.text)));
    lines.push(finding.measures.sentence.clone());
    let alarms = finding.alarms.iter();
    lines.extend(alarms.map(|alarm| format!("  ! {}", alarm.sentence)));
    let last = issues.meetings.iter().map(|meeting| meeting.date).max();
    lines.push(
        text.say(&match last {
            Some(last) => phrase("measures-overview-meetings")
                .with("meetings", issues.meetings.len())
                .with("last", last.to_string()),
            None => phrase("measures-overview-no-meetings"),
        }),
    );
    lines.iter().map(|line| printable(line) + "\n").collect()
}
