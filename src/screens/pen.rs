//! What a view draws with: words, colours, and the letters that this terminal can be trusted with.

use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::text;
use super::theme::Theme;
use crate::office::Bilingual;
use crate::phrase::Phrase;
use crate::text::Text;

/// Words, colours and symbols of the screens.
pub struct Pen {
    words: Text,
    theme: Theme,
    plain: bool,
}

impl Pen {
    /// A pen; a plain one draws no letter of which terminals dispute the width.
    pub fn new(words: Text, theme: Theme, plain: bool) -> Self {
        Self { words, theme, plain }
    }

    /// The words, for findings that are made while drawing.
    pub fn words(&self) -> &Text {
        &self.words
    }

    /// Colours and emphasis.
    pub fn theme(&self) -> Theme {
        self.theme
    }

    /// Whether letters of disputed width are replaced.
    pub fn is_plain(&self) -> bool {
        self.plain
    }

    /// Makes any text fit to be drawn and measured; everything from outside goes through here.
    pub fn clean(&self, raw: &str) -> String {
        let clean = text::clean(raw);
        if self.plain { text::plain(&clean) } else { clean }
    }

    /// A name in the reader's language, not yet cleaned.
    pub fn name<'a>(&self, name: &'a Bilingual) -> &'a str {
        self.words.lang().of(name)
    }

    /// Says a phrase.
    pub fn say(&self, phrase: &Phrase) -> String {
        self.clean(&self.words.say(phrase))
    }

    /// Says what to try, where the phrase has it.
    pub fn hint(&self, phrase: &Phrase) -> Option<String> {
        self.words.hint(phrase).map(|hint| self.clean(&hint))
    }

    /// Says a key that has no gaps.
    pub fn get(&self, key: &'static str) -> String {
        self.clean(&self.words.get(key))
    }

    /// A line across the screen.
    pub fn rule(&self, cells: usize) -> Line<'static> {
        let stroke = if self.plain { "-" } else { "─" };
        Line::styled(stroke.repeat(cells), self.theme.faint())
    }

    /// Between two things of one line.
    pub fn divider(&self) -> &'static str {
        if self.plain { "|" } else { "│" }
    }

    /// One line of ordinary text.
    pub fn line(&self, text: impl Into<String>) -> Line<'static> {
        Line::styled(text.into(), self.theme.text())
    }

    /// A text over as many lines as it needs.
    pub fn paragraph(&self, text: &str, cells: usize, style: Style) -> Vec<Line<'static>> {
        text::wrap(text, cells)
            .into_iter()
            .map(|line| Line::styled(line, style))
            .collect()
    }

    /// A text over at most `rows` lines, the last cut where it does not fit.
    pub fn short_paragraph(&self, text: &str, cells: usize, rows: usize, style: Style) -> Vec<Line<'static>> {
        let mut lines = text::wrap(text, cells);
        if lines.len() > rows {
            let rest = lines.split_off(rows.saturating_sub(1));
            lines.push(text::cut(&text::joined(&rest), cells));
        }
        lines.into_iter().map(|line| Line::styled(line, style)).collect()
    }
}

/// A line that is put together from parts of known width.
#[derive(Default)]
pub struct Row {
    spans: Vec<Span<'static>>,
}

impl Row {
    /// An empty row.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a text as it is.
    #[must_use]
    pub fn text(mut self, text: impl Into<String>, style: Style) -> Self {
        self.spans.push(Span::styled(text.into(), style));
        self
    }

    /// Adds a text in a column of `cells`, flush left.
    #[must_use]
    pub fn cell(self, text: &str, cells: usize, style: Style) -> Self {
        self.text(text::pad(text, cells), style)
    }

    /// Adds a text in a column of `cells`, flush right.
    #[must_use]
    pub fn right(self, text: &str, cells: usize, style: Style) -> Self {
        self.text(text::pad_left(text, cells), style)
    }

    /// Adds blanks.
    #[must_use]
    pub fn gap(self, cells: usize) -> Self {
        self.text(" ".repeat(cells), Style::new())
    }

    /// Adds parts that are already drawn.
    #[must_use]
    pub fn parts(mut self, spans: Vec<Span<'static>>) -> Self {
        self.spans.extend(spans);
        self
    }

    /// Cells that the row takes so far.
    pub fn width(&self) -> usize {
        self.spans.iter().map(|span| text::width(&span.content)).sum()
    }

    /// Fills up with blanks to `cells`.
    #[must_use]
    pub fn to(self, cells: usize) -> Self {
        let free = cells.saturating_sub(self.width());
        self.gap(free)
    }

    /// The row as a line.
    pub fn line(self) -> Line<'static> {
        Line::from(self.spans)
    }

    /// The row as a line in one style where it is chosen.
    pub fn chosen(self, chosen: bool, style: Style) -> Line<'static> {
        let spans = if chosen {
            self.spans.into_iter().map(|span| span.patch_style(style)).collect()
        } else {
            self.spans
        };
        Line::from(spans)
    }
}
