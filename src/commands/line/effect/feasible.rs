//! `yutori feasible` on the command line.

use clap::Command;

use crate::commands::line::sub;
use crate::text::Text;

pub(super) fn line(text: &Text) -> Command {
    sub("feasible", "", text, text.get("feasible-cli"))
}
