//! The survey sheet that is handed out and comes back (課題把握シート): what stands where, and which words are answers.
//!
//! What writes the sheet and what reads it both go by this file. Rows and columns are counted from zero.

use super::questionnaire::{Questionnaire, StatementCode};
use super::response::{Answer, Position, Rating};
use crate::office::{Bilingual, fold};
use crate::phrase::{Phrase, phrase};

/// Name of the only worksheet.
pub const PAGE_NAME: &str = "課題把握シート";
/// Where the line stands that tells what workbook this is: A1.
pub const MARK_PLACE: (u32, u16) = (0, 0);
/// Where the title stands: A2.
pub const TITLE_PLACE: (u32, u16) = (1, 0);
/// Where the sentence about answering stands: A3.
pub const HOW_PLACE: (u32, u16) = (2, 0);
/// Where the four answers stand with their numbers: A4.
pub const SCALE_PLACE: (u32, u16) = (3, 0);
/// Row of the headings above the statements: row 9.
pub const HEADING_ROW: u32 = 8;
/// First row that may hold a viewpoint or a statement: row 10.
pub const FIRST_ROW: u32 = 9;
/// Column of the codes of statements: A. A row is a statement when this column holds one of the questionnaire's codes.
pub const CODE_COLUMN: u16 = 0;
/// Column in which statements begin: B.
pub const STATEMENT_COLUMN: u16 = 1;
/// Last of the columns that a statement takes: C.
pub const STATEMENT_END: u16 = 2;
/// Column of the answers: D.
pub const ANSWER_COLUMN: u16 = 3;
/// The number that stands for わからない beside 0 to 3.
pub const UNKNOWN_NUMBER: u8 = 9;

/// How the line in [`MARK_PLACE`] begins.
const MARK: &str = "yutori survey";

/// A field above the statements.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HeadField {
    /// 調査時期
    Round,
    /// 職員ID, which nobody has to write.
    Staff,
    /// ユニット・フロア
    Unit,
    /// 職種
    Role,
    /// The day on which it was answered.
    Date,
    /// 立場
    Position,
}

impl HeadField {
    /// In the order in which they are read.
    pub const ALL: [Self; 6] = [
        Self::Round,
        Self::Staff,
        Self::Unit,
        Self::Role,
        Self::Date,
        Self::Position,
    ];

    /// Where its value stands: B5, D5, B6, D6, B7, D7. Its label is the cell to the left.
    pub fn place(self) -> (u32, u16) {
        match self {
            Self::Round => (4, 1),
            Self::Staff => (4, 3),
            Self::Unit => (5, 1),
            Self::Role => (5, 3),
            Self::Date => (6, 1),
            Self::Position => (6, 3),
        }
    }

    /// Its name on the sheet.
    pub fn phrase(self) -> Phrase {
        match self {
            Self::Round => phrase("answer-head-round"),
            Self::Staff => phrase("answer-head-staff"),
            Self::Unit => phrase("answer-head-unit"),
            Self::Role => phrase("answer-head-role"),
            Self::Date => phrase("answer-head-date"),
            Self::Position => phrase("answer-head-position"),
        }
    }
}

/// Where an entry of the list of statements stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Entry<'a> {
    /// The name of a viewpoint over its statements, by its place in the questionnaire.
    Viewpoint(usize),
    /// A statement.
    Statement(&'a StatementCode),
}

/// The rows from [`FIRST_ROW`] on: each viewpoint, then its statements.
pub fn rows(questionnaire: &Questionnaire) -> Vec<(u32, Entry<'_>)> {
    let entries = questionnaire
        .viewpoints
        .iter()
        .enumerate()
        .flat_map(|(place, viewpoint)| {
            let statements = viewpoint.statements.iter().map(|it| Entry::Statement(&it.code));
            std::iter::once(Entry::Viewpoint(place)).chain(statements)
        });
    (FIRST_ROW..).zip(entries).collect()
}

/// The line in [`MARK_PLACE`]: `yutori survey challenge-facility 2026-04`.
pub fn mark(questionnaire: &Questionnaire) -> String {
    format!("{MARK} {} {}", questionnaire.id, questionnaire.version)
}

/// Reads such a line: id and version of the questionnaire; `None` when it is another line.
pub fn read_mark(line: &str) -> Option<(String, String)> {
    let mut words = line.split_whitespace();
    let is_mark = MARK.split(' ').all(|word| words.next() == Some(word));
    let id = words.next().filter(|_| is_mark)?;
    let version: Vec<&str> = words.collect();
    Some((id.to_owned(), version.join(" ")))
}

/// The word that an answer cell offers for an answer.
pub fn answer_word(questionnaire: &Questionnaire, answer: Answer) -> &Bilingual {
    match answer {
        Answer::Rated(rating) => &questionnaire.scale[usize::from(rating.number())],
        Answer::Unknown => &questionnaire.unknown,
    }
}

/// The answers that can be given, from 0 当てはまらない to 3 よく当てはまる, then わからない.
pub fn all_answers() -> impl Iterator<Item = Answer> {
    Rating::ALL.into_iter().map(Answer::Rated).chain([Answer::Unknown])
}

/// The number of an answer on paper and on the keys: 0 to 3, and 9 for わからない.
pub fn answer_number(answer: Answer) -> u8 {
    answer.rating().map_or(UNKNOWN_NUMBER, Rating::number)
}

/// Why a text is no answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoAnswer;

/// Reads an answer as people give it: a word of the questionnaire in either language, `0` to `3`, `9` or `？` for わからない, a
/// number with its word (`3 よく当てはまる`). `None` is no answer: nothing written, or a dash.
pub fn read_answer(questionnaire: &Questionnaire, written: &str) -> Result<Option<Answer>, NoAnswer> {
    let written = plain(written);
    if matches!(written.as_str(), "" | "-" | "ー" | "―" | "–" | "—" | "無回答") {
        return Ok(None);
    }
    let by_word = |word: &str| {
        all_answers().find(|answer| {
            let own = answer_word(questionnaire, *answer);
            !word.is_empty() && [&own.ja, &own.en].into_iter().any(|own| plain(own) == word)
        })
    };
    if let Some(answer) = by_word(&written).or_else(|| by_sign(&written)) {
        return Ok(Some(answer));
    }
    let rest = written.trim_start_matches(|c: char| c.is_ascii_digit() || ".:)．：）、, ".contains(c));
    match (by_word(rest), written.chars().next()) {
        // The number and the word say the same, or it is not clear which one is meant.
        (Some(answer), Some(first)) if by_sign(&first.to_string()) == Some(answer) => Ok(Some(answer)),
        _ => Err(NoAnswer),
    }
}

fn by_sign(sign: &str) -> Option<Answer> {
    match sign {
        "9" | "9.0" | "?" | "不明" | "わからない" | "分からない" => Some(Answer::Unknown),
        _ => {
            let number = sign.strip_suffix(".0").unwrap_or(sign).parse().ok()?;
            Rating::of(number).map(Answer::Rated)
        }
    }
}

fn plain(written: &str) -> String {
    fold(written).trim().trim_end_matches('。').to_lowercase()
}

/// The words for where a person works that the position cell offers, the floor first.
pub fn position_words() -> [Phrase; 2] {
    Position::ALL.map(Position::phrase)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::Catalog;

    fn questionnaire() -> Questionnaire {
        Catalog::built_in().questionnaire("challenge-facility").unwrap().clone()
    }

    fn rated(number: u8) -> Option<Answer> {
        Rating::of(number).map(Answer::Rated)
    }

    #[test]
    fn answers_are_read_as_people_write_them() {
        let questionnaire = questionnaire();
        let read = |written: &str| read_answer(&questionnaire, written);
        for (written, number) in [
            ("よく当てはまる", 3),
            (" よく当てはまる。", 3),
            ("Applies somewhat", 2),
            ("１", 1),
            ("0", 0),
            ("2.0", 2),
            ("3 よく当てはまる", 3),
            ("３：よく当てはまる", 3),
        ] {
            assert_eq!(read(written), Ok(rated(number)), "{written}");
        }
        for written in ["わからない", "分からない", "？", "9", "９ わからない"] {
            assert_eq!(read(written), Ok(Some(Answer::Unknown)), "{written}");
        }
        for written in ["", "　", "-", "－", "ー"] {
            assert_eq!(read(written), Ok(None), "{written}");
        }
        for written in ["4", "はい", "2 よく当てはまる", "23", "1.5", "3 はい"] {
            assert_eq!(read(written), Err(NoAnswer), "{written}");
        }
    }

    #[test]
    fn every_answer_is_read_back_from_its_word_and_its_number() {
        for questionnaire in Catalog::built_in().questionnaires() {
            for answer in all_answers() {
                let word = answer_word(questionnaire, answer);
                let number = answer_number(answer).to_string();
                for written in [&word.ja, &word.en, &number] {
                    assert_eq!(read_answer(questionnaire, written), Ok(Some(answer)), "{written}");
                }
            }
        }
    }

    #[test]
    fn the_mark_names_questionnaire_and_version() {
        let line = mark(&questionnaire());
        assert_eq!(line, "yutori survey challenge-facility 2026-04");
        let expected = Some(("challenge-facility".to_owned(), "2026-04".to_owned()));
        assert_eq!(read_mark(&line), expected);
        assert_eq!(read_mark("yutori survey"), None);
        assert_eq!(read_mark("課題把握シート"), None);
    }

    #[test]
    fn every_statement_has_a_row_below_its_viewpoint() {
        let questionnaire = questionnaire();
        let rows = rows(&questionnaire);
        assert_eq!(rows.len(), 40);
        assert_eq!(rows[0], (9, Entry::Viewpoint(0)));
        assert_eq!(rows[1], (10, Entry::Statement(&StatementCode("1a".to_owned()))));
        assert_eq!(rows[5], (14, Entry::Viewpoint(1)));
        let statements = rows.iter().filter(|(_, entry)| matches!(entry, Entry::Statement(_)));
        assert_eq!(statements.count(), 32);
    }
}
