//! 課題の見える化: by viewpoint the share that applies with its interval; the floor joined with management, the largest
//! gap first; or, of two rounds, before above after.

mod rows;

use self::rows::{Line, Mark, Part, Plot, Shown};
use super::Drawing;
use crate::effect::Verdict;
use crate::office::SMALLEST_GROUP;
use crate::phrase::phrase;
use crate::report::chart::canvas::Canvas;
use crate::report::chart::{ChartError, Choice, Kind};
use crate::report::finding::{
    ChallengeChange, ChallengeComparison, ChallengeRound, ChallengeShare, ChallengeSurveyFinding, ChallengeViewpoint,
};
use crate::report::{UNKNOWN, decimal_text, points_text, share_text};
use crate::text::Text;
use crate::worktime::Wave;

pub(super) fn draw(canvas: &mut Canvas, drawing: &Drawing) -> Result<(), ChartError> {
    let found = &drawing.contents.issues.survey;
    if found.rounds.is_empty() {
        return Err(ChartError::NothingYet(Kind::Challenges));
    }
    if let Some(comparison) = comparison(found, drawing.choice)? {
        of_two(canvas, drawing, found, comparison)
    } else {
        of_one(canvas, drawing, one(found, drawing.choice)?);
        Ok(())
    }
}

/// The two rounds that were asked for, or the first and the last of the questionnaire that was asked last; `None` for one
/// round.
fn comparison<'f>(
    found: &'f ChallengeSurveyFinding,
    choice: &Choice,
) -> Result<Option<&'f ChallengeComparison>, ChartError> {
    if choice.wave.is_some() {
        return Ok(None);
    }
    for asked in [choice.from, choice.to].into_iter().flatten() {
        if !found.rounds.iter().any(|round| round.id == asked.id()) {
            return Err(ChartError::NoWave(asked));
        }
    }
    let is = |asked: Option<Wave>, id: &str| asked.is_none_or(|asked| asked.id() == id);
    let place = |id: &str| found.rounds.iter().position(|round| round.id == id);
    let fitting = found
        .comparisons
        .iter()
        .filter(|it| is(choice.from, &it.from) && is(choice.to, &it.to));
    let widest = fitting.min_by_key(|it| (std::cmp::Reverse(place(&it.to)), place(&it.from)));
    if widest.is_none() && (choice.from.is_some() || choice.to.is_some()) {
        return Err(ChartError::NothingYet(Kind::Challenges));
    }
    Ok(widest)
}

/// The round that was asked for, else the last; of several questionnaires that of most people.
fn one<'f>(found: &'f ChallengeSurveyFinding, choice: &Choice) -> Result<&'f ChallengeRound, ChartError> {
    let asked = choice.wave.map(Wave::id);
    let last = found.rounds.last().map(|round| round.id.clone());
    let id = asked.or(last).unwrap_or_default();
    let rounds = found.rounds.iter().filter(|round| round.id == id);
    let round = rounds.max_by_key(|round| round.people);
    let none = || {
        choice
            .wave
            .map_or(ChartError::NothingYet(Kind::Challenges), ChartError::NoWave)
    };
    let round = round.ok_or_else(none)?;
    if round.hidden || round.viewpoints.iter().all(|it| it.share.is_none()) {
        return Err(ChartError::TooFewPeople);
    }
    Ok(round)
}

fn of_one(canvas: &mut Canvas, drawing: &Drawing, round: &ChallengeRound) {
    let text = drawing.text;
    let source = [made_from(round, text), hidden_note(text)];
    let room = drawing.frame(canvas, Kind::Challenges, &round.sentence, &source);
    let legend = [
        (Mark::All, text.get("seen-chart-all")),
        (Mark::Circle, text.get("seen-column-floor")),
        (Mark::Square, text.get("seen-column-management")),
    ];
    let lines: Vec<Line> = round.by_gap().into_iter().map(|it| positions(it, text)).collect();
    Plot::new(canvas, room, &legend, &lines).draw(canvas, &lines);
}

/// All people above, the floor and management below.
fn positions(viewpoint: &ChallengeViewpoint, text: &Text) -> Line {
    let all = Part {
        marks: shown(Mark::All, viewpoint.share, viewpoint.interval),
        said: viewpoint.share.map_or_else(
            || {
                if viewpoint.hidden {
                    hidden(text)
                } else {
                    UNKNOWN.to_owned()
                }
            },
            |share| {
                let said = phrase("seen-chart-all-of")
                    .with("share", share_text(Some(share)))
                    .with("range", range(viewpoint.interval, text))
                    .with("people", viewpoint.people.unwrap_or(0));
                text.say(&said)
            },
        ),
    };
    let mark = |mark, group: &Option<ChallengeShare>| shown(mark, group.as_ref().and_then(|it| it.share), None);
    let both = Part {
        marks: [
            mark(Mark::Circle, &viewpoint.floor),
            mark(Mark::Square, &viewpoint.management),
        ]
        .concat(),
        said: if viewpoint.floor.is_none() && viewpoint.management.is_none() {
            text.say(&phrase("seen-chart-positions-hidden").with("people", SMALLEST_GROUP))
        } else {
            let said = phrase("seen-chart-positions")
                .with("floor", group(viewpoint.floor.as_ref(), text))
                .with("management", group(viewpoint.management.as_ref(), text))
                .with("gap", viewpoint.gap.map_or_else(|| UNKNOWN.to_owned(), points_text));
            text.say(&said)
        },
    };
    Line {
        name: format!("{} {}", viewpoint.code, viewpoint.name),
        parts: [all, both],
    }
}

fn of_two(
    canvas: &mut Canvas,
    drawing: &Drawing,
    found: &ChallengeSurveyFinding,
    comparison: &ChallengeComparison,
) -> Result<(), ChartError> {
    let text = drawing.text;
    let round = |id: &str| {
        let own = |it: &&ChallengeRound| it.id == id && it.questionnaire.id == comparison.questionnaire;
        found
            .rounds
            .iter()
            .find(own)
            .ok_or(ChartError::NothingYet(Kind::Challenges))
    };
    let (from, to) = (round(&comparison.from)?, round(&comparison.to)?);
    let mut source = vec![made_from(from, text), made_from(to, text)];
    source.extend(comparison.note.clone());
    source.extend([text.get("seen-chart-compared"), hidden_note(text)]);
    let room = drawing.frame(canvas, Kind::Challenges, &comparison.sentence, &source);
    let legend = [
        (Mark::Hollow, comparison.from_label.clone()),
        (Mark::Circle, comparison.to_label.clone()),
    ];
    let lines: Vec<Line> = comparison
        .viewpoints
        .iter()
        .map(|change| Line {
            name: format!("{} {}", change.code, change.name),
            parts: [
                before(change, from, &comparison.from_label, text),
                after(change, to, &comparison.to_label, text),
            ],
        })
        .collect();
    Plot::new(canvas, room, &legend, &lines).draw(canvas, &lines);
    Ok(())
}

fn before(change: &ChallengeChange, round: &ChallengeRound, label: &str, text: &Text) -> Part {
    side(round, &change.code, (Mark::Hollow, label), text)
}

fn after(change: &ChallengeChange, round: &ChallengeRound, label: &str, text: &Text) -> Part {
    let mut part = side(round, &change.code, (Mark::Circle, label), text);
    let said = match (change.verdict, change.difference) {
        (Verdict::NotDecidable, _) => text.say(&change.verdict.word()),
        (verdict, difference) => text.say(
            &phrase("seen-chart-change")
                .with("points", difference.map_or_else(|| UNKNOWN.to_owned(), points_text))
                .with("verdict", verdict.word())
                .with("grade", change.grade.letter()),
        ),
    };
    part.said = format!("{}  {said}", part.said);
    part
}

/// One round of a viewpoint: its share with the interval.
fn side(round: &ChallengeRound, code: &str, (mark, label): (Mark, &str), text: &Text) -> Part {
    let viewpoint = round.viewpoint(code);
    let share = viewpoint.and_then(|it| it.share);
    let said = match (share, viewpoint.and_then(|it| it.people)) {
        (Some(share), Some(people)) => text.say(
            &phrase("seen-chart-side")
                .with("wave", label)
                .with("share", share_text(Some(share)))
                .with("people", people),
        ),
        _ => text.say(
            &phrase("seen-chart-side-hidden")
                .with("wave", label)
                .with("hidden", hidden(text)),
        ),
    };
    Part {
        marks: shown(mark, share, viewpoint.and_then(|it| it.interval)),
        said,
    }
}

fn shown(mark: Mark, share: Option<f64>, interval: Option<[f64; 2]>) -> Vec<Shown> {
    share.map(|at| Shown { mark, at, interval }).into_iter().collect()
}

fn group(share: Option<&ChallengeShare>, text: &Text) -> String {
    match share {
        None => text.get("seen-chart-group-hidden"),
        Some(group) => text.say(
            &phrase("seen-share-of-people")
                .with("share", share_text(group.share))
                .with("people", group.n),
        ),
    }
}

fn hidden(text: &Text) -> String {
    text.say(&phrase("seen-hidden").with("people", SMALLEST_GROUP))
}

fn hidden_note(text: &Text) -> String {
    text.say(&phrase("seen-chart-note").with("people", SMALLEST_GROUP))
}

fn range(interval: Option<[f64; 2]>, text: &Text) -> String {
    let [low, high] = interval.unwrap_or_default().map(|end| decimal_text(end * 100.0, 0));
    text.say(&phrase("range").with("low", low).with("high", high))
}

fn made_from(round: &ChallengeRound, text: &Text) -> String {
    let said = phrase("seen-head")
        .with("wave", round.label.as_str())
        .with("title", round.questionnaire.title.as_str())
        .with("version", round.questionnaire.version.as_str())
        .with("source", round.questionnaire.source.as_str())
        .with("people", round.people);
    text.say(&said)
}

#[cfg(test)]
mod tests;
