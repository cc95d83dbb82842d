//! What may be claimed of a comparison: the target, whether quality is no worse, other methods, the reasons of the grade.

use super::compared::{Basis, Compared};
use super::ledger::origin;
use super::margin::margin_line;
use super::said::{counted, interval_text, level_text, margin_text};
use super::sources::Sources;
use super::{committee, reasons};
use crate::effect::{
    ComparedAs, Comparison, Design, Direction, Family, Indicator, MethodCheck, NotWorse, Verdict, methods_agree,
    not_worse, probability,
};
use crate::phrase::{Phrase, phrase};
use crate::report::UNKNOWN;
use crate::report::finding::{IndicatorFinding, MarginLine, MarginState, MethodLine, NotWorseLine};
use crate::report::number::{change_text, signed_text, value_text};
use crate::stats::Interval;
use crate::text::Text;
use crate::worktime::Wave;

/// Share of a value up to which a target counts as reached: means carry rounding noise.
const NOISE: f64 = 1e-10;

/// Fills in what may be claimed of a comparison; `tested` is the number of indicators of its family that were tested together.
pub(in crate::report) fn assess(
    sources: &Sources,
    compared: Compared,
    tested: usize,
    to: Wave,
    text: &Text,
) -> IndicatorFinding {
    let Compared {
        indicator,
        mut finding,
        basis,
    } = compared;
    set_target(&mut finding, sources, &indicator);
    let interval = exact(&mut finding, &basis);
    finding.assessment.not_worse = not_worse_line(&finding, sources, &indicator, (interval, to), text);
    if let Basis::People(comparison, _, checks) = &basis {
        set_methods(&mut finding, comparison, checks, text);
    }
    finding.assessment.reasons = reasons::reasons(&finding, &basis, tested, text);
    let origin = origin(sources.holdings(), &indicator);
    finding
        .assessment
        .reasons
        .extend(origin.map(|it| text.say(&it.phrase())));
    if finding.sentence.is_empty() {
        finding.sentence = sentence(&finding, text);
    }
    finding.assessment.committee = committee::committee(&finding, text);
    finding
}

/// The target, and whether the later value has reached it.
fn set_target(finding: &mut IndicatorFinding, sources: &Sources, indicator: &Indicator) {
    let chosen = sources.holdings().effects.chosen(&indicator.id);
    let target = chosen
        .and_then(|it| it.target)
        .map(|target| target.as_f64() / indicator.shown_factor());
    let later = finding.to.as_ref().map(|to| to.mean);
    finding.assessment.target = target;
    finding.assessment.target_reached = later.zip(target).map(|(later, target)| {
        let noise = NOISE * later.abs().max(target.abs());
        match indicator.direction {
            Direction::Down => later <= target + noise,
            Direction::Up => later >= target - noise,
        }
    });
}

/// The exact interval of the difference, written into the finding; given back where it may decide about the margin.
fn exact(finding: &mut IndicatorFinding, basis: &Basis) -> Option<Interval> {
    let (interval, kind, may_decide) = match basis {
        Basis::People(comparison, exact, _) => {
            let kind = match comparison.design {
                Design::Paired => "sign-flip",
                Design::Unpaired => "rank-sum",
            };
            ((*exact)?, kind, comparison.verdict != Verdict::NotDecidable)
        }
        // Counts too few for a test may still leave an interval that is narrow enough.
        Basis::Counts(comparison) => {
            let kind = match finding.assessment.compared_as {
                ComparedAs::Rate => "garwood",
                _ => "clopper-pearson",
            };
            (comparison.interval?, kind, true)
        }
        Basis::Nothing => return None,
    };
    finding.assessment.exact_interval = Some([interval.low, interval.high]);
    finding.assessment.exact_level = Some(interval.level);
    finding.assessment.exact_kind = Some(kind.to_owned());
    Some(interval).filter(|_| may_decide)
}

/// The not-worse test; `None` for efficiency without a margin.
fn not_worse_line(
    finding: &IndicatorFinding,
    sources: &Sources,
    indicator: &Indicator,
    (interval, to): (Option<Interval>, Wave),
    text: &Text,
) -> Option<NotWorseLine> {
    let chosen = sources.holdings().effects.chosen(&indicator.id);
    let margin = chosen.and_then(|it| it.margin);
    if indicator.family == Family::Efficiency && margin.is_none() {
        return None;
    }
    let line = margin_line(sources.holdings(), indicator, to, text);
    let margin = margin.map(|margin| margin.as_f64() / indicator.shown_factor());
    let result = match (line.state, margin) {
        (MarginState::InTime, Some(margin)) => not_worse(indicator.direction, interval, margin),
        _ => NotWorse::NotAssessable,
    };
    let said = not_worse_said(finding, result, &line, (margin, interval), text);
    Some(NotWorseLine {
        result,
        margin,
        margin_act: line.margin_act,
        figure_act: line.figure_act,
        sentence: text.say(&said),
        margin_sentence: line.sentence,
    })
}

fn not_worse_said(
    finding: &IndicatorFinding,
    result: NotWorse,
    line: &MarginLine,
    (margin, interval): (Option<f64>, Option<Interval>),
    text: &Text,
) -> Phrase {
    let said = match (result, line.state) {
        (NotWorse::Shown, _) => phrase("not-worse-said-shown"),
        (NotWorse::Worse, _) => phrase("not-worse-said-worse"),
        (NotWorse::NotShown, _) if finding.verdict == Verdict::Worse => phrase("not-worse-said-worse-somewhat"),
        (NotWorse::NotShown, _) => phrase("not-worse-said-not-shown"),
        // In time, and still nothing to hold against it.
        (NotWorse::NotAssessable, MarginState::InTime) => {
            return phrase("not-worse-said-not-assessable").with("why", finding.why.as_str());
        }
        (NotWorse::NotAssessable, _) => {
            return phrase("not-worse-said-not-assessable").with("why", line.sentence.as_str());
        }
    };
    let interval = interval.map_or([0.0; 2], |it| [it.low, it.high]);
    said.with("interval", interval_text(finding, interval, text))
        .with("level", level_text(finding.assessment.exact_level.unwrap_or_default()))
        .with("margin", margin_text(finding, margin.unwrap_or_default()))
        .with("since", line.sentence.as_str())
}

/// Other ways to compare, and whether they show the same.
fn set_methods(finding: &mut IndicatorFinding, comparison: &Comparison, checks: &[MethodCheck], text: &Text) {
    let line = |check: &MethodCheck| MethodLine {
        method: check.method.id().to_owned(),
        name: text.say(&check.method.name(comparison.design)),
        difference: check.difference,
        p_value: check.p,
        verdict: check.verdict,
        same: check.verdict == comparison.verdict,
    };
    let agree = methods_agree(comparison.verdict, checks);
    let lines: Vec<MethodLine> = checks.iter().map(line).collect();
    let named = |counts: &dyn Fn(&&MethodLine) -> bool| {
        let named = lines.iter().filter(counts).map(|line| {
            let said = phrase("methods-one")
                .with("name", line.name.as_str())
                .with("verdict", line.verdict.word());
            text.say(&said)
        });
        named.collect::<Vec<String>>().join(&text.get("list-separator"))
    };
    let undecided = |line: &&MethodLine| line.verdict == Verdict::NotDecidable;
    let mut said = vec![match agree {
        None => text.get("methods-none"),
        Some(true) => text.get("methods-agree"),
        Some(false) => {
            let others = named(&|line| !line.same && !undecided(line));
            text.say(&phrase("methods-differ").with("methods", others))
        }
    }];
    if agree.is_some() && lines.iter().any(|line| undecided(&line)) {
        let names: Vec<&str> = lines.iter().filter(undecided).map(|line| line.name.as_str()).collect();
        let names = names.join(&text.get("list-separator"));
        said.push(text.say(&phrase("methods-undecided").with("methods", names)));
    }
    finding.assessment.methods_agree = agree;
    finding.assessment.methods_sentence = said.join(&text.get("between-sentences"));
    finding.assessment.methods = lines;
}

/// What changed, by how much, how sure.
fn sentence(finding: &IndicatorFinding, text: &Text) -> String {
    let (Some(from), Some(to), Some(difference)) = (&finding.from, &finding.to, finding.difference) else {
        let said = match finding.scaled_day {
            Some(_) => phrase("effect-sentence-no-wave"),
            None => phrase("effect-sentence-no-values"),
        };
        return text.say(&said.with("name", finding.name.as_str()));
    };
    let said = match finding.assessment.compared_as {
        ComparedAs::People => phrase("effect-sentence").with("n", finding.n_people),
        ComparedAs::Share | ComparedAs::Rate => phrase("effect-sentence-counted")
            .with("counted-from", counted(finding.assessment.counts_from))
            .with("counted-to", counted(finding.assessment.counts_to)),
        ComparedAs::Figure => phrase("effect-sentence-figure"),
    };
    let p = finding.p_value.map_or_else(|| format!("p={UNKNOWN}"), probability);
    text.say(
        &said
            .with("name", finding.name.as_str())
            .with("from", value_text(finding, from.mean))
            .with("to", value_text(finding, to.mean))
            .with("difference", signed_text(finding, difference))
            .with("change", change_text(finding.change, text))
            .with("verdict", finding.verdict.word())
            .with("grade", finding.grade.letter())
            .with("p", p),
    )
}
