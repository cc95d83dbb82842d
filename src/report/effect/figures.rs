//! Figures that are typed in: of which indicators, laid out how, and what keeping them changes.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Months, NaiveDate};

use super::{periods, waves_with_values};
use crate::book::{Change, Occasion};
use crate::effect::{
    At, FigureGrid, FigureRule, FigureStep, GridHead, Indicator, Per, Period, PeriodFault, Subject, WavePeriod,
    period_fault,
};
use crate::office::{Month, ResidentCode, StaffCode};
use crate::report::Holdings;
use crate::worktime::Wave;

/// Months that are offered where nothing was entered yet, the running one included.
const MONTHS_AT_FIRST: u32 = 12;

/// What figures of an indicator must keep.
pub fn figure_rule(holdings: &Holdings, indicator: &Indicator) -> FigureRule {
    FigureRule::of(indicator, holdings.catalog.scales())
}

/// Whether its figures may lie below 0, as points from −3 to 3: a change in percent says nothing of them.
pub(super) fn can_be_negative(holdings: &Holdings, indicator: &Indicator) -> bool {
    let range = figure_rule(holdings, indicator).range();
    range.is_some_and(|range| range.least.as_f64() < 0.0)
}

/// The indicators that people type in: those that the office follows, those with figures, then the others.
pub fn entered_indicators(holdings: &Holdings) -> Vec<Indicator> {
    let with_figures: BTreeSet<&str> = figures_of_any(holdings).collect();
    let mut entered: Vec<Indicator> = holdings.indicators();
    entered.retain(|it| it.measured.is_entered());
    entered.sort_by_key(|it| {
        let is_chosen = holdings.effects.chosen(&it.id).is_some();
        (!is_chosen, !with_figures.contains(it.id.as_str()))
    });
    entered
}

fn figures_of_any(holdings: &Holdings) -> impl Iterator<Item = &str> {
    holdings.effects.measurements.iter().map(|it| it.key.indicator.as_str())
}

/// Members of staff that the book knows: from sheets, from the plans of surveys, from figures.
pub fn known_staff(holdings: &Holdings) -> BTreeSet<StaffCode> {
    let sheets = holdings.sheets.iter().map(|(_, sheet)| &sheet.staff);
    let planned = holdings.surveys.iter().flat_map(|(_, survey)| &survey.people);
    let figures = holdings
        .effects
        .measurements
        .iter()
        .filter_map(|it| match &it.key.subject {
            Subject::Staff(code) => Some(code),
            _ => None,
        });
    sheets
        .chain(planned.map(|person| &person.staff))
        .chain(figures)
        .cloned()
        .collect()
}

/// Residents that the book knows, all from figures.
pub fn known_residents(holdings: &Holdings) -> BTreeSet<ResidentCode> {
    let figures = holdings.effects.measurements.iter();
    figures
        .filter_map(|it| match &it.key.subject {
            Subject::Resident(code) => Some(code.clone()),
            _ => None,
        })
        .collect()
}

/// Surveys for which figures can be entered: before, the first after, and all that the book knows.
pub fn known_waves(holdings: &Holdings) -> BTreeSet<Wave> {
    let mut waves = waves_with_values(holdings);
    waves.extend([Wave::Before, Wave::After(1)]);
    waves.extend(holdings.surveys.iter().map(|(wave, _)| *wave));
    waves.extend(periods(holdings).into_keys());
    waves
}

/// People or the office, as an indicator has them.
pub fn subjects(holdings: &Holdings, per: Per) -> Vec<Subject> {
    match per {
        Per::StaffDay | Per::StaffMonth | Per::Staff => known_staff(holdings).into_iter().map(Subject::Staff).collect(),
        Per::Resident => known_residents(holdings).into_iter().map(Subject::Resident).collect(),
        Per::Office | Per::OfficeDay | Per::OfficeMonth => vec![Subject::Office],
    }
}

/// Surveys, months or days of an indicator that can be entered on a day, and those that have figures.
pub fn times(holdings: &Holdings, indicator: &Indicator, today: NaiveDate) -> Vec<At> {
    let entered: BTreeSet<At> = holdings.effects.of(&indicator.id).map(|it| it.key.at).collect();
    match indicator.per {
        Per::Staff | Per::Resident | Per::Office => known_waves(holdings).into_iter().map(At::Wave).collect(),
        Per::StaffMonth | Per::OfficeMonth => {
            let running = Month::of(today);
            let at_first = today.checked_sub_months(Months::new(MONTHS_AT_FIRST - 1));
            let months = || {
                entered.iter().filter_map(|at| match at {
                    At::Month(month) => Some(*month),
                    _ => None,
                })
            };
            let first = months().min().or(at_first.map(Month::of)).unwrap_or(running);
            let last = months().max().map_or(running, |last| last.max(running));
            first.to(last).map(At::Month).collect()
        }
        Per::StaffDay | Per::OfficeDay => {
            let days = holdings.sheets.iter().map(|(_, sheet)| At::Day(sheet.date));
            let mut all: BTreeSet<At> = entered;
            if all.is_empty() {
                all.extend(days);
            }
            if all.is_empty() {
                all.insert(At::Day(today));
            }
            all.into_iter().collect()
        }
    }
}

/// The grid in which figures of an indicator are typed: a series runs down, people stand below each other beside times.
pub fn figure_grid(holdings: &Holdings, indicator: &Indicator, today: NaiveDate) -> FigureGrid {
    let subjects = subjects(holdings, indicator.per).into_iter().map(GridHead::Of);
    let times = times(holdings, indicator, today).into_iter().map(GridHead::At);
    let sides = if indicator.per.is_series() {
        (times.collect(), subjects.collect())
    } else {
        (subjects.collect(), times.collect())
    };
    let rule = figure_rule(holdings, indicator);
    FigureGrid::new(&indicator.id, rule, sides, &holdings.effects.measurements)
}

/// Figures were entered, changed or taken out: one act; nothing where nothing changed.
pub fn figures_kept(holdings: &Holdings, steps: Vec<FigureStep>) -> Option<(Occasion, Vec<Change>)> {
    if steps.is_empty() {
        return None;
    }
    let ids: BTreeSet<&str> = steps
        .iter()
        .filter_map(|step| Some(step.key()?.indicator.as_str()))
        .collect();
    let name = |id: &str| {
        holdings
            .indicator(id)
            .map_or_else(|| id.to_owned(), |it| it.name.ja.clone())
    };
    let occasion = Occasion::MeasurementsKept {
        names: ids.into_iter().map(name).collect(),
        figures: steps.len(),
    };
    let change = |step: FigureStep| Change::MeasurementKept {
        before: step.before.map(Box::new),
        after: step.after.map(Box::new),
    };
    Some((occasion, steps.into_iter().map(change).collect()))
}

/// The days of a survey were set, or with `None` come from the sheets again; nothing where nothing changed.
///
/// `set` are the days that the office set before, `known` all days of surveys.
pub fn period_kept(
    set: &[WavePeriod],
    known: &BTreeMap<Wave, Period>,
    wave: Wave,
    period: Option<Period>,
) -> Result<Option<(Occasion, Vec<Change>)>, PeriodFault> {
    let before = set.iter().find(|it| it.wave == wave).copied();
    let fault = period.and_then(|period| period_fault(wave, period, known));
    if let Some(fault) = fault {
        return Err(fault);
    }
    let after = period.map(|period| WavePeriod { wave, period });
    if before == after {
        return Ok(None);
    }
    let change = Change::PeriodKept {
        before: before.map(Box::new),
        after: after.map(Box::new),
    };
    Ok(Some((Occasion::PeriodKept(wave), vec![change])))
}
