//! Units down, viewpoints across, the share in each field.

use ratatui::text::Line;

use super::{people, style};
use crate::office::SMALLEST_GROUP;
use crate::phrase::phrase;
use crate::report::UNKNOWN;
use crate::report::finding::{ChallengeRound, ChallengeUnit};
use crate::screens::figure::round_percent;
use crate::screens::model::Model;
use crate::screens::pen::{Pen, Row};
use crate::screens::theme::SHADES;
use crate::screens::view::Room;
use crate::screens::widget::bar::{as_f64, whole};
use crate::screens::widget::list::window_of;

/// Cells of a field, and of the people of a unit.
const FIELD: usize = 6;
const PEOPLE: usize = 6;

/// The field, and below it the names of the viewpoints.
pub(super) fn page(model: &Model, round: &ChallengeRound, pen: &Pen, room: Room) -> Vec<Line<'static>> {
    let theme = pen.theme();
    if round.units.is_empty() {
        return pen.paragraph(&pen.get("seen-no-units"), room.width, theme.text());
    }
    let chosen = model.issues.survey.row;
    let fields = round.viewpoints.len() * (FIELD + 1);
    let names = room.width.saturating_sub(fields + PEOPLE + 1).clamp(10, 30);
    let mut head = Row::new()
        .cell(&pen.get("seen-column-unit"), names, theme.faint())
        .right("", PEOPLE, theme.faint());
    for viewpoint in &round.viewpoints {
        head = head.gap(1).right(&pen.clean(&viewpoint.code), FIELD, theme.faint());
    }
    let mut lines = vec![head.line()];
    let note = phrase("seen-note-units").with("people", SMALLEST_GROUP);
    let mut below = pen.short_paragraph(&pen.say(&note), room.width, 2, theme.faint());
    let named = round.viewpoints.iter().map(|viewpoint| {
        let said = phrase("seen-code-name")
            .with("code", viewpoint.code.as_str())
            .with("name", viewpoint.name.as_str());
        pen.say(&said)
    });
    let named = named.collect::<Vec<_>>().join("  ");
    let free = room
        .height
        .saturating_sub(lines.len() + below.len() + round.units.len().min(6));
    below.extend(pen.short_paragraph(&named, room.width, free.min(8), theme.faint()));
    let rows = room.height.saturating_sub(lines.len() + below.len());
    lines.extend(window_of(
        round.units.len(),
        chosen,
        rows.min(round.units.len()),
        |row| line(round, (row, &round.units[row]), row == chosen, pen, names),
    ));
    lines.extend(below);
    lines
}

fn line(
    round: &ChallengeRound,
    (place, unit): (usize, &ChallengeUnit),
    chosen: bool,
    pen: &Pen,
    names: usize,
) -> Line<'static> {
    let theme = pen.theme();
    let mut row = Row::new()
        .cell(&pen.clean(&unit.unit), names, style(chosen, pen))
        .right(&people(unit.people, pen), PEOPLE, theme.text());
    for viewpoint in &round.viewpoints {
        let share = viewpoint.units.get(place).and_then(|unit| unit.share.as_ref());
        row = match share.map(|group| group.share) {
            Some(Some(share)) => row
                .gap(1)
                .right(&round_percent(share), FIELD, theme.shade(shade(share))),
            Some(None) => row.gap(1).right(&pen.clean(UNKNOWN), FIELD, theme.faint()),
            None => row.gap(1).right(&pen.get("seen-hidden-short"), FIELD, theme.faint()),
        };
    }
    row.line()
}

/// The shade of a share: a fifth of the scale each.
fn shade(share: f64) -> usize {
    whole((share * as_f64(SHADES)).floor()).min(SHADES - 1) + 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_fifth_has_a_shade() {
        assert_eq!([0.0, 0.19, 0.2, 0.5, 0.99, 1.0].map(shade), [1, 1, 2, 3, 5, 5]);
    }
}
