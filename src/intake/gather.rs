//! Reads the files of an order and tells what they change.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use super::answers::Answered;
use super::assemble::{Assembly, assemble};
use super::figures::{self, Figured, Merged};
use super::ledger::{self, LedgerMerged, Ledgered};
use super::limits;
use super::notices::Noticed;
use super::order::{Fault, FileOutcome, Gathered, IntakeError, Known, Listener, Order, Progress, Status, file_name};
use super::part::{Part, Source};
use super::recognise::{self, Refusal};
use super::said::{self, Said};
use super::slips::{self, Counted};
use super::walk::{Found, ends_with, walk};
use super::written::date::date_in_name;
use crate::book::{Change, FileRead, fingerprint};
use crate::documents::SlipCount;
use crate::office::{KeyList, Office, Role, StaffCode, Unit};
use crate::phrase::{Phrase, phrase};
use crate::worktime::Wave;

/// Codes that are put in the place of staff IDs that look like names.
#[derive(Debug)]
pub struct Coding<'a> {
    /// Which code stands for which name; new names are added.
    pub keys: &'a mut KeyList,
    /// The leader's file of these codes; in a folder that is read it is passed over.
    pub file: &'a Path,
    /// Codes of people of whom the book has no sheet yet.
    pub taken: BTreeSet<StaffCode>,
}

/// Reads files and folders and gathers what they change in the book.
///
/// A file is taken whole or not at all, and nothing is taken when one is refused, unless the order says to keep going.
/// Nothing is written here.
pub fn gather(order: &Order, known: &Known, progress: Listener) -> Result<Gathered, IntakeError> {
    gather_coded(order, known, None, progress)
}

/// The same with codes in the place of names: in what is gathered no such name is left.
pub fn gather_coded(
    order: &Order,
    known: &Known,
    coding: Option<Coding>,
    progress: Listener,
) -> Result<Gathered, IntakeError> {
    let mut found = walk(order.paths);
    if let Some(key_file) = coding.as_ref().and_then(|coding| fs::canonicalize(coding.file).ok()) {
        found.retain(|file| file.named || fs::canonicalize(&file.path).ok().as_ref() != Some(&key_file));
    }
    if found.is_empty() {
        return Err(IntakeError::NothingToRead {
            path: order.paths.first().cloned(),
        });
    }
    let mut reader = FileReader {
        order,
        known,
        seen: BTreeSet::new(),
    };
    let total = found.len();
    let mut files: Vec<File> = Vec::with_capacity(total);
    for (done, file) in found.into_iter().enumerate() {
        let step = Progress {
            done,
            total,
            path: file.path.clone(),
        };
        if progress(step).is_break() {
            return Err(IntakeError::Cancelled);
        }
        files.extend(reader.file(file, files.len()));
    }
    match coding {
        Some(coding) => coded(&mut files, coding, known),
        None => files.iter_mut().for_each(point_out_names),
    }
    Ok(settle(files, order, known))
}

/// Notes the staff IDs of a file that look like names.
fn point_out_names(file: &mut File) {
    let names: BTreeSet<StaffCode> = file.people().filter(StaffCode::looks_like_name).collect();
    if let Some(first) = names.first() {
        let note = phrase("intake-note-staff-name")
            .with("staff", first.as_str())
            .with("count", names.len());
        add(&mut file.outcome.notes, note);
    }
}

/// Puts codes in the place of names before anything is compared with the book.
fn coded(files: &mut [File], coding: Coding, known: &Known) {
    let keys = coding.keys;
    let good = |file: &&mut File| file.outcome.status == Status::Accepted;
    let read: BTreeSet<StaffCode> = files
        .iter_mut()
        .filter(good)
        .flat_map(|file| file.people().collect::<Vec<_>>())
        .collect();
    let (names, codes): (BTreeSet<StaffCode>, BTreeSet<StaffCode>) =
        read.into_iter().partition(StaffCode::looks_like_name);
    let taken = codes
        .into_iter()
        .chain(coding.taken)
        .chain(known.sheets.iter().map(|(_, sheet)| sheet.staff.clone()))
        .chain(known.issues.responses.iter().filter_map(|it| it.staff.clone()))
        .chain(known.entered.measurements.iter().filter_map(figures::person))
        .collect();
    for name in &names {
        keys.assign(name, &taken);
    }
    for file in files.iter_mut().filter(good) {
        let mut people = BTreeSet::new();
        for part in &mut file.parts {
            let sheet = &mut part.sheet;
            put_code(&mut sheet.staff, keys, &mut people);
            sheet.note = keys.hide_in_words(&sheet.note);
            hide_in_place(&mut sheet.role, &mut sheet.unit, keys);
        }
        for answered in &mut file.responses {
            let response = &mut answered.response;
            if let Some(staff) = &mut response.staff {
                put_code(staff, keys, &mut people);
            }
            hide_in_place(&mut response.role, &mut response.unit, keys);
        }
        for Noticed { notice } in &mut file.notices {
            for words in [&mut notice.what, &mut notice.when, &mut notice.place] {
                *words = keys.hide_in_words(words);
            }
            hide_in_place(&mut notice.role, &mut notice.unit, keys);
        }
        for figured in &mut file.figures {
            figures::put_code(&mut figured.measurement, keys, &mut people);
        }
        if let Some(read) = &mut file.read {
            read.name = keys.hide_in_file_name(&read.name);
        }
        if !people.is_empty() {
            let note = phrase("intake-note-staff-coded").with("count", people.len());
            add(&mut file.outcome.notes, note);
        }
    }
}

/// Puts a code in the place of a name.
fn put_code(staff: &mut StaffCode, keys: &KeyList, people: &mut BTreeSet<StaffCode>) {
    if staff.looks_like_name()
        && let Some(code) = keys.code_of(staff)
    {
        people.insert(code.clone());
        *staff = code.clone();
    }
}

/// Puts codes in the place of names in what is said of role and unit.
fn hide_in_place(role: &mut Option<Role>, unit: &mut Option<Unit>, keys: &KeyList) {
    let hidden = role.take().map(|role| keys.hide_in_words(role.as_str()));
    *role = hidden.and_then(|role| Role::parse(&role).ok());
    let hidden = unit.take().map(|unit| keys.hide_in_words(unit.as_str()));
    *unit = hidden.and_then(|unit| Unit::parse(&unit).ok());
}

/// A file on its way to being an outcome.
struct File {
    outcome: FileOutcome,
    parts: Vec<Part>,
    responses: Vec<Answered>,
    notices: Vec<Noticed>,
    figures: Vec<Figured>,
    slips: Vec<SlipCount>,
    ledger: Vec<Ledgered>,
    office: Option<String>,
    read: Option<FileRead>,
}

struct FileReader<'a> {
    order: &'a Order<'a>,
    known: &'a Known<'a>,
    /// Fingerprint and wave of the files of this order.
    seen: BTreeSet<(String, Option<Wave>)>,
}

impl FileReader<'_> {
    /// Reads a file; nothing for a text in a folder that has nothing to do with this program.
    fn file(&mut self, found: Found, index: usize) -> Option<File> {
        let mut file = File {
            outcome: FileOutcome {
                path: found.path,
                kind: None,
                status: Status::Accepted,
                sheets: 0,
                responses: 0,
                notices: 0,
                figures: 0,
                slips: 0,
                documents: 0,
                rows: 0,
                faults: found.fault.into_iter().collect(),
                notes: Vec::new(),
                unmapped: Vec::new(),
                headings: Vec::new(),
                asks_questionnaire: false,
                questionnaire: None,
            },
            parts: Vec::new(),
            responses: Vec::new(),
            notices: Vec::new(),
            figures: Vec::new(),
            slips: Vec::new(),
            ledger: Vec::new(),
            office: None,
            read: None,
        };
        if file.outcome.faults.is_empty()
            && let Err(refusal) = self.read(&mut file, index)
        {
            if refusal.is_foreign && !found.named && ends_with(&file.outcome.path, &["txt"]) {
                return None;
            }
            file.outcome.kind = refusal.kind;
            file.outcome.faults.push(Fault::file(refusal.message));
        }
        if !file.outcome.faults.is_empty() {
            file.outcome.status = Status::Refused;
        }
        Some(file)
    }

    /// By what a file is known again: the same bytes read as another person's work are another file.
    fn print(&self, path: &Path, bytes: &[u8]) -> String {
        match (&self.order.foreign.staff, slips::telling_name(path)) {
            (_, Some(name)) => fingerprint(format!("{} {name}", fingerprint(bytes)).as_bytes()),
            (None, None) => fingerprint(bytes),
            (Some(staff), None) => fingerprint(format!("{} {staff}", fingerprint(bytes)).as_bytes()),
        }
    }

    fn read(&mut self, file: &mut File, index: usize) -> Result<(), Refusal> {
        let path = &file.outcome.path;
        let bytes = recognise::bytes_of(path)?;
        let print = self.print(path, &bytes);
        let folder = if self.order.wave.is_some() {
            None
        } else {
            wave_of_folder(path)
        };
        let source = Source {
            file: index,
            wave: self.order.wave.or(folder.as_ref().map(|(wave, _)| *wave)),
            wave_is_ordered: self.order.wave.is_some(),
            year: self.order.year,
            name_date: path.file_stem().and_then(|stem| date_in_name(&stem.to_string_lossy())),
        };
        let is_known = (self.known.has_file)(&print, source.wave)
            || (!source.wave_is_ordered && (self.known.has_file)(&print, None));
        if is_known || !self.seen.insert((print.clone(), source.wave)) {
            file.outcome.status = Status::Unchanged;
            file.outcome.kind = Some(recognise::kind_of_known(path, &bytes, self.order, self.known));
            file.outcome.notes.push(phrase("intake-note-read-before"));
            return Ok(());
        }
        let (kind, reading) = recognise::read(path, &bytes, self.order, self.known, &source)?;
        let wave = source.wave.filter(|_| !reading.names_waves);
        // What names its rounds itself, or has none, is the same reading whatever wave was ordered.
        let is_known = source.wave_is_ordered && (self.known.has_file)(&print, None);
        let is_again = source.wave.is_some() && !self.seen.insert((print.clone(), None));
        if reading.names_waves && (is_known || is_again) {
            file.outcome.status = Status::Unchanged;
            file.outcome.kind = Some(kind);
            file.outcome.notes.push(phrase("intake-note-read-before"));
            return Ok(());
        }
        file.read = Some(FileRead {
            fingerprint: print,
            name: file_name(path),
            kind: kind.id().to_owned(),
            wave,
        });
        file.parts = reading.parts;
        file.responses = reading.responses;
        file.notices = reading.notices;
        file.figures = reading.figures;
        file.slips = reading.slips;
        file.ledger = reading.ledger;
        file.office = reading.office;
        let outcome = &mut file.outcome;
        outcome.kind = Some(kind);
        outcome.rows = reading.rows;
        outcome.faults = reading.faults;
        outcome.unmapped = reading.unmapped;
        outcome.headings = reading.headings;
        outcome.asks_questionnaire = reading.asks_questionnaire;
        outcome.questionnaire = reading.questionnaire;
        if let Some((wave, name)) = folder.filter(|_| wave.is_some()) {
            outcome.notes.push(
                phrase("intake-note-wave-of-folder")
                    .with("wave", wave.label())
                    .with("folder", name),
            );
        }
        for note in reading.notes {
            add(&mut outcome.notes, note);
        }
        if outcome.faults.len() > limits::FAULTS {
            let more = outcome.faults.len() - limits::FAULTS;
            outcome.faults.truncate(limits::FAULTS);
            outcome
                .faults
                .push(Fault::file(phrase("intake-more-faults").with("count", more)));
        }
        Ok(())
    }
}

/// Adds a note unless it was said already.
fn add(notes: &mut Vec<Phrase>, note: Phrase) {
    if !notes.contains(&note) {
        notes.push(note);
    }
}

/// The wave that the nearest folder's name tells, with that name.
fn wave_of_folder(path: &Path) -> Option<(Wave, String)> {
    let by_name = |path: &Path| {
        path.ancestors().skip(1).find_map(|folder| {
            let name = file_name(folder);
            Wave::parse(&name).map(|wave| (wave, name))
        })
    };
    // A path such as `./S001.xlsx` does not show the folder in which it lies.
    by_name(path).or_else(|| by_name(&fs::canonicalize(path).ok()?))
}

/// Puts the files together, and decides what becomes of each.
fn settle(mut files: Vec<File>, order: &Order, known: &Known) -> Gathered {
    let names: Vec<String> = files.iter().map(|file| file_name(&file.outcome.path)).collect();
    let (assembly, said, merged, ledgered) = loop {
        let taken = || files.iter().filter(|file| file.outcome.status == Status::Accepted);
        let parts = taken().flat_map(|file| file.parts.iter().cloned()).collect();
        let mut assembly = assemble(parts, known.sheets, &names);
        let answers: Vec<Answered> = taken().flat_map(|file| file.responses.iter().cloned()).collect();
        let numbered = files.iter().enumerate();
        let notices: Vec<(usize, Noticed)> = numbered
            .filter(|(_, file)| file.outcome.status == Status::Accepted)
            .flat_map(|(index, file)| file.notices.iter().map(move |notice| (index, notice.clone())))
            .collect();
        let mut said = said::assemble(&answers, &notices, known, &names);
        let figures = files.iter().enumerate();
        let figures: Vec<(usize, Figured)> = figures
            .filter(|(_, file)| file.outcome.status == Status::Accepted)
            .flat_map(|(index, file)| file.figures.iter().map(move |figure| (index, figure.clone())))
            .collect();
        let mut merged = figures::merge(&figures, known, order.replace, &names);
        let lines = files.iter().enumerate();
        let lines: Vec<(usize, Ledgered)> = lines
            .filter(|(_, file)| file.outcome.status == Status::Accepted)
            .flat_map(|(index, file)| file.ledger.iter().map(move |line| (index, line.clone())))
            .collect();
        let mut ledgered = ledger::merge(&lines, known, &names);
        let mut faults = std::mem::take(&mut assembly.faults);
        faults.append(&mut said.faults);
        faults.append(&mut merged.faults);
        faults.append(&mut ledgered.faults);
        if faults.is_empty() {
            break (assembly, said, merged, ledgered);
        }
        // A contradiction takes the whole file out; what is left is put together again without it.
        for (index, fault) in faults {
            if let Some(file) = files.get_mut(index) {
                file.outcome.status = Status::Refused;
                file.outcome.faults.push(fault);
            }
        }
    };
    let numbered = files.iter().enumerate();
    let slips: Vec<(usize, SlipCount)> = numbered
        .filter(|(_, file)| file.outcome.status == Status::Accepted)
        .flat_map(|(index, file)| file.slips.iter().map(move |count| (index, count.clone())))
        .collect();
    let counted = slips::merge(&slips, &known.exchanged);
    let is_refused = files.iter().any(|file| file.outcome.status == Status::Refused);
    for (index, file) in files.iter_mut().enumerate() {
        file.settle(index, (&assembly, &said), (&merged, &ledgered, &counted));
    }
    let office = describe_office(&mut files, known.office);
    let changes = if is_refused && !order.keep_going {
        Vec::new()
    } else {
        changes(
            &files,
            office,
            order,
            known,
            (assembly, said, merged, ledgered, counted),
        )
    };
    Gathered {
        files: files.into_iter().map(|file| file.outcome).collect(),
        changes,
    }
}

impl File {
    /// The codes of the people of whom it says something, those of residents among them.
    fn people(&self) -> impl Iterator<Item = StaffCode> {
        let answered = self.responses.iter().filter_map(|it| it.response.staff.as_ref());
        let staff = self.parts.iter().map(|part| &part.sheet.staff).chain(answered);
        let figures = self.figures.iter();
        staff
            .cloned()
            .chain(figures.filter_map(|it| figures::person(&it.measurement)))
    }

    fn settle(
        &mut self,
        index: usize,
        (assembly, said): (&Assembly, &Said),
        (merged, ledgered, counted): (&Merged, &LedgerMerged, &Counted),
    ) {
        if self.outcome.status != Status::Accepted {
            return;
        }
        self.outcome.sheets = assembly.sheets.get(&index).copied().unwrap_or(0);
        self.outcome.responses = said.responses.get(&index).copied().unwrap_or(0);
        self.outcome.notices = said.notices.get(&index).copied().unwrap_or(0);
        self.outcome.figures = merged.counts.get(&index).copied().unwrap_or(0);
        self.outcome.slips = counted.counts.get(&index).copied().unwrap_or(0);
        self.outcome.documents = ledgered.counts.get(&index).copied().unwrap_or(0);
        let notes = assembly.notes.iter().chain(&said.notes).chain(&merged.notes);
        let notes = notes.chain(&ledgered.notes).chain(&counted.notes);
        for (_, note) in notes.filter(|(file, _)| *file == index) {
            add(&mut self.outcome.notes, note.clone());
        }
        let outcome = &self.outcome;
        let brought = outcome.sheets + outcome.responses + outcome.notices + outcome.figures;
        if brought + outcome.documents + outcome.slips == 0 {
            self.outcome.status = Status::Unchanged;
        }
    }
}

/// The name of the office for a book that has none yet; a file that names another office than the book is noted.
fn describe_office(files: &mut [File], office: &Office) -> Option<String> {
    let mut name = (!office.name.is_empty()).then(|| office.name.clone());
    let mut given = None;
    let taken = files.iter_mut().filter(|file| file.outcome.status == Status::Accepted);
    for file in taken {
        let Some(other) = file.office.take() else { continue };
        match &name {
            None => {
                add(
                    &mut file.outcome.notes,
                    phrase("intake-note-office-named").with("office", other.clone()),
                );
                given = Some(other.clone());
                name = Some(other);
            }
            Some(name) if !is_same_office(name, &other) => add(
                &mut file.outcome.notes,
                phrase("intake-note-other-office")
                    .with("office", other)
                    .with("book", name.clone()),
            ),
            Some(_) => {}
        }
    }
    given
}

/// Whether two names may be the same office: `さくら苑` and `特別養護老人ホームさくら苑`.
fn is_same_office(one: &str, other: &str) -> bool {
    let (one, other) = (super::written::plain(one), super::written::plain(other));
    one.contains(&other) || other.contains(&one)
}

fn changes(
    files: &[File],
    name: Option<String>,
    order: &Order,
    known: &Known,
    (assembly, said, merged, ledgered, counted): (Assembly, Said, Merged, LedgerMerged, Counted),
) -> Vec<Change> {
    let described = name.map(|name| Change::OfficeDescribed {
        before: known.office.clone(),
        after: Office {
            name,
            ..known.office.clone()
        },
    });
    let taken = files
        .iter()
        .filter(|file| file.outcome.status == Status::Accepted)
        .filter_map(|file| file.read.clone().map(Change::FileTaken));
    let read = assembly.changes.into_iter().chain(said.changes).chain(merged.changes);
    let read = read.chain(ledgered.changes).chain(counted.changes);
    let mut changes: Vec<Change> = described.into_iter().chain(taken).chain(read).collect();
    if !changes.is_empty() {
        changes.extend(order.foreign.remembered(known.tags));
        changes.extend(order.foreign.columns_remembered(&known.issues.columns));
    }
    changes
}
