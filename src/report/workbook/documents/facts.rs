//! Which facts stand in which documents, and what entering once would save beside what was measured.

use rust_xlsxwriter::XlsxError;

use super::{LAST, count, headings, number, section};
use crate::documents::FactWay;
use crate::report::finding::RewritingFinding;
use crate::report::workbook::look::{Figure, Look, Role};
use crate::report::workbook::page::{Page, column};
use crate::text::Text;

/// Most facts side by side; further ones stand in a block below.
const BESIDE: usize = 12;

/// Returns the row after it.
pub(super) fn add(page: &mut Page, finding: &RewritingFinding, top: u32, text: &Text) -> Result<u32, XlsxError> {
    section(page, top, "papers-show-facts", text)?;
    page.across(top + 1, (0, LAST), &finding.sentence, Look::words(Role::Lead).wrapped())?;
    let mut at = top + 2;
    if !finding.facts.is_empty() {
        at = matrix(page, finding, at, text)? + 1;
    }
    if !finding.predicted.lines.is_empty() {
        at = predicted(page, finding, at, text)? + 1;
    }
    at = measured(page, finding, at, text)?;
    for remark in &finding.remarks {
        page.across(at, (0, LAST), remark, Look::words(Role::Note).wrapped())?;
        at += 1;
    }
    Ok(at)
}

fn matrix(page: &mut Page, finding: &RewritingFinding, top: u32, text: &Text) -> Result<u32, XlsxError> {
    section(page, top, "papers-sheet-facts", text)?;
    let key = text.get("papers-sheet-facts-key");
    page.across(top + 1, (0, LAST), &key, Look::words(Role::Note).wrapped())?;
    let mut at = top + 2;
    let head = Look::words(Role::Head).middle().wrapped();
    for (block, facts) in finding.facts.chunks(BESIDE).enumerate() {
        page.text(at, 0, &text.get("papers-column-kind"), head)?;
        for (place, fact) in facts.iter().enumerate() {
            page.text(at, 1 + column(place), &fact.name, head)?;
        }
        for row in &finding.documents {
            at += 1;
            page.text(at, 0, &row.name, Look::words(Role::Body).wrapped())?;
            for place in 0..facts.len() {
                let way = row.ways.get(block * BESIDE + place).copied().flatten();
                let word = match way {
                    Some(FactWay::First) => text.get("papers-sheet-first"),
                    Some(FactWay::Again) => text.get("papers-sheet-again"),
                    Some(FactWay::Once) => text.get("papers-sheet-once"),
                    None => String::new(),
                };
                page.text(at, 1 + column(place), &word, Look::words(Role::Field).middle())?;
            }
        }
        at += 2;
    }
    Ok(at - 1)
}

fn predicted(page: &mut Page, finding: &RewritingFinding, top: u32, text: &Text) -> Result<u32, XlsxError> {
    section(page, top, "papers-sheet-predicted", text)?;
    let heads = [
        ((0, 0), "papers-column-kind"),
        ((1, 1), "papers-column-pieces"),
        ((2, 2), "papers-column-once"),
        ((3, 4), "papers-column-each"),
        ((5, 6), "papers-column-times"),
        ((7, 8), "papers-column-minutes-fewer"),
        ((9, 10), "papers-column-ledger"),
    ];
    headings(page, top + 1, &heads, text)?;
    let mut at = top + 2;
    let whole = Look::of(Role::Body, Figure::Count);
    for line in &finding.predicted.lines {
        page.text(at, 0, &line.name, Look::words(Role::Body).wrapped())?;
        page.known(at, 1, count(line.pieces), whole)?;
        page.known(at, 2, count(u64::try_from(line.once).ok()), whole)?;
        let each = line.minutes_each.as_deref().unwrap_or(crate::report::UNKNOWN);
        page.across(at, (3, 4), each, Look::words(Role::Body).right())?;
        for (col, figure) in [
            (5, count(line.times)),
            (7, count(line.minutes)),
            (9, number(line.ledger_minutes)),
        ] {
            page.known(at, col, figure, whole)?;
            page.blank(at, (col + 1, col + 1), Role::Body)?;
        }
        at += 1;
    }
    let total = Look::of(Role::Total, Figure::Count);
    page.text(at, 0, &text.get("papers-total"), Look::words(Role::Total))?;
    page.blank(at, (1, 4), Role::Total)?;
    for (col, figure) in [
        (5, count(finding.predicted.times)),
        (7, count(finding.predicted.minutes)),
        (9, number(finding.ledger.minutes)),
    ] {
        page.known(at, col, figure, total)?;
        page.blank(at, (col + 1, col + 1), Role::Total)?;
    }
    let said = Look::words(Role::Body).wrapped();
    page.across(at + 1, (0, LAST), &finding.ledger.sentence, said)?;
    Ok(at + 2)
}

fn measured(page: &mut Page, finding: &RewritingFinding, top: u32, text: &Text) -> Result<u32, XlsxError> {
    section(page, top, "papers-sheet-measured", text)?;
    if finding.measured.is_empty() {
        let none = text.get("rewriting-measured-none");
        page.across(top + 1, (0, LAST), &none, Look::words(Role::Body).wrapped())?;
        return Ok(top + 2);
    }
    let heads = [
        ((0, 1), "papers-sheet-indicator"),
        ((2, 3), "papers-sheet-n"),
        ((4, 5), "papers-chart-before"),
        ((6, 7), "papers-chart-after"),
        ((8, 9), "papers-sheet-difference"),
        ((10, LAST), "papers-sheet-verdict"),
    ];
    headings(page, top + 1, &heads, text)?;
    let mut at = top + 2;
    for line in &finding.measured {
        let look = Look::words(Role::Body).wrapped();
        let name = format!("{} ({}、{}→{})", line.name, line.per, line.from, line.to);
        for (columns, words) in [
            ((0, 1), &name),
            ((2, 3), &line.n),
            ((4, 5), &line.before),
            ((6, 7), &line.after),
            ((8, 9), &line.difference),
            ((10, LAST), &line.verdict_word),
        ] {
            page.across(at, columns, words, look)?;
        }
        at += 1;
    }
    Ok(at)
}
