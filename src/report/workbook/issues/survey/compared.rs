//! Two rounds compared, and why it was judged so.

use rust_xlsxwriter::XlsxError;

use super::LAST;
use crate::phrase::phrase;
use crate::report::finding::{ChallengeChange, ChallengeComparison};
use crate::report::workbook::look::{Figure, Look, Role};
use crate::report::workbook::overview::verdict;
use crate::report::workbook::page::{Page, column, count, row};
use crate::text::Text;

/// The figures, then the reasons. Returns the row after them.
pub(super) fn comparison(
    page: &mut Page,
    comparison: &ChallengeComparison,
    top: u32,
    text: &Text,
) -> Result<u32, XlsxError> {
    let title = phrase("seen-compared-title")
        .with("from", comparison.from_label.as_str())
        .with("to", comparison.to_label.as_str());
    page.text(top, 0, &text.say(&title), Look::words(Role::Section))?;
    page.across(
        top + 1,
        (0, LAST),
        &comparison.sentence,
        Look::words(Role::Lead).wrapped(),
    )?;
    let mut at = top + 2;
    if let Some(note) = &comparison.note {
        page.across(at, (0, LAST), note, Look::words(Role::Note).wrapped())?;
        at += 1;
    }
    heading(page, comparison, at, text)?;
    for (offset, change) in comparison.viewpoints.iter().enumerate() {
        line(page, change, at + 1 + row(offset), text)?;
    }
    let why = at + 2 + row(comparison.viewpoints.len());
    reasons(page, comparison, why, text)
}

fn heading(page: &mut Page, comparison: &ChallengeComparison, at: u32, text: &Text) -> Result<(), XlsxError> {
    let wave = |key: crate::phrase::Phrase, wave: &str| text.say(&key.with("wave", wave));
    let names = [
        text.get("workbook-code"),
        text.get("seen-column-viewpoint"),
        wave(phrase("workbook-n-of"), &comparison.from_label),
        wave(phrase("workbook-n-of"), &comparison.to_label),
        text.get("workbook-n-paired"),
        wave(phrase("workbook-share-of"), &comparison.from_label),
        wave(phrase("workbook-share-of"), &comparison.to_label),
        text.get("seen-column-change-points"),
        text.get("workbook-interval-low"),
        text.get("workbook-interval-high"),
        text.get("workbook-p"),
        text.get("workbook-p-holm"),
        text.get("workbook-verdict"),
        text.get("workbook-grade"),
    ];
    let look = Look::words(Role::Head).middle().wrapped();
    for (col, name) in names.iter().enumerate() {
        page.text(at, column(col), name, look)?;
    }
    Ok(())
}

fn line(page: &mut Page, change: &ChallengeChange, at: u32, text: &Text) -> Result<(), XlsxError> {
    let words = Look::words(Role::Body);
    let (whole, percent) = (
        Look::of(Role::Body, Figure::Count),
        Look::of(Role::Body, Figure::Percent(1)),
    );
    let (points, p) = (Look::of(Role::Body, Figure::Signed(1)), Look::of(Role::Body, Figure::P));
    page.text(at, 0, &change.code, words.middle())?;
    page.text(at, 1, &change.name, words.wrapped())?;
    for (col, people) in (2..).zip([change.n_from, change.n_to, change.n_paired]) {
        page.known(at, col, people.map(count), whole)?;
    }
    page.known(at, 5, change.from.or(change.share_from), percent)?;
    page.known(at, 6, change.to.or(change.share_to), percent)?;
    let ends = change.interval.map_or([None, None], |ends| ends.map(Some));
    for (col, value) in (7..).zip([change.difference, ends[0], ends[1]]) {
        page.known(at, col, value.map(|value| value * 100.0), points)?;
    }
    page.known(at, 10, change.p_value, p)?;
    page.known(at, 11, change.p_holm, p)?;
    page.text(at, 12, &verdict(change.verdict, text), words.middle().wrapped())?;
    page.text(at, 13, change.grade.letter(), words.middle())
}

fn reasons(page: &mut Page, comparison: &ChallengeComparison, top: u32, text: &Text) -> Result<u32, XlsxError> {
    let look = Look::words(Role::Head).middle();
    page.text(top, 0, &text.get("workbook-code"), look)?;
    page.text(top, 1, &text.get("seen-column-viewpoint"), look)?;
    page.across(top, (2, LAST), &text.get("workbook-why"), look)?;
    let words = Look::words(Role::Body);
    for (offset, change) in comparison.viewpoints.iter().enumerate() {
        let at = top + 1 + row(offset);
        page.text(at, 0, &change.code, words.middle())?;
        page.text(at, 1, &change.name, words.wrapped())?;
        page.across(at, (2, LAST), &change.why, words.wrapped())?;
    }
    Ok(top + 1 + row(comparison.viewpoints.len()))
}
