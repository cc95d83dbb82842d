//! Working time: task lists, waves, sheets of ten-minute cells, day and night, quality of a sheet, surveys, timings, meters. Pure.

pub mod keying;

mod acceptance;
mod hue;
mod list_draft;
mod list_edit;
mod list_history;
mod meters;
mod period;
mod plan;
mod plan_fit;
mod quality;
mod retime;
mod scenario;
mod sheet;
mod survey;
mod task_list;
mod task_use;
mod timed_sheet;
mod timer_keys;
mod timing;
mod turn;
mod wave;

pub use acceptance::Acceptance;
pub use list_draft::{ListDraft, ListItem, base_id};
pub use list_edit::ListEditError;
pub use list_history::{ListHistory, ListNumber, ListStep, Mapping};
pub use meters::MeterSettings;
pub use period::{NightHours, Period};
pub use plan::{PlanComparison, PlanDifference, PlanHour};
pub use plan_fit::{NoPlan, PlanFit, plans_of};
pub use quality::{Quality, QualityProblem, assess};
pub use scenario::{Move, Scenario, Way};
pub use sheet::{Cell, Manner, Share, Sheet, SheetKey};
pub use survey::{Participant, Survey};
pub use task_list::{Category, CategoryCode, CategoryKind, Hue, SLOTS, Task, TaskCode, TaskList, TaskListError};
pub use task_use::{TaskUse, TaskUses};
pub use timed_sheet::NoSheet;
pub use timing::{DAY, TimerEntry, Timing, TimingKey, clock_seconds, parse_clock_seconds};
pub use turn::{Turn, TurnError};
pub use wave::Wave;
