//! Totals of minutes by any dimensions of the frame.

use chrono::NaiveDate;
use polars::prelude::{AnyValue, DataFrame, Expr, col};

use super::AnalysisError;
use super::frame::{Frame, date_of};

/// A column by which minutes can be summed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dimension {
    /// 調査時期
    Wave,
    /// 分類; null for unfilled minutes.
    Category,
    /// 業務; null for unfilled minutes.
    Task,
    /// 時間帯, clock hour.
    Hour,
    /// 職員
    Staff,
    /// 職種
    Role,
    /// ユニット・フロア
    Unit,
    /// 曜日
    Weekday,
    /// 昼間・夜間
    Period,
    /// 調査日
    Date,
}

impl Dimension {
    fn column(self) -> &'static str {
        match self {
            Self::Wave => "wave",
            Self::Category => "category",
            Self::Task => "task",
            Self::Hour => "hour",
            Self::Staff => "staff",
            Self::Role => "role",
            Self::Unit => "unit",
            Self::Weekday => "weekday",
            Self::Period => "period",
            Self::Date => "date",
        }
    }
}

/// The value of a dimension in a total.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Key {
    /// Unfilled (task, category), or not known (role, unit).
    None,
    /// A code or name.
    Text(String),
    /// An hour or weekday.
    Number(u32),
    /// A date.
    Date(NaiveDate),
}

impl Key {
    /// The text, or an empty one.
    pub fn text(&self) -> &str {
        match self {
            Self::Text(text) => text,
            _ => "",
        }
    }

    /// The number, or 0.
    pub fn number(&self) -> u32 {
        match self {
            Self::Number(number) => *number,
            _ => 0,
        }
    }
}

/// Minutes of one group.
#[derive(Debug, Clone, PartialEq)]
pub struct Total {
    /// One key for each dimension asked for.
    pub keys: Vec<Key>,
    /// Filled minutes.
    pub minutes: u32,
    /// Unfilled minutes.
    pub unfilled: u32,
    /// Codes of the people with filled minutes, in order.
    pub people: Vec<String>,
    /// Sheets with filled minutes (person-days).
    pub sheets: usize,
    /// Sheets with minutes of any kind: the people on duty, summed over dates.
    pub on_duty: usize,
}

/// Sums the minutes of the frame by the given dimensions, in order of the keys.
pub fn totals(frame: &Frame, by: &[Dimension]) -> Result<Vec<Total>, AnalysisError> {
    let filled = || col("task").is_not_null();
    let sums = frame
        .query()
        .group_by(
            by.iter()
                .map(|dimension| col(dimension.column()))
                .collect::<Vec<Expr>>(),
        )
        .agg([
            col("minutes").filter(filled()).sum().alias("filled"),
            col("minutes").filter(filled().not()).sum().alias("unfilled"),
            col("staff").filter(filled()).unique().alias("people"),
            col("sheet").filter(filled()).n_unique().alias("sheets"),
            col("sheet").n_unique().alias("on_duty"),
        ])
        .collect()?;
    let mut totals = (0..sums.height())
        .map(|row| total(frame, &sums, by, row))
        .collect::<Result<Vec<Total>, AnalysisError>>()?;
    totals.sort_by(|one, other| one.keys.cmp(&other.keys));
    Ok(totals)
}

fn total(frame: &Frame, sums: &DataFrame, by: &[Dimension], row: usize) -> Result<Total, AnalysisError> {
    let mut keys = Vec::with_capacity(by.len());
    for dimension in by {
        let column = dimension.column();
        keys.push(match sums.column(column)?.get(row)? {
            AnyValue::UInt32(number) => frame
                .name(column, number)
                .map_or(Key::Number(number), |text| Key::Text(text.to_owned())),
            AnyValue::Int32(day) => date_of(day).map_or(Key::None, Key::Date),
            _ => Key::None,
        });
    }
    let count = |name: &str| -> Result<u32, AnalysisError> {
        sums.column(name)?
            .get(row)?
            .extract::<u32>()
            .ok_or_else(|| AnalysisError(format!("the sum {name} is no whole number")))
    };
    Ok(Total {
        keys,
        minutes: count("filled")?,
        unfilled: count("unfilled")?,
        people: people(frame, sums, row)?,
        sheets: count("sheets")? as usize,
        on_duty: count("on_duty")? as usize,
    })
}

fn people(frame: &Frame, sums: &DataFrame, row: usize) -> Result<Vec<String>, AnalysisError> {
    let AnyValue::List(codes) = sums.column("people")?.get(row)? else {
        return Err(AnalysisError("the people of a total are no list".to_owned()));
    };
    let mut people: Vec<String> = codes
        .u32()?
        .iter()
        .flatten()
        .filter_map(|name| frame.name("staff", name))
        .map(ToOwned::to_owned)
        .collect();
    people.sort();
    Ok(people)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::frame::tests_support::{list, sheet};
    use crate::worktime::{NightHours, Wave};

    fn frame() -> Frame {
        let sheets = [
            (
                Wave::Before,
                sheet("S1", (1310, 1330), &[(1310, "1", 10), (1320, "11", 6)]),
            ),
            (Wave::Before, sheet("S2", (1310, 1320), &[(1310, "11", 10)])),
            (
                Wave::After(1),
                sheet("S1", (1430, 1450), &[(1430, "1", 10), (1440, "1", 10)]),
            ),
        ];
        Frame::of(&sheets, &list(), NightHours::default()).unwrap()
    }

    #[test]
    fn unfilled_minutes_are_a_class_of_their_own() {
        let totals = totals(&frame(), &[Dimension::Wave, Dimension::Category]).unwrap();
        let rows: Vec<(&str, &str, u32, u32)> = totals
            .iter()
            .map(|t| (t.keys[0].text(), t.keys[1].text(), t.minutes, t.unfilled))
            .collect();
        assert_eq!(
            rows,
            [
                ("after1", "A", 20, 0),
                ("before", "", 0, 4),
                ("before", "A", 10, 0),
                ("before", "B", 16, 0)
            ]
        );
    }

    #[test]
    fn hours_are_hours_of_the_clock_and_periods_split_at_the_border() {
        let hours = totals(&frame(), &[Dimension::Wave, Dimension::Hour]).unwrap();
        let rows: Vec<(&str, u32, u32)> = hours
            .iter()
            .map(|t| (t.keys[0].text(), t.keys[1].number(), t.minutes))
            .collect();
        assert_eq!(
            rows,
            [
                ("after1", 0, 10),
                ("after1", 23, 10),
                ("before", 21, 20),
                ("before", 22, 6)
            ]
        );
        let periods = totals(&frame(), &[Dimension::Wave, Dimension::Period]).unwrap();
        let before: Vec<(&str, u32, usize, usize)> = periods
            .iter()
            .filter(|t| t.keys[0].text() == "before")
            .map(|t| (t.keys[1].text(), t.minutes, t.people.len(), t.sheets))
            .collect();
        assert_eq!(before, [("day", 20, 2, 2), ("night", 6, 1, 1)]);
    }

    #[test]
    fn no_sheets_give_no_totals() {
        let frame = Frame::of(&[], &list(), NightHours::default()).unwrap();
        assert_eq!(totals(&frame, &[Dimension::Wave]).unwrap(), []);
    }
}
