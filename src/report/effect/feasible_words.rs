//! What a plan can show, in words.

use crate::effect::{CORRELATION, CountReach, Counted, FEWEST_MONTHS, Indicator, MOST_PEOPLE, SEED, probability};
use crate::office::Decimal;
use crate::phrase::{Phrase, phrase};
use crate::report::finding::{FeasibleLine, SpreadSource};
use crate::report::{decimal_text, share_text, with_unit};
use crate::text::Text;

/// Pairs up to which hardly anybody may change the other way.
const TIGHT: usize = 7;

/// How the figures of an indicator are written.
pub(super) struct Words<'a> {
    pub(super) name: String,
    pub(super) unit: String,
    pub(super) is_share: bool,
    pub(super) decimals: u8,
    text: &'a Text,
}

/// By which rules it is worked out.
pub(super) fn method(text: &Text) -> String {
    let said = phrase("feasible-method")
        .with("correlation", CORRELATION.to_string())
        .with("seed", SEED.to_string());
    text.say(&said)
}

fn crowd(line: &FeasibleLine, before: usize, after: usize) -> Phrase {
    if line.design == "paired" {
        phrase("feasible-crowd-same").with("people", before)
    } else {
        phrase("feasible-crowd-others")
            .with("before", before)
            .with("after", after)
    }
}

impl<'a> Words<'a> {
    /// Those of an indicator.
    pub(super) fn of(indicator: &Indicator, text: &'a Text) -> Self {
        Self {
            name: text.lang().of(&indicator.name).to_owned(),
            unit: text.lang().of(&indicator.unit).to_owned(),
            is_share: indicator.measured.is_share(),
            decimals: indicator.decimals,
            text,
        }
    }

    /// Those of whatever is measured.
    pub(super) fn any(text: &'a Text) -> Self {
        Self {
            name: String::new(),
            unit: String::new(),
            is_share: false,
            decimals: 1,
            text,
        }
    }

    /// A figure as people write it, in the unit of the finding.
    pub(super) fn value(&self, figure: Decimal) -> f64 {
        figure.as_f64() / if self.is_share { 100.0 } else { 1.0 }
    }

    /// A value with its unit.
    pub(super) fn figure(&self, value: f64) -> String {
        self.written(value, &self.unit, self.decimals)
    }

    /// How far two values lie apart, with its unit: shares in points. Half a point of a scale is told too.
    fn distance(&self, value: f64) -> String {
        let points = self.text.get("unit-points");
        let unit = if self.is_share { &points } else { &self.unit };
        self.written(value, unit, self.decimals.max(1))
    }

    fn written(&self, value: f64, unit: &str, decimals: u8) -> String {
        let shown = value * if self.is_share { 100.0 } else { 1.0 };
        with_unit(&decimal_text(shown, decimals), unit)
    }

    fn say(&self, said: &Phrase) -> String {
        self.text.say(said)
    }

    /// What so many people can show.
    pub(super) fn people(&self, line: &FeasibleLine) -> String {
        let (Some(before), Some(after), Some(needed)) = (line.n_before, line.n_after, line.people_needed) else {
            let needed = line.people_needed.unwrap_or(MOST_PEOPLE);
            return self.say(&phrase("feasible-nobody-yet").with("needed", needed));
        };
        let p = line.p_smallest.map_or_else(String::new, probability);
        let people = crowd(line, before, after);
        if line.can_decide == Some(false) {
            let said = phrase("feasible-cannot").with("people", people).with("p", p);
            return self.say(&said.with("needed", needed));
        }
        let Some(change) = line.detectable else {
            return self.say(&phrase("feasible-no-spread").with("people", people).with("p", p));
        };
        // Beside points a share in percent would be taken for the same.
        let said = match line.detectable_share.filter(|_| !self.is_share) {
            Some(share) => phrase("feasible-finds-share").with("share", share_text(Some(share))),
            None => phrase("feasible-finds"),
        };
        self.say(&said.with("people", people).with("change", self.distance(change)))
    }

    /// What to do so that people can show something, or more; `paired` is what the same people would find.
    pub(super) fn people_advice(&self, line: &FeasibleLine, paired: Option<f64>, of_staff: bool) -> Vec<String> {
        let mut advice = Vec::new();
        let is_paired = line.design == "paired";
        let people = line.n_before;
        let can_decide = line.can_decide == Some(true);
        match (is_paired, people, can_decide) {
            (true, Some(_), false) => {
                advice.push(phrase("feasible-advice-six"));
                advice.push(phrase("feasible-advice-more"));
                if of_staff {
                    advice.push(phrase("feasible-advice-residents"));
                }
                advice.push(phrase("feasible-advice-months").with("months", FEWEST_MONTHS));
            }
            (false, Some(_), false) => {
                let needed = line.people_needed.unwrap_or(MOST_PEOPLE);
                advice.push(phrase("feasible-advice-groups").with("needed", needed));
                advice.push(phrase("feasible-advice-same"));
                advice.push(phrase("feasible-advice-months").with("months", FEWEST_MONTHS));
            }
            (true, Some(people), true) if people <= TIGHT => {
                advice.push(phrase("feasible-advice-tight").with("people", people));
            }
            _ => {}
        }
        if let Some(change) = paired.filter(|_| can_decide) {
            advice.push(phrase("feasible-advice-same-finds").with("change", self.distance(change)));
        }
        advice.extend(self.wanted(line));
        if can_decide && line.spread_from == SpreadSource::Unknown {
            advice.push(phrase("feasible-advice-spread"));
        }
        advice.into_iter().map(|said| self.say(&said)).collect()
    }

    /// Whether the way to the target is long enough to be found.
    fn wanted(&self, line: &FeasibleLine) -> Option<Phrase> {
        let wanted = line.wanted?;
        line.spread?;
        let said = match (
            line.detectable.is_some_and(|change| change <= wanted),
            line.people_for_wanted,
        ) {
            (true, _) => phrase("feasible-target-found"),
            (false, Some(people)) => phrase("feasible-target-people").with("people", people),
            (false, None) => phrase("feasible-target-too-near").with("most", MOST_PEOPLE),
        };
        Some(said.with("wanted", self.distance(wanted)))
    }

    /// From where on a count shows a change.
    pub(super) fn counted(&self, counted: Counted, reach: CountReach) -> String {
        let said = match (counted, reach.after) {
            (Counted::Part { hits, of }, Some(after)) => phrase("feasible-part")
                .with("hits", hits)
                .with("of", of)
                .with("after", after),
            (Counted::Part { hits, of }, None) => phrase("feasible-part-not").with("hits", hits).with("of", of),
            (Counted::Events(events), Some(after)) => {
                phrase("feasible-events").with("events", events).with("after", after)
            }
            (Counted::Events(events), None) => phrase("feasible-events-not").with("events", events),
        };
        self.say(&said)
    }

    /// What to do so that a count shows something.
    pub(super) fn counted_advice(&self, indicator: &Indicator, reach: CountReach) -> Vec<String> {
        let mut advice = Vec::new();
        match (reach.after, reach.times) {
            (None, Some(times)) => advice.push(phrase("feasible-advice-times").with("times", times)),
            (None, None) => advice.push(phrase("feasible-advice-no-room")),
            (Some(_), _) => advice.push(phrase("feasible-advice-smaller")),
        }
        if indicator.per.is_series() {
            advice.push(phrase("feasible-advice-series").with("months", FEWEST_MONTHS));
        }
        advice.into_iter().map(|said| self.say(&said)).collect()
    }

    /// That people are not the unit, and what is.
    pub(super) fn office(&self, design: &str) -> String {
        self.say(&match design {
            "counts" => phrase("feasible-counts"),
            "series" => phrase("feasible-series").with("months", FEWEST_MONTHS),
            _ => phrase("feasible-single"),
        })
    }

    /// What is possible where people are not the unit.
    pub(super) fn office_advice(&self, indicator: &Indicator, is_count: bool) -> Vec<String> {
        let mut advice = Vec::new();
        if is_count {
            advice.push(if indicator.measured.is_share() {
                phrase("feasible-advice-part")
            } else {
                phrase("feasible-advice-rate")
            });
        }
        if !indicator.per.is_series() {
            advice.push(phrase("feasible-advice-monthly").with("months", FEWEST_MONTHS));
        } else if is_count {
            advice.push(phrase("feasible-advice-series").with("months", FEWEST_MONTHS));
        }
        advice.into_iter().map(|said| self.say(&said)).collect()
    }
}
