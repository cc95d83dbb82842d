//! The roster of a survey (調査対象者の名簿) as a table: staff, role, unit, shift, days.

use chrono::NaiveDate;

use super::order::Fault;
use super::small_table::{Column, SmallTable};
use super::typed;
use super::written::quoted;
use crate::office::{NameError, Role, Unit};
use crate::phrase::{Phrase, phrase};
use crate::worktime::Participant;

const COLUMNS: [Column; 5] = [
    Column {
        name: "staff / 職員ID",
        headings: &[
            "staff",
            "職員id",
            "職員",
            "職員番号",
            "職員コ-ド",
            "staffid",
            "staff_id",
            "記号",
        ],
        needed: true,
    },
    Column {
        name: "role / 職種",
        headings: &["role", "職種"],
        needed: false,
    },
    Column {
        name: "unit / ユニット",
        headings: &["unit", "ユニット", "フロア", "ユニット・フロア", "ユニット/フロア"],
        needed: false,
    },
    Column {
        name: "shift / 勤務時間",
        headings: &[
            "shift",
            "scheduled",
            "所定",
            "所定勤務時間",
            "勤務時間",
            "勤務",
            "勤務帯",
        ],
        needed: false,
    },
    Column {
        name: "days / 調査日",
        headings: &["days", "dates", "日", "日付", "調査日", "出勤日", "勤務日"],
        needed: false,
    },
];

/// Reads a roster. Days without a year are those nearest to `near`; no days mean every day of the survey.
///
/// Answers all faults with their lines when there is one.
pub fn roster(bytes: &[u8], near: NaiveDate) -> Result<Vec<Participant>, Vec<Fault>> {
    let table = SmallTable::read(bytes, &COLUMNS).map_err(|message| vec![Fault::file(message)])?;
    let mut faults = table.faults;
    let mut people: Vec<Participant> = Vec::new();
    for (line, fields) in &table.lines {
        match person(fields, near) {
            Ok(person) if people.iter().any(|other| other.staff == person.staff) => {
                let message = phrase("roster-staff-twice").with("staff", person.staff.as_str());
                faults.push(Fault::line(*line, message));
            }
            Ok(person) => people.push(person),
            Err(wrong) => faults.extend(wrong.into_iter().map(|message| Fault::line(*line, message))),
        }
    }
    if people.is_empty() && faults.is_empty() {
        faults.push(Fault::file(phrase("roster-empty")));
    }
    if faults.is_empty() { Ok(people) } else { Err(faults) }
}

fn person(fields: &[String], near: NaiveDate) -> Result<Participant, Vec<Phrase>> {
    let mut faults = Vec::new();
    let [staff, role, unit, shift, days] = fields else {
        return Err(vec![phrase("intake-no-staff")]);
    };
    let staff = crate::office::StaffCode::parse(staff).map_err(|error| match error {
        NameError::Empty => phrase("intake-no-staff"),
        NameError::TooLong => phrase("intake-staff-too-long"),
    });
    let staff = staff.map_err(|message| faults.push(message)).ok();
    let mut keep = |message: Phrase| faults.push(message);
    let role = optional(role, Role::parse).unwrap_or_else(|message| {
        keep(message);
        None
    });
    let unit = optional(unit, Unit::parse).unwrap_or_else(|message| {
        keep(message);
        None
    });
    let scheduled = typed::time_span(shift).unwrap_or_else(|message| {
        keep(message);
        None
    });
    let dates = typed::days(days, near).unwrap_or_else(|message| {
        keep(message);
        Vec::new()
    });
    match staff {
        Some(staff) if faults.is_empty() => Ok(Participant {
            staff,
            role,
            unit,
            scheduled,
            dates: (!dates.is_empty()).then_some(dates),
        }),
        _ => Err(faults),
    }
}

fn optional<T>(text: &str, parse: impl Fn(&str) -> Result<T, NameError>) -> Result<Option<T>, Phrase> {
    match parse(text) {
        Ok(name) => Ok(Some(name)),
        Err(NameError::Empty) => Ok(None),
        Err(NameError::TooLong) => Err(phrase("intake-name-too-long").with("written", quoted(text))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intake::order::Place;

    fn near() -> NaiveDate {
        NaiveDate::from_ymd_opt(2025, 10, 1).unwrap()
    }

    const ROSTER: &str = "職員ＩＤ,職種,ユニット,勤務時間,調査日\r\nS01,介護職員,1階,8:30～17:30,\r\n\r\nS02,,2階,16:30-9:30,10/6 10/8\r\n";

    #[test]
    fn a_roster_is_read_in_both_encodings() {
        let cp932 = encoding_rs::SHIFT_JIS.encode(ROSTER).0.into_owned();
        for bytes in [ROSTER.as_bytes().to_vec(), cp932] {
            let people = roster(&bytes, near()).unwrap();
            assert_eq!(people.len(), 2);
            assert_eq!(people[0].role, Role::parse("介護職員").ok());
            assert_eq!(people[0].dates, None);
            assert_eq!(people[1].scheduled.unwrap().end(), 2010);
            assert_eq!(people[1].dates.as_ref().unwrap().len(), 2);
        }
    }

    #[test]
    fn every_fault_is_told_with_its_line() {
        let faults = roster(
            "staff,shift,days\nS01,朝,10/6\n,8:30-17:30,\nS01,,13/1\nS02,,\nS02,,\n".as_bytes(),
            near(),
        );
        let places: Vec<(Place, &str)> = faults
            .unwrap_err()
            .into_iter()
            .map(|fault| (fault.place, fault.message.key()))
            .collect();
        assert_eq!(
            places,
            [
                (Place::Line(2), "intake-bad-span"),
                (Place::Line(3), "intake-no-staff"),
                (Place::Line(4), "intake-bad-date"),
                (Place::Line(6), "roster-staff-twice"),
            ]
        );
    }

    #[test]
    fn a_table_without_people_is_no_roster() {
        let key = |text: &str| roster(text.as_bytes(), near()).unwrap_err()[0].message.key();
        assert_eq!(key("unit,shift\n1階,8:30-17:30\n"), "intake-missing-column");
        assert_eq!(key("staff\n"), "roster-empty");
        assert_eq!(key(""), "intake-empty-file");
        assert_eq!(key("staff,staff\nS01,S02\n"), "intake-column-twice");
    }
}
