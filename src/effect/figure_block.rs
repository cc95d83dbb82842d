//! A block of cells that is pasted into the grid: taken whole, or not at all with every bad cell named.

use super::entry::FigureFault;
use super::figure_grid::{FigureGrid, GridHead, Spot};
use super::measurement::At;
use crate::office::{Decimal, Month, fold, is_missing, printable};
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
    /// It names a row that the grid does not have.
    NoSuchRow(String),
}

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
        }
    }
}

impl FigureGrid {
    /// The grid with a block put in, its first cell in this field; how many cells it filled.
    ///
    /// Where every line begins with the name of a row (a code, a month), lines go to the rows that they name. Empty cells and
    /// dashes leave what stands there.
    pub fn with_block(&self, at: Spot, block: &str) -> Result<(Self, usize), Vec<BlockFault>> {
        let lines = lines(block);
        let is_named = !lines.is_empty() && lines.iter().all(|line| line.len() > 1 && self.is_name(line));
        let skipped = usize::from(is_named);
        let mut grid = self.clone();
        let mut faults = Vec::new();
        let mut filled = Vec::new();
        for (index, line) in lines.iter().enumerate() {
            let mut fault = |column: usize, problem| {
                faults.push(BlockFault {
                    row: index + 1,
                    column: column + 1,
                    problem,
                });
            };
            let named = line.first().filter(|_| is_named);
            let row = match named {
                Some(name) => self.row_named(name),
                None => Some(at.row + index).filter(|row| *row < self.rows().len()),
            };
            let Some(row) = row else {
                let name = named.map(|name| printable(&fold(name)));
                fault(0, name.map_or(BlockProblem::BeyondRows, BlockProblem::NoSuchRow));
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
            Ok((grid, filled.len()))
        } else {
            Err(faults)
        }
    }

    /// Whether a line begins with what can only be the name of a row.
    fn is_name(&self, line: &[&str]) -> bool {
        let first = line.first().copied().unwrap_or_default();
        let is_figure = Decimal::parse(first).is_ok() || self.rule().parted(first).is_some();
        !is_missing(first) && !is_figure
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

/// The cells of a block, without the empty line at its end.
fn lines(block: &str) -> Vec<Vec<&str>> {
    let block = block.trim_end_matches(['\n', '\r']);
    let lines = block.split('\n').map(|line| line.trim_end_matches('\r'));
    // Old programs end lines with a carriage return alone.
    lines
        .flat_map(|line| line.split('\r'))
        .map(|line| line.split('\t').collect())
        .collect()
}
