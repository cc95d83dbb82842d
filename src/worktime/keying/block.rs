//! A block of lines: pasted from a spreadsheet, or a file of the grammar.

use super::draft::Draft;
use super::fault::EntryFault;
use super::line::parse_line;
use super::spelling::{find_task, number, plain};
use crate::office::Minutes;
use crate::phrase::{Phrase, phrase};
use crate::worktime::sheet::Share;
use crate::worktime::task_list::TaskList;

/// Columns of one block of 別添4: six hours of ten minutes. It begins with a full hour.
const BLOCK_COLUMNS: usize = 36;

/// What is wrong in a block, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BlockFault {
    /// Line, counted from 1.
    pub line: usize,
    /// Column of a table, counted from 1.
    pub column: Option<usize>,
    /// What is wrong.
    pub fault: EntryFault,
}

impl BlockFault {
    /// Where it is, in words.
    pub fn place(&self) -> Phrase {
        match self.column {
            None => phrase("keying-at-line").with("line", self.line.to_string()),
            Some(column) => phrase("keying-at-cell")
                .with("line", self.line.to_string())
                .with("column", column.to_string()),
        }
    }
}

/// Takes a block at a slot: a table of tasks × slots with minutes, or lines of the grammar (a column of task numbers is one).
///
/// Answers the draft with everything taken and the slot that follows, or every fault with its place.
pub fn read_block(
    text: &str,
    list: &TaskList,
    draft: &Draft,
    at: Option<u16>,
) -> Result<(Draft, Option<u16>), Vec<BlockFault>> {
    match table(text, list) {
        Some(table) => read_table(&table, list, draft, at),
        None => read_lines(text, list, draft, at),
    }
}

/// Takes lines of the grammar one after the other; lines that begin with `#` are remarks.
pub fn read_lines(
    text: &str,
    list: &TaskList,
    draft: &Draft,
    at: Option<u16>,
) -> Result<(Draft, Option<u16>), Vec<BlockFault>> {
    let mut draft = draft.clone();
    let mut at = at;
    let mut faults: Vec<BlockFault> = Vec::new();
    let text = text.trim_end();
    for (place, line) in text.lines().enumerate().filter(|(_, line)| !line.starts_with('#')) {
        let frame = draft.frame();
        let taken = parse_line(line, list, at, &frame).and_then(|entry| draft.enter(&entry, at, list));
        match taken {
            Ok(next) => at = next,
            // Blank lines behind the last slot are what a spreadsheet leaves.
            Err(EntryFault::AtTheEnd) if plain(line).is_empty() => {}
            Err(fault) => {
                if faults.is_empty() || !fault.may_follow() {
                    faults.push(BlockFault {
                        line: place + 1,
                        column: None,
                        fault,
                    });
                }
                at = at.and_then(|at| frame.after(at));
            }
        }
    }
    if faults.is_empty() {
        Ok((draft, at))
    } else {
        Err(faults)
    }
}

type Table<'a> = Vec<Vec<&'a str>>;

/// The cells of a table; `None` for a block that is none.
fn table<'a>(text: &'a str, list: &TaskList) -> Option<Table<'a>> {
    let mut rows: Table<'_> = text.lines().map(|line| line.split('\t').collect()).collect();
    if !text.contains('\t') || rows.len() < 2 {
        return None;
    }
    let is_minutes = |cell: &&str| plain(cell).is_empty() || number(&plain(cell)).is_some();
    let named = rows.len() == list.tasks.len()
        && rows.iter().zip(&list.tasks).all(|(row, task)| {
            let first = row.first().map(|cell| find_task(list, cell));
            first.is_some_and(|found| found.is_ok_and(|found| found.code == task.code))
        });
    if named {
        for row in &mut rows {
            row.remove(0);
        }
    }
    let cells = rows.iter().flatten().count();
    let minutes = rows.iter().flatten().filter(|cell| is_minutes(cell)).count();
    let is_table = minutes == cells || (rows.len() == list.tasks.len() && minutes * 2 > cells);
    is_table.then_some(rows)
}

fn read_table(
    table: &Table<'_>,
    list: &TaskList,
    draft: &Draft,
    at: Option<u16>,
) -> Result<(Draft, Option<u16>), Vec<BlockFault>> {
    if table.len() != list.tasks.len() {
        let fault = EntryFault::TableRows {
            rows: table.len(),
            tasks: list.tasks.len(),
        };
        return Err(vec![BlockFault {
            line: table.len().min(list.tasks.len() + 1),
            column: None,
            fault,
        }]);
    }
    let frame = draft.frame();
    let width = table.iter().map(Vec::len).max().unwrap_or(0);
    let mut columns: Vec<Vec<Share>> = vec![Vec::new(); width];
    let mut faults = Vec::new();
    for (row, (cells, task)) in table.iter().zip(&list.tasks).enumerate() {
        for (column, cell) in cells.iter().enumerate() {
            let cell = plain(cell);
            match number(&cell) {
                Some(0) => {}
                Some(minutes) => columns[column].push(Share(task.code.clone(), Minutes(u32::from(minutes)))),
                None if cell.is_empty() => {}
                None => faults.push(BlockFault {
                    line: row + 1,
                    column: Some(column + 1),
                    fault: EntryFault::TableCell(cell),
                }),
            }
        }
    }
    let slots = slots_of(&columns, draft, at);
    let mut taken = draft.clone();
    let mut last = None;
    for (column, shares) in columns.into_iter().enumerate().filter(|(_, shares)| !shares.is_empty()) {
        let slot = slots.get(column).copied().flatten().ok_or(EntryFault::TableWidth);
        match slot.and_then(|slot| taken.put(slot, shares, list).map(|()| slot)) {
            Ok(slot) => last = Some(slot),
            Err(fault) => faults.push(BlockFault {
                line: 1,
                column: Some(column + 1),
                fault,
            }),
        }
    }
    if faults.is_empty() {
        Ok((taken, last.map_or(at, |last| frame.after(last))))
    } else {
        Err(faults)
    }
}

/// The slot of each column: from the slot where the block is put; a whole block of 別添4 from the full hour of that slot.
fn slots_of(columns: &[Vec<Share>], draft: &Draft, at: Option<u16>) -> Vec<Option<u16>> {
    let frame = draft.frame();
    let Some(at) = at else { return Vec::new() };
    let slot = draft.slot_minutes();
    let hour = at / 60 * 60;
    let before = usize::from((at - hour) / slot);
    let is_block = slot == 10 && columns.len() == BLOCK_COLUMNS && columns.iter().take(before).all(Vec::is_empty);
    let first = if is_block { hour } else { at };
    (0..columns.len())
        .map(|column| {
            let start = u16::try_from(column).ok()?.checked_mul(slot)?.checked_add(first)?;
            frame.place(start).map(|_| start)
        })
        .collect()
}
