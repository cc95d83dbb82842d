//! The one format-neutral result (結果) that every screen, workbook, chart and JSON shows.
//!
//! Names and sentences are already in the language of the reader; figures are not yet rounded. Shares run from 0 to 1.

mod check;
mod comparison;
mod import;
mod meters;
mod scenario;
mod summary;

pub use check::{AcceptedLine, CheckFinding, IntegrityFinding, ProblemLine, SheetQuality};
pub use comparison::{Comparisons, Estimate, IndicatorFinding, OtherTest, ScaledPair, Spread};
pub use import::{FileFinding, FileProblem, FileStatus, ImportFinding};
pub use meters::{Meter, MeterKind, MeterValue, MeterWave, MetersFinding, TaskName};
pub use scenario::{MoveLine, ScenarioEffect, ScenarioFinding, ScenarioHour, ScenarioLine, ScenarioList};
pub use summary::{
    CategoryLine, DateLine, GroupLine, HourLine, OfficeName, PeriodSummary, Periods, StaffLine, Summary, TaskLine,
    WaveSummary,
};
