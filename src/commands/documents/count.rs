//! What was counted of documents, what is planned, and what is set.

use clap::ArgMatches;

use super::ledger::{Opened, fault, faults, given, needed_month, usage};
use crate::commands::{Answer, Context, book};
use crate::documents::{
    DocumentMonth, DraftFault, LedgerField, LedgerStep, MonthDraft, SettingsDraft, Tally, TallyDraft, Why, ledger_count,
};
use crate::failure::Failure;
use crate::office::printable;
use crate::phrase::phrase;
use crate::report::{UNKNOWN, thousands};

/// Puts what an option says into its field.
fn take(matches: &ArgMatches, name: &str, place: &mut String) -> bool {
    let written = given(matches, name);
    if let Some(written) = written {
        written.clone_into(place);
    }
    written.is_some()
}

fn take_tally(matches: &ArgMatches, draft: &mut TallyDraft) -> bool {
    let fields = [
        ("pieces", &mut draft.pieces),
        ("sheets", &mut draft.sheets),
        ("copies", &mut draft.copies),
    ];
    let mut any = false;
    for (name, place) in fields {
        any |= take(matches, name, place);
    }
    any
}

/// `documents count`
pub(super) fn count(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    let opened = Opened::of(context, matches)?;
    let document = opened.document(matches)?;
    let month = needed_month(context, matches)?;
    let ledger = &opened.reading.documents;
    let after = if matches.get_flag("clear") {
        None
    } else {
        let mut draft = ledger.month(document.id, month).map(MonthDraft::of).unwrap_or_default();
        let mut any = take_tally(matches, &mut draft.tally);
        for field in [
            LedgerField::Medium,
            LedgerField::MinutesPerPiece,
            LedgerField::Reentries,
            LedgerField::MinutesPerReentry,
        ] {
            if let Some(place) = draft.field_mut(field) {
                any |= take(matches, &field.id().replace('_', "-"), place);
            }
        }
        if !any {
            return Err(usage(phrase("ledger-cli-nothing")));
        }
        let read = draft.read(document.id, month, ledger);
        read.map_err(|wrong| faults(context, &wrong))?
    };
    let sheets = after.as_ref().and_then(DocumentMonth::sheets);
    let steps = ledger.counted(document.id, month, after.clone());
    let said = match after {
        Some(_) => phrase("ledger-said-counted").with("sheets", sheets.map_or_else(|| UNKNOWN.to_owned(), thousands)),
        None => phrase("ledger-said-cleared"),
    };
    let said = said
        .with("name", printable(&document.name))
        .with("month", month.to_string());
    opened.write(context, steps, said, &[document.id])
}

/// `documents tally`
pub(super) fn tally(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    let opened = Opened::of(context, matches)?;
    let document = opened.document(matches)?;
    let day = book::date(given(matches, "date").unwrap_or_default())?;
    let open_days = ledger_count(LedgerField::OpenDays, given(matches, "open-days").unwrap_or_default());
    let open_days = open_days.map_err(|wrong| fault(context, wrong))?;
    let open_days = open_days.and_then(|days| u8::try_from(days).ok());
    let tally: Option<Tally> = if matches.get_flag("clear") {
        None
    } else {
        let mut draft = TallyDraft::default();
        if !take_tally(matches, &mut draft) {
            return Err(usage(phrase("ledger-cli-nothing")));
        }
        draft.read().map_err(|wrong| faults(context, &wrong))?
    };
    let ledger = &opened.reading.documents;
    let steps = ledger.tallied(document.id, day, tally, open_days)?;
    let month = crate::office::Month::of(day);
    let sheets = ledger
        .with(&steps)
        .month(document.id, month)
        .and_then(DocumentMonth::sheets);
    let said = phrase("ledger-said-tallied")
        .with("name", printable(&document.name))
        .with("day", day.to_string())
        .with("month", month.to_string())
        .with("sheets", sheets.map_or_else(|| UNKNOWN.to_owned(), thousands));
    opened.write(context, steps, said, &[document.id])
}

/// `documents goal`
pub(super) fn goal(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    let opened = Opened::of(context, matches)?;
    let document = opened.document(matches)?;
    let month = needed_month(context, matches)?;
    let sheets = match given(matches, "goal") {
        None => None,
        Some(written) => {
            let read = ledger_count(LedgerField::Goal, written).map_err(|wrong| fault(context, wrong))?;
            let missing = || fault(context, DraftFault::new(LedgerField::Goal, Why::Missing));
            Some(read.ok_or_else(missing)?)
        }
    };
    let said = match sheets {
        Some(sheets) => phrase("ledger-said-planned").with("sheets", thousands(sheets)),
        None => phrase("ledger-said-unplanned"),
    };
    let said = said
        .with("name", printable(&document.name))
        .with("month", month.to_string());
    let steps = opened.reading.documents.planned(document.id, month, sheets);
    opened.write(context, steps, said, &[document.id])
}

/// `documents set`
pub(super) fn set(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    let opened = Opened::of(context, matches)?;
    let ledger = &opened.reading.documents;
    let mut draft = SettingsDraft::of(&ledger.ledger());
    let mut any = false;
    for (name, place) in [
        ("before", &mut draft.before),
        ("after", &mut draft.after),
        ("paper-yen", &mut draft.paper),
        ("print-yen", &mut draft.print),
        ("wage", &mut draft.wage),
        ("binder-sheets", &mut draft.binder_sheets),
    ] {
        any |= take(matches, name, place);
    }
    if !any {
        return Err(usage(phrase("ledger-cli-nothing")));
    }
    let settings = draft.read().map_err(|wrong| faults(context, &wrong))?;
    let steps: Vec<LedgerStep> = ledger.settled(settings);
    opened.write(context, steps, phrase("ledger-said-set"), &[])
}
