//! What a plan can show at all.

use super::feasible_words::{Words, method};
use super::figures::can_be_negative;
use super::first::{Before, FirstSurvey};
use crate::analysis::AnalysisError;
use crate::effect::{Crowd, Design, Indicator, Per, Power, SEED, count_reach};
use crate::office::Decimal;
use crate::phrase::phrase;
use crate::report::Holdings;
use crate::report::effect::compared;
use crate::report::finding::{ChosenFinding, FeasibleFinding, FeasibleLine, OfferedIndicator, SpreadSource};
use crate::stats::POWER;
use crate::text::Text;

/// What is planned; what is `None` is taken from the book.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Plan {
    /// Indicators by their ids; empty for those that are compared.
    pub indicators: Vec<String>,
    /// People before.
    pub before: Option<usize>,
    /// People after.
    pub after: Option<usize>,
    /// The same people, or others.
    pub design: Option<Design>,
    /// How far people's changes lie apart, in the unit as people read it.
    pub spread: Option<Decimal>,
}

/// Whether the plan can decide.
pub fn feasible(holdings: &Holdings, plan: &Plan, text: &Text) -> Result<FeasibleFinding, AnalysisError> {
    let first = FirstSurvey::of(holdings);
    let indicators: Vec<Indicator> = if plan.indicators.is_empty() {
        compared(holdings)
    } else {
        let named = plan.indicators.iter().filter_map(|id| holdings.indicator(id));
        named.cloned().collect()
    };
    let mut lines = Lines::of(holdings, &first, plan, text);
    let lines: Result<Vec<FeasibleLine>, AnalysisError> = indicators.iter().map(|it| lines.line(it)).collect();
    Ok(finding(lines?, text))
}

/// Whether so many people can decide anything, whatever is measured.
pub fn feasible_people(plan: &Plan, text: &Text) -> FeasibleFinding {
    let asked = Asked {
        id: None,
        words: Words::any(text),
        before: Before::default(),
        guess: plan.spread,
        target: None,
        sign: 1.0,
        of_staff: true,
        has_shares: true,
    };
    finding(vec![people_line(&asked, plan, None, &mut Power::default())], text)
}

/// What the plan of the book can show, from lines that are there already.
pub(super) fn feasible_of(holdings: &Holdings, chosen: &ChosenFinding, text: &Text) -> FeasibleFinding {
    let wanted = compared(holdings);
    let is_wanted = |it: &&OfferedIndicator| wanted.iter().any(|indicator| indicator.id == it.id);
    let lines = chosen.offered.iter().filter(is_wanted);
    finding(lines.map(|it| it.feasible.clone()).collect(), text)
}

fn finding(lines: Vec<FeasibleLine>, text: &Text) -> FeasibleFinding {
    FeasibleFinding {
        schema: "yutori.feasible/1",
        sentence: sentence(&lines, text),
        indicators: lines,
        method: method(text),
    }
}

fn sentence(lines: &[FeasibleLine], text: &Text) -> String {
    match lines {
        [] => text.get("feasible-none"),
        [only] if only.id.is_none() => only.sentence.clone(),
        [only] => named(only, text),
        lines => {
            let of = |wanted: Option<bool>| -> Vec<&str> {
                let found = lines.iter().filter(|line| line.can_decide == wanted);
                found.map(|line| line.name.as_str()).collect()
            };
            let can = of(Some(true)).len();
            let mut said = vec![if can == lines.len() {
                phrase("feasible-all").with("all", can)
            } else {
                phrase("feasible-some").with("all", lines.len()).with("can", can)
            }];
            let separator = text.get("list-separator");
            let others = [
                (of(Some(false)), phrase("feasible-cannot-be")),
                (of(None), phrase("feasible-not-known")),
            ];
            let others = others.into_iter().filter(|(names, _)| !names.is_empty());
            said.extend(others.map(|(names, said)| said.with("names", names.join(&separator))));
            said.iter().map(|said| text.say(said)).collect()
        }
    }
}

/// What can be shown, with the name of the indicator.
fn named(line: &FeasibleLine, text: &Text) -> String {
    let said = phrase("feasible-of")
        .with("name", line.name.as_str())
        .with("said", line.sentence.as_str());
    text.say(&said)
}

/// Makes the lines of a plan; numbers of people that were worked out once are not worked out again.
pub(super) struct Lines<'a> {
    holdings: &'a Holdings,
    first: &'a FirstSurvey<'a>,
    plan: &'a Plan,
    text: &'a Text,
    power: Power,
}

/// What a line is made of.
struct Asked<'a> {
    id: Option<String>,
    words: Words<'a>,
    before: Before,
    guess: Option<Decimal>,
    target: Option<Decimal>,
    /// 1 where more is good, −1 where less is.
    sign: f64,
    of_staff: bool,
    /// Whether a change as a share of the mean before says anything.
    has_shares: bool,
}

impl<'a> Lines<'a> {
    pub(super) fn of(holdings: &'a Holdings, first: &'a FirstSurvey<'a>, plan: &'a Plan, text: &'a Text) -> Self {
        Self {
            holdings,
            first,
            plan,
            text,
            power: Power::default(),
        }
    }

    /// What the plan can show of an indicator.
    pub(super) fn line(&mut self, indicator: &Indicator) -> Result<FeasibleLine, AnalysisError> {
        let before = self.first.before(indicator)?;
        Ok(self.line_with(indicator, before))
    }

    /// The same, where it is known already what the first survey says.
    pub(super) fn line_with(&mut self, indicator: &Indicator, before: Before) -> FeasibleLine {
        let words = Words::of(indicator, self.text);
        if !indicator.per.is_of_people() {
            return office_line(indicator, &before, &words);
        }
        let chosen = self.holdings.effects.chosen(&indicator.id);
        let asked = Asked {
            id: Some(indicator.id.clone()),
            words,
            before,
            guess: self.plan.spread.or_else(|| chosen.and_then(|it| it.spread)),
            target: chosen.and_then(|it| it.target),
            sign: indicator.direction.sign(),
            of_staff: indicator.per != Per::Resident,
            has_shares: !can_be_negative(self.holdings, indicator),
        };
        let planned = self.first.planned_people().filter(|_| asked.of_staff);
        people_line(&asked, self.plan, planned, &mut self.power)
    }
}

fn people_line(asked: &Asked<'_>, plan: &Plan, planned: Option<usize>, power: &mut Power) -> FeasibleLine {
    let words = &asked.words;
    let design = plan.design.unwrap_or(Design::Paired);
    let before = plan.before.or_else(|| asked.before.people()).or(planned);
    let crowd = before.map(|before| Crowd::of(design, before, plan.after.unwrap_or(before)));
    // How many are needed does not depend on how many there are.
    let any = Crowd::of(design, 1, 1);
    let (spread, spread_from) = spread(asked);
    let mean = asked.before.mean();
    let way = asked.target.zip(mean).map(|(target, mean)| words.value(target) - mean);
    let wanted = way.map(|way| way * asked.sign).filter(|way| *way > 0.0);
    let detectable = crowd
        .zip(spread)
        .and_then(|(crowd, spread)| power.detectable(crowd, spread));
    let mut line = FeasibleLine {
        design: match design {
            Design::Paired => "paired",
            Design::Unpaired => "unpaired",
        },
        n_before: crowd.map(|crowd| crowd.before),
        n_after: crowd.map(|crowd| crowd.after),
        p_smallest: crowd.and_then(Crowd::smallest_p),
        can_decide: crowd.map(Crowd::can_decide),
        spread,
        spread_from,
        detectable,
        detectable_share: detectable
            .zip(mean.filter(|mean| asked.has_shares && *mean > 0.0))
            .map(|(change, mean)| change / mean),
        people_needed: Some(any.fewest()),
        wanted,
        people_for_wanted: wanted
            .zip(spread)
            .and_then(|(wanted, spread)| power.people_for(any, wanted, spread)),
        ..words.blank(asked.id.clone())
    };
    let paired = spread.filter(|_| design == Design::Unpaired).and_then(|spread| {
        let same = crowd.map(|crowd| Crowd::of(Design::Paired, crowd.before, crowd.after))?;
        power.detectable(same, spread)
    });
    line.sentence = words.people(&line);
    line.advice = words.people_advice(&line, paired, asked.of_staff);
    line
}

/// How far people's changes lie apart, and how that is known; in the unit of the finding.
fn spread(asked: &Asked<'_>) -> (Option<f64>, SpreadSource) {
    if let Some(guess) = asked.guess {
        return (Some(asked.words.value(guess)), SpreadSource::Guess);
    }
    match asked.before.spread() {
        Some(spread) => (Some(spread), SpreadSource::Before),
        None => (None, SpreadSource::Unknown),
    }
}

fn office_line(indicator: &Indicator, before: &Before, words: &Words<'_>) -> FeasibleLine {
    let blank = words.blank(Some(indicator.id.clone()));
    if let Some(counted) = before.counted {
        let reach = count_reach(counted, indicator.direction);
        return FeasibleLine {
            design: "counts",
            can_decide: Some(reach.after.is_some()),
            sentence: words.counted(counted, reach),
            advice: words.counted_advice(indicator, reach),
            ..blank
        };
    }
    let is_count = indicator.measured.base().is_some();
    let design = match (is_count, indicator.per.is_series()) {
        (true, _) => "counts",
        (false, true) => "series",
        (false, false) => "single",
    };
    FeasibleLine {
        design,
        // One figure a survey can never be told from chance.
        can_decide: (design == "single").then_some(false),
        sentence: words.office(design),
        advice: words.office_advice(indicator, is_count),
        ..blank
    }
}

impl Words<'_> {
    /// A line that says nothing yet.
    fn blank(&self, id: Option<String>) -> FeasibleLine {
        FeasibleLine {
            id,
            name: self.name.clone(),
            unit: self.unit.clone(),
            is_share: self.is_share,
            decimals: self.decimals,
            design: "",
            n_before: None,
            n_after: None,
            p_smallest: None,
            can_decide: None,
            spread: None,
            spread_from: SpreadSource::Unknown,
            detectable: None,
            detectable_share: None,
            power: POWER,
            seed: SEED,
            people_needed: None,
            wanted: None,
            people_for_wanted: None,
            sentence: String::new(),
            advice: Vec::new(),
        }
    }
}

#[cfg(test)]
mod tests;
