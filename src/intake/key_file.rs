//! The leader's list of codes (記号の対応表) as a file of its own; it never reaches a book.

use super::order::Fault;
use super::small_table::{Column, SmallTable};
use crate::office::{KeyClash, KeyList, NameError, StaffCode};
use crate::phrase::{Phrase, phrase};

const COLUMNS: [Column; 2] = [
    Column {
        name: "name / 名前",
        headings: &["name", "名前", "氏名", "職員名"],
        needed: true,
    },
    Column {
        name: "code / 記号",
        headings: &["code", "記号", "職員id", "staff"],
        needed: true,
    },
];

/// Reads a list of codes; all faults with their lines when there is one.
pub fn keys(bytes: &[u8]) -> Result<KeyList, Vec<Fault>> {
    let table = SmallTable::read(bytes, &COLUMNS).map_err(|message| vec![Fault::file(message)])?;
    let mut faults = table.faults;
    let mut keys = KeyList::default();
    for (line, fields) in &table.lines {
        if let Err(message) = add(&mut keys, fields) {
            faults.push(Fault::line(*line, message));
        }
    }
    if faults.is_empty() { Ok(keys) } else { Err(faults) }
}

fn add(keys: &mut KeyList, fields: &[String]) -> Result<(), Phrase> {
    let code = |index: usize| {
        let field = fields.get(index).map_or("", |field| undefused(field));
        StaffCode::parse(field).map_err(|error| match error {
            NameError::Empty => phrase("keys-empty-field"),
            NameError::TooLong => phrase("intake-staff-too-long"),
        })
    };
    let (name, code) = (code(0)?, code(1)?);
    keys.add(name, code).map_err(|clash| match clash {
        KeyClash::NameTwice => phrase("keys-name-twice"),
        KeyClash::CodeTwice => phrase("keys-code-twice"),
    })
}

/// The list as a file for Excel: UTF-8 with its mark, a heading in Japanese, nothing that Excel takes for a formula.
pub fn key_bytes(keys: &KeyList) -> Vec<u8> {
    let mut text = "\u{feff}名前,記号\r\n".to_owned();
    for (name, code) in keys.entries() {
        text.push_str(&field(name.as_str()));
        text.push(',');
        text.push_str(&field(code.as_str()));
        text.push_str("\r\n");
    }
    text.into_bytes()
}

const FORMULA: [char; 4] = ['=', '+', '-', '@'];

fn field(text: &str) -> String {
    let defused = if text.starts_with(FORMULA) {
        format!("'{text}")
    } else {
        text.to_owned()
    };
    if defused.contains([',', '"', '\n', '\r', ';', '\t']) {
        format!("\"{}\"", defused.replace('"', "\"\""))
    } else {
        defused
    }
}

fn undefused(field: &str) -> &str {
    field
        .strip_prefix('\'')
        .filter(|rest| rest.starts_with(FORMULA))
        .unwrap_or(field)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn what_is_written_is_read_back() {
        let mut list = KeyList::default();
        for name in ["山田 太郎", "=佐藤", "鈴木,花子", "\"高橋\""] {
            list.assign(&StaffCode::parse(name).unwrap(), &BTreeSet::new());
        }
        let bytes = key_bytes(&list);
        assert_eq!(keys(&bytes).unwrap(), list);
        assert!(String::from_utf8(bytes).unwrap().contains("'=佐藤,S02"));
        assert_eq!(keys(&key_bytes(&KeyList::default())).unwrap(), KeyList::default());
    }

    #[test]
    fn a_list_that_contradicts_itself_or_is_none_is_refused_with_its_lines() {
        let wrong = |text: &str| {
            let faults = keys(text.as_bytes()).unwrap_err();
            faults.iter().map(|fault| fault.message.key()).collect::<Vec<_>>()
        };
        assert_eq!(
            wrong("名前,記号\n山田,S01\n山田,S02\n佐藤,S01\n,S03\n"),
            ["keys-name-twice", "keys-code-twice", "keys-empty-field"]
        );
        assert_eq!(wrong("staff,date\nS01,2025-10-06\n"), ["intake-missing-column"]);
    }
}
