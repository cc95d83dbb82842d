//! 連携: how slips are sent before and after, field by field, and what is saved.

use super::{DocumentForm, ledger_of};
use crate::documents::{Linkage, LinkageField, SendingWay, Side};
use crate::phrase::phrase;
use crate::screens::action::Command;
use crate::screens::desk::Shown;
use crate::screens::model::{Layer, Model};
use crate::screens::update::{Effect, stepped};

/// What is chosen in the view.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct LinkageState {
    /// Chosen row.
    pub row: usize,
}

/// A row of the view that can be entered, before and after at once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LinkageRow {
    /// Months.
    Months,
    /// Pieces of a way.
    Pieces(SendingWay),
    /// Minutes of a step for one piece.
    Minutes(SendingWay, String),
    /// Yen for one piece besides work.
    Yen(SendingWay),
    /// Wage and licence.
    Costs,
}

impl LinkageRow {
    /// Its two fields.
    pub fn fields(&self) -> [LinkageField; 2] {
        let both = |of: &dyn Fn(Side) -> LinkageField| Side::ALL.map(of);
        match self {
            Self::Months => both(&LinkageField::Month),
            Self::Pieces(way) => both(&|side| LinkageField::Pieces(side, *way)),
            Self::Minutes(way, step) => both(&|side| LinkageField::Minutes(side, *way, step.clone())),
            Self::Yen(way) => both(&|side| LinkageField::Yen(side, *way)),
            Self::Costs => [LinkageField::Wage, LinkageField::Licence],
        }
    }
}

/// The rows: a way that is used has its steps and its expenses below it.
pub fn rows(shown: &Shown) -> Vec<LinkageRow> {
    let figures = shown.holdings.catalog.linkage();
    let linkage = shown.holdings.documents.linkage.clone().unwrap_or_default();
    let mut rows = vec![LinkageRow::Months, LinkageRow::Costs];
    for way in SendingWay::ALL {
        rows.push(LinkageRow::Pieces(way));
        let used: Vec<_> = Side::ALL
            .into_iter()
            .filter_map(|side| linkage.way(side, way))
            .collect();
        if used.is_empty() {
            continue;
        }
        let of_catalog = figures.steps.iter().filter(|step| step.ways.contains(&way));
        let mut steps: Vec<String> = of_catalog.map(|step| step.id.clone()).collect();
        for step in used.iter().flat_map(|way| &way.steps) {
            if !steps.contains(&step.step) {
                steps.push(step.step.clone());
            }
        }
        rows.extend(steps.into_iter().map(|step| LinkageRow::Minutes(way, step)));
        rows.push(LinkageRow::Yen(way));
    }
    rows
}

/// Does what a key asks for in the view.
pub(super) fn obey(model: &mut Model, command: Command) -> Option<Vec<Effect>> {
    let row = match command {
        Command::LinkageEdit => {
            let shown = model.shown.as_deref()?;
            rows(shown).into_iter().nth(model.documents.linkage.row)
        }
        _ => return None,
    };
    match row.zip(ledger_of(model).map(|ledger| ledger.linkage.clone())) {
        Some((row, linkage)) => {
            let catalog = model.shown.as_deref().map(|shown| &shown.holdings.catalog);
            let name = catalog.map(|catalog| step_name(catalog.linkage(), &row, model.pictures.lang));
            let form = DocumentForm::linkage(linkage, &row, name.unwrap_or_default());
            model.layers.push(Layer::Form(form));
        }
        None => model.notice = Some(phrase("linkage-row-none")),
    }
    Some(Vec::new())
}

/// The name of the step of a row; empty where it is none.
fn step_name(figures: &crate::documents::LinkageFigures, row: &LinkageRow, lang: crate::text::Lang) -> String {
    let LinkageRow::Minutes(_, id) = row else {
        return String::new();
    };
    let step = figures.steps.iter().find(|step| step.id == *id);
    step.map_or_else(|| id.clone(), |step| lang.of(&step.name).to_owned())
}

/// Rows that can be chosen: those that are entered, and what is told below them.
pub fn row_count(shown: &Shown) -> usize {
    let told = &shown.linkage;
    rows(shown).len() + told.notes.len() + told.slips.months.len() + told.references.len() + 1
}

/// Goes up or down, and stays within what is there.
pub(super) fn step(model: &mut Model, steps: isize) {
    let count = model.shown.as_deref().map_or(0, row_count);
    model.documents.linkage.row = stepped(model.documents.linkage.row, steps, count);
}

/// What the answers of a form make of the figures, or what is wrong with them and the field where it is.
pub(super) fn entered(
    linkage: Option<&Linkage>,
    fields: &[LinkageField],
    typed: &[&str],
) -> Result<Linkage, (usize, crate::phrase::Phrase)> {
    let mut next = linkage.cloned().unwrap_or_default();
    for (place, (field, written)) in fields.iter().zip(typed).enumerate() {
        // An empty answer to an empty field asks for nothing.
        if next.shown(field) != *written {
            next = next.written(field, written).map_err(|fault| (place, fault.phrase()))?;
        }
    }
    Ok(next)
}
