//! Which task is done at which hour.

use serde::{Deserialize, Serialize};

use super::{Class, WaveSize};

/// Minutes by clock hour and task of one wave (時間帯×業務).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Heat {
    /// Categories in the order of the list.
    pub classes: Vec<Class>,
    /// Which wave, and how much it holds.
    pub size: WaveSize,
    /// Tasks with minutes in the wave, in the order of the list.
    pub rows: Vec<HeatRow>,
    /// Unfilled minutes of all survey days, by clock hour.
    pub unfilled: [u32; 24],
}

/// One task of a [`Heat`].
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct HeatRow {
    /// Code.
    pub code: String,
    /// Name.
    pub name: String,
    /// Index of its class.
    pub class: usize,
    /// Minutes of all survey days, by clock hour.
    pub minutes: [u32; 24],
}

impl Heat {
    /// Minutes on a mean survey day; 0 without days.
    pub fn per_day(&self, minutes: u32) -> f64 {
        #[expect(clippy::cast_precision_loss, reason = "a number of days")]
        let days = self.size.days.max(1) as f64;
        f64::from(minutes) / days
    }

    /// The largest minutes of a survey day in one field: the dark end of the scale.
    pub fn most(&self) -> f64 {
        let rows = self.rows.iter().flat_map(|row| row.minutes);
        self.per_day(rows.max().unwrap_or(0))
    }
}
