//! Words over a picture, in as many rows as keep them apart.

use super::plot::count;
use crate::report::chart::canvas::{Canvas, Role, Side};
use crate::report::chart::paint::INK;

/// Words that belong to a stretch of the picture.
#[derive(Debug, Clone)]
pub(super) struct Band {
    /// What they belong to.
    pub(super) place: usize,
    /// Where the stretch begins.
    pub(super) from: f64,
    /// Where it ends.
    pub(super) to: f64,
    /// Whether they stand over its middle, else they begin where it begins.
    pub(super) is_centred: bool,
    /// From long to short; all bands take the longest for which there is room.
    pub(super) texts: Vec<String>,
}

/// A band in its place.
struct Placed {
    place: usize,
    from: f64,
    to: f64,
    x: f64,
    row: usize,
    lines: Vec<String>,
}

/// Bands in rows.
pub(super) struct Bands {
    placed: Vec<Placed>,
    rows: usize,
    /// Bands for which there was no room.
    pub(super) left_out: usize,
}

/// Share of the picture that a text may take however far to the right it begins.
const NARROWEST: f64 = 0.3;
/// Rows that bands may take at most, however high the picture is.
const MOST_ROWS: usize = 24;
/// Between two bands of a row.
const GAP: f64 = 14.0;
/// Room over the letters of a row for what joins them to the picture.
const STEM: f64 = 9.0;

impl Bands {
    /// Puts bands into rows between left and right that are no higher than `most` together; what does not fit is shortened, and left
    /// out at last.
    pub(super) fn packed(canvas: &Canvas, bands: &[Band], ends: (f64, f64), most: f64) -> Self {
        let row = row(canvas);
        let most_rows = (1..=MOST_ROWS).rfind(|rows| count(*rows) * row <= most).unwrap_or(0);
        let lengths = bands.iter().map(|band| band.texts.len()).max().unwrap_or(0);
        let mut best = Self::in_rows(canvas, bands, ends, (0, most_rows));
        for length in 1..lengths {
            if best.left_out > 0 {
                best = Self::in_rows(canvas, bands, ends, (length, most_rows));
            }
        }
        best
    }

    fn in_rows(canvas: &Canvas, bands: &[Band], (left, right): (f64, f64), (length, most): (usize, usize)) -> Self {
        let gap = canvas.long(GAP);
        let mut all = Self {
            placed: Vec::new(),
            rows: 0,
            left_out: 0,
        };
        for band in bands {
            let Some(text) = band.texts.get(length).or(band.texts.last()) else {
                continue;
            };
            // A text rather takes more rows than it leaves its place.
            let beside = if band.is_centred {
                right - left
            } else {
                right - band.from
            };
            let lines = canvas.lines(
                text,
                Role::Small,
                beside.max((right - left) * NARROWEST) - canvas.long(5.0),
            );
            let wide = canvas.widest(lines.iter().map(String::as_str), Role::Small);
            let wanted = if band.is_centred {
                f64::midpoint(band.from, band.to) - wide / 2.0
            } else {
                band.from + canvas.long(5.0)
            };
            let x = wanted.min(right - wide).max(left);
            let own = Placed {
                place: band.place,
                from: band.from,
                to: band.to,
                x,
                row: 0,
                lines,
            };
            match (0..most).find(|row| all.is_free(canvas, &own, *row, (most, gap))) {
                Some(row) => {
                    all.rows = all.rows.max(row + own.lines.len());
                    all.placed.push(Placed { row, ..own });
                }
                None => all.left_out += 1,
            }
        }
        all
    }

    fn is_free(&self, canvas: &Canvas, own: &Placed, row: usize, (most, gap): (usize, f64)) -> bool {
        if row + own.lines.len() > most {
            return false;
        }
        let (from, to) = own.reach(canvas);
        self.placed.iter().all(|other| {
            let beside = other.row + other.lines.len() <= row || row + own.lines.len() <= other.row;
            let (begin, end) = other.reach(canvas);
            beside || to + gap <= begin || end + gap <= from
        })
    }

    /// Height of all rows.
    pub(super) fn height(&self, canvas: &Canvas) -> f64 {
        count(self.rows) * row(canvas)
    }

    /// Writes the words, the first row at the top.
    pub(super) fn draw(&self, canvas: &mut Canvas, top: f64) {
        let tall = row(canvas);
        for band in &self.placed {
            for (line, text) in band.lines.iter().enumerate() {
                let y = top + tall * count(band.row + line) + canvas.line(Role::Small) / 2.0;
                canvas.text(text, (band.x, y), (Role::Small, Side::Left), INK);
            }
        }
    }

    /// The height under the words of a place; `None` where they were left out.
    pub(super) fn line_under(&self, canvas: &Canvas, place: usize, top: f64) -> Option<f64> {
        let band = self.placed.iter().find(|band| band.place == place)?;
        let tall = row(canvas);
        // The line stands beside words that begin where it does, and under words that were moved away from it.
        let is_beside = band.x >= band.from;
        let rows = if is_beside {
            band.row
        } else {
            band.row + band.lines.len()
        };
        Some(top + tall * count(rows))
    }

    /// From where to where the stretch of a place goes, and the height under its words.
    pub(super) fn stretch(&self, canvas: &Canvas, place: usize, top: f64) -> Option<(f64, f64, f64)> {
        let band = self.placed.iter().find(|band| band.place == place)?;
        let y = top + row(canvas) * count(band.row + band.lines.len()) - canvas.long(STEM) / 2.0;
        Some((band.from, band.to, y))
    }
}

impl Placed {
    /// Everything that it takes of its row: the words and its stretch.
    fn reach(&self, canvas: &Canvas) -> (f64, f64) {
        let wide = canvas.widest(self.lines.iter().map(String::as_str), Role::Small);
        (self.x.min(self.from), (self.x + wide).max(self.to))
    }
}

/// Height of a row.
fn row(canvas: &Canvas) -> f64 {
    canvas.line(Role::Small) + canvas.long(STEM)
}
