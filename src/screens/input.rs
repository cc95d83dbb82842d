//! A line of text that is being typed.

use super::text::graphemes;

/// A line of text with a cursor; the cursor counts graphemes.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Input {
    text: String,
    cursor: usize,
}

impl Input {
    /// A line that holds a text, the cursor behind it.
    pub fn of(text: &str) -> Self {
        Self {
            text: text.to_owned(),
            cursor: graphemes(text).len(),
        }
    }

    /// The text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The text before the cursor.
    pub fn before_cursor(&self) -> String {
        self.halves().0
    }

    /// Puts text at the cursor; control characters and line ends are dropped.
    pub fn insert(&mut self, text: &str) {
        let text: String = text.chars().filter(|letter| !letter.is_control()).collect();
        let (before, after) = self.halves();
        let joined = format!("{before}{text}");
        // A mark may join the letter before it, so the cursor is counted anew.
        self.cursor = graphemes(&joined).len();
        self.text = joined + &after;
    }

    /// Takes the letter before the cursor away.
    pub fn erase_left(&mut self) {
        if self.cursor > 0 {
            self.cursor -= 1;
            self.erase_right();
        }
    }

    /// Takes the letter at the cursor away.
    pub fn erase_right(&mut self) {
        let mut letters = graphemes(&self.text);
        if self.cursor < letters.len() {
            letters.remove(self.cursor);
            self.text = letters.concat();
        }
    }

    /// Empties the line.
    pub fn clear(&mut self) {
        *self = Self::default();
    }

    /// One letter left.
    pub fn left(&mut self) {
        self.cursor = self.cursor.saturating_sub(1);
    }

    /// One letter right.
    pub fn right(&mut self) {
        self.cursor = (self.cursor + 1).min(graphemes(&self.text).len());
    }

    /// Before the first letter.
    pub fn home(&mut self) {
        self.cursor = 0;
    }

    /// Behind the last letter.
    pub fn end(&mut self) {
        self.cursor = graphemes(&self.text).len();
    }

    fn halves(&self) -> (String, String) {
        let letters = graphemes(&self.text);
        let (before, after) = letters.split_at(self.cursor.min(letters.len()));
        (before.concat(), after.concat())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn editing_goes_letter_by_letter_and_not_byte_by_byte() {
        let mut input = Input::of("記録か\u{3099}");
        input.erase_left();
        assert_eq!(input.text(), "記録");
        input.left();
        input.insert("の");
        assert_eq!(input.text(), "記の録");
        assert_eq!(input.before_cursor(), "記の");
        input.home();
        input.erase_right();
        assert_eq!(input.text(), "の録");
    }

    #[test]
    fn a_mark_joins_the_letter_before_the_cursor() {
        let mut input = Input::of("か");
        input.insert("\u{3099}");
        input.erase_left();
        assert_eq!(input.text(), "");
    }

    #[test]
    fn pasted_line_ends_do_not_enter_the_line() {
        let mut input = Input::default();
        input.insert("C:\\調査票\r\n");
        assert_eq!(input.text(), "C:\\調査票");
    }

    #[test]
    fn the_cursor_stays_within_the_line() {
        let mut input = Input::of("あ");
        input.right();
        input.right();
        assert_eq!(input.before_cursor(), "あ");
        input.home();
        input.left();
        input.erase_left();
        assert_eq!(input.text(), "あ");
        input.end();
        input.clear();
        assert_eq!(input, Input::default());
    }
}
