//! The only place that changes the model.

use super::action::{Action, Command, Tab, turned};
use super::board::{self, BoardChoice};
use super::charts;
use super::columns;
use super::desk::{Job, Outcome, Shown};
use super::documents::{self, DocumentLayer};
use super::editor::{self, SheetKind};
use super::effect::{self, EffectLayer};
use super::find;
use super::form::{Form, FormKind};
use super::input::Input;
use super::issues;
use super::keymap;
use super::model::{Busy, Context, Layer, Model, Palette, PeriodChoice, StartEntry, TimeView, busiest_hour};
use super::next;
use super::pictures;
use super::plan;
use super::survey_forms;
use super::tags;
use super::tasklist;
use super::timer;
use super::times;
use super::{meters, quality, scenario};
use crate::failure::Failure;
use crate::phrase::phrase;
use crate::report::finding::ImportFinding;

/// Rows of one page key.
const PAGE: isize = 10;

/// What is to be done outside the model.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    /// Ends the screens.
    Quit,
    /// Ends the screens: the book that they were started with cannot be used.
    Fail(Failure),
    /// Gives work to the desk.
    Run(Job),
    /// Asks the desk to stop its work.
    Stop,
}

/// Changes the model as an action says, and tells what is to be done outside.
pub fn update(model: &mut Model, action: Action) -> Vec<Effect> {
    let effects = happen(model, action);
    // Whatever led to a view: what it draws is there.
    pictures::refresh(model);
    effects
}

fn happen(model: &mut Model, action: Action) -> Vec<Effect> {
    match action {
        Action::Do(command) => {
            model.notice = None;
            obey(model, command)
        }
        Action::Type(letter) => {
            insert(model, letter.encode_utf8(&mut [0; 4]));
            Vec::new()
        }
        Action::Paste(text) if matches!(model.layers.last(), Some(Layer::Editor(_))) => {
            editor::paste(model, &text);
            Vec::new()
        }
        Action::Paste(text) => {
            if !effect::paste(model, &text) && !documents::paste(model, &text) {
                insert(model, &text);
            }
            Vec::new()
        }
        Action::StrayLetter => {
            model.notice = Some(phrase("screens-input-method-is-on"));
            Vec::new()
        }
        Action::TimerTask(place) => {
            model.notice = None;
            timer::on_task(model, place)
        }
        Action::Clock(now) => {
            model.now = Some(now);
            timer::on_clock(model);
            Vec::new()
        }
        Action::Progress(progress) => {
            if let Some(Layer::Busy(busy)) = model.layers.last_mut() {
                busy.progress = Some(progress);
            }
            Vec::new()
        }
        Action::Done(outcome) => done(model, outcome),
    }
}

/// Starts with a book; when it cannot be opened, the screens end.
pub fn open_at_start(model: &mut Model, path: std::path::PathBuf) -> Vec<Effect> {
    model.book_is_due = true;
    run(model, Job::Open(path))
}

/// Does what a command asks for.
pub(super) fn obey(model: &mut Model, command: Command) -> Vec<Effect> {
    let of_tags = |model: &mut Model| match model.context() {
        Context::Tags => tags::obey(model, command),
        _ => None,
    };
    let of_layer = meters::obey_marks(model, command)
        .or_else(|| columns::obey(model, command))
        .or_else(|| scenario::obey_layer(model, command))
        .or_else(|| of_tags(model))
        .or_else(|| tasklist::obey(model, command))
        .or_else(|| issues::obey(model, command))
        .or_else(|| effect::obey(model, command))
        .or_else(|| documents::obey(model, command));
    if let Some(effects) = of_layer {
        return effects;
    }
    // A workplace of its own has all keys but these two.
    if !matches!(command, Command::Quit | Command::Help) {
        match model.layers.last() {
            Some(Layer::Editor(_) | Layer::Heading(_)) => return editor::obey(model, command),
            Some(Layer::Timer(_)) => return timer::obey(model, command),
            _ => {}
        }
    }
    match command {
        Command::Quit => return quit(model),
        Command::Help => toggle_help(model),
        Command::Palette => model.layers.push(Layer::Palette(Palette::default())),
        Command::Go(tab) => go(model, tab),
        Command::NextTab => model.tab = model.tab.turn(1),
        Command::PreviousTab => model.tab = model.tab.turn(-1),
        Command::Up => step(model, -1),
        Command::Down => step(model, 1),
        Command::PageUp => step(model, -PAGE),
        Command::PageDown => step(model, PAGE),
        Command::First => step(model, isize::MIN),
        Command::Last => step(model, isize::MAX),
        Command::NextView => turn_view(model, 1),
        Command::PreviousView => turn_view(model, -1),
        Command::NextWave if model.context() == Context::Board => return board::obey(model, command),
        Command::NextDay
        | Command::PreviousDay
        | Command::TurnDay
        | Command::PlanSurvey
        | Command::AddPerson
        | Command::EditPerson
        | Command::RemovePerson
        | Command::Reminders
        | Command::Blank => return board::obey(model, command),
        Command::NextWave => next_wave(model),
        Command::NextPeriod => next_period(model),
        Command::ToggleScaled => toggle_scaled(model),
        Command::Accept => return accept(model),
        Command::Back => back(model),
        Command::Open => model.layers.push(Layer::Form(Form::open())),
        Command::New => model.layers.push(Layer::Form(Form::new_book())),
        Command::Demo => return run(model, Job::Demo),
        Command::Import => ask(model, Form::import),
        Command::Export if model.report == charts::ROW => ask(model, charts::form),
        Command::Export => {
            let with_staff = model.report == 1;
            ask(model, |shown| Form::export(shown, with_staff));
        }
        Command::Undo => return take_back(model),
        Command::Redo => return do_again(model),
        Command::Confirm => return confirm(model),
        Command::Stop => return stop(model),
        Command::NextField => with_form(model, |form| form.turn_field(1)),
        Command::PreviousField => with_form(model, |form| form.turn_field(-1)),
        Command::MapTags => tags::open(model),
        Command::NextChoice => with_form(model, |form| form.turn_choice(1)),
        Command::PreviousChoice => with_form(model, |form| form.turn_choice(-1)),
        Command::CursorLeft => edit(model, Input::left),
        Command::CursorRight => edit(model, Input::right),
        Command::CursorHome => edit(model, Input::home),
        Command::CursorEnd => edit(model, Input::end),
        Command::EraseLeft => edit(model, Input::erase_left),
        Command::EraseRight => edit(model, Input::erase_right),
        Command::EraseAll => edit(model, Input::clear),
        Command::NextProblem
        | Command::PreviousProblem
        | Command::JumpToCell
        | Command::AcceptFinding
        | Command::WithdrawAcceptance => return quality::obey(model, command),
        Command::SetMeters | Command::MarkTasks | Command::ToggleMark => return meters::obey(model, command),
        Command::TryOut | Command::TakeMoveBack | Command::KeepScenario | Command::RemoveScenario => {
            return scenario::obey(model, command);
        }
        Command::PlanWay => plan::next_way(model),
        Command::PlanRemove => return plan::remove(model),
        Command::OpenList => tasklist::open(model),
        Command::NewSheet if plan::is_open(model) => editor::begin(model, SheetKind::Plan),
        Command::ChooseView | Command::Find | Command::StepBack | Command::StepOn => times::obey(model, command),
        Command::NewSheet => editor::begin(model, SheetKind::Actual),
        Command::EditSheet if model.time.view == TimeView::Sheets => editor::open_chosen(model),
        Command::EditSheet if plan::is_open(model) => plan::open_chosen(model),
        Command::EditSheet => model.notice = Some(phrase("keying-sheets-view-only")),
        Command::Timer => timer::open(model),
        // The others hold at a workplace of its own.
        _ => {}
    }
    Vec::new()
}

fn quit(model: &mut Model) -> Vec<Effect> {
    if tasklist::holds_back(model) || editor::quit_asks(model) {
        return Vec::new();
    }
    match model.layers.last() {
        Some(Layer::Busy(_)) => vec![Effect::Stop, Effect::Quit],
        _ => vec![Effect::Quit],
    }
}

fn toggle_help(model: &mut Model) {
    if matches!(model.layers.last(), Some(Layer::Help(_))) {
        model.layers.pop();
    } else {
        model.layers.push(Layer::Help(0));
    }
}

/// Goes to a tab, also from the help; help that lies over answers or over the start page stays.
fn go(model: &mut Model, tab: Tab) {
    let only_help = model.layers.iter().all(|layer| matches!(layer, Layer::Help(_)));
    if only_help && model.shown.is_some() {
        model.layers.clear();
        model.tab = tab;
    }
}

fn back(model: &mut Model) {
    if matches!(model.layers.last(), Some(Layer::Find(_))) {
        return find::leave(model);
    }
    model.layers.pop();
}

fn ask(model: &mut Model, form: impl FnOnce(&Shown) -> Form) {
    if let Some(shown) = &model.shown {
        let form = form(shown);
        model.layers.push(Layer::Form(form));
    }
}

/// Gives work to the desk and shows that it is going on.
pub fn run(model: &mut Model, job: Job) -> Vec<Effect> {
    model.layers.push(Layer::Busy(Busy {
        job: job.clone(),
        progress: None,
        stopping: false,
    }));
    vec![Effect::Run(job)]
}

fn stop(model: &mut Model) -> Vec<Effect> {
    match model.layers.last_mut() {
        Some(Layer::Busy(busy)) if busy.job.can_stop() => {
            busy.stopping = true;
            vec![Effect::Stop]
        }
        _ => Vec::new(),
    }
}

fn take_back(model: &mut Model) -> Vec<Effect> {
    if model.shown.as_ref().is_some_and(|shown| shown.can_undo.is_some()) {
        return run(model, Job::Undo);
    }
    model.notice = Some(phrase("screens-nothing-to-undo"));
    Vec::new()
}

fn do_again(model: &mut Model) -> Vec<Effect> {
    if model.shown.as_ref().is_some_and(|shown| shown.can_redo.is_some()) {
        return run(model, Job::Redo);
    }
    model.notice = Some(phrase("screens-nothing-to-redo"));
    Vec::new()
}

/// A place `steps` away that stays within `count`.
pub(super) fn stepped(at: usize, steps: isize, count: usize) -> usize {
    at.saturating_add_signed(steps).min(count.saturating_sub(1))
}

fn step(model: &mut Model, steps: isize) {
    let offered = match model.layers.last() {
        Some(Layer::Palette(palette)) => model.offered(palette).len(),
        _ => 0,
    };
    match model.layers.last_mut() {
        Some(Layer::Help(row)) => *row = stepped(*row, steps, keymap::keys_table().len()),
        Some(Layer::Palette(palette)) => palette.row = stepped(palette.row, steps, offered),
        Some(Layer::Tags(page)) => page.row = stepped(page.row, steps, page.rows.len()),
        Some(Layer::Columns(page)) => page.row = stepped(page.row, steps, page.rows.len()),
        Some(Layer::Results(finding, row)) => {
            let rows: usize = finding
                .files
                .iter()
                .map(|file| 1 + file.notes.len() + file.problems.len())
                .sum();
            *row = stepped(*row, steps, rows);
        }
        Some(Layer::Views(row)) => *row = stepped(*row, steps, TimeView::ALL.len()),
        Some(Layer::Find(_)) => find::step(model, steps),
        Some(_) => {}
        None => step_page(model, steps),
    }
}

fn step_page(model: &mut Model, steps: isize) {
    if model.shown.is_none() {
        model.start_row = stepped(model.start_row, steps, model.start_entries().len());
        return;
    }
    match model.tab {
        Tab::Home => {}
        Tab::Issues => issues::step(model, steps),
        Tab::Time if model.time.view == TimeView::Board => board::step(model, steps),
        Tab::Time => model.time.row = stepped(model.time.row, steps, model.time_rows()),
        Tab::Effect => effect::step(model, steps),
        Tab::Documents => documents::step(model, steps),
        Tab::Output => model.report = stepped(model.report, steps, charts::ROWS),
    }
}

fn turn_view(model: &mut Model, steps: isize) {
    let at = TimeView::ALL
        .iter()
        .position(|view| *view == model.time.view)
        .unwrap_or(0);
    show_view(model, TimeView::ALL[turned(at, steps, TimeView::ALL.len())]);
}

/// Shows a view of the times from its first row, or from where it is worth looking first.
pub(super) fn show_view(model: &mut Model, view: TimeView) {
    model.time.view = view;
    model.time.row = match (model.time.view, model.wave()) {
        (TimeView::Hours, Some(wave)) => busiest_hour(wave).unwrap_or(0),
        _ => 0,
    };
    pictures::begin(model);
}

fn next_wave(model: &mut Model) {
    model.time.wave = turned(model.time.wave, 1, model.waves().len());
    pictures::refresh(model);
    model.time.row = stepped(model.time.row, 0, model.time_rows());
}

fn next_period(model: &mut Model) {
    if model.time.view != TimeView::Tasks {
        model.notice = Some(phrase("screens-tasks-view-only"));
        return;
    }
    model.time.period = match model.time.period {
        PeriodChoice::All => PeriodChoice::Day,
        PeriodChoice::Day => PeriodChoice::Night,
        PeriodChoice::Night => PeriodChoice::All,
    };
    if model.time.period == PeriodChoice::All {
        model.time.scaled = false;
    }
}

/// Scaled figures exist by day or by night only: 480 and 600 minutes are not of one day.
fn toggle_scaled(model: &mut Model) {
    if model.time.view != TimeView::Tasks {
        model.notice = Some(phrase("screens-tasks-view-only"));
        return;
    }
    model.time.scaled = !model.time.scaled;
    if model.time.scaled && model.time.period == PeriodChoice::All {
        model.time.period = PeriodChoice::Day;
    }
}

fn accept(model: &mut Model) -> Vec<Effect> {
    if let Some(effects) = issues::accept(model) {
        return effects;
    }
    match model.layers.last_mut() {
        Some(Layer::Form(form)) if form.kind.is_of_survey() => survey_forms::accept(model),
        Some(Layer::Form(form)) if matches!(form.kind, FormKind::Timer(_)) => timer::accept_form(model),
        Some(Layer::Form(form)) => match form.job() {
            Err((field, problem)) => {
                form.focus = field;
                form.problem = Some(problem);
                Vec::new()
            }
            Ok(_) if matches!(form.kind, FormKind::Export | FormKind::Charts) => {
                form.problem = None;
                let form = form.clone();
                model.layers.push(Layer::ConfirmExport(form));
                Vec::new()
            }
            Ok(job) => {
                form.problem = None;
                run(model, job)
            }
        },
        Some(Layer::Palette(_)) => accept_palette(model),
        Some(Layer::Views(_) | Layer::Find(_)) => {
            times::accept(model);
            Vec::new()
        }
        Some(_) => Vec::new(),
        None => accept_page(model),
    }
}

fn accept_palette(model: &mut Model) -> Vec<Effect> {
    let Some(Layer::Palette(palette)) = model.layers.pop() else {
        return Vec::new();
    };
    let command = model.offered(&palette).get(palette.row).map(|(command, _)| *command);
    command.map_or_else(Vec::new, |command| obey(model, command))
}

fn accept_page(model: &mut Model) -> Vec<Effect> {
    if model.shown.is_none() {
        return match model.start_entries().into_iter().nth(model.start_row) {
            Some(StartEntry::Recent(path)) => run(model, Job::Open(path)),
            Some(StartEntry::New) => obey(model, Command::New),
            Some(StartEntry::Open) => obey(model, Command::Open),
            Some(StartEntry::Demo) => obey(model, Command::Demo),
            None => Vec::new(),
        };
    }
    match model.tab {
        Tab::Home => next::go(model),
        Tab::Output => obey(model, Command::Export),
        Tab::Time if model.time.view == TimeView::Board => board::open_sheet(model),
        Tab::Issues | Tab::Time | Tab::Effect | Tab::Documents => Vec::new(),
    }
}

fn confirm(model: &mut Model) -> Vec<Effect> {
    let Some(Layer::ConfirmExport(form)) = model.layers.last() else {
        return Vec::new();
    };
    let Ok(job) = form.job() else { return Vec::new() };
    model.layers.pop();
    run(model, job)
}

fn with_form(model: &mut Model, change: impl FnOnce(&mut Form)) {
    if let Some(Layer::Form(form)) = model.layers.last_mut() {
        change(form);
    }
}

fn edit(model: &mut Model, change: impl FnOnce(&mut Input)) {
    if model.context() == Context::Tags {
        return tags::with_page(model, |page, tasks| page.edit(tasks, change));
    }
    if model.context() == Context::Columns {
        return columns::with_page(model, |page, shown| page.edit(shown, change));
    }
    match model.layers.last_mut() {
        Some(Layer::Form(form)) => {
            form.problem = None;
            form.input().map(change);
        }
        Some(Layer::Palette(palette)) => {
            palette.row = 0;
            change(&mut palette.filter);
        }
        Some(Layer::TaskList(state)) => {
            state.problem = None;
            state.input().map(change);
        }
        Some(Layer::Find(find)) => {
            change(&mut find.input);
            find::follow(model);
        }
        Some(Layer::NoticeFind(input)) => {
            change(input);
            issues::find_notices(model);
        }
        Some(Layer::Effect(EffectLayer::Enter(_))) => effect::edit(model, change),
        Some(Layer::Document(DocumentLayer::Grid(_))) => documents::edit(model, change),
        Some(Layer::Effect(layer)) => {
            layer.input().map(change);
        }
        Some(Layer::Editor(_) | Layer::Heading(_)) => editor::edit(model, change),
        _ => {}
    }
}

fn insert(model: &mut Model, text: &str) {
    if let Some(Layer::Trying(page)) = model.layers.last_mut() {
        page.insert(text);
        return;
    }
    if !times::typed(model, text) {
        edit(model, |input| input.insert(text));
    }
}

/// The row of the first fault where it stands further down than the first file: what has to be put right is seen first.
fn first_fault(finding: &ImportFinding) -> usize {
    let Some(at) = finding.files.iter().position(|file| !file.problems.is_empty()) else {
        return 0;
    };
    let (before, faulty) = finding.files.split_at(at);
    let above: usize = before.iter().map(|file| 1 + file.notes.len()).sum();
    let own = faulty.first().map_or(0, |file| 1 + file.notes.len());
    if above == 0 { 0 } else { above + own }
}

fn done(model: &mut Model, outcome: Outcome) -> Vec<Effect> {
    // Writing that was noted by the way has no page of its own.
    if !matches!(outcome, Outcome::Noted | Outcome::NotNoted(_)) {
        // What could not be noted meanwhile may lie over it.
        let busy = model.layers.iter().rposition(|layer| matches!(layer, Layer::Busy(_)));
        if let Some(place) = busy {
            model.layers.remove(place);
        }
    }
    let was_due = std::mem::take(&mut model.book_is_due);
    match outcome {
        Outcome::Failed(failure) if was_due => return vec![Effect::Fail(failure)],
        Outcome::Failed(failure) if survey_forms::asks_about_names(model, &failure) => {}
        Outcome::Failed(failure) => model.layers.push(Layer::Problem(failure)),
        Outcome::NotNoted(failure) => {
            model.layers.push(Layer::Problem(failure));
            return timer::on_not_noted(model);
        }
        Outcome::Opened(shown) => {
            model.layers.clear();
            model.tab = Tab::Home;
            model.indicator = 0;
            model.time.wave = shown.summary.waves.len().saturating_sub(1);
            model.board = BoardChoice::default();
            show(model, shown);
        }
        Outcome::Imported(finding, shown) => {
            // After a refusal the answers stay below, to be tried again.
            if finding.written {
                model.layers.clear();
            }
            let row = first_fault(&finding);
            model.layers.push(Layer::Results(finding, row));
            show(model, shown);
        }
        Outcome::Exported(path) => {
            model.layers.clear();
            let path = path.to_string_lossy().into_owned();
            model.notice = Some(phrase("screens-exported").with("path", path));
        }
        Outcome::Charted(written) => {
            model.layers.clear();
            model.notice = Some(written.notice());
        }
        Outcome::Applied(shown) => {
            // The questions below were answered by what was written.
            if matches!(model.layers.last(), Some(Layer::Form(_))) {
                model.layers.pop();
            }
            tasklist::saved(model);
            show(model, shown);
            scenario::written(model);
            let mapped = columns::applied(model);
            if !mapped.is_empty() {
                return mapped;
            }
            if let Some(effects) = issues::applied(model) {
                return effects;
            }
            if let Some(effects) = effect::applied(model).or_else(|| documents::applied(model)) {
                return effects;
            }
            let tried_again = tags::applied(model);
            return if tried_again.is_empty() {
                editor::applied(model)
            } else {
                tried_again
            };
        }
        Outcome::Noted => timer::on_noted(model),
        Outcome::Undone(what, shown) => {
            show(model, shown);
            model.notice = Some(match what {
                Some(what) => phrase("screens-undone").with("what", what),
                None => phrase("screens-nothing-to-undo"),
            });
        }
        Outcome::Redone(what, shown) => {
            show(model, shown);
            model.notice = Some(match what {
                Some(what) => phrase("screens-redone").with("what", what),
                None => phrase("screens-nothing-to-redo"),
            });
        }
    }
    Vec::new()
}

/// Shows a book as it is now; what was chosen stays chosen where it still exists.
fn show(model: &mut Model, shown: Box<Shown>) {
    let sheet = quality::sheet(model);
    model.shown = Some(shown);
    timer::on_shown(model);
    model.time.wave = stepped(model.time.wave, 0, model.waves().len());
    model.pictures.forget();
    pictures::refresh(model);
    model.time.row = stepped(model.time.row, 0, model.time_rows());
    quality::follow(model, sheet.as_ref());
    issues::follow(model);
    effect::follow(model);
    documents::follow(model);
}
