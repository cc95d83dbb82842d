//! 分類の割合: bars of 100 % for the whole day, the day and the night, wave under wave.

use super::canvas::{Canvas, Rect, Role, Side};
use super::paint::{self, AXIS, FAINT, INK, RULE};
use super::{Drawing, Kind, frame};
use crate::phrase::phrase;
use crate::report::finding::{ShareBar, Shares};
use crate::report::{share_text, shares};
use crate::worktime::Period;

pub(super) fn draw(canvas: &mut Canvas, drawing: &Drawing) {
    let found = shares(&drawing.summary, &drawing.classes);
    let lead = drawing.text.get("chart-categories-lead");
    let room = frame::frame(canvas, drawing, Kind::Categories, &lead, &found.waves);
    let room = frame::legend(canvas, &frame::classes(drawing), room);
    let bars: Vec<&ShareBar> = found.bars.iter().filter(|bar| bar.minutes + bar.unfilled > 0).collect();
    let names: Vec<String> = bars.iter().map(|bar| name(drawing, &found, bar)).collect();
    let label = canvas.widest(names.iter().map(String::as_str), Role::Label) + canvas.long(14.0);
    let percent = canvas.measure("100%", Role::Small);
    let over = bars
        .iter()
        .filter_map(|bar| unfilled_part(bar))
        .fold(0.0, f64::max)
        .min(0.5);
    let tail = bars
        .iter()
        .map(|bar| canvas.measure(&beside(drawing, bar), Role::Label));
    let tail = tail.fold(percent / 2.0, f64::max) + canvas.long(12.0);
    let left = f64::from(room.left) + label;
    let whole = (f64::from(room.right) - left - tail) / (1.0 + over);
    let scale = Scale { left, whole };
    axis(canvas, room, &scale);
    let bottom = f64::from(room.bottom) - canvas.line(Role::Small);
    let groups = found.bars.len() / found.waves.len().max(1);
    #[expect(clippy::cast_precision_loss, reason = "a few bars")]
    let (count, gaps) = (bars.len() as f64, groups.saturating_sub(1) as f64);
    let gap = canvas.long(16.0);
    let each = ((bottom - f64::from(room.top) - gaps * gap) / count.max(1.0)).min(canvas.long(150.0));
    let mut top = f64::from(room.top);
    let mut last = None;
    for (bar, name) in bars.iter().zip(&names) {
        if last.is_some_and(|period| period != bar.period) {
            top += gap;
        }
        last = Some(bar.period);
        one(canvas, drawing, bar, (name, &scale), (top, each));
        top += each;
    }
}

/// From where to where 100 % runs.
struct Scale {
    left: f64,
    whole: f64,
}

fn name(drawing: &Drawing, found: &Shares, bar: &ShareBar) -> String {
    let text = drawing.text;
    let period = match bar.period {
        None => text.get("chart-whole-day"),
        Some(Period::Day) => text.get("chart-day"),
        Some(Period::Night) => text.get("chart-night"),
    };
    let wave = found.waves[bar.wave].label.as_str();
    text.say(&phrase("chart-bar-name").with("period", period).with("wave", wave))
}

/// Unfilled minutes in parts of the filled ones.
fn unfilled_part(bar: &ShareBar) -> Option<f64> {
    (bar.minutes > 0).then(|| f64::from(bar.unfilled) / f64::from(bar.minutes))
}

/// What stands at the right end of a bar.
fn beside(drawing: &Drawing, bar: &ShareBar) -> String {
    let share = share_text(bar.unfilled_share);
    drawing.text.say(&phrase("chart-unfilled-share").with("share", share))
}

fn axis(canvas: &mut Canvas, room: Rect, scale: &Scale) {
    let bottom = f64::from(room.bottom) - canvas.line(Role::Small);
    for percent in [0_u8, 25, 50, 75, 100] {
        let x = scale.left + scale.whole * f64::from(percent) / 100.0;
        let colour = if percent % 100 == 0 { AXIS } else { RULE };
        canvas.stroke(&[(x, f64::from(room.top)), (x, bottom)], colour, 1.0);
        let y = bottom + canvas.line(Role::Small) / 2.0;
        canvas.text(&format!("{percent}%"), (x, y), (Role::Small, Side::Middle), FAINT);
    }
}

/// One bar; the figures of parts that are too narrow stand under it.
fn one(canvas: &mut Canvas, drawing: &Drawing, bar: &ShareBar, (name, scale): (&str, &Scale), (top, each): (f64, f64)) {
    let under = canvas.line(Role::Small);
    let (from, to) = (top + canvas.long(3.0), top + each - under);
    let middle = f64::midpoint(from, to);
    let end = scale.left - canvas.long(12.0);
    canvas.text(name, (end, middle), (Role::Label, Side::Right), INK);
    let mut x = scale.left;
    let mut narrow: Vec<String> = Vec::new();
    for (place, part) in bar.parts.iter().enumerate() {
        let width = scale.whole * part.share.unwrap_or(0.0);
        let fill = paint::class(&drawing.classes, place);
        canvas.area(Rect::new(x, from, x + width, to), fill);
        let share = share_text(part.share);
        let long = format!("{} {share}", drawing.classes[place].name);
        let fits = |canvas: &Canvas, said: &str| canvas.measure(said, Role::Label) + canvas.long(16.0) <= width;
        if fits(canvas, &long) {
            canvas.plate(&long, (x + width / 2.0, middle), Role::Label, fill);
        } else if fits(canvas, &share) {
            canvas.plate(&share, (x + width / 2.0, middle), Role::Label, fill);
        } else if part.minutes > 0 {
            narrow.push(long);
        }
        x += width;
    }
    let over = scale.whole * unfilled_part(bar).unwrap_or(0.0).min(0.5);
    canvas.area(Rect::new(x, from, x + over, to), paint::unfilled());
    let after = x + over + canvas.long(8.0);
    canvas.text(&beside(drawing, bar), (after, middle), (Role::Label, Side::Left), FAINT);
    if !narrow.is_empty() {
        let said = narrow.join("　");
        let (said, size) = canvas.fitted(&said, Role::Small, scale.whole);
        let y = to + under / 2.0;
        let at = scale.left + scale.whole;
        canvas.sized(&said, (at, y), (size, Side::Right), INK);
    }
}
