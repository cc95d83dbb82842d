//! Finding: what the survey shows (見える化).
//!
//! Whatever could tell the answers of fewer than three people, also by subtraction, is `None` here already, so that
//! nothing that is made from it can show it.

use serde::Serialize;

use crate::effect::{Grade, Verdict};
use crate::report::finding::Estimate;

/// Shows what the survey shows (見える化).
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct ChallengeSurveyFinding {
    /// One for each round and questionnaire, in order of the rounds.
    pub rounds: Vec<ChallengeRound>,
    /// Each earlier round against each later one with the same questionnaire.
    pub comparisons: Vec<ChallengeComparison>,
    /// How it was counted, in words.
    pub method: Vec<String>,
}

/// What people answered in a round.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ChallengeRound {
    /// Id of the round: `before`, `after1` …
    pub id: String,
    /// 取組前
    pub label: String,
    /// What they were asked.
    pub questionnaire: QuestionnaireName,
    /// People who answered.
    pub people: usize,
    /// Whether they are so few that nothing is shown.
    pub hidden: bool,
    /// People of the floor; `None` where it is hidden.
    pub floor: Option<usize>,
    /// Managers and leaders; `None` where it is hidden.
    pub management: Option<usize>,
    /// People who did not say; `None` where it could be told from the others.
    pub without_position: Option<usize>,
    /// Units by name.
    pub units: Vec<ChallengeUnit>,
    /// In the order of the questionnaire.
    pub viewpoints: Vec<ChallengeViewpoint>,
    /// Codes of the viewpoints whose gap is known, the largest gap first.
    pub gaps: Vec<String>,
    /// Where it applies most, where floor and management differ most, and what so few people do not tell.
    pub sentence: String,
}

/// A questionnaire as it is named under its figures.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct QuestionnaireName {
    /// Id.
    pub id: String,
    /// Title.
    pub title: String,
    /// Version.
    pub version: String,
    /// Where it comes from; 参考 for a proposal that is not official.
    pub source: String,
}

/// A unit and its people.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ChallengeUnit {
    /// Its name.
    pub unit: String,
    /// People who answered; `None` where they are hidden.
    pub people: Option<usize>,
}

/// How far something applies for some people.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ChallengeShare {
    /// Share of the answers that apply; `None` without answers.
    pub share: Option<f64>,
    /// Its Wilson interval (95 %) with the people as n.
    pub interval: Option<[f64; 2]>,
    /// People who said how far it applies.
    pub n: usize,
    /// Answers that say how far it applies.
    pub answers: usize,
    /// Answers of those that apply: 2 or 3.
    pub applies: usize,
}

/// What people answered to a viewpoint. A group stands in all figures of a viewpoint or in none.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ChallengeViewpoint {
    /// Code, e.g. `2-1`.
    pub code: String,
    /// Name.
    pub name: String,
    /// Whether so few people rated a statement of it that nothing is shown.
    pub hidden: bool,
    /// Place by share, the largest first; the same for equal ones.
    pub rank: Option<usize>,
    /// Share of the answers that apply.
    pub share: Option<f64>,
    /// Its Wilson interval (95 %) with the people as n.
    pub interval: Option<[f64; 2]>,
    /// People who rated at least one statement of it.
    pub people: Option<usize>,
    /// Answers that say how far a statement applies.
    pub answers: Option<usize>,
    /// Answers of those that apply.
    pub applies: Option<usize>,
    /// The floor; `None` where it is hidden.
    pub floor: Option<ChallengeShare>,
    /// Managers and leaders; `None` where they are hidden.
    pub management: Option<ChallengeShare>,
    /// Share of management − share of the floor.
    pub gap: Option<f64>,
    /// By unit, in the order of the round.
    pub units: Vec<ChallengeUnitShare>,
    /// In the order of the questionnaire.
    pub statements: Vec<ChallengeStatement>,
}

/// How far a viewpoint applies in a unit.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ChallengeUnitShare {
    /// Its name.
    pub unit: String,
    /// `None` where it is hidden.
    pub share: Option<ChallengeShare>,
}

/// What people answered to a statement.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ChallengeStatement {
    /// Code, e.g. `2-1c`.
    pub code: String,
    /// What it says.
    pub text: String,
    /// People who said how far it applies.
    pub n: Option<usize>,
    /// People for whom it applies.
    pub applies: Option<usize>,
    /// Share of those who said how far it applies.
    pub share: Option<f64>,
    /// Its Wilson interval (95 %).
    pub interval: Option<[f64; 2]>,
    /// People who said わからない; `None` where they and those who left it out are one or two people.
    pub unknown: Option<usize>,
    /// People who left it out; `None` as `unknown`.
    pub missing: Option<usize>,
    /// The floor.
    pub floor: Option<ChallengeShare>,
    /// Managers and leaders.
    pub management: Option<ChallengeShare>,
    /// Share of management − share of the floor.
    pub gap: Option<f64>,
}

/// Two rounds of the same questionnaire, viewpoint by viewpoint. The unit is the person; less is better.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ChallengeComparison {
    /// Id of the earlier round.
    pub from: String,
    /// Id of the later round.
    pub to: String,
    /// 取組前
    pub from_label: String,
    /// 取組後①
    pub to_label: String,
    /// Id of the questionnaire.
    pub questionnaire: String,
    /// In the order of the questionnaire.
    pub viewpoints: Vec<ChallengeChange>,
    /// What became better and worse, and how much of it is sure.
    pub sentence: String,
    /// What must be known about who was compared; `None` where all gave their codes.
    pub note: Option<String>,
}

/// How a viewpoint changed between two rounds. Differences are later − earlier, shares from 0 to 1.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ChallengeChange {
    /// Code of the viewpoint.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Share of all answers of the earlier round that apply.
    pub share_from: Option<f64>,
    /// Share of all answers of the later round that apply.
    pub share_to: Option<f64>,
    /// People in the earlier round.
    pub n_from: Option<usize>,
    /// People in the later round.
    pub n_to: Option<usize>,
    /// People in both, known by their codes.
    pub n_paired: Option<usize>,
    /// Whether the figures of the people compared are hidden: one or two who are in one round only could be told.
    pub hidden: bool,
    /// Mean over the people compared of each one's share, earlier round.
    pub from: Option<f64>,
    /// The same, later round.
    pub to: Option<f64>,
    /// Difference of the means.
    pub difference: Option<f64>,
    /// Interval of `difference`.
    pub interval: Option<[f64; 2]>,
    /// `t 95%` or `welch 95%`.
    pub interval_kind: Option<String>,
    /// `sign-flip` (the same people) or `permutation` (others).
    pub test: Option<String>,
    /// Two-sided p.
    pub p_value: Option<f64>,
    /// `exact`, or `drawn` with draws and seed.
    pub p_method: Option<String>,
    /// p after Holm among the viewpoints.
    pub p_holm: Option<f64>,
    /// Smallest p that so many people could reach.
    pub p_smallest: Option<f64>,
    /// p of the exact rank test.
    pub p_rank: Option<f64>,
    /// Hodges–Lehmann estimate.
    pub hodges_lehmann: Option<Estimate>,
    /// Hedges g.
    pub hedges_g: Option<f64>,
    /// Cliff's delta, later against earlier.
    pub cliffs_delta: Option<f64>,
    /// Share of the people in both rounds for whom less applies than before.
    pub good_share: Option<f64>,
    /// Share of the statements that people said how far they apply, the lower of the two rounds; it stands for the filled
    /// share of time sheets.
    pub rated_share: Option<f64>,
    /// What it shows.
    pub verdict: Verdict,
    /// How sure.
    pub grade: Grade,
    /// The reason in words.
    pub why: String,
    /// What changed, by how much, how sure.
    pub sentence: String,
}

impl ChallengeRound {
    /// The viewpoint with this code.
    pub fn viewpoint(&self, code: &str) -> Option<&ChallengeViewpoint> {
        self.viewpoints.iter().find(|viewpoint| viewpoint.code == code)
    }

    /// The statement with this code.
    pub fn statement(&self, code: &str) -> Option<&ChallengeStatement> {
        let mut statements = self.viewpoints.iter().flat_map(|viewpoint| &viewpoint.statements);
        statements.find(|statement| statement.code == code)
    }

    /// Viewpoints with the largest gap first; those without a known gap after them, the largest share first.
    pub fn by_gap(&self) -> Vec<&ChallengeViewpoint> {
        let mut ordered: Vec<&ChallengeViewpoint> = self.viewpoints.iter().collect();
        let place = |it: &ChallengeViewpoint| self.gaps.iter().position(|code| *code == it.code).unwrap_or(usize::MAX);
        ordered.sort_by_key(|it| (place(it), it.rank.unwrap_or(usize::MAX)));
        ordered
    }
}

impl ChallengeSurveyFinding {
    /// What the latest round that asked this statement says of it.
    pub fn latest(&self, statement: &str) -> Option<(&ChallengeRound, &ChallengeStatement)> {
        let mut rounds = self.rounds.iter().rev();
        rounds.find_map(|round| round.statement(statement).map(|found| (round, found)))
    }
}
