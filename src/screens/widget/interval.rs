//! A difference with its interval on a scale that shows zero.

use ratatui::style::Style;
use ratatui::text::Line;

use super::bar::{as_f64, whole};
use crate::screens::figure::signed;
use crate::screens::pen::{Pen, Row};
use crate::screens::text::{pad_left, width};

/// A scale from `low` to `high` with places in cells.
struct Scale {
    low: f64,
    high: f64,
    cells: usize,
}

impl Scale {
    /// The cell of a value; values outside stand at the end.
    fn cell(&self, value: f64) -> usize {
        let length = as_f64(self.cells.saturating_sub(1));
        let place = (value - self.low) / (self.high - self.low) * length;
        whole(place.round()).min(self.cells.saturating_sub(1))
    }
}

/// Two lines: the difference with its interval, and the scale below it. `None` without room or without any spread.
pub fn lines(
    pen: &Pen,
    difference: f64,
    interval: Option<[f64; 2]>,
    decimals: u8,
    cells: usize,
    style: Style,
) -> Option<[Line<'static>; 2]> {
    let [low, high] = interval.unwrap_or([difference, difference]);
    let ends = [low.min(0.0), high.max(0.0)];
    let spread = ends[1] - ends[0];
    if cells < 20 || spread <= 0.0 {
        return None;
    }
    let scale = Scale {
        low: ends[0] - spread * 0.08,
        high: ends[1] + spread * 0.08,
        cells,
    };
    let (from, to, at, zero) = (
        scale.cell(low),
        scale.cell(high),
        scale.cell(difference),
        scale.cell(0.0),
    );
    let theme = pen.theme();
    let stroke = if pen.is_plain() { "-" } else { "─" };
    let mut row = Row::new();
    for cell in 0..cells {
        row = if cell == at {
            row.text("*", style)
        } else if interval.is_some() && cell == from {
            row.text("[", style)
        } else if interval.is_some() && cell == to {
            row.text("]", style)
        } else if interval.is_some() && (from..to).contains(&cell) {
            row.text("=", style)
        } else if cell == zero {
            row.text(pen.divider(), theme.strong())
        } else {
            row.text(stroke, theme.faint())
        };
    }
    let ends = interval.map(|ends| [(from, signed(ends[0], decimals)), (to, signed(ends[1], decimals))]);
    Some([row.line(), labels(pen, ends, zero, cells)])
}

/// Where a label begins that stands under the middle of its cell.
fn under(cell: usize, label: &str, cells: usize) -> usize {
    let length = width(label);
    cell.saturating_sub(length / 2).min(cells.saturating_sub(length))
}

/// Writes both ends under their cells, moved apart where they would touch, and zero where they leave it room.
fn labels(pen: &Pen, ends: Option<[(usize, String); 2]>, zero: usize, cells: usize) -> Line<'static> {
    let mut placed: Vec<(usize, String)> = Vec::new();
    if let Some([(from, low), (to, high)]) = ends {
        let lengths = [width(&low), width(&high)];
        let (mut left, mut right) = (under(from, &low, cells), under(to, &high, cells));
        if left + lengths[0] >= right {
            let middle = usize::midpoint(from, to);
            right = (middle.max(lengths[0]) + 1).min(cells.saturating_sub(lengths[1]));
            left = right.saturating_sub(lengths[0] + 1);
        }
        placed.extend([(left, low), (right, high)]);
    }
    let start = under(zero, "0", cells);
    if placed
        .iter()
        .all(|(other, label)| start + 1 < *other || *other + width(label) < start)
    {
        placed.push((start, "0".to_owned()));
    }
    placed.sort_by_key(|(start, _)| *start);
    let mut line = String::new();
    for (start, label) in placed {
        line = format!("{line}{}", pad_left(&label, start + width(&label) - width(&line)));
    }
    Line::styled(line, pen.theme().faint())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::screens::theme::Theme;
    use crate::text::{Lang, Text};

    fn drawn(difference: f64, interval: Option<[f64; 2]>) -> Option<[String; 2]> {
        let pen = Pen::new(Text::new(Lang::En), Theme::NoColour, true);
        lines(&pen, difference, interval, 0, 40, Style::new()).map(|lines| lines.map(|line| line.to_string()))
    }

    #[test]
    fn an_interval_that_leaves_zero_out_is_seen_beside_it() {
        let [bar, marks] = drawn(-25.0, Some([-31.0, -19.0])).unwrap();
        assert!(bar.find(']').unwrap() < bar.find('|').unwrap(), "{bar}");
        assert_eq!(marks.trim_start(), "-31          -19                  0");
        assert_eq!(bar.len(), 40);
    }

    #[test]
    fn an_interval_over_zero_covers_it() {
        let [bar, _] = drawn(-1.0, Some([-5.0, 4.0])).unwrap();
        assert!(bar.contains('[') && bar.contains(']') && !bar.contains('|'), "{bar}");
    }

    #[test]
    fn both_ends_are_read_however_near_they_are_to_zero_or_to_each_other() {
        for (interval, read) in [
            ([-0.6, 69.0], "-1 +69"),
            ([-75.0, -0.6], "-75 -1"),
            ([-31.0, -30.0], "-31 -30 0"),
            ([30.0, 31.0], "0 +30 +31"),
            ([-1.0, 2.0], "-1 0 +2"),
            ([-900.0, 20.0], "-900 +20"),
        ] {
            let [_, marks] = drawn(f64::midpoint(interval[0], interval[1]), Some(interval)).unwrap();
            assert_eq!(marks.split_whitespace().collect::<Vec<_>>().join(" "), read);
            assert!(marks.len() <= 40, "{marks}");
        }
    }

    #[test]
    fn without_an_interval_the_difference_stands_alone() {
        let [bar, marks] = drawn(-5.0, None).unwrap();
        assert!(bar.contains('*') && !bar.contains('['), "{bar}");
        assert_eq!(marks.trim(), "0");
        assert_eq!(drawn(0.0, None), None);
    }
}
