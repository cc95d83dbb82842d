//! The filled forms of `../shared/reference`, with their exact totals.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::Deserialize;

use super::support::{Asker, by_task, faults, json, sheets, statuses};
use crate::intake::{Kind, Status};
use crate::worktime::{Sheet, Wave};

type Sums = BTreeMap<String, u32>;

#[derive(Deserialize)]
struct Expected {
    waves: BTreeMap<String, ExpectedWave>,
}

#[derive(Deserialize)]
struct ExpectedWave {
    files: usize,
    sheets: usize,
    minutes: u32,
    task: Sums,
    category: Sums,
    hour: Sums,
    staff: Sums,
    staff_task: BTreeMap<String, Sums>,
}

fn reference() -> Option<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/reference");
    if folder.is_dir() {
        Some(folder)
    } else {
        println!("skipped: ../shared/reference is not here");
        None
    }
}

fn compare(folder: &Path) {
    let expected: Expected = json(&folder.join("expected.json"));
    let asker = Asker::default();
    let gathered = asker.ask(&[folder.to_owned()]);
    assert!(statuses(&gathered).iter().all(|status| *status == Status::Accepted));
    let all = sheets(&gathered);
    for (id, expected) in &expected.waves {
        let wave = Wave::parse(id).unwrap();
        let of_wave: Vec<&Sheet> = all.iter().filter(|(w, _)| *w == wave).map(|(_, sheet)| sheet).collect();
        let files = gathered
            .files
            .iter()
            .filter(|file| file.path.parent().unwrap().ends_with(id));
        assert_eq!(
            files.filter(|file| file.kind == Some(Kind::Betten4)).count(),
            expected.files
        );
        assert_eq!(of_wave.len(), expected.sheets);
        let tasks = by_task(of_wave.iter().copied());
        assert_eq!(tasks, expected.task, "{id} by task");
        assert_eq!(tasks.values().sum::<u32>(), expected.minutes);
        let list = &asker.task_list;
        let mut categories = Sums::new();
        let mut hours = Sums::new();
        let mut staff = Sums::new();
        for sheet in &of_wave {
            for cell in &sheet.cells {
                *hours.entry((cell.start / 60 % 24).to_string()).or_default() += cell.filled().0;
                for share in &cell.shares {
                    let category = list.category_of(&share.0).unwrap();
                    *categories.entry(category.code.to_string()).or_default() += share.1.0;
                }
            }
            *staff.entry(sheet.staff.to_string()).or_default() += sheet.filled().0;
        }
        assert_eq!(categories, expected.category, "{id} by category");
        assert_eq!(hours, expected.hour, "{id} by hour");
        assert_eq!(staff, expected.staff, "{id} by person");
        for (person, tasks) in &expected.staff_task {
            let own = of_wave.iter().copied().filter(|sheet| sheet.staff.as_str() == person);
            assert_eq!(&by_task(own), tasks, "{id} of {person}");
        }
    }
}

#[test]
fn the_plain_reference_files_give_exactly_the_expected_minutes() {
    if let Some(folder) = reference() {
        compare(&folder.join("filled-plain"));
    }
}

#[test]
fn the_messy_reference_files_give_exactly_the_expected_minutes() {
    if let Some(folder) = reference() {
        compare(&folder.join("filled-messy"));
    }
}

#[test]
fn the_sample_office_gives_exactly_the_expected_minutes() {
    compare(&Path::new(env!("CARGO_MANIFEST_DIR")).join("sample-data"));
}

#[test]
fn the_empty_official_form_is_recognised_and_found_empty() {
    let Some(folder) = reference() else { return };
    let gathered = Asker::before().ask(&[folder.join("official-forms/betten4-time-study.xlsx")]);
    assert_eq!(faults(&gathered), [(String::new(), "intake-empty-form")]);
    let gathered = Asker::before().ask(&[folder.join("official-forms/besshi1-annual-report.xlsx")]);
    assert_eq!(faults(&gathered), [(String::new(), "intake-no-form")]);
}
