//! Figures that were entered.

use chrono::NaiveDate;
use serde::Serialize;

use crate::effect::Family;

/// What was entered of the indicators that people type in (`yutori.values/1`).
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ValuesFinding {
    /// `yutori.values/1`
    pub schema: &'static str,
    /// Those that the office follows first, then those with figures, then the others.
    pub indicators: Vec<ValuesIndicator>,
    /// Which days belong to which survey.
    pub periods: Vec<PeriodLine>,
}

/// The figures of one indicator.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ValuesIndicator {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Efficiency or quality.
    pub family: Family,
    /// Unit for people.
    pub unit: String,
    /// `staff`, `office-month` …
    pub per: &'static str,
    /// The same in words.
    pub per_name: String,
    /// Decimals shown.
    pub decimals: u8,
    /// Whether values are shares from 0 to 1.
    pub is_share: bool,
    /// What the second number counts, where there are two.
    pub base: Option<String>,
    /// Lowest and highest figure that can be right.
    pub range: Option<[f64; 2]>,
    /// Whether the office follows it.
    pub chosen: bool,
    /// Of an indicator that counts documents: whether figures come from the ledger or were typed in, in words.
    pub origin: Option<String>,
    /// Figures that are there.
    pub n: usize,
    /// Figures that are missing; `None` where nobody can know.
    pub missing: Option<usize>,
    /// Surveys, months or days in order.
    pub times: Vec<ValuesTime>,
}

/// The figures of an indicator at a time.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ValuesTime {
    /// `before`, `2025-10`, `2025-10-06`.
    pub at: String,
    /// For people.
    pub label: String,
    /// The survey that it belongs to.
    pub wave: Option<String>,
    /// Figures that were entered.
    pub n: usize,
    /// Figures that are missing; `None` where nobody can know.
    pub missing: Option<usize>,
    /// Whether the value is hidden because it is of fewer than three people.
    pub hidden: bool,
    /// The mean of people, or the figure of the office; shares from 0 to 1.
    pub value: Option<f64>,
    /// Of a part or a rate how many.
    pub count: Option<f64>,
    /// Of a part or a rate: of how many.
    pub of: Option<f64>,
    /// One by one, where somebody asks for people by name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub people: Option<Vec<PersonFigure>>,
}

/// The figure of one person.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PersonFigure {
    /// `staff` or `resident`.
    pub kind: &'static str,
    /// The code.
    pub code: String,
    /// The figure.
    pub value: f64,
}

/// Which days belong to a survey.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PeriodLine {
    /// `before`, `after1` …
    pub wave: String,
    /// For people.
    pub label: String,
    /// First day.
    pub from: NaiveDate,
    /// Last day.
    pub to: NaiveDate,
    /// Whether the office set it; else it comes from the sheets.
    pub is_set: bool,
}
