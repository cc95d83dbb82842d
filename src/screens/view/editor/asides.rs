//! What lies over the slots: a sheet to copy from, questions, what comes next, faults of a pasted block.

use ratatui::text::Line;

use super::super::Room;
use super::{date, sheet_text};
use crate::phrase::phrase;
use crate::report::Holdings;
use crate::screens::editor::{Aside, Editor, Expected};
use crate::screens::pen::{Pen, Row};
use crate::screens::widget::list::window;
use crate::worktime::keying::BlockFault;

/// The lines below the head of the sheet.
pub fn lines(aside: &Aside, editor: &Editor, holdings: &Holdings, pen: &Pen, room: Room) -> Vec<Line<'static>> {
    let theme = pen.theme();
    let title = |key| Line::styled(pen.get(key), theme.strong());
    let says = |key| pen.paragraph(&pen.get(key), room.width, theme.text());
    let mut lines = Vec::new();
    match aside {
        Aside::Copying(row) => {
            lines.push(title("keying-copy-title"));
            lines.extend(says("keying-copy-says"));
            lines.push(Line::default());
            let sources = editor.sources(holdings);
            let texts = sources.iter().map(|(wave, sheet)| sheet_text(*wave, sheet, pen));
            lines.extend(rows(
                texts,
                *row,
                pen,
                room.width,
                room.height.saturating_sub(lines.len()),
            ));
        }
        Aside::Leaving(_) => {
            lines.push(title("keying-leave-title"));
            lines.extend(says("keying-leave-says"));
        }
        Aside::Removing => {
            lines.push(title("keying-remove-title"));
            lines.extend(says("keying-remove-says"));
        }
        Aside::Saved(next, row) => {
            lines.push(title("keying-saved"));
            lines.extend(says("keying-saved-says"));
            lines.push(Line::default());
            let back = pen.get("keying-saved-back");
            let texts = next.iter().map(|next| expected_text(next, editor, pen)).chain([back]);
            lines.extend(rows(
                texts,
                *row,
                pen,
                room.width,
                room.height.saturating_sub(lines.len()),
            ));
        }
        Aside::Faults(faults, row) => {
            lines.push(title("keying-faults-title"));
            lines.extend(says("keying-faults-says"));
            lines.push(Line::default());
            let texts = faults.iter().map(|fault| fault_text(fault, pen));
            lines.extend(rows(
                texts,
                *row,
                pen,
                room.width,
                room.height.saturating_sub(lines.len()),
            ));
        }
    }
    lines
}

fn rows(
    texts: impl Iterator<Item = String>,
    chosen: usize,
    pen: &Pen,
    cells: usize,
    height: usize,
) -> Vec<Line<'static>> {
    let theme = pen.theme();
    let line = |(row, text): (usize, String)| {
        let (mark, style) = if row == chosen {
            ("> ", theme.chosen())
        } else {
            ("  ", theme.text())
        };
        vec![Row::new().cell(&format!("{mark}{text}"), cells, style).line()]
    };
    window(texts.enumerate().map(line).collect(), chosen, height)
}

fn expected_text(next: &Expected, editor: &Editor, pen: &Pen) -> String {
    let what = if next.staff == editor.draft.header().staff {
        phrase("keying-next-day")
    } else {
        phrase("keying-next-person")
    };
    format!(
        "{}  {}  {}",
        pen.say(&what),
        pen.clean(next.staff.as_str()),
        date(next.date, pen)
    )
}

fn fault_text(fault: &BlockFault, pen: &Pen) -> String {
    format!("{}  {}", pen.say(&fault.place()), pen.say(&fault.fault.phrase()))
}
