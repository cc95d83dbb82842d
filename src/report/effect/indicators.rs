//! Which indicators a book has, which are compared, and when their figures are of which survey.

use std::collections::{BTreeMap, BTreeSet};

use super::formula;
use super::ledger::months_of;
use crate::book::Written;
use crate::effect::{At, Indicator, Period};
use crate::office::Month;
use crate::report::Holdings;
use crate::worktime::Wave;

impl Holdings {
    /// All indicators, efficiency first: those of the catalog, and the book's own in their place or after them.
    pub fn indicators(&self) -> Vec<Indicator> {
        self.effects.indicators_with(self.catalog.indicators())
    }

    /// The indicator with this id: the book's own, else that of the catalog.
    pub fn indicator(&self, id: &str) -> Option<&Indicator> {
        let own = self.effects.indicators.iter().find(|it| it.id == id);
        own.or_else(|| self.catalog.indicator(id))
    }
}

/// Whether the task list of the book can give it, people type it in, or it can be calculated from such.
pub fn is_measurable(holdings: &Holdings, indicator: &Indicator) -> bool {
    formula::is_measurable(holdings, indicator)
}

/// The indicators that are compared: those that the office follows; as long as it follows none, the usual ones of the time sheets.
pub fn compared(holdings: &Holdings) -> Vec<Indicator> {
    let chosen: BTreeSet<&str> = holdings.effects.chosen.iter().map(|it| it.indicator.as_str()).collect();
    let wanted = |it: &Indicator| {
        if chosen.is_empty() {
            it.usual
        } else {
            chosen.contains(it.id.as_str())
        }
    };
    let all = holdings.indicators().into_iter();
    all.filter(wanted).filter(|it| is_measurable(holdings, it)).collect()
}

/// The days of each survey: as the office set them, else the months in which its sheets lie, or the very days where those months
/// are also another survey's.
pub fn periods(holdings: &Holdings) -> BTreeMap<Wave, Period> {
    let mut days: BTreeMap<Wave, Period> = BTreeMap::new();
    for (wave, sheet) in &holdings.sheets {
        let period = days.entry(*wave).or_insert(Period {
            from: sheet.date,
            to: sheet.date,
        });
        period.from = period.from.min(sheet.date);
        period.to = period.to.max(sheet.date);
    }
    let months = |period: &Period| Period {
        from: Month::of(period.from).first_day(),
        to: Month::of(period.to).last_day(),
    };
    let wide: BTreeMap<Wave, Period> = days.iter().map(|(wave, period)| (*wave, months(period))).collect();
    let alone = |wave: Wave, period: &Period| !wide.iter().any(|(other, its)| *other != wave && its.overlaps(period));
    let mut periods: BTreeMap<Wave, Period> = days
        .iter()
        .map(|(wave, own)| {
            let period = months(own);
            (*wave, if alone(*wave, &period) { period } else { *own })
        })
        .collect();
    for set in &holdings.effects.periods {
        periods.insert(set.wave, set.period);
    }
    periods
}

/// The survey that a time belongs to.
pub fn wave_of(periods: &BTreeMap<Wave, Period>, at: At) -> Option<Wave> {
    let found = |holds: &dyn Fn(&Period) -> bool| periods.iter().find(|(_, it)| holds(it)).map(|(wave, _)| *wave);
    match at {
        At::Wave(wave) => Some(wave),
        At::Month(month) => found(&|period| period.has_month(month)),
        At::Day(day) => found(&|period| period.has_day(day)),
    }
}

/// Surveys with sheets, or with figures of indicators that are compared.
pub fn waves_with_values(holdings: &Holdings) -> BTreeSet<Wave> {
    let periods = periods(holdings);
    let sheets = holdings.sheets.iter().map(|(wave, _)| *wave);
    let measurements = holdings.effects.measurements.iter();
    let followed = compared(holdings);
    let counted = followed.iter().flat_map(|it| months_of(holdings, it));
    sheets
        .chain(measurements.filter_map(|it| wave_of(&periods, it.key.at)))
        .chain(counted.filter_map(|month| wave_of(&periods, At::Month(month))))
        .collect()
}

/// The act of the journal that brought the first figure of an indicator in a survey; of a calculated one the first of all figures
/// that it is calculated from.
pub fn first_value(holdings: &Holdings, indicator: &Indicator, wave: Wave) -> Option<Written> {
    let sheets = formula::needs_sheets(holdings, indicator).then(|| holdings.firsts.sheets.get(&wave).copied());
    let entered = formula::entered(holdings, indicator);
    let periods = periods(holdings);
    let of_wave = |(id, at): &&(String, At)| entered.contains(id) && wave_of(&periods, *at) == Some(wave);
    let figures = holdings.firsts.measurements.iter().filter(|(key, _)| of_wave(key));
    let figures = figures.map(|(_, written)| *written);
    let counted = entered.iter().filter_map(|id| holdings.indicator(id));
    let counted = counted.flat_map(|it| months_of(holdings, it));
    let counted = counted.filter(|month| wave_of(&periods, At::Month(*month)) == Some(wave));
    let counted = counted.filter_map(|month| holdings.firsts.documents.get(&month).copied());
    sheets
        .flatten()
        .into_iter()
        .chain(figures)
        .chain(counted)
        .min_by_key(|it| it.act)
}
