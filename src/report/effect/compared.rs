//! Two surveys of one indicator: the figures of the finding, before what may be claimed of them.

use super::figures::can_be_negative;
use super::hidden::{hide, leaves_out};
use super::sources::{Sources, WaveValues};
use crate::analysis::{AnalysisError, Frame, ScaledMean, scaled_means};
use crate::effect::{
    Beside, ComparedAs, Comparison, CountComparison, Counts, Design, Filled, Grade, Group, Indicator, Method,
    MethodCheck, PersonValues, Verdict, compare, compare_counts, exact_interval, methods,
};
use crate::office::SMALLEST_GROUP;
use crate::phrase::phrase;
use crate::report::compare::{SEED, estimate, interval_kind, method, test_name};
use crate::report::finding::{Assessment, CountPair, IndicatorFinding, OtherTest, ScaledPair, Spread};
use crate::stats::Interval;
use crate::text::Text;
use crate::worktime::{Period, TaskCode, Wave};

/// An indicator compared, and what its claims rest on.
pub(in crate::report) struct Compared {
    /// The indicator.
    pub(super) indicator: Indicator,
    /// Its figures; what may be claimed is still to be filled in.
    pub(in crate::report) finding: IndicatorFinding,
    /// What the claims rest on.
    pub(super) basis: Basis,
}

/// What claims rest on.
pub(super) enum Basis {
    /// People, the exact interval, and other ways to compare.
    People(Box<Comparison>, Option<Interval>, Vec<MethodCheck>),
    /// What was counted.
    Counts(Box<CountComparison>),
    /// Nothing: no values, one figure each, or too few people to show anything.
    Nothing,
}

impl Compared {
    /// Compares an indicator between two surveys.
    pub(in crate::report) fn of(
        sources: &Sources,
        indicator: &Indicator,
        waves: (Wave, Wave),
        text: &Text,
    ) -> Result<Self, AnalysisError> {
        let (from, to) = (sources.values(indicator, waves.0)?, sources.values(indicator, waves.1)?);
        let blank = blank(indicator, text);
        let (mut finding, mut basis) = match (from, to) {
            (WaveValues::People(from), WaveValues::People(to)) => {
                let filled = sources.filled(indicator, waves)?;
                of_people(blank, (&from, &to), filled, indicator, text)
            }
            (WaveValues::Counts(from), WaveValues::Counts(to)) => of_counts(blank, (from, to), indicator, text),
            (WaveValues::Figure(from), WaveValues::Figure(to)) => (of_figures(blank, (from, to), text), Basis::Nothing),
            // Both surveys are of one indicator, so they are of one kind.
            _ => (blank, Basis::Nothing),
        };
        if can_be_negative(sources.holdings(), indicator) {
            (finding.change, finding.change_interval) = (None, None);
        }
        if indicator.measured.is_of_sheets() {
            let frame = &sources.sheets(indicator)?.frame;
            let tasks = indicator.measured.tasks(&sources.holdings().founding.task_list);
            finding.scaled_day = Some(scaled_pair(frame, &tasks, Period::Day, waves)?);
            finding.scaled_night = Some(scaled_pair(frame, &tasks, Period::Night, waves)?);
        } else if hide(&mut finding, text) {
            basis = Basis::Nothing;
        }
        if (finding.n_from == 0 || finding.n_to == 0) && sources.has_silent_sheets(indicator) {
            finding.why = text.get("list-note-no-tasks");
            let said = phrase("list-note-not-compared").with("name", finding.name.as_str());
            finding.sentence = text.say(&said);
        }
        Ok(Self {
            indicator: indicator.clone(),
            finding,
            basis,
        })
    }
}

/// A finding without figures.
pub(super) fn blank(indicator: &Indicator, text: &Text) -> IndicatorFinding {
    let is_share = indicator.measured.is_share();
    let unit = text.lang().of(&indicator.unit).to_owned();
    IndicatorFinding {
        id: indicator.id.clone(),
        name: text.lang().of(&indicator.name).to_owned(),
        family: indicator.family,
        difference_unit: if is_share {
            text.get("unit-points")
        } else {
            unit.clone()
        },
        unit,
        direction: indicator.direction,
        decimals: indicator.decimals,
        is_share,
        n_from: 0,
        n_to: 0,
        n_paired: 0,
        n_people: 0,
        from: None,
        to: None,
        difference: None,
        change: None,
        change_interval: None,
        test: None,
        p_value: None,
        p_method: None,
        p_holm: None,
        p_smallest: None,
        p_signed_rank: None,
        p_rank_sum: None,
        interval: None,
        interval_kind: None,
        hodges_lehmann: None,
        hedges_g: None,
        hedges_g_av: None,
        cliffs_delta: None,
        good_share: None,
        unpaired: None,
        paired: None,
        filled_share: None,
        scaled_day: None,
        scaled_night: None,
        verdict: Verdict::NotDecidable,
        grade: Grade::D,
        why: text.get("why-no-values"),
        sentence: String::new(),
        paths: Vec::new(),
        assessment: Assessment {
            compared_as: ComparedAs::of(indicator),
            ..Assessment::default()
        },
    }
}

fn of_people(
    blank: IndicatorFinding,
    (from, to): (&PersonValues, &PersonValues),
    filled: Filled,
    indicator: &Indicator,
    text: &Text,
) -> (IndicatorFinding, Basis) {
    let compared = compare(from, to, indicator.direction, filled, SEED);
    let paired = compared.design == Design::Paired;
    let beside = compared.beside.as_ref().map(other_test);
    let change = compared.change.as_ref();
    let finding = IndicatorFinding {
        n_from: compared.n_from,
        n_to: compared.n_to,
        n_paired: compared.n_paired,
        n_people: compared.n_people,
        from: compared.from.map(spread),
        to: compared.to.map(spread),
        difference: compared.difference,
        change: change.map(|change| change.ratio - 1.0),
        change_interval: change
            .and_then(|change| change.interval)
            .map(|i| [i.low - 1.0, i.high - 1.0]),
        test: compared.p.map(|_| test_name(compared.design).to_owned()),
        p_value: compared.p.map(|p| p.p),
        p_method: compared.p.map(method),
        p_smallest: compared.p_smallest,
        p_signed_rank: compared.p_rank.filter(|_| paired),
        p_rank_sum: compared.p_rank.filter(|_| !paired),
        interval: compared.interval.map(ends),
        interval_kind: compared.interval.map(|_| interval_kind(compared.design)),
        hodges_lehmann: compared.hodges_lehmann.as_ref().map(estimate),
        hedges_g: compared.hedges_g,
        hedges_g_av: compared.hedges_g_av,
        cliffs_delta: compared.cliffs_delta,
        good_share: compared.good_share,
        unpaired: beside.clone().filter(|_| paired),
        paired: beside.filter(|_| !paired),
        filled_share: compared.filled.share(),
        verdict: compared.verdict,
        grade: compared.grade,
        why: text.say(&compared.why),
        paths: if compared.n_paired < SMALLEST_GROUP {
            Vec::new()
        } else {
            compared.paths.iter().map(|(from, to)| [*from, *to]).collect()
        },
        ..blank
    };
    let exact = exact_interval(&compared, SEED);
    let mut others = methods(from, to, &compared, indicator.direction, SEED);
    if filled == Filled::NotAsked && leaves_out(&finding) {
        for other in &mut others {
            other.difference = other.difference.filter(|_| other.method != Method::Permutation);
        }
    }
    (finding, Basis::People(Box::new(compared), exact, others))
}

fn of_counts(
    blank: IndicatorFinding,
    (from, to): (Option<Counts>, Option<Counts>),
    indicator: &Indicator,
    text: &Text,
) -> (IndicatorFinding, Basis) {
    let compared_as = ComparedAs::of(indicator);
    let n = |counts: Option<Counts>| counts.map_or(0, |counts| counts.n(compared_as));
    let pair = |counts: Counts| CountPair {
        count: counts.count,
        base: counts.base,
        interval: counts.interval(compared_as).map(ends),
    };
    let mut finding = IndicatorFinding {
        n_from: n(from),
        n_to: n(to),
        from: from.map(|it| figure(it.value())),
        to: to.map(|it| figure(it.value())),
        ..blank
    };
    finding.assessment.counts_from = from.map(pair);
    finding.assessment.counts_to = to.map(pair);
    let Some((from, to)) = from.zip(to) else {
        return (finding, Basis::Nothing);
    };
    let compared = compare_counts(&from, &to, compared_as, indicator.direction);
    let (test, kind) = match compared_as {
        ComparedAs::Rate => ("poisson", "garwood 95%"),
        _ => ("fisher", "clopper-pearson 95%"),
    };
    let ratio = compared.ratio_interval.filter(|_| compared.ratio.is_some());
    let finding = IndicatorFinding {
        difference: Some(compared.difference),
        change: compared.ratio.map(|ratio| ratio - 1.0),
        change_interval: ratio.and_then(|it| Some([it.low - 1.0, it.high? - 1.0])),
        test: compared.p.map(|_| test.to_owned()),
        p_value: compared.p,
        p_method: compared.p.map(|_| "exact".to_owned()),
        p_smallest: compared.p_smallest,
        interval: compared.interval.map(ends),
        interval_kind: compared.interval.map(|_| kind.to_owned()),
        verdict: compared.verdict,
        grade: compared.grade,
        why: text.say(&compared.why),
        ..finding
    };
    (finding, Basis::Counts(Box::new(compared)))
}

fn of_figures(blank: IndicatorFinding, (from, to): (Option<f64>, Option<f64>), text: &Text) -> IndicatorFinding {
    let both = from.zip(to);
    let ratio = both.filter(|(from, _)| *from > 0.0).map(|(from, to)| to / from);
    IndicatorFinding {
        n_from: usize::from(from.is_some()),
        n_to: usize::from(to.is_some()),
        from: from.map(figure),
        to: to.map(figure),
        difference: both.map(|(from, to)| to - from),
        change: ratio.map(|ratio| ratio - 1.0),
        why: if both.is_some() {
            text.get("why-one-figure")
        } else {
            blank.why.clone()
        },
        ..blank
    }
}

/// A figure of the office: it has no spread.
fn figure(value: f64) -> Spread {
    Spread {
        mean: value,
        median: value,
        sd: None,
    }
}

fn spread(group: Group) -> Spread {
    Spread {
        mean: group.mean,
        median: group.median,
        sd: group.sd,
    }
}

fn ends(interval: Interval) -> [f64; 2] {
    [interval.low, interval.high]
}

fn other_test(other: &Beside) -> OtherTest {
    OtherTest {
        test: test_name(other.design).to_owned(),
        difference: other.difference,
        p_value: other.p.p,
        p_rank: other.p_rank,
        hodges_lehmann: other.hodges_lehmann.as_ref().map(estimate),
    }
}

fn scaled_pair(
    frame: &Frame,
    tasks: &[TaskCode],
    period: Period,
    (from, to): (Wave, Wave),
) -> Result<ScaledPair, AnalysisError> {
    let one = |wave| -> Result<(usize, Option<f64>), AnalysisError> {
        let (means, people) = scaled_means(frame, wave, period)?;
        let counts = |mean: &&ScaledMean| tasks.contains(&mean.task);
        Ok((
            people,
            (people > 0).then(|| means.iter().filter(counts).fold(0.0, |sum, mean| sum + mean.minutes)),
        ))
    };
    let ((n_from, from), (n_to, to)) = (one(from)?, one(to)?);
    Ok(ScaledPair {
        scale: period.scale(),
        n_from,
        n_to,
        from,
        to,
    })
}
