//! Tasks in order of their minutes.

use serde::{Deserialize, Serialize};

use super::{Class, WaveSize};
use crate::worktime::Hue;

/// Tasks from the longest to the shortest with the running total of their shares (業務のパレート図).
///
/// The order is that of the first wave, so that a task keeps its place when it is compared with a later one.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Pareto {
    /// Categories in the order of the list.
    pub classes: Vec<Class>,
    /// The waves, in order of time.
    pub waves: Vec<WaveSize>,
    /// Tasks with minutes in any of the waves.
    pub lines: Vec<ParetoLine>,
    /// Unfilled minutes per sheet, wave by wave; no part of the running total.
    pub unfilled: Vec<Option<f64>>,
}

/// One task.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ParetoLine {
    /// Code.
    pub code: String,
    /// Name.
    pub name: String,
    /// Index of its class.
    pub class: usize,
    /// Its colour, where somebody chose one; else that of its class.
    pub hue: Hue,
    /// Wave by wave.
    pub values: Vec<ParetoValue>,
}

/// One task in one wave.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ParetoValue {
    /// Minutes.
    pub minutes: u32,
    /// Minutes per sheet (1人1日あたり); `None` without sheets.
    pub per_person_day: Option<f64>,
    /// Share of all filled minutes; `None` without any.
    pub share: Option<f64>,
    /// Share of this task and all before it; `None` without filled minutes.
    pub cumulative: Option<f64>,
}
