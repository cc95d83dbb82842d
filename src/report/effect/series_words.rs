//! What may be said of a series, in words.

use super::series_names::rules_name;
use crate::effect::{At, BreakFault, Indicator, Series, Stage, Stretch, Way};
use crate::office::SMALLEST_GROUP;
use crate::phrase::{Phrase, phrase};
use crate::report::decimal_text;
use crate::report::finding::SeriesFinding;
use crate::report::number::spaced;
use crate::stats::{POINTS_PER_SIDE, RuleSet, Signal, TRIAL_POINTS};
use crate::text::Text;

/// Points that a sentence names one by one.
const NAMED: usize = 3;

/// A value of a series as people read it, without its unit.
pub fn series_figure(finding: &SeriesFinding, value: f64) -> String {
    with_unit(value, finding.is_share, finding.decimals, "")
}

/// Below and above which no value and so no limit can be: no share is above all, and what was never below 0 is a count, a time or the
/// like.
pub fn series_bounds(finding: &SeriesFinding) -> (f64, f64) {
    bounds(finding.points.iter().filter_map(|point| point.value), finding.is_share)
}

fn bounds(values: impl IntoIterator<Item = f64>, is_share: bool) -> (f64, f64) {
    let is_negative = values.into_iter().any(|value| value < 0.0);
    (
        if is_negative { f64::NEG_INFINITY } else { 0.0 },
        if is_share { 1.0 } else { f64::INFINITY },
    )
}

/// A centre, limit or target, without its unit: with one decimal at least, for centres lie between whole numbers too.
pub fn series_level(finding: &SeriesFinding, value: f64) -> String {
    with_unit(value, finding.is_share, finding.decimals.max(1), "")
}

/// The same with its unit.
pub fn series_level_text(finding: &SeriesFinding, value: f64) -> String {
    with_unit(value, finding.is_share, finding.decimals.max(1), &finding.unit)
}

fn with_unit(value: f64, is_share: bool, decimals: u8, unit: &str) -> String {
    let shown = if is_share { value * 100.0 } else { value };
    format!("{}{}", decimal_text(shown, decimals), spaced(unit))
}

/// What the sentences of a series are made from.
pub(super) struct Words<'a> {
    pub(super) series: &'a Series,
    pub(super) indicator: &'a Indicator,
    pub(super) text: &'a Text,
}

impl Words<'_> {
    /// Whether the centre is the median, else the mean.
    pub(super) fn is_about_the_median(&self) -> bool {
        matches!(self.series.rules, RuleSet::Anhoej | RuleSet::Ihi)
    }

    fn is_share(&self) -> bool {
        self.indicator.measured.is_share()
    }

    fn centre(&self) -> Phrase {
        if self.is_about_the_median() {
            phrase("series-median")
        } else {
            phrase("series-mean")
        }
    }

    fn level(&self, value: f64) -> String {
        let unit = self.text.lang().of(&self.indicator.unit);
        with_unit(value, self.is_share(), self.indicator.decimals.max(1), unit)
    }

    /// Values that can be.
    fn can_be(&self) -> (f64, f64) {
        bounds(
            self.series.spots.iter().filter_map(|spot| spot.figure.value),
            self.is_share(),
        )
    }

    /// A difference without its sign.
    fn apart(&self, difference: f64) -> String {
        let points = self.text.get("unit-points");
        let own = self.text.lang().of(&self.indicator.unit);
        let unit = if self.is_share() { points.as_str() } else { own };
        with_unit(difference, self.is_share(), self.indicator.decimals.max(1), unit)
    }

    /// So many months or days.
    fn span(&self, count: usize) -> Phrase {
        match self.series.spots.first().map(|spot| spot.at) {
            Some(At::Day(_)) => phrase("series-days").with("count", count),
            _ => phrase("series-months").with("count", count),
        }
    }

    fn side(&self, way: Way) -> Phrase {
        match (way, self.is_share()) {
            (Way::Less, false) => phrase("series-less"),
            (Way::More, false) => phrase("series-more"),
            (Way::Less, true) => phrase("series-lower"),
            (Way::More, true) => phrase("series-higher"),
        }
    }

    fn at(&self, place: usize) -> Phrase {
        self.series.spots[place].at.phrase()
    }

    /// A stretch in words, with whether it goes the good way.
    pub(super) fn told(&self, stage: &Stage, stretch: &Stretch) -> Phrase {
        let what = self.what(stage, stretch);
        match stretch.way {
            None => what,
            Some(way) => {
                let good = if way.is_good(self.indicator.direction) {
                    phrase("series-good")
                } else {
                    phrase("series-bad")
                };
                phrase("series-told-way").with("what", what).with("good", good)
            }
        }
    }

    fn what(&self, stage: &Stage, stretch: &Stretch) -> Phrase {
        let crossings = stage.chart.as_ref().map_or(0, |chart| chart.runs.crossings);
        let needed = stage.chart.as_ref().map_or(0, |chart| chart.runs.crossings_needed);
        let way = stretch.way.unwrap_or(Way::More);
        match stretch.signal {
            Signal::Shift => self.shift(stretch, way),
            Signal::Trend => {
                let goes = match way {
                    Way::Less => phrase("series-falls"),
                    Way::More => phrase("series-rises"),
                };
                self.between(phrase("series-says-trend"), stretch).with("way", goes)
            }
            Signal::Outside => self.limit(phrase("series-says-outside"), stage, stretch, way),
            Signal::NearLimit => self.limit(phrase("series-says-near-limit"), stage, stretch, way),
            Signal::FewCrossings if self.series.rules == RuleSet::Anhoej => phrase("series-says-few-crossings")
                .with("centre", self.centre())
                .with("crossings", crossings)
                .with("needed", needed),
            Signal::FewCrossings => phrase("series-says-few-runs")
                .with("centre", self.centre())
                .with("crossings", crossings),
            Signal::ManyRuns => phrase("series-says-many-runs")
                .with("centre", self.centre())
                .with("crossings", crossings),
            Signal::CloseToCentre => self
                .between(phrase("series-says-close-to-centre"), stretch)
                .with("count", stretch.places.len()),
        }
    }

    fn between(&self, said: Phrase, stretch: &Stretch) -> Phrase {
        let (first, last) = ends(stretch);
        said.with("from", self.at(first)).with("to", self.at(last))
    }

    fn shift(&self, stretch: &Stretch, way: Way) -> Phrase {
        let (first, last) = ends(stretch);
        let count = stretch.places.len();
        // A gap or a point on the line between them must not be counted as a month in a row.
        let said = if last - first + 1 == count {
            phrase("series-says-shift")
                .with("from", self.at(first))
                .with("span", self.span(count))
        } else {
            self.between(phrase("series-says-shift-parted"), stretch)
                .with("count", count)
        };
        said.with("centre", self.centre()).with("way", self.side(way))
    }

    fn limit(&self, said: Phrase, stage: &Stage, stretch: &Stretch, way: Way) -> Phrase {
        let limits = stage.chart.as_ref().and_then(|chart| chart.limits);
        let (name, value) = match way {
            Way::Less => (phrase("series-limit-low"), limits.map(|limits| limits.low)),
            Way::More => (phrase("series-limit-high"), limits.map(|limits| limits.high)),
        };
        let named: Vec<String> = stretch
            .places
            .iter()
            .take(NAMED)
            .map(|place| self.text.say(&self.at(*place)))
            .collect();
        let named = named.join(&self.text.get("list-separator"));
        let rest = stretch.places.len().saturating_sub(NAMED);
        let points = if rest == 0 {
            named
        } else {
            self.text
                .say(&phrase("series-and-more").with("points", named).with("count", rest))
        };
        let said = said.with("points", points).with("limit", name);
        let said = said.with("value", value.map_or_else(String::new, |value| self.level(value)));
        match stretch.signal {
            Signal::Outside => said.with("way", self.side(way)),
            _ => said,
        }
    }

    /// What the series shows now, before everything else.
    pub(super) fn sentence(&self) -> String {
        let stages = &self.series.stages;
        let Some(place) = stages.iter().rposition(|stage| stage.n > 0) else {
            return self.text.get("series-phase-none");
        };
        let now = &stages[place];
        let earlier: usize = stages.iter().take(place).map(|it| it.stretches.len()).sum();
        let mut said = Vec::new();
        if let Some(leading) = leading(now) {
            let what = self.told(now, leading);
            let changed = match leading.signal {
                Signal::ManyRuns | Signal::CloseToCentre => phrase("series-odd"),
                _ => phrase("series-changed"),
            };
            said.push(changed.with("what", what));
            let others = now.stretches.len() - 1;
            if others > 0 {
                said.push(phrase("series-others").with("count", others));
            }
        } else if now.can_show(self.series.rules) {
            said.push(phrase("series-chance"));
            if now.n < TRIAL_POINTS {
                said.push(phrase("series-chance-few").with("n", now.n));
            }
        } else {
            said.push(phrase("series-too-few").with("n", now.n));
        }
        let before = stages.iter().take(place).rev().find_map(|stage| stage.chart.as_ref());
        if let (Some(before), Some(chart)) = (before, &now.chart) {
            said.push(
                phrase("series-levels")
                    .with("centre", self.centre())
                    .with("before", self.level(before.centre))
                    .with("after", self.level(chart.centre)),
            );
        }
        if earlier > 0 {
            said.push(phrase("series-earlier").with("count", earlier));
        }
        self.joined(&said)
    }

    /// Sentences one after the other; Latin ones with a blank between them.
    fn joined(&self, said: &[Phrase]) -> String {
        let mut all = String::new();
        for sentence in said.iter().map(|it| self.text.say(it)) {
            if all.ends_with(|c: char| c.is_ascii()) {
                all.push(' ');
            }
            all.push_str(&sentence);
        }
        all
    }

    /// Why these rules, what is missing, and what a picture cannot tell.
    pub(super) fn remarks(&self, asked: bool) -> Vec<String> {
        let rules = rules_name(self.series.rules);
        let why = if asked {
            phrase("series-rules-asked").with("rules", rules)
        } else {
            phrase("series-rules-usual")
                .with("n", self.series.n())
                .with("rules", rules)
        };
        let spots = &self.series.spots;
        let hidden = spots.iter().filter(|spot| spot.figure.hidden).count();
        let open = spots.iter().filter(|spot| spot.figure.value.is_none()).count() - hidden;
        let mut remarks = vec![why];
        if open > 0 {
            remarks.push(phrase("series-missing").with("span", self.span(open)));
        }
        if hidden > 0 {
            remarks.push(
                phrase("series-hidden")
                    .with("span", self.span(hidden))
                    .with("least", SMALLEST_GROUP),
            );
        }
        if self.series.stages.iter().any(|stage| !stage.stretches.is_empty()) {
            remarks.push(phrase("series-no-cause"));
        }
        remarks.iter().map(|it| self.text.say(it)).collect()
    }

    /// Centre, runs and limits of a stage.
    pub(super) fn of_stage(&self, stage: &Stage) -> String {
        let Some(chart) = &stage.chart else {
            return self.text.get("series-phase-none");
        };
        let said = match (self.series.rules, chart.limits) {
            (_, Some(limits)) => {
                let said = if limits.trial {
                    phrase("series-phase-limits-trial").with("least", TRIAL_POINTS)
                } else {
                    phrase("series-phase-limits")
                };
                let (least, most) = self.can_be();
                said.with("low", self.level(limits.low.max(least)))
                    .with("high", self.level(limits.high.min(most)))
            }
            (RuleSet::Anhoej, None) => phrase("series-phase-runs")
                .with("longest", chart.runs.longest)
                .with("allowed", chart.runs.longest_allowed)
                .with("crossings", chart.runs.crossings)
                .with("needed", chart.runs.crossings_needed),
            (_, None) => phrase("series-phase-centre")
                .with("longest", chart.runs.longest)
                .with("crossings", chart.runs.crossings),
        };
        let said = said
            .with("centre", self.centre())
            .with("value", self.level(chart.centre));
        self.text.say(&said)
    }

    /// Level and slope before and after, or why they are not offered.
    pub(super) fn of_break(&self) -> String {
        let found = match &self.series.series_break {
            Ok(found) => found,
            Err(fault) => return self.text.say(&self.refused(fault)),
        };
        let (level, slope) = (found.fitted.level_change, found.fitted.slope_change);
        let became = match (level.estimate < 0.0, self.is_share()) {
            (true, false) => phrase("series-became-less"),
            (false, false) => phrase("series-became-more"),
            (true, true) => phrase("series-became-lower"),
            (false, true) => phrase("series-became-higher"),
        };
        let sure = if level.estimate.abs() > 2.0 * level.hac_error {
            phrase("series-break-sure")
        } else {
            phrase("series-break-unsure")
        };
        let step = match found.from {
            At::Day(_) => phrase("series-a-day"),
            _ => phrase("series-a-month"),
        };
        let change = self.apart(slope.estimate);
        let sign = if slope.estimate > 0.0 { "+" } else { "" };
        let said = phrase("series-break")
            .with("from", found.from.phrase())
            .with("before", self.span(found.n_before))
            .with("after", self.span(found.n_after))
            .with("level", self.apart(level.estimate.abs()))
            .with("became", became)
            .with("error", self.apart(level.hac_error))
            .with("sure", sure)
            .with("step", step)
            .with("slope", format!("{sign}{change}"))
            .with("slope-error", self.apart(slope.hac_error));
        self.text.say(&said)
    }

    fn refused(&self, fault: &BreakFault) -> Phrase {
        match fault {
            BreakFault::NoPhase => phrase("series-break-no-phase"),
            BreakFault::TooFew { before, after, .. } => phrase("series-break-too-few")
                .with("before", self.span(*before))
                .with("after", self.span(*after))
                .with("least", self.span(POINTS_PER_SIDE)),
            BreakFault::Gaps { first, count, .. } => phrase("series-break-gaps")
                .with("first", first.phrase())
                .with("count", *count),
        }
    }
}

/// Places of the first and the last point.
fn ends(stretch: &Stretch) -> (usize, usize) {
    let first = stretch.places.first().copied().unwrap_or(0);
    (first, stretch.places.last().copied().unwrap_or(first))
}

/// The stretch that is told first: the one that reaches furthest in time; what has no points comes last.
fn leading(stage: &Stage) -> Option<&Stretch> {
    let rank = |it: &&Stretch| {
        (
            it.places.last().copied(),
            it.way.is_some(),
            std::cmp::Reverse(it.signal),
        )
    };
    stage.stretches.iter().max_by_key(rank)
}
