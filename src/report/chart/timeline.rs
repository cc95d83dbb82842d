//! 1日の流れ: every shift of a date as a bar, and how many people are there.

use super::canvas::{Canvas, Rect, Role, Side};
use super::paint::{self, AXIS, FAINT, Fill, INK, RULE};
use super::{ChartError, Choice, Drawing, Kind, frame};
use crate::office::clock_phrase;
use crate::phrase::phrase;
use crate::report::finding::{Run, Timeline, TimelineBar};
use crate::report::{fullest_date, timeline, timeline_dates};
use crate::worktime::Wave;

pub(super) fn draw(canvas: &mut Canvas, drawing: &Drawing, choice: &Choice) -> Result<(), ChartError> {
    let (wave, date) = day(drawing, choice)?;
    let list = &drawing.holdings.founding.task_list;
    let sheets = &drawing.holdings.sheets;
    let found =
        timeline(sheets, (wave, date), list, &drawing.classes, false, drawing.text).ok_or(ChartError::NoDate(date))?;
    if found.hidden {
        return Err(ChartError::TooFewPeople);
    }
    let lead = drawing
        .text
        .say(&phrase("chart-timeline-lead").with("date", date.to_string()));
    let room = frame::frame(
        canvas,
        drawing,
        Kind::Timeline,
        &lead,
        std::slice::from_ref(&found.size),
    );
    let room = frame::legend(canvas, &frame::classes(drawing), room);
    let row = drawing.text.get("chart-people-row");
    let names: Vec<String> = found.bars.iter().map(|bar| name(drawing, bar)).collect();
    let label = canvas.widest(names.iter().map(String::as_str).chain([row.as_str()]), Role::Label);
    let small = canvas.line(Role::Small);
    let axis = Axis {
        left: f64::from(room.left) + label + canvas.long(14.0),
        right: f64::from(room.right) - widest_time(canvas, drawing, (found.from, found.to)) / 2.0,
        from: found.from,
        to: found.to,
    };
    let top = f64::from(room.top) + small;
    let bottom = f64::from(room.bottom) - small * 1.2;
    axis.draw(canvas, drawing, (f64::from(room.top) + small / 2.0, top, bottom));
    #[expect(clippy::cast_precision_loss, reason = "some dozens of shifts")]
    let each = ((bottom - top) / found.bars.len() as f64).min(canvas.long(64.0));
    let mut from = top;
    for (bar, name) in found.bars.iter().zip(&names) {
        let y = from + each / 2.0;
        let size = canvas.size(Role::Label).min(each * 0.8);
        canvas.sized(name, (axis.left - canvas.long(10.0), y), (size, Side::Right), INK);
        for run in &bar.runs {
            axis.run(canvas, drawing, run, (from + each * 0.1, from + each * 0.9));
        }
        from += each;
    }
    on_duty(canvas, &found, &axis, (&row, from + small * 0.7));
    Ok(())
}

/// The wave and the date: those that were asked for, else the fullest day of the last wave.
fn day(drawing: &Drawing, choice: &Choice) -> Result<(Wave, chrono::NaiveDate), ChartError> {
    let sheets = &drawing.holdings.sheets;
    let last = *drawing.waves.last().ok_or(ChartError::NoSheets)?;
    match choice.date {
        Some(date) => {
            let has = |wave: &&Wave| timeline_dates(sheets, **wave).contains_key(&date);
            let wave = drawing.waves.iter().rev().find(has);
            wave.map(|wave| (*wave, date)).ok_or(ChartError::NoDate(date))
        }
        None => fullest_date(sheets, last)
            .map(|date| (last, date))
            .ok_or(ChartError::NoWave(last)),
    }
}

fn name(drawing: &Drawing, bar: &TimelineBar) -> String {
    let letters = bar.letters.as_str();
    if bar.began_before {
        drawing.text.say(&phrase("chart-began-before").with("letters", letters))
    } else {
        letters.to_owned()
    }
}

/// Width of the longest name of a full hour.
fn widest_time(canvas: &Canvas, drawing: &Drawing, (from, to): (u16, u16)) -> f64 {
    let names = (from..=to)
        .step_by(60)
        .map(|minute| drawing.text.say(&clock_phrase(minute)));
    names.map(|name| canvas.measure(&name, Role::Small)).fold(0.0, f64::max)
}

/// The clock from left to right.
struct Axis {
    left: f64,
    right: f64,
    from: u16,
    to: u16,
}

impl Axis {
    fn x(&self, minute: u16) -> f64 {
        let part = (f64::from(minute) - f64::from(self.from)) / f64::from(self.to - self.from).max(1.0);
        self.left + (self.right - self.left) * part
    }

    fn draw(&self, canvas: &mut Canvas, drawing: &Drawing, (y, top, bottom): (f64, f64, f64)) {
        let wide = widest_time(canvas, drawing, (self.from, self.to)) * 1.12;
        let hour = self.x(self.from + 60) - self.left;
        let step = [1, 2, 3, 4, 6, 12]
            .into_iter()
            .find(|hours| hour * f64::from(*hours) >= wide);
        let step = step.unwrap_or(12);
        for minute in (self.from..=self.to).step_by(60) {
            let named = (minute / 60) % step == 0;
            let colour = if minute == 1440 {
                INK
            } else if named {
                AXIS
            } else {
                RULE
            };
            canvas.stroke(&[(self.x(minute), top), (self.x(minute), bottom)], colour, 1.0);
            if named {
                let said = drawing.text.say(&clock_phrase(minute));
                canvas.text(&said, (self.x(minute), y), (Role::Small, Side::Middle), FAINT);
            }
        }
    }

    fn run(&self, canvas: &mut Canvas, drawing: &Drawing, run: &Run, (from, to): (f64, f64)) {
        let (left, right) = (self.x(run.from), self.x(run.to));
        let fill = run
            .class
            .map_or_else(paint::unfilled, |class| paint::class(&drawing.classes, class));
        canvas.area(Rect::new(left, from, right, to), fill);
        // A thin gap between tasks, where it leaves enough of them.
        if right - left >= canvas.long(9.0) && fill.border.is_none() {
            canvas.stroke(&[(left, from), (left, to)], paint::WHITE, 1.0);
        }
        let Some(task) = &run.task else { return };
        let room = canvas.measure(task, Role::Small) + canvas.long(6.0);
        if room <= right - left && canvas.size(Role::Small) <= to - from {
            canvas.plate(
                task,
                (f64::midpoint(left, right), f64::midpoint(from, to)),
                Role::Small,
                fill,
            );
        }
    }
}

/// How many people are there from hour to hour; after midnight the shifts of the next day are not in the picture.
fn on_duty(canvas: &mut Canvas, found: &Timeline, axis: &Axis, (row, y): (&str, f64)) {
    let end = axis.left - canvas.long(10.0);
    canvas.text(row, (end, y), (Role::Small, Side::Right), FAINT);
    for stretch in &found.on_duty {
        let (from, to) = (stretch.from.max(axis.from), stretch.to.min(axis.to));
        if from >= to {
            continue;
        }
        let (left, right) = (axis.x(from), axis.x(to));
        let said = stretch.people.to_string();
        let tall = canvas.size(Role::Small) * 0.62;
        let fill = Fill {
            border: Some(AXIS),
            ..Fill::plain(paint::WHITE)
        };
        canvas.area(Rect::new(left, y - tall, right, y + tall), fill);
        if canvas.measure(&said, Role::Small) + 2.0 <= right - left {
            let at = (f64::midpoint(left, right), y);
            canvas.text(&said, at, (Role::Small, Side::Middle), INK);
        }
    }
}
