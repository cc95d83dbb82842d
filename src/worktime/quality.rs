//! How far a sheet can be trusted: what is missing, doubled or too neat in it.

use super::sheet::{Cell, Sheet};
use super::task_list::{CategoryKind, TaskList};
use super::wave::Wave;
use crate::office::{Minutes, clock_phrase};
use crate::phrase::{Phrase, phrase};

/// Share of equal cells, in percent, from which a sheet counts as copied from another day.
const COPIED_PERCENT: usize = 95;
/// Fewest cells for which heaping and copying mean anything: three hours of ten minutes.
const FEWEST_CELLS: usize = 18;

/// One thing that a person should look at in a sheet.
#[derive(Debug, Clone, PartialEq)]
pub struct QualityProblem {
    /// Short name in JSON, e.g. `unfilled`.
    pub code: &'static str,
    /// Clock time of the first place, where there is one.
    pub at: Option<u16>,
    /// What is wrong.
    pub message: Phrase,
    /// Points that it costs.
    pub penalty: u32,
}

/// The data quality of one sheet (調査票の質): 0 to 100 points, and why.
#[derive(Debug, Clone, PartialEq)]
pub struct Quality {
    /// 100 is without fault. The points are our own scale (参考), not an official one.
    pub score: u32,
    /// Costliest first.
    pub problems: Vec<QualityProblem>,
}

/// Assesses every sheet, in the order given; sheets of one person are compared with each other.
pub fn assess(sheets: &[(Wave, &Sheet)], tasks: &TaskList) -> Vec<Quality> {
    sheets
        .iter()
        .enumerate()
        .map(|(index, (wave, sheet))| {
            let siblings: Vec<&Sheet> = sheets
                .iter()
                .enumerate()
                .filter(|(other, (w, s))| *other != index && w == wave && s.staff == sheet.staff)
                .map(|(_, (_, s))| *s)
                .collect();
            assess_one(sheet, &siblings, tasks)
        })
        .collect()
}

fn assess_one(sheet: &Sheet, siblings: &[&Sheet], tasks: &TaskList) -> Quality {
    let mut problems: Vec<QualityProblem> = [
        missing_span(sheet),
        unfilled(sheet),
        outside_span(sheet),
        too_little_break(sheet, tasks),
        heaping(sheet),
        siblings.iter().find_map(|other| overlap(sheet, other)),
        siblings.iter().find_map(|other| copied(sheet, other)),
    ]
    .into_iter()
    .flatten()
    .collect();
    problems.sort_by_key(|problem| std::cmp::Reverse(problem.penalty));
    let lost: u32 = problems.iter().map(|problem| problem.penalty).sum();
    Quality {
        score: 100_u32.saturating_sub(lost),
        problems,
    }
}

fn missing_span(sheet: &Sheet) -> Option<QualityProblem> {
    let message = match (sheet.scheduled, sheet.actual) {
        (Some(_), Some(_)) => return None,
        (None, Some(_)) => phrase("quality-no-scheduled-span"),
        (Some(_), None) => phrase("quality-no-actual-span"),
        (None, None) => phrase("quality-no-span"),
    };
    let penalty = if sheet.span().is_some() { 5 } else { 15 };
    Some(QualityProblem {
        code: "missing-span",
        at: None,
        message,
        penalty,
    })
}

fn unfilled(sheet: &Sheet) -> Option<QualityProblem> {
    let slots = sheet.unfilled_slots();
    let (first, _) = *slots.first()?;
    let unfilled = sheet.unfilled();
    let percent = (unfilled.0 * 100).div_ceil((unfilled + sheet.filled()).0);
    Some(QualityProblem {
        code: "unfilled",
        at: Some(first),
        message: phrase("quality-unfilled")
            .with("minutes", unfilled.0)
            .with("slots", slots.len())
            .with("at", clock_phrase(first)),
        penalty: percent.min(60),
    })
}

fn outside_span(sheet: &Sheet) -> Option<QualityProblem> {
    let span = sheet.span()?;
    let outside = |cell: &&Cell| {
        let inside = span.overlap(cell.start, cell.start + sheet.slot_minutes);
        cell.filled() > inside
    };
    let minutes: Minutes = sheet
        .cells
        .iter()
        .filter(outside)
        .map(|cell| {
            cell.filled()
                .minus(span.overlap(cell.start, cell.start + sheet.slot_minutes))
        })
        .sum();
    let first = sheet.cells.iter().find(outside)?;
    Some(QualityProblem {
        code: "outside-span",
        at: Some(first.start),
        message: phrase("quality-outside-span")
            .with("minutes", minutes.0)
            .with("span", span.phrase()),
        penalty: 15,
    })
}

fn too_little_break(sheet: &Sheet, tasks: &TaskList) -> Option<QualityProblem> {
    let length = sheet
        .span()
        .map_or_else(|| sheet.filled(), crate::office::Span::minutes);
    let due = match length.0 {
        0..=360 => return None,
        361..=480 => 45,
        _ => 60,
    };
    let taken: Minutes = sheet
        .cells
        .iter()
        .flat_map(|cell| &cell.shares)
        .filter(|share| {
            tasks
                .category_of(&share.0)
                .is_some_and(|category| category.kind == CategoryKind::Rest)
        })
        .map(|share| share.1)
        .sum();
    (taken.0 < due).then(|| QualityProblem {
        code: "break",
        at: None,
        message: phrase("quality-break").with("taken", taken.0).with("due", due),
        penalty: 10,
    })
}

fn heaping(sheet: &Sheet) -> Option<QualityProblem> {
    let neat = sheet.cells.len() >= FEWEST_CELLS && sheet.cells.iter().all(|cell| cell.shares.len() == 1);
    neat.then(|| QualityProblem {
        code: "heaping",
        at: None,
        message: phrase("quality-heaping"),
        penalty: 5,
    })
}

fn overlap(sheet: &Sheet, other: &Sheet) -> Option<QualityProblem> {
    let day = |s: &Sheet, minute: u16| {
        s.date.and_time(chrono::NaiveTime::MIN) + chrono::TimeDelta::minutes(i64::from(minute))
    };
    let taken: std::collections::BTreeSet<_> = other.cells.iter().map(|cell| day(other, cell.start)).collect();
    let first = sheet
        .cells
        .iter()
        .find(|cell| taken.contains(&day(sheet, cell.start)))?;
    Some(QualityProblem {
        code: "overlap",
        at: Some(first.start),
        message: phrase("quality-overlap")
            .with("date", other.date.to_string())
            .with("at", clock_phrase(first.start)),
        penalty: 30,
    })
}

fn copied(sheet: &Sheet, other: &Sheet) -> Option<QualityProblem> {
    let longer = sheet.cells.len().max(other.cells.len());
    if sheet.cells.len() < FEWEST_CELLS {
        return None;
    }
    let equal = sheet
        .cells
        .iter()
        .filter(|cell| other.cell_at(cell.start) == Some(cell))
        .count();
    (equal * 100 >= COPIED_PERCENT * longer).then(|| QualityProblem {
        code: "copied",
        at: None,
        message: phrase("quality-copied").with("date", other.date.to_string()),
        penalty: 30,
    })
}

#[cfg(test)]
mod tests {
    use super::super::sheet::tests::sheet;
    use super::*;

    fn list() -> TaskList {
        serde_json::from_str(
            r#"{"id":"t","version":"1","title":{"ja":"","en":""},"source":"","slot_minutes":10,
                "categories":[{"code":"A","name":{"ja":"","en":""},"kind":"direct"},
                              {"code":"C","name":{"ja":"","en":""},"kind":"rest"}],
                "tasks":[{"code":"1","category":"A","name":{"ja":"","en":""}},
                         {"code":"22","category":"C","name":{"ja":"","en":""}}]}"#,
        )
        .unwrap()
    }

    fn codes(sheets: &[(Wave, &Sheet)]) -> Vec<&'static str> {
        assess(sheets, &list())[0]
            .problems
            .iter()
            .map(|problem| problem.code)
            .collect()
    }

    fn long(date: u32, first: &str) -> Sheet {
        let cells: Vec<(u16, Vec<(&str, u32)>)> = (0..20)
            .map(|i| {
                (
                    540 + i * 10,
                    if i == 0 {
                        vec![(first, 4), ("22", 6)]
                    } else {
                        vec![("22", 10)]
                    },
                )
            })
            .collect();
        let cells: Vec<(u16, &[(&str, u32)])> = cells.iter().map(|(at, shares)| (*at, shares.as_slice())).collect();
        let mut sheet = sheet(Some((540, 740)), &cells);
        sheet.date = chrono::NaiveDate::from_ymd_opt(2025, 10, date).unwrap();
        sheet
    }

    #[test]
    fn a_sheet_without_fault_has_full_points() {
        let sheet = long(6, "1");
        assert_eq!(assess(&[(Wave::Before, &sheet)], &list())[0].score, 100);
    }

    #[test]
    fn the_same_cells_on_another_day_look_copied() {
        let (one, two) = (long(6, "1"), long(7, "1"));
        assert_eq!(codes(&[(Wave::Before, &one), (Wave::Before, &two)]), ["copied"]);
        assert_eq!(codes(&[(Wave::Before, &one), (Wave::After(1), &two)]), [""; 0]);
    }

    #[test]
    fn work_outside_the_span_and_unfilled_slots_are_named() {
        let sheet = sheet(Some((540, 560)), &[(540, &[("1", 10)]), (600, &[("1", 10)])]);
        assert_eq!(codes(&[(Wave::Before, &sheet)]), ["unfilled", "outside-span"]);
    }

    #[test]
    fn nine_hours_without_an_hour_of_rest_are_named() {
        let cells: Vec<(u16, Vec<(&str, u32)>)> = (0..54)
            .map(|i| {
                (
                    510 + i * 10,
                    if i < 5 {
                        vec![("22", 10)]
                    } else {
                        vec![("1", 9), ("22", 0)]
                    },
                )
            })
            .collect();
        let cells: Vec<(u16, &[(&str, u32)])> = cells.iter().map(|(at, shares)| (*at, shares.as_slice())).collect();
        let sheet = sheet(Some((510, 1050)), &cells);
        assert!(codes(&[(Wave::Before, &sheet)]).contains(&"break"));
    }

    #[test]
    fn two_sheets_of_one_person_may_not_share_a_minute() {
        let night = sheet(Some((1400, 1460)), &[(1450, &[("1", 10)])]);
        let mut next = sheet(Some((0, 60)), &[(10, &[("1", 10)])]);
        next.date = next.date.succ_opt().unwrap();
        assert!(codes(&[(Wave::Before, &night), (Wave::Before, &next)]).contains(&"overlap"));
    }
}
