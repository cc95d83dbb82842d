//! Whether something is shown to be no worse: the interval against a margin that was set beforehand (非劣性).

use serde::{Deserialize, Serialize};

use super::changed::changes;
use super::comparison::{Comparison, Design, LEVEL};
use super::indicator::Direction;
use crate::phrase::{Phrase, phrase};
use crate::stats::{self, Interval};

/// Share of the largest number in play up to which an end of the interval lies on the margin: means carry rounding noise.
const NOISE: f64 = 1e-10;

/// Whether quality is shown to be no worse (悪くなっていないか).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NotWorse {
    /// The whole interval lies on the good side of the margin.
    Shown,
    /// The interval reaches over the margin.
    NotShown,
    /// The whole interval lies beyond the margin.
    Worse,
    /// No margin, one that was set too late, or no interval.
    NotAssessable,
}

impl NotWorse {
    /// The word for people.
    pub fn word(self) -> Phrase {
        match self {
            Self::Shown => phrase("not-worse-shown"),
            Self::NotShown => phrase("not-worse-not-shown"),
            Self::Worse => phrase("not-worse-worse"),
            Self::NotAssessable => phrase("not-worse-not-assessable"),
        }
    }
}

/// Holds the interval of a difference, later − earlier, against a margin in the same unit.
///
/// `margin` is how much in the bad direction still counts as no worse, so an end on the margin itself is no worse. Only the interval
/// decides: a p of .05 or more says nothing here. A two-sided interval of 95 % asks for a one-sided 2.5 %.
///
/// Without an interval, and for a margin that is not above 0, nothing can be assessed.
pub fn not_worse(direction: Direction, interval: Option<Interval>, margin: f64) -> NotWorse {
    let Some(interval) = interval.filter(|_| margin > 0.0 && margin.is_finite()) else {
        return NotWorse::NotAssessable;
    };
    // As gains: above 0 is better, whichever way is good.
    let (worst, best) = match direction {
        Direction::Up => (interval.low, interval.high),
        Direction::Down => (-interval.high, -interval.low),
    };
    let noise = NOISE * margin.max(worst.abs()).max(best.abs());
    if worst >= -margin - noise {
        NotWorse::Shown
    } else if best < -margin - noise {
        NotWorse::Worse
    } else {
        NotWorse::NotShown
    }
}

/// The interval of the difference that holds however values are spread, of at least 95 %: the sign-flip test turned round (paired),
/// that of the Hodges–Lehmann shift (unpaired).
///
/// `seed` serves only where there are too many people to go through all cases. `None` where so few people cannot reach the level.
pub fn exact_interval(comparison: &Comparison, seed: u64) -> Option<Interval> {
    match comparison.design {
        Design::Paired => stats::sign_flip_interval(&changes(&comparison.paths), LEVEL, seed),
        Design::Unpaired => comparison.hodges_lehmann?.interval,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use proptest::test_runner::RngSeed;

    fn interval(low: f64, high: f64) -> Interval {
        Interval { low, high, level: 0.95 }
    }

    fn up(low: f64, high: f64, margin: f64) -> NotWorse {
        not_worse(Direction::Up, Some(interval(low, high)), margin)
    }

    #[test]
    fn the_interval_decides_against_the_margin() {
        assert_eq!(up(-1.0, 4.0, 2.0), NotWorse::Shown);
        assert_eq!(up(-3.0, 4.0, 2.0), NotWorse::NotShown);
        assert_eq!(up(-5.0, -3.0, 2.0), NotWorse::Worse);
        assert_eq!(up(-5.0, -1.0, 2.0), NotWorse::NotShown);
    }

    /// A change that is shown to be bad may still be smaller than what counts as worse.
    #[test]
    fn a_small_loss_is_no_worse_than_the_margin() {
        assert_eq!(up(-1.5, -0.5, 2.0), NotWorse::Shown);
    }

    #[test]
    fn the_margin_itself_still_counts_as_no_worse() {
        assert_eq!(up(-2.0, 1.0, 2.0), NotWorse::Shown);
        assert_eq!(up(-4.0, -2.0, 2.0), NotWorse::NotShown);
        // 0.3 − 0.1 is a little less than 0.2 in doubles.
        assert_eq!(up(-(0.1 + 0.2), 0.0, 0.3), NotWorse::Shown);
    }

    #[test]
    fn without_an_interval_or_a_margin_above_zero_nothing_is_assessed() {
        assert_eq!(not_worse(Direction::Up, None, 2.0), NotWorse::NotAssessable);
        for margin in [0.0, -1.0, f64::NAN, f64::INFINITY] {
            assert_eq!(up(-1.0, 1.0, margin), NotWorse::NotAssessable, "{margin}");
        }
    }

    fn config() -> ProptestConfig {
        ProptestConfig {
            cases: 256,
            failure_persistence: None,
            rng_seed: RngSeed::Fixed(20_260_401),
            ..ProptestConfig::default()
        }
    }

    fn ends() -> impl Strategy<Value = (f64, f64)> {
        (-40i32..40, 0i32..40).prop_map(|(low, wide)| (f64::from(low) / 4.0, f64::from(low + wide) / 4.0))
    }

    fn margin() -> impl Strategy<Value = f64> {
        (1i32..40).prop_map(|margin| f64::from(margin) / 4.0)
    }

    proptest! {
        #![proptest_config(config())]

        #[test]
        fn less_is_good_is_more_is_good_turned_round((low, high) in ends(), margin in margin()) {
            let down = not_worse(Direction::Down, Some(interval(-high, -low)), margin);
            prop_assert_eq!(down, up(low, high, margin));
        }

        #[test]
        fn a_wider_margin_never_takes_back_what_is_shown((low, high) in ends(), margin in margin(), more in margin()) {
            if up(low, high, margin) == NotWorse::Shown {
                prop_assert_eq!(up(low, high, margin + more), NotWorse::Shown);
            }
            if up(low, high, margin + more) == NotWorse::Worse {
                prop_assert_eq!(up(low, high, margin), NotWorse::Worse);
            }
        }

        #[test]
        fn a_wider_interval_never_shows_more((low, high) in ends(), margin in margin(), more in margin()) {
            if up(low - more, high + more, margin) != NotWorse::NotShown {
                prop_assert_eq!(up(low - more, high + more, margin), up(low, high, margin));
            }
        }

        #[test]
        fn it_is_shown_just_where_no_value_of_the_interval_is_worse_than_the_margin(
            (low, high) in ends(),
            margin in margin(),
        ) {
            let expected = if low >= -margin {
                NotWorse::Shown
            } else if high < -margin {
                NotWorse::Worse
            } else {
                NotWorse::NotShown
            };
            prop_assert_eq!(up(low, high, margin), expected);
        }

        #[test]
        fn the_unit_does_not_matter((low, high) in ends(), margin in margin(), factor in 1i32..50) {
            let factor = f64::from(factor) / 7.0;
            prop_assert_eq!(up(low * factor, high * factor, margin * factor), up(low, high, margin));
        }
    }
}
