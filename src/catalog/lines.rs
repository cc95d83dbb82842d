//! Lines of a data file on which its entries stand.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::{Spanned, Value};

/// The entries of a file, each with its fields as they stand there.
#[derive(Deserialize)]
struct Entries {
    #[serde(alias = "scales")]
    indicators: Vec<BTreeMap<String, Spanned<Value>>>,
}

/// Line, counted from 1, of a field of the entry with this id; of the id itself where the entry has no such field.
pub(super) fn line_of(text: &str, id: &str, field: &str) -> Option<usize> {
    let entries: Entries = toml::from_str(text).ok()?;
    let is_it = |entry: &BTreeMap<String, Spanned<Value>>| {
        entry
            .get("id")
            .is_some_and(|it| it.get_ref().as_str().is_some_and(|it| it == id))
    };
    let entry = entries.indicators.iter().find(|entry| is_it(entry))?;
    let part = entry.get(field).or_else(|| entry.get("id"))?;
    Some(line_at(text, part.span().start))
}

/// Line, counted from 1, of a byte of a file.
pub(super) fn line_at(text: &str, byte: usize) -> usize {
    text.bytes().take(byte).filter(|byte| *byte == b'\n').count() + 1
}
