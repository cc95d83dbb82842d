//! Walking through what was found about the sheets, and saying why it is right as it is.

use super::action::{Command, turned};
use super::desk::Job;
use super::editor;
use super::errand::{Errand, occasion};
use super::model::{Layer, Model, TimeView};
use super::update::{Effect, run};
use crate::book::Change;
use crate::phrase::phrase;
use crate::report::finding::{ProblemLine, SheetQuality};
use crate::worktime::{Acceptance, SheetKey};

/// Which problem of a sheet is looked at.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct QualityState {
    /// Row of the sheet; in another row the first problem is looked at.
    row: usize,
    /// Place among its problems.
    problem: usize,
}

/// The chosen sheet and the place of the problem that is looked at.
pub fn chosen(model: &Model) -> Option<(&SheetQuality, usize)> {
    let sheet = *model.sheets().get(model.time.row)?;
    let state = model.quality;
    let place = if state.row == model.time.row { state.problem } else { 0 };
    Some((sheet, place.min(sheet.problems.len().saturating_sub(1))))
}

fn problem(model: &Model) -> Option<(&SheetQuality, &ProblemLine)> {
    let (sheet, place) = chosen(model)?;
    sheet.problems.get(place).map(|problem| (sheet, problem))
}

/// The sheet that is looked at, for finding it again after the order has changed.
pub fn sheet(model: &Model) -> Option<SheetKey> {
    let shown = model.shown.as_ref().filter(|_| model.time.view == TimeView::Sheets)?;
    shown.holdings.sheet_of(chosen(model)?.0)
}

/// Goes back to a sheet and to the problem that was looked at.
pub fn follow(model: &mut Model, key: Option<&SheetKey>) {
    let Some(key) = key else { return };
    let same = |sheet: &&SheetQuality| {
        sheet.date == key.date && sheet.starts_at == key.starts_at && sheet.staff == key.staff.as_str()
    };
    if let Some(row) = model.sheets().iter().position(same) {
        model.time.row = row;
        model.quality.row = row;
    }
}

/// Does what a key asks for among the sheets.
pub fn obey(model: &mut Model, command: Command) -> Vec<Effect> {
    match command {
        Command::NextProblem => walk(model, 1),
        Command::PreviousProblem => walk(model, -1),
        Command::JumpToCell => jump(model),
        Command::AcceptFinding => ask(model),
        Command::WithdrawAcceptance => return withdraw(model),
        _ => {}
    }
    Vec::new()
}

fn walk(model: &mut Model, steps: isize) {
    if let Some((sheet, place)) = chosen(model) {
        model.quality = QualityState {
            problem: turned(place, steps, sheet.problems.len()),
            row: model.time.row,
        };
    }
}

/// The sheet and the minute at which the problem is.
pub fn place(model: &Model) -> Option<(SheetKey, Option<u16>)> {
    let shown = model.shown.as_ref()?;
    let (sheet, _) = chosen(model)?;
    let minute = problem(model).and_then(|(_, problem)| problem.minute);
    Some((shown.holdings.sheet_of(sheet)?, minute))
}

/// Goes to the cell of the problem.
fn jump(model: &mut Model) {
    let Some((key, minute)) = place(model) else { return };
    editor::open_at(model, &key, minute);
}

/// Asks why the problem is right as it is.
fn ask(model: &mut Model) {
    let (Some(shown), Some((sheet, problem))) = (&model.shown, problem(model)) else {
        model.notice = Some(phrase("screens-nothing-to-accept"));
        return;
    };
    let Some(key) = shown.holdings.sheet_of(sheet) else {
        return;
    };
    let errand = Errand::AcceptFinding {
        before: shown.holdings.acceptance(&key, &problem.code).cloned().map(Box::new),
        draft: Box::new(Acceptance {
            sheet: key,
            code: problem.code.clone(),
            about: problem.about.clone(),
            because: String::new(),
            by: None,
        }),
    };
    model.layers.push(Layer::Form(errand.form()));
}

fn withdraw(model: &mut Model) -> Vec<Effect> {
    let said = problem(model).and_then(|(sheet, problem)| {
        let holdings = &model.shown.as_ref()?.holdings;
        holdings.acceptance(&holdings.sheet_of(sheet)?, &problem.code).cloned()
    });
    let Some(said) = said else {
        model.notice = Some(phrase("screens-nothing-to-withdraw"));
        return Vec::new();
    };
    let occasion = occasion(&said);
    let change = Change::QualityAccepted {
        before: Some(Box::new(said)),
        after: None,
    };
    run(model, Job::Apply(occasion, vec![change]))
}
