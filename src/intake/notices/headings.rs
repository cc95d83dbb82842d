//! The columns of a table of notices, under the names that people give them.

use crate::intake::written::plain;
use crate::phrase::{Phrase, phrase};

/// A column that means something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Column {
    /// The printed number of the line.
    Number,
    /// いつ?
    When,
    /// どこで?
    Place,
    /// どんな課題や気づき?
    What,
    /// 困りごと分類
    Kind,
    /// 職種
    Role,
    /// ユニット・フロア
    Unit,
    /// よくある度
    Often,
    /// 大変さ
    Heavy,
    /// The day it was written down.
    Date,
    /// When a web form was sent.
    Stamp,
}

const NAMES: [(Column, &[&str]); 11] = [
    (Column::Number, &["no", "no.", "番号", "#", "id"]),
    (
        Column::When,
        &[
            "いつ",
            "when",
            "時間帯",
            "日時",
            "時間",
            "時刻",
            "いつごろ",
            "いつ頃",
            "いつのこと",
            "発生時間帯",
            "time",
        ],
    ),
    (Column::Place, &["どこで", "どこ", "where", "場所", "place", "発生場所"]),
    (
        Column::What,
        &[
            "どんな課題や気づき",
            "どんな課題",
            "どんな気づき",
            "内容",
            "気づき",
            "気付き",
            "課題",
            "気づきの内容",
            "気づいたこと",
            "気付いたこと",
            "課題や気づき",
            "課題・気づき",
            "気づき・課題",
            "困っていること",
            "困りごと",
            "困りごとの内容",
            "what",
            "whattroublesyou",
            "notice",
        ],
    ),
    (
        Column::Kind,
        &[
            "困りごと分類",
            "困りごとの分類",
            "困りごとの種類",
            "分類",
            "種類",
            "kind",
            "kindoftrouble",
            "type",
            "category",
        ],
    ),
    (
        Column::Role,
        &["職種", "記入者の職種", "記入者職種", "role", "職種(記入者)"],
    ),
    (
        Column::Unit,
        &[
            "ユニット",
            "フロア",
            "ユニット・フロア",
            "フロア-",
            "unit",
            "所属",
            "階",
        ],
    ),
    (
        Column::Often,
        &[
            "よくある度",
            "頻度",
            "どのくらいの頻度",
            "どのくらいよくある",
            "howoften",
            "often",
            "frequency",
        ],
    ),
    (
        Column::Heavy,
        &[
            "大変さ",
            "重さ",
            "負担",
            "負担の大きさ",
            "負担感",
            "負担度",
            "大変度",
            "影響",
            "深刻さ",
            "howheavy",
            "heavy",
            "burden",
            "weight",
        ],
    ),
    (
        Column::Date,
        &["日付", "記入日", "気づいた日", "date", "noted", "書いた日", "日にち"],
    ),
    (
        Column::Stamp,
        &[
            "タイムスタンプ",
            "timestamp",
            "完了時刻",
            "completiontime",
            "送信日時",
            "回答日時",
        ],
    ),
];

impl Column {
    /// Columns of which one that is filled makes a line a notice.
    pub const TELLING: [Self; 5] = [Self::When, Self::Place, Self::Kind, Self::Often, Self::Heavy];

    /// The column that a heading names.
    pub fn of(heading: &str) -> Option<Self> {
        let name = plain(heading).to_lowercase();
        let without_remark = name.split(['(', '[', '1']).next().unwrap_or(&name);
        let spelt = |name: &str| name.trim_end_matches(['?', ':', '。', '*', '※']).to_owned();
        let names = [spelt(&name), spelt(without_remark)];
        let found = NAMES
            .iter()
            .find(|(_, own)| names.iter().any(|name| own.contains(&name.as_str())));
        found.map(|(column, _)| *column)
    }

    /// The word for people.
    pub fn phrase(self) -> Phrase {
        match self {
            Self::Heavy => phrase("surveyin-notice-heavy"),
            _ => phrase("surveyin-notice-often"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_are_found_as_people_write_them() {
        for (heading, column) in [
            ("いつ？", Column::When),
            ("いつ?", Column::When),
            ("どこで？", Column::Place),
            ("どんな課題や気づき？", Column::What),
            ("困りごと分類", Column::Kind),
            ("分類（1〜5）", Column::Kind),
            ("よくある度（1〜5）", Column::Often),
            ("大変さ 1〜5", Column::Heavy),
            ("記入者の職種", Column::Role),
            ("フロアー", Column::Unit),
            ("日時", Column::When),
            ("記入日", Column::Date),
        ] {
            assert_eq!(Column::of(heading), Some(column), "{heading}");
        }
        for heading in ["", "お名前", "対応"] {
            assert_eq!(Column::of(heading), None, "{heading}");
        }
    }
}
