//! Minutes by clock hour, and how uneven they are.

use crate::worktime::meters::{is_work, kinds};
use crate::worktime::sheet::Sheet;
use crate::worktime::task_list::{CategoryKind, TaskList};

/// Minutes of all sheets of a wave by clock hour (時間帯ごとの分).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Hours {
    /// Minutes with a task.
    pub filled: [u32; 24],
    /// Minutes of people on duty: with a task or unfilled.
    pub on_duty: [u32; 24],
    /// Minutes of care work, direct and indirect.
    pub work: [u32; 24],
    /// Minutes of slack (余裕時間).
    pub slack: [u32; 24],
}

/// How uneven the care work of the clock hours is (時間帯のムラ), in minutes of work in an hour of one person on duty.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Unevenness {
    /// Clock hours with anybody on duty.
    pub hours: usize,
    /// The hour with the most work for each person on duty, the earliest of several.
    pub peak_hour: u16,
    /// Minutes in that hour.
    pub peak: f64,
    /// Mean over the hours.
    pub mean: f64,
    /// The peak divided by the mean; `None` without any work.
    pub peak_to_mean: Option<f64>,
    /// Standard deviation over the hours (they are all there are: n in the denominator) divided by the mean.
    pub variation: Option<f64>,
}

impl Hours {
    /// Adds the sheets up.
    pub fn of(sheets: &[&Sheet], tasks: &TaskList) -> Self {
        let kinds = kinds(tasks);
        let mut hours = Self::default();
        for sheet in sheets {
            for cell in &sheet.cells {
                let at = hour(cell.start);
                for share in &cell.shares {
                    let minutes = share.1.0;
                    hours.filled[at] += minutes;
                    hours.on_duty[at] += minutes;
                    match kinds.get(&share.0) {
                        Some(kind) if is_work(*kind) => hours.work[at] += minutes,
                        Some(CategoryKind::Slack) => hours.slack[at] += minutes,
                        _ => {}
                    }
                }
            }
            for (start, minutes) in sheet.unfilled_slots() {
                hours.on_duty[hour(start)] += minutes.0;
            }
        }
        hours
    }

    /// Clock hours in which slack is less than `percent` of the filled minutes.
    pub fn tight(&self, percent: u8) -> Vec<u16> {
        let is_tight = |hour: &usize| {
            let (slack, filled) = (u64::from(self.slack[*hour]), u64::from(self.filled[*hour]));
            slack * 100 < filled * u64::from(percent)
        };
        (0..24)
            .filter(is_tight)
            .filter_map(|hour| u16::try_from(hour).ok())
            .collect()
    }

    /// Clock hours with filled minutes.
    pub fn measured(&self) -> usize {
        self.filled.iter().filter(|minutes| **minutes > 0).count()
    }

    /// How uneven the work is; `None` when nobody was on duty.
    pub fn unevenness(&self) -> Option<Unevenness> {
        let loads: Vec<(u16, f64)> = (0_u16..24)
            .zip(self.work.iter().zip(&self.on_duty))
            .filter(|(_, (_, on_duty))| **on_duty > 0)
            .map(|(hour, (work, on_duty))| (hour, f64::from(*work) * 60.0 / f64::from(*on_duty)))
            .collect();
        let (peak_hour, peak) = *loads.iter().rev().max_by(|one, other| one.1.total_cmp(&other.1))?;
        let count = f64::from(u32::try_from(loads.len()).unwrap_or(24));
        let mean = loads.iter().map(|(_, load)| load).sum::<f64>() / count;
        let variance = loads.iter().map(|(_, load)| (load - mean).powi(2)).sum::<f64>() / count;
        Some(Unevenness {
            hours: loads.len(),
            peak_hour,
            peak,
            mean,
            peak_to_mean: (mean > 0.0).then(|| peak / mean),
            variation: (mean > 0.0).then(|| variance.sqrt() / mean),
        })
    }
}

/// The clock hour of a minute after 0:00 of the sheet's date.
pub(in crate::worktime) fn hour(minute: u16) -> usize {
    usize::from(minute / 60 % 24)
}
