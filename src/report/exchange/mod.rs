//! Everything that was recorded, for other programs: one file here for each format, one line for it in [`Format`].
//!
//! These exports tell people apart (as codes), so they are made only for a person who asks for them by name.

mod betten4;
mod figures;
mod json;
mod klog;
mod ledger;
mod table;
mod timeclock;
mod timings;

pub use betten4::{FormFile, forms};
pub use figures::{figures, time_text};
pub use ledger::{DAY_COLUMNS, MONTH_COLUMNS, day_field, ledger_days, ledger_months};

use std::path::Path;

use super::Holdings;
use crate::office::Office;
use crate::text::Text;
use crate::worktime::{Share, Sheet, TaskCode, TaskList, Timing, Wave};

/// What is exported: sheets or timings, with what their codes mean.
pub struct Selection<'a> {
    /// The office.
    pub office: &'a Office,
    /// The list of which the codes are.
    pub tasks: &'a TaskList,
    /// Slot length in minutes.
    pub slot_minutes: u16,
    /// Sheets by wave, staff, date and start, in the codes of the list.
    pub sheets: Vec<&'a (Wave, Sheet)>,
    /// Timings by wave, date, staff and observer.
    pub timings: Vec<&'a Timing>,
}

impl<'a> Selection<'a> {
    /// Everything that a book holds, or everything of one wave.
    pub fn of(holdings: &'a Holdings, wave: Option<Wave>) -> Self {
        let is_wanted = |of: Wave| wave.is_none_or(|wave| wave == of);
        Self {
            office: &holdings.founding.office,
            tasks: &holdings.founding.task_list,
            slot_minutes: holdings.founding.slot_minutes,
            sheets: holdings.sheets.iter().filter(|(wave, _)| is_wanted(*wave)).collect(),
            timings: holdings
                .timings
                .iter()
                .filter(|timing| is_wanted(timing.key.wave))
                .collect(),
        }
    }
}

/// A format of one file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// A table for a spreadsheet.
    Csv,
    /// JSON.
    Json,
    /// klog.
    Klog,
    /// A timeclock of ledger or hledger.
    Timeclock,
}

impl Format {
    /// Every format with its name in commands and the endings of its files.
    const NAMES: [(Self, &'static str, &'static [&'static str]); 4] = [
        (Self::Csv, "csv", &["csv"]),
        (Self::Json, "json", &["json"]),
        (Self::Klog, "klog", &["klg", "klog"]),
        (Self::Timeclock, "timeclock", &["timeclock"]),
    ];

    /// Those in which timings can be written: to the second.
    pub const OF_TIMINGS: [Self; 2] = [Self::Json, Self::Timeclock];

    /// Reads the name of a format.
    pub fn of_id(id: &str) -> Option<Self> {
        Self::NAMES
            .into_iter()
            .find(|(_, name, _)| *name == id)
            .map(|(format, ..)| format)
    }

    /// The format that the ending of a file tells.
    pub fn of_path(path: &Path) -> Option<Self> {
        let ending = path.extension()?.to_str()?.to_ascii_lowercase();
        Self::NAMES
            .into_iter()
            .find(|(.., endings)| endings.contains(&ending.as_str()))
            .map(|(format, ..)| format)
    }

    /// Writes the sheets of a selection; the same sheets always give the same bytes.
    pub fn sheets(self, selection: &Selection, text: &Text) -> Vec<u8> {
        match self {
            Self::Csv => table::write(selection, text),
            Self::Json => json::sheets(selection),
            Self::Klog => klog::write(selection),
            Self::Timeclock => timeclock::write(selection),
        }
    }

    /// Writes the timings of a selection; `None` in a format without seconds.
    pub fn timings(self, selection: &Selection) -> Option<Vec<u8>> {
        match self {
            Self::Json => Some(timings::json(selection)),
            Self::Timeclock => Some(timings::timeclock(selection)),
            Self::Csv | Self::Klog => None,
        }
    }
}

/// A stretch of one task, in minutes after 0:00 of the sheet's date.
#[derive(Debug, PartialEq, Eq)]
struct Stretch<'a> {
    task: &'a TaskCode,
    from: u16,
    to: u16,
}

/// The stretches of a sheet. In which order the tasks of a slot were done is not known: they stand one after the other as the
/// list has them, from the beginning of the slot on. Stretches of one task that touch are joined.
fn stretches(sheet: &Sheet) -> Vec<Stretch<'_>> {
    let mut stretches: Vec<Stretch> = Vec::new();
    for cell in &sheet.cells {
        let mut at = cell.start;
        for Share(task, minutes) in &cell.shares {
            let from = at;
            at += u16::try_from(minutes.0).unwrap_or(0);
            match stretches.last_mut() {
                Some(last) if last.task == task && last.to == from => last.to = at,
                _ => stretches.push(Stretch { task, from, to: at }),
            }
        }
    }
    stretches
}

/// The name of a task in words of one line.
fn task_name(task: &TaskCode, tasks: &TaskList) -> String {
    tasks
        .task(task)
        .map_or_else(String::new, |task| crate::office::printable(&task.name.ja))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::office::{Minutes, StaffCode};
    use crate::worktime::{Cell, ListNumber, Manner};

    #[test]
    fn tasks_of_a_slot_stand_one_after_the_other_and_touching_ones_are_joined() {
        let share = |task: &str, minutes| Share(TaskCode(task.to_owned()), Minutes(minutes));
        let cell = |start, shares: &[(&str, u32)]| Cell {
            start,
            shares: shares.iter().map(|(task, minutes)| share(task, *minutes)).collect(),
        };
        let sheet = Sheet {
            staff: StaffCode::parse("S1").unwrap(),
            date: chrono::NaiveDate::from_ymd_opt(2025, 10, 6).unwrap(),
            role: None,
            unit: None,
            scheduled: None,
            actual: None,
            slot_minutes: 10,
            cells: vec![
                cell(510, &[("1", 6), ("7", 4)]),
                cell(520, &[("7", 10)]),
                cell(530, &[("7", 3)]),
                cell(540, &[("7", 10)]),
            ],
            note: String::new(),
            manner: Manner::default(),
            list: ListNumber::default(),
            copied: Vec::new(),
        };
        let shown: Vec<(&str, u16, u16)> = stretches(&sheet)
            .iter()
            .map(|it| (it.task.as_str(), it.from, it.to))
            .collect();
        assert_eq!(shown, [("1", 510, 516), ("7", 516, 533), ("7", 540, 550)]);
    }
}
