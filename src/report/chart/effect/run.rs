//! Draws the chart `run`: months or days of one indicator, with its phases, limits and signals.

mod bands;
mod marks;
mod plot;
#[cfg(test)]
mod tests;

use self::bands::{Band, Bands};
use self::plot::Plot;
use super::{Canvas, ChartError, Drawing, Kind};
use crate::phrase::phrase;
use crate::report::chart::canvas::{Rect, Role, Side};
use crate::report::chart::paint::{AXIS, Colour, FAINT, INK, RULE};
use crate::report::finding::SeriesFinding;
use crate::report::{series_level, series_of};

/// The values and the line between them: colour is left to what goes the good or the bad way.
const LINE: Colour = Colour(0x6B, 0x77, 0x80);
/// The target.
const TARGET: Colour = Colour(0xCC, 0x79, 0xA7);

pub(super) fn draw(canvas: &mut Canvas, drawing: &Drawing) -> Result<(), ChartError> {
    let finding = chosen(drawing)?;
    let text = drawing.text;
    let title = phrase("series-chart-title")
        .with("chart", Kind::Run.name())
        .with("name", finding.name.as_str())
        .with("unit", finding.unit.as_str());
    let plot = Plot::of(&finding);
    let mut made_from = finding.remarks.clone();
    if plot.leaves_a_limit_out {
        made_from.push(text.get("series-chart-limit-left-out"));
    }
    let room = drawing.titled(canvas, &text.say(&title), &finding.sentence, &made_from);
    let room = rules(canvas, drawing, &finding, room);
    let room = marks::legend(canvas, drawing, &finding, room);
    body(canvas, drawing, (&finding, plot), room);
    Ok(())
}

/// The series that was asked for, else the first of the book.
fn chosen(drawing: &Drawing) -> Result<SeriesFinding, ChartError> {
    let found = &drawing.contents.effect.series;
    let holdings = drawing.contents.holdings;
    let first = || found.first().map(|it| it.id.clone());
    let none = ChartError::NothingYet(Kind::Run);
    let id = drawing.choice.indicator.clone().or_else(first).ok_or(none)?;
    let missing = || ChartError::NoSeries(id.clone());
    match drawing.choice.rules {
        None => found.iter().find(|it| it.id == id).cloned().ok_or_else(missing),
        rules => holdings
            .indicator(&id)
            .and_then(|it| series_of(holdings, it, rules, drawing.text))
            .ok_or_else(missing),
    }
}

/// Writes by which rules it is read, and of how many values; gives the room below.
fn rules(canvas: &mut Canvas, drawing: &Drawing, finding: &SeriesFinding, room: Rect) -> Rect {
    let said = phrase("series-chart-rules")
        .with("rules", finding.rules_name.as_str())
        .with("n", finding.n)
        .with("missing", finding.missing);
    let (left, mut top) = (f64::from(room.left), f64::from(room.top));
    for line in canvas.lines(&drawing.text.say(&said), Role::Label, room.width()) {
        let tall = canvas.line(Role::Label);
        canvas.text(&line, (left, top + tall / 2.0), (Role::Label, Side::Left), INK);
        top += tall;
    }
    Rect::new(left, top, f64::from(room.right), f64::from(room.bottom))
}

/// Everything below the legend: what stands over the picture, the picture, its axes.
fn body(canvas: &mut Canvas, drawing: &Drawing, (finding, mut plot): (&SeriesFinding, Plot), room: Rect) {
    let small = canvas.line(Role::Small);
    let steps = plot.ticks(room.height() / small);
    let names: Vec<String> = steps.iter().map(|tick| plot.tick_text(*tick)).collect();
    let levels = levels(drawing, finding, &plot);
    let left = f64::from(room.left) + canvas.widest(names.iter().map(String::as_str), Role::Small) + canvas.long(10.0);
    let wide = canvas.widest(levels.iter().map(|level| level.name.as_str()), Role::Small);
    let right = f64::from(room.right) - wide - canvas.long(12.0);
    plot.lay_across(left, right);
    let top = f64::from(room.top) + small;
    // Over the picture stand causes and signals; the picture keeps the larger part.
    let (most_phases, most_signals) = (room.height() * 0.25, room.height() * 0.22);
    let causes = Bands::packed(canvas, &causes(drawing, finding, &plot), (left, right), most_phases);
    let signals = Bands::packed(
        canvas,
        &marks::signals(drawing, finding, &plot),
        (left, right),
        most_signals,
    );
    let gap = canvas.long(8.0);
    let low = top + causes.height(canvas) + signals.height(canvas) + gap;
    let bottom = f64::from(room.bottom) - small * 2.2;
    plot.lay_down(low, bottom);
    let over = f64::from(room.top) + small / 2.0;
    canvas.text(
        &finding.unit,
        (f64::from(room.left), over),
        (Role::Small, Side::Left),
        FAINT,
    );
    let left_out = causes.left_out + signals.left_out;
    if left_out > 0 {
        let said = drawing
            .text
            .say(&phrase("series-chart-left-out").with("count", left_out));
        canvas.text(&said, (right, over), (Role::Small, Side::Right), FAINT);
    }
    for (tick, name) in steps.iter().zip(&names) {
        let y = plot.y(*tick);
        canvas.stroke(&[(left, y), (right, y)], RULE, 1.0);
        let before = left - canvas.long(8.0);
        canvas.text(name, (before, y), (Role::Small, Side::Right), FAINT);
    }
    canvas.stroke(&[(left, low), (left, bottom), (right, bottom)], AXIS, 2.0);
    let under = top + causes.height(canvas);
    for (place, phase) in finding.phases.iter().enumerate().skip(1) {
        if let Some(x) = plot.begin_of(place) {
            let line = causes.line_under(canvas, place, top).unwrap_or(under);
            marks::dashed(canvas, ((x, line), (x, bottom)), (INK, 2.0), 10.0);
        }
        debug_assert!(phase.cause.is_some(), "a later phase has a cause");
    }
    causes.draw(canvas, top);
    signals.draw(canvas, under);
    marks::brackets(canvas, finding, (&signals, under));
    marks::levels(canvas, finding, &plot);
    marks::values(canvas, finding, &plot);
    level_names(canvas, &levels, &plot, (right + canvas.long(10.0), low, bottom));
    plot.months(canvas, finding, drawing.text);
}

/// What stands over each phase where there are several: what was changed, and the centre.
fn causes(drawing: &Drawing, finding: &SeriesFinding, plot: &Plot) -> Vec<Band> {
    if finding.phases.len() < 2 {
        return Vec::new();
    }
    let text = drawing.text;
    let phases = finding.phases.iter().enumerate();
    phases
        .map(|(place, phase)| {
            let centre = match phase.centre {
                Some(centre) => {
                    let name = centre_name(finding);
                    text.say(
                        &phrase("series-chart-centre")
                            .with("centre", name)
                            .with("value", series_level(finding, centre))
                            .with("n", phase.n),
                    )
                }
                None => text.get("series-phase-none"),
            };
            let (long, short) = match &phase.cause {
                Some(cause) => (format!("{cause}  {centre}"), cause.clone()),
                None => (centre.clone(), centre.clone()),
            };
            let from = plot.begin_of(place).unwrap_or(plot.right);
            Band {
                place,
                from,
                to: from,
                is_centred: false,
                texts: vec![long, short],
            }
        })
        .collect()
}

fn centre_name(finding: &SeriesFinding) -> crate::phrase::Phrase {
    if finding.phases.iter().any(|phase| phase.centre_kind == "median") {
        phrase("series-median")
    } else {
        phrase("series-mean")
    }
}

/// A line that is named beside the picture.
struct Level {
    name: String,
    value: f64,
    ink: Colour,
}

/// The lines of the last phase with a value, and the target.
fn levels(drawing: &Drawing, finding: &SeriesFinding, plot: &Plot) -> Vec<Level> {
    let mut levels = Vec::new();
    let mut add = |name: crate::phrase::Phrase, value: f64, ink: Colour| {
        let name = phrase("series-chart-level")
            .with("name", name)
            .with("value", series_level(finding, value));
        let name = drawing.text.say(&name);
        levels.push(Level { name, value, ink });
    };
    let last = finding.phases.iter().rfind(|phase| phase.n > 0);
    if let Some(centre) = last.and_then(|phase| phase.centre) {
        add(centre_name(finding), centre, INK);
    }
    if let Some(limits) = last.and_then(|phase| phase.limits.as_ref()) {
        let (high, low) = if limits.trial {
            (phrase("series-trial-high"), phrase("series-trial-low"))
        } else {
            (phrase("series-limit-high"), phrase("series-limit-low"))
        };
        let named = [(high, limits.high), (low, limits.low)];
        for (name, value) in named.into_iter().filter(|(_, value)| plot.shows(*value)) {
            add(name, value, FAINT);
        }
    }
    if let Some(target) = finding.target {
        add(phrase("series-target"), target, INK);
    }
    levels
}

/// Names of lines beside the picture, moved apart where the lines lie close.
fn level_names(canvas: &mut Canvas, levels: &[Level], plot: &Plot, (left, low, bottom): (f64, f64, f64)) {
    let tall = canvas.line(Role::Small);
    let mut order: Vec<&Level> = levels.iter().collect();
    order.sort_by(|one, other| other.value.total_cmp(&one.value));
    let mut places: Vec<f64> = order.iter().map(|level| plot.y(level.value)).collect();
    let mut above = low - tall;
    for place in &mut places {
        *place = place.max(above + tall);
        above = *place;
    }
    let mut below = bottom + tall / 2.0;
    for place in places.iter_mut().rev() {
        *place = place.min(below - tall);
        below = *place;
    }
    for (level, y) in order.iter().zip(places) {
        let end = plot.y(level.value);
        canvas.stroke(&[(plot.right, end), (left - canvas.long(3.0), y)], AXIS, 1.0);
        canvas.text(&level.name, (left, y), (Role::Small, Side::Left), level.ink);
    }
}
