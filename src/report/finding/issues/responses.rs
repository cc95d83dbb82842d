//! Finding: who answered the survey, without what they answered.

use chrono::NaiveDate;
use serde::Serialize;

/// Who answered, one line an answer; serialised it is `yutori.responses/1`.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ResponsesFinding {
    /// `yutori.responses/1`
    pub schema: &'static str,
    /// In order of round and number.
    pub responses: Vec<ResponseLine>,
}

/// One answer, without what it says.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ResponseLine {
    /// `before`, `after1` …
    pub round: String,
    /// The round for people.
    pub label: String,
    /// Number within the round.
    pub number: u32,
    /// Id of the questionnaire.
    pub questionnaire: String,
    /// 職員ID; `None` where it was not written.
    pub staff: Option<String>,
    /// 職種
    pub role: Option<String>,
    /// ユニット・フロア
    pub unit: Option<String>,
    /// 立場: `floor` or `management`.
    pub position: Option<String>,
    /// When it was answered.
    pub date: Option<NaiveDate>,
    /// Statements that were answered, わからない too.
    pub answered: usize,
    /// Statements of the questionnaire.
    pub asked: usize,
}
