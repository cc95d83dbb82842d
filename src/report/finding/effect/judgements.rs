//! Finding: what the team judges.

use chrono::NaiveDate;
use serde::Serialize;

/// The team's judgements, given and missing (チームの判断); by itself it is `yutori.judgements/1`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct JudgementsFinding {
    /// One for each survey after the first and each measure that is judged: the missing ones first, of each the latest survey first.
    pub judgements: Vec<JudgementLine>,
    /// How many are missing.
    pub unfinished: usize,
    /// In a sentence.
    pub sentence: String,
}

impl JudgementsFinding {
    /// The lines of a survey by its id, in order of their measures.
    pub fn of_survey(&self, wave: &str) -> Vec<&JudgementLine> {
        let mut lines: Vec<&JudgementLine> = self.judgements.iter().filter(|it| it.wave == wave).collect();
        lines.sort_by_key(|it| it.measure);
        lines
    }

    /// How many are missing after a survey.
    pub fn missing_of(&self, wave: &str) -> usize {
        let missing = self.judgements.iter().filter(|it| it.wave == wave && !it.done);
        missing.count()
    }
}

/// One judgement, or the place for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct JudgementLine {
    /// The survey after which the team judges.
    pub wave: String,
    /// Its name.
    pub label: String,
    /// Number of the measure; `null` for the improvement as a whole.
    pub measure: Option<u32>,
    /// What is done, or the words for the whole.
    pub measure_text: String,
    /// Ids of its indicators that were compared.
    pub indicators: Vec<String>,
    /// What may be said of the figures of each of them.
    pub figures: Vec<String>,
    /// Whether it is given.
    pub done: bool,
    /// `better`, `same`, `worse` or `unclear`.
    pub care: Option<&'static str>,
    /// The same in words.
    pub care_text: Option<String>,
    /// What makes the team think so.
    pub words: Option<String>,
    /// What residents gained.
    pub residents: Option<String>,
    /// `continue`, `change` or `stop`.
    pub next: Option<&'static str>,
    /// The same in words.
    pub next_text: Option<String>,
    /// Role of who wrote it down.
    pub by: Option<String>,
    /// When.
    pub on: Option<NaiveDate>,
}
