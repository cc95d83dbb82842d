//! Answers in one line, as they are typed from paper: `0123 ?-12 …` in the order of the statements, or `1a=2 1b=0`.

use std::collections::BTreeMap;

use super::questionnaire::{Questionnaire, StatementCode};
use super::response::Answer;
use super::survey_sheet::{NoAnswer, answer_number, read_answer};
use crate::office::fold;
use crate::phrase::{Phrase, phrase};

/// Answers by statement; `None` where a statement was left out.
pub type GivenAnswers = BTreeMap<StatementCode, Option<Answer>>;

/// Why a line holds no answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AnswersFault {
    /// The questionnaire has no statement with this code.
    UnknownCode(String),
    /// This is no answer; the code or the place of its statement, and what was written.
    NoAnswer(String, String),
    /// Signs without codes must be one for each statement.
    Count {
        /// Signs that were given.
        given: usize,
        /// Statements of the questionnaire.
        asked: usize,
    },
    /// A statement is answered twice.
    Twice(StatementCode),
    /// Codes and signs without codes were mixed.
    Mixed,
}

impl AnswersFault {
    /// In words.
    pub fn phrase(&self) -> Phrase {
        match self {
            Self::UnknownCode(code) => phrase("answer-no-code").with("code", code.as_str()),
            Self::NoAnswer(code, written) => phrase("answer-no-answer")
                .with("code", code.as_str())
                .with("written", written.as_str()),
            Self::Count { given, asked } => phrase("answer-count").with("given", *given).with("asked", *asked),
            Self::Twice(code) => phrase("answer-twice").with("code", code.as_str()),
            Self::Mixed => phrase("answer-mixed"),
        }
    }
}

/// Reads answers. Signs in order are one for each statement: `0` to `3`, `9` or `?` for わからない, `-`, `_` or `.` for none.
pub fn read_answers(questionnaire: &Questionnaire, words: &[&str]) -> Result<GivenAnswers, AnswersFault> {
    let words: Vec<String> = words
        .iter()
        .flat_map(|word| fold(word).split_whitespace().map(str::to_owned).collect::<Vec<_>>())
        .collect();
    let with_code = words.iter().filter(|word| word.contains('=')).count();
    if with_code == 0 {
        in_order(questionnaire, &words.concat())
    } else if with_code == words.len() {
        by_code(questionnaire, &words)
    } else {
        Err(AnswersFault::Mixed)
    }
}

fn in_order(questionnaire: &Questionnaire, signs: &str) -> Result<GivenAnswers, AnswersFault> {
    let codes: Vec<&StatementCode> = questionnaire.statements().map(|statement| &statement.code).collect();
    let signs: Vec<char> = signs.chars().collect();
    if signs.len() != codes.len() {
        return Err(AnswersFault::Count {
            given: signs.len(),
            asked: codes.len(),
        });
    }
    let read = |(code, sign): (&StatementCode, char)| {
        let answer = answer_of(questionnaire, &sign.to_string());
        let fault = |NoAnswer| AnswersFault::NoAnswer(code.to_string(), sign.to_string());
        Ok((code.clone(), answer.map_err(fault)?))
    };
    codes.into_iter().zip(signs).map(read).collect()
}

fn by_code(questionnaire: &Questionnaire, words: &[String]) -> Result<GivenAnswers, AnswersFault> {
    let mut given = GivenAnswers::new();
    for word in words {
        let (code, written) = word.split_once('=').unwrap_or((word, ""));
        let code = StatementCode::parse(code);
        if questionnaire.statement(&code).is_none() {
            return Err(AnswersFault::UnknownCode(code.to_string()));
        }
        let answer = answer_of(questionnaire, written);
        let answer = answer.map_err(|NoAnswer| AnswersFault::NoAnswer(code.to_string(), written.to_owned()))?;
        if given.insert(code.clone(), answer).is_some() {
            return Err(AnswersFault::Twice(code));
        }
    }
    Ok(given)
}

/// The answer that was written, or that there is none; two more signs than on paper stand for none.
fn answer_of(questionnaire: &Questionnaire, written: &str) -> Result<Option<Answer>, NoAnswer> {
    match written {
        "_" | "." => Ok(None),
        written => read_answer(questionnaire, written),
    }
}

/// Answers in one line, one sign for each statement, in groups by viewpoint: `01?- 2233 …`.
pub fn answer_line(questionnaire: &Questionnaire, answers: &BTreeMap<StatementCode, Answer>) -> String {
    let groups = questionnaire.viewpoints.iter().map(|viewpoint| {
        let signs = viewpoint
            .statements
            .iter()
            .map(|it| answer_sign(answers.get(&it.code).copied()));
        signs.collect::<String>()
    });
    groups.collect::<Vec<_>>().join(" ")
}

/// One sign for an answer: its number, `?` for わからない, `-` for none.
pub fn answer_sign(answer: Option<Answer>) -> char {
    match answer {
        None => '-',
        Some(Answer::Unknown) => '?',
        Some(answer) => char::from(b'0' + answer_number(answer)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::Catalog;
    use crate::issues::Rating;

    fn questionnaire() -> Questionnaire {
        Catalog::built_in().questionnaire("challenge-facility").unwrap().clone()
    }

    fn code(text: &str) -> StatementCode {
        StatementCode(text.to_owned())
    }

    #[test]
    fn a_line_of_signs_in_order_is_read_and_written_alike() {
        let questionnaire = questionnaire();
        let line = "01?- 2233 0000 1111 2222 3333 ???? ----";
        let given = read_answers(&questionnaire, &[line]).unwrap();
        assert_eq!(given.len(), 32);
        assert_eq!(given[&code("1c")], Some(Answer::Unknown));
        assert_eq!(given[&code("1d")], None);
        assert_eq!(given[&code("2-1c")], Rating::of(3).map(Answer::Rated));
        let answers = given.into_iter().filter_map(|(code, answer)| Some((code, answer?)));
        assert_eq!(answer_line(&questionnaire, &answers.collect()), line);
        let wide = read_answers(&questionnaire, &["０１９．　２２３３", "0000111122223333????____"]).unwrap();
        assert_eq!(wide[&code("1c")], Some(Answer::Unknown));
        assert_eq!(wide[&code("1d")], None);
    }

    #[test]
    fn answers_with_codes_may_be_few_and_in_words() {
        let given = read_answers(&questionnaire(), &["1A=2", "２-1c=？", "7d=よく当てはまる", "3a=-"]).unwrap();
        assert_eq!(given.len(), 4);
        assert_eq!(given[&code("1a")], Rating::of(2).map(Answer::Rated));
        assert_eq!(given[&code("2-1c")], Some(Answer::Unknown));
        assert_eq!(given[&code("7d")], Rating::of(3).map(Answer::Rated));
        assert_eq!(given[&code("3a")], None);
    }

    #[test]
    fn what_is_wrong_is_said_with_its_place() {
        let questionnaire = questionnaire();
        let fault = |words: &[&str]| read_answers(&questionnaire, words).unwrap_err();
        assert_eq!(fault(&["0123"]), AnswersFault::Count { given: 4, asked: 32 });
        assert_eq!(fault(&["9z=1"]), AnswersFault::UnknownCode("9z".to_owned()));
        assert_eq!(
            fault(&["1a=5"]),
            AnswersFault::NoAnswer("1a".to_owned(), "5".to_owned())
        );
        assert_eq!(fault(&["1a=1", "1a=2"]), AnswersFault::Twice(code("1a")));
        assert_eq!(fault(&["1a=1", "0123"]), AnswersFault::Mixed);
        let line = "0124000000000000000000000000000x";
        assert_eq!(fault(&[line]), AnswersFault::NoAnswer("1d".to_owned(), "4".to_owned()));
    }
}
