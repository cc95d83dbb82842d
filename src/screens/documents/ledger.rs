//! 台帳: the list of kinds with the figures of one month, and what is done with the chosen one.

use super::{DocumentForm, DocumentLayer, GridLayer, PickLayer, lay, ledger_of, write};
use crate::documents::{Document, DocumentId};
use crate::office::Month;
use crate::phrase::phrase;
use crate::screens::action::Command;
use crate::screens::desk::Shown;
use crate::screens::model::{Layer, Model};
use crate::screens::update::{Effect, stepped};

/// What is chosen in the view.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LedgerState {
    /// Chosen row.
    pub row: usize,
    /// The month that was chosen; `None`: the latest that was counted.
    pub month: Option<Month>,
    /// The kind in the chosen row: it stays chosen where others come before it.
    chosen: Option<DocumentId>,
}

/// The month of which figures are shown: the chosen one, else the latest that was counted, else this month.
pub fn shown_month(model: &Model, shown: &Shown) -> Month {
    let counted = shown.holdings.documents.months.iter().map(|it| it.month);
    let chosen = model.documents.ledger.month;
    chosen
        .or_else(|| counted.max())
        .unwrap_or_else(|| Month::of(shown.today))
}

/// How many kinds the ledger has.
pub(super) fn kinds(model: &Model) -> usize {
    ledger_of(model).map_or(0, |ledger| ledger.kinds.len())
}

/// The kind in the chosen row.
fn chosen(model: &Model) -> Option<&Document> {
    ledger_of(model)?.kinds.get(model.documents.ledger.row)
}

/// Does what a key asks for among the results.
pub(super) fn obey_result(model: &mut Model, command: Command) -> Option<Vec<Effect>> {
    let is_empty = kinds(model) == 0;
    Some(match command {
        Command::PaperAdd => add(model),
        Command::PaperCount if is_empty => add(model),
        Command::PaperCount => count(model, false),
        Command::PaperSettings => settings(model),
        _ => return None,
    })
}

/// Does what a key asks for in the view.
pub(super) fn obey(model: &mut Model, command: Command) -> Option<Vec<Effect>> {
    let is_of_one = matches!(
        command,
        Command::PaperEdit | Command::PaperRemove | Command::PaperGoal | Command::PaperWeek
    );
    if is_of_one && chosen(model).is_none() {
        model.notice = Some(phrase("paperview-no-kinds-yet"));
        return Some(Vec::new());
    }
    let id = chosen(model).map(|kind| kind.id);
    Some(match command {
        Command::PaperAdd => add(model),
        Command::PaperOwn => {
            let form = ledger_of(model).map(|ledger| DocumentForm::kind(ledger, ledger.next_number()));
            model.layers.extend(form.map(Layer::Form));
            Vec::new()
        }
        Command::PaperEdit => {
            let form = ledger_of(model)
                .zip(id)
                .map(|(ledger, id)| DocumentForm::kind(ledger, id));
            model.layers.extend(form.map(Layer::Form));
            Vec::new()
        }
        Command::PaperGoal => {
            let shown = model.shown.as_deref();
            let form = shown.zip(id).map(|(shown, id)| DocumentForm::goal(shown, id));
            model.layers.extend(form.map(Layer::Form));
            Vec::new()
        }
        Command::PaperRemove => lay(model, DocumentLayer::Remove),
        Command::PaperCount if kinds(model) == 0 => add(model),
        Command::PaperCount => count(model, false),
        Command::PaperWeek => count(model, true),
        Command::PaperSettings => settings(model),
        Command::PaperEarlier | Command::PaperLater => {
            let month = model.shown.as_deref().map(|shown| shown_month(model, shown));
            model.documents.ledger.month = month.and_then(|month| turned(month, command));
            Vec::new()
        }
        _ => return None,
    })
}

/// The month before or after.
pub(super) fn turned(month: Month, command: Command) -> Option<Month> {
    let (year, number) = (month.year(), month.number());
    match (command, number) {
        (Command::PaperLater, 12) => Month::new(year + 1, 1),
        (Command::PaperLater, _) => Month::new(year, number + 1),
        (_, 1) => Month::new(year - 1, 12),
        (_, _) => Month::new(year, number - 1),
    }
    .or(Some(month))
}

/// Does what a key asks for while it is asked whether a kind is to be taken out.
pub(super) fn obey_layer(model: &mut Model, command: Command) -> Option<Vec<Effect>> {
    if !matches!(model.layers.last(), Some(Layer::Document(DocumentLayer::Remove))) {
        return None;
    }
    match command {
        Command::PaperRemove => {
            model.layers.pop();
            let steps = chosen(model)
                .zip(ledger_of(model))
                .map(|(kind, ledger)| ledger.taken_out(kind.id));
            Some(write(model, steps.unwrap_or_default()))
        }
        Command::Back => {
            model.layers.pop();
            Some(Vec::new())
        }
        _ => None,
    }
}

/// Opens the usual kinds to pick from.
fn add(model: &mut Model) -> Vec<Effect> {
    let lang = model.pictures.lang;
    match model.shown.as_deref().map(|shown| PickLayer::new(shown, lang)) {
        Some(layer) => lay(model, DocumentLayer::Pick(layer)),
        None => Vec::new(),
    }
}

/// Opens the figures of the month, or the days of the chosen kind.
fn count(model: &mut Model, by_day: bool) -> Vec<Effect> {
    let row = model.documents.ledger.row;
    let Some(shown) = model.shown.as_deref() else {
        return Vec::new();
    };
    let mut layer = GridLayer::new(&shown.holdings.documents, shown_month(model, shown), row);
    if by_day && let Err(said) = layer.open_days() {
        model.notice = Some(said);
        return Vec::new();
    }
    lay(model, DocumentLayer::Grid(Box::new(layer)))
}

/// Asks for months to compare, costs and binders.
fn settings(model: &mut Model) -> Vec<Effect> {
    let form = ledger_of(model).map(DocumentForm::settings);
    model.layers.extend(form.map(Layer::Form));
    Vec::new()
}

/// Goes up or down, and stays within what is there.
pub(super) fn step(model: &mut Model, steps: isize) {
    let row = stepped(model.documents.ledger.row, steps, kinds(model));
    model.documents.ledger.row = row;
    model.documents.ledger.chosen = chosen(model).map(|kind| kind.id);
}

/// Keeps what is chosen within what the book holds now.
pub(super) fn follow(model: &mut Model) {
    let wanted = model.documents.ledger.chosen;
    let row = ledger_of(model).and_then(|ledger| ledger.kinds.iter().position(|kind| Some(kind.id) == wanted));
    if let Some(row) = row {
        model.documents.ledger.row = row;
    }
    step(model, 0);
}
