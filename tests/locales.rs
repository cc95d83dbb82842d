//! Both languages say everything, and nothing that nobody asks for.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Key (or `key.hint`) → names of its gaps, over all files of a language.
fn keys(lang: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut keys: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for entry in fs::read_dir(root().join("locales").join(lang)).unwrap() {
        let path = entry.unwrap().path();
        let mut key = String::new();
        for (number, line) in fs::read_to_string(&path).unwrap().lines().enumerate() {
            let place = format!("{}:{}", path.display(), number + 1);
            if line.starts_with('#') || line.trim().is_empty() {
                continue;
            }
            if !line.starts_with(' ') {
                let (name, _) = line.split_once(" =").unwrap_or_else(|| panic!("{place}: no key"));
                name.clone_into(&mut key);
                assert!(
                    keys.insert(key.clone(), BTreeSet::new()).is_none(),
                    "{place}: {key} stands there twice"
                );
            } else if let Some(rest) = line.trim_start().strip_prefix('.') {
                let (name, _) = rest.split_once(" =").unwrap_or_else(|| panic!("{place}: no attribute"));
                let message = key.split('.').next().unwrap().to_owned();
                key = format!("{message}.{name}");
                keys.insert(key.clone(), BTreeSet::new());
            }
            let gaps = line.split("{ $").skip(1).map(|rest| {
                rest.chars()
                    .take_while(|c| c.is_ascii_alphanumeric() || "-_".contains(*c))
                    .collect::<String>()
            });
            keys.get_mut(&key).unwrap().extend(gaps);
        }
    }
    keys
}

fn code() -> String {
    fn walk(folder: &Path, text: &mut String) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                walk(&path, text);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                text.push_str(&fs::read_to_string(path).unwrap());
            }
        }
    }
    let mut text = String::new();
    walk(&root().join("src"), &mut text);
    text
}

#[test]
fn both_languages_have_the_same_keys_with_the_same_gaps() {
    let (ja, en) = (keys("ja"), keys("en"));
    for (key, gaps) in &ja {
        assert_eq!(en.get(key), Some(gaps), "{key} in en");
    }
    for key in en.keys() {
        assert!(ja.contains_key(key), "{key} is missing in ja");
    }
    assert!(ja.len() > 100);
}

#[test]
fn every_key_that_the_code_asks_for_is_there() {
    let ja = keys("ja");
    let code = code();
    let mut asked = 0;
    for start in ["phrase(\"", ".get(\"", "Phrase::new(\""] {
        for rest in code.split(start).skip(1) {
            let key: String = rest.chars().take_while(|c| *c != '"').collect();
            let looks_like_a_key = key.contains('-')
                && key
                    .chars()
                    .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
            if looks_like_a_key {
                asked += 1;
                assert!(ja.contains_key(&key), "{key} is asked for and missing");
            }
        }
    }
    assert!(asked > 100, "the search found only {asked} keys");
}

#[test]
fn nothing_is_said_that_nobody_asks_for() {
    let code = code();
    let unused: Vec<String> = keys("ja")
        .into_keys()
        .filter(|key| !key.contains('.'))
        .filter(|key| !code.contains(&format!("\"{key}\"")))
        .collect();
    assert!(unused.is_empty(), "unused keys: {unused:?}");
}

#[test]
fn every_key_can_be_said() {
    use yutori::text::{Lang, Text};
    for (lang, name) in [(Lang::Ja, "ja"), (Lang::En, "en")] {
        let text = Text::new(lang);
        for key in keys(name).into_keys().filter(|key| !key.contains('.')) {
            let key: &'static str = key.leak();
            assert_ne!(text.get(key), key, "{key} cannot be read in {name}");
        }
    }
}
