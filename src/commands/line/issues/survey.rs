//! `yutori issues survey` on the command line.

use clap::Command;

use crate::commands::line::{sub, value};
use crate::text::Text;

/// What the survey shows, of all rounds, of one, or of two compared.
pub(super) fn survey(text: &Text) -> Command {
    sub("issues survey", "", text, text.get("seen-cli-survey"))
        .arg(value("wave", "W", text.get("seen-cli-wave")).conflicts_with_all(["from", "to"]))
        .arg(value("from", "W", text.get("seen-cli-from")))
        .arg(value("to", "W", text.get("seen-cli-to")))
}
