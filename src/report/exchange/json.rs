//! Entries as JSON (`yutori.entries/1`), one sheet on a line.

use std::fmt::Write;

use serde::Serialize;

use super::Selection;
use crate::office::{Role, Span, StaffCode, Unit};
use crate::worktime::{Manner, Sheet, Wave};

/// A sheet as JSON has it.
#[derive(Serialize)]
struct Written<'a> {
    wave: Wave,
    staff: &'a StaffCode,
    date: chrono::NaiveDate,
    role: Option<&'a Role>,
    unit: Option<&'a Unit>,
    scheduled: Option<Span>,
    actual: Option<Span>,
    slot_minutes: u16,
    manner: Manner,
    note: &'a str,
    copied: &'a [u16],
    cells: Vec<WrittenCell<'a>>,
}

#[derive(Serialize)]
struct WrittenCell<'a> {
    start: u16,
    shares: Vec<WrittenShare<'a>>,
}

#[derive(Serialize)]
struct WrittenShare<'a> {
    task: &'a str,
    minutes: u32,
}

impl<'a> Written<'a> {
    fn of(wave: Wave, sheet: &'a Sheet) -> Self {
        let cell = |cell: &'a crate::worktime::Cell| WrittenCell {
            start: cell.start,
            shares: cell
                .shares
                .iter()
                .map(|share| WrittenShare {
                    task: share.0.as_str(),
                    minutes: share.1.0,
                })
                .collect(),
        };
        Self {
            wave,
            staff: &sheet.staff,
            date: sheet.date,
            role: sheet.role.as_ref(),
            unit: sheet.unit.as_ref(),
            scheduled: sheet.scheduled,
            actual: sheet.actual,
            slot_minutes: sheet.slot_minutes,
            manner: sheet.manner,
            note: &sheet.note,
            copied: &sheet.copied,
            cells: sheet.cells.iter().map(cell).collect(),
        }
    }
}

/// Writes all sheets.
pub fn sheets(selection: &Selection) -> Vec<u8> {
    let sheets = selection
        .sheets
        .iter()
        .map(|(wave, sheet)| one_line(&Written::of(*wave, sheet)));
    document("yutori.entries/1", "sheets", selection, sheets)
}

/// An object with a schema, what the codes mean, and things one on a line.
pub fn document(schema: &str, name: &str, selection: &Selection, lines: impl Iterator<Item = String>) -> Vec<u8> {
    let head = [
        ("schema", one_line(&schema)),
        (
            "office",
            one_line(&OfficeHead {
                name: &selection.office.name,
                number: selection.office.number.as_deref(),
            }),
        ),
        (
            "task_list",
            one_line(&ListHead {
                id: &selection.tasks.id,
                version: &selection.tasks.version,
            }),
        ),
        ("slot_minutes", one_line(&selection.slot_minutes)),
    ];
    let mut text = String::from("{\n");
    for (key, value) in head {
        writeln!(text, " \"{key}\": {value},").expect("a string takes everything");
    }
    write!(text, " \"{name}\": [").expect("a string takes everything");
    for (index, line) in lines.enumerate() {
        text.push_str(if index == 0 { "\n  " } else { ",\n  " });
        text.push_str(&line);
    }
    text.push_str("\n ]\n}\n");
    text.into_bytes()
}

#[derive(Serialize)]
struct OfficeHead<'a> {
    name: &'a str,
    number: Option<&'a str>,
}

#[derive(Serialize)]
struct ListHead<'a> {
    id: &'a str,
    version: &'a str,
}

/// JSON on one line.
pub fn one_line(value: &impl Serialize) -> String {
    serde_json::to_string(value).expect("words, numbers and lists can be written as JSON")
}
