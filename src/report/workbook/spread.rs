//! 個人差: how far people lie apart, without saying who; waves of fewer than three people stay empty.

use rust_xlsxwriter::{Chart, ChartFormat, ChartType, Workbook, XlsxError};

use super::look::{Figure, Look, Role};
use super::page::{Page, Paper, Print, column, count, row};
use super::{Contents, head, office, paint};
use crate::office::SMALLEST_GROUP;
use crate::phrase::phrase;
use crate::report::finding::{PeopleSpread, SpreadMeasure, SpreadWave};
use crate::text::Text;

const HEADING: u32 = 3;
/// Measure with its wave, people.
const FIRST: u16 = 2;

pub(super) fn add(book: &mut Workbook, contents: &Contents, text: &Text) -> Result<(), XlsxError> {
    let name = text.get("workbook-sheet-spread");
    let mut page = Page::add(book, text, &name)?;
    head(&mut page, contents, text, &text.get("workbook-spread-title"))?;
    let found = &contents.pictures.spread;
    let headings = [
        text.get("workbook-category-or-indicator"),
        text.get("workbook-people"),
        text.get("workbook-least"),
        text.get("workbook-lower-quartile"),
        text.get("workbook-median"),
        text.get("workbook-upper-quartile"),
        text.get("workbook-most"),
        text.get("workbook-mean"),
        text.get("workbook-box-low"),
        text.get("workbook-box-high"),
    ];
    for (index, heading) in headings.iter().enumerate() {
        page.text(
            HEADING,
            column(index),
            heading,
            Look::words(Role::Head).middle().wrapped(),
        )?;
        page.at_least((column(index), column(index)), 10.0);
    }
    page.fix(0, 34.0);
    let mut at = HEADING + 1;
    for measure in &found.measures {
        for (wave, size) in measure.waves.iter().zip(&found.waves) {
            line(&mut page, measure, (wave, &size.label), (at, text))?;
            at += 1;
        }
    }
    let note = phrase("workbook-spread-note").with("people", SMALLEST_GROUP);
    page.text(at, 0, &text.say(&note), Look::words(Role::Note))?;
    if !found.hidden() {
        chart(&mut page, found, at, text)?;
    }
    let office = office(contents, text);
    page.finish(&Print {
        paper: Paper::Landscape,
        heading: Some((0, HEADING)),
        stays: 1,
        tall: 1,
        wide: 1,
        office: &office,
        title: &name,
    })
}

fn line(
    page: &mut Page,
    measure: &SpreadMeasure,
    (wave, label): (&SpreadWave, &str),
    (at, text): (u32, &Text),
) -> Result<(), XlsxError> {
    let name = phrase("chart-bar-name")
        .with("period", measure.name.as_str())
        .with("wave", label);
    page.text(at, 0, &text.say(&name), Look::words(Role::Body))?;
    let look = Look::of(Role::Body, Figure::Decimals(1));
    let people = (!wave.hidden).then(|| count(wave.people));
    page.known(at, 1, people, Look::of(Role::Body, Figure::Count))?;
    let Some(five) = wave.five else {
        for col in FIRST..FIRST + 8 {
            page.unknown(at, col, look)?;
        }
        return Ok(());
    };
    for (index, value) in five.into_iter().enumerate() {
        page.number(at, FIRST + column(index), value, look)?;
    }
    page.known(at, FIRST + 5, wave.mean, look)?;
    // Heights of the two halves of the box.
    let cell = super::page::cell;
    let [_, lower, middle, upper, _] = five;
    let low = format!("={}-{}", cell(at, FIRST + 2), cell(at, FIRST + 1));
    let high = format!("={}-{}", cell(at, FIRST + 3), cell(at, FIRST + 2));
    page.formula((at, FIRST + 6), &low, middle - lower, look)?;
    page.formula((at, FIRST + 7), &high, upper - middle, look)
}

/// Boxes from the lower to the upper quartile; the median is where the two halves meet.
fn chart(page: &mut Page, found: &PeopleSpread, below: u32, text: &Text) -> Result<(), XlsxError> {
    let name = page.name();
    let rows = found.measures.len() * found.waves.len();
    let (from, to) = (HEADING + 1, HEADING + row(rows));
    let mut chart = Chart::new(ChartType::BarStacked);
    let mut nothing = ChartFormat::new();
    nothing.set_no_fill().set_no_border();
    for (place, col) in [FIRST + 1, FIRST + 6, FIRST + 7].into_iter().enumerate() {
        let mut format = match place {
            0 => nothing.clone(),
            1 => paint::wave(0),
            _ => paint::wave(1),
        };
        chart
            .add_series()
            .set_name((name.as_str(), HEADING, col))
            .set_categories((name.as_str(), from, 0, to, 0))
            .set_values((name.as_str(), from, col, to, col))
            .set_format(&mut format)
            .set_gap(50);
    }
    let title = text.get("workbook-spread-chart");
    paint::dress(
        &mut chart,
        &title,
        &text.get("workbook-minutes"),
        &text.get("workbook-wave"),
    );
    paint::lay(&mut chart, "#,##0");
    chart.x_axis().set_min(0);
    let bars = u32::try_from(rows).unwrap_or(1);
    chart
        .set_width(page.pixels((0, FIRST + 7)).min(1000))
        .set_height((170 + 34 * bars).min(620))
        .set_alt_text(title);
    page.sheet().insert_chart_with_offset(below + 2, 0, &chart, 8, 4)?;
    Ok(())
}
