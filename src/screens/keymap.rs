//! The table of keys: hint bar, help, list of commands, `yutori keys` and the guide are all made from it.

use ratatui::crossterm::event::KeyCode;

use super::action::{Command, Tab};
use super::key::Key;
use super::model::Context::{
    self, Busy, Confirm, Effect, FormChoice, FormText, Help, Home, Output, Palette, Problem, Results, Start, Time,
};
use crate::phrase::{Phrase, phrase};

/// Where a key belongs in the help.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Group {
    /// どこでも
    Everywhere,
    /// タブ
    Tabs,
    /// 選ぶ・動く
    Rows,
    /// 3 時間
    Times,
    /// 台帳
    Book,
    /// 入力欄
    Fields,
    /// 確認・作業中
    Questions,
}

impl Group {
    /// Its heading.
    pub fn name(self) -> Phrase {
        match self {
            Self::Everywhere => phrase("screens-keys-everywhere"),
            Self::Tabs => phrase("screens-keys-tabs"),
            Self::Rows => phrase("screens-keys-rows"),
            Self::Times => phrase("screens-keys-times"),
            Self::Book => phrase("screens-keys-book"),
            Self::Fields => phrase("screens-keys-fields"),
            Self::Questions => phrase("screens-keys-questions"),
        }
    }
}

/// One row of the table.
#[derive(Debug)]
pub struct KeyRow {
    /// Where it holds.
    pub contexts: &'static [Context],
    /// Keys that ask for it; the first is shown in the hint bar.
    pub keys: &'static [Key],
    /// What they ask for.
    pub command: Command,
    /// Its place in the help.
    pub group: Group,
    /// Whether the hint bar shows it.
    pub hint: bool,
}

const PAGES: &[Context] = &[Home, Time, Effect, Output];
const CALM: &[Context] = &[Start, Home, Time, Effect, Output, Results];
const LISTS: &[Context] = &[Start, Time, Effect, Output, Results, Help, Palette];
const LONG_LISTS: &[Context] = &[Start, Time, Effect, Output, Results, Help];
const FORMS: &[Context] = &[FormText, FormChoice];
const WITH_ANSWERS: &[Context] = &[FormText, FormChoice, Palette];
const NO_FORMS: &[Context] = &[Start, Home, Time, Effect, Output, Confirm, Busy, Results, Problem, Help];
const NO_WORK: &[Context] = &[
    Start, Home, Time, Effect, Output, FormText, FormChoice, Confirm, Results, Problem, Help, Palette,
];
const TEXTS: &[Context] = &[FormText, Palette];

const fn row(group: Group, command: Command, keys: &'static [Key], contexts: &'static [Context], hint: bool) -> KeyRow {
    KeyRow {
        contexts,
        keys,
        command,
        group,
        hint,
    }
}

const fn plain(code: KeyCode) -> Key {
    Key::plain(code)
}

/// All rows, in the order of the hint bar and the help.
pub static ROWS: &[KeyRow] = &[
    row(
        Group::Rows,
        Command::Up,
        &[plain(KeyCode::Up), Key::of('k')],
        LISTS,
        false,
    ),
    row(
        Group::Rows,
        Command::Down,
        &[plain(KeyCode::Down), Key::of('j')],
        LISTS,
        false,
    ),
    row(Group::Rows, Command::PageUp, &[plain(KeyCode::PageUp)], LISTS, false),
    row(
        Group::Rows,
        Command::PageDown,
        &[plain(KeyCode::PageDown)],
        LISTS,
        false,
    ),
    row(
        Group::Rows,
        Command::First,
        &[plain(KeyCode::Home), Key::of('g')],
        LONG_LISTS,
        false,
    ),
    row(
        Group::Rows,
        Command::Last,
        &[plain(KeyCode::End), Key::of('G')],
        LONG_LISTS,
        false,
    ),
    row(
        Group::Rows,
        Command::Accept,
        &[plain(KeyCode::Enter)],
        &[Start, Home, Output, FormText, FormChoice, Palette],
        true,
    ),
    row(
        Group::Rows,
        Command::Back,
        &[plain(KeyCode::Esc)],
        &[FormText, FormChoice, Confirm, Help, Palette],
        true,
    ),
    row(
        Group::Rows,
        Command::Back,
        &[plain(KeyCode::Esc), plain(KeyCode::Enter)],
        &[Results, Problem],
        true,
    ),
    row(
        Group::Times,
        Command::NextView,
        &[plain(KeyCode::Right), Key::of('l')],
        &[Time],
        true,
    ),
    row(
        Group::Times,
        Command::PreviousView,
        &[plain(KeyCode::Left), Key::of('h')],
        &[Time],
        false,
    ),
    row(
        Group::Times,
        Command::NextWave,
        &[Key::of('w'), Key::f(2)],
        &[Time],
        true,
    ),
    row(
        Group::Times,
        Command::NextPeriod,
        &[Key::of('p'), Key::f(8)],
        &[Time],
        true,
    ),
    row(
        Group::Times,
        Command::ToggleScaled,
        &[Key::of('s'), Key::f(9)],
        &[Time],
        true,
    ),
    row(Group::Book, Command::Import, &[Key::of('i'), Key::f(5)], PAGES, true),
    row(Group::Book, Command::Export, &[Key::of('e'), Key::f(6)], PAGES, true),
    row(Group::Book, Command::Undo, &[Key::of('u'), Key::ctrl('z')], PAGES, true),
    row(
        Group::Book,
        Command::Redo,
        &[Key::ctrl('r'), Key::ctrl('y')],
        PAGES,
        false,
    ),
    row(
        Group::Book,
        Command::New,
        &[Key::of('n'), Key::ctrl('n')],
        &[Start, Home, Time, Effect, Output],
        false,
    ),
    row(
        Group::Book,
        Command::Open,
        &[Key::of('o'), Key::ctrl('o')],
        &[Start, Home, Time, Effect, Output],
        false,
    ),
    row(Group::Book, Command::Demo, &[Key::of('d'), Key::f(8)], &[Start], false),
    row(Group::Tabs, Command::Go(Tab::Home), &[Key::of('1')], PAGES, false),
    row(
        Group::Tabs,
        Command::Go(Tab::Time),
        &[Key::of('3'), Key::f(3)],
        PAGES,
        false,
    ),
    row(
        Group::Tabs,
        Command::Go(Tab::Effect),
        &[Key::of('4'), Key::f(4)],
        PAGES,
        false,
    ),
    row(
        Group::Tabs,
        Command::Go(Tab::Output),
        &[Key::of('7'), Key::f(7)],
        PAGES,
        false,
    ),
    row(Group::Tabs, Command::NextTab, &[plain(KeyCode::Tab)], PAGES, true),
    row(
        Group::Tabs,
        Command::PreviousTab,
        &[plain(KeyCode::BackTab)],
        PAGES,
        false,
    ),
    row(
        Group::Questions,
        Command::Confirm,
        &[Key::f(2), Key::of('y')],
        &[Confirm],
        true,
    ),
    row(Group::Questions, Command::Stop, &[plain(KeyCode::Esc)], &[Busy], true),
    row(
        Group::Fields,
        Command::NextField,
        &[plain(KeyCode::Tab), plain(KeyCode::Down)],
        FORMS,
        true,
    ),
    row(
        Group::Fields,
        Command::PreviousField,
        &[plain(KeyCode::BackTab), plain(KeyCode::Up)],
        FORMS,
        false,
    ),
    row(
        Group::Fields,
        Command::NextChoice,
        &[plain(KeyCode::Right), Key::of(' ')],
        &[FormChoice],
        true,
    ),
    row(
        Group::Fields,
        Command::PreviousChoice,
        &[plain(KeyCode::Left)],
        &[FormChoice],
        false,
    ),
    row(
        Group::Fields,
        Command::CursorLeft,
        &[plain(KeyCode::Left), Key::ctrl('b')],
        TEXTS,
        false,
    ),
    row(
        Group::Fields,
        Command::CursorRight,
        &[plain(KeyCode::Right), Key::ctrl('f')],
        TEXTS,
        false,
    ),
    row(
        Group::Fields,
        Command::CursorHome,
        &[plain(KeyCode::Home), Key::ctrl('a')],
        TEXTS,
        false,
    ),
    row(
        Group::Fields,
        Command::CursorEnd,
        &[plain(KeyCode::End), Key::ctrl('e')],
        TEXTS,
        false,
    ),
    row(
        Group::Fields,
        Command::EraseLeft,
        &[plain(KeyCode::Backspace), Key::ctrl('h')],
        TEXTS,
        false,
    ),
    row(
        Group::Fields,
        Command::EraseRight,
        &[plain(KeyCode::Delete), Key::ctrl('d')],
        TEXTS,
        false,
    ),
    row(Group::Fields, Command::EraseAll, &[Key::ctrl('u')], TEXTS, false),
    row(
        Group::Everywhere,
        Command::Help,
        &[Key::of('?'), Key::f(1)],
        NO_WORK,
        true,
    ),
    row(
        Group::Everywhere,
        Command::Palette,
        &[Key::of(':'), Key::f(12)],
        CALM,
        false,
    ),
    row(
        Group::Everywhere,
        Command::Quit,
        &[Key::of('q'), Key::f(10), Key::ctrl('c')],
        NO_FORMS,
        true,
    ),
    // A stray letter must not throw half-filled answers away.
    row(
        Group::Everywhere,
        Command::Quit,
        &[Key::f(10), Key::ctrl('c')],
        WITH_ANSWERS,
        true,
    ),
];

/// What a key asks for in a context. Where letters are typed, they ask for nothing.
pub fn resolve(key: Key, context: Context) -> Option<Command> {
    if context.takes_text() && key.typed().is_some() {
        return None;
    }
    let find = |key: Key| {
        ROWS.iter()
            .find(|row| row.contexts.contains(&context) && row.keys.contains(&key))
            .map(|row| row.command)
    };
    find(key).or_else(|| find(key.lower()))
}

/// Rows that the hint bar shows in a context.
pub fn hints(context: Context) -> impl Iterator<Item = &'static KeyRow> {
    ROWS.iter()
        .filter(move |row| row.hint && row.contexts.contains(&context))
}

/// The first key of a row that does something in a context: letters do nothing where they are typed.
pub fn first_key(row: &KeyRow, context: Context) -> Option<Key> {
    row.keys
        .iter()
        .copied()
        .find(|key| !(context.takes_text() && key.typed().is_some()))
}

/// Commands that can be chosen from the list of commands on a page; moving about is left out.
pub fn commands_of(page: Context) -> Vec<Command> {
    ROWS.iter()
        .filter(|row| row.contexts.contains(&page) && row.group != Group::Rows && row.command != Command::Palette)
        .map(|row| row.command)
        .collect()
}

/// One line of the table for people.
#[derive(Debug, Clone, PartialEq)]
pub struct KeyLine {
    /// Heading under which it stands.
    pub group: Phrase,
    /// Names of the keys.
    pub keys: Vec<String>,
    /// What they do.
    pub label: Phrase,
}

/// The whole table for people, group by group: the help screen, `yutori keys` and the guide show it.
pub fn keys_table() -> Vec<KeyLine> {
    let groups = [
        Group::Everywhere,
        Group::Tabs,
        Group::Rows,
        Group::Times,
        Group::Book,
        Group::Fields,
        Group::Questions,
    ];
    let mut lines: Vec<KeyLine> = Vec::new();
    for group in groups {
        for row in ROWS.iter().filter(|row| row.group == group) {
            let keys: Vec<String> = row.keys.iter().map(|key| key.name()).collect();
            let label = row.command.label();
            match lines.iter_mut().find(|line| line.label == label) {
                Some(line) => line.keys.extend(
                    keys.into_iter()
                        .filter(|key| !line.keys.contains(key))
                        .collect::<Vec<_>>(),
                ),
                None => lines.push(KeyLine {
                    group: group.name(),
                    keys,
                    label,
                }),
            }
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: &[Context] = &[
        Start, Home, Time, Effect, Output, FormText, FormChoice, Confirm, Busy, Results, Problem, Help, Palette,
    ];

    #[test]
    fn every_command_has_a_key_that_is_no_letter() {
        for row in ROWS {
            assert!(row.keys.iter().any(|key| !key.is_letter()), "{row:?}");
        }
    }

    #[test]
    fn every_command_has_a_key_where_letters_are_typed() {
        for row in ROWS {
            for context in row.contexts {
                assert!(first_key(row, *context).is_some(), "{row:?} {context:?}");
            }
        }
    }

    #[test]
    fn no_key_asks_for_two_things_in_one_context() {
        for context in ALL {
            let mut seen: Vec<Key> = Vec::new();
            for key in ROWS
                .iter()
                .filter(|row| row.contexts.contains(context))
                .flat_map(|row| row.keys)
            {
                assert!(!seen.contains(key), "{} twice in {context:?}", key.name());
                seen.push(*key);
            }
        }
    }

    #[test]
    fn letters_are_typed_and_not_obeyed_in_a_field() {
        assert_eq!(resolve(Key::of('q'), FormText), None);
        assert_eq!(resolve(Key::of('3'), FormText), None);
        assert_eq!(resolve(Key::ctrl('c'), FormText), Some(Command::Quit));
        assert_eq!(resolve(Key::of('q'), FormChoice), None);
    }

    #[test]
    fn caps_lock_changes_nothing_unless_the_capital_is_a_key_of_its_own() {
        assert_eq!(resolve(Key::of('I'), Home), Some(Command::Import));
        assert_eq!(resolve(Key::of('G'), Time), Some(Command::Last));
        assert_eq!(resolve(Key::of('g'), Time), Some(Command::First));
    }

    #[test]
    fn every_context_shows_at_least_one_hint_and_can_be_left() {
        for context in ALL {
            assert!(hints(*context).count() > 0, "{context:?}");
            assert_eq!(resolve(Key::ctrl('c'), *context), Some(Command::Quit));
        }
    }

    #[test]
    fn enter_never_writes_a_file() {
        assert_eq!(resolve(plain(KeyCode::Enter), Confirm), None);
    }

    #[test]
    fn the_table_for_people_says_each_command_once() {
        let lines = keys_table();
        for (index, line) in lines.iter().enumerate() {
            assert!(lines.iter().skip(index + 1).all(|other| other.label != line.label));
        }
        for row in ROWS {
            assert!(lines.iter().any(|line| line.label == row.command.label()));
        }
    }
}
