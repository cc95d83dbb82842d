//! Everything that the screens remember. Only [`super::update`] changes it.

use std::path::PathBuf;

use super::action::{Command, Tab};
use super::board::BoardChoice;
use super::columns::ColumnsPage;
use super::desk::{Job, Progress, Shown};
use super::documents::{DocumentLayer, DocumentView, DocumentsState};
use super::editor::{Editor, Heading};
use super::effect::{self, EffectLayer, EffectState, EffectView};
use super::find::Find;
use super::form::Form;
use super::input::Input;
use super::issues::{Answering, CausePick, ChoiceLayer, IssueView, IssuesState, MeasureParts};
use super::keymap;
use super::meters::Marks;
use super::pictures::Pictures;
use super::plan::{self, PlanBy};
use super::quality::QualityState;
use super::scenario::Trying;
use super::tags::TagsPage;
use super::tasklist::TaskListState;
use super::timer::TimerLayer;
use crate::clock::Moment;
use crate::failure::Failure;
use crate::office::fold;
use crate::phrase::Phrase;
use crate::report::finding::{HourLine, ImportFinding, IndicatorFinding, SheetQuality, WaveSummary};

/// Ways to look at the times (時間).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TimeView {
    /// By category and task.
    Tasks,
    /// By clock hour.
    Hours,
    /// By person, as codes.
    People,
    /// The sheets and their quality.
    Sheets,
    /// ムリ・ムダ・ムラ
    Meters,
    /// Planned against done.
    Plan,
    /// The board of the survey: what is there and what is owed.
    Board,
    /// Categories before and after, by day and by night.
    Categories,
    /// Tasks from the longest to the shortest, before and after.
    Pareto,
    /// Minutes by hour and task.
    Heat,
    /// Every shift of one date.
    Day,
    /// How far people lie apart.
    Spread,
}

impl TimeView {
    /// In the order in which they are offered.
    pub const ALL: &'static [Self] = &[
        Self::Tasks,
        Self::Hours,
        Self::People,
        Self::Sheets,
        Self::Board,
        Self::Plan,
        Self::Categories,
        Self::Pareto,
        Self::Heat,
        Self::Day,
        Self::Spread,
        Self::Meters,
    ];
}

/// Which part of the day the figures are of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PeriodChoice {
    /// Day and night together.
    All,
    /// 昼間
    Day,
    /// 夜間
    Night,
}

/// What is chosen on the tab of the times.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TimeState {
    /// The way to look.
    pub view: TimeView,
    /// Index of the wave.
    pub wave: usize,
    /// Part of the day; only the view by task follows it.
    pub period: PeriodChoice,
    /// Whether minutes are scaled to 480 or 600; only within a part of the day.
    pub scaled: bool,
    /// Chosen row of the view.
    pub row: usize,
}

/// Work that is going on.
#[derive(Debug, Clone, PartialEq)]
pub struct Busy {
    /// The work.
    pub job: Job,
    /// How far it has come.
    pub progress: Option<Progress>,
    /// Whether it was asked to stop.
    pub stopping: bool,
}

/// The list of all commands.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Palette {
    /// What the names must contain.
    pub filter: Input,
    /// Chosen row.
    pub row: usize,
}

/// Something laid over the page; the last one has the keys.
#[derive(Debug, Clone, PartialEq)]
pub enum Layer {
    /// All keys; the row that is read.
    Help(usize),
    /// All commands.
    Palette(Palette),
    /// Questions to answer.
    Form(Form),
    /// Asks before a file is written.
    ConfirmExport(Form),
    /// Work is going on.
    Busy(Busy),
    /// What became of an import; the row that is read.
    Results(Box<ImportFinding>, usize),
    /// What words of another program mean.
    Tags(TagsPage),
    /// What the headings of an answer table mean.
    Columns(ColumnsPage),
    /// Something could not be done.
    Problem(Failure),
    /// Tasks to mark as to be reduced.
    Marks(Marks),
    /// The scenarios; the chosen row, of which the first is a new one.
    Scenarios(usize),
    /// A scenario is tried out.
    Trying(Box<Trying>),
    /// The task list while it is edited.
    TaskList(Box<TaskListState>),
    /// All views of the times; the row that is chosen.
    Views(usize),
    /// Looks for a row of the times.
    Find(Find),
    /// A sheet is keyed in.
    Editor(Box<Editor>),
    /// The head of a sheet is asked for.
    Heading(Box<Heading>),
    /// The timer.
    Timer(TimerLayer),
    /// Somebody's answers are keyed in.
    Answering(Box<Answering>),
    /// All answers to the survey; the chosen row.
    Responses(usize),
    /// Links or evidence of a box of the cause map.
    Cause(CausePick),
    /// A challenge is moved, or what a new one is made of is chosen.
    Choice(ChoiceLayer),
    /// The steps, checks and indicators of a measure.
    MeasureParts(MeasureParts),
    /// What the notices that are listed must hold.
    NoticeFind(Input),
    /// A page of the effects.
    Effect(EffectLayer),
    /// A page of the documents.
    Document(DocumentLayer),
}

/// An entry of the start page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StartEntry {
    /// A book used lately.
    Recent(PathBuf),
    /// Make a new one.
    New,
    /// Open a file.
    Open,
    /// The sample office.
    Demo,
}

/// Everything that the screens remember.
#[derive(Debug, Clone, PartialEq)]
pub struct Model {
    /// Commands with their names in the reader's language, for the list of commands.
    pub names: Vec<(Command, String)>,
    /// Books used lately.
    pub recent: Vec<PathBuf>,
    /// Chosen entry of the start page.
    pub start_row: usize,
    /// The open book; the start page shows while there is none.
    pub shown: Option<Box<Shown>>,
    /// The tab.
    pub tab: Tab,
    /// The tab of the times.
    pub time: TimeState,
    /// Which problem of a sheet is looked at.
    pub quality: QualityState,
    /// How plan and work are looked at.
    pub plan_by: PlanBy,
    /// The board of the survey.
    pub board: BoardChoice,
    /// The findings behind its pictures.
    pub pictures: Pictures,
    /// The tab of the challenges.
    pub issues: IssuesState,
    /// The tab of the effects.
    pub effect: EffectState,
    /// The tab of the documents.
    pub documents: DocumentsState,
    /// Chosen indicator.
    pub indicator: usize,
    /// Chosen report: 0 without, 1 with people one by one.
    pub report: usize,
    /// What lies over the page.
    pub layers: Vec<Layer>,
    /// A short message for the line above the keys.
    pub notice: Option<Phrase>,
    /// Whether the program was started with a book, so that it ends when that book cannot be opened.
    pub book_is_due: bool,
    /// What time it is; `None` until somebody told.
    pub now: Option<Moment>,
}

/// Which rows of the key table hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Context {
    /// The start page.
    Start,
    /// ホーム
    Home,
    /// 時間, by category and task: the only view that follows day and night.
    Tasks,
    /// 時間, the board of the survey.
    Board,
    /// 時間, the other views.
    Time,
    /// 効果, the results.
    Effect,
    /// 効果, why a result is judged as it is.
    EffectWhy,
    /// 効果, choosing indicators.
    EffectChoose,
    /// 効果, entering figures.
    EffectEnter,
    /// 効果, efficiency against quality.
    EffectQuadrant,
    /// 効果, months and days.
    EffectSeries,
    /// 効果, what the team judges.
    EffectJudge,
    /// 文書, how much paper went away.
    Documents,
    /// 文書, the ledger.
    DocumentLedger,
    /// 文書, which facts stand where.
    DocumentFacts,
    /// 文書, month by month.
    DocumentTrend,
    /// 文書, sending slips as data.
    DocumentLinkage,
    /// 出力
    Output,
    /// A field to type in.
    FormText,
    /// A field to choose in.
    FormChoice,
    /// The question before a file is written.
    Confirm,
    /// Work is going on.
    Busy,
    /// What became of an import.
    Results,
    /// What words of another program mean.
    Tags,
    /// What the headings of an answer table mean.
    Columns,
    /// Something could not be done.
    Problem,
    /// All keys.
    Help,
    /// All commands.
    Palette,
    /// 時間, the sheets and their quality.
    Sheets,
    /// 時間, ムリ・ムダ・ムラ.
    Meters,
    /// 時間, planned against done.
    Plan,
    /// Tasks to mark.
    Marks,
    /// The list of scenarios.
    Scenarios,
    /// A scenario is tried out.
    Trying,
    /// 業務分類
    List,
    /// A line to fill in for the task list.
    ListText,
    /// Other task lists.
    ListLists,
    /// Where tasks go in another list.
    ListPlaces,
    /// The question before edits are lost.
    ListLeave,
    /// All views of the times.
    Views,
    /// A line to find a row of the times.
    Find,
    /// 時間, hours by tasks.
    Heat,
    /// 時間, one date.
    Day,
    /// A sheet is keyed in.
    Keying,
    /// The head of a sheet.
    KeyingHead,
    /// A sheet to copy from is chosen.
    KeyingCopy,
    /// The question before unsaved work is left.
    KeyingLeave,
    /// The question before a sheet is taken out.
    KeyingRemove,
    /// A sheet was saved.
    KeyingSaved,
    /// The faults of a pasted block.
    KeyingFaults,
    /// All timings.
    Timings,
    /// The page of the timer.
    Timer,
    /// The question whether somebody forgot to stop the timer.
    TimerForgotten,
    /// The question whether a timing becomes a sheet.
    TimerEnd,
    /// Two recordings compared.
    Agreement,
    /// 課題, what the survey shows.
    IssueSurvey,
    /// 課題, 気づき.
    IssueNotices,
    /// 課題, 因果関係図.
    IssueMap,
    /// 課題, effect against ease.
    IssueChoice,
    /// 課題, measures and how they go.
    IssueMeasures,
    /// 課題, 委員会.
    IssueMeetings,
    /// A statement is answered.
    Answer,
    /// The overview of somebody's answers.
    AnswerOverview,
    /// The question before unsaved answers are left.
    AnswerLeave,
    /// All answers to the survey.
    AnswerList,
    /// What a box of the cause map leads to.
    CausePick,
    /// Evidence of a box of the cause map.
    CauseEvidence,
    /// 課題, a challenge is moved in the matrix.
    ChoicePlacing,
    /// 課題, what a new challenge is made of.
    ChoiceSources,
    /// The steps, checks and indicators of a measure.
    MeasureParts,
    /// A line to find notices.
    NoticeFind,
    /// 効果, a step of the guided path to choose in.
    EffectGuide,
    /// 効果, a step of the guided path in which indicators are picked.
    EffectGuidePick,
    /// 効果, a step of the guided path to type in.
    EffectGuideText,
    /// 効果, the last step of the guided path.
    EffectGuideReview,
    /// 効果, figures are typed into a grid.
    FigureGrid,
    /// 効果, a person or a time is added to the grid.
    FigureAdd,
    /// The question before unsaved figures are left.
    FigureLeave,
    /// The faults of a block that was pasted into the grid.
    FigureFaults,
    /// 文書, usual kinds to pick from.
    DocumentPick,
    /// The question before a kind is taken out of the ledger.
    DocumentRemove,
    /// 文書, the figures of a month are typed into a grid.
    DocumentGrid,
    /// 文書, what was counted day by day is typed.
    DocumentWeek,
    /// The question before unsaved figures of documents are left.
    DocumentLeave,
    /// The faults of a block that was pasted among documents.
    DocumentFaults,
}

impl Context {
    /// Whether letters are typed here and are no keys.
    pub fn takes_text(self) -> bool {
        matches!(
            self,
            Self::FormText
                | Self::Palette
                | Self::Views
                | Self::Find
                | Self::Keying
                | Self::KeyingHead
                | Self::ListText
                | Self::Trying
                | Self::Tags
                | Self::Columns
                | Self::NoticeFind
                | Self::EffectGuideText
                | Self::FigureGrid
                | Self::FigureAdd
                | Self::DocumentGrid
                | Self::DocumentWeek
        )
    }
}

impl Model {
    /// The screens before any book is open.
    pub fn new(recent: Vec<PathBuf>, names: Vec<(Command, String)>) -> Self {
        Self {
            names,
            recent,
            start_row: 0,
            shown: None,
            tab: Tab::Home,
            time: TimeState {
                view: TimeView::Tasks,
                wave: 0,
                period: PeriodChoice::All,
                scaled: false,
                row: 0,
            },
            quality: QualityState::default(),
            plan_by: PlanBy::default(),
            board: BoardChoice::default(),
            pictures: Pictures::default(),
            issues: IssuesState::default(),
            effect: EffectState::default(),
            documents: DocumentsState::default(),
            indicator: 0,
            report: 0,
            layers: Vec::new(),
            notice: None,
            book_is_due: false,
            now: None,
        }
    }

    /// Which rows of the key table hold now.
    pub fn context(&self) -> Context {
        match self.layers.last() {
            Some(Layer::Help(_)) => Context::Help,
            Some(Layer::Palette(_)) => Context::Palette,
            Some(Layer::Form(form)) if form.is_at_choice() => Context::FormChoice,
            Some(Layer::Form(_)) => Context::FormText,
            Some(Layer::ConfirmExport(_)) => Context::Confirm,
            Some(Layer::Busy(_)) => Context::Busy,
            Some(Layer::Results(..)) => Context::Results,
            Some(Layer::Tags(_)) => Context::Tags,
            Some(Layer::Columns(_)) => Context::Columns,
            Some(Layer::Problem(_)) => Context::Problem,
            Some(Layer::Marks(_)) => Context::Marks,
            Some(Layer::Scenarios(_)) => Context::Scenarios,
            Some(Layer::Trying(_)) => Context::Trying,
            Some(Layer::TaskList(state)) => state.context(),
            Some(Layer::Views(_)) => Context::Views,
            Some(Layer::Find(_)) => Context::Find,
            Some(Layer::Editor(editor)) => editor.context(),
            Some(Layer::Heading(_)) => Context::KeyingHead,
            Some(Layer::Timer(layer)) => layer.context(),
            Some(Layer::Answering(answering)) => answering.context(),
            Some(Layer::Responses(_)) => Context::AnswerList,
            Some(Layer::Cause(page)) => page.context(),
            Some(Layer::Choice(layer)) => layer.context(),
            Some(Layer::MeasureParts(_)) => Context::MeasureParts,
            Some(Layer::NoticeFind(_)) => Context::NoticeFind,
            Some(Layer::Effect(layer)) => layer.context(),
            Some(Layer::Document(layer)) => layer.context(),
            None => self.page_context(),
        }
    }

    /// The context of the page under the layers.
    pub fn page_context(&self) -> Context {
        match (&self.shown, self.tab) {
            (None, _) => Context::Start,
            (_, Tab::Home) => Context::Home,
            (_, Tab::Issues) => match self.issues.view {
                IssueView::Survey => Context::IssueSurvey,
                IssueView::Notices => Context::IssueNotices,
                IssueView::Map => Context::IssueMap,
                IssueView::Choice => Context::IssueChoice,
                IssueView::Measures => Context::IssueMeasures,
                IssueView::Meetings => Context::IssueMeetings,
            },
            (_, Tab::Time) if self.time.view == TimeView::Tasks => Context::Tasks,
            (_, Tab::Time) if self.time.view == TimeView::Sheets => Context::Sheets,
            (_, Tab::Time) if self.time.view == TimeView::Meters => Context::Meters,
            (_, Tab::Time) if self.time.view == TimeView::Board => Context::Board,
            (_, Tab::Time) if self.time.view == TimeView::Plan => Context::Plan,
            (_, Tab::Time) if self.time.view == TimeView::Heat => Context::Heat,
            (_, Tab::Time) if self.time.view == TimeView::Day => Context::Day,
            (_, Tab::Time) => Context::Time,
            (_, Tab::Effect) => match self.effect.view {
                EffectView::Result => Context::Effect,
                EffectView::Choose => Context::EffectChoose,
                EffectView::Enter => Context::EffectEnter,
                EffectView::Quadrant => Context::EffectQuadrant,
                EffectView::Series => Context::EffectSeries,
                EffectView::Judge => Context::EffectJudge,
            },
            (_, Tab::Documents) => match self.documents.view {
                DocumentView::Result => Context::Documents,
                DocumentView::Ledger => Context::DocumentLedger,
                DocumentView::Facts => Context::DocumentFacts,
                DocumentView::Trend => Context::DocumentTrend,
                DocumentView::Linkage => Context::DocumentLinkage,
            },
            (_, Tab::Output) => Context::Output,
        }
    }

    /// Entries of the start page.
    pub fn start_entries(&self) -> Vec<StartEntry> {
        self.recent
            .iter()
            .cloned()
            .map(StartEntry::Recent)
            .chain([StartEntry::New, StartEntry::Open, StartEntry::Demo])
            .collect()
    }

    /// Commands of the list of commands: what the page can do, narrowed by what was typed.
    pub fn offered(&self, palette: &Palette) -> Vec<(Command, &str)> {
        let typed = fold(palette.filter.text()).to_lowercase();
        let can = keymap::commands_of(self.page_context());
        self.names
            .iter()
            .filter(|(command, name)| can.contains(command) && name.to_lowercase().contains(&typed))
            .map(|(command, name)| (*command, name.as_str()))
            .collect()
    }

    /// Waves with their figures, in order of time.
    pub fn waves(&self) -> &[WaveSummary] {
        self.shown.as_ref().map_or(&[], |shown| &shown.summary.waves)
    }

    /// The wave that the times are shown of.
    pub fn wave(&self) -> Option<&WaveSummary> {
        self.waves().get(self.time.wave)
    }

    /// Indicators of the result that is shown, before and after.
    pub fn indicators(&self) -> &[IndicatorFinding] {
        effect::result(self).map_or(&[], |result| &result.indicators)
    }

    /// Sheets of the shown wave, worst first.
    pub fn sheets(&self) -> Vec<&SheetQuality> {
        let wave = self.wave().map(|wave| wave.id.as_str());
        self.shown.as_ref().map_or_else(Vec::new, |shown| {
            shown
                .check
                .sheets
                .iter()
                .filter(|sheet| Some(sheet.wave.as_str()) == wave)
                .collect()
        })
    }

    /// Rows that can be chosen on the tab of the times.
    pub fn time_rows(&self) -> usize {
        self.wave().map_or(0, |wave| match self.time.view {
            TimeView::Tasks => wave.categories.len() + wave.tasks.len(),
            TimeView::Hours => wave.hours.len(),
            TimeView::People => wave.staff_minutes.len(),
            TimeView::Sheets => self.sheets().len(),
            TimeView::Meters => self.shown.as_ref().map_or(0, |shown| shown.meters.meters.len()),
            TimeView::Plan => plan::rows(self),
            TimeView::Board => 0,
            view => self.pictures.rows(view, self.time.wave).unwrap_or(0),
        })
    }
}

/// Place of the hour with the most people on duty, the earliest of several; `None` when nobody was there.
pub fn busiest_hour(wave: &WaveSummary) -> Option<usize> {
    let people = |hour: &HourLine| hour.people.unwrap_or(0.0);
    wave.hours
        .iter()
        .enumerate()
        .rev()
        .max_by(|(_, a), (_, b)| people(a).total_cmp(&people(b)))
        .filter(|(_, hour)| people(hour) > 0.0)
        .map(|(place, _)| place)
}
