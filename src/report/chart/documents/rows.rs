//! Rows of a chart: a name at the left, a picture in the middle, words at the right.

use super::Drawing;
use crate::phrase::phrase;
use crate::report::chart::canvas::{Canvas, Rect, Role, Side};
use crate::report::chart::paint::{FAINT, INK, RULE};

/// What stands beside the picture of a row.
pub(super) struct Told {
    pub(super) name: String,
    /// Under the name.
    pub(super) under: String,
    /// At the right.
    pub(super) said: String,
}

/// Where the columns stand.
pub(super) struct Columns {
    left: f64,
    names: f64,
    /// Ends of the picture.
    pub(super) picture: (f64, f64),
    said: (f64, f64),
    right: f64,
}

impl Columns {
    /// So wide that names and words fit; figures at the ends of bars have a room of their own in the picture.
    pub(super) fn new(canvas: &Canvas, told: &[Told], room: Rect) -> Self {
        let gap = canvas.long(16.0);
        let (left, right) = (f64::from(room.left), f64::from(room.right));
        let names = canvas
            .widest(told.iter().map(|it| it.name.as_str()), Role::Label)
            .clamp(room.width() * 0.12, room.width() * 0.24);
        let said = canvas
            .widest(told.iter().map(|it| it.said.as_str()), Role::Label)
            .min(room.width() * 0.24);
        Self {
            left,
            names,
            picture: (left + names + gap, right - said - gap),
            said: (right - said, said),
            right,
        }
    }

    /// Writes what stands beside the picture of a row, and a thin line above it.
    pub(super) fn tell(&self, canvas: &mut Canvas, told: &Told, (top, each): (f64, f64)) {
        canvas.stroke(&[(self.left, top), (self.right, top)], RULE, 1.0);
        let y = top + each / 2.0;
        let (label, small) = (canvas.line(Role::Label), canvas.line(Role::Small));
        let two = !told.under.is_empty() && label + small <= each;
        let at = if two { y - small / 2.0 } else { y };
        let (name, size) = canvas.fitted(&told.name, Role::Label, self.names);
        canvas.sized(&name, (self.left, at), (size, Side::Left), INK);
        if two {
            let (under, size) = canvas.fitted(&told.under, Role::Small, self.names);
            canvas.sized(
                &under,
                (self.left, at + f64::midpoint(label, small)),
                (size, Side::Left),
                FAINT,
            );
        }
        let (said, size) = canvas.fitted(&told.said, Role::Label, self.said.1);
        canvas.sized(&said, (self.said.0, y), (size, Side::Left), INK);
    }

    /// Says how many kinds have no room.
    pub(super) fn rest(&self, canvas: &mut Canvas, drawing: &Drawing, rest: usize, y: f64) {
        let said = drawing.text.say(&phrase("papers-chart-rest").with("kinds", rest));
        canvas.text(&said, (self.left, y), (Role::Small, Side::Left), FAINT);
    }
}

/// How many of so many rows have room, and how high each is.
pub(super) fn fitting(room: f64, rows: usize, least: f64, most: f64) -> (usize, f64) {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "some dozens, never fewer than none"
    )]
    let fit = (room / least.max(1.0)).max(1.0) as usize;
    let shown = rows.min(fit);
    let count = f64::from(u32::try_from(shown.max(1)).unwrap_or(u32::MAX));
    (shown, (room / count).min(most))
}
