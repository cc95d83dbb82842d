//! Which sheets of a survey are there, and which are owed.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// The board of a survey (`yutori.board/1`).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct BoardFinding {
    /// Always `yutori.board/1`.
    pub schema: String,
    /// Wave.
    pub wave: String,
    /// The wave in words.
    pub label: String,
    /// The day that tells what is owed from what is still to come.
    pub today: NaiveDate,
    /// Days of the board, in order.
    pub days: Vec<NaiveDate>,
    /// Sheets that are expected.
    pub expected: usize,
    /// Complete ones among them.
    pub received: usize,
    /// Those with unfilled minutes.
    pub incomplete: usize,
    /// Those that are owed.
    pub missing: usize,
    /// Those whose shift is not over yet.
    pub to_come: usize,
    /// Sheets that nobody expected.
    pub extra: usize,
    /// How it stands, in one sentence.
    pub sentence: String,
    /// People of the plan, then others who handed in a sheet.
    pub rows: Vec<BoardLine>,
}

/// One person of the board.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BoardLine {
    /// Code of the person.
    pub staff: String,
    /// 職種
    pub role: Option<String>,
    /// ユニット・フロア
    pub unit: Option<String>,
    /// The planned shift in words.
    pub shift: Option<String>,
    /// Whether the person is in the plan.
    pub planned: bool,
    /// One for each day of the board.
    pub sheets: Vec<BoardCell>,
}

/// One person and day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct BoardCell {
    /// The day on which the shift starts.
    pub date: NaiveDate,
    /// What has become of the sheet.
    pub state: BoardState,
    /// Unfilled minutes of a sheet that is there.
    pub unfilled: u32,
}

/// What has become of a sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BoardState {
    /// There and complete.
    Received,
    /// There, with unfilled minutes.
    Incomplete,
    /// Owed.
    Missing,
    /// Its shift is not over yet.
    ToCome,
    /// Nobody expects one.
    NotExpected,
    /// There, though nobody expected it.
    Extra,
}

/// The sheets that are owed or incomplete, unit by unit (`yutori.reminders/1`).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reminders {
    /// Always `yutori.reminders/1`.
    pub schema: String,
    /// Wave.
    pub wave: String,
    /// The wave in words.
    pub label: String,
    /// The day on which it was made.
    pub today: NaiveDate,
    /// How it stands, in one sentence.
    pub sentence: String,
    /// Units in order of name; people without a unit come last.
    pub units: Vec<UnitReminders>,
}

/// The reminders of one unit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnitReminders {
    /// ユニット・フロア; `None` for people without one.
    pub unit: Option<String>,
    /// People who owe something, in order of code.
    pub people: Vec<PersonReminders>,
}

/// What one person owes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonReminders {
    /// Code of the person.
    pub staff: String,
    /// 職種
    pub role: Option<String>,
    /// Missing and incomplete sheets, in order of day.
    pub sheets: Vec<BoardCell>,
}
