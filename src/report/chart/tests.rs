//! Every kind at many sizes: no word is cut or lies on another, and the same input gives the same file.

use chrono::Days;

use super::canvas::Words;
use super::*;
use crate::book::Founding;
use crate::catalog::Catalog;
use crate::office::{Minutes, Office, Span, StaffCode};
use crate::report::summary;
use crate::text::Lang;
use crate::worktime::{Cell, ListNumber, Manner, NightHours, Share, Sheet, TaskCode};

/// A shift in which the tasks of the list follow each other; every seventh slot is empty, every fifth is shared.
fn sheet(person: usize, day: u64, list_len: usize) -> Sheet {
    let starts = [420_u16, 510, 510, 630, 990][person % 5];
    let ends = if starts == 990 { starts + 990 } else { starts + 540 };
    let slots = (starts..ends).step_by(10).enumerate();
    let cells = slots.filter(|(place, _)| place % 7 != 6).map(|(place, start)| {
        let task = (place / 2 + person * 5 + usize::try_from(day).unwrap() * 3) % list_len + 1;
        let share = |task: usize, minutes: u32| Share(TaskCode(task.to_string()), Minutes(minutes));
        let shares = match place % 5 {
            4 => vec![share(task, 4), share(task % list_len + 1, 6)],
            _ => vec![share(task, 10)],
        };
        Cell { start, shares }
    });
    let span = Some(Span::new(starts, ends).unwrap());
    Sheet {
        staff: StaffCode::parse(&format!("S{person:03}")).unwrap(),
        date: NaiveDate::from_ymd_opt(2025, 10, 6).unwrap() + Days::new(day),
        role: None,
        unit: None,
        scheduled: span,
        actual: span,
        slot_minutes: 10,
        cells: cells.collect(),
        note: String::new(),
        manner: Manner::default(),
        list: ListNumber::default(),
        copied: Vec::new(),
    }
}

fn holdings(people: usize) -> Holdings {
    let catalog = Catalog::built_in();
    let founding = Founding {
        office: Office {
            name: "社会福祉法人 山川会 特別養護老人ホーム 第二ひだまり苑 <南>".to_owned(),
            ..Office::default()
        },
        task_list: catalog.task_list("kasan-2024").unwrap().clone(),
        slot_minutes: 10,
        night: NightHours::default(),
    };
    let mut holdings = Holdings::empty(founding, catalog);
    for wave in [Wave::Before, Wave::After(1)] {
        for person in 0..people {
            for day in 0..3 {
                let day = if wave == Wave::Before { day } else { day + 90 };
                holdings.sheets.push((wave, sheet(person, day, 24)));
                holdings.plans.push((wave, sheet(person, day, 19)));
            }
        }
    }
    holdings
}

fn summed(holdings: &Holdings, lang: Lang) -> Summary {
    summary(&holdings.founding, &holdings.sheets, &Text::new(lang)).unwrap()
}

fn canvas(
    (holdings, summary): (&Holdings, &Summary),
    kind: Kind,
    look: Look,
    lang: Lang,
) -> Result<Canvas, ChartError> {
    let text = Text::new(lang);
    let today = NaiveDate::from_ymd_opt(2026, 2, 10).unwrap();
    let issues = crate::report::issues(holdings, today, &text);
    let contents = Contents {
        holdings,
        summary,
        issues: &issues,
        effect: &crate::report::effect(holdings, Vec::new(), today, &text).unwrap(),
        version: "0.0.0",
    };
    canvas_of(kind, &contents, &Choice::default(), look, &Text::new(lang))
}

/// Left, top, right, bottom of the letters.
fn box_of(words: &Words) -> [f64; 4] {
    let half = words.size * 0.44;
    [words.x, words.y - half, words.x + words.width, words.y + half]
}

fn check(holdings: &Holdings, (width, height): (u32, u32), lang: Lang) {
    let summary = summed(holdings, lang);
    for kind in Kind::ALL.into_iter().filter(|kind| kind.is_of_times()) {
        let canvas = canvas(
            (holdings, &summary),
            kind,
            Look::new(width, height, false).unwrap(),
            lang,
        )
        .unwrap();
        let place = format!("{kind:?} {width}x{height} {lang:?}");
        assert!(canvas.words.len() > 10, "{place}");
        let boxes: Vec<[f64; 4]> = canvas.words.iter().map(box_of).collect();
        for (index, ([left, top, right, bottom], words)) in boxes.iter().zip(&canvas.words).enumerate() {
            let inside =
                *left >= -0.5 && *top >= -0.5 && *right <= f64::from(width) + 0.5 && *bottom <= f64::from(height) + 0.5;
            assert!(inside, "{place}: {words:?} is cut");
            for (other, with) in boxes.iter().zip(&canvas.words).skip(index + 1) {
                let apart = *right <= other[0] + 1.0
                    || other[2] <= left + 1.0
                    || *bottom <= other[1] + 1.0
                    || other[3] <= top + 1.0;
                assert!(apart, "{place}: {words:?} lies on {with:?}");
            }
        }
    }
}

#[test]
fn no_word_is_cut_or_lies_on_another_at_the_usual_sizes() {
    let holdings = holdings(7);
    for size in [(1600, 1000), (800, 500)] {
        check(&holdings, size, Lang::Ja);
        check(&holdings, size, Lang::En);
    }
}

#[test]
fn no_word_is_cut_or_lies_on_another_at_odd_sizes_and_with_many_people() {
    let few = holdings(4);
    for size in [(640, 400), (900, 3000), (3000, 500), (6000, 6000)] {
        check(&few, size, Lang::Ja);
    }
    check(&holdings(24), (1600, 1000), Lang::Ja);
}

#[test]
fn charts_of_people_are_not_drawn_of_two() {
    let holdings = holdings(2);
    let summary = summed(&holdings, Lang::Ja);
    for kind in [Kind::Heat, Kind::People, Kind::Timeline, Kind::Plan] {
        let error = canvas((&holdings, &summary), kind, Look::default(), Lang::Ja).unwrap_err();
        assert_eq!(error, ChartError::TooFewPeople, "{kind:?}");
    }
    assert!(canvas((&holdings, &summary), Kind::Hours, Look::default(), Lang::Ja).is_ok());
}

#[test]
fn no_code_of_a_person_is_in_a_chart() {
    let holdings = holdings(7);
    let summary = summed(&holdings, Lang::Ja);
    for kind in Kind::ALL.into_iter().filter(|kind| kind.is_of_times()) {
        let canvas = canvas((&holdings, &summary), kind, Look::default(), Lang::Ja).unwrap();
        let said: Vec<&str> = canvas.words.iter().map(|words| words.text.as_str()).collect();
        assert!(!said.iter().any(|said| said.contains("S00")), "{kind:?}");
    }
}

#[test]
fn a_long_list_of_tasks_ends_in_a_row_for_the_rest() {
    let mut holdings = holdings(4);
    let list = &mut holdings.founding.task_list;
    for number in 25..90 {
        let mut task = list.tasks[3].clone();
        task.code = TaskCode(number.to_string());
        list.tasks.push(task);
    }
    holdings.sheets = (0..4).map(|person| (Wave::Before, sheet(person, 0, 89))).collect();
    holdings.plans.clone_from(&holdings.sheets);
    let summary = summed(&holdings, Lang::Ja);
    let canvas = canvas(
        (&holdings, &summary),
        Kind::Tasks,
        Look::new(800, 500, false).unwrap(),
        Lang::Ja,
    )
    .unwrap();
    assert!(canvas.words.iter().any(|words| words.text == "そのほかの業務"));
    check(&holdings, (800, 500), Lang::Ja);
}
