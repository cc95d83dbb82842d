//! What the tests read: a task list, and an asker that keeps what it is told.

use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use crate::book::Change;
use crate::intake::{Gathered, IntakeError, Kind, Known, Order, Status, gather};
use crate::office::{Bilingual, Office};
use crate::worktime::{Category, CategoryCode, CategoryKind, Sheet, Task, TaskCode, TaskList, Wave};

/// Categories of the official list with their first and last task.
const CATEGORIES: [(&str, CategoryKind, u32, u32); 5] = [
    ("A", CategoryKind::Direct, 1, 9),
    ("B", CategoryKind::Indirect, 10, 21),
    ("C", CategoryKind::Rest, 22, 22),
    ("D", CategoryKind::Other, 23, 23),
    ("E", CategoryKind::Slack, 24, 24),
];

fn named(name: &str) -> Bilingual {
    Bilingual {
        ja: name.to_owned(),
        en: name.to_owned(),
    }
}

/// A list of 24 tasks with the codes and categories of the official one; task 11 is 記録, the others 業務1, 業務2 …
pub fn task_list() -> TaskList {
    let mut list = TaskList {
        id: "kasan-test".to_owned(),
        version: "1".to_owned(),
        title: named("list"),
        source: String::new(),
        slot_minutes: 10,
        categories: Vec::new(),
        tasks: Vec::new(),
    };
    for (code, kind, first, last) in CATEGORIES {
        list.categories.push(Category {
            code: CategoryCode(code.to_owned()),
            name: named(code),
            kind,
        });
        list.tasks.extend((first..=last).map(|task| Task {
            code: TaskCode(task.to_string()),
            category: CategoryCode(code.to_owned()),
            name: named(&if task == 11 {
                "記録".to_owned()
            } else {
                format!("業務{task}")
            }),
            note: None,
            free_note: false,
        }));
    }
    list
}

/// An asker: what the book knows, and what the person says.
pub struct Asker {
    pub task_list: TaskList,
    pub slot_minutes: u16,
    pub office: Office,
    pub sheets: Vec<(Wave, Sheet)>,
    pub files: Vec<(String, Option<Wave>)>,
    pub wave: Option<Wave>,
    pub year: Option<i32>,
    pub kind: Option<Kind>,
    pub keep_going: bool,
}

impl Default for Asker {
    fn default() -> Self {
        Self {
            task_list: task_list(),
            slot_minutes: 10,
            office: Office::default(),
            sheets: Vec::new(),
            files: Vec::new(),
            wave: None,
            year: None,
            kind: None,
            keep_going: false,
        }
    }
}

impl Asker {
    /// An asker who says that everything is of the first wave and of 2025.
    pub fn before() -> Self {
        Self {
            wave: Some(Wave::Before),
            year: Some(2025),
            ..Self::default()
        }
    }

    pub fn try_ask(&self, paths: &[PathBuf]) -> Result<Gathered, IntakeError> {
        let order = Order {
            paths,
            wave: self.wave,
            year: self.year,
            kind: self.kind,
            keep_going: self.keep_going,
        };
        let has_file =
            |print: &str, wave: Option<Wave>| self.files.iter().any(|(known, w)| known == print && *w == wave);
        let known = Known {
            task_list: &self.task_list,
            slot_minutes: self.slot_minutes,
            office: &self.office,
            sheets: &self.sheets,
            has_file: &has_file,
        };
        gather(&order, &known, &mut |_| ControlFlow::Continue(()))
    }

    pub fn ask(&self, paths: &[PathBuf]) -> Gathered {
        self.try_ask(paths).expect("there is something to read")
    }

    /// Asks and takes what is gathered into what the book knows.
    pub fn take(&mut self, paths: &[PathBuf]) -> Gathered {
        let gathered = self.ask(paths);
        for change in &gathered.changes {
            match change {
                Change::FileTaken(file) => self.files.push((file.fingerprint.clone(), file.wave)),
                Change::SheetRecorded { wave, sheet } => self.sheets.push((*wave, (**sheet).clone())),
                Change::SheetReplaced { wave, before, after } => {
                    let old = self
                        .sheets
                        .iter_mut()
                        .find(|(w, sheet)| w == wave && sheet == &**before);
                    old.expect("a replaced sheet is in the book").1 = (**after).clone();
                }
                Change::OfficeDescribed { after, .. } => self.office = after.clone(),
                other => panic!("not of the intake: {other:?}"),
            }
        }
        gathered
    }
}

/// Sheets that are recorded or replaced by changes.
pub fn sheets(gathered: &Gathered) -> Vec<(Wave, Sheet)> {
    gathered
        .changes
        .iter()
        .filter_map(|change| match change {
            Change::SheetRecorded { wave, sheet } => Some((*wave, (**sheet).clone())),
            Change::SheetReplaced { wave, after, .. } => Some((*wave, (**after).clone())),
            _ => None,
        })
        .collect()
}

pub fn statuses(gathered: &Gathered) -> Vec<Status> {
    gathered.files.iter().map(|file| file.status).collect()
}

/// Places and keys of all faults of the only file.
pub fn faults(gathered: &Gathered) -> Vec<(String, &'static str)> {
    gathered
        .files
        .iter()
        .flat_map(|file| &file.faults)
        .map(|fault| (fault.place.text().unwrap_or_default(), fault.message.key()))
        .collect()
}

pub fn notes(gathered: &Gathered) -> Vec<&'static str> {
    gathered
        .files
        .iter()
        .flat_map(|file| &file.notes)
        .map(crate::phrase::Phrase::key)
        .collect()
}

/// Minutes by task of sheets.
pub fn by_task<'a>(sheets: impl Iterator<Item = &'a Sheet>) -> BTreeMap<String, u32> {
    let mut sums = BTreeMap::new();
    for share in sheets.flat_map(|sheet| &sheet.cells).flat_map(|cell| &cell.shares) {
        *sums.entry(share.0.to_string()).or_default() += share.1.0;
    }
    sums
}

/// Writes a file into a folder.
pub fn write(folder: &Path, name: &str, bytes: &[u8]) -> PathBuf {
    let path = folder.join(name);
    std::fs::create_dir_all(path.parent().expect("a file is in a folder")).expect("a folder can be made");
    std::fs::write(&path, bytes).expect("a file can be written");
    path
}
