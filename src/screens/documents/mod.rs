//! 文書: from the list of documents to how much paper went away, one view after the other.

mod facts;
mod form;
mod grid;
mod ledger;
mod linkage;
mod pick;
mod result;
mod trend;
mod typing;

pub use facts::{FactsState, columns as fact_columns, fact_name};
pub use form::{DocumentAsk, DocumentForm};
pub use grid::{GridAside, GridLayer, applied, edit, paste};
pub use ledger::{LedgerState, shown_month};
pub use linkage::{LinkageRow, LinkageState, rows as linkage_rows};
pub use pick::PickLayer;
pub use result::{Part, parts as result_parts};
pub use trend::TrendState;
pub use typing::{Problem, Typing};

use super::action::{Command, Tab, turned};
use super::desk::Job;
use super::model::{Context, Layer, Model};
use super::update::{Effect, run};
use crate::book::ledger_act;
use crate::documents::{Documents, LedgerStep};
use crate::phrase::{Phrase, phrase};

/// Ways to look at documents (文書).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum DocumentView {
    /// 結果: how much paper went away.
    #[default]
    Result,
    /// 台帳: kinds and counts.
    Ledger,
    /// 転記: which facts stand in which documents.
    Facts,
    /// 推移: month by month.
    Trend,
    /// 連携: what sending slips as data saves.
    Linkage,
}

impl DocumentView {
    /// In the order in which they are offered.
    pub const ALL: [Self; 5] = [Self::Result, Self::Ledger, Self::Facts, Self::Trend, Self::Linkage];

    /// Its name.
    pub fn name(self) -> Phrase {
        match self {
            Self::Result => phrase("paperview-view-result"),
            Self::Ledger => phrase("paperview-view-ledger"),
            Self::Facts => phrase("paperview-view-facts"),
            Self::Trend => phrase("paperview-view-trend"),
            Self::Linkage => phrase("linkage-view"),
        }
    }
}

/// What is chosen on the tab of documents.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct DocumentsState {
    /// The way to look.
    pub view: DocumentView,
    /// The first part of the results that is seen.
    pub result: usize,
    /// 台帳
    pub ledger: LedgerState,
    /// 転記
    pub facts: FactsState,
    /// 推移
    pub trend: TrendState,
    /// 連携
    pub linkage: LinkageState,
}

/// A page that lies over the tab.
#[derive(Debug, Clone, PartialEq)]
pub enum DocumentLayer {
    /// Usual kinds are picked.
    Pick(PickLayer),
    /// The figures of a month are typed.
    Grid(Box<GridLayer>),
    /// Asks before the chosen kind is taken out.
    Remove,
}

impl DocumentLayer {
    /// Which rows of the key table hold.
    pub fn context(&self) -> Context {
        match self {
            Self::Pick(_) => Context::DocumentPick,
            Self::Grid(layer) => layer.context(),
            Self::Remove => Context::DocumentRemove,
        }
    }
}

/// Does what a key asks for on this tab and on what lies over it; `None` where the key is none of this tab's.
pub fn obey(model: &mut Model, command: Command) -> Option<Vec<Effect>> {
    let of_layer = grid::obey_layer(model, command)
        .or_else(|| pick::obey_layer(model, command))
        .or_else(|| ledger::obey_layer(model, command));
    if of_layer.is_some() {
        return of_layer;
    }
    if model.tab != Tab::Documents || model.shown.is_none() || !model.layers.is_empty() {
        return None;
    }
    let of_view = match model.documents.view {
        DocumentView::Result => result::obey(model, command),
        DocumentView::Ledger => ledger::obey(model, command),
        DocumentView::Facts => facts::obey(model, command),
        DocumentView::Trend => None,
        DocumentView::Linkage => linkage::obey(model, command),
    };
    of_view.or_else(|| turn(model, command))
}

/// The next view, or the one before.
fn turn(model: &mut Model, command: Command) -> Option<Vec<Effect>> {
    let steps = match command {
        Command::NextView => 1,
        Command::PreviousView => -1,
        _ => return None,
    };
    let views = DocumentView::ALL;
    let at = views.iter().position(|view| *view == model.documents.view).unwrap_or(0);
    model.documents.view = views[turned(at, steps, views.len())];
    Some(Vec::new())
}

/// Goes up or down in the view.
pub fn step(model: &mut Model, steps: isize) {
    match model.documents.view {
        DocumentView::Result => result::step(model, steps),
        DocumentView::Ledger => ledger::step(model, steps),
        DocumentView::Facts => facts::step(model, steps, 0),
        DocumentView::Trend => trend::step(model, steps),
        DocumentView::Linkage => linkage::step(model, steps),
    }
}

/// Keeps what is chosen within what the book holds now.
pub fn follow(model: &mut Model) {
    result::step(model, 0);
    ledger::follow(model);
    facts::step(model, 0, 0);
    trend::step(model, 0);
    linkage::step(model, 0);
}

/// The ledger of the open book.
fn ledger_of(model: &Model) -> Option<&Documents> {
    model.shown.as_ref().map(|shown| &shown.holdings.documents)
}

/// Writes steps of the ledger as one act; says so where nothing changes.
fn write(model: &mut Model, steps: Vec<LedgerStep>) -> Vec<Effect> {
    if let Some((occasion, changes)) = ledger_act(steps) {
        run(model, Job::Apply(occasion, changes))
    } else {
        model.notice = Some(phrase("entering-nothing-new"));
        Vec::new()
    }
}

/// Lays a page over the tab.
fn lay(model: &mut Model, layer: DocumentLayer) -> Vec<Effect> {
    model.layers.push(Layer::Document(layer));
    Vec::new()
}
