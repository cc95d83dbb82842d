//! Values of an indicator in a survey, wherever they come from.

use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use super::formula;
use super::indicators::{periods, wave_of};
use super::ledger::figures_of;
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
                    .iter()
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
        let entered = self.figures(indicator, wave);
        let mut figures: BTreeMap<&str, Vec<f64>> = BTreeMap::new();
        for figure in &entered {
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
        let values: Vec<f64> = self
            .figures(indicator, wave)
            .iter()
            .map(|it| it.value.as_f64())
            .collect();
        Ok(stats::mean(&values))
    }

    /// The figures of an indicator that are of a survey, and of whom and when it asks for.
    fn figures(&self, indicator: &Indicator, wave: Wave) -> Vec<Cow<'a, Measurement>> {
        let is_of_wave = |at: At| wave_of(&self.periods, at) == Some(wave);
        let mut figures = figures_of(self.holdings, indicator);
        figures.retain(|it| it.key.fits(indicator.per) && is_of_wave(it.key.at));
        figures
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
}
