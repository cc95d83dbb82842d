//! One line of a table of documents.

use chrono::NaiveDate;

use super::Ledger;
use super::headings::Column;
use crate::documents::{
    Document, DocumentDraft, DocumentGroup, DocumentMonth, Documents, DraftFault, FactUse, LedgerField, MonthDraft,
    Storage, Tally, TallyDraft, Why, document_group, document_storage, facts_said, ledger_count,
};
use crate::intake::calendar::complete;
use crate::intake::order::{Fault, Place};
use crate::intake::part::Source;
use crate::intake::rows::Field;
use crate::intake::written::date::written_date;
use crate::intake::written::quoted;
use crate::office::{Month, is_missing, printable};
use crate::phrase::{Phrase, phrase};

/// What a line says of the kind of document itself; what stands blank stays as it is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct KindSaid {
    group: Option<DocumentGroup>,
    storage: Option<Storage>,
    keep_years: Option<u8>,
    facts: Option<Vec<FactUse>>,
}

impl KindSaid {
    /// The kind of document as it is after this was said.
    pub fn said_of(&self, document: &Document) -> Document {
        let document = document.clone();
        Document {
            group: self.group.unwrap_or(document.group),
            storage: self.storage.unwrap_or(document.storage),
            keep_years: self.keep_years.or(document.keep_years),
            facts: self.facts.clone().unwrap_or(document.facts),
            ..document
        }
    }
}

/// What a line says was counted or planned.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// Nothing: the line is of the kind of document alone.
    Kind,
    /// What it took in a month; its number counts for nothing yet.
    Month(DocumentMonth),
    /// How many sheets it is to take in a month.
    Goal(Month, u32),
    /// What was counted on a day, and on how many days of the month the office is open.
    Day(NaiveDate, Tally, Option<u8>),
}

/// A line, or a part of one, as a file has it.
#[derive(Debug, Clone)]
pub struct Ledgered {
    /// Where it stands.
    pub place: Place,
    /// The kind of document as it is to stand; its number is that of the book, or counts for nothing yet.
    pub document: Document,
    /// What it says of that kind.
    pub kind: KindSaid,
    /// What was counted.
    pub what: What,
}

pub struct Row<'a> {
    pub columns: &'a [Option<Column>],
    pub line: &'a [Field],
    pub known: &'a Ledger<'a>,
    pub source: &'a Source,
    pub faults: Vec<Fault>,
    pub notes: Vec<Phrase>,
}

impl Row<'_> {
    fn field(&self, field: LedgerField) -> Option<&Field> {
        let at = self.columns.iter().position(|it| *it == Some(Column::Of(field)))?;
        self.line.get(at).filter(|field| !is_missing(&field.text))
    }

    fn text(&self, field: LedgerField) -> String {
        self.field(field).map_or_else(String::new, |field| field.text.clone())
    }

    /// Where a field of the line is, or the line.
    fn place(&self, field: LedgerField) -> Place {
        let at = self.columns.iter().position(|it| *it == Some(Column::Of(field)));
        let field = at.and_then(|at| self.line.get(at));
        field
            .or_else(|| self.line.first())
            .map_or(Place::File, |field| field.place.clone())
    }

    fn fault(&mut self, field: LedgerField, message: Phrase) {
        let place = self.place(field);
        self.faults.push(Fault { place, message });
    }

    fn refuse(&mut self, fault: &DraftFault) {
        self.fault(fault.field, fault.phrase());
    }

    fn take<T>(&mut self, read: Result<T, DraftFault>) -> Option<T> {
        read.map_err(|fault| self.refuse(&fault)).ok()
    }

    fn take_all<T>(&mut self, read: Result<T, Vec<DraftFault>>) -> Option<T> {
        read.map_err(|faults| faults.iter().for_each(|fault| self.refuse(fault)))
            .ok()
    }

    fn has(&self, field: LedgerField) -> bool {
        self.columns.contains(&Some(Column::Of(field)))
    }

    fn is_filled(&self, field: LedgerField) -> bool {
        self.field(field).is_some()
    }

    /// What the line says; nothing where nobody has filled it in. `ground` is the ledger with the lines above.
    pub fn read(&mut self, ground: &mut Documents) -> Vec<Ledgered> {
        let draft = MonthDraft {
            medium: self.text(LedgerField::Medium),
            tally: TallyDraft {
                pieces: self.text(LedgerField::Pieces),
                sheets: self.text(LedgerField::Sheets),
                copies: self.text(LedgerField::Copies),
            },
            minutes_per_piece: self.text(LedgerField::MinutesPerPiece),
            reentries: self.text(LedgerField::Reentries),
            minutes_per_reentry: self.text(LedgerField::MinutesPerReentry),
        };
        let has_goal = self.is_filled(LedgerField::Goal);
        let is_counted = !draft.is_blank() || has_goal;
        let (has_day, has_month) = (self.is_filled(LedgerField::Day), self.is_filled(LedgerField::Month));
        if !self.is_filled(LedgerField::Name) {
            if is_counted {
                self.refuse(&DraftFault::new(LedgerField::Name, Why::Missing));
            }
            return Vec::new();
        }
        let kind = self.kind();
        let name = printable(&self.text(LedgerField::Name)).trim().to_owned();
        let known = ground.kind_named(&name).cloned();
        // The sheet that is handed out names documents that an office may not have: they are its own once they are counted.
        if known.is_none() && !is_counted && (has_day || has_month) {
            return Vec::new();
        }
        let Some(document) = self.document(known, &name, &kind, ground) else {
            return Vec::new();
        };
        *ground = ground.with(&ground.kept(document.clone()));
        let place = self.place(LedgerField::Name);
        let said = |what| Ledgered {
            place: place.clone(),
            document: document.clone(),
            kind: kind.clone(),
            what,
        };
        if !is_counted {
            return vec![said(What::Kind)];
        }
        if has_day {
            return self.day(&draft).map(said).into_iter().collect();
        }
        let Some(month) = self.month() else {
            return Vec::new();
        };
        let goal = ledger_count(LedgerField::Goal, &self.text(LedgerField::Goal));
        let goal = self.take(goal).flatten().map(|sheets| What::Goal(month, sheets));
        let counted = self.take_all(draft.read(document.id, month, ground)).flatten();
        if let Some(counted) = &counted {
            *ground = ground.with(&ground.counted(document.id, month, Some(counted.clone())));
        }
        counted.map(What::Month).into_iter().chain(goal).map(said).collect()
    }

    /// What the line says of the kind of document itself.
    fn kind(&mut self) -> KindSaid {
        let group = document_group(&self.text(LedgerField::Group));
        let storage = document_storage(&self.text(LedgerField::Storage));
        let keep_years = ledger_count(LedgerField::KeepYears, &self.text(LedgerField::KeepYears));
        let facts = self.field(LedgerField::Facts).map(|field| field.text.clone());
        let facts = facts.map(|written| facts_said(&written, self.known.facts));
        KindSaid {
            group: self.take(group).flatten(),
            storage: self.take(storage).flatten(),
            keep_years: self.take(keep_years).flatten().and_then(|it| u8::try_from(it).ok()),
            facts: facts.and_then(|facts| self.take(facts)),
        }
    }

    /// The kind of document of the line: that of the ledger, else a common one of this name, else one of the office's own.
    fn document(
        &mut self,
        known: Option<Document>,
        name: &str,
        kind: &KindSaid,
        ground: &Documents,
    ) -> Option<Document> {
        if let Some(known) = known {
            return Some(kind.said_of(&known));
        }
        let is_it = |name: &str, other: &str| crate::documents::is_same_name(name, other);
        let offer = self
            .known
            .offers
            .iter()
            .find(|it| is_it(&it.name.ja, name) || is_it(&it.name.en, name));
        let draft = match offer {
            Some(offer) => DocumentDraft::of_offer(offer, name),
            None => DocumentDraft {
                name: name.to_owned(),
                ..DocumentDraft::default()
            },
        };
        let mut document = self.take_all(draft.read(ground.next_number(), ground))?;
        // A table that has a column for it says that there is nothing.
        if self.has(LedgerField::KeepYears) {
            document.keep_years = None;
        }
        if self.has(LedgerField::Facts) {
            document.facts.clear();
        }
        Some(kind.said_of(&document))
    }

    /// The month of the line; a spreadsheet makes its first day of it.
    fn month(&mut self) -> Option<Month> {
        let written = self.text(LedgerField::Month);
        if written.is_empty() {
            self.refuse(&DraftFault::new(LedgerField::Month, Why::Missing));
            return None;
        }
        let of_day = || {
            let day = written_date(&written).ok().flatten()?;
            Month::new(day.year?, day.month)
        };
        let month = Month::parse(&written).or_else(of_day);
        if month.is_none() {
            self.refuse(&DraftFault::new(LedgerField::Month, Why::NoMonth(written)));
        }
        month
    }

    fn day(&mut self, draft: &MonthDraft) -> Option<What> {
        let open_days = ledger_count(LedgerField::OpenDays, &self.text(LedgerField::OpenDays));
        let open_days = self.take(open_days).flatten().and_then(|it| u8::try_from(it).ok());
        for field in [
            LedgerField::MinutesPerPiece,
            LedgerField::Reentries,
            LedgerField::MinutesPerReentry,
            LedgerField::Goal,
        ] {
            if self.is_filled(field) {
                let message = phrase("ledgerin-of-month").with("field", field.phrase());
                self.fault(field, message);
            }
        }
        let tally = self.take_all(draft.tally.read()).flatten();
        let written = self.text(LedgerField::Day);
        match self.date(&written) {
            Ok(day) => Some(What::Day(day, tally?, open_days)),
            Err(message) => {
                self.fault(LedgerField::Day, message);
                None
            }
        }
    }

    fn date(&mut self, written: &str) -> Result<NaiveDate, Phrase> {
        let wrong = || phrase("intake-bad-date").with("written", quoted(written));
        let read = written_date(written).ok().flatten().ok_or_else(wrong)?;
        let name_date = self.source.name_date.filter(|_| read.year.is_none());
        let source = Source {
            name_date,
            ..*self.source
        };
        let dated = complete(read, true, &source)?;
        self.notes.extend(dated.notes);
        Ok(dated.date)
    }
}
