//! Draws the chart `cause-map`: four columns of boxes with arrows; what was not measured is dashed and says so.

mod arrows;

use super::Drawing;
use crate::issues::{CauseId, CauseLayer, MapLayout, MapPlace};
use crate::phrase::phrase;
use crate::report::chart::canvas::{Canvas, Rect, Role, Side};
use crate::report::chart::paint::{Colour, FAINT, Fill, INK, WHITE, rgb};
use crate::report::chart::{ChartError, Kind, Look, frame, render};
use crate::report::finding::{CauseBox, CauseMapFinding};
use crate::text::Text;
use crate::worktime::Hue;

/// Height of the passage of a link through a column, in parts of the height of a box.
const PASSAGE: f64 = 0.3;
/// Smallest letters of a box, in parts of the usual size.
const SMALLEST: f64 = 0.4;

pub(super) fn draw(canvas: &mut Canvas, drawing: &Drawing) -> Result<(), ChartError> {
    let found = &drawing.contents.issues.map;
    if found.boxes.is_empty() {
        return Err(ChartError::NothingYet(Kind::CauseMap));
    }
    let lead = lead(found, drawing.text);
    let room = drawing.frame(canvas, Kind::CauseMap, &lead, &[]);
    body(canvas, found, room, drawing.text);
    Ok(())
}

/// The same picture for a page that names the office itself.
pub(in crate::report) fn cause_map_picture(
    found: &CauseMapFinding,
    look: Look,
    text: &Text,
) -> Result<Vec<u8>, ChartError> {
    let mut canvas = Canvas::new(look.width(), look.height());
    let title = text.say(&Kind::CauseMap.name());
    let room = frame::framed(&mut canvas, &title, &lead(found, text), &[]);
    body(&mut canvas, found, room, text);
    render::png(&canvas, look.grey)
}

fn lead(found: &CauseMapFinding, text: &Text) -> String {
    text.say(&phrase("causes-chart-lead").with("sentence", found.sentence.as_str()))
}

fn colour(layer: CauseLayer) -> Colour {
    let hue = match layer {
        CauseLayer::Background => Hue::SkyBlue,
        CauseLayer::Cause => Hue::BluishGreen,
        CauseLayer::Trouble => Hue::Orange,
        CauseLayer::Effect => Hue::ReddishPurple,
    };
    let [red, green, blue] = rgb(hue);
    Colour(red, green, blue)
}

/// Where columns, boxes and passages stand.
struct Grid {
    layout: MapLayout,
    /// Left and right end of each column.
    columns: [(f64, f64); 4],
    /// Top and bottom of each place, column by column.
    places: [Vec<(f64, f64)>; 4],
}

impl Grid {
    fn new(canvas: &Canvas, found: &CauseMapFinding, room: Rect, top: f64) -> Self {
        let layout = found.layout();
        let gap = room.width() * 0.055;
        let aside = if layout.within[3].is_empty() { 0.0 } else { gap * 0.6 };
        let wide = (room.width() - 3.0 * gap - aside) / 4.0;
        let mut left = f64::from(room.left);
        let columns = [0; 4].map(|_| {
            let column = (left, left + wide);
            left += wide + gap;
            column
        });
        let tall = f64::from(room.bottom) - top;
        let between = canvas.long(11.0);
        let parts = |place: &MapPlace| match place {
            MapPlace::Box(_) => 1.0,
            MapPlace::Passage { .. } => PASSAGE,
        };
        let each = layout
            .columns
            .iter()
            .filter(|column| !column.is_empty())
            .map(|column| {
                let free = tall - between * count(column.len().saturating_sub(1));
                free / column.iter().map(parts).sum::<f64>()
            })
            .fold(canvas.long(92.0), f64::min);
        let places = layout.columns.each_ref().map(|column| {
            let used = column.iter().map(|place| parts(place) * each).sum::<f64>();
            // What is free is shared out, so that columns of different length fill the same height.
            let free = (tall - used) / count(column.len().max(1));
            let mut at = top + free / 2.0;
            let place = |place: &MapPlace| {
                let ends = (at, at + parts(place) * each);
                at = ends.1 + free;
                ends
            };
            column.iter().map(place).collect()
        });
        Self {
            layout,
            columns,
            places,
        }
    }

    /// Ends of a column at a place: left, right and the middle of its height.
    fn at(&self, column: usize, place: usize) -> (f64, f64, f64) {
        let (left, right) = self.columns[column];
        let (top, bottom) = self.places[column].get(place).copied().unwrap_or_default();
        (left, right, f64::midpoint(top, bottom))
    }

    fn rect(&self, id: CauseId) -> Option<Rect> {
        let (column, place) = self.layout.find(id)?;
        let (left, right) = self.columns[column];
        let (top, bottom) = *self.places[column].get(place)?;
        Some(Rect::new(left, top, right, bottom))
    }
}

fn count(number: usize) -> f64 {
    f64::from(u32::try_from(number).unwrap_or(u32::MAX))
}

fn body(canvas: &mut Canvas, found: &CauseMapFinding, room: Rect, text: &Text) {
    let head = canvas.line(Role::Label) * 1.15;
    let top = f64::from(room.top) + head + canvas.long(12.0);
    let grid = Grid::new(canvas, found, room, top);
    for (layer, (left, right)) in CauseLayer::ALL.into_iter().zip(grid.columns) {
        let fill = Fill::plain(colour(layer));
        let y = f64::from(room.top) + head / 2.0;
        let ends = (f64::from(room.top), f64::from(room.top) + head);
        canvas.area(Rect::new(left, ends.0, right, ends.1), fill);
        let name = text.say(&layer.phrase());
        let (said, size) = canvas.fitted(&name, Role::Label, right - left - canvas.long(10.0));
        let at = (f64::midpoint(left, right), y);
        canvas.sized(&said, at, (size, Side::Middle), fill.colour.letters());
    }
    arrows::draw(canvas, found, &grid);
    for it in &found.boxes {
        if let Some(rect) = grid.rect(it.number) {
            draw_box(canvas, it, rect, text);
        }
    }
}

fn draw_box(canvas: &mut Canvas, it: &CauseBox, rect: Rect, text: &Text) {
    let own = colour(it.layer);
    let (left, top) = (f64::from(rect.left), f64::from(rect.top));
    let (right, bottom) = (f64::from(rect.right), f64::from(rect.bottom));
    if it.measured {
        let fill = Fill {
            border: Some(FAINT),
            ..Fill::plain(own.towards(WHITE, 0.82))
        };
        canvas.area(rect, fill);
    } else {
        canvas.area(rect, Fill::plain(WHITE));
        let corners = [(left, top), (right, top), (right, bottom), (left, bottom), (left, top)];
        canvas.dashes(&corners, FAINT, 1.6);
    }
    let strip = canvas.long(7.0);
    canvas.area(Rect::new(left, top, left + strip, bottom), Fill::plain(own));
    let start = left + strip + canvas.long(8.0);
    let wide = right - start - canvas.long(8.0);
    let tall = bottom - top;
    let below = (canvas.line(Role::Small) * 0.95).min(tall * 0.34);
    let (lines, size) = wrapped(
        canvas,
        &format!("{} {}", it.number, it.text),
        wide,
        tall - below - canvas.long(6.0),
    );
    let line = size * 1.25;
    let room = tall - below;
    let mut y = top + (room - line * count(lines.len())) / 2.0 + line / 2.0 + canvas.long(1.0);
    for said in &lines {
        canvas.sized(said, (start, y), (size, Side::Left), INK);
        y += line;
    }
    let size = canvas.size(Role::Small).min(below * 0.82);
    let said = figure(canvas, it, (wide, size), text);
    let fitted = size.min(size * wide / canvas.letters.width(&said, size).max(1.0));
    let at = (right - canvas.long(8.0), bottom - below / 2.0 - canvas.long(1.0));
    canvas.sized(&said, at, (fitted, Side::Right), FAINT);
}

/// The first figure behind a box and how many more there are, or how many there are where that is too long.
fn figure(canvas: &Canvas, it: &CauseBox, (wide, size): (f64, f64), text: &Text) -> String {
    let measured: Vec<_> = it.evidence.iter().filter(|it| it.measured).collect();
    let Some(first) = measured.first() else {
        return text.get("causes-chart-unmeasured");
    };
    let said = if measured.len() > 1 {
        let more = phrase("causes-chart-more")
            .with("shown", first.shown.as_str())
            .with("count", measured.len() - 1);
        text.say(&more)
    } else {
        first.shown.clone()
    };
    for said in [said, first.shown.clone()] {
        if canvas.letters.width(&said, size * 0.8) <= wide {
            return said;
        }
    }
    text.say(&phrase("causes-chart-evidence").with("count", measured.len()))
}

/// A text in lines of the largest letters with which it fits into so much room.
fn wrapped(canvas: &Canvas, text: &str, wide: f64, tall: f64) -> (Vec<String>, f64) {
    let usual = canvas.size(Role::Label);
    // A little smaller is better than a last letter on a line of its own.
    let whole = wide / canvas.letters.width(text, usual).max(1.0);
    if (0.84..1.0).contains(&whole) && usual * whole * 1.25 <= tall {
        return (vec![text.to_owned()], usual * whole);
    }
    let mut part = 1.0;
    loop {
        let size = usual * part;
        let lines = canvas.lines(text, Role::Label, wide / part);
        let fits = size * 1.25 * count(lines.len()) <= tall
            && lines.iter().all(|line| canvas.letters.width(line, size) <= wide + 0.5);
        if fits || part <= SMALLEST {
            return (lines, size);
        }
        part -= 0.04;
    }
}

#[cfg(test)]
mod tests;
