//! Codes in place of names (記号の対応表): who is who, for the leader alone and never in a book.

use std::collections::BTreeSet;

use super::name::{StaffCode, is_japanese_letter};

/// Which code stands for which name. The same name always keeps its code.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct KeyList {
    entries: Vec<(StaffCode, StaffCode)>,
}

/// Why a line does not fit into a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum KeyClash {
    /// The name stands there already, with another code.
    NameTwice,
    /// The code stands there already, for another name.
    CodeTwice,
}

impl KeyList {
    /// Names with their codes, in the order in which they came.
    pub fn entries(&self) -> impl Iterator<Item = (&StaffCode, &StaffCode)> {
        self.entries.iter().map(|(name, code)| (name, code))
    }

    /// Adds a line as the leader's file has it.
    pub fn add(&mut self, name: StaffCode, code: StaffCode) -> Result<(), KeyClash> {
        if let Some(known) = self.code_of(&name) {
            return if *known == code {
                Ok(())
            } else {
                Err(KeyClash::NameTwice)
            };
        }
        if self.entries.iter().any(|(_, other)| same_code(other, &code)) {
            return Err(KeyClash::CodeTwice);
        }
        self.entries.push((name, code));
        Ok(())
    }

    /// The code of a name; blanks within a name make no other person.
    pub fn code_of(&self, name: &StaffCode) -> Option<&StaffCode> {
        let wanted = without_blanks(name.as_str());
        self.entries
            .iter()
            .find(|(other, _)| without_blanks(other.as_str()) == wanted)
            .map(|(_, code)| code)
    }

    /// The code of a name, a new one where there is none: the first of S01, S02 … that is neither here nor `taken`.
    pub fn assign(&mut self, name: &StaffCode, taken: &BTreeSet<StaffCode>) -> StaffCode {
        if let Some(code) = self.code_of(name) {
            return code.clone();
        }
        let is_free = |code: &StaffCode| {
            let mut others = taken.iter().chain(self.entries.iter().map(|(_, code)| code));
            !others.any(|other| same_code(other, code))
        };
        let code = (1..=u32::MAX)
            .filter_map(|number| StaffCode::parse(&format!("S{number:02}")).ok())
            .find(is_free)
            .expect("there are more numbers than people");
        self.entries.push((name.clone(), code.clone()));
        code
    }

    /// Puts codes in the place of names within words: whole names, and their parts of two letters or more.
    pub fn hide_in_words(&self, words: &str) -> String {
        let mut hidden = words.to_owned();
        for (name, code) in self.longest_first() {
            hidden = replaced(&hidden, &without_blanks(name.as_str()), code.as_str());
            for part in name.as_str().split(' ').filter(|part| part.chars().count() >= 2) {
                hidden = hidden.replace(part, code.as_str());
            }
        }
        hidden
    }

    /// Puts codes in the place of names within the name of a file, also where only a part of a name stands there.
    ///
    /// Two letters that follow each other in a name are enough: the name of a file is kept to be recognised, not to be read.
    pub fn hide_in_file_name(&self, file: &str) -> String {
        let mut hidden = self.hide_in_words(file);
        for (name, code) in self.longest_first() {
            let parts: Vec<&str> = name.as_str().split(' ').collect();
            let letters: Vec<char> = without_blanks(name.as_str()).chars().collect();
            hidden = runs(&hidden)
                .into_iter()
                .map(|run| {
                    let is_part = parts.contains(&run.as_str()) || shares_two_letters(&run, &letters);
                    if is_part { code.to_string() } else { run }
                })
                .collect();
        }
        hidden
    }

    fn longest_first(&self) -> Vec<(&StaffCode, &StaffCode)> {
        let mut entries: Vec<_> = self.entries().collect();
        entries.sort_by_key(|(name, _)| std::cmp::Reverse(name.as_str().chars().count()));
        entries
    }
}

fn same_code(one: &StaffCode, other: &StaffCode) -> bool {
    one.as_str().to_lowercase() == other.as_str().to_lowercase()
}

fn without_blanks(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_whitespace()).collect()
}

/// Replaces every place where the letters of a name follow each other, with or without blanks between them.
fn replaced(text: &str, name: &str, code: &str) -> String {
    let letters: Vec<char> = text.chars().collect();
    let mut hidden = String::with_capacity(text.len());
    let mut at = 0;
    while let Some(letter) = letters.get(at) {
        if let Some(end) = end_of(&letters, at, name) {
            hidden.push_str(code);
            at = end;
        } else {
            hidden.push(*letter);
            at += 1;
        }
    }
    hidden
}

/// The place behind a name that begins here.
fn end_of(letters: &[char], start: usize, name: &str) -> Option<usize> {
    let mut at = start;
    for wanted in name.chars() {
        while at > start && letters.get(at).is_some_and(|letter| letter.is_whitespace()) {
            at += 1;
        }
        if letters.get(at) != Some(&wanted) {
            return None;
        }
        at += 1;
    }
    (at > start).then_some(at)
}

/// Parts of a text, by turns with and without kanji and kana.
fn runs(text: &str) -> Vec<String> {
    let mut runs: Vec<(bool, String)> = Vec::new();
    for letter in text.chars() {
        let is_japanese = is_japanese_letter(letter);
        match runs.last_mut() {
            Some((kind, run)) if *kind == is_japanese => run.push(letter),
            _ => runs.push((is_japanese, letter.to_string())),
        }
    }
    runs.into_iter().map(|(_, run)| run).collect()
}

fn shares_two_letters(run: &str, name: &[char]) -> bool {
    let run: Vec<char> = run.chars().collect();
    run.windows(2)
        .any(|pair| pair.iter().copied().all(is_japanese_letter) && name.windows(2).any(|other| other == pair))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(text: &str) -> StaffCode {
        StaffCode::parse(text).unwrap()
    }

    #[test]
    fn the_same_name_keeps_its_code_and_no_code_is_given_twice() {
        let mut keys = KeyList::default();
        keys.add(code("山田太郎"), code("S02")).unwrap();
        let taken = BTreeSet::from([code("s01")]);
        assert_eq!(keys.assign(&code("山田　太郎"), &taken), code("S02"));
        assert_eq!(keys.assign(&code("佐藤花子"), &taken), code("S03"));
        assert_eq!(keys.assign(&code("鈴木"), &taken), code("S04"));
        assert_eq!(keys.assign(&code("佐藤花子"), &taken), code("S03"));
        assert_eq!(keys.entries().count(), 3);
    }

    #[test]
    fn a_file_that_contradicts_itself_is_told() {
        let mut keys = KeyList::default();
        keys.add(code("山田太郎"), code("S01")).unwrap();
        assert_eq!(keys.add(code("山田 太郎"), code("S01")), Ok(()));
        assert_eq!(keys.add(code("山田太郎"), code("S02")), Err(KeyClash::NameTwice));
        assert_eq!(keys.add(code("佐藤"), code("s01")), Err(KeyClash::CodeTwice));
    }

    #[test]
    fn names_within_words_and_file_names_give_way_to_codes() {
        let mut keys = KeyList::default();
        keys.add(code("山田 太郎"), code("S01")).unwrap();
        keys.add(code("森 光"), code("S02")).unwrap();
        assert_eq!(
            keys.hide_in_words("山田　太郎と交代。山田は早退"),
            "S01と交代。S01は早退"
        );
        assert_eq!(keys.hide_in_file_name("山田太郎_20251006.xlsx"), "S01_20251006.xlsx");
        assert_eq!(
            keys.hide_in_file_name("調査票 山田さん 10月6日.xlsx"),
            "調査票 S01さん 10月6日.xlsx"
        );
        assert_eq!(keys.hide_in_file_name("森_20251006.xlsx"), "S02_20251006.xlsx");
        assert_eq!(keys.hide_in_file_name("minutes.csv"), "minutes.csv");
        let mut whole = KeyList::default();
        whole.add(code("山田太郎"), code("S01")).unwrap();
        assert_eq!(whole.hide_in_file_name("別添4（山田）.xlsx"), "別添4（S01）.xlsx");
    }
}
