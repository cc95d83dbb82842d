//! Reading what people type into the ledger.

use super::document::{DocumentGroup, FactWay, Storage, plain_name};
use super::field::{DraftFault, LedgerField, Why};
use super::month::Medium;
use crate::office::{Decimal, DecimalFault, Month, fold, is_missing};

/// What people write behind a number.
const UNITS: [&str; 10] = ["枚", "件", "回", "部", "分", "年", "日", "円", "冊", "通"];

type Words<T> = [(T, &'static [&'static str])];

const GROUPS: &Words<DocumentGroup> = &[
    (DocumentGroup::Record, &["記録", "records", "record"]),
    (DocumentGroup::Plan, &["計画", "計画書", "plans", "plan"]),
    (
        DocumentGroup::Slip,
        &[
            "提供票・連絡",
            "提供票",
            "連絡",
            "利用票・提供票",
            "slips and letters",
            "slip",
            "slips",
        ],
    ),
    (DocumentGroup::Billing, &["請求", "billing"]),
    (DocumentGroup::Handover, &["申し送り", "申送り", "申送", "handover"]),
    (DocumentGroup::Meeting, &["会議", "meetings", "meeting"]),
    (DocumentGroup::Contract, &["契約", "contracts", "contract"]),
    (DocumentGroup::Training, &["研修", "training"]),
    (DocumentGroup::Other, &["その他", "other"]),
];

const STORAGES: &Words<Storage> = &[
    (Storage::Paper, &["紙で保管", "紙", "kept on paper", "paper"]),
    (
        Storage::Data,
        &["データで保管", "データ", "電子", "kept as data", "data"],
    ),
    (
        Storage::Both,
        &[
            "紙とデータで保管",
            "紙とデータ",
            "両方",
            "kept on paper and as data",
            "both",
        ],
    ),
    (
        Storage::NotKept,
        &["保管しない", "しない", "なし", "not kept", "not-kept", "none"],
    ),
];

const MEDIUMS: &Words<Medium> = &[
    (Medium::Paper, &["紙", "手書き", "paper"]),
    (Medium::Data, &["データ", "電子", "電子データ", "data"]),
    (Medium::Both, &["紙とデータ", "両方", "paper and data", "both"]),
];

const WAYS: &Words<FactWay> = &[
    (
        FactWay::First,
        &[
            "ここで初めて書く",
            "初めて書く",
            "初めて",
            "written here first",
            "first",
        ],
    ),
    (
        FactWay::Again,
        &["書き写している", "書き写し", "転記", "written again by hand", "again"],
    ),
    (
        FactWay::Once,
        &[
            "書き写しをなくす",
            "一度だけ入力",
            "なくす",
            "to be entered only once",
            "once",
        ],
    ),
];

fn word<T: Copy>(written: &str, words: &Words<T>) -> Option<T> {
    let wanted = plain_name(written);
    let found = words
        .iter()
        .find(|(_, own)| own.iter().any(|own| plain_name(own) == wanted));
    found.map(|(it, _)| *it)
}

fn worded<T: Copy>(field: LedgerField, written: &str, words: &Words<T>) -> Result<Option<T>, DraftFault> {
    if is_missing(written) {
        return Ok(None);
    }
    let found = word(written, words);
    found
        .map(Some)
        .ok_or_else(|| DraftFault::new(field, Why::NoWord(written.to_owned())))
}

/// Reads what a document is for; `None` where nothing stands.
pub fn document_group(written: &str) -> Result<Option<DocumentGroup>, DraftFault> {
    worded(LedgerField::Group, written, GROUPS)
}

/// Reads how a document is kept; `None` where nothing stands.
pub fn document_storage(written: &str) -> Result<Option<Storage>, DraftFault> {
    worded(LedgerField::Storage, written, STORAGES)
}

/// Reads what an original is; `None` where nothing stands.
pub fn document_medium(written: &str) -> Result<Option<Medium>, DraftFault> {
    worded(LedgerField::Medium, written, MEDIUMS)
}

/// Reads how a fact gets into a document; `None` where it is no such word.
pub fn fact_way(written: &str) -> Option<FactWay> {
    word(written, WAYS)
}

/// Reads a figure of 0 or more of a field; `None` where nothing stands.
pub fn ledger_figure(field: LedgerField, written: &str) -> Result<Option<Decimal>, DraftFault> {
    if is_missing(written) {
        return Ok(None);
    }
    let refuse = |why: fn(String) -> Why| DraftFault::new(field, why(written.to_owned()));
    let folded = fold(written);
    let bare = UNITS
        .iter()
        .find_map(|unit| folded.strip_suffix(unit))
        .unwrap_or(&folded);
    let figure = Decimal::parse(bare).map_err(|fault| match fault {
        DecimalFault::Empty | DecimalFault::NoNumber => refuse(Why::NoNumber),
        DecimalFault::TooFine => refuse(Why::TooFine),
        DecimalFault::TooLarge => refuse(Why::TooLarge),
    })?;
    if figure < Decimal::ZERO {
        return Err(refuse(Why::Negative));
    }
    if figure > Decimal::whole(field.most()) {
        return Err(refuse(Why::TooLarge));
    }
    Ok(Some(figure))
}

/// Reads a whole number of 0 or more of a field; `None` where nothing stands.
pub fn ledger_count(field: LedgerField, written: &str) -> Result<Option<u32>, DraftFault> {
    let not_whole = || DraftFault::new(field, Why::NotWhole(written.to_owned()));
    let figure = match ledger_figure(field, written) {
        Err(fault) if matches!(fault.why, Why::TooFine(_)) => return Err(not_whole()),
        other => other?,
    };
    let Some(figure) = figure else {
        return Ok(None);
    };
    let count = figure.as_count().and_then(|count| u32::try_from(count).ok());
    count.map(Some).ok_or_else(not_whole)
}

/// Reads a month of a field; `None` where nothing stands.
pub fn ledger_month(field: LedgerField, written: &str) -> Result<Option<Month>, DraftFault> {
    if is_missing(written) {
        return Ok(None);
    }
    let month = Month::parse(written);
    month
        .map(Some)
        .ok_or_else(|| DraftFault::new(field, Why::NoMonth(written.to_owned())))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::phrase::Phrase;
    use crate::text::{Lang, Text};

    fn both(phrase: &Phrase) -> [String; 2] {
        [Lang::Ja, Lang::En].map(|lang| Text::new(lang).say(phrase))
    }

    #[test]
    fn every_word_that_is_shown_can_be_typed() {
        for it in DocumentGroup::ALL {
            for written in both(&it.phrase()).into_iter().chain([it.id().to_owned()]) {
                assert_eq!(document_group(&written), Ok(Some(it)), "{written}");
            }
        }
        for it in Storage::ALL {
            for written in both(&it.phrase()).into_iter().chain([it.id().to_owned()]) {
                assert_eq!(document_storage(&written), Ok(Some(it)), "{written}");
            }
        }
        for it in Medium::ALL {
            for written in both(&it.phrase()).into_iter().chain([it.id().to_owned()]) {
                assert_eq!(document_medium(&written), Ok(Some(it)), "{written}");
            }
        }
        for it in FactWay::ALL {
            for written in both(&it.phrase()).into_iter().chain([it.id().to_owned()]) {
                assert_eq!(fact_way(&written), Some(it), "{written}");
            }
        }
    }

    #[test]
    fn figures_are_read_as_people_type_them() {
        let minutes = |written| ledger_figure(LedgerField::MinutesPerPiece, written);
        let half = Decimal::parse("1.5").unwrap();
        for written in ["1.5", "１．５", "1.5分", " 1.50 "] {
            assert_eq!(minutes(written), Ok(Some(half)), "{written}");
        }
        for written in ["", "　", "-", "—"] {
            assert_eq!(minutes(written), Ok(None), "{written}");
        }
        let sheets = |written| ledger_count(LedgerField::Sheets, written);
        assert_eq!(sheets("１，２００枚"), Ok(Some(1200)));
        assert_eq!(sheets("0"), Ok(Some(0)));
        let why = |written| sheets(written).unwrap_err().why;
        assert!(matches!(why("12.5"), Why::NotWhole(_)));
        assert!(matches!(why("12.0001"), Why::NotWhole(_)));
        assert!(matches!(why("△3"), Why::Negative(_)));
        assert!(matches!(why("多い"), Why::NoNumber(_)));
        assert!(matches!(why("1000001"), Why::TooLarge(_)));
        assert!(matches!(minutes("1.0001").unwrap_err().why, Why::TooFine(_)));
    }
}
