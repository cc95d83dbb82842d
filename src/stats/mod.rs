//! Exact statistics for one office: few people, whole minutes, many ties.
//!
//! Everything here is pure: slices of numbers in, plain structs out, no dates, no files, no clock;
//! chance comes in as a seed. The unit of analysis is the person, so a slice holds one value per
//! person and wave. Differences are after − before, and with two groups second − first; every
//! function follows the sign of its input.
//!
//! An answer that does not exist is `None`, never a stand-in number: for no values, for a value
//! that is not finite (or beyond ±10^30, so that powers cannot overflow), for a bad level (a share
//! above 0 and up to 0.9999 is a good one), and for what each function adds.
//!
//! Two values count as tied when they differ by no more than 10^-10 of the largest one in play:
//! means over sheets carry rounding noise in the last digits, and noise must not break a tie.
#![forbid(unsafe_code)]

mod agreement;
mod bootstrap;
mod change;
mod door;
mod draws;
mod feasible;
mod interval;
mod quartiles;
mod rank_sum;
mod ranks;
mod rates;
mod run_chart;
mod series_break;
mod several;
mod shares;
mod sign_flip;
mod signed_rank;
mod size;
mod spread;
mod student;
mod tails;
mod two_groups;
mod two_shares;
mod typical_values;

pub use agreement::{Agreement, Stretch, agreement, concordance, order_agreement};
pub use bootstrap::bca_mean;
pub use change::{Change, change_of_groups, percent_change};
pub use draws::{Method, PValue};
pub use feasible::{POWER, SHOWN, detectable_change, detectable_difference};
pub use interval::{HodgesLehmann, Interval, RatioInterval};
pub use quartiles::quartiles;
pub use rank_sum::{RankSum, rank_sum, shift};
pub use rates::{RateRatio, difference_of_rates, rate_interval, rate_ratio, smallest_p_of_counts};
pub use run_chart::{Found, Limits, RuleSet, RunChart, Runs, Signal, TRIAL_POINTS, run_chart};
pub use series_break::{Coefficient, POINTS_PER_SIDE, SeriesBreak, series_break};
pub use several::holm;
pub use shares::{clopper_pearson, kappa, wilson, wilson_of_share};
pub use sign_flip::{sign_flip, smallest_p};
pub use signed_rank::{SignedRank, Zeros, hodges_lehmann, signed_rank};
pub use size::{cliffs_delta, hedges_av, hedges_unpaired, hedges_z};
pub use spread::{mean, median, sd};
pub use student::{TPaired, t_paired};
pub use two_groups::{permutation_of_means, smallest_p_of_groups, welch_interval};
pub use two_shares::{ShareRatio, difference_of_shares, fisher, ratio_of_shares, smallest_p_of_shares};
pub use typical_values::sign_flip_interval;

#[cfg(test)]
mod golden;
#[cfg(test)]
mod support;
