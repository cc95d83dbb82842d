//! What the tests share: fixed property runs, data like an office's, closeness.

use proptest::collection::{SizeRange, vec};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

/// Runs the same cases every time and leaves no files behind.
pub fn config() -> ProptestConfig {
    ProptestConfig {
        cases: 96,
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(20_260_401),
        ..ProptestConfig::default()
    }
}

/// Whole minutes within one hour of zero: small enough that ties and zeros are common.
pub fn minutes(size: impl Into<SizeRange>) -> impl Strategy<Value = Vec<f64>> {
    vec((-12i32..12).prop_map(|step| f64::from(step * 5)), size)
}

/// Fails unless the value exists and lies within the tolerance of the expected one.
#[track_caller]
pub fn close(value: impl Into<Option<f64>>, expected: f64, tolerance: f64) {
    let value = value.into().expect("a value was expected here");
    assert!(
        (value - expected).abs() <= tolerance,
        "{value} is not within {tolerance} of {expected}"
    );
}

/// Multiplies every value.
pub fn scaled(values: &[f64], factor: f64) -> Vec<f64> {
    values.iter().map(|value| value * factor).collect()
}

/// Adds to every value.
pub fn moved(values: &[f64], by: f64) -> Vec<f64> {
    values.iter().map(|value| value + by).collect()
}

/// Returns the values in the opposite order.
pub fn reversed(values: &[f64]) -> Vec<f64> {
    values.iter().rev().copied().collect()
}

/// Adds up the values whose bit is set in the choice.
pub fn chosen_sum<T: Copy + std::iter::Sum<T>>(values: &[T], choice: usize) -> T {
    let bits = (0..values.len()).filter(|at| choice >> at & 1 == 1);
    bits.map(|at| values[at]).sum()
}

/// Returns the values twice over.
pub fn doubled(values: &[f64]) -> Vec<f64> {
    [values, values].concat()
}
