//! Values and months laid over pixels.

use chrono::Datelike;

use crate::phrase::phrase;
use crate::report::chart::canvas::{Canvas, Role, Side};
use crate::report::chart::frame::step;
use crate::report::chart::paint::{AXIS, FAINT};
use crate::report::finding::SeriesFinding;
use crate::report::{decimal_text, series_bounds};
use crate::text::Text;

/// Where values and months stand.
pub(super) struct Plot {
    /// Lowest and highest value that is seen, as people read them.
    ends: (f64, f64),
    /// How many shown units one unit of the value is.
    factor: f64,
    /// Values that cannot be: below and above these no limit is drawn.
    can_be: (f64, f64),
    /// Whether some limit is not drawn.
    pub(super) leaves_a_limit_out: bool,
    spots: usize,
    /// Places at which the phases begin; `None` for one that begins after the last value.
    begins: Vec<Option<usize>>,
    pub(super) left: f64,
    pub(super) right: f64,
    pub(super) top: f64,
    pub(super) bottom: f64,
}

impl Plot {
    pub(super) fn of(finding: &SeriesFinding) -> Self {
        let factor = if finding.is_share { 100.0 } else { 1.0 };
        let values: Vec<f64> = finding.points.iter().filter_map(|point| point.value).collect();
        let least = values.iter().copied().fold(f64::INFINITY, f64::min);
        let can_be = series_bounds(finding);
        let limits = finding.phases.iter().filter_map(|phase| phase.limits.as_ref());
        let limits: Vec<f64> = limits.flat_map(|limits| [limits.low, limits.high]).collect();
        let is_there = |value: &f64| (can_be.0..=can_be.1).contains(value);
        let centres = finding.phases.iter().filter_map(|phase| phase.centre);
        let seen = values
            .iter()
            .copied()
            .chain(limits.iter().copied().filter(is_there))
            .chain(centres)
            .chain(finding.target);
        let (low, high) = seen.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), value| {
            (low.min(value), high.max(value))
        });
        let begins = (0..finding.phases.len())
            .map(|place| finding.points.iter().position(|point| point.phase == place))
            .collect();
        Self {
            ends: ends(low * factor, high * factor, least >= 0.0),
            factor,
            can_be,
            leaves_a_limit_out: !limits.iter().all(is_there),
            spots: finding.points.len().max(1),
            begins,
            left: 0.0,
            right: 1.0,
            top: 0.0,
            bottom: 1.0,
        }
    }

    /// Whether a limit is drawn.
    pub(super) fn shows(&self, value: f64) -> bool {
        (self.can_be.0..=self.can_be.1).contains(&value)
    }

    pub(super) fn lay_across(&mut self, left: f64, right: f64) {
        (self.left, self.right) = (left, right.max(left + 1.0));
    }

    pub(super) fn lay_down(&mut self, top: f64, bottom: f64) {
        (self.top, self.bottom) = (top, bottom.max(top + 1.0));
    }

    /// Pixels of one month or day.
    pub(super) fn step(&self) -> f64 {
        (self.right - self.left) / count(self.spots)
    }

    /// The middle of a month or day.
    pub(super) fn x(&self, place: usize) -> f64 {
        self.left + self.step() * (count(place) + 0.5)
    }

    /// Where a phase begins: before its first month or day; `None` where it has none.
    pub(super) fn begin_of(&self, phase: usize) -> Option<f64> {
        let place = self.begins.get(phase).copied().flatten()?;
        Some(self.left + self.step() * count(place))
    }

    /// The height of a value.
    pub(super) fn y(&self, value: f64) -> f64 {
        let (low, high) = self.ends;
        let part = (value * self.factor - low) / (high - low).max(f64::MIN_POSITIVE);
        self.bottom - (self.bottom - self.top) * part
    }

    /// Round values for the scale, so many lines of text being there at most.
    pub(super) fn ticks(&self, lines: f64) -> Vec<f64> {
        let (low, high) = self.ends;
        let step = step(high - low, (lines / 4.0).clamp(2.0, 6.0));
        let mut ticks = Vec::new();
        let mut place = (low / step - 1e-9).ceil();
        while place * step <= high + step * 1e-9 && ticks.len() < 20 {
            ticks.push(place * step / self.factor);
            place += 1.0;
        }
        ticks
    }

    /// A value of the scale with as many decimals as its steps need.
    pub(super) fn tick_text(&self, value: f64) -> String {
        let shown = value * self.factor;
        let is_round = |decimals: u8| {
            let scaled = shown * 10_f64.powi(i32::from(decimals));
            (scaled - scaled.round()).abs() < 1e-6 * scaled.abs().max(1.0)
        };
        let decimals = (0..4).find(|decimals| is_round(*decimals)).unwrap_or(4);
        decimal_text(shown, decimals)
    }

    /// Writes months or days under the picture, and the years below them.
    pub(super) fn months(&self, canvas: &mut Canvas, finding: &SeriesFinding, text: &Text) {
        let days: Vec<Option<(i32, u32, u32)>> = finding.points.iter().map(|point| date(&point.at)).collect();
        let is_daily = finding.step == "day";
        let name = |at: (i32, u32, u32)| {
            if is_daily {
                format!("{}/{}", at.1, at.2)
            } else {
                at.1.to_string()
            }
        };
        let widest = canvas.measure(if is_daily { "12/28" } else { "12" }, Role::Small) + canvas.long(8.0);
        let fits = |every: &&usize| self.step() * count(**every) >= widest;
        let steps: &[usize] = if is_daily {
            &[1, 2, 7, 14, 28, 56, 112, 182, 364]
        } else {
            &[1, 2, 3, 6, 12, 24]
        };
        let every = steps.iter().find(fits).copied().unwrap_or(usize::MAX);
        let (y, tick) = (self.bottom + canvas.line(Role::Small) * 0.62, canvas.long(4.0));
        for (place, at) in days.iter().enumerate() {
            let Some(at) = *at else { continue };
            let is_named = if is_daily {
                place % every == 0
            } else {
                // Counted so that January is among them.
                (usize::try_from(at.0).unwrap_or(0) * 12 + usize::try_from(at.1).unwrap_or(1) - 1) % every == 0
            };
            if is_named {
                let x = self.x(place);
                canvas.stroke(&[(x, self.bottom), (x, self.bottom + tick)], AXIS, 1.0);
                canvas.text(&name(at), (x, y + tick), (Role::Small, Side::Middle), FAINT);
            }
        }
        self.years(canvas, &days, text);
    }

    fn years(&self, canvas: &mut Canvas, days: &[Option<(i32, u32, u32)>], text: &Text) {
        let y = self.bottom + canvas.line(Role::Small) * 1.6 + canvas.long(4.0);
        let mut named: Vec<(f64, String)> = Vec::new();
        let mut last = None;
        for (place, at) in days.iter().enumerate() {
            let Some((year, ..)) = *at else { continue };
            if last != Some(year) {
                let name = text.say(&phrase("series-chart-year").with("year", year.to_string()));
                named.push((self.left + self.step() * count(place), name));
            }
            last = Some(year);
        }
        let gap = canvas.long(8.0);
        for (place, (x, name)) in named.iter().enumerate() {
            let end = named
                .get(place + 1)
                .map_or(f64::from(canvas.width) - gap, |next| next.0);
            // A year of which a month or two are seen gives way to the next.
            if x + canvas.measure(name, Role::Small) + gap <= end {
                canvas.text(name, (*x, y), (Role::Small, Side::Left), FAINT);
            }
        }
    }
}

/// Lowest and highest value of the scale: from nothing where the values reach near it.
fn ends(low: f64, high: f64, is_of_counts: bool) -> (f64, f64) {
    let spread = high - low;
    let pad = if spread > 0.0 {
        spread * 0.08
    } else {
        high.abs().max(1.0) * 0.1
    };
    let from = if is_of_counts && (low - pad <= 0.0 || low < high * 0.5) {
        0.0
    } else {
        low - pad
    };
    (from, high + pad)
}

/// Year, month and day of `2025-10` or `2025-10-06`; the day of a month is 1.
fn date(at: &str) -> Option<(i32, u32, u32)> {
    let whole = if at.len() == 7 {
        format!("{at}-01")
    } else {
        at.to_owned()
    };
    let day: chrono::NaiveDate = whole.parse().ok()?;
    Some((day.year(), day.month(), day.day()))
}

pub(super) fn count(number: usize) -> f64 {
    f64::from(u32::try_from(number).unwrap_or(u32::MAX))
}
