//! Tells which hours the columns of the form mean, past midnight by the order of the labels.

use std::ops::Range;

use crate::intake::grid::{Grid, Position, Value};
use crate::intake::order::Fault;
use crate::intake::written::{number, quoted, time};
use crate::phrase::phrase;

/// What an hour label says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Label {
    /// Left as printed, without a number.
    Blank,
    /// 0 to 47.
    Hour(u16),
    /// Something else.
    Unreadable(String),
}

impl Label {
    /// Reads the value of a label cell.
    pub fn of(value: Option<&Value>) -> Self {
        match value {
            None => Self::Blank,
            Some(Value::Number(hour)) => number::whole(*hour)
                .and_then(|hour| u16::try_from(hour).ok())
                .filter(|hour| *hour < 48)
                .map_or_else(|| Self::Unreadable(hour.to_string()), Self::Hour),
            Some(Value::Moment { minute, date: None }) if minute % 60 == 0 && *minute < 48 * 60 => {
                Self::Hour(minute / 60)
            }
            Some(value) => {
                let text = value.text().unwrap_or_else(|| "#".to_owned());
                match time::hour_label(&text) {
                    Ok(Some(hour)) => Self::Hour(hour),
                    Ok(None) => Self::Blank,
                    Err(()) => Self::Unreadable(text),
                }
            }
        }
    }
}

/// One of the hours of the form.
#[derive(Debug)]
pub struct HourColumn {
    /// What its label says.
    pub label: Label,
    /// Where the label stands.
    pub at: Position,
    /// Whether it has minutes.
    pub has_minutes: bool,
}

/// The hours of the form after 0:00 of its date; `None` where there are no minutes or the label is at fault.
#[derive(Debug)]
pub struct Followed {
    /// One for each hour of the form.
    pub hours: Vec<Option<u16>>,
    /// Whether the order of the labels alone says that midnight was passed.
    pub passed_midnight: bool,
    /// The minutes from the first to the last hour that is labelled or has minutes.
    pub covers: Range<u16>,
}

/// Follows the labels of the hours that have minutes: each hour is the one after the hour before it.
///
/// Labels of hours without minutes do not matter, except that a run of them before the first tells whether the form begins
/// before midnight (22, 23 left empty, then 0).
pub fn follow(columns: &[HourColumn], grid: &Grid, faults: &mut Vec<Fault>) -> Followed {
    let mut hours = vec![None; columns.len()];
    // The hour before, and after a slip also the hour that was written there: either may go on, so that one slip is one fault.
    let mut last: Option<(usize, [u16; 2])> = None;
    let mut passed_midnight = false;
    for (index, column) in columns.iter().enumerate().filter(|(_, column)| column.has_minutes) {
        let written = match &column.label {
            Label::Hour(hour) => *hour,
            Label::Blank => {
                faults.push(grid.fault(column.at, phrase("intake-no-hour")));
                continue;
            }
            Label::Unreadable(text) => {
                faults.push(grid.fault(column.at, phrase("intake-bad-hour").with("written", quoted(text))));
                continue;
            }
        };
        let hour = match last {
            None if written < 24 && begins_before_midnight(columns, index, written) => written + 24,
            None => written,
            Some((before, runs)) => {
                let steps = u16::try_from(index - before).unwrap_or(u16::MAX / 2);
                let expected = runs.map(|hour| hour + steps);
                let fits = |expected: u16| expected < 48 && (written == expected || written + 24 == expected);
                let Some(hour) = expected.into_iter().find(|hour| fits(*hour)) else {
                    let message = phrase("intake-hours-out-of-order")
                        .with("written", written)
                        .with("expected", expected[0] % 24);
                    faults.push(grid.fault(column.at, message));
                    last = Some((index, [expected[0], written]));
                    continue;
                };
                hour
            }
        };
        passed_midnight |= hour >= 24 && written < 24;
        if let Some(slot) = hours.get_mut(index) {
            *slot = Some(hour);
        }
        last = Some((index, [hour; 2]));
    }
    let covers = covered(columns, &hours);
    Followed {
        hours,
        passed_midnight,
        covers,
    }
}

/// The minutes from the first to the last hour of the form that has minutes, or a label that goes with those that have.
fn covered(columns: &[HourColumn], hours: &[Option<u16>]) -> Range<u16> {
    let known = hours
        .iter()
        .enumerate()
        .find_map(|(index, hour)| Some((index, (*hour)?)));
    let Some((known, hour)) = known else { return 0..0 };
    let covered = columns.iter().enumerate().filter_map(|(index, column)| {
        let meant = (usize::from(hour) + index).checked_sub(known)?;
        let meant = u16::try_from(meant).ok().filter(|meant| *meant < 48)?;
        let is_labelled = matches!(column.label, Label::Hour(label) if label == meant || label + 24 == meant);
        (column.has_minutes || is_labelled).then_some(meant)
    });
    let (first, last) = covered.fold((hour, hour), |(first, last), hour| (first.min(hour), last.max(hour)));
    first * 60..(last + 1) * 60
}

/// Whether the labels before the first hour with minutes run up to it across midnight.
fn begins_before_midnight(columns: &[HourColumn], first: usize, written: u16) -> bool {
    let mut hour = written;
    for column in columns.iter().take(first).rev() {
        let before = (hour + 23) % 24;
        if column.label != Label::Hour(before) {
            return false;
        }
        if before > hour {
            return true;
        }
        hour = before;
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    fn followed(labels: &[(&str, bool)]) -> (Vec<Option<u16>>, bool, Vec<&'static str>) {
        let columns: Vec<HourColumn> = labels
            .iter()
            .map(|(label, has_minutes)| HourColumn {
                label: Label::of(Some(&Value::Text((*label).to_owned()))),
                at: (8, 5),
                has_minutes: *has_minutes,
            })
            .collect();
        let mut faults = Vec::new();
        let hours = follow(&columns, &Grid::default(), &mut faults);
        let keys = faults.iter().map(|fault| fault.message.key()).collect();
        (hours.hours, hours.passed_midnight, keys)
    }

    #[test]
    fn hours_run_on_past_midnight_by_order() {
        let (hours, passed, faults) = followed(&[("22", true), ("23時台", true), ("０", true), ("1時台", true)]);
        assert_eq!(hours, [Some(22), Some(23), Some(24), Some(25)]);
        assert!(passed && faults.is_empty());
        let (hours, passed, _) = followed(&[("23", true), ("24", true), ("25", true)]);
        assert_eq!(hours, [Some(23), Some(24), Some(25)]);
        assert!(!passed);
    }

    #[test]
    fn an_hour_without_minutes_in_between_does_not_break_the_run() {
        let (hours, _, faults) = followed(&[("22", true), ("時台", false), ("0", true)]);
        assert_eq!(hours, [Some(22), None, Some(24)]);
        assert!(faults.is_empty());
    }

    #[test]
    fn empty_hours_before_midnight_show_that_the_first_minutes_lie_after_it() {
        let (hours, ..) = followed(&[("22", false), ("23", false), ("0", true), ("1", true)]);
        assert_eq!(hours, [None, None, Some(24), Some(25)]);
        let (hours, ..) = followed(&[("3", false), ("0", true), ("1", true)]);
        assert_eq!(hours, [None, Some(0), Some(1)]);
    }

    #[test]
    fn a_form_covers_the_hours_that_are_labelled_or_filled() {
        let covers = |labels: &[(&str, bool)]| {
            let columns: Vec<HourColumn> = labels
                .iter()
                .map(|(label, has_minutes)| HourColumn {
                    label: Label::of(Some(&Value::Text((*label).to_owned()))),
                    at: (8, 5),
                    has_minutes: *has_minutes,
                })
                .collect();
            follow(&columns, &Grid::default(), &mut Vec::new()).covers
        };
        assert_eq!(
            covers(&[("22", false), ("23", true), ("0", false), ("", false)]),
            1320..1500
        );
        assert_eq!(
            covers(&[("3", false), ("8", true), ("", false), ("10", true)]),
            480..660
        );
        assert_eq!(covers(&[("8", false)]), 0..0);
    }

    #[test]
    fn labels_of_empty_hours_do_not_matter() {
        let (hours, _, faults) = followed(&[("8", true), ("9", true), ("八", false), ("3", false)]);
        assert_eq!(hours, [Some(8), Some(9), None, None]);
        assert!(faults.is_empty());
    }

    #[test]
    fn labels_that_do_not_follow_each_other_are_faults() {
        let (_, _, faults) = followed(&[("8", true), ("10", true), ("11", true)]);
        assert_eq!(faults, ["intake-hours-out-of-order"]);
        let (_, _, faults) = followed(&[("8", true), ("19", true), ("10", true), ("11", true)]);
        assert_eq!(faults, ["intake-hours-out-of-order"]);
        let (_, _, faults) = followed(&[("8", true), ("8", true)]);
        assert_eq!(faults, ["intake-hours-out-of-order"]);
        let (_, _, faults) = followed(&[("時台", true), ("八時", true)]);
        assert_eq!(faults, ["intake-no-hour", "intake-bad-hour"]);
    }
}
