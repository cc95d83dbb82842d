//! Everything that can happen on the screens.

use super::desk::{Outcome, Progress};
use crate::phrase::{Phrase, phrase};

/// A tab. The numbers are those of the whole program; a tab that does not exist yet leaves its number free.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tab {
    /// ホーム
    Home,
    /// 時間
    Time,
    /// 効果
    Effect,
    /// 出力
    Output,
}

impl Tab {
    /// In order of their numbers.
    pub const ALL: [Self; 4] = [Self::Home, Self::Time, Self::Effect, Self::Output];

    /// The number that opens it.
    pub fn number(self) -> u8 {
        match self {
            Self::Home => 1,
            Self::Time => 3,
            Self::Effect => 4,
            Self::Output => 7,
        }
    }

    /// Its name.
    pub fn name(self) -> Phrase {
        match self {
            Self::Home => phrase("screens-tab-home"),
            Self::Time => phrase("screens-tab-time"),
            Self::Effect => phrase("screens-tab-effect"),
            Self::Output => phrase("screens-tab-output"),
        }
    }

    /// The tab `steps` further, round the end.
    #[must_use]
    pub fn turn(self, steps: isize) -> Self {
        let at = Self::ALL.iter().position(|tab| *tab == self).unwrap_or(0);
        Self::ALL[turned(at, steps, Self::ALL.len())]
    }
}

/// A place `steps` further among `count`, round the end.
pub fn turned(at: usize, steps: isize, count: usize) -> usize {
    let count = isize::try_from(count.max(1)).unwrap_or(isize::MAX);
    let at = isize::try_from(at).unwrap_or(0);
    usize::try_from((at + steps).rem_euclid(count)).unwrap_or(0)
}

/// What a key can ask for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Command {
    /// Leaves the program.
    Quit,
    /// Shows all keys.
    Help,
    /// Shows all commands to choose from.
    Palette,
    /// Goes to a tab.
    Go(Tab),
    /// Goes to the next tab.
    NextTab,
    /// Goes to the tab before.
    PreviousTab,
    /// One row up.
    Up,
    /// One row down.
    Down,
    /// Ten rows up.
    PageUp,
    /// Ten rows down.
    PageDown,
    /// The first row.
    First,
    /// The last row.
    Last,
    /// The next way to look at the times.
    NextView,
    /// The way before.
    PreviousView,
    /// The next wave.
    NextWave,
    /// Whole day, day, night.
    NextPeriod,
    /// Minutes per person-day, or scaled to 480 or 600.
    ToggleScaled,
    /// Chooses the row, or goes on.
    Accept,
    /// Back to where one came from.
    Back,
    /// Asks for a book to open.
    Open,
    /// Asks for a new book.
    New,
    /// Makes the sample office.
    Demo,
    /// Asks what to import.
    Import,
    /// Asks where to export to.
    Export,
    /// Takes the last change back.
    Undo,
    /// Does it again.
    Redo,
    /// The next field of a form.
    NextField,
    /// The field before.
    PreviousField,
    /// The next value of a choice.
    NextChoice,
    /// The value before.
    PreviousChoice,
    /// Writes the file that was asked for.
    Confirm,
    /// Says what the words of another program mean.
    MapTags,
    /// Writes what they mean, and imports again.
    SaveTags,
    /// Stops the work that is going on.
    Stop,
    /// One letter left.
    CursorLeft,
    /// One letter right.
    CursorRight,
    /// Before the first letter.
    CursorHome,
    /// Behind the last letter.
    CursorEnd,
    /// Takes the letter before the cursor away.
    EraseLeft,
    /// Takes the letter at the cursor away.
    EraseRight,
    /// Empties the field.
    EraseAll,
}

impl Command {
    /// What it does, in a few words.
    pub fn label(self) -> Phrase {
        match self {
            Self::Quit => phrase("screens-do-quit"),
            Self::Help => phrase("screens-do-help"),
            Self::Palette => phrase("screens-do-palette"),
            Self::Go(tab) => tab.name(),
            Self::NextTab => phrase("screens-do-next-tab"),
            Self::PreviousTab => phrase("screens-do-previous-tab"),
            Self::Up => phrase("screens-do-up"),
            Self::Down => phrase("screens-do-down"),
            Self::PageUp => phrase("screens-do-page-up"),
            Self::PageDown => phrase("screens-do-page-down"),
            Self::First => phrase("screens-do-first"),
            Self::Last => phrase("screens-do-last"),
            Self::NextView => phrase("screens-do-next-view"),
            Self::PreviousView => phrase("screens-do-previous-view"),
            Self::NextWave => phrase("screens-do-next-wave"),
            Self::NextPeriod => phrase("screens-do-next-period"),
            Self::ToggleScaled => phrase("screens-do-scaled"),
            Self::Accept => phrase("screens-do-accept"),
            Self::Back => phrase("screens-do-back"),
            Self::Open => phrase("screens-do-open"),
            Self::New => phrase("screens-do-new"),
            Self::Demo => phrase("screens-do-demo"),
            Self::Import => phrase("screens-do-import"),
            Self::Export => phrase("screens-do-export"),
            Self::Undo => phrase("screens-do-undo"),
            Self::Redo => phrase("screens-do-redo"),
            Self::NextField => phrase("screens-do-next-field"),
            Self::PreviousField => phrase("screens-do-previous-field"),
            Self::NextChoice => phrase("screens-do-next-choice"),
            Self::PreviousChoice => phrase("screens-do-previous-choice"),
            Self::Confirm => phrase("screens-do-confirm"),
            Self::MapTags => phrase("tags-do-map"),
            Self::SaveTags => phrase("tags-do-save"),
            Self::Stop => phrase("screens-do-stop"),
            Self::CursorLeft => phrase("screens-do-cursor-left"),
            Self::CursorRight => phrase("screens-do-cursor-right"),
            Self::CursorHome => phrase("screens-do-cursor-home"),
            Self::CursorEnd => phrase("screens-do-cursor-end"),
            Self::EraseLeft => phrase("screens-do-erase-left"),
            Self::EraseRight => phrase("screens-do-erase-right"),
            Self::EraseAll => phrase("screens-do-erase-all"),
        }
    }
}

/// Something that happened: a key, typed text, news of the work.
#[derive(Debug, Clone, PartialEq)]
pub enum Action {
    /// A key or a click asked for it.
    Do(Command),
    /// A letter was typed into a field.
    Type(char),
    /// Text was pasted.
    Paste(String),
    /// A letter that is no key came from the input method.
    StrayLetter,
    /// The work has come this far.
    Progress(Progress),
    /// The work is over.
    Done(Outcome),
}
