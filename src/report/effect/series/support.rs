//! Books with a series of months or days, for tests.

use chrono::{Days, NaiveDate};

use crate::effect::{
    At, Chosen, Direction, Family, Indicator, Measured, Measurement, MeasurementKey, Per, Phase, Subject,
};
use crate::office::{Bilingual, Decimal, Month};
use crate::report::Holdings;
use crate::report::effect::support::holdings;

/// A book without anything.
pub(in crate::report) fn empty() -> Holdings {
    holdings()
}

/// An indicator of the office's own.
pub(in crate::report) fn indicator(id: &str, per: Per, measured: Measured) -> Indicator {
    let unit = if measured.is_share() { "%" } else { "件" };
    let both = |text: &str| Bilingual {
        ja: text.to_owned(),
        en: text.to_owned(),
    };
    Indicator {
        id: id.to_owned(),
        name: Bilingual {
            ja: "転倒・転落".to_owned(),
            en: "Falls".to_owned(),
        },
        family: Family::Quality,
        unit: both(unit),
        direction: Direction::Down,
        decimals: if matches!(measured, Measured::Entered) { 0 } else { 2 },
        per,
        measured,
        range: None,
        usual: false,
        how: both(""),
        source: String::new(),
    }
}

/// A month, counted from April 2023.
pub(in crate::report) fn month(place: usize) -> At {
    let place = i32::try_from(place).unwrap() + 3;
    At::Month(Month::new(2023 + place / 12, u32::try_from(place % 12).unwrap() + 1).unwrap())
}

/// A day, counted from 1 September 2025.
pub(in crate::report) fn day(place: usize) -> At {
    let first = NaiveDate::from_ymd_opt(2025, 9, 1).unwrap();
    At::Day(
        first
            .checked_add_days(Days::new(u64::try_from(place).unwrap()))
            .unwrap(),
    )
}

/// Takes an indicator with its figures into the book: what was counted, and of how many; `None` for a month or day without.
pub(in crate::report) fn entered(
    holdings: &mut Holdings,
    indicator: &Indicator,
    figures: &[Option<(f64, Option<f64>)>],
) {
    let decimal = |value: f64| Decimal::parse(&format!("{value:.3}")).unwrap();
    for (place, figure) in figures.iter().enumerate() {
        let Some((value, of)) = figure else { continue };
        let at = if indicator.per == Per::OfficeDay {
            day(place)
        } else {
            month(place)
        };
        holdings.effects.measurements.push(Measurement {
            key: MeasurementKey {
                indicator: indicator.id.clone(),
                at,
                subject: Subject::Office,
            },
            value: decimal(*value),
            of: of.map(decimal),
        });
    }
    holdings.effects.indicators.push(indicator.clone());
}

/// A book with one indicator of months, as the numbers stand.
pub(in crate::report) fn monthly(values: &[Option<f64>]) -> Holdings {
    let mut holdings = empty();
    let figures: Vec<_> = values.iter().map(|value| value.map(|value| (value, None))).collect();
    entered(
        &mut holdings,
        &indicator("falls", Per::OfficeMonth, Measured::Entered),
        &figures,
    );
    holdings
}

/// Says that a series runs anew.
pub(in crate::report) fn phase(holdings: &mut Holdings, id: &str, from: At, cause: &str) {
    holdings.effects.phases.push(Phase {
        indicator: id.to_owned(),
        from,
        cause: cause.to_owned(),
    });
}

/// Sets a target.
pub(in crate::report) fn target(holdings: &mut Holdings, id: &str, target: &str) {
    holdings.effects.chosen.push(Chosen {
        indicator: id.to_owned(),
        on: NaiveDate::from_ymd_opt(2025, 4, 1).unwrap(),
        target: Some(Decimal::parse(target).unwrap()),
        margin: None,
        spread: None,
    });
}
