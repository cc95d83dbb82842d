//! What the cells of one sheet say about it.

use super::{FEWEST_CELLS, QualityProblem};
use crate::office::{Minutes, clock_phrase};
use crate::phrase::phrase;
use crate::worktime::sheet::{Cell, Sheet};

/// Slots of the shift in which nothing stands (未記入のコマ).
pub(super) fn unfilled(sheet: &Sheet) -> Option<QualityProblem> {
    let slots: Vec<(u16, Minutes)> = sheet
        .unfilled_slots()
        .into_iter()
        .filter(|(start, _)| filled_at(sheet, *start) == Minutes::ZERO)
        .collect();
    let (first, _) = *slots.first()?;
    let minutes: Minutes = slots.iter().map(|(_, minutes)| *minutes).sum();
    Some(QualityProblem {
        code: "unfilled",
        at: Some(first),
        message: phrase("quality-unfilled")
            .with("minutes", minutes.0)
            .with("slots", slots.len())
            .with("at", clock_phrase(first)),
        penalty: percent_of_shift(minutes, sheet).min(60),
    })
}

/// Slots in which something stands, but not as many minutes as the slot has (合計がコマと合わない列).
pub(super) fn uneven_slots(sheet: &Sheet) -> Option<QualityProblem> {
    let uneven: Vec<(u16, Minutes)> = sheet
        .cells
        .iter()
        .map(|cell| (cell.start, difference(sheet, cell)))
        .filter(|(_, minutes)| *minutes > Minutes::ZERO)
        .collect();
    let (first, _) = *uneven.first()?;
    let minutes: Minutes = uneven.iter().map(|(_, minutes)| *minutes).sum();
    Some(QualityProblem {
        code: "slot-sum",
        at: Some(first),
        message: phrase("quality-slot-sum")
            .with("slots", uneven.len())
            .with("slot", sheet.slot_minutes)
            .with("minutes", minutes.0)
            .with("at", clock_phrase(first)),
        penalty: percent_of_shift(minutes, sheet).min(30),
    })
}

/// Minutes by which a cell differs from its slot. A slot at the border of the shift may hold only the minutes inside.
fn difference(sheet: &Sheet, cell: &Cell) -> Minutes {
    let slot = Minutes(sheet.slot_minutes.into());
    let filled = cell.filled();
    let inside = sheet.span().map_or(slot, |span| {
        match span.overlap(cell.start, cell.start + sheet.slot_minutes) {
            Minutes::ZERO => slot,
            inside => inside,
        }
    });
    match filled {
        Minutes::ZERO => Minutes::ZERO,
        _ if filled > slot => filled.minus(slot),
        _ => inside.minus(filled),
    }
}

/// Entries outside the hours of the shift (勤務時間の外の記入).
pub(super) fn outside_span(sheet: &Sheet) -> Option<QualityProblem> {
    let span = sheet.span()?;
    let beyond = |cell: &Cell| {
        cell.filled()
            .minus(span.overlap(cell.start, cell.start + sheet.slot_minutes))
    };
    let outside: Vec<(u16, Minutes)> = sheet
        .cells
        .iter()
        .map(|cell| (cell.start, beyond(cell)))
        .filter(|(_, minutes)| *minutes > Minutes::ZERO)
        .collect();
    let (first, _) = *outside.first()?;
    let minutes: Minutes = outside.iter().map(|(_, minutes)| *minutes).sum();
    Some(QualityProblem {
        code: "outside-span",
        at: Some(first),
        message: phrase("quality-outside-span")
            .with("minutes", minutes.0)
            .with("span", span.phrase()),
        penalty: 15,
    })
}

/// Every slot holds one task only (まとめ書きの疑い).
pub(super) fn heaping(sheet: &Sheet) -> Option<QualityProblem> {
    let neat = sheet.cells.len() >= FEWEST_CELLS && sheet.cells.iter().all(|cell| cell.shares.len() == 1);
    neat.then(|| QualityProblem {
        code: "heaping",
        at: sheet.cells.first().map(|cell| cell.start),
        message: phrase("quality-heaping"),
        penalty: 5,
    })
}

/// Cells that were copied from another sheet as a start and that nobody has touched since (写したままのコマ).
pub(super) fn untouched(sheet: &Sheet) -> Option<QualityProblem> {
    let copied: Vec<u16> = sheet
        .copied
        .iter()
        .copied()
        .filter(|start| sheet.cell_at(*start).is_some())
        .collect();
    let first = *copied.first()?;
    let percent = (copied.len() * 100).div_ceil(sheet.cells.len());
    Some(QualityProblem {
        code: "untouched",
        at: Some(first),
        message: phrase("quality-untouched")
            .with("slots", copied.len())
            .with("at", clock_phrase(first)),
        penalty: u32::try_from(percent.div_ceil(3)).unwrap_or(34).min(30),
    })
}

fn filled_at(sheet: &Sheet, start: u16) -> Minutes {
    sheet.cell_at(start).map_or(Minutes::ZERO, Cell::filled)
}

/// Minutes in percent of what the shift should hold, rounded up.
fn percent_of_shift(minutes: Minutes, sheet: &Sheet) -> u32 {
    (minutes.0 * 100).div_ceil((sheet.unfilled() + sheet.filled()).0.max(1))
}
