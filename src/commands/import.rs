//! `yutori import`: files into the book.

use std::ops::ControlFlow;
use std::path::PathBuf;

use clap::ArgMatches;

use super::{Answer, Context, book, plain, recent, show};
use crate::book::{Book, Change, Occasion};
use crate::clock::Moment;
use crate::failure::{Exit, Failure};
use crate::intake::{self, Gathered, Kind, Known, Listener, Order, Place, Status};
use crate::phrase::phrase;
use crate::report::finding::{FileFinding, FileProblem, FileStatus, ImportFinding};
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
    let order = Order {
        paths: &paths,
        wave: book::wave(matches, "wave")?,
        year: matches.get_one::<i32>("year").copied(),
        kind,
        keep_going: matches.get_flag("keep-going"),
    };
    let dry_run = matches.get_flag("dry-run");
    let mut book = book::open(context, matches)?;
    let go_on = &mut |_| ControlFlow::Continue(());
    let finding = into_book(&mut book, &order, dry_run, context.clock.now(), context.text, go_on)?;
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

/// Reads the files of an order and writes what they bring in one transaction.
pub(super) fn into_book(
    book: &mut Book,
    order: &Order,
    dry_run: bool,
    now: Moment,
    text: &Text,
    progress: Listener<'_>,
) -> Result<ImportFinding, Failure> {
    let gathered = {
        let lists = book.lists();
        let in_book = book.sheets()?;
        // What is read now is in the codes of today; so must be what it is compared with and added to.
        let today = |(wave, sheet): &(Wave, Sheet)| (*wave, lists.in_todays_codes(sheet));
        let sheets: Vec<(Wave, Sheet)> = in_book.iter().map(today).collect();
        let files = book.files()?;
        let founding = book.founding();
        let known = Known {
            task_list: &founding.task_list,
            list: book.lists().number(),
            slot_minutes: founding.slot_minutes,
            office: &founding.office,
            sheets: &sheets,
            has_file: &|fingerprint, wave| {
                files
                    .iter()
                    .any(|file| file.fingerprint == fingerprint && file.wave == wave)
            },
        };
        let mut gathered = intake::gather(order, &known, progress)?;
        as_in_book(&mut gathered.changes, &in_book);
        gathered
    };
    let written = !dry_run && !gathered.changes.is_empty();
    let finding = finding(&gathered, written, text);
    if written {
        let files = gathered.files.iter().filter(|file| file.status == Status::Accepted);
        let files = files.map(|file| super::book::file_name(&file.path)).collect();
        book.apply(Occasion::Imported { files }, gathered.changes, now)?;
    }
    Ok(finding)
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
    ImportFinding {
        schema: "yutori.import/1".to_owned(),
        written,
        sheets: gathered
            .changes
            .iter()
            .filter(|change| matches!(change, Change::SheetRecorded { .. } | Change::SheetReplaced { .. }))
            .count(),
        files: gathered.files.iter().map(file).collect(),
    }
}

/// Where a fault is, as people look for it.
fn place(place: &Place, text: &Text) -> Option<String> {
    match place {
        Place::Line(line) => Some(text.say(&phrase("import-line").with("line", *line))),
        _ => place.text(),
    }
}
