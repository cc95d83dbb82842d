//! What was measured of the indicators that are watched beside measures: figures of the same time, no proof of a cause.

use std::collections::BTreeSet;

use crate::effect::{ComparedAs, Indicator};
use crate::office::{SMALLEST_GROUP, printable};
use crate::phrase::phrase;
use crate::report::finding::{Comparisons, IndicatorFinding, WatchedIndicator};
use crate::report::{Holdings, comparisons_of, is_measurable, value_text, waves_with_values, with_unit};
use crate::text::Text;
use crate::worktime::Wave;

/// The comparison of the first wave with the last, in the indicators that some measure watches.
pub(super) struct Watched<'a> {
    holdings: &'a Holdings,
    compared: Option<Comparisons>,
    /// Whether there is a later wave; else the first stands against itself, and only its own figures count.
    has_later: bool,
}

impl<'a> Watched<'a> {
    pub(super) fn of(holdings: &'a Holdings, text: &Text) -> Self {
        let watched: BTreeSet<&String> = holdings.issues.measures.iter().flat_map(|it| &it.indicators).collect();
        let can_be_measured = |it: &Indicator| watched.contains(&it.id) && is_measurable(holdings, it);
        let indicators: Vec<Indicator> = holdings.indicators().into_iter().filter(can_be_measured).collect();
        let waves: BTreeSet<Wave> = waves_with_values(holdings);
        let ends = waves.first().copied().zip(waves.last().copied());
        let compared = ends
            .filter(|_| !indicators.is_empty())
            .and_then(|ends| comparisons_of(holdings, &indicators, ends, text).ok());
        Self {
            holdings,
            compared,
            has_later: waves.len() > 1,
        }
    }

    /// An indicator as it is shown beside a measure.
    pub(super) fn line(&self, id: &str, text: &Text) -> WatchedIndicator {
        let known = self.holdings.indicator(id);
        let name = known.map_or_else(|| printable(id), |it| printable(text.lang().of(&it.name)));
        let nothing = WatchedIndicator {
            id: printable(id),
            sentence: text.say(&phrase("measures-indicator-none").with("name", name.as_str())),
            name,
            has_before: false,
            before: None,
            n_before: 0,
            after: None,
            n_after: 0,
            verdict: None,
            grade: None,
            before_text: None,
            target_text: known.and_then(|indicator| {
                let target = self.holdings.effects.chosen(id)?.target?;
                Some(with_unit(&target.to_string(), text.lang().of(&indicator.unit)))
            }),
        };
        let Some(compared) = &self.compared else { return nothing };
        match compared.indicators.iter().find(|line| line.id == id) {
            Some(line) => self.figures(nothing, compared, line, text),
            None => nothing,
        }
    }

    fn figures(
        &self,
        nothing: WatchedIndicator,
        compared: &Comparisons,
        line: &IndicatorFinding,
        text: &Text,
    ) -> WatchedIndicator {
        let of_people = line.assessment.compared_as == ComparedAs::People;
        // Where most people are in both waves, the means are of those people.
        let paired = of_people && line.n_people == line.n_paired;
        let n = |people: usize| if paired { line.n_paired } else { people };
        let (n_before, n_after) = (n(line.n_from), n(line.n_to));
        // What is counted or measured of the office as a whole tells of nobody; shares of too few people are hidden already.
        let enough = |people: usize| !of_people || people >= SMALLEST_GROUP;
        let before = line.from.as_ref().map(|it| it.mean).filter(|_| enough(n_before));
        let later = self.has_later && enough(n_before) && enough(n_after);
        let after = line.to.as_ref().map(|it| it.mean).filter(|_| later);
        let Some(mean) = before else { return nothing };
        let value = |wave: &str, mean: f64, people: usize| {
            let said = if of_people {
                phrase("measures-value").with("people", people)
            } else {
                phrase("measures-value-office")
            };
            text.say(&said.with("wave", wave).with("value", value_text(line, mean)))
        };
        let before_text = value(&compared.from_label, mean, n_before);
        let sentence = match after {
            None => phrase("measures-indicator-before"),
            Some(after) => phrase("measures-indicator-both")
                .with("after", value(&compared.to_label, after, n_after))
                .with("verdict", line.verdict.word())
                .with("grade", line.grade.letter()),
        };
        let sentence = sentence
            .with("name", nothing.name.as_str())
            .with("before", before_text.as_str());
        WatchedIndicator {
            has_before: true,
            before,
            n_before,
            after,
            n_after: if later { n_after } else { 0 },
            verdict: after.map(|_| line.verdict),
            grade: after.map(|_| line.grade),
            sentence: text.say(&sentence),
            before_text: Some(before_text),
            ..nothing
        }
    }
}
