//! Slips that went as data (ケアプランデータ連携の標準CSV): counted, and nothing personal kept.
//!
//! Each user becomes a hash that holds a salt of the book; names are never read. Messages name lines and fields, and never
//! say what stands in them.

mod merge;
mod name;

use std::collections::BTreeSet;
use std::path::Path;

use chrono::{Datelike, Days, NaiveDateTime};
use csv::{ReaderBuilder, StringRecord};

pub use merge::{Counted, merge};

use self::name::{Named, SlipName, month_of, named};
use super::decode::decode;
use super::order::{Fault, Known};
use super::part::Reading;
use crate::book::fingerprint;
use crate::documents::{OfficeNumber, SlipCount, SlipKey, SlipKind};
use crate::office::Month;
use crate::phrase::{Phrase, phrase};

/// Fields of a line of slips.
const FIELDS: usize = 25;
/// Places of the fields that are looked at, from 0: insurer, insured, month, planner's office, provider's office.
const INSURER: usize = 1;
const INSURED: usize = 2;
const MONTH: usize = 4;
const PLANNER: usize = 5;
const PROVIDER: usize = 19;
/// So many months ahead of the day on which it was made a plan may be.
const MONTHS_AHEAD: i32 = 12;

/// What a book knows of slips already.
#[derive(Debug, Clone, Copy, Default)]
pub struct Exchanged<'a> {
    /// What was counted before.
    pub counts: &'a [SlipCount],
    /// What is mixed into the hashes of users.
    pub salt: &'a str,
    /// The present moment; a file from the future is refused. `None`: nobody asks.
    pub now: Option<NaiveDateTime>,
}

/// Whether a file has a name of the linkage.
pub fn is_named(path: &Path) -> bool {
    named(path).is_some()
}

/// What tells this file from others beside its bytes: the month and the offices stand in its name.
pub fn telling_name(path: &Path) -> Option<String> {
    is_named(path).then(|| super::order::file_name(path).to_ascii_uppercase())
}

/// Reads a file by its name and its lines.
pub fn read(path: &Path, bytes: &[u8], known: &Known) -> Reading {
    let mut reading = Reading {
        // Months stand in the files themselves.
        names_waves: true,
        ..Reading::default()
    };
    match named(path) {
        Some(Named::Slips(name)) => {
            let mut file = File::new(name, known);
            file.read(bytes);
            reading.rows = file.rows;
            reading.notes = std::mem::take(&mut file.notes);
            reading.faults = std::mem::take(&mut file.faults);
            reading.slips = file.count().into_iter().collect();
        }
        Some(Named::Other) => reading.notes.push(phrase("linkage-in-note-other")),
        Some(Named::Broken(message)) => reading.faults.push(Fault::file(message)),
        None => reading.faults.push(Fault::file(phrase("linkage-in-name-form"))),
    }
    reading
}

/// One file of slips while it is read.
struct File<'a> {
    name: SlipName,
    exchanged: Exchanged<'a>,
    /// The month of the name, or of its first line.
    month: Option<Month>,
    users: BTreeSet<String>,
    rows: usize,
    faults: Vec<Fault>,
    notes: Vec<Phrase>,
}

impl<'a> File<'a> {
    fn new(name: SlipName, known: &Known<'a>) -> Self {
        let mut file = Self {
            month: name.month,
            exchanged: known.exchanged,
            users: BTreeSet::new(),
            rows: 0,
            faults: Vec::new(),
            notes: Vec::new(),
            name,
        };
        file.check_name(known);
        file
    }

    fn refuse(&mut self, message: Phrase) {
        self.faults.push(Fault::file(message));
    }

    fn check_name(&mut self, known: &Known) {
        if self.name.from == self.name.to {
            self.refuse(phrase("linkage-in-same-office"));
        }
        let own = known.office.number.as_deref().and_then(OfficeNumber::parse);
        match own {
            Some(own) if own != self.name.from && own != self.name.to => {
                self.refuse(phrase("linkage-in-not-ours").with("number", own.as_str()));
            }
            Some(_) => {}
            None => self.notes.push(phrase("linkage-in-note-no-number")),
        }
        let latest = self.exchanged.now.and_then(|now| now.checked_add_days(Days::new(1)));
        if latest.is_some_and(|latest| self.name.made > latest) {
            self.refuse(phrase("linkage-in-made-later"));
        }
    }

    /// Whether slips of a month can have been made when the name says.
    fn is_likely(&self, month: Month) -> bool {
        let made = self.name.made.date();
        let ahead = (month.year() - made.year()) * 12 + i32::try_from(month.number()).unwrap_or(0)
            - i32::try_from(made.month()).unwrap_or(0);
        match self.name.kind {
            SlipKind::Planned => ahead <= MONTHS_AHEAD,
            SlipKind::Done => ahead <= 0,
        }
    }

    fn read(&mut self, bytes: &[u8]) {
        let decoded = match decode(bytes) {
            Ok(decoded) => decoded,
            Err(message) => return self.refuse(message),
        };
        let mut lines = ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .from_reader(decoded.text.as_bytes());
        let unreadable = decoded.faults.into_iter().map(|fault| Fault {
            message: phrase("linkage-in-bytes"),
            ..fault
        });
        self.faults.extend(unreadable);
        let mut record = StringRecord::new();
        while lines.read_record(&mut record).unwrap_or(false) {
            let line = record.position().map_or(1, csv::Position::line);
            self.rows += 1;
            if !decoded.faulty_lines.contains(&line)
                && let Err(message) = self.line(&record)
            {
                self.faults.push(Fault::line(line, message));
            }
        }
        if self.rows == 0 {
            self.refuse(phrase("linkage-in-empty"));
        }
        match self.month {
            Some(month) if !self.is_likely(month) => {
                let message = match self.name.kind {
                    SlipKind::Planned => phrase("linkage-in-far-plan").with("months", MONTHS_AHEAD),
                    SlipKind::Done => phrase("linkage-in-early-result"),
                };
                self.refuse(message.with("month", month.to_string()));
            }
            _ => {}
        }
    }

    fn line(&mut self, record: &StringRecord) -> Result<(), Phrase> {
        if record.len() != FIELDS {
            return Err(phrase("linkage-in-fields")
                .with("fields", record.len())
                .with("expected", FIELDS));
        }
        let field = |place: usize| record.get(place).unwrap_or_default().trim();
        let (insurer, insured) = (field(INSURER), field(INSURED));
        let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_alphanumeric());
        if !is_number(insurer) || insurer.len() > 8 {
            return Err(wrong(INSURER));
        }
        if !is_number(insured) || insured.len() != 10 {
            return Err(wrong(INSURED));
        }
        let month = month_of(field(MONTH)).ok_or_else(|| wrong(MONTH))?;
        let planner = OfficeNumber::parse(field(PLANNER)).ok_or_else(|| wrong(PLANNER))?;
        let provider = match field(PROVIDER) {
            "" => None,
            number => Some(OfficeNumber::parse(number).ok_or_else(|| wrong(PROVIDER))?),
        };
        match self.month {
            None => {
                self.month = Some(month);
                self.notes
                    .push(phrase("linkage-in-note-month").with("month", month.to_string()));
            }
            Some(expected) if expected != month => {
                let key = if self.name.month.is_some() {
                    "linkage-in-month"
                } else {
                    "linkage-in-two-months"
                };
                return Err(message_of_months(key, month, expected));
            }
            Some(_) => {}
        }
        let is_here = |number: &OfficeNumber| *number == self.name.from || *number == self.name.to;
        if !is_here(&planner) && !provider.as_ref().is_some_and(is_here) {
            return Err(phrase("linkage-in-other-offices"));
        }
        let user = format!("{} {insurer} {insured}", self.exchanged.salt);
        self.users.insert(fingerprint(user.as_bytes()));
        Ok(())
    }

    /// What was counted; nothing where something is wrong.
    fn count(self) -> Option<SlipCount> {
        let name = self.name;
        Some(SlipCount {
            key: SlipKey {
                month: self.month?,
                kind: name.kind,
                from: name.from,
                to: name.to,
                from_service: name.from_service,
                to_service: name.to_service,
            },
            made: name.made.format("%Y%m%d%H%M%S").to_string(),
            users: self.users,
        })
    }
}

/// A field that is not as it should be, by its number from 1; what stands there is nobody's business.
fn wrong(place: usize) -> Phrase {
    let key = match place {
        INSURER => "linkage-in-insurer",
        INSURED => "linkage-in-insured",
        MONTH => "linkage-in-month-field",
        _ => "linkage-in-office-field",
    };
    phrase(key).with("field", place + 1)
}

fn message_of_months(key: &'static str, month: Month, expected: Month) -> Phrase {
    phrase(key)
        .with("month", month.to_string())
        .with("expected", expected.to_string())
}
