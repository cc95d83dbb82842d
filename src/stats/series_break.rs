//! A series with a break: level and slope before and after.

use super::door::{count, len, usable};

/// Points that each side needs at least; with fewer the break is not fitted.
pub const POINTS_PER_SIDE: usize = 8;

/// Neighbours up to which errors may hang together (HAC with Bartlett weights).
const LAGS: usize = 2;

/// A number with its two standard errors.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Coefficient {
    /// The estimate.
    pub estimate: f64,
    /// The standard error if the errors of neighbours were unrelated.
    pub error: f64,
    /// The standard error that allows for neighbours that hang together, up to two points.
    pub hac_error: f64,
}

/// Level and slope of a series before and after a break (区切りのある時系列), per point.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SeriesBreak {
    /// Level at point 0, one before the first.
    pub level: Coefficient,
    /// Slope before the break.
    pub slope: Coefficient,
    /// Change of the level at the last point before the break.
    pub level_change: Coefficient,
    /// Change of the slope after the break.
    pub slope_change: Coefficient,
}

/// Fits level and slope before and after a break by least squares (segmented regression, Wagner et al. 2002).
///
/// y = level + slope·t + `level_change`·after + `slope_change`·(points since the break), t from 1, both counted in points. The robust
/// errors are those of Newey & West (1987) with two lags and without a small-sample factor.
///
/// `None` for fewer than [`POINTS_PER_SIDE`] points on a side and for values that are not finite.
#[must_use]
pub fn series_break(before: &[f64], after: &[f64]) -> Option<SeriesBreak> {
    if before.len().min(after.len()) < POINTS_PER_SIDE || !usable(before) || !usable(after) {
        return None;
    }
    let values = [before, after].concat();
    let rows: Vec<[f64; 4]> = (1..=values.len())
        .map(|point| {
            let since = count(point.saturating_sub(before.len()) as u64);
            let is_after = f64::from(u8::from(point > before.len()));
            [1.0, count(point as u64), is_after, since]
        })
        .collect();
    let inverse = inverse(gram(&rows, &rows))?;
    let mut moments = [0.0; 4];
    for (row, value) in rows.iter().zip(&values) {
        for (moment, part) in moments.iter_mut().zip(row) {
            *moment += part * value;
        }
    }
    let estimates = inverse.map(|row| dot(&row, &moments));
    let residuals: Vec<f64> = rows
        .iter()
        .zip(&values)
        .map(|(row, value)| value - dot(row, &estimates))
        .collect();
    let variance = residuals.iter().map(|residual| residual * residual).sum::<f64>() / (len(&values) - 4.0);
    let robust = times(&times(&inverse, &meat(&rows, &residuals)), &inverse);
    let coefficient = |at: usize| Coefficient {
        estimate: estimates[at],
        error: (inverse[at][at] * variance).sqrt(),
        hac_error: robust[at][at].max(0.0).sqrt(),
    };
    Some(SeriesBreak {
        level: coefficient(0),
        slope: coefficient(1),
        level_change: coefficient(2),
        slope_change: coefficient(3),
    })
}

type Square = [[f64; 4]; 4];

fn dot(one: &[f64; 4], other: &[f64; 4]) -> f64 {
    one.iter().zip(other).map(|(a, b)| a * b).sum()
}

/// Σ of the outer products of rows that stand at the same place.
fn gram(one: &[[f64; 4]], other: &[[f64; 4]]) -> Square {
    let mut sum = [[0.0; 4]; 4];
    for (a, b) in one.iter().zip(other) {
        for (line, x) in sum.iter_mut().zip(a) {
            for (cell, y) in line.iter_mut().zip(b) {
                *cell += x * y;
            }
        }
    }
    sum
}

/// The middle of the sandwich: Bartlett's weights over the lags.
fn meat(rows: &[[f64; 4]], residuals: &[f64]) -> Square {
    let scores: Vec<[f64; 4]> = rows
        .iter()
        .zip(residuals)
        .map(|(row, residual)| row.map(|part| part * residual))
        .collect();
    let mut sum = gram(&scores, &scores);
    for lag in 1..=LAGS {
        let weight = 1.0 - count(lag as u64) / count(LAGS as u64 + 1);
        let cross = gram(&scores[lag..], &scores);
        for (at, line) in sum.iter_mut().enumerate() {
            for (beside, cell) in line.iter_mut().enumerate() {
                *cell += weight * (cross[at][beside] + cross[beside][at]);
            }
        }
    }
    sum
}

fn times(one: &Square, other: &Square) -> Square {
    let column = |at: usize| [other[0][at], other[1][at], other[2][at], other[3][at]];
    let columns = [column(0), column(1), column(2), column(3)];
    one.map(|row| [0, 1, 2, 3].map(|at: usize| dot(&row, &columns[at])))
}

/// Gauss and Jordan with the largest pivot; `None` for a matrix that has no inverse.
fn inverse(mut square: Square) -> Option<Square> {
    let mut inverse = [
        [1.0, 0.0, 0.0, 0.0],
        [0.0, 1.0, 0.0, 0.0],
        [0.0, 0.0, 1.0, 0.0],
        [0.0, 0.0, 0.0, 1.0],
    ];
    for at in 0..4 {
        let pivot = (at..4).max_by(|one, other| square[*one][at].abs().total_cmp(&square[*other][at].abs()))?;
        square.swap(at, pivot);
        inverse.swap(at, pivot);
        let divisor = square[at][at];
        if divisor.abs() < 1e-12 {
            return None;
        }
        square[at] = square[at].map(|cell| cell / divisor);
        inverse[at] = inverse[at].map(|cell| cell / divisor);
        for row in (0..4).filter(|row| *row != at) {
            let factor = square[row][at];
            for beside in 0..4 {
                square[row][beside] -= factor * square[at][beside];
                inverse[row][beside] -= factor * inverse[at][beside];
            }
        }
    }
    Some(inverse)
}

#[cfg(test)]
mod tests {
    use super::super::support::{close, config};
    use super::*;
    use proptest::prelude::*;

    // 10 11 12 … before; from the break on 5 lower and falling by 1 a point: exact, without errors.
    #[test]
    fn a_series_without_noise_is_read_off_exactly() {
        let before: Vec<f64> = (0..8).map(|point| 10.0 + f64::from(point)).collect();
        let after: Vec<f64> = (1..=9).map(|since| 17.0 - 5.0 - f64::from(since)).collect();
        let found = series_break(&before, &after).expect("enough points");
        close(found.level.estimate, 9.0, 1e-9);
        close(found.slope.estimate, 1.0, 1e-9);
        close(found.level_change.estimate, -5.0, 1e-9);
        close(found.slope_change.estimate, -2.0, 1e-9);
        close(found.level_change.error, 0.0, 1e-6);
        close(found.level_change.hac_error, 0.0, 1e-6);
    }

    #[test]
    fn one_wave_before_and_two_after_are_no_series() {
        assert_eq!(series_break(&[1.0], &[2.0, 3.0]), None);
        assert_eq!(series_break(&[1.0; 7], &[2.0; 12]), None);
        assert!(series_break(&[1.0; 8], &[2.0; 8]).is_some());
        assert_eq!(series_break(&[f64::NAN; 8], &[2.0; 8]), None);
    }

    proptest! {
        #![proptest_config(config())]

        #[test]
        fn a_shift_moves_the_level_and_a_factor_stretches_all(
            values in proptest::collection::vec(-60i32..60, 16..30),
            by in -40i32..40,
            factor in 1i32..6,
        ) {
            let series = |by: f64, factor: f64| {
                let values: Vec<f64> = values.iter().map(|value| (f64::from(*value) + by) * factor).collect();
                let (before, after) = values.split_at(8);
                series_break(before, after).expect("enough points")
            };
            let (plain, moved, wide) = (series(0.0, 1.0), series(f64::from(by), 1.0), series(0.0, f64::from(factor)));
            close(moved.level.estimate, plain.level.estimate + f64::from(by), 1e-6);
            close(moved.level_change.estimate, plain.level_change.estimate, 1e-6);
            close(moved.slope_change.hac_error, plain.slope_change.hac_error, 1e-6);
            close(wide.slope.estimate, plain.slope.estimate * f64::from(factor), 1e-6);
            close(wide.level_change.error, plain.level_change.error * f64::from(factor), 1e-6);
        }
    }
}
