//! One person's one shift, slot by slot (調査票).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::list_history::ListNumber;
use super::task_list::TaskCode;
use super::wave::Wave;
use crate::office::{Minutes, Role, Shift, Span, StaffCode, Unit};

/// Whole minutes of one task within a cell.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Share(pub TaskCode, pub Minutes);

/// Ten-minute cell of the time study (10分間セル): a slot in which several tasks share whole minutes.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Cell {
    /// First minute after 0:00 of the sheet's date; past 1440 on the next day.
    #[serde(rename = "at")]
    pub start: u16,
    /// Tasks with their minutes, each task once, none zero, in the order of the task list.
    pub shares: Vec<Share>,
}

impl Cell {
    /// Minutes with a task.
    pub fn filled(&self) -> Minutes {
        self.shares.iter().map(|share| share.1).sum()
    }
}

/// One person's one shift (調査票): who, when, and what in each cell.
///
/// Cells are in order of time, at most one a slot, none empty. Minutes of a cell never exceed the slot.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sheet {
    /// Whose shift.
    pub staff: StaffCode,
    /// The date on which the shift starts.
    pub date: NaiveDate,
    /// Kind of work of the person (職種).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<Role>,
    /// Unit or floor (ユニット・フロア).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<Unit>,
    /// The shift as planned (所定勤務時間).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scheduled: Option<Span>,
    /// The shift as worked, overtime included (実勤務時間).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub actual: Option<Span>,
    /// Slot length in minutes.
    pub slot_minutes: u16,
    /// What was done, slot by slot.
    pub cells: Vec<Cell>,
    /// Remarks of the note row (備考・補足等).
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// How it was recorded.
    #[serde(default, skip_serializing_if = "Manner::is_usual")]
    pub manner: Manner,
    /// The task list of which the codes are.
    #[serde(default, skip_serializing_if = "ListNumber::is_first")]
    pub list: ListNumber,
    /// First minutes of cells that were copied from another sheet and that nobody has touched since, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub copied: Vec<u16>,
}

/// How a sheet was recorded (記録のしかた); durations by timer and totals by sheet are never mixed silently.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Manner {
    /// 自記式, by the person; also where nobody said.
    #[default]
    SelfRecorded,
    /// 他記式, by an observer.
    Observed,
    /// By the timer, with seconds of which the cells were made.
    Timed,
}

impl Manner {
    /// All, in the order in which they are told.
    pub const ALL: [Self; 3] = [Self::SelfRecorded, Self::Observed, Self::Timed];

    /// The name in files and JSON.
    pub fn id(self) -> &'static str {
        match self {
            Self::SelfRecorded => "self_recorded",
            Self::Observed => "observed",
            Self::Timed => "timed",
        }
    }

    /// Reads an id.
    pub fn of_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|manner| manner.id() == id)
    }

    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands a reference over")]
    fn is_usual(&self) -> bool {
        *self == Self::SelfRecorded
    }
}

/// What tells one sheet from another: the wave, the person, the date and the minute at which the shift starts.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct SheetKey {
    /// When in the improvement.
    pub wave: Wave,
    /// Whose shift.
    pub staff: StaffCode,
    /// On which date it starts.
    pub date: NaiveDate,
    /// At which minute it starts.
    pub starts_at: u16,
}

impl Sheet {
    /// The key of this sheet in a wave.
    pub fn key(&self, wave: Wave) -> SheetKey {
        SheetKey {
            wave,
            staff: self.staff.clone(),
            date: self.date,
            starts_at: self.starts_at(),
        }
    }

    /// First minute of the shift: of the actual span, else the scheduled one, else the first cell.
    pub fn starts_at(&self) -> u16 {
        self.span()
            .map_or_else(|| self.cells.first().map_or(0, |cell| cell.start), Span::start)
    }

    /// The span that counts: the actual one, else the scheduled one.
    pub fn span(&self) -> Option<Span> {
        self.actual.or(self.scheduled)
    }

    /// The shift by its hours, when a span is known.
    pub fn shift(&self) -> Option<Shift> {
        self.span().map(Shift::of)
    }

    /// Minutes with a task.
    pub fn filled(&self) -> Minutes {
        self.cells.iter().map(Cell::filled).sum()
    }

    /// Minutes of the shift with no task (未記入), slot by slot: `(first minute of the slot, minutes)`.
    ///
    /// Within the span every minute is expected to have a task; work outside the span leaves nothing unfilled. When no span is
    /// known, every slot that has an entry is expected to be full.
    pub fn unfilled_slots(&self) -> Vec<(u16, Minutes)> {
        let slot = self.slot_minutes;
        match self.span() {
            None => self
                .cells
                .iter()
                .map(|cell| (cell.start, Minutes(u32::from(slot)).minus(cell.filled())))
                .filter(|(_, minutes)| *minutes > Minutes::ZERO)
                .collect(),
            Some(span) => {
                let first = span.start() / slot * slot;
                (first..span.end())
                    .step_by(usize::from(slot))
                    .map(|start| {
                        let filled = self.cell_at(start).map_or(Minutes::ZERO, Cell::filled);
                        (start, span.overlap(start, start + slot).minus(filled))
                    })
                    .filter(|(_, minutes)| *minutes > Minutes::ZERO)
                    .collect()
            }
        }
    }

    /// Minutes of the shift with no task (未記入).
    pub fn unfilled(&self) -> Minutes {
        self.unfilled_slots().into_iter().map(|(_, minutes)| minutes).sum()
    }

    /// The cell of the slot that starts at this minute.
    pub fn cell_at(&self, start: u16) -> Option<&Cell> {
        self.cells
            .binary_search_by_key(&start, |cell| cell.start)
            .ok()
            .and_then(|index| self.cells.get(index))
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    /// A sheet of S001 on 2025-10-06 with the given span and cells `(start, [(task, minutes)])`.
    pub(crate) fn sheet(span: Option<(u16, u16)>, cells: &[(u16, &[(&str, u32)])]) -> Sheet {
        Sheet {
            staff: StaffCode::parse("S001").unwrap(),
            date: NaiveDate::from_ymd_opt(2025, 10, 6).unwrap(),
            role: None,
            unit: None,
            scheduled: span.map(|(start, end)| Span::new(start, end).unwrap()),
            actual: span.map(|(start, end)| Span::new(start, end).unwrap()),
            slot_minutes: 10,
            cells: cells
                .iter()
                .map(|(start, shares)| Cell {
                    start: *start,
                    shares: shares
                        .iter()
                        .map(|(task, minutes)| Share(TaskCode((*task).to_owned()), Minutes(*minutes)))
                        .collect(),
                })
                .collect(),
            note: String::new(),
            manner: Manner::default(),
            list: ListNumber::default(),
            copied: Vec::new(),
        }
    }

    #[test]
    fn unfilled_is_what_the_span_expects_and_no_task_has() {
        let sheet = sheet(Some((510, 540)), &[(510, &[("1", 10)]), (520, &[("7", 4)])]);
        assert_eq!(sheet.filled(), Minutes(14));
        assert_eq!(sheet.unfilled_slots(), vec![(520, Minutes(6)), (530, Minutes(10))]);
        assert_eq!(sheet.unfilled(), Minutes(16));
    }

    #[test]
    fn a_span_that_starts_inside_a_slot_expects_only_its_own_minutes() {
        let sheet = sheet(Some((515, 530)), &[(510, &[("1", 5)]), (520, &[("1", 10)])]);
        assert_eq!(sheet.unfilled(), Minutes(0));
    }

    #[test]
    fn without_a_span_only_touched_slots_are_expected_to_be_full() {
        let sheet = sheet(None, &[(510, &[("1", 10)]), (600, &[("7", 4)])]);
        assert_eq!(sheet.unfilled(), Minutes(6));
    }

    #[test]
    fn work_outside_the_span_leaves_nothing_unfilled() {
        let sheet = sheet(Some((510, 520)), &[(510, &[("1", 10)]), (600, &[("7", 4)])]);
        assert_eq!(sheet.unfilled(), Minutes(0));
    }
}
