//! What the survey of challenges shows, as text.

use super::table::Table;
use crate::effect::p_text;
use crate::office::SMALLEST_GROUP;
use crate::phrase::phrase;
use crate::report::finding::{
    ChallengeComparison, ChallengeRound, ChallengeShare, ChallengeSurveyFinding, ChallengeViewpoint,
};
use crate::report::{UNKNOWN, decimal_text, points_text, share_text};
use crate::text::Text;

/// Sentences first, then tables by viewpoint, statement and unit, then the rounds compared, then how it was counted.
pub(in crate::commands) fn challenge_survey(finding: &ChallengeSurveyFinding, text: &Text) -> String {
    let mut said = String::new();
    for round in &finding.rounds {
        said += &of_round(round, text);
    }
    for comparison in &finding.comparisons {
        said += &compared(comparison, text);
    }
    for line in &finding.method {
        said += &["- ", line, "\n"].concat();
    }
    said
}

fn of_round(round: &ChallengeRound, text: &Text) -> String {
    let head = phrase("seen-head")
        .with("wave", round.label.as_str())
        .with("title", round.questionnaire.title.as_str())
        .with("version", round.questionnaire.version.as_str())
        .with("source", round.questionnaire.source.as_str())
        .with("people", round.people);
    let said = [text.say(&head), round.sentence.clone()].join("\n") + "\n\n";
    if round.hidden {
        return said;
    }
    said + &viewpoints(round, text) + "\n" + &statements(round, text) + "\n" + &units(round, text)
}

fn group_heads(text: &Text) -> [String; 3] {
    [
        text.get("seen-column-floor"),
        text.get("seen-column-management"),
        text.get("seen-column-gap"),
    ]
}

fn group_cells(
    floor: Option<&ChallengeShare>,
    management: Option<&ChallengeShare>,
    gap: Option<f64>,
    text: &Text,
) -> [String; 3] {
    [
        group(floor, text),
        group(management, text),
        gap.map_or_else(unknown, points_text),
    ]
}

/// `62.5% (8)`, or that it is hidden.
fn group(share: Option<&ChallengeShare>, text: &Text) -> String {
    share.map_or_else(
        || hidden(text),
        |group| format!("{} ({})", share_text(group.share), group.n),
    )
}

fn hidden(text: &Text) -> String {
    text.say(&phrase("seen-hidden").with("people", SMALLEST_GROUP))
}

fn unknown() -> String {
    UNKNOWN.to_owned()
}

fn shown(count: Option<usize>) -> String {
    count.map_or_else(unknown, |count| count.to_string())
}

fn range(interval: Option<[f64; 2]>, text: &Text) -> String {
    let Some(ends) = interval else { return unknown() };
    let [low, high] = ends.map(|end| decimal_text(end * 100.0, 0));
    text.say(&phrase("range").with("low", low).with("high", high))
}

fn viewpoints(round: &ChallengeRound, text: &Text) -> String {
    let heads = [
        text.get("seen-column-viewpoint"),
        text.get("seen-column-share"),
        text.get("seen-column-interval"),
        text.get("seen-column-people"),
    ];
    let mut table = Table::new(&[heads.as_slice(), &group_heads(text)].concat());
    for viewpoint in &round.viewpoints {
        let groups = group_cells(
            viewpoint.floor.as_ref(),
            viewpoint.management.as_ref(),
            viewpoint.gap,
            text,
        );
        let own = [
            name(viewpoint),
            all_of(viewpoint, text),
            range(viewpoint.interval, text),
            shown(viewpoint.people),
        ];
        table.row([own.as_slice(), &groups].concat());
    }
    table.text()
}

fn name(viewpoint: &ChallengeViewpoint) -> String {
    format!("{} {}", viewpoint.code, viewpoint.name)
}

fn all_of(viewpoint: &ChallengeViewpoint, text: &Text) -> String {
    if viewpoint.hidden {
        hidden(text)
    } else {
        share_text(viewpoint.share)
    }
}

fn statements(round: &ChallengeRound, text: &Text) -> String {
    let heads = [
        text.get("seen-column-statement"),
        text.get("seen-column-share"),
        text.get("seen-column-interval"),
        text.get("seen-column-n"),
        text.get("seen-column-unknown"),
        text.get("seen-column-missing"),
    ];
    let mut table = Table::new(&[heads.as_slice(), &group_heads(text)].concat());
    for viewpoint in &round.viewpoints {
        for statement in &viewpoint.statements {
            let share = if viewpoint.hidden {
                hidden(text)
            } else {
                share_text(statement.share)
            };
            let own = [
                format!("{} {}", statement.code, statement.text),
                share,
                range(statement.interval, text),
                shown(statement.n),
                shown(statement.unknown),
                shown(statement.missing),
            ];
            let groups = group_cells(
                statement.floor.as_ref(),
                statement.management.as_ref(),
                statement.gap,
                text,
            );
            table.row([own.as_slice(), &groups].concat());
        }
    }
    table.text()
}

fn units(round: &ChallengeRound, text: &Text) -> String {
    if round.units.is_empty() {
        return String::new();
    }
    let mut heads = vec![text.get("seen-column-unit"), text.get("seen-column-people")];
    heads.extend(round.viewpoints.iter().map(|viewpoint| viewpoint.code.clone()));
    let mut table = Table::new(&heads);
    for (place, unit) in round.units.iter().enumerate() {
        let mut row = vec![
            unit.unit.clone(),
            unit.people.map_or_else(|| hidden(text), |people| people.to_string()),
        ];
        row.extend(round.viewpoints.iter().map(|viewpoint| {
            let share = viewpoint.units.get(place).and_then(|unit| unit.share.as_ref());
            share.map_or_else(|| text.get("seen-hidden-short"), |group| share_text(group.share))
        }));
        table.row(row);
    }
    let note = text.say(&phrase("seen-note-units").with("people", SMALLEST_GROUP));
    table.text() + &note + "\n\n"
}

fn compared(comparison: &ChallengeComparison, text: &Text) -> String {
    let head = phrase("compare-head")
        .with("from", comparison.from_label.as_str())
        .with("to", comparison.to_label.as_str());
    let mut said = [text.say(&head), comparison.sentence.clone()].join("\n") + "\n";
    if let Some(note) = &comparison.note {
        said += &[note, "\n"].concat();
    }
    let mut table = Table::new(&[
        text.get("seen-column-viewpoint"),
        text.get("column-n"),
        comparison.from_label.clone(),
        comparison.to_label.clone(),
        text.get("seen-column-points"),
        text.get("column-interval"),
        "p".to_owned(),
        text.get("column-holm"),
        text.get("column-verdict"),
        text.get("column-grade"),
    ]);
    for change in &comparison.viewpoints {
        let interval = change.interval.map_or_else(unknown, |ends| {
            let [low, high] = ends.map(points_text);
            text.say(&phrase("range").with("low", low).with("high", high))
        });
        let counts = [change.n_from, change.n_to, change.n_paired].map(shown);
        table.row([
            format!("{} {}", change.code, change.name),
            format!("{}/{} ({})", counts[0], counts[1], counts[2]),
            share_text(change.from.or(change.share_from)),
            share_text(change.to.or(change.share_to)),
            change.difference.map_or_else(unknown, points_text),
            interval,
            change.p_value.map_or_else(unknown, p_text),
            change.p_holm.map_or_else(unknown, p_text),
            format!("{} {}", change.verdict.sign(), text.say(&change.verdict.word())),
            change.grade.letter().to_owned(),
        ]);
    }
    said += &["\n", &table.text(), "\n"].concat();
    for change in &comparison.viewpoints {
        let why = phrase("compare-why")
            .with("name", change.name.as_str())
            .with("grade", change.grade.letter())
            .with("why", change.why.as_str());
        said += &[&text.say(&why), "\n"].concat();
    }
    said + "\n"
}
