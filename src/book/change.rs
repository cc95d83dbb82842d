//! What can happen to a book, in the office's words.

use serde::{Deserialize, Serialize};

use crate::documents::{Document, DocumentGoal, DocumentMonth, LedgerSettings, LedgerStep, Linkage, SlipCount};
use crate::effect::{Chosen, Indicator, Measurement, Phase, WavePeriod};
use crate::issues::{
    Cause, CauseStep, Challenge, Judgement, Measure, Meeting, Notice, Questionnaire, Response, SurveyColumn,
};
use crate::office::Office;
use crate::worktime::{
    Acceptance, ListStep, MeterSettings, NightHours, Scenario, Sheet, Survey, TaskCode, TaskList, TimerEntry, Timing,
    TimingKey, Wave,
};

/// What a book is founded with; everything but the office stays as it is for good.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Founding {
    /// The office.
    pub office: Office,
    /// The task list that the book uses now, kept whole.
    pub task_list: TaskList,
    /// Slot length in minutes.
    pub slot_minutes: u16,
    /// The border between day and night.
    pub night: NightHours,
}

/// A file that was read into the book, known again by the fingerprint of its bytes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileRead {
    /// SHA-256 of the bytes, in hex.
    pub fingerprint: String,
    /// File name without folders.
    pub name: String,
    /// What kind of file it was, e.g. `betten4`.
    pub kind: String,
    /// The wave into which it was read; `None` when the file itself names waves.
    pub wave: Option<Wave>,
}

/// One thing that happened (変更). Each has an inverse, so that undo is another entry and nothing is ever taken out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "change")]
pub enum Change {
    /// The book was founded; always the first entry, and the only one without an inverse.
    BookFounded(Box<Founding>),
    /// The office was described anew.
    OfficeDescribed {
        /// As it was.
        before: Office,
        /// As it is now.
        after: Office,
    },
    /// A file was read.
    FileTaken(FileRead),
    /// A file that had been read no longer counts as read.
    FileForgotten(FileRead),
    /// A sheet was recorded.
    SheetRecorded {
        /// When in the improvement.
        wave: Wave,
        /// The sheet.
        sheet: Box<Sheet>,
    },
    /// A sheet was taken back.
    SheetRemoved {
        /// When in the improvement.
        wave: Wave,
        /// The sheet as it was.
        sheet: Box<Sheet>,
    },
    /// A sheet was replaced, e.g. by the same night shift with its second half.
    SheetReplaced {
        /// When in the improvement.
        wave: Wave,
        /// As it was.
        before: Box<Sheet>,
        /// As it is now.
        after: Box<Sheet>,
    },
    /// A timetable of how a shift should be (業務表) was kept, replaced or taken out.
    PlanKept {
        /// When in the improvement.
        wave: Wave,
        /// As it was.
        before: Option<Box<Sheet>>,
        /// As it is now.
        after: Option<Box<Sheet>>,
    },
    /// The survey of a wave was planned, planned anew or given up.
    SurveyPlanned {
        /// Which wave.
        wave: Wave,
        /// As it was.
        before: Option<Box<Survey>>,
        /// As it is now.
        after: Option<Box<Survey>>,
    },
    /// A finding about the quality of a sheet was taken as it is, or no longer is.
    QualityAccepted {
        /// As it was.
        before: Option<Box<Acceptance>>,
        /// As it is now.
        after: Option<Box<Acceptance>>,
    },
    /// The meters of ムリ・ムダ・ムラ were set.
    MetersSet {
        /// As they were; `None` when nobody had set them.
        before: Option<MeterSettings>,
        /// As they are now.
        after: Option<MeterSettings>,
    },
    /// A scenario was kept, changed or taken out.
    ScenarioKept {
        /// As it was.
        before: Option<Box<Scenario>>,
        /// As it is now.
        after: Option<Box<Scenario>>,
    },
    /// A timing was begun, finished, taken up again or taken out.
    TimingKept {
        /// As it was.
        before: Option<Box<Timing>>,
        /// As it is now.
        after: Option<Box<Timing>>,
    },
    /// The timer was turned: stretches of a timing gave way to others.
    TimerTurned {
        /// Which timing.
        timing: TimingKey,
        /// Place of the first stretch that changed.
        at: usize,
        /// Stretches from there on that gave way.
        before: Vec<TimerEntry>,
        /// Stretches that stand there now.
        after: Vec<TimerEntry>,
    },
    /// A word of another program (タグ) was told to mean a task.
    TagMapped {
        /// The word.
        tag: String,
        /// What it meant.
        before: Option<TaskCode>,
        /// What it means now.
        after: Option<TaskCode>,
    },
    /// The questionnaire of the challenge sheet was taken over into the book, changed or taken out.
    QuestionnaireKept {
        /// As it was.
        before: Option<Box<Questionnaire>>,
        /// As it is now.
        after: Option<Box<Questionnaire>>,
    },
    /// A person answered the challenge sheet, or an answer was changed or taken out.
    ResponseKept {
        /// As it was.
        before: Option<Box<Response>>,
        /// As it is now.
        after: Option<Box<Response>>,
    },
    /// What a heading of answer tables means was said, or is no longer said.
    ColumnMapped {
        /// The heading as it is written there.
        heading: String,
        /// What it meant.
        before: Option<SurveyColumn>,
        /// What it means now.
        after: Option<SurveyColumn>,
    },
    /// A notice was written down, changed or taken out.
    NoticeKept {
        /// As it was.
        before: Option<Box<Notice>>,
        /// As it is now.
        after: Option<Box<Notice>>,
    },
    /// A box of the cause map was drawn, changed or taken out.
    CauseKept {
        /// As it was.
        before: Option<Box<Cause>>,
        /// As it is now.
        after: Option<Box<Cause>>,
    },
    /// A challenge was named, placed, chosen or taken out.
    ChallengeKept {
        /// As it was.
        before: Option<Box<Challenge>>,
        /// As it is now.
        after: Option<Box<Challenge>>,
    },
    /// A measure was decided, followed or taken out.
    MeasureKept {
        /// As it was.
        before: Option<Box<Measure>>,
        /// As it is now.
        after: Option<Box<Measure>>,
    },
    /// A meeting of the committee was written down, changed or taken out.
    MeetingKept {
        /// As it was.
        before: Option<Box<Meeting>>,
        /// As it is now.
        after: Option<Box<Meeting>>,
    },
    /// An indicator was taken over into the book, changed or taken out.
    IndicatorKept {
        /// As it was.
        before: Option<Box<Indicator>>,
        /// As it is now.
        after: Option<Box<Indicator>>,
    },
    /// An indicator was chosen, promised something of, or no longer followed.
    IndicatorChosen {
        /// As it was.
        before: Option<Box<Chosen>>,
        /// As it is now.
        after: Option<Box<Chosen>>,
    },
    /// A figure was entered, changed or taken out.
    MeasurementKept {
        /// As it was.
        before: Option<Box<Measurement>>,
        /// As it is now.
        after: Option<Box<Measurement>>,
    },
    /// The days of a survey were set, or no longer are.
    PeriodKept {
        /// As it was.
        before: Option<Box<WavePeriod>>,
        /// As it is now.
        after: Option<Box<WavePeriod>>,
    },
    /// A series was said to run anew, or no longer is.
    PhaseKept {
        /// As it was.
        before: Option<Box<Phase>>,
        /// As it is now.
        after: Option<Box<Phase>>,
    },
    /// The team judged what a measure has brought, changed or took back its judgement.
    JudgementKept {
        /// As it was.
        before: Option<Box<Judgement>>,
        /// As it is now.
        after: Option<Box<Judgement>>,
    },
    /// A kind of document was written into the ledger, changed or taken out.
    DocumentKept {
        /// As it was.
        before: Option<Box<Document>>,
        /// As it is now.
        after: Option<Box<Document>>,
    },
    /// What a kind of document took in a month was counted, changed or taken out.
    DocumentCounted {
        /// As it was.
        before: Option<Box<DocumentMonth>>,
        /// As it is now.
        after: Option<Box<DocumentMonth>>,
    },
    /// What a kind of document is to take in a month was planned, or no longer is.
    DocumentPlanned {
        /// As it was.
        before: Option<Box<DocumentGoal>>,
        /// As it is now.
        after: Option<Box<DocumentGoal>>,
    },
    /// Months to compare and costs of the ledger were set.
    LedgerSet {
        /// As they were; `None` when nobody had set them.
        before: Option<Box<LedgerSettings>>,
        /// As they are now.
        after: Option<Box<LedgerSettings>>,
    },
    /// The ways of sending slips were entered, changed or taken out.
    LinkageKept {
        /// As they were.
        before: Option<Box<Linkage>>,
        /// As they are now.
        after: Option<Box<Linkage>>,
    },
    /// Slips that went as data were counted in a file, counted anew or taken out.
    SlipsCounted {
        /// As they were.
        before: Option<Box<SlipCount>>,
        /// As they are now.
        after: Option<Box<SlipCount>>,
    },
    /// Another task list was taken, or the list was edited.
    TaskListTaken(Box<ListStep>),
    /// The latest task list was given back.
    TaskListGivenBack(Box<ListStep>),
}

impl Change {
    /// Whether it is about the ledger of documents or the ways of sending slips.
    pub(super) fn is_of_documents(&self) -> bool {
        matches!(
            self,
            Self::DocumentKept { .. }
                | Self::DocumentCounted { .. }
                | Self::DocumentPlanned { .. }
                | Self::LedgerSet { .. }
                | Self::LinkageKept { .. }
        )
    }
}

impl From<LedgerStep> for Change {
    fn from(step: LedgerStep) -> Self {
        match step {
            LedgerStep::Kind { before, after } => Self::DocumentKept {
                before: before.map(Box::new),
                after: after.map(Box::new),
            },
            LedgerStep::Month { before, after } => Self::DocumentCounted {
                before: before.map(Box::new),
                after: after.map(Box::new),
            },
            LedgerStep::Goal { before, after } => Self::DocumentPlanned {
                before: before.map(Box::new),
                after: after.map(Box::new),
            },
            LedgerStep::Settings { before, after } => Self::LedgerSet {
                before: before.map(Box::new),
                after: after.map(Box::new),
            },
        }
    }
}

impl From<CauseStep> for Change {
    fn from(step: CauseStep) -> Self {
        Self::CauseKept {
            before: step.before.map(Box::new),
            after: step.after.map(Box::new),
        }
    }
}
