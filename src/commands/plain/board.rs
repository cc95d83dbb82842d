//! The board of a survey and its reminders as text.

use super::table::Table;
use crate::phrase::phrase;
use crate::report::day_phrase;
use crate::report::finding::{BoardCell, BoardFinding, BoardState, Reminders};
use crate::text::Text;

/// How it stands in a sentence, then people by days.
pub(in crate::commands) fn board(board: &BoardFinding, text: &Text) -> String {
    let head = phrase("board-head")
        .with("wave", board.label.as_str())
        .with("date", board.today.to_string());
    let said = format!("{}\n{}\n\n", text.say(&head), board.sentence);
    let days = board.days.iter().map(|day| day.format("%-m/%-d").to_string());
    let head: Vec<String> = [text.get("column-staff"), text.get("board-unit")]
        .into_iter()
        .chain(days)
        .collect();
    let mut table = Table::new(&head);
    for line in &board.rows {
        let cells: Vec<String> = [line.staff.clone(), line.unit.clone().unwrap_or_default()]
            .into_iter()
            .chain(line.sheets.iter().map(|cell| sign(cell, text)))
            .collect();
        table.row(cells);
    }
    said + &table.text() + "\n" + &text.get("board-legend") + "\n"
}

/// The sign of a state and its letter; unfilled minutes beside those that have any.
fn sign(cell: &BoardCell, text: &Text) -> String {
    let state = text.get(match cell.state {
        BoardState::Received => "board-sign-received",
        BoardState::Incomplete => "board-sign-incomplete",
        BoardState::Missing => "board-sign-missing",
        BoardState::ToCome => "board-sign-to-come",
        BoardState::NotExpected => "board-sign-none",
        BoardState::Extra => "board-sign-extra",
    });
    if cell.state == BoardState::Incomplete {
        format!("{state}{}", cell.unfilled)
    } else {
        state
    }
}

/// Who owes which day, unit by unit.
pub(in crate::commands) fn reminders(reminders: &Reminders, text: &Text) -> String {
    let title = phrase("reminders-title").with("wave", reminders.label.as_str());
    let mut said = format!("{}\n{}\n", text.say(&title), reminders.sentence);
    if reminders.units.is_empty() {
        said += &text.get("reminders-none");
        said.push('\n');
    }
    for unit in &reminders.units {
        let name = unit.unit.clone().unwrap_or_else(|| text.get("reminders-no-unit"));
        said.extend(["\n", name.as_str(), "\n"]);
        for person in &unit.people {
            let sheets: Vec<String> = person
                .sheets
                .iter()
                .map(|cell| format!("{} {}", text.say(&day_phrase(cell.date, text)), sign(cell, text)))
                .collect();
            said.extend(["  ", person.staff.as_str(), "  ", sheets.join("  ").as_str(), "\n"]);
        }
    }
    said
}
