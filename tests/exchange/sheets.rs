//! Random books: several waves, nights past midnight, remarks that look like formulas, sheets without entries.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};
use proptest::prelude::*;
use yutori::office::{Minutes, Role, Span, StaffCode, Unit};
use yutori::worktime::{Cell, ListNumber, Manner, Share, Sheet, TaskCode, Wave};

const STAFF: [&str; 7] = ["S001", "=S 2", "ス:3;", "20190401", "A\"b#%", "'q", "-x/.."];
const WAVES: [Wave; 3] = [Wave::Before, Wave::After(1), Wave::After(3)];
const NAMES: [&str; 5] = ["介護職員", "=cmd|x", "a,\"b\"", "1-2", "@ ;#1 %41"];

/// Cells by slot: up to three tasks with minutes, never more than ten together.
fn cells(from: u16, to: u16) -> impl Strategy<Value = Vec<Cell>> {
    let shares = prop::collection::btree_map(1u32..=24, 1u32..=10, 1..4);
    let slots = prop::collection::btree_map(from / 10..to / 10, shares, 0..14);
    // Some neighbours with the same task, so that stretches are joined.
    (slots, from / 10..to / 10, 0u16..8, 1u32..=24).prop_map(move |(mut slots, first, count, task)| {
        for slot in first..(first + count).min(to / 10) {
            slots.insert(slot, BTreeMap::from([(task, 10)]));
        }
        slots
            .into_iter()
            .map(|(slot, shares)| cell(slot * 10, &shares))
            .collect()
    })
}

fn cell(start: u16, wanted: &BTreeMap<u32, u32>) -> Cell {
    let mut left = 10;
    let mut shares = Vec::new();
    for (task, minutes) in wanted {
        let minutes = (*minutes).min(left);
        left -= minutes;
        if minutes > 0 {
            shares.push(Share(TaskCode(task.to_string()), Minutes(minutes)));
        }
    }
    Cell { start, shares }
}

fn note() -> impl Strategy<Value = String> {
    "[=+@'\"%,;:#\n 入浴a-c2-]{0,24}"
}

fn name() -> impl Strategy<Value = Option<usize>> {
    prop::option::of(0..NAMES.len())
}

/// When a shift is, and where its cells may lie.
#[derive(Debug, Clone, Copy)]
struct Hours {
    scheduled: Option<Span>,
    actual: Option<Span>,
    cells: (u16, u16),
}

fn hours(
    start: std::ops::Range<u16>,
    lengths: std::ops::Range<u16>,
    cells: (u16, u16),
) -> impl Strategy<Value = Hours> {
    (start, lengths, 0u8..4).prop_map(move |(start, length, known)| {
        let span = Span::new(start, start + length).ok();
        Hours {
            scheduled: span.filter(|_| known & 1 == 1),
            actual: Span::new(start, start + length.max(2) - 1)
                .ok()
                .filter(|_| known & 2 == 2),
            cells,
        }
    })
}

fn sheet(hours: Hours) -> impl Strategy<Value = Sheet> {
    let Hours {
        scheduled,
        actual,
        cells: (from, to),
    } = hours;
    let rest = (note(), name(), name(), 0..Manner::ALL.len(), any::<u64>());
    (cells(from, to), rest).prop_map(move |(cells, (note, role, unit, manner, copied))| Sheet {
        staff: StaffCode::parse("S").unwrap(),
        date: NaiveDate::default(),
        role: role.and_then(|name| Role::parse(NAMES[name]).ok()),
        unit: unit.and_then(|name| Unit::parse(NAMES[name]).ok()),
        scheduled,
        actual,
        slot_minutes: 10,
        copied: cells
            .iter()
            .enumerate()
            .filter(|(at, _)| copied >> (at % 64) & 3 == 3)
            .map(|(_, cell)| cell.start)
            .collect(),
        cells,
        note,
        manner: Manner::ALL[manner],
        list: ListNumber::default(),
    })
}

/// The sheets of one person and day: one at any time, or an early and a late one.
fn day() -> impl Strategy<Value = Vec<Sheet>> {
    let one = hours(0..1440, 1..1440, (0, 2880))
        .prop_flat_map(sheet)
        .prop_map(|sheet| vec![sheet]);
    let early = hours(360..400, 10..120, (360, 540)).prop_flat_map(sheet);
    let late = hours(960..1000, 60..1200, (960, 2000)).prop_flat_map(sheet);
    let two = (early, late).prop_map(|(early, late)| {
        // Two sheets that say nothing about their hours would be the same one.
        let has_hours = |sheet: &Sheet| !sheet.cells.is_empty() || sheet.span().is_some();
        let early_is_told = has_hours(&early);
        [early]
            .into_iter()
            .filter(|_| early_is_told)
            .chain([late].into_iter().filter(has_hours))
            .collect()
    });
    prop_oneof![3 => one, 1 => two]
}

type Sheets = Vec<(Wave, Sheet)>;

fn placed(days: BTreeMap<(usize, usize, u64), Vec<Sheet>>) -> Sheets {
    let first = NaiveDate::from_ymd_opt(2025, 12, 30).unwrap();
    let mut book: Sheets = Vec::new();
    for ((wave, staff, day), sheets) in days {
        for sheet in sheets {
            let sheet = Sheet {
                staff: StaffCode::parse(STAFF[staff]).unwrap(),
                date: first.checked_add_days(Days::new(day)).unwrap(),
                ..sheet
            };
            book.push((WAVES[wave], sheet));
        }
    }
    super::in_order(book)
}

/// A book with anything in it that yutori can record.
pub fn any_book() -> impl Strategy<Value = Sheets> {
    let key = (0..WAVES.len(), 0..STAFF.len(), 0u64..4);
    prop::collection::btree_map(key, day(), 1..6)
        .prop_map(placed)
        .prop_filter("there is a sheet", |book| !book.is_empty())
}

/// A book with what 別添4 has a place for: shifts with hours, minutes within them, one line of remarks.
pub fn form_book() -> impl Strategy<Value = Sheets> {
    let span = (0u16..1440, 60u16..=1440).prop_map(|(start, length)| Span::new(start, start + length).unwrap());
    let sheet = (span, any::<bool>(), note()).prop_flat_map(|(span, both, note)| {
        let hours = Hours {
            scheduled: Some(span),
            actual: Some(span).filter(|_| both),
            cells: (span.start().div_ceil(10) * 10, span.end() / 10 * 10),
        };
        let first = hours.cells.0;
        sheet(hours).prop_map(move |mut sheet| {
            // The first half of a night has minutes too; without them the form cannot tell of which night the rest is.
            if sheet.cells.first().is_none_or(|cell| cell.start > first) {
                sheet.cells.insert(0, cell(first, &BTreeMap::from([(1, 10)])));
            }
            Sheet {
                role: None,
                manner: Manner::default(),
                copied: Vec::new(),
                note: note.replace('\n', " ").trim().to_owned(),
                ..sheet
            }
        })
    });
    // Folders tell the wave, and then nobody works the same shift in two waves.
    let key = (0..STAFF.len(), (0u64..4).prop_map(|day| day * 2));
    let in_wave = (0..WAVES.len(), sheet);
    prop::collection::btree_map(key, in_wave, 1..4).prop_map(|days| {
        let place = |((staff, day), (wave, sheet))| ((wave, staff, day), vec![sheet]);
        placed(days.into_iter().map(place).collect())
    })
}

/// A night from 16:30 to 9:00 with ten minutes in every slot.
pub fn full_night(staff: &str) -> Sheet {
    let span = Span::new(990, 1980).ok();
    let slots = (990..1980).step_by(10);
    let cell = |start: u16| {
        cell(
            start,
            &BTreeMap::from([
                (u32::from(start / 10 % 24) + 1, 6),
                (u32::from(start / 10 % 7) + 2, 4),
                (24, 10),
            ]),
        )
    };
    let mut cells: Vec<Cell> = slots.map(cell).collect();
    for cell in &mut cells {
        let filled: u32 = cell.filled().0;
        assert!(filled == 10, "{cell:?}");
    }
    Sheet {
        staff: StaffCode::parse(staff).unwrap(),
        date: NaiveDate::from_ymd_opt(2025, 10, 6).unwrap(),
        role: None,
        unit: None,
        scheduled: span,
        actual: span,
        slot_minutes: 10,
        cells,
        note: "巡視".to_owned(),
        manner: Manner::default(),
        list: ListNumber::default(),
        copied: Vec::new(),
    }
}
