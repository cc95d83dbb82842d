//! Values of people: first the value of each sheet, then the mean over a person's sheets.

use polars::prelude::{DataType, Expr, SortMultipleOptions, col, lit};

use super::AnalysisError;
use super::frame::Frame;
use crate::effect::Measured;
use crate::worktime::{TaskList, Wave};

/// The mean of an indicator over one person's sheets of a wave.
#[derive(Debug, Clone, PartialEq)]
pub struct PersonMean {
    /// Code of the person.
    pub staff: String,
    /// Minutes, or a share from 0 to 1.
    pub value: f64,
}

/// Means of an indicator over the sheets of each person in a wave, in order of code.
///
/// A sheet's value is its minutes of the tasks, or its minutes of the categories divided by its filled minutes. Sheets
/// without any filled minute have no value.
pub fn person_means(
    frame: &Frame,
    wave: Wave,
    measured: &Measured,
    tasks: &TaskList,
) -> Result<Vec<PersonMean>, AnalysisError> {
    let part = col("minutes")
        .filter(counted(frame, measured, tasks))
        .sum()
        .cast(DataType::Float64);
    let whole = col("minutes")
        .filter(col("task").is_not_null())
        .sum()
        .cast(DataType::Float64);
    let value = if measured.is_share() {
        col("part") / col("whole")
    } else {
        col("part")
    };
    let means = frame
        .query()
        .filter(frame.is("wave", &wave.id()))
        .group_by([col("staff"), col("sheet")])
        .agg([part.alias("part"), whole.alias("whole")])
        .filter(col("whole").gt(lit(0.0)))
        .with_column(value.alias("value"))
        // A fixed order of sheets keeps the last digit of the sum the same in every run.
        .sort(["staff", "sheet"], SortMultipleOptions::default())
        .group_by_stable([col("staff")])
        .agg([col("value").mean()])
        .collect()?;
    let staff = means.column("staff")?.u32()?;
    let values = means.column("value")?.f64()?;
    Ok(staff
        .iter()
        .zip(values.iter())
        .filter_map(|(staff, value)| {
            Some(PersonMean {
                staff: frame.name("staff", staff?)?.to_owned(),
                value: value?,
            })
        })
        .collect())
}

/// Whether a row counts for the indicator.
pub(super) fn counted(frame: &Frame, measured: &Measured, tasks: &TaskList) -> Expr {
    measured
        .tasks(tasks)
        .into_iter()
        .map(|code| frame.is("task", code.as_str()))
        .reduce(Expr::or)
        // Null where the minutes are unfilled: those never count.
        .map_or_else(|| lit(false), |any| any.fill_null(lit(false)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::frame::tests_support::{list, sheet};
    use crate::worktime::{CategoryKind, NightHours, TaskCode};

    fn means(measured: &Measured) -> Vec<(String, f64)> {
        let mut second = sheet("S1", (540, 560), &[(540, "11", 10), (550, "1", 10)]);
        second.date = second.date.succ_opt().unwrap();
        let sheets = [
            (Wave::Before, sheet("S1", (540, 570), &[(540, "1", 10), (550, "11", 4)])),
            (Wave::Before, second),
            (Wave::Before, sheet("S2", (540, 550), &[(540, "1", 10)])),
            (Wave::After(1), sheet("S3", (540, 550), &[(540, "11", 10)])),
        ];
        let list = list();
        let frame = Frame::of(&sheets, &list, NightHours::default()).unwrap();
        person_means(&frame, Wave::Before, measured, &list)
            .unwrap()
            .into_iter()
            .map(|m| (m.staff, m.value))
            .collect()
    }

    #[test]
    fn minutes_are_the_mean_over_a_persons_sheets() {
        let measured = Measured::Minutes {
            tasks: vec![TaskCode("11".to_owned())],
        };
        assert_eq!(means(&measured), [("S1".to_owned(), 7.0), ("S2".to_owned(), 0.0)]);
    }

    #[test]
    fn a_share_is_taken_sheet_by_sheet_of_filled_minutes_only() {
        let measured = Measured::Share {
            kinds: vec![CategoryKind::Indirect],
        };
        // (4/14 + 10/20) / 2
        assert_eq!(
            means(&measured),
            [
                ("S1".to_owned(), f64::midpoint(4.0 / 14.0, 0.5)),
                ("S2".to_owned(), 0.0)
            ]
        );
    }
}
