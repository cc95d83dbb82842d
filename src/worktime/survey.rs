//! The plan of a survey: who is expected on which days.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::sheet::Sheet;
use crate::office::{Role, Span, StaffCode, Unit};

/// A person who is expected to hand in sheets (調査対象者).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Participant {
    /// Who.
    pub staff: StaffCode,
    /// 職種
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<Role>,
    /// ユニット・フロア
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<Unit>,
    /// The usual shift, written onto empty sheets.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scheduled: Option<Span>,
    /// The days of this person, in order; `None`: every day of the survey.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dates: Option<Vec<NaiveDate>>,
}

/// The survey of one wave as a project (調査の予定): days and people.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Survey {
    /// The days, in order, each once.
    pub dates: Vec<NaiveDate>,
    /// The people, in order of code, each once.
    pub people: Vec<Participant>,
}

impl Participant {
    /// Somebody of whom nothing but the code is known: expected on every day of the survey.
    pub fn of(staff: StaffCode) -> Self {
        Self {
            staff,
            role: None,
            unit: None,
            scheduled: None,
            dates: None,
        }
    }

    /// Somebody as the sheets know them: role and unit of the latest sheet that names each, and the shift where it is always
    /// the same. Of somebody who works by turns nobody knows which shift comes next.
    pub fn of_sheets(staff: StaffCode, sheets: &[&Sheet]) -> Self {
        let mut own: Vec<&Sheet> = sheets.iter().copied().filter(|sheet| sheet.staff == staff).collect();
        own.sort_by_key(|sheet| std::cmp::Reverse(sheet.date));
        let shifts: BTreeSet<Span> = own
            .iter()
            .filter_map(|sheet| sheet.scheduled.or(sheet.actual))
            .collect();
        let only = if shifts.len() == 1 { shifts.first() } else { None };
        Self {
            role: own.iter().find_map(|sheet| sheet.role.clone()),
            unit: own.iter().find_map(|sheet| sheet.unit.clone()),
            scheduled: only.copied(),
            staff,
            dates: None,
        }
    }
}

impl Survey {
    /// A survey of these days and people; days are put in order, and of one person the last entry counts.
    pub fn of(dates: impl IntoIterator<Item = NaiveDate>, people: impl IntoIterator<Item = Participant>) -> Self {
        let dates: BTreeSet<NaiveDate> = dates.into_iter().collect();
        let mut survey = Self {
            dates: dates.into_iter().collect(),
            people: Vec::new(),
        };
        for person in people {
            survey.put(person);
        }
        survey
    }

    /// The person of a code.
    pub fn person(&self, staff: &StaffCode) -> Option<&Participant> {
        self.people.iter().find(|person| person.staff == *staff)
    }

    /// Puts a person into their place, instead of the entry that was there; own days are put in order.
    pub fn put(&mut self, mut person: Participant) {
        if let Some(dates) = &mut person.dates {
            dates.sort_unstable();
            dates.dedup();
        }
        match self.people.binary_search_by(|other| other.staff.cmp(&person.staff)) {
            Ok(place) => self.people[place] = person,
            Err(place) => self.people.insert(place, person),
        }
    }

    /// Takes a person out; whether they were there.
    pub fn remove(&mut self, staff: &StaffCode) -> bool {
        let before = self.people.len();
        self.people.retain(|person| person.staff != *staff);
        self.people.len() < before
    }

    /// The days on which a sheet of a person is expected.
    pub fn days_of<'a>(&'a self, person: &'a Participant) -> &'a [NaiveDate] {
        person.dates.as_deref().unwrap_or(&self.dates)
    }

    /// Marks a day as a day of work or a day off for one person; nothing changes for a person who is not there.
    pub fn turn_day(&mut self, staff: &StaffCode, day: NaiveDate) {
        let all = self.dates.clone();
        let Some(person) = self.people.iter_mut().find(|person| person.staff == *staff) else {
            return;
        };
        let mut days = person.dates.take().unwrap_or_else(|| all.clone());
        match days.binary_search(&day) {
            Ok(place) => {
                days.remove(place);
            }
            Err(place) => days.insert(place, day),
        }
        // Days that are all the survey's follow the survey when it moves.
        person.dates = (days != all).then_some(days);
    }

    /// Sheets that are expected in all.
    pub fn expected(&self) -> usize {
        self.people.iter().map(|person| self.days_of(person).len()).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2025, 10, day).unwrap()
    }

    fn code(text: &str) -> StaffCode {
        StaffCode::parse(text).unwrap()
    }

    #[test]
    fn days_and_people_stand_in_order_and_once() {
        let people = ["S02", "S01", "S02"].map(|staff| Participant::of(code(staff)));
        let survey = Survey::of([day(8), day(6), day(8)], people);
        assert_eq!(survey.dates, [day(6), day(8)]);
        let codes: Vec<&str> = survey.people.iter().map(|person| person.staff.as_str()).collect();
        assert_eq!(codes, ["S01", "S02"]);
        assert_eq!(survey.expected(), 4);
    }

    #[test]
    fn a_day_off_is_of_one_person_and_can_be_turned_back() {
        let mut survey = Survey::of(
            [day(6), day(7)],
            ["S01", "S02"].map(|staff| Participant::of(code(staff))),
        );
        survey.turn_day(&code("S01"), day(7));
        assert_eq!(survey.days_of(survey.person(&code("S01")).unwrap()), [day(6)]);
        assert_eq!(survey.expected(), 3);
        survey.turn_day(&code("S01"), day(7));
        assert_eq!(survey.person(&code("S01")).unwrap().dates, None);
        survey.turn_day(&code("S01"), day(9));
        assert_eq!(
            survey.days_of(survey.person(&code("S01")).unwrap()),
            [day(6), day(7), day(9)]
        );
        survey.turn_day(&code("S09"), day(7));
        assert_eq!(survey.expected(), 5);
    }

    #[test]
    fn a_shift_is_known_from_the_sheets_only_when_it_is_always_the_same() {
        let sheet = |date, span: (u16, u16)| Sheet {
            date: day(date),
            ..super::super::sheet::tests::sheet(Some(span), &[])
        };
        let (early, again, late) = (sheet(6, (420, 960)), sheet(7, (420, 960)), sheet(8, (630, 1170)));
        let known = |sheets: &[&Sheet]| Participant::of_sheets(code("S001"), sheets).scheduled;
        assert_eq!(known(&[&early, &again]), Span::new(420, 960).ok());
        assert_eq!(known(&[&early, &again, &late]), None);
    }

    #[test]
    fn a_person_who_is_put_again_is_replaced_and_can_be_taken_out() {
        let mut survey = Survey::of([day(6)], [Participant::of(code("S01"))]);
        let unit = Some(Unit::parse("1階").unwrap());
        survey.put(Participant {
            unit: unit.clone(),
            ..Participant::of(code("S01"))
        });
        assert_eq!(survey.people.len(), 1);
        assert_eq!(survey.people[0].unit, unit);
        assert!(survey.remove(&code("S01")));
        assert!(!survey.remove(&code("S01")));
    }
}
