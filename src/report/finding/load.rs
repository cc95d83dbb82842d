//! How the work lies over the clock.

use serde::{Deserialize, Serialize};

use super::{Class, WaveSize};

/// Minutes by clock hour and category on a survey day, with the people on duty (時間帯ごとの業務量).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Load {
    /// Categories in the order of the list; the parts of an hour follow it.
    pub classes: Vec<Class>,
    /// One a wave, in order of time.
    pub waves: Vec<WaveLoad>,
}

/// One wave of a [`Load`].
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct WaveLoad {
    /// Which, and how much it holds.
    pub size: WaveSize,
    /// All 24 clock hours.
    pub hours: Vec<HourLoad>,
}

/// One clock hour of a mean survey day.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct HourLoad {
    /// 0 to 23.
    pub hour: u16,
    /// Minutes per survey day, one a class.
    pub parts: Vec<f64>,
    /// Unfilled minutes per survey day.
    pub unfilled: f64,
    /// Mean number of people on duty; `None` without days.
    pub people: Option<f64>,
}

impl HourLoad {
    /// Minutes of all classes and what is unfilled.
    pub fn whole(&self) -> f64 {
        self.parts.iter().sum::<f64>() + self.unfilled
    }
}
