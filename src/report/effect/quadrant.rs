//! Efficiency against quality: what is placed where, and what is left out.

use super::committee::holds_among_all;
use super::said;
use crate::effect::{Family, Verdict};
use crate::issues::Measure;
use crate::office::SMALLEST_GROUP;
use crate::phrase::{Phrase, phrase};
use crate::report::Holdings;
use crate::report::finding::{
    ComparedAs, Comparisons, CountPair, IndicatorFinding, NotWorse, QuadrantEnd, QuadrantFinding, QuadrantPlace,
    QuadrantPoint,
};
use crate::report::number::change_text;
use crate::text::Text;

/// Most pairs in one picture: more could not be told apart.
const MOST: usize = 12;

/// The pairs of a comparison: those of the same measure, else all.
pub(in crate::report) fn quadrant(holdings: &Holdings, result: Option<&Comparisons>, text: &Text) -> QuadrantFinding {
    let Some(result) = result else {
        return QuadrantFinding {
            from_label: String::new(),
            to_label: String::new(),
            points: Vec::new(),
            left_out: Vec::new(),
            sentence: text.get("quadrant-none"),
        };
    };
    let mut left_out = Vec::new();
    let mut ends: [Vec<QuadrantEnd>; 2] = [Vec::new(), Vec::new()];
    for indicator in &result.indicators {
        match end(indicator, result, text) {
            Ok(end) => ends[place_of(indicator.family)].push(end),
            Err(why) => left_out.push(left(&indicator.name, why, text)),
        }
    }
    let [efficiency, quality] = &ends;
    let linked = linked(&holdings.issues.measures, efficiency, quality);
    let pairs = if linked.is_empty() {
        all(efficiency, quality)
    } else {
        let unlinked = |end: &&QuadrantEnd| {
            !linked
                .iter()
                .any(|(_, one, other)| one.id == end.id || other.id == end.id)
        };
        let alone = ends.iter().flatten().filter(unlinked);
        left_out.extend(alone.map(|end| left(&end.name, phrase("quadrant-left-alone"), text)));
        linked
    };
    let more = pairs.len().saturating_sub(MOST);
    if more > 0 {
        let said = phrase("quadrant-left-more").with("pairs", more).with("most", MOST);
        left_out.push(text.say(&said));
    }
    let points: Vec<QuadrantPoint> = pairs
        .into_iter()
        .take(MOST)
        .enumerate()
        .map(|(place, pair)| point(place + 1, pair, text))
        .collect();
    let sentence = match why_empty(result, &ends) {
        Some(why) => text.say(&why),
        None => sentence(&points, text),
    };
    QuadrantFinding {
        from_label: result.from_label.clone(),
        to_label: result.to_label.clone(),
        points,
        left_out,
        sentence,
    }
}

fn place_of(family: Family) -> usize {
    match family {
        Family::Efficiency => 0,
        Family::Quality => 1,
    }
}

fn left(name: &str, why: Phrase, text: &Text) -> String {
    text.say(&phrase("quadrant-left").with("name", name).with("why", why))
}

/// Whether people are compared with themselves, and not as two groups.
pub(in crate::report) fn is_paired(finding: &IndicatorFinding) -> bool {
    finding.assessment.compared_as == ComparedAs::People
        && finding.n_paired > 0
        && finding.n_paired * 2 >= finding.n_from.max(finding.n_to)
}

/// Whether so few people stand behind a comparison that its figures are not shown.
pub(in crate::report) fn is_hidden(finding: &IndicatorFinding) -> bool {
    let few = |count: usize| (1..SMALLEST_GROUP).contains(&count);
    match finding.assessment.compared_as {
        ComparedAs::Figure | ComparedAs::Rate => false,
        _ if is_paired(finding) => few(finding.n_paired),
        ComparedAs::People | ComparedAs::Share => few(finding.n_from) || few(finding.n_to),
    }
}

/// How many stand behind either survey, as it is written: people, or how many of how many; `None` where the same people do.
pub(in crate::report) fn counted(finding: &IndicatorFinding) -> Option<[String; 2]> {
    let told = |pair: Option<CountPair>, n: usize| match pair {
        Some(pair) => said::counted(Some(pair)),
        None => n.to_string(),
    };
    let of = &finding.assessment;
    let both = || [told(of.counts_from, finding.n_from), told(of.counts_to, finding.n_to)];
    (!is_paired(finding)).then(both)
}

/// The change of an indicator, or why it cannot be placed.
fn end(finding: &IndicatorFinding, result: &Comparisons, text: &Text) -> Result<QuadrantEnd, Phrase> {
    if finding.assessment.compared_as == ComparedAs::Figure {
        return Err(phrase("quadrant-left-figure"));
    }
    if is_hidden(finding) {
        return Err(phrase("chart-hidden").with("people", SMALLEST_GROUP));
    }
    let no_values = |wave: &str| phrase("quadrant-left-no-values").with("wave", wave);
    let from = finding.from.as_ref().ok_or_else(|| no_values(&result.from_label))?;
    if finding.to.is_none() {
        return Err(no_values(&result.to_label));
    }
    if from.mean <= 0.0 {
        return Err(phrase("quadrant-left-zero"));
    }
    let change = finding.change.ok_or_else(|| phrase("quadrant-left-no-change"))?;
    let sign = finding.direction.sign();
    let turned = |[low, high]: [f64; 2]| if sign < 0.0 { [-high, -low] } else { [low, high] };
    let (change, interval) = (change * sign, finding.change_interval.map(turned));
    // An end without an end cannot be drawn.
    let interval = interval.filter(|ends| ends.iter().all(|end| end.is_finite()));
    Ok(QuadrantEnd {
        id: finding.id.clone(),
        name: finding.name.clone(),
        change,
        interval,
        shown: shown(change, interval, text),
        n: counted(finding).map_or_else(|| finding.n_paired.to_string(), |[from, to]| format!("{from}→{to}")),
        verdict: finding.verdict,
        holds_among_all: holds_among_all(finding),
        grade: finding.grade,
        not_worse: finding.assessment.not_worse.as_ref().map(|line| line.result),
    })
}

fn shown(change: f64, interval: Option<[f64; 2]>, text: &Text) -> String {
    let percent = |share: f64| change_text(Some(share), text);
    match interval {
        Some([low, high]) => format!("{} [{}, {}]", percent(change), percent(low), percent(high)),
        None => percent(change),
    }
}

type Pair<'a> = (Option<&'a Measure>, &'a QuadrantEnd, &'a QuadrantEnd);

/// Pairs that one measure is watched by, each once, beside the first such measure.
fn linked<'a>(measures: &'a [Measure], efficiency: &'a [QuadrantEnd], quality: &'a [QuadrantEnd]) -> Vec<Pair<'a>> {
    let mut pairs: Vec<Pair<'a>> = Vec::new();
    for measure in measures {
        let watched = |end: &&QuadrantEnd| measure.indicators.contains(&end.id);
        for one in efficiency.iter().filter(watched) {
            for other in quality.iter().filter(watched) {
                let known = pairs.iter().any(|(_, it, with)| it.id == one.id && with.id == other.id);
                if !known {
                    pairs.push((Some(measure), one, other));
                }
            }
        }
    }
    pairs
}

fn all<'a>(efficiency: &'a [QuadrantEnd], quality: &'a [QuadrantEnd]) -> Vec<Pair<'a>> {
    let each = efficiency.iter();
    each.flat_map(|one| quality.iter().map(move |other| (None, one, other)))
        .collect()
}

fn point(number: usize, (measure, efficiency, quality): Pair, text: &Text) -> QuadrantPoint {
    let place = place(claimed(efficiency), claimed(quality), quality.not_worse);
    QuadrantPoint {
        number,
        measure: measure.map(|it| it.id.0),
        measure_text: measure.map(|it| it.text.clone()),
        efficiency: efficiency.clone(),
        quality: quality.clone(),
        place,
        sentence: text.say(&said_of(place, efficiency, quality)),
    }
}

/// The verdict as far as it may be claimed: an improvement that stands alone among several indicators may be chance.
fn claimed(end: &QuadrantEnd) -> Verdict {
    match end.verdict {
        Verdict::Improved if !end.holds_among_all => Verdict::NotShown,
        verdict => verdict,
    }
}

/// Where a pair lies by what may be claimed of its ends.
///
/// Quality that is shown to be worse is worse, also within the margin; being no worse counts only where the figures decide
/// anything at all.
fn place(efficiency: Verdict, quality: Verdict, not_worse: Option<NotWorse>) -> QuadrantPlace {
    let held = quality == Verdict::Improved || (quality == Verdict::NotShown && not_worse == Some(NotWorse::Shown));
    match (efficiency, quality) {
        (Verdict::Improved, Verdict::Worse) => QuadrantPlace::Bought,
        (Verdict::Improved, _) if held => QuadrantPlace::Both,
        (Verdict::Worse, Verdict::Improved) => QuadrantPlace::Costly,
        (Verdict::Worse, Verdict::Worse) => QuadrantPlace::Neither,
        _ => QuadrantPlace::Unclear,
    }
}

/// What may be said of a pair, and no more.
fn said_of(place: QuadrantPlace, efficiency: &QuadrantEnd, quality: &QuadrantEnd) -> Phrase {
    let held = quality.not_worse == Some(NotWorse::Shown);
    let said = match place {
        QuadrantPlace::Both if quality.verdict == Verdict::Improved => phrase("quadrant-said-both"),
        QuadrantPlace::Both => phrase("quadrant-said-held"),
        QuadrantPlace::Bought if held => phrase("quadrant-said-bought-little"),
        QuadrantPlace::Bought => phrase("quadrant-said-bought"),
        QuadrantPlace::Costly => phrase("quadrant-said-costly"),
        QuadrantPlace::Neither => phrase("quadrant-said-neither"),
        QuadrantPlace::Unclear if efficiency.verdict != claimed(efficiency) => phrase("quadrant-said-alone"),
        QuadrantPlace::Unclear if efficiency.verdict == Verdict::Improved => phrase("quadrant-said-quality-open"),
        QuadrantPlace::Unclear => phrase("quadrant-said-open"),
    };
    said.with("efficiency", efficiency.name.as_str())
        .with("quality", quality.name.as_str())
        .with("efficiency-verdict", efficiency.verdict.word())
        .with("quality-verdict", quality.verdict.word())
}

/// Why there is no picture, and what to do.
fn why_empty(result: &Comparisons, ends: &[Vec<QuadrantEnd>; 2]) -> Option<Phrase> {
    let empty = Family::ALL
        .into_iter()
        .find(|family| ends[place_of(*family)].is_empty())?;
    let said = if result.indicators.iter().any(|it| it.family == empty) {
        phrase("quadrant-nothing-to-place")
    } else {
        phrase("quadrant-no-family")
    };
    Some(said.with("family", empty.phrase()))
}

/// How many pairs lie where.
fn sentence(points: &[QuadrantPoint], text: &Text) -> String {
    let counts: Vec<String> = QuadrantPlace::ALL
        .into_iter()
        .filter_map(|place| {
            let pairs = points.iter().filter(|point| point.place == place).count();
            let said = phrase("quadrant-count")
                .with("place", place.word())
                .with("pairs", pairs);
            (pairs > 0).then(|| text.say(&said))
        })
        .collect();
    let all = phrase("quadrant-sentence")
        .with("pairs", points.len())
        .with("counts", counts.join(&text.get("list-separator")));
    let mut said = vec![text.say(&all)];
    if points.iter().any(|point| point.place == QuadrantPlace::Bought) {
        said.push(text.get("quadrant-talk"));
    }
    said.join(&text.get("between-sentences"))
}

#[cfg(test)]
mod tests;
