//! Shares of the categories side by side.

use serde::{Deserialize, Serialize};

use super::{Class, WaveSize};
use crate::worktime::Period;

/// Shares of the categories, wave by wave: the whole day, the day, the night (分類の割合).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Shares {
    /// Categories in the order of the list; the parts of a bar follow it.
    pub classes: Vec<Class>,
    /// The waves, in order of time.
    pub waves: Vec<WaveSize>,
    /// The whole first, then day and night; within each the waves in their order.
    pub bars: Vec<ShareBar>,
}

/// One bar of 100 % filled minutes, and what is unfilled beside it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ShareBar {
    /// Day or night by the clock; `None` for both together.
    pub period: Option<Period>,
    /// Index of the wave.
    pub wave: usize,
    /// People with minutes here.
    pub people: usize,
    /// Filled minutes.
    pub minutes: u32,
    /// Unfilled minutes.
    pub unfilled: u32,
    /// Unfilled minutes as a share of all minutes; `None` without any.
    pub unfilled_share: Option<f64>,
    /// One part a class.
    pub parts: Vec<SharePart>,
}

/// One class of a bar.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SharePart {
    /// Minutes.
    pub minutes: u32,
    /// Share of the filled minutes; `None` without any.
    pub share: Option<f64>,
}
