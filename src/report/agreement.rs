//! Two recordings of the same work as a finding with its sentence.

use chrono::NaiveDate;

use super::finding::{AgreementFinding, Agreements, MixedUp};
use super::holdings::Holdings;
use super::timings::task_name;
use super::{UNKNOWN, decimal_text};
use crate::office::StaffCode;
use crate::phrase::{Phrase, phrase};
use crate::stats::{self, Agreement, Stretch};
use crate::text::Text;
use crate::worktime::{TaskCode, Timing};

/// Compares the timings of one person's day, each two of a wave.
pub fn agreements(holdings: &Holdings, staff: &StaffCode, date: NaiveDate, text: &Text) -> Agreements {
    let of_day = |timing: &&Timing| timing.key.staff == *staff && timing.key.date == date;
    let timings: Vec<&Timing> = holdings.timings.iter().filter(of_day).collect();
    let pairs = timings.iter().enumerate().flat_map(|(place, first)| {
        let later = timings.iter().skip(place + 1);
        let later = later.filter(|second| second.key.wave == first.key.wave);
        later.map(|second| agreement(holdings, first, second, text))
    });
    Agreements {
        schema: "yutori.agreement/1".to_owned(),
        staff: staff.as_str().to_owned(),
        date,
        pairs: pairs.collect(),
    }
}

/// Compares two timings of one person; main stretches that have ended count, in the tasks of today's list.
pub fn agreement(holdings: &Holdings, first: &Timing, second: &Timing, text: &Text) -> AgreementFinding {
    let list = holdings.lists.current();
    // Codes in the order of the list, so that of two tasks the one that stands first there is named first.
    let mut codes: Vec<TaskCode> = list.tasks.iter().map(|task| task.code.clone()).collect();
    let first_stretches = stretches(holdings, first, &mut codes);
    let second_stretches = stretches(holdings, second, &mut codes);
    let found = stats::agreement(&first_stretches, &second_stretches);
    let mixed_up = found.mixed_up.map(|(one, other, minutes)| {
        let both = [&codes[one], &codes[other]];
        MixedUp {
            tasks: both.map(|code| code.as_str().to_owned()),
            names: both.map(|code| task_name(list, code, text)),
            minutes,
        }
    });
    let observer = |timing: &Timing| timing.key.observer.as_ref().map(|code| code.as_str().to_owned());
    AgreementFinding {
        wave: first.key.wave.id(),
        first: observer(first),
        second: observer(second),
        minutes: found.minutes,
        minutes_alike: found.minutes_alike,
        minutes_first_only: found.minutes_first_only,
        minutes_second_only: found.minutes_second_only,
        minute_kappa: found.minute_kappa,
        pairs: found.pairs,
        pairs_alike: found.pairs_alike,
        first_alone: found.first_alone,
        second_alone: found.second_alone,
        pair_kappa: found.pair_kappa,
        concordance: found.concordance,
        start_gap_seconds: found.start_gap,
        order: found.order,
        sentence: sentence(&found, mixed_up.as_ref(), text),
        mixed_up,
    }
}

/// The figures of two recordings with their names, as a table shows them.
pub fn agreement_lines(found: &AgreementFinding, text: &Text) -> Vec<(String, String)> {
    let hundredths = |value: Option<f64>| value.map_or_else(|| UNKNOWN.to_owned(), |value| decimal_text(value, 2));
    let of = |part: u64, whole: u64| {
        text.say(
            &phrase("agreement-of")
                .with("part", count(part))
                .with("whole", count(whole)),
        )
    };
    let alone = phrase("agreement-alone-value")
        .with("first", found.first_alone)
        .with("second", found.second_alone);
    let only = phrase("agreement-only-value")
        .with("first", found.minutes_first_only)
        .with("second", found.minutes_second_only);
    let gap = found
        .start_gap_seconds
        .map(|gap| phrase("agreement-gap-value").with("seconds", decimal_text(gap, 1)));
    let gap = gap.map_or_else(|| UNKNOWN.to_owned(), |gap| text.say(&gap));
    let minutes = of(found.minutes_alike.into(), found.minutes.into());
    let pairs = of(found.pairs_alike as u64, found.pairs as u64);
    vec![
        (text.get("agreement-minutes"), minutes),
        (text.get("agreement-minute-kappa"), hundredths(found.minute_kappa)),
        (text.get("agreement-pairs"), pairs),
        (text.get("agreement-pair-kappa"), hundredths(found.pair_kappa)),
        (text.get("agreement-concordance"), hundredths(found.concordance)),
        (text.get("agreement-gap"), gap),
        (text.get("agreement-order"), hundredths(found.order)),
        (text.get("agreement-only"), text.say(&only)),
        (text.get("agreement-alone"), text.say(&alone)),
    ]
}

fn count(count: u64) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

fn stretches(holdings: &Holdings, timing: &Timing, codes: &mut Vec<TaskCode>) -> Vec<Stretch> {
    let mut stretches = Vec::new();
    for entry in timing.main() {
        let Some(to) = entry.to else { continue };
        let today = holdings.lists.today(&entry.task, timing.list);
        let code = today.unwrap_or_else(|| entry.task.clone());
        let label = codes.iter().position(|known| *known == code).unwrap_or_else(|| {
            codes.push(code);
            codes.len() - 1
        });
        stretches.push(Stretch {
            label,
            from: entry.from,
            to,
        });
    }
    stretches
}

fn sentence(found: &Agreement, mixed_up: Option<&MixedUp>, text: &Text) -> String {
    if found.minutes == 0 {
        return text.get("agreement-nothing-in-common");
    }
    let share = f64::from(found.minutes_alike) / f64::from(found.minutes) * 100.0;
    let alike = phrase("agreement-alike")
        .with("minutes", found.minutes)
        .with("alike", found.minutes_alike)
        .with("share", decimal_text(share, 0));
    let mixed = mixed_up.map(|mixed| {
        let [one, other] = mixed.names.clone();
        phrase("agreement-mixed-up")
            .with("one", one)
            .with("other", other)
            .with("minutes", count(mixed.minutes))
    });
    let said: Vec<String> = [Some(alike), Some(reading(found.minute_kappa)), mixed]
        .iter()
        .flatten()
        .map(|phrase| text.say(phrase))
        .collect();
    said.join(&text.get("agreement-between-sentences"))
}

/// Kappa in words, by the usual marks of 0.8, 0.6 and 0.4 (Landis and Koch 1977, Biometrics 33:159–174).
fn reading(kappa: Option<f64>) -> Phrase {
    let Some(kappa) = kappa else {
        return phrase("agreement-no-kappa");
    };
    let said = if kappa >= 0.8 {
        phrase("agreement-very-good")
    } else if kappa >= 0.6 {
        phrase("agreement-good")
    } else if kappa >= 0.4 {
        phrase("agreement-middling")
    } else {
        phrase("agreement-poor")
    };
    said.with("kappa", decimal_text(kappa, 2))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::book::Founding;
    use crate::catalog::Catalog;
    use crate::office::Office;
    use crate::text::Lang;
    use crate::worktime::{ListNumber, NightHours, TimerEntry, TimingKey, Wave};

    fn holdings() -> Holdings {
        let catalog = Catalog::built_in();
        let task_list = catalog.task_list("kasan-2024").unwrap().clone();
        let founding = Founding {
            office: Office::default(),
            slot_minutes: task_list.slot_minutes,
            task_list,
            night: NightHours::default(),
        };
        Holdings::empty(founding, catalog)
    }

    fn timing(observer: Option<&str>, stretches: &[(&str, u32, u32)]) -> Timing {
        let key = TimingKey {
            wave: Wave::Before,
            staff: StaffCode::parse("S001").unwrap(),
            date: NaiveDate::from_ymd_opt(2026, 2, 10).unwrap(),
            observer: observer.map(|code| StaffCode::parse(code).unwrap()),
        };
        let entries = stretches.iter().map(|(task, from, to)| TimerEntry {
            task: TaskCode((*task).to_owned()),
            from: 36_000 + from,
            to: Some(36_000 + to),
            parallel: false,
            interruption: false,
            note: String::new(),
        });
        Timing::new(key, ListNumber::default()).with_entries(entries.collect())
    }

    #[test]
    fn the_sentence_names_what_was_mixed_up() {
        let mut holdings = holdings();
        holdings.timings = vec![
            timing(None, &[("3", 0, 300), ("11", 300, 600)]),
            timing(Some("O1"), &[("3", 10, 240), ("4", 240, 300), ("11", 300, 600)]),
        ];
        let staff = StaffCode::parse("S001").unwrap();
        let text = Text::new(Lang::Ja);
        let found = agreements(&holdings, &staff, holdings.timings[0].key.date, &text);
        let [pair] = found.pairs.as_slice() else {
            panic!("{found:?}");
        };
        assert_eq!((pair.first.as_deref(), pair.second.as_deref()), (None, Some("O1")));
        assert_eq!(
            pair.sentence,
            "2つの記録に共通する10分のうち、9分（90%）が同じ業務でした。\
             偶然に合う分を除いても、とてもよく一致しています（カッパ係数 0.82）。\
             いちばん取り違えたのは「入浴・整容・更衣」と「利用者とのコミュニケーション」です（1分）。"
        );
    }

    #[test]
    fn recordings_of_different_hours_have_nothing_in_common() {
        let holdings = holdings();
        let (one, other) = (timing(None, &[("3", 0, 300)]), timing(Some("O1"), &[("3", 900, 960)]));
        let text = Text::new(Lang::En);
        let found = agreement(&holdings, &one, &other, &text);
        assert_eq!(found.sentence, "The two recordings have no minute in common.");
        assert_eq!((found.minutes_first_only, found.minutes_second_only), (5, 1));
    }
}
