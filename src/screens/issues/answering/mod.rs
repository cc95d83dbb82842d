//! Answering the survey on a screen: the head, one statement at a time, an overview, the next person.
//!
//! [`begin`] and the page of all answers are the ways in. Nothing reaches the book before it is saved, and what is saved can be
//! undone like any other act.

mod forms;
mod keys;
mod list;

pub use forms::{AnswerAsk, AnswerForm, HeadFor};
pub use keys::{obey, obey_layer};
pub use list::{follow, line_count};

use crate::issues::{Answer, Questionnaire, Response, StatementCode};
use crate::phrase::{Phrase, phrase};
use crate::screens::model::{Context, Layer, Model};
use crate::screens::update::{Effect, stepped};

/// What one person answers, while it is keyed in.
#[derive(Debug, Clone, PartialEq)]
pub struct Answering {
    /// What is asked.
    pub questionnaire: Questionnaire,
    /// The answers so far, and who gives them.
    pub draft: Response,
    /// As it stands in the book; `None` for a new one.
    pub in_book: Option<Response>,
    /// The statement that is answered; behind the last one it is the overview.
    pub at: usize,
    /// The chosen viewpoint of the overview.
    pub row: usize,
    /// Whether it asks before unsaved answers are left, and whether the program ends then.
    pub leaving: Option<bool>,
    /// Why it could not be saved.
    pub problem: Option<Phrase>,
    /// Whether the next person is asked for when it was saved.
    goes_on: bool,
    /// Whether it is being written, and whether the program ends then.
    saving: Option<bool>,
}

impl Answering {
    /// Begins with the first statement.
    fn new(questionnaire: Questionnaire, draft: Response, in_book: Option<Response>) -> Self {
        Self {
            questionnaire,
            draft,
            in_book,
            at: 0,
            row: 0,
            leaving: None,
            problem: None,
            goes_on: false,
            saving: None,
        }
    }

    /// The same, and when it is saved the next person is asked for.
    fn for_next(questionnaire: Questionnaire, draft: Response, in_book: Option<Response>) -> Self {
        Self {
            goes_on: true,
            ..Self::new(questionnaire, draft, in_book)
        }
    }

    /// Opens what stands in the book, at the overview.
    fn opened(questionnaire: Questionnaire, response: Response) -> Self {
        let mut answering = Self::new(questionnaire, response.clone(), Some(response));
        answering.at = answering.count();
        answering
    }

    /// Statements of the questionnaire.
    pub fn count(&self) -> usize {
        self.questionnaire.statements().count()
    }

    /// The code of the statement that is answered; `None` at the overview.
    pub fn code(&self) -> Option<&StatementCode> {
        self.questionnaire.statements().nth(self.at).map(|it| &it.code)
    }

    /// The answer to a statement.
    pub fn answer(&self, code: &StatementCode) -> Option<Answer> {
        self.draft.answers.get(code).copied()
    }

    /// Whether something would be lost by leaving.
    pub fn is_unsaved(&self) -> bool {
        match &self.in_book {
            Some(before) => *before != self.draft,
            None => !self.draft.answers.is_empty(),
        }
    }

    /// Which rows of the key table hold.
    pub fn context(&self) -> Context {
        if self.leaving.is_some() {
            Context::AnswerLeave
        } else if self.code().is_some() {
            Context::Answer
        } else {
            Context::AnswerOverview
        }
    }

    /// Answers the statement, or takes its answer away, and goes on.
    fn give(&mut self, answer: Option<Answer>) {
        let Some(code) = self.code().cloned() else { return };
        match answer {
            Some(answer) => self.draft.answers.insert(code, answer),
            None => self.draft.answers.remove(&code),
        };
        self.go(1);
    }

    fn go(&mut self, steps: isize) {
        self.at = stepped(self.at, steps, self.count() + 1);
        self.problem = None;
    }

    /// Goes to the first statement of the chosen viewpoint that has no answer, else to its first.
    fn go_to_viewpoint(&mut self) {
        let Some(viewpoint) = self.questionnaire.viewpoints.get(self.row) else {
            return;
        };
        let open = |code: &StatementCode| !self.draft.answers.contains_key(code);
        let codes = || viewpoint.statements.iter().map(|it| &it.code);
        let wanted = codes().find(|code| open(code)).or_else(|| codes().next());
        let place = self.questionnaire.statements().position(|it| Some(&it.code) == wanted);
        self.at = place.unwrap_or(self.at);
        self.problem = None;
    }
}

/// Asks who answers, with what was the same for the person before.
pub fn begin(model: &mut Model) {
    forms::ask_head(model, HeadFor::New, None);
}

/// The answers that are keyed in, if they have the keys.
fn on_top(model: &mut Model) -> Option<&mut Answering> {
    match model.layers.last_mut() {
        Some(Layer::Answering(answering)) => Some(answering),
        _ => None,
    }
}

/// What was keyed in stands in the book: the next person is asked for. Anything else that was written is not its concern.
pub fn applied(model: &mut Model) -> Option<Vec<Effect>> {
    let quits = on_top(model)?.saving.take()?;
    let Some(Layer::Answering(answering)) = model.layers.pop() else {
        return None;
    };
    if quits {
        return Some(vec![Effect::Quit]);
    }
    if answering.goes_on {
        forms::ask_head(model, HeadFor::New, Some(&answering.draft));
    }
    let saved = phrase("answer-done")
        .with("round", answering.draft.key.round.label())
        .with("number", answering.draft.key.number.to_string())
        .with("answered", answering.draft.answers.len().to_string())
        .with("asked", answering.count().to_string());
    model.notice = Some(saved);
    Some(Vec::new())
}

/// Does what Enter asks for in a form of this part.
pub fn accept(model: &mut Model) -> Option<Vec<Effect>> {
    forms::accept(model)
}
