//! What a file of stretches of time says: our own sheets in it, and the work of other programs.

use chrono::{Datelike, NaiveDateTime, NaiveTime};

use super::foreign::Foreign;
use super::limits;
use super::order::{Fault, Known, Place};
use super::part::{Part, Reading, Source};
use super::shifts;
use super::waves::compare_waves;
use super::written::{quoted, remark};
use crate::office::StaffCode;
use crate::phrase::{Phrase, phrase};
use crate::worktime::{HeadLine, Manner, Sheet, Stretch, Task, Wave, cells_of_stretches};

/// Seconds of two days, beyond which no sheet goes.
const TWO_DAYS: i64 = 2 * 86_400;

/// Everything that a file of stretches says.
#[derive(Debug, Default)]
pub struct Log {
    /// Sheets that yutori has written.
    pub own: Vec<OwnSheet>,
    /// Stretches of other programs.
    pub foreign: Vec<Stretched>,
    /// How the stretches of other programs were recorded.
    pub manner: Manner,
    /// What was inferred.
    pub notes: Vec<Phrase>,
    /// What is wrong.
    pub faults: Vec<Fault>,
}

/// A sheet that yutori has written into a format of another program.
#[derive(Debug)]
pub struct OwnSheet {
    /// Line of its head.
    pub line: u64,
    /// Everything beside its minutes.
    pub head: HeadLine,
    /// Its minutes, each with the code of the task.
    pub entries: Vec<(Stretched, String)>,
}

/// From when to when something was done.
#[derive(Debug, Clone)]
pub struct Stretched {
    /// Line on which it begins.
    pub line: u64,
    /// By the clock of the office.
    pub from: NaiveDateTime,
    /// Later than `from`.
    pub to: NaiveDateTime,
    /// Whose work, where the file says it.
    pub staff: Option<StaffCode>,
    /// Words that may tell the task: those that come first count first.
    pub words: Vec<Vec<String>>,
}

impl Stretched {
    /// A stretch with no words; `None` when it ends before it begins.
    pub fn new(line: u64, from: NaiveDateTime, to: NaiveDateTime) -> Result<Self, Fault> {
        if to < from {
            return Err(Fault::line(line, phrase("intake-ends-before-start")));
        }
        Ok(Self {
            line,
            from,
            to,
            staff: None,
            words: Vec::new(),
        })
    }
}

impl Log {
    /// The log with more faults.
    pub fn with_faults(mut self, faults: impl Iterator<Item = Fault>) -> Self {
        self.faults.extend(faults);
        self
    }

    /// Makes sheets of everything.
    pub fn into_reading(self, foreign: &Foreign, known: &Known, source: &Source) -> Reading {
        let mut reading = Reading {
            rows: self.foreign.len() + self.own.iter().map(|sheet| sheet.entries.len()).sum::<usize>(),
            names_waves: !self.own.is_empty() && !source.wave_is_ordered,
            notes: self.notes,
            faults: self.faults,
            ..Reading::default()
        };
        let named: Vec<(u64, Wave)> = self.own.iter().map(|sheet| (sheet.line, sheet.head.wave)).collect();
        compare_waves(&named, source, &mut reading);
        for sheet in self.own {
            sheet.read(known, source, &mut reading);
        }
        // A stretch without length says nothing.
        let foreign_work: Vec<Stretched> = self.foreign.into_iter().filter(|work| work.from < work.to).collect();
        shifts::read(foreign_work, self.manner, foreign, known, source, &mut reading);
        if reading.parts.is_empty() && reading.faults.is_empty() {
            reading.faults.push(Fault::file(phrase("intake-empty-log")));
        }
        reading.faults.sort_by_key(|fault| match fault.place {
            Place::Line(line) => line,
            _ => 0,
        });
        reading
    }
}

impl OwnSheet {
    fn read(self, known: &Known, source: &Source, reading: &mut Reading) {
        let before = reading.faults.len();
        let head = self.head;
        let midnight = head.date.and_time(NaiveTime::MIN);
        let mut work: Vec<(u64, Stretch)> = Vec::new();
        for (stretched, code) in &self.entries {
            let seconds = |moment: NaiveDateTime| {
                let seconds = (moment - midnight).num_seconds();
                u32::try_from(seconds).ok().filter(|_| seconds <= TWO_DAYS)
            };
            let task = known.task_list.tasks.iter().find(|task| task.code.as_str() == code);
            match (seconds(stretched.from), seconds(stretched.to), task) {
                (Some(from), Some(to), Some(task)) => {
                    let task = task.code.clone();
                    work.push((stretched.line, Stretch { task, from, to }));
                }
                (.., None) => reading.faults.push(unknown_task(stretched.line, code, known)),
                _ => reading
                    .faults
                    .push(Fault::line(stretched.line, phrase("intake-outside-sheet"))),
            }
        }
        check(&head, self.line, known, reading);
        work.sort_by_key(|(_, stretch)| stretch.from);
        reading.faults.extend(overlaps(
            work.iter().map(|(line, stretch)| (*line, stretch.from, stretch.to)),
        ));
        if reading.faults.len() > before {
            return;
        }
        let stretches: Vec<Stretch> = work.into_iter().map(|(_, stretch)| stretch).collect();
        let wave = source.wave.filter(|_| source.wave_is_ordered).unwrap_or(head.wave);
        let sheet = Sheet {
            staff: head.staff,
            date: head.date,
            role: head.role,
            unit: head.unit,
            scheduled: head.scheduled,
            actual: head.actual,
            slot_minutes: known.slot_minutes,
            cells: cells_of_stretches(&stretches, known.slot_minutes, known.task_list),
            note: remark(&head.note),
            manner: head.manner,
            list: known.list,
            copied: head.copied,
        };
        reading
            .parts
            .push(whole(sheet, self.line, wave, source, reading.names_waves));
    }
}

/// A whole shift as a part.
pub fn whole(sheet: Sheet, line: u64, wave: Wave, source: &Source, wave_is_written: bool) -> Part {
    Part {
        file: source.file,
        place: Place::Line(line),
        wave,
        wave_is_written,
        sheet,
        may_go_on: false,
        covers: 0..u16::MAX,
        is_rest: false,
    }
}

/// Checks the date and the slot of a head.
pub fn check(head: &HeadLine, line: u64, known: &Known, reading: &mut Reading) {
    if head.slot_minutes != known.slot_minutes {
        let message = phrase("intake-other-slot")
            .with("form", head.slot_minutes)
            .with("book", known.slot_minutes);
        reading.faults.push(Fault::line(line, message));
    }
    reading.faults.extend(year_fault(line, head.date));
}

/// A fault for a date in a year in which no survey was taken.
pub fn year_fault(line: u64, date: chrono::NaiveDate) -> Option<Fault> {
    (!limits::YEARS.contains(&date.year())).then(|| {
        let message = phrase("intake-year-out-of-range")
            .with("date", date.to_string())
            .with("first", limits::YEARS.start().to_string())
            .with("last", limits::YEARS.end().to_string());
        Fault::line(line, message)
    })
}

/// A fault for each stretch that begins before the one before it has ended. They come in order of their beginning.
pub fn overlaps<T: Ord + Copy>(stretches: impl Iterator<Item = (u64, T, T)>) -> Vec<Fault> {
    let mut faults = Vec::new();
    let mut latest: Option<(u64, T)> = None;
    for (line, from, to) in stretches {
        if let Some((other, end)) = latest
            && from < end
        {
            faults.push(Fault::line(line, phrase("intake-overlap").with("other", other)));
        }
        if latest.is_none_or(|(_, end)| to > end) {
            latest = Some((line, to));
        }
    }
    faults
}

/// A task that is not in the list of the book.
pub fn unknown_task(line: u64, code: &str, known: &Known) -> Fault {
    let message = phrase("intake-unknown-task")
        .with("written", quoted(code))
        .with("list", known.task_list.id.as_str());
    Fault::line(line, message)
}

/// The task that a word means: as a person says, as the book remembers, or by its code or name.
pub fn task_of<'a>(word: &str, foreign: &Foreign, known: &Known<'a>) -> Option<&'a Task> {
    let key = crate::worktime::tag_key(word);
    let mapped = foreign.tags.get(&key).or_else(|| known.tags.get(&key));
    mapped
        .and_then(|code| known.task_list.task(code))
        .or_else(|| known.task_list.find(word.trim_start_matches('#')))
}
