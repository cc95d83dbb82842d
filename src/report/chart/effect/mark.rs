//! Marks whose shape alone says what they mean: on a grey printer two colours are one.

use crate::effect::Verdict;
use crate::report::chart::canvas::{Canvas, Rect};
use crate::report::chart::paint::{Colour, FAINT, Fill, INK, WHITE};

/// A change in the good direction.
pub(super) const GOOD: Colour = Colour(0x00, 0x72, 0xB2);
/// A change in the bad direction.
pub(super) const BAD: Colour = Colour(0xD5, 0x5E, 0x00);

/// The shape of a mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark {
    /// A full dot.
    Dot,
    /// A full square.
    Square,
    /// A ring.
    Ring,
    /// An empty square.
    Frame,
}

/// The mark of a verdict.
pub(super) fn of(verdict: Verdict) -> (Mark, Colour) {
    match verdict {
        Verdict::Improved => (Mark::Dot, GOOD),
        Verdict::Worse => (Mark::Square, BAD),
        Verdict::NotShown => (Mark::Ring, INK),
        Verdict::NotDecidable => (Mark::Frame, FAINT),
    }
}

/// Draws a mark with a white edge, so that it is seen on lines.
pub(super) fn draw(canvas: &mut Canvas, (mark, colour): (Mark, Colour), (x, y): (f64, f64), radius: f64) {
    let edge = canvas.long(2.0).max(1.0);
    let square = |half: f64| Rect::new(x - half, y - half, x + half, y + half);
    match mark {
        Mark::Dot | Mark::Ring => {
            canvas.dot((x, y), radius + edge, WHITE);
            canvas.dot((x, y), radius, colour);
        }
        Mark::Square | Mark::Frame => {
            canvas.area(square(radius * 0.9 + edge), Fill::plain(WHITE));
            canvas.area(square(radius * 0.9), Fill::plain(colour));
        }
    }
    // Whole pixels, so that the ring of a small mark does not break.
    let hollow = (radius.round() - canvas.long(3.6).round().max(2.0)).max(1.0);
    match mark {
        Mark::Ring => canvas.dot((x, y), hollow, WHITE),
        Mark::Frame => canvas.area(square(hollow * 0.9), Fill::plain(WHITE)),
        Mark::Dot | Mark::Square => {}
    }
}

/// Draws an interval along a line with a stroke at either end.
pub(super) fn interval(canvas: &mut Canvas, [from, to]: [(f64, f64); 2], cap: f64, (colour, wide): (Colour, f64)) {
    canvas.stroke(&[from, to], colour, wide);
    let is_level = (from.1 - to.1).abs() < (from.0 - to.0).abs();
    for (x, y) in [from, to] {
        let ends = if is_level {
            [(x, y - cap), (x, y + cap)]
        } else {
            [(x - cap, y), (x + cap, y)]
        };
        canvas.stroke(&ends, colour, wide);
    }
}
