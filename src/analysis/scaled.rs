//! Figures scaled to 480 filled minutes of a person by day, 600 by night.

use std::collections::BTreeMap;

use polars::prelude::{DataType, SortMultipleOptions, col};

use super::AnalysisError;
use super::frame::Frame;
use crate::worktime::{Period, TaskCode, Wave};

/// Minutes of a task scaled to a full period, mean over people.
#[derive(Debug, Clone, PartialEq)]
pub struct ScaledMean {
    /// Code of the task.
    pub task: TaskCode,
    /// Mean over the people of the period of `minutes · scale / filled minutes`.
    pub minutes: f64,
}

/// Means over people of the minutes of each task per 480 (day) or 600 (night) filled minutes, in one wave and period.
///
/// A person's figure is `Σ minutes · scale / Σ filled minutes` over the person's sheets within the period; people without filled
/// minutes in the period do not count; a task that a person did not do counts as 0 for that person. The figure of a category is
/// the sum of those of its tasks. The second value is the number of people that count. Source: the scaling of the Ministry's
/// demonstration reports.
pub fn scaled_means(frame: &Frame, wave: Wave, period: Period) -> Result<(Vec<ScaledMean>, usize), AnalysisError> {
    let parts = frame
        .query()
        .filter(frame.is("wave", &wave.id()))
        .filter(frame.is("period", period.id()))
        .filter(col("task").is_not_null())
        .group_by([col("task"), col("staff")])
        .agg([col("minutes").sum().cast(DataType::Float64).alias("part")])
        // A fixed order keeps the last digit of the sums the same in every run.
        .sort(["task", "staff"], SortMultipleOptions::default())
        .collect()?;
    let (tasks, staff) = (parts.column("task")?.u32()?, parts.column("staff")?.u32()?);
    let minutes = parts.column("part")?.f64()?;
    let rows = || {
        let known = tasks.iter().zip(staff.iter()).zip(minutes.iter());
        known.filter_map(|((task, staff), part)| Some((frame.name("task", task?)?, staff?, part?)))
    };
    let mut whole: BTreeMap<u32, f64> = BTreeMap::new();
    for (_, staff, part) in rows() {
        *whole.entry(staff).or_default() += part;
    }
    whole.retain(|_, minutes| *minutes > 0.0);
    let mut sums: BTreeMap<&str, f64> = BTreeMap::new();
    for (task, staff, part) in rows() {
        if let Some(whole) = whole.get(&staff) {
            *sums.entry(task).or_default() += part * f64::from(period.scale()) / whole;
        }
    }
    #[expect(clippy::cast_precision_loss, reason = "a number of people")]
    let count = whole.len() as f64;
    let mean = |(task, sum): (&str, f64)| ScaledMean {
        task: TaskCode(task.to_owned()),
        minutes: sum / count,
    };
    Ok((sums.into_iter().map(mean).collect(), whole.len()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::frame::tests_support::{list, sheet};
    use crate::worktime::NightHours;

    #[test]
    fn each_person_counts_alike_however_long_the_shift() {
        let sheets = [
            (
                Wave::Before,
                sheet(
                    "S1",
                    (540, 580),
                    &[(540, "11", 10), (550, "1", 10), (560, "1", 10), (570, "1", 10)],
                ),
            ),
            (Wave::Before, sheet("S2", (540, 550), &[(540, "1", 10)])),
            (Wave::Before, sheet("S3", (1380, 1390), &[(1380, "11", 10)])),
        ];
        let frame = Frame::of(&sheets, &list(), NightHours::default()).unwrap();
        // S1: 10 of 40 → 120 of 480; S2: 0; mean 60. S3 worked by night only.
        let (day, people) = scaled_means(&frame, Wave::Before, Period::Day).unwrap();
        assert_eq!(
            day.iter().map(|m| (m.task.as_str(), m.minutes)).collect::<Vec<_>>(),
            [("1", 420.0), ("11", 60.0)]
        );
        assert_eq!(people, 2);
        let (night, _) = scaled_means(&frame, Wave::Before, Period::Night).unwrap();
        assert_eq!(
            night.iter().map(|m| (m.task.as_str(), m.minutes)).collect::<Vec<_>>(),
            [("11", 600.0)]
        );
    }
}
