//! One day, shift by shift.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Class, WaveSize};

/// All shifts of one date as bars (1日の流れ). Times are minutes after 0:00 of the date and run on past 24:00.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Timeline {
    /// Categories in the order of the list.
    pub classes: Vec<Class>,
    /// Which wave, and how much the shifts of this date hold; its days are 1.
    pub size: WaveSize,
    /// The date.
    pub date: NaiveDate,
    /// Whether there are so few people that the picture must not leave the program.
    pub hidden: bool,
    /// Full hour at or before the first minute shown.
    pub from: u16,
    /// Full hour at or after the last minute shown.
    pub to: u16,
    /// Shifts in order of their beginning; those that began the day before come first.
    pub bars: Vec<TimelineBar>,
    /// How many people are on duty from 0:00 to 24:00, stretch by stretch.
    pub on_duty: Vec<OnDuty>,
}

/// One shift.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TimelineBar {
    /// A, B, C … in order of appearance; the same person has the same letters within the day.
    pub letters: String,
    /// Code of the person; `None` unless it was asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub staff: Option<String>,
    /// Whether it began the day before.
    pub began_before: bool,
    /// First minute shown.
    pub from: u16,
    /// The minute after the last.
    pub to: u16,
    /// Stretches of one main task, in order of time.
    pub runs: Vec<Run>,
}

/// A stretch of slots with the same main task: the one with most minutes of the slot, the first of the list among equals.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Run {
    /// First minute.
    pub from: u16,
    /// The minute after the last.
    pub to: u16,
    /// Code of the task; `None` where nothing is filled in.
    pub task: Option<String>,
    /// Index of the class of the task; `None` where nothing is filled in.
    pub class: Option<usize>,
}

/// A stretch with the same number of people on duty.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct OnDuty {
    /// First minute.
    pub from: u16,
    /// The minute after the last.
    pub to: u16,
    /// People.
    pub people: usize,
}
