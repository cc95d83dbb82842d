//! Which points of a series are more than chance.

use super::super::door::{TIE, largest};

/// Points in runs of at least `least` on one side; points on the line are passed over or end the run.
pub(super) fn shifts(sides: &[i8], least: usize, passes_over: bool) -> Vec<usize> {
    let mut found = Vec::new();
    let mut run: Vec<usize> = Vec::new();
    let mut of = 0;
    for (at, side) in sides.iter().enumerate() {
        if *side == 0 && passes_over {
            continue;
        }
        if *side != of || *side == 0 {
            keep(&mut found, &mut run, least);
            of = *side;
        }
        if *side != 0 {
            run.push(at);
        }
    }
    keep(&mut found, &mut run, least);
    found
}

/// Points in stretches of at least `least` that go one way; equal neighbours are passed over or end the stretch.
pub(super) fn trends(values: &[f64], least: usize, passes_over: bool) -> Vec<usize> {
    let mut found = Vec::new();
    let mut stretch: Vec<usize> = Vec::new();
    let mut goes_up = None;
    let noise = TIE * largest(values);
    for (at, value) in values.iter().enumerate() {
        let Some(last) = stretch.last().copied() else {
            stretch.push(at);
            continue;
        };
        let step = value - values[last];
        if step.abs() <= noise {
            if !passes_over {
                keep(&mut found, &mut stretch, least);
                stretch.push(at);
                goes_up = None;
            }
            continue;
        }
        if goes_up.is_some_and(|goes_up| goes_up != (step > 0.0)) {
            keep(&mut found, &mut stretch, least);
            stretch.push(last);
        }
        goes_up = Some(step > 0.0);
        stretch.push(at);
    }
    keep(&mut found, &mut stretch, least);
    found.sort_unstable();
    found.dedup();
    found
}

/// Takes over a stretch that is long enough, and begins anew.
fn keep(found: &mut Vec<usize>, stretch: &mut Vec<usize>, least: usize) {
    if stretch.len() >= least {
        found.append(stretch);
    }
    stretch.clear();
}

/// Which values lie more than `apart` from the centre: −1 below, 1 above, 0 within.
pub(super) fn beyond(values: &[f64], centre: f64, apart: f64) -> Vec<i8> {
    // A value on the line is not beyond it, whatever rounding adds.
    let apart = apart + TIE * largest(values);
    let side = |value: &f64| match value - centre {
        away if away > apart => 1,
        away if away < -apart => -1,
        _ => 0,
    };
    values.iter().map(side).collect()
}

/// Points beyond.
pub(super) fn outside(beyond: &[i8]) -> Vec<usize> {
    (0..beyond.len()).filter(|at| beyond[*at] != 0).collect()
}

/// Points of which two among three neighbours lie beyond on the same side.
pub(super) fn two_of_three(beyond: &[i8]) -> Vec<usize> {
    let mut found: Vec<usize> = Vec::new();
    for from in 0..beyond.len().saturating_sub(2) {
        for side in [-1, 1] {
            let there: Vec<usize> = (from..from + 3).filter(|at| beyond[*at] == side).collect();
            if there.len() >= 2 {
                found.extend(there);
            }
        }
    }
    found.sort_unstable();
    found.dedup();
    found
}

/// Points in a row within the inner third that make the limits doubtful.
const CLOSE_POINTS: usize = 15;

/// Points in stretches of fifteen or more within.
pub(super) fn inner_third(beyond: &[i8]) -> Vec<usize> {
    let mut found = Vec::new();
    let mut stretch = Vec::new();
    for (at, side) in beyond.iter().enumerate() {
        if *side == 0 {
            stretch.push(at);
        } else {
            keep(&mut found, &mut stretch, CLOSE_POINTS);
        }
    }
    keep(&mut found, &mut stretch, CLOSE_POINTS);
    found
}
