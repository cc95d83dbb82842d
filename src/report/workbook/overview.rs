//! 概要: one page with the office, the waves, three sentences and one picture.

use rust_xlsxwriter::{Chart, ChartDataLabelPosition, ChartType, Workbook, XlsxError};

use super::look::{Figure, Look, Role};
use super::page::{Page, Paper, Print, cell, column, count, row, sum_along};
use super::{Contents, head, office, paint};
use crate::effect::{Family, Verdict};
use crate::office::SMALLEST_GROUP;
use crate::phrase::phrase;
use crate::report::finding::{Class, IndicatorFinding, Summary, WaveSummary};
use crate::report::share_text;
use crate::text::Text;

const LAST: u16 = 8;
const SENTENCES: usize = 3;

pub(super) fn add(book: &mut Workbook, contents: &Contents, text: &Text) -> Result<(), XlsxError> {
    let title = text.get("workbook-overview-title");
    let name = text.get("workbook-sheet-overview");
    let mut page = Page::add(book, text, &name)?;
    head(&mut page, contents, text, &title)?;
    byline(&mut page, contents, text)?;
    let next = waves(&mut page, contents.summary, 3, text)?;
    let next = warning(&mut page, contents, next, text)?;
    let next = sentences(&mut page, contents, next + 1, text)?;
    picture(&mut page, contents, next + 1, text)?;
    let office = office(contents, text);
    page.finish(&Print {
        paper: Paper::Portrait,
        heading: None,
        stays: 0,
        tall: 1,
        wide: 1,
        office: &office,
        title: &name,
    })
}

fn byline(page: &mut Page, contents: &Contents, text: &Text) -> Result<(), XlsxError> {
    if let Some(number) = &contents.summary.office.number {
        let number = phrase("workbook-office-number").with("number", number.as_str());
        page.text(1, 4, &text.say(&number), Look::words(Role::Byline))?;
    }
    let made = phrase("workbook-made").with("date", contents.made.format("%Y/%m/%d").to_string());
    page.text(1, LAST, &text.say(&made), Look::words(Role::Byline).right())
}

/// One row per wave: when, how many, how complete. Returns the row after it.
fn waves(page: &mut Page, summary: &Summary, top: u32, text: &Text) -> Result<u32, XlsxError> {
    page.text(top, 0, &text.get("workbook-overview-waves"), Look::words(Role::Section))?;
    let headings = [
        text.get("workbook-wave"),
        text.get("workbook-from"),
        text.get("workbook-to"),
        text.get("workbook-people"),
        text.get("workbook-sheets"),
        text.get("workbook-days"),
        text.get("workbook-filled-minutes"),
        text.get("workbook-unfilled-minutes"),
        text.get("workbook-filled-share"),
    ];
    for (index, heading) in headings.iter().enumerate() {
        page.text(top + 1, column(index), heading, Look::words(Role::Head).middle())?;
    }
    let whole = Look::of(Role::Body, Figure::Count);
    for (index, wave) in summary.waves.iter().enumerate() {
        let line = top + 2 + row(index);
        page.text(line, 0, &wave.label, Look::words(Role::Body))?;
        page.date(line, 1, wave.from, Role::Body)?;
        page.date(line, 2, wave.to, Role::Body)?;
        page.number(line, 3, count(wave.staff), whole)?;
        page.number(line, 4, count(wave.sheets), whole)?;
        page.number(line, 5, count(wave.days), whole)?;
        page.number(line, 6, f64::from(wave.minutes), whole)?;
        page.number(line, 7, f64::from(wave.unfilled), whole)?;
        let (filled, unfilled) = (cell(line, 6), cell(line, 7));
        page.ratio(
            (line, 8),
            &format!("={filled}/({filled}+{unfilled})"),
            (
                f64::from(wave.minutes),
                f64::from(wave.minutes) + f64::from(wave.unfilled),
            ),
            Look::of(Role::Body, Figure::Percent(1)),
        )?;
    }
    Ok(top + 2 + row(summary.waves.len()))
}

/// A warning when so few people took part in a wave that its figures may be known to be theirs. Returns the row after it.
fn warning(page: &mut Page, contents: &Contents, at: u32, text: &Text) -> Result<u32, XlsxError> {
    let people = contents.summary.waves.iter().map(|wave| wave.staff);
    if contents.with_staff || !few(people) {
        return Ok(at);
    }
    let words = text.say(&phrase("workbook-few-people").with("people", SMALLEST_GROUP));
    page.across(at, (0, LAST), &words, Look::words(Role::Warning).wrapped())?;
    Ok(at + 1)
}

/// Whether one of these groups has people, but so few that they may be told.
pub(super) fn few(people: impl IntoIterator<Item = usize>) -> bool {
    people.into_iter().any(|people| people > 0 && people < SMALLEST_GROUP)
}

/// The three main sentences. Returns the row after them.
fn sentences(page: &mut Page, contents: &Contents, top: u32, text: &Text) -> Result<u32, XlsxError> {
    page.text(
        top,
        0,
        &text.get("workbook-overview-findings"),
        Look::words(Role::Section),
    )?;
    let sentence = Look::words(Role::Lead).wrapped();
    let mut line = top + 1;
    if let Some(comparison) = contents.comparisons.last() {
        let main = main_findings(&comparison.indicators);
        for finding in &main {
            page.text(
                line,
                0,
                &verdict(finding.verdict, text),
                Look::words(Role::Lead).wrapped(),
            )?;
            page.across(line, (1, LAST - 1), &finding.sentence, sentence)?;
            let grade = phrase("workbook-grade-of").with("grade", finding.grade.letter());
            page.text(line, LAST, &text.say(&grade), Look::words(Role::Lead).wrapped().right())?;
            line += 1;
        }
        if comparison.indicators.len() > main.len() {
            let others = phrase("workbook-overview-others").with("sheet", text.get("workbook-sheet-effect"));
            page.across(line, (1, LAST), &text.say(&others), Look::words(Role::Note))?;
            line += 1;
        }
    }
    if line == top + 1 {
        for words in plain_sentences(contents.summary, text) {
            page.across(line, (0, LAST), &words, sentence)?;
            line += 1;
        }
    }
    Ok(line)
}

/// The verdict as people read it, with a sign so that colour is never needed.
pub(super) fn verdict(verdict: Verdict, text: &Text) -> String {
    format!("{} {}", verdict.sign(), text.say(&verdict.word()))
}

/// Three, in the order of the catalog: what got worse is never left out, even where that makes more than three; then what
/// improved, then the rest. One of them is about the quality of care, where there is such an indicator.
fn main_findings(indicators: &[IndicatorFinding]) -> Vec<&IndicatorFinding> {
    let rank = |verdict: Verdict| match verdict {
        Verdict::Worse => 0,
        Verdict::Improved => 1,
        Verdict::NotShown => 2,
        Verdict::NotDecidable => 3,
    };
    let mut order: Vec<usize> = (0..indicators.len()).collect();
    order.sort_by_key(|index| (rank(indicators[*index].verdict), indicators[*index].grade));
    let worse = |index: &usize| indicators[*index].verdict == Verdict::Worse;
    let quality = |index: &usize| indicators[*index].family == Family::Quality;
    let others = order.split_off(
        order
            .len()
            .min(SENTENCES.max(order.iter().filter(|index| worse(index)).count())),
    );
    if !order.iter().any(quality)
        && let Some(first) = others.into_iter().find(quality)
    {
        order.pop_if(|last| !worse(last));
        order.push(first);
    }
    order.sort_unstable();
    order.into_iter().map(|index| &indicators[index]).collect()
}

/// What one wave alone shows: the largest category, the largest task, and how complete the sheets are.
fn plain_sentences(summary: &Summary, text: &Text) -> Vec<String> {
    let Some(wave) = summary.waves.last().filter(|wave| wave.minutes > 0) else {
        return vec![text.get("workbook-nothing-yet")];
    };
    let mut phrases = Vec::new();
    if let Some(largest) = wave.categories.iter().rev().max_by_key(|line| line.minutes) {
        phrases.push(
            phrase("workbook-sentence-category")
                .with("wave", wave.label.as_str())
                .with("name", largest.name.as_str())
                .with("percent", share_text(largest.share)),
        );
    }
    if let Some(largest) = wave.tasks.iter().rev().max_by_key(|line| line.minutes) {
        phrases.push(
            phrase("workbook-sentence-task")
                .with("name", largest.name.as_str())
                .with("percent", share_text(largest.share)),
        );
    }
    let all = f64::from(wave.minutes) + f64::from(wave.unfilled);
    phrases.push(
        phrase("workbook-sentence-filled")
            .with("percent", share_text(Some(f64::from(wave.minutes) / all)))
            .with("unfilled", wave.unfilled),
    );
    phrases.iter().map(|phrase| text.say(phrase)).collect()
}

/// Minutes per person-day by category, wave under wave, as table and as bars.
fn picture(page: &mut Page, contents: &Contents, top: u32, text: &Text) -> Result<(), XlsxError> {
    let summary = contents.summary;
    let title = text.get("workbook-overview-per-person-day");
    page.text(top, 0, &title, Look::words(Role::Section))?;
    let Some(first) = summary.waves.first() else {
        return Ok(());
    };
    let parts = first.categories.len();
    page.text(top + 1, 0, &text.get("workbook-wave"), Look::words(Role::Head).middle())?;
    for (index, category) in first.categories.iter().enumerate() {
        let look = Look::words(Role::Head).middle().wrapped();
        page.text(top + 1, column(index + 1), &category.name, look)?;
    }
    let total = text.get("workbook-total");
    page.text(top + 1, column(parts + 1), &total, Look::words(Role::Head).middle())?;
    for (index, wave) in summary.waves.iter().enumerate() {
        minutes_row(page, wave, top + 2 + row(index))?;
    }
    let shares = top + 2 + row(summary.waves.len());
    for (index, wave) in summary.waves.iter().enumerate() {
        let label = text.say(&phrase("workbook-share-of").with("wave", wave.label.as_str()));
        page.text(shares + row(index), 0, &label, Look::words(Role::Body))?;
        shares_row(page, wave, shares + row(index), top + 2 + row(index))?;
    }
    chart(page, summary, &contents.pictures.classes, (top, text))
}

fn minutes_row(page: &mut Page, wave: &WaveSummary, line: u32) -> Result<(), XlsxError> {
    page.text(line, 0, &wave.label, Look::words(Role::Body))?;
    let look = Look::of(Role::Body, Figure::Decimals(1));
    for (index, category) in wave.categories.iter().enumerate() {
        page.known(line, column(index + 1), category.per_person_day, look)?;
    }
    let parts = column(wave.categories.len());
    let total: f64 = wave
        .categories
        .iter()
        .filter_map(|category| category.per_person_day)
        .sum();
    if wave.sheets == 0 {
        page.unknown(line, parts + 1, look)
    } else {
        page.formula((line, parts + 1), &sum_along(line, (1, parts)), total, look)
    }
}

fn shares_row(page: &mut Page, wave: &WaveSummary, line: u32, minutes: u32) -> Result<(), XlsxError> {
    let parts = column(wave.categories.len());
    let total: f64 = wave
        .categories
        .iter()
        .filter_map(|category| category.per_person_day)
        .sum();
    let look = Look::of(Role::Body, Figure::Percent(1));
    for (index, category) in wave.categories.iter().enumerate() {
        let col = column(index + 1);
        let formula = format!("={}/{}", cell(minutes, col), cell(minutes, parts + 1));
        page.ratio(
            (line, col),
            &formula,
            (category.per_person_day.unwrap_or(0.0), total),
            look,
        )?;
    }
    let formula = sum_along(line, (1, parts));
    if total == 0.0 {
        return page.unknown(line, parts + 1, look);
    }
    let whole: f64 = wave
        .categories
        .iter()
        .map(|category| category.per_person_day.unwrap_or(0.0) / total)
        .sum();
    page.formula((line, parts + 1), &formula, whole, look)
}

/// Filled minutes per sheet.
fn per_person_day(wave: &WaveSummary) -> Option<f64> {
    (wave.sheets > 0).then(|| f64::from(wave.minutes) / count(wave.sheets))
}

fn chart(page: &mut Page, summary: &Summary, classes: &[Class], (top, text): (u32, &Text)) -> Result<(), XlsxError> {
    let Some(first) = summary.waves.first() else {
        return Ok(());
    };
    let name = page.name();
    let (from, to) = (top + 2, top + 1 + row(summary.waves.len()));
    // A narrow piece has no room for its number; the table above has it.
    let longest = summary.waves.iter().filter_map(per_person_day).fold(0.0, f64::max);
    let readable = format!("[<{:.0}]\"\";#,##0", longest * 0.03);
    let mut chart = Chart::new(ChartType::BarStacked);
    for index in 0..first.categories.len() {
        let col = column(index + 1);
        chart
            .add_series()
            .set_name((name.as_str(), top + 1, col))
            .set_categories((name.as_str(), from, 0, to, 0))
            .set_values((name.as_str(), from, col, to, col))
            .set_format(&mut paint::part(classes, index))
            .set_data_label(&paint::values(&readable, ChartDataLabelPosition::Center))
            .set_gap(55);
    }
    paint::dress(
        &mut chart,
        &text.get("workbook-overview-per-person-day"),
        &text.get("workbook-minutes"),
        &text.get("workbook-wave"),
    );
    paint::lay(&mut chart, "#,##0");
    chart.x_axis().set_min(0);
    page.at_least((0, 0), 14.0);
    page.at_least((1, LAST), 9.0);
    let bars = u32::try_from(summary.waves.len()).unwrap_or(1);
    chart
        .set_width(page.pixels((0, LAST)))
        .set_height((220 + 75 * bars).min(480))
        .set_alt_text(text.get("workbook-overview-per-person-day"));
    let below = to + row(summary.waves.len()) + 2;
    page.sheet().insert_chart(below, 0, &chart)?;
    Ok(())
}
