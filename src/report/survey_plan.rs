//! Planning a survey from what the book knows of its people.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::holdings::Holdings;
use crate::book::Change;
use crate::office::StaffCode;
use crate::worktime::{Participant, Sheet, Survey, Wave};

/// The plan of a wave, where there is one.
pub fn survey_of(holdings: &Holdings, wave: Wave) -> Option<&Survey> {
    holdings
        .surveys
        .iter()
        .find(|(of, _)| *of == wave)
        .map(|(_, survey)| survey)
}

/// A person as this survey knows them, else as the latest other survey or the sheets do; own days are of one survey only.
pub fn participant(holdings: &Holdings, wave: Wave, staff: &StaffCode) -> Participant {
    if let Some(person) = survey_of(holdings, wave).and_then(|survey| survey.person(staff)) {
        return person.clone();
    }
    let elsewhere = holdings
        .surveys
        .iter()
        .rev()
        .find_map(|(_, survey)| survey.person(staff));
    if let Some(person) = elsewhere {
        return Participant {
            dates: None,
            ..person.clone()
        };
    }
    let sheets: Vec<&Sheet> = holdings.sheets.iter().map(|(_, sheet)| sheet).collect();
    Participant::of_sheets(staff.clone(), &sheets)
}

/// The people who are likely to take part in a wave: those of the sheets of the latest wave up to it, else of all sheets.
pub fn likely_people(holdings: &Holdings, wave: Wave) -> Vec<StaffCode> {
    let latest = holdings.sheets.iter().map(|(of, _)| *of).filter(|of| *of <= wave).max();
    let people: BTreeSet<&StaffCode> = holdings
        .sheets
        .iter()
        .filter(|(of, _)| latest.is_none_or(|latest| *of == latest))
        .map(|(_, sheet)| &sheet.staff)
        .collect();
    people.into_iter().cloned().collect()
}

/// The day near which days without a year lie: the last one planned or written of the wave, else today.
pub fn days_near(holdings: &Holdings, wave: Wave, today: NaiveDate) -> NaiveDate {
    let planned = survey_of(holdings, wave).and_then(|survey| survey.dates.last().copied());
    let sheets = holdings.sheets.iter().filter(|(of, _)| *of == wave);
    let written = sheets.map(|(_, sheet)| sheet.date).max();
    planned.or(written).unwrap_or(today)
}

/// The first person of a plan whose code looks like a name.
pub fn name_in_plan(survey: &Survey) -> Option<&StaffCode> {
    let mut people = survey.people.iter().map(|person| &person.staff);
    people.find(|staff| staff.looks_like_name())
}

/// The change that plans a survey anew, or gives it up; `None` when nothing changes.
pub fn survey_change(holdings: &Holdings, wave: Wave, after: Option<Survey>) -> Option<Change> {
    let before = survey_of(holdings, wave).cloned();
    (before != after).then(|| Change::SurveyPlanned {
        wave,
        before: before.map(Box::new),
        after: after.map(Box::new),
    })
}
