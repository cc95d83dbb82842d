//! Stories of a book.

mod beside;
mod causes;
mod damage;
mod documents;
mod integrity;
mod issues;
mod life;
mod line;

use std::path::PathBuf;

use chrono::{DateTime, NaiveDate};
use tempfile::TempDir;

use super::{Book, Change, FileRead, Founding, Occasion, fingerprint};
use crate::clock::Moment;
use crate::office::{Bilingual, Minutes, Office, Role, Span, StaffCode, Unit};
use crate::worktime::{
    Category, CategoryCode, CategoryKind, Cell, ListNumber, Manner, NightHours, Share, Sheet, Task, TaskCode, TaskList,
    Wave,
};

fn now() -> Moment {
    DateTime::parse_from_rfc3339("2025-10-06T09:30:00.125+09:00").unwrap()
}

fn founding() -> Founding {
    let task = |code: &str| Task {
        code: TaskCode(code.to_owned()),
        category: CategoryCode("A".to_owned()),
        name: Bilingual::default(),
        note: None,
        free_note: false,
        key: None,
        colour: None,
    };
    Founding {
        office: Office {
            name: "ひだまり苑".to_owned(),
            number: Some("1234567890".to_owned()),
            service: None,
        },
        task_list: TaskList {
            id: "short".to_owned(),
            version: "1".to_owned(),
            title: Bilingual::default(),
            source: String::new(),
            slot_minutes: 10,
            categories: vec![Category {
                code: CategoryCode("A".to_owned()),
                name: Bilingual::default(),
                kind: CategoryKind::Direct,
                colour: None,
            }],
            tasks: vec![task("1"), task("11")],
        },
        slot_minutes: 10,
        night: NightHours::default(),
    }
}

/// A sheet of one hour from 16:30 with `minutes` of task 11 in its first cell.
fn sheet(staff: &str, day: u32, minutes: u32) -> Sheet {
    let share = |task: &str, minutes| Share(TaskCode(task.to_owned()), Minutes(minutes));
    Sheet {
        staff: StaffCode::parse(staff).unwrap(),
        date: NaiveDate::from_ymd_opt(2025, 10, day).unwrap(),
        role: Role::parse("介護職員").ok(),
        unit: Unit::parse("さくら").ok(),
        scheduled: Span::new(990, 1050).ok(),
        actual: None,
        slot_minutes: 10,
        cells: vec![
            Cell {
                start: 990,
                shares: vec![share("11", minutes)],
            },
            Cell {
                start: 1000,
                shares: vec![share("1", 4), share("11", 6)],
            },
        ],
        note: "備考\n二行目".to_owned(),
        manner: Manner::default(),
        list: ListNumber::default(),
        copied: Vec::new(),
    }
}

fn file(name: &str) -> FileRead {
    FileRead {
        fingerprint: fingerprint(name.as_bytes()),
        name: name.to_owned(),
        kind: "betten4".to_owned(),
        wave: Some(Wave::Before),
    }
}

fn recorded(wave: Wave, sheet: Sheet) -> Change {
    Change::SheetRecorded {
        wave,
        sheet: Box::new(sheet),
    }
}

fn replaced(before: Sheet, after: Sheet) -> Change {
    Change::SheetReplaced {
        wave: Wave::Before,
        before: Box::new(before),
        after: Box::new(after),
    }
}

fn imported(name: &str) -> Occasion {
    Occasion::Imported {
        files: vec![name.to_owned()],
    }
}

/// A folder with the path of a book in it; the folder goes when it is dropped.
fn place() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("苑 1.yutori");
    (folder, path)
}

/// A book on the disk with one import of a file and two sheets.
fn book() -> (TempDir, Book) {
    let (folder, path) = place();
    let mut book = Book::create(&path, founding(), now()).unwrap();
    let changes = vec![
        Change::FileTaken(file("a.xlsx")),
        recorded(Wave::Before, sheet("S002", 6, 10)),
        recorded(Wave::Before, sheet("S001", 6, 8)),
    ];
    book.apply(imported("a.xlsx"), changes, now()).unwrap();
    (folder, book)
}
