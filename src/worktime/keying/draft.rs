//! A sheet in the making (入力中の調査票).

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::entry::{Entry, Fill, Place, in_order, shares_of};
use super::fault::EntryFault;
use super::frame::Frame;
use crate::office::{Minutes, Role, Span, StaffCode, Unit, remark};
use crate::worktime::list_history::ListNumber;
use crate::worktime::sheet::{Cell, Manner, Share, Sheet, SheetKey};
use crate::worktime::task_list::TaskList;
use crate::worktime::wave::Wave;

/// The head of a sheet (調査票の見出し): whose shift, when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Header {
    /// When in the improvement.
    pub wave: Wave,
    /// Whose shift.
    pub staff: StaffCode,
    /// The date on which it starts.
    pub date: NaiveDate,
    /// 職種
    pub role: Option<Role>,
    /// ユニット・フロア
    pub unit: Option<Unit>,
    /// 所定勤務時間
    pub scheduled: Option<Span>,
    /// 実勤務時間
    pub actual: Option<Span>,
    /// 備考・補足等
    pub note: String,
}

impl Header {
    /// The head of a sheet.
    pub fn of(wave: Wave, sheet: &Sheet) -> Self {
        Self {
            wave,
            staff: sheet.staff.clone(),
            date: sheet.date,
            role: sheet.role.clone(),
            unit: sheet.unit.clone(),
            scheduled: sheet.scheduled,
            actual: sheet.actual,
            note: sheet.note.clone(),
        }
    }

    /// The span that counts: the actual one, else the scheduled one.
    pub fn span(&self) -> Option<Span> {
        self.actual.or(self.scheduled)
    }
}

/// Where what stands in a slot comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// A person typed it for this sheet, or has looked at it.
    Typed,
    /// It was copied from another sheet, and nobody has touched it since (写し).
    Copied,
}

/// A filled slot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slot {
    /// Tasks with their minutes in the order of the list; never none.
    pub shares: Vec<Share>,
    /// Where they come from.
    pub mark: Mark,
}

/// Whether a slot adds up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SlotState {
    /// Nothing in it (未記入).
    Empty,
    /// Exactly what is expected.
    Full,
    /// Minutes that are missing.
    Short(u16),
    /// Minutes outside the span, or more than the slot has.
    Over(u16),
}

/// The running check of a draft.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// Slots of the sheet.
    pub slots: usize,
    /// Slots with something in them.
    pub filled_slots: usize,
    /// Minutes with a task.
    pub filled: Minutes,
    /// Minutes of the span without a task.
    pub unfilled: Minutes,
    /// Filled slots that do not add up.
    pub wrong: usize,
    /// Slots that were copied and not touched.
    pub copied: usize,
}

/// A sheet that is being keyed (入力中の調査票).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    header: Header,
    slot_minutes: u16,
    manner: Manner,
    slots: BTreeMap<u16, Slot>,
}

impl Draft {
    /// An empty sheet; slots of at least one minute.
    pub fn new(header: Header, slot_minutes: u16) -> Self {
        Self {
            header,
            slot_minutes: slot_minutes.max(1),
            manner: Manner::default(),
            slots: BTreeMap::new(),
        }
    }

    /// A sheet as it is, to be changed.
    pub fn of_sheet(wave: Wave, sheet: &Sheet) -> Self {
        let mark = |at: u16| {
            if sheet.copied.contains(&at) {
                Mark::Copied
            } else {
                Mark::Typed
            }
        };
        let mut draft = Self::new(Header::of(wave, sheet), sheet.slot_minutes);
        draft.manner = sheet.manner;
        draft.slots = sheet
            .cells
            .iter()
            .map(|cell| {
                let shares = cell.shares.clone();
                (
                    cell.start,
                    Slot {
                        shares,
                        mark: mark(cell.start),
                    },
                )
            })
            .collect();
        draft
    }

    /// A sheet that starts as a copy of another: the same clock times, all marked as copied; what the span has no room for is left
    /// out. Nothing is copied between slots of different length.
    pub fn copy_of(sheet: &Sheet, header: Header, slot_minutes: u16) -> Self {
        let mut draft = Self::new(header, slot_minutes);
        draft.copy_in(sheet);
        draft
    }

    /// Fills every slot that is still empty from another sheet, by clock time; answers how many slots were filled.
    pub fn copy_in(&mut self, sheet: &Sheet) -> usize {
        if sheet.slot_minutes != self.slot_minutes {
            return 0;
        }
        let frame = self.frame();
        let before = self.slots.len();
        for cell in &sheet.cells {
            let fits = frame.place(cell.start).is_some()
                && cell.filled() <= Minutes(u32::from(frame.due(cell.start)))
                && !self.slots.contains_key(&cell.start);
            if fits && !cell.shares.is_empty() {
                let shares = cell.shares.clone();
                let mark = Mark::Copied;
                self.slots.insert(cell.start, Slot { shares, mark });
            }
        }
        self.slots.len() - before
    }

    /// The head.
    pub fn header(&self) -> &Header {
        &self.header
    }

    /// Takes another head. Typed slots stay, also outside the new span; copied ones outside it are left out.
    pub fn set_header(&mut self, header: Header) {
        self.header = header;
        let inside = Frame::new(self.slot_minutes, self.header.span(), []);
        self.slots
            .retain(|start, slot| slot.mark == Mark::Typed || inside.place(*start).is_some());
    }

    /// Slot length in minutes.
    pub fn slot_minutes(&self) -> u16 {
        self.slot_minutes
    }

    /// The slots into which can be keyed.
    pub fn frame(&self) -> Frame {
        Frame::new(self.slot_minutes, self.header.span(), self.slots.keys().copied())
    }

    /// What stands in a slot.
    pub fn slot(&self, start: u16) -> Option<&Slot> {
        self.slots.get(&start)
    }

    /// Whether nothing has been keyed.
    pub fn is_empty(&self) -> bool {
        self.slots.is_empty()
    }

    /// Whether a slot adds up.
    pub fn state(&self, start: u16, frame: &Frame) -> SlotState {
        let Some(slot) = self.slots.get(&start) else {
            return SlotState::Empty;
        };
        let filled: Minutes = slot.shares.iter().map(|share| share.1).sum();
        let filled = u16::try_from(filled.0).unwrap_or(u16::MAX);
        let due = if frame.is_inside(start) { frame.due(start) } else { 0 };
        match filled.cmp(&due) {
            std::cmp::Ordering::Less => SlotState::Short(due - filled),
            std::cmp::Ordering::Equal => SlotState::Full,
            std::cmp::Ordering::Greater => SlotState::Over(filled - due),
        }
    }

    /// The running check.
    pub fn tally(&self) -> Tally {
        let frame = self.frame();
        let mut tally = Tally {
            slots: frame.starts().len(),
            filled_slots: self.slots.len(),
            ..Tally::default()
        };
        for start in frame.starts() {
            match self.state(*start, &frame) {
                SlotState::Empty if frame.is_inside(*start) => {
                    tally.unfilled += Minutes(u32::from(frame.due(*start)));
                }
                SlotState::Empty | SlotState::Full => {}
                SlotState::Short(minutes) => {
                    tally.unfilled += Minutes(u32::from(minutes));
                    tally.wrong += 1;
                }
                SlotState::Over(_) => tally.wrong += 1,
            }
        }
        for slot in self.slots.values() {
            tally.filled += slot.shares.iter().map(|share| share.1).sum();
            tally.copied += usize::from(slot.mark == Mark::Copied);
        }
        tally
    }

    /// The first slot from this one on, round the end, that is empty or does not add up.
    pub fn next_gap(&self, from: Option<u16>) -> Option<u16> {
        let frame = self.frame();
        let open = |start: &&u16| self.state(**start, &frame) != SlotState::Full;
        let later = frame
            .starts()
            .iter()
            .filter(|start| from.is_some_and(|from| **start > from));
        later
            .clone()
            .find(open)
            .or_else(|| frame.starts().iter().find(open))
            .copied()
    }

    /// Takes an entry that was read for this draft, wholly or not at all; answers the slot that follows, `None` behind the last.
    pub fn enter(&mut self, entry: &Entry, at: Option<u16>, list: &TaskList) -> Result<Option<u16>, EntryFault> {
        let frame = self.frame();
        let (slots, next) = match &entry.place {
            Place::Slots(slots) => (slots.clone(), slots.last().and_then(|last| frame.after(*last))),
            Place::Empty => {
                let empty = |start: &u16| frame.is_inside(*start) && !self.slots.contains_key(start);
                (frame.starts().iter().copied().filter(empty).collect(), at)
            }
        };
        let before = slots.first().and_then(|first| frame.before(Some(*first)));
        let repeated = before.and_then(|before| {
            let slot = self.slots.get(&before)?.clone();
            let is_short = matches!(self.state(before, &frame), SlotState::Short(_));
            Some((slot, is_short))
        });
        let mut filled = Vec::with_capacity(slots.len());
        for start in slots {
            if let Some(slot) = self.filled(&entry.fill, start, &frame, repeated.as_ref(), list)? {
                filled.push((start, slot));
            }
        }
        for (start, slot) in filled {
            if slot.shares.is_empty() {
                self.slots.remove(&start);
            } else {
                self.slots.insert(start, slot);
            }
        }
        Ok(next)
    }

    /// What a slot holds after an entry; `None` when it stays as it is.
    fn filled(
        &self,
        fill: &Fill,
        start: u16,
        frame: &Frame,
        repeated: Option<&(Slot, bool)>,
        list: &TaskList,
    ) -> Result<Option<Slot>, EntryFault> {
        let shares = match fill {
            Fill::Leave => return Ok(None),
            Fill::Keep => match self.slots.get(&start) {
                Some(slot) => slot.shares.clone(),
                None => return Ok(None),
            },
            Fill::Clear => Vec::new(),
            Fill::Shares(portions) => shares_of(portions, frame.due(start), self.slot_minutes, list)?,
            Fill::Repeat => again(repeated.ok_or(EntryFault::NothingToRepeat)?, start, frame)?,
        };
        let mark = Mark::Typed;
        Ok(Some(Slot { shares, mark }))
    }

    /// Puts minutes into a slot as they are, in the order of the list; more than the slot holds is refused.
    pub(super) fn put(&mut self, start: u16, mut shares: Vec<Share>, list: &TaskList) -> Result<(), EntryFault> {
        let sum: Minutes = shares.iter().map(|share| share.1).sum();
        let slot = u32::from(self.slot_minutes);
        if sum.0 > slot {
            return Err(EntryFault::TooMany(u16::try_from(sum.0 - slot).unwrap_or(u16::MAX)));
        }
        in_order(&mut shares, list);
        let mark = Mark::Typed;
        self.slots.insert(start, Slot { shares, mark });
        Ok(())
    }

    /// The sheet as it goes into the book; cells that nobody has touched stay marked as copied.
    pub fn to_sheet(&self, list: ListNumber) -> Sheet {
        let header = self.header.clone();
        let copied = |(start, slot): (&u16, &Slot)| (slot.mark == Mark::Copied).then_some(*start);
        Sheet {
            staff: header.staff,
            date: header.date,
            role: header.role,
            unit: header.unit,
            scheduled: header.scheduled,
            actual: header.actual,
            slot_minutes: self.slot_minutes,
            cells: self
                .slots
                .iter()
                .map(|(start, slot)| Cell {
                    start: *start,
                    shares: slot.shares.clone(),
                })
                .collect(),
            note: remark(&header.note),
            manner: self.manner,
            list,
            copied: self.slots.iter().filter_map(copied).collect(),
        }
    }

    /// The key that the sheet will have.
    pub fn key(&self) -> SheetKey {
        self.to_sheet(ListNumber::default()).key(self.header.wave)
    }
}

/// What stood in another slot, once more; one task that filled it alone fills what this slot expects.
fn again((repeated, is_short): &(Slot, bool), start: u16, frame: &Frame) -> Result<Vec<Share>, EntryFault> {
    let due = frame.due(start);
    if let ([Share(task, _)], false) = (repeated.shares.as_slice(), is_short) {
        return Ok(vec![Share(task.clone(), Minutes(u32::from(due)))]);
    }
    let sum: Minutes = repeated.shares.iter().map(|share| share.1).sum();
    let too_many = sum.minus(Minutes(u32::from(due)));
    if too_many > Minutes::ZERO {
        return Err(EntryFault::TooMany(u16::try_from(too_many.0).unwrap_or(u16::MAX)));
    }
    Ok(repeated.shares.clone())
}
