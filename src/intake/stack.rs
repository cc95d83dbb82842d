//! The sheets of one person in one wave, and how a new part fits among them.

use std::ops::Range;

use chrono::{Days, NaiveDate};

use super::limits;
use super::part::Part;
use crate::book::Change;
use crate::office::Span;
use crate::worktime::{Cell, Sheet, Wave};

/// Minutes of a day.
const DAY: u16 = 1440;

/// Minutes of a form.
const FORM: u16 = 12 * 60;

/// Stands between the remarks of two forms.
pub const BETWEEN: &str = " / ";

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

    /// Whether it has cells outside these minutes.
    fn exceeds(&self, minutes: &Range<u16>) -> bool {
        self.sheet.cells.iter().any(|cell| !minutes.contains(&cell.start))
    }

    /// Whether it may have come in two forms: it passes midnight, or is longer than a form.
    fn may_be_of_two_forms(&self) -> bool {
        let first_hour = self.first() / 60 * 60;
        self.end() > DAY
            || self.sheet.span().is_some_and(Span::passes_midnight)
            || self.end().saturating_sub(first_hour) > FORM
    }

    /// Whether a part without a span may be its hours after midnight, by the date of the part.
    fn may_hold_rest(&self, part: &Part) -> bool {
        let days = (part.sheet.date - self.sheet.date).num_days();
        self.end() > DAY && (days == 0 || days == 1) && !part.passes_midnight()
    }

    /// Whether both tell a span and the two have minutes in common. The rest of a night may carry the date of the next day,
    /// so its span says nothing here.
    fn spans_meet(&self, part: &Part) -> bool {
        let is_rest = part.is_rest || self.first() >= DAY;
        let spans = self.sheet.span().zip(part.sheet.span());
        !is_rest && spans.is_some_and(|(mine, theirs)| mine.start() < theirs.end() && theirs.start() < mine.end())
    }

    /// Whether it says all that a part says, and nothing else in the hours of the part, moved by some minutes.
    ///
    /// A whole shift must be the same in everything. Only a part of a shift in two forms may leave out what the other has.
    fn says(&self, part: &Part, later: u16) -> bool {
        let covers = part.covers.start.saturating_add(later)..part.covers.end.saturating_add(later);
        if !(part.may_go_on && self.may_be_of_two_forms() && self.exceeds(&covers)) {
            return later == 0 && self.sheet == part.sheet;
        }
        let mine = self.sheet.cells.iter().filter(|cell| covers.contains(&cell.start));
        let theirs = || part.sheet.cells.iter();
        mine.clone().count() == theirs().count()
            && mine
                .zip(theirs())
                .all(|(mine, theirs)| mine.start == theirs.start + later && mine.shares == theirs.shares)
            && says_nothing_else(&part.sheet, &self.sheet)
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
    /// This sheet says all of it already, and nothing else about its hours.
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
        if let Some((index, _)) = self.on(part.sheet.date).find(|(_, placed)| placed.says(part, 0)) {
            return Fit::Known(index);
        }
        for (index, placed) in self.on(part.sheet.date) {
            let is_one_shift = placed.sheet.starts_at() == part.sheet.starts_at();
            match meet(&placed.sheet.cells, &part.sheet.cells, 0) {
                Meeting::Within | Meeting::Clash | Meeting::Mixed => return Fit::Contradicts(index),
                // Only a form may go on in another, and only outside the hours that it covers itself.
                Meeting::Before | Meeting::After if is_one_shift && part.may_go_on && placed.exceeds(&part.covers) => {
                    return Fit::GoesOn(index);
                }
                Meeting::Before | Meeting::After if is_one_shift || placed.spans_meet(part) => {
                    return Fit::Contradicts(index);
                }
                Meeting::Before | Meeting::After => {}
            }
        }
        Fit::New
    }

    /// How the rest of a night fits to a shift that began on its date, or so many days before it.
    pub fn fit_rest(&self, part: &Part, days_before: u64) -> Fit {
        let Some(date) = part.sheet.date.checked_sub_days(Days::new(days_before)) else {
            return Fit::New;
        };
        for (index, placed) in self.on(date) {
            let Some(span) = placed.sheet.span().filter(|span| span.passes_midnight()) else {
                continue;
            };
            if placed.says(part, 0) {
                return Fit::Known(index);
            }
            match meet(&placed.sheet.cells, &part.sheet.cells, 0) {
                Meeting::Within | Meeting::Clash | Meeting::Mixed => return Fit::Contradicts(index),
                Meeting::After if (span.start()..span.end()).contains(&part.first()) => return Fit::GoesOn(index),
                Meeting::Before | Meeting::After => {}
            }
        }
        Fit::New
    }

    /// The sheet that holds all of a part without a span, as it stands or as the rest of a night.
    pub fn holds_bare(&self, part: &Part) -> Option<usize> {
        self.placed.iter().position(|placed| {
            let same_day = placed.sheet.date == part.sheet.date;
            (same_day && placed.says(part, 0)) || (placed.may_hold_rest(part) && placed.says(part, DAY))
        })
    }

    /// The night whose rest a part without a span says otherwise, unless the part goes on where another sheet ends.
    pub fn clashes_with_bare(&self, part: &Part) -> Option<usize> {
        let goes_on = self.placed.iter().any(|head| {
            let later = match (part.sheet.date - head.sheet.date).num_days() {
                0 | 1 => DAY,
                _ => return false,
            };
            head.is_unfinished() && head.end() == part.first() + later
        });
        let clashes = |placed: &Placed| {
            let meeting = meet(&placed.sheet.cells, &part.sheet.cells, DAY);
            placed.may_hold_rest(part) && matches!(meeting, Meeting::Within | Meeting::Clash | Meeting::Mixed)
        };
        self.placed.iter().position(|placed| !goes_on && clashes(placed))
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
        if !holds_note(&sheet.note, &rest.note) {
            let both = [sheet.note.as_str(), rest.note.as_str()].join(if sheet.note.is_empty() { "" } else { BETWEEN });
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
    // A sheet without entries meets nothing; its span may.
    let (Some(first), Some(last)) = (cells.first(), cells.last()) else {
        return Meeting::Before;
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

/// Whether the head of a part says nothing that the head of the whole sheet does not say.
fn says_nothing_else(new: &Sheet, old: &Sheet) -> bool {
    fn fits<T: PartialEq>(new: Option<&T>, old: Option<&T>) -> bool {
        new.is_none() || new == old
    }
    fits(new.scheduled.as_ref(), old.scheduled.as_ref())
        && fits(new.actual.as_ref(), old.actual.as_ref())
        && fits(new.unit.as_ref(), old.unit.as_ref())
        && fits(new.role.as_ref(), old.role.as_ref())
        && holds_note(&old.note, &new.note)
}

/// Whether remarks are all of, or a half of, the joined remarks of two forms.
fn holds_note(joined: &str, note: &str) -> bool {
    let ends_in = |rest: &str| rest.is_empty() || rest.ends_with(BETWEEN);
    let goes_on = |rest: &str| rest.is_empty() || rest.starts_with(BETWEEN);
    note.is_empty() || joined.strip_suffix(note).is_some_and(ends_in) || joined.strip_prefix(note).is_some_and(goes_on)
}
