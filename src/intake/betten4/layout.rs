//! Finds the form on a worksheet by its labels, whatever the worksheet is called and wherever the form stands.

use std::collections::BTreeMap;

use crate::intake::grid::{Grid, Position, Value};
use crate::intake::written::plain;

/// A question of the form's head.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Question {
    /// 施設名
    Office,
    /// 担当しているユニット・フロア名
    Unit,
    /// 職員ID
    Staff,
    /// 所定勤務時間
    Scheduled,
    /// 調査実施日
    Date,
    /// 実勤務時間（残業時間含む）
    Actual,
}

const LABELS: [(&str, Question); 7] = [
    ("施設名", Question::Office),
    ("事業所名", Question::Office),
    ("担当しているユニット", Question::Unit),
    ("職員id", Question::Staff),
    ("所定勤務時間", Question::Scheduled),
    ("調査実施日", Question::Date),
    ("実勤務時間", Question::Actual),
];

/// One of the columns of ten minutes (`00分-09分`).
#[derive(Debug, Clone, Copy)]
pub struct Column {
    /// Column of the worksheet.
    pub at: u32,
    /// First minute within the hour.
    pub minute: u16,
    /// Which hour of the block.
    pub hour: usize,
}

/// A table of six hours with its rows of tasks.
#[derive(Debug)]
pub struct Block {
    /// Row of the hour labels (`8時台`).
    pub label_row: u32,
    /// Column of the task numbers (Sub-NO).
    pub code_column: u32,
    /// Columns of ten minutes.
    pub columns: Vec<Column>,
    /// Rows of tasks.
    pub task_rows: Vec<u32>,
    /// Row of remarks (備考・補足等).
    pub note_row: Option<u32>,
    /// Minutes of a column, as its heading says.
    pub slot_minutes: u16,
}

/// The form on a worksheet.
#[derive(Debug)]
pub struct Layout {
    /// Where each question stands.
    pub labels: BTreeMap<Question, Position>,
    /// Where a second form begins on the same worksheet, if there is one.
    pub second: Option<Position>,
    /// Tables of six hours, from the top.
    pub blocks: Vec<Block>,
}

impl Layout {
    /// Finds the form; `None` when the worksheet holds none.
    pub fn find(grid: &Grid) -> Option<Self> {
        let mut labels = BTreeMap::new();
        let mut second = None;
        let mut headings = Vec::new();
        for (position, value) in grid.iter() {
            let Value::Text(text) = value else { continue };
            if is_number_heading(text) {
                headings.push(position);
            } else if let Some(question) = question_of(text) {
                let first = *labels.entry(question).or_insert(position);
                if first != position && question == Question::Staff {
                    second = second.or(Some(position));
                }
            }
        }
        let blocks: Vec<Block> = headings
            .iter()
            .enumerate()
            .filter_map(|(index, heading)| {
                let end = headings.get(index + 1).map(|next| next.0.saturating_sub(1));
                Block::find(grid, *heading, end)
            })
            .collect();
        let is_form =
            !blocks.is_empty() && (labels.contains_key(&Question::Staff) || labels.contains_key(&Question::Date));
        is_form.then_some(Self { labels, second, blocks })
    }

    /// What stands to the right of a label, up to the next label of the row.
    pub fn answers<'a>(&self, grid: &'a Grid, question: Question) -> Vec<(Position, &'a Value)> {
        let Some((row, column)) = self.labels.get(&question).copied() else {
            return Vec::new();
        };
        grid.row(row)
            .skip_while(|(at, _)| *at <= column)
            .take_while(|(_, value)| !matches!(value, Value::Text(text) if question_of(text).is_some()))
            .map(|(at, value)| ((row, at), value))
            .collect()
    }

    /// Where the answer to a question belongs, for a fault about a missing one.
    pub fn answer_place(&self, question: Question) -> Option<Position> {
        // On the form as published the answer stands two columns to the right of the left labels, five of the right ones.
        let (row, column) = self.labels.get(&question).copied()?;
        let away = match question {
            Question::Office | Question::Staff | Question::Date => 2,
            Question::Unit | Question::Scheduled | Question::Actual => 5,
        };
        Some((row, column + away))
    }
}

fn is_number_heading(text: &str) -> bool {
    text.chars().count() <= 8 && plain(text).eq_ignore_ascii_case("sub-no")
}

fn question_of(text: &str) -> Option<Question> {
    // Longer texts are instructions that mention a label.
    if text.chars().count() > 30 {
        return None;
    }
    let text = plain(text).to_lowercase();
    LABELS
        .iter()
        .find(|(label, _)| text.starts_with(label))
        .map(|(_, question)| *question)
}

/// Most rows that a table is searched for tasks.
const MOST_ROWS: u32 = 80;

impl Block {
    fn find(grid: &Grid, (row, code_column): Position, end: Option<u32>) -> Option<Self> {
        let mut columns: Vec<Column> = Vec::new();
        let mut slot_minutes = 0;
        for (column, value) in grid.row(row).filter(|(column, _)| *column > code_column) {
            let Some((from, to)) = value.text().and_then(|text| minutes_heading(&text)) else {
                continue;
            };
            if columns.is_empty() {
                slot_minutes = to - from + 1;
            }
            let hour = columns
                .last()
                .map_or(0, |last| last.hour + usize::from(from <= last.minute));
            columns.push(Column {
                at: column,
                minute: from,
                hour,
            });
        }
        let first = columns.first()?.at;
        let (task_rows, note_row) = rows(grid, row, code_column, first, end);
        Some(Self {
            label_row: row.checked_sub(1)?,
            code_column,
            columns,
            task_rows,
            note_row,
            slot_minutes,
        })
    }

    /// Hours of the block.
    pub fn hours(&self) -> usize {
        self.columns.last().map_or(0, |last| last.hour + 1)
    }

    /// The label of an hour: the first value above its columns, and where it stands or belongs.
    pub fn label<'a>(&self, grid: &'a Grid, hour: usize) -> (Position, Option<&'a Value>) {
        let mut columns = self
            .columns
            .iter()
            .filter(|column| column.hour == hour)
            .map(|column| (self.label_row, column.at));
        let belongs = columns.clone().next().unwrap_or((self.label_row, 0));
        columns
            .find_map(|position| grid.get(position).map(|value| (position, Some(value))))
            .unwrap_or((belongs, None))
    }
}

/// The rows of tasks below a heading, and the row of remarks that ends them.
fn rows(grid: &Grid, heading: u32, code_column: u32, first: u32, end: Option<u32>) -> (Vec<u32>, Option<u32>) {
    let mut tasks = Vec::new();
    for row in heading + 1..end.unwrap_or(u32::MAX).min(heading + MOST_ROWS) {
        let mut left = grid.row(row).take_while(|(column, _)| *column < first);
        let is_note = left.any(|(_, value)| matches!(value, Value::Text(text) if plain(text).starts_with("備考")));
        if is_note {
            return (tasks, Some(row));
        }
        let is_footnote = grid
            .row(row)
            .any(|(_, value)| matches!(value, Value::Text(text) if text.trim_start().starts_with('※')));
        if is_footnote {
            break;
        }
        let has_minutes = grid.row(row).any(|(column, _)| column >= first);
        if grid.get((row, code_column)).is_some() || has_minutes {
            tasks.push(row);
        }
    }
    (tasks, None)
}

/// Reads the heading of a column: `00分-09分` is the minutes 0 to 9.
fn minutes_heading(text: &str) -> Option<(u16, u16)> {
    let text = plain(text);
    let (from, to) = text.split_once(['-', '~'])?;
    let minute = |text: &str| {
        text.strip_suffix('分')
            .unwrap_or(text)
            .parse::<u16>()
            .ok()
            .filter(|minute| *minute < 60)
    };
    let (from, to) = (minute(from)?, minute(to)?);
    (from <= to).then_some((from, to))
}
