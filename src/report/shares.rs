//! Shares of the categories, made from the summary.

use super::finding::{CategoryLine, Class, ShareBar, SharePart, Shares, Summary, WaveSize};
use crate::worktime::Period;

/// Lays the categories of all waves of a summary side by side; leave waves out of the summary to leave them out here.
pub fn shares(summary: &Summary, classes: &[Class]) -> Shares {
    let mut bars = Vec::new();
    for period in [None, Some(Period::Day), Some(Period::Night)] {
        for (index, wave) in summary.waves.iter().enumerate() {
            let part = match period {
                None => None,
                Some(Period::Day) => Some(&wave.periods.day),
                Some(Period::Night) => Some(&wave.periods.night),
            };
            let (people, minutes, unfilled, lines) = match part {
                None => (wave.staff, wave.minutes, wave.unfilled, &wave.categories),
                Some(part) => (part.people, part.minutes, part.unfilled, &part.categories),
            };
            let whole = minutes + unfilled;
            bars.push(ShareBar {
                period,
                wave: index,
                people,
                minutes,
                unfilled,
                unfilled_share: (whole > 0).then(|| f64::from(unfilled) / f64::from(whole)),
                parts: classes.iter().map(|class| part_of(lines, class)).collect(),
            });
        }
    }
    Shares {
        classes: classes.to_vec(),
        waves: summary.waves.iter().map(WaveSize::of).collect(),
        bars,
    }
}

fn part_of(lines: &[CategoryLine], class: &Class) -> SharePart {
    let line = lines.iter().find(|line| line.code == class.code);
    SharePart {
        minutes: line.map_or(0, |line| line.minutes),
        share: line.and_then(|line| line.share),
    }
}
