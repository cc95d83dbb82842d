//! 出力: what can be written, and what it holds.

use ratatui::text::Line;

use super::Room;
use crate::screens::desk::Shown;
use crate::screens::model::Model;
use crate::screens::pen::{Pen, Row};

/// The page.
pub fn lines(model: &Model, shown: &Shown, pen: &Pen, room: Room) -> Vec<Line<'static>> {
    let theme = pen.theme();
    let mut lines = pen.paragraph(&pen.get("screens-output-says"), room.width, theme.text());
    lines.push(Line::default());
    let reports = [
        (pen.get("screens-report-groups"), pen.get("screens-report-groups-note")),
        (pen.get("screens-report-staff"), pen.get("screens-report-staff-note")),
        (pen.get("screens-report-charts"), pen.get("screens-report-charts-note")),
    ];
    for (row, (name, note)) in reports.into_iter().enumerate() {
        let style = if row == model.report {
            theme.chosen()
        } else {
            theme.text()
        };
        let mark = if row == model.report { ">" } else { " " };
        lines.push(Row::new().text(format!("{mark} {name} "), style).line());
        for line in pen.paragraph(&note, room.width.saturating_sub(4), theme.faint()) {
            lines.push(Row::new().gap(4).parts(line.spans).line());
        }
        lines.push(Line::default());
    }
    if shown.summary.waves.is_empty() {
        lines.extend(pen.paragraph(&pen.get("screens-no-sheets-yet"), room.width, theme.bad()));
    }
    lines
}
