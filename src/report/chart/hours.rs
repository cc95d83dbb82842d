//! 時間帯: columns of a mean survey day by clock hour, with the people on duty; waves one above the other on one scale.

use super::canvas::{Canvas, Rect, Role, Side};
use super::frame::{Entry, Mark};
use super::paint::{self, AXIS, FAINT, Fill, INK, RULE};
use super::{Drawing, Kind, frame};
use crate::phrase::phrase;
use crate::report::finding::{HourLoad, WaveLoad};
use crate::report::{decimal_text, load, optional_text};

pub(super) fn draw(canvas: &mut Canvas, drawing: &Drawing) {
    let found = load(&drawing.summary, &drawing.classes);
    let lead = drawing.text.get("chart-hours-lead");
    let sizes: Vec<_> = found.waves.iter().map(|wave| wave.size.clone()).collect();
    let room = frame::frame(canvas, drawing, Kind::Hours, &lead, &sizes);
    let mut entries = frame::classes(drawing);
    entries.push(Entry {
        name: drawing.text.get("chart-on-duty"),
        mark: Mark::Line(INK, false),
    });
    let room = frame::legend(canvas, &entries, room);
    // An hour of one person is 60 minutes: people and minutes have one scale.
    let hours = || found.waves.iter().flat_map(|wave| &wave.hours);
    let tallest = hours().map(HourLoad::whole).fold(0.0, f64::max);
    let people = hours().filter_map(|hour| hour.people).fold(1.0, f64::max);
    let most = (people.max(tallest / 60.0)).ceil() * 60.0;
    #[expect(clippy::cast_precision_loss, reason = "a few waves")]
    let each = room.height() / found.waves.len().max(1) as f64;
    let mut top = f64::from(room.top);
    for wave in &found.waves {
        let panel = Rect::new(f64::from(room.left), top, f64::from(room.right), top + each);
        one(canvas, drawing, wave, most, panel);
        top += each;
    }
}

/// Where the columns of a panel stand.
struct Panel {
    left: f64,
    right: f64,
    top: f64,
    bottom: f64,
    most: f64,
}

impl Panel {
    fn x(&self, hour: f64) -> f64 {
        self.left + (self.right - self.left) * hour / 24.0
    }

    fn y(&self, minutes: f64) -> f64 {
        self.bottom - (self.bottom - self.top) * minutes / self.most
    }
}

fn one(canvas: &mut Canvas, drawing: &Drawing, wave: &WaveLoad, most: f64, room: Rect) {
    let text = drawing.text;
    let small = canvas.line(Role::Small);
    let left = f64::from(room.left);
    let title = text.say(&phrase("chart-hours-wave").with("wave", wave.size.label.as_str()));
    let top = f64::from(room.top) + canvas.line(Role::Label) * 1.1;
    let y = f64::from(room.top) + canvas.line(Role::Label) / 2.0;
    canvas.text(&title, (left, y), (Role::Label, Side::Left), INK);
    let row = text.get("chart-people-row");
    let margin = canvas
        .measure(&row, Role::Small)
        .max(canvas.measure(&decimal_text(most, 0), Role::Small));
    let panel = Panel {
        left: left + margin + canvas.long(12.0),
        right: f64::from(room.right) - canvas.measure(&people(drawing, most / 60.0), Role::Small) - canvas.long(14.0),
        top: top + small * 0.4,
        bottom: f64::from(room.bottom) - small * 2.0 - canvas.long(8.0),
        most,
    };
    axes(canvas, drawing, &panel);
    for hour in &wave.hours {
        column(canvas, drawing, hour, &panel);
    }
    on_duty(canvas, wave, &panel);
    let y = panel.bottom + small * 1.5;
    canvas.text(
        &row,
        (panel.left - canvas.long(8.0), y),
        (Role::Small, Side::Right),
        FAINT,
    );
}

fn people(drawing: &Drawing, count: f64) -> String {
    let count = decimal_text(count, 0);
    drawing.text.say(&phrase("chart-people-count").with("people", count))
}

fn axes(canvas: &mut Canvas, drawing: &Drawing, panel: &Panel) {
    let lines = ((panel.bottom - panel.top) / (canvas.line(Role::Small) * 1.1)).clamp(1.0, 6.0);
    let step = (panel.most / 60.0 / lines).ceil().max(1.0) * 60.0;
    for tick in frame::ticks(panel.most, step) {
        let y = panel.y(tick);
        let colour = if tick > 0.0 { RULE } else { AXIS };
        canvas.stroke(&[(panel.left, y), (panel.right, y)], colour, 1.0);
        let end = panel.left - canvas.long(8.0);
        canvas.text(&decimal_text(tick, 0), (end, y), (Role::Small, Side::Right), FAINT);
        let start = panel.right + canvas.long(8.0);
        let said = people(drawing, tick / 60.0);
        canvas.text(&said, (start, y), (Role::Small, Side::Left), FAINT);
    }
}

fn column(canvas: &mut Canvas, drawing: &Drawing, hour: &HourLoad, panel: &Panel) {
    let (left, right) = (panel.x(f64::from(hour.hour)), panel.x(f64::from(hour.hour) + 1.0));
    let inside = (right - left) * 0.09;
    let mut sum = 0.0;
    for (place, minutes) in hour.parts.iter().enumerate() {
        let (from, to) = (panel.y(sum), panel.y(sum + minutes));
        let fill = paint::class(&drawing.classes, place);
        canvas.area(Rect::new(left + inside, to, right - inside, from), fill);
        sum += minutes;
    }
    let (from, to) = (panel.y(sum), panel.y(sum + hour.unfilled));
    canvas.area(Rect::new(left + inside, to, right - inside, from), paint::unfilled());
    let small = canvas.line(Role::Small);
    let middle = f64::midpoint(left, right);
    let y = panel.bottom + small * 0.55;
    canvas.text(&hour.hour.to_string(), (middle, y), (Role::Small, Side::Middle), FAINT);
    let (said, size) = canvas.fitted(&optional_text(hour.people), Role::Small, right - left - 2.0);
    canvas.sized(&said, (middle, y + small * 0.95), (size, Side::Middle), INK);
}

/// The people on duty as a staircase: they are there for the whole hour.
fn on_duty(canvas: &mut Canvas, wave: &WaveLoad, panel: &Panel) {
    let wide = f64::from(canvas.wide(3.2));
    let mut last: Option<f64> = None;
    for hour in &wave.hours {
        let y = panel.y(hour.people.unwrap_or(0.0) * 60.0);
        let (left, right) = (panel.x(f64::from(hour.hour)), panel.x(f64::from(hour.hour) + 1.0));
        // Areas instead of lines: they are straight at every width.
        canvas.area(Rect::new(left, y - wide, right, y), Fill::plain(INK));
        if let Some(last) = last {
            let (high, low) = (last.min(y), last.max(y));
            canvas.area(Rect::new(left, high - wide, left + wide, low), Fill::plain(INK));
        }
        last = Some(y);
    }
}
