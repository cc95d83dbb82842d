//! The indicators, figures and judgements of the sample office, as acts of the days on which such a home would do them.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::Deserialize;

use super::{Done, day};
use crate::book::{Change, Occasion};
use crate::catalog::Catalog;
use crate::effect::{At, Chosen, Effects, Measurement};
use crate::issues::Judgement;
use crate::phrase::phrase;
use crate::report::Holdings;
use crate::text::Text;
use crate::worktime::Wave;

const EFFECTS: &str = include_str!("../../../sample-data/effects.json");
/// The day on which residents were asked before the improvement, and the one on which they were asked again.
const ASKED: [NaiveDate; 2] = [day(2025, 10, 24), day(2026, 2, 9)];
/// The days on which figures of months were entered, each with all months before it.
const ENTERED: [NaiveDate; 2] = [day(2025, 11, 5), day(2026, 2, 5)];

/// What the home knows about effects: without the indicators of the catalog, which are copied when they are chosen.
#[derive(Debug, Deserialize)]
pub(super) struct Sample {
    #[serde(flatten)]
    effects: Effects,
    judgements: Vec<Judgement>,
}

/// The sample as the file has it.
pub(super) fn read() -> serde_json::Result<Sample> {
    serde_json::from_str(EFFECTS)
}

/// What was done, in no order of days.
pub(super) fn acts(sample: &Sample, catalog: &Catalog) -> Vec<Done> {
    let name = |id: &str| catalog.indicator(id).map_or(id, |it| it.name.ja.as_str()).to_owned();
    let mut done = chosen(&sample.effects.chosen, catalog, name);
    done.extend(sample.effects.periods.iter().map(|it| Done {
        on: asked(it.wave),
        occasion: Occasion::PeriodKept(it.wave),
        changes: vec![Change::PeriodKept {
            before: None,
            after: Some(Box::new(*it)),
        }],
    }));
    done.extend(measured(&sample.effects.measurements, name));
    done.extend(sample.effects.phases.iter().map(|it| Done {
        on: ENTERED[1],
        occasion: Occasion::PhaseKept {
            name: name(&it.indicator),
            because: it.cause.clone(),
        },
        changes: vec![Change::PhaseKept {
            before: None,
            after: Some(Box::new(it.clone())),
        }],
    }));
    done.extend(sample.judgements.iter().map(|it| Done {
        on: it.on,
        occasion: Occasion::Judged(it.key.wave),
        changes: vec![Change::JudgementKept {
            before: None,
            after: Some(Box::new(it.clone())),
        }],
    }));
    done
}

/// What the book holds of indicators, in a few lines.
pub(super) fn told(holdings: &Holdings, text: &Text) -> String {
    let effects = &holdings.effects;
    let followed = phrase("demo-effects-chosen")
        .with("chosen", effects.chosen.len())
        .with(
            "margins",
            effects.chosen.iter().filter(|it| it.margin.is_some()).count(),
        )
        .with("figures", effects.measurements.len());
    let judged = phrase("demo-effects-judged")
        .with("judgements", holdings.issues.judgements.len())
        .with("measures", holdings.issues.measures.len());
    [followed, judged].map(|line| text.say(&line) + "\n").concat()
}

/// What was chosen, with its targets and margins: one act for each day.
fn chosen(chosen: &[Chosen], catalog: &Catalog, name: impl Fn(&str) -> String) -> Vec<Done> {
    by_day(
        chosen,
        |it| it.on,
        |on, of_day| Done {
            on,
            occasion: Occasion::IndicatorsChosen {
                names: of_day.iter().map(|it| name(&it.indicator)).collect(),
            },
            changes: of_day
                .iter()
                .flat_map(|it| {
                    let copy = catalog.indicator(&it.indicator).map(|known| Change::IndicatorKept {
                        before: None,
                        after: Some(Box::new(known.clone())),
                    });
                    let promised = Change::IndicatorChosen {
                        before: None,
                        after: Some(Box::new((*it).clone())),
                    };
                    copy.into_iter().chain([promised])
                })
                .collect(),
        },
    )
}

/// The figures: one act for each day on which some were entered.
fn measured(figures: &[Measurement], name: impl Fn(&str) -> String) -> Vec<Done> {
    by_day(figures, known_on, |on, of_day| {
        let mut names: Vec<String> = of_day.iter().map(|it| name(&it.key.indicator)).collect();
        names.dedup();
        Done {
            on,
            occasion: Occasion::MeasurementsKept {
                names,
                figures: of_day.len(),
            },
            changes: of_day
                .iter()
                .map(|it| Change::MeasurementKept {
                    before: None,
                    after: Some(Box::new((*it).clone())),
                })
                .collect(),
        }
    })
}

/// The day on which a figure was entered: after the month, and not yet every month.
fn known_on(figure: &Measurement) -> NaiveDate {
    match figure.key.at {
        At::Wave(wave) => asked(wave),
        At::Month(month) => {
            let known = ENTERED.into_iter().find(|on| *on > month.last_day());
            known.unwrap_or_else(|| month.next().first_day())
        }
        At::Day(on) => on,
    }
}

fn asked(wave: Wave) -> NaiveDate {
    ASKED[usize::from(wave != Wave::Before)]
}

/// Puts what belongs to one day together.
fn by_day<T>(things: &[T], day: impl Fn(&T) -> NaiveDate, done: impl Fn(NaiveDate, &[&T]) -> Done) -> Vec<Done> {
    let mut of_days: BTreeMap<NaiveDate, Vec<&T>> = BTreeMap::new();
    for thing in things {
        of_days.entry(day(thing)).or_default().push(thing);
    }
    of_days.iter().map(|(on, of_day)| done(*on, of_day)).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::effect::{MeasurementKey, Per};
    use crate::office::Decimal;

    fn figures(sample: &Sample, id: &str) -> Vec<Measurement> {
        sample.effects.of(id).cloned().collect()
    }

    #[test]
    fn figures_of_the_sample_are_there_once_and_such_as_their_indicators_have() {
        let (sample, catalog) = (read().unwrap(), Catalog::built_in());
        let keys: BTreeSet<&MeasurementKey> = sample.effects.measurements.iter().map(|it| &it.key).collect();
        assert_eq!(keys.len(), sample.effects.measurements.len());
        for figure in &sample.effects.measurements {
            let indicator = catalog.indicator(&figure.key.indicator).unwrap();
            assert!(figure.key.fits(indicator.per), "{:?}", figure.key);
            assert_eq!(
                figure.of.is_some(),
                indicator.measured.base().is_some(),
                "{:?}",
                figure.key
            );
        }
        for chosen in &sample.effects.chosen {
            assert!(catalog.indicator(&chosen.indicator).is_some(), "{}", chosen.indicator);
            assert!(chosen.margin.is_none_or(|it| it > Decimal::ZERO));
        }
    }

    #[test]
    fn the_sample_misses_one_resident_in_each_survey_one_month_and_one_person() {
        let sample = read().unwrap();
        let of_wave = |wave| {
            let asked = figures(&sample, "who5")
                .into_iter()
                .filter(move |it| it.key.at == At::Wave(wave));
            asked.map(|it| it.key.subject).collect::<BTreeSet<_>>()
        };
        let (before, after) = (of_wave(Wave::Before), of_wave(Wave::After(1)));
        assert_eq!(
            (before.len(), after.len(), before.intersection(&after).count()),
            (13, 13, 12)
        );
        assert_eq!(figures(&sample, "incident-rate").len(), 23, "of 24 months");
        assert_eq!(figures(&sample, "overtime-hours").len(), 23, "of 12 people twice");
        let series = sample.effects.measurements.iter().map(|it| &it.key.indicator);
        let catalog = Catalog::built_in();
        let series: BTreeSet<_> = series
            .filter(|id| catalog.indicator(id).is_some_and(|it| it.per == Per::OfficeMonth))
            .collect();
        assert_eq!(series.len(), 2);
    }

    #[test]
    fn margins_of_the_sample_are_set_before_any_figure_from_after_the_improvement() {
        let (sample, catalog) = (read().unwrap(), Catalog::built_in());
        let mut done = acts(&sample, &catalog);
        done.sort_by_key(|it| it.on);
        let at = |wanted: &dyn Fn(&Change) -> bool| done.iter().position(|it| it.changes.iter().any(wanted));
        let margin =
            at(&|it| matches!(it, Change::IndicatorChosen { after: Some(after), .. } if after.margin.is_some()));
        let after = at(&|it| {
            let Change::MeasurementKept { after: Some(after), .. } = it else {
                return false;
            };
            match after.key.at {
                At::Wave(wave) => wave != Wave::Before,
                At::Month(month) => month.year() == 2026,
                At::Day(_) => false,
            }
        });
        assert!(margin.unwrap() < after.unwrap(), "{margin:?} {after:?}");
        let judged = done
            .iter()
            .rev()
            .take_while(|it| matches!(it.occasion, Occasion::Judged(_)));
        assert_eq!(judged.count(), sample.judgements.len());
    }
}
