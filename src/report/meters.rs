//! ムリ・ムダ・ムラ as a [`MetersFinding`].

use std::collections::BTreeMap;

use super::finding::{Meter, MeterKind, MeterTask, MeterValue, MeterWave, MetersFinding};
use super::list_note::is_silent_about;
use super::{Holdings, UNKNOWN, decimal_text, share_text, thousands};
use crate::effect::Measured;
use crate::office::SMALLEST_GROUP;
use crate::phrase::{Phrase, phrase};
use crate::text::Text;
use crate::worktime::{CategoryKind, MeterSettings, Meters, Quartiles, Sheet, TaskCode, Wave};

/// Reads the meters of every wave.
pub fn meters(holdings: &Holdings, text: &Text) -> MetersFinding {
    let settings = holdings.meters.clone().unwrap_or_default();
    let tasks = &holdings.founding.task_list;
    let mut by_wave: BTreeMap<Wave, Vec<&Sheet>> = BTreeMap::new();
    for (wave, sheet) in &holdings.sheets {
        by_wave.entry(*wave).or_default().push(sheet);
    }
    let read: Vec<(Wave, Meters)> = by_wave
        .iter()
        .map(|(wave, sheets)| {
            let mut meters = Meters::of(sheets, tasks, &settings);
            // No slack or rest where the list of then had none is not zero.
            if is_silent_about(holdings, *wave, CategoryKind::Slack) {
                meters.strain.tight = None;
            }
            if is_silent_about(holdings, *wave, CategoryKind::Rest) {
                meters.strain.breaks = None;
            }
            (*wave, meters)
        })
        .collect();
    let writer = Writer {
        holdings,
        settings: &settings,
        text,
    };
    MetersFinding {
        schema: "yutori.meters/1".to_owned(),
        slack_percent: settings.slack_percent,
        wasteful: writer.marked(),
        candidates: writer.candidates(),
        waves: read
            .iter()
            .map(|(wave, meters)| MeterWave {
                id: wave.id(),
                label: text.say(&wave.label()),
                sheets: meters.sheets,
                people: meters.people,
                days: meters.days,
            })
            .collect(),
        meters: writer.all(&read),
    }
}

/// How a meter changed between two waves, as a word and a number; `None` when one of them has no figure.
pub fn meter_change(meter: &Meter, from: &str, to: &str) -> Option<Phrase> {
    let value = |wave: &str| meter.values.iter().find(|value| value.wave == wave)?.value;
    let factor = if meter.is_share { 100.0 } else { 1.0 };
    let difference = (value(to)? - value(from)?) * factor;
    let by = decimal_text(difference.abs(), meter.decimals);
    let is_none = !by.contains(|digit| ('1'..='9').contains(&digit));
    Some(match (is_none, meter.is_share) {
        (true, _) => phrase("meters-same"),
        (false, true) if difference < 0.0 => phrase("meters-fewer-points").with("by", by),
        (false, true) => phrase("meters-more-points").with("by", by),
        (false, false) if difference < 0.0 => phrase("meters-less").with("by", by),
        (false, false) => phrase("meters-more").with("by", by),
    })
}

/// Clock hours in words: `7-9, 17`.
pub fn hour_list(hours: &[u16]) -> String {
    let mut runs: Vec<(u16, u16)> = Vec::new();
    for hour in hours {
        match runs.last_mut() {
            Some((_, last)) if *last + 1 == *hour => *last = *hour,
            _ => runs.push((*hour, *hour)),
        }
    }
    let run = |(first, last): &(u16, u16)| {
        if first == last {
            first.to_string()
        } else {
            format!("{first}-{last}")
        }
    };
    runs.iter().map(run).collect::<Vec<_>>().join(", ")
}

/// A figure that a wave has, or why it has none.
struct Figure {
    value: Option<f64>,
    shown: Phrase,
    basis: Phrase,
}

struct Writer<'a> {
    holdings: &'a Holdings,
    settings: &'a MeterSettings,
    text: &'a Text,
}

impl Writer<'_> {
    fn all(&self, read: &[(Wave, Meters)]) -> Vec<Meter> {
        let percent = self.settings.slack_percent;
        let marked: Vec<String> = self.marked().into_iter().map(|task| task.code).collect();
        let waste = match marked.as_slice() {
            [] => phrase("meters-waste-unmarked-definition"),
            codes => phrase("meters-waste-definition").with("tasks", codes.join(", ")),
        };
        let of = |kind, id, name, definition, unit| Head {
            kind,
            id,
            name,
            definition,
            unit,
        };
        let (muri, mura, muda) = (MeterKind::Muri, MeterKind::Mura, MeterKind::Muda);
        let tight = phrase("meters-tight-definition").with("percent", percent);
        let breaks = phrase("meters-breaks-definition");
        let (hours, percent_of) = ("meters-unit-hours", "meters-unit-share");
        let (minutes, times) = ("meters-unit-minutes", "meters-unit-times");
        let peak = phrase("meters-peak-definition");
        let variation = phrase("meters-variation-definition");
        let people = phrase("meters-people-minutes-definition").with("smallest", SMALLEST_GROUP);
        let shares = phrase("meters-people-share-definition").with("smallest", SMALLEST_GROUP);
        vec![
            self.meter(
                &of(muri, "tight-hours", "meters-tight", tight, hours),
                0,
                read,
                tight_hours,
            ),
            self.meter(
                &of(muri, "missed-breaks", "meters-breaks", breaks, percent_of),
                1,
                read,
                breaks_of,
            ),
            self.meter(
                &of(
                    muri,
                    "overtime",
                    "meters-overtime",
                    phrase("meters-overtime-definition"),
                    minutes,
                ),
                1,
                read,
                overtime,
            ),
            self.meter(&of(mura, "hours-peak", "meters-peak", peak, times), 2, read, hours_peak),
            self.meter(
                &of(mura, "hours-variation", "meters-variation", variation, times),
                2,
                read,
                hours_variation,
            ),
            self.meter(
                &of(mura, "people-minutes", "meters-people-minutes", people, times),
                2,
                read,
                people_minutes,
            ),
            self.meter(
                &of(mura, "people-share", "meters-people-share", shares, times),
                2,
                read,
                people_share,
            ),
            self.meter(&of(muda, "waste", "meters-waste", waste, minutes), 1, read, |meters| {
                self.waste(meters)
            }),
        ]
    }

    fn meter(&self, head: &Head, decimals: u8, read: &[(Wave, Meters)], figure: impl Fn(&Meters) -> Figure) -> Meter {
        let value = |(wave, meters): &(Wave, Meters)| {
            let figure = figure(meters);
            MeterValue {
                wave: wave.id(),
                value: figure.value,
                shown: self.text.say(&figure.shown),
                basis: self.text.say(&figure.basis),
            }
        };
        Meter {
            id: head.id.to_owned(),
            kind: head.kind,
            name: self.text.get(head.name),
            definition: self.text.say(&head.definition),
            unit: self.text.get(head.unit),
            is_share: head.unit == "meters-unit-share",
            decimals,
            values: read.iter().map(value).collect(),
        }
    }

    fn name(&self, code: &TaskCode) -> Option<MeterTask> {
        let task = self.holdings.founding.task_list.task(code)?;
        Some(MeterTask {
            code: code.to_string(),
            name: self.text.lang().of(&task.name).to_owned(),
        })
    }

    /// The marked tasks, in the order of the list.
    fn marked(&self) -> Vec<MeterTask> {
        let tasks = self.holdings.founding.task_list.tasks.iter();
        tasks
            .filter(|task| self.settings.wasteful.contains(&task.code))
            .filter_map(|task| self.name(&task.code))
            .collect()
    }

    /// Tasks that a usual indicator of the catalog follows by name and wants to be less.
    fn candidates(&self) -> Vec<MeterTask> {
        let mut codes: Vec<&TaskCode> = Vec::new();
        for indicator in self.holdings.catalog.indicators() {
            let wants_less = indicator.usual && indicator.direction == crate::effect::Direction::Down;
            if let (Measured::Minutes { tasks }, true) = (&indicator.measured, wants_less) {
                codes.extend(tasks);
            }
        }
        codes.sort();
        codes.dedup();
        codes.into_iter().filter_map(|code| self.name(code)).collect()
    }

    fn waste(&self, meters: &Meters) -> Figure {
        let Some(waste) = &meters.waste else {
            let names: Vec<String> = self
                .candidates()
                .into_iter()
                .map(|task| format!("{} {}", task.code, task.name))
                .collect();
            return none(match names.as_slice() {
                [] => phrase("meters-waste-unmarked"),
                names => phrase("meters-waste-unmarked-candidates").with("tasks", names.join(", ")),
            });
        };
        let by_task: Vec<String> = waste
            .by_task
            .iter()
            .map(|(code, minutes)| format!("{code}: {}", thousands(*minutes)))
            .collect();
        let per_day = waste.per_person_day();
        Figure {
            value: per_day,
            shown: minutes_of(per_day),
            basis: phrase("meters-waste-basis")
                .with("sheets", waste.person_days)
                .with("minutes", thousands(waste.minutes))
                .with("share", share_text(waste.share()))
                .with("tasks", by_task.join(", ")),
        }
    }
}

struct Head {
    kind: MeterKind,
    id: &'static str,
    name: &'static str,
    definition: Phrase,
    unit: &'static str,
}

/// No figure, and why.
fn none(why: Phrase) -> Figure {
    Figure {
        value: None,
        shown: phrase("meters-none").with("sign", UNKNOWN),
        basis: why,
    }
}

fn minutes_of(minutes: Option<f64>) -> Phrase {
    match minutes {
        Some(minutes) => phrase("meters-minutes").with("minutes", decimal_text(minutes, 1)),
        None => phrase("meters-none").with("sign", UNKNOWN),
    }
}

fn times_of(times: Option<f64>) -> Phrase {
    match times {
        Some(times) => phrase("meters-times").with("times", decimal_text(times, 2)),
        None => phrase("meters-none").with("sign", UNKNOWN),
    }
}

fn count(number: usize) -> f64 {
    f64::from(u32::try_from(number).unwrap_or(u32::MAX))
}

fn tight_hours(meters: &Meters) -> Figure {
    let Some(tight) = &meters.strain.tight else {
        return none(phrase("meters-no-slack-category"));
    };
    let basis = match tight.hours.as_slice() {
        [] => phrase("meters-tight-basis-none"),
        hours => phrase("meters-tight-basis").with("hours", hour_list(hours)),
    };
    Figure {
        value: (tight.measured > 0).then(|| count(tight.hours.len())),
        shown: phrase("meters-tight-shown")
            .with("tight", tight.hours.len())
            .with("measured", tight.measured),
        basis: basis
            .with("people", meters.people)
            .with("sheets", meters.sheets)
            .with("days", meters.days),
    }
}

fn breaks_of(meters: &Meters) -> Figure {
    let Some(breaks) = &meters.strain.breaks else {
        return none(phrase("meters-no-rest-category"));
    };
    if breaks.due == 0 {
        return none(phrase("meters-breaks-none-due"));
    }
    Figure {
        value: Some(count(breaks.missed) / count(breaks.due)),
        shown: phrase("meters-sheets-shown")
            .with("some", breaks.missed)
            .with("all", breaks.due),
        basis: phrase("meters-breaks-basis")
            .with("due", breaks.due)
            .with("missed", breaks.missed)
            .with("minutes", thousands(breaks.missing)),
    }
}

fn overtime(meters: &Meters) -> Figure {
    let overtime = meters.strain.overtime;
    if overtime.known == 0 {
        return none(phrase("meters-overtime-unknown").with("unknown", overtime.unknown));
    }
    let mean = f64::from(overtime.minutes) / count(overtime.known);
    Figure {
        value: Some(mean),
        shown: minutes_of(Some(mean)),
        basis: phrase("meters-overtime-basis")
            .with("known", overtime.known)
            .with("over", overtime.over)
            .with("minutes", thousands(overtime.minutes))
            .with("unknown", overtime.unknown),
    }
}

fn hours_peak(meters: &Meters) -> Figure {
    let Some(hours) = meters.hours else {
        return none(phrase("meters-nobody"));
    };
    Figure {
        value: hours.peak_to_mean,
        shown: times_of(hours.peak_to_mean),
        basis: phrase("meters-peak-basis")
            .with("hours", hours.hours)
            .with("hour", hours.peak_hour)
            .with("peak", decimal_text(hours.peak, 1))
            .with("mean", decimal_text(hours.mean, 1)),
    }
}

fn hours_variation(meters: &Meters) -> Figure {
    let Some(hours) = meters.hours else {
        return none(phrase("meters-nobody"));
    };
    Figure {
        value: hours.variation,
        shown: match hours.variation {
            Some(variation) => phrase("meters-plain").with("value", decimal_text(variation, 2)),
            None => phrase("meters-none").with("sign", UNKNOWN),
        },
        basis: phrase("meters-variation-basis")
            .with("hours", hours.hours)
            .with("mean", decimal_text(hours.mean, 1)),
    }
}

fn people_minutes(meters: &Meters) -> Figure {
    quartiles(
        meters,
        meters.spread.minutes,
        |minutes| decimal_text(minutes, 0),
        "meters-people-minutes-basis",
    )
}

fn people_share(meters: &Meters) -> Figure {
    quartiles(
        meters,
        meters.spread.shares,
        |share| share_text(Some(share)),
        "meters-people-share-basis",
    )
}

fn quartiles(
    meters: &Meters,
    quartiles: Option<Quartiles>,
    written: impl Fn(f64) -> String,
    basis: &'static str,
) -> Figure {
    let people = meters.spread.people;
    let Some(quartiles) = quartiles else {
        return none(
            phrase("meters-people-hidden")
                .with("people", people)
                .with("smallest", SMALLEST_GROUP),
        );
    };
    Figure {
        value: quartiles.ratio(),
        shown: times_of(quartiles.ratio()),
        basis: phrase(basis)
            .with("people", people)
            .with("low", written(quartiles.low))
            .with("median", written(quartiles.median))
            .with("high", written(quartiles.high)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_that_follow_each_other_are_one_stretch() {
        assert_eq!(hour_list(&[7, 8, 9, 17, 22, 23]), "7-9, 17, 22-23");
        assert_eq!(hour_list(&[]), "");
    }

    #[test]
    fn a_change_is_a_word_and_a_number() {
        let value = |wave: &str, value| MeterValue {
            wave: wave.to_owned(),
            value,
            shown: String::new(),
            basis: String::new(),
        };
        let mut meter = Meter {
            id: String::new(),
            kind: MeterKind::Muri,
            name: String::new(),
            definition: String::new(),
            unit: String::new(),
            is_share: false,
            decimals: 1,
            values: vec![
                value("before", Some(12.0)),
                value("after1", Some(9.5)),
                value("after2", None),
            ],
        };
        let said = |meter: &Meter, from, to| meter_change(meter, from, to).map(|said| said.key());
        assert_eq!(said(&meter, "before", "after1"), Some("meters-less"));
        assert_eq!(said(&meter, "after1", "before"), Some("meters-more"));
        assert_eq!(said(&meter, "before", "after2"), None);
        meter.values[1].value = Some(12.04);
        assert_eq!(said(&meter, "before", "after1"), Some("meters-same"));
        meter.is_share = true;
        assert_eq!(said(&meter, "before", "after1"), Some("meters-more-points"));
    }
}
