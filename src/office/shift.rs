//! Shifts: which part of the day a person worked.

use serde::{Deserialize, Serialize};

use super::time::Span;

/// The four usual shifts (勤務帯).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ShiftKind {
    /// 早番
    Early,
    /// 日勤
    Day,
    /// 遅番
    Late,
    /// 夜勤
    Night,
}

/// A shift with its hours (勤務帯).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shift {
    /// Which of the four.
    pub kind: ShiftKind,
    /// From when to when; a night shift passes midnight.
    pub span: Span,
}

impl Shift {
    /// Names the shift of a span by its hours: past midnight or from 20:00 is night, before 8:00 early, from 10:00 late.
    pub fn of(span: Span) -> Self {
        let kind = if span.passes_midnight() || span.start() >= 20 * 60 {
            ShiftKind::Night
        } else if span.start() < 8 * 60 {
            ShiftKind::Early
        } else if span.start() >= 10 * 60 {
            ShiftKind::Late
        } else {
            ShiftKind::Day
        };
        Self { kind, span }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_name_the_shift() {
        let kind = |start, end| Shift::of(Span::of_clock(start, end).unwrap()).kind;
        assert_eq!(kind(7 * 60, 16 * 60), ShiftKind::Early);
        assert_eq!(kind(8 * 60 + 30, 17 * 60 + 30), ShiftKind::Day);
        assert_eq!(kind(10 * 60 + 30, 19 * 60 + 30), ShiftKind::Late);
        assert_eq!(kind(16 * 60 + 30, 9 * 60 + 30), ShiftKind::Night);
        assert_eq!(kind(0, 8 * 60), ShiftKind::Early);
    }
}
