//! Indicators over several surveys (取組前→取組後①→取組後②).

use std::collections::BTreeSet;

use super::compared::blank;
use super::sources::{Sources, WaveValues};
use super::waves_with_values;
use crate::analysis::AnalysisError;
use crate::effect::{ComparedAs, Indicator, LEVEL, PersonValues};
use crate::office::SMALLEST_GROUP;
use crate::phrase::phrase;
use crate::report::compare::comparisons;
use crate::report::finding::{Comparisons, IndicatorFinding, PathPoint, PathStep, WavePath};
use crate::report::{Holdings, UNKNOWN, value_text};
use crate::stats;
use crate::text::Text;
use crate::worktime::Wave;

/// Fewest surveys that make a path.
const FEWEST: usize = 3;

/// Each indicator over all surveys in which it has values; none with fewer than three.
pub fn paths(holdings: &Holdings, indicators: &[Indicator], text: &Text) -> Result<Vec<WavePath>, AnalysisError> {
    paths_beside(holdings, indicators, &[], text)
}

/// The same, beside comparisons that were made already.
pub(super) fn paths_beside(
    holdings: &Holdings,
    indicators: &[Indicator],
    known: &[Comparisons],
    text: &Text,
) -> Result<Vec<WavePath>, AnalysisError> {
    let waves: Vec<Wave> = waves_with_values(holdings).into_iter().collect();
    if waves.len() < FEWEST {
        return Ok(Vec::new());
    }
    let sources = Sources::of(holdings);
    let mut paths = Vec::new();
    for indicator in indicators {
        let mut values = Vec::with_capacity(waves.len());
        for wave in &waves {
            values.push((*wave, sources.values(indicator, *wave)?));
        }
        values.retain(|(_, values)| values.mean().is_some());
        if values.len() < FEWEST {
            continue;
        }
        let waves: Vec<Wave> = values.iter().map(|(wave, _)| *wave).collect();
        let mut steps = Vec::new();
        for (from, to) in legs(&waves) {
            let finding = step(&sources, indicator, known, (from, to), text)?;
            steps.extend(finding.map(|finding| path_step(&finding, (from, to))));
        }
        paths.push(path(indicator, &values, steps, text));
    }
    Ok(paths)
}

/// From each survey to the next, and last from the first to the last.
fn legs(waves: &[Wave]) -> Vec<(Wave, Wave)> {
    let next = waves.windows(2).map(|pair| (pair[0], pair[1]));
    let whole = waves.first().copied().zip(waves.last().copied());
    next.chain(whole).collect()
}

fn step(
    sources: &Sources,
    indicator: &Indicator,
    known: &[Comparisons],
    (from, to): (Wave, Wave),
    text: &Text,
) -> Result<Option<IndicatorFinding>, AnalysisError> {
    let there = known.iter().find(|it| it.from == from.id() && it.to == to.id());
    let there = there.and_then(|it| it.indicators.iter().find(|finding| finding.id == indicator.id));
    if let Some(there) = there {
        return Ok(Some(there.clone()));
    }
    let made = comparisons(sources, std::slice::from_ref(indicator), (from, to), text)?;
    Ok(made.indicators.into_iter().next())
}

fn path_step(finding: &IndicatorFinding, (from, to): (Wave, Wave)) -> PathStep {
    PathStep {
        from: from.id(),
        to: to.id(),
        difference: finding.difference,
        p_value: finding.p_value,
        verdict: finding.verdict,
        grade: finding.grade,
    }
}

fn path(indicator: &Indicator, values: &[(Wave, WaveValues)], steps: Vec<PathStep>, text: &Text) -> WavePath {
    let same = same_people(values);
    let points: Vec<PathPoint> = values
        .iter()
        .map(|(wave, values)| point(indicator, *wave, values, same.as_ref(), text))
        .collect();
    let written = blank(indicator, text);
    let mut path = WavePath {
        id: written.id.clone(),
        name: written.name.clone(),
        family: written.family,
        unit: written.unit.clone(),
        direction: written.direction,
        decimals: written.decimals,
        is_share: written.is_share,
        points,
        steps,
        sentence: String::new(),
    };
    path.sentence = sentence(&path, &written, same.map(|people| people.len()), text);
    path
}

/// The people of every survey, where they are at least half of the largest; else everybody of each survey stands in the path.
fn same_people(values: &[(Wave, WaveValues)]) -> Option<BTreeSet<&String>> {
    let mut all: Option<BTreeSet<&String>> = None;
    let mut most = 0;
    for (_, values) in values {
        let WaveValues::People(people) = values else {
            return None;
        };
        most = most.max(people.len());
        all = Some(match all {
            None => people.keys().collect(),
            Some(all) => all.into_iter().filter(|code| people.contains_key(*code)).collect(),
        });
    }
    all.filter(|all| !all.is_empty() && all.len() * 2 >= most)
}

fn point(
    indicator: &Indicator,
    wave: Wave,
    values: &WaveValues,
    same: Option<&BTreeSet<&String>>,
    text: &Text,
) -> PathPoint {
    let (n, mean, interval) = match values {
        WaveValues::People(people) => of_people(people, same),
        WaveValues::Counts(counts) => {
            let compared_as = ComparedAs::of(indicator);
            let n = counts.map_or(0, |it| it.n(compared_as));
            let shown = counts.filter(|_| compared_as != ComparedAs::Share || n >= SMALLEST_GROUP);
            let interval = shown.and_then(|it| it.interval(compared_as));
            (n, shown.map(|it| it.value()), interval)
        }
        WaveValues::Figure(figure) => (usize::from(figure.is_some()), *figure, None),
    };
    PathPoint {
        wave: wave.id(),
        label: text.say(&wave.label()),
        n,
        mean,
        interval: interval.map(|it| [it.low, it.high]),
    }
}

/// People, their mean, and Student's interval of it.
fn of_people(people: &PersonValues, same: Option<&BTreeSet<&String>>) -> (usize, Option<f64>, Option<stats::Interval>) {
    let counts = |code: &String| same.is_none_or(|same| same.contains(code));
    let values: Vec<f64> = people.iter().filter(|it| counts(it.0)).map(|it| *it.1).collect();
    if values.len() < SMALLEST_GROUP {
        return (values.len(), None, None);
    }
    let interval = stats::t_paired(&values, LEVEL).map(|test| test.interval);
    (values.len(), stats::mean(&values), interval)
}

fn sentence(path: &WavePath, written: &IndicatorFinding, same: Option<usize>, text: &Text) -> String {
    let point = |point: &PathPoint| {
        let mean = point
            .mean
            .map_or_else(|| UNKNOWN.to_owned(), |mean| value_text(written, mean));
        text.say(
            &phrase("path-point")
                .with("wave", point.label.as_str())
                .with("mean", mean),
        )
    };
    let label = |id: &str| Wave::parse(id).map_or_else(String::new, |wave| text.say(&wave.label()));
    let step = |step: &PathStep| {
        let said = phrase("path-step")
            .with("from", label(&step.from))
            .with("to", label(&step.to))
            .with("verdict", step.verdict.word())
            .with("grade", step.grade.letter());
        text.say(&said)
    };
    let points: Vec<String> = path.points.iter().map(point).collect();
    let steps: Vec<String> = path.steps.iter().map(step).collect();
    let said = match same {
        Some(n) => phrase("path-sentence-same").with("n", n),
        None => phrase("path-sentence"),
    };
    text.say(
        &said
            .with("name", path.name.as_str())
            .with("points", points.join(" → "))
            .with("steps", steps.join(&text.get("list-separator"))),
    )
}
