//! 計画と実績: what is chosen in the view, and what its keys do.

use super::action::{Tab, turned};
use super::desk::Job;
use super::editor;
use super::model::{Model, TimeView};
use super::update::{Effect, run};
use crate::book::{Change, Occasion};
use crate::phrase::{Phrase, phrase};
use crate::report::finding::{PlanHourLine, PlanTaskLine, PlanWave};
use crate::worktime::{Sheet, Wave};

/// Ways to look at plan and work.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum PlanBy {
    /// By task: as planned, shifted, not done, not planned.
    #[default]
    Task,
    /// By clock hour: planned and done side by side.
    Hour,
    /// The timetables themselves.
    Plans,
}

impl PlanBy {
    /// In the order in which they are gone through.
    pub const ALL: [Self; 3] = [Self::Task, Self::Hour, Self::Plans];

    /// Its name.
    pub fn name(self) -> Phrase {
        match self {
            Self::Task => phrase("plan-by-task"),
            Self::Hour => phrase("plan-by-hour"),
            Self::Plans => phrase("plan-by-plans"),
        }
    }
}

/// Whether the view is on the screen.
pub fn is_open(model: &Model) -> bool {
    model.tab == Tab::Time && model.time.view == TimeView::Plan
}

/// The figures of the wave that the times are shown of; `None` when it has no plans.
pub fn shown(model: &Model) -> Option<&PlanWave> {
    let wave = model.wave()?;
    let plan = &model.shown.as_ref()?.plan;
    plan.waves.iter().find(|plan| plan.id == wave.id)
}

/// Tasks that were planned or done.
pub fn tasks(wave: &PlanWave) -> Vec<&PlanTaskLine> {
    let any = |line: &&PlanTaskLine| line.figures.planned + line.figures.done > 0;
    wave.tasks.iter().filter(any).collect()
}

/// Hours in which something was planned, done or left unfilled.
pub fn hours(wave: &PlanWave) -> Vec<&PlanHourLine> {
    let any = |line: &&PlanHourLine| line.planned + line.done + line.unfilled > 0;
    wave.hours.iter().filter(any).collect()
}

/// The timetables of the wave.
pub fn plans(model: &Model) -> Vec<&Sheet> {
    let Some((shown, wave)) = model.shown.as_ref().zip(model.wave()) else {
        return Vec::new();
    };
    let plans = shown.holdings.plans.iter();
    plans
        .filter(|(of, _)| of.id() == wave.id)
        .map(|(_, plan)| plan)
        .collect()
}

/// Rows that can be chosen.
pub fn rows(model: &Model) -> usize {
    match (model.plan_by, shown(model)) {
        (PlanBy::Plans, _) => plans(model).len(),
        (_, None) => 0,
        (PlanBy::Task, Some(wave)) => tasks(wave).len(),
        (PlanBy::Hour, Some(wave)) => hours(wave).len(),
    }
}

/// The next way to look; from another view of the times it goes to this one.
pub fn next_way(model: &mut Model) {
    if model.time.view == TimeView::Plan {
        let at = PlanBy::ALL.iter().position(|by| *by == model.plan_by).unwrap_or(0);
        model.plan_by = PlanBy::ALL[turned(at, 1, PlanBy::ALL.len())];
    } else {
        model.time.view = TimeView::Plan;
    }
    model.time.row = 0;
}

/// The chosen timetable with its wave.
pub fn chosen(model: &Model) -> Option<(Wave, &Sheet)> {
    if !is_open(model) || model.plan_by != PlanBy::Plans {
        return None;
    }
    let wave = Wave::parse(&model.wave()?.id)?;
    plans(model).get(model.time.row).map(|plan| (wave, *plan))
}

/// Opens the chosen timetable in the editor.
pub fn open_chosen(model: &mut Model) {
    match chosen(model).map(|(wave, plan)| plan.key(wave)) {
        Some(key) => editor::open_plan(model, &key),
        None => model.notice = Some(phrase("plan-choose-first")),
    }
}

/// Takes the chosen timetable out; undo brings it back.
pub fn remove(model: &mut Model) -> Vec<Effect> {
    let Some((wave, plan)) = chosen(model) else {
        model.notice = Some(phrase("plan-choose-first"));
        return Vec::new();
    };
    let key = plan.key(wave);
    // The book wants it exactly as it stands there, also where that is in the codes of an older list.
    let holdings = model.shown.as_ref().map(|shown| &shown.holdings);
    let Some(before) = holdings.and_then(|holdings| holdings.plan_as_in_book(&key)).cloned() else {
        return Vec::new();
    };
    let change = Change::PlanKept {
        wave,
        before: Some(Box::new(before)),
        after: None,
    };
    run(model, Job::Apply(Occasion::PlanKept, vec![change]))
}
