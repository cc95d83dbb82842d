//! The columns of a table of documents, under the names that people give them.

use crate::documents::LedgerField;
use crate::intake::rows::Field;
use crate::intake::written::plain;

/// A column that means something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Column {
    /// A field of the ledger.
    Of(LedgerField),
    /// For the reader only.
    Aside,
}

const NAMES: [(Column, &[&str]); 17] = [
    (
        Column::Of(LedgerField::Name),
        &[
            "文書",
            "文書名",
            "文書の名前",
            "文書の種類",
            "書類",
            "書類名",
            "書類の種類",
            "帳票",
            "帳票名",
            "様式",
            "document",
            "documentname",
            "kindofdocument",
        ],
    ),
    (
        Column::Of(LedgerField::Group),
        &["分類", "文書の分類", "区分", "種別", "group"],
    ),
    (
        Column::Of(LedgerField::Storage),
        &["保管", "保管方法", "保管の方法", "保存方法", "storage"],
    ),
    (
        Column::Of(LedgerField::KeepYears),
        &[
            "保存年数",
            "保管年数",
            "保存期間",
            "保管期間",
            "yearskept",
            "keepyears",
            "keep_years",
        ],
    ),
    (
        Column::Of(LedgerField::Facts),
        &["書かれる事項", "事項", "factsinit", "facts"],
    ),
    (
        Column::Of(LedgerField::Month),
        &["年月", "対象月", "対象年月", "月", "month"],
    ),
    (
        Column::Of(LedgerField::Medium),
        &["原本", "媒体", "原本の形", "原本の媒体", "original", "medium"],
    ),
    (
        Column::Of(LedgerField::Pieces),
        &[
            "件数",
            "作成件数",
            "月の件数",
            "1か月の件数",
            "件数/月",
            "pieces",
            "piecesamonth",
        ],
    ),
    (
        Column::Of(LedgerField::Sheets),
        &[
            "原本の枚数",
            "原本枚数",
            "枚数",
            "紙の枚数",
            "用紙枚数",
            "用紙の枚数",
            "枚数/月",
            "sheetsoforiginals",
            "sheets",
        ],
    ),
    (
        Column::Of(LedgerField::Copies),
        &[
            "写し・印刷の枚数",
            "写し・印刷",
            "写し",
            "写しの枚数",
            "写し枚数",
            "印刷",
            "印刷枚数",
            "印刷の枚数",
            "コピー",
            "コピー枚数",
            "コピーの枚数",
            "sheetsofcopiesandprintouts",
            "copies",
            "printouts",
        ],
    ),
    (
        Column::Of(LedgerField::MinutesPerPiece),
        &[
            "1件の分",
            "1件あたりの分",
            "1件の分数",
            "1件の時間",
            "1件あたりの時間",
            "1件の作成時間",
            "作成時間",
            "minutesperpiece",
            "minutes_per_piece",
        ],
    ),
    (
        Column::Of(LedgerField::Reentries),
        &[
            "転記の回数",
            "転記回数",
            "1件の転記",
            "1件の転記回数",
            "転記",
            "書き写しの回数",
            "書き写し",
            "re-entriesperpiece",
            "reentriesperpiece",
            "reentries_per_piece",
        ],
    ),
    (
        Column::Of(LedgerField::MinutesPerReentry),
        &[
            "転記1回の分",
            "転記1回の時間",
            "転記1回あたりの分",
            "書き写し1回の分",
            "minutesperre-entry",
            "minutes_per_reentry",
        ],
    ),
    (
        Column::Of(LedgerField::Goal),
        &[
            "計画の枚数",
            "計画枚数",
            "目標の枚数",
            "目標枚数",
            "目標",
            "plannedsheets",
            "goal",
        ],
    ),
    (
        Column::Of(LedgerField::Day),
        &["日付", "数えた日", "年月日", "日", "date", "day"],
    ),
    (
        Column::Of(LedgerField::OpenDays),
        &[
            "営業日数",
            "開所日数",
            "稼働日数",
            "月の営業日数",
            "opendays",
            "open_days",
        ],
    ),
    (
        Column::Aside,
        &[
            "no",
            "no.",
            "番号",
            "備考",
            "メモ",
            "曜日",
            "数え方",
            "note",
            "notes",
            "weekday",
            "counted",
        ],
    ),
];

/// The spelling by which headings are compared.
fn key(text: &str) -> String {
    plain(text).to_lowercase()
}

impl Column {
    /// The column that a heading names; what stands in brackets behind it is for the reader.
    pub fn of(heading: &str) -> Option<Self> {
        let name = key(heading);
        let bare = match name.find(['(', '[']) {
            Some(at) if at > 0 => name.get(..at).unwrap_or(&name),
            _ => &name,
        };
        let is_it = |own: &&str| {
            let own = key(own);
            own == name || own == bare
        };
        let found = NAMES.iter().find(|(_, own)| own.iter().any(is_it));
        found.map(|(column, _)| *column)
    }
}

/// How well headings fit a table of documents; 0 for not at all.
pub fn fit(headings: &[Field]) -> usize {
    let columns: Vec<Column> = headings.iter().filter_map(|it| Column::of(&it.text)).collect();
    let has = |field| columns.contains(&Column::Of(field));
    let has_time = has(LedgerField::Month) || has(LedgerField::Day);
    let has_count = [
        LedgerField::Pieces,
        LedgerField::Sheets,
        LedgerField::Copies,
        LedgerField::Goal,
    ]
    .into_iter()
    .any(has);
    if has(LedgerField::Name) && has_time && has_count {
        columns.len()
    } else {
        0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Lang, Text};

    #[test]
    fn headings_are_found_as_people_write_them() {
        for (heading, field) in [
            ("文書名", LedgerField::Name),
            ("書類の 種類", LedgerField::Name),
            ("対象月", LedgerField::Month),
            ("枚数（原本・紙）", LedgerField::Sheets),
            ("コピー枚数", LedgerField::Copies),
            ("１件あたりの時間（分）", LedgerField::MinutesPerPiece),
            ("転記（回/件）", LedgerField::Reentries),
            ("数えた日", LedgerField::Day),
            ("Copies", LedgerField::Copies),
        ] {
            assert_eq!(Column::of(heading), Some(Column::Of(field)), "{heading}");
        }
        for heading in ["", "担当者", "感想"] {
            assert_eq!(Column::of(heading), None, "{heading}");
        }
    }

    #[test]
    fn our_own_headings_are_known_in_both_languages() {
        let own = LedgerField::OF_MONTH.into_iter().chain([
            LedgerField::Name,
            LedgerField::Group,
            LedgerField::Storage,
            LedgerField::KeepYears,
            LedgerField::Facts,
            LedgerField::Month,
            LedgerField::Goal,
            LedgerField::Day,
            LedgerField::OpenDays,
        ]);
        for field in own {
            for lang in [Lang::Ja, Lang::En] {
                let heading = Text::new(lang).say(&field.phrase());
                assert_eq!(Column::of(&heading), Some(Column::Of(field)), "{heading}");
            }
        }
    }
}
