//! What the next sheet is likely to be: whose, of which day, with which hours.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Days, NaiveDate};

use super::SheetKind;
use crate::office::{Role, Span, StaffCode, Unit};
use crate::report::Holdings;
use crate::worktime::{Participant, Sheet, Survey, Wave};

/// A sheet that is expected next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Expected {
    /// When in the improvement.
    pub wave: Wave,
    /// Whose shift.
    pub staff: StaffCode,
    /// On which date it starts.
    pub date: NaiveDate,
}

/// What is known of a person.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Usual {
    /// 職種
    pub role: Option<Role>,
    /// ユニット・フロア
    pub unit: Option<Unit>,
    /// 所定勤務時間
    pub span: Option<Span>,
}

/// Sheets of a kind.
pub fn sheets_of(holdings: &Holdings, kind: SheetKind) -> &[(Wave, Sheet)] {
    match kind {
        SheetKind::Actual => &holdings.sheets,
        SheetKind::Plan => &holdings.plans,
    }
}

/// What is usual for a person: from the latest sheet, what it leaves open from the plan of the survey.
pub fn usual(holdings: &Holdings, wave: Wave, staff: &StaffCode) -> Usual {
    let all = holdings.sheets.iter().chain(&holdings.plans);
    let own: Vec<&Sheet> = all
        .map(|(_, sheet)| sheet)
        .filter(|sheet| sheet.staff == *staff)
        .collect();
    let latest = |has: &dyn Fn(&Sheet) -> bool| {
        let with = own.iter().copied().filter(|sheet| has(sheet));
        with.max_by_key(|sheet| sheet.date)
    };
    let planned = participant(holdings, wave, staff);
    Usual {
        role: latest(&|sheet| sheet.role.is_some())
            .and_then(|sheet| sheet.role.clone())
            .or_else(|| planned.and_then(|person| person.role.clone())),
        unit: latest(&|sheet| sheet.unit.is_some())
            .and_then(|sheet| sheet.unit.clone())
            .or_else(|| planned.and_then(|person| person.unit.clone())),
        span: latest(&|sheet| sheet.span().is_some())
            .and_then(|sheet| sheet.scheduled.or(sheet.actual))
            .or_else(|| planned.and_then(|person| person.scheduled)),
    }
}

fn survey(holdings: &Holdings, wave: Wave) -> Option<&Survey> {
    holdings
        .surveys
        .iter()
        .find(|(of, _)| *of == wave)
        .map(|(_, survey)| survey)
}

fn participant<'a>(holdings: &'a Holdings, wave: Wave, staff: &StaffCode) -> Option<&'a Participant> {
    let waves = [survey(holdings, wave)]
        .into_iter()
        .flatten()
        .chain(holdings.surveys.iter().rev().map(|(_, survey)| survey));
    waves
        .flat_map(|survey| &survey.people)
        .find(|person| person.staff == *staff)
}

/// Everybody who is expected in a wave or has been seen in the book, in order of code.
pub fn people(holdings: &Holdings, wave: Wave) -> Vec<StaffCode> {
    let planned = survey(holdings, wave).into_iter().flat_map(|survey| &survey.people);
    let seen = holdings
        .sheets
        .iter()
        .chain(&holdings.plans)
        .map(|(_, sheet)| &sheet.staff);
    let all: BTreeSet<&StaffCode> = planned.map(|person| &person.staff).chain(seen).collect();
    all.into_iter().cloned().collect()
}

/// The days on which sheets of a person are expected: of the survey, else those on which anybody has one.
fn days(holdings: &Holdings, kind: SheetKind, wave: Wave, staff: &StaffCode) -> BTreeSet<NaiveDate> {
    if let Some(survey) = survey(holdings, wave) {
        let person = survey.people.iter().find(|person| person.staff == *staff);
        let own = person.and_then(|person| person.dates.as_ref());
        return own.unwrap_or(&survey.dates).iter().copied().collect();
    }
    let sheets = sheets_of(holdings, kind).iter().chain(&holdings.sheets);
    sheets
        .filter(|(of, _)| *of == wave)
        .map(|(_, sheet)| sheet.date)
        .collect()
}

fn done(holdings: &Holdings, kind: SheetKind, wave: Wave, staff: &StaffCode) -> BTreeSet<NaiveDate> {
    let own = sheets_of(holdings, kind).iter();
    own.filter(|(of, sheet)| *of == wave && sheet.staff == *staff)
        .map(|(_, sheet)| sheet.date)
        .collect()
}

/// The next day of a person: the first expected one without a sheet after `since`, else the first of all, else the day after the
/// last sheet.
pub fn next_day(
    holdings: &Holdings,
    kind: SheetKind,
    wave: Wave,
    staff: &StaffCode,
    since: Option<NaiveDate>,
) -> Option<NaiveDate> {
    let done = done(holdings, kind, wave, staff);
    let missing: Vec<NaiveDate> = days(holdings, kind, wave, staff).difference(&done).copied().collect();
    let later = missing.iter().find(|date| since.is_none_or(|since| **date > since));
    later.or_else(|| missing.first()).copied().or_else(|| {
        let last = since.into_iter().chain(done.last().copied()).max();
        last.and_then(|last| last.checked_add_days(Days::new(1)))
    })
}

/// Which sheets come next after one: the same person's next day, the next person's.
pub fn after(holdings: &Holdings, kind: SheetKind, last: &Expected) -> Vec<Expected> {
    let wave = last.wave;
    let of = |staff: &StaffCode, since| {
        let date = next_day(holdings, kind, wave, staff, since)?;
        Some(Expected {
            wave,
            staff: staff.clone(),
            date,
        })
    };
    let people = people(holdings, wave);
    let later = people.iter().filter(|staff| **staff > last.staff);
    let next = later.chain(people.iter()).find(|staff| **staff != last.staff);
    let same = of(&last.staff, Some(last.date));
    same.into_iter().chain(next.and_then(|next| of(next, None))).collect()
}

/// The sheet that a person most likely wants to key in now.
pub fn first(holdings: &Holdings, kind: SheetKind, wave: Option<Wave>) -> Option<Expected> {
    let last_wave = || sheets_of(holdings, kind).iter().map(|(wave, _)| *wave).max();
    let planned = || holdings.surveys.iter().map(|(wave, _)| *wave).max();
    let wave = wave.or_else(|| last_wave().max(planned())).unwrap_or(Wave::Before);
    let missing = |staff: &StaffCode| {
        let done = done(holdings, kind, wave, staff);
        let open = days(holdings, kind, wave, staff);
        open.difference(&done).next().copied().map(|date| Expected {
            wave,
            staff: staff.clone(),
            date,
        })
    };
    let people = people(holdings, wave);
    people.iter().find_map(missing).or_else(|| {
        let staff = people.first()?;
        let date = next_day(holdings, kind, wave, staff, None)?;
        Some(Expected {
            wave,
            staff: staff.clone(),
            date,
        })
    })
}

/// Spans that are in use, a person's own first, then the usual ones.
pub fn spans(holdings: &Holdings, staff: Option<&StaffCode>) -> Vec<Span> {
    let mut counts: BTreeMap<Span, (usize, usize)> = BTreeMap::new();
    for (_, sheet) in holdings.sheets.iter().chain(&holdings.plans) {
        for span in sheet.scheduled.into_iter().chain(sheet.actual) {
            let count = counts.entry(span).or_default();
            count.0 += usize::from(Some(&sheet.staff) == staff);
            count.1 += 1;
        }
    }
    for person in holdings.surveys.iter().flat_map(|(_, survey)| &survey.people) {
        if let Some(span) = person.scheduled {
            counts.entry(span).or_default().1 += 1;
        }
    }
    let mut spans: Vec<(Span, (usize, usize))> = counts.into_iter().collect();
    spans.sort_by_key(|(span, count)| (std::cmp::Reverse(*count), *span));
    spans.into_iter().map(|(span, _)| span).collect()
}
