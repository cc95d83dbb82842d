//! 時間, one day: every shift as a bar on the clock, with the category of each stretch by colour and letter.

use ratatui::text::{Line, Span};

use super::Room;
use super::home::date;
use crate::office::clock_phrase;
use crate::phrase::phrase;
use crate::report::finding::{OnDuty, Run, Timeline, TimelineBar};
use crate::screens::model::Model;
use crate::screens::pen::{Pen, Row};
use crate::screens::pictures::dates;
use crate::screens::text::{pad, width};
use crate::screens::widget::bar;
use crate::screens::widget::list::window_of;

/// Cells of the letters of people, with the sign for a shift that began the day before.
const LABEL: usize = 5;
/// Minutes that one cell may stand for.
const STEPS: [u16; 6] = [5, 10, 15, 20, 30, 60];

/// The clock in cells.
struct Clock {
    from: u16,
    step: u16,
    cells: usize,
}

impl Clock {
    /// The finest step with which the whole day fits.
    fn of(day: &Timeline, cells: usize) -> Self {
        let room = u16::try_from(cells.saturating_sub(LABEL)).unwrap_or(u16::MAX).max(1);
        let all = day.to.saturating_sub(day.from);
        let step = STEPS.into_iter().find(|step| all.div_ceil(*step) <= room).unwrap_or(60);
        Self {
            from: day.from,
            step,
            cells: usize::from(all.div_ceil(step).min(room)),
        }
    }

    /// The first minute of each cell.
    fn starts(&self) -> impl Iterator<Item = u16> {
        let (from, step) = (self.from, self.step);
        (0..self.cells).map(move |cell| from + u16::try_from(cell).unwrap_or(0) * step)
    }

    /// Hours between two ticks, so that a label has room.
    fn tick_hours(&self) -> u16 {
        let cells_of_hour = 60 / self.step;
        [1, 2, 3, 4, 6]
            .into_iter()
            .find(|hours| hours * cells_of_hour >= 5)
            .unwrap_or(6)
    }

    /// A line of labels, each beginning at its hour.
    fn labels(&self, label: impl Fn(u16) -> String) -> String {
        let tick = self.tick_hours() * 60;
        let mut line = String::new();
        for (cell, start) in self.starts().enumerate() {
            if start.is_multiple_of(tick) && width(&line) <= cell {
                line = pad(&line, cell) + &label(start);
            }
        }
        line
    }
}

/// The view, below the choices of the tab.
pub fn lines(model: &Model, day: &Timeline, pen: &Pen, room: Room) -> Vec<Line<'static>> {
    let theme = pen.theme();
    let chosen = model.time.row;
    let clock = Clock::of(day, room.width);
    let mut lines = pen.short_paragraph(&sentence(model, day, pen), room.width, 2, theme.text());
    let hour_line = clock.labels(|minute| hour_name(minute, pen));
    let on_duty = clock.labels(|minute| people_at(&day.on_duty, minute).map_or_else(String::new, |n| n.to_string()));
    let with_head = |head: String, text: String| Row::new().cell(&head, LABEL, theme.faint()).text(text, theme.text());
    lines.push(with_head(pen.get("screens-hour"), hour_line).line());
    lines.push(with_head(pen.get("screens-people"), on_duty).line());
    let below = detail(day, chosen, pen, room.width);
    let rows = room.height.saturating_sub(lines.len() + below.len());
    lines.extend(window_of(day.bars.len(), chosen, rows, |row| {
        line(day, &day.bars[row], row == chosen, &clock, pen)
    }));
    lines.extend(below);
    lines
}

/// Who is there on this date, and when most are.
fn sentence(model: &Model, day: &Timeline, pen: &Pen) -> String {
    let dates = dates(model);
    let place = dates
        .iter()
        .position(|other| *other == day.date)
        .map_or(0, |place| place + 1);
    let most = day.on_duty.iter().rev().max_by_key(|stretch| stretch.people);
    let told = phrase("views-day-told")
        .with("date", date(day.date, pen))
        .with("place", place)
        .with("dates", dates.len())
        .with("shifts", day.bars.len());
    pen.say(&match most {
        Some(most) => told
            .with("from", clock_phrase(most.from))
            .with("to", clock_phrase(most.to))
            .with("people", most.people),
        None => phrase("screens-no-minutes"),
    })
}

/// The hour of a tick; on the next day it says so.
fn hour_name(minute: u16, pen: &Pen) -> String {
    let hour = minute / 60;
    if hour < 24 {
        hour.to_string()
    } else {
        pen.say(&phrase("views-next-day-hour").with("hour", (hour - 24).to_string()))
    }
}

/// People on duty at a minute of the date; nothing is known of the next day.
fn people_at(on_duty: &[OnDuty], minute: u16) -> Option<usize> {
    on_duty
        .iter()
        .find(|stretch| (stretch.from..stretch.to).contains(&minute))
        .map(|stretch| stretch.people)
}

fn line(day: &Timeline, shift: &TimelineBar, chosen: bool, clock: &Clock, pen: &Pen) -> Line<'static> {
    let theme = pen.theme();
    let style = if chosen { theme.chosen() } else { theme.text() };
    let mark = if shift.began_before { "<" } else { " " };
    let label = format!("{:<3}{mark}", shift.letters);
    let cells = clock
        .starts()
        .map(|start| cell(day, shift, start, clock.step, pen))
        .collect();
    Row::new()
        .cell(&label, LABEL - 1, style)
        .gap(1)
        .parts(joined(cells))
        .line()
}

/// One cell: the class with most minutes in it.
fn cell(day: &Timeline, shift: &TimelineBar, start: u16, step: u16, pen: &Pen) -> Span<'static> {
    let end = start + step;
    let overlap = |run: &Run| run.to.min(end).saturating_sub(run.from.max(start));
    let mut classes = vec![0_u16; day.classes.len() + 1];
    for run in &shift.runs {
        classes[run.class.unwrap_or(day.classes.len())] += overlap(run);
    }
    let most = (0..classes.len())
        .rev()
        .max_by_key(|class| classes[*class])
        .unwrap_or(0);
    if classes[most] == 0 {
        return Span::raw(" ");
    }
    match day.classes.get(most) {
        // A code of several letters shows its first.
        Some(class) => Span::styled(
            pad(&pen.clean(&class.code), 1),
            pen.theme().series(bar::series_of(class.hue)),
        ),
        None => bar::unfilled(pen, 1),
    }
}

/// Neighbours of one style as one part.
fn joined(cells: Vec<Span<'static>>) -> Vec<Span<'static>> {
    let mut parts: Vec<Span<'static>> = Vec::new();
    for cell in cells {
        match parts.last_mut() {
            Some(last) if last.style == cell.style => last.content.to_mut().push_str(&cell.content),
            _ => parts.push(cell),
        }
    }
    parts
}

/// The chosen shift in figures, and what the letters mean.
fn detail(day: &Timeline, chosen: usize, pen: &Pen, cells: usize) -> Vec<Line<'static>> {
    let Some(shift) = day.bars.get(chosen) else {
        return Vec::new();
    };
    let theme = pen.theme();
    let head = phrase("views-day-shift")
        .with("letters", shift.letters.clone())
        .with("from", clock_phrase(shift.from))
        .with("to", clock_phrase(shift.to));
    let mut said = pen.say(&head);
    if shift.began_before {
        said.push_str(&pen.get("views-day-began-before"));
    }
    let mut rows = vec![Line::styled(said, theme.strong())];
    let mut row = Row::new();
    let minutes_of = |class: Option<usize>| -> u32 {
        let of_class = shift.runs.iter().filter(|run| run.class == class);
        of_class.map(|run| u32::from(run.to - run.from)).sum()
    };
    let classes = day.classes.iter().enumerate().map(|(place, class)| {
        let swatch = bar::area(pen, bar::series_of(class.hue), 3, &[pen.clean(&class.code)]);
        (swatch, pen.clean(&class.name), minutes_of(Some(place)))
    });
    let unfilled = (bar::unfilled(pen, 3), pen.get("screens-unfilled"), minutes_of(None));
    for (swatch, name, minutes) in classes.chain([unfilled]) {
        let minutes = pen.say(&phrase("views-minutes").with("minutes", minutes.to_string()));
        let entry = format!(" {name} {minutes}");
        if row.width() + 5 + width(&entry) > cells {
            rows.push(std::mem::take(&mut row).line());
        }
        row = row.parts(vec![swatch]).text(entry, theme.text()).gap(2);
    }
    rows.push(row.line());
    rows
}
