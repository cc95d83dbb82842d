//! The board of a survey: which sheets are there, and which are owed (回収状況).

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Days, NaiveDate};

use super::sheet::Sheet;
use super::survey::{Participant, Survey};
use crate::office::{Minutes, StaffCode};

/// What has become of the sheet of one person and day.
///
/// A sheet belongs to the date on which its shift starts. It counts as complete when it has no unfilled minutes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SheetState {
    /// 届いた: it is there, and no minute is unfilled.
    Received,
    /// 書きもれ: it is there with so many unfilled minutes.
    Incomplete(Minutes),
    /// 未提出: its shift is over, and it is not there.
    Missing,
    /// これから: its shift is not over yet.
    ToCome,
    /// 予定なし: nobody expects one.
    NotExpected,
    /// 予定外: it is there though nobody expected it; with its unfilled minutes.
    Extra(Minutes),
}

/// One person of the board.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BoardRow {
    /// As planned; of a person who was not planned only what the sheets tell.
    pub person: Participant,
    /// Whether the person is in the plan.
    pub is_planned: bool,
    /// One state for each day of the board.
    pub states: Vec<SheetState>,
}

/// How many sheets are in which state.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct BoardCounts {
    /// Sheets that are expected.
    pub expected: usize,
    /// Complete ones among them.
    pub received: usize,
    /// Those with unfilled minutes.
    pub incomplete: usize,
    /// Those that are owed: their shift is over.
    pub missing: usize,
    /// Those whose shift is not over yet.
    pub to_come: usize,
    /// Sheets that nobody expected.
    pub extra: usize,
}

/// People and days of a survey with the state of every sheet (回収状況).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Board {
    /// Days of the plan, own days of people and days of sheets, in order.
    pub days: Vec<NaiveDate>,
    /// People of the plan in order of code, then others who handed in a sheet.
    pub rows: Vec<BoardRow>,
    /// How many sheets are in which state.
    pub counts: BoardCounts,
}

impl Board {
    /// Puts the sheets of a wave beside its plan. `today` tells what is owed from what is still to come.
    pub fn of(survey: &Survey, sheets: &[&Sheet], today: NaiveDate) -> Self {
        let planned = survey.people.iter().flat_map(|person| survey.days_of(person));
        let days: BTreeSet<NaiveDate> = survey
            .dates
            .iter()
            .chain(planned)
            .copied()
            .chain(sheets.iter().map(|sheet| sheet.date))
            .collect();
        let mut there: BTreeMap<(&StaffCode, NaiveDate), Minutes> = BTreeMap::new();
        for sheet in sheets {
            let unfilled = unfilled(sheet, survey.person(&sheet.staff));
            *there.entry((&sheet.staff, sheet.date)).or_default() += unfilled;
        }
        let mut board = Self {
            days: days.into_iter().collect(),
            rows: Vec::new(),
            counts: BoardCounts::default(),
        };
        let others: BTreeSet<&StaffCode> = sheets
            .iter()
            .map(|sheet| &sheet.staff)
            .filter(|staff| survey.person(staff).is_none())
            .collect();
        let others = others
            .into_iter()
            .map(|staff| (Participant::of_sheets(staff.clone(), sheets), false));
        let people = survey.people.iter().cloned().map(|person| (person, true));
        for (person, is_planned) in people.chain(others) {
            let expected: &[NaiveDate] = if is_planned { survey.days_of(&person) } else { &[] };
            let state = |day: &NaiveDate| match (expected.binary_search(day).is_ok(), there.get(&(&person.staff, *day)))
            {
                (true, Some(&Minutes::ZERO)) => SheetState::Received,
                (true, Some(unfilled)) => SheetState::Incomplete(*unfilled),
                (true, None) if is_over(&person, *day, today) => SheetState::Missing,
                (true, None) => SheetState::ToCome,
                (false, Some(unfilled)) => SheetState::Extra(*unfilled),
                (false, None) => SheetState::NotExpected,
            };
            let states: Vec<SheetState> = board.days.iter().map(state).collect();
            for state in &states {
                board.counts.add(*state);
            }
            board.rows.push(BoardRow {
                person,
                is_planned,
                states,
            });
        }
        board
    }
}

impl BoardCounts {
    fn add(&mut self, state: SheetState) {
        let place = match state {
            SheetState::NotExpected => return,
            SheetState::Extra(_) => {
                self.extra += 1;
                return;
            }
            SheetState::Received => &mut self.received,
            SheetState::Incomplete(_) => &mut self.incomplete,
            SheetState::Missing => &mut self.missing,
            SheetState::ToCome => &mut self.to_come,
        };
        *place += 1;
        self.expected += 1;
    }

    /// Expected sheets that are there, complete or not.
    pub fn there(&self) -> usize {
        self.received + self.incomplete
    }
}

/// Unfilled minutes of a sheet; one that names no hours is measured by the planned shift.
fn unfilled(sheet: &Sheet, person: Option<&Participant>) -> Minutes {
    let planned = person.and_then(|person| person.scheduled);
    if sheet.span().is_some() || planned.is_none() {
        return sheet.unfilled();
    }
    Sheet {
        scheduled: planned,
        ..sheet.clone()
    }
    .unfilled()
}

/// Whether a shift that starts on a day is over: a night shift ends on the day after.
fn is_over(person: &Participant, day: NaiveDate, today: NaiveDate) -> bool {
    let passes_midnight = person.scheduled.is_some_and(crate::office::Span::passes_midnight);
    let last = day + Days::new(u64::from(passes_midnight));
    last < today
}

#[cfg(test)]
mod tests {
    use super::super::sheet::tests::sheet;
    use super::*;
    use crate::office::Span;

    fn day(day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2025, 10, day).unwrap()
    }

    fn person(staff: &str, shift: Option<(u16, u16)>) -> Participant {
        Participant {
            scheduled: shift.map(|(start, end)| Span::of_clock(start, end).unwrap()),
            ..Participant::of(StaffCode::parse(staff).unwrap())
        }
    }

    fn handed_in(staff: &str, date: u32, cells: &[(u16, &[(&str, u32)])]) -> Sheet {
        Sheet {
            staff: StaffCode::parse(staff).unwrap(),
            date: day(date),
            ..sheet(Some((510, 530)), cells)
        }
    }

    const FULL: &[(u16, &[(&str, u32)])] = &[(510, &[("1", 10)]), (520, &[("1", 10)])];

    #[test]
    fn each_expected_sheet_is_received_incomplete_missing_or_to_come() {
        let survey = Survey::of((6..=9).map(day), [person("S001", None)]);
        let full = handed_in("S001", 6, FULL);
        let short = handed_in("S001", 7, &[(510, &[("1", 6)])]);
        let board = Board::of(&survey, &[&full, &short], day(9));
        assert_eq!(
            board.rows[0].states,
            [
                SheetState::Received,
                SheetState::Incomplete(Minutes(14)),
                SheetState::Missing,
                SheetState::ToCome
            ]
        );
        let counts = board.counts;
        assert_eq!(
            (counts.expected, counts.there(), counts.missing, counts.to_come),
            (4, 2, 1, 1)
        );
    }

    #[test]
    fn a_sheet_that_nobody_expected_is_told_apart() {
        let mut survey = Survey::of([day(6), day(7)], [person("S001", None)]);
        survey.turn_day(&StaffCode::parse("S001").unwrap(), day(7));
        let on_day_off = handed_in("S001", 7, FULL);
        let of_stranger = handed_in("S009", 8, FULL);
        let board = Board::of(&survey, &[&on_day_off, &of_stranger], day(6));
        assert_eq!(board.days, [day(6), day(7), day(8)]);
        let extra = SheetState::Extra(Minutes::ZERO);
        let none = SheetState::NotExpected;
        assert_eq!(board.rows[0].states, [SheetState::ToCome, extra, none]);
        assert_eq!(board.rows[1].states, [none, none, extra]);
        assert!(!board.rows[1].is_planned);
        assert_eq!((board.counts.expected, board.counts.extra), (1, 2));
    }

    #[test]
    fn a_night_shift_is_owed_only_when_its_morning_is_over() {
        let survey = Survey::of(
            [day(6)],
            [person("N1", Some((990, 570))), person("T1", Some((510, 1050)))],
        );
        let states = |today| {
            Board::of(&survey, &[], today)
                .rows
                .iter()
                .map(|row| row.states[0])
                .collect::<Vec<_>>()
        };
        assert_eq!(states(day(6)), [SheetState::ToCome, SheetState::ToCome]);
        assert_eq!(states(day(7)), [SheetState::ToCome, SheetState::Missing]);
        assert_eq!(states(day(8)), [SheetState::Missing, SheetState::Missing]);
    }

    #[test]
    fn a_sheet_without_hours_is_measured_by_the_planned_shift() {
        let survey = Survey::of([day(6)], [person("S001", Some((510, 540)))]);
        let bare = Sheet {
            scheduled: None,
            actual: None,
            ..handed_in("S001", 6, FULL)
        };
        let board = Board::of(&survey, &[&bare], day(9));
        assert_eq!(board.rows[0].states, [SheetState::Incomplete(Minutes(10))]);
    }

    #[test]
    fn two_short_shifts_of_one_day_are_one_place_on_the_board() {
        let survey = Survey::of([day(6)], [person("S001", None)]);
        let first = handed_in("S001", 6, FULL);
        let mut second = handed_in("S001", 6, &[(900, &[("1", 7)])]);
        second.scheduled = Span::new(900, 910).ok();
        second.actual = second.scheduled;
        let board = Board::of(&survey, &[&first, &second], day(9));
        assert_eq!(board.rows[0].states, [SheetState::Incomplete(Minutes(3))]);
        assert_eq!(board.counts.expected, 1);
    }
}
