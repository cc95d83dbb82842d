//! 効果測定: what was chosen and promised, what came of it survey by survey, and what the team judges.

use rust_xlsxwriter::{Chart, ChartDataLabelPosition, ChartType, Workbook, XlsxError};

use super::super::look::{Figure, Look, Role};
use super::super::overview::verdict;
use super::super::page::{Page, Paper, Print, column, row};
use super::super::{Contents, head, office, paint};
use crate::effect::{Direction, Family};
use crate::phrase::phrase;
use crate::report::effect::counted;
use crate::report::finding::{ChosenIndicator, Comparisons, IndicatorFinding, JudgementLine, NotWorse};
use crate::report::{UNKNOWN, ends_text, interval_made, margin_text, signed_text};
use crate::text::Text;

/// Widths of the columns.
const WIDTHS: [f64; 10] = [32.0, 15.0, 12.0, 12.0, 15.0, 22.0, 13.0, 15.0, 9.0, 20.0];
/// Last column.
const LAST: u16 = 9;
/// Column of the change in the good direction, from which the chart is drawn.
const GOOD: u16 = 6;
/// Rows that a chart takes.
const CHART_ROWS: u32 = 16;
/// Most indicators whose table leaves room for the chart on a sheet of paper.
const BESIDE_CHART: usize = 7;

pub(super) fn add(book: &mut Workbook, contents: &Contents, text: &Text) -> Result<(), XlsxError> {
    let name = text.get("workbook-sheet-measured");
    let mut page = Page::add(book, text, &name)?;
    head(&mut page, contents, text, &text.get("workbook-measured-title"))?;
    for (index, units) in WIDTHS.into_iter().enumerate() {
        page.fix(column(index), units);
    }
    let effect = contents.effect;
    let lead = Look::words(Role::Lead).wrapped();
    page.across(2, (0, LAST), &effect.chosen.sentence, lead)?;
    let mut top = chosen(&mut page, contents, 4, text)? + 1;
    for comparison in effect.results.iter().rev() {
        page.break_before(top);
        top = result(&mut page, comparison, top, text)? + 1;
    }
    if !effect.judgements.judgements.is_empty() {
        page.break_before(top);
        judgements(&mut page, contents, top, text)?;
    }
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

/// Headings over the columns, each over so many of them.
fn headings(page: &mut Page, at: u32, heads: &[((u16, u16), &'static str)], text: &Text) -> Result<(), XlsxError> {
    let look = Look::words(Role::Head).middle().wrapped();
    for (columns, key) in heads {
        page.across(at, *columns, &text.get(key), look)?;
    }
    Ok(())
}

/// What the office follows, with targets and margins. Returns the row after it.
fn chosen(page: &mut Page, contents: &Contents, top: u32, text: &Text) -> Result<u32, XlsxError> {
    let found = &contents.effect.chosen;
    page.text(
        top,
        0,
        &text.get("workbook-measured-chosen"),
        Look::words(Role::Section),
    )?;
    let heads = [
        ((0, 0), "workbook-indicator"),
        ((1, 1), "workbook-family"),
        ((2, 3), "workbook-measured-per"),
        ((4, 4), "workbook-measured-before"),
        ((5, 5), "workbook-measured-target"),
        ((6, 6), "workbook-measured-margin"),
        ((7, LAST), "workbook-measured-measures"),
    ];
    headings(page, top + 1, &heads, text)?;
    let mut at = top + 2;
    for family in Family::ALL {
        for line in found.indicators.iter().filter(|line| line.family == family) {
            chosen_line(page, line, at, text)?;
            at += 1;
        }
    }
    for remark in &found.remarks {
        page.across(at, (0, LAST), remark, Look::words(Role::Note).wrapped())?;
        at += 1;
    }
    Ok(at)
}

fn chosen_line(page: &mut Page, line: &ChosenIndicator, at: u32, text: &Text) -> Result<(), XlsxError> {
    let words = Look::words(Role::Body).wrapped();
    let or_unset = |value: &Option<String>| value.clone().unwrap_or_else(|| text.get("measures-unset"));
    let way = match line.direction {
        Direction::Down => text.get("workbook-less-is-good"),
        Direction::Up => text.get("workbook-more-is-good"),
    };
    page.text(at, 0, &format!("{} ({}) {way}", line.name, line.unit), words)?;
    page.text(at, 1, &text.say(&line.family.phrase()), words)?;
    page.across(at, (2, 3), &line.per_text, words)?;
    let before = match &line.before_text {
        Some(before) => text.say(
            &phrase("workbook-measured-value")
                .with("value", before.as_str())
                .with("n", line.n_before),
        ),
        None => UNKNOWN.to_owned(),
    };
    page.text(at, 4, &before, words.middle())?;
    page.text(at, 5, &or_unset(&line.target_text), words.middle())?;
    page.text(at, 6, &or_unset(&line.margin_text), words.middle())?;
    let measures = line.measures.iter().map(|measure| {
        let said = phrase("workbook-measured-measure")
            .with("number", measure.number)
            .with("text", measure.text.as_str());
        text.say(&said)
    });
    let measures: Vec<String> = measures.collect();
    let measures = if measures.is_empty() {
        UNKNOWN.to_owned()
    } else {
        measures.join("\n")
    };
    page.across(at, (7, LAST), &measures, words)
}

/// One later survey against the first. Returns the row after it.
fn result(page: &mut Page, comparison: &Comparisons, top: u32, text: &Text) -> Result<u32, XlsxError> {
    let title = phrase("workbook-effect-of")
        .with("from", comparison.from_label.as_str())
        .with("to", comparison.to_label.as_str());
    page.text(top, 0, &text.say(&title), Look::words(Role::Section))?;
    let heads = [
        ((0, 0), "workbook-indicator"),
        ((1, 1), "workbook-measured-people"),
        ((2, 2), "workbook-measured-from"),
        ((3, 3), "workbook-measured-to"),
        ((4, 4), "workbook-measured-difference"),
        ((5, 5), "workbook-measured-interval"),
        ((6, 6), "workbook-measured-good"),
        ((7, 7), "workbook-verdict"),
        ((8, 8), "workbook-grade"),
        ((9, 9), "workbook-measured-not-worse"),
    ];
    headings(page, top + 1, &heads, text)?;
    let first = top + 2;
    let findings = ordered(comparison);
    for (offset, finding) in findings.iter().enumerate() {
        result_line(page, finding, first + row(offset), text)?;
    }
    let mut at = first + row(findings.len());
    let drawn = findings.iter().take_while(|finding| finding.change.is_some()).count();
    if drawn > 0 {
        // Below a long table the chart would be cut by the end of the paper.
        if findings.len() > BESIDE_CHART {
            page.break_before(at);
        }
        chart(page, (first, first + row(drawn) - 1), at, text)?;
        at += CHART_ROWS;
    }
    at += 1;
    page.text(at, 0, &text.get("workbook-measured-say"), Look::words(Role::Section))?;
    for finding in &findings {
        at += 1;
        let wrapped = Look::words(Role::Body).wrapped();
        page.text(at, 0, &finding.name, wrapped)?;
        page.across(at, (1, LAST), &claims(finding, text), wrapped)?;
    }
    page.across(
        at + 1,
        (0, LAST),
        &text.get("workbook-measured-note"),
        Look::words(Role::Note).wrapped(),
    )?;
    Ok(at + 2)
}

/// What may be said of an indicator, since when its margin stands, and whether other ways to compare agree; the committee is told
/// already what is no worse and which other way gives another answer.
fn claims(finding: &IndicatorFinding, text: &Text) -> String {
    let found = &finding.assessment;
    let margin = found.not_worse.as_ref().map(|line| line.margin_sentence.as_str());
    let methods = Some(found.methods_sentence.as_str()).filter(|_| found.methods_agree == Some(true));
    let said = [Some(found.committee.as_str()), margin, methods];
    let said: Vec<&str> = said.into_iter().flatten().filter(|said| !said.is_empty()).collect();
    if said.is_empty() {
        return finding.sentence.clone();
    }
    said.join(&text.get("between-sentences"))
}

/// Those with a change in percent first, so that the chart has its rows side by side; efficiency before quality.
fn ordered(comparison: &Comparisons) -> Vec<&IndicatorFinding> {
    let mut findings: Vec<&IndicatorFinding> = comparison.indicators.iter().collect();
    findings.sort_by_key(|finding| (finding.change.is_none(), finding.family));
    findings
}

fn result_line(page: &mut Page, finding: &IndicatorFinding, at: u32, text: &Text) -> Result<(), XlsxError> {
    let words = Look::words(Role::Body).wrapped();
    page.text(at, 0, &format!("{} ({})", finding.name, finding.unit), words)?;
    page.text(at, 1, &people(finding, text), words.middle())?;
    let mean = |spread: &Option<crate::report::finding::Spread>| spread.as_ref().map(|it| it.mean);
    for (col, value) in [(2, mean(&finding.from)), (3, mean(&finding.to))] {
        let figure = if finding.is_share {
            Figure::Percent(finding.decimals)
        } else {
            Figure::Decimals(finding.decimals)
        };
        page.known(at, col, value, Look::of(Role::Body, figure))?;
    }
    let difference = finding.difference.map(|value| signed_text(finding, value));
    page.text(
        at,
        4,
        &difference.unwrap_or_else(|| UNKNOWN.to_owned()),
        Look::words(Role::Body).right(),
    )?;
    page.text(at, 5, &interval(finding, text), words.middle())?;
    let good = finding.change.map(|change| change * finding.direction.sign());
    page.known(at, GOOD, good, Look::of(Role::Body, Figure::SignedPercent(1)))?;
    page.text(at, 7, &verdict(finding.verdict, text), words.middle())?;
    page.text(at, 8, finding.grade.letter(), words.middle())?;
    page.text(at, 9, &not_worse(finding, text), words.middle())
}

/// The same people, different ones, or how many of how many.
fn people(finding: &IndicatorFinding, text: &Text) -> String {
    let Some([from, to]) = counted(finding) else {
        return text.say(&phrase("workbook-measured-paired").with("n", finding.n_paired));
    };
    if finding.assessment.counts_from.is_some() {
        return format!("{from} → {to}");
    }
    text.say(&phrase("workbook-measured-groups").with("from", from).with("to", to))
}

/// The interval of the difference as every other output has it, and how it was made.
fn interval(finding: &IndicatorFinding, text: &Text) -> String {
    match (finding.interval, &finding.interval_kind) {
        (Some(ends), Some(kind)) => format!("{} {}", ends_text(finding, ends), interval_made(kind, text)),
        _ => UNKNOWN.to_owned(),
    }
}

fn not_worse(finding: &IndicatorFinding, text: &Text) -> String {
    let Some(line) = &finding.assessment.not_worse else {
        return UNKNOWN.to_owned();
    };
    let key = match line.result {
        NotWorse::Shown => "workbook-not-worse-shown",
        NotWorse::NotShown => "workbook-not-worse-not-shown",
        NotWorse::Worse => "workbook-not-worse-worse",
        NotWorse::NotAssessable => "workbook-not-worse-not-assessable",
    };
    let margin = line.margin.map(|margin| margin_text(finding, margin));
    let margin = margin.map(|margin| text.say(&phrase("workbook-not-worse-margin").with("margin", margin)));
    text.get(key) + &margin.unwrap_or_default()
}

/// Change in the good direction, indicator by indicator.
fn chart(page: &mut Page, rows: (u32, u32), at: u32, text: &Text) -> Result<(), XlsxError> {
    let name = page.name();
    let mut chart = Chart::new(ChartType::Bar);
    let title = text.get("workbook-measured-chart");
    chart
        .add_series()
        .set_name(title.as_str())
        .set_categories((name.as_str(), rows.0, 0, rows.1, 0))
        .set_values((name.as_str(), rows.0, GOOD, rows.1, GOOD))
        .set_format(&mut paint::wave(1))
        .set_data_label(&paint::values("+0.0%;-0.0%;0.0%", ChartDataLabelPosition::OutsideEnd))
        .set_gap(60);
    paint::dress(&mut chart, &title, &text.get("workbook-measured-good"), "");
    paint::lay(&mut chart, "+0%;-0%;0%");
    // Names stand beside the plot, also where bars go to the left.
    chart
        .y_axis()
        .set_label_position(rust_xlsxwriter::ChartAxisLabelPosition::Low);
    chart.legend().set_hidden();
    let height = u32::try_from(usize::try_from(rows.1 - rows.0 + 1).unwrap_or(1)).unwrap_or(1) * 34 + 110;
    chart
        .set_width(page.pixels((0, LAST)).min(1000))
        .set_height(height.min(CHART_ROWS * 23))
        .set_alt_text(title);
    page.sheet().insert_chart_with_offset(at, 0, &chart, 8, 6)?;
    Ok(())
}

/// What the team judges; what is missing says so.
fn judgements(page: &mut Page, contents: &Contents, top: u32, text: &Text) -> Result<(), XlsxError> {
    let found = &contents.effect.judgements;
    page.text(
        top,
        0,
        &text.get("workbook-measured-judged"),
        Look::words(Role::Section),
    )?;
    let look = if found.unfinished > 0 {
        Role::Warning
    } else {
        Role::Lead
    };
    page.across(top + 1, (0, LAST), &found.sentence, Look::words(look).wrapped())?;
    let heads = [
        ((0, 0), "workbook-measured-measures"),
        ((1, 1), "workbook-wave"),
        ((2, 2), "workbook-judged-care"),
        ((3, 5), "workbook-judged-words"),
        ((6, 7), "workbook-judged-residents"),
        ((8, 8), "workbook-judged-next"),
        ((9, 9), "workbook-judged-by"),
    ];
    headings(page, top + 2, &heads, text)?;
    for (offset, line) in found.judgements.iter().enumerate() {
        judgement(page, line, top + 3 + row(offset), text)?;
    }
    Ok(())
}

fn judgement(page: &mut Page, line: &JudgementLine, at: u32, text: &Text) -> Result<(), XlsxError> {
    let words = Look::words(Role::Body).wrapped();
    let measure = match line.measure {
        Some(number) => text.say(
            &phrase("workbook-measured-measure")
                .with("number", number)
                .with("text", line.measure_text.as_str()),
        ),
        None => line.measure_text.clone(),
    };
    page.text(at, 0, &measure, words)?;
    page.text(at, 1, &line.label, words.middle())?;
    if !line.done {
        return page.across(
            at,
            (2, LAST),
            &text.get("workbook-judged-missing"),
            Look::words(Role::Warning).wrapped(),
        );
    }
    let or_dash = |value: &Option<String>| value.clone().unwrap_or_else(|| UNKNOWN.to_owned());
    page.text(at, 2, &or_dash(&line.care_text), words.middle())?;
    page.across(at, (3, 5), &or_dash(&line.words), words)?;
    page.across(at, (6, 7), &or_dash(&line.residents), words)?;
    page.text(at, 8, &or_dash(&line.next_text), words.middle())?;
    let by = phrase("workbook-judged-by-on")
        .with("by", or_dash(&line.by))
        .with("on", line.on.map_or_else(|| UNKNOWN.to_owned(), |on| on.to_string()));
    page.text(at, 9, &text.say(&by), words.middle())
}
