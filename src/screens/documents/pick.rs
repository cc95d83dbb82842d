//! Usual kinds of document to pick from: several at once, in one act.

use std::collections::BTreeSet;

use super::{DocumentForm, DocumentLayer, write};
use crate::documents::{DocumentDraft, DocumentGroup};
use crate::phrase::phrase;
use crate::screens::action::Command;
use crate::screens::desk::Shown;
use crate::screens::model::{Layer, Model};
use crate::screens::update::{Effect, stepped};
use crate::text::Lang;

/// Rows of one page key.
const PAGE: isize = 10;

/// A usual kind of document as it is offered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offered {
    /// Its id in the catalog.
    pub id: String,
    /// Its name in the reader's language.
    pub name: String,
    /// What it is for.
    pub group: DocumentGroup,
    /// Whether the ledger has it already.
    pub is_there: bool,
}

/// Usual kinds of document, of which several can be marked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PickLayer {
    /// What is offered.
    pub offered: Vec<Offered>,
    /// Ids of those that are marked.
    pub marked: BTreeSet<String>,
    /// Chosen row.
    pub row: usize,
}

impl PickLayer {
    /// What the catalog offers an office of this kind. For an empty ledger the usual ones are marked: those of its kind of service,
    /// or where that is not known, those that every office has.
    pub fn new(shown: &Shown, lang: Lang) -> Self {
        let holdings = &shown.holdings;
        let service = holdings.founding.office.service.as_deref();
        let ledger = &holdings.documents;
        let offers = holdings.catalog.document_offers().iter();
        let offers: Vec<_> = offers.filter(|offer| offer.is_for(service)).collect();
        let offered = offers.iter().map(|offer| {
            let name = lang.of(&offer.name).to_owned();
            let is_known = ledger.kinds.iter().any(|kind| kind.offer.as_deref() == Some(&offer.id));
            Offered {
                id: offer.id.clone(),
                is_there: is_known || ledger.kind_named(&name).is_some(),
                name,
                group: offer.group,
            }
        });
        let usual = offers
            .iter()
            .filter(|offer| service.is_some() || offer.services.is_empty());
        let marked = usual.filter(|_| ledger.kinds.is_empty()).map(|offer| offer.id.clone());
        Self {
            offered: offered.collect(),
            marked: marked.collect(),
            row: 0,
        }
    }
}

/// Does what a key asks for on the page.
pub(super) fn obey_layer(model: &mut Model, command: Command) -> Option<Vec<Effect>> {
    let Some(Layer::Document(DocumentLayer::Pick(layer))) = model.layers.last_mut() else {
        return None;
    };
    let steps = match command {
        Command::Up => -1,
        Command::Down => 1,
        Command::PageUp => -PAGE,
        Command::PageDown => PAGE,
        Command::First => isize::MIN,
        Command::Last => isize::MAX,
        Command::ChooseMark => {
            if let Some(it) = layer.offered.get(layer.row).filter(|it| !it.is_there)
                && !layer.marked.remove(&it.id)
            {
                layer.marked.insert(it.id.clone());
            }
            1
        }
        Command::PaperWrite => return Some(write_marked(model)),
        Command::PaperOwn => {
            model.layers.pop();
            let ledger = model.shown.as_ref().map(|shown| &shown.holdings.documents)?;
            let form = DocumentForm::kind(ledger, ledger.next_number());
            model.layers.push(Layer::Form(form));
            return Some(Vec::new());
        }
        Command::Back => {
            model.layers.pop();
            return Some(Vec::new());
        }
        _ => return None,
    };
    layer.row = stepped(layer.row, steps, layer.offered.len());
    Some(Vec::new())
}

/// Writes the marked kinds into the ledger, in one act.
fn write_marked(model: &mut Model) -> Vec<Effect> {
    let Some(Layer::Document(DocumentLayer::Pick(layer))) = model.layers.last() else {
        return Vec::new();
    };
    let Some(holdings) = model.shown.as_ref().map(|shown| &shown.holdings) else {
        return Vec::new();
    };
    let marked = layer
        .offered
        .iter()
        .filter(|it| layer.marked.contains(&it.id) && !it.is_there);
    let mut ledger = holdings.documents.clone();
    let mut steps = Vec::new();
    for it in marked {
        let Some(offer) = holdings.catalog.document_offer(&it.id) else {
            continue;
        };
        match DocumentDraft::of_offer(offer, &it.name).read(ledger.next_number(), &ledger) {
            Ok(kind) => {
                let step = ledger.kept(kind);
                ledger = ledger.with(&step);
                steps.extend(step);
            }
            Err(faults) => {
                model.notice = faults.first().map(crate::documents::DraftFault::phrase);
                return Vec::new();
            }
        }
    }
    if steps.is_empty() {
        model.notice = Some(phrase("paperview-pick-none"));
        return Vec::new();
    }
    model.layers.pop();
    write(model, steps)
}
