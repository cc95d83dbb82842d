//! Draws the chart `document-trend`: sheets of all kinds, month by month, with the line of one half and the plan.

use super::{Drawing, length};
use crate::office::Month;
use crate::phrase::phrase;
use crate::report::chart::canvas::{Canvas, Rect, Role, Side};
use crate::report::chart::frame::{self, Entry, Mark};
use crate::report::chart::paint::{AXIS, Colour, FAINT, Fill, INK, RULE, WHITE};
use crate::report::chart::{ChartError, Kind};
use crate::report::thousands;

const SHEETS: Colour = Colour(0x00, 0x72, 0xB2);
const PLAN: Colour = Colour(0xD5, 0x5E, 0x00);
/// Most months that have their figure beside them.
const NAMED: usize = 16;

/// Most marks of the scale.
const STEPS: f64 = 8.0;

/// What is known of a month.
struct Spot {
    month: Month,
    /// All kinds.
    sheets: Option<u64>,
    /// Those that were counted, where others were not.
    part: Option<u64>,
    planned: Option<u64>,
}

/// Where months and sheets stand.
struct Plot {
    left: f64,
    right: f64,
    top: f64,
    bottom: f64,
    first: f64,
    last: f64,
    most: f64,
}

impl Plot {
    fn x(&self, month: Month) -> f64 {
        let span = (self.last - self.first).max(1.0);
        let inset = (self.right - self.left) * 0.04;
        if self.last <= self.first {
            return f64::midpoint(self.left, self.right);
        }
        self.left + inset + (self.right - self.left - 2.0 * inset) * (place(month) - self.first) / span
    }

    fn y(&self, sheets: u64) -> f64 {
        self.bottom - (self.bottom - self.top) * length(sheets) / self.most
    }
}

/// Months since the year 0.
fn place(month: Month) -> f64 {
    f64::from(month.year()) * 12.0 + f64::from(month.number())
}

pub(super) fn draw(canvas: &mut Canvas, drawing: &Drawing) -> Result<(), ChartError> {
    let spots = spots(drawing);
    if spots.is_empty() {
        return Err(ChartError::NothingYet(Kind::DocumentTrend));
    }
    let text = drawing.text;
    let room = drawing.frame(canvas, Kind::DocumentTrend, &text.get("papers-trend-lead"));
    let mut entries = vec![("papers-trend-sheets", Mark::Line(SHEETS, true))];
    if spots.iter().any(|it| it.part.is_some()) {
        entries.push(("papers-trend-part", Mark::Area(ring_fill())));
    }
    if spots.iter().any(|it| it.planned.is_some()) {
        entries.push(("papers-trend-planned", Mark::Area(Fill::plain(PLAN))));
    }
    let entries: Vec<Entry> = entries
        .into_iter()
        .map(|(key, mark)| Entry {
            name: text.get(key),
            mark,
        })
        .collect();
    let room = frame::legend(canvas, &entries, room);
    let plot = plot(canvas, &spots, room);
    axes(canvas, drawing, &spots, &plot);
    line(canvas, &spots, &plot);
    Ok(())
}

fn ring_fill() -> Fill {
    Fill {
        border: Some(SHEETS),
        ..Fill::plain(WHITE)
    }
}

/// Months that were counted, and those of the plan, in order.
fn spots(drawing: &Drawing) -> Vec<Spot> {
    let finding = drawing.finding;
    let mut spots: Vec<Spot> = finding
        .trend
        .iter()
        .map(|it| Spot {
            month: it.month.month,
            sheets: it.sheets,
            part: it
                .sheets
                .is_none()
                .then(|| it.kinds.iter().flatten().sum())
                .filter(|_| it.counted > 0),
            planned: it.planned,
        })
        .collect();
    for year in &finding.plan {
        if year.planned.is_some() && !spots.iter().any(|it| it.month == year.month.month) {
            spots.push(Spot {
                month: year.month.month,
                sheets: None,
                part: None,
                planned: year.planned,
            });
        }
    }
    spots.sort_by_key(|it| it.month);
    spots
}

fn plot(canvas: &Canvas, spots: &[Spot], room: Rect) -> Plot {
    let values = spots.iter().flat_map(|it| [it.sheets, it.part, it.planned]);
    let most = values.flatten().max().unwrap_or(0).max(1);
    let named = canvas.measure(&thousands(most), Role::Small);
    let step = frame::step(length(most) * 1.08, STEPS).max(1.0);
    Plot {
        left: f64::from(room.left) + named + canvas.long(16.0),
        right: f64::from(room.right) - canvas.long(20.0),
        top: f64::from(room.top) + canvas.line(Role::Small) * 1.6,
        bottom: f64::from(room.bottom) - canvas.line(Role::Small) * 1.6,
        first: spots.first().map_or(0.0, |it| place(it.month)),
        last: spots.last().map_or(0.0, |it| place(it.month)),
        most: (length(most) * 1.08 / step).ceil() * step,
    }
}

/// The scale of sheets, the months, and the line of one half.
fn axes(canvas: &mut Canvas, drawing: &Drawing, spots: &[Spot], plot: &Plot) {
    let step = frame::step(plot.most, STEPS).max(1.0);
    for tick in frame::ticks(plot.most, step) {
        let y = plot.bottom - (plot.bottom - plot.top) * tick / plot.most;
        canvas.stroke(&[(plot.left, y), (plot.right, y)], RULE, 1.0);
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a mark of a scale, whole and not below 0"
        )]
        let said = thousands(tick as u64);
        canvas.text(
            &said,
            (plot.left - canvas.long(10.0), y),
            (Role::Small, Side::Right),
            FAINT,
        );
    }
    let unit = drawing.text.get("papers-trend-axis");
    let above = plot.top - canvas.line(Role::Small) * 0.9;
    canvas.text(
        &unit,
        (plot.left - canvas.long(10.0), above),
        (Role::Small, Side::Right),
        FAINT,
    );
    canvas.stroke(&[(plot.left, plot.bottom), (plot.right, plot.bottom)], AXIS, 1.5);
    let mut free = f64::NEG_INFINITY;
    for spot in spots {
        let said = format!("{}/{}", spot.month.year(), spot.month.number());
        let (x, half) = (plot.x(spot.month), canvas.measure(&said, Role::Small) / 2.0);
        if x - half < free {
            continue;
        }
        free = x + half + canvas.long(8.0);
        let y = plot.bottom + canvas.line(Role::Small) * 0.8;
        canvas.text(&said, (x, y), (Role::Small, Side::Middle), FAINT);
    }
    if let Some(goal) = drawing.finding.halving.goal {
        let y = plot.y(goal);
        canvas.dashes(&[(plot.left, y), (plot.right, y)], INK, 2.0);
        let said = drawing
            .text
            .say(&phrase("papers-trend-half").with("goal", thousands(goal)));
        let at = (plot.right, y - canvas.line(Role::Small) * 0.6);
        canvas.text(&said, at, (Role::Small, Side::Right), INK);
    }
}

/// Months of all kinds are joined; a ring stands alone, for what it leaves out is not known.
fn line(canvas: &mut Canvas, spots: &[Spot], plot: &Plot) {
    let joined: Vec<(f64, f64)> = spots
        .iter()
        .filter_map(|it| Some((plot.x(it.month), plot.y(it.sheets?))))
        .collect();
    if joined.len() > 1 {
        canvas.stroke(&joined, SHEETS, 3.0);
    }
    let radius = canvas.long(8.0);
    let named = spots.len() <= NAMED;
    for spot in spots {
        let x = plot.x(spot.month);
        if let Some(planned) = spot.planned {
            let (y, half) = (plot.y(planned), radius * 0.8);
            canvas.area(Rect::new(x - half, y - half, x + half, y + half), Fill::plain(PLAN));
            if named {
                let under = y + canvas.long(8.0) + canvas.line(Role::Small) * 0.6;
                figure(canvas, planned, (x, under), PLAN);
            }
        }
        if let Some(part) = spot.part {
            let y = plot.y(part);
            canvas.dot((x, y), radius, SHEETS);
            canvas.dot((x, y), (radius - canvas.long(3.0)).max(1.0), WHITE);
            if named {
                let over = above(canvas, y);
                figure(canvas, part, (x, over), FAINT);
            }
        }
        if let Some(sheets) = spot.sheets {
            let y = plot.y(sheets);
            canvas.dot((x, y), radius, SHEETS);
            if named {
                let over = above(canvas, y);
                figure(canvas, sheets, (x, over), INK);
            }
        }
    }
}

/// Where a figure stands over its dot.
fn above(canvas: &Canvas, y: f64) -> f64 {
    y - canvas.long(8.0) - canvas.line(Role::Small) * 0.6
}

/// A figure on a white ground, since lines cross there.
fn figure(canvas: &mut Canvas, sheets: u64, (x, y): (f64, f64), ink: Colour) {
    let said = thousands(sheets);
    let (half, tall) = (canvas.measure(&said, Role::Small) / 2.0, canvas.size(Role::Small) * 0.5);
    canvas.area(Rect::new(x - half, y - tall, x + half, y + tall), Fill::plain(WHITE));
    canvas.text(&said, (x, y), (Role::Small, Side::Middle), ink);
}
