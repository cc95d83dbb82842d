//! 業務 from the longest to the shortest, with the running total of their shares.

use super::canvas::{Canvas, Rect, Role, Side};
use super::frame::{Entry, Mark};
use super::paint::{self, AXIS, Colour, FAINT, INK, RULE};
use super::{Drawing, Kind, frame};
use crate::phrase::phrase;
use crate::report::finding::{Pareto, ParetoLine, ParetoValue};
use crate::report::{optional_text, pareto, share_text};

/// Colours of the running totals: the first wave is lighter.
const LINES: [Colour; 2] = [FAINT, Colour(0x00, 0x5A, 0x8F)];

pub(super) fn draw(canvas: &mut Canvas, drawing: &Drawing) {
    let text = drawing.text;
    let list = &drawing.holdings.founding.task_list;
    let mut found = pareto(&drawing.summary, list, &drawing.classes, text);
    let lead = text.get("chart-tasks-lead");
    let room = frame::frame(canvas, drawing, Kind::Tasks, &lead, &found.waves);
    let mut entries = frame::classes(drawing);
    for (place, wave) in found.waves.iter().enumerate() {
        let name = text.say(&phrase("chart-running-total").with("wave", wave.label.as_str()));
        entries.push(Entry {
            name,
            mark: Mark::Line(LINES[place % LINES.len()], true),
        });
    }
    let room = frame::legend(canvas, &entries, room);
    let head = canvas.line(Role::Small);
    let top = f64::from(room.top) + head;
    let tall = f64::from(room.bottom) - top;
    // One row is for what is unfilled.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "some dozens of rows"
    )]
    let most = ((tall / canvas.long(19.0)) as usize).max(4) - 1;
    shorten(&mut found, most, text.get("chart-other-tasks"));
    #[expect(clippy::cast_precision_loss, reason = "some dozens of rows")]
    let each = (tall / (found.lines.len() as f64 + 1.0)).min(canvas.long(52.0));
    let table = Table::new(canvas, &found, room, (top, each));
    table.heading(canvas, &found, f64::from(room.top) + head / 2.0, drawing);
    for (place, line) in found.lines.iter().enumerate() {
        table.row(canvas, line, place);
    }
    table.unfilled(canvas, drawing, &found);
    table.running(canvas, &found);
}

/// Puts the shortest tasks together where there are more than rows.
fn shorten(found: &mut Pareto, most: usize, name: String) {
    if found.lines.len() <= most {
        return;
    }
    let rest = found.lines.split_off(most - 1);
    let (Some(first), Some(last)) = (rest.first(), rest.last()) else {
        return;
    };
    let values = last.values.iter().enumerate().map(|(wave, end)| {
        let of = |value: fn(&ParetoValue) -> Option<f64>| {
            rest.iter().map(|line| value(&line.values[wave])).sum::<Option<f64>>()
        };
        ParetoValue {
            minutes: rest.iter().map(|line| line.values[wave].minutes).sum(),
            per_person_day: of(|value| value.per_person_day),
            share: of(|value| value.share),
            cumulative: end.cumulative,
        }
    });
    let line = ParetoLine {
        code: String::new(),
        name,
        values: values.collect(),
        ..first.clone()
    };
    found.lines.push(line);
}

/// Where the columns stand.
struct Table {
    left: f64,
    /// Where bars begin, and how long the longest may be.
    bars: f64,
    longest: f64,
    /// Minutes of the longest bar.
    most: f64,
    /// Right ends of the columns of figures, one a wave.
    figures: Vec<f64>,
    /// Left and right of the running totals.
    running: (f64, f64),
    /// Right end of their figures.
    right: f64,
    top: f64,
    each: f64,
    size: f64,
}

impl Table {
    fn new(canvas: &Canvas, found: &Pareto, room: Rect, (top, each): (f64, f64)) -> Self {
        let size = canvas.size(Role::Label).min(each * 0.78);
        let names = found.lines.iter().map(|line| canvas.letters.width(&label(line), size));
        let names = names.fold(0.0, f64::max).min(room.width() * 0.36) + canvas.long(14.0);
        let wide = |said: &str| {
            canvas
                .measure(said, Role::Small)
                .max(canvas.letters.width("000.0", size))
        };
        let (left, right) = (f64::from(room.left), f64::from(room.right));
        // Half of the last mark of the scale stands beyond the end of the totals.
        let shares = canvas.letters.width("100.0%", size) + canvas.measure("100%", Role::Small) / 2.0;
        let running = (right - room.width() * 0.21, right - shares - canvas.long(10.0));
        let mut figures = Vec::new();
        let mut at = running.0 - canvas.long(34.0);
        for wave in found.waves.iter().rev() {
            figures.insert(0, at);
            at -= wide(&wave.label) + canvas.long(18.0);
        }
        let bars = left + names;
        let unfilled = found.unfilled.iter().flatten().copied();
        let values = found.lines.iter().flat_map(|line| &line.values);
        let most = values
            .filter_map(|value| value.per_person_day)
            .chain(unfilled)
            .fold(1.0, f64::max);
        Self {
            left,
            bars,
            longest: at - bars,
            most,
            figures,
            running,
            right,
            top,
            each,
            size,
        }
    }

    fn heading(&self, canvas: &mut Canvas, found: &Pareto, y: f64, drawing: &Drawing) {
        let text = drawing.text;
        let said = text.get("chart-minutes-a-day");
        canvas.text(&said, (self.bars, y), (Role::Small, Side::Left), FAINT);
        for (wave, at) in found.waves.iter().zip(&self.figures) {
            canvas.text(&wave.label, (*at, y), (Role::Small, Side::Right), FAINT);
        }
        if let Some(wave) = found.waves.last() {
            let room = self.right - self.running.1 - canvas.measure("100%", Role::Small) / 2.0 - canvas.long(6.0);
            let (said, size) = canvas.fitted(&wave.label, Role::Small, room);
            canvas.sized(&said, (self.right, y), (size, Side::Right), FAINT);
        }
        for (part, said) in [(0.0, "0%"), (0.5, "50%"), (1.0, "100%")] {
            let x = self.running.0 + (self.running.1 - self.running.0) * part;
            canvas.text(said, (x, y), (Role::Small, Side::Middle), FAINT);
        }
    }

    fn middle(&self, place: usize) -> f64 {
        #[expect(clippy::cast_precision_loss, reason = "some dozens of rows")]
        let place = place as f64;
        self.top + self.each * (place + 0.5)
    }

    fn row(&self, canvas: &mut Canvas, line: &ParetoLine, place: usize) {
        let y = self.middle(place);
        self.named(canvas, &label(line), y);
        let fill = if line.code.is_empty() {
            paint::Fill::plain(AXIS)
        } else {
            paint::fill(line.hue, line.class)
        };
        let values: Vec<Option<f64>> = line.values.iter().map(|value| value.per_person_day).collect();
        self.pair(canvas, &values, fill, y);
    }

    fn named(&self, canvas: &mut Canvas, name: &str, y: f64) {
        let room = self.bars - self.left - canvas.long(12.0);
        let (name, size) = canvas.fitted(name, Role::Label, room);
        let end = self.bars - canvas.long(10.0);
        canvas.sized(&name, (end, y), (size.min(self.size), Side::Right), INK);
    }

    /// One bar a wave: what was before is thin and light, what came after is thick.
    fn pair(&self, canvas: &mut Canvas, values: &[Option<f64>], fill: paint::Fill, y: f64) {
        let whole = self.each * 0.84;
        let parts: &[f64] = if values.len() > 1 { &[0.36, 0.64] } else { &[1.0] };
        let mut from = y - whole / 2.0;
        for ((value, part), at) in values.iter().zip(parts).zip(&self.figures) {
            let tall = whole * part;
            let width = value.unwrap_or(0.0) / self.most * self.longest;
            let before = values.len() > 1 && *part < 0.5;
            let fill = if before {
                paint::Fill {
                    border: Some(fill.border.unwrap_or(fill.colour)),
                    ..paint::Fill::plain(fill.colour.towards(paint::WHITE, 0.55))
                }
            } else {
                fill
            };
            canvas.area(Rect::new(self.bars, from, self.bars + width, from + tall - 1.0), fill);
            from += tall;
            canvas.sized(&optional_text(*value), (*at, y), (self.size, Side::Right), INK);
        }
    }

    fn unfilled(&self, canvas: &mut Canvas, drawing: &Drawing, found: &Pareto) {
        let y = self.middle(found.lines.len());
        let line = y - self.each / 2.0;
        canvas.stroke(
            &[(self.left, line), (self.running.0 - canvas.long(20.0), line)],
            RULE,
            1.0,
        );
        self.named(canvas, &drawing.text.get("chart-unfilled"), y);
        self.pair(canvas, &found.unfilled, paint::unfilled(), y);
    }

    fn running(&self, canvas: &mut Canvas, found: &Pareto) {
        let (left, right) = self.running;
        let bottom = self.middle(found.lines.len()) - self.each / 2.0;
        for (part, colour) in [(0.0, AXIS), (0.5, RULE), (1.0, AXIS)] {
            let x = left + (right - left) * part;
            canvas.stroke(&[(x, self.top), (x, bottom)], colour, 1.0);
        }
        for wave in 0..found.waves.len() {
            let colour = LINES[wave % LINES.len()];
            let points: Vec<(f64, f64)> = found
                .lines
                .iter()
                .enumerate()
                .filter_map(|(place, line)| {
                    let share = line.values[wave].cumulative?;
                    Some((left + (right - left) * share, self.middle(place)))
                })
                .collect();
            canvas.stroke(&points, colour, 2.4);
            for point in &points {
                canvas.dot(*point, canvas.long(4.5), colour);
            }
        }
        self.shares(canvas, found);
    }

    /// The running total of the last wave in figures.
    fn shares(&self, canvas: &mut Canvas, found: &Pareto) {
        for (place, line) in found.lines.iter().enumerate() {
            let share = line.values.last().and_then(|value| value.cumulative);
            let at = (self.right, self.middle(place));
            canvas.sized(&share_text(share), at, (self.size, Side::Right), INK);
        }
    }
}

fn label(line: &ParetoLine) -> String {
    if line.code.is_empty() {
        line.name.clone()
    } else {
        format!("{} {}", line.code, line.name)
    }
}
