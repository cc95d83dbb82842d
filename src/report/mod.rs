//! What leaves the program: findings, and the ways to show them.

pub mod finding;

pub mod chart;

pub mod form;
pub mod save;
pub mod workbook;

mod agreement;
mod check;
mod compare;
mod entries;
mod groups;
mod holdings;
mod list_note;
mod list_step;
mod number;
mod plan;
mod summary;
mod timings;

mod classes;
mod heat;
mod load;
mod pareto;
mod pictures;
mod shares;
mod spread;
mod timeline;

pub use agreement::{agreement, agreement_lines, agreements};
pub use check::check;
pub use compare::comparisons;
pub use entries::entries;
pub use holdings::Holdings;
pub use list_note::{comparisons_of, list_notes};
pub use list_step::{known_mapping, list_changes, task_uses, without_place};
pub use number::{UNKNOWN, decimal_text, optional_text, share_text, signed_text, thousands, value_text};
pub use plan::plan;
pub use summary::summary;

pub use classes::classes;
pub use heat::heat;
pub use load::load;
pub use pareto::pareto;
pub use pictures::{Pictures, pictures};
pub use shares::shares;
pub use spread::spread;
pub use timeline::{fullest_date, timeline, timeline_dates};
pub use timings::{latest_wave, list_of, recorder, task_name, timing, timings, wave_name};
