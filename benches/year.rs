//! A year of one large office on the screens: `cargo bench --bench year`.
//!
//! Sixty people on 250 days make 15,000 sheets and about 600,000 entries. Told are the size of the book, the time until it is
//! on the screen, the longest time from a key to the first sign of its frame on every page, and the most memory in use.

#[path = "speed/program.rs"]
#[expect(dead_code, reason = "the other bench uses all of it")]
mod program;
#[path = "speed/screen.rs"]
mod screen;

use std::error::Error;
use std::fs;
use std::path::Path;
use std::time::Duration;

use chrono::{DateTime, Days, NaiveDate};
use program::Program;
use screen::Screen;
use yutori::book::{Book, Change, Founding, Occasion};
use yutori::catalog::Catalog;
use yutori::office::{Minutes, Office, Role, Span, StaffCode, Unit};
use yutori::screens::model::TimeView;
use yutori::screens::times::SIGNS;
use yutori::worktime::{Cell, ListNumber, Manner, NightHours, Share, Sheet, TaskCode, Wave};

const PEOPLE: u32 = 60;
const DAYS: u32 = 250;
/// Keys from the list of sheets to its end and back through every page.
const PAGES: &[&str] = &["1", "3", "4", "7"];
/// Keys at every way to look at the times.
const WITHIN: &[&str] = &["j", "j", ".", ",", "\x1b[6~", "\x1b[F", "\x1b[H", "w"];

fn main() -> Result<(), Box<dyn Error>> {
    let folder = tempfile::tempdir()?;
    let program = Program::new(folder.path())?;
    let entries = found(&program.book())?;
    println!("entries: {entries}");
    println!(
        "book: {:.1} MB",
        f64::from(u32::try_from(fs::metadata(program.book())?.len())?) / 1e6
    );

    let (mut screen, first, shown) = Screen::open(&program)?;
    say("first frame, from the start of the process", first);
    say("the book on the screen, from the start of the process", shown);
    let mut worst = (Duration::ZERO, String::new());
    let mut press = |screen: &mut Screen, key: &str, at: &str| -> Result<(), Box<dyn Error>> {
        let time = screen.press(key)?;
        if time > worst.0 {
            worst = (time, format!("{key:?} at {at}"));
        }
        Ok(())
    };
    for page in PAGES {
        press(&mut screen, page, "page")?;
    }
    press(&mut screen, "3", "page")?;
    for sign in SIGNS.iter().take(TimeView::ALL.len()) {
        let sign = sign.to_string();
        let at = format!("view {sign}");
        press(&mut screen, "v", &at)?;
        press(&mut screen, &sign, &at)?;
        for key in WITHIN {
            press(&mut screen, key, &at)?;
        }
    }
    say(&format!("longest from a key to its frame ({})", worst.1), worst.0);
    if let Some(memory) = screen.most_memory() {
        println!("most memory in use: {memory} kB");
    }
    screen.close()
}

/// Makes the book; the answer is how many entries it has.
fn found(path: &Path) -> Result<usize, Box<dyn Error>> {
    let catalog = Catalog::built_in();
    let list = catalog.task_list("kasan-2024").ok_or("the list is built in")?.clone();
    let now = DateTime::parse_from_rfc3339("2026-04-01T09:00:00+09:00")?;
    let founding = Founding {
        office: Office::default(),
        slot_minutes: list.slot_minutes,
        task_list: list,
        night: NightHours::default(),
    };
    let mut book = Book::create(path, founding, now)?;
    let first = NaiveDate::from_ymd_opt(2025, 4, 1).ok_or("a date")?;
    let mut entries = 0;
    for day in 0..DAYS {
        let date = first.checked_add_days(Days::new(day.into())).ok_or("a date")?;
        let wave = if day < DAYS / 2 { Wave::Before } else { Wave::After(1) };
        let mut changes = Vec::new();
        for person in 0..PEOPLE {
            let sheet = sheet(person, day, date)?;
            entries += sheet.cells.iter().map(|cell| cell.shares.len()).sum::<usize>();
            changes.push(Change::SheetRecorded {
                wave,
                sheet: Box::new(sheet),
            });
        }
        let files = vec![format!("{date}.csv")];
        book.apply(Occasion::Imported { files }, changes, now)?;
    }
    Ok(entries)
}

fn sheet(person: u32, day: u32, date: NaiveDate) -> Result<Sheet, Box<dyn Error>> {
    let starts = [420_u16, 510, 630, 990];
    let start = starts[((person + day) % 4) as usize];
    // Six and a half hours of work: forty entries, one cell in thirty-nine shared by two tasks.
    let cells = (0..39_u16).map(|slot| {
        let task =
            |salt: u32| TaskCode((1 + (person * 7 + day * 13 + u32::from(slot) / 2 * 5 + salt) % 24).to_string());
        let shares = if slot == 20 {
            vec![Share(task(0), Minutes(6)), Share(task(1), Minutes(4))]
        } else {
            vec![Share(task(0), Minutes(10))]
        };
        Cell {
            start: start + slot * 10,
            shares,
        }
    });
    let span = Span::new(start, start + 390).map_err(|_| "a span")?;
    let name = |text: &str| text.to_owned();
    Ok(Sheet {
        staff: StaffCode::parse(&format!("S{person:03}")).map_err(|_| "a code")?,
        date,
        role: Role::parse(&name("介護職員")).ok(),
        unit: Unit::parse(&format!("{}階", 1 + person % 3)).ok(),
        scheduled: Some(span),
        actual: Some(span),
        slot_minutes: 10,
        cells: cells.collect(),
        note: String::new(),
        manner: Manner::default(),
        list: ListNumber::default(),
        copied: Vec::new(),
    })
}

fn say(what: &str, time: Duration) {
    println!("{what}: {:.2} ms", time.as_secs_f64() * 1000.0);
}
