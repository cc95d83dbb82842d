//! 時間, the board of a survey: moving about on it, and changing its plan.

use chrono::NaiveDate;

use super::action::{Command, turned};
use super::desk::Job;
use super::editor::{self, Expected, SheetKind};
use super::form::Form;
use super::model::{Layer, Model};
use super::update::{Effect, run, stepped};
use crate::book::Occasion;
use crate::office::StaffCode;
use crate::phrase::phrase;
use crate::report::finding::{BoardCell, BoardFinding, BoardLine};
use crate::report::{self, Holdings};
use crate::worktime::{Participant, SheetKey, Survey, Wave};

/// What is chosen on the board.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct BoardChoice {
    /// The wave; `None` until somebody chooses one: then the latest that is planned.
    pub wave: Option<Wave>,
    /// Chosen person.
    pub row: usize,
    /// Chosen day.
    pub day: usize,
}

/// Waves that can be chosen: those with a plan or with sheets, and the one that comes next.
pub fn waves(model: &Model) -> Vec<Wave> {
    let Some(shown) = &model.shown else { return Vec::new() };
    let planned = shown.holdings.surveys.iter().map(|(wave, _)| *wave);
    let with_sheets = shown.summary.waves.iter().filter_map(|wave| Wave::parse(&wave.id));
    let mut waves: Vec<Wave> = planned.chain(with_sheets).chain([Wave::Before]).collect();
    waves.sort_unstable();
    waves.dedup();
    let has_sheets = !shown.summary.waves.is_empty();
    match waves.last() {
        Some(Wave::Before) if has_sheets => waves.push(Wave::After(1)),
        Some(Wave::After(count)) if *count < 99 => waves.push(Wave::After(count + 1)),
        _ => {}
    }
    waves
}

/// The wave of the board.
pub fn wave(model: &Model) -> Wave {
    let latest = |model: &Model| {
        let shown = model.shown.as_ref()?;
        let planned = shown.holdings.surveys.iter().map(|(wave, _)| *wave).max();
        planned.or_else(|| shown.summary.waves.last().and_then(|wave| Wave::parse(&wave.id)))
    };
    model.board.wave.or_else(|| latest(model)).unwrap_or(Wave::Before)
}

/// The board of the wave, where it is planned.
pub fn board(model: &Model) -> Option<&BoardFinding> {
    let id = wave(model).id();
    let shown = model.shown.as_ref()?;
    shown.boards.iter().find(|board| board.wave == id)
}

/// The chosen person and sheet.
pub fn chosen(model: &Model) -> Option<(&BoardLine, &BoardCell)> {
    let board = board(model)?;
    let line = board
        .rows
        .get(model.board.row.min(board.rows.len().saturating_sub(1)))?;
    let cell = line
        .sheets
        .get(model.board.day.min(line.sheets.len().saturating_sub(1)))?;
    Some((line, cell))
}

/// Moves to another person.
pub fn step(model: &mut Model, steps: isize) {
    let rows = board(model).map_or(0, |board| board.rows.len());
    model.board.row = stepped(model.board.row, steps, rows);
}

fn step_day(model: &mut Model, steps: isize) {
    let days = board(model).map_or(0, |board| board.days.len());
    model.board.day = stepped(model.board.day, steps, days);
}

/// Does what a key of the board asks for.
pub fn obey(model: &mut Model, command: Command) -> Vec<Effect> {
    match command {
        Command::NextDay => step_day(model, 1),
        Command::PreviousDay => step_day(model, -1),
        Command::NextWave => {
            let waves = waves(model);
            let at = waves.iter().position(|of| *of == wave(model)).unwrap_or(0);
            model.board = BoardChoice {
                wave: waves.get(turned(at, 1, waves.len())).copied(),
                ..BoardChoice::default()
            };
        }
        Command::TurnDay => return turn_day(model),
        Command::RemovePerson => return remove_person(model),
        Command::PlanSurvey => ask(model, |model| Some(Form::survey_plan(model, wave(model)))),
        Command::AddPerson => ask(model, |model| {
            planned(model).map(|_| Form::survey_person(model, wave(model), None))
        }),
        Command::EditPerson => ask(model, |model| {
            planned(model)?;
            let (line, _) = chosen(model)?;
            let staff = StaffCode::parse(&line.staff).ok()?;
            Some(Form::survey_person(model, wave(model), Some(&staff)))
        }),
        Command::Reminders => ask(model, |model| {
            planned(model).map(|_| Form::reminders(model, wave(model)))
        }),
        Command::Blank => ask(model, |model| Some(Form::blank(model, wave(model)))),
        _ => {}
    }
    Vec::new()
}

/// Lays a form over the board, or says that a plan is needed first.
fn ask(model: &mut Model, form: impl FnOnce(&Model) -> Option<Form>) {
    if model.shown.is_none() {
        return;
    }
    match form(model) {
        Some(form) => model.layers.push(Layer::Form(form)),
        None => model.notice = Some(phrase("survey-plan-first")),
    }
}

/// The plan of the wave.
pub fn planned(model: &Model) -> Option<&Survey> {
    let shown = model.shown.as_ref()?;
    report::survey_of(&shown.holdings, wave(model))
}

/// Writes a plan, or says that nothing changed.
pub fn apply(model: &mut Model, wave: Wave, after: Option<Survey>) -> Vec<Effect> {
    let Some(shown) = &model.shown else { return Vec::new() };
    let Some(change) = report::survey_change(&shown.holdings, wave, after) else {
        model.notice = Some(phrase("survey-unchanged").with("wave", wave.label()));
        return Vec::new();
    };
    run(model, Job::Apply(Occasion::SurveyPlanned(wave), vec![change]))
}

/// The chosen person and day with the plan that they are of.
fn chosen_in_plan(model: &Model) -> Option<(Survey, StaffCode, NaiveDate)> {
    let survey = planned(model)?.clone();
    let (line, cell) = chosen(model)?;
    Some((survey, StaffCode::parse(&line.staff).ok()?, cell.date))
}

fn turn_day(model: &mut Model) -> Vec<Effect> {
    let Some((mut survey, staff, day)) = chosen_in_plan(model) else {
        model.notice = Some(phrase("survey-plan-first"));
        return Vec::new();
    };
    let wave = wave(model);
    match (survey.person(&staff), &model.shown) {
        // Somebody who handed in a sheet without a plan is planned for that day.
        (None, Some(shown)) => survey.put(Participant {
            dates: Some(vec![day]),
            ..report::participant(&shown.holdings, wave, &staff)
        }),
        _ => survey.turn_day(&staff, day),
    }
    apply(model, wave, Some(survey))
}

fn remove_person(model: &mut Model) -> Vec<Effect> {
    let Some((mut survey, staff, _)) = chosen_in_plan(model) else {
        model.notice = Some(phrase("survey-plan-first"));
        return Vec::new();
    };
    if !survey.remove(&staff) {
        model.notice = Some(phrase("survey-not-in-plan").with("staff", staff.as_str()));
        return Vec::new();
    }
    let effects = apply(model, wave(model), Some(survey));
    model.notice = Some(phrase("survey-removed").with("staff", staff.as_str()));
    effects
}

/// Goes on with the chosen sheet: one that is there is opened where it is not complete, one that is owed is keyed in.
pub fn open_sheet(model: &mut Model) -> Vec<Effect> {
    let Some((line, cell)) = chosen(model) else {
        return obey(model, Command::PlanSurvey);
    };
    let Ok(staff) = StaffCode::parse(&line.staff) else {
        return Vec::new();
    };
    let (wave, date) = (wave(model), cell.date);
    let key = model
        .shown
        .as_ref()
        .and_then(|shown| there(&shown.holdings, wave, &staff, date));
    match key {
        Some(key) => editor::open_at(model, &key, None),
        None => editor::begin_with(model, SheetKind::Actual, Some(&Expected { wave, staff, date })),
    }
    Vec::new()
}

/// The sheet of a person and day; of two shifts the one with unfilled minutes.
fn there(holdings: &Holdings, wave: Wave, staff: &StaffCode, date: NaiveDate) -> Option<SheetKey> {
    let of_day = holdings
        .sheets
        .iter()
        .filter(|(of, sheet)| *of == wave && sheet.staff == *staff && sheet.date == date);
    let most = of_day.rev().max_by_key(|(_, sheet)| sheet.unfilled());
    most.map(|(wave, sheet)| sheet.key(*wave))
}
