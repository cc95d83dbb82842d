//! Ids of indicators and scales, as they stand in files and commands.

use crate::phrase::{Phrase, phrase};

/// Most letters of an id.
const LONGEST: usize = 40;

/// Whether a text can be the id of an indicator or a scale: small letters, digits and hyphens, the first no hyphen.
pub fn is_id(id: &str) -> bool {
    let is_plain = |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit();
    id.chars().next().is_some_and(is_plain)
        && id.len() <= LONGEST
        && id.chars().all(|letter| is_plain(letter) || letter == '-')
}

/// That a text cannot be an id.
pub(super) fn bad_id(id: &str) -> Phrase {
    phrase("indicator-bad-id").with("id", id).with("most", LONGEST)
}
