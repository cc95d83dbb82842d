//! What the commands of the ledger say to people.

use crate::commands::plain::Table;
use crate::documents::{DocumentOffer, LedgerField};
use crate::office::{Month, printable};
use crate::report::finding::{LedgerDocument, LedgerFinding, LedgerMonth};
use crate::report::{UNKNOWN, thousands};
use crate::text::Text;

fn shown<T: ToString>(figure: Option<T>) -> String {
    figure.map_or_else(|| UNKNOWN.to_owned(), |it| it.to_string())
}

/// A line for every document and month.
pub(super) fn list(finding: &LedgerFinding, text: &Text) -> String {
    if finding.documents.is_empty() {
        return text.get("ledger-list-none") + "\n";
    }
    let mut table = Table::new(&[
        text.get("ledger-list-number"),
        text.say(&LedgerField::Name.phrase()),
        text.say(&LedgerField::Group.phrase()),
        text.say(&LedgerField::Month.phrase()),
        text.say(&LedgerField::Medium.phrase()),
        text.say(&LedgerField::Pieces.phrase()),
        text.get("ledger-list-sheets"),
        text.say(&LedgerField::MinutesPerPiece.phrase()),
        text.say(&LedgerField::Reentries.phrase()),
        text.say(&LedgerField::Goal.phrase()),
    ]);
    for document in &finding.documents {
        let counted = document.months.iter().map(|it| it.month);
        let mut months: Vec<Month> = counted.chain(document.goals.iter().map(|it| it.month)).collect();
        months.sort_unstable();
        months.dedup();
        if months.is_empty() {
            table.row(row(document, None, text));
        }
        for month in months {
            table.row(row(document, Some(month), text));
        }
    }
    let mut said = table.text();
    if finding.documents.iter().any(|it| it.months.iter().any(is_week)) {
        said += &(text.get("ledger-list-week") + "\n");
    }
    said
}

fn is_week(counted: &LedgerMonth) -> bool {
    counted.open_days.is_some()
}

fn row(document: &LedgerDocument, month: Option<Month>, text: &Text) -> [String; 10] {
    let counted = document.months.iter().find(|it| Some(it.month) == month);
    let goal = document.goals.iter().find(|it| Some(it.month) == month);
    let sheets = counted.and_then(|it| it.sheets).map(thousands);
    let mark = if counted.is_some_and(is_week) { "*" } else { "" };
    [
        document.id.0.to_string(),
        printable(&document.name),
        document.group_name.clone(),
        month.map_or_else(|| UNKNOWN.to_owned(), |month| format!("{month}{mark}")),
        counted.map_or_else(|| UNKNOWN.to_owned(), |it| text.say(&it.medium.phrase())),
        shown(counted.and_then(|it| it.pieces).map(thousands)),
        shown(sheets),
        shown(counted.and_then(|it| it.minutes_per_piece)),
        shown(counted.and_then(|it| it.reentries_per_piece)),
        shown(goal.map(|it| thousands(it.sheets))),
    ]
}

/// Common documents.
pub(super) fn offers(offers: &[&DocumentOffer], is_there: &dyn Fn(&str) -> bool, text: &Text) -> String {
    let mut table = Table::new(&[
        text.get("ledger-list-id"),
        text.say(&LedgerField::Name.phrase()),
        text.say(&LedgerField::Group.phrase()),
        text.say(&LedgerField::KeepYears.phrase()),
        text.get("ledger-list-there"),
    ]);
    for offer in offers {
        table.row([
            offer.id.clone(),
            printable(text.lang().of(&offer.name)),
            text.say(&offer.group.phrase()),
            shown(offer.keep_years),
            if is_there(&offer.id) {
                text.get("ledger-list-yes")
            } else {
                String::new()
            },
        ]);
    }
    table.text() + &text.get("ledger-offers-source") + "\n"
}
