//! Empty sheets of 別添4 for the people and days of a survey.

use std::collections::BTreeSet;
use std::path::PathBuf;

use chrono::NaiveDate;

use super::form::{FormError, betten4_book};
use super::holdings::Holdings;
use crate::failure::{Exit, Failure};
use crate::office::StaffCode;
use crate::phrase::{Phrase, phrase};
use crate::worktime::{Manner, Participant, Sheet, Survey, Wave};

/// Which empty sheets are wanted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BlankOrder {
    /// Of which survey the people, shifts and days are; `None` for the latest that is planned.
    pub wave: Option<Wave>,
    /// For whom; `None` for everybody.
    pub staff: Option<Vec<StaffCode>>,
    /// For which days; none for the planned days of each person.
    pub dates: Vec<NaiveDate>,
    /// Whether all sheets go into one workbook; else each person gets one.
    pub one_book: bool,
    /// The workbook, or the folder of the workbooks.
    pub out: PathBuf,
}

/// A workbook with empty sheets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BlankBook {
    /// `S01_20251006.xlsx`: the code and the first day.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// Why there are no empty sheets.
#[derive(Debug)]
pub enum BlankError {
    /// Everybody was asked for, and nobody is known.
    Nobody,
    /// No days were given, and none are planned.
    NoDays,
    /// Nobody who was asked for works on these days.
    NoSheets,
    /// The form does not fit.
    Form(FormError),
}

impl BlankError {
    /// In words.
    pub fn phrase(&self) -> Phrase {
        match self {
            Self::Nobody => phrase("blank-nobody"),
            Self::NoDays => phrase("blank-no-days"),
            Self::NoSheets => phrase("blank-no-sheets"),
            Self::Form(error) => error.phrase(),
        }
    }
}

impl From<BlankError> for Failure {
    fn from(error: BlankError) -> Self {
        Self::new(Exit::Refused, error.phrase())
    }
}

/// The workbooks of an order: one a person, or one in all.
pub fn blank_books(holdings: &Holdings, order: &BlankOrder) -> Result<Vec<BlankBook>, BlankError> {
    let sheets = blank_sheets(holdings, order)?;
    let founding = &holdings.founding;
    let by_person = |a: &Sheet, b: &Sheet| order.one_book || a.staff == b.staff;
    sheets
        .chunk_by(by_person)
        .map(|sheets| {
            let bytes = betten4_book(&founding.office.name, sheets, &founding.task_list).map_err(BlankError::Form)?;
            let first = sheets.first();
            let staff = first.map_or_else(String::new, |sheet| in_file_name(&sheet.staff));
            let date = first.map_or_else(String::new, |sheet| sheet.date.format("%Y%m%d").to_string());
            Ok(BlankBook {
                name: format!("{staff}_{date}.xlsx"),
                bytes,
            })
        })
        .collect()
}

/// A code as it can stand in the name of a file on every system.
pub(super) fn in_file_name(staff: &StaffCode) -> String {
    staff
        .as_str()
        .chars()
        .map(|letter| if "/\\:*?\"<>|".contains(letter) { '-' } else { letter })
        .collect()
}

/// The empty sheets of an order, in order of person and day.
pub fn blank_sheets(holdings: &Holdings, order: &BlankOrder) -> Result<Vec<Sheet>, BlankError> {
    let planned = match order.wave {
        Some(wave) => holdings.surveys.iter().find(|(of, _)| *of == wave),
        None => holdings.surveys.iter().max_by_key(|(wave, _)| *wave),
    };
    let survey = planned.map(|(_, survey)| survey);
    let people = people(holdings, order, survey);
    if people.is_empty() {
        return Err(BlankError::Nobody);
    }
    let mut sheets = Vec::new();
    let mut has_days = !order.dates.is_empty();
    for person in &people {
        let expected = survey.map_or(&[][..], |survey| survey.days_of(person));
        has_days |= !expected.is_empty();
        let is_of_plan = survey.is_some_and(|survey| survey.person(&person.staff).is_some());
        // Of everybody only those who work on a day get a sheet for it; a person who is named gets every day that is named.
        let is_wanted = |day: &NaiveDate| order.staff.is_some() || !is_of_plan || expected.contains(day);
        let days: BTreeSet<NaiveDate> = if order.dates.is_empty() {
            expected.iter().copied().collect()
        } else {
            order.dates.iter().copied().filter(is_wanted).collect()
        };
        sheets.extend(days.into_iter().map(|day| empty(holdings, person, day)));
    }
    match sheets.is_empty() {
        true if has_days => Err(BlankError::NoSheets),
        true => Err(BlankError::NoDays),
        false => Ok(sheets),
    }
}

/// Who is asked for, as the plan knows them, else as the sheets of the book do.
fn people(holdings: &Holdings, order: &BlankOrder, survey: Option<&Survey>) -> Vec<Participant> {
    let sheets: Vec<&Sheet> = holdings.sheets.iter().map(|(_, sheet)| sheet).collect();
    let known = |staff: &StaffCode| {
        let planned = survey.and_then(|survey| survey.person(staff)).cloned();
        planned.unwrap_or_else(|| Participant::of_sheets(staff.clone(), &sheets))
    };
    match (&order.staff, survey) {
        (Some(staff), _) => staff.iter().map(known).collect(),
        (None, Some(survey)) => survey.people.clone(),
        (None, None) => {
            let staff: BTreeSet<&StaffCode> = holdings
                .sheets
                .iter()
                .filter(|(wave, _)| order.wave.is_none_or(|of| of == *wave))
                .map(|(_, sheet)| &sheet.staff)
                .collect();
            staff.into_iter().map(known).collect()
        }
    }
}

fn empty(holdings: &Holdings, person: &Participant, date: NaiveDate) -> Sheet {
    Sheet {
        staff: person.staff.clone(),
        date,
        role: person.role.clone(),
        unit: person.unit.clone(),
        scheduled: person.scheduled,
        actual: None,
        slot_minutes: holdings.founding.slot_minutes,
        cells: Vec::new(),
        note: String::new(),
        manner: Manner::default(),
        list: holdings.lists.number(),
        copied: Vec::new(),
    }
}
