//! Day and night by the clock, at the border that the office has set.

use std::fmt;

use serde::{Deserialize, Serialize};

/// Day or night (昼間・夜間), by the clock and not by the name of the shift.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Period {
    /// 昼間
    Day,
    /// 夜間
    Night,
}

impl Period {
    /// Minutes to which comparable figures are scaled: 480 for the day, 600 for the night.
    pub fn scale(self) -> u16 {
        match self {
            Self::Day => 480,
            Self::Night => 600,
        }
    }

    /// The word in files.
    pub fn id(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Night => "night",
        }
    }
}

/// From when to when it is night, in minutes of the clock; 22:00–6:00 unless the office says otherwise.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct NightHours {
    from: u16,
    to: u16,
}

impl Default for NightHours {
    fn default() -> Self {
        Self {
            from: 22 * 60,
            to: 6 * 60,
        }
    }
}

impl NightHours {
    /// Makes a border; `None` unless both are clock minutes on slot borders and differ.
    pub fn new(from: u16, to: u16, slot_minutes: u16) -> Option<Self> {
        let on_slot = from.is_multiple_of(slot_minutes) && to.is_multiple_of(slot_minutes);
        (from < 1440 && to < 1440 && from != to && on_slot).then_some(Self { from, to })
    }

    /// Day or night at a minute after 0:00 of the sheet's date (may be past 24:00).
    pub fn period(self, minute: u16) -> Period {
        let minute = minute % 1440;
        let night = if self.from < self.to {
            (self.from..self.to).contains(&minute)
        } else {
            minute >= self.from || minute < self.to
        };
        if night { Period::Night } else { Period::Day }
    }
}

impl fmt::Display for NightHours {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{:02}:{:02}-{:02}:{:02}",
            self.from / 60,
            self.from % 60,
            self.to / 60,
            self.to % 60
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn minutes_are_split_by_the_clock() {
        let night = NightHours::default();
        assert_eq!(night.period(21 * 60 + 50), Period::Day);
        assert_eq!(night.period(22 * 60), Period::Night);
        assert_eq!(night.period(25 * 60), Period::Night);
        assert_eq!(night.period(29 * 60 + 50), Period::Night);
        assert_eq!(night.period(30 * 60), Period::Day);
    }

    #[test]
    fn a_border_inside_a_slot_is_refused() {
        assert_eq!(NightHours::new(22 * 60 + 5, 6 * 60, 10), None);
        assert!(NightHours::new(0, 6 * 60, 10).is_some());
        assert_eq!(NightHours::new(60, 60, 10), None);
    }
}
