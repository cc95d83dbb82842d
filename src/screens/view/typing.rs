//! What the grids that are typed into have in common: the line that is typed, and the faults of a pasted block.

use ratatui::text::Line;

use crate::phrase::Phrase;
use crate::screens::input::Input;
use crate::screens::pen::{Pen, Row};
use crate::screens::text::{cut_front, width};
use crate::screens::widget::list::window;

/// The line that is typed behind the name of its field, and the column of the cursor.
pub fn entry_line(label: &str, entry: &Input, pen: &Pen, cells: usize) -> (Line<'static>, usize) {
    let theme = pen.theme();
    let row = Row::new().text(format!("{label} > "), theme.strong());
    let indent = row.width();
    let free = cells.saturating_sub(indent + 1);
    let typed = pen.clean(entry.text());
    let before = width(&pen.clean(&entry.before_cursor())).min(free);
    (
        row.text(cut_front(&typed, free), theme.strong()).line(),
        indent + before,
    )
}

/// Why a pasted block was refused, cell by cell: where, and what is wrong; what to try stands below the chosen one.
pub fn fault_lines(
    faults: &[(Phrase, Phrase)],
    chosen: usize,
    pen: &Pen,
    cells: usize,
    rows: usize,
) -> Vec<Line<'static>> {
    let theme = pen.theme();
    let items = faults.iter().enumerate().map(|(row, (place, said))| {
        let text = format!("{}  {}", pen.say(place), pen.say(said));
        let (mark, style) = if row == chosen {
            ("> ", theme.chosen())
        } else {
            ("  ", theme.text())
        };
        let mut lines = vec![Row::new().cell(&format!("{mark}{text}"), cells, style).line()];
        let hint = pen.hint(said).filter(|_| row == chosen);
        for line in hint
            .map(|hint| pen.paragraph(&hint, cells.saturating_sub(4), theme.faint()))
            .unwrap_or_default()
        {
            lines.push(Row::new().gap(4).parts(line.spans).line());
        }
        lines
    });
    window(items.collect(), chosen, rows)
}
