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
    let mut marks = vec![(zero, "0".to_owned())];
    if interval.is_some() {
        marks.push((from, signed(low, decimals)));
        marks.push((to, signed(high, decimals)));
    }
    Some([row.line(), labels(pen, marks, cells)])
}

/// Writes labels under their cells; the first given wins where two would touch.
fn labels(pen: &Pen, marks: Vec<(usize, String)>, cells: usize) -> Line<'static> {
    let mut placed: Vec<(usize, String)> = Vec::new();
    for (cell, label) in marks {
        let length = width(&label);
        let start = cell.saturating_sub(length / 2).min(cells.saturating_sub(length));
        let free = placed
            .iter()
            .all(|(other, text)| start + length < *other || *other + width(text) < start);
        if free {
            placed.push((start, label));
        }
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
    fn without_an_interval_the_difference_stands_alone() {
        let [bar, marks] = drawn(-5.0, None).unwrap();
        assert!(bar.contains('*') && !bar.contains('['), "{bar}");
        assert_eq!(marks.trim(), "0");
        assert_eq!(drawn(0.0, None), None);
    }
}
