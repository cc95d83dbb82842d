//! How people spell an entry: full-width signs of an input method, kinds of dashes, names of tasks.

use super::fault::EntryFault;
use crate::office::fold;
use crate::worktime::task_list::{Task, TaskList};

/// Latest clock time that may be written: the minute before 48:00, on the day after the sheet's date.
const LATEST: u16 = 47 * 60 + 59;

/// A line without differences of spelling that mean nothing.
pub fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut before = ' ';
    for letter in fold(text).chars() {
        match letter {
            '、' | ',' | ';' | '+' => plain.push(' '),
            '。' => plain.push('.'),
            '‥' => plain.push_str(".."),
            '×' => plain.push('*'),
            '〜' | '~' | '\u{223c}' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '─' | '━' => plain.push('-'),
            // Behind a letter it lengthens a vowel (コミュニケーション); the input method types it for `-` too.
            'ー' if !is_word(before) => plain.push('-'),
            letter if letter.is_whitespace() || letter.is_control() => plain.push(' '),
            letter => plain.push(letter),
        }
        before = letter;
    }
    plain.trim().to_owned()
}

fn is_word(letter: char) -> bool {
    letter.is_alphabetic() && !letter.is_ascii()
}

/// Reads a clock time: `8:30`, `25:30`, `翌1:30`, `8`, `830`, `0830`.
pub fn clock_time(written: &str) -> Option<u16> {
    let (next_day, written) = match written.strip_prefix('翌') {
        Some(rest) => (1440, rest),
        None => (0, written),
    };
    let is_number = |part: &str| !part.is_empty() && part.chars().all(|c| c.is_ascii_digit());
    let (hour, minute) = match written.split_once(':') {
        Some((hour, minute)) if is_number(hour) && hour.len() <= 2 && is_number(minute) && minute.len() == 2 => {
            (hour.parse::<u16>().ok()?, minute.parse::<u16>().ok()?)
        }
        None if is_number(written) && written.len() <= 2 => (written.parse().ok()?, 0),
        None if is_number(written) && written.len() <= 4 => {
            let number: u16 = written.parse().ok()?;
            (number / 100, number % 100)
        }
        _ => return None,
    };
    let time = hour * 60 + minute + next_day;
    (minute < 60 && time <= LATEST).then_some(time)
}

/// Reads a number of at most four digits.
pub fn number(written: &str) -> Option<u16> {
    let is_number = !written.is_empty() && written.len() <= 4 && written.chars().all(|c| c.is_ascii_digit());
    is_number.then(|| written.parse().ok()).flatten()
}

/// Finds the task that a person meant: by code or full name, by its key, or by the beginning of exactly one name.
pub fn find_task<'a>(list: &'a TaskList, written: &str) -> Result<&'a Task, EntryFault> {
    let written = fold(written);
    let unknown = || EntryFault::NoTask(written.clone());
    if written.is_empty() {
        return Err(unknown());
    }
    if let Some(task) = list.find(&written) {
        return Ok(task);
    }
    let mut letters = written.chars();
    if let (Some(letter), None) = (letters.next(), letters.next())
        && let Some(task) = list
            .tasks
            .iter()
            .find(|task| task.key.is_some_and(|key| key.to_lowercase().eq(letter.to_lowercase())))
    {
        return Ok(task);
    }
    // A number that is no code is a slip, never the beginning of a name.
    if written.chars().all(|c| c.is_ascii_digit()) {
        return Err(unknown());
    }
    let lower = written.to_lowercase();
    let mut found = list
        .tasks
        .iter()
        .filter(|task| task.name.ja.starts_with(&written) || task.name.en.to_lowercase().starts_with(&lower));
    match (found.next(), found.next()) {
        (Some(task), None) => Ok(task),
        (Some(one), Some(two)) => Err(EntryFault::SeveralTasks {
            written,
            one: one.code.to_string(),
            two: two.code.to_string(),
        }),
        _ => Err(unknown()),
    }
}
