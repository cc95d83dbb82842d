//! The files of the sample: 別添4 workbooks, one minutes CSV a wave, the expected totals, the list of files.

use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::Write as _;

use chrono::{Datelike, NaiveDate};
use yutori::catalog::Catalog;
use yutori::office::{Minutes, Role, Span, StaffCode, Unit, clock};
use yutori::report::form::{betten4, betten4_file_name};
use yutori::worktime::{Cell, ListNumber, Manner, Share, Sheet, TaskCode, TaskList, Wave};

use super::dice::Dice;
use super::home::{OFFICE, PEOPLE, Person, waves};
use super::shift::{Stretch, Worked, work};
use super::totals::expected;

/// Files by their path in `sample-data/`.
type Files = BTreeMap<String, Vec<u8>>;

/// One shift as it stands in the files.
pub struct Filed {
    /// Whose.
    pub person: &'static Person,
    /// The day on which it starts.
    pub date: NaiveDate,
    /// What was done, after the gaps.
    pub worked: Worked,
    /// What the file says of the spans.
    pub spans: (Option<Span>, Option<Span>),
    /// Minutes of the shift without a task.
    pub unfilled: u32,
}

/// Time that somebody forgot to fill in: wave, code, day from Monday 0, first minute, minute after the last.
const GAPS: &[(usize, &str, usize, u16, u16)] = &[
    (0, "S02", 1, 850, 870),
    (0, "S04", 4, 1862, 1880),
    (0, "S06", 2, 900, 940),
    (0, "S08", 0, 914, 930),
    (0, "S12", 3, 600, 630),
    (1, "S03", 2, 705, 720),
    (1, "S07", 1, 810, 840),
    (1, "S11", 3, 1020, 1030),
];
/// Sheets without a span: wave, code, day, whether the scheduled one is missing too.
const NO_SPAN: &[(usize, &str, usize, bool)] = &[(0, "S03", 1, false), (1, "S09", 2, true)];

/// Makes every file that is made, by its path in `sample-data/`.
pub fn all() -> Result<Files, Box<dyn Error>> {
    let catalog = Catalog::built_in();
    let tasks = catalog.task_list("kasan-2024").ok_or("the official list is built in")?;
    let mut files = Files::new();
    let mut counted = Vec::new();
    for (index, (wave, _)) in waves().into_iter().enumerate() {
        let sheets = shifts(index, tasks);
        let workbooks = workbooks(wave, &sheets, tasks)?;
        let count = workbooks.len();
        files.extend(workbooks);
        let on_paper = sheets.iter().filter(|filed| !filed.person.on_form);
        let table = if wave == Wave::Before {
            ["\u{feff}", &plain_csv(on_paper)].concat().into_bytes()
        } else {
            encoding_rs::SHIFT_JIS
                .encode(&office_csv(on_paper, tasks))
                .0
                .into_owned()
        };
        files.insert(format!("{wave}/minutes.csv"), table);
        counted.push((wave.id(), sheets, count));
    }
    files.insert("files.rs".to_owned(), list(&files).into_bytes());
    let totals = serde_json::to_string_pretty(&expected(&counted, tasks))? + "\n";
    files.insert("expected.json".to_owned(), totals.into_bytes());
    Ok(files)
}

fn shifts(wave: usize, tasks: &TaskList) -> Vec<Filed> {
    let of_person = |(place, person): (usize, &'static Person)| {
        let shifts = person.shifts(wave).into_iter();
        shifts.map(move |(day, date, kind)| {
            let mut worked = work(person, kind, wave, &mut Dice::of_shift(wave, place, day));
            for (_, _, _, from, to) in GAPS
                .iter()
                .filter(|gap| (gap.0, gap.1, gap.2) == (wave, person.code, day))
            {
                worked.stretches = without(&worked.stretches, *from, *to);
            }
            let missing = NO_SPAN
                .iter()
                .find(|none| (none.0, none.1, none.2) == (wave, person.code, day));
            let spans = match missing {
                None => (Some(worked.scheduled), Some(worked.actual)),
                Some((_, _, _, both)) => ((!both).then_some(worked.scheduled), None),
            };
            let mut filed = Filed {
                person,
                date,
                worked,
                spans,
                unfilled: 0,
            };
            filed.unfilled = sheet(&filed, tasks).unfilled().0;
            filed
        })
    };
    PEOPLE.iter().enumerate().flat_map(of_person).collect()
}

/// Takes the time between two minutes out of the stretches.
fn without(stretches: &[Stretch], from: u16, to: u16) -> Vec<Stretch> {
    let mut left = Vec::new();
    for stretch in stretches {
        let end = stretch.start + stretch.minutes;
        for (start, end) in [(stretch.start, end.min(from)), (stretch.start.max(to), end)] {
            if start < end {
                left.push(Stretch {
                    start,
                    minutes: end - start,
                    task: stretch.task,
                });
            }
        }
    }
    left
}

/// The shift as a sheet of ten-minute cells.
fn sheet(filed: &Filed, tasks: &TaskList) -> Sheet {
    let mut minutes: BTreeMap<u16, BTreeMap<u8, u32>> = BTreeMap::new();
    for stretch in &filed.worked.stretches {
        for minute in stretch.start..stretch.start + stretch.minutes {
            *minutes
                .entry(minute / 10 * 10)
                .or_default()
                .entry(stretch.task)
                .or_default() += 1;
        }
    }
    let cells = minutes.into_iter().map(|(start, shares)| Cell {
        start,
        shares: shares
            .into_iter()
            .map(|(task, minutes)| Share(TaskCode(task.to_string()), Minutes(minutes)))
            .collect(),
    });
    Sheet {
        staff: StaffCode::parse(filed.person.code).expect("a code"),
        date: filed.date,
        role: Role::parse(filed.person.role).ok(),
        unit: Unit::parse(filed.person.unit).ok(),
        scheduled: filed.spans.0,
        actual: filed.spans.1,
        slot_minutes: tasks.slot_minutes,
        cells: cells.collect(),
        note: String::new(),
        manner: Manner::default(),
        list: ListNumber::default(),
        copied: Vec::new(),
    }
}

fn workbooks(wave: Wave, sheets: &[Filed], tasks: &TaskList) -> Result<Files, Box<dyn Error>> {
    let mut files = Files::new();
    for filed in sheets.iter().filter(|filed| filed.person.on_form) {
        let sheet = sheet(filed, tasks);
        let parts = betten4(OFFICE, &sheet, tasks).map_err(|error| error.phrase().to_string())?;
        for (bytes, part) in parts.into_iter().zip(1..) {
            files.insert(format!("{wave}/{}", betten4_file_name(&sheet, part)), bytes);
        }
    }
    Ok(files)
}

/// A table as a program writes it: wave in a column, tasks by number.
fn plain_csv<'a>(sheets: impl Iterator<Item = &'a Filed>) -> String {
    let mut table = "時期,職員ID,日付,職種,ユニット,所定,実勤務,開始,業務,分\r\n".to_owned();
    for filed in sheets {
        let Person { code, role, unit, .. } = filed.person;
        let (scheduled, actual) = spans(filed);
        for Stretch { start, minutes, task } in &filed.worked.stretches {
            let date = filed.date;
            let start = clock(*start);
            writeln!(
                table,
                "取組前,{code},{date},{role},{unit},{scheduled},{actual},{start},{task},{minutes}\r"
            )
            .expect("a text takes every line");
        }
    }
    table
}

/// A table as it is kept in the office: the folder says the wave, dates with strokes, tasks by name.
fn office_csv<'a>(sheets: impl Iterator<Item = &'a Filed>, tasks: &TaskList) -> String {
    let mut table = "職員ID,職種,ユニット,日付,所定,実勤務,開始,業務,分\r\n".to_owned();
    for filed in sheets {
        let Person { code, role, unit, .. } = filed.person;
        let (scheduled, actual) = spans(filed);
        let date = format!("{}/{}/{}", filed.date.year(), filed.date.month(), filed.date.day());
        for stretch in &filed.worked.stretches {
            let task = tasks
                .task(&TaskCode(stretch.task.to_string()))
                .expect("a task of the list");
            let (start, minutes, task) = (clock(stretch.start), stretch.minutes, &task.name.ja);
            writeln!(
                table,
                "{code},{role},{unit},{date},{scheduled},{actual},{start},{task},{minutes}\r"
            )
            .expect("a text takes every line");
        }
    }
    table
}

/// Scheduled and actual span by the clock (`16:30-9:30`), empty where the sheet has none.
fn spans(filed: &Filed) -> (String, String) {
    let by_clock = |span: Span| format!("{}-{}", clock(span.start()), clock(span.end() % 1440));
    let written = |span: Option<Span>| span.map_or_else(String::new, by_clock);
    (written(filed.spans.0), written(filed.spans.1))
}

/// The files as an expression of Rust, for whoever wants to build them in.
fn list(files: &Files) -> String {
    let mut text = "// Made by `cargo run --example make_sample`: every survey file with its bytes.\n&[\n".to_owned();
    for name in files.keys() {
        writeln!(text, "    (\"{name}\", include_bytes!(\"{name}\").as_slice()),").expect("a text takes every line");
    }
    text + "]\n"
}
