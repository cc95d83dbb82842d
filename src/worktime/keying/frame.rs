//! The slots of a sheet that is being keyed.

use super::fault::EntryFault;
use crate::office::Span;

/// The slots into which a sheet can be keyed (コマ): those of its span, and others that hold something already.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Frame {
    slot: u16,
    span: Option<Span>,
    starts: Vec<u16>,
}

impl Frame {
    /// The slots of a span, and these others.
    pub fn new(slot: u16, span: Option<Span>, others: impl IntoIterator<Item = u16>) -> Self {
        let slot = slot.max(1);
        let others: Vec<u16> = others.into_iter().collect();
        let mut starts: Vec<u16> = match (span, others.iter().min(), others.iter().max()) {
            (Some(span), ..) => (span.start() / slot * slot..span.end())
                .step_by(usize::from(slot))
                .collect(),
            (None, Some(first), Some(last)) => (*first..=*last).step_by(usize::from(slot)).collect(),
            _ => Vec::new(),
        };
        starts.extend(others);
        starts.sort_unstable();
        starts.dedup();
        Self { slot, span, starts }
    }

    /// First minutes of the slots, in order.
    pub fn starts(&self) -> &[u16] {
        &self.starts
    }

    /// Slot length in minutes.
    pub fn slot(&self) -> u16 {
        self.slot
    }

    /// Minutes that a slot is expected to hold: what the span has of it; the whole slot outside the span.
    pub fn due(&self, start: u16) -> u16 {
        let inside = self
            .span
            .map_or(0, |span| span.overlap(start, start.saturating_add(self.slot)).0);
        match u16::try_from(inside) {
            Ok(minutes) if minutes > 0 => minutes,
            _ => self.slot,
        }
    }

    /// Whether the span has a part of the slot; without a span every slot counts.
    pub fn is_inside(&self, start: u16) -> bool {
        self.span
            .is_none_or(|span| span.overlap(start, start.saturating_add(self.slot)).0 > 0)
    }

    /// Place of a slot among all.
    pub fn place(&self, start: u16) -> Option<usize> {
        self.starts.binary_search(&start).ok()
    }

    /// The slot after this one; `None` behind the last.
    pub fn after(&self, start: u16) -> Option<u16> {
        self.starts.iter().copied().find(|other| *other > start)
    }

    /// The slot before a minute; behind the last slot the last one.
    pub fn before(&self, start: Option<u16>) -> Option<u16> {
        match start {
            None => self.starts.last().copied(),
            Some(start) => self.starts.iter().copied().rev().find(|other| *other < start),
        }
    }

    /// `count` slots from this one on.
    pub fn run(&self, at: Option<u16>, count: usize) -> Result<Vec<u16>, EntryFault> {
        let place = at.and_then(|at| self.place(at)).ok_or(EntryFault::AtTheEnd)?;
        let left = &self.starts[place..];
        left.get(..count)
            .map(<[u16]>::to_vec)
            .ok_or(EntryFault::PastEnd(left.len()))
    }

    /// The slots between two clock times as they were written.
    ///
    /// A time before the shift is the next day's where the sheet has slots there; an end is the first such time after the start.
    pub fn between(&self, start: u16, end: u16) -> Result<Vec<u16>, EntryFault> {
        let start = self.on_its_day(start);
        let end = if end > start { end } else { end + 1440 };
        let first = if Some(start) == self.span.map(Span::start) {
            start / self.slot * self.slot
        } else {
            start
        };
        let ends_with_span = Some(end) == self.span.map(Span::end);
        for at in [first, if ends_with_span { first } else { end }] {
            if at % self.slot != 0 {
                return Err(EntryFault::OffGrid { at, slot: self.slot });
            }
        }
        (first..end)
            .step_by(usize::from(self.slot))
            .map(|at| self.place(at).map(|_| at).ok_or(EntryFault::OutsideSpan(at)))
            .collect()
    }

    fn on_its_day(&self, time: u16) -> u16 {
        let (Some(first), Some(last)) = (self.starts.first(), self.starts.last()) else {
            return time;
        };
        let has = |time: u16| (*first..last.saturating_add(self.slot)).contains(&time);
        if !has(time) && time < 1440 && has(time + 1440) {
            time + 1440
        } else {
            time
        }
    }
}
