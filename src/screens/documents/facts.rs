//! 転記: which facts stand in which documents, and which are to be entered only once.

use super::{DocumentForm, ledger_of, write};
use crate::catalog::Catalog;
use crate::documents::{Document, Documents, FactUse, FactWay};
use crate::phrase::phrase;
use crate::screens::action::Command;
use crate::screens::model::{Layer, Model};
use crate::screens::update::{Effect, stepped};
use crate::text::Lang;

/// What is chosen in the view.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct FactsState {
    /// Chosen document.
    pub row: usize,
    /// Chosen fact.
    pub column: usize,
}

/// Facts that stand in documents of the ledger: those of the catalog in its order, then the office's own.
pub fn columns(ledger: &Documents, catalog: &Catalog) -> Vec<String> {
    let is_used = |id: &str| {
        let mut uses = ledger.kinds.iter().flat_map(|kind| &kind.facts);
        uses.any(|it| it.fact == id)
    };
    let known = catalog.facts().iter().map(|fact| fact.id.clone());
    let mut facts: Vec<String> = known.filter(|id| is_used(id)).collect();
    for it in ledger.kinds.iter().flat_map(|kind| &kind.facts) {
        if !facts.contains(&it.fact) {
            facts.push(it.fact.clone());
        }
    }
    facts
}

/// The name of a fact: of the catalog, else the office's own words.
pub fn fact_name<'a>(catalog: &'a Catalog, id: &'a str, lang: Lang) -> &'a str {
    catalog.fact(id).map_or(id, |fact| lang.of(&fact.name))
}

/// Does what a key asks for in the view.
pub(super) fn obey(model: &mut Model, command: Command) -> Option<Vec<Effect>> {
    match command {
        Command::FactEarlier => step(model, 0, -1),
        Command::FactLater => step(model, 0, 1),
        Command::PaperOwn => ask_fact(model),
        Command::FactTurn | Command::FactFirst | Command::FactAgain | Command::FactOnce | Command::FactNone => {
            return Some(turn(model, command));
        }
        _ => return None,
    }
    Some(Vec::new())
}

/// Goes down and to the right, and stays within what is there.
pub(super) fn step(model: &mut Model, down: isize, right: isize) {
    let Some(shown) = model.shown.as_deref() else { return };
    let ledger = &shown.holdings.documents;
    let facts = columns(ledger, &shown.holdings.catalog).len();
    let kinds = ledger.kinds.len();
    let at = &mut model.documents.facts;
    at.row = stepped(at.row, down, kinds);
    at.column = stepped(at.column, right, facts);
}

fn chosen(model: &Model) -> Option<(&Document, String)> {
    let shown = model.shown.as_deref()?;
    let ledger = &shown.holdings.documents;
    let at = model.documents.facts;
    let fact = columns(ledger, &shown.holdings.catalog).into_iter().nth(at.column)?;
    Some((ledger.kinds.get(at.row)?, fact))
}

/// Says how the chosen fact gets into the chosen document.
fn turn(model: &mut Model, command: Command) -> Vec<Effect> {
    let Some((kind, fact)) = chosen(model) else {
        model.notice = Some(phrase("paperview-facts-none-chosen"));
        return Vec::new();
    };
    let now = kind.facts.iter().find(|it| it.fact == fact).map(|it| it.way);
    let way = match command {
        Command::FactFirst => Some(FactWay::First),
        Command::FactAgain => Some(FactWay::Again),
        Command::FactOnce => Some(FactWay::Once),
        Command::FactNone => None,
        _ => match now {
            None => Some(FactWay::First),
            Some(FactWay::First) => Some(FactWay::Again),
            Some(FactWay::Again) => Some(FactWay::Once),
            Some(FactWay::Once) => None,
        },
    };
    let kind = with_fact(kind, &fact, way);
    let steps = ledger_of(model).map(|ledger| ledger.kept(kind)).unwrap_or_default();
    write(model, steps)
}

/// The document with another way for one of its facts; `None` takes the fact out.
pub(super) fn with_fact(kind: &Document, fact: &str, way: Option<FactWay>) -> Document {
    let mut kind = kind.clone();
    let place = kind.facts.iter().position(|it| it.fact == fact);
    match (place, way) {
        (Some(place), Some(way)) => kind.facts[place].way = way,
        (Some(place), None) => {
            kind.facts.remove(place);
        }
        (None, Some(way)) => kind.facts.push(FactUse {
            fact: fact.to_owned(),
            way,
        }),
        (None, None) => {}
    }
    kind
}

/// Asks for a fact to add to the chosen document.
fn ask_fact(model: &mut Model) {
    let lang = model.pictures.lang;
    let Some(shown) = model.shown.as_deref() else { return };
    let kind = shown.holdings.documents.kinds.get(model.documents.facts.row);
    match kind.map(|kind| DocumentForm::fact(shown, kind.id, lang)) {
        Some(form) => model.layers.push(Layer::Form(form)),
        None => model.notice = Some(phrase("paperview-no-kinds-yet")),
    }
}
