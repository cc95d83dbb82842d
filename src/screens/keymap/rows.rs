//! The rows of the key table.

use ratatui::crossterm::event::KeyCode;

use super::{Group, KeyRow};
use crate::screens::action::{Command, Tab};
use crate::screens::key::Key;
#[cfg_attr(
    not(test),
    expect(clippy::enum_glob_use, reason = "nearly every context has rows here")
)]
use crate::screens::model::Context::{self, *};

const ANY_PAGE: &[Context] = &[
    Start,
    Home,
    Tasks,
    Time,
    Board,
    Effect,
    EffectChoose,
    EffectEnter,
    EffectQuadrant,
    EffectSeries,
    EffectJudge,
    Documents,
    DocumentLedger,
    DocumentFacts,
    DocumentTrend,
    DocumentLinkage,
    Output,
    Sheets,
    Heat,
    Day,
    Meters,
    Plan,
    IssueSurvey,
    IssueNotices,
    IssueMap,
    IssueChoice,
    IssueMeasures,
    IssueMeetings,
];
const PAGES: &[Context] = &[
    Home,
    Tasks,
    Time,
    Board,
    Effect,
    EffectChoose,
    EffectEnter,
    EffectQuadrant,
    EffectSeries,
    EffectJudge,
    Documents,
    DocumentLedger,
    DocumentFacts,
    DocumentTrend,
    DocumentLinkage,
    Output,
    Sheets,
    Heat,
    Day,
    Meters,
    Plan,
    IssueSurvey,
    IssueNotices,
    IssueMap,
    IssueChoice,
    IssueMeasures,
    IssueMeetings,
];
const CALM: &[Context] = &[
    Start,
    Home,
    Tasks,
    Time,
    Board,
    Effect,
    EffectChoose,
    EffectEnter,
    EffectQuadrant,
    EffectSeries,
    EffectJudge,
    Documents,
    DocumentLedger,
    DocumentFacts,
    DocumentTrend,
    DocumentLinkage,
    Output,
    Results,
    Sheets,
    Heat,
    Day,
    Meters,
    Plan,
    IssueSurvey,
    IssueNotices,
    IssueMap,
    IssueChoice,
    IssueMeasures,
    IssueMeetings,
];
const LISTS: &[Context] = &[
    Start,
    Tasks,
    Time,
    Board,
    Effect,
    EffectChoose,
    EffectEnter,
    EffectQuadrant,
    EffectSeries,
    EffectJudge,
    Documents,
    DocumentLedger,
    DocumentFacts,
    DocumentTrend,
    DocumentLinkage,
    Output,
    Results,
    Help,
    Palette,
    Sheets,
    Heat,
    Day,
    Meters,
    Plan,
    Marks,
    Scenarios,
    IssueSurvey,
    IssueNotices,
    IssueMap,
    IssueChoice,
    IssueMeasures,
    IssueMeetings,
    CausePick,
    CauseEvidence,
];
const LONG_LISTS: &[Context] = &[
    Start,
    Tasks,
    Time,
    Board,
    Effect,
    EffectChoose,
    EffectEnter,
    EffectQuadrant,
    EffectSeries,
    EffectJudge,
    Documents,
    DocumentLedger,
    DocumentFacts,
    DocumentTrend,
    DocumentLinkage,
    Output,
    Results,
    Help,
    Sheets,
    Heat,
    Day,
    Meters,
    Plan,
    Marks,
    Scenarios,
    IssueSurvey,
    IssueMap,
    IssueChoice,
    IssueMeasures,
    IssueMeetings,
    CausePick,
    CauseEvidence,
];
const TIMES: &[Context] = &[Tasks, Time, Sheets, Heat, Day, Meters, Plan];
const TABS: &[Context] = &[
    Home,
    Tasks,
    Time,
    Board,
    Effect,
    EffectChoose,
    EffectEnter,
    EffectQuadrant,
    EffectSeries,
    EffectJudge,
    Documents,
    DocumentLedger,
    DocumentFacts,
    DocumentTrend,
    DocumentLinkage,
    Output,
    Help,
    Sheets,
    Heat,
    Day,
    Meters,
    Plan,
    IssueSurvey,
    IssueNotices,
    IssueMap,
    IssueChoice,
    IssueMeasures,
    IssueMeetings,
];
const ISSUES: &[Context] = &[
    IssueSurvey,
    IssueNotices,
    IssueMap,
    IssueChoice,
    IssueMeasures,
    IssueMeetings,
];
/// Where arrows to the sides are free for the next view.
const ISSUE_LISTS: &[Context] = &[IssueSurvey, IssueNotices, IssueChoice, IssueMeasures, IssueMeetings];
const EFFECTS: &[Context] = &[
    Effect,
    EffectChoose,
    EffectEnter,
    EffectQuadrant,
    EffectSeries,
    EffectJudge,
];
const DOCUMENTS: &[Context] = &[Documents, DocumentLedger, DocumentTrend, DocumentLinkage];
const PAPER_GRIDS: &[Context] = &[DocumentGrid, DocumentWeek];
const FIGURE_ROWS: &[Context] = &[FigureGrid, FigureFaults, DocumentGrid, DocumentWeek, DocumentFaults];
const FIGURE_TEXTS: &[Context] = &[FigureGrid, FigureAdd, DocumentGrid, DocumentWeek];
const CAUSE_PICKS: &[Context] = &[CausePick, CauseEvidence];
const FORMS: &[Context] = &[FormText, FormChoice];
const WITH_ANSWERS: &[Context] = &[FormText, FormChoice, Palette, Trying];
const NO_FORMS: &[Context] = &[
    Start,
    Home,
    Tasks,
    Time,
    Board,
    Effect,
    EffectChoose,
    EffectEnter,
    EffectQuadrant,
    EffectSeries,
    EffectJudge,
    Documents,
    DocumentLedger,
    DocumentFacts,
    DocumentTrend,
    DocumentLinkage,
    Output,
    Confirm,
    Busy,
    Results,
    Problem,
    Help,
    Sheets,
    Heat,
    Day,
    Meters,
    Plan,
    Marks,
    Scenarios,
    IssueSurvey,
    IssueNotices,
    IssueMap,
    IssueChoice,
    IssueMeasures,
    IssueMeetings,
    CausePick,
    CauseEvidence,
];
const NO_WORK: &[Context] = &[
    Start,
    Home,
    Tasks,
    Time,
    Board,
    Effect,
    EffectChoose,
    EffectEnter,
    EffectQuadrant,
    EffectSeries,
    EffectJudge,
    Documents,
    DocumentLedger,
    DocumentFacts,
    DocumentTrend,
    DocumentLinkage,
    Output,
    FormText,
    FormChoice,
    Confirm,
    Results,
    Problem,
    Help,
    Palette,
    Sheets,
    Heat,
    Day,
    Meters,
    Plan,
    Marks,
    Scenarios,
    Trying,
    IssueSurvey,
    IssueNotices,
    IssueMap,
    IssueChoice,
    IssueMeasures,
    IssueMeetings,
    CausePick,
    CauseEvidence,
];
const TEXTS: &[Context] = &[FormText, Palette, ListText, Find, NoticeFind, EffectGuideText];
const EFFECT_GUIDE: &[Context] = &[EffectGuide, EffectGuidePick, EffectGuideText, EffectGuideReview];
const EFFECT_LISTS: &[Context] = &[EffectGuide, EffectGuidePick];
const LIST_ROWS: &[Context] = &[List, ListLists, ListPlaces];
const LIST_PAGES: &[Context] = &[List, ListText, ListLists, ListPlaces, ListLeave];
/// Of the timer, where letters are keys of tasks.
const ON_TIMER: &[Context] = &[Timer, TimerForgotten];
const OF_TIMER: &[Context] = &[Timings, TimerEnd, Agreement];
const ANSWERS: &[Context] = &[Answer, AnswerOverview];
const ANSWER_PAGES: &[Context] = &[Answer, AnswerOverview, AnswerLeave, AnswerList];
const KEYING_LISTS: &[Context] = &[KeyingCopy, KeyingSaved, KeyingFaults];
const KEYING_CALM: &[Context] = &[KeyingCopy, KeyingLeave, KeyingRemove, KeyingSaved, KeyingFaults];
const KEYING_TEXTS: &[Context] = &[Keying, KeyingHead];

const fn key(code: KeyCode) -> Key {
    Key::plain(code)
}

const fn letter(letter: char) -> Key {
    Key::of(letter)
}

const fn ctrl(letter: char) -> Key {
    Key::ctrl(letter)
}

const fn ctrl_key(code: KeyCode) -> Key {
    Key::ctrl_with(code)
}

const fn f(number: u8) -> Key {
    Key::f(number)
}

/// Whether the hint bar shows a row.
macro_rules! hint {
    (shown) => {
        true
    };
    (other) => {
        false
    };
}

/// One row a line: whether the hint bar shows it, group, command, keys, contexts.
macro_rules! rows {
    ($($hint:ident $group:ident: $command:ident $(($tab:ident))?, [$($key:expr),*], $contexts:expr;)*) => {
        &[$(KeyRow {
            contexts: $contexts,
            keys: &[$($key),*],
            command: Command::$command $((Tab::$tab))?,
            group: Group::$group,
            hint: hint!($hint),
        }),*]
    };
}

/// All rows, in the order of the hint bar and the help.
pub static ROWS: &[KeyRow] = rows! {
    other Rows: Up, [key(KeyCode::Up), letter('k')], LISTS;
    other Rows: Down, [key(KeyCode::Down), letter('j')], LISTS;
    other Rows: PageUp, [key(KeyCode::PageUp)], LISTS;
    other Rows: PageDown, [key(KeyCode::PageDown)], LISTS;
    other Rows: First, [key(KeyCode::Home), letter('g')], LONG_LISTS;
    other Rows: Last, [key(KeyCode::End), letter('G')], LONG_LISTS;
    shown Rows: Accept, [key(KeyCode::Enter)], &[Start, Home, Output, FormText, FormChoice, Palette];
    shown Rows: Back, [key(KeyCode::Esc)], &[FormText, FormChoice, Confirm, Help, Palette];
    shown Rows: Back, [key(KeyCode::Esc), key(KeyCode::Enter)], &[Results, Problem];
    shown Times: NextView, [key(KeyCode::Right), letter('l')], TIMES;
    shown Quality: JumpToCell, [key(KeyCode::Enter)], &[Sheets];
    shown Quality: NextProblem, [letter(' '), letter(']')], &[Sheets];
    other Quality: PreviousProblem, [key(KeyCode::Backspace), letter('[')], &[Sheets];
    shown Quality: AcceptFinding, [letter('a'), ctrl('a')], &[Sheets];
    other Quality: WithdrawAcceptance, [letter('x'), key(KeyCode::Delete)], &[Sheets];
    shown Meters: TryOut, [letter('t'), f(8)], &[Meters];
    shown Meters: MarkTasks, [letter('m'), letter(' ')], &[Meters];
    shown Meters: SetMeters, [letter('s'), f(9)], &[Meters];
    other Times: PreviousView, [key(KeyCode::Left), letter('h')], TIMES;
    shown Times: NextWave, [letter('w'), f(2)], TIMES;
    shown Times: StepBack, [letter(','), Key::ctrl_with(KeyCode::Left)], &[Heat, Day];
    shown Times: StepOn, [letter('.'), Key::ctrl_with(KeyCode::Right)], &[Heat, Day];
    shown Times: Find, [letter('/'), ctrl('f')], TIMES;
    shown Times: ChooseView, [letter('v'), ctrl('g')], TIMES;
    other Rows: Up, [key(KeyCode::Up)], &[Views, Find];
    other Rows: Down, [key(KeyCode::Down)], &[Views, Find];
    other Rows: First, [key(KeyCode::Home)], &[Views];
    other Rows: Last, [key(KeyCode::End)], &[Views];
    shown Rows: Accept, [key(KeyCode::Enter)], &[Views, Find];
    shown Rows: Back, [key(KeyCode::Esc)], &[Views, Find];
    shown Everywhere: Help, [f(1)], &[Views, Find];
    shown Everywhere: Quit, [f(10), ctrl('c')], &[Views, Find];
    shown Times: NextPeriod, [letter('p'), f(8)], &[Tasks];
    shown Times: ToggleScaled, [letter('s'), f(9)], &[Tasks];
    // Pressed in another view, they say where they work.
    other Times: NextPeriod, [letter('p'), f(8)], &[Time, Sheets, Heat, Day];
    other Times: ToggleScaled, [letter('s'), f(9)], &[Time, Sheets, Heat, Day];
    shown Times: PlanWay, [letter('m'), ctrl('p')], &[Plan];
    shown Times: EditSheet, [key(KeyCode::Enter)], &[Plan];
    shown Times: PlanRemove, [key(KeyCode::Delete)], &[Plan];
    shown Survey: Accept, [key(KeyCode::Enter)], &[Board];
    shown Survey: TurnDay, [letter(' ')], &[Board];
    shown Times: ChooseView, [letter('v'), ctrl('g')], &[Board];
    other Survey: NextView, [letter(']'), ctrl_key(KeyCode::Right)], &[Board];
    shown Survey: Reminders, [letter('m'), f(9)], &[Board];
    shown Survey: Blank, [letter('b'), ctrl('b')], &[Board];
    shown Survey: PlanSurvey, [letter('p'), f(8)], &[Board];
    shown Survey: AddPerson, [letter('a'), ctrl('a')], &[Board];
    other Survey: EditPerson, [letter('c'), ctrl('e')], &[Board];
    other Survey: RemovePerson, [letter('x'), key(KeyCode::Delete)], &[Board];
    other Survey: NextDay, [key(KeyCode::Right), letter('l')], &[Board];
    other Survey: PreviousDay, [key(KeyCode::Left), letter('h')], &[Board];
    other Survey: PreviousView, [letter('['), ctrl_key(KeyCode::Left)], &[Board];
    shown Survey: NextWave, [letter('w'), f(2)], &[Board];
    shown Issues: IssueAdd, [letter('a'), ctrl('a')], &[IssueSurvey, AnswerList, IssueNotices, IssueMap, IssueChoice, IssueMeasures, IssueMeetings];
    shown Issues: IssueEdit, [key(KeyCode::Enter)], &[AnswerList, IssueNotices, IssueMap, IssueChoice, IssueMeasures, IssueMeetings];
    other Issues: IssueRemove, [letter('x'), key(KeyCode::Delete)], &[AnswerList, IssueNotices, IssueMap, IssueChoice, IssueMeasures, IssueMeetings];
    shown Issues: AnswerList, [letter('c'), ctrl('l')], &[IssueSurvey];
    shown Issues: Blank, [letter('b'), ctrl('b')], &[IssueSurvey];
    other Answers: AnswerZero, [letter('0')], &[Answer];
    other Answers: AnswerOne, [letter('1')], &[Answer];
    other Answers: AnswerTwo, [letter('2')], &[Answer];
    other Answers: AnswerThree, [letter('3')], &[Answer];
    other Answers: AnswerUnknown, [letter('9'), letter('w')], &[Answer];
    other Answers: AnswerNone, [letter('-'), letter('.'), key(KeyCode::Delete)], &[Answer];
    shown Answers: AnswerPrevious, [key(KeyCode::Left), key(KeyCode::Backspace)], ANSWERS;
    shown Answers: AnswerNext, [key(KeyCode::Right), letter(' ')], ANSWERS;
    shown Answers: AnswerSave, [f(2)], &[Answer, AnswerLeave];
    shown Answers: AnswerSave, [f(2), key(KeyCode::Enter)], &[AnswerOverview];
    shown Answers: AnswerOverview, [f(4), key(KeyCode::End)], &[Answer];
    shown Answers: AnswerHead, [f(7)], ANSWERS;
    shown Answers: AnswerDiscard, [f(8), letter('n')], &[AnswerLeave];
    shown Book: Undo, [letter('u'), ctrl('z')], &[AnswerList];
    other Book: Redo, [ctrl('r'), ctrl('y')], &[AnswerList];
    shown Rows: Back, [key(KeyCode::Esc)], ANSWER_PAGES;
    other Rows: First, [key(KeyCode::Home)], ANSWERS;
    other Rows: Up, [key(KeyCode::Up), letter('k')], &[AnswerOverview, AnswerList];
    other Rows: Down, [key(KeyCode::Down), letter('j')], &[AnswerOverview, AnswerList];
    other Rows: PageUp, [key(KeyCode::PageUp)], &[AnswerList];
    other Rows: PageDown, [key(KeyCode::PageDown)], &[AnswerList];
    other Rows: First, [key(KeyCode::Home), letter('g')], &[AnswerList];
    other Rows: Last, [key(KeyCode::End), letter('G')], &[AnswerList];
    shown Everywhere: Help, [letter('?'), f(1)], ANSWER_PAGES;
    shown Everywhere: Quit, [f(10), ctrl('c')], ANSWER_PAGES;
    shown Issues: NextView, [key(KeyCode::Right), letter('l'), letter(']')], ISSUE_LISTS;
    other Issues: PreviousView, [key(KeyCode::Left), letter('h'), letter('[')], ISSUE_LISTS;
    shown Effects: ChooseTurn, [key(KeyCode::Enter), letter(' ')], &[EffectChoose];
    shown Effects: ChooseTerms, [letter('m'), f(2)], &[EffectChoose];
    shown Effects: ChooseGuide, [letter('s'), f(8)], &[EffectChoose];
    shown Effects: OwnAdd, [letter('a'), ctrl('a')], &[EffectChoose];
    other Effects: OwnRemove, [letter('x'), key(KeyCode::Delete)], &[EffectChoose];
    shown Effects: Accept, [key(KeyCode::Enter)], &[EffectGuide, EffectGuidePick, EffectGuideText];
    shown Effects: ChooseMark, [letter(' ')], EFFECT_LISTS;
    shown Effects: OwnAdd, [letter('a'), ctrl('a')], &[EffectGuidePick];
    shown Effects: ChooseWrite, [key(KeyCode::Enter), f(2)], &[EffectGuideReview];
    shown Fields: NextField, [key(KeyCode::Tab), key(KeyCode::Down)], &[EffectGuideText];
    other Fields: PreviousField, [key(KeyCode::BackTab), key(KeyCode::Up)], &[EffectGuideText];
    shown Rows: Back, [key(KeyCode::Esc)], EFFECT_GUIDE;
    other Rows: Up, [key(KeyCode::Up), letter('k')], EFFECT_LISTS;
    other Rows: Down, [key(KeyCode::Down), letter('j')], EFFECT_LISTS;
    other Rows: PageUp, [key(KeyCode::PageUp)], EFFECT_LISTS;
    other Rows: PageDown, [key(KeyCode::PageDown)], EFFECT_LISTS;
    other Rows: First, [key(KeyCode::Home), letter('g')], EFFECT_LISTS;
    other Rows: Last, [key(KeyCode::End), letter('G')], EFFECT_LISTS;
    shown Everywhere: Help, [f(1)], EFFECT_GUIDE;
    shown Everywhere: Quit, [f(10), ctrl('c')], EFFECT_GUIDE;
    shown Effects: NextView, [key(KeyCode::Right), letter('l'), letter(']')], EFFECTS;
    shown Effects: EffectWhy, [key(KeyCode::Enter), f(9)], &[Effect];
    shown Effects: NextWave, [letter('w'), f(2)], &[Effect];
    shown Effects: EffectSurveys, [letter('s'), f(8)], &[Effect];
    other Effects: PreviousView, [key(KeyCode::Left), letter('h'), letter('[')], EFFECTS;
    shown Effects: Back, [key(KeyCode::Esc), key(KeyCode::Enter)], &[EffectWhy];
    other Effects: Up, [key(KeyCode::Up), letter('k')], &[EffectWhy];
    other Effects: Down, [key(KeyCode::Down), letter('j')], &[EffectWhy];
    shown Effects: PageUp, [key(KeyCode::PageUp)], &[EffectWhy];
    shown Effects: PageDown, [key(KeyCode::PageDown)], &[EffectWhy];
    other Effects: First, [key(KeyCode::Home), letter('g')], &[EffectWhy];
    other Effects: Last, [key(KeyCode::End), letter('G')], &[EffectWhy];
    shown Everywhere: Help, [letter('?'), f(1)], &[EffectWhy];
    shown Everywhere: Quit, [letter('q'), f(10), ctrl('c')], &[EffectWhy];
    shown Effects: JudgeGive, [key(KeyCode::Enter)], &[EffectJudge];
    shown Effects: JudgeTakeBack, [letter('x'), key(KeyCode::Delete)], &[EffectJudge];
    shown Effects: SeriesRules, [letter('v'), f(2)], &[EffectSeries];
    shown Effects: SeriesPhaseAdd, [letter('a'), ctrl('a')], &[EffectSeries];
    shown Effects: SeriesPhaseRemove, [letter('x'), key(KeyCode::Delete)], &[EffectSeries];
    shown Effects: FigureOpen, [key(KeyCode::Enter)], &[EffectEnter];
    shown Effects: FigurePeriods, [letter('p'), f(9)], &[EffectEnter];
    shown Effects: FigureSave, [f(2), ctrl('s')], &[FigureGrid, FigureLeave, DocumentGrid, DocumentWeek, DocumentLeave];
    shown Effects: FigureRow, [f(3), key(KeyCode::Insert)], &[FigureGrid];
    shown Effects: FigureTime, [f(4)], &[FigureGrid];
    shown Effects: FigureDiscard, [f(8), letter('n')], &[FigureLeave, DocumentLeave];
    shown Documents: PaperWeek, [f(9)], &[DocumentGrid];
    shown Documents: PaperEarlier, [f(7), ctrl_key(KeyCode::Left)], &[DocumentGrid];
    shown Documents: PaperLater, [f(8), ctrl_key(KeyCode::Right)], &[DocumentGrid];
    shown Effects: Undo, [ctrl('z'), f(6)], &[FigureGrid, DocumentGrid, DocumentWeek];
    other Effects: Redo, [ctrl('y'), ctrl('r')], &[FigureGrid, DocumentGrid, DocumentWeek];
    other Effects: Accept, [key(KeyCode::Enter)], &[FigureGrid, DocumentGrid, DocumentWeek];
    shown Effects: Accept, [key(KeyCode::Enter)], &[FigureAdd];
    shown Effects: Back, [key(KeyCode::Esc)], &[FigureGrid, FigureAdd, FigureLeave, DocumentGrid, DocumentWeek, DocumentLeave];
    shown Effects: Back, [key(KeyCode::Esc), key(KeyCode::Enter)], &[FigureFaults, DocumentFaults];
    other Effects: NextField, [key(KeyCode::Tab)], &[FigureGrid, DocumentGrid, DocumentWeek];
    other Effects: PreviousField, [key(KeyCode::BackTab)], &[FigureGrid, DocumentGrid, DocumentWeek];
    other Rows: Up, [key(KeyCode::Up)], FIGURE_ROWS;
    other Rows: Down, [key(KeyCode::Down)], FIGURE_ROWS;
    other Rows: PageUp, [key(KeyCode::PageUp)], FIGURE_ROWS;
    other Rows: PageDown, [key(KeyCode::PageDown)], FIGURE_ROWS;
    other Fields: CursorLeft, [key(KeyCode::Left)], FIGURE_TEXTS;
    other Fields: CursorRight, [key(KeyCode::Right)], FIGURE_TEXTS;
    other Fields: CursorHome, [key(KeyCode::Home), ctrl('a')], FIGURE_TEXTS;
    other Fields: CursorEnd, [key(KeyCode::End), ctrl('e')], FIGURE_TEXTS;
    other Fields: EraseLeft, [key(KeyCode::Backspace), ctrl('h')], FIGURE_TEXTS;
    other Fields: EraseRight, [key(KeyCode::Delete), ctrl('d')], FIGURE_TEXTS;
    other Fields: EraseAll, [ctrl('u')], FIGURE_TEXTS;
    shown Everywhere: Help, [f(1)], FIGURE_TEXTS;
    shown Everywhere: Help, [letter('?'), f(1)], &[FigureLeave, FigureFaults, DocumentLeave, DocumentFaults];
    shown Everywhere: Quit, [f(10), ctrl('c')], &[FigureGrid, FigureAdd, FigureLeave, FigureFaults, DocumentLeave, DocumentFaults];
    shown Everywhere: Quit, [f(10), ctrl('c')], PAPER_GRIDS;
    shown Documents: NextView, [key(KeyCode::Right), letter('l'), letter(']')], DOCUMENTS;
    shown Documents: NextView, [letter(']'), ctrl_key(KeyCode::Right)], &[DocumentFacts];
    shown Documents: PaperCount, [key(KeyCode::Enter)], &[Documents, DocumentLedger];
    shown Documents: PaperAdd, [letter('a'), ctrl('a')], &[Documents, DocumentLedger];
    shown Documents: PaperSettings, [letter('s'), f(2)], &[Documents, DocumentLedger];
    shown Documents: PaperOwn, [letter('b'), ctrl('b')], &[DocumentLedger, DocumentFacts];
    shown Documents: PaperEdit, [letter('c'), ctrl('e')], &[DocumentLedger];
    shown Documents: LinkageEdit, [key(KeyCode::Enter), letter('c'), ctrl('e')], &[DocumentLinkage];
    shown Documents: PaperGoal, [letter('p'), f(8)], &[DocumentLedger];
    shown Documents: PaperWeek, [letter('w'), f(9)], &[DocumentLedger];
    other Documents: PaperRemove, [letter('x'), key(KeyCode::Delete)], &[DocumentLedger];
    shown Documents: PaperEarlier, [letter(',')], &[DocumentLedger];
    shown Documents: PaperLater, [letter('.')], &[DocumentLedger];
    other Documents: PreviousView, [key(KeyCode::Left), letter('h'), letter('[')], DOCUMENTS;
    other Documents: PreviousView, [letter('['), ctrl_key(KeyCode::Left)], &[DocumentFacts];
    shown Documents: FactTurn, [letter(' '), key(KeyCode::Enter)], &[DocumentFacts];
    shown Documents: FactFirst, [letter('f'), f(8)], &[DocumentFacts];
    shown Documents: FactAgain, [letter('a'), f(9)], &[DocumentFacts];
    shown Documents: FactOnce, [letter('s'), f(2)], &[DocumentFacts];
    other Documents: FactNone, [letter('x'), key(KeyCode::Delete)], &[DocumentFacts];
    other Documents: FactLater, [key(KeyCode::Right), letter('l')], &[DocumentFacts];
    other Documents: FactEarlier, [key(KeyCode::Left), letter('h')], &[DocumentFacts];
    shown Documents: ChooseMark, [letter(' ')], &[DocumentPick];
    shown Documents: PaperWrite, [f(2), key(KeyCode::Enter)], &[DocumentPick];
    shown Documents: PaperOwn, [letter('b'), ctrl('b')], &[DocumentPick];
    shown Documents: PaperRemove, [f(8), letter('y')], &[DocumentRemove];
    shown Documents: Back, [key(KeyCode::Esc)], &[DocumentPick, DocumentRemove];
    other Rows: Up, [key(KeyCode::Up), letter('k')], &[DocumentPick];
    other Rows: Down, [key(KeyCode::Down), letter('j')], &[DocumentPick];
    other Rows: PageUp, [key(KeyCode::PageUp)], &[DocumentPick];
    other Rows: PageDown, [key(KeyCode::PageDown)], &[DocumentPick];
    other Rows: First, [key(KeyCode::Home), letter('g')], &[DocumentPick];
    other Rows: Last, [key(KeyCode::End), letter('G')], &[DocumentPick];
    shown Everywhere: Help, [letter('?'), f(1)], &[DocumentPick, DocumentRemove];
    shown Everywhere: Quit, [f(10), ctrl('c')], &[DocumentPick, DocumentRemove];
    shown Issues: MapLink, [letter('c'), f(8)], &[IssueMap];
    shown Issues: MapEvidence, [letter('s'), f(9)], &[IssueMap];
    shown Issues: MapQuestion, [letter('t'), f(2)], &[IssueMap];
    shown Issues: NextView, [letter(']'), ctrl_key(KeyCode::Right)], &[IssueMap];
    other Issues: PreviousView, [letter('['), ctrl_key(KeyCode::Left)], &[IssueMap];
    other Issues: MapLater, [key(KeyCode::Right), letter('l')], &[IssueMap];
    other Issues: MapEarlier, [key(KeyCode::Left), letter('h')], &[IssueMap];
    shown Issues: CauseToggle, [letter(' '), key(KeyCode::Enter)], CAUSE_PICKS;
    other Issues: IssueAdd, [letter('a'), ctrl('a')], &[CauseEvidence];
    shown Issues: CauseNextKind, [key(KeyCode::Right)], &[CauseEvidence];
    other Issues: CausePreviousKind, [key(KeyCode::Left)], &[CauseEvidence];
    shown Issues: Undo, [letter('u'), ctrl('z')], CAUSE_PICKS;
    shown Issues: Back, [key(KeyCode::Esc)], CAUSE_PICKS;
    shown Issues: ChoiceDecide, [letter('c'), f(8)], &[IssueChoice];
    shown Issues: ChoicePlace, [letter('m'), f(9)], &[IssueChoice];
    other Issues: ChoiceMoreEffect, [ctrl_key(KeyCode::Up)], &[IssueChoice];
    other Issues: ChoiceLessEffect, [ctrl_key(KeyCode::Down)], &[IssueChoice];
    other Issues: ChoiceEasier, [ctrl_key(KeyCode::Right)], &[IssueChoice];
    other Issues: ChoiceHarder, [ctrl_key(KeyCode::Left)], &[IssueChoice];
    shown Rows: Accept, [key(KeyCode::Enter)], &[ChoicePlacing, ChoiceSources];
    shown Rows: Back, [key(KeyCode::Esc)], &[ChoicePlacing, ChoiceSources];
    shown Issues: ChoiceMoreEffect, [key(KeyCode::Up), ctrl_key(KeyCode::Up)], &[ChoicePlacing];
    shown Issues: ChoiceLessEffect, [key(KeyCode::Down), ctrl_key(KeyCode::Down)], &[ChoicePlacing];
    shown Issues: ChoiceEasier, [key(KeyCode::Right), ctrl_key(KeyCode::Right)], &[ChoicePlacing];
    shown Issues: ChoiceHarder, [key(KeyCode::Left), ctrl_key(KeyCode::Left)], &[ChoicePlacing];
    shown Issues: ChoiceMark, [letter(' ')], &[ChoiceSources];
    other Rows: Up, [key(KeyCode::Up), letter('k')], &[ChoiceSources];
    other Rows: Down, [key(KeyCode::Down), letter('j')], &[ChoiceSources];
    other Rows: PageUp, [key(KeyCode::PageUp)], &[ChoiceSources];
    other Rows: PageDown, [key(KeyCode::PageDown)], &[ChoiceSources];
    other Rows: First, [key(KeyCode::Home), letter('g')], &[ChoiceSources];
    other Rows: Last, [key(KeyCode::End), letter('G')], &[ChoiceSources];
    shown Everywhere: Help, [letter('?'), f(1)], &[ChoicePlacing, ChoiceSources];
    shown Everywhere: Quit, [f(10), ctrl('c')], &[ChoicePlacing, ChoiceSources];
    shown Issues: MeasureNews, [letter('w'), f(2)], &[IssueMeasures];
    shown Issues: MeasureParts, [letter('s'), f(8)], &[IssueMeasures];
    shown Issues: MeasureWay, [letter('v'), ctrl('g')], &[IssueMeasures];
    shown Issues: MeasureChecked, [letter('c'), f(9)], &[IssueMeasures];
    shown Issues: MeasureTurn, [letter(' ')], &[MeasureParts];
    shown Issues: IssueAdd, [letter('a'), ctrl('a')], &[MeasureParts];
    shown Issues: IssueEdit, [key(KeyCode::Enter)], &[MeasureParts];
    shown Issues: IssueRemove, [letter('x'), key(KeyCode::Delete)], &[MeasureParts];
    shown Issues: MeasureAddCheck, [letter('c'), f(9)], &[MeasureParts];
    shown Book: Undo, [letter('u'), ctrl('z')], &[MeasureParts];
    other Book: Redo, [ctrl('r'), ctrl('y')], &[MeasureParts];
    shown Rows: Back, [key(KeyCode::Esc)], &[MeasureParts];
    other Rows: Up, [key(KeyCode::Up), letter('k')], &[MeasureParts];
    other Rows: Down, [key(KeyCode::Down), letter('j')], &[MeasureParts];
    other Rows: PageUp, [key(KeyCode::PageUp)], &[MeasureParts];
    other Rows: PageDown, [key(KeyCode::PageDown)], &[MeasureParts];
    other Rows: First, [key(KeyCode::Home), letter('g')], &[MeasureParts];
    other Rows: Last, [key(KeyCode::End), letter('G')], &[MeasureParts];
    shown Everywhere: Help, [letter('?'), f(1)], &[MeasureParts];
    shown Everywhere: Quit, [letter('q'), f(10), ctrl('c')], &[MeasureParts];
    shown Issues: ToggleMark, [letter(' ')], &[IssueNotices];
    shown Issues: Find, [letter('/'), ctrl('f')], &[IssueNotices];
    shown Issues: NoticeMerge, [letter('m'), f(9)], &[IssueNotices];
    shown Issues: NoticeGroup, [letter('g'), ctrl('g')], &[IssueNotices];
    shown Issues: NoticeTags, [letter('#'), f(8)], &[IssueNotices];
    shown Issues: NoticeWay, [letter('v'), f(2)], &[IssueNotices];
    other Issues: NoticeSplit, [letter('s'), ctrl('b')], &[IssueNotices];
    other Issues: Back, [key(KeyCode::Esc)], &[IssueNotices];
    // Here the letter g is the key of the groups.
    other Rows: First, [key(KeyCode::Home)], &[IssueNotices];
    other Rows: Last, [key(KeyCode::End), letter('G')], &[IssueNotices];
    other Rows: Up, [key(KeyCode::Up)], &[NoticeFind];
    other Rows: Down, [key(KeyCode::Down)], &[NoticeFind];
    shown Issues: Accept, [key(KeyCode::Enter)], &[NoticeFind];
    shown Issues: Back, [key(KeyCode::Esc)], &[NoticeFind];
    shown Everywhere: Help, [f(1)], &[NoticeFind];
    shown Everywhere: Quit, [f(10), ctrl('c')], &[NoticeFind];
    shown Issues: SurveyStatements, [key(KeyCode::Enter)], &[IssueSurvey];
    // The page itself shows these two.
    other Issues: SurveyWay, [letter('s'), f(9)], &[IssueSurvey];
    other Issues: NextWave, [letter('w'), f(2)], &[IssueSurvey];
    other Issues: Back, [key(KeyCode::Esc)], &[IssueSurvey];
    shown Book: NewSheet, [letter('r'), f(11), key(KeyCode::Insert)], PAGES;
    shown Book: Import, [letter('i'), f(5)], PAGES;
    shown Book: Export, [letter('e'), f(6)], PAGES;
    shown Book: Undo, [letter('u'), ctrl('z')], PAGES;
    other Book: Redo, [ctrl('r'), ctrl('y')], PAGES;
    other Book: New, [letter('n'), ctrl('n')], ANY_PAGE;
    other Book: Open, [letter('o'), ctrl('o')], ANY_PAGE;
    other Book: Demo, [letter('d'), f(8)], &[Start];
    other Tabs: Go(Home), [letter('1')], TABS;
    other Tabs: Go(Issues), [letter('2')], TABS;
    other Tabs: Go(Time), [letter('3'), f(3)], TABS;
    other Tabs: Go(Effect), [letter('4'), f(4)], TABS;
    other Tabs: Go(Documents), [letter('5')], TABS;
    other Tabs: Go(Output), [letter('7'), f(7)], TABS;
    shown Tabs: NextTab, [key(KeyCode::Tab)], PAGES;
    other Tabs: PreviousTab, [key(KeyCode::BackTab)], PAGES;
    // The page itself says so where there are any.
    other Questions: MapTags, [f(3), letter('t')], &[Results];
    shown Questions: SaveTags, [f(2), ctrl('s')], &[Tags];
    shown Questions: NextChoice, [key(KeyCode::Right)], &[Tags];
    other Questions: PreviousChoice, [key(KeyCode::Left)], &[Tags];
    other Questions: Up, [key(KeyCode::Up)], &[Tags];
    other Questions: Down, [key(KeyCode::Down)], &[Tags];
    other Questions: NextField, [key(KeyCode::Tab)], &[Tags];
    other Questions: PreviousField, [key(KeyCode::BackTab)], &[Tags];
    other Questions: Accept, [key(KeyCode::Enter)], &[Tags];
    other Questions: EraseLeft, [key(KeyCode::Backspace)], &[Tags];
    other Questions: EraseAll, [ctrl('u')], &[Tags];
    shown Questions: Back, [key(KeyCode::Esc)], &[Tags];
    // As with tags: the page says so where there are any.
    other Questions: MapColumns, [f(4), letter('m')], &[Results];
    shown Questions: SaveColumns, [f(2), ctrl('s')], &[Columns];
    shown Questions: NextChoice, [key(KeyCode::Right)], &[Columns];
    other Questions: PreviousChoice, [key(KeyCode::Left)], &[Columns];
    other Questions: Up, [key(KeyCode::Up)], &[Columns];
    other Questions: Down, [key(KeyCode::Down)], &[Columns];
    other Questions: NextField, [key(KeyCode::Tab)], &[Columns];
    other Questions: PreviousField, [key(KeyCode::BackTab)], &[Columns];
    other Questions: Accept, [key(KeyCode::Enter)], &[Columns];
    other Questions: EraseLeft, [key(KeyCode::Backspace)], &[Columns];
    other Questions: EraseAll, [ctrl('u')], &[Columns];
    shown Questions: Back, [key(KeyCode::Esc)], &[Columns];
    shown Questions: Confirm, [f(2), letter('y')], &[Confirm];
    shown Questions: Stop, [key(KeyCode::Esc)], &[Busy];
    shown Fields: NextField, [key(KeyCode::Tab), key(KeyCode::Down)], FORMS;
    other Fields: PreviousField, [key(KeyCode::BackTab), key(KeyCode::Up)], FORMS;
    shown Fields: NextChoice, [key(KeyCode::Right), letter(' ')], &[FormChoice];
    other Fields: PreviousChoice, [key(KeyCode::Left)], &[FormChoice];
    other Fields: CursorLeft, [key(KeyCode::Left), ctrl('b')], TEXTS;
    other Fields: CursorRight, [key(KeyCode::Right), ctrl('f')], TEXTS;
    other Fields: CursorHome, [key(KeyCode::Home), ctrl('a')], TEXTS;
    other Fields: CursorEnd, [key(KeyCode::End), ctrl('e')], TEXTS;
    other Fields: EraseLeft, [key(KeyCode::Backspace), ctrl('h')], TEXTS;
    other Fields: EraseRight, [key(KeyCode::Delete), ctrl('d')], TEXTS;
    other Fields: EraseAll, [ctrl('u')], TEXTS;
    shown Meters: ToggleMark, [letter(' ')], &[Marks];
    shown Rows: Accept, [key(KeyCode::Enter)], &[Marks, Scenarios];
    shown Scenario: RemoveScenario, [key(KeyCode::Delete), letter('x')], &[Scenarios];
    shown Scenario: Accept, [key(KeyCode::Enter)], &[Trying];
    shown Scenario: KeepScenario, [f(2)], &[Trying];
    shown Scenario: TakeMoveBack, [ctrl('z'), key(KeyCode::Delete)], &[Trying];
    shown Scenario: NextField, [key(KeyCode::Tab), key(KeyCode::Down)], &[Trying];
    other Scenario: PreviousField, [key(KeyCode::BackTab), key(KeyCode::Up)], &[Trying];
    other Scenario: NextChoice, [key(KeyCode::Right)], &[Trying];
    other Scenario: PreviousChoice, [key(KeyCode::Left)], &[Trying];
    other Scenario: EraseLeft, [key(KeyCode::Backspace), ctrl('h')], &[Trying];
    other Scenario: EraseAll, [ctrl('u')], &[Trying];
    shown Rows: Back, [key(KeyCode::Esc)], &[Marks, Scenarios, Trying];
    // Pressed in another view, it says where it works.
    other Times: EditSheet, [key(KeyCode::Enter)], &[Time, Heat, Day];
    shown Keying: KeyingSave, [f(2)], &[Keying, KeyingLeave];
    shown Keying: KeyingDiscard, [f(8), letter('n')], &[KeyingLeave];
    shown Keying: KeyingRemove, [f(8)], &[KeyingRemove];
    other Keying: Accept, [key(KeyCode::Enter)], &[Keying];
    shown Keying: Accept, [key(KeyCode::Enter)], &[KeyingHead, KeyingCopy, KeyingSaved];
    shown Keying: Back, [key(KeyCode::Esc)], &[KeyingHead, KeyingCopy, KeyingLeave, KeyingRemove, KeyingSaved];
    shown Keying: Back, [key(KeyCode::Esc), key(KeyCode::Enter)], &[KeyingFaults];
    shown Keying: KeyingMode, [f(3)], &[Keying];
    shown Keying: KeyingCopy, [f(4)], &[Keying];
    shown Keying: KeyingRest, [f(5)], &[Keying];
    shown Keying: Undo, [f(6), ctrl('z')], &[Keying];
    other Keying: Redo, [ctrl('y'), ctrl('r')], &[Keying];
    shown Keying: KeyingHead, [f(7)], &[Keying];
    shown Keying: Back, [key(KeyCode::Esc)], &[Keying];
    shown Keying: KeyingGap, [f(9)], &[Keying];
    shown Keying: KeyingRemove, [f(8)], &[Keying];
    other Keying: KeyingBlank, [key(KeyCode::Tab)], &[Keying];
    other Rows: Up, [key(KeyCode::Up)], &[Keying];
    other Rows: Down, [key(KeyCode::Down)], &[Keying];
    other Rows: PageUp, [key(KeyCode::PageUp)], &[Keying];
    other Rows: PageDown, [key(KeyCode::PageDown)], &[Keying];
    other Rows: Up, [key(KeyCode::Up), letter('k')], KEYING_LISTS;
    other Rows: Down, [key(KeyCode::Down), letter('j')], KEYING_LISTS;
    other Rows: PageUp, [key(KeyCode::PageUp)], KEYING_LISTS;
    other Rows: PageDown, [key(KeyCode::PageDown)], KEYING_LISTS;
    shown Fields: NextField, [key(KeyCode::Tab), key(KeyCode::Down)], &[KeyingHead];
    other Fields: PreviousField, [key(KeyCode::BackTab), key(KeyCode::Up)], &[KeyingHead];
    shown Fields: NextChoice, [key(KeyCode::Right)], &[KeyingHead];
    other Fields: PreviousChoice, [key(KeyCode::Left)], &[KeyingHead];
    other Fields: CursorLeft, [key(KeyCode::Left), ctrl('b')], &[Keying];
    other Fields: CursorRight, [key(KeyCode::Right), ctrl('f')], &[Keying];
    other Fields: CursorHome, [key(KeyCode::Home), ctrl('a')], KEYING_TEXTS;
    other Fields: CursorEnd, [key(KeyCode::End), ctrl('e')], KEYING_TEXTS;
    other Fields: EraseLeft, [key(KeyCode::Backspace), ctrl('h')], KEYING_TEXTS;
    other Fields: EraseRight, [key(KeyCode::Delete), ctrl('d')], KEYING_TEXTS;
    other Fields: EraseAll, [ctrl('u')], KEYING_TEXTS;
    shown Everywhere: Help, [letter('?'), f(1)], KEYING_CALM;
    shown Everywhere: Help, [f(1)], KEYING_TEXTS;
    shown Everywhere: Quit, [f(10), ctrl('c')], KEYING_CALM;
    shown Everywhere: Quit, [f(10), ctrl('c')], KEYING_TEXTS;
    shown Timer: Timer, [letter('t'), ctrl('t')], &[Tasks, Time, Sheets, Heat, Day, Plan];
    // Here the letter tries something out.
    other Timer: Timer, [ctrl('t')], &[Meters];
    other Timer: Timer, [letter('t'), ctrl('t')], &[Home, Board, Effect, Output];
    other Timer: Timer, [ctrl('t')], ISSUES;
    shown Timer: TimerInterruption, [f(2)], &[Timer];
    shown Timer: TimerParallel, [f(4)], &[Timer];
    shown Timer: TimerStop, [f(7)], &[Timer];
    shown Timer: TimerFinish, [f(8)], &[Timer];
    shown Timer: Undo, [letter('u'), ctrl('z')], &[Timer];
    shown Timer: TimerBack, [f(3)], &[Timer];
    shown Timer: TimerNote, [f(5)], &[Timer];
    shown Timer: TimerRetime, [f(6)], &[Timer];
    other Timer: Redo, [ctrl('r'), ctrl('y')], &[Timer];
    other Timer: PreviousStretch, [key(KeyCode::Left)], &[Timer];
    other Timer: NextStretch, [key(KeyCode::Right)], &[Timer];
    shown Timer: TimerGoOn, [key(KeyCode::Enter)], &[TimerForgotten];
    shown Timer: TimerStop, [f(7)], &[TimerForgotten];
    shown Timer: TimerStopAt, [f(8)], &[TimerForgotten];
    shown Timer: TimerSheet, [f(2), letter('y')], &[TimerEnd];
    shown Timer: TimerNoSheet, [f(7), letter('n')], &[TimerEnd];
    shown Timer: Accept, [key(KeyCode::Enter)], &[Timings, Timer];
    shown Timer: TimerAgreement, [f(9), letter('a')], &[Timings];
    shown Timer: Back, [key(KeyCode::Esc)], &[Timings, Timer, TimerForgotten, TimerEnd];
    shown Timer: Back, [key(KeyCode::Esc), key(KeyCode::Enter)], &[Agreement];
    other Timer: Up, [key(KeyCode::Up)], &[Timings, Timer, Agreement];
    other Timer: Down, [key(KeyCode::Down)], &[Timings, Timer, Agreement];
    other Timer: PageUp, [key(KeyCode::PageUp)], &[Timings, Timer, Agreement];
    other Timer: PageDown, [key(KeyCode::PageDown)], &[Timings, Timer, Agreement];
    other Timer: First, [key(KeyCode::Home)], &[Timings, Timer];
    other Timer: Last, [key(KeyCode::End)], &[Timings, Timer];
    shown Everywhere: Help, [letter('?'), f(1)], NO_WORK;
    other Everywhere: Palette, [letter(':'), f(12)], CALM;
    shown Everywhere: Quit, [letter('q'), f(10), ctrl('c')], NO_FORMS;
    other Times: OpenList, [letter('b'), ctrl('l')], TIMES;
    other Rows: Up, [key(KeyCode::Up), letter('k')], LIST_ROWS;
    other Rows: Down, [key(KeyCode::Down), letter('j')], LIST_ROWS;
    other Rows: PageUp, [key(KeyCode::PageUp)], LIST_ROWS;
    other Rows: PageDown, [key(KeyCode::PageDown)], LIST_ROWS;
    other Rows: First, [key(KeyCode::Home), letter('g')], LIST_ROWS;
    other Rows: Last, [key(KeyCode::End), letter('G')], LIST_ROWS;
    shown Rows: Accept, [key(KeyCode::Enter)], &[ListText, ListLists];
    shown List: ListSave, [f(2), letter('s')], &[List];
    shown List: ListRename, [key(KeyCode::Enter)], &[List];
    shown List: ListAdd, [key(KeyCode::Insert), letter('a')], &[List];
    shown List: ListRemove, [key(KeyCode::Delete), letter('x')], &[List];
    shown List: ListUp, [ctrl_key(KeyCode::Up), letter('-')], &[List];
    shown List: ListDown, [ctrl_key(KeyCode::Down), letter('+')], &[List];
    shown List: ListColour, [f(8), letter('c')], &[List];
    shown List: ListKey, [f(9), letter('t')], &[List];
    shown List: ListTake, [f(4), letter('o')], &[List];
    shown List: NextChoice, [key(KeyCode::Right), letter(' ')], &[ListPlaces];
    other List: PreviousChoice, [key(KeyCode::Left)], &[ListPlaces];
    shown List: ListSwitch, [f(2)], &[ListPlaces];
    shown List: ListLeave, [f(2), letter('y')], &[ListLeave];
    shown List: Back, [key(KeyCode::Esc)], LIST_PAGES;
    shown Fields: NextField, [key(KeyCode::Tab), key(KeyCode::Down)], &[ListText];
    other Fields: PreviousField, [key(KeyCode::BackTab), key(KeyCode::Up)], &[ListText];
    shown Everywhere: Help, [f(1), letter('?')], LIST_PAGES;
    other Everywhere: Quit, [f(10), ctrl('c')], LIST_PAGES;
    // A stray letter must not throw half-filled answers away.
    shown Everywhere: Quit, [f(10), ctrl('c')], WITH_ANSWERS;
    shown Everywhere: Help, [f(1)], &[Tags];
    shown Everywhere: Quit, [f(10), ctrl('c')], &[Tags];
    shown Everywhere: Help, [f(1)], &[Columns];
    shown Everywhere: Quit, [f(10), ctrl('c')], &[Columns];
    // On the timer letters are keys of tasks.
    shown Everywhere: Help, [f(1), letter('?')], ON_TIMER;
    shown Everywhere: Quit, [f(10), ctrl('c')], ON_TIMER;
    shown Everywhere: Help, [letter('?'), f(1)], OF_TIMER;
    shown Everywhere: Quit, [f(10), ctrl('c')], OF_TIMER;
};
