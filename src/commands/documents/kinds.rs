//! Kinds of document: added, changed, taken out, and the facts that stand in them.

use clap::ArgMatches;

use super::ledger::{Opened, fault, faults, given, refused, usage};
use crate::commands::{Answer, Context};
use crate::documents::{
    DocumentDraft, DocumentId, DocumentOffer, FactUse, LedgerField, fact_said, facts_said, is_same_name,
};
use crate::failure::Failure;
use crate::office::printable;
use crate::phrase::phrase;
use crate::report::ledger_lines::{facts_text, offered_documents};

/// What the options say of a kind of document.
fn take_options(matches: &ArgMatches, draft: &mut DocumentDraft) {
    for (name, place) in [
        ("group", &mut draft.group),
        ("storage", &mut draft.storage),
        ("keep-years", &mut draft.keep_years),
    ] {
        if let Some(written) = given(matches, name) {
            written.clone_into(place);
        }
    }
}

/// `documents add`
pub(super) fn add(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    let opened = Opened::of(context, matches)?;
    let offers = opened.reading.catalog.document_offers();
    let lang = context.text.lang();
    let mut drafts: Vec<DocumentDraft> = if matches.get_flag("offered") {
        let offered = offered_documents(&opened.reading, lang);
        offered.iter().map(DocumentDraft::of).collect()
    } else {
        let names = matches.get_many::<String>("name").into_iter().flatten();
        let is_it = |it: &DocumentOffer, name: &str| {
            it.id == name.trim() || is_same_name(&it.name.ja, name) || is_same_name(&it.name.en, name)
        };
        let draft = |name: &String| match offers.iter().find(|it| is_it(it, name)) {
            Some(offer) => DocumentDraft::of_offer(offer, lang.of(&offer.name)),
            None => DocumentDraft {
                name: name.clone(),
                ..DocumentDraft::default()
            },
        };
        names.map(draft).collect()
    };
    let mut ledger = opened.reading.documents.clone();
    let (mut steps, mut about, mut names) = (Vec::new(), Vec::new(), Vec::new());
    for draft in &mut drafts {
        take_options(matches, draft);
        let read = draft.read(ledger.next_number(), &ledger);
        let document = read.map_err(|wrong| faults(context, &wrong))?;
        about.push(document.id);
        names.push(printable(&document.name));
        let added = ledger.kept(document);
        ledger = ledger.with(&added);
        steps.extend(added);
    }
    let said = phrase("ledger-said-added")
        .with("count", names.len())
        .with("names", names.join("、"));
    opened.write(context, steps, said, &about)
}

/// `documents edit`
pub(super) fn edit(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    let opened = Opened::of(context, matches)?;
    let before = opened.document(matches)?;
    let mut draft = DocumentDraft::of(&before);
    take_options(matches, &mut draft);
    if let Some(name) = given(matches, "name") {
        name.clone_into(&mut draft.name);
    }
    let ledger = &opened.reading.documents;
    let document = draft.read(before.id, ledger).map_err(|wrong| faults(context, &wrong))?;
    let steps = ledger.kept(document);
    let said = phrase("ledger-said-edited").with("name", printable(&before.name));
    opened.write(context, steps, said, &[before.id])
}

/// `documents remove`
pub(super) fn remove(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    let opened = Opened::of(context, matches)?;
    let document = opened.document(matches)?;
    let ledger = &opened.reading.documents;
    let months = ledger.months.iter().filter(|it| it.document == document.id).count();
    let said = phrase("ledger-said-removed")
        .with("name", printable(&document.name))
        .with("months", months);
    let steps = ledger.taken_out(document.id);
    let none: [DocumentId; 0] = [];
    opened.write(context, steps, said, &none)
}

/// `documents facts`
pub(super) fn facts(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    let opened = Opened::of(context, matches)?;
    let before = opened.document(matches)?;
    let offers = opened.reading.catalog.facts();
    let mut after = before.clone();
    let taken = matches.get_many::<String>("remove").into_iter().flatten();
    for written in taken {
        let fact = fact_said(written, offers).map_err(|wrong| fault(context, wrong))?;
        if !after.facts.iter().any(|it| it.fact == fact) {
            let message = phrase("ledger-cli-no-such-fact")
                .with("fact", printable(written))
                .with("name", printable(&before.name));
            return Err(refused(message));
        }
        after.facts.retain(|it| it.fact != fact);
    }
    for written in matches.get_many::<String>("fact").into_iter().flatten() {
        if !written.contains(['=', '＝']) {
            return Err(usage(
                phrase("ledger-no-fact")
                    .with("written", printable(written))
                    .with("field", LedgerField::Facts.phrase()),
            ));
        }
        for FactUse { fact, way } in facts_said(written, offers).map_err(|wrong| fault(context, wrong))? {
            match after.facts.iter_mut().find(|it| it.fact == fact) {
                Some(known) => known.way = way,
                None => after.facts.push(FactUse { fact, way }),
            }
        }
    }
    let said = phrase("ledger-said-facts").with("name", printable(&before.name)).with(
        "facts",
        printable(&facts_text(&after.facts, &opened.reading, context.text)),
    );
    if after == before && !context.json {
        return Ok(Answer::done(context.text.say(&said) + "\n"));
    }
    let steps = opened.reading.documents.kept(after);
    opened.write(context, steps, said, &[before.id])
}
