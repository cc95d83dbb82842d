//! `yutori import`: files into the book.

use std::collections::BTreeSet;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use chrono::FixedOffset;
use clap::ArgMatches;

use super::{Answer, Context, book, plain, recent, show};
use crate::book::{Book, Change, Occasion};
use crate::clock::Moment;
use crate::effect::Subject;
use crate::failure::{Exit, Failure};
use crate::intake::{
    self, Coding, Entered, Exchanged, Foreign, Gathered, Kind, Known, Ledger, Listener, Order, Place, Status,
};
use crate::issues::{ColumnMap, SurveyColumn, heading_key};
use crate::office::{KeyList, StaffCode, printable};
use crate::phrase::phrase;
use crate::report::finding::{FileFinding, FileProblem, FileStatus, ImportFinding};
use crate::report::save::save;
use crate::text::Text;
use crate::worktime::{Sheet, Wave};

pub(super) fn run(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    let paths: Vec<PathBuf> = matches
        .get_many::<PathBuf>("paths")
        .into_iter()
        .flatten()
        .cloned()
        .collect();
    let kind = match matches.get_one::<String>("as") {
        None => None,
        Some(id) => Some(Kind::of_id(id).ok_or_else(|| {
            let ids: Vec<&str> = Kind::ALL.iter().map(|kind| kind.id()).collect();
            Failure::new(
                Exit::Usage,
                phrase("usage-kind").with("id", id.as_str()).with("ids", ids.join(", ")),
            )
        })?),
    };
    let wave = book::wave(matches, "wave")?;
    let dry_run = matches.get_flag("dry-run");
    let mut book = book::open(context, matches)?;
    let foreign = foreign(context, matches, &book)?;
    let order = Order {
        paths: &paths,
        wave,
        year: matches.get_one::<i32>("year").copied(),
        kind,
        keep_going: matches.get_flag("keep-going"),
        replace: matches.get_flag("replace"),
        foreign: &foreign,
    };
    let go_on = &mut |_| ControlFlow::Continue(());
    let names = match matches.get_one::<PathBuf>("codes") {
        Some(file) => Names::Code(file),
        None => Names::Keep,
    };
    let how = How { names, dry_run };
    let finding = into_book(&mut book, &order, how, context.clock.now(), context.text, go_on)?;
    recent::remember(context.setting.home.as_deref(), book.path());
    let refused = finding.files.iter().any(|file| file.status == FileStatus::Refused);
    let said = if context.json {
        show::json(&finding)?
    } else {
        plain::import(&finding, dry_run, context.text)
    };
    Ok(Answer {
        said,
        exit: if refused { Exit::Refused } else { Exit::Done },
    })
}

/// What the options say about files of other programs.
fn foreign(context: &Context, matches: &ArgMatches, book: &Book) -> Result<Foreign, Failure> {
    let written = |option: &str| matches.get_one::<String>(option).map(String::as_str);
    let staff = written("staff").map(|code| {
        StaffCode::parse(code).map_err(|_| Failure::new(Exit::Usage, phrase("usage-staff").with("written", code)))
    });
    let offset = written("offset").map(|offset| {
        let read: Result<FixedOffset, _> = offset.parse();
        read.map_err(|_| Failure::new(Exit::Usage, phrase("usage-offset").with("written", offset)))
    });
    let tags = matches.get_one::<PathBuf>("map").map(|path| {
        intake::read_tag_map(path, &book.founding().task_list).map_err(|faults| {
            let said: Vec<String> = faults
                .iter()
                .map(|fault| match place(&fault.place, context.text) {
                    Some(place) => format!("{place}: {}", context.text.say(&fault.message)),
                    None => context.text.say(&fault.message),
                })
                .collect();
            Failure::new(
                Exit::Refused,
                phrase("import-map-refused").with("faults", said.join(" ")),
            )
            .at(path.display().to_string())
        })
    });
    Ok(Foreign {
        staff: staff.transpose()?,
        offset: offset.transpose()?.unwrap_or(*context.clock.now().offset()),
        tags: tags.transpose()?.unwrap_or_default(),
        columns: columns_said(matches)?,
        questionnaire: written("questionnaire").map(str::to_owned),
    })
}

/// What `--column HEADING=MEANING` says; the meaning stands behind the last sign.
fn columns_said(matches: &ArgMatches) -> Result<ColumnMap, Failure> {
    let mut columns = ColumnMap::new();
    for written in matches.get_many::<String>("column").into_iter().flatten() {
        let wrong = || {
            Failure::new(
                Exit::Usage,
                phrase("surveyin-usage-column").with("written", written.as_str()),
            )
        };
        let (heading, meaning) = written.rsplit_once(['=', '＝']).ok_or_else(wrong)?;
        let heading = printable(heading.trim());
        if heading.is_empty() {
            return Err(wrong());
        }
        columns.insert(heading, SurveyColumn::parse(meaning).ok_or_else(wrong)?);
    }
    Ok(columns)
}

/// What is done with staff IDs that look like names.
#[derive(Debug, Clone, Copy)]
pub(super) enum Names<'a> {
    /// They are taken as they are; a note points them out.
    Keep,
    /// Nothing is taken when there are any: a person is to be asked first.
    Ask,
    /// Codes stand in their place; who is who stands in this file.
    Code(&'a Path),
}

/// How files are taken.
#[derive(Debug, Clone, Copy)]
pub(super) struct How<'a> {
    pub(super) names: Names<'a>,
    /// Whether nothing is written.
    pub(super) dry_run: bool,
}

/// Reads the files of an order and writes what they bring in one transaction.
///
/// The file of codes is written before the book, so that no code is in a book of which nobody knows whose it is.
pub(super) fn into_book(
    book: &mut Book,
    order: &Order,
    how: How<'_>,
    now: Moment,
    text: &Text,
    progress: Listener<'_>,
) -> Result<ImportFinding, Failure> {
    let key_file = match how.names {
        Names::Code(file) => Some((file, keys(file)?)),
        Names::Keep | Names::Ask => None,
    };
    let (gathered, key_file) = {
        let lists = book.lists();
        let in_book = book.sheets()?;
        // What is read now is in the codes of today; so must be what it is compared with and added to.
        let today = |(wave, sheet): &(Wave, Sheet)| (*wave, lists.in_todays_codes(sheet));
        let sheets: Vec<(Wave, Sheet)> = in_book.iter().map(today).collect();
        let files = book.files()?;
        let tags = book.tags()?;
        let issues = book.issues()?;
        let catalog = super::book::catalog(book.path())?;
        let effects = book.effects()?;
        let indicators = effects.indicators_with(catalog.indicators());
        let (documents, salt) = (book.documents()?, book.salt()?);
        let founding = book.founding();
        let known = Known {
            task_list: &founding.task_list,
            list: book.lists().number(),
            slot_minutes: founding.slot_minutes,
            office: &founding.office,
            sheets: &sheets,
            tags: &tags,
            issues: &issues,
            questionnaires: catalog.questionnaires(),
            entered: Entered {
                indicators: &indicators,
                scales: catalog.scales(),
                measurements: &effects.measurements,
            },
            exchanged: Exchanged {
                counts: &documents.slips,
                salt: &salt,
                now: Some(now.naive_local()),
            },
            ledger: Ledger {
                documents: &documents,
                offers: catalog.document_offers(),
                facts: catalog.facts(),
            },
            has_file: &|fingerprint, wave| {
                files
                    .iter()
                    .any(|file| file.fingerprint == fingerprint && file.wave == wave)
            },
        };
        let (mut gathered, key_file) = match key_file {
            None => (intake::gather(order, &known, progress)?, None),
            Some((file, before)) => {
                let mut keys = before.clone();
                let coding = Coding {
                    keys: &mut keys,
                    file,
                    taken: people_without_sheets(book)?,
                };
                let gathered = intake::gather_coded(order, &known, Some(coding), progress)?;
                (gathered, (keys != before).then_some((file, keys)))
            }
        };
        as_in_book(&mut gathered.changes, &in_book);
        (gathered, key_file)
    };
    if let (Names::Ask, Some(name)) = (how.names, first_name(&gathered.changes)) {
        return Err(Failure::new(
            Exit::Refused,
            phrase("import-names-found").with("staff", printable(name)),
        ));
    }
    let written = !how.dry_run && !gathered.changes.is_empty();
    let finding = finding(&gathered, written, text);
    if written {
        if let Some((file, keys)) = key_file {
            save(file, &intake::key_bytes(&keys))?;
        }
        let occasion = Occasion::Imported {
            files: names_of_files(&gathered.changes),
        };
        book.apply(occasion, gathered.changes, now)?;
    }
    Ok(finding)
}

/// People whom the book knows from plans and timings.
fn people_without_sheets(book: &Book) -> Result<BTreeSet<StaffCode>, Failure> {
    let surveys = book.surveys()?;
    let planned = surveys.iter().flat_map(|(_, survey)| &survey.people);
    let mut people: BTreeSet<StaffCode> = planned.map(|person| person.staff.clone()).collect();
    people.extend(book.plans()?.into_iter().map(|(_, plan)| plan.staff));
    people.extend(book.issues()?.responses.into_iter().filter_map(|it| it.staff));
    people.extend(
        book.effects()?
            .measurements
            .into_iter()
            .filter_map(|it| match it.key.subject {
                Subject::Staff(code) => Some(code),
                _ => None,
            }),
    );
    people.extend(book.timings()?.into_iter().map(|timing| timing.key.staff));
    Ok(people)
}

/// The file of codes as it is; a new one begins empty.
fn keys(file: &Path) -> Result<KeyList, Failure> {
    let at = |failure: Failure| failure.at(file.display().to_string());
    if !file
        .extension()
        .is_some_and(|ending| ending.eq_ignore_ascii_case("csv"))
    {
        return Err(at(Failure::new(Exit::Usage, phrase("usage-csv"))));
    }
    if !file.exists() {
        return Ok(KeyList::default());
    }
    let bytes = intake::bytes_of(file).map_err(|message| Failure::new(Exit::Refused, message))?;
    intake::keys(&bytes).map_err(|faults| super::book::faults(&faults, file))
}

/// A staff ID that looks like a name among what is to be written.
fn first_name(changes: &[Change]) -> Option<&str> {
    changes.iter().find_map(|change| match change {
        Change::SheetRecorded { sheet, .. } | Change::SheetReplaced { after: sheet, .. } => Some(&sheet.staff)
            .filter(|staff| staff.looks_like_name())
            .map(StaffCode::as_str),
        Change::ResponseKept {
            after: Some(response), ..
        } => response
            .staff
            .as_ref()
            .filter(|staff| staff.looks_like_name())
            .map(StaffCode::as_str),
        Change::MeasurementKept {
            after: Some(figure), ..
        } => {
            let subject = &figure.key.subject;
            subject.looks_like_name().then(|| subject.code())
        }
        _ => None,
    })
}

/// The files that are taken, as the book names them.
fn names_of_files(changes: &[Change]) -> Vec<String> {
    let name = |change: &Change| match change {
        Change::FileTaken(file) => Some(file.name.clone()),
        _ => None,
    };
    changes.iter().filter_map(name).collect()
}

/// Names what is replaced exactly as the book has it, also where that is in the codes of an older list.
fn as_in_book(changes: &mut [Change], in_book: &[(Wave, Sheet)]) {
    for change in changes {
        if let Change::SheetReplaced { wave, before, .. } = change {
            let key = before.key(*wave);
            let same = in_book.iter().find(|(wave, sheet)| sheet.key(*wave) == key);
            if let Some((_, sheet)) = same {
                **before = sheet.clone();
            }
        }
    }
}

/// What became of the files, in the reader's language.
pub(super) fn finding(gathered: &Gathered, written: bool, text: &Text) -> ImportFinding {
    // Accepted files bring changes; where there are none, another file held them back.
    let held_back = gathered.changes.is_empty();
    let file = |outcome: &intake::FileOutcome| FileFinding {
        path: outcome.path.display().to_string(),
        kind: outcome.kind.map(|kind| kind.id().to_owned()),
        status: match outcome.status {
            Status::Unchanged => FileStatus::Unchanged,
            Status::Refused => FileStatus::Refused,
            Status::Accepted if held_back => FileStatus::HeldBack,
            Status::Accepted => FileStatus::Imported,
        },
        sheets: outcome.sheets,
        responses: outcome.responses,
        notices: outcome.notices,
        figures: outcome.figures,
        slips: outcome.slips,
        documents: outcome.documents,
        rows: outcome.rows,
        problems: outcome
            .faults
            .iter()
            .map(|fault| FileProblem {
                place: place(&fault.place, text),
                message: text.say(&fault.message),
                hint: text.hint(&fault.message),
            })
            .collect(),
        notes: outcome.notes.iter().map(|note| text.say(note)).collect(),
    };
    let unmapped: BTreeSet<String> = gathered
        .files
        .iter()
        .flat_map(|file| file.unmapped.iter().cloned())
        .collect();
    ImportFinding {
        schema: "yutori.import/1".to_owned(),
        written,
        sheets: gathered
            .changes
            .iter()
            .filter(|change| matches!(change, Change::SheetRecorded { .. } | Change::SheetReplaced { .. }))
            .count(),
        responses: gathered
            .changes
            .iter()
            .filter(|change| matches!(change, Change::ResponseKept { .. }))
            .count(),
        notices: gathered
            .changes
            .iter()
            .filter(|change| matches!(change, Change::NoticeKept { .. }))
            .count(),
        figures: gathered
            .changes
            .iter()
            .filter(|change| matches!(change, Change::MeasurementKept { .. }))
            .count(),
        slips: slips_of(gathered),
        documents: documents(gathered),
        files: gathered.files.iter().map(file).collect(),
        unmapped: unmapped.into_iter().collect(),
        headings: headings(gathered),
        questionnaire: gathered.files.iter().find_map(|file| file.questionnaire.clone()),
        asks_questionnaire: gathered.files.iter().any(|file| file.asks_questionnaire),
    }
}

/// Slips that went as data in the files that are taken.
fn slips_of(gathered: &Gathered) -> usize {
    if gathered.changes.is_empty() {
        return 0;
    }
    gathered.files.iter().map(|file| file.slips).sum()
}

/// Documents and their months that files bring or change.
fn documents(gathered: &Gathered) -> usize {
    let brings = gathered.files.iter().filter(|file| file.status == Status::Accepted);
    if gathered.changes.is_empty() {
        return 0;
    }
    brings.map(|file| file.documents).sum()
}

/// Headings of answer tables of which nobody has said what they mean, in the order in which they stand.
fn headings(gathered: &Gathered) -> Vec<String> {
    let mut headings: Vec<String> = Vec::new();
    for heading in gathered.files.iter().flat_map(|file| &file.headings) {
        if !headings.iter().any(|known| heading_key(known) == heading_key(heading)) {
            headings.push(heading.clone());
        }
    }
    headings
}

/// Where a fault is, as people look for it.
pub(super) fn place(place: &Place, text: &Text) -> Option<String> {
    match place {
        Place::Line(line) => Some(text.say(&phrase("import-line").with("line", *line))),
        _ => place.text(),
    }
}
