//! 気づき: the notices by group and weight, and on a sheet of their own their counts.

use std::cmp::Reverse;

use rust_xlsxwriter::{Color, ConditionalFormat2ColorScale, Workbook, XlsxError};

use crate::phrase::phrase;
use crate::report::UNKNOWN;
use crate::report::finding::{NoticeCell, NoticeCount, NoticeLine, NoticesFinding};
use crate::report::workbook::look::{Figure, Look, Role};
use crate::report::workbook::page::{Page, Paper, Print, column, count, row, sum_along, sum_down};
use crate::report::workbook::{Contents, head, office};
use crate::text::Text;

const HEADING: u32 = 4;
/// Light enough for dark letters, on paper too.
const MOST: Color = Color::RGB(0x006B_AED6);
const LEAST: Color = Color::RGB(0x00FF_FFFF);
/// Columns of the table, with their widths where they are fixed.
const WIDTHS: [f64; 13] = [6.0, 12.0, 16.0, 9.0, 16.0, 46.0, 22.0, 6.5, 6.5, 6.5, 16.0, 16.0, 8.0];

/// Adds both sheets, where there are notices.
pub(super) fn add(book: &mut Workbook, contents: &Contents, text: &Text) -> Result<(), XlsxError> {
    if contents.issues.notices.count == 0 {
        return Ok(());
    }
    list(book, contents, text)?;
    counts(book, contents, text)
}

/// What stands above the table: the sentence, or how many there are.
fn lead(found: &NoticesFinding, text: &Text) -> String {
    let summary = phrase("notices-summary")
        .with("count", found.count)
        .with("merged", found.merged);
    found.sentence.clone().unwrap_or_else(|| text.say(&summary))
}

/// The notices, by group and the heaviest first.
fn list(book: &mut Workbook, contents: &Contents, text: &Text) -> Result<(), XlsxError> {
    let found = &contents.issues.notices;
    let name = text.get("notices-sheet");
    let mut page = Page::add(book, text, &name)?;
    head(&mut page, contents, text, &text.get("notices-sheet-title"))?;
    let last = column(WIDTHS.len() - 1);
    page.across(2, (0, last), &lead(found, text), Look::words(Role::Lead).wrapped())?;
    let heads = [
        text.get("notices-column-number"),
        text.get("notices-column-date"),
        text.get("notices-column-when"),
        text.get("notices-column-part"),
        text.get("notices-column-place"),
        text.get("notices-column-what"),
        text.get("notices-column-trouble"),
        text.get("notices-column-often"),
        text.get("notices-column-heavy"),
        text.get("notices-weight"),
        text.get("notices-column-group"),
        text.get("notices-column-tags"),
        text.get("notices-column-merged"),
    ];
    for (col, (name, width)) in heads.iter().zip(WIDTHS).enumerate() {
        page.text(HEADING, column(col), name, Look::words(Role::Head).middle().wrapped())?;
        page.fix(column(col), width);
    }
    let mut notices: Vec<&NoticeLine> = found.notices.iter().collect();
    notices.sort_by_key(|notice| (notice.group.is_none(), notice.group.clone(), Reverse(notice.weight)));
    for (place, notice) in notices.iter().enumerate() {
        line(&mut page, HEADING + 1 + row(place), notice)?;
    }
    finish(page, contents, text, &name, Some((HEADING, HEADING)))
}

fn line(page: &mut Page, at: u32, notice: &NoticeLine) -> Result<(), XlsxError> {
    let words = Look::words(Role::Body).wrapped();
    let figure = Look::of(Role::Body, Figure::Count).middle();
    let said = |page: &mut Page, col: u16, written: Option<&str>| match written {
        Some(written) => page.text(at, col, written, words),
        None => page.text(at, col, UNKNOWN, Look::words(Role::Body).middle()),
    };
    page.number(at, 0, f64::from(notice.number), figure)?;
    page.date(at, 1, notice.noted, Role::Body)?;
    said(page, 2, notice.when.as_deref())?;
    said(page, 3, notice.part_name.as_deref())?;
    said(page, 4, notice.place.as_deref())?;
    said(page, 5, Some(&notice.what))?;
    said(page, 6, notice.kind_name.as_deref())?;
    for (col, number) in [(7, notice.often), (8, notice.heavy), (9, notice.weight)] {
        match number {
            Some(number) => page.number(at, col, f64::from(number), figure)?,
            None => page.text(at, col, UNKNOWN, Look::words(Role::Body).middle())?,
        }
    }
    said(page, 10, notice.group.as_deref())?;
    page.text(at, 11, &notice.tags.join(" "), words)?;
    let merged = Look::of(Role::Body, Figure::Sparse(0)).middle();
    page.number(at, 12, count(notice.merged.len()), merged)
}

fn finish(
    page: Page,
    contents: &Contents,
    text: &Text,
    title: &str,
    heading: Option<(u32, u32)>,
) -> Result<(), XlsxError> {
    let office = office(contents, text);
    page.finish(&Print {
        paper: Paper::Landscape,
        heading,
        stays: 0,
        tall: u16::from(heading.is_none()),
        wide: 1,
        office: &office,
        title,
    })
}

/// Kind by part of the day as counts and as weights, then by place and by group.
fn counts(book: &mut Workbook, contents: &Contents, text: &Text) -> Result<(), XlsxError> {
    let found = &contents.issues.notices;
    let name = text.get("notices-sheet-counts");
    let mut page = Page::add(book, text, &name)?;
    head(&mut page, contents, text, &text.get("notices-sheet-counts-title"))?;
    let last = column(found.parts.len() + 1);
    page.across(2, (0, last), &lead(found, text), Look::words(Role::Lead).wrapped())?;
    page.fix(0, 34.0);
    for col in 1..=last {
        page.fix(col, 11.0);
    }
    let top = heat(
        &mut page,
        found,
        4,
        &text.get("notices-heat-counts"),
        |cell| Some(count(cell.count)),
        text,
    )?;
    let weight = |cell: NoticeCell| cell.weight.map(f64::from);
    let top = heat(
        &mut page,
        found,
        top + 1,
        &text.get("notices-heat-weights"),
        weight,
        text,
    )?;
    let mut places = found.places.clone();
    if let Some(others) = &found.other_places {
        let at = places.len() - usize::from(places.last().is_some_and(|place| place.id.is_none()));
        let name = text.say(&phrase("notices-other-places").with("count", others.places));
        places.insert(
            at,
            NoticeCount {
                id: None,
                name,
                cell: others.cell,
            },
        );
    }
    let left = table(
        &mut page,
        &places,
        (top + 1, (0, 0)),
        &text.get("notices-by-place"),
        text,
    )?;
    let right = (4, last - 2);
    let right = table(
        &mut page,
        &found.groups,
        (top + 1, right),
        &text.get("notices-by-group"),
        text,
    )?;
    let top = left.max(right);
    let without = phrase("notices-without")
        .with("count", found.count)
        .with("kind", found.without_kind)
        .with("part", found.without_part)
        .with("weight", found.without_weight);
    page.across(
        top + 1,
        (0, last),
        &text.say(&without),
        Look::words(Role::Note).wrapped(),
    )?;
    finish(page, contents, text, &name, None)
}

/// One heat map with its sums; gives the row after it.
fn heat(
    page: &mut Page,
    found: &NoticesFinding,
    top: u32,
    title: &str,
    value: impl Fn(NoticeCell) -> Option<f64>,
    text: &Text,
) -> Result<u32, XlsxError> {
    let heads = Look::words(Role::Head).middle();
    let sums = column(found.parts.len() + 1);
    page.text(top, 0, title, Look::words(Role::Section))?;
    page.blank(top + 1, (0, 0), Role::Head)?;
    for (place, part) in found.parts.iter().enumerate() {
        page.text(top + 1, column(place + 1), &part.name, heads)?;
    }
    page.text(top + 1, sums, &text.get("notices-sum"), heads)?;
    let first = top + 2;
    let body = Look::of(Role::Body, Figure::Sparse(0)).middle();
    let total = Look::of(Role::Total, Figure::Sparse(0)).middle();
    let known = |cell: NoticeCell| value(cell).unwrap_or(0.0);
    for (place, (kind, cells)) in found.kinds.iter().zip(&found.heat).enumerate() {
        let at = first + row(place);
        page.text(at, 0, &kind.name, Look::words(Role::Body))?;
        for (col, cell) in cells.iter().enumerate() {
            match value(*cell) {
                Some(number) => page.number(at, column(col + 1), number, body)?,
                None => page.blank(at, (column(col + 1), column(col + 1)), Role::Body)?,
            }
        }
        page.formula((at, sums), &sum_along(at, (1, sums - 1)), known(kind.cell), body)?;
    }
    let last = first + row(found.kinds.len()) - 1;
    let scale = ConditionalFormat2ColorScale::new()
        .set_minimum_color(LEAST)
        .set_maximum_color(MOST);
    page.sheet().add_conditional_format(first, 1, last, sums - 1, &scale)?;
    page.text(last + 1, 0, &text.get("notices-sum"), Look::words(Role::Total))?;
    let mut all = 0.0;
    for (place, part) in found.parts.iter().enumerate() {
        let col = column(place + 1);
        all += known(part.cell);
        page.formula((last + 1, col), &sum_down((first, last), col), known(part.cell), total)?;
    }
    page.formula((last + 1, sums), &sum_down((first, last), sums), all, total)?;
    Ok(last + 2)
}

/// Names, over some columns, with how many notices and what they weigh; gives the row after it.
fn table(
    page: &mut Page,
    counts: &[NoticeCount],
    (top, names): (u32, (u16, u16)),
    title: &str,
    text: &Text,
) -> Result<u32, XlsxError> {
    let (of_count, of_weight) = (names.1 + 1, names.1 + 2);
    let heads = Look::words(Role::Head).middle();
    page.text(top, names.0, title, Look::words(Role::Section))?;
    page.blank(top + 1, names, Role::Head)?;
    page.text(top + 1, of_count, &text.get("notices-heat-legend"), heads)?;
    page.text(top + 1, of_weight, &text.get("notices-weight"), heads)?;
    let look = Look::of(Role::Body, Figure::Count).middle();
    for (place, line) in counts.iter().enumerate() {
        let at = top + 2 + row(place);
        page.across(at, names, &line.name, Look::words(Role::Body).wrapped())?;
        page.number(at, of_count, count(line.cell.count), look)?;
        match line.cell.weight {
            Some(weight) => page.number(at, of_weight, f64::from(weight), look)?,
            None => page.text(at, of_weight, UNKNOWN, Look::words(Role::Body).middle())?,
        }
    }
    Ok(top + 2 + row(counts.len()))
}
