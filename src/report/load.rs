//! How the work lies over the clock, made from the summary.

use super::finding::{Class, HourLoad, Load, Summary, WaveLoad, WaveSize};

/// Divides the minutes of each clock hour by the survey days, wave by wave.
pub fn load(summary: &Summary, classes: &[Class]) -> Load {
    let waves = summary.waves.iter().map(|wave| {
        #[expect(clippy::cast_precision_loss, reason = "a number of days")]
        let days = wave.days.max(1) as f64;
        let hours = wave.hours.iter().map(|hour| HourLoad {
            hour: hour.hour,
            parts: classes
                .iter()
                .map(|class| f64::from(hour.by_category.get(&class.code).copied().unwrap_or(0)) / days)
                .collect(),
            unfilled: f64::from(hour.unfilled) / days,
            people: hour.people,
        });
        WaveLoad {
            size: WaveSize::of(wave),
            hours: hours.collect(),
        }
    });
    Load {
        classes: classes.to_vec(),
        waves: waves.collect(),
    }
}
