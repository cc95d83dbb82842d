//! What the timer asks in forms: whom to measure, a remark, other times.

use super::turn::turn;
use super::{REMIND_AFTER, TimerPage, listed, on_clock, page, push_page, second};
use crate::book::{Change, Occasion};
use crate::office::{NameError, Role, StaffCode, Unit};
use crate::phrase::{Phrase, phrase};
use crate::report::{Holdings, latest_wave};
use crate::screens::desk::Job;
use crate::screens::form::{Choice, Field, Form, FormKind, Question};
use crate::screens::input::Input;
use crate::screens::model::{Layer, Model};
use crate::screens::update::Effect;
use crate::worktime::{Timing, TimingKey, Turn, TurnError, Wave, clock_seconds, parse_clock_seconds};

/// What a form of the timer is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ask {
    /// Begins a timing.
    Start,
    /// A remark on what runs.
    Note,
    /// Other times of a stretch (its number, counted from 1).
    Retime(usize),
    /// When what runs was over.
    StopAt,
}

impl Ask {
    /// Title, and what it says.
    pub fn words(self) -> (Phrase, Phrase) {
        match self {
            Self::Start => (phrase("timer-form-start"), phrase("timer-form-start-says")),
            Self::Note => (phrase("timer-form-note"), phrase("timer-form-note-says")),
            Self::Retime(number) => (
                phrase("timer-form-retime").with("number", number),
                phrase("timer-form-retime-says"),
            ),
            Self::StopAt => (phrase("timer-form-stop-at"), phrase("timer-form-stop-at-says")),
        }
    }
}

/// What a field asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    /// Whose work.
    Staff,
    /// Who holds the timer.
    Observer,
    /// The wave.
    Wave,
    /// Kind of work of the person.
    Role,
    /// Unit or floor.
    Unit,
    /// When to ask whether somebody forgot to stop.
    Remind,
    /// A remark.
    Note,
    /// When a stretch began.
    From,
    /// When it ended.
    To,
}

impl Asked {
    /// The question; its hint says how to answer.
    pub fn question(self) -> Phrase {
        match self {
            Self::Staff => phrase("timer-ask-staff"),
            Self::Observer => phrase("timer-ask-observer"),
            Self::Wave => phrase("timer-ask-wave"),
            Self::Role => phrase("timer-ask-role"),
            Self::Unit => phrase("timer-ask-unit"),
            Self::Remind => phrase("timer-ask-remind"),
            Self::Note => phrase("timer-ask-note"),
            Self::From => phrase("timer-ask-from"),
            Self::To => phrase("timer-ask-to"),
        }
    }
}

fn text(asked: Asked, answer: &str) -> Field {
    Field::Text(Question::Timer(asked), Input::of(answer))
}

fn push(model: &mut Model, ask: Ask, fields: Vec<Field>) {
    model.layers.push(Layer::Form(Form::of(FormKind::Timer(ask), fields)));
}

pub(super) fn ask_start(model: &mut Model) {
    let Some(shown) = &model.shown else { return };
    let latest = latest_wave(&shown.holdings);
    let next = match latest {
        Wave::Before => 1,
        Wave::After(count) => count.saturating_add(1).min(99),
    };
    let waves: Vec<Choice> = std::iter::once(Wave::Before)
        .chain((1..=next).map(Wave::After))
        .map(Choice::Wave)
        .collect();
    let at = waves.iter().position(|wave| *wave == Choice::Wave(latest)).unwrap_or(0);
    let remind = [REMIND_AFTER, 30, 90, 120, 0].map(Choice::RemindAfter);
    let fields = vec![
        text(Asked::Staff, ""),
        text(Asked::Observer, ""),
        Field::Choice(Question::Timer(Asked::Wave), waves, at),
        text(Asked::Role, ""),
        text(Asked::Unit, ""),
        Field::Choice(Question::Timer(Asked::Remind), remind.to_vec(), 0),
    ];
    push(model, Ask::Start, fields);
}

pub(super) fn ask_note(model: &mut Model) {
    let last = page(model).and_then(|page| page.timing.main().next_back());
    match last.map(|entry| entry.note.clone()) {
        Some(note) => push(model, Ask::Note, vec![text(Asked::Note, &note)]),
        None => model.notice = Some(TurnError::NothingRuns.phrase()),
    }
}

pub(super) fn ask_retime(model: &mut Model) {
    let chosen = page(model).and_then(|page| Some((page.stretch, page.timing.entries.get(page.stretch)?)));
    let Some((place, entry)) = chosen else {
        model.notice = Some(TurnError::NothingRuns.phrase());
        return;
    };
    let fields = vec![
        text(Asked::From, &clock_seconds(entry.from)),
        text(Asked::To, &entry.to.map_or_else(String::new, clock_seconds)),
    ];
    push(model, Ask::Retime(place + 1), fields);
}

pub(super) fn ask_stop_at(model: &mut Model) {
    push(model, Ask::StopAt, vec![text(Asked::To, "")]);
}

/// Takes the answers of a form of the timer.
pub fn accept(model: &mut Model) -> Vec<Effect> {
    let Some(Layer::Form(form)) = model.layers.last() else {
        return Vec::new();
    };
    let FormKind::Timer(ask) = form.kind else {
        return Vec::new();
    };
    let form = form.clone();
    let done = match ask {
        Ask::Start => start(model, &form),
        Ask::Note => {
            model.layers.pop();
            Ok(turn(model, |timing, _| timing.remark(form.typed(0))))
        }
        Ask::Retime(number) => {
            times(&form).and_then(|(from, to)| turn_or_tell(model, |timing, now| timing.retime(number, from, to, now)))
        }
        Ask::StopAt => time(&form, 0)
            .and_then(|at| at.ok_or((0, phrase("timer-no-time"))))
            .and_then(|at| {
                turn_or_tell(model, |timing, now| {
                    if at > now {
                        return Err(TurnError::InFuture(now));
                    }
                    timing.stop(at)
                })
            }),
    };
    done.unwrap_or_else(|(field, problem)| {
        if let Some(Layer::Form(form)) = model.layers.last_mut() {
            form.focus = field;
            form.problem = Some(problem);
        }
        Vec::new()
    })
}

/// A turn that is refused leaves the form open with the reason.
fn turn_or_tell(
    model: &mut Model,
    turned: impl Fn(&Timing, u32) -> Result<Turn, TurnError>,
) -> Result<Vec<Effect>, (usize, Phrase)> {
    if let Some(page) = page(model) {
        turned(&page.timing, second(&page.timing, model.now)).map_err(|error| (0, error.phrase()))?;
    }
    model.layers.pop();
    Ok(turn(model, turned))
}

fn time(form: &Form, field: usize) -> Result<Option<u32>, (usize, Phrase)> {
    let typed = form.typed(field).trim();
    if typed.is_empty() {
        return Ok(None);
    }
    let read = parse_clock_seconds(typed);
    read.map(Some).ok_or_else(|| (field, phrase("timer-no-time")))
}

fn times(form: &Form) -> Result<(Option<u32>, Option<u32>), (usize, Phrase)> {
    Ok((time(form, 0)?, time(form, 1)?))
}

fn name<T>(
    form: &Form,
    field: usize,
    parse: impl FnOnce(&str) -> Result<T, NameError>,
) -> Result<Option<T>, (usize, Phrase)> {
    match parse(form.typed(field)) {
        Ok(name) => Ok(Some(name)),
        Err(NameError::Empty) => Ok(None),
        Err(NameError::TooLong) => Err((field, phrase("timer-name-too-long"))),
    }
}

/// Begins a timing and opens its page; one of today that goes on, or that is over, is taken up again.
fn start(model: &mut Model, form: &Form) -> Result<Vec<Effect>, (usize, Phrase)> {
    let staff = name(form, 0, StaffCode::parse)?.ok_or_else(|| (0, phrase("timer-no-staff")))?;
    let observer = name(form, 1, StaffCode::parse)?;
    if observer.as_ref() == Some(&staff) {
        return Err((1, phrase("timer-observes-oneself")));
    }
    let (role, unit) = (name(form, 3, Role::parse)?, name(form, 4, Unit::parse)?);
    let (Some(now), Some(shown)) = (model.now, &model.shown) else {
        return Ok(Vec::new());
    };
    let remind_after = match form.chosen(5) {
        Some(Choice::RemindAfter(minutes)) => minutes,
        _ => REMIND_AFTER,
    };
    let holdings = shown.holdings.clone();
    let key = TimingKey {
        wave: match form.chosen(2) {
            Some(Choice::Wave(wave)) => wave,
            _ => latest_wave(&holdings),
        },
        staff,
        date: now.naive_local().date(),
        observer,
    };
    let there = listed(model).into_iter().find(|timing| timing.key == key).cloned();
    let known = known(&holdings, &key.staff);
    model.layers.pop();
    let (timing, change) = match there {
        Some(timing) if timing.finished => {
            let change = Change::finished(&timing, false);
            let again = Timing {
                finished: false,
                ..timing
            };
            (again, Some(change))
        }
        Some(timing) => (timing, None),
        None => {
            let timing = Timing {
                role: role.or(known.0),
                unit: unit.or(known.1),
                ..Timing::new(key, holdings.lists.number())
            };
            let change = Change::begun(&timing);
            (timing, Some(change))
        }
    };
    let occasion = Occasion::TimingKept {
        staff: timing.key.staff.clone(),
    };
    let mut page = TimerPage::new(timing.clone(), change.is_none(), remind_after);
    if change.is_some() {
        page.on_the_way.push_back(timing);
    }
    push_page(model, page);
    on_clock(model);
    let note = change.map(|change| Effect::Run(Job::Note(occasion, vec![change])));
    Ok(note.into_iter().collect())
}

/// Role and unit of a person as a sheet or a timing had them last.
fn known(holdings: &Holdings, staff: &StaffCode) -> (Option<Role>, Option<Unit>) {
    let sheet = holdings.sheets.iter().rev().find(|(_, sheet)| sheet.staff == *staff);
    let timing = holdings.timings.iter().rev().find(|timing| timing.key.staff == *staff);
    let of_sheet = sheet.map(|(_, sheet)| (sheet.role.clone(), sheet.unit.clone()));
    let of_timing = timing.map(|timing| (timing.role.clone(), timing.unit.clone()));
    of_timing.or(of_sheet).unwrap_or_default()
}
