//! All timings, and two recordings compared.

use chrono::NaiveDate;
use ratatui::text::Line;

use super::Room;
use super::home::date;
use crate::office::StaffCode;
use crate::phrase::{Phrase, phrase};
use crate::report;
use crate::screens::desk::Shown;
use crate::screens::model::Model;
use crate::screens::pen::{Pen, Row};
use crate::screens::text::cut;
use crate::screens::timer::{listed, second};
use crate::screens::widget::list::{window, window_from};
use crate::worktime::{Timing, clock_seconds};

/// Timings of which the home screen tells that they go on.
const TOLD: usize = 2;
/// Cells of the names of the figures.
const NAME: usize = 36;

/// The list: a new timing, those that go on, then the latest.
pub fn lines(model: &Model, row: usize, pen: &Pen, room: Room) -> Vec<Line<'static>> {
    let theme = pen.theme();
    let mut lines = vec![Line::styled(pen.get("timer-do-open"), theme.strong())];
    lines.extend(pen.short_paragraph(&pen.get("timer-list-says"), room.width, 2, theme.text()));
    lines.push(Line::default());
    let style = |chosen: bool| if chosen { theme.chosen() } else { theme.text() };
    let new = Row::new().text(format!(" {} ", pen.get("timer-list-new")), style(row == 0));
    let mut items = vec![vec![new.line()]];
    for (place, timing) in listed(model).into_iter().enumerate() {
        let said = pen.say(&told(model, timing, pen));
        let said = cut(&format!(" {said} "), room.width);
        items.push(vec![Line::styled(said, style(row == place + 1))]);
    }
    let rows = room.height.saturating_sub(lines.len());
    lines.extend(window(items, row, rows));
    lines
}

fn told(model: &Model, timing: &Timing, pen: &Pen) -> Phrase {
    let now = second(timing, model.now);
    let state = match (timing.finished, timing.running()) {
        (true, _) => phrase("timer-state-over"),
        (false, None) => phrase("timer-state-rests"),
        (false, Some(running)) => {
            let list = model
                .shown
                .as_ref()
                .map(|shown| report::list_of(&shown.holdings, timing));
            let task = list.map_or_else(String::new, |list| report::task_name(list, &running.task, pen.words()));
            phrase("timer-list-runs")
                .with("time", clock_seconds(running.from))
                .with("task", pen.clean(&task))
        }
    };
    phrase("timer-list-line")
        .with("date", timing.key.date.to_string())
        .with("staff", timing.key.staff.as_str())
        .with(
            "by",
            report::recorder(timing.key.observer.as_ref().map(|code| code.as_str())),
        )
        .with("wave", timing.key.wave.label())
        .with("total", clock_seconds(timing.seconds(now)))
        .with("state", state)
}

/// What the home screen tells of timings that are not over.
pub fn open_timings(shown: &Shown, pen: &Pen) -> Vec<Phrase> {
    let open = shown.holdings.timings.iter().filter(|timing| !timing.finished);
    let told = open.map(|timing| match timing.running() {
        Some(running) => {
            let list = report::list_of(&shown.holdings, timing);
            let task = report::task_name(list, &running.task, pen.words());
            phrase("timer-home-runs")
                .with("staff", timing.key.staff.as_str())
                .with("date", date(timing.key.date, pen))
                .with("time", clock_seconds(running.from))
                .with("task", pen.clean(&task))
        }
        None => phrase("timer-home-rests")
            .with("staff", timing.key.staff.as_str())
            .with("date", date(timing.key.date, pen)),
    });
    told.take(TOLD).collect()
}

/// Each two recordings of a person's day: the sentence, then the figures.
pub fn agreement_lines(
    model: &Model,
    staff: &StaffCode,
    day: NaiveDate,
    row: usize,
    pen: &Pen,
    room: Room,
) -> Vec<Line<'static>> {
    let theme = pen.theme();
    let Some(shown) = &model.shown else { return Vec::new() };
    let found = report::agreements(&shown.holdings, staff, day, pen.words());
    let title = phrase("timer-agreement-title")
        .with("staff", staff.as_str())
        .with("date", date(day, pen));
    let mut lines = vec![Line::styled(pen.say(&title), theme.strong()), Line::default()];
    let mut items = Vec::new();
    for pair in &found.pairs {
        let head = phrase("agreement-head")
            .with("wave", report::wave_name(&pair.wave))
            .with("first", report::recorder(pair.first.as_deref()))
            .with("second", report::recorder(pair.second.as_deref()));
        items.push(vec![Line::styled(pen.say(&head), theme.strong())]);
        let sentence = pen.paragraph(&pen.clean(&pair.sentence), room.width, theme.text());
        items.extend(sentence.into_iter().map(|line| vec![line]));
        items.push(vec![Line::default()]);
        for (name, value) in report::agreement_lines(pair, pen.words()) {
            let line = Row::new()
                .gap(2)
                .cell(&pen.clean(&name), NAME, theme.text())
                .text(pen.clean(&value), theme.strong());
            items.push(vec![line.line()]);
        }
        items.push(vec![Line::default()]);
    }
    let notes = pen.paragraph(&pen.get("timer-agreement-says"), room.width, theme.faint());
    items.extend(notes.into_iter().map(|line| vec![line]));
    let rows = room.height.saturating_sub(lines.len());
    lines.extend(window_from(items, row, rows));
    lines
}
