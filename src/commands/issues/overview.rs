//! Everything about challenges in a few lines.

use crate::office::printable;
use crate::phrase::phrase;
use crate::report::Holdings;
use crate::report::finding::IssuesFinding;
use crate::text::Text;

/// One or two lines each of the survey, the notices, the cause map, the choice, the measures and the committee, and what must not
/// be forgotten.
pub(super) fn overview(holdings: &Holdings, finding: &IssuesFinding, text: &Text) -> String {
    if holdings.issues.is_empty() {
        return text.get("measures-overview-empty") + "\n";
    }
    let mut parts: Vec<(String, Vec<String>)> = vec![
        (text.get("issues-view-survey"), survey(finding, text)),
        (text.get("issues-view-notices"), notices(holdings, finding, text)),
        (text.get("issues-view-map"), vec![finding.map.sentence.clone()]),
        (text.get("issues-view-choice"), choice(finding)),
        (
            text.get("issues-view-measures"),
            vec![finding.measures.sentence.clone()],
        ),
        (
            text.get("issues-view-meetings"),
            vec![finding.meetings.sentence.clone()],
        ),
    ];
    let alarms: Vec<String> = finding.alarms.iter().map(|it| it.sentence.clone()).collect();
    if !alarms.is_empty() {
        parts.push((text.get("measures-overview-alarms"), alarms));
    }
    let mut said = String::new();
    for (name, lines) in parts {
        said += &[&name, "\n"].concat();
        for line in lines.iter().filter(|line| !line.is_empty()) {
            said += &["  ", &printable(line), "\n"].concat();
        }
    }
    said
}

fn survey(finding: &IssuesFinding, text: &Text) -> Vec<String> {
    if finding.survey.rounds.is_empty() {
        return vec![text.get("measures-overview-no-survey")];
    }
    let of_round = finding.survey.rounds.iter().map(|round| {
        let people = phrase("measures-overview-survey")
            .with("round", round.label.as_str())
            .with("people", round.people);
        [text.say(&people), round.sentence.clone()].join(&text.get("between-sentences"))
    });
    of_round.collect()
}

fn notices(holdings: &Holdings, finding: &IssuesFinding, text: &Text) -> Vec<String> {
    let all = &holdings.issues.notices;
    let standing = all.iter().filter(|notice| notice.stands()).count();
    let counted = phrase("measures-overview-notices")
        .with("notices", standing)
        .with("merged", all.len() - standing);
    [Some(text.say(&counted)), finding.notices.sentence.clone()]
        .into_iter()
        .flatten()
        .collect()
}

/// How far the choice has come, and the challenges that were chosen.
fn choice(finding: &IssuesFinding) -> Vec<String> {
    let chosen = finding.measures.challenges.iter();
    let chosen = chosen.map(|it| format!("{} {}", it.number, it.text));
    [finding.choice.sentence.clone()].into_iter().chain(chosen).collect()
}
