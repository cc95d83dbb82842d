//! `yutori indicators` on the command line.

use clap::Command;

use crate::commands::line::sub;
use crate::text::Text;

pub(super) fn line(text: &Text) -> Command {
    sub("indicators", "[COMMAND]", text, text.get("indicators-cli"))
}
