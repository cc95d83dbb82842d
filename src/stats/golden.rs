//! The golden table of `STATISTICS.md`, computed with scipy 1.17.1, statsmodels 0.15 and arch 8.0.
//!
//! Literals are that table's; where it gives differences as before − after, the earlier wave is
//! passed second. F and G are tests of the run charts, where the rules are that they check.

use super::support::close;
use super::*;

/// For exact chances and sums of a few decimals: only rounding in the last digits.
const EXACT: f64 = 1e-12;
/// For literals with nine decimals.
const NINE: f64 = 1e-9;
/// For literals with six decimals.
const SIX: f64 = 1e-6;

const A_X: [f64; 9] = [1.83, 0.50, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.30];
#[expect(clippy::approx_constant, reason = "3.14 is a measurement, not π")]
const A_Y: [f64; 9] = [0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29];
const D_BEFORE: [f64; 8] = [182.0, 175.0, 210.0, 160.0, 195.0, 188.0, 170.0, 205.0];
const D_AFTER: [f64; 8] = [150.0, 168.0, 172.0, 160.0, 158.0, 163.0, 149.0, 181.0];

fn minus(a: &[f64], b: &[f64]) -> Vec<f64> {
    a.iter().zip(b).map(|(a, b)| a - b).collect()
}

#[test]
fn a_hollander_and_wolfe() {
    let d = minus(&A_X, &A_Y);
    let test = signed_rank(&d, Zeros::Dropped).expect("changes");
    close(test.t_plus, 40.0, 0.0);
    close(test.p, 0.039_062_5, EXACT);
    let found = hodges_lehmann(&d, 0.95).expect("usable");
    close(found.estimate, 0.46, EXACT);
    let interval = found.interval.expect("nine people reach 95 %");
    close(interval.low, 0.010, EXACT);
    close(interval.high, 0.786, EXACT);
    close(interval.level, 0.960_937_5, EXACT);
}

#[test]
fn b_one_sign_with_ties() {
    let before = [180.0, 170.0, 210.0, 160.0, 200.0, 190.0, 170.0, 200.0];
    let after = [150.0, 160.0, 180.0, 150.0, 170.0, 170.0, 150.0, 180.0];
    let test = signed_rank(&minus(&after, &before), Zeros::Dropped).expect("changes");
    close(test.p, 0.007_812_5, EXACT);
}

#[test]
fn c_ties_mixed_signs_and_a_zero() {
    let d = [10.0, 10.0, 20.0, -10.0, 30.0, 0.0, 20.0, 10.0];
    let test = signed_rank(&d, Zeros::Dropped).expect("changes");
    close(test.t_plus, 25.5, 0.0);
    assert_eq!(test.n_used, 7);
    close(test.p, 0.078_125, EXACT);
}

#[test]
fn d_tests() {
    let d = minus(&D_BEFORE, &D_AFTER);
    close(sign_flip(&d, 1).map(|found| found.p), 0.015_625, EXACT);
    for zeros in [Zeros::Dropped, Zeros::Pratt] {
        close(signed_rank(&d, zeros).map(|found| found.p), 0.015_625, EXACT);
    }
    let t = t_paired(&d, 0.95).expect("spread");
    close(t.t, 4.781_006_661, NINE);
    close(t.p, 0.002_009_935, NINE);
    close(t.interval.low, 11.624_497, SIX);
    close(t.interval.high, 34.375_503, SIX);
}

#[test]
fn d_sizes() {
    let d = minus(&D_BEFORE, &D_AFTER);
    close(hodges_lehmann(&d, 0.95).map(|found| found.estimate), 23.5, EXACT);
    let d_z = mean(&d).zip(sd(&d)).map(|(mean, sd)| mean / sd);
    close(d_z, 1.690_341, SIX);
    close(hedges_z(&d), 1.501_366, SIX);
    close(hedges_z(&d).zip(d_z).map(|(g, d)| g / d), 0.888_202_908, NINE);
    close(hedges_av(&D_AFTER, &D_BEFORE), 1.415_077, SIX);
    close(cliffs_delta(&D_AFTER, &D_BEFORE), 0.765_625, EXACT);
}

// The table allows 0.6: the generator differs, and few distinct means are possible.
#[test]
fn d_bootstrap() {
    let interval = bca_mean(&minus(&D_BEFORE, &D_AFTER), 0.95, 20_000, 1).expect("spread");
    close(interval.low, 12.63, 0.6);
    close(interval.high, 30.38, 0.6);
}

#[test]
fn e_smallest_p() {
    let table = [
        (5, 0.0625),
        (6, 0.031_25),
        (7, 0.015_625),
        (8, 0.007_812_5),
        (9, 0.003_906_25),
        (10, 0.001_953_125),
    ];
    for (n, p) in table {
        close(smallest_p(n), p, 0.0);
        close(sign_flip(&vec![7.5; n], 1).map(|found| found.p), p, 0.0);
    }
}

#[test]
fn i_kappa_holm_and_wilson() {
    close(kappa(&[vec![20, 5], vec![10, 15]]), 0.4, EXACT);
    let adjusted = holm(&[0.01, 0.04, 0.03, 0.005]);
    for (found, expected) in adjusted.iter().zip([0.03, 0.06, 0.06, 0.02]) {
        close(*found, expected, EXACT);
    }
    let interval = wilson(30, 200, 0.95).expect("a share");
    close(interval.low, 0.107_136, SIX);
    close(interval.high, 0.206_056, SIX);
}

#[test]
fn h_level_and_slope_of_a_series_with_a_break() {
    let before = [182., 179., 185., 181., 178., 183., 180., 184., 181., 179., 182., 180.];
    let after = [165., 163., 166., 160., 162., 158., 161., 157., 159., 156., 155., 157.];
    let found = series_break(&before, &after).expect("twelve points on each side");
    let all = [found.level, found.slope, found.level_change, found.slope_change];
    let estimates = [181.666_667, -0.076_923_1, -15.213_286_7, -0.786_713_3];
    let errors = [1.239_181_1, 0.168_371_6, 1.652_559_2, 0.238_113_3];
    let robust = [0.550_944_4, 0.064_766_2, 0.730_021_5, 0.099_342_1];
    for (at, found) in all.into_iter().enumerate() {
        close(found.estimate, estimates[at], SIX);
        close(found.error, errors[at], SIX);
        close(found.hac_error, robust[at], SIX);
    }
}
