//! The forms around the survey: who answers, and which sheets are handed out.

use super::Answering;
use crate::intake;
use crate::issues::{Position, Response, ResponseKey};
use crate::office::{NameError, Role, StaffCode, Unit, fold};
use crate::phrase::{Phrase, phrase};
use crate::report::Holdings;
use crate::report::answering::{
    AnswerError, answered_before, answering_round, answering_rounds, next_number, questionnaire, questionnaire_in_use,
    questionnaires, response,
};
use crate::report::blank_survey::{SurveyFor, SurveySheetOrder};
use crate::screens::desk::{Job, SurveyWork};
use crate::screens::form::{Choice, Field, Form, FormKind, Question, text, workbook_path};
use crate::screens::issues::{IssueAsk, IssueForm};
use crate::screens::model::{Layer, Model};
use crate::screens::survey_forms::beside_book;
use crate::screens::update::Effect;
use crate::worktime::Wave;

/// A form around the survey.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AnswerForm {
    /// Who answers.
    Head(HeadFor),
    /// What becomes of the earlier answers of the same person.
    Earlier(ResponseKey),
    /// Which sheets are handed out.
    Sheets,
}

/// What a head is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HeadFor {
    /// Somebody new.
    New,
    /// The answers that are being keyed in.
    Draft,
}

/// What a field of such a form asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AnswerAsk {
    /// 職員ID
    Staff,
    /// 職種
    Role,
    /// ユニット・フロア
    Unit,
    /// 立場
    Position,
    /// 調査時期
    Round,
    /// 質問票
    Questionnaire,
    /// What becomes of the earlier answers of the same person.
    Earlier,
    /// For whom the sheets are.
    Whom,
    /// The file or folder to write.
    Path,
}

impl AnswerForm {
    /// Title and explanation of the form.
    pub fn words(self) -> (Phrase, Phrase) {
        match self {
            Self::Head(HeadFor::New) => (phrase("answer-head-title"), phrase("answer-head-says")),
            Self::Head(HeadFor::Draft) => (phrase("answer-head-title"), phrase("answer-head-draft-says")),
            Self::Earlier(_) => (phrase("answer-earlier-title"), phrase("answer-earlier-says")),
            Self::Sheets => (phrase("answer-sheets-title"), phrase("answer-sheets-says")),
        }
    }

    /// The work that the answers ask for; a head is no work of its own.
    pub fn job(self, form: &Form) -> Result<Job, (usize, Phrase)> {
        match self {
            Self::Sheets => Ok(Job::Survey(SurveyWork::SurveySheets(order(form)?))),
            Self::Head(_) | Self::Earlier(_) => Err((form.focus, phrase("book-none"))),
        }
    }
}

impl AnswerAsk {
    /// The question; its hint says how to answer.
    pub fn question(self) -> Phrase {
        match self {
            Self::Staff => phrase("answer-ask-staff"),
            Self::Role => phrase("answer-ask-role"),
            Self::Unit => phrase("answer-ask-unit"),
            Self::Position => phrase("answer-ask-position"),
            Self::Round => phrase("answer-ask-round"),
            Self::Questionnaire => phrase("answer-ask-questionnaire"),
            Self::Earlier => phrase("answer-ask-earlier"),
            Self::Whom => phrase("answer-ask-whom"),
            Self::Path => phrase("answer-ask-path"),
        }
    }
}

/// Fields of a head.
const STAFF: usize = 0;
const ROLE: usize = 1;
const UNIT: usize = 2;
const POSITION: usize = 3;
const ROUND: usize = 4;
const QUESTIONNAIRE: usize = 5;
/// Choices about earlier answers of the same person.
const OPEN: &str = "open";
const REPLACE: &str = "replace";

fn ask(ask: AnswerAsk) -> Question {
    Question::Issue(IssueAsk::Answer(ask))
}

fn choice(asked: AnswerAsk, choices: Vec<Choice>, at: usize) -> Field {
    Field::Choice(ask(asked), choices, at)
}

/// Asks who answers: filled in with the draft, or with what the person before had in common with others.
pub(super) fn ask_head(model: &mut Model, what: HeadFor, known: Option<&Response>) {
    let Some(shown) = &model.shown else { return };
    let holdings = &shown.holdings;
    let is_draft = what == HeadFor::Draft;
    let round = known.map_or_else(|| answering_round(holdings), |known| known.key.round);
    let own = |said: Option<String>| said.filter(|_| is_draft).unwrap_or_default();
    let same = |said: Option<String>| said.unwrap_or_default();
    let positions = [("", phrase("answer-position-unsaid"))]
        .into_iter()
        .chain(Position::ALL.map(|it| (it.id(), it.phrase())))
        .map(|(id, name)| Choice::Named(id.to_owned(), name))
        .collect();
    let position = known.and_then(|known| known.position);
    let position_at = Position::ALL.iter().position(|it| Some(*it) == position);
    let fields = vec![
        text(
            ask(AnswerAsk::Staff),
            &own(known.and_then(|it| it.staff.as_ref().map(ToString::to_string))),
        ),
        text(
            ask(AnswerAsk::Role),
            &own(known.and_then(|it| it.role.as_ref().map(ToString::to_string))),
        ),
        text(
            ask(AnswerAsk::Unit),
            &same(known.and_then(|it| it.unit.as_ref().map(ToString::to_string))),
        ),
        choice(AnswerAsk::Position, positions, position_at.map_or(0, |at| at + 1)),
        rounds(holdings, round),
        asked(holdings, round, known.map(|it| it.questionnaire.as_str())),
    ];
    let kind = FormKind::Issue(IssueForm::Answer(AnswerForm::Head(what)));
    model.layers.push(Layer::Form(Form::of(kind, fields)));
}

fn rounds(holdings: &Holdings, round: Wave) -> Field {
    let rounds = answering_rounds(holdings);
    let at = rounds.iter().position(|it| *it == round).unwrap_or(0);
    choice(AnswerAsk::Round, rounds.into_iter().map(Choice::Wave).collect(), at)
}

fn asked(holdings: &Holdings, round: Wave, known: Option<&str>) -> Field {
    let all = questionnaires(holdings);
    let used = questionnaire_in_use(holdings, round).map(|it| it.id.as_str());
    let chosen = known.or(used);
    let at = all.iter().position(|it| Some(it.id.as_str()) == chosen).unwrap_or(0);
    let named = |it: &&crate::issues::Questionnaire| {
        let name = phrase("answer-title")
            .with("ja", it.title.ja.as_str())
            .with("en", it.title.en.as_str());
        Choice::Named(it.id.clone(), name)
    };
    choice(AnswerAsk::Questionnaire, all.iter().map(named).collect(), at)
}

/// Asks which sheets to hand out, and where to write them.
pub(super) fn ask_sheets(model: &mut Model) {
    let Some(shown) = &model.shown else { return };
    let round = answering_round(&shown.holdings);
    let path = beside_book(model, round, "survey");
    let fields = vec![
        text(ask(AnswerAsk::Whom), ""),
        rounds(&shown.holdings, round),
        asked(&shown.holdings, round, None),
        text(ask(AnswerAsk::Path), &path.to_string_lossy()),
    ];
    let kind = FormKind::Issue(IssueForm::Answer(AnswerForm::Sheets));
    model.layers.push(Layer::Form(Form::of(kind, fields)));
}

fn order(form: &Form) -> Result<SurveySheetOrder, (usize, Phrase)> {
    let typed = fold(form.typed(0)).to_lowercase();
    let whom = match typed.as_str() {
        "" => SurveyFor::Anybody(1),
        "all" | "全員" | "みんな" => SurveyFor::Everybody,
        _ => SurveyFor::People(intake::staff(form.typed(0)).map_err(|wrong| (0, wrong))?),
    };
    let round = chosen_round(form, 1).ok_or((1, phrase("book-none")))?;
    let questionnaire = form.chosen_id(2).ok_or((2, phrase("answer-no-questionnaires")))?;
    let out = form.path(3)?;
    let is_one = match &whom {
        SurveyFor::Anybody(count) => *count == 1,
        SurveyFor::People(people) => people.len() == 1,
        SurveyFor::Everybody => false,
    };
    Ok(SurveySheetOrder {
        questionnaire: questionnaire.to_owned(),
        round,
        whom,
        out: if is_one { workbook_path(out) } else { out },
    })
}

fn chosen_round(form: &Form, field: usize) -> Option<Wave> {
    match form.chosen(field) {
        Some(Choice::Wave(round)) => Some(round),
        _ => None,
    }
}

/// Does what Enter asks for in a form of this part; `None` where the form is another.
pub(super) fn accept(model: &mut Model) -> Option<Vec<Effect>> {
    let Some(Layer::Form(form)) = model.layers.last() else {
        return None;
    };
    let FormKind::Issue(IssueForm::Answer(kind)) = form.kind.clone() else {
        return None;
    };
    let form = form.clone();
    let done = match kind {
        AnswerForm::Head(what) => take_head(model, &form, what),
        AnswerForm::Earlier(earlier) => take_earlier(model, &form, earlier),
        // A file is never written by Enter alone.
        AnswerForm::Sheets => form
            .job()
            .map(|_| model.layers.push(Layer::ConfirmExport(form.clone()))),
    };
    if let Err((field, problem)) = done
        && let Some(Layer::Form(form)) = model.layers.last_mut()
    {
        form.focus = field;
        form.problem = Some(problem);
    }
    Some(Vec::new())
}

/// Goes on with a head that is complete.
fn take_head(model: &mut Model, form: &Form, what: HeadFor) -> Result<(), (usize, Phrase)> {
    let shown = model.shown.as_ref().ok_or((0, phrase("book-none")))?;
    let holdings = shown.holdings.clone();
    let mut head = head(form, &holdings)?;
    let asked = questionnaire(&holdings, &head.questionnaire).map_err(|error| (QUESTIONNAIRE, error.phrase()))?;
    let before = draft(model, what);
    if let Some(before) = &before {
        head.date = before.draft.date;
    }
    // The draft may be what the book has already.
    let own = before.as_ref().and_then(|it| it.in_book.as_ref()).map(|it| it.key);
    let earlier = answered_before(&holdings, &head).filter(|it| Some(it.key) != own);
    if let (Some(earlier), Some(staff)) = (earlier, &head.staff) {
        let refused = AnswerError::Answered {
            staff: staff.clone(),
            earlier: earlier.key,
        };
        if before.is_some() {
            return Err((STAFF, refused.phrase()));
        }
        ask_earlier(model, earlier.key, refused.phrase());
        return Ok(());
    }
    let answering = match before {
        Some(before) => with_head(before, head, asked, &holdings),
        None => Answering::for_next(asked.clone(), head, None),
    };
    model.layers.pop();
    if what == HeadFor::Draft {
        model.layers.pop();
    }
    model.layers.push(Layer::Answering(Box::new(answering)));
    Ok(())
}

/// Asks what becomes of the earlier answers, over the head that was typed.
fn ask_earlier(model: &mut Model, earlier: ResponseKey, refused: Phrase) {
    let choices = [
        ("", phrase("answer-earlier-keep")),
        (OPEN, phrase("answer-earlier-open")),
        (REPLACE, phrase("answer-earlier-replace")),
    ];
    let choices = choices.map(|(id, name)| Choice::Named(id.to_owned(), name));
    let fields = vec![choice(AnswerAsk::Earlier, choices.to_vec(), 0)];
    let kind = FormKind::Issue(IssueForm::Answer(AnswerForm::Earlier(earlier)));
    let mut form = Form::of(kind, fields);
    form.problem = Some(refused);
    model.layers.push(Layer::Form(form));
}

/// Opens the earlier answers, begins them anew, or goes back to the head.
fn take_earlier(model: &mut Model, form: &Form, earlier: ResponseKey) -> Result<(), (usize, Phrase)> {
    let shown = model.shown.as_ref().ok_or((0, phrase("book-none")))?;
    let holdings = shown.holdings.clone();
    let wrong = |error: AnswerError| (0, error.phrase());
    let earlier = response(&holdings, earlier).map_err(wrong)?.clone();
    let asked = questionnaire(&holdings, &earlier.questionnaire).map_err(wrong)?.clone();
    let answering = match (form.chosen_id(0), model.layers.iter().rev().nth(1)) {
        (Some(OPEN), _) => Answering::opened(asked, earlier),
        (Some(REPLACE), Some(Layer::Form(typed))) => {
            let draft = Response {
                key: earlier.key,
                ..head(typed, &holdings)?
            };
            Answering::for_next(asked, draft, Some(earlier))
        }
        _ => {
            model.layers.pop();
            return Ok(());
        }
    };
    model.layers.truncate(model.layers.len().saturating_sub(2));
    model.layers.push(Layer::Answering(Box::new(answering)));
    Ok(())
}

/// The answers under the form, where the head is theirs.
fn draft(model: &Model, what: HeadFor) -> Option<Answering> {
    let below = model.layers.iter().rev().nth(1);
    match below {
        Some(Layer::Answering(answering)) if what == HeadFor::Draft => Some((**answering).clone()),
        _ => None,
    }
}

/// The draft under another head; answers to statements that another questionnaire does not have are left.
fn with_head(
    before: Answering,
    head: Response,
    asked: &crate::issues::Questionnaire,
    holdings: &Holdings,
) -> Answering {
    let same_round = before.draft.key.round == head.key.round;
    let number = if same_round {
        before.draft.key.number
    } else {
        next_number(holdings, head.key.round)
    };
    let mut answers = before.draft.answers.clone();
    answers.retain(|code, _| asked.statement(code).is_some());
    Answering {
        at: before.at.min(asked.statements().count()),
        questionnaire: asked.clone(),
        draft: Response {
            key: ResponseKey {
                round: head.key.round,
                number,
            },
            answers,
            ..head
        },
        ..before
    }
}

/// Who answers what, without answers.
fn head(form: &Form, holdings: &Holdings) -> Result<Response, (usize, Phrase)> {
    let staff = optional(form.typed(STAFF), StaffCode::parse).map_err(|wrong| (STAFF, wrong))?;
    let role = optional(form.typed(ROLE), Role::parse).map_err(|wrong| (ROLE, wrong))?;
    let unit = optional(form.typed(UNIT), Unit::parse).map_err(|wrong| (UNIT, wrong))?;
    let round = chosen_round(form, ROUND).ok_or((ROUND, phrase("book-none")))?;
    let questionnaire = form.chosen_id(QUESTIONNAIRE);
    let questionnaire = questionnaire.ok_or((QUESTIONNAIRE, phrase("answer-no-questionnaires")))?;
    Ok(Response {
        key: ResponseKey {
            round,
            number: next_number(holdings, round),
        },
        questionnaire: questionnaire.to_owned(),
        staff,
        role,
        unit,
        position: form.chosen_id(POSITION).and_then(Position::parse),
        date: None,
        answers: std::collections::BTreeMap::new(),
    })
}

fn optional<T>(typed: &str, parse: impl Fn(&str) -> Result<T, NameError>) -> Result<Option<T>, Phrase> {
    match parse(typed) {
        Ok(name) => Ok(Some(name)),
        Err(NameError::Empty) => Ok(None),
        Err(NameError::TooLong) => Err(phrase("intake-name-too-long").with("written", fold(typed))),
    }
}
