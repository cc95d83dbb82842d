//! ムリ・ムダ・ムラ before and after.

use serde::{Deserialize, Serialize};

/// The meters of ムリ・ムダ・ムラ, wave by wave. They are for looking, not for judging: verdicts come from the comparison.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MetersFinding {
    /// Always `yutori.meters/1`.
    pub schema: String,
    /// Share of slack, in percent, below which an hour is tight.
    pub slack_percent: u8,
    /// Tasks that the office wants to reduce.
    pub wasteful: Vec<MeterTask>,
    /// Tasks of the list that might be marked; nobody has said that they are waste.
    pub candidates: Vec<MeterTask>,
    /// Waves in order of time.
    pub waves: Vec<MeterWave>,
    /// The meters, ムリ first.
    pub meters: Vec<Meter>,
}

/// A task by code and name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MeterTask {
    /// Code.
    pub code: String,
    /// Name.
    pub name: String,
}

/// What the meters of a wave are read off.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MeterWave {
    /// `before`, `after1` …
    pub id: String,
    /// For people.
    pub label: String,
    /// Sheets (person-days).
    pub sheets: usize,
    /// People.
    pub people: usize,
    /// Days.
    pub days: usize,
}

/// Which of the three a meter is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum MeterKind {
    /// ムリ: too much.
    Muri,
    /// ムラ: uneven.
    Mura,
    /// ムダ: waste.
    Muda,
}

/// One meter with its definition; less is better in all of them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Meter {
    /// Name in JSON, e.g. `tight-hours`.
    pub id: String,
    /// Which of the three.
    pub kind: MeterKind,
    /// Name for people.
    pub name: String,
    /// How it is measured, in words.
    pub definition: String,
    /// Unit of the value.
    pub unit: String,
    /// Whether the value is a share from 0 to 1.
    pub is_share: bool,
    /// Decimals with which the value is shown (of percent, for a share).
    pub decimals: u8,
    /// One for each wave.
    pub values: Vec<MeterValue>,
}

/// What a meter shows in a wave.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MeterValue {
    /// The wave.
    pub wave: String,
    /// The figure by which waves can be laid side by side; `None` when there is none.
    pub value: Option<f64>,
    /// The figure in words.
    pub shown: String,
    /// On how many hours, sheets or people it stands, and its parts; without a figure, why there is none.
    pub basis: String,
}
