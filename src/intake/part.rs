//! What one file says about one shift; a night shift may come in two parts.

use std::ops::Range;

use chrono::NaiveDate;

use super::answers::Answered;
use super::figures::Figured;
use super::ledger::Ledgered;
use super::notices::Noticed;
use super::order::{Fault, Place};
use crate::documents::SlipCount;
use crate::phrase::Phrase;
use crate::worktime::{Sheet, Wave};

/// A shift, or a part of one, as one file has it.
#[derive(Debug, Clone)]
pub struct Part {
    /// Which file of the order.
    pub file: usize,
    /// Where in the file.
    pub place: Place,
    /// When in the improvement.
    pub wave: Wave,
    /// Whether the wave stands beside the entries themselves, and not only in a folder's name or on the command line.
    pub wave_is_written: bool,
    /// The sheet; minutes are after 0:00 of its date.
    pub sheet: Sheet,
    /// Whether it is part of a form, which holds twelve hours and may go on in another.
    pub may_go_on: bool,
    /// The minutes that its hours cover, filled or not, counted as those of its cells.
    pub covers: Range<u16>,
    /// Whether its span says that it is the rest of a night shift. Its date is then that of the shift or the day after.
    pub is_rest: bool,
}

impl Part {
    /// First minute of its first cell.
    pub fn first(&self) -> u16 {
        self.sheet.cells.first().map_or(0, |cell| cell.start)
    }

    /// The minute after its last cell.
    pub fn end(&self) -> u16 {
        let sheet = &self.sheet;
        sheet.cells.last().map_or(0, |cell| cell.start + sheet.slot_minutes)
    }

    /// Whether its cells go on past 24:00 of its date.
    pub fn passes_midnight(&self) -> bool {
        self.end() > 1440
    }
}

/// What was read from one file.
#[derive(Debug, Default)]
pub struct Reading {
    /// Shifts and parts of shifts.
    pub parts: Vec<Part>,
    /// Entries with minutes.
    pub rows: usize,
    /// All that is wrong.
    pub faults: Vec<Fault>,
    /// What was inferred.
    pub notes: Vec<Phrase>,
    /// The office that the file names.
    pub office: Option<String>,
    /// Whether the file itself names its waves.
    pub names_waves: bool,
    /// Words of another program of which nobody has said what they mean.
    pub unmapped: Vec<String>,
    /// What people answered to the challenge sheet.
    pub responses: Vec<Answered>,
    /// What people noticed.
    pub notices: Vec<Noticed>,
    /// Figures of indicators.
    pub figures: Vec<Figured>,
    /// Slips that went as data.
    pub slips: Vec<SlipCount>,
    /// What was counted of documents.
    pub ledger: Vec<Ledgered>,
    /// Headings of answer tables of which nobody has said what they mean.
    pub headings: Vec<String>,
    /// Whether somebody must say which questionnaire an answer table is of.
    pub asks_questionnaire: bool,
    /// Id of the questionnaire by which those headings were read.
    pub questionnaire: Option<String>,
}

impl Reading {
    /// Adds what another part of the same file says.
    pub fn join(&mut self, more: Self) {
        self.parts.extend(more.parts);
        self.rows += more.rows;
        self.faults.extend(more.faults);
        self.notes.extend(more.notes);
        self.office = self.office.take().or(more.office);
        self.names_waves |= more.names_waves;
        self.unmapped.extend(more.unmapped);
        self.responses.extend(more.responses);
        self.notices.extend(more.notices);
        self.figures.extend(more.figures);
        self.slips.extend(more.slips);
        self.ledger.extend(more.ledger);
        self.headings.extend(more.headings);
        self.asks_questionnaire |= more.asks_questionnaire;
        self.questionnaire = self.questionnaire.take().or(more.questionnaire);
    }
}

/// The file that is being read.
#[derive(Debug, Clone, Copy, Default)]
pub struct Source {
    /// Which file of the order.
    pub file: usize,
    /// The wave, from the order or a folder.
    pub wave: Option<Wave>,
    /// Whether the wave was said by the order, and not by the name of a folder.
    pub wave_is_ordered: bool,
    /// The year of the order.
    pub year: Option<i32>,
    /// The date in the name of the file.
    pub name_date: Option<NaiveDate>,
}
