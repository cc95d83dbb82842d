//! The table of keys: hint bar, help, list of commands, `yutori keys` and the guide are all made from it.

mod rows;

pub use self::rows::ROWS;
use super::action::Command;
use super::key::Key;
use super::model::Context;
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
    /// 3 時間の「回収」
    Survey,
    /// 2 課題
    Issues,
    /// 4 効果
    Effects,
    /// 5 文書
    Documents,
    /// 質問票の回答
    Answers,
    /// 台帳
    Book,
    /// 入力欄
    Fields,
    /// 確認・作業中
    Questions,
    /// 3 時間：調査票
    Quality,
    /// 3 時間：ムリ・ムダ・ムラ
    Meters,
    /// 案
    Scenario,
    /// 業務分類
    List,
    /// 調査票の入力
    Keying,
    /// タイマー
    Timer,
}

impl Group {
    /// Its heading.
    pub fn name(self) -> Phrase {
        match self {
            Self::Everywhere => phrase("screens-keys-everywhere"),
            Self::Tabs => phrase("screens-keys-tabs"),
            Self::Rows => phrase("screens-keys-rows"),
            Self::Times => phrase("screens-keys-times"),
            Self::Survey => phrase("survey-keys"),
            Self::Issues => phrase("issues-keys"),
            Self::Effects => phrase("effect-keys"),
            Self::Documents => phrase("paperview-keys"),
            Self::Answers => phrase("answer-keys"),
            Self::Book => phrase("screens-keys-book"),
            Self::Fields => phrase("screens-keys-fields"),
            Self::Questions => phrase("screens-keys-questions"),
            Self::Quality => phrase("screens-keys-quality"),
            Self::Meters => phrase("screens-keys-meters"),
            Self::Scenario => phrase("screens-keys-scenario"),
            Self::List => phrase("list-keys"),
            Self::Keying => phrase("keying-keys"),
            Self::Timer => phrase("timer-keys"),
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
        Group::Issues,
        Group::Answers,
        Group::Times,
        Group::Survey,
        Group::Effects,
        Group::Documents,
        Group::Book,
        Group::Fields,
        Group::Questions,
        Group::Quality,
        Group::Meters,
        Group::Scenario,
        Group::List,
        Group::Keying,
        Group::Timer,
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
    use crate::screens::model::Context::*;
    use ratatui::crossterm::event::KeyCode;

    const ALL: &[Context] = &[
        CausePick,
        CauseEvidence,
        IssueSurvey,
        IssueNotices,
        IssueMap,
        IssueChoice,
        IssueMeasures,
        IssueMeetings,
        ChoicePlacing,
        ChoiceSources,
        MeasureParts,
        NoticeFind,
        FigureGrid,
        FigureAdd,
        FigureLeave,
        FigureFaults,
        Answer,
        AnswerOverview,
        AnswerLeave,
        AnswerList,
        Start,
        Home,
        Tasks,
        Time,
        Effect,
        EffectWhy,
        EffectChoose,
        EffectEnter,
        EffectQuadrant,
        EffectSeries,
        EffectJudge,
        EffectGuide,
        EffectGuidePick,
        EffectGuideText,
        EffectGuideReview,
        Documents,
        DocumentLedger,
        DocumentFacts,
        DocumentTrend,
        DocumentLinkage,
        DocumentPick,
        DocumentRemove,
        DocumentGrid,
        DocumentWeek,
        DocumentLeave,
        DocumentFaults,
        Output,
        FormText,
        FormChoice,
        Confirm,
        Busy,
        Results,
        Problem,
        Help,
        Palette,
        Sheets,
        Meters,
        Marks,
        Scenarios,
        Trying,
        Tags,
        Columns,
        Views,
        Find,
        Heat,
        Day,
        Board,
        List,
        ListText,
        ListLists,
        ListPlaces,
        ListLeave,
        Keying,
        KeyingHead,
        KeyingCopy,
        KeyingLeave,
        KeyingRemove,
        KeyingSaved,
        KeyingFaults,
        Timings,
        Timer,
        TimerForgotten,
        TimerEnd,
        Agreement,
        Plan,
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
        assert_eq!(resolve(Key::plain(KeyCode::Enter), Confirm), None);
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
