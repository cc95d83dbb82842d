//! `yutori feasible` on the command line.

use clap::{Arg, ArgAction, Command, value_parser};

use crate::commands::line::{flag, sub, value};
use crate::text::Text;

pub(super) fn line(text: &Text) -> Command {
    sub("feasible", "", text, text.get("feasible-cli"))
        .arg(value("indicator", "ID", text.get("feasible-cli-indicator")).action(ArgAction::Append))
        .arg(people("people", text.get("feasible-cli-people")))
        .arg(people("after", text.get("feasible-cli-after")))
        .arg(flag("groups", text.get("feasible-cli-groups")))
        .arg(value("spread", "FIGURE", text.get("feasible-cli-spread")))
}

fn people(name: &'static str, help: String) -> Arg {
    Arg::new(name)
        .long(name)
        .value_name("N")
        .value_parser(value_parser!(u16).range(1..=9_999))
        .help(help)
}
