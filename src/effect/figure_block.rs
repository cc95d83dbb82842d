//! A block of cells that is pasted into the grid: taken whole, or not at all with every bad cell named.

use super::entry::FigureFault;
use super::figure_grid::{FigureGrid, GridHead, Spot};
use super::measurement::At;
use crate::office::{Decimal, Month, block_cells, fold, is_missing, printable};
use crate::phrase::{Phrase, phrase};

/// Something wrong with a pasted block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BlockFault {
    /// Row of the block, from 1.
    pub row: usize,
    /// Column of the block, from 1.
    pub column: usize,
    /// What is wrong.
    pub problem: BlockProblem,
}

/// What is wrong with a cell of a block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BlockProblem {
    /// It is no figure of the indicator.
    Figure(FigureFault),
    /// The grid has no row for it.
    BeyondRows,
    /// The grid has no column for it.
    BeyondColumns,
    /// It names a row that the grid does not have and cannot get.
    NoSuchRow(String),
    /// It names a row by what looks like a person's name.
    LooksLikeName(String),
}

/// A block that was taken.
#[derive(Debug, Clone, PartialEq)]
pub struct Pasted {
    /// The grid with it.
    pub grid: FigureGrid,
    /// How many cells it filled.
    pub cells: usize,
    /// How many rows came with it.
    pub rows: usize,
}

/// Most rows of a grid that grows with what is pasted.
const MOST_ROWS: usize = 900;

impl BlockFault {
    /// Where, in words.
    pub fn place(&self) -> Phrase {
        phrase("entering-block-place")
            .with("row", self.row)
            .with("column", self.column)
    }
}

impl BlockProblem {
    /// In words.
    pub fn phrase(&self) -> Phrase {
        match self {
            Self::Figure(fault) => fault.phrase(),
            Self::BeyondRows => phrase("entering-beyond-rows"),
            Self::BeyondColumns => phrase("entering-beyond-columns"),
            Self::NoSuchRow(name) => phrase("entering-no-such-row").with("name", name.as_str()),
            Self::LooksLikeName(code) => phrase("entering-looks-like-name").with("code", code.as_str()),
        }
    }
}

impl FigureGrid {
    /// The grid with a block put in, its first cell in this field.
    ///
    /// Where every line begins with the name of a row (a code, a month), lines go to the rows that they name; `new_row` says what
    /// becomes a row that is not there yet. Empty cells and dashes leave what stands there.
    pub fn with_block(
        &self,
        at: Spot,
        block: &str,
        new_row: &dyn Fn(&str) -> Option<GridHead>,
    ) -> Result<Pasted, Vec<BlockFault>> {
        let lines = block_cells(block);
        let is_named = lines.iter().all(|line| line.len() > 1 && self.is_name(line, new_row));
        let skipped = usize::from(is_named);
        let mut faults = Vec::new();
        let mut grid = self.clone();
        let mut heads = Vec::new();
        for (index, line) in lines.iter().enumerate().filter(|_| is_named) {
            match grid.make_room(line, new_row) {
                Ok(head) => heads.push(head),
                Err(problem) => faults.push(BlockFault {
                    row: index + 1,
                    column: 1,
                    problem,
                }),
            }
        }
        if !faults.is_empty() {
            return Err(faults);
        }
        let mut filled = Vec::new();
        for (index, line) in lines.iter().enumerate() {
            let mut fault = |column: usize, problem| {
                faults.push(BlockFault {
                    row: index + 1,
                    column: column + 1,
                    problem,
                });
            };
            let row = match heads.get(index) {
                Some(head) => grid.rows().iter().position(|own| own == head),
                None => Some(at.row + index).filter(|row| *row < self.rows().len()),
            };
            let Some(row) = row else {
                fault(0, BlockProblem::BeyondRows);
                continue;
            };
            let cells = line.iter().enumerate().skip(skipped);
            for (place, cell) in cells.filter(|(_, cell)| !is_missing(cell)) {
                let spot = Spot {
                    row,
                    column: at.column + place - skipped,
                };
                if spot.column >= self.width() {
                    fault(place, BlockProblem::BeyondColumns);
                    continue;
                }
                grid.set(spot, cell);
                filled.push((index, place, spot));
            }
        }
        for (index, place, spot) in &filled {
            // The other number of a figure may be typed later.
            if let Some(problem) = grid.fault(*spot).filter(|fault| !fault.is_half()) {
                faults.push(BlockFault {
                    row: index + 1,
                    column: place + 1,
                    problem: BlockProblem::Figure(problem),
                });
            }
        }
        faults.sort_by_key(|fault| (fault.row, fault.column));
        if faults.is_empty() {
            Ok(Pasted {
                rows: grid.rows().len() - self.rows().len(),
                cells: filled.len(),
                grid,
            })
        } else {
            Err(faults)
        }
    }

    /// The row that a line names; added where it is not there yet.
    fn make_room(
        &mut self,
        line: &[&str],
        new_row: &dyn Fn(&str) -> Option<GridHead>,
    ) -> Result<GridHead, BlockProblem> {
        let (name, cells) = line.split_first().unwrap_or((&"", &[]));
        if let Some(head) = self.row_named(name).and_then(|row| self.rows().get(row)) {
            return Ok(head.clone());
        }
        let shown = printable(&fold(name));
        // A line of words alone is one of headings.
        let is_heading = cells.iter().all(|cell| !is_missing(cell) && !self.is_figure(cell));
        match new_row(name).filter(|_| !is_heading) {
            None => Err(BlockProblem::NoSuchRow(shown)),
            Some(GridHead::Of(subject)) if subject.looks_like_name() => Err(BlockProblem::LooksLikeName(shown)),
            Some(_) if self.rows().len() >= MOST_ROWS => Err(BlockProblem::BeyondRows),
            Some(head) => {
                self.add_row(head.clone());
                Ok(head)
            }
        }
    }

    fn is_figure(&self, cell: &str) -> bool {
        Decimal::parse(cell).is_ok() || self.rule().parted(cell).is_some()
    }

    /// Whether a line begins with what can only be the name of a row.
    fn is_name(&self, line: &[&str], new_row: &dyn Fn(&str) -> Option<GridHead>) -> bool {
        let first = line.first().copied().unwrap_or_default();
        // A spreadsheet shows April as 2023/4, which is no 2023 of 4.
        let is_time = || Decimal::parse(first).is_err() && matches!(new_row(first), Some(GridHead::At(_)));
        !is_missing(first) && (!self.is_figure(first) || is_time())
    }

    fn row_named(&self, name: &str) -> Option<usize> {
        let wanted = fold(name).to_lowercase();
        let month = Month::parse(name);
        self.rows().iter().position(|head| match head {
            GridHead::Of(subject) => subject.code().to_lowercase() == wanted,
            GridHead::At(At::Month(own)) => Some(*own) == month,
            GridHead::At(at) => at.to_string() == wanted,
        })
    }
}
