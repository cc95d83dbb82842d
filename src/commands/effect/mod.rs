//! Commands about effects: what is followed, figures, what a plan can show, series, the team's judgement.

pub(super) mod feasible;
pub(super) mod indicators;
mod indicators_text;
pub(super) mod judge;
pub(super) mod series;
mod series_text;
pub(super) mod values;
mod values_text;
