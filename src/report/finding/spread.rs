//! How far people lie apart, without saying who.

use serde::{Deserialize, Serialize};

use super::{Class, WaveSize};

/// Minutes per person and day of everybody, without codes (個人差).
///
/// The values of each measure are sorted on their own, so that no person can be followed from one measure or wave to
/// another. Waves with fewer than three people have no values.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PeopleSpread {
    /// Categories in the order of the list.
    pub classes: Vec<Class>,
    /// The waves, in order of time.
    pub waves: Vec<WaveSize>,
    /// Categories, then indicators that are minutes.
    pub measures: Vec<SpreadMeasure>,
}

impl PeopleSpread {
    /// Whether there is no wave with enough people to show.
    pub fn hidden(&self) -> bool {
        self.measures
            .iter()
            .flat_map(|measure| &measure.waves)
            .all(|wave| wave.hidden)
    }
}

/// A category or an indicator.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SpreadMeasure {
    /// Code of the category or id of the indicator.
    pub code: String,
    /// Name.
    pub name: String,
    /// Index of the class; `None` for an indicator.
    pub class: Option<usize>,
    /// Wave by wave.
    pub waves: Vec<SpreadWave>,
}

/// One wave of a measure.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SpreadWave {
    /// Whether there are so few people that nothing may be shown.
    pub hidden: bool,
    /// People with a value.
    pub people: usize,
    /// Minutes per day, one value a person, smallest first; empty when hidden.
    pub values: Vec<f64>,
    /// Smallest, lower quartile, median, upper quartile, largest; `None` when hidden.
    pub five: Option<[f64; 5]>,
    /// Mean over people; `None` when hidden.
    pub mean: Option<f64>,
}
