//! 結果: the parts of the page below its picture, in the order in which they are read.

use super::ledger;
use crate::report::finding::DocumentsFinding;
use crate::screens::action::Command;
use crate::screens::model::Model;
use crate::screens::update::{Effect, stepped};

/// A part of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// A kind of document before and after; its place in the finding.
    Kind(usize),
    /// Minutes and re-entries.
    Work,
    /// Money.
    Money,
    /// Paper that is kept.
    Storage,
    /// Planned against reached in a year; its place in the finding.
    Plan(usize),
    /// Something that must not be forgotten; its place in the finding.
    Remark(usize),
    /// By which rule it is judged.
    Rule,
}

/// The parts of a finding: kinds with most sheets before come first.
pub fn parts(finding: &DocumentsFinding) -> Vec<Part> {
    let mut kinds: Vec<usize> = (0..finding.kinds.len()).collect();
    let sheets = |place: &usize| finding.kinds.get(*place).and_then(|kind| kind.figures.sheets_before);
    kinds.sort_by_key(|place| std::cmp::Reverse(sheets(place)));
    let mut parts: Vec<Part> = kinds.into_iter().map(Part::Kind).collect();
    parts.extend([Part::Work, Part::Money, Part::Storage]);
    parts.extend((0..finding.plan.len()).map(Part::Plan));
    parts.extend((0..finding.remarks.len()).map(Part::Remark));
    parts.push(Part::Rule);
    parts
}

/// Does what a key asks for in the view.
pub(super) fn obey(model: &mut Model, command: Command) -> Option<Vec<Effect>> {
    ledger::obey_result(model, command)
}

/// Goes up or down, and stays within what is there.
pub(super) fn step(model: &mut Model, steps: isize) {
    let rows = model.shown.as_ref().map_or(0, |shown| parts(&shown.documents).len());
    model.documents.result = stepped(model.documents.result, steps, rows);
}
