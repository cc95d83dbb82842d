//! Rows of marks on a scale from 0 to 100 %, each mark with a form of its own, so that grey paper tells them apart.

use crate::report::chart::canvas::{Canvas, Rect, Role, Side};
use crate::report::chart::paint::{AXIS, Colour, FAINT, Fill, INK, RULE, WHITE};

const BLUE: Colour = Colour(0x00, 0x72, 0xB2);
const ORANGE: Colour = Colour(0xE6, 0x9F, 0x00);
/// Space between names, scale and figures.
const GAP: f64 = 20.0;

/// The form of a mark.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark {
    /// A small dark dot.
    All,
    /// A blue dot.
    Circle,
    /// An orange square with a dark border.
    Square,
    /// A ring.
    Hollow,
}

/// A mark at its share, with the interval where it has one.
#[derive(Debug, Clone)]
pub(super) struct Shown {
    pub(super) mark: Mark,
    pub(super) at: f64,
    pub(super) interval: Option<[f64; 2]>,
}

/// Marks on one height, joined where there are two, and what stands beside them.
#[derive(Debug, Clone)]
pub(super) struct Part {
    pub(super) marks: Vec<Shown>,
    pub(super) said: String,
}

/// A viewpoint.
#[derive(Debug, Clone)]
pub(super) struct Line {
    pub(super) name: String,
    pub(super) parts: [Part; 2],
}

/// Where names, scale and figures stand.
pub(super) struct Plot {
    room: Rect,
    names: f64,
    left: f64,
    right: f64,
    figures: f64,
    top: f64,
    each: f64,
}

impl Plot {
    pub(super) fn new(canvas: &mut Canvas, room: Rect, legend: &[(Mark, String)], lines: &[Line]) -> Self {
        let top = legend_above(canvas, room, legend);
        let bottom = f64::from(room.bottom) - canvas.line(Role::Small) * 1.2;
        let said = lines.iter().flat_map(|line| &line.parts).map(|part| part.said.as_str());
        let figures = canvas.widest(said, Role::Small).min(room.width() * 0.42);
        let names = canvas
            .widest(lines.iter().map(|line| line.name.as_str()), Role::Label)
            .min(room.width() * 0.25);
        let gap = canvas.long(GAP);
        #[expect(clippy::cast_precision_loss, reason = "some viewpoints")]
        let each = (bottom - top) / lines.len().max(1) as f64;
        Self {
            room,
            names,
            left: f64::from(room.left) + names + gap,
            right: f64::from(room.right) - figures - gap,
            figures,
            top,
            each: each.min(canvas.long(150.0)),
        }
    }

    pub(super) fn draw(&self, canvas: &mut Canvas, lines: &[Line]) {
        #[expect(clippy::cast_precision_loss, reason = "some viewpoints")]
        let bottom = self.top + self.each * lines.len() as f64;
        self.scale(canvas, bottom);
        let mut top = self.top;
        for line in lines {
            self.line(canvas, line, top);
            top += self.each;
        }
    }

    fn x(&self, share: f64) -> f64 {
        self.left + (self.right - self.left) * share
    }

    fn scale(&self, canvas: &mut Canvas, bottom: f64) {
        let y = bottom + canvas.line(Role::Small) * 0.6;
        for (part, said) in [(0.0, "0%"), (0.25, "25%"), (0.5, "50%"), (0.75, "75%"), (1.0, "100%")] {
            let colour = if part > 0.0 { RULE } else { AXIS };
            canvas.stroke(&[(self.x(part), self.top), (self.x(part), bottom)], colour, 1.0);
            canvas.text(said, (self.x(part), y), (Role::Small, Side::Middle), FAINT);
        }
    }

    fn line(&self, canvas: &mut Canvas, line: &Line, top: f64) {
        let left = f64::from(self.room.left);
        canvas.stroke(&[(left, top), (f64::from(self.room.right), top)], RULE, 1.0);
        self.name(canvas, &line.name, top + self.each / 2.0);
        for (part, height) in line.parts.iter().zip([0.29, 0.71]) {
            let y = top + self.each * height;
            self.part(canvas, part, y);
            let (said, size) = canvas.fitted(&part.said, Role::Small, self.figures);
            canvas.sized(&said, (self.right + canvas.long(GAP), y), (size, Side::Left), INK);
        }
    }

    fn name(&self, canvas: &mut Canvas, name: &str, middle: f64) {
        let mut lines = canvas.lines(name, Role::Label, self.names);
        let tall = canvas.line(Role::Label) * 0.86;
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a few lines")]
        let most = ((self.each / tall) as usize).clamp(1, 3);
        if lines.len() > most {
            let rest = lines.split_off(most - 1).concat();
            lines.push(rest);
        }
        #[expect(clippy::cast_precision_loss, reason = "a few lines")]
        let mut y = middle - tall * (lines.len() as f64 - 1.0) / 2.0;
        for line in &lines {
            let (said, size) = canvas.fitted(line, Role::Label, self.names);
            canvas.sized(&said, (f64::from(self.room.left), y), (size, Side::Left), INK);
            y += tall;
        }
    }

    fn part(&self, canvas: &mut Canvas, part: &Part, y: f64) {
        if let [one, other] = part.marks.as_slice() {
            canvas.stroke(&[(self.x(one.at), y), (self.x(other.at), y)], AXIS, 3.0);
        }
        let half = canvas.long(8.0).min(self.each * 0.16);
        for shown in &part.marks {
            if let Some([low, high]) = shown.interval {
                let (low, high) = (self.x(low), self.x(high));
                canvas.stroke(&[(low, y), (high, y)], FAINT, 2.2);
                for end in [low, high] {
                    canvas.stroke(&[(end, y - half * 0.7), (end, y + half * 0.7)], FAINT, 2.2);
                }
            }
            mark(canvas, shown.mark, (self.x(shown.at), y), half);
        }
    }
}

fn mark(canvas: &mut Canvas, mark: Mark, (x, y): (f64, f64), half: f64) {
    match mark {
        Mark::All => canvas.dot((x, y), half * 0.8, INK),
        Mark::Circle => canvas.dot((x, y), half, BLUE),
        Mark::Square => {
            let fill = Fill {
                border: Some(INK),
                ..Fill::plain(ORANGE)
            };
            canvas.area(Rect::new(x - half, y - half, x + half, y + half), fill);
        }
        Mark::Hollow => {
            canvas.dot((x, y), half, INK);
            canvas.dot((x, y), half * 0.62, WHITE);
        }
    }
}

/// Writes what the marks are; gives the height below.
fn legend_above(canvas: &mut Canvas, room: Rect, legend: &[(Mark, String)]) -> f64 {
    let tall = canvas.line(Role::Label);
    let (left, right) = (f64::from(room.left), f64::from(room.right));
    let half = canvas.long(8.0);
    let (mut x, mut y) = (left, f64::from(room.top) + tall / 2.0);
    for (kind, name) in legend {
        let width = half * 3.0 + canvas.measure(name, Role::Label);
        if x > left && x + width > right {
            x = left;
            y += tall;
        }
        mark(canvas, *kind, (x + half, y), half);
        canvas.text(name, (x + half * 3.0, y), (Role::Label, Side::Left), INK);
        x += width + canvas.long(30.0);
    }
    y + tall / 2.0 + canvas.long(8.0)
}
