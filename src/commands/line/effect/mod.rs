//! Commands about effects on the command line.

mod feasible;
mod indicators;
mod judge;
pub(in crate::commands) mod series;
mod values;

pub(super) use values::blank as blank_figures;

use clap::Command;

use crate::text::Text;

/// All of them.
pub(super) fn commands(text: &Text) -> [Command; 5] {
    [
        indicators::line(text),
        values::line(text),
        feasible::line(text),
        series::line(text),
        judge::line(text),
    ]
}
