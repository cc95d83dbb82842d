//! Which timetable (業務表) a sheet is held against.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::sheet::Sheet;
use crate::office::{Span, StaffCode};

/// Why a plan belongs to a sheet (業務表の当てはめ).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PlanFit {
    /// It is the plan of this person for this day.
    SameDay,
    /// It is the latest earlier plan of this person, of this date.
    Earlier(NaiveDate),
    /// It is the timetable of a shift with the same scheduled span.
    Timetable,
}

/// Why a sheet has no plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NoPlan {
    /// None is of this person, and no timetable of a shift has this span.
    NoneFits,
    /// Timetables of several shifts have this span.
    Several,
}

/// Finds the plan of each sheet of one wave, in the order of the sheets; `plans` are those of the same wave, `people` the codes
/// of persons.
///
/// In this order: the plan of the same person and date; else the same person's latest earlier plan; else the timetable whose
/// name is no person's code and whose scheduled span is the sheet's. A person's plan is used once a day: of two shifts on one
/// day each has the plan that starts nearest.
pub fn plans_of<'a>(
    sheets: &[&Sheet],
    plans: &[&'a Sheet],
    people: &BTreeSet<StaffCode>,
) -> Vec<Result<(&'a Sheet, PlanFit), NoPlan>> {
    let (own, timetables): (Vec<&Sheet>, Vec<&Sheet>) = plans.iter().partition(|plan| people.contains(&plan.staff));
    let own = own_plans(sheets, &own);
    let found = sheets.iter().enumerate().map(|(index, sheet)| match own.get(&index) {
        Some(fit) => Ok(*fit),
        None => timetable(sheet, &timetables),
    });
    found.collect()
}

/// Plans of the persons themselves, by the place of the sheet.
fn own_plans<'a>(sheets: &[&Sheet], plans: &[&'a Sheet]) -> BTreeMap<usize, (&'a Sheet, PlanFit)> {
    let mut days: BTreeMap<(&StaffCode, NaiveDate), Vec<usize>> = BTreeMap::new();
    for (index, sheet) in sheets.iter().enumerate() {
        days.entry((&sheet.staff, sheet.date)).or_default().push(index);
    }
    let mut by_person: BTreeMap<&StaffCode, Vec<&'a Sheet>> = BTreeMap::new();
    for plan in plans {
        by_person.entry(&plan.staff).or_default().push(plan);
    }
    let mut found = BTreeMap::new();
    for ((staff, date), indices) in days {
        let mine = || {
            by_person
                .get(staff)
                .into_iter()
                .flatten()
                .filter(|plan| plan.date <= date)
        };
        let Some(latest) = mine().map(|plan| plan.date).max() else {
            continue;
        };
        let fit = if latest == date {
            PlanFit::SameDay
        } else {
            PlanFit::Earlier(latest)
        };
        let of_day: Vec<&'a Sheet> = mine().filter(|plan| plan.date == latest).copied().collect();
        let mut pairs: Vec<(u16, usize, usize)> = Vec::new();
        for index in indices {
            for (place, plan) in of_day.iter().enumerate() {
                let apart = sheets[index].starts_at().abs_diff(plan.starts_at());
                pairs.push((apart, index, place));
            }
        }
        pairs.sort_unstable();
        let mut taken = BTreeSet::new();
        for (_, index, place) in pairs {
            if !found.contains_key(&index) && taken.insert(place) {
                found.insert(index, (of_day[place], fit));
            }
        }
    }
    found
}

/// The timetable of a shift with the span of the sheet: of several dates the latest up to the sheet's, else the first.
fn timetable<'a>(sheet: &Sheet, timetables: &[&'a Sheet]) -> Result<(&'a Sheet, PlanFit), NoPlan> {
    let span = sheet.scheduled.or(sheet.actual).ok_or(NoPlan::NoneFits)?;
    let fitting: Vec<&'a Sheet> = timetables
        .iter()
        .filter(|plan| planned_span(plan) == Some(span))
        .copied()
        .collect();
    let names: BTreeSet<&StaffCode> = fitting.iter().map(|plan| &plan.staff).collect();
    if names.len() > 1 {
        return Err(NoPlan::Several);
    }
    let before = fitting.iter().filter(|plan| plan.date <= sheet.date);
    let found = before
        .max_by_key(|plan| plan.date)
        .or_else(|| fitting.iter().min_by_key(|plan| plan.date));
    found.map(|plan| (*plan, PlanFit::Timetable)).ok_or(NoPlan::NoneFits)
}

/// The span of a plan; where none is written, from its first to its last cell.
fn planned_span(plan: &Sheet) -> Option<Span> {
    plan.scheduled.or(plan.actual).or_else(|| {
        let (first, last) = (plan.cells.first()?, plan.cells.last()?);
        Span::new(first.start, last.start + plan.slot_minutes).ok()
    })
}

#[cfg(test)]
mod tests {
    use super::super::sheet::tests::sheet;
    use super::*;

    fn of(staff: &str, day: u32, span: (u16, u16)) -> Sheet {
        Sheet {
            staff: StaffCode::parse(staff).unwrap(),
            date: NaiveDate::from_ymd_opt(2025, 10, day).unwrap(),
            ..sheet(Some(span), &[(span.0, &[("1", 10)])])
        }
    }

    const DAY: (u16, u16) = (510, 1050);
    const LATE: (u16, u16) = (630, 1170);

    fn found(sheets: &[Sheet], plans: &[Sheet]) -> Vec<Result<(String, u32, PlanFit), NoPlan>> {
        use chrono::Datelike;
        let people = ["S001", "S002", "S003"].map(|code| StaffCode::parse(code).unwrap());
        let (sheets, plans): (Vec<_>, Vec<_>) = (sheets.iter().collect(), plans.iter().collect());
        plans_of(&sheets, &plans, &BTreeSet::from(people))
            .into_iter()
            .map(|fit| fit.map(|(plan, fit)| (plan.staff.to_string(), plan.date.day(), fit)))
            .collect()
    }

    #[test]
    fn a_persons_own_plan_comes_before_the_timetable_of_the_shift() {
        let plans = [of("S001", 5, DAY), of("S001", 6, LATE), of("日勤A", 1, DAY)];
        let sheets = [
            of("S001", 6, DAY),
            of("S001", 7, DAY),
            of("S001", 4, DAY),
            of("S002", 6, DAY),
        ];
        let earlier = PlanFit::Earlier(NaiveDate::from_ymd_opt(2025, 10, 6).unwrap());
        assert_eq!(
            found(&sheets, &plans),
            [
                Ok(("S001".to_owned(), 6, PlanFit::SameDay)),
                Ok(("S001".to_owned(), 6, earlier)),
                Ok(("日勤A".to_owned(), 1, PlanFit::Timetable)),
                Ok(("日勤A".to_owned(), 1, PlanFit::Timetable)),
            ]
        );
    }

    #[test]
    fn a_sheet_without_a_plan_says_why() {
        let plans = [of("日勤A", 1, DAY), of("日勤B", 1, DAY)];
        let sheets = [of("S001", 6, DAY), of("S001", 7, LATE)];
        assert_eq!(found(&sheets, &plans), [Err(NoPlan::Several), Err(NoPlan::NoneFits)]);
    }

    #[test]
    fn the_plan_of_a_person_without_sheets_is_nobody_elses() {
        assert_eq!(
            found(&[of("S001", 6, DAY)], &[of("S003", 6, DAY)]),
            [Err(NoPlan::NoneFits)]
        );
    }

    #[test]
    fn the_timetable_of_the_day_is_the_latest_that_was_kept_before() {
        let plans = [of("日勤A", 1, DAY), of("日勤A", 6, DAY), of("日勤A", 20, DAY)];
        let sheets = [of("S001", 7, DAY), of("S001", 6, DAY)];
        let days: Vec<u32> = found(&sheets, &plans).into_iter().map(|fit| fit.unwrap().1).collect();
        assert_eq!(days, [6, 6]);
        let only_later = found(&sheets, &[of("日勤A", 20, DAY)]);
        assert_eq!(only_later[0], Ok(("日勤A".to_owned(), 20, PlanFit::Timetable)));
    }

    #[test]
    fn two_shifts_of_one_day_do_not_share_a_plan() {
        let (morning, evening) = ((420, 600), (1020, 1200));
        let plans = [of("S001", 6, (1000, 1190))];
        let sheets = [of("S001", 6, morning), of("S001", 6, evening)];
        assert_eq!(
            found(&sheets, &plans),
            [Err(NoPlan::NoneFits), Ok(("S001".to_owned(), 6, PlanFit::SameDay))]
        );
    }

    #[test]
    fn a_timetable_without_a_span_reaches_from_its_first_to_its_last_cell() {
        let mut plan = sheet(None, &[(510, &[("1", 10)]), (1040, &[("7", 10)])]);
        plan.staff = StaffCode::parse("日勤").unwrap();
        assert!(found(&[of("S001", 6, DAY)], &[plan])[0].is_ok());
    }
}
