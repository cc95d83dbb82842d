//! The forms of the choice: a challenge with its place, why it is chosen, why it is laid aside.

use std::collections::BTreeSet;

use super::choice::kept;
use super::dates::read_date;
use super::form::{IssueAsk, IssueForm};
use crate::book::Occasion;
use crate::issues::{CauseId, Challenge, ChoiceFault, Decision, Degree, Issues, ViewpointCode};
use crate::office::{Role, fold, printable};
use crate::phrase::{Phrase, phrase};
use crate::screens::desk::{Job, Shown};
use crate::screens::form::{Choice, Field, Form, FormKind, Question, text};

/// What a form of the choice is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ChoiceForm {
    /// A challenge is named or changed.
    Keep {
        /// As the book has it; `None` for a new one.
        before: Option<Box<Challenge>>,
        /// What the answers are put into.
        draft: Box<Challenge>,
        /// What the answers must fit.
        issues: Box<Issues>,
    },
    /// A challenge is chosen.
    Choose {
        /// As the book has it.
        before: Box<Challenge>,
        /// What is chosen already.
        issues: Box<Issues>,
        /// Dates without a year are near it.
        today: chrono::NaiveDate,
    },
    /// A challenge is laid aside.
    LayAside(Box<Challenge>),
}

/// What a field of such a form asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChoiceAsk {
    /// What it says.
    Text,
    /// 視点
    Viewpoint,
    /// Boxes of the cause map.
    Causes,
    /// 効果
    Effect,
    /// 取り組みやすさ
    Ease,
    /// Why it is chosen.
    Because,
    /// Why it is laid aside.
    DropBecause,
    /// Who decided, as a role.
    By,
    /// When.
    On,
}

impl ChoiceAsk {
    /// The question; its hint says how to answer.
    pub fn question(self) -> Phrase {
        match self {
            Self::Text => phrase("choice-ask-text"),
            Self::Viewpoint => phrase("choice-ask-viewpoint"),
            Self::Causes => phrase("choice-ask-causes"),
            Self::Effect => phrase("choice-ask-effect"),
            Self::Ease => phrase("choice-ask-ease"),
            Self::Because => phrase("choice-ask-because"),
            Self::DropBecause => phrase("choice-ask-drop-because"),
            Self::By => phrase("choice-ask-by"),
            Self::On => phrase("choice-ask-on"),
        }
    }
}

type Answered = Result<Job, (usize, Phrase)>;

fn asked(ask: ChoiceAsk) -> Question {
    Question::Issue(IssueAsk::Choice(ask))
}

fn form(kind: ChoiceForm, fields: Vec<Field>) -> Form {
    Form::of(FormKind::Issue(IssueForm::Choice(kind)), fields)
}

impl ChoiceForm {
    /// Asks for the words, the viewpoint, the boxes and the place of a challenge.
    pub fn keep(shown: &Shown, before: Option<Challenge>, draft: Challenge) -> Form {
        let numbers: Vec<String> = draft.causes.iter().map(ToString::to_string).collect();
        let fields = vec![
            text(asked(ChoiceAsk::Text), &draft.text),
            viewpoint_field(shown, draft.viewpoint.as_ref()),
            text(asked(ChoiceAsk::Causes), &numbers.join(", ")),
            degree_field(ChoiceAsk::Effect, draft.effect),
            degree_field(ChoiceAsk::Ease, draft.ease),
        ];
        let kind = Self::Keep {
            before: before.map(Box::new),
            draft: Box::new(draft),
            issues: Box::new(needed(&shown.holdings.issues)),
        };
        form(kind, fields)
    }

    /// Asks why a challenge is chosen.
    pub fn choose(shown: &Shown, challenge: Challenge) -> Form {
        let fields = vec![
            text(asked(ChoiceAsk::Because), ""),
            text(asked(ChoiceAsk::By), ""),
            text(asked(ChoiceAsk::On), &shown.today.to_string()),
        ];
        let kind = Self::Choose {
            before: Box::new(challenge),
            issues: Box::new(needed(&shown.holdings.issues)),
            today: shown.today,
        };
        form(kind, fields)
    }

    /// Asks why a challenge is laid aside.
    pub fn lay_aside(challenge: Challenge) -> Form {
        let fields = vec![text(asked(ChoiceAsk::DropBecause), "")];
        form(Self::LayAside(Box::new(challenge)), fields)
    }

    /// Title and explanation of the form.
    pub fn words(&self) -> (Phrase, Phrase) {
        match self {
            Self::Keep { before: None, .. } => (phrase("choice-form-name"), phrase("choice-form-name-says")),
            Self::Keep {
                before: Some(before), ..
            } => (
                phrase("choice-form-edit"),
                phrase("choice-form-edit-says")
                    .with("number", before.id.0)
                    .with("text", printable(&before.text)),
            ),
            Self::Choose { before, issues, .. } => {
                let says = match issues.advice_before(before.id) {
                    Some(advice) => phrase("choice-form-choose-advice").with("advice", advice),
                    None => phrase("choice-form-choose-says"),
                };
                (phrase("choice-form-choose"), says.with("text", printable(&before.text)))
            }
            Self::LayAside(before) => (
                phrase("choice-form-drop"),
                phrase("choice-form-drop-says").with("text", printable(&before.text)),
            ),
        }
    }

    /// The work that the answers ask for, or what is wrong with them and the field where it is.
    pub fn job(&self, form: &Form) -> Answered {
        match self {
            Self::Keep { before, draft, issues } => keep(before.as_deref(), draft, issues, form),
            Self::Choose { before, today, .. } => choose(before, *today, form),
            Self::LayAside(before) => {
                let laid = before.laid_aside(form.typed(0));
                let (after, because) = laid.map_err(|fault| (0, fault.phrase()))?;
                let occasion = Occasion::ChallengeLaidAside {
                    text: after.text.clone(),
                    because,
                };
                Ok(written(occasion, Some(before), after))
            }
        }
    }
}

/// What the answers of a form are looked over with.
fn needed(issues: &Issues) -> Issues {
    Issues {
        causes: issues.causes.clone(),
        challenges: issues.challenges.clone(),
        measures: issues.measures.clone(),
        ..Issues::default()
    }
}

fn viewpoint_field(shown: &Shown, code: Option<&ViewpointCode>) -> Field {
    let mut choices = vec![Choice::Named(String::new(), phrase("choice-option-none"))];
    let names = &shown.issues.choice.viewpoints;
    choices.extend(names.iter().map(|it| {
        let name = phrase("choice-option-viewpoint")
            .with("code", it.code.as_str())
            .with("name", it.name.as_str());
        Choice::Named(it.code.clone(), name)
    }));
    // A viewpoint of a questionnaire that is not at hand stays what it is.
    if let Some(code) = code.filter(|code| names.iter().all(|it| it.code != code.as_str())) {
        let name = phrase("choice-option-viewpoint")
            .with("code", printable(code.as_str()))
            .with("name", "");
        choices.push(Choice::Named(code.as_str().to_owned(), name));
    }
    let is_it = |choice: &Choice| matches!((choice, code), (Choice::Named(id, _), Some(code)) if id == code.as_str());
    let at = choices.iter().position(is_it).unwrap_or(0);
    Field::Choice(asked(ChoiceAsk::Viewpoint), choices, at)
}

fn degree_field(ask: ChoiceAsk, degree: Option<Degree>) -> Field {
    let mut choices = vec![Choice::Named(String::new(), phrase("choice-option-open"))];
    choices.extend(Degree::ALL.map(|degree| {
        let name = phrase("choice-option-degree").with("degree", degree.number());
        Choice::Named(degree.number().to_string(), name)
    }));
    let at = degree.map_or(0, |degree| usize::from(degree.number()));
    Field::Choice(asked(ask), choices, at)
}

fn keep(before: Option<&Challenge>, draft: &Challenge, issues: &Issues, form: &Form) -> Answered {
    let degree = |field| form.chosen_id(field).and_then(Degree::parse);
    let after = Challenge {
        text: form.typed(0).to_owned(),
        viewpoint: form.chosen_id(1).map(|code| ViewpointCode(code.to_owned())),
        causes: causes(form.typed(2)).map_err(|wrong| (2, wrong))?,
        effect: degree(3),
        ease: degree(4),
        ..draft.clone()
    };
    let after = issues.sound_challenge(after).map_err(|fault| {
        let field = if matches!(fault, ChoiceFault::NoCause(_)) { 2 } else { 0 };
        (field, fault.phrase())
    })?;
    if before == Some(&after) {
        return Err((form.focus, phrase("choice-nothing-changed")));
    }
    let occasion = Occasion::ChallengeKept {
        text: after.text.clone(),
    };
    Ok(written(occasion, before, after))
}

/// Reads numbers as people list them: `3, 7`, `３、７`.
fn causes(typed: &str) -> Result<BTreeSet<CauseId>, Phrase> {
    let folded = fold(typed);
    let parts = folded.split([',', '、', ' ', ';']).filter(|part| !part.is_empty());
    let read =
        |part: &str| CauseId::parse(part).ok_or_else(|| phrase("choice-bad-causes").with("written", printable(part)));
    parts.map(read).collect()
}

fn choose(before: &Challenge, today: chrono::NaiveDate, form: &Form) -> Answered {
    let by = match form.typed(1).trim() {
        "" => None,
        role => Some(Role::parse(role).map_err(|_| (1, phrase("accept-no-role")))?),
    };
    let decision = Decision {
        because: form.typed(0).to_owned(),
        on: read_date(form.typed(2), today).ok_or_else(|| (2, phrase("choice-bad-date")))?,
        by,
    };
    let because = decision.because.trim().to_owned();
    let after = before.chosen_for(decision).map_err(|fault| (0, fault.phrase()))?;
    let occasion = Occasion::ChallengeChosen {
        text: after.text.clone(),
        because: printable(&because),
    };
    Ok(written(occasion, Some(before), after))
}

fn written(occasion: Occasion, before: Option<&Challenge>, after: Challenge) -> Job {
    let before = before.cloned().map(Box::new);
    Job::Apply(occasion, vec![kept(before, Some(Box::new(after)))])
}
