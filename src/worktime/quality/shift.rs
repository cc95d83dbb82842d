//! What the hours of the shift say about a sheet.

use super::QualityProblem;
use crate::office::{Minutes, Span};
use crate::phrase::phrase;
use crate::worktime::sheet::Sheet;
use crate::worktime::task_list::{CategoryKind, TaskList};

/// Filled minutes may differ from the hours worked by this share of them, in percent.
const TOTAL_PERCENT: u32 = 10;

/// The hours of the shift are not written down (勤務時間の記入もれ).
pub(super) fn missing_span(sheet: &Sheet) -> Option<QualityProblem> {
    let message = match (sheet.scheduled, sheet.actual) {
        (Some(_), Some(_)) => return None,
        (None, Some(_)) => phrase("quality-no-scheduled-span"),
        (Some(_), None) => phrase("quality-no-actual-span"),
        (None, None) => phrase("quality-no-span"),
    };
    let penalty = if sheet.span().is_some() { 5 } else { 15 };
    Some(QualityProblem {
        code: "missing-span",
        at: None,
        message,
        penalty,
    })
}

/// The filled minutes are far from the hours worked (合計と実勤務時間のちがい).
pub(super) fn total_differs(sheet: &Sheet) -> Option<QualityProblem> {
    let worked = sheet.actual?.minutes();
    let filled = sheet.filled();
    let differs = filled.0.abs_diff(worked.0) * 100 > worked.0 * TOTAL_PERCENT;
    differs.then(|| QualityProblem {
        code: "total",
        at: None,
        message: phrase("quality-total")
            .with("filled", filled.0)
            .with("worked", worked.0),
        penalty: 5,
    })
}

/// The rest of a shift that is long enough to need one (休憩).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Break {
    /// Minutes that are due: 45 over six hours, 60 over eight.
    pub due: Minutes,
    /// Minutes of rest on the sheet.
    pub taken: Minutes,
}

impl Break {
    /// Minutes that are missing.
    pub fn missing(self) -> Minutes {
        self.due.minus(self.taken)
    }
}

/// The rest of a shift over six hours; `None` for a shorter one, or where the list has no category for rest.
///
/// The length is that of the shift, or the filled minutes where no span is known. (労働基準法34条)
pub fn break_of(sheet: &Sheet, tasks: &TaskList) -> Option<Break> {
    let length = sheet.span().map_or_else(|| sheet.filled(), Span::minutes);
    let due = match length.0 {
        0..=360 => return None,
        361..=480 => 45,
        _ => 60,
    };
    let rest = tasks.tasks_of_kind(CategoryKind::Rest);
    let shares = sheet.cells.iter().flat_map(|cell| &cell.shares);
    (!rest.is_empty()).then(|| Break {
        due: Minutes(due),
        taken: shares
            .filter(|share| rest.contains(&share.0))
            .map(|share| share.1)
            .sum(),
    })
}

/// Less rest than is due (休憩の不足).
pub(super) fn too_little_break(sheet: &Sheet, tasks: &TaskList) -> Option<QualityProblem> {
    let rest = break_of(sheet, tasks)?;
    (rest.taken < rest.due).then(|| QualityProblem {
        code: "break",
        at: None,
        message: phrase("quality-break")
            .with("taken", rest.taken.0)
            .with("due", rest.due.0),
        penalty: 10,
    })
}
