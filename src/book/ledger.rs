//! Steps of the document ledger as one act.

use std::collections::BTreeSet;

use super::{Change, Occasion};
use crate::documents::LedgerStep;
use crate::office::Month;

/// The act that some steps of the ledger are; `None` where nothing changes.
pub fn ledger_act(steps: Vec<LedgerStep>) -> Option<(Occasion, Vec<Change>)> {
    if steps.is_empty() {
        return None;
    }
    let (mut names, mut kinds, mut months) = (Vec::new(), BTreeSet::new(), BTreeSet::<Month>::new());
    let mut is_planned = false;
    for step in &steps {
        match step {
            LedgerStep::Kind { before, after } => {
                names.extend(after.as_ref().or(before.as_ref()).map(|it| it.name.clone()));
            }
            LedgerStep::Month { before, after } => {
                let counted = after.as_ref().or(before.as_ref());
                kinds.extend(counted.map(|it| it.document));
                months.extend(counted.map(|it| it.month));
            }
            LedgerStep::Goal { .. } => is_planned = true,
            LedgerStep::Settings { .. } => {}
        }
    }
    let occasion = if !names.is_empty() {
        Occasion::DocumentsKept { names }
    } else if !months.is_empty() {
        Occasion::DocumentsCounted {
            months: months.into_iter().collect(),
            kinds: kinds.len(),
        }
    } else if is_planned {
        Occasion::DocumentsPlanned
    } else {
        Occasion::LedgerSet
    };
    Some((occasion, steps.into_iter().map(Change::from).collect()))
}
