//! What-if: work moved or cut on paper. No total, comparison or workbook ever holds it.

use serde::{Deserialize, Serialize};

/// The scenarios of a book.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ScenarioList {
    /// Always `yutori.scenarios/1`.
    pub schema: String,
    /// Says that none of this is data.
    pub label: String,
    /// By name.
    pub scenarios: Vec<ScenarioLine>,
}

/// One scenario in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ScenarioLine {
    /// Its name.
    pub name: String,
    /// The wave over which it is laid.
    pub wave: String,
    /// The same for people.
    pub wave_label: String,
    /// How many moves it has.
    pub moves: usize,
}

/// What a scenario makes of an average survey day.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ScenarioFinding {
    /// Always `yutori.scenario/1`.
    pub schema: String,
    /// Always false.
    pub is_data: bool,
    /// Says that it is no data.
    pub label: String,
    /// Its name.
    pub name: String,
    /// The wave over which it is laid.
    pub wave: String,
    /// The same for people.
    pub wave_label: String,
    /// Days of the survey of which the day is the mean.
    pub days: u32,
    /// Sheets of the survey.
    pub sheets: u32,
    /// In order.
    pub moves: Vec<MoveLine>,
    /// Why the moves cannot be made, where they cannot; there is no `after` then.
    pub fault: Option<String>,
    /// All 24 hours of the clock.
    pub hours: Vec<ScenarioHour>,
    /// Figures of the day that may change.
    pub effects: Vec<ScenarioEffect>,
}

/// One move.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MoveLine {
    /// `eliminate`, `combine`, `rearrange` or `simplify`.
    pub way: String,
    /// Code of the task.
    pub task: String,
    /// Its name.
    pub task_name: String,
    /// From which clock hour.
    pub from_hour: u16,
    /// To which; `None` when the minutes go away.
    pub to_hour: Option<u16>,
    /// Minutes a survey day, over all people.
    pub minutes: u32,
    /// The move in words.
    pub sentence: String,
}

/// Care work in a clock hour of the average survey day.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ScenarioHour {
    /// 0–23
    pub hour: u16,
    /// Minutes of care work as measured.
    pub before: f64,
    /// Minutes of care work in the scenario.
    pub after: Option<f64>,
    /// Minutes by which the work that came is more than the slack that was there.
    pub short: Option<f64>,
}

/// A figure of the day, measured and in the scenario.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ScenarioEffect {
    /// Name in JSON, e.g. `load-peak`.
    pub id: String,
    /// Name for people.
    pub name: String,
    /// Decimals with which it is shown.
    pub decimals: u8,
    /// As measured.
    pub before: Option<f64>,
    /// In the scenario.
    pub after: Option<f64>,
}
