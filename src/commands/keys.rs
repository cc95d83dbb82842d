//! `yutori keys`: the key table of the screens.

use serde_json::json;

use super::plain::Table;
use super::{Answer, Context, show};
use crate::failure::Failure;
use crate::screens;

pub(super) fn run(context: &Context) -> Result<Answer, Failure> {
    let text = context.text;
    let lines = screens::keymap::keys_table();
    if context.json {
        let rows: Vec<serde_json::Value> = lines
            .iter()
            .map(|line| json!({"group": text.say(&line.group), "keys": line.keys, "does": text.say(&line.label)}))
            .collect();
        return show::json(&json!({"schema": "yutori.keys/1", "keys": rows})).map(Answer::done);
    }
    let mut table = Table::new(&[text.get("keys-group"), text.get("keys-keys"), text.get("keys-does")]);
    for line in &lines {
        table.row([text.say(&line.group), line.keys.join(" "), text.say(&line.label)]);
    }
    Ok(Answer::done(table.text()))
}
