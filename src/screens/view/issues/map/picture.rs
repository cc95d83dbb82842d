//! The map on a wide screen: four columns of boxes with lines between them.

use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::strokes::{Gap, Run};
use super::{Drawn, number};
use crate::issues::{CauseId, CauseLayer, MapPlace};
use crate::screens::pen::Row;
use crate::screens::text::{cut, pad, width, wrap};

/// Rows of a place: two of text and one free.
const TALL: usize = 3;
/// Cells between two columns.
const GAP: usize = 7;
/// Cells to the right of the last column where links within it run.
const ASIDE: usize = 4;

/// Rows at which the places of a column stand.
struct Columns<'a> {
    drawn: &'a Drawn<'a>,
    slots: usize,
    cells: usize,
}

/// The headings, and the rows of the map that fit with the chosen box among them.
pub(super) fn lines(drawn: &Drawn, cells: usize, rows: usize) -> Vec<Line<'static>> {
    let layout = &drawn.layout;
    let aside = if layout.within[3].is_empty() { 0 } else { ASIDE };
    let own = (cells - 3 * GAP - aside) / 4;
    let columns = Columns {
        drawn,
        slots: layout.columns.iter().map(Vec::len).max().unwrap_or(0),
        cells: own,
    };
    let gaps: [Gap; 4] = [GAP, GAP, GAP, aside].map(|wide| Gap::new(wide, columns.slots * TALL));
    let mut gaps = gaps;
    for (column, gap) in gaps.iter_mut().enumerate() {
        columns.link(column, gap);
    }
    let mut body: Vec<Vec<Span<'static>>> = vec![Vec::new(); columns.slots * TALL];
    for (column, gap) in gaps.iter().enumerate() {
        for (place, line) in columns.column(column).into_iter().zip(&mut body) {
            line.extend(place);
        }
        for (row, line) in body.iter_mut().enumerate() {
            line.extend(gap.spans(row, drawn.pen));
        }
    }
    let mut head = Row::new();
    for layer in CauseLayer::ALL {
        let name = drawn.pen.say(&layer.phrase());
        head = head.cell(&name, own, drawn.pen.theme().strong()).gap(GAP);
    }
    let chosen = layout.find(drawn.chosen);
    let top = chosen.map_or(0, |(column, place)| columns.row(column, place));
    let free = rows.saturating_sub(1);
    let all = body.len();
    let middle = top.saturating_sub(free.saturating_sub(TALL) / 2);
    let first = middle.min(all.saturating_sub(free));
    let seen = body.into_iter().skip(first).take(free).map(Line::from);
    std::iter::once(head.line()).chain(seen).collect()
}

impl Columns<'_> {
    /// The first row of a place; columns stand with their middles at one height.
    fn row(&self, column: usize, place: usize) -> usize {
        let own = self.drawn.layout.columns.get(column).map_or(0, Vec::len);
        ((self.slots - own.min(self.slots)) / 2 + place) * TALL
    }

    /// Row on which lines arrive at a place; they leave one row further down.
    fn arrives(&self, column: usize, place: usize) -> usize {
        self.row(column, place)
    }

    fn leaves(&self, column: usize, place: usize) -> usize {
        self.row(column, place) + 1
    }

    /// The lines of the gap behind a column.
    fn link(&self, column: usize, gap: &mut Gap) {
        let layout = &self.drawn.layout;
        let touches = |from: CauseId, to: CauseId| from == self.drawn.chosen || to == self.drawn.chosen;
        for (place, at) in layout.columns[column].iter().enumerate() {
            let row = self.leaves(column, place);
            let stretches = layout.stretches.get(column).into_iter().flatten();
            let onward = stretches.filter(|it| it.left == place).map(|it| Run {
                to: self.arrives(column + 1, it.right),
                back: false,
                ends: matches!(layout.columns[column + 1].get(it.right), Some(MapPlace::Box(_))),
                marked: touches(it.from, it.to),
            });
            let MapPlace::Box(id) = *at else {
                gap.draw(row, &onward.collect::<Vec<_>>());
                continue;
            };
            let own = layout.within[column].iter().filter(|(from, _)| *from == place);
            let within: Vec<Run> = own
                .filter_map(|(_, to)| {
                    let MapPlace::Box(other) = *layout.columns[column].get(*to)? else {
                        return None;
                    };
                    Some(Run {
                        to: self.arrives(column, *to),
                        back: true,
                        ends: true,
                        marked: touches(id, other),
                    })
                })
                .collect();
            gap.draw(row, &onward.chain(within).collect::<Vec<_>>());
        }
    }

    /// The rows of a column from top to bottom.
    fn column(&self, column: usize) -> Vec<Vec<Span<'static>>> {
        let blank = || vec![Span::raw(" ".repeat(self.cells))];
        let mut rows: Vec<Vec<Span<'static>>> = (0..self.slots * TALL).map(|_| blank()).collect();
        for (place, at) in self.drawn.layout.columns[column].iter().enumerate() {
            let first = self.row(column, place);
            let drawn = match at {
                MapPlace::Box(id) => self.boxed(*id, self.leads_on(column, place)),
                MapPlace::Passage { from, to } => {
                    let marked = *from == self.drawn.chosen || *to == self.drawn.chosen;
                    super::strokes::passage(self.cells, marked, self.drawn.pen)
                }
            };
            for (row, spans) in rows.iter_mut().skip(first).zip(drawn) {
                *row = spans;
            }
        }
        rows
    }

    /// Whether a line leaves a box, and whether that line is of the chosen box.
    fn leads_on(&self, column: usize, place: usize) -> Option<bool> {
        let layout = &self.drawn.layout;
        let chosen = self.drawn.chosen;
        let place_of = |id: CauseId| layout.find(id).map(|(_, place)| place);
        let onward = layout.stretches.get(column).into_iter().flatten();
        let onward = onward
            .filter(|it| it.left == place)
            .map(|it| it.from == chosen || it.to == chosen);
        let within = layout.within[column].iter().filter(|(from, _)| *from == place);
        let own_column = layout.find(chosen).is_some_and(|(of, _)| of == column);
        let within = within.map(|(from, to)| own_column && [Some(*from), Some(*to)].contains(&place_of(chosen)));
        onward.chain(within).reduce(|one, other| one || other)
    }

    /// The two rows of a box.
    fn boxed(&self, id: CauseId, leads_on: Option<bool>) -> Vec<Vec<Span<'static>>> {
        let pen = self.drawn.pen;
        let Some(it) = self.drawn.found.find(id) else {
            return Vec::new();
        };
        let theme = pen.theme();
        let style: Style = if id == self.drawn.chosen {
            theme.chosen()
        } else if self.drawn.sign(id) == " " {
            theme.text()
        } else {
            theme.strong()
        };
        // Here the heavy lines tell causes from what comes of them.
        let sign = if id == self.drawn.chosen { "*" } else { " " };
        let number = number(it, sign);
        let head = width(&number);
        let room = self.cells.saturating_sub(head + 1);
        let mut lines = wrap(&pen.clean(&it.text), room);
        if lines.len() > 2 {
            let rest = lines.split_off(1);
            lines.push(cut(&crate::screens::text::joined(&rest), room));
        }
        let first = lines.first().cloned().unwrap_or_default();
        let second = lines.get(1).cloned().unwrap_or_default();
        let top = vec![
            Span::styled(format!("{number}{}", pad(&first, room)), style),
            Span::raw(" "),
        ];
        // A line that leaves the box begins where its text ends.
        let used = if second.is_empty() { 0 } else { width(&second) + 1 };
        let mut below = vec![Span::raw(" ".repeat(head))];
        if !second.is_empty() {
            below.push(Span::styled(second, style));
            below.push(Span::raw(" "));
        }
        let free = (room + 1).saturating_sub(used);
        below.push(match leads_on {
            None => Span::raw(" ".repeat(free)),
            Some(marked) => super::strokes::level(free, marked, pen),
        });
        vec![top, below]
    }
}
