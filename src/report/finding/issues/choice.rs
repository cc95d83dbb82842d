//! Finding: what was chosen (課題の選定).

use chrono::NaiveDate;
use serde::Serialize;

use super::viewpoint::ViewpointName;

use crate::issues::{StatementCode, ViewpointCode};

/// Challenges by effect and ease, and which of them were chosen (課題の選定).
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct ChoiceFinding {
    /// In order of their numbers.
    pub challenges: Vec<ChallengeLine>,
    /// The places where a challenge stands, the greatest effect first and the easiest last.
    pub matrix: Vec<MatrixCell>,
    /// Numbers of the challenges that nobody has placed.
    pub unplaced: Vec<u32>,
    /// How many were chosen.
    pub chosen: usize,
    /// How many of those are not finished.
    pub at_work: usize,
    /// How many an office should work on at once.
    pub most: usize,
    /// What to think of where more are worked on at once.
    pub advice: Option<String>,
    /// How far the choice has come.
    pub sentence: String,
    /// Viewpoints that a challenge can belong to; for screens, no part of what was chosen.
    #[serde(skip)]
    pub viewpoints: Vec<ViewpointName>,
    /// Statements that a challenge can be made of; for screens, no part of what was chosen.
    #[serde(skip)]
    pub statements: Vec<StatementSource>,
}

/// A statement of the survey that a challenge can be made of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatementSource {
    /// Code of its viewpoint.
    pub viewpoint: ViewpointCode,
    /// Its code.
    pub code: StatementCode,
    /// What it says.
    pub text: String,
}

/// One challenge (課題).
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ChallengeLine {
    /// Its number.
    pub number: u32,
    /// What it says.
    pub text: String,
    /// The viewpoint that it belongs to.
    pub viewpoint: Option<ViewpointName>,
    /// The boxes of the cause map that it would change.
    pub causes: Vec<ChallengeCause>,
    /// 効果, 1 to 5.
    pub effect: Option<u8>,
    /// 取り組みやすさ, 1 to 5.
    pub ease: Option<u8>,
    /// That it was chosen, and why.
    pub chosen: Option<ChosenLine>,
    /// Whether its measures are all over and one was brought to its end.
    pub finished: bool,
    /// How many measures answer it.
    pub measures: usize,
}

/// A box of the cause map.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ChallengeCause {
    /// Its number.
    pub number: u32,
    /// What it says; `None` when it is not in the map any more.
    pub text: Option<String>,
}

/// Why a challenge was chosen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ChosenLine {
    /// Why.
    pub because: String,
    /// When.
    pub on: NaiveDate,
    /// By whom, as a role.
    pub by: Option<String>,
}

/// A place of the matrix with challenges in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MatrixCell {
    /// 効果, 1 to 5.
    pub effect: u8,
    /// 取り組みやすさ, 1 to 5.
    pub ease: u8,
    /// Numbers of the challenges.
    pub challenges: Vec<u32>,
}

impl ChoiceFinding {
    /// The numbers of the challenges at a place.
    pub fn at(&self, effect: u8, ease: u8) -> &[u32] {
        let cell = self
            .matrix
            .iter()
            .find(|cell| (cell.effect, cell.ease) == (effect, ease));
        cell.map_or(&[], |cell| &cell.challenges)
    }

    /// The challenge with this number.
    pub fn challenge(&self, number: u32) -> Option<&ChallengeLine> {
        self.challenges.iter().find(|line| line.number == number)
    }
}
