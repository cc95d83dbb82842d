//! ムリ・ムダ・ムラ: three ways to see in the sheets of one wave where work is too much, uneven, or wasted.

mod hours;
mod people;
mod settings;
mod strain;
mod waste;

use std::collections::{BTreeSet, HashMap};

use super::sheet::Sheet;
use super::task_list::{CategoryKind, TaskCode, TaskList};

pub(super) use hours::hour;
pub use hours::{Hours, Unevenness};
pub use people::{PeopleSpread, Quartiles};
pub use settings::MeterSettings;
pub use strain::{Breaks, Overtime, Strain, Tight};
pub use waste::Waste;

/// The meters of one wave (3Mのメーター); minutes are whole until the last division.
#[derive(Debug, Clone, PartialEq)]
pub struct Meters {
    /// Sheets (person-days).
    pub sheets: usize,
    /// People.
    pub people: usize,
    /// Dates on which shifts start.
    pub days: usize,
    /// ムリ
    pub strain: Strain,
    /// ムラ between the hours of the clock; `None` when nobody was on duty.
    pub hours: Option<Unevenness>,
    /// ムラ between people.
    pub spread: PeopleSpread,
    /// ムダ; `None` before any task is marked.
    pub waste: Option<Waste>,
}

impl Meters {
    /// Reads the meters off the sheets of one wave.
    pub fn of(sheets: &[&Sheet], tasks: &TaskList, settings: &MeterSettings) -> Self {
        let hours = Hours::of(sheets, tasks);
        let people: BTreeSet<&str> = sheets.iter().map(|sheet| sheet.staff.as_str()).collect();
        Self {
            sheets: sheets.len(),
            people: people.len(),
            days: survey_days(sheets),
            strain: Strain::of(sheets, tasks, &hours, settings.slack_percent),
            hours: hours.unevenness(),
            spread: PeopleSpread::of(sheets, tasks),
            waste: Waste::of(sheets, tasks, settings),
        }
    }
}

/// Dates on which shifts of these sheets start.
pub(super) fn survey_days(sheets: &[&Sheet]) -> usize {
    let dates: BTreeSet<_> = sheets.iter().map(|sheet| sheet.date).collect();
    dates.len()
}

/// What the category of each task is.
pub(super) fn kinds(tasks: &TaskList) -> HashMap<&TaskCode, CategoryKind> {
    let kind = |code| tasks.category_of(code).map(|category| category.kind);
    tasks
        .tasks
        .iter()
        .filter_map(|task| kind(&task.code).map(|kind| (&task.code, kind)))
        .collect()
}

/// Whether it is care work: direct or indirect, but neither rest nor slack nor anything else.
pub(super) fn is_work(kind: CategoryKind) -> bool {
    matches!(kind, CategoryKind::Direct | CategoryKind::Indirect)
}

#[cfg(test)]
pub(super) mod tests {
    use super::super::sheet::tests::sheet;
    use super::*;
    use crate::office::{Span, StaffCode};

    /// Tasks 1 (direct), 11 (indirect), 22 (rest), 24 (slack).
    pub(in crate::worktime) fn list() -> TaskList {
        let name = r#""name":{"ja":"","en":""}"#;
        let category = |code, kind| format!(r#"{{"code":"{code}",{name},"kind":"{kind}"}}"#);
        let task = |code, category| format!(r#"{{"code":"{code}","category":"{category}",{name}}}"#);
        serde_json::from_str(&format!(
            r#"{{"id":"t","version":"1","title":{{"ja":"","en":""}},"source":"","slot_minutes":10,
                "categories":[{},{},{},{}],"tasks":[{},{},{},{}]}}"#,
            category("A", "direct"),
            category("B", "indirect"),
            category("C", "rest"),
            category("E", "slack"),
            task("1", "A"),
            task("11", "B"),
            task("22", "C"),
            task("24", "E"),
        ))
        .unwrap()
    }

    /// The cells of an hour.
    type Hour = Vec<(u16, Vec<(&'static str, u32)>)>;

    fn of(staff: &str, sheet: Sheet) -> Sheet {
        Sheet {
            staff: StaffCode::parse(staff).unwrap(),
            ..sheet
        }
    }

    fn read(sheets: &[Sheet], settings: &MeterSettings) -> Meters {
        let sheets: Vec<&Sheet> = sheets.iter().collect();
        Meters::of(&sheets, &list(), settings)
    }

    #[test]
    fn an_hour_is_tight_when_slack_is_less_than_the_share_of_its_filled_minutes() {
        let sheets = [sheet(
            Some((480, 660)),
            &[
                (480, &[("1", 9), ("24", 1)]),
                (540, &[("1", 10)]),
                (600, &[("11", 8), ("24", 2)]),
            ],
        )];
        let settings = MeterSettings::default();
        let tight = read(&sheets, &settings).strain.tight.unwrap();
        // At 8 exactly a tenth is slack: enough.
        assert_eq!((tight.hours, tight.measured), (vec![9], 3));
        let strict = MeterSettings {
            slack_percent: 11,
            ..settings
        };
        assert_eq!(read(&sheets, &strict).strain.tight.unwrap().hours, [8, 9]);
    }

    #[test]
    fn without_a_category_for_slack_or_rest_nothing_stands_in() {
        let sheets = [sheet(Some((480, 1020)), &[(480, &[("1", 10)])])];
        let mut list = list();
        list.tasks.truncate(2);
        let strain = Meters::of(&[&sheets[0]], &list, &MeterSettings::default()).strain;
        assert_eq!((strain.tight, strain.breaks), (None, None));
    }

    #[test]
    fn overtime_is_what_lies_outside_the_scheduled_hours_and_unknown_is_counted_as_such() {
        let span = |from, to| Span::new(from, to).ok();
        let mut late = sheet(Some((510, 1050)), &[]);
        late.actual = span(510, 1080);
        let mut moved = sheet(Some((510, 1050)), &[]);
        moved.actual = span(540, 1060);
        let on_time = sheet(Some((510, 1050)), &[]);
        let mut unknown = sheet(Some((510, 1050)), &[]);
        unknown.scheduled = None;
        let overtime = read(&[late, moved, on_time, unknown], &MeterSettings::default())
            .strain
            .overtime;
        assert_eq!(
            overtime,
            Overtime {
                known: 3,
                over: 2,
                minutes: 40,
                unknown: 1
            }
        );
    }

    #[test]
    fn missed_breaks_are_counted_by_the_rule_of_the_quality_check() {
        let long = sheet(Some((480, 1020)), &[(480, &[("22", 10)])]);
        let short = sheet(Some((480, 840)), &[(480, &[("1", 10)])]);
        let breaks = read(&[long, short], &MeterSettings::default()).strain.breaks.unwrap();
        assert_eq!((breaks.due, breaks.missed, breaks.missing), (1, 1, 50));
    }

    #[test]
    fn unevenness_is_work_for_each_person_on_duty() {
        // 8: one hour on duty, all work. 9: two people, half of their time work. 10: on duty, nothing written.
        let hour = |from: u16, task: &'static str| -> Hour {
            (0..6).map(|slot| (from + slot * 10, vec![(task, 10)])).collect()
        };
        let build = |span: (u16, u16), hours: &[Hour]| {
            let cells: Vec<_> = hours.concat();
            let cells: Vec<(u16, &[(&str, u32)])> = cells.iter().map(|(at, shares)| (*at, shares.as_slice())).collect();
            sheet(Some(span), &cells)
        };
        let one = build((480, 660), &[hour(480, "1"), hour(540, "11")]);
        let two = of("S002", build((540, 600), &[hour(540, "22")]));
        let uneven = read(&[one, two], &MeterSettings::default()).hours.unwrap();
        assert_eq!((uneven.hours, uneven.peak_hour), (3, 8));
        assert_eq!((uneven.peak, uneven.mean), (60.0, 30.0));
        assert_eq!(uneven.peak_to_mean, Some(2.0));
        // 60, 30, 0: variance (900 + 0 + 900) / 3 = 600.
        let variation = uneven.variation.unwrap();
        assert!((variation - 600.0_f64.sqrt() / 30.0).abs() < 1e-12, "{variation}");
    }

    #[test]
    fn people_are_not_told_apart_and_stay_hidden_under_three() {
        let person = |staff: &str, work| of(staff, sheet(None, &[(480, &[("1", work), ("22", 10 - work)])]));
        let two = [person("S001", 4), person("S002", 6)];
        let spread = read(&two, &MeterSettings::default()).spread;
        assert_eq!((spread.people, spread.minutes, spread.shares), (2, None, None));
        let five = [4, 5, 6, 7, 8].map(|work| person(&format!("S{work:03}"), work));
        let spread = read(&five, &MeterSettings::default()).spread;
        let quartiles = spread.minutes.unwrap();
        assert_eq!((quartiles.low, quartiles.median, quartiles.high), (5.0, 6.0, 7.0));
        assert_eq!(quartiles.ratio(), Some(1.4));
        assert!((spread.shares.unwrap().median - 0.6).abs() < 1e-12);
    }

    #[test]
    fn quartiles_between_two_people_are_shared_out() {
        let quartiles = Quartiles::of(&[10.0, 20.0, 30.0, 50.0]).unwrap();
        assert_eq!((quartiles.low, quartiles.median, quartiles.high), (17.5, 25.0, 35.0));
        assert_eq!(Quartiles::of(&[]), None);
    }

    #[test]
    fn waste_is_what_the_office_has_marked_and_nothing_before() {
        let sheets = [
            sheet(None, &[(480, &[("11", 6), ("1", 4)])]),
            of("S002", sheet(None, &[(480, &[("1", 10)])])),
        ];
        assert_eq!(read(&sheets, &MeterSettings::default()).waste, None);
        let marked = MeterSettings {
            slack_percent: 10,
            wasteful: vec![TaskCode("11".to_owned()), TaskCode("99".to_owned())],
        };
        let waste = read(&sheets, &marked).waste.unwrap();
        assert_eq!((waste.minutes, waste.filled, waste.by_task.len()), (6, 20, 1));
        assert_eq!((waste.per_person_day(), waste.share()), (Some(3.0), Some(0.3)));
    }
}
