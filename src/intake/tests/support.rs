//! What the tests share: an asker that keeps what it is told, filled forms, folders of their own.

use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use crate::book::Change;
use crate::catalog::Catalog;
use crate::documents::{Documents, LedgerStep};
use crate::effect::Measurement;
use crate::intake::{Entered, Foreign, Gathered, IntakeError, Kind, Known, Ledger, Order, Status, TagMap, gather};
use crate::issues::{Issues, Questionnaire, Response};
use crate::office::Office;
use crate::worktime::{Sheet, TaskList, Wave};

/// The official list as the program ships it.
pub fn task_list() -> TaskList {
    Catalog::built_in()
        .task_list("kasan-2024")
        .expect("the official list is built in")
        .clone()
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
    pub foreign: Foreign,
    pub tags: TagMap,
    pub issues: Issues,
    pub catalog: Catalog,
    pub measurements: Vec<Measurement>,
    pub documents: Documents,
    pub replace: bool,
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
            foreign: Foreign::default(),
            tags: TagMap::new(),
            issues: Issues::default(),
            catalog: Catalog::built_in(),
            measurements: Vec::new(),
            documents: Documents::default(),
            replace: false,
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
            replace: self.replace,
            foreign: &self.foreign,
        };
        let has_file =
            |print: &str, wave: Option<Wave>| self.files.iter().any(|(known, w)| known == print && *w == wave);
        let known = Known {
            task_list: &self.task_list,
            list: crate::worktime::ListNumber::default(),
            slot_minutes: self.slot_minutes,
            office: &self.office,
            sheets: &self.sheets,
            has_file: &has_file,
            tags: &self.tags,
            issues: &self.issues,
            questionnaires: self.catalog.questionnaires(),
            entered: Entered {
                indicators: self.catalog.indicators(),
                scales: self.catalog.scales(),
                measurements: &self.measurements,
            },
            exchanged: crate::intake::Exchanged::default(),
            ledger: Ledger {
                documents: &self.documents,
                offers: self.catalog.document_offers(),
                facts: self.catalog.facts(),
            },
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
                Change::TagMapped {
                    tag, after: Some(task), ..
                } => drop(self.tags.insert(tag.clone(), task.clone())),
                Change::QuestionnaireKept { after: Some(it), .. } => self.issues.questionnaires.push((**it).clone()),
                Change::ResponseKept { after: Some(it), .. } => self.issues.responses.push((**it).clone()),
                Change::MeasurementKept { before, after } => {
                    self.measurements.retain(|it| Some(it) != before.as_deref());
                    self.measurements.extend(after.as_deref().cloned());
                }
                Change::DocumentKept { .. } | Change::DocumentCounted { .. } | Change::DocumentPlanned { .. } => {
                    self.documents = self.documents.with(&[ledger_step(change)]);
                }
                Change::NoticeKept { after: Some(it), .. } => self.issues.notices.push((**it).clone()),
                Change::ColumnMapped {
                    heading,
                    after: Some(column),
                    ..
                } => drop(self.issues.columns.insert(heading.clone(), column.clone())),
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

/// A folder that goes away with the test.
pub fn folder() -> tempfile::TempDir {
    tempfile::tempdir().expect("a folder can be made")
}

/// Reads JSON of a file.
pub fn json<T: serde::de::DeserializeOwned>(path: &Path) -> T {
    let text = std::fs::read_to_string(path).expect("the file is there");
    serde_json::from_str(&text).expect("the file is JSON")
}

/// What a person puts into a cell.
#[derive(Clone)]
pub enum Put {
    Text(String),
    Number(f64),
    /// Minutes of the day, as a spreadsheet keeps a time.
    Time(u16),
    /// A date as a spreadsheet keeps it.
    Date(u16, u8, u8),
    /// A formula with its kept result.
    Formula(&'static str, &'static str),
}

impl From<&str> for Put {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<i32> for Put {
    fn from(number: i32) -> Self {
        Self::Number(f64::from(number))
    }
}

impl From<f64> for Put {
    fn from(number: f64) -> Self {
        Self::Number(number)
    }
}

/// A 別添4 form as a person fills it in.
#[derive(Clone)]
pub struct Form {
    pub name: String,
    cells: BTreeMap<(u32, u16), Put>,
}

/// Columns of the six hour labels: F, L, R, X, AD, AJ.
const HOURS: [u16; 6] = [5, 11, 17, 23, 29, 35];

impl Form {
    /// The form as it is printed.
    pub fn blank() -> Self {
        let mut form = Self {
            name: "別添４ TS調査票".to_owned(),
            cells: BTreeMap::new(),
        };
        for (at, text) in [
            ("A2", "職員向けタイムスタディ調査票"),
            (
                "F1",
                "↓以下、所定勤務時間や実勤務時間に関する記載漏れが多くあります。忘れずに必ず記載をお願いします。",
            ),
            ("F2", "施設名"),
            ("N2", "担当しているユニット・フロア名"),
            ("F3", "職員ID"),
            ("N3", "所定勤務時間"),
            ("S3", "：　　　　　　～　　　　　　："),
            ("F4", "調査実施日"),
            ("H4", "月　　　　日（　　　　　　曜日）"),
            ("N4", "実勤務時間（残業時間含む）"),
            ("S4", "：　　　　　　～　　　　　　："),
        ] {
            form = form.put(at, text);
        }
        for top in [8, 42] {
            form.cells.insert((top, 4), "記載例".into());
            for (column, heading) in ["NO", "分類", "Sub-NO", "項目", "ー"].into_iter().enumerate() {
                form.cells
                    .insert((top + 1, u16::try_from(column).unwrap()), heading.into());
            }
            for hour in HOURS {
                form.cells.insert((top, hour), "時台".into());
                for ten in 0..6u16 {
                    let heading = format!("{ten}0分-{ten}9分");
                    form.cells.insert((top + 1, hour + ten), Put::Text(heading));
                }
            }
            for task in 1..=24u16 {
                form.cells
                    .insert((top + 1 + u32::from(task), 2), i32::from(task).into());
                form.cells.insert((top + 1 + u32::from(task), 3), "項目".into());
            }
            form.cells.insert((top + 2, 4), 6.into());
            form.cells.insert((top + 8, 4), 4.into());
            form.cells.insert((top + 26, 3), "備考・補足等".into());
            form.cells.insert((top + 27, 1), "※１ 見守りによる介助を含む。".into());
        }
        form
    }

    /// S001 on 10月6日 with a span and twelve hour labels from an hour on; nothing is filled in.
    pub fn of(span: &str, first_hour: u16) -> Self {
        let mut form = Self::blank()
            .put("H3", "S001")
            .put("H4", "10月 6日（月曜日）")
            .put("S3", span)
            .put("S4", span);
        for hour in 0..12u16 {
            form = form.label(hour, format!("{}時台", (first_hour + hour) % 24).as_str());
        }
        form
    }

    /// Puts something into a cell, e.g. `H3`.
    pub fn put(mut self, at: &str, put: impl Into<Put>) -> Self {
        let letters: String = at.chars().take_while(char::is_ascii_alphabetic).collect();
        let column = letters
            .bytes()
            .fold(0, |column, letter| column * 26 + u16::from(letter - b'A') + 1)
            - 1;
        let row: u32 = at
            .trim_start_matches(|c: char| c.is_ascii_alphabetic())
            .parse()
            .unwrap();
        self.cells.insert((row - 1, column), put.into());
        self
    }

    /// Writes an hour label; hours are counted over both blocks.
    pub fn label(mut self, hour: u16, put: impl Into<Put>) -> Self {
        let top = if hour < 6 { 8 } else { 42 };
        self.cells.insert((top, HOURS[usize::from(hour % 6)]), put.into());
        self
    }

    /// Writes minutes of a task into the columns `ten` (0 to 5) of an hour of the form.
    pub fn minutes(mut self, hour: u16, ten: u16, task: u32, put: impl Into<Put>) -> Self {
        let top = if hour < 6 { 8 } else { 42 };
        self.cells
            .insert((top + 1 + task, HOURS[usize::from(hour % 6)] + ten), put.into());
        self
    }

    /// Fills the slots of a stretch of the form's hours with ten minutes of a task.
    pub fn full(mut self, slots: std::ops::Range<u16>, task: u32) -> Self {
        for slot in slots {
            self = self.minutes(slot / 6, slot % 6, task, 10);
        }
        self
    }

    /// The form as a workbook of its own.
    pub fn bytes(&self) -> Vec<u8> {
        workbook(std::slice::from_ref(self))
    }
}

/// A workbook with a sheet for each form.
pub fn workbook(forms: &[Form]) -> Vec<u8> {
    use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook};
    let mut book = Workbook::new();
    let time = Format::new().set_num_format("h:mm");
    let date = Format::new().set_num_format("m\"月\"d\"日\"");
    for form in forms {
        let sheet = book.add_worksheet().set_name(&form.name).unwrap();
        for ((row, column), put) in &form.cells {
            match put {
                Put::Text(text) => sheet.write_string(*row, *column, text),
                Put::Number(number) => sheet.write_number(*row, *column, *number),
                Put::Time(minute) => sheet.write_number_with_format(*row, *column, f64::from(*minute) / 1440.0, &time),
                Put::Date(y, m, d) => {
                    let day = ExcelDateTime::from_ymd(*y, *m, *d).unwrap();
                    sheet.write_datetime_with_format(*row, *column, &day, &date)
                }
                Put::Formula(formula, result) => {
                    sheet.write_formula(*row, *column, Formula::new(*formula).set_result(*result))
                }
            }
            .unwrap();
        }
    }
    book.save_to_buffer().unwrap()
}

/// The survey sheet as somebody answered it.
pub fn survey_sheet(questionnaire: &Questionnaire, response: &Response) -> Vec<u8> {
    let text = crate::text::Text::new(crate::text::Lang::Ja);
    crate::report::form::filled_survey_sheet("さくら苑", questionnaire, response, &text).unwrap()
}

/// A workbook in whose first worksheet other words stand in some cells.
pub fn patched(bytes: &[u8], cells: &[(&str, &str)]) -> Vec<u8> {
    use std::io::{Cursor, Read, Write};
    let mut old = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut new = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..old.len() {
        let mut part = old.by_index(index).unwrap();
        let name = part.name().unwrap().into_owned();
        let mut content = Vec::new();
        part.read_to_end(&mut content).unwrap();
        if name == "xl/worksheets/sheet1.xml" {
            let mut text = String::from_utf8(content).unwrap();
            for (cell, words) in cells {
                let start = text.find(&format!("<c r=\"{cell}\"")).unwrap();
                let rest = text.get(start..).unwrap();
                let tag = rest.find('>').unwrap();
                let end = if rest.get(..tag).unwrap().ends_with('/') {
                    start + tag + 1
                } else {
                    start + rest.find("</c>").unwrap() + 4
                };
                let cell = format!("<c r=\"{cell}\" t=\"inlineStr\"><is><t>{words}</t></is></c>");
                text.replace_range(start..end, &cell);
            }
            content = text.into_bytes();
        }
        new.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        new.write_all(&content).unwrap();
    }
    new.finish().unwrap().into_inner()
}

/// A folder with files that goes away with the test.
pub struct Folder(tempfile::TempDir);

impl Folder {
    pub fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    pub fn file(&self, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        let path = self.0.path().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, bytes).unwrap();
        path
    }
}

/// The empty sheet for notices.
pub fn notice_sheet(lang: crate::text::Lang) -> Vec<u8> {
    crate::report::form::notice_sheet("さくら苑", &crate::text::Text::new(lang)).unwrap()
}

/// The empty sheet of figures of some indicators.
pub fn blank_figures(ids: &[&str], lang: crate::text::Lang) -> Vec<u8> {
    use crate::report::blank_figures::{FiguresOrder, blank_figures};
    let catalog = Catalog::built_in();
    let month = |number| crate::office::Month::new(2025, number).unwrap();
    let order = FiguresOrder {
        indicators: ids.iter().map(|id| catalog.indicator(id).unwrap().clone()).collect(),
        wave: Some(Wave::Before),
        months: Some((month(4), month(6))),
        today: chrono::NaiveDate::from_ymd_opt(2026, 2, 10).unwrap(),
    };
    let founding = crate::book::Founding {
        office: Office::default(),
        task_list: task_list(),
        slot_minutes: 10,
        night: crate::worktime::NightHours::default(),
    };
    let holdings = crate::report::Holdings::empty(founding, catalog);
    let pages = blank_figures(&holdings, &order);
    crate::report::form::figures_book("さくら苑", &pages, &crate::text::Text::new(lang)).unwrap()
}

/// A workbook with a table on its only worksheet; numbers are written as numbers.
pub fn table_workbook(lines: &[&[&str]]) -> Vec<u8> {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet().set_name("集計").unwrap();
    for (row, line) in (0..).zip(lines) {
        for (column, text) in (0..).zip(*line) {
            match text.parse::<f64>() {
                Ok(number) => sheet.write_number(row, column, number),
                Err(_) => sheet.write_string(row, column, *text),
            }
            .unwrap();
        }
    }
    book.save_to_buffer().unwrap()
}

/// What a change of documents is in the ledger.
fn ledger_step(change: &Change) -> LedgerStep {
    match change.clone() {
        Change::DocumentKept { before, after } => LedgerStep::Kind {
            before: before.map(|it| *it),
            after: after.map(|it| *it),
        },
        Change::DocumentCounted { before, after } => LedgerStep::Month {
            before: before.map(|it| *it),
            after: after.map(|it| *it),
        },
        Change::DocumentPlanned { before, after } => LedgerStep::Goal {
            before: before.map(|it| *it),
            after: after.map(|it| *it),
        },
        other => panic!("{other:?} is not of the ledger"),
    }
}
