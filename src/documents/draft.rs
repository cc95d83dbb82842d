//! What a person types into the ledger, field by field, and what becomes of it.

use super::Documents;
use super::document::{Document, DocumentGroup, DocumentId, FactUse, LONGEST_NAME, Storage};
use super::field::{DraftFault, LedgerField, Why};
use super::month::{Counted, DocumentMonth, Medium, Tally};
use super::offer::DocumentOffer;
use super::settings::{LedgerSettings, UnitCosts};
use super::typed::{document_group, document_medium, document_storage, ledger_count, ledger_figure, ledger_month};
use crate::office::{Decimal, Month, is_missing, printable};

/// Keeps what could be read, and collects what could not.
struct Reader {
    faults: Vec<DraftFault>,
}

impl Reader {
    fn take<T>(&mut self, read: Result<Option<T>, DraftFault>) -> Option<T> {
        read.unwrap_or_else(|fault| {
            self.faults.push(fault);
            None
        })
    }

    fn done<T>(self, made: T) -> Result<T, Vec<DraftFault>> {
        if self.faults.is_empty() {
            Ok(made)
        } else {
            Err(self.faults)
        }
    }
}

fn shown<T: ToString>(figure: Option<T>) -> String {
    figure.map_or_else(String::new, |it| it.to_string())
}

/// A kind of document as a person types it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DocumentDraft {
    /// 文書
    pub name: String,
    /// 分類; blank for その他.
    pub group: String,
    /// 保管; blank for paper.
    pub storage: String,
    /// 保存年数; blank when unknown.
    pub keep_years: String,
    /// Id in the catalog.
    pub offer: Option<String>,
    /// Facts that stand in it.
    pub facts: Vec<FactUse>,
}

impl DocumentDraft {
    /// What stands in a line of the ledger.
    pub fn of(document: &Document) -> Self {
        Self {
            name: document.name.clone(),
            group: document.group.id().to_owned(),
            storage: document.storage.id().to_owned(),
            keep_years: shown(document.keep_years),
            offer: document.offer.clone(),
            facts: document.facts.clone(),
        }
    }

    /// A common kind of document under a name.
    pub fn of_offer(offer: &DocumentOffer, name: &str) -> Self {
        Self {
            name: name.to_owned(),
            group: offer.group.id().to_owned(),
            storage: Storage::Paper.id().to_owned(),
            keep_years: shown(offer.keep_years),
            offer: Some(offer.id.clone()),
            facts: offer.facts.clone(),
        }
    }

    /// The line of the ledger with this number, or everything that is wrong. `ground` is the ledger in which it is to stand.
    pub fn read(&self, id: DocumentId, ground: &Documents) -> Result<Document, Vec<DraftFault>> {
        let mut reader = Reader { faults: Vec::new() };
        let name = printable(&self.name).trim().to_owned();
        let fault = |why| DraftFault::new(LedgerField::Name, why);
        if name.is_empty() {
            reader.faults.push(fault(Why::Missing));
        } else if name.chars().count() > LONGEST_NAME {
            reader.faults.push(fault(Why::TooLong));
        } else if ground.kind_named(&name).is_some_and(|it| it.id != id) {
            reader.faults.push(fault(Why::NameTaken(name.clone())));
        }
        let group = reader.take(document_group(&self.group));
        let storage = reader.take(document_storage(&self.storage));
        let keep_years = reader.take(ledger_count(LedgerField::KeepYears, &self.keep_years));
        reader.done(Document {
            id,
            name,
            group: group.unwrap_or(DocumentGroup::Other),
            offer: self.offer.clone(),
            storage: storage.unwrap_or_default(),
            keep_years: keep_years.and_then(|years| u8::try_from(years).ok()),
            facts: self.facts.clone(),
        })
    }
}

/// Pieces and sheets of a day as a person types them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TallyDraft {
    /// 件数
    pub pieces: String,
    /// 原本の枚数
    pub sheets: String,
    /// 写し・印刷の枚数; blank for 0.
    pub copies: String,
}

impl TallyDraft {
    /// What was counted.
    pub fn of(tally: &Tally) -> Self {
        Self {
            pieces: shown(tally.pieces),
            sheets: shown(tally.sheets),
            copies: tally.copies.to_string(),
        }
    }

    /// Whether nothing stands there.
    pub fn is_blank(&self) -> bool {
        [&self.pieces, &self.sheets, &self.copies]
            .into_iter()
            .all(|it| is_missing(it))
    }

    /// What was counted, `None` where nothing stands; or everything that is wrong.
    pub fn read(&self) -> Result<Option<Tally>, Vec<DraftFault>> {
        let mut reader = Reader { faults: Vec::new() };
        let tally = self.taken(&mut reader);
        reader.done((!self.is_blank()).then_some(tally))
    }

    fn taken(&self, reader: &mut Reader) -> Tally {
        Tally {
            pieces: reader.take(ledger_count(LedgerField::Pieces, &self.pieces)),
            sheets: reader.take(ledger_count(LedgerField::Sheets, &self.sheets)),
            copies: reader
                .take(ledger_count(LedgerField::Copies, &self.copies))
                .unwrap_or(0),
        }
    }
}

/// What a document took in a month, as a person types it: a line of the grid, a row of a file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct MonthDraft {
    /// 原本; blank for what it was before, see [`Documents::usual_medium`].
    pub medium: String,
    /// Pieces, sheets and copies.
    pub tally: TallyDraft,
    /// 1件の分
    pub minutes_per_piece: String,
    /// 転記の回数
    pub reentries: String,
    /// 転記1回の分
    pub minutes_per_reentry: String,
}

impl MonthDraft {
    /// What was counted; of a counting week what it makes for the month.
    pub fn of(counted: &DocumentMonth) -> Self {
        Self {
            medium: counted.medium.id().to_owned(),
            tally: TallyDraft::of(&counted.counted.tally()),
            minutes_per_piece: shown(counted.minutes_per_piece),
            reentries: shown(counted.reentries_per_piece),
            minutes_per_reentry: shown(counted.minutes_per_reentry),
        }
    }

    /// What stands in a field of a month; `None` for another field.
    pub fn field(&self, field: LedgerField) -> Option<&str> {
        Some(match field {
            LedgerField::Medium => &self.medium,
            LedgerField::Pieces => &self.tally.pieces,
            LedgerField::Sheets => &self.tally.sheets,
            LedgerField::Copies => &self.tally.copies,
            LedgerField::MinutesPerPiece => &self.minutes_per_piece,
            LedgerField::Reentries => &self.reentries,
            LedgerField::MinutesPerReentry => &self.minutes_per_reentry,
            _ => return None,
        })
    }

    /// The place of what stands in a field of a month; `None` for another field.
    pub fn field_mut(&mut self, field: LedgerField) -> Option<&mut String> {
        Some(match field {
            LedgerField::Medium => &mut self.medium,
            LedgerField::Pieces => &mut self.tally.pieces,
            LedgerField::Sheets => &mut self.tally.sheets,
            LedgerField::Copies => &mut self.tally.copies,
            LedgerField::MinutesPerPiece => &mut self.minutes_per_piece,
            LedgerField::Reentries => &mut self.reentries,
            LedgerField::MinutesPerReentry => &mut self.minutes_per_reentry,
            _ => return None,
        })
    }

    /// Whether nothing but the medium stands there: nothing was counted.
    pub fn is_blank(&self) -> bool {
        let others = [&self.minutes_per_piece, &self.reentries, &self.minutes_per_reentry];
        self.tally.is_blank() && others.into_iter().all(|it| is_missing(it))
    }

    /// What was counted of a document in a month, `None` where nothing stands; or everything that is wrong.
    ///
    /// The days of a counting week stay where the counts are those that it makes, or blank; other counts are those of the whole month.
    pub fn read(
        &self,
        document: DocumentId,
        month: Month,
        ground: &Documents,
    ) -> Result<Option<DocumentMonth>, Vec<DraftFault>> {
        let mut reader = Reader { faults: Vec::new() };
        let medium = reader.take(document_medium(&self.medium));
        let medium = medium.unwrap_or_else(|| ground.usual_medium(document, month));
        let tally = self.tally.taken(&mut reader);
        let minutes_per_piece = reader.take(ledger_figure(LedgerField::MinutesPerPiece, &self.minutes_per_piece));
        let reentries = reader.take(ledger_count(LedgerField::Reentries, &self.reentries));
        let minutes_per_reentry = reader.take(ledger_figure(LedgerField::MinutesPerReentry, &self.minutes_per_reentry));
        let week = ground
            .month(document, month)
            .filter(|known| matches!(known.counted, Counted::Week { .. }))
            .filter(|known| self.tally.is_blank() || known.counted.tally() == tally);
        let counted = week.map_or(Counted::Month(tally), |known| known.counted.clone());
        if medium == Medium::Data && counted.tally().sheets.is_some_and(|sheets| sheets > 0) {
            reader
                .faults
                .push(DraftFault::new(LedgerField::Sheets, Why::SheetsOfData));
        }
        let made = DocumentMonth {
            document,
            month,
            medium,
            counted,
            minutes_per_piece,
            reentries_per_piece: reentries.and_then(|it| u16::try_from(it).ok()),
            minutes_per_reentry,
        };
        reader.done((!self.is_blank()).then_some(made))
    }
}

/// What is set for the ledger, as a person types it; a blank is not set.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SettingsDraft {
    /// 取組前の月
    pub before: String,
    /// 取組後の月
    pub after: String,
    /// 紙1枚の円
    pub paper: String,
    /// 印刷1枚の円
    pub print: String,
    /// 時給
    pub wage: String,
    /// 1冊の枚数
    pub binder_sheets: String,
}

impl SettingsDraft {
    /// What is set.
    pub fn of(settings: &LedgerSettings) -> Self {
        let LedgerSettings {
            before,
            after,
            costs,
            binder_sheets,
        } = settings;
        Self {
            before: shown(*before),
            after: shown(*after),
            paper: shown(costs.paper),
            print: shown(costs.print),
            wage: shown(costs.wage),
            binder_sheets: shown(*binder_sheets),
        }
    }

    /// What is to be set, or everything that is wrong.
    pub fn read(&self) -> Result<LedgerSettings, Vec<DraftFault>> {
        let mut reader = Reader { faults: Vec::new() };
        let before = reader.take(ledger_month(LedgerField::Before, &self.before));
        let after = reader.take(ledger_month(LedgerField::After, &self.after));
        let paper: Option<Decimal> = reader.take(ledger_figure(LedgerField::PaperYen, &self.paper));
        let print = reader.take(ledger_figure(LedgerField::PrintYen, &self.print));
        let wage = reader.take(ledger_count(LedgerField::Wage, &self.wage));
        let binder_sheets = reader.take(ledger_count(LedgerField::BinderSheets, &self.binder_sheets));
        if binder_sheets == Some(0) {
            let none = Why::NoNumber(self.binder_sheets.clone());
            reader.faults.push(DraftFault::new(LedgerField::BinderSheets, none));
        }
        reader.done(LedgerSettings {
            before,
            after,
            costs: UnitCosts { paper, print, wage },
            binder_sheets,
        })
    }
}
