//! The forms about documents: a kind, a plan, a fact, and what is set for the ledger.

use super::facts::{columns, fact_name, with_fact};
use super::linkage::{LinkageRow, entered};
use crate::book::{Change, Occasion, ledger_act};
use crate::documents::{
    DocumentDraft, DocumentGroup, DocumentId, Documents, DraftFault, FactWay, LedgerField, LedgerStep, Linkage,
    SettingsDraft, Storage, ledger_count, ledger_month,
};
use crate::office::{Month, fold};
use crate::phrase::{Phrase, phrase};
use crate::screens::desk::{Job, Shown};
use crate::screens::form::{Choice, Field, Form, FormKind, Question, text};
use crate::text::Lang;

/// What a form about documents is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DocumentForm {
    /// A kind of document is written into the ledger, or changed.
    Kind(Box<Documents>, DocumentId),
    /// How many sheets are planned.
    Goal(Box<Documents>, DocumentId),
    /// A fact is added to a document; ids and names of the facts that are known.
    Fact(Box<Documents>, DocumentId, Vec<(String, String)>),
    /// Months to compare, costs, binders.
    Settings(Box<Documents>),
    /// One row of the ways of sending; the figures as they are, its fields, and the name of its step.
    Linkage(Box<Option<Linkage>>, LinkageRow, String),
}

/// What a field of such a form asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DocumentAsk {
    /// Name of the kind.
    Name,
    /// What it is for.
    Group,
    /// How it is kept.
    Storage,
    /// For how many years.
    KeepYears,
    /// Of which month a plan is.
    GoalMonth,
    /// Whether the plan is of one kind or of all.
    GoalWhich,
    /// How many sheets.
    GoalSheets,
    /// The month before.
    Before,
    /// The month after.
    After,
    /// Yen for a sheet of paper.
    Paper,
    /// Yen for printing a sheet.
    Print,
    /// Yen for an hour of work.
    Wage,
    /// Sheets of one binder.
    Binder,
    /// What the fact is called.
    Fact,
    /// How it gets into the document.
    FactWay,
    /// A figure of the ways of sending before.
    LinkageBefore,
    /// The same after.
    LinkageAfter,
    /// Yen for an hour.
    LinkageWage,
    /// Yen for a year's licence.
    LinkageLicence,
}

impl DocumentAsk {
    /// The question; its hint says how to answer.
    pub fn question(self) -> Phrase {
        match self {
            Self::Name => phrase("paperview-ask-name"),
            Self::Group => phrase("paperview-ask-group"),
            Self::Storage => phrase("paperview-ask-storage"),
            Self::KeepYears => phrase("paperview-ask-keep-years"),
            Self::GoalMonth => phrase("paperview-ask-goal-month"),
            Self::GoalWhich => phrase("paperview-ask-goal-which"),
            Self::GoalSheets => phrase("paperview-ask-goal-sheets"),
            Self::Before => phrase("paperview-ask-before"),
            Self::After => phrase("paperview-ask-after"),
            Self::Paper => phrase("paperview-ask-paper"),
            Self::Print => phrase("paperview-ask-print"),
            Self::Wage => phrase("paperview-ask-wage"),
            Self::Binder => phrase("paperview-ask-binder"),
            Self::Fact => phrase("paperview-ask-fact"),
            Self::FactWay => phrase("paperview-ask-fact-way"),
            Self::LinkageBefore => phrase("linkage-before"),
            Self::LinkageAfter => phrase("linkage-after"),
            Self::LinkageWage => phrase("linkage-ask-wage"),
            Self::LinkageLicence => phrase("linkage-ask-licence"),
        }
    }
}

type Answered = Result<Job, (usize, Phrase)>;

/// All kinds at once, in the choice of a plan.
const ALL: &str = "all";

fn asked(ask: DocumentAsk) -> Question {
    Question::Document(ask)
}

fn choice(ask: DocumentAsk, choices: Vec<Choice>, chosen: Option<usize>) -> Field {
    Field::Choice(asked(ask), choices, chosen.unwrap_or(0))
}

impl DocumentForm {
    /// Asks for a kind of document of this number; one that is there stands in the fields.
    pub fn kind(ledger: &Documents, id: DocumentId) -> Form {
        let known = ledger.kind(id);
        let draft = known.map(DocumentDraft::of).unwrap_or_default();
        let groups = DocumentGroup::ALL.map(|it| Choice::Named(it.id().to_owned(), it.phrase()));
        let storages = Storage::ALL.map(|it| Choice::Named(it.id().to_owned(), it.phrase()));
        let group = known.and_then(|kind| DocumentGroup::ALL.iter().position(|it| *it == kind.group));
        let storage = known.and_then(|kind| Storage::ALL.iter().position(|it| *it == kind.storage));
        let fields = vec![
            text(asked(DocumentAsk::Name), &draft.name),
            choice(DocumentAsk::Group, groups.to_vec(), group),
            choice(DocumentAsk::Storage, storages.to_vec(), storage),
            text(asked(DocumentAsk::KeepYears), &draft.keep_years),
        ];
        Self::Kind(Box::new(ledger.clone()), id).of(fields)
    }

    /// Asks how many sheets are planned: usually of the same month a year after the month before.
    pub fn goal(shown: &Shown, id: DocumentId) -> Form {
        let ledger = &shown.holdings.documents;
        let first = ledger.ledger().before.or_else(|| first_month(ledger));
        let year_later = first.and_then(|month| Month::new(month.year() + 1, month.number()));
        let month = ledger
            .ledger()
            .after
            .or(year_later)
            .unwrap_or_else(|| Month::of(shown.today));
        let planned = ledger
            .goal(id, month)
            .map_or_else(String::new, |goal| goal.sheets.to_string());
        let name = ledger.kind(id).map_or("", |kind| kind.name.as_str());
        let which = vec![
            Choice::Named(id.to_string(), phrase("paperview-goal-one").with("name", name)),
            Choice::Named(ALL.to_owned(), phrase("paperview-goal-all")),
        ];
        let fields = vec![
            text(asked(DocumentAsk::GoalMonth), &month.to_string()),
            choice(DocumentAsk::GoalWhich, which, None),
            text(asked(DocumentAsk::GoalSheets), &planned),
        ];
        Self::Goal(Box::new(ledger.clone()), id).of(fields)
    }

    /// Asks for a fact to add to a document.
    pub fn fact(shown: &Shown, id: DocumentId, lang: Lang) -> Form {
        let (ledger, catalog) = (&shown.holdings.documents, &shown.holdings.catalog);
        let mut ids: Vec<String> = catalog.facts().iter().map(|fact| fact.id.clone()).collect();
        ids.extend(
            columns(ledger, catalog)
                .into_iter()
                .filter(|id| catalog.fact(id).is_none()),
        );
        let known = ids.into_iter().map(|id| {
            let name = fact_name(catalog, &id, lang).to_owned();
            (id, name)
        });
        let ways = FactWay::ALL.map(|it| Choice::Named(it.id().to_owned(), it.phrase()));
        let fields = vec![
            text(asked(DocumentAsk::Fact), ""),
            choice(DocumentAsk::FactWay, ways.to_vec(), None),
        ];
        Self::Fact(Box::new(ledger.clone()), id, known.collect()).of(fields)
    }

    /// Asks for a row of the ways of sending, before and after.
    pub fn linkage(linkage: Option<Linkage>, row: &LinkageRow, step: String) -> Form {
        let asks = match row {
            LinkageRow::Costs => [DocumentAsk::LinkageWage, DocumentAsk::LinkageLicence],
            _ => [DocumentAsk::LinkageBefore, DocumentAsk::LinkageAfter],
        };
        let known = linkage.clone().unwrap_or_default();
        let fields = asks.into_iter().zip(row.fields());
        let fields = fields.map(|(ask, field)| text(asked(ask), &known.shown(&field)));
        Self::Linkage(Box::new(linkage), row.clone(), step).of(fields.collect())
    }

    /// Asks for what is set for the ledger.
    pub fn settings(ledger: &Documents) -> Form {
        let draft = SettingsDraft::of(&ledger.ledger());
        let fields = vec![
            text(asked(DocumentAsk::Before), &draft.before),
            text(asked(DocumentAsk::After), &draft.after),
            text(asked(DocumentAsk::Paper), &draft.paper),
            text(asked(DocumentAsk::Print), &draft.print),
            text(asked(DocumentAsk::Wage), &draft.wage),
            text(asked(DocumentAsk::Binder), &draft.binder_sheets),
        ];
        Self::Settings(Box::new(ledger.clone())).of(fields)
    }

    fn of(self, fields: Vec<Field>) -> Form {
        Form::of(FormKind::Document(self), fields)
    }

    /// Title and explanation of the form.
    pub fn words(&self) -> (Phrase, Phrase) {
        let name = |ledger: &Documents, id| ledger.kind(id).map_or_else(String::new, |kind| kind.name.clone());
        match self {
            Self::Kind(ledger, id) if ledger.kind(*id).is_none() => {
                (phrase("paperview-do-own"), phrase("paperview-own-says"))
            }
            Self::Kind(..) => (phrase("paperview-do-edit"), phrase("paperview-edit-says")),
            Self::Goal(..) => (phrase("paperview-do-goal"), phrase("paperview-goal-says")),
            Self::Fact(ledger, id, known) => (
                phrase("paperview-fact-title").with("name", name(ledger, *id)),
                phrase("paperview-fact-says").with("known", listed(known)),
            ),
            Self::Settings(_) => (phrase("paperview-do-settings"), phrase("paperview-settings-says")),
            Self::Linkage(_, row, step) => linkage_words(row, step),
        }
    }

    /// The work that the answers ask for, or what is wrong with them and the field where it is.
    pub fn job(&self, form: &Form) -> Answered {
        if let Self::Linkage(linkage, row, _) = self {
            return linkage_job(linkage.as_ref().as_ref(), row, form);
        }
        let steps = match self {
            Self::Kind(ledger, id) => kind_steps(ledger, *id, form)?,
            Self::Goal(ledger, id) => goal_steps(ledger, *id, form)?,
            Self::Fact(ledger, id, known) => fact_steps(ledger, *id, known, form)?,
            Self::Settings(ledger) => settings_steps(ledger, form)?,
            Self::Linkage(..) => Vec::new(),
        };
        let act = ledger_act(steps).ok_or_else(|| (0, phrase("entering-nothing-new")))?;
        Ok(Job::Apply(act.0, act.1))
    }
}

fn linkage_words(row: &LinkageRow, step: &str) -> (Phrase, Phrase) {
    match row {
        LinkageRow::Months => (phrase("linkage-ask-months"), phrase("linkage-ask-months-says")),
        LinkageRow::Costs => (phrase("linkage-row-costs"), phrase("linkage-ask-costs-says")),
        LinkageRow::Pieces(way) => (
            phrase("linkage-row-pieces").with("way", way.phrase()),
            phrase("linkage-ask-pieces-says"),
        ),
        LinkageRow::Minutes(way, _) => (
            phrase("linkage-ask-step").with("way", way.phrase()).with("step", step),
            phrase("linkage-ask-step-says"),
        ),
        LinkageRow::Yen(way) => (
            phrase("linkage-ask-yen").with("way", way.phrase()),
            phrase("linkage-ask-yen-says"),
        ),
    }
}

fn linkage_job(linkage: Option<&Linkage>, row: &LinkageRow, form: &Form) -> Answered {
    let after = entered(linkage, &row.fields(), &[form.typed(0), form.typed(1)])?;
    if linkage == Some(&after) {
        return Err((0, phrase("entering-nothing-new")));
    }
    let change = Change::LinkageKept {
        before: linkage.cloned().map(Box::new),
        after: Some(Box::new(after)),
    };
    Ok(Job::Apply(Occasion::LinkageKept, vec![change]))
}

fn first_month(ledger: &Documents) -> Option<Month> {
    ledger.months.iter().map(|it| it.month).min()
}

fn listed(known: &[(String, String)]) -> String {
    let names: Vec<&str> = known.iter().map(|(_, name)| name.as_str()).collect();
    names.join("、")
}

/// The first fault with the place of its field on the form.
fn first(faults: Vec<DraftFault>, fields: &[LedgerField]) -> (usize, Phrase) {
    let fault = faults.into_iter().next();
    let place = fault
        .as_ref()
        .and_then(|fault| fields.iter().position(|it| *it == fault.field));
    let said = fault.map_or_else(|| phrase("entering-nothing-new"), |fault| fault.phrase());
    (place.unwrap_or(0), said)
}

fn kind_steps(ledger: &Documents, id: DocumentId, form: &Form) -> Result<Vec<LedgerStep>, (usize, Phrase)> {
    let draft = DocumentDraft {
        name: form.typed(0).to_owned(),
        group: form.chosen_id(1).unwrap_or_default().to_owned(),
        storage: form.chosen_id(2).unwrap_or_default().to_owned(),
        keep_years: form.typed(3).to_owned(),
        ..ledger.kind(id).map(DocumentDraft::of).unwrap_or_default()
    };
    let fields = [
        LedgerField::Name,
        LedgerField::Group,
        LedgerField::Storage,
        LedgerField::KeepYears,
    ];
    let kind = draft.read(id, ledger).map_err(|faults| first(faults, &fields))?;
    Ok(ledger.kept(kind))
}

fn goal_steps(ledger: &Documents, id: DocumentId, form: &Form) -> Result<Vec<LedgerStep>, (usize, Phrase)> {
    let month = ledger_month(LedgerField::Month, form.typed(0)).map_err(|fault| (0, fault.phrase()))?;
    let month = month.ok_or_else(|| (0, phrase("paperview-goal-no-month")))?;
    if form.chosen_id(1) != Some(ALL) {
        let sheets = ledger_count(LedgerField::Goal, form.typed(2)).map_err(|fault| (2, fault.phrase()))?;
        return Ok(ledger.planned(id, month, sheets));
    }
    // Half of what was counted before, a half sheet dropped: exactly half is halved.
    let before = ledger.ledger().before.or_else(|| first_month(ledger));
    let before = before.ok_or_else(|| (1, phrase("paperview-goal-nothing-counted")))?;
    if before >= month {
        return Err((0, phrase("paperview-goal-too-early").with("month", before.to_string())));
    }
    let halves = ledger.kinds.iter().filter_map(|kind| {
        let sheets = ledger.month(kind.id, before)?.sheets()?;
        Some((kind.id, u32::try_from(sheets / 2).unwrap_or(u32::MAX)))
    });
    Ok(halves
        .flat_map(|(id, half)| ledger.planned(id, month, Some(half)))
        .collect())
}

fn fact_steps(
    ledger: &Documents,
    id: DocumentId,
    known: &[(String, String)],
    form: &Form,
) -> Result<Vec<LedgerStep>, (usize, Phrase)> {
    let typed = form.typed(0).trim();
    if typed.is_empty() {
        return Err((0, phrase("paperview-fact-empty")));
    }
    let wanted = fold(typed).to_lowercase();
    let fact = known.iter().find(|(_, name)| fold(name).to_lowercase() == wanted);
    let fact = fact.map_or(typed, |(id, _)| id.as_str());
    let way = FactWay::ALL.into_iter().find(|way| Some(way.id()) == form.chosen_id(1));
    let kind = ledger.kind(id).map(|kind| with_fact(kind, fact, way));
    Ok(kind.map(|kind| ledger.kept(kind)).unwrap_or_default())
}

fn settings_steps(ledger: &Documents, form: &Form) -> Result<Vec<LedgerStep>, (usize, Phrase)> {
    let typed = |field: usize| form.typed(field).to_owned();
    let draft = SettingsDraft {
        before: typed(0),
        after: typed(1),
        paper: typed(2),
        print: typed(3),
        wage: typed(4),
        binder_sheets: typed(5),
    };
    let fields = [
        LedgerField::Before,
        LedgerField::After,
        LedgerField::PaperYen,
        LedgerField::PrintYen,
        LedgerField::Wage,
        LedgerField::BinderSheets,
    ];
    let settings = draft.read().map_err(|faults| first(faults, &fields))?;
    Ok(ledger.settled(settings))
}
