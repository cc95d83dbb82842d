//! The page on which a person says what the headings of an answer table mean.

use super::action::{Command, turned};
use super::desk::{Job, Shown};
use super::form::FormKind;
use super::input::Input;
use super::model::{Layer, Model};
use super::update::{Effect, run};
use crate::book::{Change, Occasion};
use crate::issues::{Questionnaire, SurveyColumn, mapped};
use crate::phrase::phrase;
use crate::report::finding::ImportFinding;

/// What a row of the page asks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Asked {
    /// Which questionnaire the table is of.
    Questionnaire,
    /// What this heading means.
    Heading(String),
}

/// A question and what was chosen for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ColumnRow {
    /// What is asked.
    pub asked: Asked,
    /// What was typed: the code of a statement, the word for a field, the id of a questionnaire.
    pub typed: Input,
    /// Place among the choices; `None` as long as nobody has said.
    pub chosen: Option<usize>,
}

/// The headings of a table that was refused because of them (見出しの対応).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ColumnsPage {
    /// The questions.
    pub rows: Vec<ColumnRow>,
    /// The one that has the keys.
    pub row: usize,
    /// Id of the questionnaire by which the headings were read.
    questionnaire: Option<String>,
    /// Whether the answers are being written to the book.
    saving: bool,
}

impl ColumnsPage {
    /// A page for what an import could not tell; `None` where it could tell everything.
    fn of(finding: &ImportFinding, shown: &Shown) -> Option<Self> {
        // In a book that uses a questionnaire already, a choice here would tell the next import nothing.
        let asks = finding.asks_questionnaire && shown.holdings.issues.questionnaires.is_empty();
        let questionnaire = asks.then_some(Asked::Questionnaire);
        let headings = finding.headings.iter().cloned().map(Asked::Heading);
        let rows: Vec<ColumnRow> = questionnaire
            .into_iter()
            .chain(headings)
            .map(|asked| ColumnRow {
                asked,
                typed: Input::default(),
                chosen: None,
            })
            .collect();
        (!rows.is_empty()).then(|| Self {
            rows,
            questionnaire: finding.questionnaire.clone(),
            ..Self::default()
        })
    }

    /// The questionnaire of whose statements there is a choice: the one chosen here, else the one by which the table was read.
    pub fn questionnaire<'a>(&self, shown: &'a Shown) -> Option<&'a Questionnaire> {
        let all = questionnaires(shown);
        let chosen = self.rows.iter().find(|row| row.asked == Asked::Questionnaire);
        let chosen = chosen.and_then(|row| all.get(row.chosen?).copied());
        let read = || {
            all.iter()
                .find(|it| Some(&it.id) == self.questionnaire.as_ref())
                .copied()
        };
        chosen.or_else(read).or_else(|| all.first().copied())
    }

    /// What a heading may mean: fields, then statements.
    pub fn meanings(&self, shown: &Shown) -> Vec<SurveyColumn> {
        let statements = self
            .questionnaire(shown)
            .into_iter()
            .flat_map(Questionnaire::statements);
        let statements = statements.map(|statement| SurveyColumn::Statement(statement.code.clone()));
        SurveyColumn::FIELDS.into_iter().chain(statements).collect()
    }

    /// The words that can be typed for the row that has the keys, in the order in which they are turned.
    fn words(&self, shown: &Shown) -> Vec<String> {
        match self.rows.get(self.row).map(|row| &row.asked) {
            Some(Asked::Questionnaire) => questionnaires(shown).iter().map(|it| it.id.clone()).collect(),
            Some(Asked::Heading(_)) => self.meanings(shown).iter().map(|it| it.id().to_owned()).collect(),
            None => Vec::new(),
        }
    }

    /// Changes what is typed in the chosen row, and looks up what it means.
    pub fn edit(&mut self, shown: &Shown, change: impl FnOnce(&mut Input)) {
        let words = self.words(shown);
        let Some(row) = self.rows.get_mut(self.row) else { return };
        change(&mut row.typed);
        let typed = row.typed.text();
        let word = match &row.asked {
            Asked::Questionnaire => crate::issues::heading_key(typed),
            Asked::Heading(_) => SurveyColumn::parse(typed).map_or_else(String::new, |column| column.id().to_owned()),
        };
        row.chosen = words.iter().position(|known| *known == word);
    }

    fn turn(&mut self, shown: &Shown, steps: isize) {
        let words = self.words(shown);
        let Some(row) = self.rows.get_mut(self.row) else { return };
        let at = match row.chosen {
            Some(at) => turned(at, steps, words.len()),
            None if steps < 0 => words.len().saturating_sub(1),
            None => 0,
        };
        if let Some(word) = words.get(at) {
            row.typed = Input::of(word);
            row.chosen = Some(at);
        }
    }

    fn step(&mut self, steps: isize) {
        self.row = turned(self.row, steps, self.rows.len());
    }
}

/// The questionnaires of the book, then the others at hand.
pub fn questionnaires(shown: &Shown) -> Vec<&Questionnaire> {
    crate::report::answering::questionnaires(&shown.holdings)
}

/// Does what a key asks for on the page; `None` for what it means on every page.
pub fn obey(model: &mut Model, command: Command) -> Option<Vec<Effect>> {
    if command == Command::MapColumns {
        open(model);
        return Some(Vec::new());
    }
    if !matches!(model.layers.last(), Some(Layer::Columns(_))) {
        return None;
    }
    match command {
        Command::NextChoice => with_page(model, |page, shown| page.turn(shown, 1)),
        Command::PreviousChoice => with_page(model, |page, shown| page.turn(shown, -1)),
        Command::NextField | Command::Accept => with_page(model, |page, _| page.step(1)),
        Command::PreviousField => with_page(model, |page, _| page.step(-1)),
        Command::SaveColumns => return Some(save(model)),
        _ => return None,
    }
    Some(Vec::new())
}

/// Opens the page for the headings of the results that are shown.
fn open(model: &mut Model) {
    let (Some(Layer::Results(finding, _)), Some(shown)) = (model.layers.last(), &model.shown) else {
        return;
    };
    match ColumnsPage::of(finding, shown) {
        Some(page) => model.layers.push(Layer::Columns(page)),
        None => model.notice = Some(phrase("surveyin-map-none")),
    }
}

/// Changes the page with the book at hand.
pub fn with_page(model: &mut Model, change: impl FnOnce(&mut ColumnsPage, &Shown)) {
    if let (Some(Layer::Columns(page)), Some(shown)) = (model.layers.last_mut(), &model.shown) {
        change(page, shown);
    }
}

fn save(model: &mut Model) -> Vec<Effect> {
    let (Some(Layer::Columns(page)), Some(shown)) = (model.layers.last_mut(), &model.shown) else {
        return Vec::new();
    };
    let meanings = page.meanings(shown);
    let changes: Vec<Change> = page
        .rows
        .iter()
        .filter_map(|row| change(row, &meanings, page, shown))
        .collect();
    if changes.is_empty() {
        model.notice = Some(phrase("surveyin-map-none-chosen"));
        return Vec::new();
    }
    page.saving = true;
    run(model, Job::Apply(Occasion::ColumnsMapped, changes))
}

/// What the book remembers of a row: the meaning of a heading, or the questionnaire that it uses from now on.
fn change(row: &ColumnRow, meanings: &[SurveyColumn], page: &ColumnsPage, shown: &Shown) -> Option<Change> {
    let chosen = row.chosen?;
    match &row.asked {
        Asked::Questionnaire => Some(Change::QuestionnaireKept {
            before: None,
            after: Some(Box::new(page.questionnaire(shown)?.clone())),
        }),
        Asked::Heading(heading) => {
            let columns = &shown.holdings.issues.columns;
            let heading = mapped(columns, heading).map_or(heading, |(known, _)| known);
            Some(Change::ColumnMapped {
                heading: heading.clone(),
                before: columns.get(heading).cloned(),
                after: Some(meanings.get(chosen)?.clone()),
            })
        }
    }
}

/// After the meanings were written: back to the answers of the import, and once more.
pub fn applied(model: &mut Model) -> Vec<Effect> {
    match model.layers.last() {
        Some(Layer::Columns(page)) if page.saving => model.layers.pop(),
        _ => return Vec::new(),
    };
    if matches!(model.layers.last(), Some(Layer::Results(..))) {
        model.layers.pop();
    }
    match model.layers.last() {
        Some(Layer::Form(form)) if form.kind == FormKind::Import => match form.job() {
            Ok(job) => run(model, job),
            Err(_) => Vec::new(),
        },
        _ => Vec::new(),
    }
}
