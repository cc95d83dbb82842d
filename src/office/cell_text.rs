//! Words in the cells of a table that a spreadsheet program opens: none is ever taken for a formula.

use std::borrow::Cow;

/// Stands before words that a spreadsheet would calculate with.
const SHIELD: char = '\'';

/// Writes words for a cell: an apostrophe before `= + - @`, a tab or a line end at their beginning, or before an apostrophe.
///
/// [`of_cell`] takes it back, so nothing is lost.
pub fn as_cell(words: &str) -> Cow<'_, str> {
    if words.starts_with(|c| c == SHIELD || is_active(c)) {
        Cow::Owned(format!("{SHIELD}{words}"))
    } else {
        Cow::Borrowed(words)
    }
}

/// Reads the words of a cell: the apostrophe of [`as_cell`] is taken away, any other stays.
pub fn of_cell(cell: &str) -> &str {
    match cell.strip_prefix(SHIELD) {
        Some(words) if words.starts_with(|c| c == SHIELD || is_active(c)) => words,
        _ => cell,
    }
}

/// Whether a spreadsheet takes words that begin so for a formula; the full-width signs are the same to a Japanese one.
fn is_active(first: char) -> bool {
    matches!(
        first,
        '=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '＝' | '＋' | '－' | '＠'
    )
}

/// The cells of a block that was copied from a spreadsheet, line by line, without the empty line at its end.
pub fn block_cells(block: &str) -> Vec<Vec<&str>> {
    let block = block.trim_end_matches(['\n', '\r']);
    let lines = block.split('\n').map(|line| line.trim_end_matches('\r'));
    // Old programs end lines with a carriage return alone.
    lines
        .flat_map(|line| line.split('\r'))
        .map(|line| line.split('\t').collect())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_begins_like_a_formula_and_each_is_read_back() {
        for words in [
            "=1+1", "+81", "-", "@x", "\tx", "'", "''=", "'=1", "＝A1", "入浴", "", "a=b", "'a",
        ] {
            let cell = as_cell(words);
            assert!(!cell.starts_with(is_active), "{cell}");
            assert_eq!(of_cell(&cell), words);
        }
        assert_eq!(as_cell("=1+1"), "'=1+1");
        assert_eq!(of_cell("'90年代"), "'90年代");
    }
}
