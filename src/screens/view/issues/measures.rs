//! 改善計画: how many measures stand how, the measures as a board or over the weeks, and the chosen one below.

use ratatui::text::Line;

use super::{measure_board, measure_detail, measure_gantt};
use crate::screens::desk::Shown;
use crate::screens::issues::{MeasureWay, in_order};
use crate::screens::model::Model;
use crate::screens::pen::Pen;
use crate::screens::view::Room;

/// Rows that the board or the weeks need at least.
const LEAST_ABOVE: usize = 7;

/// The view, below the names of the views.
pub fn lines(model: &Model, shown: &Shown, pen: &Pen, room: Room) -> Vec<Line<'static>> {
    let theme = pen.theme();
    let finding = &shown.issues.measures;
    let mut lines = pen.short_paragraph(&pen.clean(&finding.sentence), room.width, 2, theme.strong());
    let state = &model.issues.measures;
    let order = in_order(finding, state.way);
    let Some(weeks) = finding.weeks.filter(|_| !order.is_empty()) else {
        lines.push(Line::default());
        lines.extend(pen.paragraph(&pen.get("measures-how-to-begin"), room.width, theme.text()));
        return lines;
    };
    let chosen = order
        .iter()
        .position(|line| Some(line.number) == state.chosen.map(|id| id.0));
    let chosen = chosen.unwrap_or(0);
    let most_below = room.height.saturating_sub(lines.len() + LEAST_ABOVE);
    let below = order.get(chosen).map_or_else(Vec::new, |line| {
        measure_detail::lines(line, finding, pen, room.width, most_below)
    });
    let above = Room {
        height: room.height.saturating_sub(lines.len() + below.len()),
        ..room
    };
    lines.extend(match state.way {
        MeasureWay::Board => measure_board::lines(finding, &order, chosen, pen, above),
        MeasureWay::Weeks => measure_gantt::lines((finding.today, weeks), &order, chosen, pen, above),
    });
    lines.extend(below);
    lines
}
