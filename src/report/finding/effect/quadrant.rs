//! Finding: efficiency against quality.

use serde::Serialize;

use crate::effect::{Grade, Verdict};
use crate::phrase::{Phrase, phrase};
use crate::report::finding::NotWorse;

/// Efficiency and quality side by side (効率と質の図): both better, or one bought with the other.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct QuadrantFinding {
    /// Name of the earlier survey.
    pub from_label: String,
    /// Name of the later survey.
    pub to_label: String,
    /// Pairs of an efficiency and a quality indicator: those of the same measure, else all pairs.
    pub points: Vec<QuadrantPoint>,
    /// Indicators that cannot be placed, each with the reason, in words.
    pub left_out: Vec<String>,
    /// In a sentence; why there is no picture, where there is none.
    pub sentence: String,
}

/// How far the scales of the picture may reach, round and halved in round parts.
const REACHES: [f64; 9] = [0.02, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.8, 1.0];

impl QuadrantFinding {
    /// How far the scales of efficiency and quality reach to either side of no change: to the furthest change or end of an
    /// interval, at most 1. What lies beyond stands at the edge, as it would press all others together.
    pub fn reach(&self) -> [f64; 2] {
        let reach = |end: fn(&QuadrantPoint) -> &QuadrantEnd| {
            let ends = self.points.iter().map(end);
            let all = ends.flat_map(|end| end.interval.into_iter().flatten().chain([end.change]));
            let most = all.map(f64::abs).fold(0.0, f64::max);
            REACHES.into_iter().find(|reach| *reach >= most).unwrap_or(1.0)
        };
        [reach(|point| &point.efficiency), reach(|point| &point.quality)]
    }
}

/// Where a pair lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum QuadrantPlace {
    /// Efficiency shown better, quality better or shown to be no worse.
    Both,
    /// Efficiency better, quality shown worse: bought with quality.
    Bought,
    /// Quality better, efficiency shown worse.
    Costly,
    /// Both shown worse.
    Neither,
    /// Not decided.
    Unclear,
}

impl QuadrantPlace {
    /// All, the best first.
    pub const ALL: [Self; 5] = [Self::Both, Self::Costly, Self::Bought, Self::Neither, Self::Unclear];

    /// The word for people.
    pub fn word(self) -> Phrase {
        match self {
            Self::Both => phrase("quadrant-both"),
            Self::Bought => phrase("quadrant-bought"),
            Self::Costly => phrase("quadrant-costly"),
            Self::Neither => phrase("quadrant-neither"),
            Self::Unclear => phrase("quadrant-unclear"),
        }
    }

    /// A sign beside the word, so that colour is never alone: efficiency first, then quality.
    pub fn sign(self) -> &'static str {
        match self {
            Self::Both => "++",
            Self::Bought => "+-",
            Self::Costly => "-+",
            Self::Neither => "--",
            Self::Unclear => "??",
        }
    }
}

/// One end of a pair: a change in the good direction as a share of the earlier value, 0.1 for 10 % better.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct QuadrantEnd {
    /// Id of the indicator.
    pub id: String,
    /// Name.
    pub name: String,
    /// Change in the good direction.
    pub change: f64,
    /// Its interval.
    pub interval: Option<[f64; 2]>,
    /// Change and interval in percent with their signs, `+21.5% [+15.3%, +27.1%]`.
    pub shown: String,
    /// How many stand behind it, as it is written: `8` people, `8→9` of two groups, `16/4338→2/1421` counted.
    pub n: String,
    /// What the comparison shows.
    pub verdict: Verdict,
    /// Whether the verdict still stands when all indicators of its family are looked at together (Holm).
    pub holds_among_all: bool,
    /// How sure.
    pub grade: Grade,
    /// Of quality: what the test for being no worse shows, where there is one.
    pub not_worse: Option<NotWorse>,
}

/// A pair of indicators.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct QuadrantPoint {
    /// Sign in the picture, from 1.
    pub number: usize,
    /// The first measure that both are watched beside.
    pub measure: Option<u32>,
    /// What is done.
    pub measure_text: Option<String>,
    /// Efficiency, to the right.
    pub efficiency: QuadrantEnd,
    /// Quality, upwards.
    pub quality: QuadrantEnd,
    /// Where it lies.
    pub place: QuadrantPlace,
    /// In words.
    pub sentence: String,
}
