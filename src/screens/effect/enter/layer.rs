//! The grid of one indicator while figures are typed: what it remembers.

use chrono::NaiveDate;

use crate::effect::{At, BlockFault, FigureGrid, GridHead, Indicator, Per, Spot};
use crate::phrase::Phrase;
use crate::report;
use crate::screens::desk::Shown;
use crate::screens::input::Input;
use crate::screens::model::Context;
use crate::worktime::Wave;

/// Something laid over the grid.
#[derive(Debug, Clone, PartialEq)]
pub enum GridAside {
    /// Asks before unsaved figures are thrown away; whether the program ends then.
    Leaving(bool),
    /// The code of somebody new is typed; whether it was pointed out that it looks like a name.
    Person(Input, bool),
    /// A month or a day is typed.
    Time(Input),
    /// A pasted block had faults; the row that is read.
    Faults(Vec<BlockFault>, usize),
}

/// What is being written to the book, and what comes then.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Saving {
    /// The grid closes.
    pub leave: bool,
    /// The program ends.
    pub quit: bool,
}

/// The grid of one indicator.
#[derive(Debug, Clone, PartialEq)]
pub struct EnterLayer {
    /// The indicator.
    pub indicator: Indicator,
    /// What is typed.
    pub grid: FigureGrid,
    /// The field that has the keys; one row or column behind the last is nowhere.
    pub at: Spot,
    /// What is typed into it now; empty while nobody types.
    pub entry: Input,
    /// What lies over the grid.
    pub aside: Option<GridAside>,
    /// Why what was typed cannot be taken.
    pub problem: Option<Phrase>,
    /// The day on which it was opened.
    pub today: NaiveDate,
    /// The column to which Enter goes back after Tab, as in a spreadsheet.
    pub(super) home: Option<usize>,
    pub(super) saving: Option<Saving>,
    pub(super) past: Vec<(FigureGrid, Spot)>,
    pub(super) future: Vec<(FigureGrid, Spot)>,
}

impl EnterLayer {
    /// The grid as the book has it, at the first figure that is missing.
    pub fn new(shown: &Shown, indicator: &Indicator) -> Self {
        let grid = report::figure_grid(&shown.holdings, indicator, shown.today);
        let periods = report::periods(&shown.holdings);
        // Of the months of people only those of a survey are compared.
        let is_wanted = |at: At| indicator.per == Per::StaffMonth && report::wave_of(&periods, at).is_some();
        let at = first_missing(&grid, is_wanted);
        Self {
            indicator: indicator.clone(),
            grid,
            at,
            entry: Input::default(),
            aside: None,
            problem: None,
            today: shown.today,
            home: None,
            saving: None,
            past: Vec::new(),
            future: Vec::new(),
        }
    }

    /// Which rows of the key table hold.
    pub fn context(&self) -> Context {
        match self.aside {
            None => Context::FigureGrid,
            Some(GridAside::Leaving(_)) => Context::FigureLeave,
            Some(GridAside::Person(..) | GridAside::Time(_)) => Context::FigureAdd,
            Some(GridAside::Faults(..)) => Context::FigureFaults,
        }
    }

    /// Whether something would be lost by leaving.
    pub fn is_unsaved(&self) -> bool {
        self.grid.is_unsaved() || !self.entry.text().is_empty()
    }

    /// Whether the key stands in a field.
    pub fn is_within(&self) -> bool {
        self.at.row < self.grid.rows().len() && self.at.column < self.grid.width()
    }

    /// Takes the grid as it is after an entry; the one before can be taken up again.
    pub(super) fn change(&mut self, grid: FigureGrid) {
        if grid != self.grid {
            let before = std::mem::replace(&mut self.grid, grid);
            self.past.push((before, self.at));
            self.future.clear();
        }
    }

    /// The survey that would be added next.
    pub(super) fn next_wave(&self) -> Wave {
        let waves = self.grid.columns().iter().filter_map(|head| match head {
            GridHead::At(At::Wave(Wave::After(count))) => Some(*count),
            _ => None,
        });
        Wave::After(waves.max().unwrap_or(0).saturating_add(1).min(99))
    }

    /// Whether its times are surveys.
    pub fn is_of_surveys(&self) -> bool {
        matches!(self.indicator.per, Per::Staff | Per::Resident | Per::Office)
    }
}

/// The first figure that is missing at a time that is wanted, else the first that is missing at all, else the first field.
fn first_missing(grid: &FigureGrid, is_wanted: impl Fn(At) -> bool) -> Spot {
    let spots = (0..grid.width()).flat_map(|column| (0..grid.rows().len()).map(move |row| Spot { row, column }));
    let missing: Vec<Spot> = spots
        .filter(|spot| !grid.is_base(*spot) && grid.text(*spot).is_empty())
        .collect();
    let wanted = missing
        .iter()
        .find(|spot| grid.key(**spot).is_some_and(|(_, at)| is_wanted(at)));
    wanted.or(missing.first()).copied().unwrap_or_default()
}
