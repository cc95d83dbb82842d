//! Before and after: from the sheets of a book to [`Comparisons`].

use super::finding::{Assessment, Comparisons, Estimate, IndicatorFinding, OtherTest, ScaledPair, Spread};
use super::number::{change_text, signed_text, value_text};
use crate::analysis::{AnalysisError, Frame, ScaledMean, person_means, scaled_means};
use crate::book::Founding;
use crate::effect::{
    Beside, Comparison, Design, Family, Group, Indicator, Measured, PersonValues, compare, holm_adjusted, p_text,
};
use crate::office::{Minutes, SMALLEST_GROUP};
use crate::phrase::phrase;
use crate::stats::{HodgesLehmann, Method, PValue};
use crate::text::Text;
use crate::worktime::{Period, Sheet, TaskList, Wave};

/// Seed of the draws where there are too many people to go through all cases; printed with the result.
pub(super) const SEED: u64 = 20_240_401;

/// Compares two waves in every given indicator.
pub fn comparisons(
    founding: &Founding,
    sheets: &[(Wave, Sheet)],
    indicators: &[Indicator],
    (from, to): (Wave, Wave),
    text: &Text,
) -> Result<Comparisons, AnalysisError> {
    let frame = Frame::of(sheets, &founding.task_list, founding.night)?;
    let filled_share = lower_filled_share(sheets, from, to);
    let mut findings = Vec::with_capacity(indicators.len());
    for indicator in indicators {
        let values = |wave| -> Result<PersonValues, AnalysisError> {
            let means = person_means(&frame, wave, &indicator.measured, &founding.task_list)?;
            Ok(means.into_iter().map(|mean| (mean.staff, mean.value)).collect())
        };
        let comparison = compare(&values(from)?, &values(to)?, indicator.direction, filled_share, SEED);
        let scaled = |period| scaled_pair(&frame, &founding.task_list, &indicator.measured, period, (from, to));
        findings.push(finding(
            indicator,
            &comparison,
            (scaled(Period::Day)?, scaled(Period::Night)?),
            text,
        ));
    }
    for family in [Family::Efficiency, Family::Quality] {
        let p: Vec<Option<f64>> = findings
            .iter()
            .filter(|f| f.family == family)
            .map(|f| f.p_value)
            .collect();
        let adjusted = holm_adjusted(&p);
        for (finding, p) in findings.iter_mut().filter(|f| f.family == family).zip(adjusted) {
            finding.p_holm = p;
        }
    }
    Ok(Comparisons {
        schema: "yutori.compare/1".to_owned(),
        from: from.id(),
        to: to.id(),
        from_label: text.say(&from.label()),
        to_label: text.say(&to.label()),
        night_hours: founding.night.to_string(),
        indicators: findings,
        list_notes: Vec::new(),
    })
}

/// The lower of the two waves' shares of filled minutes; `None` when a wave has no minutes.
fn lower_filled_share(sheets: &[(Wave, Sheet)], from: Wave, to: Wave) -> Option<f64> {
    let share = |wanted: Wave| {
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
    };
    share(from).zip(share(to)).map(|(from, to)| from.min(to))
}

fn scaled_pair(
    frame: &Frame,
    tasks: &TaskList,
    measured: &Measured,
    period: Period,
    (from, to): (Wave, Wave),
) -> Result<ScaledPair, AnalysisError> {
    let codes = measured.tasks(tasks);
    let one = |wave| -> Result<(usize, Option<f64>), AnalysisError> {
        let (means, people) = scaled_means(frame, wave, period)?;
        let counts = |mean: &&ScaledMean| codes.contains(&mean.task);
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

fn finding(
    indicator: &Indicator,
    comparison: &Comparison,
    (scaled_day, scaled_night): (ScaledPair, ScaledPair),
    text: &Text,
) -> IndicatorFinding {
    let paired = comparison.design == Design::Paired;
    let mut finding = IndicatorFinding {
        id: indicator.id.clone(),
        name: text.lang().of(&indicator.name).to_owned(),
        family: indicator.family,
        unit: text.lang().of(&indicator.unit).to_owned(),
        difference_unit: if indicator.measured.is_share() {
            text.get("unit-points")
        } else {
            text.lang().of(&indicator.unit).to_owned()
        },
        direction: indicator.direction,
        decimals: indicator.decimals,
        is_share: indicator.measured.is_share(),
        n_from: comparison.n_from,
        n_to: comparison.n_to,
        n_paired: comparison.n_paired,
        n_people: comparison.n_people,
        from: comparison.from.map(spread),
        to: comparison.to.map(spread),
        difference: comparison.difference,
        change: comparison.change.as_ref().map(|change| change.ratio - 1.0),
        change_interval: comparison
            .change
            .as_ref()
            .and_then(|change| change.interval)
            .map(|i| [i.low - 1.0, i.high - 1.0]),
        test: comparison.p.map(|_| test_name(comparison.design).to_owned()),
        p_value: comparison.p.map(|p| p.p),
        p_method: comparison.p.map(method),
        p_holm: None,
        p_smallest: comparison.p_smallest,
        p_signed_rank: comparison.p_rank.filter(|_| paired),
        p_rank_sum: comparison.p_rank.filter(|_| !paired),
        interval: comparison.interval.map(|interval| [interval.low, interval.high]),
        interval_kind: comparison.interval.map(|_| interval_kind(comparison.design)),
        hodges_lehmann: comparison.hodges_lehmann.as_ref().map(estimate),
        hedges_g: comparison.hedges_g,
        hedges_g_av: comparison.hedges_g_av,
        cliffs_delta: comparison.cliffs_delta,
        good_share: comparison.good_share,
        unpaired: comparison.beside.as_ref().filter(|_| paired).map(other_test),
        paired: comparison.beside.as_ref().filter(|_| !paired).map(other_test),
        filled_share: comparison.filled.share(),
        scaled_day: Some(scaled_day),
        scaled_night: Some(scaled_night),
        verdict: comparison.verdict,
        grade: comparison.grade,
        why: text.say(&comparison.why),
        sentence: String::new(),
        paths: if comparison.n_paired < SMALLEST_GROUP {
            Vec::new()
        } else {
            comparison.paths.iter().map(|(from, to)| [*from, *to]).collect()
        },
        assessment: Assessment::default(),
    };
    finding.sentence = sentence(&finding, text);
    finding
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

pub(super) fn test_name(design: Design) -> &'static str {
    match design {
        Design::Paired => "sign-flip",
        Design::Unpaired => "permutation",
    }
}

/// How the interval of a difference was made.
pub(super) fn interval_kind(design: Design) -> String {
    match design {
        Design::Paired => "t 95%",
        Design::Unpaired => "welch 95%",
    }
    .to_owned()
}

fn spread(group: Group) -> Spread {
    Spread {
        mean: group.mean,
        median: group.median,
        sd: group.sd,
    }
}

pub(super) fn estimate(hodges_lehmann: &HodgesLehmann) -> Estimate {
    Estimate {
        estimate: hodges_lehmann.estimate,
        interval: hodges_lehmann.interval.map(|interval| [interval.low, interval.high]),
        level: hodges_lehmann.interval.map(|interval| interval.level),
    }
}

pub(super) fn method(p: PValue) -> String {
    match p.method {
        Method::Exact => "exact".to_owned(),
        Method::Drawn { draws, seed } => format!("drawn {draws} seed {seed}"),
    }
}

/// What changed, by how much, how sure.
fn sentence(finding: &IndicatorFinding, text: &Text) -> String {
    let (Some(from), Some(to), Some(difference)) = (&finding.from, &finding.to, finding.difference) else {
        return text.say(&phrase("effect-sentence-no-wave").with("name", finding.name.as_str()));
    };
    let said = phrase("effect-sentence")
        .with("name", finding.name.as_str())
        .with("from", value_text(finding, from.mean))
        .with("to", value_text(finding, to.mean))
        .with("difference", signed_text(finding, difference))
        .with("change", change_text(finding.change, text))
        .with("verdict", finding.verdict.word())
        .with("grade", finding.grade.letter())
        .with("n", finding.n_people)
        .with("p", finding.p_value.map_or_else(|| "-".to_owned(), p_text));
    text.say(&said)
}
