//! The lines of the document ledger as tables have them: to fill in, to write out, to read back.

use chrono::{Days, NaiveDate};

use super::Holdings;
use super::documents::fact_name;
use crate::documents::{
    Counted, Document, DocumentDraft, DocumentMonth, Documents, FactUse, LedgerField, Medium, MonthDraft, Tally,
};
use crate::office::Month;
use crate::text::{Lang, Text};

/// Days of a counting week.
const WEEK: u64 = 7;

/// A document and a month: one line of the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LedgerLine {
    /// The kind of document, of the ledger or offered.
    pub document: Document,
    /// The month; `None` for a kind of which nothing was counted or planned.
    pub month: Option<Month>,
    /// What the original is, as long as nobody says something else.
    pub medium: Medium,
    /// What was counted.
    pub counted: Option<DocumentMonth>,
    /// Sheets that are planned.
    pub goal: Option<u32>,
}

/// A document and a day of a counting week.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DayLine {
    /// The day; `None` where somebody has to write it.
    pub day: Option<NaiveDate>,
    /// Name of the document; empty where somebody has to write it.
    pub name: String,
    /// What was counted.
    pub tally: Option<Tally>,
    /// Days of the month on which the office is open; `None` when unknown.
    pub open_days: Option<u8>,
}

impl LedgerLine {
    fn of(ledger: &Documents, document: &Document, month: Month) -> Self {
        Self {
            document: document.clone(),
            month: Some(month),
            medium: ledger.usual_medium(document.id, month),
            counted: ledger.month(document.id, month).cloned(),
            goal: ledger.goal(document.id, month).map(|it| it.sheets),
        }
    }

    /// What stands in a field, in words that are read back.
    pub fn field(&self, field: LedgerField, holdings: &Holdings, text: &Text) -> String {
        let shown = |figure: Option<String>| figure.unwrap_or_default();
        match field {
            LedgerField::Name => self.document.name.clone(),
            LedgerField::Group => text.say(&self.document.group.phrase()),
            LedgerField::Storage => text.say(&self.document.storage.phrase()),
            LedgerField::KeepYears => shown(self.document.keep_years.map(|it| it.to_string())),
            LedgerField::Facts => facts_text(&self.document.facts, holdings, text),
            LedgerField::Month => shown(self.month.map(|it| it.to_string())),
            LedgerField::Medium => match self.month {
                Some(_) => text.say(&self.counted.as_ref().map_or(self.medium, |it| it.medium).phrase()),
                None => String::new(),
            },
            LedgerField::Goal => shown(self.goal.map(|it| it.to_string())),
            field => {
                let draft = self.counted.as_ref().map(MonthDraft::of).unwrap_or_default();
                draft.field(field).unwrap_or_default().to_owned()
            }
        }
    }
}

/// The whole ledger: a line for every document and month.
pub fn ledger_lines(holdings: &Holdings) -> Vec<LedgerLine> {
    let ledger = &holdings.documents;
    let mut lines = Vec::new();
    for document in &ledger.kinds {
        let counted = ledger.months.iter().filter(|it| it.document == document.id);
        let planned = ledger.goals.iter().filter(|it| it.document == document.id);
        let mut months: Vec<Month> = counted.map(|it| it.month).chain(planned.map(|it| it.month)).collect();
        months.sort_unstable();
        months.dedup();
        if months.is_empty() {
            lines.push(LedgerLine {
                document: document.clone(),
                month: None,
                medium: Medium::Paper,
                counted: None,
                goal: None,
            });
        }
        lines.extend(months.into_iter().map(|month| LedgerLine::of(ledger, document, month)));
    }
    lines
}

/// Every day that was counted, in order of document and day.
pub fn day_lines(holdings: &Holdings) -> Vec<DayLine> {
    let ledger = &holdings.documents;
    let mut lines = Vec::new();
    for counted in &ledger.months {
        let (Counted::Week { days, open_days }, Some(kind)) = (&counted.counted, ledger.kind(counted.document)) else {
            continue;
        };
        lines.extend(days.iter().map(|(day, tally)| DayLine {
            day: Some(*day),
            name: kind.name.clone(),
            tally: Some(*tally),
            open_days: Some(*open_days),
        }));
    }
    lines
}

/// The common kinds of document of the office's kind of service that its ledger does not have.
pub fn offered_documents(holdings: &Holdings, lang: Lang) -> Vec<Document> {
    let ledger = &holdings.documents;
    let service = holdings.founding.office.service.as_deref();
    let offers = holdings.catalog.document_offers().iter();
    let is_new = |document: &Document| {
        let is_it = |kind: &Document| kind.offer.is_some() && kind.offer == document.offer;
        ledger.kind_named(&document.name).is_none() && !ledger.kinds.iter().any(is_it)
    };
    offers
        .filter(|offer| offer.is_for(service))
        .filter_map(|offer| {
            let draft = DocumentDraft::of_offer(offer, lang.of(&offer.name));
            draft.read(ledger.next_number(), &Documents::default()).ok()
        })
        .filter(is_new)
        .collect()
}

/// What is to be filled in: a line for every document and month. Without a ledger the common documents stand there.
pub fn blank_lines(holdings: &Holdings, months: &[Month], lang: Lang) -> Vec<LedgerLine> {
    let ledger = &holdings.documents;
    let documents = if ledger.kinds.is_empty() {
        offered_documents(holdings, lang)
    } else {
        ledger.kinds.clone()
    };
    let none = Documents::default();
    // An offered document has no number yet; what is in the book is not of it.
    let ledger = if ledger.kinds.is_empty() { &none } else { ledger };
    let of_document = |document: &Document| -> Vec<LedgerLine> {
        months
            .iter()
            .map(|month| LedgerLine::of(ledger, document, *month))
            .collect()
    };
    documents.iter().flat_map(of_document).collect()
}

/// What is to be tallied: with a first day a line for every document on the seven days of its month from there on, else what was
/// tallied in some months already and lines to write on.
pub fn blank_days(holdings: &Holdings, lines: &[LedgerLine], first: Option<NaiveDate>, empty: usize) -> Vec<DayLine> {
    let ledger = &holdings.documents;
    let Some(first) = first else {
        let months: Vec<Month> = lines.iter().filter_map(|line| line.month).collect();
        let mut known = day_lines(holdings);
        known.retain(|line| line.day.is_some_and(|day| months.contains(&Month::of(day))));
        known.extend((0..empty).map(|_| DayLine {
            day: None,
            name: String::new(),
            tally: None,
            open_days: None,
        }));
        return known;
    };
    let days = (0..WEEK).filter_map(|later| first.checked_add_days(Days::new(later)));
    let days = days.filter(|day| Month::of(*day) == Month::of(first));
    let mut names: Vec<&Document> = lines.iter().map(|line| &line.document).collect();
    names.dedup_by_key(|it| it.name.clone());
    let open_days = ledger.open_days(Month::of(first));
    let of_day = |day: NaiveDate| {
        names.iter().map(move |document| {
            let counted = ledger.month(document.id, Month::of(day)).map(|it| &it.counted);
            let tally = match counted {
                Some(Counted::Week { days, .. }) => days.get(&day).copied(),
                _ => None,
            };
            DayLine {
                day: Some(day),
                name: document.name.clone(),
                tally,
                open_days,
            }
        })
    };
    days.flat_map(of_day).collect()
}

/// Facts in words that are read back: `薬＝書き写している；入浴＝ここで初めて書く`.
pub fn facts_text(facts: &[FactUse], holdings: &Holdings, text: &Text) -> String {
    let parts: Vec<String> = facts
        .iter()
        .map(|it| {
            format!(
                "{}＝{}",
                fact_name(holdings, &it.fact, text),
                text.say(&it.way.phrase())
            )
        })
        .collect();
    parts.join("；")
}
