//! 個人差: one dot a person without names, the box from the lower to the upper quartile, the median as a line.

use super::canvas::{Canvas, Rect, Role, Side};
use super::paint::{self, AXIS, FAINT, Fill, INK, RULE, WHITE};
use super::{ChartError, Drawing, Kind, frame};
use crate::office::SMALLEST_GROUP;
use crate::phrase::phrase;
use crate::report::finding::{PeopleSpread, SpreadMeasure, SpreadWave};
use crate::report::{decimal_text, spread};

pub(super) fn draw(canvas: &mut Canvas, drawing: &Drawing) -> Result<(), ChartError> {
    let found = spread(
        &drawing.summary,
        &drawing.classes,
        drawing.holdings.catalog.indicators(),
        drawing.text,
    );
    if found.hidden() {
        return Err(ChartError::TooFewPeople);
    }
    let lead = drawing.text.get("chart-people-lead");
    let room = frame::frame(canvas, drawing, Kind::People, &lead, &found.waves);
    let columns = Columns::new(canvas, drawing, &found, room);
    columns.axis(canvas, drawing, room);
    let bottom = f64::from(room.bottom) - canvas.line(Role::Small) * 1.2;
    #[expect(clippy::cast_precision_loss, reason = "some measures")]
    let each = (bottom - f64::from(room.top)) / found.measures.len() as f64;
    let mut top = f64::from(room.top);
    for measure in &found.measures {
        columns.measure(canvas, drawing, measure, &found, (top, each));
        top += each;
    }
    Ok(())
}

/// Where names, waves, dots and figures stand.
struct Columns {
    /// Right end of the names of the waves.
    waves: f64,
    left: f64,
    right: f64,
    /// Right end of the medians.
    figures: f64,
    most: f64,
}

impl Columns {
    fn new(canvas: &Canvas, drawing: &Drawing, found: &PeopleSpread, room: Rect) -> Self {
        let waves: Vec<String> = found.waves.iter().map(|wave| wave.label.clone()).collect();
        let names = room.width() * 0.2;
        let waves = canvas.widest(waves.iter().map(String::as_str), Role::Small);
        let figures = found.measures.iter().flat_map(|measure| &measure.waves);
        let figures: Vec<String> = figures.map(|wave| figures_of(drawing, wave)).collect();
        let figures = canvas.widest(figures.iter().map(String::as_str), Role::Small);
        let values = found.measures.iter().flat_map(|measure| &measure.waves);
        let most = values.flat_map(|wave| &wave.values).copied().fold(1.0, f64::max);
        let waves_end = f64::from(room.left) + names + waves;
        Self {
            waves: waves_end,
            left: waves_end + canvas.long(18.0),
            right: f64::from(room.right) - figures - canvas.long(24.0),
            figures: f64::from(room.right),
            most,
        }
    }

    fn x(&self, minutes: f64) -> f64 {
        self.left + (self.right - self.left) * minutes / self.most
    }

    fn axis(&self, canvas: &mut Canvas, drawing: &Drawing, room: Rect) {
        let bottom = f64::from(room.bottom) - canvas.line(Role::Small) * 1.1;
        let step = frame::step(self.most, 8.0);
        for tick in frame::ticks(self.most, step) {
            let colour = if tick > 0.0 { RULE } else { AXIS };
            canvas.stroke(
                &[(self.x(tick), f64::from(room.top)), (self.x(tick), bottom)],
                colour,
                1.0,
            );
            let y = bottom + canvas.line(Role::Small) * 0.55;
            canvas.text(
                &decimal_text(tick, 0),
                (self.x(tick), y),
                (Role::Small, Side::Middle),
                FAINT,
            );
        }
        let y = bottom + canvas.line(Role::Small) * 0.55;
        let said = drawing.text.get("chart-minutes-a-day");
        canvas.text(&said, (self.figures, y), (Role::Small, Side::Right), FAINT);
    }

    fn measure(
        &self,
        canvas: &mut Canvas,
        drawing: &Drawing,
        measure: &SpreadMeasure,
        found: &PeopleSpread,
        (top, each): (f64, f64),
    ) {
        let left = f64::from(canvas.width) - self.figures;
        let ends = [(left, top + each), (self.figures, top + each)];
        canvas.stroke(&ends, RULE, 1.0);
        let names = self.waves - canvas.widest(found.waves.iter().map(|wave| wave.label.as_str()), Role::Small);
        let lines = canvas.lines(&measure.name, Role::Label, names - left - canvas.long(16.0));
        let tall = canvas.line(Role::Label);
        #[expect(clippy::cast_precision_loss, reason = "a few lines")]
        let mut y = top + each / 2.0 - tall * (lines.len() as f64 - 1.0) / 2.0;
        for line in &lines {
            canvas.text(line, (left, y), (Role::Label, Side::Left), INK);
            y += tall;
        }
        #[expect(clippy::cast_precision_loss, reason = "a few waves")]
        let row = each * 0.9 / measure.waves.len() as f64;
        let fill = match measure.class {
            Some(class) => Fill::plain(paint::class(&drawing.classes, class).colour),
            None => Fill::plain(FAINT),
        };
        let mut from = top + each * 0.05;
        for (wave, size) in measure.waves.iter().zip(&found.waves) {
            let y = from + row / 2.0;
            canvas.text(&size.label, (self.waves, y), (Role::Small, Side::Right), FAINT);
            let said = figures_of(drawing, wave);
            canvas.text(&said, (self.figures, y), (Role::Small, Side::Right), INK);
            self.strip(canvas, wave, fill, (y, row));
            from += row;
        }
    }

    fn strip(&self, canvas: &mut Canvas, wave: &SpreadWave, fill: Fill, (y, row): (f64, f64)) {
        let Some([least, lower, middle, upper, most]) = wave.five else {
            return;
        };
        let half = row * 0.36;
        canvas.stroke(&[(self.x(least), y), (self.x(most), y)], FAINT, 1.4);
        let light = Fill {
            border: Some(FAINT),
            ..Fill::plain(fill.colour.towards(WHITE, 0.72))
        };
        let right = self.x(upper).max(self.x(lower) + 2.0);
        canvas.area(Rect::new(self.x(lower), y - half, right, y + half), light);
        let radius = canvas.long(5.0).min(row * 0.16);
        let dots = lifted(&wave.values, self.most / (self.right - self.left) * radius * 2.2);
        let highest = dots.iter().map(|(_, lift)| lift.abs()).fold(1.0, f64::max);
        let step = (radius * 2.1).min((row * 0.46 - radius) / highest);
        for (minutes, lift) in dots {
            let at = (self.x(minutes), y + lift * step);
            canvas.dot(at, radius + 1.0, WHITE);
            canvas.dot(at, radius, fill.colour.towards(INK, 0.25));
        }
        canvas.stroke(&[(self.x(middle), y - half), (self.x(middle), y + half)], INK, 3.4);
    }
}

/// Each value with its row above or below the middle, so that dots nearer than `near` do not hide each other.
fn lifted(values: &[f64], near: f64) -> Vec<(f64, f64)> {
    let mut last: Vec<f64> = Vec::new();
    values
        .iter()
        .map(|value| {
            let free = last.iter().position(|last| value - last >= near);
            let row = free.unwrap_or(last.len());
            match last.get_mut(row) {
                Some(last) => *last = *value,
                None => last.push(*value),
            }
            // In the middle, then one above, one below, two above …
            #[expect(clippy::cast_precision_loss, reason = "a few rows")]
            let lift = row.div_ceil(2) as f64;
            (*value, if row % 2 == 1 { -lift } else { lift })
        })
        .collect()
}

fn figures_of(drawing: &Drawing, wave: &SpreadWave) -> String {
    let Some([_, lower, middle, upper, _]) = wave.five else {
        return drawing.text.say(&phrase("chart-hidden").with("people", SMALLEST_GROUP));
    };
    let said = phrase("chart-five")
        .with("median", decimal_text(middle, 1))
        .with("lower", decimal_text(lower, 1))
        .with("upper", decimal_text(upper, 1))
        .with("people", wave.people);
    drawing.text.say(&said)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dots_that_are_near_lie_in_rows_of_their_own() {
        let lifts: Vec<f64> = lifted(&[1.0, 1.0, 1.5, 9.0], 2.0)
            .iter()
            .map(|(_, lift)| *lift)
            .collect();
        assert_eq!(lifts, [0.0, -1.0, 1.0, 0.0]);
    }
}
