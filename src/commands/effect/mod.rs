//! Commands about effects: what is followed, figures, what a plan can show, series, the team's judgement.

pub(super) mod feasible;
pub(super) mod indicators;
pub(super) mod judge;
pub(super) mod series;
pub(super) mod values;
mod values_text;
