//! Entries as a table for a spreadsheet: UTF-8 with its mark, lines that end as on Windows, no cell that is a formula.

use super::Selection;
use crate::office::{Span, as_cell, clock};
use crate::text::Text;
use crate::worktime::{HeadLine, Manner, Share, Sheet, TaskCode, Wave};

/// Writes one line for each task of each slot, and one for a sheet without entries.
pub fn write(selection: &Selection, text: &Text) -> Vec<u8> {
    let mut table = String::from('\u{feff}');
    line(&mut table, &headings(text));
    for (wave, sheet) in &selection.sheets {
        Rows {
            selection,
            text,
            head: HeadLine::of(*wave, sheet),
            shift: clock(sheet.starts_at()),
        }
        .write(*wave, sheet, &mut table);
    }
    table.into_bytes()
}

/// The names of the columns in the reader's language; import knows both.
fn headings(text: &Text) -> [String; 17] {
    [
        text.get("exchange-column-wave"),
        text.get("exchange-column-staff"),
        text.get("exchange-column-role"),
        text.get("exchange-column-unit"),
        text.get("exchange-column-date"),
        text.get("exchange-column-shift"),
        text.get("exchange-column-scheduled"),
        text.get("exchange-column-actual"),
        text.get("exchange-column-slot"),
        text.get("exchange-column-manner"),
        text.get("exchange-column-start"),
        text.get("exchange-column-task"),
        text.get("exchange-column-task-name"),
        text.get("exchange-column-category"),
        text.get("exchange-column-minutes"),
        text.get("exchange-column-copied"),
        text.get("exchange-column-note"),
    ]
}

/// What stands on every line of a sheet.
struct Rows<'a> {
    selection: &'a Selection<'a>,
    text: &'a Text,
    head: HeadLine,
    /// The name of the sheet among those of the person and date.
    shift: String,
}

impl Rows<'_> {
    fn write(&self, wave: Wave, sheet: &Sheet, table: &mut String) {
        // Remarks are of the sheet, so they stand on its first line only.
        let mut note = sheet.note.as_str();
        for cell in &sheet.cells {
            let copied = if sheet.copied.contains(&cell.start) { "1" } else { "" };
            for Share(task, minutes) in &cell.shares {
                let entry = self.entry(task, cell.start, minutes.0, copied);
                self.row(wave, entry, std::mem::take(&mut note), table);
            }
        }
        if sheet.cells.is_empty() {
            self.row(wave, Default::default(), note, table);
        }
    }

    /// Start, code, name, category, minutes, and whether it was copied.
    fn entry(&self, task: &TaskCode, start: u16, minutes: u32, copied: &str) -> [String; 6] {
        let tasks = self.selection.tasks;
        let lang = self.text.lang();
        let name = tasks.task(task).map_or("", |task| lang.of(&task.name));
        let category = tasks.category_of(task).map_or("", |category| lang.of(&category.name));
        [
            clock(start),
            task.to_string(),
            name.to_owned(),
            category.to_owned(),
            minutes.to_string(),
            copied.to_owned(),
        ]
    }

    fn row(&self, wave: Wave, entry: [String; 6], note: &str, table: &mut String) {
        let head = &self.head;
        let span = |span: Option<Span>| span.map_or_else(String::new, |span| span.to_string());
        let manner = match head.manner {
            Manner::SelfRecorded => self.text.get("exchange-manner-self"),
            Manner::Observed => self.text.get("exchange-manner-observed"),
            Manner::Timed => self.text.get("exchange-manner-timed"),
        };
        let [start, task, name, category, minutes, copied] = entry;
        line(
            table,
            &[
                self.text.say(&wave.label()),
                head.staff.to_string(),
                head.role.as_ref().map_or_else(String::new, ToString::to_string),
                head.unit.as_ref().map_or_else(String::new, ToString::to_string),
                head.date.to_string(),
                self.shift.clone(),
                span(head.scheduled),
                span(head.actual),
                head.slot_minutes.to_string(),
                manner,
                start,
                task,
                name,
                category,
                minutes,
                copied,
                note.to_owned(),
            ],
        );
    }
}

fn line(table: &mut String, fields: &[String]) {
    let cells: Vec<String> = fields.iter().map(|field| as_cell(field).into_owned()).collect();
    cells_line(table, &cells);
}

/// Writes a line of cells that are as a spreadsheet may have them.
pub(super) fn cells_line(table: &mut String, cells: &[String]) {
    for (index, cell) in cells.iter().enumerate() {
        if index > 0 {
            table.push(',');
        }
        if cell.contains([',', '"', '\n', '\r']) || cell.trim() != cell {
            table.push('"');
            table.push_str(&cell.replace('"', "\"\""));
            table.push('"');
        } else {
            table.push_str(cell);
        }
    }
    table.push_str("\r\n");
}
