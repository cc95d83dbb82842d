//! Reading the ledger for a command, and writing what it changes.

use clap::ArgMatches;
use serde_json::json;

use super::ledger_text;
use crate::book::{Book, ledger_act};
use crate::commands::results::Reading;
use crate::commands::{Answer, Context, book, show};
use crate::documents::{Document, DocumentId, DraftFault, LedgerFault, LedgerField, LedgerStep, ledger_month};
use crate::failure::{Exit, Failure};
use crate::office::{Month, printable};
use crate::phrase::{Phrase, phrase};
use crate::report;

pub(super) fn usage(message: Phrase) -> Failure {
    Failure::new(Exit::Usage, message)
}

pub(super) fn refused(message: Phrase) -> Failure {
    Failure::new(Exit::Refused, message)
}

impl From<LedgerFault> for Failure {
    fn from(fault: LedgerFault) -> Self {
        refused(fault.phrase())
    }
}

/// A ledger that is opened to be changed.
pub(super) struct Opened {
    book: Book,
    pub(super) reading: Reading,
}

impl Opened {
    pub(super) fn of(context: &Context, matches: &ArgMatches) -> Result<Self, Failure> {
        let book = book::open(context, matches)?;
        let reading = Reading::of(&book)?;
        Ok(Self { book, reading })
    }

    /// The document that a person names: by its number, its name, or the id of the common one that it is.
    pub(super) fn document(&self, matches: &ArgMatches) -> Result<Document, Failure> {
        let written = given(matches, "document").unwrap_or_default();
        let ledger = &self.reading.documents;
        let numbered = || ledger.kind(DocumentId::parse(written)?);
        let offered = || {
            ledger
                .kinds
                .iter()
                .find(|it| it.offer.as_deref() == Some(written.trim()))
        };
        let found = ledger.kind_named(written).or_else(numbered).or_else(offered);
        let lost = || refused(phrase("ledger-cli-unknown").with("written", printable(written)));
        found.cloned().ok_or_else(lost)
    }

    /// Writes the steps in one act, and tells how the documents concerned stand now.
    pub(super) fn write(
        mut self,
        context: &Context,
        steps: Vec<LedgerStep>,
        said: Phrase,
        about: &[DocumentId],
    ) -> Result<Answer, Failure> {
        if let Some(fault) = self.reading.documents.with(&steps).fault() {
            return Err(fault.into());
        }
        let changed = !steps.is_empty();
        if let Some((occasion, changes)) = ledger_act(steps) {
            self.book.apply(occasion, changes, context.clock.now())?;
        }
        let reading = Reading::of(&self.book)?;
        if context.json {
            let finding = report::ledger(&reading, context.text);
            let documents: Vec<_> = finding.documents.iter().filter(|it| about.contains(&it.id)).collect();
            let told = json!({"schema": "yutori.documents-kept/1", "changed": changed, "documents": documents,
                "settings": finding.settings});
            return show::json(&told).map(Answer::done);
        }
        let said = if changed { said } else { phrase("ledger-said-same") };
        Ok(Answer::done(context.text.say(&said) + "\n"))
    }
}

pub(super) fn given<'a>(matches: &'a ArgMatches, name: &str) -> Option<&'a str> {
    matches.get_one::<String>(name).map(String::as_str)
}

/// What was typed wrongly, each with its option.
pub(super) fn faults(context: &Context, faults: &[DraftFault]) -> Failure {
    let option = |field: LedgerField| match field {
        LedgerField::Name => "NAME".to_owned(),
        LedgerField::Facts => "FACT".to_owned(),
        LedgerField::Goal => "SHEETS".to_owned(),
        field => format!("--{}", field.id().replace('_', "-")),
    };
    match faults {
        [only] => refused(only.phrase()).at(option(only.field)),
        faults => {
            let said: Vec<String> = faults
                .iter()
                .map(|fault| format!("{}: {}", option(fault.field), context.text.say(&fault.phrase())))
                .collect();
            refused(phrase("ledger-cli-faults").with("faults", said.join(" / ")))
        }
    }
}

pub(super) fn fault(context: &Context, fault: DraftFault) -> Failure {
    faults(context, &[fault])
}

/// The month of an option.
pub(super) fn month(context: &Context, matches: &ArgMatches) -> Result<Option<Month>, Failure> {
    let written = given(matches, "month").unwrap_or_default();
    ledger_month(LedgerField::Month, written).map_err(|wrong| fault(context, wrong))
}

/// The month of an option that must be there.
pub(super) fn needed_month(context: &Context, matches: &ArgMatches) -> Result<Month, Failure> {
    let missing = || {
        fault(
            context,
            DraftFault::new(LedgerField::Month, crate::documents::Why::Missing),
        )
    };
    month(context, matches)?.ok_or_else(missing)
}

/// `documents list`
pub(super) fn list(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    let reading = Reading::of(&book::open(context, matches)?)?;
    let month = month(context, matches)?;
    let mut finding = report::ledger(&reading, context.text);
    if let Some(month) = month {
        for document in &mut finding.documents {
            document.months.retain(|it| it.month == month);
            document.goals.retain(|it| it.month == month);
        }
    }
    if context.json {
        return show::json(&finding).map(Answer::done);
    }
    Ok(Answer::done(ledger_text::list(&finding, context.text)))
}

/// `documents offers`
pub(super) fn offers(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    let reading = Reading::of(&book::open(context, matches)?)?;
    let service = reading.founding.office.service.as_deref();
    let all = matches.get_flag("all");
    let offers = reading.catalog.document_offers().iter();
    let offers: Vec<_> = offers.filter(|offer| all || offer.is_for(service)).collect();
    let ledger = &reading.documents;
    let is_there = |id: &str| ledger.kinds.iter().any(|it| it.offer.as_deref() == Some(id));
    if context.json {
        let lang = context.text.lang();
        let offers: Vec<_> = offers
            .iter()
            .map(|it| {
                json!({"id": it.id, "name": lang.of(&it.name), "group": it.group, "services": it.services,
                    "keep_years": it.keep_years, "facts": it.facts, "source": it.source,
                    "in_ledger": is_there(&it.id)})
            })
            .collect();
        let facts = reading.catalog.facts().iter();
        let facts: Vec<_> = facts
            .map(|it| json!({"id": it.id, "name": lang.of(&it.name)}))
            .collect();
        let told = json!({"schema": "yutori.documents-offers/1", "service": service, "documents": offers,
            "facts": facts});
        return show::json(&told).map(Answer::done);
    }
    Ok(Answer::done(ledger_text::offers(&offers, &is_there, context.text)))
}
