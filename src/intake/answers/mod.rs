//! Filled surveys of the challenge sheet (課題把握シート): the sheet that we hand out, and tables as web forms and offices make them.

mod choose;
mod headings;
mod person;
mod sheet;
mod table;

pub use person::Answered;

use self::headings::{Lexicon, Meaning};
use super::decode::Decoded;
use super::grid::Grid;
use super::order::{Known, Order};
use super::part::{Reading, Source};
use super::rows::{CERTAIN, Field, Rows};
use crate::issues::{ColumnMap, Questionnaire, SurveyColumn};

/// The questionnaires that a file may be answers to: those of the book, then those of the catalog under other ids.
fn questionnaires<'a>(known: &Known<'a>) -> Vec<&'a Questionnaire> {
    let own = known.issues.questionnaires.iter();
    let others = known
        .questionnaires
        .iter()
        .filter(|it| known.issues.questionnaire(&it.id).is_none());
    own.chain(others).collect()
}

/// What headings mean by what people said, in this order and before.
fn columns(order: &Order, known: &Known) -> ColumnMap {
    let mut columns = known.issues.columns.clone();
    columns.extend(order.foreign.columns.clone());
    columns
}

/// Looks for answer tables.
struct Finder<'a> {
    lexicons: Vec<Lexicon<'a>>,
    columns: ColumnMap,
    is_forced: bool,
}

impl<'a> Finder<'a> {
    fn new(order: &Order, known: &Known<'a>) -> Self {
        Self {
            lexicons: questionnaires(known).into_iter().map(Lexicon::of).collect(),
            columns: columns(order, known),
            is_forced: order.kind.is_some(),
        }
    }

    /// How well a line of headings fits an answer table; 0 for not at all.
    fn fit(&self, headings: &[Field]) -> usize {
        let fits = self.lexicons.iter().map(|lexicon| {
            let means = |heading: &Field| lexicon.meaning(&heading.text, &self.columns);
            let meanings: Vec<Meaning> = headings.iter().map(means).collect();
            let count = |wanted: &dyn Fn(&Meaning) -> bool| meanings.iter().filter(|meaning| wanted(meaning)).count();
            let statements = count(&|meaning| matches!(meaning, Meaning::Kept(SurveyColumn::Statement(_))));
            let fields =
                count(&|meaning| !matches!(meaning, Meaning::Unknown(_) | Meaning::Blank | Meaning::Contradicts(..)));
            let has = |wanted: &Meaning| meanings.contains(wanted);
            let is_long = has(&Meaning::Statement) && has(&Meaning::Answer);
            // A line of numbers that happen to be codes is no line of headings.
            let is_wide = statements > 0 && headings.len() > 1;
            let is_web_form = has(&Meaning::Stamp) && headings.len() > 2;
            if is_long {
                // The lines below begin with codes of statements, too.
                CERTAIN + fields
            } else if is_wide || is_web_form {
                statements * 10 + fields
            } else if self.is_forced && headings.len() > 1 {
                1 + fields
            } else {
                0
            }
        });
        fits.max().unwrap_or(0)
    }
}

/// Whether a text is a table of answers.
pub fn is_recognised(decoded: &Decoded, order: &Order, known: &Known) -> bool {
    let finder = Finder::new(order, known);
    Rows::head_fits(decoded, &|headings| finder.fit(headings))
}

/// Reads a text.
pub fn read_text(decoded: &Decoded, order: &Order, known: &Known, source: &Source) -> Reading {
    let finder = Finder::new(order, known);
    match Rows::of_text(decoded, &|headings| finder.fit(headings)) {
        Some(rows) => table::read(rows, &finder, order, known, source),
        None => table::no_table(),
    }
}

/// Reads a workbook; nothing where it holds neither our sheets nor a table of answers.
pub fn read_grids(grids: &[Grid], order: &Order, known: &Known, source: &Source) -> Option<Reading> {
    let finder = Finder::new(order, known);
    let sheets: Vec<sheet::Found> = grids
        .iter()
        .filter_map(|grid| sheet::find(grid, &finder.lexicons))
        .collect();
    if !sheets.is_empty() {
        return Some(sheet::read(&sheets, known, source));
    }
    let fit = |headings: &[Field]| finder.fit(headings);
    let mut tables = grids.iter().filter_map(|grid| Rows::of_grid(grid, &fit));
    let mut reading = table::read(tables.next()?, &finder, order, known, source);
    for more in tables {
        reading.join(table::read(more, &finder, order, known, source));
    }
    Some(reading)
}
