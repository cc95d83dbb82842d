//! The page of what belongs to a measure: its steps, its checks, the indicators to watch. Every key writes at once, and undo takes it back.

use chrono::NaiveDate;

use super::form::IssueForm;
use super::measure_form::MeasureForm;
use crate::issues::{Measure, MeasureFault, MeasureId};
use crate::report::{Holdings, measure_followed, measure_kept};
use crate::screens::action::Command;
use crate::screens::desk::Job;
use crate::screens::form::{Form, FormKind};
use crate::screens::model::{Layer, Model};
use crate::screens::scenario::steps;
use crate::screens::update::{Effect, run, stepped};

/// The page of what belongs to a measure (手順・確認日・指標).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MeasureParts {
    /// Of which measure.
    pub measure: MeasureId,
    /// Chosen row.
    pub row: usize,
}

impl MeasureParts {
    /// The page from its first row.
    pub fn of(measure: MeasureId) -> Self {
        Self { measure, row: 0 }
    }
}

/// A row of the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// A step, counted from 1.
    Step(usize),
    /// The check of a day.
    Check(NaiveDate),
    /// An indicator of the catalog, or one that is watched.
    Indicator(String),
}

/// The rows of the page.
pub fn parts(measure: &Measure, holdings: &Holdings) -> Vec<Part> {
    let steps = (1..=measure.steps.len()).map(Part::Step);
    let checks = measure.checks.iter().map(|check| Part::Check(check.on));
    let all = holdings.indicators();
    let offered = all
        .iter()
        .filter(|it| it.usual || holdings.effects.chosen(&it.id).is_some() || measure.indicators.contains(&it.id));
    let others = measure.indicators.iter().filter(|id| holdings.indicator(id).is_none());
    let indicators = offered.map(|it| &it.id).chain(others).cloned().map(Part::Indicator);
    steps.chain(checks).chain(indicators).collect()
}

/// What the page is of, and the part that is chosen.
fn chosen(model: &Model) -> Option<(&Measure, Option<Part>, NaiveDate)> {
    let Some(Layer::MeasureParts(page)) = model.layers.last() else {
        return None;
    };
    let shown = model.shown.as_ref()?;
    let measure = shown.holdings.issues.measure(page.measure)?;
    let part = parts(measure, &shown.holdings).into_iter().nth(page.row);
    Some((measure, part, shown.today))
}

/// Does what a key asks for on the page.
pub fn obey(model: &mut Model, command: Command) -> Option<Vec<Effect>> {
    if let Some(steps) = steps(command) {
        move_row(model, steps);
        return Some(Vec::new());
    }
    if !matches!(
        command,
        Command::IssueAdd | Command::IssueEdit | Command::IssueRemove | Command::MeasureAddCheck | Command::MeasureTurn
    ) {
        return None;
    }
    let Some((measure, part, today)) = chosen(model) else {
        return Some(Vec::new());
    };
    let form = match (command, &part) {
        (Command::IssueAdd, _) => MeasureForm::step(measure, None, today),
        (Command::MeasureAddCheck, _) => MeasureForm::check(measure, today),
        (Command::IssueEdit, Some(Part::Step(number))) => MeasureForm::step(measure, Some(*number), today),
        (Command::IssueRemove, Some(part)) => {
            let after = without(measure, part);
            return Some(write(model, after));
        }
        (_, Some(part)) => {
            let after = turned(measure, part, today);
            return Some(write(model, after));
        }
        (_, None) => return Some(Vec::new()),
    };
    let (form, fields) = form;
    let kind = FormKind::Issue(IssueForm::Measure(form));
    model.layers.push(Layer::Form(Form::of(kind, fields)));
    Some(Vec::new())
}

/// The measure without a part; an indicator is no longer watched.
fn without(measure: &Measure, part: &Part) -> Result<Measure, MeasureFault> {
    match part {
        Part::Step(number) => measure.without_step(*number),
        Part::Check(day) => measure.without_check(*day),
        Part::Indicator(id) if measure.indicators.contains(id) => Ok(measure.with_indicator_turned(id)),
        Part::Indicator(_) => Ok(measure.clone()),
    }
}

/// The measure with a part done today or not done, watched or not watched.
fn turned(measure: &Measure, part: &Part, today: NaiveDate) -> Result<Measure, MeasureFault> {
    let is_done = |day: &NaiveDate| {
        measure
            .checks
            .iter()
            .any(|check| check.on == *day && check.done.is_some())
    };
    match part {
        Part::Step(number) if measure.steps.get(number - 1).is_some_and(|step| step.done.is_some()) => {
            measure.with_step_undone(*number)
        }
        Part::Step(number) => measure.with_step_done(*number, today, today),
        Part::Check(day) => measure.with_check_done(*day, (!is_done(day)).then_some(today), today),
        Part::Indicator(id) => Ok(measure.with_indicator_turned(id)),
    }
}

fn write(model: &mut Model, after: Result<Measure, MeasureFault>) -> Vec<Effect> {
    let Some((measure, part, _)) = chosen(model) else {
        return Vec::new();
    };
    match after {
        Ok(after) if after == *measure => Vec::new(),
        Ok(after) => {
            let same_parts = after.steps.len() == measure.steps.len() && after.checks.len() == measure.checks.len();
            let (occasion, changes) = if same_parts && !matches!(part, Some(Part::Indicator(_))) {
                measure_followed(measure, &after)
            } else {
                measure_kept(Some(measure), Some(&after))
            };
            run(model, Job::Apply(occasion, changes))
        }
        Err(fault) => {
            model.notice = Some(fault.phrase());
            Vec::new()
        }
    }
}

fn move_row(model: &mut Model, steps: isize) {
    let Some(shown) = &model.shown else { return };
    let Some(Layer::MeasureParts(page)) = model.layers.last_mut() else {
        return;
    };
    let measure = shown.holdings.issues.measure(page.measure);
    let rows = measure.map_or(0, |measure| parts(measure, &shown.holdings).len());
    page.row = stepped(page.row, steps, rows);
}

/// Keeps the page within what the book holds now; without its measure it closes.
pub fn follow(model: &mut Model) {
    let Some(shown) = &model.shown else { return };
    let Some(Layer::MeasureParts(page)) = model.layers.last() else {
        return;
    };
    if shown.holdings.issues.measure(page.measure).is_none() {
        model.layers.pop();
    } else {
        move_row(model, 0);
    }
}
