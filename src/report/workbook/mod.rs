//! The report workbook (報告用ブック): one sheet per question, made from findings only.
//!
//! Totals and shares are live formulas that carry the result that a spreadsheet computes. What is not known is a dash,
//! never 0. Codes of people occur only where the person-level export was asked for by name.

mod details;
mod documents;
mod effect;
mod effects;
mod entries;
mod hours;
mod issues;
mod linkage;
mod linkage_table;
mod look;
mod method;
mod overview;
mod page;
mod paint;
mod people;
mod statistics;
mod task_block;
mod tasks;
mod width;

mod heat;
mod pareto;
mod planned;
mod shares;
mod spread;

use chrono::{Datelike, NaiveDate, Timelike};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};

use crate::clock::Moment;
use crate::failure::{Exit, Failure};
use crate::phrase::{Phrase, phrase};
use crate::report::Pictures;
use crate::report::finding::{
    CheckFinding, Comparisons, DocumentsFinding, EffectFinding, IssuesFinding, LinkageFinding, Summary,
};
use crate::text::Text;

/// Everything that the workbook is made from.
#[derive(Debug, Clone, Copy)]
pub struct Contents<'a> {
    /// Where the time went.
    pub summary: &'a Summary,
    /// One per later wave that is compared.
    pub comparisons: &'a [Comparisons],
    /// Quality of the sheets and integrity of the book.
    pub check: &'a CheckFinding,
    /// Challenges, from the survey to the committee.
    pub issues: &'a IssuesFinding,
    /// Effects.
    pub effect: &'a EffectFinding,
    /// Documents.
    pub documents: &'a DocumentsFinding,
    /// Sending slips between offices.
    pub linkage: &'a LinkageFinding,
    /// What is drawn besides the tables.
    pub pictures: &'a Pictures,
    /// Every entry; only for the person-level export.
    pub entries: Option<&'a [Entry]>,
    /// When the workbook is made.
    pub made: Moment,
    /// Version of the program.
    pub version: &'a str,
    /// Title of the task list.
    pub task_list_title: &'a str,
    /// Where the task list comes from.
    pub task_list_source: &'a str,
    /// Whether people may be told apart (by code).
    pub with_staff: bool,
}

/// Minutes of one task in one slot of a sheet, as the person-level export lists them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// 取組前, 取組後① …
    pub wave: String,
    /// Code of the person.
    pub staff: String,
    /// 職種
    pub role: Option<String>,
    /// ユニット・フロア
    pub unit: Option<String>,
    /// Date on which the shift starts.
    pub date: NaiveDate,
    /// First minute of the slot after 0:00 of that date; past 1440 on the next day.
    pub start: u16,
    /// Code of the task.
    pub task: String,
    /// Name of the task.
    pub task_name: String,
    /// Name of the category.
    pub category: String,
    /// Minutes.
    pub minutes: u32,
}

/// Why the workbook could not be made.
#[derive(Debug)]
pub enum WorkbookError {
    /// The figures do not fit into a workbook.
    Unwritable(XlsxError),
}

impl From<XlsxError> for WorkbookError {
    fn from(error: XlsxError) -> Self {
        Self::Unwritable(error)
    }
}

impl WorkbookError {
    /// What went wrong, for people.
    pub fn phrase(&self) -> Phrase {
        match self {
            Self::Unwritable(error) => phrase("workbook-unwritable").with("reason", error.to_string()),
        }
    }
}

impl From<WorkbookError> for Failure {
    fn from(error: WorkbookError) -> Self {
        Self::new(Exit::Defect, error.phrase())
    }
}

/// The sheets about where the time went.
fn times(book: &mut Workbook, contents: &Contents, text: &Text) -> Result<(), XlsxError> {
    overview::add(book, contents, text)?;
    tasks::add(book, contents, text)?;
    hours::add(book, contents, text)?;
    people::add(book, contents, text)?;
    shares::add(book, contents, text)?;
    pareto::add(book, contents, text)?;
    heat::add(book, contents, text)?;
    spread::add(book, contents, text)
}

/// Makes the workbook; the same contents give the same bytes.
pub fn write(contents: &Contents, text: &Text) -> Result<Vec<u8>, WorkbookError> {
    let mut book = Workbook::new();
    book.set_default_format(&look::base(), 24, 64)?;
    book.set_properties(&properties(contents, text)?);
    let has_time = !contents.summary.waves.is_empty();
    if has_time {
        times(&mut book, contents, text)?;
    }
    planned::add(&mut book, contents, text)?;
    if has_time {
        effect::add(&mut book, contents, text)?;
    }
    effects::add(&mut book, contents, text)?;
    documents::add(&mut book, contents, text)?;
    linkage::add(&mut book, contents, text)?;
    issues::add(&mut book, contents, text)?;
    // Whoever has only gathered challenges so far prints no empty pages; a book with nothing says so itself.
    if book.worksheets().is_empty() {
        times(&mut book, contents, text)?;
        effect::add(&mut book, contents, text)?;
        details::add(&mut book, contents, text)?;
    } else if has_time {
        details::add(&mut book, contents, text)?;
    }
    if contents.with_staff
        && let Some(entries) = contents.entries
    {
        entries::add(&mut book, contents, entries, text)?;
    }
    method::add(&mut book, contents, text)?;
    Ok(book.save_to_buffer()?)
}

/// The name of the office, or the words for an office without one.
fn office(contents: &Contents, text: &Text) -> String {
    match contents.summary.office.name.as_str() {
        "" => text.get("workbook-office-unnamed"),
        name => name.to_owned(),
    }
}

fn properties(contents: &Contents, text: &Text) -> Result<DocProperties, XlsxError> {
    let made = contents.made.naive_utc();
    let small = |number: u32| u8::try_from(number).expect("parts of a date are small");
    let created = ExcelDateTime::from_ymd(
        u16::try_from(made.year()).unwrap_or(1900),
        small(made.month()),
        small(made.day()),
    )?
    .and_hms(u16::from(small(made.hour())), small(made.minute()), made.second())?;
    Ok(DocProperties::new()
        .set_title(text.get("workbook-title"))
        .set_subject(contents.task_list_title)
        .set_company(office(contents, text))
        .set_author(format!("yutori {}", contents.version))
        .set_creation_datetime(&created))
}

/// Title and office at the top of a sheet.
fn head(page: &mut page::Page, contents: &Contents, text: &Text, title: &str) -> Result<(), XlsxError> {
    page.text(0, 0, title, look::Look::words(look::Role::Title))?;
    page.sheet().set_row_height(0, 30)?;
    page.text(1, 0, &office(contents, text), look::Look::words(look::Role::Byline))
}
