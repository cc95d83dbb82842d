//! Typing into a grid of fields: the keys that are the same for a month and for its days.

use crate::phrase::Phrase;
use crate::screens::action::Command;
use crate::screens::input::Input;
use crate::screens::text::graphemes;

/// Rows of one page key.
const PAGE: isize = 10;

/// Something of lines and columns that is typed.
pub trait Fields: Clone + PartialEq {
    /// Lines.
    fn lines(&self) -> usize;
    /// Columns.
    fn columns(&self) -> usize;
    /// What stands in a field.
    fn text(&self, row: usize, column: usize) -> &str;
    /// Puts a text into a field; answers why it cannot be right.
    fn put(&mut self, row: usize, column: usize, written: &str) -> Option<Problem>;
}

/// Why what was typed cannot be right, and in which line.
#[derive(Debug, Clone, PartialEq)]
pub struct Problem {
    /// The name of the line.
    pub line: String,
    /// Why.
    pub fault: Phrase,
}

/// Fields while they are typed, with the place of the cursor and what can be taken back.
#[derive(Debug, Clone, PartialEq)]
pub struct Typing<T> {
    /// The fields.
    pub fields: T,
    /// Line of the field that has the keys; one behind the last is nowhere.
    pub row: usize,
    /// Its column; one behind the last is nowhere.
    pub column: usize,
    /// What is typed into it now; empty while nobody types.
    pub entry: Input,
    /// Why what was typed cannot be taken.
    pub problem: Option<Problem>,
    /// The column to which Enter goes back after Tab, as in a spreadsheet.
    home: Option<usize>,
    past: Vec<(T, usize, usize)>,
    future: Vec<(T, usize, usize)>,
}

impl<T: Fields> Typing<T> {
    /// Begins at a field.
    pub fn at(fields: T, row: usize, column: usize) -> Self {
        Self {
            fields,
            row,
            column,
            entry: Input::default(),
            problem: None,
            home: None,
            past: Vec::new(),
            future: Vec::new(),
        }
    }

    /// Whether the keys stand in a field.
    pub fn is_within(&self) -> bool {
        self.row < self.fields.lines() && self.column < self.fields.columns()
    }

    /// Takes the fields as they are after an entry; those before can be taken up again.
    pub fn change(&mut self, fields: T) {
        if fields != self.fields {
            let before = std::mem::replace(&mut self.fields, fields);
            self.past.push((before, self.row, self.column));
            self.future.clear();
        }
    }

    /// Forgets what could be taken back: it is in the book now.
    pub fn forget(&mut self) {
        self.past.clear();
        self.future.clear();
    }

    /// Puts what is typed into its field; `false` where there is no field for it.
    pub fn commit(&mut self) -> bool {
        if self.entry.text().is_empty() {
            return true;
        }
        let typed = std::mem::take(&mut self.entry);
        if !self.is_within() {
            return false;
        }
        let mut fields = self.fields.clone();
        self.problem = fields.put(self.row, self.column, typed.text());
        self.change(fields);
        true
    }

    /// Takes the last entry back, or does it again; `false` where there is none.
    pub fn turn_back(&mut self, command: Command) -> bool {
        self.entry.clear();
        self.problem = None;
        let now = (self.fields.clone(), self.row, self.column);
        let (from, to) = match command {
            Command::Undo => (&mut self.past, &mut self.future),
            _ => (&mut self.future, &mut self.past),
        };
        let Some((fields, row, column)) = from.pop() else {
            return false;
        };
        to.push(now);
        (self.fields, self.row, self.column) = (fields, row, column);
        true
    }

    /// Moves or erases as a key asks; `false` where what was typed has no field.
    pub fn obey(&mut self, command: Command) -> bool {
        match command {
            Command::Accept => {
                let has_field = self.commit();
                self.column = self.home.take().unwrap_or(self.column);
                // One line behind the last: what is pasted key by key must not fall upon the last line.
                self.row = (self.row + 1).min(self.fields.lines());
                return has_field;
            }
            Command::NextField => {
                let has_field = self.commit();
                self.home = self.home.or(Some(self.column));
                self.column = (self.column + 1).min(self.fields.columns());
                return has_field;
            }
            Command::PreviousField | Command::CursorLeft => return self.step(0, -1),
            Command::CursorRight => return self.step(0, 1),
            Command::Up => return self.step(-1, 0),
            Command::Down => return self.step(1, 0),
            Command::PageUp => return self.step(-PAGE, 0),
            Command::PageDown => return self.step(PAGE, 0),
            Command::CursorHome => return self.step(0, isize::MIN),
            Command::CursorEnd => return self.step(0, isize::MAX),
            Command::EraseLeft => self.erase_left(),
            Command::EraseRight | Command::EraseAll => self.clear(),
            _ => {}
        }
        true
    }

    fn step(&mut self, down: isize, right: isize) -> bool {
        let has_field = self.commit();
        self.home = None;
        let last = |count: usize| count.saturating_sub(1);
        self.row = self.row.saturating_add_signed(down).min(last(self.fields.lines()));
        self.column = self
            .column
            .saturating_add_signed(right)
            .min(last(self.fields.columns()));
        has_field
    }

    /// Takes the last letter of what is typed, or of what stands there.
    fn erase_left(&mut self) {
        self.problem = None;
        if !self.entry.text().is_empty() {
            self.entry.erase_left();
            return;
        }
        let text = self.fields.text(self.row, self.column).to_owned();
        let letters = graphemes(&text);
        let kept = letters.split_last().map_or_else(String::new, |(_, kept)| kept.concat());
        if kept.is_empty() {
            self.clear();
        } else {
            self.entry = Input::of(&kept);
        }
    }

    /// Takes the figure of the field out.
    fn clear(&mut self) {
        self.entry.clear();
        let mut fields = self.fields.clone();
        self.problem = fields.put(self.row, self.column, "");
        self.change(fields);
    }
}
