//! A picture as a list of areas, lines and words, before it becomes dots or a drawing.

use super::letters::Letters;
use super::paint::{Colour, Fill, Pattern};

/// A rectangle; right and bottom are the first pixels outside.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Rect {
    pub(super) left: i32,
    pub(super) top: i32,
    pub(super) right: i32,
    pub(super) bottom: i32,
}

impl Rect {
    pub(super) fn new(left: f64, top: f64, right: f64, bottom: f64) -> Self {
        Self {
            left: whole(left),
            top: whole(top),
            right: whole(right),
            bottom: whole(bottom),
        }
    }

    pub(super) fn width(self) -> f64 {
        f64::from(self.right - self.left)
    }

    pub(super) fn height(self) -> f64 {
        f64::from(self.bottom - self.top)
    }
}

/// The nearest whole pixel.
pub(super) fn whole(value: f64) -> i32 {
    #[expect(clippy::cast_possible_truncation, reason = "a place on a picture")]
    let value = value.round() as i32;
    value
}

/// What letters are for; it decides their size.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// What the picture is.
    Title,
    /// How it is to be read.
    Lead,
    /// Names and figures.
    Label,
    /// Axes, and what it is made from.
    Small,
}

/// To which side of its place a text stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    /// It begins there.
    Left,
    /// Its middle is there.
    Middle,
    /// It ends there.
    Right,
}

/// One line of text.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Words {
    pub(super) text: String,
    /// Where it begins.
    pub(super) x: f64,
    /// The middle of its height.
    pub(super) y: f64,
    pub(super) size: f64,
    pub(super) width: f64,
    pub(super) colour: Colour,
}

/// Something that is no text.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Shape {
    Area(Rect, Fill),
    Line {
        points: Vec<(i32, i32)>,
        colour: Colour,
        wide: u32,
    },
    Dot {
        at: (i32, i32),
        radius: u32,
        colour: Colour,
    },
}

/// A picture while it is being drawn.
#[derive(Debug, Clone)]
pub(super) struct Canvas {
    pub(super) width: u32,
    pub(super) height: u32,
    pub(super) shapes: Vec<Shape>,
    pub(super) words: Vec<Words>,
    /// What the picture shows, in one line.
    pub(super) title: String,
    pub(super) letters: Letters,
    scale: f64,
}

impl Canvas {
    pub(super) fn new(width: u32, height: u32) -> Self {
        let scale = (f64::from(width) / 1600.0).min(f64::from(height) / 1000.0);
        Self {
            width,
            height,
            shapes: Vec::new(),
            words: Vec::new(),
            title: String::new(),
            letters: Letters::new(),
            // Letters shrink less than the picture: half as large they could hardly be read.
            scale: scale.powf(0.7),
        }
    }

    /// A length that is so many pixels on a picture of 1600 × 1000.
    pub(super) fn long(&self, pixels: f64) -> f64 {
        pixels * self.scale
    }

    /// Width of a line of so many pixels on a picture of 1600 × 1000; at least one.
    pub(super) fn wide(&self, pixels: f64) -> u32 {
        u32::try_from(whole(pixels * self.scale)).unwrap_or(1).max(1)
    }

    /// Size of letters.
    pub(super) fn size(&self, role: Role) -> f64 {
        self.long(match role {
            Role::Title => 32.0,
            Role::Lead => 19.0,
            Role::Label => 18.0,
            Role::Small => 15.5,
        })
    }

    /// Height of a line of text.
    pub(super) fn line(&self, role: Role) -> f64 {
        self.size(role) * 1.45
    }

    pub(super) fn measure(&self, text: &str, role: Role) -> f64 {
        self.letters.width(text, self.size(role))
    }

    /// The widest of several texts.
    pub(super) fn widest<'t>(&self, texts: impl IntoIterator<Item = &'t str>, role: Role) -> f64 {
        texts
            .into_iter()
            .map(|text| self.measure(text, role))
            .fold(0.0, f64::max)
    }

    pub(super) fn area(&mut self, rect: Rect, fill: Fill) {
        if rect.right > rect.left && rect.bottom > rect.top {
            self.shapes.push(Shape::Area(rect, fill));
        }
    }

    pub(super) fn stroke(&mut self, points: &[(f64, f64)], colour: Colour, wide: f64) {
        self.shapes.push(Shape::Line {
            points: points.iter().map(|(x, y)| (whole(*x), whole(*y))).collect(),
            colour,
            wide: self.wide(wide),
        });
    }

    /// Draws a line in dashes.
    pub(super) fn dashes(&mut self, points: &[(f64, f64)], colour: Colour, wide: f64) {
        let (dash, gap) = (self.long(8.0).max(3.0), self.long(6.0).max(3.0));
        let mut done = 0.0;
        let mut part: Vec<(f64, f64)> = Vec::new();
        for pair in points.windows(2) {
            let [(x, y), (to_x, to_y)] = pair else { continue };
            let long = (to_x - x).hypot(to_y - y);
            let mut at = 0.0;
            while at < long {
                let phase = done % (dash + gap);
                let is_dash = phase < dash;
                let rest = if is_dash { dash - phase } else { dash + gap - phase };
                let step = rest.max(0.01).min(long - at);
                let point = |at: f64| (x + (to_x - x) * at / long, y + (to_y - y) * at / long);
                if is_dash {
                    if part.is_empty() {
                        part.push(point(at));
                    }
                    part.push(point(at + step));
                }
                if !is_dash && !part.is_empty() {
                    self.stroke(&std::mem::take(&mut part), colour, wide);
                }
                at += step;
                done += step;
            }
        }
        if !part.is_empty() {
            self.stroke(&part, colour, wide);
        }
    }

    pub(super) fn dot(&mut self, (x, y): (f64, f64), radius: f64, colour: Colour) {
        self.shapes.push(Shape::Dot {
            at: (whole(x), whole(y)),
            radius: u32::try_from(whole(radius)).unwrap_or(1).max(1),
            colour,
        });
    }

    /// Writes a line of text with the middle of its height at `y`.
    pub(super) fn text(&mut self, text: &str, (x, y): (f64, f64), (role, side): (Role, Side), colour: Colour) {
        self.sized(text, (x, y), (self.size(role), side), colour);
    }

    /// Writes a line of text of a size of its own.
    pub(super) fn sized(&mut self, text: &str, (x, y): (f64, f64), (size, side): (f64, Side), colour: Colour) {
        let text: String = text.chars().filter(|letter| !letter.is_control()).collect();
        if text.is_empty() {
            return;
        }
        let width = self.letters.width(&text, size);
        let x = match side {
            Side::Left => x,
            Side::Middle => x - width / 2.0,
            Side::Right => x - width,
        };
        self.words.push(Words {
            text,
            x,
            y,
            size,
            width,
            colour,
        });
    }

    /// Writes text on a ground of its own, where it lies on a pattern.
    pub(super) fn plate(&mut self, text: &str, (x, y): (f64, f64), role: Role, fill: Fill) {
        let (half, tall) = (self.measure(text, role) / 2.0 + self.long(4.0), self.size(role) * 0.62);
        if fill.pattern != Pattern::Plain {
            self.area(
                Rect::new(x - half, y - tall, x + half, y + tall),
                Fill::plain(fill.colour),
            );
        }
        self.text(text, (x, y), (role, Side::Middle), fill.colour.letters());
    }

    /// The largest size up to that of the role at which a text is no wider than this, and not under 60 % of it; what is
    /// still too wide is cut with `…`.
    pub(super) fn fitted(&self, text: &str, role: Role, room: f64) -> (String, f64) {
        let size = self.size(role);
        let width = self.letters.width(text, size);
        if width <= room {
            return (text.to_owned(), size);
        }
        let smaller = (size * room / width).max(size * 0.6);
        let mut short = text.to_owned();
        while self.letters.width(&short, smaller) > room + 0.5 && short.chars().count() > 1 {
            short = short.trim_end_matches('…').to_owned();
            short.pop();
            short.push('…');
        }
        (short, smaller)
    }

    /// Breaks a text into lines that are no wider than this: between words, or between full-width letters.
    pub(super) fn lines(&self, text: &str, role: Role, room: f64) -> Vec<String> {
        let mut lines = Vec::new();
        let mut line = String::new();
        for piece in pieces(text) {
            let tried = format!("{line}{piece}");
            if !line.is_empty() && self.measure(tried.trim_end(), role) > room {
                lines.push(line.trim_end().to_owned());
                piece.trim_start().clone_into(&mut line);
            } else {
                line = tried;
            }
        }
        if !line.trim_end().is_empty() {
            lines.push(line.trim_end().to_owned());
        }
        lines
    }
}

/// What must not begin a line.
const NOT_FIRST: &str = "、。，．・：；？！）」』】〕ー％,.:;)%";
/// What must not end a line.
const NOT_LAST: &str = "（「『【〔(";

/// What stays with the number before it.
const UNITS: &str = "分人票日時";

/// The parts of a text between which a line may end.
fn pieces(text: &str) -> Vec<String> {
    let mut pieces: Vec<String> = Vec::new();
    let mut last: Option<char> = None;
    for letter in text.chars() {
        let narrow = |letter: char| letter.is_ascii() && letter != ' ';
        let joined = last.is_none_or(|last| {
            NOT_LAST.contains(last)
                || letter == ' '
                || (narrow(last) && narrow(letter))
                || (last.is_ascii_digit() && UNITS.contains(letter))
                || NOT_FIRST.contains(letter)
        });
        match pieces.last_mut() {
            Some(piece) if joined => piece.push(letter),
            _ => pieces.push(letter.to_string()),
        }
        last = Some(letter);
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_keep_words_and_numbers_whole_and_no_mark_begins_one() {
        let canvas = Canvas::new(1600, 1000);
        let text = "取組前：12人、36票（2025-10-06〜2025-10-08）、記入 15,840分。Records and documents";
        for room in [160.0, 222.0, 333.0] {
            let lines = canvas.lines(text, Role::Small, room);
            assert_eq!(lines.concat().replace(' ', ""), text.replace(' ', ""));
            for line in &lines {
                assert!(!line.starts_with(|c| NOT_FIRST.contains(c)), "{line}");
                assert!(canvas.measure(line, Role::Small) <= room, "{line}");
            }
            assert!(lines.iter().any(|line| line.contains("15,840分")));
        }
    }

    #[test]
    fn a_long_text_shrinks_before_it_is_cut() {
        let canvas = Canvas::new(1600, 1000);
        let wide = canvas.measure("記録・文書作成", Role::Label);
        let (text, size) = canvas.fitted("記録・文書作成", Role::Label, wide * 0.8);
        assert_eq!(text, "記録・文書作成");
        assert!(size < canvas.size(Role::Label));
        let (text, size) = canvas.fitted("記録・文書作成", Role::Label, wide * 0.3);
        assert!(text.ends_with('…'));
        assert!(canvas.letters.width(&text, size) <= wide * 0.3 + 0.5);
    }
}
