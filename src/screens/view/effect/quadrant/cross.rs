//! The cross at no change, with the pairs by their numbers.

use ratatui::style::Style;
use ratatui::text::Line;

use super::number;
use crate::report::finding::{QuadrantFinding, QuadrantPlace, QuadrantPoint};
use crate::screens::figure::signed;
use crate::screens::pen::{Pen, Row};
use crate::screens::text::width;
use crate::screens::widget::bar::{as_f64, whole};

/// Lines of words around the fields.
const WORDS: usize = 4;

/// How large the fields are drawn; both lengths are odd, so that the cross has a middle.
pub struct Cross {
    columns: usize,
    rows: usize,
}

/// What stands in a cell; nothing where the sign before it reaches into it.
type Cell = Option<(String, Style)>;

impl Cross {
    /// As large as the room allows beside the list.
    pub fn of(cells: usize, rows: usize) -> Self {
        let odd = |length: usize| length - usize::from(length.is_multiple_of(2));
        Self {
            columns: odd((cells * 46 / 100).clamp(25, 71)),
            rows: odd(rows.saturating_sub(WORDS).clamp(5, 21)),
        }
    }

    /// Cells across.
    pub fn width(&self) -> usize {
        self.columns
    }

    /// The fields with their names, and the scales.
    pub fn lines(&self, found: &QuadrantFinding, chosen: usize, pen: &Pen) -> Vec<Line<'static>> {
        let [efficiency, quality] = found.reach();
        let percent = |share: f64| format!("{}%", signed(share * 100.0, 0));
        let mut lines = vec![
            self.words(&pen.get("quadrant-quality"), &percent(quality), "", pen),
            self.words(
                &pen.get("quadrant-short-costly"),
                "",
                &pen.get("quadrant-short-both"),
                pen,
            ),
        ];
        lines.extend(self.fields(found, [efficiency, quality], chosen, pen));
        lines.push(self.words(
            &pen.get("quadrant-short-neither"),
            &percent(-quality),
            &pen.get("quadrant-short-bought"),
            pen,
        ));
        lines.push(self.words(
            &percent(-efficiency),
            &pen.get("quadrant-efficiency"),
            &percent(efficiency),
            pen,
        ));
        lines
    }

    /// Words at the left end, in the middle and at the right end.
    fn words(&self, left: &str, middle: &str, right: &str, pen: &Pen) -> Line<'static> {
        let style = pen.theme().faint();
        let start = (self.columns / 2).saturating_sub(width(middle) / 2);
        let row = Row::new().text(left, style).to(start).text(middle, style);
        let end = self.columns.saturating_sub(width(right));
        row.to(end).text(right, style).line()
    }

    /// The cell of a change, from the left or from the top; what lies beyond the scale stands at the edge.
    fn cell(change: f64, reach: f64, cells: usize) -> usize {
        let part = (change / reach).clamp(-1.0, 1.0) / 2.0 + 0.5;
        whole((part * as_f64(cells.saturating_sub(1))).round())
    }

    fn place(&self, point: &QuadrantPoint, [efficiency, quality]: [f64; 2]) -> (usize, usize) {
        let column = Self::cell(point.efficiency.change, efficiency, self.columns);
        (column, Self::cell(-point.quality.change, quality, self.rows))
    }

    fn fields(&self, found: &QuadrantFinding, reach: [f64; 2], chosen: usize, pen: &Pen) -> Vec<Line<'static>> {
        let theme = pen.theme();
        let (middle, centre) = (self.columns / 2, self.rows / 2);
        let stroke = if pen.is_plain() { "-" } else { "─" };
        let mut cells: Vec<Vec<Cell>> = (0..self.rows)
            .map(|row| {
                let sign = |column: usize| match (column == middle, row == centre) {
                    (true, true) => "+",
                    (true, false) => pen.divider(),
                    (false, true) => stroke,
                    (false, false) => " ",
                };
                (0..self.columns)
                    .map(|column| Some((sign(column).to_owned(), theme.faint())))
                    .collect()
            })
            .collect();
        if let Some(point) = found.points.get(chosen) {
            self.interval(&mut cells, point, reach, theme.strong());
        }
        // The chosen pair stands exactly where it belongs; another gives way to the nearest free place.
        let mut order: Vec<(usize, &QuadrantPoint)> = found.points.iter().enumerate().collect();
        order.sort_by_key(|(place, _)| *place != chosen);
        let mut taken = vec![vec![false; self.columns]; self.rows];
        for (place, point) in order {
            let label = number(point);
            let (column, row) = self.free(self.place(point, reach), width(&label), &taken);
            let style = match (place == chosen, point.place) {
                (true, _) => theme.chosen(),
                (false, QuadrantPlace::Both) => theme.good(),
                (false, QuadrantPlace::Unclear) => theme.text(),
                (false, _) => theme.bad(),
            };
            for at in column..column + width(&label) {
                taken[row][at] = true;
                cells[row][at] = None;
            }
            cells[row][column] = Some((label, style));
        }
        cells
            .into_iter()
            .map(|row| {
                let parts = row.into_iter().flatten();
                parts
                    .fold(Row::new(), |row, (sign, style)| row.text(sign, style))
                    .line()
            })
            .collect()
    }

    /// Draws the intervals of a pair; an end beyond the scale stays open.
    fn interval(&self, cells: &mut [Vec<Cell>], point: &QuadrantPoint, reach: [f64; 2], style: Style) {
        let (column, row) = self.place(point, reach);
        let mut put = |column: usize, row: usize, sign: &str| cells[row][column] = Some((sign.to_owned(), style));
        if let Some(ends) = point.quality.interval {
            let [high, low] = ends.map(|end| Self::cell(-end, reach[1], self.rows));
            for at in low..=high {
                put(column, at, ":");
            }
        }
        if let Some(ends) = point.efficiency.interval {
            let [low, high] = ends.map(|end| Self::cell(end, reach[0], self.columns));
            for at in low..=high {
                put(at, row, "=");
            }
            for (at, end, sign) in [(low, ends[0], "["), (high, ends[1], "]")] {
                if end.abs() <= reach[0] {
                    put(at, row, sign);
                }
            }
        }
    }

    /// The free place for so many cells that is nearest to a cell.
    fn free(&self, (column, row): (usize, usize), cells: usize, taken: &[Vec<bool>]) -> (usize, usize) {
        let last = self.columns.saturating_sub(cells);
        let wanted = column.saturating_sub((cells - 1) / 2).min(last);
        let is_free = |(at, row): &(usize, usize)| {
            // A blank beside it keeps two numbers from reading as one.
            let from = at.saturating_sub(1);
            let to = (at + cells + 1).min(self.columns);
            taken[*row][from..to].iter().all(|taken| !taken)
        };
        let far = |(at, line): &(usize, usize)| {
            // A line is about twice as high as a cell is wide.
            at.abs_diff(wanted) + 2 * line.abs_diff(row)
        };
        let all = (0..self.rows).flat_map(|line| (0..=last).map(move |at| (at, line)));
        all.filter(is_free).min_by_key(far).unwrap_or((wanted, row))
    }
}
