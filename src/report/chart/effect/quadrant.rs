//! Draws the chart `quadrant`: pairs of efficiency and quality around a cross at no change, and beside it what they are.

use super::Drawing;
use super::mark::{self, BAD, GOOD, Mark};
use crate::phrase::phrase;
use crate::report::chart::canvas::{Canvas, Rect, Role, Side};
use crate::report::chart::paint::{AXIS, Colour, FAINT, Fill, INK, RULE, WHITE};
use crate::report::chart::{ChartError, Kind};
use crate::report::decimal_text;
use crate::report::effect::quadrant_of;
use crate::report::finding::{QuadrantEnd, QuadrantFinding, QuadrantPlace, QuadrantPoint};

pub(super) fn draw(canvas: &mut Canvas, drawing: &Drawing) -> Result<(), ChartError> {
    let result = drawing.result(Kind::Quadrant)?;
    let found = quadrant_of(drawing.contents.holdings, Some(&result), drawing.text);
    if found.points.is_empty() {
        return Err(ChartError::NothingYet(Kind::Quadrant));
    }
    let text = drawing.text;
    let mut lead = found.sentence.clone();
    if found.points.iter().any(|point| point.place == QuadrantPlace::Unclear) {
        lead = [lead, text.get("quadrant-chart-lead")].join(&text.get("between-sentences"));
    }
    let mut made_from = vec![text.get("quadrant-chart-made")];
    if !found.left_out.is_empty() {
        let left = phrase("quadrant-chart-left").with("left", found.left_out.join(&text.get("quadrant-left-between")));
        made_from.push(text.say(&left));
    }
    let labels = [found.from_label.as_str(), found.to_label.as_str()];
    let room = drawing.frame_of(canvas, Kind::Quadrant, labels, (&lead, &made_from));
    let (picture, list) = rooms(canvas, room);
    field(canvas, drawing, &found, picture);
    legend(canvas, drawing, &found, list);
    Ok(())
}

/// The picture and the list beside it, or below it where the room is higher than wide.
fn rooms(canvas: &Canvas, room: Rect) -> (Rect, Rect) {
    let gap = canvas.long(34.0);
    let (left, top) = (f64::from(room.left), f64::from(room.top));
    let (right, bottom) = (f64::from(room.right), f64::from(room.bottom));
    if room.height() > room.width() * 1.1 {
        let split = top + room.width();
        return (
            Rect::new(left, top, right, split),
            Rect::new(left, split + gap, right, bottom),
        );
    }
    let split = left + (room.width() * 0.52).min(room.height() * 1.5);
    (
        Rect::new(left, top, split, bottom),
        Rect::new(split + gap, top, right, bottom),
    )
}

/// The mark of a place.
fn mark_of(place: QuadrantPlace) -> (Mark, Colour) {
    match place {
        QuadrantPlace::Both => (Mark::Dot, GOOD),
        QuadrantPlace::Bought | QuadrantPlace::Costly | QuadrantPlace::Neither => (Mark::Square, BAD),
        QuadrantPlace::Unclear => (Mark::Ring, INK),
    }
}

/// Changes laid over pixels: no change is in the middle.
struct Cross {
    left: f64,
    top: f64,
    right: f64,
    bottom: f64,
    most: [f64; 2],
}

impl Cross {
    fn x(&self, change: f64) -> f64 {
        let middle = f64::midpoint(self.left, self.right);
        middle + (self.right - middle) * (change / self.most[0]).clamp(-1.0, 1.0)
    }

    fn y(&self, change: f64) -> f64 {
        let middle = f64::midpoint(self.top, self.bottom);
        middle + (self.top - middle) * (change / self.most[1]).clamp(-1.0, 1.0)
    }
}

fn field(canvas: &mut Canvas, drawing: &Drawing, found: &QuadrantFinding, room: Rect) {
    let text = drawing.text;
    let line = canvas.line(Role::Small);
    let most = found.reach();
    let ticks = most.map(|most| [-most, -most / 2.0, most / 2.0, most]);
    let said = |change: &f64| percent(*change);
    let names: Vec<String> = ticks[1].iter().map(said).collect();
    let left = f64::from(room.left) + canvas.widest(names.iter().map(String::as_str), Role::Small) + canvas.long(8.0);
    let half = canvas.measure(&percent(most[0]), Role::Small) / 2.0;
    let cross = Cross {
        left,
        top: f64::from(room.top) + line * 2.3,
        right: f64::from(room.right) - half,
        bottom: f64::from(room.bottom) - line * 3.6,
        most,
    };
    ground(canvas, &cross);
    let ends = (f64::from(room.left), f64::from(room.right));
    words(canvas, drawing, &cross, ends, f64::from(room.top));
    for (tick, name) in ticks[1].iter().zip(&names) {
        let at = (left - canvas.long(8.0), cross.y(*tick));
        canvas.text(name, at, (Role::Small, Side::Right), FAINT);
    }
    let (zero, under) = (text.get("quadrant-chart-zero"), cross.bottom + line * 0.95);
    let mut free = f64::NEG_INFINITY;
    for (tick, name) in ticks[0][..2]
        .iter()
        .map(|tick| (*tick, percent(*tick)))
        .chain([(0.0, zero)])
        .chain(ticks[0][2..].iter().map(|tick| (*tick, percent(*tick))))
    {
        let half = canvas.measure(&name, Role::Small) / 2.0;
        // Where the scale is short, every other mark goes without its figure.
        if cross.x(tick) - half > free {
            canvas.text(&name, (cross.x(tick), under), (Role::Small, Side::Middle), FAINT);
            free = cross.x(tick) + half + canvas.long(6.0);
        }
    }
    intervals(canvas, found, &cross);
    numbers(canvas, found, &cross);
}

fn percent(change: f64) -> String {
    let sign = if change > 0.0 { "+" } else { "" };
    // Halves of round steps have one decimal at most.
    let tenths = decimal_text(change * 100.0, 1);
    format!("{sign}{}%", tenths.strip_suffix(".0").unwrap_or(&tenths))
}

/// The four fields, and the cross at no change.
fn ground(canvas: &mut Canvas, cross: &Cross) {
    let (x, y) = (cross.x(0.0), cross.y(0.0));
    let good = GOOD.towards(WHITE, 0.92);
    canvas.area(Rect::new(x, cross.top, cross.right, y), Fill::plain(good));
    for part in [-0.5, 0.5] {
        let (at_x, at_y) = (cross.x(part * cross.most[0]), cross.y(part * cross.most[1]));
        canvas.stroke(&[(at_x, cross.top), (at_x, cross.bottom)], RULE, 1.0);
        canvas.stroke(&[(cross.left, at_y), (cross.right, at_y)], RULE, 1.0);
    }
    let corners = [
        (cross.left, cross.top),
        (cross.right, cross.top),
        (cross.right, cross.bottom),
        (cross.left, cross.bottom),
        (cross.left, cross.top),
    ];
    canvas.stroke(&corners, AXIS, 1.5);
    canvas.stroke(&[(x, cross.top), (x, cross.bottom)], INK, 2.6);
    canvas.stroke(&[(cross.left, y), (cross.right, y)], INK, 2.6);
}

/// What the fields and the axes mean, outside of the fields.
fn words(canvas: &mut Canvas, drawing: &Drawing, cross: &Cross, (left, right): (f64, f64), top: f64) {
    let text = drawing.text;
    let line = canvas.line(Role::Small);
    let upper = cross.top - line * 0.6;
    let lower = cross.bottom + line * 2.0;
    let half = (cross.right - cross.left) / 2.0 - canvas.long(8.0);
    for (x, y, side, key) in [
        (cross.left, upper, Side::Left, "quadrant-field-costly"),
        (cross.right, upper, Side::Right, "quadrant-field-both"),
        (cross.left, lower, Side::Left, "quadrant-field-neither"),
        (cross.right, lower, Side::Right, "quadrant-field-bought"),
    ] {
        let (word, size) = canvas.fitted(&text.get(key), Role::Small, half);
        canvas.sized(&word, (x, y), (size, side), INK);
    }
    let (axis, size) = canvas.fitted(&text.get("quadrant-axis-quality"), Role::Small, right - left);
    canvas.sized(&axis, (left, top + line / 2.0), (size, Side::Left), FAINT);
    let (axis, size) = canvas.fitted(&text.get("quadrant-axis-efficiency"), Role::Small, right - left);
    canvas.sized(&axis, (right, cross.bottom + line * 3.05), (size, Side::Right), FAINT);
}

/// The intervals of each pair; an end beyond the scale has no stroke.
fn intervals(canvas: &mut Canvas, found: &QuadrantFinding, cross: &Cross) {
    let cap = canvas.long(6.0);
    for point in &found.points {
        let (_, colour) = mark_of(point.place);
        let colour = colour.towards(WHITE, 0.35);
        let (x, y) = (cross.x(point.efficiency.change), cross.y(point.quality.change));
        if let Some(ends) = point.efficiency.interval {
            canvas.stroke(&ends.map(|end| (cross.x(end), y)), colour, 2.0);
            for end in ends.into_iter().filter(|end| end.abs() <= cross.most[0]) {
                let at = cross.x(end);
                canvas.stroke(&[(at, y - cap), (at, y + cap)], colour, 2.0);
            }
        }
        if let Some(ends) = point.quality.interval {
            canvas.stroke(&ends.map(|end| (x, cross.y(end))), colour, 2.0);
            for end in ends.into_iter().filter(|end| end.abs() <= cross.most[1]) {
                let at = cross.y(end);
                canvas.stroke(&[(x - cap, at), (x + cap, at)], colour, 2.0);
            }
        }
    }
}

/// The marks with their numbers; where two would lie on each other, one stands beside its place with a line to it.
fn numbers(canvas: &mut Canvas, found: &QuadrantFinding, cross: &Cross) {
    let radius = canvas.long(15.0);
    let mut taken: Vec<(f64, f64)> = Vec::new();
    for point in &found.points {
        let at = (cross.x(point.efficiency.change), cross.y(point.quality.change));
        let place = free_place(at, radius * 2.15, &taken, cross, radius);
        taken.push(place);
        let (symbol, colour) = mark_of(point.place);
        if place != at {
            canvas.stroke(&[at, place], colour, 1.6);
            canvas.dot(at, canvas.long(4.0), colour);
        }
        plate(canvas, (symbol, colour), point.number, place, radius);
    }
}

/// The number of a pair on the mark of its place; what is unclear is hollow.
fn plate(canvas: &mut Canvas, (symbol, colour): (Mark, Colour), number: usize, at: (f64, f64), radius: f64) {
    mark::draw(
        canvas,
        if symbol == Mark::Ring {
            (Mark::Dot, colour)
        } else {
            (symbol, colour)
        },
        at,
        radius,
    );
    if symbol == Mark::Ring {
        canvas.dot(at, radius - canvas.long(2.5).max(1.0), WHITE);
    }
    let ink = if symbol == Mark::Ring { INK } else { WHITE };
    let size = radius * if number < 10 { 1.2 } else { 1.0 };
    canvas.sized(&number.to_string(), at, (size, Side::Middle), ink);
}

/// The nearest place within the cross that is so far from all that are taken.
fn free_place(at: (f64, f64), apart: f64, taken: &[(f64, f64)], cross: &Cross, radius: f64) -> (f64, f64) {
    let is_free = |(x, y): (f64, f64)| taken.iter().all(|(other, with)| (x - other).hypot(y - with) >= apart);
    let inside = |(x, y): (f64, f64)| {
        (cross.left + radius..=cross.right - radius).contains(&x)
            && (cross.top + radius..=cross.bottom - radius).contains(&y)
    };
    if is_free(at) {
        return at;
    }
    let rings = (1..60_u32).flat_map(|ring| (0..16_u32).map(move |turn| (f64::from(ring), f64::from(turn))));
    rings
        .map(|(ring, turn)| {
            let angle = std::f64::consts::TAU * (turn / 16.0 + 0.125);
            let far = apart * (0.9 + ring * 0.25);
            (at.0 + angle.cos() * far, at.1 + angle.sin() * far)
        })
        .find(|place| inside(*place) && is_free(*place))
        .unwrap_or(at)
}

/// One line of the list.
struct Told {
    words: String,
    role: Role,
    ink: Colour,
}

/// A few lines of the list; those of a pair begin with its mark and number.
struct Block<'a> {
    of: Option<&'a QuadrantPoint>,
    lines: Vec<Told>,
}

/// What the numbers are: as much of each as there is room for.
fn legend(canvas: &mut Canvas, drawing: &Drawing, found: &QuadrantFinding, room: Rect) {
    let radius = canvas.long(8.0);
    let numbers = f64::from(room.left) + radius * 2.0 + canvas.long(8.0) + canvas.measure("00", Role::Label);
    let left = numbers + canvas.long(10.0);
    let wide = f64::from(room.right) - left;
    let gap = canvas.line(Role::Small) * 0.45;
    let height = |block: &Block| block.lines.iter().map(|line| canvas.line(line.role)).sum::<f64>() + gap;
    let tall = |blocks: &Vec<Block>| blocks.iter().map(height).sum::<f64>();
    let of = |how: Detail| blocks(canvas, drawing, found, how, wide);
    let best = [Detail::Sentence, Detail::Figures, Detail::Ends].into_iter().map(of);
    let blocks = best.into_iter().find(|blocks| tall(blocks) <= room.height());
    let blocks = blocks.unwrap_or_else(|| of(Detail::Names));
    let heights: Vec<f64> = blocks.iter().map(height).collect();
    // Lines go nearer together before any is left out.
    let squeeze = (room.height() / tall(&blocks)).min(1.0);
    let mut y = f64::from(room.top);
    for (block, height) in blocks.into_iter().zip(heights) {
        let first = block.lines.first().map_or(0.0, |line| canvas.line(line.role)) * squeeze;
        if let Some(point) = block.of {
            let at = (f64::from(room.left) + radius, y + first / 2.0);
            mark::draw(canvas, mark_of(point.place), at, radius.min(first * 0.45));
            let size = canvas.size(Role::Label).min(first * 0.9);
            canvas.sized(&point.number.to_string(), (numbers, at.1), (size, Side::Right), INK);
        }
        let mut line_y = y;
        for line in block.lines {
            let tall = canvas.line(line.role) * squeeze;
            let (words, size) = canvas.fitted(&line.words, line.role, wide);
            canvas.sized(
                &words,
                (left, line_y + tall / 2.0),
                (size.min(tall * 0.95), Side::Left),
                line.ink,
            );
            line_y += tall;
        }
        y += height * squeeze;
    }
}

/// How much is told of a pair.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Detail {
    /// Place, both ends with figures, and what may be said.
    Sentence,
    /// Place and both ends with figures.
    Figures,
    /// Both names in a line, and the figures of each indicator once below all pairs.
    Ends,
    /// Both names in a line.
    Names,
}

fn blocks<'a>(
    canvas: &Canvas,
    drawing: &Drawing,
    found: &'a QuadrantFinding,
    how: Detail,
    room: f64,
) -> Vec<Block<'a>> {
    let mut blocks: Vec<Block> = found
        .points
        .iter()
        .map(|point| Block {
            of: Some(point),
            lines: told(canvas, drawing, point, how, room),
        })
        .collect();
    if how == Detail::Ends {
        let mut known: Vec<&str> = Vec::new();
        let all = found.points.iter().map(|point| &point.efficiency);
        let mut lines = Vec::new();
        for end in all.chain(found.points.iter().map(|point| &point.quality)) {
            if !known.contains(&end.id.as_str()) {
                known.push(&end.id);
                lines.push(ends_line(drawing, end));
            }
        }
        blocks.push(Block { of: None, lines });
    }
    blocks
}

/// An indicator with its change, interval and verdict.
fn ends_line(drawing: &Drawing, end: &QuadrantEnd) -> Told {
    let said = phrase("quadrant-chart-end")
        .with("name", end.name.as_str())
        .with("change", end.shown.as_str())
        .with("verdict", end.verdict.word())
        .with("n", end.n.as_str());
    Told {
        words: drawing.text.say(&said),
        role: Role::Small,
        ink: INK,
    }
}

fn told(canvas: &Canvas, drawing: &Drawing, point: &QuadrantPoint, how: Detail, room: f64) -> Vec<Told> {
    let line = |words: String, role: Role, ink: Colour| Told { words, role, ink };
    let place = format!("{} {}", point.place.sign(), drawing.text.say(&point.place.word()));
    if matches!(how, Detail::Ends | Detail::Names) {
        let words = format!("{place}　{} × {}", point.efficiency.name, point.quality.name);
        return vec![line(words, Role::Small, INK)];
    }
    let mut told = vec![
        line(place, Role::Label, INK),
        ends_line(drawing, &point.efficiency),
        ends_line(drawing, &point.quality),
    ];
    if how == Detail::Sentence {
        let lines = canvas.lines(&point.sentence, Role::Small, room);
        told.extend(lines.into_iter().map(|words| line(words, Role::Small, FAINT)));
    }
    told
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_of_a_scale_are_round_and_say_their_sign() {
        assert_eq!([0.25, -0.5, 0.025].map(percent), ["+25%", "-50%", "+2.5%"]);
    }
}
