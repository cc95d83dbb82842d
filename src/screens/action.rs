//! Everything that can happen on the screens.

use super::desk::{Outcome, Progress};
use crate::clock::Moment;
use crate::phrase::{Phrase, phrase};

/// A tab. The numbers are those of the whole program; a tab that does not exist yet leaves its number free.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tab {
    /// ホーム
    Home,
    /// 課題
    Issues,
    /// 時間
    Time,
    /// 効果
    Effect,
    /// 文書
    Documents,
    /// 出力
    Output,
}

impl Tab {
    /// In order of their numbers.
    pub const ALL: [Self; 6] = [
        Self::Home,
        Self::Issues,
        Self::Time,
        Self::Effect,
        Self::Documents,
        Self::Output,
    ];

    /// The number that opens it.
    pub fn number(self) -> u8 {
        match self {
            Self::Home => 1,
            Self::Issues => 2,
            Self::Time => 3,
            Self::Effect => 4,
            Self::Documents => 5,
            Self::Output => 7,
        }
    }

    /// Its name.
    pub fn name(self) -> Phrase {
        match self {
            Self::Home => phrase("screens-tab-home"),
            Self::Issues => phrase("screens-tab-issues"),
            Self::Time => phrase("screens-tab-time"),
            Self::Effect => phrase("screens-tab-effect"),
            Self::Documents => phrase("screens-tab-documents"),
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
    /// The day to the right on the board.
    NextDay,
    /// The day to the left.
    PreviousDay,
    /// Marks the chosen day as a day off for the chosen person, or back.
    TurnDay,
    /// Asks for the days and people of a survey.
    PlanSurvey,
    /// Asks for a person to add to the survey.
    AddPerson,
    /// Asks anew what is known of the chosen person.
    EditPerson,
    /// Takes the chosen person out of the plan.
    RemovePerson,
    /// Asks where to write the sheets that are owed.
    Reminders,
    /// Asks which empty sheets to write.
    Blank,
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
    /// Says what the headings of an answer table mean.
    MapColumns,
    /// Writes what the headings mean, and imports again.
    SaveColumns,
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
    /// The next problem of the sheet.
    NextProblem,
    /// The problem before.
    PreviousProblem,
    /// Goes to the cell of the problem.
    JumpToCell,
    /// Says why the problem is right as it is.
    AcceptFinding,
    /// No longer says so.
    WithdrawAcceptance,
    /// Sets the meters.
    SetMeters,
    /// Marks tasks as to be reduced.
    MarkTasks,
    /// Marks the task, or takes its mark away.
    ToggleMark,
    /// Tries out what would be if work were moved or cut.
    TryOut,
    /// Takes the last move of the scenario back.
    TakeMoveBack,
    /// Keeps the scenario.
    KeepScenario,
    /// Takes the scenario out of the book.
    RemoveScenario,
    /// The next way to look at plan and work.
    PlanWay,
    /// Takes the chosen timetable out.
    PlanRemove,
    /// Opens the task list.
    OpenList,
    /// Adds a task.
    ListAdd,
    /// Gives a task or category another name.
    ListRename,
    /// Moves it up.
    ListUp,
    /// Moves it down.
    ListDown,
    /// Gives it the next colour.
    ListColour,
    /// Gives a task a key.
    ListKey,
    /// Takes it out.
    ListRemove,
    /// Looks at other lists to take.
    ListTake,
    /// Takes the list that was chosen.
    ListSwitch,
    /// Saves what was edited.
    ListSave,
    /// Leaves without saving.
    ListLeave,
    /// Shows all views of the times to choose from.
    ChooseView,
    /// Opens a line to find a row of the times.
    Find,
    /// One hour or one date back.
    StepBack,
    /// One hour or one date on.
    StepOn,
    /// Keys in a new sheet.
    NewSheet,
    /// Opens the chosen sheet.
    EditSheet,
    /// Saves the sheet that is keyed in.
    KeyingSave,
    /// One line a slot, or a table.
    KeyingMode,
    /// Chooses a sheet to copy from.
    KeyingCopy,
    /// Every empty slot becomes a break.
    KeyingRest,
    /// The head of the sheet.
    KeyingHead,
    /// Takes the sheet out of the book.
    KeyingRemove,
    /// The next slot that does not add up.
    KeyingGap,
    /// A blank in the line that is typed.
    KeyingBlank,
    /// Leaves without saving.
    KeyingDiscard,
    /// Opens the timer.
    Timer,
    /// The next task interrupts.
    TimerInterruption,
    /// Goes back to what was interrupted.
    TimerBack,
    /// The next task runs beside the main one, or what runs beside it ends.
    TimerParallel,
    /// A remark on what is measured.
    TimerNote,
    /// Other times for the chosen stretch.
    TimerRetime,
    /// Stops what is measured.
    TimerStop,
    /// Finishes the timing.
    TimerFinish,
    /// What is measured goes on.
    TimerGoOn,
    /// What is measured was over earlier.
    TimerStopAt,
    /// The timing becomes a sheet.
    TimerSheet,
    /// The timing stays a timing.
    TimerNoSheet,
    /// How far two recordings agree.
    TimerAgreement,
    /// Adds a thing to a page of the challenges.
    IssueAdd,
    /// Changes the chosen thing.
    IssueEdit,
    /// Takes the chosen thing out.
    IssueRemove,
    /// The team's judgement of the chosen measure.
    JudgeGive,
    /// Takes the chosen judgement back.
    JudgeTakeBack,
    /// All answers to the survey.
    AnswerList,
    /// 当てはまらない
    AnswerZero,
    /// あまり当てはまらない
    AnswerOne,
    /// やや当てはまる
    AnswerTwo,
    /// よく当てはまる
    AnswerThree,
    /// わからない
    AnswerUnknown,
    /// No answer to this statement.
    AnswerNone,
    /// The next statement, this one as it is.
    AnswerNext,
    /// The statement before.
    AnswerPrevious,
    /// All answers of this person.
    AnswerOverview,
    /// Who answers.
    AnswerHead,
    /// Saves the answers.
    AnswerSave,
    /// Leaves without saving.
    AnswerDiscard,
    /// The layer of the cause map to the left.
    MapEarlier,
    /// The layer to the right.
    MapLater,
    /// What a box leads to.
    MapLink,
    /// What shows that a box is so.
    MapEvidence,
    /// What to ask so that it can be measured.
    MapQuestion,
    /// Puts a link or evidence on, or takes it off.
    CauseToggle,
    /// The next kind of evidence.
    CauseNextKind,
    /// The kind before.
    CausePreviousKind,
    /// Moves a challenge in the matrix.
    ChoicePlace,
    /// Chooses a challenge, or lays it aside.
    ChoiceDecide,
    /// One step up in the matrix.
    ChoiceMoreEffect,
    /// One step down.
    ChoiceLessEffect,
    /// One step to the right.
    ChoiceEasier,
    /// One step to the left.
    ChoiceHarder,
    /// Marks a box, so that several become one challenge.
    ChoiceMark,
    /// Measures as a board, or over the weeks.
    MeasureWay,
    /// Tells how the measure stands, and why.
    MeasureNews,
    /// The steps, checks and indicators of the measure.
    MeasureParts,
    /// The next check of the measure was made.
    MeasureChecked,
    /// A step or check is done or not, an indicator is watched or not.
    MeasureTurn,
    /// Adds a check date to the measure.
    MeasureAddCheck,
    /// Puts notices into a group.
    NoticeGroup,
    /// Gives notices words to find them by.
    NoticeTags,
    /// Merges the marked notices into the chosen one.
    NoticeMerge,
    /// Frees what was merged into the chosen notice.
    NoticeSplit,
    /// The next way to look at the notices.
    NoticeWay,
    /// Looks at the survey of challenges in another way.
    SurveyWay,
    /// Opens the statements of a viewpoint, or closes them.
    SurveyStatements,
    /// Follows an indicator, or lays it aside.
    ChooseTurn,
    /// Target, margin and measures of an indicator.
    ChooseTerms,
    /// Step by step to indicators of both families.
    ChooseGuide,
    /// Picks an indicator or measure, or puts it back.
    ChooseMark,
    /// Writes what was chosen step by step.
    ChooseWrite,
    /// Makes an own indicator.
    OwnAdd,
    /// Takes an own indicator out.
    OwnRemove,
    /// Why a result is judged as it is.
    EffectWhy,
    /// The picture of two surveys, or of all of them.
    EffectSurveys,
    /// The next set of rules for a series.
    SeriesRules,
    /// Says that a series runs anew, and why.
    SeriesPhaseAdd,
    /// Says that it no longer does.
    SeriesPhaseRemove,
    /// Opens the figures of the chosen indicator.
    FigureOpen,
    /// Says which days belong to a survey.
    FigurePeriods,
    /// Saves the figures that were typed.
    FigureSave,
    /// Adds a person, or a month or day, as a row.
    FigureRow,
    /// Adds a survey, a month or a day.
    FigureTime,
    /// Leaves the grid without saving.
    FigureDiscard,
    /// Adds usual kinds of document to the ledger.
    PaperAdd,
    /// Adds a kind of document, or a fact, of the office's own.
    PaperOwn,
    /// Changes what is known of the chosen kind.
    PaperEdit,
    /// Changes a row of the ways of sending slips.
    LinkageEdit,
    /// Takes the chosen kind out of the ledger.
    PaperRemove,
    /// Opens the figures of a month.
    PaperCount,
    /// Counts a kind day by day.
    PaperWeek,
    /// Says how many sheets are planned.
    PaperGoal,
    /// Months to compare, costs and binders.
    PaperSettings,
    /// The month before.
    PaperEarlier,
    /// The month after.
    PaperLater,
    /// Writes the kinds that are marked.
    PaperWrite,
    /// The next way in which a fact gets into a document.
    FactTurn,
    /// A fact is written here first.
    FactFirst,
    /// A fact is written again.
    FactAgain,
    /// A fact is to be entered only once.
    FactOnce,
    /// A fact does not stand here.
    FactNone,
    /// The fact to the left.
    FactEarlier,
    /// The fact to the right.
    FactLater,
    /// The stretch before.
    PreviousStretch,
    /// The next stretch.
    NextStretch,
}

impl Command {
    /// What it does, in a few words.
    #[expect(clippy::too_many_lines, reason = "one line a command")]
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
            Self::NextDay => phrase("survey-do-next-day"),
            Self::PreviousDay => phrase("survey-do-previous-day"),
            Self::TurnDay => phrase("survey-do-turn-day"),
            Self::PlanSurvey => phrase("survey-do-plan"),
            Self::AddPerson => phrase("survey-do-add"),
            Self::EditPerson => phrase("survey-do-edit"),
            Self::RemovePerson => phrase("survey-do-remove"),
            Self::Reminders => phrase("survey-do-reminders"),
            Self::Blank => phrase("survey-do-blank"),
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
            Self::MapColumns => phrase("surveyin-do-map"),
            Self::SaveColumns => phrase("surveyin-do-save"),
            Self::Stop => phrase("screens-do-stop"),
            Self::CursorLeft => phrase("screens-do-cursor-left"),
            Self::CursorRight => phrase("screens-do-cursor-right"),
            Self::CursorHome => phrase("screens-do-cursor-home"),
            Self::CursorEnd => phrase("screens-do-cursor-end"),
            Self::EraseLeft => phrase("screens-do-erase-left"),
            Self::EraseRight => phrase("screens-do-erase-right"),
            Self::EraseAll => phrase("screens-do-erase-all"),
            Self::NextProblem => phrase("screens-do-next-problem"),
            Self::PreviousProblem => phrase("screens-do-previous-problem"),
            Self::JumpToCell => phrase("screens-do-jump-to-cell"),
            Self::AcceptFinding => phrase("screens-do-accept-finding"),
            Self::WithdrawAcceptance => phrase("screens-do-withdraw"),
            Self::SetMeters => phrase("screens-do-set-meters"),
            Self::MarkTasks => phrase("screens-do-mark-tasks"),
            Self::ToggleMark => phrase("screens-do-toggle-mark"),
            Self::TryOut => phrase("screens-do-try-out"),
            Self::TakeMoveBack => phrase("screens-do-take-move-back"),
            Self::KeepScenario => phrase("screens-do-keep-scenario"),
            Self::RemoveScenario => phrase("screens-do-remove-scenario"),
            Self::PlanWay => phrase("plan-do-way"),
            Self::PlanRemove => phrase("plan-do-remove"),
            Self::OpenList => phrase("list-do-open"),
            Self::ListAdd => phrase("list-do-add"),
            Self::ListRename => phrase("list-do-rename"),
            Self::ListUp => phrase("list-do-up"),
            Self::ListDown => phrase("list-do-down"),
            Self::ListColour => phrase("list-do-colour"),
            Self::ListKey => phrase("list-do-key"),
            Self::ListRemove => phrase("list-do-remove"),
            Self::ListTake => phrase("list-do-take"),
            Self::ListSwitch => phrase("list-do-switch"),
            Self::ListSave => phrase("list-do-save"),
            Self::ListLeave => phrase("list-do-leave"),
            Self::ChooseView => phrase("views-do-choose"),
            Self::Find => phrase("views-do-find"),
            Self::StepBack => phrase("views-do-step-back"),
            Self::StepOn => phrase("views-do-step-on"),
            Self::NewSheet => phrase("keying-do-new"),
            Self::EditSheet => phrase("keying-do-edit"),
            Self::KeyingSave => phrase("keying-do-save"),
            Self::KeyingMode => phrase("keying-do-mode"),
            Self::KeyingCopy => phrase("keying-do-copy"),
            Self::KeyingRest => phrase("keying-do-rest"),
            Self::KeyingHead => phrase("keying-do-head"),
            Self::KeyingRemove => phrase("keying-do-remove"),
            Self::KeyingGap => phrase("keying-do-gap"),
            Self::KeyingBlank => phrase("keying-do-blank"),
            Self::KeyingDiscard => phrase("keying-do-discard"),
            Self::Timer => phrase("timer-do-open"),
            Self::TimerInterruption => phrase("timer-do-interruption"),
            Self::TimerBack => phrase("timer-do-back"),
            Self::TimerParallel => phrase("timer-do-parallel"),
            Self::TimerNote => phrase("timer-do-note"),
            Self::TimerRetime => phrase("timer-do-retime"),
            Self::TimerStop => phrase("timer-do-stop"),
            Self::TimerFinish => phrase("timer-do-finish"),
            Self::TimerGoOn => phrase("timer-do-go-on"),
            Self::TimerStopAt => phrase("timer-do-stop-at"),
            Self::TimerSheet => phrase("timer-do-sheet"),
            Self::TimerNoSheet => phrase("timer-do-no-sheet"),
            Self::TimerAgreement => phrase("timer-do-agreement"),
            Self::IssueAdd => phrase("issues-do-add"),
            Self::IssueEdit => phrase("issues-do-edit"),
            Self::IssueRemove => phrase("issues-do-remove"),
            Self::AnswerList => phrase("answer-do-list"),
            Self::AnswerZero | Self::AnswerOne | Self::AnswerTwo | Self::AnswerThree => phrase("answer-do-give"),
            Self::AnswerUnknown => phrase("answer-do-unknown"),
            Self::AnswerNone => phrase("answer-do-none"),
            Self::AnswerNext => phrase("answer-do-next"),
            Self::AnswerPrevious => phrase("answer-do-previous"),
            Self::AnswerOverview => phrase("answer-do-overview"),
            Self::AnswerHead => phrase("answer-do-head"),
            Self::AnswerSave => phrase("answer-do-save"),
            Self::AnswerDiscard => phrase("answer-do-discard"),
            Self::MapEarlier => phrase("causes-do-earlier"),
            Self::MapLater => phrase("causes-do-later"),
            Self::MapLink => phrase("causes-do-link"),
            Self::MapEvidence => phrase("causes-do-evidence"),
            Self::MapQuestion => phrase("causes-do-question"),
            Self::CauseToggle => phrase("causes-do-toggle"),
            Self::CauseNextKind => phrase("causes-do-next-kind"),
            Self::CausePreviousKind => phrase("causes-do-previous-kind"),
            Self::ChoicePlace => phrase("choice-do-place"),
            Self::ChoiceDecide => phrase("choice-do-decide"),
            Self::ChoiceMoreEffect => phrase("choice-do-more-effect"),
            Self::ChoiceLessEffect => phrase("choice-do-less-effect"),
            Self::ChoiceEasier => phrase("choice-do-easier"),
            Self::ChoiceHarder => phrase("choice-do-harder"),
            Self::ChoiceMark => phrase("choice-do-mark"),
            Self::MeasureWay => phrase("measures-do-way"),
            Self::MeasureNews => phrase("measures-do-news"),
            Self::MeasureParts => phrase("measures-do-parts"),
            Self::MeasureChecked => phrase("measures-do-checked"),
            Self::MeasureTurn => phrase("measures-do-turn"),
            Self::MeasureAddCheck => phrase("measures-do-add-check"),
            Self::NoticeGroup => phrase("notices-do-group"),
            Self::NoticeTags => phrase("notices-do-tags"),
            Self::NoticeMerge => phrase("notices-do-merge"),
            Self::NoticeSplit => phrase("notices-do-split"),
            Self::NoticeWay => phrase("notices-do-way"),
            Self::SurveyWay => phrase("seen-do-way"),
            Self::SurveyStatements => phrase("seen-do-statements"),
            Self::EffectWhy => phrase("result-do-why"),
            Self::EffectSurveys => phrase("result-do-surveys"),
            Self::JudgeGive => phrase("judge-do-give"),
            Self::JudgeTakeBack => phrase("judge-do-take-back"),
            Self::ChooseTurn => phrase("chosen-do-turn"),
            Self::ChooseTerms => phrase("chosen-do-terms"),
            Self::ChooseGuide => phrase("chosen-do-guide"),
            Self::ChooseMark => phrase("chosen-do-mark"),
            Self::ChooseWrite => phrase("chosen-do-write"),
            Self::OwnAdd => phrase("own-do-add"),
            Self::OwnRemove => phrase("own-do-remove"),
            Self::SeriesRules => phrase("series-do-rules"),
            Self::SeriesPhaseAdd => phrase("series-do-phase-add"),
            Self::SeriesPhaseRemove => phrase("series-do-phase-remove"),
            Self::FigureOpen => phrase("entering-do-open"),
            Self::FigurePeriods => phrase("entering-do-periods"),
            Self::FigureSave => phrase("entering-do-save"),
            Self::FigureRow => phrase("entering-do-row"),
            Self::FigureTime => phrase("entering-do-time"),
            Self::FigureDiscard => phrase("entering-do-discard"),
            Self::PaperAdd => phrase("paperview-do-add"),
            Self::PaperOwn => phrase("paperview-do-own"),
            Self::PaperEdit => phrase("paperview-do-edit"),
            Self::LinkageEdit => phrase("linkage-do-edit"),
            Self::PaperRemove => phrase("paperview-do-remove"),
            Self::PaperCount => phrase("paperview-do-count"),
            Self::PaperWeek => phrase("paperview-do-week"),
            Self::PaperGoal => phrase("paperview-do-goal"),
            Self::PaperSettings => phrase("paperview-do-settings"),
            Self::PaperEarlier => phrase("paperview-do-earlier"),
            Self::PaperLater => phrase("paperview-do-later"),
            Self::PaperWrite => phrase("paperview-do-write"),
            Self::FactTurn => phrase("paperview-do-fact-turn"),
            Self::FactFirst => phrase("paperview-do-fact-first"),
            Self::FactAgain => phrase("paperview-do-fact-again"),
            Self::FactOnce => phrase("paperview-do-fact-once"),
            Self::FactNone => phrase("paperview-do-fact-none"),
            Self::FactEarlier => phrase("paperview-do-fact-earlier"),
            Self::FactLater => phrase("paperview-do-fact-later"),
            Self::PreviousStretch => phrase("timer-do-previous-stretch"),
            Self::NextStretch => phrase("timer-do-next-stretch"),
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
    /// The key of a task was pressed; its place in the list.
    TimerTask(usize),
    /// It is this time now.
    Clock(Moment),
    /// The work has come this far.
    Progress(Progress),
    /// The work is over.
    Done(Outcome),
}
