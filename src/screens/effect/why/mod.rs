//! なぜこの判定: everything that led to a verdict, one fact a row.

mod size;

use self::size::{between, size};
use super::told::{counts, is_hidden, margin_text, not_worse_sign, of_unit, way_to_compare};
use crate::office::SMALLEST_GROUP;
use crate::phrase::{Gap, Phrase, phrase};
use crate::report::finding::{
    ComparedAs, Comparisons, CountPair, IndicatorFinding, MethodLine, NotWorseLine, PathStep, ScaledPair, Spread,
    WavePath,
};
use crate::report::{UNKNOWN, decimal_text, signed_text, value_text};
use crate::screens::figure::{percent, probability, tenth};

/// What a fact is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Section {
    /// 判定の理由
    Reasons,
    /// 委員会で言えること
    Committee,
    /// 質が悪くなっていないか
    NotWorse,
    /// 偶然かどうか
    Chance,
    /// 差の大きさ
    Size,
    /// ほかの計算方法
    Methods,
    /// 人数ともとの数字
    Figures,
    /// 調査ごとの歩み
    Surveys,
}

impl Section {
    /// Its heading.
    pub fn heading(self) -> Phrase {
        match self {
            Self::Reasons => phrase("because-head-reasons"),
            Self::Committee => phrase("because-head-committee"),
            Self::NotWorse => phrase("because-head-not-worse"),
            Self::Chance => phrase("because-head-chance"),
            Self::Size => phrase("because-head-size"),
            Self::Methods => phrase("because-head-methods"),
            Self::Figures => phrase("because-head-figures"),
            Self::Surveys => phrase("because-head-surveys"),
        }
    }
}

/// One row to read.
#[derive(Debug, Clone, PartialEq)]
pub struct Fact {
    /// What it is about.
    pub section: Section,
    /// What it is called; `None` where it is a sentence.
    pub name: Option<Gap>,
    /// What it says.
    pub said: Gap,
}

/// Gathers facts of one section after the other.
struct Facts {
    section: Section,
    all: Vec<Fact>,
}

impl Facts {
    fn sentence(&mut self, said: &str) {
        if !said.trim().is_empty() {
            self.add(None, said);
        }
    }

    fn named(&mut self, name: &'static str, said: impl Into<Gap>) {
        self.add(Some(phrase(name).into()), said);
    }

    fn maybe(&mut self, name: &'static str, said: Option<impl Into<Gap>>) {
        if let Some(said) = said {
            self.named(name, said);
        }
    }

    fn add(&mut self, name: Option<Gap>, said: impl Into<Gap>) {
        self.all.push(Fact {
            section: self.section,
            name,
            said: said.into(),
        });
    }
}

/// Everything that led to the verdict of an indicator, in the order in which it is read.
pub fn facts(result: &Comparisons, finding: &IndicatorFinding, path: Option<&WavePath>) -> Vec<Fact> {
    let mut facts = Facts {
        section: Section::Reasons,
        all: Vec::new(),
    };
    reasons(&mut facts, finding);
    facts.section = Section::Committee;
    facts.sentence(&finding.assessment.committee);
    facts.section = Section::NotWorse;
    if let Some(line) = &finding.assessment.not_worse {
        not_worse(&mut facts, finding, line);
    }
    facts.section = Section::Chance;
    chance(&mut facts, finding);
    facts.section = Section::Size;
    size(&mut facts, finding);
    facts.section = Section::Methods;
    methods(&mut facts, finding);
    facts.section = Section::Figures;
    figures(&mut facts, result, finding);
    facts.section = Section::Surveys;
    if let Some(path) = path {
        surveys(&mut facts, finding, path);
    }
    facts.all
}

fn reasons(facts: &mut Facts, finding: &IndicatorFinding) {
    let verdict = phrase("because-verdict")
        .with("sign", finding.verdict.sign())
        .with("verdict", finding.verdict.word())
        .with("grade", finding.grade.letter());
    facts.named("screens-column-verdict", verdict);
    let reasons = &finding.assessment.reasons;
    if !reasons.contains(&finding.why) {
        facts.sentence(&finding.why);
    }
    for reason in reasons {
        facts.sentence(reason);
    }
}

fn not_worse(facts: &mut Facts, finding: &IndicatorFinding, line: &NotWorseLine) {
    let said = phrase("because-signed")
        .with("sign", not_worse_sign(line.result))
        .with("word", line.result.word());
    facts.named("because-result", said);
    facts.sentence(&line.sentence);
    match line.margin {
        Some(margin) => facts.named(
            "because-margin",
            phrase("because-margin-is").with("margin", margin_text(finding, margin)),
        ),
        None => facts.named("because-margin", phrase("because-no-margin")),
    }
    let act = |act: i64| phrase("because-act-is").with("act", act.to_string());
    facts.maybe("because-margin-act", line.margin_act.map(act));
    facts.maybe("because-figure-act", line.figure_act.map(act));
}

fn chance(facts: &mut Facts, finding: &IndicatorFinding) {
    if let Some(p) = finding.p_value {
        let said = phrase("because-p")
            .with("p", probability(p))
            .with("test", way_to_compare(finding.test.as_deref()))
            .with("method", method(finding.p_method.as_deref()));
        facts.named("because-p-name", said);
    }
    facts.maybe("because-p-holm", finding.p_holm.map(probability));
    facts.maybe("because-p-smallest", finding.p_smallest.map(probability));
    facts.maybe("because-p-signed-rank", finding.p_signed_rank.map(probability));
    facts.maybe("because-p-rank-sum", finding.p_rank_sum.map(probability));
}

/// `exact`, or `drawn 200000 seed 1` with its two numbers.
fn method(method: Option<&str>) -> Gap {
    let words: Vec<&str> = method.unwrap_or(UNKNOWN).split_whitespace().collect();
    match words.as_slice() {
        ["exact"] => phrase("workbook-p-exact").into(),
        ["drawn", draws, "seed", seed] => phrase("workbook-p-drawn")
            .with("draws", *draws)
            .with("seed", *seed)
            .into(),
        other => other.join(" ").into(),
    }
}

fn methods(facts: &mut Facts, finding: &IndicatorFinding) {
    facts.sentence(&finding.assessment.methods_sentence);
    for line in &finding.assessment.methods {
        facts.add(Some(line.name.as_str().into()), one_method(finding, line));
    }
}

fn one_method(finding: &IndicatorFinding, line: &MethodLine) -> Phrase {
    let unknown = || UNKNOWN.to_owned();
    let same = if line.same {
        phrase("because-same")
    } else {
        phrase("because-not-same")
    };
    phrase("because-method")
        .with(
            "difference",
            line.difference
                .map_or_else(unknown, |value| signed_text(finding, value)),
        )
        .with("p", line.p_value.map_or_else(unknown, probability))
        .with("sign", line.verdict.sign())
        .with("verdict", line.verdict.word())
        .with("same", same)
}

fn figures(facts: &mut Facts, result: &Comparisons, finding: &IndicatorFinding) {
    match finding.assessment.compared_as {
        ComparedAs::People => {
            let said = phrase("because-people")
                .with("from", finding.n_from)
                .with("to", finding.n_to)
                .with("paired", finding.n_paired)
                .with("people", finding.n_people);
            facts.named("because-people-name", said);
        }
        ComparedAs::Share | ComparedAs::Rate => {}
        ComparedAs::Figure => facts.named("because-people-name", phrase("because-one-figure")),
    }
    let assessment = &finding.assessment;
    let waves = [
        (
            &result.from_label,
            &finding.from,
            finding.n_from,
            assessment.counts_from,
        ),
        (&result.to_label, &finding.to, finding.n_to, assessment.counts_to),
    ];
    for (label, group, n, counts) in waves {
        let said = match (group, counts) {
            (Some(group), Some(counts)) => counted(finding, group, counts).into(),
            (Some(group), None) => centre(finding, group),
            (None, _) if is_hidden(finding, n) => phrase("because-hidden").with("fewest", SMALLEST_GROUP).into(),
            (None, _) => phrase("result-no-values").into(),
        };
        facts.add(Some(label.as_str().into()), said);
    }
    let target = finding.assessment.target.map(|target| value_text(finding, target));
    facts.maybe("because-target", target);
    facts.maybe("because-filled", finding.filled_share.map(|share| percent(Some(share))));
    facts.maybe(
        "workbook-day-scaled",
        finding.scaled_day.as_ref().and_then(|pair| scaled(finding, pair)),
    );
    facts.maybe(
        "workbook-night-scaled",
        finding.scaled_night.as_ref().and_then(|pair| scaled(finding, pair)),
    );
    for note in &result.list_notes {
        facts.sentence(&note.note);
    }
}

/// A share or rate with its counts and its own interval.
fn counted(finding: &IndicatorFinding, group: &Spread, pair: CountPair) -> Phrase {
    let said = match pair.interval {
        None => phrase("because-counted"),
        Some(ends) => {
            let [low, high] = ends.map(|end| decimal_text(of_unit(finding, end), finding.decimals));
            phrase("because-counted-within").with("range", between(low, high))
        }
    };
    said.with("value", value_text(finding, group.mean))
        .with("counts", counts(finding, pair))
}

/// Mean, median and spread of people; of anything else the value alone.
fn centre(finding: &IndicatorFinding, group: &Spread) -> Gap {
    let mean = value_text(finding, group.mean);
    if finding.assessment.compared_as != ComparedAs::People {
        return mean.into();
    }
    let sd = group.sd.map_or_else(
        || UNKNOWN.to_owned(),
        |sd| decimal_text(of_unit(finding, sd), finding.decimals.saturating_add(1)),
    );
    phrase("because-centre")
        .with("mean", mean)
        .with("median", value_text(finding, group.median))
        .with("sd", sd)
        .into()
}

/// Scaled minutes of both surveys; `None` where neither has any.
fn scaled(finding: &IndicatorFinding, pair: &ScaledPair) -> Option<Phrase> {
    if finding.assessment.compared_as != ComparedAs::People || (pair.from.is_none() && pair.to.is_none()) {
        return None;
    }
    Some(
        phrase("because-scaled")
            .with("from", tenth(pair.from))
            .with("to", tenth(pair.to))
            .with("n-from", pair.n_from)
            .with("n-to", pair.n_to),
    )
}

fn surveys(facts: &mut Facts, finding: &IndicatorFinding, path: &WavePath) {
    facts.sentence(&path.sentence);
    for step in &path.steps {
        let label = |id: &str| {
            path.points
                .iter()
                .find(|point| point.wave == id)
                .map(|it| it.label.clone())
        };
        let (Some(from), Some(to)) = (label(&step.from), label(&step.to)) else {
            continue;
        };
        let name = phrase("result-header").with("from", from).with("to", to);
        facts.add(Some(name.into()), one_step(finding, step));
    }
}

fn one_step(finding: &IndicatorFinding, step: &PathStep) -> Phrase {
    let unknown = || UNKNOWN.to_owned();
    phrase("because-step")
        .with(
            "difference",
            step.difference
                .map_or_else(unknown, |value| signed_text(finding, value)),
        )
        .with("p", step.p_value.map_or_else(unknown, probability))
        .with("sign", step.verdict.sign())
        .with("verdict", step.verdict.word())
        .with("grade", step.grade.letter())
}
