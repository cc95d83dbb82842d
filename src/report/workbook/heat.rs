//! 時間帯×業務: minutes of a survey day by task and clock hour, the darker the longer; wave under wave.

use rust_xlsxwriter::{Color, ConditionalFormat2ColorScale, ConditionalFormatType, Workbook, XlsxError};

use super::look::{Figure, Look, Role};
use super::page::{Page, Paper, Print, column, row, sum_along, sum_down};
use super::{Contents, head, office};
use crate::office::SMALLEST_GROUP;
use crate::phrase::phrase;
use crate::report::finding::Heat;
use crate::text::Text;

const HEADING: u32 = 3;
/// Code and name.
const NAMES: u16 = 2;
const HOURS: u16 = 24;
/// Light enough for dark letters, on paper too.
const MOST: Color = Color::RGB(0x006B_AED6);
const LEAST: Color = Color::RGB(0x00FF_FFFF);

pub(super) fn add(book: &mut Workbook, contents: &Contents, text: &Text) -> Result<(), XlsxError> {
    let name = text.get("workbook-sheet-heat");
    let mut page = Page::add(book, text, &name)?;
    head(&mut page, contents, text, &text.get("workbook-heat-title"))?;
    let look = Look::words(Role::Head).middle();
    page.across(HEADING, (0, 1), &text.get("workbook-task"), look)?;
    for hour in 0..HOURS {
        page.text(HEADING, NAMES + hour, &hour.to_string(), look)?;
    }
    page.text(HEADING, NAMES + HOURS, &text.get("workbook-total"), look)?;
    page.fix(0, 5.0);
    page.fix(1, 44.0);
    for hour in 0..HOURS {
        page.fix(NAMES + hour, 6.2);
    }
    let mut top = HEADING + 1;
    for (index, heat) in contents.pictures.heat.iter().enumerate() {
        if index > 0 {
            page.break_before(top);
        }
        // Task by hour comes close to the diary of a person; no form asks for it.
        if heat.size.people < SMALLEST_GROUP && !contents.with_staff {
            let hidden = text.say(&phrase("chart-hidden").with("people", SMALLEST_GROUP));
            page.text(
                top,
                0,
                &format!("{}  {hidden}", heat.size.label),
                Look::words(Role::Note),
            )?;
            top += 2;
            continue;
        }
        top = block(&mut page, heat, top, text)? + 1;
    }
    page.text(top, 0, &text.get("workbook-heat-note"), Look::words(Role::Note))?;
    let office = office(contents, text);
    page.finish(&Print {
        paper: Paper::Landscape,
        heading: Some((0, HEADING)),
        stays: NAMES,
        tall: 0,
        wide: 1,
        office: &office,
        title: &name,
    })
}

/// One wave: a band, its tasks, what is unfilled, the total. Returns the row after it.
fn block(page: &mut Page, heat: &Heat, top: u32, text: &Text) -> Result<u32, XlsxError> {
    let band = phrase("workbook-heat-band")
        .with("wave", heat.size.label.as_str())
        .with("days", heat.size.days);
    page.across(top, (0, NAMES + HOURS), &text.say(&band), Look::words(Role::Group))?;
    let first = top + 1;
    for (offset, line) in heat.rows.iter().enumerate() {
        let at = first + row(offset);
        page.text(at, 0, &line.code, Look::words(Role::Body).middle())?;
        page.text(at, 1, &line.name, Look::words(Role::Body))?;
        fields(page, heat, &line.minutes, (at, Role::Body))?;
    }
    let last = top + row(heat.rows.len());
    if last >= first {
        let scale = ConditionalFormat2ColorScale::new()
            .set_minimum_color(LEAST)
            // One long field would leave all others pale.
            .set_maximum(ConditionalFormatType::Percentile, 97)
            .set_maximum_color(MOST);
        page.sheet()
            .add_conditional_format(first, NAMES, last, NAMES + HOURS - 1, &scale)?;
    }
    let total = last + 1;
    page.blank(total, (0, 0), Role::Total)?;
    page.text(total, 1, &text.get("workbook-total-filled"), Look::words(Role::Total))?;
    let look = Look::of(Role::Total, Figure::Decimals(1));
    for hour in 0..=HOURS {
        let minutes = heat.rows.iter().map(|row| match row.minutes.get(usize::from(hour)) {
            Some(minutes) => *minutes,
            None => row.minutes.iter().sum(),
        });
        let value = heat.per_day(minutes.sum());
        page.formula(
            (total, NAMES + hour),
            &sum_down((first, last), NAMES + hour),
            value,
            look,
        )?;
    }
    page.blank(total + 1, (0, 0), Role::Body)?;
    page.text(total + 1, 1, &text.get("workbook-unfilled"), Look::words(Role::Body))?;
    fields(page, heat, &heat.unfilled, (total + 1, Role::Body))?;
    Ok(total + 2)
}

fn fields(page: &mut Page, heat: &Heat, minutes: &[u32; 24], (at, role): (u32, Role)) -> Result<(), XlsxError> {
    let look = Look::of(role, Figure::Sparse(1));
    for (hour, minutes) in minutes.iter().enumerate() {
        page.number(at, NAMES + column(hour), heat.per_day(*minutes), look)?;
    }
    let whole = heat.per_day(minutes.iter().sum());
    let formula = sum_along(at, (NAMES, NAMES + HOURS - 1));
    page.formula((at, NAMES + HOURS), &formula, whole, look)
}
