//! Makes the findings about effects.

mod assessment;
mod chosen;
mod feasible;
mod figures;
mod indicators;
mod judgements;
mod path;
mod quadrant;
mod series;
mod values;

pub use assessment::margin_line;
pub use feasible::{Plan, feasible};
pub use figures::{
    entered_indicators, figure_grid, figure_rule, figures_kept, known_residents, known_staff, known_waves, period_kept, subjects,
    times,
};
pub use indicators::{compared, first_value, is_measurable, periods, wave_of, waves_with_values};
pub use judgements::{judgement_kept, judgements};
pub use series::{series, series_of};
pub use values::{time_phrase, values};

use chrono::NaiveDate;

use super::finding::{Comparisons, EffectFinding, WaveName};
use super::{Holdings, comparisons_of};
use crate::analysis::AnalysisError;
use crate::text::Text;
use crate::worktime::Wave;

/// The first survey against each later one, in the indicators that are compared.
pub fn all_comparisons(holdings: &Holdings, text: &Text) -> Result<Vec<Comparisons>, AnalysisError> {
    let waves: Vec<Wave> = waves_with_values(holdings).into_iter().collect();
    let Some((first, later)) = waves.split_first() else {
        return Ok(Vec::new());
    };
    let indicators = compared(holdings);
    later
        .iter()
        .map(|wave| comparisons_of(holdings, &indicators, (*first, *wave), text))
        .collect()
}

/// Everything about effects as it stands on a day, beside comparisons that were made already.
pub fn effect(
    holdings: &Holdings,
    results: Vec<Comparisons>,
    today: NaiveDate,
    text: &Text,
) -> Result<EffectFinding, AnalysisError> {
    let waves = waves_with_values(holdings).into_iter().map(|wave| WaveName {
        id: wave.id(),
        label: text.say(&wave.label()),
    });
    Ok(EffectFinding {
        schema: "yutori.effect/1",
        waves: waves.collect(),
        chosen: chosen::chosen(holdings, text)?,
        feasible: feasible(holdings, &Plan::default(), text)?,
        paths: path::paths(holdings, &results, text)?,
        quadrant: quadrant::quadrant(holdings, results.last(), text),
        series: series(holdings, None, text),
        judgements: judgements(holdings, &results, today, text),
        results,
    })
}
