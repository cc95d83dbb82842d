//! 推移: month by month, of all documents or of one kind.

use super::ledger;
use crate::screens::model::Model;
use crate::screens::update::stepped;

/// What is chosen in the view.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct TrendState {
    /// Chosen row: 0 for all documents together, then kind by kind.
    pub row: usize,
}

/// Goes up or down, and stays within what is there.
pub(super) fn step(model: &mut Model, steps: isize) {
    let rows = 1 + ledger::kinds(model);
    model.documents.trend.row = stepped(model.documents.trend.row, steps, rows);
}
