//! Before and after.

use serde::{Deserialize, Serialize};

use super::ListNote;
pub use crate::effect::{ComparedAs, NotWorse};
use crate::effect::{Direction, Family, Grade, Verdict};

/// Before and after, indicator by indicator (`yutori.compare/1`).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Comparisons {
    /// Always `yutori.compare/1`.
    pub schema: String,
    /// Id of the earlier wave.
    pub from: String,
    /// Id of the later wave.
    pub to: String,
    /// 取組前
    pub from_label: String,
    /// 取組後①
    pub to_label: String,
    /// The border between day and night, e.g. `22:00-06:00`.
    #[serde(default)]
    pub night_hours: String,
    /// In the order of the catalog.
    pub indicators: Vec<IndicatorFinding>,
    /// Waves of the two that were recorded with an older task list; empty when none was.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub list_notes: Vec<ListNote>,
}

/// Mean, median and spread over people.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Spread {
    /// Mean over people.
    pub mean: f64,
    /// Median over people.
    pub median: f64,
    /// Standard deviation (n−1); `None` for one person.
    pub sd: Option<f64>,
}

/// An estimate with its interval.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Estimate {
    /// The estimate.
    pub estimate: f64,
    /// Lower and upper end; `None` when there are too few people.
    pub interval: Option<[f64; 2]>,
    /// Level reached, e.g. 0.9609; `None` without an interval.
    pub level: Option<f64>,
}

/// The other way to compare, when both are possible.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct OtherTest {
    /// `permutation` (beside a paired comparison) or `sign-flip` (beside an unpaired one).
    pub test: String,
    /// Difference of means, later − earlier.
    pub difference: f64,
    /// Two-sided.
    pub p_value: f64,
    /// p of the exact rank test: Mann–Whitney or signed-rank.
    #[serde(default)]
    pub p_rank: Option<f64>,
    /// Hodges–Lehmann shift.
    pub hodges_lehmann: Option<Estimate>,
}

/// Minutes scaled to 480 or 600 filled minutes of a person, mean over people, per wave.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ScaledPair {
    /// 480 or 600.
    pub scale: u16,
    /// People with minutes in the period, earlier wave.
    pub n_from: usize,
    /// People with minutes in the period, later wave.
    pub n_to: usize,
    /// Mean, earlier wave.
    pub from: Option<f64>,
    /// Mean, later wave.
    pub to: Option<f64>,
}

/// One indicator before and after. Differences are later − earlier; shares are from 0 to 1.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct IndicatorFinding {
    /// Id in the catalog.
    pub id: String,
    /// Name.
    pub name: String,
    /// Efficiency or quality.
    pub family: Family,
    /// Unit as people read it (`分`, `%`).
    pub unit: String,
    /// Unit of differences: percentage points for shares, else the unit.
    #[serde(default)]
    pub difference_unit: String,
    /// Which way is good.
    pub direction: Direction,
    /// Decimals to show, in the unit as people read it.
    pub decimals: u8,
    /// Whether values are shares, to be shown times 100.
    pub is_share: bool,
    /// People in the earlier wave.
    pub n_from: usize,
    /// People in the later wave.
    pub n_to: usize,
    /// People in both.
    pub n_paired: usize,
    /// Different people compared: those in both when paired, those in either when unpaired.
    #[serde(default)]
    pub n_people: usize,
    /// Spread over the people compared, earlier wave.
    pub from: Option<Spread>,
    /// Spread over the people compared, later wave.
    pub to: Option<Spread>,
    /// Difference of means (paired: of the people in both waves).
    pub difference: Option<f64>,
    /// Difference as a share of the earlier mean.
    pub change: Option<f64>,
    /// Interval of `change`.
    pub change_interval: Option<[f64; 2]>,
    /// `sign-flip` (paired) or `permutation` (unpaired).
    pub test: Option<String>,
    /// Two-sided p of the main test.
    pub p_value: Option<f64>,
    /// `exact`, or `drawn` with draws and seed.
    pub p_method: Option<String>,
    /// p adjusted after Holm within the family.
    pub p_holm: Option<f64>,
    /// Smallest p that this number of people could reach.
    pub p_smallest: Option<f64>,
    /// p of the signed-rank test (paired).
    pub p_signed_rank: Option<f64>,
    /// p of the Mann–Whitney test (unpaired).
    #[serde(default)]
    pub p_rank_sum: Option<f64>,
    /// Interval of `difference`.
    pub interval: Option<[f64; 2]>,
    /// How the interval was made, e.g. `t 95%`.
    pub interval_kind: Option<String>,
    /// Hodges–Lehmann estimate with its exact interval.
    pub hodges_lehmann: Option<Estimate>,
    /// Hedges g on the differences (paired) or the pooled sd (unpaired).
    pub hedges_g: Option<f64>,
    /// Hedges g on the average sd (paired only).
    pub hedges_g_av: Option<f64>,
    /// Cliff's delta, later against earlier.
    pub cliffs_delta: Option<f64>,
    /// Share of people in both waves who changed in the good direction.
    pub good_share: Option<f64>,
    /// The unpaired comparison beside a paired one.
    pub unpaired: Option<OtherTest>,
    /// The comparison of the few people in both waves beside an unpaired one.
    #[serde(default)]
    pub paired: Option<OtherTest>,
    /// Filled share of all minutes, the lower of the two waves.
    pub filled_share: Option<f64>,
    /// Minutes scaled to 480 by day.
    pub scaled_day: Option<ScaledPair>,
    /// Minutes scaled to 600 by night.
    pub scaled_night: Option<ScaledPair>,
    /// What it shows.
    pub verdict: Verdict,
    /// How sure.
    pub grade: Grade,
    /// The reason in words.
    pub why: String,
    /// What changed, by how much, how sure, in one or two sentences.
    pub sentence: String,
    /// Values of the people in both waves, without codes, in order of the earlier value: `[earlier, later]`.
    #[serde(skip_serializing_if = "Vec::is_empty", default)]
    pub paths: Vec<[f64; 2]>,
    /// What may be claimed, and why; its fields stand beside the others.
    #[serde(flatten, default)]
    pub assessment: Assessment,
}

/// The not-worse test with its reason.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct NotWorseLine {
    /// What it shows.
    pub result: NotWorse,
    /// The margin in the unit of the finding, above 0.
    pub margin: Option<f64>,
    /// The act of the journal since which the margin is as it is.
    pub margin_act: Option<i64>,
    /// The act that brought the first figure of the later survey.
    pub figure_act: Option<i64>,
    /// Whether the margin was set before any figure, in words, with the acts.
    #[serde(default)]
    pub margin_sentence: String,
    /// What it shows in words, with the margin.
    pub sentence: String,
}

/// Another reasonable way to compare.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MethodLine {
    /// Id: `signed-rank`, `unpaired`, `without-largest` …
    pub method: String,
    /// Its name for people.
    pub name: String,
    /// Difference, later − earlier.
    pub difference: Option<f64>,
    /// Two-sided.
    pub p_value: Option<f64>,
    /// What it would show.
    pub verdict: Verdict,
    /// Whether that is the verdict of the main way.
    pub same: bool,
}

/// How many of how many, before and after.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct CountPair {
    /// How many.
    pub count: f64,
    /// Of how many.
    pub base: f64,
    /// 95 % interval of the share (Wilson) or rate (Garwood), in the unit of the finding.
    pub interval: Option<[f64; 2]>,
}

/// What may be claimed of a comparison, and why (判定の理由).
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Assessment {
    /// How values were compared.
    pub compared_as: ComparedAs,
    /// The target in the unit of the finding.
    pub target: Option<f64>,
    /// Whether the later mean has reached it.
    pub target_reached: Option<bool>,
    /// Of the quality of care: whether it is shown to be no worse.
    pub not_worse: Option<NotWorseLine>,
    /// Exact interval of the difference, of at least 95 %.
    pub exact_interval: Option<[f64; 2]>,
    /// The level that it reaches.
    pub exact_level: Option<f64>,
    /// How it was made: `sign-flip`, `rank-sum`, `clopper-pearson`, `garwood`.
    pub exact_kind: Option<String>,
    /// Of a share or rate: how many of how many, before.
    pub counts_from: Option<CountPair>,
    /// The same, after.
    pub counts_to: Option<CountPair>,
    /// Other reasonable ways to compare.
    pub methods: Vec<MethodLine>,
    /// Whether they all show the same; `null` where there is none.
    pub methods_agree: Option<bool>,
    /// The same in a sentence.
    pub methods_sentence: String,
    /// Why the grade is what it is, one sentence a reason.
    pub reasons: Vec<String>,
    /// What may be said to the committee.
    pub committee: String,
}
