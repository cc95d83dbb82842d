//! Where the office stands in the loop, as far as the time study tells.

use chrono::NaiveDate;

use super::Holdings;
use super::effect::surveys;
use super::finding::AlarmsFinding;
use super::issues::alarms;
use crate::issues::{Stage, Studied};
use crate::text::Text;
use crate::worktime::Wave;

/// What the waves with sheets tell, each with the last day of its sheets, and how many judgements of the team are missing.
pub fn studied(waves: &[(Wave, Option<NaiveDate>)], unjudged: usize) -> Studied {
    let before = waves.iter().any(|(wave, _)| *wave == Wave::Before);
    let after = waves.iter().filter(|(wave, _)| *wave != Wave::Before);
    let latest = after.max();
    Studied {
        any: !waves.is_empty(),
        before,
        again: latest.filter(|_| before).and_then(|(_, last)| *last),
        unjudged,
    }
}

/// The step of the loop, and what must not be forgotten on a day.
pub fn forgotten(holdings: &Holdings, today: NaiveDate, text: &Text) -> AlarmsFinding {
    let waves: Vec<_> = holdings
        .sheets
        .iter()
        .map(|(wave, sheet)| (*wave, Some(sheet.date)))
        .collect();
    let surveys = surveys(holdings);
    let missing = holdings.issues.unjudged(&surveys);
    let unjudged = missing.iter().map(|(_, keys)| keys.len()).sum();
    let stage = Stage::of(&holdings.issues, studied(&waves, unjudged));
    AlarmsFinding {
        schema: "yutori.alarms/1",
        today,
        stage,
        step: stage.number(),
        alarms: alarms(&holdings.issues, &surveys, today, text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_day_of_the_latest_wave_counts_and_only_beside_one_before() {
        let day = |day| NaiveDate::from_ymd_opt(2026, 2, day);
        let (before, first, second) = (Wave::Before, Wave::After(1), Wave::After(2));
        let waves = [
            (before, day(1)),
            (first, day(2)),
            (second, day(7)),
            (second, day(9)),
            (second, day(8)),
        ];
        assert_eq!(studied(&waves, 0).again, day(9));
        assert_eq!(studied(&waves[1..], 0).again, None);
        assert_eq!(studied(&[], 0), Studied::default());
    }
}
