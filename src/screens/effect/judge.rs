//! 判断: what is chosen, and what its keys do.

use chrono::NaiveDate;

use super::form::{EffectAsk, EffectForm};
use crate::issues::{Care, Judgement, JudgementDraft, JudgementKey, JudgementPart, MeasureId, Next};
use crate::phrase::{Phrase, phrase};
use crate::report::finding::JudgementLine;
use crate::report::judgement_kept;
use crate::screens::action::Command;
use crate::screens::desk::Job;
use crate::screens::form::{Choice, Field, Form, FormKind, Question, text};
use crate::screens::issues::dates::read_date;
use crate::screens::model::{Layer, Model};
use crate::screens::update::{Effect, run, stepped};
use crate::worktime::Wave;

/// What is chosen in the view.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct JudgeState {
    /// Chosen row.
    pub row: usize,
}

/// The team's judgement is given or changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JudgeForm {
    /// Of what.
    key: JudgementKey,
    /// 取組後①
    label: String,
    /// What is judged, in words.
    judged: String,
    /// As the book has it; `None` where it is given for the first time.
    before: Option<Box<Judgement>>,
    /// Dates without a year are near it.
    today: NaiveDate,
}

/// The fields in their order.
const PARTS: [JudgementPart; 6] = [
    JudgementPart::Care,
    JudgementPart::Words,
    JudgementPart::Residents,
    JudgementPart::Next,
    JudgementPart::By,
    JudgementPart::On,
];
const CARE: usize = 0;
const WORDS: usize = 1;
const RESIDENTS: usize = 2;
const NEXT: usize = 3;
const BY: usize = 4;
const ON: usize = 5;

impl JudgeForm {
    /// Asks for the judgement of a line.
    fn form(line: &JudgementLine, key: JudgementKey, before: Option<Judgement>, today: NaiveDate) -> Form {
        let given = before.as_ref();
        let said = |part: fn(&Judgement) -> String| given.map(part).unwrap_or_default();
        let care = Care::ALL.map(|care| (care.id(), care.phrase()));
        let next = Next::ALL.map(|next| (next.id(), next.phrase()));
        let fields = vec![
            choices(JudgementPart::Care, &care, given.map(|it| it.care.id())),
            field(JudgementPart::Words, &said(|it| it.words.clone())),
            field(JudgementPart::Residents, &said(|it| it.residents.clone())),
            choices(JudgementPart::Next, &next, given.map(|it| it.next.id())),
            field(JudgementPart::By, &said(|it| it.by.to_string())),
            field(JudgementPart::On, &given.map_or(today, |it| it.on).to_string()),
        ];
        let kind = Self {
            key,
            label: line.label.clone(),
            judged: line.measure_text.clone(),
            before: before.map(Box::new),
            today,
        };
        Form::of(FormKind::Effect(EffectForm::Judge(kind)), fields)
    }

    /// Title and explanation of the form.
    pub fn words(&self) -> (Phrase, Phrase) {
        let says = match self.key.measure {
            Some(number) => phrase("judge-form-says").with("number", number.0),
            None => phrase("judge-form-says-whole"),
        };
        let title = phrase("judge-form").with("survey", self.label.as_str());
        (title, says.with("text", self.judged.as_str()))
    }

    /// The work that the answers ask for, or what is wrong with them and the field where it is.
    pub fn job(&self, form: &Form) -> Result<Job, (usize, Phrase)> {
        let draft = JudgementDraft {
            care: form.chosen_id(CARE).and_then(Care::parse),
            words: form.typed(WORDS).to_owned(),
            residents: form.typed(RESIDENTS).to_owned(),
            next: form.chosen_id(NEXT).and_then(Next::parse),
            by: form.typed(BY).to_owned(),
            on: read_date(form.typed(ON), self.today).ok_or_else(|| (ON, phrase("judge-bad-date")))?,
        };
        let given = draft.given(self.key, self.today);
        let after = given.map_err(|faults| {
            // A page has room for one thing that is wrong: the first from the top.
            let first = faults.iter().copied().min_by_key(|fault| place(fault.part()));
            first.map_or_else(
                || (form.focus, phrase("judge-no-words")),
                |it| (place(it.part()), it.phrase()),
            )
        })?;
        if self.before.as_deref() == Some(&after) {
            return Err((form.focus, phrase("judge-nothing-changed")));
        }
        let kept = judgement_kept(self.before.as_deref(), Some(&after));
        let (occasion, changes) = kept.ok_or_else(|| (form.focus, phrase("judge-nothing-changed")))?;
        Ok(Job::Apply(occasion, changes))
    }
}

fn place(part: JudgementPart) -> usize {
    PARTS.iter().position(|it| *it == part).unwrap_or(0)
}

fn asked(part: JudgementPart) -> Question {
    Question::Effect(EffectAsk::Judge(JudgeAsk(part)))
}

fn field(part: JudgementPart, answer: &str) -> Field {
    text(asked(part), answer)
}

/// A field in which nothing is chosen beforehand: nobody judges by leaving it as it is.
fn choices(part: JudgementPart, offered: &[(&str, Phrase)], given: Option<&str>) -> Field {
    let mut choices = vec![Choice::Named(String::new(), phrase("judge-option-open"))];
    choices.extend(
        offered
            .iter()
            .map(|(id, name)| Choice::Named((*id).to_owned(), name.clone())),
    );
    let at = offered.iter().position(|(id, _)| Some(*id) == given);
    Field::Choice(asked(part), choices, at.map_or(0, |at| at + 1))
}

/// What a field of the form asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct JudgeAsk(JudgementPart);

impl JudgeAsk {
    /// The question; its hint says how to answer.
    pub fn question(self) -> Phrase {
        match self.0 {
            JudgementPart::Care => phrase("judge-ask-care"),
            JudgementPart::Words => phrase("judge-ask-words"),
            JudgementPart::Residents => phrase("judge-ask-residents"),
            JudgementPart::Next => phrase("judge-ask-next"),
            JudgementPart::By => phrase("judge-ask-by"),
            JudgementPart::On => phrase("judge-ask-on"),
        }
    }
}

/// Does what a key asks for in the view.
pub fn obey(model: &mut Model, command: Command) -> Option<Vec<Effect>> {
    if !matches!(command, Command::JudgeGive | Command::JudgeTakeBack) {
        return None;
    }
    let shown = model.shown.as_ref()?;
    let line = shown.effect.judgements.judgements.get(model.effect.judge.row);
    let Some((line, key)) = line.and_then(|line| Some((line, key(line)?))) else {
        model.notice = Some(phrase("judge-nothing"));
        return Some(Vec::new());
    };
    let before = shown.holdings.issues.judgement(key).cloned();
    if command == Command::JudgeGive {
        let form = JudgeForm::form(line, key, before, shown.today);
        model.layers.push(Layer::Form(form));
        return Some(Vec::new());
    }
    let Some((occasion, changes)) = judgement_kept(before.as_ref(), None) else {
        model.notice = Some(phrase("judge-not-given"));
        return Some(Vec::new());
    };
    Some(run(model, Job::Apply(occasion, changes)))
}

fn key(line: &JudgementLine) -> Option<JudgementKey> {
    Some(JudgementKey {
        wave: Wave::parse(&line.wave)?,
        measure: line.measure.map(MeasureId),
    })
}

/// Goes up or down, and stays within what is there.
pub fn step(model: &mut Model, steps: isize) {
    let rows = model
        .shown
        .as_ref()
        .map_or(0, |shown| shown.effect.judgements.judgements.len());
    model.effect.judge.row = stepped(model.effect.judge.row, steps, rows);
}
