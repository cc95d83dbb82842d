//! 見える化: a sentence, then a picture, by viewpoint, by position, by unit or of two rounds.

mod changes;
mod shares;
mod statements;
mod units;

use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::office::SMALLEST_GROUP;
use crate::phrase::phrase;
use crate::report::decimal_text;
use crate::report::finding::ChallengeRound;
use crate::screens::action::Command;
use crate::screens::desk::Shown;
use crate::screens::issues::{SurveyWay, shown_comparison, shown_round, shown_viewpoint};
use crate::screens::keymap;
use crate::screens::model::Model;
use crate::screens::pen::{Pen, Row};
use crate::screens::text::width;
use crate::screens::view::Room;
use crate::screens::widget::bar::{as_f64, whole};

/// From so many rows on a page has room for more than the list.
const ROOMY: usize = 30;

/// The view, below the names of the views.
pub fn lines(model: &Model, shown: &Shown, pen: &Pen, room: Room) -> Vec<Line<'static>> {
    let theme = pen.theme();
    let Some(round) = shown_round(model) else {
        return begin(pen, room.width);
    };
    let mut lines = vec![head(round, shown.issues.survey.rounds.len(), pen)];
    if let Some(viewpoint) = shown_viewpoint(model) {
        lines.extend(statements::page(model, viewpoint, pen, below(room, &lines)));
        return lines;
    }
    lines.push(ways(model, pen));
    if model.issues.survey.way == SurveyWay::Rounds {
        lines.extend(match shown_comparison(model) {
            Some(comparison) => changes::page(model, comparison, pen, below(room, &lines)),
            None => pen.paragraph(&pen.get("seen-one-round"), room.width, theme.text()),
        });
        return lines;
    }
    // The list with its heading and its note comes first; the sentence takes what is left.
    let rows = room.height.saturating_sub(lines.len() + round.viewpoints.len() + 2);
    let rows = rows.clamp(3, 6);
    lines.extend(pen.short_paragraph(&pen.clean(&round.sentence), room.width, rows, theme.strong()));
    if round.hidden {
        return lines;
    }
    if room.height >= ROOMY {
        lines.push(Line::default());
    }
    let rest = below(room, &lines);
    lines.extend(match model.issues.survey.way {
        SurveyWay::Positions => shares::positions(model, round, pen, rest),
        SurveyWay::Units => units::page(model, round, pen, rest),
        SurveyWay::Viewpoints | SurveyWay::Rounds => shares::viewpoints(model, round, pen, rest),
    });
    lines
}

fn below(room: Room, lines: &[Line<'_>]) -> Room {
    Room {
        height: room.height.saturating_sub(lines.len()),
        ..room
    }
}

/// Nothing was answered yet: how to begin.
fn begin(pen: &Pen, cells: usize) -> Vec<Line<'static>> {
    let theme = pen.theme();
    let mut lines = pen.paragraph(&pen.get("seen-none-yet"), cells, theme.strong());
    lines.push(Line::default());
    for step in [
        pen.get("seen-begin-blank"),
        pen.get("seen-begin-import"),
        pen.get("seen-begin-answer"),
    ] {
        lines.extend(pen.paragraph(&step, cells, theme.text()));
    }
    lines
}

/// Which round, which questionnaire, how many people.
fn head(round: &ChallengeRound, rounds: usize, pen: &Pen) -> Line<'static> {
    let theme = pen.theme();
    let people = match (round.floor, round.management) {
        (Some(floor), Some(management)) => phrase("seen-people-of-positions")
            .with("floor", floor)
            .with("management", management),
        _ => phrase("seen-people"),
    };
    let row = Row::new()
        .text(pen.clean(&round.label), theme.strong())
        .gap(1)
        .text(pen.clean(&round.questionnaire.title), theme.text())
        .gap(1)
        .text(pen.say(&people.with("people", round.people)), theme.text());
    if rounds > 1 {
        return key(row.gap(2), Command::NextWave, pen).line();
    }
    row.line()
}

/// The ways to look, with the key that goes through them.
fn ways(model: &Model, pen: &Pen) -> Line<'static> {
    let theme = pen.theme();
    let mut row = Row::new();
    for way in SurveyWay::ALL {
        let name = pen.say(&way.name());
        row = if way == model.issues.survey.way {
            row.text(format!("[{name}]"), theme.strong())
        } else {
            row.text(format!(" {name} "), theme.faint())
        };
    }
    key(row.gap(2), Command::SurveyWay, pen).line()
}

/// A key of this view with what it does.
fn key(row: Row, command: Command, pen: &Pen) -> Row {
    let theme = pen.theme();
    let keys = keymap::ROWS.iter().find(|row| row.command == command);
    let name = keys
        .and_then(|row| row.keys.first())
        .map_or_else(String::new, |key| key.name());
    row.text(pen.clean(&name), theme.key())
        .gap(1)
        .text(pen.say(&command.label()), theme.text())
}

/// What stands in the place of figures of one or two people.
fn hidden(pen: &Pen) -> String {
    pen.say(&phrase("seen-hidden").with("people", SMALLEST_GROUP))
}

/// A share from 0 to 1 as a place among so many cells.
fn cell(share: f64, cells: usize) -> usize {
    whole((share * as_f64(cells.saturating_sub(1))).round()).min(cells.saturating_sub(1))
}

/// A bar from 0 to 100 % with its interval in brackets.
fn bar(share: f64, interval: Option<[f64; 2]>, pen: &Pen, series: usize, cells: usize) -> Vec<Span<'static>> {
    let theme = pen.theme();
    let length = whole((share * as_f64(cells)).round()).min(cells);
    let ends = interval.map(|ends| ends.map(|end| cell(end, cells)));
    let sign = |place: usize, ground: char| match ends {
        Some([low, _]) if place == low => '[',
        Some([_, high]) if place == high => ']',
        Some([low, high]) if place > low && place < high && ground == ' ' && place >= length => '-',
        _ => ground,
    };
    let filled: String = (0..length).map(|place| sign(place, theme.filling(series))).collect();
    let free: String = (length..cells).map(|place| sign(place, ' ')).collect();
    vec![
        Span::styled(filled, theme.series(series)),
        Span::styled(free, theme.text()),
    ]
}

/// Two ends of an interval in whole percent.
fn range(interval: Option<[f64; 2]>, pen: &Pen) -> String {
    let Some(ends) = interval else {
        return String::new();
    };
    let [low, high] = ends.map(|end| decimal_text(end * 100.0, 0));
    pen.say(&phrase("range").with("low", low).with("high", high))
}

/// People as a number with its unit.
fn people(count: Option<usize>, pen: &Pen) -> String {
    count.map_or_else(String::new, |count| {
        pen.say(&phrase("seen-count").with("people", count))
    })
}

/// Code and name of a viewpoint in so many cells: where the whole name does not fit, what stands in brackets at its end.
fn named(code: &str, name: &str, pen: &Pen, cells: usize) -> String {
    let (code, name) = (pen.clean(code), pen.clean(name));
    let whole = format!("{code:<3} {name}");
    if width(&whole) <= cells {
        return whole;
    }
    let open = name.trim_end_matches(['）', ')']).rsplit_once(['（', '(']);
    match open.filter(|_| name.ends_with(['）', ')'])) {
        Some((_, part)) => format!("{code:<3} {part}"),
        None => whole,
    }
}

/// The style of a row.
fn style(chosen: bool, pen: &Pen) -> Style {
    if chosen {
        pen.theme().chosen()
    } else {
        pen.theme().text()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::screens::theme::Theme;
    use crate::text::{Lang, Text};

    #[test]
    fn of_a_long_name_the_part_in_brackets_is_kept() {
        let pen = Pen::new(Text::new(Lang::Ja), Theme::NoColour, false);
        let name = "業務の明確化と役割分担（テクノロジーの活用）";
        assert_eq!(
            named("2-2", name, &pen, 60),
            "2-2 業務の明確化と役割分担（テクノロジーの活用）"
        );
        assert_eq!(named("2-2", name, &pen, 30), "2-2 テクノロジーの活用");
        assert_eq!(named("1", "職場環境の整備", &pen, 9), "1   職場環境の整備");
    }

    #[test]
    fn a_bar_ends_at_its_share_and_its_interval_stands_in_brackets() {
        let pen = Pen::new(Text::new(Lang::Ja), Theme::NoColour, true);
        let drawn = |share, interval| -> String {
            let parts = bar(share, interval, &pen, 0, 11);
            parts.iter().map(|part| part.content.as_ref()).collect()
        };
        assert_eq!(drawn(0.5, Some([0.2, 0.8])), "##[###--]  ");
        assert_eq!(drawn(0.0, Some([0.0, 0.3])), "[--]       ");
        assert_eq!(drawn(1.0, Some([0.7, 1.0])), "#######[##]");
        assert_eq!(drawn(0.5, None), "######     ");
    }
}
