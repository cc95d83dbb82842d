//! ムリ・ムダ・ムラ: what the office has set for its meters.

use serde::{Deserialize, Serialize};

use crate::worktime::task_list::TaskCode;

/// What the office has set for the meters of ムリ・ムダ・ムラ (3Mの設定).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MeterSettings {
    /// Share of an hour's minutes, in percent, below which slack is too little (ムリ).
    pub slack_percent: u8,
    /// Tasks that the office wants to reduce, such as re-entry or searching (ムダ), in order of the list.
    pub wasteful: Vec<TaskCode>,
}

impl Default for MeterSettings {
    /// A tenth of the hour, our own proposal (参考); no task is marked before somebody marks it.
    fn default() -> Self {
        Self {
            slack_percent: 10,
            wasteful: Vec::new(),
        }
    }
}
