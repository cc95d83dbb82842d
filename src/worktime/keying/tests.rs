//! What the grammar promises.

use chrono::NaiveDate;
use proptest::prelude::*;

use super::*;
use crate::catalog::Catalog;
use crate::office::{Minutes, Span, StaffCode};
use crate::worktime::{ListNumber, Share, TaskCode, TaskList, Wave};

fn list() -> TaskList {
    let catalog = Catalog::built_in();
    catalog.task_list("kasan-2024").unwrap().clone()
}

fn header(span: (u16, u16)) -> Header {
    Header {
        wave: Wave::Before,
        staff: StaffCode::parse("S01").unwrap(),
        date: NaiveDate::from_ymd_opt(2025, 10, 6).unwrap(),
        role: None,
        unit: None,
        scheduled: None,
        actual: Some(Span::new(span.0, span.1).unwrap()),
        note: String::new(),
    }
}

fn day() -> Draft {
    Draft::new(header((510, 1050)), 10)
}

fn night() -> Draft {
    Draft::new(header((990, 2010)), 10)
}

/// Types lines from the first slot on; the first fault ends it.
fn typed(mut draft: Draft, lines: &[&str]) -> Result<Draft, EntryFault> {
    let list = list();
    let mut at = draft.frame().starts().first().copied();
    for line in lines {
        let entry = parse_line(line, &list, at, &draft.frame())?;
        at = draft.enter(&entry, at, &list)?;
    }
    Ok(draft)
}

fn cells(draft: &Draft) -> Vec<(u16, String)> {
    draft
        .to_sheet(ListNumber::default())
        .cells
        .iter()
        .map(|cell| {
            let shares: Vec<String> = cell
                .shares
                .iter()
                .map(|share| format!("{}:{}", share.0, share.1))
                .collect();
            (cell.start, shares.join(" "))
        })
        .collect()
}

fn keyed(lines: &[&str]) -> Vec<(u16, String)> {
    cells(&typed(day(), lines).unwrap())
}

fn fault(lines: &[&str]) -> EntryFault {
    typed(day(), lines).unwrap_err()
}

fn of(cells: &[(u16, &str)]) -> Vec<(u16, String)> {
    cells.iter().map(|(at, shares)| (*at, (*shares).to_owned())).collect()
}

#[test]
fn a_number_fills_a_slot_and_a_count_fills_several() {
    assert_eq!(
        keyed(&["11", "3*2", "."]),
        of(&[(510, "11:10"), (520, "3:10"), (530, "3:10"), (540, "3:10")])
    );
    assert_eq!(
        keyed(&["11", "..2", "-", "7"]),
        of(&[(510, "11:10"), (520, "11:10"), (530, "11:10"), (550, "7:10")])
    );
}

#[test]
fn shares_add_up_and_the_last_takes_the_rest() {
    let slot = of(&[(510, "1:6 7:4")]);
    for line in [
        "1:6 7:4",
        "1:6 7",
        "7:4 1",
        "１：６　７：４",
        "1:6、7",
        "1:6\t7:4",
        "1:6+7",
    ] {
        assert_eq!(keyed(&[line]), slot, "{line}");
    }
    assert_eq!(keyed(&["1:6 7*2"]), of(&[(510, "1:6 7:4"), (520, "1:6 7:4")]));
    assert_eq!(keyed(&["1:6 -"]), of(&[(510, "1:6")]));
}

#[test]
fn a_slot_that_does_not_add_up_says_by_how_much() {
    assert_eq!(fault(&["1:6 7:3"]), EntryFault::Missing(1));
    assert_eq!(fault(&["1:6 7:7"]), EntryFault::TooMany(3));
    assert_eq!(fault(&["1:6 7:4 3"]), EntryFault::TooMany(1));
    assert_eq!(fault(&["11:8"]), EntryFault::Missing(2));
    assert_eq!(fault(&["1 7:4"]), EntryFault::NoMinutes("1".to_owned()));
    assert_eq!(fault(&["1:6 1"]), EntryFault::TaskTwice("1".to_owned()));
    assert_eq!(fault(&["1:0 7"]), EntryFault::BadMinutes("0".to_owned()));
    assert_eq!(fault(&["99"]), EntryFault::NoTask("99".to_owned()));
}

#[test]
fn clock_times_name_slots_and_the_cursor_goes_on_behind_them() {
    assert_eq!(
        keyed(&["8:30-8:50 3", "11"]),
        of(&[(510, "3:10"), (520, "3:10"), (530, "11:10")])
    );
    for line in [
        "8:50 - 9:10 1:6 7",
        "８：５０～９：１０　１：６　７",
        "850ー910 1:6 7:4",
        "8:50- 9:10 1:6 7",
    ] {
        assert_eq!(keyed(&[line]), of(&[(530, "1:6 7:4"), (540, "1:6 7:4")]), "{line}");
    }
    assert_eq!(keyed(&["9-10 3"]).len(), 6);
    assert_eq!(fault(&["8:35-9:00 3"]), EntryFault::OffGrid { at: 515, slot: 10 });
    assert_eq!(fault(&["17:00-18:00 3"]), EntryFault::OutsideSpan(1050));
    assert_eq!(fault(&["9:00-10:00"]), EntryFault::NothingToEnter);
    assert_eq!(fault(&["9:00-10:00 3*2"]), EntryFault::CountWithTimes);
}

#[test]
fn after_midnight_a_night_shift_may_be_written_either_way() {
    let slot = |line: &str| cells(&typed(night(), &[line]).unwrap());
    let expected = of(&[(1530, "22:10"), (1540, "22:10")]);
    for line in ["25:30-25:50 22", "1:30-1:50 22", "翌1:30-翌1:50 22"] {
        assert_eq!(slot(line), expected, "{line}");
    }
    assert_eq!(slot("23:50-0:10 22"), of(&[(1430, "22:10"), (1440, "22:10")]));
}

#[test]
fn a_shift_that_starts_within_a_slot_fills_what_it_has_of_it() {
    let draft = || Draft::new(header((515, 540)), 10);
    let draft = typed(draft(), &["11", ".", "3"]).unwrap();
    assert_eq!(cells(&draft), of(&[(510, "11:5"), (520, "11:10"), (530, "3:10")]));
    assert_eq!(draft.tally().unfilled, Minutes(0));
    let whole = typed(Draft::new(header((515, 540)), 10), &["8:35-9:00 11"]).unwrap();
    assert_eq!(cells(&whole), of(&[(510, "11:5"), (520, "11:10"), (530, "11:10")]));
    let full = typed(Draft::new(header((515, 540)), 10), &["1:6 7:4"]).unwrap();
    assert_eq!(full.state(510, &full.frame()), SlotState::Over(5));
}

#[test]
fn an_unfilled_slot_stays_unfilled_and_the_rest_can_be_filled_at_once() {
    assert_eq!(keyed(&["11", "", "3"]), of(&[(510, "11:10"), (530, "3:10")]));
    let draft = typed(day(), &["11", "", "3", "* 22"]).unwrap();
    assert_eq!(draft.tally().unfilled, Minutes(0));
    assert_eq!(
        draft.slot(520).unwrap().shares,
        [Share(TaskCode("22".to_owned()), Minutes(10))]
    );
    assert_eq!(
        draft.slot(530).unwrap().shares,
        [Share(TaskCode("3".to_owned()), Minutes(10))]
    );
}

#[test]
fn tasks_may_be_named_and_a_name_that_begins_two_is_asked_back() {
    assert_eq!(keyed(&["休憩*2"]), of(&[(510, "22:10"), (520, "22:10")]));
    assert_eq!(keyed(&["利用者とのコミュニケーション"]), of(&[(510, "4:10")]));
    assert_eq!(keyed(&["記録:4 食事支援"]), of(&[(510, "7:6 11:4")]));
    assert!(matches!(fault(&["その他の"]), EntryFault::SeveralTasks { .. }));
    assert!(matches!(fault(&["利用者"]), EntryFault::SeveralTasks { .. }));
    let mut list = list();
    list.tasks[10].key = Some('k');
    assert_eq!(find_task(&list, "Ｋ").unwrap().code.0, "11");
}

#[test]
fn nothing_is_taken_of_a_run_that_is_too_long() {
    assert_eq!(fault(&["11*55"]), EntryFault::PastEnd(54));
    assert_eq!(fault(&["11*54", "3"]), EntryFault::AtTheEnd);
    assert_eq!(fault(&["."]), EntryFault::NothingToRepeat);
    assert_eq!(fault(&["11*0"]), EntryFault::BadCount("0".to_owned()));
    assert_eq!(fault(&["11*"]), EntryFault::BadCount(String::new()));
}

#[test]
fn a_copy_keeps_clock_times_and_says_which_slots_nobody_has_touched() {
    let sheet = typed(day(), &["11*54"]).unwrap().to_sheet(ListNumber::default());
    let mut copy = Draft::copy_of(&sheet, header((540, 600)), 10);
    assert_eq!(copy.tally().copied, 6);
    for line in ["3", "=*2"] {
        let at = copy
            .frame()
            .starts()
            .iter()
            .copied()
            .find(|at| copy.slot(*at).unwrap().mark == Mark::Copied);
        let entry = parse_line(line, &list(), at, &copy.frame()).unwrap();
        copy.enter(&entry, at, &list()).unwrap();
    }
    assert_eq!(copy.to_sheet(ListNumber::default()).copied, [570, 580, 590]);
    let again = Draft::of_sheet(Wave::Before, &copy.to_sheet(ListNumber::default()));
    assert_eq!(again.tally(), copy.tally());
}

#[test]
fn a_pasted_column_of_numbers_fills_one_slot_a_line() {
    let (draft, next) = read_block("11\r\n11\r\n\r\n３\r\n", &list(), &day(), Some(510)).unwrap();
    assert_eq!(cells(&draft), of(&[(510, "11:10"), (520, "11:10"), (540, "3:10")]));
    assert_eq!(next, Some(550));
}

fn table(cells: &[(usize, usize, &str)], columns: usize) -> String {
    let row = |row: usize| {
        let cell = |column: usize| {
            cells
                .iter()
                .find(|cell| (cell.0, cell.1) == (row, column))
                .map_or("", |cell| cell.2)
        };
        (1..=columns).map(cell).collect::<Vec<_>>().join("\t") + "\r\n"
    };
    (1..=24).map(row).collect()
}

#[test]
fn a_pasted_table_of_betten4_fills_its_slots() {
    let text = table(&[(1, 1, "6"), (7, 1, "４"), (11, 3, "10")], 3);
    let (draft, next) = read_block(&text, &list(), &day(), Some(520)).unwrap();
    assert_eq!(cells(&draft), of(&[(520, "1:6 7:4"), (540, "11:10")]));
    assert_eq!(next, Some(550));
    let block = table(&[(1, 4, "10"), (22, 36, "10")], 36);
    let (draft, _) = read_block(&block, &list(), &day(), Some(510)).unwrap();
    assert_eq!(cells(&draft), of(&[(510, "1:10"), (830, "22:10")]));
}

#[test]
fn of_a_block_with_faults_nothing_is_taken_and_every_fault_has_its_place() {
    let faults = |text: &str| -> Vec<(usize, Option<usize>)> {
        let faults = read_block(text, &list(), &day(), Some(510)).unwrap_err();
        faults.iter().map(|fault| (fault.line, fault.column)).collect()
    };
    assert_eq!(faults("11\n99\n1:6 7:3\n3\n"), [(2, None), (3, None)]);
    assert_eq!(faults(&table(&[(1, 1, "6"), (2, 2, "一")], 3)), [(2, Some(2))]);
    assert_eq!(faults(&table(&[(1, 1, "6"), (2, 1, "7")], 3)), [(1, Some(1))]);
    assert_eq!(faults(&table(&[(1, 55, "6")], 55)), [(1, Some(55))]);
    assert_eq!(faults("1\t2\n3\t4\n"), [(2, None)]);
}

fn arbitrary() -> impl Strategy<Value = Draft> {
    let cell = proptest::collection::btree_map(1_u16..=24, 1_u32..=10, 0..4);
    let cells = proptest::collection::vec((cell, 1_usize..6), 0..40);
    (0_u16..1440, 20_u16..=1440, cells).prop_map(|(start, length, cells)| {
        let list = list();
        let mut draft = Draft::new(header((start, start + length)), 10);
        let frame = draft.frame();
        let mut starts = frame.starts().iter();
        for (cell, count) in cells {
            for start in starts.by_ref().take(count) {
                let mut left = 10;
                let mut shares = Vec::new();
                for (task, minutes) in &cell {
                    let minutes = (*minutes).min(left);
                    left -= minutes;
                    if minutes > 0 {
                        shares.push(Share(TaskCode(task.to_string()), Minutes(minutes)));
                    }
                }
                if !shares.is_empty() {
                    draft.put(*start, shares, &list).unwrap();
                }
            }
        }
        draft
    })
}

proptest! {
    #[test]
    fn any_sheet_written_as_lines_reads_back_the_same(draft in arbitrary()) {
        let text = lines_of(&draft).join("\n");
        let empty = Draft::new(draft.header().clone(), 10);
        let first = empty.frame().starts().first().copied();
        let (read, _) = read_lines(&text, &list(), &empty, first).unwrap();
        prop_assert_eq!(read, draft);
    }

    #[test]
    fn no_text_stops_the_reader(text in "\\PC{0,40}", at in 0_u16..3000) {
        let (list, draft) = (list(), night());
        let _ = parse_line(&text, &list, Some(at), &draft.frame());
        let _ = read_block(&text, &list, &draft, Some(at));
    }

    #[test]
    fn no_text_of_the_grammar_stops_the_reader(text in "[0-9:*.=\\-\t\n 翌、９：～]{0,40}") {
        let (list, draft) = (list(), night());
        let _ = parse_line(&text, &list, Some(990), &draft.frame());
        let _ = read_block(&text, &list, &draft, Some(990));
    }
}
