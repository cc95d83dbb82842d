//! Makes the findings about effects.

mod assessment;
mod choosing;
mod chosen;
mod committee;
mod compared;
mod feasible;
mod feasible_words;
mod figures;
mod first;
mod formula;
mod hidden;
mod indicators;
mod judgements;
mod ledger;
mod margin;
mod path;
mod quadrant;
mod reasons;
mod said;
mod series;
mod series_figures;
mod series_names;
mod series_phase;
mod series_words;
mod sources;
#[cfg(test)]
pub(in crate::report) mod support;
mod values;

pub(super) use assessment::assess;
pub use choosing::{
    Following, FollowingFault, indicator_laid_aside, indicator_name, indicators_followed, own_indicator_kept,
    own_indicator_removed,
};
pub use chosen::chosen;
pub(super) use compared::Compared;
pub use feasible::{Plan, feasible, feasible_people};

pub use figures::{
    entered_indicators, figure_grid, figure_rule, figures_kept, known_residents, known_staff, known_waves, period_kept,
    subjects, times,
};
pub(super) use formula::is_of_task;
pub use indicators::{compared, first_value, is_measurable, periods, wave_of, waves_with_values};
pub(super) use judgements::days_since;
pub use judgements::{judgement_kept, judgements, surveys};
pub use margin::{margin_line, measured_later};
pub use path::paths;
pub(super) use quadrant::{counted, is_hidden, is_paired, quadrant as quadrant_of};
pub use said::{interval_made, margin_text, way_to_compare};
pub use series::{series, series_of};
pub use series_phase::{phase_begun, phase_kept, phase_of, series_begin};
pub use series_words::{series_bounds, series_figure, series_level, series_level_text};
pub(super) use sources::Sources;
pub use sources::{WaveValues, wave_values};
pub use values::{time_phrase, values};

#[cfg(test)]
pub(super) use series::support as series_support;

use chrono::NaiveDate;

use super::Holdings;
use super::compare::comparisons;
use super::finding::{Comparisons, EffectFinding, WaveName};
use crate::analysis::AnalysisError;
use crate::text::Text;
use crate::worktime::Wave;

/// The first survey against each later one, in the indicators that are compared.
pub fn all_comparisons(holdings: &Holdings, text: &Text) -> Result<Vec<Comparisons>, AnalysisError> {
    let waves: Vec<Wave> = waves_with_values(holdings).into_iter().collect();
    let Some((first, later)) = waves.split_first() else {
        return Ok(Vec::new());
    };
    let (sources, indicators) = (Sources::of(holdings), compared(holdings));
    later
        .iter()
        .map(|wave| comparisons(&sources, &indicators, (*first, *wave), text))
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
    let chosen = chosen(holdings, text)?;
    Ok(EffectFinding {
        schema: "yutori.effect/1",
        waves: waves.collect(),
        paths: path::paths_beside(holdings, &compared(holdings), &results, text)?,
        feasible: feasible::feasible_of(holdings, &chosen, text),
        chosen,
        quadrant: quadrant::quadrant(holdings, results.last(), text),
        series: series(holdings, None, text),
        judgements: judgements(holdings, &results, today, text),
        results,
    })
}
