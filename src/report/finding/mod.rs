//! The one format-neutral result (結果) that every screen, workbook, chart and JSON shows.
//!
//! Names and sentences are already in the language of the reader; figures are not yet rounded. Shares run from 0 to 1.

mod agreement;
mod board;
mod check;
mod comparison;
mod documents;
mod effect;
mod figures;
mod grant;
mod import;
mod issues;
mod ledger;
mod linkage;
mod list_note;
mod meters;
mod plan;
mod record;
mod rewriting;
mod scenario;
mod summary;
mod timings;

pub use meters::{Meter, MeterKind, MeterTask, MeterValue, MeterWave, MetersFinding};
pub use scenario::{MoveLine, ScenarioEffect, ScenarioFinding, ScenarioHour, ScenarioLine, ScenarioList};
mod class;
mod heat;
mod load;
mod pareto;
mod shares;
mod spread;
mod timeline;

pub use agreement::{AgreementFinding, Agreements, MixedUp};
pub use board::{BoardCell, BoardFinding, BoardLine, BoardState, PersonReminders, Reminders, UnitReminders};
pub use check::{AcceptedLine, CheckFinding, IntegrityFinding, ProblemLine, SheetQuality};
pub use comparison::{
    Assessment, ComparedAs, Comparisons, CountPair, Estimate, IndicatorFinding, MethodLine, NotWorse, NotWorseLine,
    OtherTest, ScaledPair, Spread,
};
pub use documents::{
    DocumentBring, DocumentFigures, DocumentFlow, DocumentHalving, DocumentLine, DocumentMoney, DocumentPairs,
    DocumentPlanKind, DocumentPlanYear, DocumentStorage, DocumentTrendMonth, DocumentsFinding, HalvingRule, MonthName,
    YenLine,
};
pub use effect::{
    ChosenFinding, ChosenIndicator, EffectFinding, FeasibleFinding, FeasibleLine, JudgementLine, JudgementsFinding,
    LinkedMeasure, MarginLine, MarginState, OfferedIndicator, PathPoint, PathStep, QuadrantEnd, QuadrantFinding,
    QuadrantPlace, QuadrantPoint, SeriesBreakLine, SeriesFinding, SeriesLimits, SeriesPhase, SeriesPoint, SeriesSignal,
    SpreadSource, WaveName, WavePath,
};
pub use figures::{PeriodLine, PersonFigure, ValuesFinding, ValuesIndicator, ValuesTime};
pub use grant::{
    GrantCostLine, GrantFinding, GrantStepLine, ProgrammeFinding, ProgrammeLine, ProgrammeList, ProgrammePart,
    StepValue,
};
pub use import::{FileFinding, FileProblem, FileStatus, ImportFinding};
pub use issues::{
    AlarmsFinding, AnsweredChallenge, AttendanceLine, CauseBox, CauseEvidence, CauseLink, CauseMapFinding, CauseRow,
    ChallengeCause, ChallengeChange, ChallengeComparison, ChallengeLine, ChallengeRound, ChallengeShare,
    ChallengeStatement, ChallengeSurveyFinding, ChallengeUnit, ChallengeUnitShare, ChallengeViewpoint, CheckLine,
    ChoiceFinding, ChosenLine, IssueAlarm, IssueAlarmKind, IssuesFinding, MatrixCell, MeasureAlarm, MeasureLine,
    MeasuresFinding, MeetingLine, MeetingRemarkLine, MeetingsFinding, NewsLine, NoticeCell, NoticeCount, NoticeLine,
    NoticeOthers, NoticePair, NoticesFinding, PlanWeeks, PlannedChallenge, QuestionnaireName, ResponseLine,
    ResponsesFinding, StatementSource, StatusCount, StepLine, TopicLast, TopicLine, ViewpointName, WatchedIndicator,
};
pub use ledger::{LedgerDay, LedgerDocument, LedgerFact, LedgerFinding, LedgerGoal, LedgerMonth, LedgerSettingsLine};
pub use linkage::{
    LicenceLine, LinkageFinding, LinkageLicence, LinkageMonth, LinkageSaving, LinkageStepLine, LinkageStepUse,
    LinkageWay, LinkageWayMonth, ReferenceLine, SlipMonth, SlipsFinding,
};
pub use list_note::{ListNote, MergedMinutes, MergedTask, TaskName};
pub use plan::{PlanFigures, PlanFinding, PlanFits, PlanHourLine, PlanMissing, PlanPair, PlanTaskLine, PlanWave};
pub use record::{LineFault, RecordFinding};
pub use rewriting::{
    FactLine, FactRow, PredictionLine, RewritingFinding, RewritingLedger, RewritingMeasured, RewritingPrediction,
};
pub use summary::{
    CategoryLine, DateLine, GroupLine, HourLine, OfficeName, PeriodSummary, Periods, StaffLine, Summary, TaskLine,
    WaveSummary,
};

pub use class::{Class, WaveSize};
pub use heat::{Heat, HeatRow};
pub use load::{HourLoad, Load, WaveLoad};
pub use pareto::{Pareto, ParetoLine, ParetoValue};
pub use shares::{ShareBar, SharePart, Shares};
pub use spread::{PeopleSpread, SpreadMeasure, SpreadWave};
pub use timeline::{OnDuty, Run, Timeline, TimelineBar};
pub use timings::{StretchLine, TimedCell, TimedShare, TimedTask, TimingFinding, Timings};
