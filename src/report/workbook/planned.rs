//! 業務表と実際: by task and by hour, of waves with timetables and enough people.

use rust_xlsxwriter::{Chart, ChartType, Workbook, XlsxError};

use super::look::{Figure, Look, Role};
use super::page::{Page, Paper, Print, column, row, sum_down};
use super::{Contents, head, office, paint};
use crate::phrase::phrase;
use crate::report::finding::{PlanFigures, PlanWave};
use crate::text::Text;

const HEADING: u32 = 3;
const NAMES: u16 = 2;

/// One column of figures.
type FigureOf = fn(&PlanFigures) -> u32;

/// As planned, shifted, not done and not planned make the bars; planned and done are their sums.
const FIGURES: [FigureOf; 6] = [
    |figures| figures.as_planned,
    |figures| figures.shifted,
    |figures| figures.not_done,
    |figures| figures.not_planned,
    |figures| figures.planned,
    |figures| figures.done,
];

/// Adds the sheet, where there is a wave to show.
pub(super) fn add(book: &mut Workbook, contents: &Contents, text: &Text) -> Result<(), XlsxError> {
    let shown = |wave: &&PlanWave| wave.compared > 0 && !wave.hidden;
    let waves: Vec<&PlanWave> = contents.pictures.plan.waves.iter().filter(shown).collect();
    if waves.is_empty() {
        return Ok(());
    }
    let name = text.get("workbook-sheet-plan");
    let mut page = Page::add(book, text, &name)?;
    head(&mut page, contents, text, &text.get("workbook-plan-title"))?;
    page.fix(0, 8.0);
    page.fix(1, 44.0);
    let mut top = HEADING;
    for (index, wave) in waves.into_iter().enumerate() {
        if index > 0 {
            page.break_before(top);
        }
        top = block(&mut page, wave, top, text)? + 2;
    }
    let office = office(contents, text);
    page.finish(&Print {
        paper: Paper::Landscape,
        heading: None,
        stays: 0,
        tall: 0,
        wide: 1,
        office: &office,
        title: &name,
    })
}

/// One wave: the sentence, the tasks with their bars, the hours with their columns. Returns the row after it.
fn block(page: &mut Page, wave: &PlanWave, top: u32, text: &Text) -> Result<u32, XlsxError> {
    let last_column = NAMES + column(FIGURES.len()) - 1;
    let band = phrase("workbook-plan-band")
        .with("wave", wave.label.as_str())
        .with("compared", wave.compared)
        .with("sheets", wave.sheets);
    page.across(top, (0, last_column), &text.say(&band), Look::words(Role::Group))?;
    page.across(
        top + 1,
        (0, last_column),
        &wave.sentence,
        Look::words(Role::Lead).wrapped(),
    )?;
    let heading = top + 2;
    let names = [
        text.get("chart-plan-as-planned"),
        text.get("chart-plan-shifted"),
        text.get("chart-plan-not-done"),
        text.get("chart-plan-not-planned"),
        text.get("chart-plan-planned"),
        text.get("chart-plan-done"),
    ];
    let look = Look::words(Role::Head).middle().wrapped();
    page.across(
        heading,
        (0, 1),
        &text.get("workbook-task"),
        Look::words(Role::Head).middle(),
    )?;
    for (index, name) in names.iter().enumerate() {
        page.text(heading, NAMES + column(index), name, look)?;
        page.at_least((NAMES + column(index), NAMES + column(index)), 13.0);
    }
    let lines: Vec<_> = wave
        .tasks
        .iter()
        .filter(|line| line.figures.planned + line.figures.done > 0)
        .collect();
    let (first, last) = (heading + 1, heading + row(lines.len()));
    let whole = Look::of(Role::Body, Figure::Count);
    for (offset, line) in lines.iter().enumerate() {
        let at = first + row(offset);
        page.text(at, 0, &line.code, Look::words(Role::Body).middle())?;
        page.text(at, 1, &line.name, Look::words(Role::Body))?;
        for (index, of) in FIGURES.iter().enumerate() {
            page.number(at, NAMES + column(index), f64::from(of(&line.figures)), whole)?;
        }
    }
    let total = last + 1;
    page.blank(total, (0, 0), Role::Total)?;
    page.text(total, 1, &text.get("workbook-total"), Look::words(Role::Total))?;
    for (index, of) in FIGURES.iter().enumerate() {
        let col = NAMES + column(index);
        let look = Look::of(Role::Total, Figure::Count);
        page.formula(
            (total, col),
            &sum_down((first, last), col),
            f64::from(of(&wave.whole)),
            look,
        )?;
    }
    bars(page, wave, (heading, first, last), text)?;
    hours(page, wave, total + 2, text)
}

fn bars(
    page: &mut Page,
    wave: &PlanWave,
    (heading, first, last): (u32, u32, u32),
    text: &Text,
) -> Result<(), XlsxError> {
    let name = page.name();
    let mut chart = Chart::new(ChartType::BarStacked);
    for index in 0..4 {
        let col = NAMES + column(index);
        chart
            .add_series()
            .set_name((name.as_str(), heading, col))
            .set_categories((name.as_str(), first, 1, last, 1))
            .set_values((name.as_str(), first, col, last, col))
            .set_format(&mut paint::plan(index))
            .set_gap(30);
    }
    let title = text.say(&phrase("workbook-plan-chart").with("wave", wave.label.as_str()));
    paint::dress(
        &mut chart,
        &title,
        &text.get("workbook-minutes"),
        &text.get("workbook-task"),
    );
    paint::lay(&mut chart, "#,##0");
    chart.x_axis().set_min(0);
    chart.y_axis().set_font(&paint::letters(8.0));
    let alt = format!("{title}\n{}", wave.sentence);
    chart.set_width(760).set_height(660).set_alt_text(alt);
    let right = NAMES + column(FIGURES.len());
    page.sheet().insert_chart_with_offset(heading, right, &chart, 16, 4)?;
    Ok(())
}

/// Planned and done by clock hour, with columns beside. Returns the row after it.
fn hours(page: &mut Page, wave: &PlanWave, top: u32, text: &Text) -> Result<u32, XlsxError> {
    let look = Look::words(Role::Head).middle();
    page.across(top, (0, 1), &text.get("workbook-hour"), look)?;
    let names = [
        text.get("chart-plan-planned"),
        text.get("chart-plan-done"),
        text.get("workbook-unfilled"),
    ];
    for (index, name) in names.iter().enumerate() {
        page.text(top, NAMES + column(index), name, look)?;
    }
    let (first, last) = (top + 1, top + row(wave.hours.len()));
    let whole = Look::of(Role::Body, Figure::Count);
    for (offset, hour) in wave.hours.iter().enumerate() {
        let at = first + row(offset);
        let said = text.say(&phrase("workbook-hour-of").with("hour", hour.hour));
        page.blank(at, (0, 0), Role::Body)?;
        page.text(at, 1, &said, Look::words(Role::Body).right())?;
        for (index, minutes) in [hour.planned, hour.done, hour.unfilled].into_iter().enumerate() {
            page.number(at, NAMES + column(index), f64::from(minutes), whole)?;
        }
    }
    let name = page.name();
    let mut chart = Chart::new(ChartType::Column);
    for index in 0..2 {
        let col = NAMES + column(index);
        chart
            .add_series()
            .set_name((name.as_str(), top, col))
            .set_categories((name.as_str(), first, 1, last, 1))
            .set_values((name.as_str(), first, col, last, col))
            .set_format(&mut paint::wave(index))
            .set_gap(40);
    }
    let title = text.say(&phrase("workbook-plan-hours").with("wave", wave.label.as_str()));
    paint::dress(
        &mut chart,
        &title,
        &text.get("workbook-hour"),
        &text.get("workbook-minutes"),
    );
    chart.y_axis().set_num_format("#,##0").set_min(0);
    chart.x_axis().set_font(&paint::letters(8.0));
    chart.set_width(760).set_height(440).set_alt_text(title);
    let right = NAMES + column(FIGURES.len());
    // Below the bars of the tasks, also where few tasks leave their table shorter than the picture.
    page.sheet().insert_chart_with_offset(top + 4, right, &chart, 16, 4)?;
    Ok(last + 1)
}
