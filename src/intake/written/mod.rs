//! How people write numbers, times and dates, read once at the door.

pub mod date;
pub mod number;
pub mod seconds;
pub mod time;

use super::limits;
use crate::office::{self, fold, printable};

/// A text without differences of spelling that mean nothing: full-width letters and digits, blanks, kinds of dashes.
pub fn plain(text: &str) -> String {
    fold(text)
        .chars()
        .filter(|c| !c.is_whitespace())
        .map(|c| match c {
            '\u{301c}' | '\u{223c}' | '\u{2053}' => '~',
            '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{ff70}' | 'ー' | '─' | '━' => '-',
            '\u{2236}' | '\u{fe55}' => ':',
            c => c,
        })
        .collect()
}

/// Remarks as a sheet keeps them: printable line by line, and no longer than anybody writes.
pub fn remark(text: &str) -> String {
    office::remark(text).chars().take(limits::NOTE_CHARS).collect()
}

/// A text as it may be repeated in a message: printable and short.
pub fn quoted(text: &str) -> String {
    const LONGEST: usize = 30;
    let text = printable(&fold(text));
    if text.chars().count() > LONGEST {
        text.chars().take(LONGEST).chain(['…']).collect()
    } else {
        text
    }
}
