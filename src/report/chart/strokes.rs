//! The lines and dots of a pattern, cut to the area that they fill.

use super::canvas::Rect;
use super::paint::Pattern;

/// One mark of a pattern.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark {
    Line((i32, i32), (i32, i32)),
    Dot((i32, i32)),
}

/// The marks of a pattern within an area; they lie on one grid over the whole picture, so that neighbours fit together.
pub(super) fn marks(rect: Rect, pattern: Pattern, gap: i32) -> Vec<Mark> {
    // The last pixel inside.
    let Rect {
        left,
        top,
        right,
        bottom,
    } = rect;
    let (right, bottom) = (right - 1, bottom - 1);
    let gap = gap.max(3);
    let steps = |from: i32, to: i32, gap: i32| (from.div_euclid(gap)..=to.div_euclid(gap)).map(move |step| step * gap);
    let rising = || {
        steps(left + top, right + bottom, gap).filter_map(move |sum| {
            let (from, to) = (left.max(sum - bottom), right.min(sum - top));
            (from < to).then_some(Mark::Line((from, sum - from), (to, sum - to)))
        })
    };
    let falling = || {
        steps(left - bottom, right - top, gap).filter_map(move |minus| {
            let (from, to) = (left.max(minus + top), right.min(minus + bottom));
            (from < to).then_some(Mark::Line((from, from - minus), (to, to - minus)))
        })
    };
    let level = |gap: i32| {
        let rows = steps(top, bottom, gap).filter(move |y| (top..=bottom).contains(y));
        rows.map(move |y| Mark::Line((left, y), (right, y)))
    };
    let upright = |gap: i32| {
        let columns = steps(left, right, gap).filter(move |x| (left..=right).contains(x));
        columns.map(move |x| Mark::Line((x, top), (x, bottom)))
    };
    match pattern {
        Pattern::Plain => Vec::new(),
        Pattern::Rising => rising().collect(),
        Pattern::Falling => falling().collect(),
        Pattern::Level => level(gap * 3 / 4).collect(),
        Pattern::Upright => upright(gap * 3 / 4).collect(),
        Pattern::Grid => level(gap).chain(upright(gap)).collect(),
        Pattern::Lattice => rising().chain(falling()).collect(),
        Pattern::Dots => {
            let rows = steps(top, bottom, gap * 2 / 3).filter(|y| (top + 1..bottom).contains(y));
            rows.flat_map(|y| {
                let shift = if (y / (gap * 2 / 3)) % 2 == 0 { 0 } else { gap / 2 };
                steps(left - gap, right, gap)
                    .map(move |x| x + shift)
                    .filter(|x| (left + 1..right).contains(x))
                    .map(move |x| Mark::Dot((x, y)))
            })
            .collect()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_mark_leaves_the_area() {
        let rect = Rect {
            left: 13,
            top: 7,
            right: 61,
            bottom: 29,
        };
        for pattern in [
            Pattern::Rising,
            Pattern::Dots,
            Pattern::Level,
            Pattern::Grid,
            Pattern::Falling,
            Pattern::Upright,
            Pattern::Lattice,
        ] {
            let marks = marks(rect, pattern, 8);
            assert!(!marks.is_empty(), "{pattern:?}");
            for mark in marks {
                let ends = match mark {
                    Mark::Line(from, to) => [from, to],
                    Mark::Dot(at) => [at, at],
                };
                for (x, y) in ends {
                    assert!((13..61).contains(&x) && (7..29).contains(&y), "{pattern:?} {mark:?}");
                }
            }
        }
    }
}
