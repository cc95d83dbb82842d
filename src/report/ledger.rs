//! Makes the finding about the document ledger as it stands.

use super::Holdings;
use super::documents::fact_name;
use super::finding::{
    LedgerDay, LedgerDocument, LedgerFact, LedgerFinding, LedgerGoal, LedgerMonth, LedgerSettingsLine,
};
use crate::documents::{Counted, Document, DocumentMonth};
use crate::office::Decimal;
use crate::text::Text;

/// The whole ledger.
pub fn ledger(holdings: &Holdings, text: &Text) -> LedgerFinding {
    let settings = holdings.documents.ledger();
    let yen = |figure: Option<Decimal>| figure.map(Decimal::as_f64);
    LedgerFinding {
        schema: "yutori.documents-ledger/1",
        settings: LedgerSettingsLine {
            before: settings.before,
            after: settings.after,
            paper_yen: yen(settings.costs.paper),
            print_yen: yen(settings.costs.print),
            wage: settings.costs.wage,
            binder_sheets: settings.binder_sheets,
        },
        documents: holdings
            .documents
            .kinds
            .iter()
            .map(|kind| document(holdings, kind, text))
            .collect(),
    }
}

fn document(holdings: &Holdings, kind: &Document, text: &Text) -> LedgerDocument {
    let ledger = &holdings.documents;
    LedgerDocument {
        id: kind.id,
        name: kind.name.clone(),
        group: kind.group,
        group_name: text.say(&kind.group.phrase()),
        offer: kind.offer.clone(),
        storage: kind.storage,
        keep_years: kind.keep_years,
        facts: kind
            .facts
            .iter()
            .map(|it| LedgerFact {
                fact: it.fact.clone(),
                name: fact_name(holdings, &it.fact, text),
                way: it.way,
            })
            .collect(),
        months: ledger
            .months
            .iter()
            .filter(|it| it.document == kind.id)
            .map(month)
            .collect(),
        goals: ledger
            .goals
            .iter()
            .filter(|it| it.document == kind.id)
            .map(|it| LedgerGoal {
                month: it.month,
                sheets: it.sheets,
            })
            .collect(),
    }
}

fn month(counted: &DocumentMonth) -> LedgerMonth {
    let tally = counted.counted.tally();
    let (open_days, days) = match &counted.counted {
        Counted::Month(_) => (None, Vec::new()),
        Counted::Week { days, open_days } => {
            let days = days.iter().map(|(date, tally)| LedgerDay {
                date: *date,
                pieces: tally.pieces,
                originals: tally.sheets,
                copies: tally.copies,
            });
            (Some(*open_days), days.collect())
        }
    };
    LedgerMonth {
        month: counted.month,
        medium: counted.medium,
        counted: if open_days.is_some() { "week" } else { "month" },
        pieces: tally.pieces,
        originals: tally.sheets,
        copies: tally.copies,
        sheets: counted.sheets(),
        minutes_per_piece: counted.minutes_per_piece.map(Decimal::as_f64),
        reentries_per_piece: counted.reentries_per_piece,
        minutes_per_reentry: counted.minutes_per_reentry.map(Decimal::as_f64),
        minutes: counted.minutes(),
        reentries: counted.reentries(),
        open_days,
        days,
    }
}
