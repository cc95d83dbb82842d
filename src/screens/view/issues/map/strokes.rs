//! Lines between columns, drawn cell by cell; those of the chosen box are heavy.

use ratatui::style::Style;
use ratatui::text::Span;

use crate::screens::pen::Pen;

const UP: u8 = 1;
const DOWN: u8 = 2;
const LEFT: u8 = 4;
const RIGHT: u8 = 8;

/// Letters by the directions in which a line goes on from a cell.
const LIGHT: [&str; 16] = [
    " ", "│", "│", "│", "─", "┘", "┐", "┤", "─", "└", "┌", "├", "─", "┴", "┬", "┼",
];
const HEAVY: [&str; 16] = [
    " ", "┃", "┃", "┃", "━", "┛", "┓", "┫", "━", "┗", "┏", "┣", "━", "┻", "┳", "╋",
];

/// A line that arrives somewhere.
#[derive(Debug, Clone, Copy)]
pub(super) struct Run {
    /// Row on which it arrives.
    pub(super) to: usize,
    /// Whether it comes back to the column from which it left.
    pub(super) back: bool,
    /// Whether it ends there, with an arrow.
    pub(super) ends: bool,
    /// Whether it is a line of the chosen box.
    pub(super) marked: bool,
}

#[derive(Debug, Clone, Copy, Default)]
struct Cell {
    light: u8,
    heavy: u8,
    arrow: Option<&'static str>,
}

/// The cells between two columns.
pub(super) struct Gap {
    wide: usize,
    cells: Vec<Vec<Cell>>,
    /// Rows that are taken by upright lines, lane by lane.
    lanes: Vec<Vec<(usize, usize)>>,
}

impl Gap {
    pub(super) fn new(wide: usize, rows: usize) -> Self {
        Self {
            wide,
            cells: vec![vec![Cell::default(); wide]; rows],
            lanes: vec![Vec::new(); wide.saturating_sub(2)],
        }
    }

    /// Draws the lines that leave one place on this row.
    pub(super) fn draw(&mut self, row: usize, runs: &[Run]) {
        if runs.is_empty() || self.lanes.is_empty() {
            return;
        }
        let rows = || runs.iter().map(|run| run.to).chain([row]);
        let span = (rows().min().unwrap_or(row), rows().max().unwrap_or(row));
        let lane = self.lane(span);
        for run in runs {
            self.run(row, lane + 1, run);
        }
    }

    /// The first lane that is free along these rows, else the one with the fewest lines.
    fn lane(&mut self, (top, bottom): (usize, usize)) -> usize {
        let meets = |taken: &[(usize, usize)]| taken.iter().filter(|(from, to)| *from <= bottom && top <= *to).count();
        let order = (0..self.lanes.len()).min_by_key(|lane| (meets(&self.lanes[*lane]), *lane));
        let lane = order.unwrap_or(0);
        self.lanes[lane].push((top, bottom));
        lane
    }

    fn run(&mut self, row: usize, lane: usize, run: &Run) {
        let mut stroke = |row: usize, column: usize, ways: u8| {
            if let Some(cell) = self.cells.get_mut(row).and_then(|line| line.get_mut(column)) {
                cell.light |= ways;
                if run.marked {
                    cell.heavy |= ways;
                }
            }
        };
        for column in 0..lane {
            stroke(row, column, LEFT | RIGHT);
        }
        let (turn, arrive) = match run.to.cmp(&row) {
            std::cmp::Ordering::Less => (UP, DOWN),
            std::cmp::Ordering::Equal => (0, 0),
            std::cmp::Ordering::Greater => (DOWN, UP),
        };
        stroke(row, lane, LEFT | turn);
        for between in row.min(run.to) + 1..row.max(run.to) {
            stroke(between, lane, UP | DOWN);
        }
        stroke(run.to, lane, arrive | if run.back { LEFT } else { RIGHT });
        let columns = if run.back { 0..lane } else { lane + 1..self.wide };
        for column in columns {
            stroke(run.to, column, LEFT | RIGHT);
        }
        if run.ends {
            let (column, arrow) = if run.back { (0, "<") } else { (self.wide - 1, ">") };
            if let Some(cell) = self.cells.get_mut(run.to).and_then(|line| line.get_mut(column)) {
                cell.arrow = Some(arrow);
            }
        }
    }

    /// A row of the gap.
    pub(super) fn spans(&self, row: usize, pen: &Pen) -> Vec<Span<'static>> {
        let cells = self.cells.get(row).map(Vec::as_slice).unwrap_or_default();
        cells
            .iter()
            .map(|cell| {
                let heavy = cell.heavy != 0;
                let letter = match (cell.arrow, heavy) {
                    (Some(arrow), _) => arrow,
                    (None, true) => letter(cell.heavy, true, pen),
                    (None, false) => letter(cell.light, false, pen),
                };
                Span::styled(letter, style(heavy, pen))
            })
            .collect()
    }
}

fn style(heavy: bool, pen: &Pen) -> Style {
    if heavy { pen.theme().key() } else { pen.theme().faint() }
}

fn letter(ways: u8, heavy: bool, pen: &Pen) -> &'static str {
    let at = usize::from(ways & 15);
    if !pen.is_plain() {
        return if heavy { HEAVY[at] } else { LIGHT[at] };
    }
    let level = ways & (LEFT | RIGHT) != 0;
    let upright = ways & (UP | DOWN) != 0;
    match (level, upright, heavy) {
        (false, false, _) => " ",
        (true, false, false) => "-",
        (false, true, false) => "|",
        (true, true, false) => "+",
        (true, false, true) => "=",
        (_, true, true) => "#",
    }
}

/// A level line of so many cells.
pub(super) fn level(cells: usize, marked: bool, pen: &Pen) -> Span<'static> {
    Span::styled(letter(LEFT | RIGHT, marked, pen).repeat(cells), style(marked, pen))
}

/// The rows of a place through which a line passes: it arrives on the first and leaves on the second.
pub(super) fn passage(cells: usize, marked: bool, pen: &Pen) -> Vec<Vec<Span<'static>>> {
    let own = style(marked, pen);
    let down = Span::styled(letter(LEFT | DOWN, marked, pen), own);
    let on = Span::styled(letter(UP | RIGHT, marked, pen), own);
    let rest = cells.saturating_sub(1);
    vec![
        vec![down, Span::raw(" ".repeat(rest))],
        vec![on, level(rest, marked, pen)],
    ]
}
