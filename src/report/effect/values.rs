//! What was entered, counted by indicator and time.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use super::figures::{entered_indicators, figure_rule, subjects};
use super::ledger::{figures_of, origin};
use super::{periods, wave_of, waves_with_values};
use crate::effect::{At, Indicator, Measured, Measurement, Per, Period, Subject};
use crate::office::{Decimal, Month, SMALLEST_GROUP};
use crate::phrase::{Phrase, phrase};
use crate::report::Holdings;
use crate::report::finding::{PeriodLine, PersonFigure, ValuesFinding, ValuesIndicator, ValuesTime};
use crate::stats::mean;
use crate::text::Text;
use crate::worktime::Wave;

/// What was entered of the indicators that people type in; people one by one only where somebody asks for them.
pub fn values(holdings: &Holdings, with_people: bool, text: &Text) -> ValuesFinding {
    let mut by_indicator: BTreeMap<&str, Vec<&Measurement>> = BTreeMap::new();
    for it in &holdings.effects.measurements {
        by_indicator.entry(&it.key.indicator).or_default().push(it);
    }
    let periods = periods(holdings);
    let indicators = entered_indicators(holdings).into_iter().map(|indicator| {
        let entered = by_indicator.remove(indicator.id.as_str()).unwrap_or_default();
        let figures = match indicator.measured {
            Measured::Documents { .. } => figures_of(holdings, &indicator),
            _ => entered.into_iter().map(Cow::Borrowed).collect(),
        };
        Counted {
            holdings,
            indicator: &indicator,
            figures,
            periods: &periods,
            with_people,
            text,
        }
        .finding()
    });
    ValuesFinding {
        schema: "yutori.values/1",
        indicators: indicators.collect(),
        periods: period_lines(holdings, &periods, text),
    }
}

fn period_lines(holdings: &Holdings, periods: &BTreeMap<Wave, Period>, text: &Text) -> Vec<PeriodLine> {
    let line = |(wave, period): (&Wave, &Period)| PeriodLine {
        wave: wave.id(),
        label: text.say(&wave.label()),
        from: period.from,
        to: period.to,
        is_set: holdings.effects.periods.iter().any(|it| it.wave == *wave),
    };
    periods.iter().map(line).collect()
}

/// A time for people: 取組前, 2025年10月, 2025-10-06.
pub fn time_phrase(at: At) -> Phrase {
    match at {
        At::Wave(wave) => wave.label(),
        At::Month(month) => phrase("entering-month")
            .with("year", month.year().to_string())
            .with("month", month.number().to_string()),
        At::Day(day) => phrase("entering-day").with("day", day.to_string()),
    }
}

struct Counted<'a> {
    holdings: &'a Holdings,
    indicator: &'a Indicator,
    figures: Vec<Cow<'a, Measurement>>,
    periods: &'a BTreeMap<Wave, Period>,
    with_people: bool,
    text: &'a Text,
}

impl Counted<'_> {
    fn finding(&self) -> ValuesIndicator {
        let indicator = self.indicator;
        let lang = self.text.lang();
        let times: Vec<ValuesTime> = self.times().into_iter().map(|at| self.time(at)).collect();
        let range = figure_rule(self.holdings, indicator).range();
        ValuesIndicator {
            id: indicator.id.clone(),
            name: lang.of(&indicator.name).to_owned(),
            family: indicator.family,
            unit: lang.of(&indicator.unit).to_owned(),
            per: indicator.per.id(),
            per_name: self.text.say(&indicator.per.phrase()),
            decimals: indicator.decimals,
            is_share: indicator.measured.is_share(),
            base: indicator.measured.base().map(|base| lang.of(base).to_owned()),
            range: range.map(|range| [range.least.as_f64(), range.most.as_f64()]),
            chosen: self.holdings.effects.chosen(&indicator.id).is_some(),
            origin: origin(self.holdings, indicator).map(|it| self.text.say(&it.phrase())),
            n: self.figures.len(),
            missing: times.iter().map(|time| time.missing).sum(),
            times,
        }
    }

    /// Surveys that the book knows; months from the first with a figure to the last; days with figures.
    fn times(&self) -> BTreeSet<At> {
        let entered: BTreeSet<At> = self.figures.iter().map(|it| it.key.at).collect();
        match self.indicator.per {
            Per::Staff | Per::Resident | Per::Office => {
                let mut waves = waves_with_values(self.holdings);
                waves.extend(self.periods.keys());
                waves.into_iter().map(At::Wave).chain(entered).collect()
            }
            Per::StaffMonth | Per::OfficeMonth => {
                let month = |at: Option<&At>| match at {
                    Some(At::Month(month)) => Some(*month),
                    _ => None,
                };
                match (month(entered.first()), month(entered.last())) {
                    (Some(first), Some(last)) => Month::to(first, last).map(At::Month).collect(),
                    _ => entered,
                }
            }
            Per::StaffDay | Per::OfficeDay => entered,
        }
    }

    fn time(&self, at: At) -> ValuesTime {
        let here: Vec<&Measurement> = self
            .figures
            .iter()
            .map(Cow::as_ref)
            .filter(|it| it.key.at == at)
            .collect();
        let is_of_people = self.indicator.per.is_of_people();
        let compared: Vec<f64> = here
            .iter()
            .filter_map(|it| it.figure().compared(&self.indicator.measured))
            .collect();
        let hidden = is_of_people && !here.is_empty() && here.len() < SMALLEST_GROUP;
        let only = here
            .first()
            .filter(|_| !is_of_people && self.indicator.measured.base().is_some());
        let people = self
            .with_people
            .then(|| here.iter().filter_map(|it| person(it)).collect());
        ValuesTime {
            at: at.to_string(),
            label: self.text.say(&time_phrase(at)),
            wave: wave_of(self.periods, at).map(Wave::id),
            n: here.len(),
            missing: self.missing(at, &here),
            hidden,
            value: mean(&compared).filter(|_| !hidden),
            count: only.map(|it| it.value.as_f64()),
            of: only.and_then(|it| it.of).map(Decimal::as_f64),
            people: people.filter(|_| is_of_people),
        }
    }

    /// How many figures of a time are missing: of the people with sheets in the survey, and of those with a figure at another time.
    fn missing(&self, at: At, here: &[&Measurement]) -> Option<usize> {
        let expected: BTreeSet<&Subject> = match self.indicator.per {
            Per::StaffDay | Per::OfficeDay => return None,
            Per::Office | Per::OfficeMonth => return Some(usize::from(here.is_empty())),
            Per::Staff | Per::Resident | Per::StaffMonth => self.figures.iter().map(|it| &it.key.subject).collect(),
        };
        let mut expected: BTreeSet<Subject> = expected.into_iter().cloned().collect();
        if self.indicator.per == Per::Staff {
            let sheets = self.holdings.sheets.iter();
            let of_wave = sheets.filter(|(wave, _)| At::Wave(*wave) == at);
            expected.extend(of_wave.map(|(_, sheet)| Subject::Staff(sheet.staff.clone())));
        }
        if self.indicator.per == Per::Resident && expected.is_empty() {
            expected.extend(subjects(self.holdings, Per::Resident));
        }
        let known: BTreeSet<&Subject> = here.iter().map(|it| &it.key.subject).collect();
        Some(expected.iter().filter(|subject| !known.contains(subject)).count())
    }
}

fn person(figure: &Measurement) -> Option<PersonFigure> {
    let kind = match figure.key.subject {
        Subject::Office => return None,
        Subject::Staff(_) => "staff",
        Subject::Resident(_) => "resident",
    };
    Some(PersonFigure {
        kind,
        code: figure.key.subject.code().to_owned(),
        value: figure.value.as_f64(),
    })
}
