//! The tables of ways and steps on the sheet データ連携: pieces, minutes and yen as they were entered, the rest as formulas.

use rust_xlsxwriter::XlsxError;

use super::linkage::{COUNT, LAST, TOTAL, WORDS, heads, side_name, whole};
use super::look::{Figure, Look, Role};
use super::page::{Page, cell, held, sum_down};
use crate::report::finding::{LinkageFinding, LinkageWay, LinkageWayMonth};
use crate::text::Text;

/// Columns of the minutes by way.
pub(super) const MINUTES_BEFORE: u16 = 4;
pub(super) const MINUTES_AFTER: u16 = 7;
/// Where the columns of each month begin: pieces, for each piece, product.
const SIDES: [u16; 2] = [2, 5];

/// Where the tables stand.
pub(super) struct Tables {
    /// First and last row of the minutes by way.
    pub(super) ways: (u32, u32),
    /// Row of the totals of minutes.
    minutes: u32,
    /// Row of the totals of expenses.
    expenses: u32,
    /// The row after everything.
    pub(super) end: u32,
}

impl Tables {
    /// Cells of minutes and of expenses before.
    pub(super) fn before_cells(&self) -> (String, String) {
        (cell(self.minutes, MINUTES_BEFORE), cell(self.expenses, MINUTES_BEFORE))
    }

    /// The same after.
    pub(super) fn after_cells(&self) -> (String, String) {
        (cell(self.minutes, MINUTES_AFTER), cell(self.expenses, MINUTES_AFTER))
    }
}

/// Minutes by way, minutes by way and step, expenses by way.
pub(super) fn tables(page: &mut Page, found: &LinkageFinding, top: u32, text: &Text) -> Result<Tables, XlsxError> {
    let rows = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    let lines: Vec<(&LinkageWay, String, String)> = found.ways.iter().flat_map(step_lines).collect();
    let ways_first = top + 2;
    let ways_last = ways_first + rows(found.ways.len()) - 1;
    let steps_first = ways_last + 5;
    let steps_last = steps_first + rows(lines.len().max(1)) - 1;
    page.break_before(top);
    page.text(top, 0, &text.get("linkage-sheet-by-step"), Look::words(Role::Section))?;
    by_way(page, found, ways_first, (steps_first, steps_last), text)?;
    steps(page, found, &lines, steps_first, text)?;
    let expenses_first = steps_last + 4;
    expenses(page, found, expenses_first, text)?;
    let expenses = expenses_first + rows(found.ways.len());
    Ok(Tables {
        ways: (ways_first, ways_last),
        minutes: ways_last + 1,
        expenses,
        end: expenses + 1,
    })
}

/// Every step of a way, of either month.
fn step_lines(way: &LinkageWay) -> Vec<(&LinkageWay, String, String)> {
    let mut lines: Vec<(&LinkageWay, String, String)> = Vec::new();
    for step in [&way.before, &way.after].into_iter().flatten().flat_map(|it| &it.steps) {
        if !lines.iter().any(|(_, id, _)| *id == step.step) {
            lines.push((way, step.step.clone(), step.name.clone()));
        }
    }
    lines
}

fn titles(
    page: &mut Page,
    found: &LinkageFinding,
    at: u32,
    (each, product): (Option<&'static str>, &'static str),
    text: &Text,
) -> Result<(), XlsxError> {
    let sides = [
        side_name("linkage-before", found.before.as_ref(), text),
        side_name("linkage-after", found.after.as_ref(), text),
    ];
    let mut names = vec![text.get("linkage-column-way"), text.get("linkage-column-step")];
    for side in &sides {
        names.push(text.get("linkage-column-pieces"));
        names.push(each.map(|each| text.get(each)).unwrap_or_default());
        names.push(format!("{side} {}", text.get(product)));
    }
    heads(page, at, &names)
}

fn sides(way: &LinkageWay) -> [&Option<LinkageWayMonth>; 2] {
    [&way.before, &way.after]
}

/// Minutes of each way, added up from its steps.
fn by_way(
    page: &mut Page,
    found: &LinkageFinding,
    first: u32,
    (steps_first, steps_last): (u32, u32),
    text: &Text,
) -> Result<(), XlsxError> {
    titles(page, found, first - 1, (None, "linkage-column-minutes"), text)?;
    let mut at = first;
    let names = format!("{}:{}", held(steps_first, 0), held(steps_last, 0));
    for way in &found.ways {
        page.text(at, 0, &way.name, WORDS)?;
        page.blank(at, (1, LAST), Role::Body)?;
        for (side, col) in sides(way).into_iter().zip(SIDES) {
            if let Some(side) = side {
                let sums = format!("{}:{}", held(steps_first, col + 2), held(steps_last, col + 2));
                let formula = format!("=SUMIF({names},{},{sums})", cell(at, 0));
                page.number(at, col, whole(side.pieces), COUNT)?;
                page.formula((at, col + 2), &formula, whole(side.minutes), COUNT)?;
            }
        }
        at += 1;
    }
    totals(page, found, (first, at), |side| (side.pieces, side.minutes), text)
}

/// The row under a table: pieces and products of each month.
fn totals(
    page: &mut Page,
    found: &LinkageFinding,
    (first, at): (u32, u32),
    of: fn(&LinkageWayMonth) -> (u64, u64),
    text: &Text,
) -> Result<(), XlsxError> {
    page.text(at, 0, &text.get("linkage-total"), Look::words(Role::Total))?;
    page.blank(at, (1, LAST), Role::Total)?;
    for (place, col) in SIDES.into_iter().enumerate() {
        let used: Vec<(u64, u64)> = found
            .ways
            .iter()
            .filter_map(|way| sides(way)[place].as_ref())
            .map(of)
            .collect();
        let month = [&found.before, &found.after][place];
        if month.is_none() {
            continue;
        }
        let pieces = used.iter().map(|(pieces, _)| pieces).sum();
        let product = used.iter().map(|(_, product)| product).sum();
        for (col, sum) in [(col, pieces), (col + 2, product)] {
            page.formula((at, col), &sum_down((first, at - 1), col), whole(sum), TOTAL)?;
        }
    }
    Ok(())
}

fn steps(
    page: &mut Page,
    found: &LinkageFinding,
    lines: &[(&LinkageWay, String, String)],
    first: u32,
    text: &Text,
) -> Result<(), XlsxError> {
    titles(
        page,
        found,
        first - 1,
        (Some("linkage-column-each"), "linkage-column-minutes"),
        text,
    )?;
    let mut at = first;
    for (way, id, name) in lines {
        page.text(at, 0, &way.name, WORDS)?;
        page.text(at, 1, name, WORDS)?;
        page.blank(at, (2, LAST), Role::Body)?;
        for (side, col) in sides(way).into_iter().zip(SIDES) {
            let Some(side) = side else { continue };
            let Some(step) = side.steps.iter().find(|it| it.step == *id) else {
                continue;
            };
            product(page, at, col, (side.pieces, &step.minutes_per_piece), step.minutes)?;
        }
        at += 1;
    }
    if lines.is_empty() {
        page.blank(at, (0, LAST), Role::Body)?;
    }
    Ok(())
}

/// Pieces × for each piece, a half rounded up, as a formula.
fn product(page: &mut Page, at: u32, col: u16, (pieces, each): (u64, &str), result: u64) -> Result<(), XlsxError> {
    page.number(at, col, whole(pieces), COUNT)?;
    let decimals = each.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    let look = Look::of(Role::Body, Figure::Decimals(u8::try_from(decimals).unwrap_or(3)));
    page.number(at, col + 1, each.parse().unwrap_or(0.0), look)?;
    let formula = format!("=ROUND({}*{},0)", cell(at, col), cell(at, col + 1));
    page.formula((at, col + 2), &formula, whole(result), COUNT)
}

fn expenses(page: &mut Page, found: &LinkageFinding, first: u32, text: &Text) -> Result<(), XlsxError> {
    titles(
        page,
        found,
        first - 1,
        (Some("linkage-column-yen-each"), "linkage-column-expenses"),
        text,
    )?;
    let mut at = first;
    for way in &found.ways {
        page.text(at, 0, &way.name, WORDS)?;
        page.blank(at, (1, LAST), Role::Body)?;
        for (side, col) in sides(way).into_iter().zip(SIDES) {
            if let Some(side) = side {
                product(page, at, col, (side.pieces, &side.yen_per_piece), side.expenses)?;
            }
        }
        at += 1;
    }
    totals(page, found, (first, at), |side| (side.pieces, side.expenses), text)
}
