//! Which questionnaire a table of answers is of.

use super::headings::Lexicon;
use crate::intake::order::{Known, Order};

/// Which questionnaire.
pub enum Chosen<'a> {
    /// This one, by its place among those that may be.
    This(&'a Lexicon<'a>),
    /// The codes fit several, and nothing tells which.
    Several,
    /// There is none of this id.
    NoSuch(String),
}

/// Chooses by what a person or the file says, then by the words of the statements, then by what the book uses.
pub fn choose<'a>(
    lexicons: &'a [Lexicon<'a>],
    texts: &[&str],
    written: Option<&str>,
    order: &Order,
    known: &Known,
) -> Chosen<'a> {
    if let Some(id) = order.foreign.questionnaire.as_deref().or(written) {
        let id = crate::intake::written::plain(id).to_lowercase();
        let same = lexicons
            .iter()
            .find(|lexicon| lexicon.questionnaire.id.to_lowercase() == id);
        return same.map_or(Chosen::NoSuch(id), Chosen::This);
    }
    let counted: Vec<(usize, &Lexicon)> = lexicons
        .iter()
        .map(|lexicon| (texts.iter().filter(|text| lexicon.has_words_of(text)).count(), lexicon))
        .collect();
    let most = counted.iter().map(|(count, _)| *count).max().unwrap_or(0);
    let best: Vec<&Lexicon> = counted
        .into_iter()
        .filter(|(count, _)| *count == most)
        .map(|(_, lexicon)| lexicon)
        .collect();
    let in_book: Vec<&Lexicon> = best
        .iter()
        .copied()
        .filter(|lexicon| known.issues.questionnaire(&lexicon.questionnaire.id).is_some())
        .collect();
    match (best.as_slice(), in_book.as_slice()) {
        ([only], _) | (_, [only]) => Chosen::This(only),
        _ => Chosen::Several,
    }
}
