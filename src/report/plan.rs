//! Planned against done: from the plans and sheets of a book to a [`PlanFinding`].

use std::collections::{BTreeMap, BTreeSet};

use super::finding::{PlanFigures, PlanFinding, PlanFits, PlanHourLine, PlanMissing, PlanPair, PlanTaskLine, PlanWave};
use super::holdings::Holdings;
use super::number::thousands;
use crate::office::{Minutes, SMALLEST_GROUP, StaffCode};
use crate::phrase::{Phrase, phrase};
use crate::text::Text;
use crate::worktime::{
    NoPlan, PlanComparison, PlanDifference, PlanFit, PlanHour, Sheet, TaskCode, TaskList, Wave, plans_of,
};

/// Lays the sheets of every wave that has plans beside them.
pub fn plan(holdings: &Holdings, text: &Text) -> PlanFinding {
    let waves: BTreeSet<Wave> = holdings.plans.iter().map(|(wave, _)| *wave).collect();
    let people = people(holdings);
    let tasks = &holdings.founding.task_list;
    PlanFinding {
        schema: "yutori.plan/1".to_owned(),
        task_list: tasks.id.clone(),
        rule: text.get("plan-rule"),
        waves: waves
            .into_iter()
            .map(|wave| one_wave(holdings, wave, &people, text))
            .collect(),
    }
}

/// The code of everybody who has a sheet or is expected to have one; other names on plans are names of shifts.
fn people(holdings: &Holdings) -> BTreeSet<StaffCode> {
    let with_sheets = holdings.sheets.iter().map(|(_, sheet)| sheet.staff.clone());
    let expected = holdings.surveys.iter().flat_map(|(_, survey)| &survey.people);
    with_sheets.chain(expected.map(|person| person.staff.clone())).collect()
}

fn of_wave(sheets: &[(Wave, Sheet)], wanted: Wave) -> Vec<&Sheet> {
    let mine = sheets.iter().filter(|(wave, _)| *wave == wanted);
    mine.map(|(_, sheet)| sheet).collect()
}

fn one_wave(holdings: &Holdings, wave: Wave, people: &BTreeSet<StaffCode>, text: &Text) -> PlanWave {
    let tasks = &holdings.founding.task_list;
    let (sheets, plans) = (of_wave(&holdings.sheets, wave), of_wave(&holdings.plans, wave));
    let mut comparison = PlanComparison::default();
    let mut fits = PlanFits::default();
    let mut compared: BTreeSet<&StaffCode> = BTreeSet::new();
    let mut without = Vec::new();
    for (sheet, found) in sheets.iter().zip(plans_of(&sheets, &plans, people)) {
        match found {
            Ok((plan, fit)) => {
                comparison.add(plan, sheet);
                compared.insert(&sheet.staff);
                match fit {
                    PlanFit::SameDay => fits.same_day += 1,
                    PlanFit::Earlier(_) => fits.earlier += 1,
                    PlanFit::Timetable => fits.timetable += 1,
                }
            }
            Err(why) => without.push(missing(sheet, why, text)),
        }
    }
    let lines = task_lines(&comparison, tasks, text);
    let whole = figures(comparison.whole());
    let unfilled = comparison.unfilled().0;
    PlanWave {
        id: wave.id(),
        label: text.say(&wave.label()),
        plans: plans.len(),
        sheets: sheets.len(),
        compared: sheets.len() - without.len(),
        people: compared.len(),
        hidden: compared.len() < SMALLEST_GROUP,
        fits,
        without,
        whole,
        unfilled,
        sentence: sentence(&whole, &lines, unfilled, text),
        hours: hour_lines(&comparison, tasks),
        tasks: lines,
    }
}

fn missing(sheet: &Sheet, why: NoPlan, text: &Text) -> PlanMissing {
    let why = match why {
        NoPlan::NoneFits => phrase("plan-none-fits"),
        NoPlan::Several => phrase("plan-several-fit"),
    };
    let span = sheet.scheduled.or(sheet.actual);
    PlanMissing {
        staff: sheet.staff.to_string(),
        date: sheet.date,
        span: span.map(|span| text.say(&span.phrase())),
        why: text.say(&why),
    }
}

fn figures(difference: PlanDifference) -> PlanFigures {
    PlanFigures {
        planned: difference.planned.0,
        done: difference.done.0,
        as_planned: difference.as_planned.0,
        shifted: difference.shifted.0,
        not_done: difference.not_done.0,
        not_planned: difference.not_planned.0,
    }
}

fn task_lines(comparison: &PlanComparison, tasks: &TaskList, text: &Text) -> Vec<PlanTaskLine> {
    let line = |task: &crate::worktime::Task| PlanTaskLine {
        code: task.code.to_string(),
        name: text.lang().of(&task.name).to_owned(),
        category: task.category.to_string(),
        figures: figures(comparison.tasks.get(&task.code).copied().unwrap_or_default()),
    };
    tasks.tasks.iter().map(line).collect()
}

fn hour_lines(comparison: &PlanComparison, tasks: &TaskList) -> Vec<PlanHourLine> {
    let nothing = PlanHour::default();
    (0..24)
        .map(|hour| {
            let at = comparison.hours.get(&hour).unwrap_or(&nothing);
            let mut pairs: BTreeMap<String, PlanPair> = BTreeMap::new();
            for (task, minutes) in &at.planned {
                pairs.entry(task.to_string()).or_default().planned = minutes.0;
            }
            for (task, minutes) in &at.done {
                pairs.entry(task.to_string()).or_default().done = minutes.0;
            }
            PlanHourLine {
                hour,
                planned: at.planned.values().copied().sum::<Minutes>().0,
                done: at.done.values().copied().sum::<Minutes>().0,
                unfilled: at.unfilled.0,
                planned_by_category: by_category(&at.planned, tasks),
                done_by_category: by_category(&at.done, tasks),
                tasks: pairs,
            }
        })
        .collect()
}

fn by_category(by_task: &BTreeMap<TaskCode, Minutes>, tasks: &TaskList) -> BTreeMap<String, u32> {
    let none = tasks.categories.iter().map(|category| (category.code.to_string(), 0));
    let mut sums: BTreeMap<String, u32> = none.collect();
    for (task, minutes) in by_task {
        if let Some(category) = tasks.category_of(task) {
            *sums.entry(category.code.to_string()).or_default() += minutes.0;
        }
    }
    sums
}

/// How much went as planned, and the tasks in which most did not.
fn sentence(whole: &PlanFigures, tasks: &[PlanTaskLine], unfilled: u32, text: &Text) -> String {
    if whole.planned == 0 {
        return text.get("plan-sentence-none");
    }
    let share = f64::from(whole.as_planned) / f64::from(whole.planned) * 100.0;
    let mut said = vec![
        phrase("plan-sentence")
            .with("planned", thousands(whole.planned))
            .with("as-planned", thousands(whole.as_planned))
            .with("share", super::number::decimal_text(share, 1)),
    ];
    said.extend(most(tasks, |figures| figures.not_planned, "plan-sentence-not-planned"));
    said.extend(most(tasks, |figures| figures.not_done, "plan-sentence-not-done"));
    said.extend(most(tasks, |figures| figures.shifted, "plan-sentence-shifted"));
    if unfilled > 0 && whole.not_done > 0 {
        said.push(phrase("plan-sentence-unfilled").with("minutes", thousands(unfilled)));
    }
    let said: Vec<String> = said.iter().map(|phrase| text.say(phrase)).collect();
    said.join(&text.get("between-sentences"))
}

/// The task with the most minutes of one kind; the first of the list where several have as many.
fn most(tasks: &[PlanTaskLine], of: fn(&PlanFigures) -> u32, key: &'static str) -> Option<Phrase> {
    let line = tasks.iter().rev().max_by_key(|line| of(&line.figures))?;
    let minutes = of(&line.figures);
    (minutes > 0).then(|| {
        phrase(key)
            .with("task", line.name.as_str())
            .with("minutes", thousands(minutes))
    })
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;
    use crate::book::Founding;
    use crate::catalog::Catalog;
    use crate::office::{Office, Span};
    use crate::text::Lang;
    use crate::worktime::{Cell, ListNumber, Manner, NightHours, Share};

    fn sheet(staff: &str, span: (u16, u16), cells: &[(u16, &str)]) -> Sheet {
        let cell = |(start, task): &(u16, &str)| Cell {
            start: *start,
            shares: vec![Share(TaskCode((*task).to_owned()), Minutes(10))],
        };
        Sheet {
            staff: StaffCode::parse(staff).unwrap(),
            date: NaiveDate::from_ymd_opt(2025, 10, 6).unwrap(),
            role: None,
            unit: None,
            scheduled: Some(Span::new(span.0, span.1).unwrap()),
            actual: None,
            slot_minutes: 10,
            cells: cells.iter().map(cell).collect(),
            note: String::new(),
            manner: Manner::default(),
            list: ListNumber::default(),
            copied: Vec::new(),
        }
    }

    fn holdings(plans: Vec<Sheet>, sheets: Vec<Sheet>) -> Holdings {
        let catalog = Catalog::built_in();
        let founding = Founding {
            office: Office::default(),
            task_list: catalog.task_list("kasan-2024").unwrap().clone(),
            slot_minutes: 10,
            night: NightHours::default(),
        };
        let in_wave = |sheets: Vec<Sheet>| sheets.into_iter().map(|sheet| (Wave::Before, sheet)).collect();
        Holdings {
            plans: in_wave(plans),
            sheets: in_wave(sheets),
            ..Holdings::empty(founding, catalog)
        }
    }

    const DAY: (u16, u16) = (510, 570);

    #[test]
    fn a_timetable_is_laid_beside_every_sheet_of_its_shift() {
        let plan = sheet("日勤A", DAY, &[(510, "7"), (520, "7"), (530, "11")]);
        let sheets = vec![
            sheet("S001", DAY, &[(510, "7"), (520, "11"), (530, "11")]),
            sheet("S002", DAY, &[(510, "7"), (520, "7"), (540, "11")]),
            sheet("S003", (630, 700), &[(630, "1")]),
        ];
        let finding = plan_of(vec![plan], sheets);
        let wave = &finding.waves[0];
        assert_eq!((wave.sheets, wave.compared, wave.fits.timetable), (3, 2, 2));
        assert_eq!((wave.people, wave.hidden), (2, true));
        assert_eq!(wave.without[0].staff, "S003");
        let of = |code: &str| wave.tasks.iter().find(|line| line.code == code).unwrap().figures;
        assert_eq!((of("7").planned, of("7").not_done, of("7").not_planned), (40, 10, 0));
        // S002 wrote the record at 9:00 that was planned for 8:50.
        assert_eq!((of("11").shifted, of("11").not_planned), (10, 10));
        assert_eq!(wave.hours[8].planned_by_category["A"], 40);
        assert_eq!(wave.hours[9].tasks["11"], PlanPair { planned: 0, done: 10 });
        assert_eq!(
            wave.whole.planned,
            wave.hours.iter().map(|hour| hour.planned).sum::<u32>()
        );
        assert!(wave.sentence.contains("60分のうち 40分（66.7%）"), "{}", wave.sentence);
    }

    fn plan_of(plans: Vec<Sheet>, sheets: Vec<Sheet>) -> PlanFinding {
        plan(&holdings(plans, sheets), &Text::new(Lang::Ja))
    }

    #[test]
    fn a_wave_without_plans_is_left_out_and_one_without_sheets_says_so() {
        assert!(
            plan_of(Vec::new(), vec![sheet("S001", DAY, &[(510, "7")])])
                .waves
                .is_empty()
        );
        let finding = plan_of(vec![sheet("日勤A", DAY, &[(510, "7")])], Vec::new());
        assert_eq!(finding.waves[0].whole, PlanFigures::default());
        assert!(finding.waves[0].hidden);
        assert!(!finding.waves[0].sentence.is_empty());
    }
}
