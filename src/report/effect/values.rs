//! Values of an indicator in a survey, wherever they come from.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use super::formula;
use super::indicators::{periods, wave_of};
use crate::analysis::{AnalysisError, Frame, person_means};
use crate::effect::{At, ComparedAs, Counts, Filled, Formula, Indicator, Measured, Measurement, Period, PersonValues};
use crate::office::{Decimal, Minutes};
use crate::report::Holdings;
use crate::report::list_note::silent_lists;
use crate::stats;
use crate::worktime::{ListNumber, Sheet, Wave};

/// What an indicator was in a survey.
#[derive(Debug, Clone, PartialEq)]
pub enum WaveValues {
    /// One value for each person: the mean over their sheets, or over their figures. Codes are those of staff or those of residents,
    /// never of both.
    People(PersonValues),
    /// What was counted for the office, the figures of the survey added up; `None` where nothing was.
    Counts(Option<Counts>),
    /// A figure of the office: the mean of the figures of the survey; `None` where there is none.
    Figure(Option<f64>),
}

impl WaveValues {
    /// Mean over people, or the value of the office.
    pub fn mean(&self) -> Option<f64> {
        match self {
            Self::People(people) => stats::mean(&people.values().copied().collect::<Vec<f64>>()),
            Self::Counts(counts) => counts.map(|it| it.value()),
            Self::Figure(figure) => *figure,
        }
    }
}

/// An indicator in a survey.
pub fn wave_values(holdings: &Holdings, indicator: &Indicator, wave: Wave) -> Result<WaveValues, AnalysisError> {
    Sources::of(holdings).values(indicator, wave)
}

/// Where values come from, laid out once for many questions: the time sheets as rows, and the days of the surveys.
pub(in crate::report) struct Sources<'a> {
    holdings: &'a Holdings,
    periods: BTreeMap<Wave, Period>,
    /// The sheets that can say something, by the older lists that cannot.
    laid_out: RefCell<BTreeMap<BTreeSet<ListNumber>, Rc<Sheets>>>,
}

/// Sheets, and the same as rows.
pub(in crate::report) struct Sheets {
    pub(in crate::report) frame: Frame,
    /// Share of filled minutes of each wave that has any.
    filled: BTreeMap<Wave, f64>,
}

impl<'a> Sources<'a> {
    pub(in crate::report) fn of(holdings: &'a Holdings) -> Self {
        Self {
            holdings,
            periods: periods(holdings),
            laid_out: RefCell::default(),
        }
    }

    pub(in crate::report) fn holdings(&self) -> &'a Holdings {
        self.holdings
    }

    /// An indicator in a survey.
    pub(in crate::report) fn values(&self, indicator: &Indicator, wave: Wave) -> Result<WaveValues, AnalysisError> {
        Ok(match ComparedAs::of(indicator) {
            ComparedAs::People => WaveValues::People(self.people(indicator, wave)?),
            ComparedAs::Share | ComparedAs::Rate => {
                let figures: Vec<(Decimal, Decimal)> = self
                    .figures(indicator, wave)
                    .filter_map(|it| Some((it.value, it.of?)))
                    .collect();
                WaveValues::Counts(Counts::of(&figures, &indicator.measured))
            }
            ComparedAs::Figure => WaveValues::Figure(self.figure(indicator, wave)?),
        })
    }

    /// How much of the sheets was filled in, where an indicator comes out of them.
    pub(in crate::report) fn filled(
        &self,
        indicator: &Indicator,
        (from, to): (Wave, Wave),
    ) -> Result<Filled, AnalysisError> {
        if !formula::needs_sheets(self.holdings, indicator) {
            return Ok(Filled::NotAsked);
        }
        let sheets = self.sheets(indicator)?;
        let share = |wave: Wave| sheets.filled.get(&wave).copied();
        Ok(Filled::Share(share(from).zip(share(to)).map(|(from, to)| from.min(to))))
    }

    /// Whether there are sheets of an older list in which nothing of an indicator could be recorded.
    pub(in crate::report) fn has_silent_sheets(&self, indicator: &Indicator) -> bool {
        !self.silent(indicator).is_empty()
    }

    fn silent(&self, indicator: &Indicator) -> BTreeSet<ListNumber> {
        if !formula::needs_sheets(self.holdings, indicator) {
            return BTreeSet::new();
        }
        silent_lists(self.holdings, &formula::tasks(self.holdings, indicator))
    }

    /// The sheets that can say something about an indicator.
    pub(in crate::report) fn sheets(&self, indicator: &Indicator) -> Result<Rc<Sheets>, AnalysisError> {
        let silent = self.silent(indicator);
        if let Some(known) = self.laid_out.borrow().get(&silent) {
            return Ok(Rc::clone(known));
        }
        let sheets = Rc::new(Sheets::of(self.holdings, &silent)?);
        self.laid_out.borrow_mut().insert(silent, Rc::clone(&sheets));
        Ok(sheets)
    }

    fn people(&self, indicator: &Indicator, wave: Wave) -> Result<PersonValues, AnalysisError> {
        match &indicator.measured {
            measured if measured.is_of_sheets() => self.of_sheets(indicator, measured, wave),
            Measured::Formula { formula, .. } => match Formula::parse(formula) {
                Ok(formula) => formula::of_people(self, indicator, &formula, wave),
                Err(_) => Ok(PersonValues::new()),
            },
            _ => Ok(self.entered(indicator, wave)),
        }
    }

    /// Values of people out of the sheets that can say something about an indicator.
    pub(super) fn of_sheets(
        &self,
        indicator: &Indicator,
        measured: &Measured,
        wave: Wave,
    ) -> Result<PersonValues, AnalysisError> {
        let sheets = self.sheets(indicator)?;
        let means = person_means(&sheets.frame, wave, measured, &self.holdings.founding.task_list)?;
        Ok(means.into_iter().map(|mean| (mean.staff, mean.value)).collect())
    }

    /// The mean of each person's figures.
    fn entered(&self, indicator: &Indicator, wave: Wave) -> PersonValues {
        let mut figures: BTreeMap<&str, Vec<f64>> = BTreeMap::new();
        for figure in self.figures(indicator, wave) {
            figures
                .entry(figure.key.subject.code())
                .or_default()
                .push(figure.value.as_f64());
        }
        let mean = |(code, values): (&str, Vec<f64>)| Some((code.to_owned(), stats::mean(&values)?));
        figures.into_iter().filter_map(mean).collect()
    }

    fn figure(&self, indicator: &Indicator, wave: Wave) -> Result<Option<f64>, AnalysisError> {
        if let Measured::Formula { formula, .. } = &indicator.measured {
            return match Formula::parse(formula) {
                Ok(formula) => formula::of_office(self, indicator, &formula, wave),
                Err(_) => Ok(None),
            };
        }
        let values: Vec<f64> = self.figures(indicator, wave).map(|it| it.value.as_f64()).collect();
        Ok(stats::mean(&values))
    }

    /// The figures of an indicator that are of a survey, and of whom and when it asks for.
    fn figures(&self, indicator: &'a Indicator, wave: Wave) -> impl Iterator<Item = &'a Measurement> {
        let is_of_wave = move |at: At| wave_of(&self.periods, at) == Some(wave);
        let all = self.holdings.effects.of(&indicator.id);
        all.filter(move |it| it.key.fits(indicator.per) && is_of_wave(it.key.at))
    }
}

impl Sheets {
    fn of(holdings: &Holdings, silent: &BTreeSet<ListNumber>) -> Result<Self, AnalysisError> {
        let founding = &holdings.founding;
        let speaking: Vec<(Wave, Sheet)>;
        let sheets = if silent.is_empty() {
            &holdings.sheets
        } else {
            let is_silent = |(wave, sheet): &&(Wave, Sheet)| {
                let older = holdings.older.get(&sheet.key(*wave));
                older.is_some_and(|older| silent.contains(&older.list))
            };
            speaking = holdings.sheets.iter().filter(|it| !is_silent(it)).cloned().collect();
            &speaking
        };
        let waves: BTreeSet<Wave> = sheets.iter().map(|(wave, _)| *wave).collect();
        let share = |wave: Wave| Some((wave, filled_share(sheets, wave)?));
        Ok(Self {
            frame: Frame::of(sheets, &founding.task_list, founding.night)?,
            filled: waves.into_iter().filter_map(share).collect(),
        })
    }
}

/// The share of filled minutes of a wave; `None` where it has no minutes.
fn filled_share(sheets: &[(Wave, Sheet)], wanted: Wave) -> Option<f64> {
    let of_wave = || {
        sheets
            .iter()
            .filter(|(wave, _)| *wave == wanted)
            .map(|(_, sheet)| sheet)
    };
    let filled: Minutes = of_wave().map(Sheet::filled).sum();
    let unfilled: Minutes = of_wave().map(Sheet::unfilled).sum();
    let whole = filled + unfilled;
    (whole > Minutes::ZERO).then(|| filled.as_f64() / whole.as_f64())
//! What was entered, counted by indicator and time.

use std::collections::{BTreeMap, BTreeSet};

use super::figures::{entered_indicators, figure_rule, subjects};
use super::{periods, wave_of, waves_with_values};
use crate::effect::{At, Indicator, Measurement, Per, Period, Subject};
use crate::office::{Month, SMALLEST_GROUP};
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
        let figures = by_indicator.remove(indicator.id.as_str()).unwrap_or_default();
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
    figures: Vec<&'a Measurement>,
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
        let here: Vec<&Measurement> = self.figures.iter().copied().filter(|it| it.key.at == at).collect();
        let is_of_people = self.indicator.per.is_of_people();
        let compared: Vec<f64> = here
            .iter()
            .filter_map(|it| it.figure().compared(&self.indicator.measured))
            .collect();
        let hidden = is_of_people && !here.is_empty() && here.len() < SMALLEST_GROUP;
        let only = here.first().filter(|_| !is_of_people && self.indicator.measured.base().is_some());
        let people = self.with_people.then(|| here.iter().filter_map(|it| person(it)).collect());
        ValuesTime {
            at: at.to_string(),
            label: self.text.say(&time_phrase(at)),
            wave: wave_of(self.periods, at).map(Wave::id),
            n: here.len(),
            missing: self.missing(at, &here),
            hidden,
            value: mean(&compared).filter(|_| !hidden),
            count: only.map(|it| it.value.as_f64()),
            of: only.and_then(|it| it.of).map(|of| of.as_f64()),
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
