//! Puts the figures of all files together with those of the book.

use std::collections::{BTreeMap, BTreeSet};

use super::Figured;
use crate::book::Change;
use crate::effect::{Measurement, MeasurementKey, Subject};
use crate::intake::order::{Fault, Known, Place};
use crate::intake::said::whereabouts;
use crate::office::{KeyList, ResidentCode, StaffCode};
use crate::phrase::{Phrase, phrase};

/// What the figures of all files make together.
#[derive(Debug, Default)]
pub struct Merged {
    /// Figures to keep.
    pub changes: Vec<Change>,
    /// Figures that say something else than another file or the book, each with the file that brought it.
    pub faults: Vec<(usize, Fault)>,
    /// What the book has already, each with its file.
    pub notes: Vec<(usize, Phrase)>,
    /// For each file the number of figures that it brings.
    pub counts: BTreeMap<usize, usize>,
}

/// Puts figures together. `names` are the names of the files; a figure of the book is changed only with `replace`.
pub fn merge(figures: &[(usize, Figured)], known: &Known, replace: bool, names: &[String]) -> Merged {
    let in_book: BTreeMap<&MeasurementKey, &Measurement> =
        known.entered.measurements.iter().map(|it| (&it.key, it)).collect();
    let mut merged = Merged::default();
    let mut seen: BTreeMap<&MeasurementKey, (usize, &Figured)> = BTreeMap::new();
    let mut known_before: BTreeMap<usize, usize> = BTreeMap::new();
    let mut replaced: BTreeMap<usize, usize> = BTreeMap::new();
    for (file, figured) in figures {
        let measurement = &figured.measurement;
        let other = seen.get(&measurement.key);
        if let Some((other_file, other)) = other {
            if other.measurement != *measurement {
                let message = phrase("entering-twice")
                    .with("figure", text(measurement))
                    .with("other", text(&other.measurement))
                    .with("place", whereabouts(*other_file, &other.place, names));
                merged.fault(*file, &figured.place, message);
            }
            continue;
        }
        seen.insert(&measurement.key, (*file, figured));
        match in_book.get(&measurement.key) {
            Some(before) if *before == measurement => {
                *known_before.entry(*file).or_default() += 1;
                continue;
            }
            Some(before) if !replace => {
                let message = phrase("entering-differs")
                    .with("figure", text(measurement))
                    .with("book", text(before));
                merged.fault(*file, &figured.place, message);
                continue;
            }
            Some(_) => *replaced.entry(*file).or_default() += 1,
            None => {}
        }
        let before = in_book.get(&measurement.key).map(|before| Box::new((*before).clone()));
        merged.changes.push(Change::MeasurementKept {
            before,
            after: Some(Box::new(measurement.clone())),
        });
        *merged.counts.entry(*file).or_default() += 1;
    }
    let notes = known_before
        .into_iter()
        .map(|(file, count)| (file, phrase("entering-note-known").with("count", count)));
    let replaced = replaced
        .into_iter()
        .map(|(file, count)| (file, phrase("entering-note-replaced").with("count", count)));
    merged.notes.extend(notes.chain(replaced));
    merged
}

/// A figure as it is written: `12.5`, `7/20`.
fn text(measurement: &Measurement) -> String {
    match measurement.of {
        Some(of) => format!("{}/{of}", measurement.value),
        None => measurement.value.to_string(),
    }
}

impl Merged {
    fn fault(&mut self, file: usize, place: &Place, message: Phrase) {
        let place = place.clone();
        self.faults.push((file, Fault { place, message }));
    }
}

/// The person of whom a figure is, spelt as a member of staff also where it is a resident.
pub fn person(figure: &Measurement) -> Option<StaffCode> {
    match &figure.key.subject {
        Subject::Office => None,
        Subject::Staff(code) => Some(code.clone()),
        Subject::Resident(code) => StaffCode::parse(code.as_str()).ok(),
    }
}

/// Puts a code in the place of a name.
pub fn put_code(figure: &mut Measurement, keys: &KeyList, people: &mut BTreeSet<StaffCode>) {
    if !figure.key.subject.looks_like_name() {
        return;
    }
    let Some(code) = person(figure).and_then(|name| keys.code_of(&name)) else {
        return;
    };
    let subject = match figure.key.subject {
        Subject::Resident(_) => ResidentCode::parse(code.as_str()).ok().map(Subject::Resident),
        _ => Some(Subject::Staff(code.clone())),
    };
    if let Some(subject) = subject {
        people.insert(code.clone());
        figure.key.subject = subject;
    }
}
