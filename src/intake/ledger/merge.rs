//! Puts the documents of all files together with those of the book.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::row::{Ledgered, What};
use crate::book::Change;
use crate::documents::{
    Counted, Document, DocumentId, DocumentMonth, Documents, LedgerFault, LedgerStep, Tally, is_same_name,
};
use crate::intake::order::{Fault, Known, Place};
use crate::intake::said::whereabouts;
use crate::intake::written::quoted;
use crate::office::Month;
use crate::phrase::{Phrase, phrase};

/// What the documents of all files make together.
#[derive(Debug, Default)]
pub struct LedgerMerged {
    /// Kinds of document, months and goals to keep.
    pub changes: Vec<Change>,
    /// What contradicts another file, each with the file that brought it.
    pub faults: Vec<(usize, Fault)>,
    /// New documents and what was replaced, each with its file.
    pub notes: Vec<(usize, Phrase)>,
    /// For each file the number of documents and months that it brings or changes.
    pub counts: BTreeMap<usize, usize>,
}

/// Where something was said: the file and the place in it.
type Spot = (usize, Place);

/// What tells one month from another.
type MonthKey = (DocumentId, Month);

/// The days that were counted of a document in a month.
#[derive(Default)]
struct Week {
    days: BTreeMap<NaiveDate, (Tally, Spot)>,
    first: Option<Spot>,
}

struct Merger<'a> {
    /// The ledger as the book has it.
    before: &'a Documents,
    /// The same with what was read so far.
    ledger: Documents,
    names: &'a [String],
    kinds: BTreeMap<DocumentId, (Document, Spot)>,
    months: BTreeMap<MonthKey, (DocumentMonth, Spot)>,
    goals: BTreeMap<MonthKey, (u32, Spot)>,
    weeks: BTreeMap<MonthKey, Week>,
    open_days: BTreeMap<Month, (u8, Spot)>,
    /// What each file speaks of.
    spoken: BTreeMap<usize, BTreeSet<(DocumentId, Option<Month>)>>,
    merged: LedgerMerged,
}

/// Puts lines together. `names` are the names of the files.
pub fn merge(lines: &[(usize, Ledgered)], known: &Known, names: &[String]) -> LedgerMerged {
    let before = known.ledger.documents;
    let mut merger = Merger {
        before,
        ledger: before.clone(),
        names,
        kinds: BTreeMap::new(),
        months: BTreeMap::new(),
        goals: BTreeMap::new(),
        weeks: BTreeMap::new(),
        open_days: BTreeMap::new(),
        spoken: BTreeMap::new(),
        merged: LedgerMerged::default(),
    };
    for (file, line) in lines {
        merger.line(*file, line);
    }
    merger.weeks();
    merger.finished()
}

impl Merger<'_> {
    fn line(&mut self, file: usize, line: &Ledgered) {
        let spot = (file, line.place.clone());
        let id = self.kind(line, &spot);
        let month = match &line.what {
            What::Kind => None,
            What::Month(counted) => {
                let month = counted.month;
                let counted = DocumentMonth {
                    document: id,
                    ..counted.clone()
                };
                match self.months.get(&(id, month)) {
                    Some((other, there)) if *other != counted => {
                        let (there, name) = (there.clone(), line.document.name.clone());
                        self.twice(&spot, &there, &name, &month.to_string());
                    }
                    _ => {
                        self.ledger = self.ledger.with(&self.ledger.counted(id, month, Some(counted.clone())));
                        self.months.insert((id, month), (counted, spot.clone()));
                    }
                }
                Some(month)
            }
            What::Goal(month, sheets) => {
                match self.goals.get(&(id, *month)) {
                    Some((other, there)) if other != sheets => {
                        let (there, name) = (there.clone(), line.document.name.clone());
                        self.twice(&spot, &there, &name, &month.to_string());
                    }
                    _ => {
                        self.ledger = self.ledger.with(&self.ledger.planned(id, *month, Some(*sheets)));
                        self.goals.insert((id, *month), (*sheets, spot.clone()));
                    }
                }
                Some(*month)
            }
            What::Day(day, tally, open_days) => {
                self.day((id, &line.document.name), (*day, *tally), *open_days, &spot);
                Some(Month::of(*day))
            }
        };
        self.spoken.entry(file).or_default().insert((id, month));
    }

    /// The number of the kind of document of a line; a new kind is given one.
    fn kind(&mut self, line: &Ledgered, spot: &Spot) -> DocumentId {
        let known = self.ledger.kind_named(&line.document.name).cloned();
        let Some(known) = known else {
            let id = self.ledger.next_number();
            let document = Document {
                id,
                ..line.document.clone()
            };
            self.ledger = self.ledger.with(&self.ledger.kept(document.clone()));
            self.kinds.insert(id, (document, spot.clone()));
            return id;
        };
        let id = known.id;
        let said = line.kind.said_of(&known);
        if said == known {
            return id;
        }
        if let Some((_, there)) = self.kinds.get(&id) {
            let message = phrase("ledgerin-kind-twice")
                .with("name", quoted(&known.name))
                .with("place", whereabouts(there.0, &there.1, self.names));
            self.fault(spot, message);
        } else {
            self.ledger = self.ledger.with(&self.ledger.kept(said.clone()));
            self.kinds.insert(id, (said, spot.clone()));
        }
        id
    }

    fn day(
        &mut self,
        (id, name): (DocumentId, &str),
        (day, tally): (NaiveDate, Tally),
        open_days: Option<u8>,
        spot: &Spot,
    ) {
        let month = Month::of(day);
        let week = self.weeks.entry((id, month)).or_default();
        week.first.get_or_insert_with(|| spot.clone());
        let other = week.days.get(&day).cloned();
        match other {
            Some((other, there)) if other != tally => self.twice(spot, &there, name, &day.to_string()),
            Some(_) => {}
            None => {
                week.days.insert(day, (tally, spot.clone()));
            }
        }
        let Some(open_days) = open_days else { return };
        match self.open_days.get(&month).cloned() {
            Some((other, there)) if other != open_days => {
                let message = phrase("ledgerin-open-days-twice")
                    .with("month", month.to_string())
                    .with("here", open_days)
                    .with("there", other)
                    .with("place", whereabouts(there.0, &there.1, self.names));
                self.fault(spot, message);
            }
            Some(_) => {}
            None => {
                self.open_days.insert(month, (open_days, spot.clone()));
            }
        }
    }

    /// Makes the days that were counted into their months.
    fn weeks(&mut self) {
        for ((id, month), week) in std::mem::take(&mut self.weeks) {
            let Some(spot) = week.first else { continue };
            let name = self.ledger.kind(id).map_or_else(String::new, |it| it.name.clone());
            let said = self.open_days.get(&month).map(|(days, _)| *days);
            let Some(open_days) = said.or_else(|| self.before.open_days(month)) else {
                self.fault(&spot, LedgerFault::NoOpenDays(month).phrase());
                continue;
            };
            let days = week.days.into_iter().map(|(day, (tally, _))| (day, tally)).collect();
            let counted = Counted::Week { days, open_days };
            let whole = self.months.get(&(id, month)).map(|(it, _)| it.counted.clone());
            // The month beside its days says the same, or nothing.
            if let Some(Counted::Month(whole)) = whole
                && !whole.is_empty()
                && whole != counted.tally()
            {
                let message = phrase("ledgerin-month-and-days")
                    .with("name", quoted(&name))
                    .with("month", month.to_string());
                self.fault(&spot, message);
                continue;
            }
            let after = match self.ledger.month(id, month) {
                Some(known) => DocumentMonth {
                    counted,
                    ..known.clone()
                },
                None => DocumentMonth {
                    document: id,
                    month,
                    medium: self.ledger.usual_medium(id, month),
                    counted,
                    minutes_per_piece: None,
                    reentries_per_piece: None,
                    minutes_per_reentry: None,
                },
            };
            if let Some(fault) = after.fault(&name) {
                self.fault(&spot, fault.phrase());
                continue;
            }
            self.ledger = self.ledger.with(&self.ledger.counted(id, month, Some(after)));
        }
        for (month, (open_days, spot)) in std::mem::take(&mut self.open_days) {
            self.ledger = self.ledger.with(&self.ledger.opened(month, open_days));
            let mut of_month = self.ledger.months.iter().filter(|it| it.month == month);
            let name = |it: &DocumentMonth| self.ledger.kind(it.document).map_or("", |kind| kind.name.as_str());
            let fault = of_month.find_map(|it| it.fault(name(it)));
            if let Some(fault) = fault.filter(|_| self.merged.faults.is_empty()) {
                self.fault(&spot, fault.phrase());
            }
        }
    }

    fn twice(&mut self, spot: &Spot, there: &Spot, name: &str, when: &str) {
        let message = phrase("ledgerin-twice")
            .with("name", quoted(name))
            .with("when", when)
            .with("place", whereabouts(there.0, &there.1, self.names));
        self.fault(spot, message);
    }

    fn fault(&mut self, spot: &Spot, message: Phrase) {
        let (file, place) = spot.clone();
        self.merged.faults.push((file, Fault { place, message }));
    }

    /// What has changed, and what each file has to do with it.
    fn finished(mut self) -> LedgerMerged {
        let steps = self.before.steps_to(&self.ledger);
        let mut changed: BTreeSet<(DocumentId, Option<Month>)> = BTreeSet::new();
        let mut replaced: BTreeSet<(DocumentId, Option<Month>)> = BTreeSet::new();
        for step in &steps {
            match step {
                LedgerStep::Kind { after, .. } => changed.extend(after.as_ref().map(|it| (it.id, None))),
                LedgerStep::Month { before, after } => {
                    changed.extend(after.as_ref().map(|it| (it.document, Some(it.month))));
                    replaced.extend(before.as_ref().map(|it| (it.document, Some(it.month))));
                }
                LedgerStep::Goal { before, after } => {
                    changed.extend(after.as_ref().map(|it| (it.document, Some(it.month))));
                    replaced.extend(before.as_ref().map(|it| (it.document, Some(it.month))));
                }
                LedgerStep::Settings { .. } => {}
            }
        }
        for (file, spoken) in &self.spoken {
            let months = spoken
                .iter()
                .filter(|it| it.1.is_some() && changed.contains(it))
                .count();
            let is_of_file = |id: &DocumentId| self.kinds.get(id).is_some_and(|(_, (own, _))| own == file);
            let kinds: Vec<&Document> = changed
                .iter()
                .filter(|(id, month)| month.is_none() && is_of_file(id))
                .filter_map(|(id, _)| self.ledger.kind(*id))
                .collect();
            let new: Vec<String> = kinds
                .iter()
                .filter(|it| self.before.kind(it.id).is_none())
                .map(|it| quoted(&it.name))
                .collect();
            let alone = kinds
                .iter()
                .filter(|kind| {
                    !spoken
                        .iter()
                        .any(|it| it.0 == kind.id && changed.contains(it) && it.1.is_some())
                })
                .count();
            self.merged.counts.insert(*file, months + alone);
            if !new.is_empty() {
                let note = phrase("ledgerin-note-new")
                    .with("count", new.len())
                    .with("names", new.join("、"));
                self.merged.notes.push((*file, note));
            }
            for kind in kinds.iter().filter(|it| self.before.kind(it.id).is_some()) {
                let note = phrase("ledgerin-note-kind").with("name", quoted(&kind.name));
                self.merged.notes.push((*file, note));
            }
            let count = spoken.iter().filter(|it| replaced.contains(it)).count();
            if count > 0 {
                let note = phrase("ledgerin-note-replaced").with("count", count);
                self.merged.notes.push((*file, note));
            }
        }
        let similar = self.kinds.values().filter(|(it, _)| self.before.kind(it.id).is_none());
        for (new, (file, _)) in similar {
            let near = self.before.kinds.iter().find(|it| is_nearly(&it.name, &new.name));
            if let Some(near) = near {
                let note = phrase("ledgerin-note-similar")
                    .with("name", quoted(&new.name))
                    .with("other", quoted(&near.name));
                self.merged.notes.push((*file, note));
            }
        }
        self.merged.changes = steps.into_iter().map(Change::from).collect();
        self.merged
    }
}

/// Whether one name of a document is the beginning of another: 介護記録 and 介護記録表.
fn is_nearly(one: &str, other: &str) -> bool {
    let shorter = one.chars().count().min(other.chars().count());
    let begin = |name: &str| name.chars().take(shorter).collect::<String>();
    shorter >= 3 && is_same_name(&begin(one), &begin(other))
}
