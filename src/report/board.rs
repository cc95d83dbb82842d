//! The boards of the planned surveys, and the reminders that come of them.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};

use super::finding::{BoardCell, BoardFinding, BoardLine, BoardState, PersonReminders, Reminders, UnitReminders};
use super::holdings::Holdings;
use crate::office::Minutes;
use crate::phrase::{Phrase, phrase};
use crate::text::Text;
use crate::worktime::{Board, BoardCounts, BoardRow, Sheet, SheetState, Survey, Wave};

/// The boards of all planned surveys, in order of wave.
pub fn boards(holdings: &Holdings, today: NaiveDate, text: &Text) -> Vec<BoardFinding> {
    holdings
        .surveys
        .iter()
        .map(|(wave, survey)| board(holdings, *wave, survey, today, text))
        .collect()
}

fn board(holdings: &Holdings, wave: Wave, survey: &Survey, today: NaiveDate, text: &Text) -> BoardFinding {
    let sheets: Vec<&Sheet> = holdings
        .sheets
        .iter()
        .filter(|(of, _)| *of == wave)
        .map(|(_, sheet)| sheet)
        .collect();
    let board = Board::of(survey, &sheets, today);
    let counts = board.counts;
    let rows = board.rows.iter().map(|row| line(row, &board.days, text)).collect();
    BoardFinding {
        schema: "yutori.board/1".to_owned(),
        wave: wave.id(),
        label: text.say(&wave.label()),
        today,
        expected: counts.expected,
        received: counts.received,
        incomplete: counts.incomplete,
        missing: counts.missing,
        to_come: counts.to_come,
        extra: counts.extra,
        sentence: sentence(&counts, text),
        rows,
        days: board.days,
    }
}

fn line(row: &BoardRow, days: &[NaiveDate], text: &Text) -> BoardLine {
    let cell = |(date, state): (&NaiveDate, &SheetState)| {
        let (state, unfilled) = match *state {
            SheetState::Received => (BoardState::Received, Minutes::ZERO),
            SheetState::Incomplete(unfilled) => (BoardState::Incomplete, unfilled),
            SheetState::Missing => (BoardState::Missing, Minutes::ZERO),
            SheetState::ToCome => (BoardState::ToCome, Minutes::ZERO),
            SheetState::NotExpected => (BoardState::NotExpected, Minutes::ZERO),
            SheetState::Extra(unfilled) => (BoardState::Extra, unfilled),
        };
        BoardCell {
            date: *date,
            state,
            unfilled: unfilled.0,
        }
    };
    let person = &row.person;
    BoardLine {
        staff: person.staff.to_string(),
        role: person.role.as_ref().map(ToString::to_string),
        unit: person.unit.as_ref().map(ToString::to_string),
        shift: person.scheduled.map(|span| text.say(&span.phrase())),
        planned: row.is_planned,
        sheets: days.iter().zip(&row.states).map(cell).collect(),
    }
}

/// `60枚のうち52枚届きました。あと8枚です。` and what else there is to say.
fn sentence(counts: &BoardCounts, text: &Text) -> String {
    let left = counts.missing + counts.to_come;
    let mut said = text.say(
        &phrase("board-received")
            .with("expected", counts.expected)
            .with("there", counts.there()),
    );
    let rest = match (counts.missing, counts.to_come) {
        (0, 0) => phrase("board-all-there"),
        (_, 0) => phrase("board-left").with("left", left),
        (missing, to_come) => phrase("board-left-to-come")
            .with("left", left)
            .with("missing", missing)
            .with("to-come", to_come),
    };
    let incomplete = (counts.incomplete > 0).then(|| phrase("board-incomplete").with("count", counts.incomplete));
    let extra = (counts.extra > 0).then(|| phrase("board-extra").with("count", counts.extra));
    for part in std::iter::once(rest).chain(incomplete).chain(extra) {
        said.push_str(&text.get("board-between"));
        said.push_str(&text.say(&part));
    }
    said
}

/// A day with its weekday and without its year: `10月6日（月）`.
pub fn day_phrase(date: NaiveDate, text: &Text) -> Phrase {
    let weekdays = text.get("survey-weekdays");
    let at = usize::try_from(date.weekday().num_days_from_monday()).unwrap_or(0);
    let weekday = weekdays.chars().nth(at).map(String::from).unwrap_or_default();
    phrase("survey-day")
        .with("month", date.month().to_string())
        .with("day", date.day().to_string())
        .with("weekday", weekday)
}

/// Who owes which day, unit by unit: sheets of shifts that are over, and sheets with unfilled minutes.
pub fn reminders(board: &BoardFinding) -> Reminders {
    let mut units: BTreeMap<(bool, Option<String>), Vec<PersonReminders>> = BTreeMap::new();
    for line in &board.rows {
        let is_owed = |cell: &&BoardCell| matches!(cell.state, BoardState::Missing | BoardState::Incomplete);
        let sheets: Vec<BoardCell> = line.sheets.iter().filter(is_owed).copied().collect();
        if !sheets.is_empty() {
            let key = (line.unit.is_none(), line.unit.clone());
            units.entry(key).or_default().push(PersonReminders {
                staff: line.staff.clone(),
                role: line.role.clone(),
                sheets,
            });
        }
    }
    Reminders {
        schema: "yutori.reminders/1".to_owned(),
        wave: board.wave.clone(),
        label: board.label.clone(),
        today: board.today,
        sentence: board.sentence.clone(),
        units: units
            .into_iter()
            .map(|((_, unit), people)| UnitReminders { unit, people })
            .collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Lang;

    fn counts(numbers: [usize; 5]) -> BoardCounts {
        let [received, incomplete, missing, to_come, extra] = numbers;
        BoardCounts {
            expected: received + incomplete + missing + to_come,
            received,
            incomplete,
            missing,
            to_come,
            extra,
        }
    }

    #[test]
    fn one_sentence_says_how_it_stands() {
        let said = |numbers| sentence(&counts(numbers), &Text::new(Lang::Ja));
        assert_eq!(said([52, 0, 8, 0, 0]), "60枚のうち52枚届きました。あと8枚です。");
        assert_eq!(said([60, 0, 0, 0, 0]), "60枚のうち60枚届きました。全部そろいました。");
        assert_eq!(
            said([49, 3, 6, 2, 1]),
            "60枚のうち52枚届きました。あと8枚です（勤務が終わったもの6枚、これからのもの2枚）。書きもれのあるものが3枚あります。予定にないものが1枚あります。"
        );
    }
}
