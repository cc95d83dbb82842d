//! データ連携: what sending slips takes before and after as live formulas, what is saved, and slips that went as data.

use rust_xlsxwriter::{Chart, ChartDataLabelPosition, ChartType, Workbook, XlsxError};

use super::look::{Figure, Look, Role};
use super::page::{Page, Paper, Print, cell, count, row};
use super::{Contents, head, linkage_table, office, paint};
use crate::phrase::phrase;
use crate::report::finding::{LinkageFinding, LinkageMonth};
use crate::report::yen_text;
use crate::text::Text;

/// Way, step, then three columns of each month, then what is saved in a month and a year.
pub(super) const LAST: u16 = 7;
pub(super) const WIDTHS: [f64; 8] = [16.0, 34.0, 12.0, 12.0, 12.0, 12.0, 12.0, 12.0];
/// Columns of the months in the table of what is saved, and of the savings.
const BEFORE: u16 = 2;
const AFTER: u16 = 3;
const SAVED: u16 = 4;
const YEAR: u16 = 5;
/// Rows that a chart takes.
const CHART_ROWS: u32 = 12;

pub(super) const WORDS: Look = Look::words(Role::Body);
pub(super) const COUNT: Look = Look::of(Role::Body, Figure::Count);
pub(super) const TOTAL: Look = Look::of(Role::Total, Figure::Count);

pub(super) fn add(book: &mut Workbook, contents: &Contents, text: &Text) -> Result<(), XlsxError> {
    let found = contents.linkage;
    if found.ways.is_empty() && found.slips.months.is_empty() {
        return Ok(());
    }
    let name = text.get("linkage-sheet");
    let mut page = Page::add(book, text, &name)?;
    head(&mut page, contents, text, &text.get("linkage-sheet-title"))?;
    for (col, units) in (0u16..).zip(WIDTHS) {
        page.fix(col, units);
    }
    let mut top = 2;
    if !found.ways.is_empty() {
        page.across(top, (0, LAST), &found.sentence, Look::words(Role::Lead).wrapped())?;
        top = saving(&mut page, found, top + 1, text)?;
    }
    if !found.slips.months.is_empty() {
        top = slips(&mut page, found, top + 1, text)?;
    }
    references(&mut page, found, top + 1, text)?;
    let office = office(contents, text);
    page.finish(&Print {
        paper: Paper::Landscape,
        heading: Some((0, 1)),
        stays: 0,
        tall: 0,
        wide: 1,
        office: &office,
        title: &name,
    })
}

pub(super) fn heads(page: &mut Page, at: u32, names: &[String]) -> Result<(), XlsxError> {
    for (col, name) in (0u16..).zip(names) {
        page.text(at, col, name, Look::words(Role::Head).middle().wrapped())?;
    }
    Ok(())
}

pub(super) fn side_name(side: &'static str, month: Option<&LinkageMonth>, text: &Text) -> String {
    match month {
        Some(month) => text.say(
            &phrase("linkage-text-month")
                .with("side", phrase(side))
                .with("month", month.month.to_string()),
        ),
        None => text.get(side),
    }
}

#[expect(clippy::cast_precision_loss, reason = "minutes and yen of an office")]
pub(super) fn whole(number: u64) -> f64 {
    number as f64
}

#[expect(clippy::cast_precision_loss, reason = "minutes and yen of an office")]
fn signed(number: i64) -> f64 {
    number as f64
}

/// What is saved, then the ways and steps that it is computed from. Returns the row after.
fn saving(page: &mut Page, found: &LinkageFinding, top: u32, text: &Text) -> Result<u32, XlsxError> {
    let mut at = top;
    for note in &found.notes {
        page.across(at, (0, LAST), note, Look::words(Role::Note).wrapped())?;
        at += 1;
    }
    let inputs = at + 1;
    let result = inputs + 3;
    let steps = result + 7 + CHART_ROWS;
    let tables = linkage_table::tables(page, found, steps, text)?;
    costs(page, found, inputs, text)?;
    results(page, found, (inputs, result), &tables, text)?;
    chart(page, found, &tables, result + 6, text)?;
    Ok(tables.end)
}

/// Wage and licence: the cells on which the formulas of the results stand.
fn costs(page: &mut Page, found: &LinkageFinding, at: u32, text: &Text) -> Result<(), XlsxError> {
    let wage = if found.wage_of_ledger {
        text.get("linkage-text-of-ledger")
    } else {
        String::new()
    };
    let licence = match &found.licence.note {
        Some(note) => note.clone(),
        None if found.licence.own => text.get("linkage-text-own"),
        None => String::new(),
    };
    let lines = [
        ("linkage-sheet-wage", found.wage, wage),
        ("linkage-sheet-licence", found.licence.yen, licence),
    ];
    for (place, (key, value, note)) in lines.into_iter().enumerate() {
        let at = at + row(place);
        page.across(at, (0, 1), &text.get(key), WORDS)?;
        page.known(at, BEFORE, value.map(f64::from), COUNT)?;
        page.across(at, (AFTER, LAST), &note, Look::words(Role::Note).wrapped())?;
    }
    Ok(())
}

/// Minutes and yen of both months, and what is saved in a month and in a year, all as formulas.
fn results(
    page: &mut Page,
    found: &LinkageFinding,
    (inputs, top): (u32, u32),
    tables: &linkage_table::Tables,
    text: &Text,
) -> Result<(), XlsxError> {
    let (wage, licence) = (cell(inputs, BEFORE), cell(inputs + 1, BEFORE));
    let names = [
        String::new(),
        String::new(),
        side_name("linkage-before", found.before.as_ref(), text),
        side_name("linkage-after", found.after.as_ref(), text),
        text.get("linkage-sheet-saved-month"),
        text.get("linkage-sheet-saved-year"),
    ];
    heads(page, top, &names)?;
    let keys = [
        "linkage-row-minutes",
        "linkage-row-labour",
        "linkage-row-expenses",
        "linkage-row-cost",
    ];
    for (place, key) in keys.into_iter().enumerate() {
        page.across(top + 1 + row(place), (0, 1), &text.get(key), WORDS)?;
    }
    let [minutes, labour, expenses, cost] = [1, 2, 3, 4].map(|rows| top + rows);
    let months = [
        (BEFORE, &found.before, tables.before_cells()),
        (AFTER, &found.after, tables.after_cells()),
    ];
    for (col, month, (minutes_cell, expenses_cell)) in months {
        let Some(month) = month else {
            for at in [minutes, labour, expenses, cost] {
                page.unknown(at, col, COUNT)?;
            }
            continue;
        };
        page.formula((minutes, col), &format!("={minutes_cell}"), whole(month.minutes), COUNT)?;
        page.formula(
            (expenses, col),
            &format!("={expenses_cell}"),
            whole(month.expenses),
            COUNT,
        )?;
        if let (Some(work), Some(sum)) = (month.labour, month.cost) {
            let formula = format!("=ROUND({}*{wage}/60,0)", cell(minutes, col));
            page.formula((labour, col), &formula, whole(work), COUNT)?;
            let formula = format!("={}+{}", cell(labour, col), cell(expenses, col));
            page.formula((cost, col), &formula, whole(sum), COUNT)?;
        } else {
            page.unknown(labour, col, COUNT)?;
            page.unknown(cost, col, COUNT)?;
        }
    }
    let saved = &found.saving;
    let work = found.before.as_ref().zip(found.after.as_ref());
    let work = work.and_then(|(before, after)| {
        let [before, after] = [before.labour?, after.labour?].map(i64::try_from);
        Some(before.ok()? - after.ok()?)
    });
    let rows = [
        (minutes, saved.minutes_a_month, saved.minutes_a_year, false),
        (labour, work, None, false),
        (expenses, saved.expenses_a_month, saved.expenses_a_year, true),
        (cost, saved.yen_a_month, saved.yen_a_year, true),
    ];
    for (at, month, year, net) in rows {
        match month {
            Some(month) => {
                let formula = format!("={}-{}", cell(at, BEFORE), cell(at, AFTER));
                page.formula((at, SAVED), &formula, signed(month), COUNT)?;
            }
            None => page.unknown(at, SAVED, COUNT)?,
        }
        match year {
            Some(year) => {
                let less = if net { format!("-{licence}") } else { String::new() };
                let formula = format!("=12*({}-{}){less}", cell(at, BEFORE), cell(at, AFTER));
                page.formula((at, YEAR), &formula, signed(year), COUNT)?;
            }
            None => page.unknown(at, YEAR, COUNT)?,
        }
    }
    page.across(top + 5, (0, LAST), &found.rule, Look::words(Role::Note).wrapped())
}

/// Minutes by way before and after.
fn chart(
    page: &mut Page,
    found: &LinkageFinding,
    tables: &linkage_table::Tables,
    at: u32,
    text: &Text,
) -> Result<(), XlsxError> {
    let name = page.name();
    let mut chart = Chart::new(ChartType::Bar);
    let (first, last) = tables.ways;
    let months = [
        (&found.before, linkage_table::MINUTES_BEFORE),
        (&found.after, linkage_table::MINUTES_AFTER),
    ];
    for (place, (month, col)) in months.into_iter().enumerate() {
        if month.is_none() {
            continue;
        }
        chart
            .add_series()
            .set_name((name.as_str(), first - 1, col))
            .set_categories((name.as_str(), first, 0, last, 0))
            .set_values((name.as_str(), first, col, last, col))
            .set_format(&mut paint::wave(place))
            .set_data_label(&paint::values("#,##0", ChartDataLabelPosition::OutsideEnd))
            .set_gap(60);
    }
    let title = text.get("linkage-sheet-chart");
    paint::dress(&mut chart, &title, &text.get("linkage-row-minutes"), "");
    paint::lay(&mut chart, "#,##0");
    chart
        .set_width(page.pixels((0, LAST)).min(900))
        .set_height(CHART_ROWS * 23)
        .set_alt_text(title);
    page.sheet().insert_chart_with_offset(at, 0, &chart, 4, 4)?;
    Ok(())
}

/// Slips that went as data, by month. Returns the row after.
fn slips(page: &mut Page, found: &LinkageFinding, top: u32, text: &Text) -> Result<u32, XlsxError> {
    let slips = &found.slips;
    page.break_before(top);
    page.text(top, 0, &text.get("linkage-sheet-slips"), Look::words(Role::Section))?;
    page.across(top + 1, (0, LAST), &slips.sentence, Look::words(Role::Lead).wrapped())?;
    let heading = top + 2;
    let keys = [
        "linkage-column-month",
        "linkage-column-slips",
        "linkage-column-planned",
        "linkage-column-done",
        "linkage-column-sent",
        "linkage-column-received",
        "linkage-column-partners",
        "linkage-column-users",
    ];
    heads(page, heading, &keys.map(|key| text.get(key)))?;
    let (first, last) = (heading + 1, heading + row(slips.months.len()));
    for (place, month) in slips.months.iter().enumerate() {
        let at = first + row(place);
        page.text(at, 0, &month.month.to_string(), WORDS.middle())?;
        let formula = format!("={}+{}", cell(at, 2), cell(at, 3));
        page.formula((at, 1), &formula, count(month.slips), COUNT)?;
        let figures = [
            Some(month.planned),
            Some(month.done),
            month.sent,
            month.received,
            month.partners,
            Some(month.users),
        ];
        for (col, figure) in (2u16..).zip(figures) {
            page.known(at, col, figure.map(count), COUNT)?;
        }
    }
    let mut at = last + 1;
    for note in &slips.notes {
        page.across(at, (0, LAST), note, Look::words(Role::Note).wrapped())?;
        at += 1;
    }
    let name = page.name();
    let mut chart = Chart::new(ChartType::ColumnStacked);
    for (place, col) in [2u16, 3].into_iter().enumerate() {
        chart
            .add_series()
            .set_name((name.as_str(), heading, col))
            .set_categories((name.as_str(), first, 0, last, 0))
            .set_values((name.as_str(), first, col, last, col))
            .set_format(&mut paint::wave(place + 1))
            .set_gap(60);
    }
    let title = text.get("linkage-sheet-slips");
    paint::dress(&mut chart, &title, "", &text.get("linkage-column-slips"));
    chart.y_axis().set_num_format("#,##0").set_min(0);
    chart
        .set_width(page.pixels((0, LAST)).min(900))
        .set_height(CHART_ROWS * 23)
        .set_alt_text(title);
    page.sheet().insert_chart_with_offset(at, 0, &chart, 4, 4)?;
    Ok(at + CHART_ROWS)
}

/// Published figures and prices: 参考, no results.
fn references(page: &mut Page, found: &LinkageFinding, top: u32, text: &Text) -> Result<(), XlsxError> {
    page.text(top, 0, &text.get("linkage-text-references"), Look::words(Role::Section))?;
    let said = found.references.iter().map(|reference| {
        text.say(
            &phrase("linkage-text-reference-yen")
                .with("text", reference.text.as_str())
                .with("source", reference.source.as_str()),
        )
    });
    let prices = found.licences.iter().map(|price| {
        let from = phrase("linkage-licence-from")
            .with("from", price.from.to_string())
            .with("yen", yen_text(price.yen.map(i64::from), text));
        format!(
            "{} {} {} ({})",
            text.get("linkage-text-licence"),
            text.say(&from),
            price.note,
            price.source
        )
    });
    for (place, line) in said.chain(prices).enumerate() {
        let at = top + 1 + row(place);
        page.across(at, (0, LAST), &line, Look::words(Role::Note).wrapped())?;
    }
    Ok(())
}
