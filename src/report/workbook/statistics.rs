//! The tables of figures on the sheet 効果.

use rust_xlsxwriter::XlsxError;

use super::effect::LAST;
use super::look::{Figure, Look, Role};
use super::overview::verdict;
use super::page::{Page, cell, column, count, row};
use crate::effect::{Direction, Family};
use crate::phrase::phrase;
use crate::report::finding::{Comparisons, IndicatorFinding, ScaledPair};
use crate::report::{UNKNOWN, interval_made, way_to_compare};
use crate::text::Text;

/// Columns of the means, which the charts show too.
pub(super) const MEAN_FROM: u16 = 6;
pub(super) const MEAN_TO: u16 = 7;
/// Rows of a table before its first indicator: its title and its column headings.
pub(super) const HEADING_ROWS: u32 = 2;

/// Name of an indicator with its unit.
pub(super) fn name(finding: &IndicatorFinding, text: &Text) -> String {
    text.say(
        &phrase("workbook-indicator-of")
            .with("name", finding.name.as_str())
            .with("unit", finding.unit.as_str()),
    )
}

/// How values of an indicator are shown: as they are, and as differences.
#[derive(Clone, Copy)]
struct Shown {
    plain: Look,
    difference: Look,
    factor: f64,
}

impl Shown {
    fn of(finding: &IndicatorFinding) -> Self {
        let decimals = finding.decimals;
        let (plain, difference, factor) = if finding.is_share {
            (Figure::Percent(decimals), Figure::Signed(decimals), 100.0)
        } else {
            (Figure::Decimals(decimals), Figure::Signed(decimals), 1.0)
        };
        Self {
            plain: Look::of(Role::Body, plain),
            difference: Look::of(Role::Body, difference),
            factor,
        }
    }
}

fn headings(page: &mut Page, title: &str, top: u32, names: &[String]) -> Result<(), XlsxError> {
    page.text(top, 0, title, Look::words(Role::Section))?;
    let look = Look::words(Role::Head).middle().wrapped();
    for (index, name) in names.iter().enumerate() {
        page.text(top + 1, column(index), name, look)?;
    }
    Ok(())
}

fn end(interval: Option<[f64; 2]>, upper: bool) -> Option<f64> {
    interval.map(|[low, high]| if upper { high } else { low })
}

/// Numbers of people, means, difference with interval, p, verdict, grade. Returns the row after it.
pub(super) fn figures(
    page: &mut Page,
    comparison: &Comparisons,
    findings: &[&IndicatorFinding],
    top: u32,
    text: &Text,
) -> Result<u32, XlsxError> {
    let names = [
        text.get("workbook-indicator"),
        text.get("workbook-family"),
        text.get("workbook-direction"),
        text.say(&phrase("workbook-n-of").with("wave", comparison.from_label.as_str())),
        text.say(&phrase("workbook-n-of").with("wave", comparison.to_label.as_str())),
        text.get("workbook-n-paired"),
        text.say(&phrase("workbook-mean-of").with("wave", comparison.from_label.as_str())),
        text.say(&phrase("workbook-mean-of").with("wave", comparison.to_label.as_str())),
        text.get("workbook-difference"),
        text.get("workbook-interval-low"),
        text.get("workbook-interval-high"),
        text.get("workbook-change"),
        text.get("workbook-p"),
        text.get("workbook-p-holm"),
        text.get("workbook-verdict"),
        text.get("workbook-grade"),
        text.get("workbook-test"),
    ];
    headings(page, &text.get("workbook-figures"), top, &names)?;
    let p = Look::of(Role::Body, Figure::P);
    let people = Look::of(Role::Body, Figure::Count);
    let words = Look::words(Role::Body).wrapped().indented();
    for (offset, finding) in findings.iter().enumerate() {
        let at = top + HEADING_ROWS + row(offset);
        let shown = Shown::of(finding);
        let times = |value: Option<f64>| value.map(|value| value * shown.factor);
        page.text(at, 0, &name(finding, text), Look::words(Role::Body))?;
        page.text(at, 1, &family(finding.family, text), words)?;
        page.text(at, 2, &direction(finding.direction, text), words)?;
        page.number(at, 3, count(finding.n_from), people)?;
        page.number(at, 4, count(finding.n_to), people)?;
        page.number(at, 5, count(finding.n_paired), people)?;
        page.known(
            at,
            MEAN_FROM,
            finding.from.as_ref().map(|spread| spread.mean),
            shown.plain,
        )?;
        page.known(at, MEAN_TO, finding.to.as_ref().map(|spread| spread.mean), shown.plain)?;
        page.known(at, 8, times(finding.difference), shown.difference)?;
        page.known(at, 9, times(end(finding.interval, false)), shown.difference)?;
        page.known(at, 10, times(end(finding.interval, true)), shown.difference)?;
        page.known(at, 11, finding.change, Look::of(Role::Body, Figure::SignedPercent(1)))?;
        page.known(at, 12, finding.p_value, p)?;
        page.known(at, 13, finding.p_holm, p)?;
        page.text(at, 14, &verdict(finding.verdict, text), words)?;
        page.text(at, 15, finding.grade.letter(), Look::words(Role::Body).middle())?;
        page.text(at, LAST, &compared_as(finding.test.as_deref(), text), words)?;
    }
    Ok(top + HEADING_ROWS + row(findings.len()))
}

/// Medians, spreads, rank methods and sizes of effect. Returns the row after it.
pub(super) fn more(
    page: &mut Page,
    comparison: &Comparisons,
    findings: &[&IndicatorFinding],
    top: u32,
    text: &Text,
) -> Result<u32, XlsxError> {
    let names = [
        text.get("workbook-indicator"),
        text.get("workbook-interval-kind"),
        text.say(&phrase("workbook-median-of").with("wave", comparison.from_label.as_str())),
        text.say(&phrase("workbook-median-of").with("wave", comparison.to_label.as_str())),
        text.say(&phrase("workbook-sd-of").with("wave", comparison.from_label.as_str())),
        text.say(&phrase("workbook-sd-of").with("wave", comparison.to_label.as_str())),
        text.get("workbook-hodges-lehmann"),
        text.get("workbook-interval-low"),
        text.get("workbook-interval-high"),
        text.get("workbook-level"),
        text.get("workbook-p-signed-rank"),
        text.get("workbook-hedges-g"),
        text.get("workbook-hedges-g-av"),
        text.get("workbook-cliffs-delta"),
        text.get("workbook-good-share"),
        text.get("workbook-filled-share"),
        text.get("workbook-p-method"),
    ];
    headings(page, &text.get("workbook-more-figures"), top, &names)?;
    let words = Look::words(Role::Body).wrapped().indented();
    let percent = Look::of(Role::Body, Figure::Percent(1));
    let size = Look::of(Role::Body, Figure::Signed(2));
    for (offset, finding) in findings.iter().enumerate() {
        let at = top + HEADING_ROWS + row(offset);
        let shown = Shown::of(finding);
        let times = |value: Option<f64>| value.map(|value| value * shown.factor);
        let (from, to, shift) = (&finding.from, &finding.to, finding.hodges_lehmann.as_ref());
        let interval = shift.and_then(|shift| shift.interval);
        page.text(at, 0, &name(finding, text), Look::words(Role::Body))?;
        page.text(at, 1, &interval_kind(finding.interval_kind.as_deref(), text), words)?;
        page.known(at, 2, from.as_ref().map(|spread| spread.median), shown.plain)?;
        page.known(at, 3, to.as_ref().map(|spread| spread.median), shown.plain)?;
        page.known(at, 4, from.as_ref().and_then(|spread| spread.sd), shown.plain)?;
        page.known(at, 5, to.as_ref().and_then(|spread| spread.sd), shown.plain)?;
        page.known(at, 6, times(shift.map(|shift| shift.estimate)), shown.difference)?;
        page.known(at, 7, times(end(interval, false)), shown.difference)?;
        page.known(at, 8, times(end(interval, true)), shown.difference)?;
        page.known(
            at,
            9,
            shift.and_then(|shift| shift.level),
            Look::of(Role::Body, Figure::Percent(2)),
        )?;
        page.known(at, 10, finding.p_signed_rank, Look::of(Role::Body, Figure::P))?;
        page.known(at, 11, finding.hedges_g, size)?;
        page.known(at, 12, finding.hedges_g_av, size)?;
        page.known(at, 13, finding.cliffs_delta, size)?;
        page.known(at, 14, finding.good_share, percent)?;
        page.known(at, 15, finding.filled_share, percent)?;
        page.text(at, LAST, &p_method(finding.p_method.as_deref(), text), words)?;
    }
    Ok(top + HEADING_ROWS + row(findings.len()))
}

/// Scaled figures by day and night, and the comparison that takes the people of the two waves as different ones.
pub(super) fn scaled(
    page: &mut Page,
    comparison: &Comparisons,
    findings: &[&IndicatorFinding],
    top: u32,
    text: &Text,
) -> Result<u32, XlsxError> {
    let some = |finding: &&&IndicatorFinding| {
        finding.scaled_day.is_some() || finding.scaled_night.is_some() || finding.unpaired.is_some()
    };
    let findings: Vec<&&IndicatorFinding> = findings.iter().filter(some).collect();
    if findings.is_empty() {
        return Ok(top);
    }
    let of = |period: String, label: &str| {
        text.say(&phrase("workbook-period-of").with("period", period).with("wave", label))
    };
    let (from, to) = (comparison.from_label.as_str(), comparison.to_label.as_str());
    let (day, night) = (text.get("workbook-day-scaled"), text.get("workbook-night-scaled"));
    let mut names = vec![text.get("workbook-indicator")];
    for period in [day, night] {
        names.push(of(text.get("workbook-n"), from));
        names.push(of(text.get("workbook-n"), to));
        names.push(of(period.clone(), from));
        names.push(of(period.clone(), to));
        names.push(of(period, &text.get("workbook-difference")));
    }
    names.push(text.get("workbook-unpaired-difference"));
    names.push(text.get("workbook-unpaired-p"));
    names.push(text.get("workbook-unpaired-shift"));
    names.push(text.get("workbook-interval-low"));
    names.push(text.get("workbook-interval-high"));
    names.push(text.get("workbook-unpaired-test"));
    headings(page, &text.get("workbook-scaled-figures"), top, &names)?;
    for (offset, finding) in findings.iter().enumerate() {
        let at = top + HEADING_ROWS + row(offset);
        let shown = Shown::of(finding);
        let times = |value: Option<f64>| value.map(|value| value * shown.factor);
        page.text(at, 0, &name(finding, text), Look::words(Role::Body))?;
        pair(page, at, 1, finding.scaled_day.as_ref())?;
        pair(page, at, 6, finding.scaled_night.as_ref())?;
        let other = finding.unpaired.as_ref();
        let shift = other.and_then(|other| other.hodges_lehmann.as_ref());
        let interval = shift.and_then(|shift| shift.interval);
        page.known(at, 11, times(other.map(|other| other.difference)), shown.difference)?;
        page.known(
            at,
            12,
            other.map(|other| other.p_value),
            Look::of(Role::Body, Figure::P),
        )?;
        page.known(at, 13, times(shift.map(|shift| shift.estimate)), shown.difference)?;
        page.known(at, 14, times(end(interval, false)), shown.difference)?;
        page.known(at, 15, times(end(interval, true)), shown.difference)?;
        let method = compared_as(other.map(|other| other.test.as_str()), text);
        page.text(at, LAST, &method, Look::words(Role::Body).wrapped().indented())?;
    }
    Ok(top + HEADING_ROWS + row(findings.len()))
}

/// Scaled figures are minutes, also those of a share.
fn pair(page: &mut Page, at: u32, col: u16, pair: Option<&ScaledPair>) -> Result<(), XlsxError> {
    let people = Look::of(Role::Body, Figure::Count);
    let minutes = Look::of(Role::Body, Figure::Decimals(1));
    page.known(at, col, pair.map(|pair| count(pair.n_from)), people)?;
    page.known(at, col + 1, pair.map(|pair| count(pair.n_to)), people)?;
    let (from, to) = (pair.and_then(|pair| pair.from), pair.and_then(|pair| pair.to));
    page.known(at, col + 2, from, minutes)?;
    page.known(at, col + 3, to, minutes)?;
    let (Some(from), Some(to)) = (from, to) else {
        return page.unknown(at, col + 4, minutes);
    };
    let cells = (cell(at, col + 3), cell(at, col + 2));
    page.difference((at, col + 4), (&cells.0, &cells.1), (to, from), Role::Body)
}

fn family(family: Family, text: &Text) -> String {
    match family {
        Family::Efficiency => text.get("workbook-family-efficiency"),
        Family::Quality => text.get("workbook-family-quality"),
    }
}

fn direction(direction: Direction, text: &Text) -> String {
    match direction {
        Direction::Down => text.get("workbook-direction-down"),
        Direction::Up => text.get("workbook-direction-up"),
    }
}

fn compared_as(method: Option<&str>, text: &Text) -> String {
    match method {
        Some("sign-flip") => text.get("workbook-test-sign-flip"),
        Some("permutation") => text.get("workbook-test-permutation"),
        other => text.say(&way_to_compare(other)),
    }
}

fn interval_kind(kind: Option<&str>, text: &Text) -> String {
    match kind {
        Some("t 95%") => text.get("workbook-interval-t"),
        Some("welch 95%") => text.get("workbook-interval-welch"),
        Some(other) => interval_made(other, text),
        None => UNKNOWN.to_owned(),
    }
}

/// `exact`, or `drawn 200000 seed 1` with its two numbers.
fn p_method(method: Option<&str>, text: &Text) -> String {
    let Some(method) = method else {
        return UNKNOWN.to_owned();
    };
    match method.split(' ').collect::<Vec<_>>().as_slice() {
        ["exact"] => text.get("workbook-p-exact"),
        ["drawn", draws, "seed", seed] => {
            text.say(&phrase("workbook-p-drawn").with("draws", *draws).with("seed", *seed))
        }
        _ => method.to_owned(),
    }
}
