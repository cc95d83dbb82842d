//! Effect: indicators, figures, the comparison of waves, what may be said of it. Pure.

mod beside;
mod changed;
mod choosing;
mod chosen;
mod comparison;
mod counts;
mod entry;
mod feasibility;
mod figure_block;
mod figure_grid;
mod filled;
mod formula;
mod grading;
mod id;
mod indicator;
mod indicator_fault;
mod measurement;
mod methods;
mod not_worse;
mod own;
mod period_fault;
mod scale;
mod series;
mod use_case;
mod verdict;

use serde::{Deserialize, Serialize};

pub use beside::Beside;
pub use choosing::{Bounds, ChoosingFault, Term, Terms};
pub use chosen::{Chosen, Period, Phase, WavePeriod};
pub use comparison::{Comparison, Design, Group, LEVEL, PersonValues, compare, holm_adjusted};
pub use counts::{ComparedAs, CountComparison, Counts, compare_counts};
pub use entry::{Figure, FigureFault, FigureRule};
pub use feasibility::{
    CORRELATION, CountReach, Counted, Crowd, FEWEST_MONTHS, MOST_PEOPLE, Power, SEED, count_reach, spread_of_changes,
};
pub use figure_block::{BlockFault, BlockProblem, Pasted};
pub use figure_grid::{FigureGrid, GridHead, Spot};
pub use filled::Filled;
pub use formula::{Atom, Formula, FormulaFault, FormulaFaultKind, cycle};
pub use grading::{Ground, Rule, rules};
pub use id::is_id;
pub use indicator::{Direction, DocumentCount, Family, Indicator, Measured, Per, Range};
pub use indicator_fault::IndicatorFault;
pub use measurement::{At, FigureStep, Measurement, MeasurementKey, Subject, figure_steps};
pub use methods::{Method, MethodCheck, methods, methods_agree};
pub use not_worse::{NotWorse, exact_interval, not_worse};
pub use own::{IndicatorDraft, OwnFault, OwnField, OwnWay};
pub use period_fault::{PeriodFault, period_fault};
pub use scale::{Band, Scale, ScaleFault};
pub use series::{Break, BreakFault, PhaseFault, Series, SeriesFigure, SeriesSpot, Stage, Stretch, Way};
pub use use_case::UseCase;
pub use verdict::{Grade, Verdict, p_text, percent_text, probability};

/// Everything that a book holds about effects (効果).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Effects {
    /// Indicators as the book keeps them: the office's own ones, and copies of those of the catalog that were chosen.
    pub indicators: Vec<Indicator>,
    /// What the office follows, in order of id.
    pub chosen: Vec<Chosen>,
    /// Figures that were entered, in order of indicator, time and person.
    pub measurements: Vec<Measurement>,
    /// Days of the surveys where the office set them.
    pub periods: Vec<WavePeriod>,
    /// Where series run anew, in order of indicator and time.
    pub phases: Vec<Phase>,
}

impl Effects {
    /// Whether nothing was chosen or entered yet.
    pub fn is_empty(&self) -> bool {
        self.chosen.is_empty() && self.measurements.is_empty()
    }

    /// What was promised of an indicator, where it was chosen.
    pub fn chosen(&self, indicator: &str) -> Option<&Chosen> {
        self.chosen.iter().find(|it| it.indicator == indicator)
    }

    /// All indicators: those that are given, the book's own in their place or after them, efficiency first.
    pub fn indicators_with(&self, given: &[Indicator]) -> Vec<Indicator> {
        let mut all = given.to_vec();
        for own in &self.indicators {
            match all.iter_mut().find(|it| it.id == own.id) {
                Some(known) => known.clone_from(own),
                None => all.push(own.clone()),
            }
        }
        all.sort_by_key(|it| it.family);
        all
    }

    /// The figures of an indicator.
    pub fn of<'a>(&'a self, indicator: &'a str) -> impl Iterator<Item = &'a Measurement> {
        self.measurements.iter().filter(move |it| it.key.indicator == indicator)
    }
}
