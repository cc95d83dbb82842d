//! Shares by viewpoint, and the floor beside management with the largest gap first.

use ratatui::text::Line;

use super::{bar, cell, hidden, named, people, range, statements, style};
use crate::report::UNKNOWN;
use crate::report::finding::{ChallengeRound, ChallengeShare, ChallengeViewpoint};
use crate::screens::figure::{percent, signed};
use crate::screens::issues::{SurveyWay, ordered_viewpoints};
use crate::screens::model::Model;
use crate::screens::pen::{Pen, Row};
use crate::screens::view::Room;
use crate::screens::widget::list::window_of;

/// Cells of a share, of an interval, of a number of people.
const SHARE: usize = 7;
const RANGE: usize = 8;
const PEOPLE: usize = 7;
/// Cells of a gap.
const GAP: usize = 8;

fn name_cells(cells: usize) -> usize {
    (cells * 2 / 5).clamp(20, 56)
}

/// By viewpoint, the largest share first; below it the statements of the chosen one where there is room.
pub(super) fn viewpoints(model: &Model, round: &ChallengeRound, pen: &Pen, room: Room) -> Vec<Line<'static>> {
    let faint = pen.theme().faint();
    let ordered = ordered_viewpoints(round, SurveyWay::Viewpoints);
    let chosen = model.issues.survey.row;
    let names = name_cells(room.width);
    let mut lines = vec![
        Row::new()
            .cell(&pen.get("seen-column-viewpoint"), names, faint)
            .right(&pen.get("seen-column-share"), SHARE, faint)
            .right(&pen.get("seen-column-interval"), RANGE, faint)
            .right(&pen.get("seen-column-people"), PEOPLE, faint)
            .line(),
    ];
    let rows = room.height.saturating_sub(2).min(ordered.len());
    lines.extend(window_of(ordered.len(), chosen, rows, |row| {
        line(ordered[row], row == chosen, pen, (names, room.width))
    }));
    lines.extend(pen.short_paragraph(&pen.get("seen-note-viewpoints"), room.width, 1, faint));
    lines.extend(statements::preview(
        ordered.get(chosen).copied(),
        pen,
        room,
        lines.len(),
    ));
    lines
}

fn line(viewpoint: &ChallengeViewpoint, chosen: bool, pen: &Pen, (names, cells): (usize, usize)) -> Line<'static> {
    let style = style(chosen, pen);
    let row = Row::new().cell(&named(&viewpoint.code, &viewpoint.name, pen, names), names, style);
    let Some(share) = viewpoint.share else {
        let said = if viewpoint.hidden {
            hidden(pen)
        } else {
            pen.clean(UNKNOWN)
        };
        return row.gap(1).text(said, style).line();
    };
    let row = row
        .right(&percent(Some(share)), SHARE, style)
        .right(&range(viewpoint.interval, pen), RANGE, style)
        .right(&people(viewpoint.people, pen), PEOPLE, style)
        .gap(1);
    let free = cells.saturating_sub(row.width());
    row.parts(bar(share, viewpoint.interval, pen, 0, free)).line()
}

/// The floor against management, the largest gap first.
pub(super) fn positions(model: &Model, round: &ChallengeRound, pen: &Pen, room: Room) -> Vec<Line<'static>> {
    let faint = pen.theme().faint();
    let ordered = ordered_viewpoints(round, SurveyWay::Positions);
    let chosen = model.issues.survey.row;
    let names = name_cells(room.width);
    let mut lines = vec![
        Row::new()
            .cell(&pen.get("seen-column-viewpoint"), names, faint)
            .right(&pen.get("seen-column-floor"), SHARE, faint)
            .right(&pen.get("seen-column-management"), SHARE + 1, faint)
            .right(&pen.get("seen-column-gap"), GAP, faint)
            .line(),
    ];
    let rows = room.height.saturating_sub(2).min(ordered.len());
    lines.extend(window_of(ordered.len(), chosen, rows, |row| {
        pair(ordered[row], row == chosen, pen, (names, room.width))
    }));
    lines.extend(pen.short_paragraph(&pen.get("seen-note-positions"), room.width, 1, faint));
    lines.extend(statements::preview(
        ordered.get(chosen).copied(),
        pen,
        room,
        lines.len(),
    ));
    lines
}

fn pair(viewpoint: &ChallengeViewpoint, chosen: bool, pen: &Pen, (names, cells): (usize, usize)) -> Line<'static> {
    let style = style(chosen, pen);
    let row = Row::new().cell(&named(&viewpoint.code, &viewpoint.name, pen, names), names, style);
    if viewpoint.floor.is_none() && viewpoint.management.is_none() {
        return row.gap(1).text(hidden(pen), style).line();
    }
    let share = |group: &Option<ChallengeShare>| group.as_ref().and_then(|group| group.share);
    let (floor, management) = (share(&viewpoint.floor), share(&viewpoint.management));
    let gap = viewpoint
        .gap
        .map_or_else(|| pen.clean(UNKNOWN), |gap| signed(gap * 100.0, 1));
    let row = row
        .right(&pen.clean(&percent(floor)), SHARE, style)
        .right(&pen.clean(&percent(management)), SHARE + 1, style)
        .right(&gap, GAP, style)
        .gap(1);
    let free = cells.saturating_sub(row.width());
    row.text(marks(floor, management, free), pen.theme().strong()).line()
}

/// `o` for the floor, `x` for management, joined; `*` where both are in one cell; dots mark each quarter of the scale.
fn marks(floor: Option<f64>, management: Option<f64>, cells: usize) -> String {
    let [floor, management] = [floor, management].map(|share| share.map(|share| cell(share, cells)));
    let quarters: Vec<usize> = [0.0, 0.25, 0.5, 0.75, 1.0].map(|share| cell(share, cells)).to_vec();
    let between = |place: usize| match (floor, management) {
        (Some(one), Some(other)) => place > one.min(other) && place < one.max(other),
        _ => false,
    };
    (0..cells)
        .map(|place| match place {
            place if floor == Some(place) && management == Some(place) => '*',
            place if floor == Some(place) => 'o',
            place if management == Some(place) => 'x',
            place if between(place) => '-',
            place if quarters.contains(&place) => '.',
            _ => ' ',
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn floor_and_management_are_two_marks_on_one_scale() {
        assert_eq!(marks(Some(0.8), Some(0.2), 21), ".   x-----------o   .");
        assert_eq!(marks(Some(0.5), Some(0.5), 21), ".    .    *    .    .");
        assert_eq!(marks(Some(0.0), None, 21), "o    .    .    .    .");
    }
}
