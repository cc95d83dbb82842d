//! Answers to the survey as people keep them: which questionnaire is meant, what may be written, which answers are there.

use super::Holdings;
use super::finding::{ResponseLine, ResponsesFinding};
use super::participant;
use crate::book::{Change, Occasion};
use crate::failure::{Exit, Failure};
use crate::issues::{Questionnaire, Response, ResponseKey, ResponseNumber, survey_sheet};
use crate::office::{Role, StaffCode, Unit};
use crate::phrase::{Phrase, phrase};
use crate::report::form::{KnownNames, SurveyHead};
use crate::text::Text;
use crate::worktime::Wave;

/// Why an answer is not written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AnswerError {
    /// There is no questionnaire with this id; the ids that there are.
    NoQuestionnaire(String, Vec<String>),
    /// This person answered the questionnaire in this round before.
    Answered {
        /// 職員ID
        staff: StaffCode,
        /// The earlier answer.
        earlier: ResponseKey,
    },
    /// No statement is answered.
    Nothing,
    /// There is no answer with this number.
    NoResponse(ResponseKey),
    /// It stands in the book already.
    Unchanged,
}

impl AnswerError {
    /// In words.
    pub fn phrase(&self) -> Phrase {
        match self {
            Self::NoQuestionnaire(id, ids) => phrase("answer-no-questionnaire")
                .with("id", id.as_str())
                .with("ids", ids.join(", ")),
            Self::Answered { staff, earlier } => phrase("answer-answered")
                .with("staff", staff.as_str())
                .with("round", earlier.round.label())
                .with("number", earlier.number.to_string()),
            Self::Nothing => phrase("answer-nothing"),
            Self::NoResponse(key) => phrase("answer-no-response")
                .with("round", key.round.label())
                .with("number", key.number.to_string()),
            Self::Unchanged => phrase("answer-unchanged"),
        }
    }
}

impl From<AnswerError> for Failure {
    fn from(error: AnswerError) -> Self {
        Self::new(Exit::Refused, error.phrase())
    }
}

/// Questionnaires that can be answered: those that the book used, as they were used, then the others at hand.
pub fn questionnaires(holdings: &Holdings) -> Vec<&Questionnaire> {
    let used = &holdings.issues.questionnaires;
    let others = holdings.catalog.questionnaires().iter();
    used.iter()
        .chain(others.filter(|other| holdings.issues.questionnaire(&other.id).is_none()))
        .collect()
}

/// The questionnaire with this id.
pub fn questionnaire<'a>(holdings: &'a Holdings, id: &str) -> Result<&'a Questionnaire, AnswerError> {
    let all = questionnaires(holdings);
    let found = all.iter().find(|it| it.id == id).copied();
    found.ok_or_else(|| {
        let ids = all.iter().map(|it| it.id.clone()).collect();
        AnswerError::NoQuestionnaire(id.to_owned(), ids)
    })
}

/// The questionnaire of a round: that of its answers, else that of the latest other answers, else the first at hand.
pub fn questionnaire_in_use(holdings: &Holdings, round: Wave) -> Option<&Questionnaire> {
    let responses = &holdings.issues.responses;
    let of_round = responses.iter().rev().find(|it| it.key.round == round);
    let used = of_round.or_else(|| responses.last());
    used.and_then(|it| questionnaire(holdings, &it.questionnaire).ok())
        .or_else(|| questionnaires(holdings).into_iter().next())
}

/// The answers with their numbers in one line: `0 当てはまらない　1 …　9 わからない`.
pub fn scale_line(questionnaire: &Questionnaire, text: &Text) -> String {
    let answers = survey_sheet::all_answers().map(|answer| {
        let word = text.lang().of(survey_sheet::answer_word(questionnaire, answer));
        format!("{} {word}", survey_sheet::answer_number(answer))
    });
    answers.collect::<Vec<_>>().join(&text.get("answer-scale-gap"))
}

/// The round that is being asked: the latest with answers, else the latest of the surveys, else the first.
pub fn answering_round(holdings: &Holdings) -> Wave {
    let answered = holdings.issues.responses.iter().map(|it| it.key.round).max();
    answered
        .or_else(|| survey_rounds(holdings).max())
        .unwrap_or(Wave::Before)
}

/// Rounds that can be asked: those that the book knows, and the one that comes next.
pub fn answering_rounds(holdings: &Holdings) -> Vec<Wave> {
    let answered = holdings.issues.responses.iter().map(|it| it.key.round);
    let mut rounds: Vec<Wave> = answered
        .chain(survey_rounds(holdings))
        .chain([Wave::Before, Wave::After(1)])
        .collect();
    rounds.sort_unstable();
    rounds.dedup();
    if let Some(Wave::After(count @ ..99)) = rounds.last() {
        rounds.push(Wave::After(count + 1));
    }
    rounds
}

fn survey_rounds(holdings: &Holdings) -> impl Iterator<Item = Wave> + '_ {
    let sheets = holdings.sheets.iter().map(|(wave, _)| *wave);
    holdings.surveys.iter().map(|(wave, _)| *wave).chain(sheets)
}

/// The answer with this key.
pub fn response(holdings: &Holdings, key: ResponseKey) -> Result<&Response, AnswerError> {
    let found = holdings.issues.responses.iter().find(|it| it.key == key);
    found.ok_or(AnswerError::NoResponse(key))
}

/// Another answer of the same person to the same questionnaire in the same round.
pub fn answered_before<'a>(holdings: &'a Holdings, response: &Response) -> Option<&'a Response> {
    let staff = response.staff.as_ref()?;
    holdings.issues.responses.iter().find(|other| {
        other.key != response.key
            && other.key.round == response.key.round
            && other.questionnaire == response.questionnaire
            && other.staff.as_ref() == Some(staff)
    })
}

/// A number for a new answer of a round.
pub fn next_number(holdings: &Holdings, round: Wave) -> ResponseNumber {
    holdings.issues.next_response(round)
}

/// The act that keeps an answer: a new one, or one that was changed. Its questionnaire is kept with the first answer.
pub fn keep_response(
    holdings: &Holdings,
    before: Option<&Response>,
    after: Response,
) -> Result<(Occasion, Vec<Change>), AnswerError> {
    if after.answers.is_empty() {
        return Err(AnswerError::Nothing);
    }
    if before == Some(&after) {
        return Err(AnswerError::Unchanged);
    }
    let other = answered_before(holdings, &after).filter(|other| before.is_none_or(|it| it.key != other.key));
    if let (Some(earlier), Some(staff)) = (other, &after.staff) {
        return Err(AnswerError::Answered {
            staff: staff.clone(),
            earlier: earlier.key,
        });
    }
    let mut changes = Vec::new();
    if holdings.issues.questionnaire(&after.questionnaire).is_none() {
        let used = questionnaire(holdings, &after.questionnaire)?.clone();
        changes.push(Change::QuestionnaireKept {
            before: None,
            after: Some(Box::new(used)),
        });
    }
    let round = after.key.round;
    let kept = |before: Option<&Response>, after: Option<Response>| Change::ResponseKept {
        before: before.cloned().map(Box::new),
        after: after.map(Box::new),
    };
    match before {
        // Another round is another place in the book.
        Some(before) if before.key != after.key => {
            changes.push(kept(Some(before), None));
            changes.push(kept(None, Some(after)));
        }
        before => changes.push(kept(before, Some(after))),
    }
    Ok((Occasion::ChallengeSurveyAnswered(round), changes))
}

/// The act that takes an answer out of the book.
pub fn remove_response(response: &Response) -> (Occasion, Vec<Change>) {
    let change = Change::ResponseKept {
        before: Some(Box::new(response.clone())),
        after: None,
    };
    (Occasion::ChallengeSurveyAnswered(response.key.round), vec![change])
}

/// Who answered what round, without what they answered.
pub fn responses(holdings: &Holdings, round: Option<Wave>, text: &Text) -> ResponsesFinding {
    let line = |response: &Response| {
        let asked = questionnaire(holdings, &response.questionnaire).map_or(0, |it| it.statements().count());
        ResponseLine {
            round: response.key.round.id(),
            label: text.say(&response.key.round.label()),
            number: response.key.number.0,
            questionnaire: response.questionnaire.clone(),
            staff: response.staff.as_ref().map(ToString::to_string),
            role: response.role.as_ref().map(ToString::to_string),
            unit: response.unit.as_ref().map(ToString::to_string),
            position: response.position.map(|it| it.id().to_owned()),
            date: response.date,
            answered: response.answers.len(),
            asked,
        }
    };
    let wanted = holdings.issues.responses.iter();
    ResponsesFinding {
        schema: "yutori.responses/1",
        responses: wanted
            .filter(|it| round.is_none_or(|round| it.key.round == round))
            .map(line)
            .collect(),
    }
}

/// Roles and units that the book knows, in order, for cells to choose from.
pub fn known_names(holdings: &Holdings) -> KnownNames {
    let sheets = holdings.sheets.iter().map(|(_, sheet)| (&sheet.role, &sheet.unit));
    let people = holdings.surveys.iter().flat_map(|(_, survey)| &survey.people);
    let people = people.map(|person| (&person.role, &person.unit));
    let answers = holdings.issues.responses.iter().map(|it| (&it.role, &it.unit));
    let (mut roles, mut units): (Vec<Role>, Vec<Unit>) = (Vec::new(), Vec::new());
    for (role, unit) in sheets.chain(people).chain(answers) {
        roles.extend(role.clone());
        units.extend(unit.clone());
    }
    roles.sort_unstable();
    roles.dedup();
    units.sort_unstable();
    units.dedup();
    KnownNames { roles, units }
}

/// The head of a sheet for a person, with what the book knows of them; for nobody it has the round alone.
pub fn survey_head(holdings: &Holdings, round: Wave, staff: Option<&StaffCode>) -> SurveyHead {
    let person = staff.map(|staff| participant(holdings, round, staff));
    let (role, unit) = person.map_or((None, None), |person| (person.role, person.unit));
    SurveyHead {
        round: Some(round),
        staff: staff.cloned(),
        role,
        unit,
        position: None,
        date: None,
    }
}
