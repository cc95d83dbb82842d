//! Words of other programs (タグ) as a book remembers them.

use crate::office::{fold, printable};

/// A tag in the one spelling under which a book keeps it: folded, printable, in small letters, without the `#` before it.
pub fn tag_key(written: &str) -> String {
    let folded = fold(&printable(&fold(written)));
    folded.trim_start_matches('#').trim().to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_tag_in_every_spelling() {
        for written in ["#Bath", "ｂａｔｈ ", "bath", "＃bath"] {
            assert_eq!(tag_key(written), "bath");
        }
    }
}
