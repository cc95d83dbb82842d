//! Puts parts together: the two halves of a night shift, what the book has already, and what contradicts it.

use std::collections::{BTreeMap, BTreeSet};

use super::once::{Codes, Seen, Shifts};
use super::order::Fault;
use super::part::Part;
use super::stack::{Fit, Placed, Stack, Step};
use crate::book::Change;
use crate::office::StaffCode;
use crate::phrase::{Phrase, phrase};
use crate::worktime::{Sheet, Wave};

/// What the parts of all files make together.
#[derive(Debug, Default)]
pub struct Assembly {
    /// Sheets recorded and replaced, in order of wave, person and time.
    pub changes: Vec<Change>,
    /// Contradictions, each with the file that brought it.
    pub faults: Vec<(usize, Fault)>,
    /// What was put together, each with its file.
    pub notes: Vec<(usize, Phrase)>,
    /// For each file the number of sheets that it brings or changes.
    pub sheets: BTreeMap<usize, usize>,
}

/// Assembles parts with what the book has. `names` are the names of the files.
pub fn assemble(parts: Vec<Part>, in_book: &[(Wave, Sheet)], names: &[String]) -> Assembly {
    let mut assembler = Assembler {
        assembly: Assembly::default(),
        names,
    };
    let mut people: BTreeMap<(Wave, StaffCode), Vec<Part>> = BTreeMap::new();
    let (mut shifts, mut codes) = (Shifts::of_book(in_book), Codes::of_book(in_book));
    for part in parts {
        assembler.spelt_like_another(&part, &mut codes);
        if let Some(seen) = shifts.add(&part) {
            assembler.in_other_wave(&part, &seen);
        }
        people
            .entry((part.wave, part.sheet.staff.clone()))
            .or_default()
            .push(part);
    }
    let mut stacks: BTreeMap<(Wave, StaffCode), Stack> =
        people.keys().map(|key| (key.clone(), Stack::default())).collect();
    for (wave, sheet) in in_book {
        if let Some(stack) = stacks.get_mut(&(*wave, sheet.staff.clone())) {
            stack.placed.push(Placed::of_book(sheet));
        }
    }
    for (((wave, _), parts), stack) in people.into_iter().zip(stacks.into_values()) {
        assembler.person(wave, parts, stack);
    }
    assembler.assembly
}

struct Assembler<'a> {
    assembly: Assembly,
    names: &'a [String],
}

impl Assembler<'_> {
    /// Places whole shifts and first halves, then second halves, then the parts that tell no span.
    fn person(&mut self, wave: Wave, parts: Vec<Part>, mut stack: Stack) {
        let (rests, others): (Vec<Part>, Vec<Part>) = parts.into_iter().partition(|part| part.is_rest);
        let (bare, spanned): (Vec<Part>, Vec<Part>) = others
            .into_iter()
            .partition(|part| part.may_go_on && part.sheet.span().is_none());
        for part in spanned {
            self.whole(part, &mut stack);
        }
        self.rests(rests, &mut stack);
        // Those that pass midnight come first, so that the rest of a night finds its shift.
        let (late, early): (Vec<Part>, Vec<Part>) = bare.into_iter().partition(Part::passes_midnight);
        for part in late.into_iter().chain(early) {
            if let Some(index) = stack.holds_bare(&part) {
                self.known_already(&part, &stack, index);
            } else if let Some(index) = stack.clashes_with_bare(&part) {
                self.contradiction(&part, &stack, index);
            } else {
                self.whole(part, &mut stack);
            }
        }
        for step in stack.join_bare() {
            self.joined(step.file, &step, &stack);
        }
        self.assembly.changes.extend(stack.into_changes(wave));
    }

    /// Places a part by its own date and hours.
    fn whole(&mut self, part: Part, stack: &mut Stack) {
        match stack.fit_whole(&part) {
            Fit::New => {
                self.count(part.file);
                stack.placed.push(Placed::of_part(part));
            }
            Fit::Known(index) => self.known_already(&part, stack, index),
            Fit::GoesOn(index) => self.join(&part, stack, index),
            Fit::Contradicts(index) => self.contradiction(&part, stack, index),
        }
    }

    /// Places second halves of nights. Their date is that of the shift or the day after; people keep to one way, so the way
    /// that fits more of them is tried first.
    fn rests(&mut self, rests: Vec<Part>, stack: &mut Stack) {
        let fitting = |days: u64| {
            let heads: BTreeSet<usize> = rests
                .iter()
                .filter_map(|part| match stack.fit_rest(part, days) {
                    Fit::Known(index) | Fit::GoesOn(index) => Some(index),
                    Fit::New | Fit::Contradicts(_) => None,
                })
                .collect();
            heads.len()
        };
        let days_before: [u64; 2] = if fitting(1) > fitting(0) { [1, 0] } else { [0, 1] };
        for part in rests {
            let fits = days_before.map(|days| stack.fit_rest(&part, days));
            let good = fits.iter().find(|fit| matches!(fit, Fit::Known(_) | Fit::GoesOn(_)));
            let bad = fits.iter().find(|fit| matches!(fit, Fit::Contradicts(_)));
            match good.or(bad) {
                Some(Fit::Known(index)) => self.known_already(&part, stack, *index),
                Some(Fit::GoesOn(index)) => self.join(&part, stack, *index),
                Some(Fit::Contradicts(index)) => self.contradiction(&part, stack, *index),
                Some(Fit::New) | None => {
                    self.note(
                        part.file,
                        phrase("intake-note-rest-alone").with("date", part.sheet.date.to_string()),
                    );
                    self.whole(part, stack);
                }
            }
        }
    }

    fn join(&mut self, part: &Part, stack: &mut Stack, index: usize) {
        let step = stack.join(part, index);
        self.count(part.file);
        self.joined(part.file, &step, stack);
    }

    fn joined(&mut self, file: usize, step: &Step, stack: &Stack) {
        let Some(placed) = stack.placed.get(step.index) else {
            return;
        };
        let other = self.name(placed, Some(file));
        self.note(
            file,
            phrase("intake-note-joined")
                .with("staff", placed.sheet.staff.as_str())
                .with("date", placed.sheet.date.to_string())
                .with("other", other),
        );
        if step.spans_differ {
            self.note(file, phrase("intake-note-spans-differ"));
        }
    }

    fn known_already(&mut self, part: &Part, stack: &Stack, index: usize) {
        let other = stack.placed.get(index).map(|placed| self.name(placed, None));
        if let Some(other) = other {
            self.note(part.file, phrase("intake-note-known").with("other", other));
        }
    }

    fn contradiction(&mut self, part: &Part, stack: &Stack, index: usize) {
        let Some(placed) = stack.placed.get(index) else { return };
        let message = phrase("intake-shift-twice")
            .with("staff", part.sheet.staff.as_str())
            .with("date", placed.sheet.date.to_string())
            .with("file", self.names.get(part.file).cloned().unwrap_or_default())
            .with("other", self.name(placed, None));
        self.assembly.faults.push((
            part.file,
            Fault {
                place: part.place.clone(),
                message,
            },
        ));
    }

    fn in_other_wave(&mut self, part: &Part, seen: &Seen) {
        let other = match seen.file {
            None => phrase("intake-the-book"),
            Some(file) if file == part.file => phrase("intake-the-same-file"),
            Some(file) => phrase("intake-the-file").with("file", self.names.get(file).cloned().unwrap_or_default()),
        };
        // What a person wrote line by line was meant; a folder or an option is easily the wrong one.
        let key = if part.wave_is_written {
            phrase("intake-note-shift-in-other-wave")
        } else {
            phrase("intake-shift-in-other-wave")
        };
        let message = key
            .with("staff", part.sheet.staff.as_str())
            .with("date", part.sheet.date.to_string())
            .with("wave", part.wave.label())
            .with("other-wave", seen.wave.label())
            .with("other", other);
        if part.wave_is_written {
            self.assembly.notes.push((part.file, message));
        } else {
            let place = part.place.clone();
            self.assembly.faults.push((part.file, Fault { place, message }));
        }
    }

    fn spelt_like_another(&mut self, part: &Part, codes: &mut Codes) {
        let staff = &part.sheet.staff;
        if let Some(other) = codes.add(staff) {
            self.note(
                part.file,
                phrase("intake-note-staff-case")
                    .with("staff", staff.as_str())
                    .with("other", other.as_str()),
            );
        }
    }

    fn count(&mut self, file: usize) {
        *self.assembly.sheets.entry(file).or_default() += 1;
    }

    fn note(&mut self, file: usize, note: Phrase) {
        self.assembly.notes.push((file, note));
    }

    /// Where a placed sheet comes from: its files, or the book.
    fn name(&self, placed: &Placed, except: Option<usize>) -> Phrase {
        let names: Vec<&str> = placed
            .files
            .iter()
            .filter(|file| Some(**file) != except)
            .filter_map(|file| self.names.get(*file))
            .map(String::as_str)
            .collect();
        if names.is_empty() && placed.before.is_none() {
            phrase("intake-the-same-file")
        } else if names.is_empty() {
            phrase("intake-the-book")
        } else {
            phrase("intake-the-file").with("file", names.join(", "))
        }
    }
}
