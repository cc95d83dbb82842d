//! The sheets of one person in one wave, and how a new part fits among them.

use chrono::{Days, NaiveDate};

use super::limits;
use super::part::Part;
use crate::book::Change;
use crate::worktime::{Cell, Sheet, Wave};

/// Minutes of a day.
const DAY: u16 = 1440;

/// A sheet on the stack.
#[derive(Debug)]
pub struct Placed {
    /// As it is now.
    pub sheet: Sheet,
    /// As the book has it; `None` for a new one.
    pub before: Option<Sheet>,
    /// Files that it was made of.
    pub files: Vec<usize>,
    /// Whether it came from a form without a span, which may go on in another form.
    is_bare: bool,
}

impl Placed {
    /// A sheet that the book has.
    pub fn of_book(sheet: &Sheet) -> Self {
        Self {
            sheet: sheet.clone(),
            before: Some(sheet.clone()),
            files: Vec::new(),
            is_bare: false,
        }
    }

    /// A new sheet.
    pub fn of_part(part: Part) -> Self {
        Self {
            is_bare: part.may_go_on && part.sheet.span().is_none(),
            sheet: part.sheet,
            before: None,
            files: vec![part.file],
        }
    }

    fn first(&self) -> u16 {
        self.sheet.cells.first().map_or(0, |cell| cell.start)
    }

    /// The minute after its last cell.
    fn end(&self) -> u16 {
        self.sheet
            .cells
            .last()
            .map_or(0, |cell| cell.start + self.sheet.slot_minutes)
    }

    /// Whether its span, if it tells one, has room for what comes after its last cell.
    fn is_unfinished(&self) -> bool {
        self.sheet.span().is_none_or(|span| span.end() > self.end())
    }
}

/// How a part fits among the sheets that are there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fit {
    /// It is a sheet of its own.
    New,
    /// All of it is in this sheet already.
    Known(usize),
    /// It goes on where this sheet ends, or this one where it ends.
    GoesOn(usize),
    /// It says something else about the same time.
    Contradicts(usize),
}

/// What a joining did.
#[derive(Debug, Clone, Copy)]
pub struct Step {
    /// The sheet that grew.
    pub index: usize,
    /// The file whose part was joined.
    pub file: usize,
    /// Whether the two parts tell different spans; those of the first count.
    pub spans_differ: bool,
}

/// The sheets of one person in one wave.
#[derive(Debug, Default)]
pub struct Stack {
    /// In no particular order.
    pub placed: Vec<Placed>,
}

impl Stack {
    /// How a part fits by its own date and hours.
    pub fn fit_whole(&self, part: &Part) -> Fit {
        let cells = &part.sheet.cells;
        for (index, placed) in self.on(part.sheet.date) {
            match meet(&placed.sheet.cells, cells, 0) {
                Meeting::Within if says_nothing_else(&part.sheet, &placed.sheet) => return Fit::Known(index),
                Meeting::Within | Meeting::Clash => return Fit::Contradicts(index),
                Meeting::Before | Meeting::After if placed.sheet.starts_at() == part.sheet.starts_at() => {
                    return Fit::GoesOn(index);
                }
                Meeting::Mixed if placed.sheet.starts_at() == part.sheet.starts_at() => return Fit::Contradicts(index),
                Meeting::Before | Meeting::After | Meeting::Mixed => {}
            }
        }
        Fit::New
    }

    /// How the rest of a night fits to a shift that began on its date, or so many days before it.
    pub fn fit_rest(&self, part: &Part, days_before: u64) -> Fit {
        let Some(date) = part.sheet.date.checked_sub_days(Days::new(days_before)) else {
            return Fit::New;
        };
        let first = part.sheet.cells.first().map_or(0, |cell| cell.start);
        for (index, placed) in self.on(date) {
            let Some(span) = placed.sheet.span().filter(|span| span.passes_midnight()) else {
                continue;
            };
            match meet(&placed.sheet.cells, &part.sheet.cells, 0) {
                Meeting::Within => return Fit::Known(index),
                Meeting::Clash => return Fit::Contradicts(index),
                Meeting::After if (span.start()..span.end()).contains(&first) => return Fit::GoesOn(index),
                _ => {}
            }
        }
        Fit::New
    }

    /// The sheet that holds all of a part without a span, as it stands or as the rest of a night.
    pub fn holds_bare(&self, part: &Part) -> Option<usize> {
        let eve = part.sheet.date.pred_opt();
        self.placed.iter().position(|placed| {
            let same_day = placed.sheet.date == part.sheet.date;
            let later = (same_day || Some(placed.sheet.date) == eve) && placed.end() > DAY;
            let within = |minutes| meet(&placed.sheet.cells, &part.sheet.cells, minutes) == Meeting::Within;
            (same_day && within(0) && says_nothing_else(&part.sheet, &placed.sheet)) || (later && within(DAY))
        })
    }

    /// Joins a part to a sheet that it goes on from.
    pub fn join(&mut self, part: &Part, index: usize) -> Step {
        let spans_differ = self
            .placed
            .get_mut(index)
            .is_some_and(|placed| placed.take_in(&part.sheet, 0));
        if let Some(placed) = self.placed.get_mut(index) {
            placed.files.push(part.file);
        }
        Step {
            index,
            file: part.file,
            spans_differ,
        }
    }

    /// Joins forms without a span to the sheets that end exactly where they begin.
    pub fn join_bare(&mut self) -> Vec<Step> {
        let mut joined: Vec<(NaiveDate, u16, usize)> = Vec::new();
        while let Some((rest, head, later)) = self.bare_pair() {
            let rest = self.placed.remove(rest);
            let Some(head) = self.placed.get_mut(head) else { break };
            head.take_in(&rest.sheet, later);
            joined.extend(
                rest.files
                    .iter()
                    .map(|file| (head.sheet.date, head.sheet.starts_at(), *file)),
            );
            head.files.extend(rest.files);
        }
        let place = |date, starts_at| {
            self.placed
                .iter()
                .position(|placed| placed.sheet.date == date && placed.sheet.starts_at() == starts_at)
        };
        joined
            .into_iter()
            .filter_map(|(date, starts_at, file)| {
                Some(Step {
                    index: place(date, starts_at)?,
                    file,
                    spans_differ: false,
                })
            })
            .collect()
    }

    /// A form without a span, the sheet that ends exactly where it begins, and the minutes by which it moves.
    ///
    /// The place of the sheet is told as it will be when the form is taken away.
    fn bare_pair(&self) -> Option<(usize, usize, u16)> {
        let forms = || self.placed.iter().enumerate().filter(|(_, placed)| placed.is_bare);
        let pair = |by_date: bool| {
            forms().find_map(|(rest_index, rest)| {
                self.placed
                    .iter()
                    .enumerate()
                    .filter(|(index, head)| *index != rest_index && head.is_unfinished())
                    .find_map(|(index, head)| {
                        let later = moved_by(head, rest, by_date)?;
                        let length = u32::from(rest.end() + later).checked_sub(u32::from(head.first()))?;
                        (length <= u32::from(DAY)).then_some((
                            rest_index,
                            if index > rest_index { index - 1 } else { index },
                            later,
                        ))
                    })
            })
        };
        // What the dates say comes first; then the rest of a night under the date of its shift.
        pair(true).or_else(|| pair(false))
    }

    fn on(&self, date: NaiveDate) -> impl Iterator<Item = (usize, &Placed)> {
        self.placed
            .iter()
            .enumerate()
            .filter(move |(_, placed)| placed.sheet.date == date)
    }

    /// What is to be written for the sheets that are new or have grown, in order of time.
    pub fn into_changes(mut self, wave: Wave) -> impl Iterator<Item = Change> {
        self.placed
            .sort_by_key(|placed| (placed.sheet.date, placed.sheet.starts_at()));
        self.placed.into_iter().filter_map(move |placed| match placed.before {
            _ if placed.files.is_empty() => None,
            None => Some(Change::SheetRecorded {
                wave,
                sheet: Box::new(placed.sheet),
            }),
            Some(before) => Some(Change::SheetReplaced {
                wave,
                before: Box::new(before),
                after: Box::new(placed.sheet),
            }),
        })
    }
}

/// By how many minutes a form moves to go on exactly where a sheet ends; `None` when it does not.
fn moved_by(head: &Placed, rest: &Placed, by_date: bool) -> Option<u16> {
    let later = match (rest.sheet.date - head.sheet.date).num_days() {
        0 if by_date => 0,
        0 => DAY,
        1 if by_date => DAY,
        _ => return None,
    };
    (head.end() == rest.first() + later).then_some(later)
}

impl Placed {
    /// Takes in the rest of its shift; whether the spans of the two differ.
    fn take_in(&mut self, rest: &Sheet, later: u16) -> bool {
        let differ = |mine: Option<_>, theirs: Option<_>| mine.is_some() && theirs.is_some() && mine != theirs;
        let sheet = &mut self.sheet;
        let spans_differ = differ(sheet.scheduled, rest.scheduled) || differ(sheet.actual, rest.actual);
        sheet.cells.extend(rest.cells.iter().map(|cell| Cell {
            start: cell.start + later,
            shares: cell.shares.clone(),
        }));
        sheet.cells.sort_by_key(|cell| cell.start);
        sheet.scheduled = sheet.scheduled.or(rest.scheduled);
        sheet.actual = sheet.actual.or(rest.actual);
        sheet.unit = sheet.unit.take().or_else(|| rest.unit.clone());
        sheet.role = sheet.role.take().or_else(|| rest.role.clone());
        if !sheet.note.contains(&rest.note) {
            let both = [sheet.note.as_str(), rest.note.as_str()].join(if sheet.note.is_empty() { "" } else { " / " });
            sheet.note = both.chars().take(limits::NOTE_CHARS).collect();
        }
        spans_differ
    }
}

/// How cells meet the cells of a sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Meeting {
    /// All are in it, and between the first and the last of them it has no others.
    Within,
    /// They share a slot in which they say something else, or share only some slots.
    Clash,
    /// They end before it begins.
    Before,
    /// They begin after it ends.
    After,
    /// They share no slot but lie between its cells.
    Mixed,
}

fn meet(sheet: &[Cell], cells: &[Cell], later: u16) -> Meeting {
    let (Some(first), Some(last)) = (cells.first(), cells.last()) else {
        return Meeting::Within;
    };
    let (first, last) = (first.start + later, last.start + later);
    if sheet.first().is_none_or(|cell| last < cell.start) {
        return Meeting::Before;
    }
    if sheet.last().is_none_or(|cell| first > cell.start) {
        return Meeting::After;
    }
    let between: Vec<&Cell> = sheet
        .iter()
        .filter(|cell| (first..=last).contains(&cell.start))
        .collect();
    let is_same = |(mine, theirs): (&&Cell, &Cell)| mine.start == theirs.start + later && mine.shares == theirs.shares;
    if between.len() == cells.len() && between.iter().zip(cells).all(is_same) {
        Meeting::Within
    } else if cells
        .iter()
        .any(|cell| between.iter().any(|mine| mine.start == cell.start + later))
    {
        Meeting::Clash
    } else {
        Meeting::Mixed
    }
}

/// Whether a sheet with the same cells says nothing in its head that the other does not say.
fn says_nothing_else(new: &Sheet, old: &Sheet) -> bool {
    fn fits<T: PartialEq>(new: Option<&T>, old: Option<&T>) -> bool {
        new.is_none() || new == old
    }
    fits(new.scheduled.as_ref(), old.scheduled.as_ref())
        && fits(new.actual.as_ref(), old.actual.as_ref())
        && fits(new.unit.as_ref(), old.unit.as_ref())
        && fits(new.role.as_ref(), old.role.as_ref())
        && old.note.contains(&new.note)
}
