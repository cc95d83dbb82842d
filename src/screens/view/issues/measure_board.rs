//! The measures in columns by status.

use ratatui::text::Line;

use crate::phrase::phrase;
use crate::report::finding::{MeasureLine, MeasuresFinding};
use crate::screens::pen::{Pen, Row};
use crate::screens::text::width;
use crate::screens::view::Room;
use crate::screens::widget::list::window;

/// Cells between two columns.
const GAP: usize = 2;
/// Most lines of the text of a card.
const CARD_LINES: usize = 3;

/// The board; columns in which nothing stands are as narrow as their names.
pub fn lines(
    finding: &MeasuresFinding,
    order: &[&MeasureLine],
    chosen: usize,
    pen: &Pen,
    room: Room,
) -> Vec<Line<'static>> {
    let theme = pen.theme();
    let heads: Vec<String> = finding
        .counts
        .iter()
        .map(|count| format!("{} {}", pen.clean(&count.name), count.measures))
        .collect();
    let widths = widths(finding, &heads, room.width);
    let mut head = Row::new();
    for (name, cells) in heads.iter().zip(&widths) {
        head = head.cell(name, *cells, theme.strong()).gap(GAP);
    }
    let mut lines = vec![head.line()];
    let rows = room.height.saturating_sub(lines.len());
    let number = order.get(chosen).map(|line| line.number);
    let columns: Vec<Vec<Line<'static>>> = finding
        .counts
        .iter()
        .zip(&widths)
        .map(|(count, cells)| {
            let own: Vec<&&MeasureLine> = order.iter().filter(|line| line.status == count.status).collect();
            let at = own.iter().position(|line| Some(line.number) == number);
            let cards = own
                .iter()
                .enumerate()
                .map(|(place, line)| card(line, Some(place) == at, pen, *cells))
                .collect();
            window(cards, at.unwrap_or(0), rows)
        })
        .collect();
    let tallest = columns.iter().map(Vec::len).max().unwrap_or(0);
    for row in 0..tallest {
        let mut line = Row::new();
        let mut at = 0;
        for (column, cells) in columns.iter().zip(&widths) {
            line = line.to(at);
            if let Some(of_card) = column.get(row) {
                line = line.parts(of_card.spans.clone());
            }
            at += cells + GAP;
        }
        lines.push(line.line());
    }
    // The rows of the board stay where they are, however few cards there are.
    lines.resize(room.height.min(lines.len().max(CARD_LINES + 2)), Line::default());
    lines
}

fn widths(finding: &MeasuresFinding, heads: &[String], cells: usize) -> Vec<usize> {
    let is_empty = |place: usize| finding.counts.get(place).is_none_or(|count| count.measures == 0);
    let narrow: usize = (0..heads.len())
        .filter(|place| is_empty(*place))
        .map(|place| width(&heads[place]))
        .sum();
    let wide = (0..heads.len()).filter(|place| !is_empty(*place)).count().max(1);
    let free = cells.saturating_sub(narrow + GAP * heads.len().saturating_sub(1));
    let each = free / wide;
    (0..heads.len())
        .map(|place| {
            if is_empty(place) {
                width(&heads[place])
            } else {
                each.max(width(&heads[place]))
            }
        })
        .collect()
}

fn card(line: &MeasureLine, chosen: bool, pen: &Pen, cells: usize) -> Vec<Line<'static>> {
    let theme = pen.theme();
    let style = if chosen { theme.chosen() } else { theme.text() };
    let text = format!("{} {}", line.number, pen.clean(&line.text));
    let mut lines: Vec<Line<'static>> = pen
        .short_paragraph(&text, cells, CARD_LINES, style)
        .into_iter()
        .map(|line| Row::new().cell(&line.to_string(), cells, style).line())
        .collect();
    let steps = phrase("measures-card-steps")
        .with("done", line.steps_done)
        .with("steps", line.steps.len());
    let mut parts = Vec::new();
    if !line.steps.is_empty() {
        parts.push((pen.say(&steps), theme.faint()));
    }
    if let Some(days) = line.asleep_days {
        let said = phrase("measures-card-asleep").with("days", days);
        parts.push((format!("! {}", pen.say(&said)), theme.bad()));
    } else if line.days_past_end.is_some() || line.overdue_steps + line.overdue_checks > 0 {
        parts.push((format!("! {}", pen.get("measures-card-late")), theme.bad()));
    }
    let mut row = Row::new();
    for (said, style) in parts {
        if row.width() > 0 && row.width() + 1 + width(&said) > cells {
            lines.push(std::mem::take(&mut row).line());
        }
        let gap = usize::from(row.width() > 0);
        row = row.gap(gap).text(crate::screens::text::cut(&said, cells), style);
    }
    if row.width() > 0 {
        lines.push(row.line());
    }
    lines.push(Line::default());
    lines
}
