//! What lies over the grid: somebody new, a month or a day more, questions, faults of a pasted block.

use super::keys::{commit, go, on_top, save};
use super::layer::{EnterLayer, GridAside};
use chrono::NaiveDate;

use crate::effect::{At, FigureGrid, GridHead, Per, Spot, Subject};
use crate::intake;
use crate::office::{CodeRangeFault, Month, NameError, ResidentCode, StaffCode, codes_typed};
use crate::phrase::{Phrase, phrase};
use crate::screens::action::Command;
use crate::screens::input::Input;
use crate::screens::model::Model;
use crate::screens::update::{Effect, stepped};

/// Rows of one page key.
const PAGE: isize = 10;
/// Most times of one grid: fifty years of months.
const MOST_TIMES: usize = 600;

/// Asks for somebody new; in a series for another time, of the office nothing.
pub(super) fn ask_row(model: &mut Model) {
    let Some(layer) = on_top(model) else { return };
    commit(layer);
    if layer.indicator.per.is_of_people() {
        layer.aside = Some(GridAside::Person(Input::default(), false));
    } else {
        ask_time(model);
    }
}

/// Asks for another month or day; the next survey is added at once.
pub(super) fn ask_time(model: &mut Model) {
    let Some(layer) = on_top(model) else { return };
    commit(layer);
    if !layer.is_of_surveys() {
        layer.aside = Some(GridAside::Time(Input::default()));
        return;
    }
    let wave = layer.next_wave();
    let mut grid = layer.grid.clone();
    let column = grid.add_column(GridHead::At(At::Wave(wave))) * grid.fields();
    layer.change(grid);
    let row = layer.at.row.min(layer.grid.rows().len().saturating_sub(1));
    go(layer, Spot { row, column });
    model.notice = Some(phrase("entering-wave-added").with("wave", wave.label()));
}

/// Does what a key asks for while something lies over the grid.
pub(super) fn obey(model: &mut Model, command: Command) -> Vec<Effect> {
    let Some(layer) = on_top(model) else {
        return Vec::new();
    };
    match (&mut layer.aside, command) {
        (Some(GridAside::Leaving(quit)), Command::FigureSave) => {
            let quit = *quit;
            return save(model, true, quit);
        }
        (Some(GridAside::Leaving(quit)), Command::FigureDiscard) => {
            let quit = *quit;
            model.layers.pop();
            if quit {
                return vec![Effect::Quit];
            }
        }
        (Some(GridAside::Person(..)), Command::Accept) => add_people(layer),
        (Some(GridAside::Time(_)), Command::Accept) => add_times(layer),
        (Some(GridAside::Person(input, _) | GridAside::Time(input)), command) if is_editing(command) => {
            layer.problem = None;
            match command {
                Command::CursorLeft => input.left(),
                Command::CursorRight => input.right(),
                Command::CursorHome => input.home(),
                Command::CursorEnd => input.end(),
                Command::EraseLeft => input.erase_left(),
                Command::EraseRight => input.erase_right(),
                _ => input.clear(),
            }
        }
        (Some(GridAside::Faults(faults, row)), Command::Up | Command::Down | Command::PageUp | Command::PageDown) => {
            let steps = match command {
                Command::Up => -1,
                Command::Down => 1,
                Command::PageUp => -PAGE,
                _ => PAGE,
            };
            *row = stepped(*row, steps, faults.len());
        }
        (_, Command::Back) => {
            layer.aside = None;
            layer.problem = None;
        }
        _ => {}
    }
    Vec::new()
}

fn is_editing(command: Command) -> bool {
    matches!(
        command,
        Command::CursorLeft
            | Command::CursorRight
            | Command::CursorHome
            | Command::CursorEnd
            | Command::EraseLeft
            | Command::EraseRight
            | Command::EraseAll
    )
}

/// Adds the people whose codes are typed; one that looks like a name only where it is asked for twice.
fn add_people(layer: &mut EnterLayer) {
    let Some(GridAside::Person(input, warned)) = &mut layer.aside else {
        return;
    };
    let subjects = match read_people(layer.indicator.per, input.text()) {
        Ok(subjects) => subjects,
        Err(problem) => {
            layer.problem = Some(problem);
            return;
        }
    };
    if let (Some(named), false) = (subjects.iter().find(|it| it.looks_like_name()), *warned) {
        *warned = true;
        let code = crate::office::printable(named.code());
        layer.problem = Some(phrase("entering-add-name").with("code", code));
        return;
    }
    let mut grid = layer.grid.clone();
    for subject in &subjects {
        if row_of_person(&grid, subject).is_none() {
            grid.add_row(GridHead::Of(subject.clone()));
        }
    }
    // The keys go to the first of those that were named.
    let row = subjects.first().and_then(|it| row_of_person(&grid, it)).unwrap_or(0);
    layer.change(grid);
    layer.aside = None;
    layer.problem = None;
    let column = layer.at.column.min(layer.grid.width().saturating_sub(1));
    go(layer, Spot { row, column });
}

/// The row of a person; a code that stands there in other letters is the same code.
fn row_of_person(grid: &FigureGrid, subject: &Subject) -> Option<usize> {
    let code = subject.code().to_lowercase();
    let is_same = |head: &GridHead| matches!(head, GridHead::Of(own) if own.code().to_lowercase() == code);
    grid.rows().iter().position(is_same)
}

fn read_people(per: Per, typed: &str) -> Result<Vec<Subject>, Phrase> {
    let codes = codes_typed(typed).map_err(|fault| match fault {
        CodeRangeFault::NoRange(written) => phrase("entering-no-range").with("written", written),
        CodeRangeFault::TooMany(most) => phrase("entering-too-many-people").with("most", most),
    })?;
    if codes.is_empty() {
        return read_person(per, "").map(|it| vec![it]);
    }
    codes.iter().map(|code| read_person(per, code)).collect()
}

/// What becomes a row where the first cell of a pasted line names it.
pub(super) fn row_of(per: Per, name: &str, today: NaiveDate) -> Option<GridHead> {
    if per.is_series() {
        return intake::figure_time(per, name, today).ok().map(GridHead::At);
    }
    let is_of_people = per.is_of_people();
    let person = read_person(per, name).ok().filter(|_| is_of_people);
    person.map(GridHead::Of)
}

fn read_person(per: Per, typed: &str) -> Result<Subject, Phrase> {
    let of_staff = per != Per::Resident;
    let wrong = |error: NameError| match error {
        NameError::Empty if of_staff => phrase("entering-no-staff"),
        NameError::Empty => phrase("entering-no-resident"),
        NameError::TooLong => {
            phrase("entering-code-too-long").with("written", typed.chars().take(30).collect::<String>())
        }
    };
    if of_staff {
        StaffCode::parse(typed).map(Subject::Staff).map_err(wrong)
    } else {
        ResidentCode::parse(typed).map(Subject::Resident).map_err(wrong)
    }
}

/// Adds the month or the days that are typed; months in between come along.
fn add_times(layer: &mut EnterLayer) {
    let Some(GridAside::Time(input)) = &layer.aside else {
        return;
    };
    let times = match read_times(layer, input.text()) {
        Ok(times) => times,
        Err(problem) => {
            layer.problem = Some(problem);
            return;
        }
    };
    let is_series = layer.indicator.per.is_series();
    let mut grid = layer.grid.clone();
    let mut place = 0;
    for at in times {
        let head = GridHead::At(at);
        place = if is_series {
            grid.add_row(head)
        } else {
            grid.add_column(head) * grid.fields()
        };
    }
    layer.change(grid);
    layer.aside = None;
    layer.problem = None;
    let at = if is_series {
        Spot {
            row: place,
            column: layer.at.column.min(layer.grid.width().saturating_sub(1)),
        }
    } else {
        Spot {
            row: layer.at.row.min(layer.grid.rows().len().saturating_sub(1)),
            column: place,
        }
    };
    go(layer, at);
}

fn read_times(layer: &EnterLayer, typed: &str) -> Result<Vec<At>, Phrase> {
    let per = layer.indicator.per;
    let heads = if per.is_series() {
        layer.grid.rows()
    } else {
        layer.grid.columns()
    };
    if matches!(per, Per::StaffDay | Per::OfficeDay) {
        let days = intake::days(typed, layer.today)?;
        if days.is_empty() {
            return Err(phrase("entering-bad-day").with("written", ""));
        }
        return too_many(heads.len(), days.into_iter().map(At::Day).collect());
    }
    let At::Month(wanted) = intake::figure_time(per, typed, layer.today)? else {
        return Ok(Vec::new());
    };
    let months = heads.iter().filter_map(|head| match head {
        GridHead::At(At::Month(month)) => Some(*month),
        _ => None,
    });
    let known: Vec<Month> = months.collect();
    // The month that was asked for comes last: the keys go there.
    let times: Vec<At> = match (known.iter().min(), known.iter().max()) {
        (Some(first), _) if wanted < *first => {
            let mut before: Vec<At> = wanted.to(*first).map(At::Month).collect();
            before.reverse();
            before
        }
        (_, Some(last)) if *last < wanted => last.to(wanted).map(At::Month).collect(),
        _ => vec![At::Month(wanted)],
    };
    too_many(heads.len(), times)
}

fn too_many(known: usize, times: Vec<At>) -> Result<Vec<At>, Phrase> {
    if known + times.len() > MOST_TIMES {
        return Err(phrase("entering-too-many-times").with("limit", MOST_TIMES));
    }
    Ok(times)
}
