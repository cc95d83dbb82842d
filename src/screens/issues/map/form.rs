//! The questions about a box of the cause map.

use super::kept;
use crate::issues::{Cause, CauseFault, CauseId, CauseLayer, CauseMap, Evidence, Issues};
use crate::office::{fold, printable};
use crate::phrase::{Phrase, phrase};
use crate::screens::desk::Job;
use crate::screens::form::{Choice, Field, Form, FormKind, Question, text};
use crate::screens::issues::{IssueAsk, IssueForm};

/// What a form about the cause map is for, with the boxes as they are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CauseForm {
    causes: Vec<Cause>,
    what: What,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum What {
    Add(Option<Evidence>),
    Edit(CauseId),
    Ask(CauseId, String),
}

/// What a field of such a form asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CauseAsk {
    /// What the box says.
    Text,
    /// Its layer.
    Layer,
    /// Numbers of the boxes that it leads to.
    LeadsTo,
    /// What to ask so that it can be measured.
    Question,
}

impl CauseAsk {
    /// The question; its hint says how to answer.
    pub fn question(self) -> Phrase {
        match self {
            Self::Text => phrase("causes-ask-text"),
            Self::Layer => phrase("causes-ask-layer"),
            Self::LeadsTo => phrase("causes-ask-leads-to"),
            Self::Question => phrase("causes-ask-question"),
        }
    }
}

fn of(issues: &Issues, what: What, fields: Vec<Field>) -> Form {
    let causes = issues.causes.clone();
    Form::of(FormKind::Issue(IssueForm::Cause(CauseForm { causes, what })), fields)
}

fn asked(ask: CauseAsk, answer: &str) -> Field {
    text(Question::Issue(IssueAsk::Cause(ask)), answer)
}

fn layers(chosen: CauseLayer) -> Field {
    let named = |layer: CauseLayer| Choice::Named(layer.id().to_owned(), layer.phrase());
    let at = CauseLayer::ALL.iter().position(|it| *it == chosen).unwrap_or(0);
    let question = Question::Issue(IssueAsk::Cause(CauseAsk::Layer));
    Field::Choice(question, CauseLayer::ALL.map(named).to_vec(), at)
}

/// Asks for a new box: a cause of the chosen one, unless the answers say otherwise; it may start from what was said in the
/// survey or noticed, which is then its evidence.
pub(super) fn add(issues: &Issues, chosen: Option<CauseId>, from: Option<(Evidence, String)>) -> Form {
    let (evidence, text) = from.unzip();
    let chosen = chosen.and_then(|id| issues.cause(id));
    let layer = match chosen.map(|it| it.layer) {
        None | Some(CauseLayer::Effect) => CauseLayer::Trouble,
        Some(CauseLayer::Trouble) => CauseLayer::Cause,
        Some(CauseLayer::Cause | CauseLayer::Background) => CauseLayer::Background,
    };
    let leads_to = chosen.map_or_else(String::new, |it| it.id.to_string());
    let fields = vec![
        asked(CauseAsk::Text, &text.unwrap_or_default()),
        layers(layer),
        asked(CauseAsk::LeadsTo, &leads_to),
    ];
    of(issues, What::Add(evidence), fields)
}

/// Asks what a box says and in which layer it stands.
pub(super) fn edit(issues: &Issues, id: CauseId) -> Option<Form> {
    let cause = issues.cause(id)?;
    let fields = vec![asked(CauseAsk::Text, &cause.text), layers(cause.layer)];
    Some(of(issues, What::Edit(id), fields))
}

/// Asks for the question of a box.
pub(super) fn question(issues: &Issues, id: CauseId) -> Option<Form> {
    let cause = issues.cause(id)?;
    let fields = vec![asked(CauseAsk::Question, cause.question.as_deref().unwrap_or_default())];
    Some(of(issues, What::Ask(id, cause.text.clone()), fields))
}

impl CauseForm {
    /// Title and explanation of the form.
    pub fn words(&self) -> (Phrase, Phrase) {
        match &self.what {
            What::Add(_) if self.causes.is_empty() => (phrase("causes-add-title"), phrase("causes-first-says")),
            What::Add(_) => (phrase("causes-add-title"), phrase("causes-add-says")),
            What::Edit(_) => (phrase("causes-edit-title"), phrase("causes-edit-says")),
            What::Ask(_, text) => (
                phrase("causes-question-title"),
                phrase("causes-question-says").with("text", printable(text)),
            ),
        }
    }

    /// The work that the answers ask for, or what is wrong with them and the field where it is.
    pub fn job(&self, form: &Form) -> Result<Job, (usize, Phrase)> {
        let mut map = CauseMap::of(&self.causes);
        let at = |field: usize| move |fault: CauseFault| (field, fault.phrase());
        let layer = form.chosen_id(1);
        let layer = CauseLayer::ALL.into_iter().find(|it| Some(it.id()) == layer);
        match &self.what {
            What::Add(evidence) => {
                let id = map
                    .add(layer.unwrap_or(CauseLayer::Trouble), form.typed(0))
                    .map_err(at(0))?;
                for to in numbers(form.typed(2)).map_err(|wrong| (2, wrong))? {
                    map.link(id, to).map_err(at(2))?;
                }
                if let Some(evidence) = evidence {
                    map.support(id, evidence.clone()).map_err(at(0))?;
                }
            }
            What::Edit(id) => {
                map.reword(*id, form.typed(0)).map_err(at(0))?;
                if let Some(layer) = layer {
                    map.put_into(*id, layer).map_err(at(1))?;
                }
            }
            What::Ask(id, _) => map.ask(*id, form.typed(0)).map_err(at(0))?,
        }
        Ok(kept(&map))
    }
}

/// Numbers as people write them: `7、9`, `7 9`, `７，９`.
fn numbers(typed: &str) -> Result<Vec<CauseId>, Phrase> {
    let folded = fold(typed);
    let parts = folded.split(|letter: char| letter.is_whitespace() || ",、，・".contains(letter));
    let read =
        |part: &str| CauseId::parse(part).ok_or_else(|| phrase("causes-no-number").with("written", printable(part)));
    parts.filter(|part| !part.is_empty()).map(read).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_people_write_them() {
        for typed in ["7、9", "７，９", " 7 9 ", "7,9", "7　9"] {
            assert_eq!(numbers(typed), Ok(vec![CauseId(7), CauseId(9)]), "{typed}");
        }
        assert_eq!(numbers("　"), Ok(Vec::new()));
        assert!(numbers("7番").is_err());
    }
}
