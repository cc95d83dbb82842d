//! The forms of the plan: a measure, how it stands, a step, a check.

use chrono::NaiveDate;

use super::form::IssueAsk;
use crate::intake::{days, one_day, open_stretch};
use crate::issues::{
    Challenge, ChallengeId, Measure, MeasureDraft, MeasureFault, MeasureGround, MeasureId, Status, ViewpointCode,
};
use crate::office::Role;
use crate::phrase::{Phrase, phrase};
use crate::report::{measure_followed, measure_ground, measure_kept};
use crate::screens::desk::{Job, Shown};
use crate::screens::form::{Choice, Field, Form, Question, text};
use crate::screens::text::cut;

/// Most challenges that are offered.
const MOST_OFFERED: usize = 6;
/// Cells of a challenge among those offered.
const CHALLENGE_CELLS: usize = 32;
/// Cells of a viewpoint among those offered.
const VIEWPOINT_CELLS: usize = 22;
/// Between days in a field.
const BETWEEN_DAYS: &str = "、";

/// What a form of the plan is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MeasureForm {
    /// Decides a measure, or changes what was decided.
    Decide {
        /// As it was; `None` for a new one.
        before: Option<Box<Measure>>,
        /// Its number.
        id: MeasureId,
        /// What it may name.
        ground: MeasureGround,
        /// Days without a year are those nearest to this one.
        today: NaiveDate,
    },
    /// Tells how a measure stands, and why.
    News(Box<Measure>, NaiveDate),
    /// Adds a step, or changes the one of this number.
    Step(Box<Measure>, Option<usize>, NaiveDate),
    /// Adds a check date.
    Check(Box<Measure>, NaiveDate),
}

/// What a field of such a form asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MeasureAsk {
    /// What it answers.
    Target,
    /// What is done.
    What,
    /// Who sees to it.
    Owner,
    /// First and last day.
    Span,
    /// Days on which the team looks at how it goes.
    Checks,
    /// How it stands.
    Status,
    /// Why.
    Word,
    /// The day of news.
    NewsDay,
    /// What a step does.
    StepWhat,
    /// Until when.
    StepDue,
    /// Another check date.
    CheckDay,
}

impl MeasureAsk {
    /// The question; its hint says how to answer.
    pub fn question(self) -> Phrase {
        match self {
            Self::Target => phrase("measures-ask-target"),
            Self::What => phrase("measures-ask-what"),
            Self::Owner => phrase("measures-ask-owner"),
            Self::Span => phrase("measures-ask-span"),
            Self::Checks => phrase("measures-ask-checks"),
            Self::Status => phrase("measures-ask-status"),
            Self::Word => phrase("measures-ask-word"),
            Self::NewsDay => phrase("measures-ask-news-day"),
            Self::StepWhat => phrase("measures-ask-step"),
            Self::StepDue => phrase("measures-ask-due"),
            Self::CheckDay => phrase("measures-ask-check-day"),
        }
    }
}

/// A form with its questions.
type Asked = (MeasureForm, Vec<Field>);

fn asked(ask: MeasureAsk) -> Question {
    Question::Issue(IssueAsk::Measure(ask))
}

fn line(ask: MeasureAsk, answer: &str) -> Field {
    text(asked(ask), answer)
}

fn listed(days: impl Iterator<Item = NaiveDate>) -> String {
    let days: Vec<String> = days.map(|day| day.to_string()).collect();
    days.join(BETWEEN_DAYS)
}

impl MeasureForm {
    /// Asks for a new measure.
    pub fn new_measure(shown: &Shown) -> Asked {
        let issues = &shown.holdings.issues;
        let form = Self::Decide {
            before: None,
            id: MeasureId::after(issues.measures.iter().map(|it| it.id)),
            ground: measure_ground(&shown.holdings),
            today: shown.today,
        };
        let fields = vec![
            targets(shown, None),
            line(MeasureAsk::What, ""),
            line(MeasureAsk::Owner, ""),
            line(MeasureAsk::Span, &format!("{}〜", shown.today)),
            line(MeasureAsk::Checks, ""),
        ];
        (form, fields)
    }

    /// Asks anew what was decided.
    pub fn edit(shown: &Shown, measure: &Measure) -> Asked {
        let form = Self::Decide {
            before: Some(Box::new(measure.clone())),
            id: measure.id,
            ground: measure_ground(&shown.holdings),
            today: shown.today,
        };
        let chosen = MeasureDraft::of(measure).checks.unwrap_or_default();
        let fields = vec![
            targets(shown, Some(measure)),
            line(MeasureAsk::What, &measure.text),
            line(MeasureAsk::Owner, measure.owner.as_ref().map_or("", Role::as_str)),
            line(MeasureAsk::Span, &format!("{}〜{}", measure.start, measure.end)),
            line(MeasureAsk::Checks, &listed(chosen.into_iter())),
        ];
        (form, fields)
    }

    /// Asks how a measure stands.
    pub fn news(shown: &Shown, measure: &Measure) -> Asked {
        let named = |status: Status| Choice::Named(status.id().to_owned(), status.phrase());
        // Who has something to tell of a planned measure has most often begun it.
        let now = match measure.status() {
            Status::Planned => Status::Underway,
            other => other,
        };
        let at = Status::ALL.iter().position(|status| *status == now).unwrap_or(0);
        let fields = vec![
            Field::Choice(asked(MeasureAsk::Status), Status::ALL.map(named).to_vec(), at),
            line(MeasureAsk::Word, ""),
            line(MeasureAsk::NewsDay, &shown.today.to_string()),
        ];
        (Self::News(Box::new(measure.clone()), shown.today), fields)
    }

    /// Asks for a step, or anew for the one of this number.
    pub fn step(measure: &Measure, number: Option<usize>, today: NaiveDate) -> Asked {
        let step = number.and_then(|number| measure.steps.get(number.checked_sub(1)?));
        let fields = vec![
            line(MeasureAsk::StepWhat, step.map_or("", |step| &step.text)),
            line(
                MeasureAsk::StepDue,
                &step.map_or_else(String::new, |step| step.due.to_string()),
            ),
        ];
        (Self::Step(Box::new(measure.clone()), number, today), fields)
    }

    /// Asks for another check date.
    pub fn check(measure: &Measure, today: NaiveDate) -> Asked {
        let fields = vec![line(MeasureAsk::CheckDay, "")];
        (Self::Check(Box::new(measure.clone()), today), fields)
    }

    /// Title and explanation.
    pub fn words(&self) -> (Phrase, Phrase) {
        match self {
            Self::Decide { before: None, .. } => (phrase("measures-form-new"), phrase("measures-form-decide-says")),
            Self::Decide { before: Some(_), .. } => (phrase("measures-form-edit"), phrase("measures-form-decide-says")),
            Self::News(measure, _) => (phrase("measures-do-news"), of(measure)),
            Self::Step(measure, ..) => (phrase("measures-form-step"), of(measure)),
            Self::Check(measure, _) => (phrase("measures-do-add-check"), of(measure)),
        }
    }

    /// The work that the answers ask for, or what is wrong with them and the field where it is.
    pub fn job(&self, form: &Form) -> Result<Job, (usize, Phrase)> {
        let (before, after) = match self {
            Self::Decide {
                before,
                id,
                ground,
                today,
            } => (
                before.as_deref(),
                decided(before.as_deref(), *id, ground, *today, form)?,
            ),
            Self::News(measure, today) => (Some(&**measure), told(measure, *today, form)?),
            Self::Step(measure, number, today) => {
                let due = one_day(form.typed(1), *today).map_err(|wrong| (1, wrong))?;
                let after = match number {
                    Some(number) => measure.with_step_changed(*number, form.typed(0), due),
                    None => measure.with_step(form.typed(0), due),
                };
                (Some(&**measure), after.map_err(|fault| (0, fault.phrase()))?)
            }
            Self::Check(measure, today) => {
                let day = one_day(form.typed(0), *today).map_err(|wrong| (0, wrong))?;
                (Some(&**measure), measure.with_check(day))
            }
        };
        if before == Some(&after) {
            return Err((form.focus, phrase("measures-nothing-changed")));
        }
        let (occasion, changes) = match (self, before) {
            (Self::News(..), Some(before)) => measure_followed(before, &after),
            _ => measure_kept(before, Some(&after)),
        };
        Ok(Job::Apply(occasion, changes))
    }
}

/// Which measure a form is of.
fn of(measure: &Measure) -> Phrase {
    phrase("measures-form-of")
        .with("number", measure.id.to_string())
        .with("text", measure.text.as_str())
}

/// What a measure may answer: the challenges that were chosen, or else the first ones, then the viewpoints.
fn targets(shown: &Shown, measure: Option<&Measure>) -> Field {
    let issues = &shown.holdings.issues;
    let own = measure.and_then(|measure| measure.challenge);
    let any_chosen = issues.challenges.iter().any(|it| it.chosen.is_some());
    let offered = |it: &&Challenge| it.chosen.is_some() || !any_chosen || Some(it.id) == own;
    let challenges = issues.challenges.iter().filter(offered).take(MOST_OFFERED).map(|it| {
        let name = phrase("measures-target-challenge")
            .with("number", it.id.to_string())
            .with("text", cut(&it.text, CHALLENGE_CELLS));
        (format!("c{}", it.id), name)
    });
    let viewpoints = shown.issues.measures.viewpoints.iter().map(|it| {
        let name = phrase("measures-target-viewpoint")
            .with("code", it.code.as_str())
            .with("name", cut(told_apart(&it.name), VIEWPOINT_CELLS));
        (format!("v{}", it.code), name)
    });
    let all: Vec<(String, Phrase)> = challenges.chain(viewpoints).collect();
    let now = measure.map(|measure| match measure.challenge {
        Some(id) => format!("c{id}"),
        None => format!("v{}", measure.viewpoint),
    });
    let at = all.iter().position(|(id, _)| Some(id) == now.as_ref()).unwrap_or(0);
    let choices = all.into_iter().map(|(id, name)| Choice::Named(id, name)).collect();
    Field::Choice(asked(MeasureAsk::Target), choices, at)
}

/// What tells a viewpoint from others that begin alike: what stands in its brackets, where it has any.
fn told_apart(name: &str) -> &str {
    let inside = name
        .split_once(['（', '('])
        .map(|(_, rest)| rest.trim_end_matches(['）', ')']));
    inside.unwrap_or(name)
}

fn decided(
    before: Option<&Measure>,
    id: MeasureId,
    ground: &MeasureGround,
    today: NaiveDate,
    form: &Form,
) -> Result<Measure, (usize, Phrase)> {
    let target = form.chosen_id(0).unwrap_or_default();
    let challenge = target.strip_prefix('c').and_then(ChallengeId::parse);
    let same = before.filter(|before| challenge.is_some() && before.challenge == challenge);
    let viewpoint = match target.strip_prefix('v') {
        Some(code) => Some(ViewpointCode(code.to_owned())),
        None => same.map(|before| before.viewpoint.clone()),
    };
    let owner = match form.typed(2).trim() {
        "" => None,
        role => Some(Role::parse(role).map_err(|_| (2, phrase("measures-no-role")))?),
    };
    let (start, end) = open_stretch(form.typed(3), today).map_err(|wrong| (3, wrong))?;
    let checks = days(form.typed(4), start).map_err(|wrong| (4, wrong))?;
    let draft = MeasureDraft {
        text: form.typed(1).to_owned(),
        challenge,
        viewpoint,
        owner,
        start,
        end,
        indicators: before.map_or_else(Vec::new, |before| before.indicators.clone()),
        checks: (!checks.is_empty()).then_some(checks),
    };
    let measure = match before {
        Some(before) => draft.changed(before, ground),
        None => draft.decided(id, today, ground),
    };
    measure.map_err(|fault| (field_of(&fault), fault.phrase()))
}

/// The question at which a fault is.
fn field_of(fault: &MeasureFault) -> usize {
    match fault {
        MeasureFault::NoText | MeasureFault::TooLong => 1,
        MeasureFault::EndBeforeStart { .. } => 3,
        _ => 0,
    }
}

fn told(measure: &Measure, today: NaiveDate, form: &Form) -> Result<Measure, (usize, Phrase)> {
    let status = form.chosen_id(0).and_then(Status::parse).unwrap_or(measure.status());
    let on = match form.typed(2).trim() {
        "" => today,
        typed => one_day(typed, today).map_err(|wrong| (2, wrong))?,
    };
    let after = measure.with_news(on, status, form.typed(1), today);
    after.map_err(|fault| {
        let field = match fault {
            MeasureFault::NoWord | MeasureFault::TooLong => 1,
            _ => 2,
        };
        (field, fault.phrase())
    })
}
