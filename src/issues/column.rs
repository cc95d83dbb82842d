//! What headings of answer tables mean, as people say it.

use std::collections::BTreeMap;

use super::questionnaire::StatementCode;
use super::response::SurveyColumn;
use crate::office::{fold, printable};
use crate::phrase::{Phrase, phrase};

/// What headings mean, by the headings as they are written.
pub type ColumnMap = BTreeMap<String, SurveyColumn>;

/// A heading without differences of spelling that mean nothing: widths, capitals, blanks, kinds of dashes.
pub fn heading_key(heading: &str) -> String {
    fold(&printable(heading))
        .to_lowercase()
        .chars()
        .filter(|c| !c.is_whitespace())
        .map(|c| match c {
            '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{ff70}' | 'ー' | '─' | '━' => '-',
            c => c,
        })
        .collect()
}

/// The heading of a map that is spelt like this one, with what it means.
pub fn mapped<'a>(columns: &'a ColumnMap, heading: &str) -> Option<(&'a String, &'a SurveyColumn)> {
    let key = heading_key(heading);
    columns.iter().find(|(known, _)| heading_key(known) == key)
}

impl SurveyColumn {
    /// The fields beside the statements, in the order in which they are offered.
    pub const FIELDS: [Self; 7] = [
        Self::Ignored,
        Self::Role,
        Self::Unit,
        Self::Position,
        Self::Staff,
        Self::Date,
        Self::Round,
    ];

    /// Reads what a person says a column holds: `role`, `職種`, `-` …, else the code of a statement.
    pub fn parse(written: &str) -> Option<Self> {
        let word = heading_key(written);
        Some(match word.as_str() {
            "" => return None,
            "-" | "ignore" | "ignored" | "none" | "使わない" => Self::Ignored,
            "staff" | "職員id" | "職員" => Self::Staff,
            "role" | "職種" => Self::Role,
            "unit" | "ユニット" | "フロア" | "ユニット・フロア" => Self::Unit,
            "position" | "立場" => Self::Position,
            "date" | "日付" => Self::Date,
            "round" | "wave" | "時期" | "調査時期" => Self::Round,
            _ => Self::Statement(StatementCode::parse(&word)),
        })
    }

    /// The word in commands and JSON: the code of a statement, `role`, `-` …
    pub fn id(&self) -> &str {
        match self {
            Self::Statement(code) => code.as_str(),
            Self::Staff => "staff",
            Self::Role => "role",
            Self::Unit => "unit",
            Self::Position => "position",
            Self::Date => "date",
            Self::Round => "round",
            Self::Ignored => "-",
        }
    }

    /// The word for people; `None` for a statement, which has its own words.
    pub fn phrase(&self) -> Option<Phrase> {
        Some(match self {
            Self::Statement(_) => return None,
            Self::Staff => phrase("surveyin-column-staff"),
            Self::Role => phrase("surveyin-column-role"),
            Self::Unit => phrase("surveyin-column-unit"),
            Self::Position => phrase("surveyin-column-position"),
            Self::Date => phrase("surveyin-column-date"),
            Self::Round => phrase("surveyin-column-round"),
            Self::Ignored => phrase("surveyin-column-ignored"),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_is_read_back_from_its_word() {
        let statement = SurveyColumn::Statement(StatementCode("2-1a".to_owned()));
        for column in SurveyColumn::FIELDS.into_iter().chain([statement]) {
            assert_eq!(SurveyColumn::parse(column.id()), Some(column));
        }
        assert_eq!(SurveyColumn::parse("　"), None);
        assert_eq!(
            SurveyColumn::parse("２－１Ａ"),
            Some(SurveyColumn::Statement(StatementCode("2-1a".to_owned())))
        );
    }

    #[test]
    fn a_heading_is_found_in_any_spelling() {
        let columns = ColumnMap::from([("Ｑ１ 物の置き場".to_owned(), SurveyColumn::Ignored)]);
        assert!(mapped(&columns, "q1物の置き場 ").is_some());
        assert!(mapped(&columns, "q2物の置き場").is_none());
    }
}
