//! Series of months or days.

use super::ledger::origin;
use super::series_figures::figures;
use super::series_names::{rules_name, rules_says, signal_name};
use super::series_words::Words;
use crate::effect::{At, Indicator, Per, Phase, Series, SeriesSpot, Stage, Stretch};
use crate::report::Holdings;
use crate::report::finding::{SeriesBreakLine, SeriesFinding, SeriesLimits, SeriesPhase, SeriesPoint, SeriesSignal};
use crate::stats::{RuleSet, Signal};
use crate::text::Text;

/// The series of every indicator that has one; by the usual rules where none are named.
pub fn series(holdings: &Holdings, rules: Option<RuleSet>, text: &Text) -> Vec<SeriesFinding> {
    let indicators = holdings.indicators();
    let found = indicators.iter().filter(|it| it.per.is_series());
    found.filter_map(|it| series_of(holdings, it, rules, text)).collect()
}

/// The series of an indicator; `None` where nothing was entered or it has none.
pub fn series_of(
    holdings: &Holdings,
    indicator: &Indicator,
    rules: Option<RuleSet>,
    text: &Text,
) -> Option<SeriesFinding> {
    let phases: Vec<&Phase> = holdings
        .effects
        .phases
        .iter()
        .filter(|it| it.indicator == indicator.id)
        .collect();
    let series = Series::of(&figures(holdings, indicator), &phases, rules)?;
    let target = holdings.effects.chosen(&indicator.id).and_then(|it| it.target);
    let target = target.map(|target| target.as_f64() / indicator.shown_factor());
    let mut finding = finding(&series, indicator, (target, rules.is_some()), text);
    let origin = origin(holdings, indicator);
    finding.remarks.extend(origin.map(|it| text.say(&it.phrase())));
    Some(finding)
}

fn finding(series: &Series, indicator: &Indicator, (target, asked): (Option<f64>, bool), text: &Text) -> SeriesFinding {
    let words = Words {
        series,
        indicator,
        text,
    };
    let signals = |place: usize| -> Vec<&Stretch> {
        let stage = &series.stages[series.spots[place].stage];
        stage.stretches.iter().filter(|it| it.places.contains(&place)).collect()
    };
    let is_missing = |spot: &&SeriesSpot| spot.figure.value.is_none();
    SeriesFinding {
        schema: "yutori.series/1",
        id: indicator.id.clone(),
        name: text.lang().of(&indicator.name).to_owned(),
        family: indicator.family,
        unit: text.lang().of(&indicator.unit).to_owned(),
        direction: indicator.direction,
        decimals: indicator.decimals,
        is_share: indicator.measured.is_share(),
        step: if indicator.per == Per::OfficeDay {
            "day"
        } else {
            "month"
        },
        rules: series.rules.id().to_owned(),
        rules_name: text.say(&rules_name(series.rules)),
        rules_says: text.say(&rules_says(series.rules)),
        n: series.n(),
        missing: series.spots.iter().filter(is_missing).count(),
        points: series
            .spots
            .iter()
            .enumerate()
            .map(|(place, spot)| point(spot, &signals(place), indicator))
            .collect(),
        phases: (0..series.stages.len()).map(|place| phase(place, &words)).collect(),
        target,
        series_break: broken(&words),
        sentence: words.sentence(),
        remarks: words.remarks(asked),
    }
}

fn point(spot: &SeriesSpot, signals: &[&Stretch], indicator: &Indicator) -> SeriesPoint {
    let goods: Vec<bool> = signals
        .iter()
        .filter_map(|it| it.way)
        .map(|way| way.is_good(indicator.direction))
        .collect();
    // A point that rises to the one side while it still lies on the other says nothing of good or bad.
    let good = goods
        .first()
        .copied()
        .filter(|first| goods.iter().all(|it| it == first));
    let mut ids: Vec<String> = signals.iter().map(|it| signal_id(it.signal).to_owned()).collect();
    ids.dedup();
    SeriesPoint {
        at: spot.at.to_string(),
        label: label(spot.at),
        value: spot.figure.value,
        count: spot.figure.count,
        base: spot.figure.base,
        hidden: spot.figure.hidden,
        phase: spot.stage,
        signals: ids,
        good,
    }
}

/// Short, for an axis: `2025/10`, `10/6`.
fn label(at: At) -> String {
    match at {
        At::Month(month) => format!("{}/{}", month.year(), month.number()),
        At::Day(day) => day.format("%-m/%-d").to_string(),
        At::Wave(wave) => wave.id(),
    }
}

/// The word for a signal in JSON.
fn signal_id(signal: Signal) -> &'static str {
    match signal {
        Signal::Shift => "shift",
        Signal::Trend => "trend",
        Signal::FewCrossings => "few_crossings",
        Signal::ManyRuns => "many_runs",
        Signal::Outside => "outside",
        Signal::NearLimit => "near_limit",
        Signal::CloseToCentre => "close_to_centre",
    }
}

fn phase(place: usize, words: &Words) -> SeriesPhase {
    let stage = &words.series.stages[place];
    let chart = stage.chart.as_ref();
    let runs = chart.map(|chart| chart.runs);
    SeriesPhase {
        from: stage.from.to_string(),
        cause: stage.cause.clone(),
        n: stage.n,
        centre: chart.map(|chart| chart.centre),
        centre_kind: if words.is_about_the_median() { "median" } else { "mean" },
        limits: chart.and_then(|chart| chart.limits).map(|limits| SeriesLimits {
            low: limits.low,
            high: limits.high,
            moving_range: limits.moving_range,
            trial: limits.trial,
        }),
        longest_run: runs.map_or(0, |runs| runs.longest),
        longest_allowed: runs.map_or(0, |runs| runs.longest_allowed),
        crossings: runs.map_or(0, |runs| runs.crossings),
        crossings_needed: runs.map_or(0, |runs| runs.crossings_needed),
        signals: stage.stretches.iter().map(|it| signal(stage, it, words)).collect(),
        sentence: words.of_stage(stage),
    }
}

fn signal(stage: &Stage, stretch: &Stretch, words: &Words) -> SeriesSignal {
    let at = |place: &usize| words.series.spots[*place].at.to_string();
    SeriesSignal {
        signal: signal_id(stretch.signal).to_owned(),
        name: words.text.say(&signal_name(stretch.signal)),
        points: stretch.places.iter().map(at).collect(),
        good: stretch.way.map(|way| way.is_good(words.indicator.direction)),
        sentence: words.text.say(&words.told(stage, stretch)),
    }
}

fn broken(words: &Words) -> SeriesBreakLine {
    let sentence = words.of_break();
    let refused = |from: Option<At>, n_before, n_after| SeriesBreakLine {
        offered: false,
        from: from.map(|at| at.to_string()),
        n_before,
        n_after,
        slope_before: None,
        level: None,
        level_error: None,
        slope: None,
        slope_error: None,
        sentence: sentence.clone(),
    };
    match &words.series.series_break {
        Ok(found) => {
            let fitted = found.fitted;
            SeriesBreakLine {
                offered: true,
                slope_before: Some(fitted.slope.estimate),
                level: Some(fitted.level_change.estimate),
                level_error: Some(fitted.level_change.hac_error),
                slope: Some(fitted.slope_change.estimate),
                slope_error: Some(fitted.slope_change.hac_error),
                ..refused(Some(found.from), found.n_before, found.n_after)
            }
        }
        Err(fault) => match fault.sides() {
            Some((from, before, after)) => refused(Some(from), before, after),
            None => refused(None, words.series.n(), 0),
        },
    }
}

#[cfg(test)]
pub(in crate::report) mod support;
#[cfg(test)]
mod tests;
