//! A block of cells that is pasted into the page: taken whole, or not at all with every bad cell named.

use super::{DayPage, LedgerPage, PAGE_COLUMNS, PageFault};
use crate::documents::document::plain_name;
use crate::office::{block_cells, is_missing};
use crate::phrase::{Phrase, phrase};

/// Something wrong with a pasted block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageBlockFault {
    /// Row of the block, from 1.
    pub row: usize,
    /// Column of the block, from 1.
    pub column: usize,
    /// What is wrong.
    pub fault: PageFault,
}

impl PageBlockFault {
    /// Where, in words.
    pub fn place(&self) -> Phrase {
        phrase("entering-block-place")
            .with("row", self.row)
            .with("column", self.column)
    }
}

impl LedgerPage {
    /// The page with a block put in, its first cell in this field; how many cells it filled.
    ///
    /// Where every line begins with the name of a kind, lines go to the kinds that they name, from the first column on. Empty
    /// cells and dashes leave what stands there.
    pub fn with_block(&self, (row, column): (usize, usize), block: &str) -> Result<(Self, usize), Vec<PageBlockFault>> {
        let lines = block_cells(block);
        let names: Option<Vec<usize>> = lines.iter().map(|line| self.named(line)).collect();
        let names = names.filter(|names| !names.is_empty());
        let (skipped, first) = if names.is_some() { (1, 0) } else { (0, column) };
        let mut page = self.clone();
        let mut faults = Vec::new();
        let mut filled = Vec::new();
        for (index, line) in lines.iter().enumerate() {
            let to = names
                .as_ref()
                .map_or(Some(row + index), |names| names.get(index).copied());
            let to = to.filter(|to| *to < self.rows());
            let cells = line
                .iter()
                .enumerate()
                .skip(skipped)
                .filter(|(_, cell)| !is_missing(cell));
            for (place, cell) in cells {
                let mut fault = |fault| faults.push(fault_at(index, place, fault));
                let column = PAGE_COLUMNS.get(first + place - skipped).copied();
                match (to, column) {
                    (None, _) => fault(PageFault::BeyondRows),
                    (_, None) => fault(PageFault::BeyondColumns),
                    (Some(to), Some(column)) if self.is_scaled(to, column) => fault(PageFault::OfDays),
                    (Some(to), Some(column)) => {
                        page.set(to, column, cell);
                        filled.push((index, place, to, column));
                    }
                }
            }
        }
        for (index, place, to, column) in &filled {
            faults.extend(page.fault(*to, *column).map(|fault| fault_at(*index, *place, fault)));
        }
        faults.sort_by_key(|fault| (fault.row, fault.column));
        if faults.is_empty() {
            Ok((page, filled.len()))
        } else {
            Err(faults)
        }
    }

    /// The row of the kind that a line of several cells begins with.
    fn named(&self, line: &[&str]) -> Option<usize> {
        let wanted = plain_name(line.first().filter(|_| line.len() > 1)?);
        (0..self.rows()).find(|row| self.name(*row).is_some_and(|name| plain_name(name) == wanted))
    }
}

impl DayPage {
    /// The days with a block put in, its first cell in this field; how many cells it filled. Empty cells and dashes leave what
    /// stands there.
    pub fn with_block(&self, (row, column): (usize, usize), block: &str) -> Result<(Self, usize), Vec<PageBlockFault>> {
        let mut page = self.clone();
        let (mut faults, mut count) = (Vec::new(), 0);
        for (index, line) in block_cells(block).iter().enumerate() {
            for (place, cell) in line.iter().enumerate().filter(|(_, cell)| !is_missing(cell)) {
                let (to, column) = (row + index, column + place);
                let fault = if to >= self.rows() {
                    Some(PageFault::BeyondRows)
                } else if column >= Self::COLUMNS.len() {
                    Some(PageFault::BeyondColumns)
                } else {
                    page.set(to, column, cell);
                    // How many days were open may be typed after the days.
                    page.fault(to, column).filter(|_| to > 0)
                };
                faults.extend(fault.map(|fault| fault_at(index, place, fault)));
                count += 1;
            }
        }
        if faults.is_empty() {
            Ok((page, count))
        } else {
            Err(faults)
        }
    }
}

fn fault_at(row: usize, column: usize, fault: PageFault) -> PageBlockFault {
    PageBlockFault {
        row: row + 1,
        column: column + 1,
        fault,
    }
}
