//! How far two recordings of the same work agree.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Recordings of one person's day, compared two by two (記録者どうしの一致).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Agreements {
    /// Always `yutori.agreement/1`.
    pub schema: String,
    /// Code of the person.
    pub staff: String,
    /// Date on which the work began.
    pub date: NaiveDate,
    /// Each two recordings of one wave.
    pub pairs: Vec<AgreementFinding>,
}

/// Two recordings (一致).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct AgreementFinding {
    /// Wave.
    pub wave: String,
    /// Code of the first observer; `None` when the person held the timer.
    pub first: Option<String>,
    /// Code of the second observer.
    pub second: Option<String>,
    /// Minutes that both recorded.
    pub minutes: u32,
    /// Of these, minutes with the same task.
    pub minutes_alike: u32,
    /// Minutes that only the first recorded.
    pub minutes_first_only: u32,
    /// Minutes that only the second recorded.
    pub minutes_second_only: u32,
    /// Kappa of the minutes.
    pub minute_kappa: Option<f64>,
    /// Pairs of stretches matched by overlap.
    pub pairs: usize,
    /// Of these, pairs with the same task.
    pub pairs_alike: usize,
    /// Stretches of the first without a counterpart.
    pub first_alone: usize,
    /// Stretches of the second without a counterpart.
    pub second_alone: usize,
    /// Kappa of the pairs.
    pub pair_kappa: Option<f64>,
    /// Lin's concordance of the lengths of the pairs.
    pub concordance: Option<f64>,
    /// Median distance of the starts of a pair, in seconds.
    pub start_gap_seconds: Option<f64>,
    /// Agreement of the order, −1 to 1.
    pub order: Option<f64>,
    /// The two tasks that were mixed up most.
    pub mixed_up: Option<MixedUp>,
    /// What it comes to.
    pub sentence: String,
}

/// Two tasks that were mixed up.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MixedUp {
    /// Codes of the two.
    pub tasks: [String; 2],
    /// Their names.
    pub names: [String; 2],
    /// Minutes in which one recorded the one and the other the other.
    pub minutes: u64,
}
