//! The official time-study workbook (別添4 職員向けタイムスタディ調査票), recognised by its labels.
//!
//! A workbook may hold several forms, one on each worksheet. The printed example in column E is never read. A form holds
//! twelve hours, so a night shift needs two forms; which belong together is found out in [`super::assemble`].

mod entries;
mod head;
mod hours;
mod layout;

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};

pub use self::entries::not_minutes;
use self::entries::{Entries, Entry};
use self::head::Head;
pub use self::head::formula_fault;
use self::layout::Layout;
use super::grid::{Grid, Position};
use super::limits;
use super::order::{Fault, Known};
use super::part::{Part, Reading, Source};
use super::written::date::nearest;
use crate::office::{Minutes, Span, clock};
use crate::phrase::phrase;
use crate::worktime::{Cell, Manner, Share, Sheet};

/// The forms of a workbook; empty when it holds none.
pub fn forms(grids: &[Grid]) -> Vec<Form<'_>> {
    grids
        .iter()
        .filter_map(|grid| Layout::find(grid).map(|layout| Form { grid, layout }))
        .collect()
}

/// A form found on a worksheet.
pub struct Form<'a> {
    grid: &'a Grid,
    layout: Layout,
}

/// Reads the forms of a workbook.
pub fn read(forms: &[Form<'_>], known: &Known, source: &Source) -> Reading {
    let mut reading = Reading::default();
    if source.wave.is_none() {
        reading.faults.push(Fault::file(phrase("intake-no-wave")));
    }
    for form in forms {
        form.read(known, source, forms.len() == 1, &mut reading);
    }
    if reading.parts.is_empty() && reading.faults.is_empty() {
        reading.faults.push(Fault::file(phrase("intake-empty-form")));
    }
    reading
}

impl Form<'_> {
    fn read(&self, known: &Known, source: &Source, is_alone: bool, reading: &mut Reading) {
        let grid = self.grid;
        if is_example(grid.name()) {
            reading
                .notes
                .push(phrase("intake-note-example-sheet").with("sheet", grid.name().to_owned()));
            return;
        }
        let entries = Entries::read(grid, &self.layout, known.task_list);
        if entries.all.is_empty() && entries.faults.is_empty() && !is_alone {
            reading
                .notes
                .push(phrase("intake-note-empty-form").with("sheet", grid.name().to_owned()));
            return;
        }
        let head = Head::read(grid, &self.layout, source);
        if entries.all.is_empty() && entries.faults.is_empty() && head.is_blank() {
            return;
        }
        let before = reading.faults.len();
        let has_slots_of_book = self.has_slots_of_book(known);
        reading.faults.extend(self.shape_faults(known));
        reading.faults.extend(head.faults.iter().cloned());
        let Entries {
            all: entries,
            hours,
            note,
            faults,
        } = entries;
        reading.faults.extend(faults);
        let followed = hours::follow(&hours, grid, &mut reading.faults);
        reading.rows += entries.len();
        let (cells, over) = cells(&entries, &followed.hours, known, grid);
        // In a book with shorter slots every column would be too full; the one fault about the slots says it.
        reading.faults.extend(over.into_iter().filter(|_| has_slots_of_book));
        if reading.office.is_none() {
            reading.office = head.office.filter(|office| !office.is_empty());
        }
        if entries.is_empty() && reading.faults.len() == before {
            reading.faults.push(Fault::file(phrase("intake-empty-form")));
        }
        let (Some(staff), Some((dated, date_at)), Some(wave)) = (head.staff, head.date, source.wave) else {
            return;
        };
        let span = head.actual.or(head.scheduled);
        let is_rest = span.is_some_and(|span| lies_after_midnight(span, &cells));
        if is_alone {
            let may_be_next = is_rest || span.is_none();
            self.compare_with_name((dated.date, date_at), source, may_be_next, reading);
        }
        reading.notes.extend(dated.notes);
        let first = cells.first().map_or(0, |cell| cell.start);
        if is_rest {
            reading.notes.push(
                phrase("intake-note-rest-of-night")
                    .with("sheet", grid.name().to_owned())
                    .with("from", clock(first)),
            );
        } else if followed.passed_midnight {
            reading
                .notes
                .push(phrase("intake-note-past-midnight").with("sheet", grid.name().to_owned()));
        }
        if reading.faults.len() > before {
            return;
        }
        let covers = followed.covers;
        let (cells, covers) = if is_rest {
            (moved_past_midnight(cells), covers.start + 1440..covers.end + 1440)
        } else {
            (cells, covers)
        };
        reading.parts.push(Part {
            file: source.file,
            place: grid.place(date_at),
            wave,
            wave_is_written: false,
            sheet: Sheet {
                staff,
                date: dated.date,
                role: None,
                unit: head.unit,
                scheduled: head.scheduled,
                actual: head.actual,
                slot_minutes: known.slot_minutes,
                cells,
                note: note.chars().take(limits::NOTE_CHARS).collect(),
                manner: Manner::default(),
                list: known.list,
                copied: Vec::new(),
            },
            may_go_on: true,
            covers,
            is_rest,
        });
    }

    /// Compares the date on the form with the one in the name of its file: the rest of a night may be of the next day.
    fn compare_with_name(
        &self,
        (date, date_at): (NaiveDate, Position),
        source: &Source,
        may_be_next: bool,
        reading: &mut Reading,
    ) {
        let days = days_from_name(date, source);
        if days > i64::from(may_be_next) {
            let message = phrase("intake-date-not-of-name").with("date", date.to_string());
            reading.faults.push(self.grid.fault(date_at, message));
        } else if days > 0 {
            let note = phrase("intake-note-date-beside-name").with("date", date.to_string());
            reading.notes.push(note);
        }
    }

    fn has_slots_of_book(&self, known: &Known) -> bool {
        let mut blocks = self.layout.blocks.iter();
        blocks.all(|block| block.slot_minutes == known.slot_minutes)
    }

    /// What is wrong with the form as such.
    fn shape_faults(&self, known: &Known) -> Vec<Fault> {
        let mut faults = Vec::new();
        if let Some(beyond) = self.grid.beyond {
            faults.push(
                self.grid.fault(
                    beyond,
                    phrase("intake-sheet-too-large")
                        .with("rows", limits::ROWS)
                        .with("columns", limits::COLUMNS),
                ),
            );
        }
        if let Some(second) = self.layout.second {
            faults.push(self.grid.fault(second, phrase("intake-two-forms")));
        }
        for block in self
            .layout
            .blocks
            .iter()
            .filter(|block| block.slot_minutes != known.slot_minutes)
        {
            let at = (block.label_row + 1, block.columns.first().map_or(0, |column| column.at));
            faults.push(
                self.grid.fault(
                    at,
                    phrase("intake-other-slot")
                        .with("form", block.slot_minutes)
                        .with("book", known.slot_minutes),
                ),
            );
        }
        faults
    }
}

/// Whether a worksheet only shows how to fill in the form.
fn is_example(name: &str) -> bool {
    ["記入例", "記載例", "見本"].iter().any(|word| name.contains(word))
}

/// The cells of a form in order of time, and a fault for each column with more minutes than the slot has.
fn cells(entries: &[Entry], hours: &[Option<u16>], known: &Known, grid: &Grid) -> (Vec<Cell>, Vec<Fault>) {
    let mut columns: BTreeMap<(usize, u16), BTreeMap<usize, u32>> = BTreeMap::new();
    let mut sums: BTreeMap<(usize, u16), (u32, Option<&Entry>)> = BTreeMap::new();
    let slot = u32::from(known.slot_minutes);
    for entry in entries {
        let column = (entry.hour, entry.minute);
        let minutes = columns.entry(column).or_default().entry(entry.task).or_default();
        *minutes = minutes.saturating_add(entry.minutes);
        let (sum, over) = sums.entry(column).or_default();
        *sum = sum.saturating_add(entry.minutes);
        if *sum > slot && over.is_none() {
            *over = Some(entry);
        }
    }
    let mut faults = Vec::new();
    for ((_, minute), (sum, over)) in &sums {
        if let Some(over) = over {
            faults.push(
                grid.fault(
                    over.at,
                    phrase("intake-column-over")
                        .with("minute", format!("{minute:02}"))
                        .with("sum", *sum)
                        .with("slot", slot),
                ),
            );
        }
    }
    let mut cells: Vec<Cell> = columns
        .into_iter()
        .filter_map(|((hour, minute), shares)| {
            let hour = hours.get(hour).copied().flatten()?;
            let share = |(task, minutes)| {
                let task: &crate::worktime::Task = known.task_list.tasks.get(task)?;
                Some(Share(task.code.clone(), Minutes(minutes)))
            };
            Some(Cell {
                start: hour * 60 + minute,
                shares: shares.into_iter().filter_map(share).collect(),
            })
        })
        .collect();
    cells.sort_by_key(|cell| cell.start);
    (cells, faults)
}

/// Whether the minutes of a form belong after midnight because only there they lie within the span of the shift.
fn lies_after_midnight(span: Span, cells: &[Cell]) -> bool {
    let fits_next_day = cells.last().is_some_and(|cell| cell.start < 1440);
    let within = |later: u16| {
        let slots = cells.iter().filter(|cell| {
            let start = cell.start + later;
            (span.start()..span.end()).contains(&start)
        });
        slots.count()
    };
    fits_next_day && span.passes_midnight() && within(1440) > within(0)
}

fn moved_past_midnight(cells: Vec<Cell>) -> Vec<Cell> {
    cells
        .into_iter()
        .map(|cell| Cell {
            start: cell.start + 1440,
            ..cell
        })
        .collect()
}

/// How many days a date lies from the month and day in the file's name; the rest of a night may carry either of two days.
fn days_from_name(date: NaiveDate, source: &Source) -> i64 {
    let name = source
        .name_date
        .and_then(|name| nearest(name.month(), name.day(), date));
    name.map_or(0, |name| (date - name).num_days().abs())
}
