//! `yutori issues alarms` on the command line.

use clap::Command;

use super::super::sub;
use crate::text::Text;

pub(super) fn alarms(text: &Text) -> Command {
    sub("issues alarms", "", text, text.get("cli-issues-alarms"))
}
