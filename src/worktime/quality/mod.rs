//! How far a sheet can be trusted: what is missing, doubled or too neat in it.

mod cells;
mod shift;
mod siblings;
mod standing;

use super::sheet::Sheet;
use super::task_list::TaskList;
use super::wave::Wave;
use crate::phrase::{Gap, Phrase};

pub use shift::{Break, break_of};
pub use standing::{Acceptances, Standing};

/// Fewest cells for which heaping and copying mean anything: three hours of ten minutes.
const FEWEST_CELLS: usize = 18;

/// One thing that a person should look at in a sheet; a sheet has each code at most once.
#[derive(Debug, Clone, PartialEq)]
pub struct QualityProblem {
    /// Short name in JSON, e.g. `unfilled`.
    pub code: &'static str,
    /// First minute of the first place, where there is one.
    pub at: Option<u16>,
    /// What is wrong.
    pub message: Phrase,
    /// Points that it costs.
    pub penalty: u32,
}

impl QualityProblem {
    /// What exactly was found, in no language: the place and the figures of the sentence. It changes when the finding does.
    pub fn about(&self) -> String {
        let mut about = self.at.map_or_else(String::new, |at| at.to_string());
        figures(&self.message, &mut about);
        about
    }
}

fn figures(message: &Phrase, about: &mut String) {
    for (name, gap) in message.gaps() {
        let value = match gap {
            Gap::Text(text) => text.clone(),
            Gap::Count(count) => count.to_string(),
            Gap::Phrase(inner) => {
                let mut inside = String::new();
                figures(inner, &mut inside);
                inside
            }
        };
        for part in [" ", name, "=", &value] {
            about.push_str(part);
        }
    }
}

/// The data quality of one sheet (調査票の質): 0 to 100 points, and why.
#[derive(Debug, Clone, PartialEq)]
pub struct Quality {
    /// 100 is without fault. The points are our own scale (参考), not an official one.
    pub score: u32,
    /// Costliest first.
    pub problems: Vec<QualityProblem>,
}

/// Assesses every sheet, in the order given. Sheets of one person are compared with each other, and sheets with the same cells
/// wherever they stand; the effort grows with the number of sheets and not with its square.
pub fn assess(sheets: &[(Wave, &Sheet)], tasks: &TaskList) -> Vec<Quality> {
    let beside = siblings::Beside::of(sheets);
    sheets
        .iter()
        .enumerate()
        .map(|(index, (_, sheet))| {
            let alone = [
                shift::missing_span(sheet),
                cells::unfilled(sheet),
                cells::uneven_slots(sheet),
                cells::outside_span(sheet),
                shift::total_differs(sheet),
                shift::too_little_break(sheet, tasks),
                cells::heaping(sheet),
                cells::untouched(sheet),
            ];
            let problems = alone.into_iter().flatten().chain(beside.problems(index));
            of_problems(problems.collect())
        })
        .collect()
}

fn of_problems(mut problems: Vec<QualityProblem>) -> Quality {
    problems.sort_by_key(|problem| std::cmp::Reverse(problem.penalty));
    let lost: u32 = problems.iter().map(|problem| problem.penalty).sum();
    Quality {
        score: 100_u32.saturating_sub(lost),
        problems,
    }
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
        let (mut short, mut other) = (one.clone(), two.clone());
        short.cells.truncate(17);
        other.cells.truncate(17);
        assert!(!codes(&[(Wave::Before, &short), (Wave::Before, &other)]).contains(&"copied"));
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
        assert!(codes(&[(Wave::After(1), &next), (Wave::Before, &night)]).contains(&"overlap"));
        next.staff = crate::office::StaffCode::parse("S002").unwrap();
        assert!(!codes(&[(Wave::Before, &night), (Wave::Before, &next)]).contains(&"overlap"));
    }

    #[test]
    fn slots_of_different_length_overlap_by_their_minutes() {
        let fine = sheet(Some((540, 570)), &[(540, &[("1", 10)]), (560, &[("1", 10)])]);
        let mut coarse = sheet(Some((555, 585)), &[(555, &[("1", 30)])]);
        coarse.slot_minutes = 30;
        let quality = assess(&[(Wave::Before, &fine), (Wave::Before, &coarse)], &list());
        let at = |sheet: usize| {
            let problems = &quality[sheet].problems;
            problems
                .iter()
                .find(|problem| problem.code == "overlap")
                .and_then(|problem| problem.at)
        };
        assert_eq!((at(0), at(1)), (Some(560), Some(555)));
    }

    #[test]
    fn a_column_that_does_not_add_up_is_another_finding_than_an_empty_one() {
        let sheet = sheet(Some((540, 570)), &[(540, &[("1", 10)]), (550, &[("1", 4)])]);
        let quality = &assess(&[(Wave::Before, &sheet)], &list())[0];
        let found: Vec<_> = quality
            .problems
            .iter()
            .map(|problem| (problem.code, problem.at))
            .collect();
        assert_eq!(
            found,
            [("unfilled", Some(560)), ("slot-sum", Some(550)), ("total", None)]
        );
        assert_eq!(quality.problems[0].about(), "560 minutes=10 slots=1 at= time=9:20");
    }

    #[test]
    fn a_slot_at_the_border_of_the_shift_need_hold_only_its_own_minutes() {
        let sheet = sheet(Some((545, 560)), &[(540, &[("1", 5)]), (550, &[("1", 10)])]);
        assert_eq!(codes(&[(Wave::Before, &sheet)]), [""; 0]);
    }

    #[test]
    fn a_column_outside_the_shift_has_to_add_up_too() {
        let sheet = sheet(Some((540, 550)), &[(540, &[("1", 10)]), (600, &[("1", 4)])]);
        assert_eq!(codes(&[(Wave::Before, &sheet)]), ["slot-sum", "outside-span", "total"]);
    }

    #[test]
    fn the_same_cells_under_two_codes_or_in_two_waves_are_one_sheet_read_twice() {
        let one = long(6, "1");
        let mut colleague = long(6, "1");
        colleague.staff = crate::office::StaffCode::parse("S002").unwrap();
        assert_eq!(codes(&[(Wave::Before, &one), (Wave::Before, &colleague)]), ["twice"]);
        let later = long(7, "1");
        assert_eq!(codes(&[(Wave::Before, &one), (Wave::After(1), &later)]), ["twice"]);
        // In two waves on one day the minutes overlap as well; that is said once.
        assert_eq!(codes(&[(Wave::Before, &one), (Wave::After(1), &one)]), ["twice"]);
        colleague.date = later.date;
        assert_eq!(codes(&[(Wave::Before, &one), (Wave::Before, &colleague)]), [""; 0]);
    }

    #[test]
    fn cells_copied_as_a_start_count_until_they_are_touched() {
        let mut sheet = long(6, "1");
        sheet.copied = vec![560, 570, 2000];
        let quality = &assess(&[(Wave::Before, &sheet)], &list())[0];
        assert_eq!(quality.problems[0].code, "untouched");
        assert_eq!((quality.problems[0].at, quality.score), (Some(560), 96));
    }

    #[test]
    fn filled_minutes_far_from_the_hours_worked_are_named() {
        let mut sheet = long(6, "1");
        sheet.actual = crate::office::Span::new(540, 700).ok();
        assert_eq!(codes(&[(Wave::Before, &sheet)]), ["outside-span", "total"]);
    }

    #[test]
    fn a_list_without_rest_cannot_tell_of_a_missed_break() {
        let sheet = sheet(Some((510, 1050)), &[(510, &[("1", 10)])]);
        let mut list = list();
        assert_eq!(break_of(&sheet, &list).unwrap().missing().0, 60);
        list.tasks.retain(|task| task.code.as_str() == "1");
        assert_eq!(break_of(&sheet, &list), None);
    }

    #[test]
    fn an_accepted_finding_costs_nothing_until_it_becomes_another() {
        let mut sheet = sheet(Some((540, 560)), &[(540, &[("1", 10)])]);
        let key = sheet.key(Wave::Before);
        let before = assess(&[(Wave::Before, &sheet)], &list()).remove(0);
        let accepted = [crate::worktime::Acceptance {
            sheet: key.clone(),
            code: "unfilled".to_owned(),
            about: before.problems[0].about(),
            because: "早退".to_owned(),
            by: None,
        }];
        let accepted = Acceptances::of(&accepted);
        assert!(matches!(
            accepted.standing(&key, &before.problems[0]),
            Standing::Accepted(_)
        ));
        assert_eq!(accepted.score(&key, &before), before.score + before.problems[0].penalty);
        sheet.actual = crate::office::Span::new(540, 570).ok();
        let after = assess(&[(Wave::Before, &sheet)], &list()).remove(0);
        assert!(matches!(
            accepted.standing(&key, &after.problems[0]),
            Standing::Outdated(_)
        ));
        assert_eq!(accepted.score(&key, &after), after.score);
    }
}
