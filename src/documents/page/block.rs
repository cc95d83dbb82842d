//! A block of cells that is pasted into the page: taken whole, or not at all with every bad cell named.

use super::cell::{PageColumn, PageFault, is_missing};
use super::LedgerPage;
use crate::documents::document::plain_name;
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
    pub fn with_block(
        &self,
        (row, column): (usize, usize),
        block: &str,
    ) -> Result<(Self, usize), Vec<PageBlockFault>> {
        let lines = lines(block);
        let names: Vec<Option<usize>> = lines.iter().map(|line| self.named(line)).collect();
        let is_named = !lines.is_empty() && lines.iter().all(|line| line.len() > 1) && names.iter().all(Option::is_some);
        let skipped = usize::from(is_named);
        let first = if is_named { 0 } else { column };
        let mut page = self.clone();
        let mut faults = Vec::new();
        let mut filled = Vec::new();
        for (index, line) in lines.iter().enumerate() {
            let to = if is_named { names[index] } else { Some(row + index) };
            let to = to.filter(|to| *to < self.kinds.len());
            let cells = line.iter().enumerate().skip(skipped).filter(|(_, cell)| !is_missing(cell));
            for (place, cell) in cells {
                let mut fault = |fault| {
                    faults.push(PageBlockFault {
                        row: index + 1,
                        column: place + 1,
                        fault,
                    });
                };
                let column = PageColumn::ALL.get(first + place - skipped).copied();
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
            if let Some(fault) = page.fault(*to, *column) {
                faults.push(PageBlockFault {
                    row: index + 1,
                    column: place + 1,
                    fault,
                });
            }
        }
        faults.sort_by_key(|fault| (fault.row, fault.column));
        if faults.is_empty() {
            Ok((page, filled.len()))
        } else {
            Err(faults)
        }
    }

    /// The row of the kind that a line begins with.
    fn named(&self, line: &[&str]) -> Option<usize> {
        let wanted = plain_name(line.first()?);
        self.kinds.iter().position(|(_, name)| plain_name(name) == wanted)
    }
}

/// The cells of a block, without the empty line at its end; old programs end lines with a carriage return alone.
fn lines(block: &str) -> Vec<Vec<&str>> {
    let block = block.trim_end_matches(['\n', '\r']);
    let lines = block.split('\n').map(|line| line.trim_end_matches('\r'));
    lines
        .flat_map(|line| line.split('\r'))
        .map(|line| line.split('\t').collect())
        .collect()
}
