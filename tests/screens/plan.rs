//! Planned against done on a screen.

use std::sync::OnceLock;

use ratatui::crossterm::event::KeyCode;
use yutori::book::{Change, Occasion};
use yutori::office::StaffCode;
use yutori::screens::Theme;
use yutori::screens::desk::{Job, Shown};
use yutori::screens::model::TimeView;
use yutori::screens::update::Effect;
use yutori::worktime::{Sheet, Wave};

use super::canvas::{Screens, pen};
use super::sample::{sample, shown_of};

fn keep(name: &str, drawn: &str) {
    insta::with_settings!({snapshot_path => "../snapshots", prepend_module_to_snapshot => false, omit_expression => true}, {
        insta::assert_snapshot!(name.to_owned(), drawn);
    });
}

/// The sample home with the day of one person as the timetable of every day shift.
fn with_plans() -> Shown {
    static SHOWN: OnceLock<Shown> = OnceLock::new();
    SHOWN.get_or_init(planned).clone()
}

fn planned() -> Shown {
    let mut holdings = (*sample().holdings).clone();
    let is_day = |sheet: &Sheet| {
        sheet
            .scheduled
            .is_some_and(|span| (span.start(), span.end()) == (510, 1050))
    };
    let (_, sheet) = holdings
        .sheets
        .iter()
        .find(|(wave, sheet)| *wave == Wave::Before && is_day(sheet))
        .unwrap();
    let plan = Sheet {
        staff: StaffCode::parse("日勤A").unwrap(),
        actual: None,
        ..sheet.clone()
    };
    holdings.plans = vec![(Wave::Before, plan)];
    shown_of(holdings)
}

/// The view of plan and work of the wave before, gone through `ways` times.
fn view(theme: Theme, ways: usize) -> Screens {
    let mut screens = Screens::of(with_plans(), pen(theme));
    screens.view(TimeView::Plan).keys("w");
    for _ in 0..ways {
        screens.ctrl('p');
    }
    screens
}

#[test]
fn tasks_hours_and_timetables() {
    for (ways, name) in [(0, "plan-tasks"), (1, "plan-hours"), (2, "plan-timetables")] {
        for (columns, rows) in [(80, 24), (120, 40)] {
            let coloured = view(Theme::Default, ways).draw(columns, rows);
            keep(&format!("{name}-{columns}x{rows}"), &coloured.both());
        }
        let plain = view(Theme::NoColour, ways).draw(80, 24);
        keep(&format!("{name}-80x24-no-colour"), &plain.both());
    }
}

#[test]
fn a_timetable_is_taken_out_where_it_stands_in_the_list_and_nowhere_else() {
    let mut screens = view(Theme::Default, 0);
    screens.press(KeyCode::Delete);
    assert!(screens.effects.is_empty() && screens.model.notice.is_some());
    let mut screens = view(Theme::Default, 2);
    screens.press(KeyCode::Delete);
    match screens.effects.as_slice() {
        [Effect::Run(Job::Apply(Occasion::PlanKept, changes))] => {
            assert!(matches!(
                changes.as_slice(),
                [Change::PlanKept {
                    wave: Wave::Before,
                    before: Some(_),
                    after: None
                }]
            ));
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_wave_without_timetables_says_how_to_bring_some() {
    let mut screens = Screens::of(sample(), pen(Theme::NoColour));
    screens.view(TimeView::Plan);
    for ways in 1..=3 {
        screens.keys("m");
        let drawn = screens.draw(80, 24).text();
        assert!(drawn.contains("yutori plan import"), "{ways}: {drawn}");
    }
}

#[test]
fn every_row_can_be_chosen_and_none_beyond() {
    for ways in 0..3 {
        let mut screens = view(Theme::Default, ways);
        screens.press(KeyCode::End);
        let last = screens.model.time.row;
        screens.press(KeyCode::Down);
        assert_eq!(screens.model.time.row, last);
        assert!(screens.draw(60, 20).text().contains('['));
    }
}
