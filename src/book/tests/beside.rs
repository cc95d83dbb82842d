//! What is kept beside the sheets: plans, surveys, timings, settings, task lists.

use super::*;
use crate::book::{BookFault, Conflict};
use crate::worktime::{
    Acceptance, ListStep, Mapping, MeterSettings, Move, Participant, Scenario, Survey, TimerEntry, Timing, TimingKey,
    Way,
};

fn staff() -> StaffCode {
    StaffCode::parse("S001").unwrap()
}

fn timing() -> Timing {
    Timing {
        key: TimingKey {
            wave: Wave::Before,
            staff: staff(),
            date: NaiveDate::from_ymd_opt(2025, 10, 6).unwrap(),
            observer: None,
        },
        role: None,
        unit: None,
        scheduled: None,
        entries: Vec::new(),
        list: ListNumber::default(),
        finished: false,
    }
}

fn stretch(task: &str, from: u32, to: Option<u32>) -> TimerEntry {
    TimerEntry {
        task: TaskCode(task.to_owned()),
        from,
        to,
        parallel: false,
        interruption: false,
        note: String::new(),
    }
}

fn turned(at: usize, before: Vec<TimerEntry>, after: Vec<TimerEntry>) -> Change {
    Change::TimerTurned {
        timing: timing().key,
        at,
        before,
        after,
    }
}

/// One of everything.
fn everything() -> Vec<Change> {
    let plan = sheet("早番", 6, 10);
    vec![
        Change::PlanKept {
            wave: Wave::Before,
            before: None,
            after: Some(Box::new(plan)),
        },
        Change::SurveyPlanned {
            wave: Wave::After(1),
            before: None,
            after: Some(Box::new(Survey {
                dates: vec![NaiveDate::from_ymd_opt(2025, 10, 6).unwrap()],
                people: vec![Participant {
                    staff: staff(),
                    role: None,
                    unit: None,
                    scheduled: Some(Span::new(510, 1050).unwrap()),
                    dates: None,
                }],
            })),
        },
        Change::QualityAccepted {
            before: None,
            after: Some(Box::new(Acceptance {
                sheet: sheet("S001", 6, 10).key(Wave::Before),
                code: "unfilled".to_owned(),
                about: "540 minutes=10".to_owned(),
                because: "早退".to_owned(),
                by: None,
            })),
        },
        Change::MetersSet {
            before: None,
            after: Some(MeterSettings::default()),
        },
        Change::ScenarioKept {
            before: None,
            after: Some(Box::new(Scenario {
                name: "朝の記録".to_owned(),
                wave: Wave::Before,
                moves: vec![Move {
                    way: Way::Rearrange,
                    task: TaskCode("1".to_owned()),
                    from_hour: 9,
                    to_hour: Some(14),
                    minutes: 30,
                }],
            })),
        },
        Change::TimingKept {
            before: None,
            after: Some(Box::new(timing())),
        },
        turned(0, vec![], vec![stretch("1", 32400, None)]),
        turned(
            0,
            vec![stretch("1", 32400, None)],
            vec![stretch("1", 32400, Some(33001)), stretch("2", 33001, None)],
        ),
        Change::TagMapped {
            tag: "入浴".to_owned(),
            before: None,
            after: Some(TaskCode("1".to_owned())),
        },
    ]
}

#[test]
fn everything_beside_the_sheets_is_read_back_taken_back_and_replayed() {
    let (_folder, mut book) = book();
    for change in everything() {
        book.apply(Occasion::PlanKept, vec![change], now()).unwrap();
        assert!(book.check().unwrap().is_whole());
    }
    let book = Book::open(book.path()).unwrap();
    assert_eq!(book.plans().unwrap().len(), 1);
    assert_eq!(book.sheets().unwrap().len(), 2, "a plan is no sheet");
    assert_eq!(book.surveys().unwrap()[0].0, Wave::After(1));
    assert_eq!(book.acceptances().unwrap()[0].because, "早退");
    assert_eq!(book.meter_settings().unwrap(), Some(MeterSettings::default()));
    assert_eq!(book.scenarios().unwrap()[0].name, "朝の記録");
    assert_eq!(book.timings().unwrap()[0].entries.len(), 2);
    assert_eq!(book.tags().unwrap()["入浴"].as_str(), "1");
    let mut book = book;
    while book.undo(now()).unwrap().is_some() {
        assert!(book.check().unwrap().is_whole());
    }
    assert_eq!((book.plans().unwrap().len(), book.timings().unwrap().len()), (0, 0));
}

#[test]
fn a_timer_that_was_turned_elsewhere_is_not_turned() {
    let (_folder, mut book) = book();
    let begun = Change::TimingKept {
        before: None,
        after: Some(Box::new(timing())),
    };
    book.apply(Occasion::PlanKept, vec![begun], now()).unwrap();
    let wrong = turned(0, vec![stretch("1", 1, None)], vec![]);
    let error = book.apply(Occasion::PlanKept, vec![wrong], now()).unwrap_err();
    assert!(
        matches!(error.fault, BookFault::Conflict(Conflict::TimerDiffers(_))),
        "{error:?}"
    );
}

fn next_list(mapping: &[(&str, &str)]) -> Change {
    let mut list = founding().task_list;
    list.id = "next".to_owned();
    for task in &mut list.tasks {
        task.code = TaskCode(format!("n{}", task.code));
    }
    let code = |code: &str| TaskCode(code.to_owned());
    let mapping = mapping.iter().map(|(from, to)| (code(from), code(to))).collect();
    Change::TaskListTaken(Box::new(ListStep {
        list,
        mapping: Mapping(mapping),
    }))
}

fn taken() -> Occasion {
    Occasion::TaskListTaken {
        list: "next".to_owned(),
    }
}

#[test]
fn a_list_without_a_place_for_a_task_in_use_is_refused() {
    let (_folder, mut book) = book();
    let error = book.apply(taken(), vec![next_list(&[])], now()).unwrap_err();
    assert!(
        matches!(error.fault, BookFault::Conflict(Conflict::TaskHasNoPlace(_))),
        "{error:?}"
    );
    assert_eq!(book.founding(), &founding());
}

#[test]
fn a_new_list_keeps_old_sheets_as_they_are_and_reads_them_in_its_codes() {
    let (_folder, mut book) = book();
    let sheets = book.sheets().unwrap();
    let (_, old) = sheets[0].clone();
    let every: Vec<(String, String)> = founding()
        .task_list
        .tasks
        .iter()
        .map(|task| (task.code.to_string(), format!("n{}", task.code)))
        .collect();
    let every: Vec<(&str, &str)> = every.iter().map(|(from, to)| (from.as_str(), to.as_str())).collect();
    book.apply(taken(), vec![next_list(&every)], now()).unwrap();
    assert_eq!(book.founding().task_list.id, "next");
    assert_eq!(book.sheets().unwrap(), sheets);
    let today = book.lists().in_todays_codes(&old);
    assert_eq!(today.filled(), old.filled());
    assert!(
        today
            .cells
            .iter()
            .flat_map(|cell| &cell.shares)
            .all(|share| share.0.as_str().starts_with('n'))
    );

    // An old sheet can be replaced by one of today, and both steps can be taken back.
    book.apply(imported("b.csv"), vec![replaced(old.clone(), today)], now())
        .unwrap();
    assert!(book.check().unwrap().is_whole());
    book.undo(now()).unwrap();
    book.undo(now()).unwrap();
    assert_eq!(book.founding(), &founding());
    assert_eq!(book.sheets().unwrap(), sheets);
    assert!(book.check().unwrap().is_whole());
}
