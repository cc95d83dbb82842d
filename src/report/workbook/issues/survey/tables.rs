//! One round: viewpoints with their columns as a picture, statements, units.

use rust_xlsxwriter::{Chart, ChartDataLabelPosition, ChartType, XlsxError};

use super::{LAST, hidden};
use crate::phrase::phrase;
use crate::report::finding::{ChallengeRound, ChallengeShare, ChallengeStatement, ChallengeViewpoint};
use crate::report::workbook::look::{Figure, Look, Role};
use crate::report::workbook::page::{Page, cell, column, count, row};
use crate::report::workbook::paint;
use crate::text::Text;

/// Columns that viewpoints and statements share.
const PEOPLE: u16 = 2;
const APPLIES: u16 = 3;
const SHARE: u16 = 4;
const LOW: u16 = 5;
const HIGH: u16 = 6;
/// Answers and place of a viewpoint; わからない and left out of a statement.
const MORE: (u16, u16) = (7, 8);
/// People and share of the floor, of management, and the gap.
const FLOOR: (u16, u16) = (9, 10);
const MANAGEMENT: (u16, u16) = (11, 12);
const GAP: u16 = 13;
/// Rows that the chart takes.
const CHART_ROWS: u32 = 24;

/// Everything of a round. Returns the row after it.
pub(super) fn round(page: &mut Page, round: &ChallengeRound, top: u32, text: &Text) -> Result<u32, XlsxError> {
    let title = phrase("seen-head")
        .with("wave", round.label.as_str())
        .with("title", round.questionnaire.title.as_str())
        .with("version", round.questionnaire.version.as_str())
        .with("source", round.questionnaire.source.as_str())
        .with("people", round.people);
    page.text(top, 0, &text.say(&title), Look::words(Role::Section))?;
    page.across(top + 1, (0, LAST), &round.sentence, Look::words(Role::Lead).wrapped())?;
    if round.hidden {
        return Ok(top + 2);
    }
    let first = top + 3;
    heading(page, first, &Heading::viewpoints(text), text)?;
    for (at, viewpoint) in (first + 1..).zip(&round.viewpoints) {
        self::viewpoint(page, viewpoint, at, text)?;
    }
    let last = first + row(round.viewpoints.len());
    chart(page, round, (first, last), text)?;
    let next = last + 2 + CHART_ROWS;
    page.break_before(next);
    let next = statements(page, round, next, text)? + 1;
    // The statements fill their page: the table would part from its heading.
    if !round.units.is_empty() {
        page.break_before(next);
    }
    units(page, round, next, text)
}

/// The words above the columns that differ.
struct Heading {
    name: String,
    people: String,
    more: (String, String),
}

impl Heading {
    fn viewpoints(text: &Text) -> Self {
        Self {
            name: text.get("seen-column-viewpoint"),
            people: text.get("seen-column-people"),
            more: (text.get("seen-column-answers"), text.get("seen-column-rank")),
        }
    }

    fn statements(text: &Text) -> Self {
        Self {
            name: text.get("seen-column-statement"),
            people: text.get("seen-column-n"),
            more: (text.get("seen-column-unknown"), text.get("seen-column-missing")),
        }
    }
}

fn heading(page: &mut Page, at: u32, heading: &Heading, text: &Text) -> Result<(), XlsxError> {
    let look = Look::words(Role::Head).middle().wrapped();
    let group = |name: String, of: &str| {
        let said = phrase("seen-column-of").with("group", name).with("column", of);
        text.say(&said)
    };
    let (floor, management) = (text.get("seen-column-floor"), text.get("seen-column-management"));
    let (people, share) = (text.get("seen-column-people"), text.get("seen-column-share"));
    let names = [
        text.get("workbook-code"),
        heading.name.clone(),
        heading.people.clone(),
        text.get("seen-column-applies"),
        share.clone(),
        text.get("workbook-interval-low"),
        text.get("workbook-interval-high"),
        heading.more.0.clone(),
        heading.more.1.clone(),
        group(floor.clone(), &people),
        group(floor, &share),
        group(management.clone(), &people),
        group(management, &share),
        text.get("seen-column-gap-points"),
    ];
    for (col, name) in names.iter().enumerate() {
        page.text(at, column(col), name, look)?;
    }
    Ok(())
}

/// What viewpoints and statements have in common.
struct Figures<'f> {
    /// People and those answers that apply; `None` where they are hidden.
    counted: Option<(usize, usize)>,
    /// Of how many answers the share is.
    answers: (u16, usize),
    interval: Option<[f64; 2]>,
    more: (Option<usize>, Option<usize>),
    floor: Option<&'f ChallengeShare>,
    management: Option<&'f ChallengeShare>,
    gap: Option<f64>,
}

fn viewpoint(page: &mut Page, viewpoint: &ChallengeViewpoint, at: u32, text: &Text) -> Result<(), XlsxError> {
    let figures = Figures {
        counted: viewpoint.people.zip(viewpoint.applies),
        answers: (MORE.0, viewpoint.answers.unwrap_or(0)),
        interval: viewpoint.interval,
        more: (viewpoint.answers, viewpoint.rank),
        floor: viewpoint.floor.as_ref(),
        management: viewpoint.management.as_ref(),
        gap: viewpoint.gap,
    };
    line(page, (&viewpoint.code, &viewpoint.name), &figures, at, text)
}

fn statement(page: &mut Page, statement: &ChallengeStatement, at: u32, text: &Text) -> Result<(), XlsxError> {
    let figures = Figures {
        counted: statement.n.zip(statement.applies),
        answers: (PEOPLE, statement.n.unwrap_or(0)),
        interval: statement.interval,
        more: (statement.unknown, statement.missing),
        floor: statement.floor.as_ref(),
        management: statement.management.as_ref(),
        gap: statement.gap,
    };
    line(page, (&statement.code, &statement.text), &figures, at, text)
}

fn line(page: &mut Page, (code, name): (&str, &str), figures: &Figures, at: u32, text: &Text) -> Result<(), XlsxError> {
    let words = Look::words(Role::Body);
    page.text(at, 0, code, words.middle())?;
    page.text(at, 1, name, words.wrapped())?;
    let (whole, percent) = (
        Look::of(Role::Body, Figure::Count),
        Look::of(Role::Body, Figure::Percent(1)),
    );
    match figures.counted {
        Some((people, applies)) => {
            page.number(at, PEOPLE, count(people), whole)?;
            page.number(at, APPLIES, count(applies), whole)?;
            let (column, answers) = figures.answers;
            let formula = format!("={}/{}", cell(at, APPLIES), cell(at, column));
            page.ratio((at, SHARE), &formula, (count(applies), count(answers)), percent)?;
            page.known(at, LOW, figures.interval.map(|ends| ends[0]), percent)?;
            page.known(at, HIGH, figures.interval.map(|ends| ends[1]), percent)?;
            page.known(at, MORE.0, figures.more.0.map(count), whole)?;
            page.known(at, MORE.1, figures.more.1.map(count), whole)?;
        }
        None => page.across(at, (PEOPLE, MORE.1), &hidden(text), words.middle())?,
    }
    group(page, at, FLOOR, figures.floor, text)?;
    group(page, at, MANAGEMENT, figures.management, text)?;
    let look = Look::of(Role::Body, Figure::Signed(1));
    match figures.gap {
        Some(gap) => {
            let formula = format!("=ROUND(({}-{})*100,1)", cell(at, MANAGEMENT.1), cell(at, FLOOR.1));
            let points = crate::report::number::rounded(gap * 100.0, 1);
            page.formula((at, GAP), &formula, points, look)
        }
        None => page.unknown(at, GAP, look),
    }
}

/// People and share of a group, or that they are hidden.
fn group(
    page: &mut Page,
    at: u32,
    columns: (u16, u16),
    share: Option<&ChallengeShare>,
    text: &Text,
) -> Result<(), XlsxError> {
    let Some(group) = share else {
        return page.across(at, columns, &hidden(text), Look::words(Role::Body).middle());
    };
    page.number(at, columns.0, count(group.n), Look::of(Role::Body, Figure::Count))?;
    page.known(at, columns.1, group.share, Look::of(Role::Body, Figure::Percent(1)))
}

/// All people, the floor and management side by side; what is hidden is an empty cell, and so no column.
fn chart(page: &mut Page, round: &ChallengeRound, rows: (u32, u32), text: &Text) -> Result<(), XlsxError> {
    let name = page.name();
    let (heading, last) = rows;
    let mut chart = Chart::new(ChartType::Bar);
    let series = [
        (SHARE, text.get("seen-column-all")),
        (FLOOR.1, text.get("seen-column-floor")),
        (MANAGEMENT.1, text.get("seen-column-management")),
    ];
    for (place, (col, label)) in series.into_iter().enumerate() {
        chart
            .add_series()
            .set_name(label.as_str())
            .set_categories((name.as_str(), heading + 1, 1, last, 1))
            .set_values((name.as_str(), heading + 1, col, last, col))
            .set_format(&mut paint::wave(place))
            .set_data_label(&paint::values("0%", ChartDataLabelPosition::OutsideEnd))
            .set_gap(60)
            .set_overlap(-5);
    }
    let title = phrase("seen-chart-title").with("wave", round.label.as_str());
    let title = text.say(&title);
    paint::dress(
        &mut chart,
        &title,
        &text.get("seen-column-share"),
        &text.get("seen-column-viewpoint"),
    );
    paint::lay(&mut chart, "0%");
    chart.x_axis().set_min(0).set_max(1);
    chart
        .set_width(page.pixels((0, LAST)).saturating_sub(16))
        .set_height(CHART_ROWS * 24 - 12)
        .set_alt_text(title);
    page.sheet().insert_chart_with_offset(last + 2, 0, &chart, 4, 4)?;
    Ok(())
}

/// Statement by statement. Returns the row after them.
fn statements(page: &mut Page, round: &ChallengeRound, top: u32, text: &Text) -> Result<u32, XlsxError> {
    let title = phrase("seen-statements-title").with("wave", round.label.as_str());
    page.text(top, 0, &text.say(&title), Look::words(Role::Section))?;
    heading(page, top + 1, &Heading::statements(text), text)?;
    let mut at = top + 2;
    for viewpoint in &round.viewpoints {
        for statement in &viewpoint.statements {
            self::statement(page, statement, at, text)?;
            at += 1;
        }
    }
    Ok(at)
}

/// Units down, viewpoints across. Returns the row after them.
fn units(page: &mut Page, round: &ChallengeRound, top: u32, text: &Text) -> Result<u32, XlsxError> {
    if round.units.is_empty() {
        return Ok(top);
    }
    let title = phrase("seen-units-title").with("wave", round.label.as_str());
    page.text(top, 0, &text.say(&title), Look::words(Role::Section))?;
    let head = Look::words(Role::Head).middle();
    page.across(top + 1, (0, 1), &text.get("seen-column-unit"), head)?;
    page.text(top + 1, PEOPLE, &text.get("seen-column-people"), head)?;
    let shown = round.viewpoints.iter().take(usize::from(LAST - PEOPLE)).enumerate();
    for (place, viewpoint) in shown.clone() {
        page.text(top + 1, PEOPLE + 1 + column(place), &viewpoint.code, head)?;
    }
    let percent = Look::of(Role::Body, Figure::Percent(1));
    for (offset, unit) in round.units.iter().enumerate() {
        let at = top + 2 + row(offset);
        page.across(at, (0, 1), &unit.unit, Look::words(Role::Body))?;
        let Some(people) = unit.people else {
            let last = PEOPLE + column(shown.len());
            page.across(at, (PEOPLE, last), &hidden(text), Look::words(Role::Body).middle())?;
            continue;
        };
        page.number(at, PEOPLE, count(people), Look::of(Role::Body, Figure::Count))?;
        for (place, viewpoint) in shown.clone() {
            let col = PEOPLE + 1 + column(place);
            match viewpoint.units.get(offset).and_then(|unit| unit.share.as_ref()) {
                Some(group) => page.known(at, col, group.share, percent)?,
                None => page.text(at, col, &text.get("seen-hidden-short"), Look::words(Role::Body).right())?,
            }
        }
    }
    let note = phrase("seen-note-units").with("people", crate::office::SMALLEST_GROUP);
    let at = top + 2 + row(round.units.len());
    page.text(at, 0, &text.say(&note), Look::words(Role::Note))?;
    Ok(at + 1)
}
