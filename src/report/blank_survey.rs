//! Survey sheets (課題把握シート) to hand out: one for everybody, one for each person, or some without a code.

use std::collections::BTreeSet;
use std::path::PathBuf;

use super::answering::{AnswerError, known_names, questionnaire, survey_head};
use super::blank::{BlankBook, in_file_name};
use super::form::{FormError, survey_sheet};
use super::holdings::Holdings;
use super::{likely_people, survey_of};
use crate::failure::{Exit, Failure};
use crate::office::StaffCode;
use crate::phrase::{Phrase, phrase};
use crate::text::Text;
use crate::worktime::Wave;

/// For whom the sheets are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SurveyFor {
    /// For nobody in particular: this many files without a code.
    Anybody(u32),
    /// For these people.
    People(Vec<StaffCode>),
    /// For everybody whom the book knows in the round.
    Everybody,
}

/// Which survey sheets are wanted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SurveySheetOrder {
    /// Id of the questionnaire.
    pub questionnaire: String,
    /// 調査時期
    pub round: Wave,
    /// For whom.
    pub whom: SurveyFor,
    /// The workbook, or the folder of the workbooks.
    pub out: PathBuf,
}

/// Why there are no survey sheets.
#[derive(Debug)]
pub enum SurveySheetError {
    /// There is no such questionnaire.
    Answer(AnswerError),
    /// Everybody was asked for, and nobody is known.
    Nobody,
    /// The sheet could not be drawn.
    Form(FormError),
}

impl SurveySheetError {
    /// In words.
    pub fn phrase(&self) -> Phrase {
        match self {
            Self::Answer(error) => error.phrase(),
            Self::Nobody => phrase("answer-nobody"),
            Self::Form(error) => error.phrase(),
        }
    }
}

impl From<SurveySheetError> for Failure {
    fn from(error: SurveySheetError) -> Self {
        Self::new(Exit::Refused, error.phrase())
    }
}

/// The workbooks of an order, one for each person who is to answer.
pub fn survey_sheets(
    holdings: &Holdings,
    order: &SurveySheetOrder,
    text: &Text,
) -> Result<Vec<BlankBook>, SurveySheetError> {
    let questionnaire = questionnaire(holdings, &order.questionnaire).map_err(SurveySheetError::Answer)?;
    let known = known_names(holdings);
    let office = &holdings.founding.office.name;
    let draw = |name: String, staff: Option<&StaffCode>| {
        let head = survey_head(holdings, order.round, staff);
        let bytes = survey_sheet(office, questionnaire, &head, &known, text).map_err(SurveySheetError::Form)?;
        Ok(BlankBook { name, bytes })
    };
    let round = order.round.id();
    let people = match &order.whom {
        SurveyFor::Anybody(count) => {
            return (1..=*count)
                .map(|at| draw(format!("{round}_{at:02}.xlsx"), None))
                .collect();
        }
        SurveyFor::People(people) => people.clone(),
        SurveyFor::Everybody => everybody(holdings, order.round),
    };
    if people.is_empty() {
        return Err(SurveySheetError::Nobody);
    }
    let of_person = |staff: &StaffCode| draw(format!("{}_{round}.xlsx", in_file_name(staff)), Some(staff));
    people.iter().map(of_person).collect()
}

/// Those of the plan, those of the sheets, and those who answered in another round.
fn everybody(holdings: &Holdings, round: Wave) -> Vec<StaffCode> {
    let planned = survey_of(holdings, round).into_iter().flat_map(|survey| &survey.people);
    let planned = planned.map(|person| person.staff.clone());
    let answered = holdings.issues.responses.iter().filter_map(|it| it.staff.clone());
    let people: BTreeSet<StaffCode> = planned.chain(likely_people(holdings, round)).chain(answered).collect();
    people.into_iter().collect()
}
