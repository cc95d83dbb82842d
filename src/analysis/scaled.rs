//! Figures scaled to 480 filled minutes of a person by day, 600 by night.

use polars::prelude::{DataType, SortMultipleOptions, col, lit};

use super::AnalysisError;
use super::frame::Frame;
use super::totals::Key;
use crate::worktime::{Period, Wave};

/// Minutes of a task or category scaled to a full period, mean over people.
#[derive(Debug, Clone, PartialEq)]
pub struct ScaledMean {
    /// Code of the task or category.
    pub code: Key,
    /// Mean over the people of the period of `minutes · scale / filled minutes`.
    pub minutes: f64,
}

/// Means over people of minutes per 480 (day) or 600 (night) filled minutes, by task or by category of one wave and period.
///
/// `by` is the column `task` or `category`. A person's figure is `Σ minutes · scale / Σ filled minutes` over the person's
/// sheets within the period; people without filled minutes in the period do not count; a task that a person did not do
/// counts as 0 for that person. The second value is the number of people that count. Source: the scaling of the Ministry's demonstration reports.
pub fn scaled_means(
    frame: &Frame,
    wave: Wave,
    period: Period,
    by: super::Dimension,
) -> Result<(Vec<ScaledMean>, usize), AnalysisError> {
    let column = match by {
        super::Dimension::Category => "category",
        _ => "task",
    };
    let rows = frame
        .query()
        .filter(col("wave").eq(lit(wave.id())))
        .filter(col("period").eq(lit(period.id())))
        .filter(col("task").is_not_null());
    let whole = rows
        .clone()
        .group_by([col("staff")])
        .agg([col("minutes").sum().cast(DataType::Float64).alias("whole")]);
    let whole = whole.collect()?;
    let people: std::collections::BTreeMap<String, f64> = whole
        .column("staff")?
        .str()?
        .iter()
        .zip(whole.column("whole")?.f64()?.iter())
        .filter_map(|(staff, minutes)| Some((staff?.to_owned(), minutes?)))
        .filter(|(_, minutes)| *minutes > 0.0)
        .collect();
    let parts = rows
        .group_by([col(column), col("staff")])
        .agg([col("minutes").sum().cast(DataType::Float64).alias("part")])
        .sort([column, "staff"], SortMultipleOptions::default())
        .collect()?;
    let mut sums: std::collections::BTreeMap<String, f64> = std::collections::BTreeMap::new();
    let codes = parts.column(column)?.str()?;
    let staff = parts.column("staff")?.str()?;
    for ((code, staff), part) in codes.iter().zip(staff.iter()).zip(parts.column("part")?.f64()?.iter()) {
        let (Some(code), Some(staff), Some(part)) = (code, staff, part) else {
            continue;
        };
        if let Some(whole) = people.get(staff) {
            *sums.entry(code.to_owned()).or_default() += part * f64::from(period.scale()) / whole;
        }
    }
    #[expect(clippy::cast_precision_loss, reason = "a number of people")]
    let count = people.len() as f64;
    let means = sums
        .into_iter()
        .map(|(code, sum)| ScaledMean {
            code: Key::Text(code),
            minutes: sum / count,
        })
        .collect();
    Ok((means, people.len()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::Dimension;
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
        let (day, people) = scaled_means(&frame, Wave::Before, Period::Day, Dimension::Task).unwrap();
        assert_eq!(
            day.iter().map(|m| (m.code.text(), m.minutes)).collect::<Vec<_>>(),
            [("1", 420.0), ("11", 60.0)]
        );
        assert_eq!(people, 2);
        let (night, _) = scaled_means(&frame, Wave::Before, Period::Night, Dimension::Category).unwrap();
        assert_eq!(
            night.iter().map(|m| (m.code.text(), m.minutes)).collect::<Vec<_>>(),
            [("B", 600.0)]
        );
    }
}
