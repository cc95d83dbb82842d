//! Classes of minutes and sizes of waves, as every picture names them.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::WaveSummary;
use crate::worktime::{CategoryKind, Hue};

/// A category as pictures show it (分類). Unfilled minutes are a class of their own and never one of these.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Class {
    /// Code of the category.
    pub code: String,
    /// Name.
    pub name: String,
    /// What it is.
    pub kind: CategoryKind,
    /// Its colour; two classes of a list have the same one only where there are more classes than colours.
    pub hue: Hue,
}

/// How much a wave holds, for the line under a picture that says what it is made from (対象).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WaveSize {
    /// `before`, `after1` …
    pub id: String,
    /// 取組前, 取組後① …
    pub label: String,
    /// People.
    pub people: usize,
    /// Sheets (person-days, 人日).
    pub sheets: usize,
    /// Dates with a sheet.
    pub days: usize,
    /// First date of a sheet.
    pub from: Option<NaiveDate>,
    /// Last date of a sheet.
    pub to: Option<NaiveDate>,
    /// Filled minutes.
    pub minutes: u32,
    /// Minutes of the shifts with no task.
    pub unfilled: u32,
}

impl WaveSize {
    /// The size of a wave that was summed up.
    pub fn of(wave: &WaveSummary) -> Self {
        Self {
            id: wave.id.clone(),
            label: wave.label.clone(),
            people: wave.staff,
            sheets: wave.sheets,
            days: wave.days,
            from: wave.from,
            to: wave.to,
            minutes: wave.minutes,
            unfilled: wave.unfilled,
        }
    }
}
