//! Working time: task lists, waves, sheets of ten-minute cells, day and night, quality of a sheet, surveys, timings, meters. Pure.

mod acceptance;
mod head_line;
mod list_history;
mod meters;
mod period;
mod quality;
mod scenario;
mod sheet;
mod stretches;
mod survey;
mod tag;
mod task_list;
mod timing;
mod wave;

pub use acceptance::Acceptance;
pub use head_line::{HeadLine, escaped, unescaped};
pub use list_history::{ListHistory, ListNumber, ListStep, Mapping};
pub use meters::MeterSettings;
pub use period::{NightHours, Period};
pub use quality::{Quality, QualityProblem, assess};
pub use scenario::{Move, Scenario, Way};
pub use sheet::{Cell, Manner, Share, Sheet, SheetKey};
pub use stretches::{Stretch, cells_of_stretches, span_of_stretches};
pub use survey::{Participant, Survey};
pub use tag::tag_key;
pub use task_list::{Category, CategoryCode, CategoryKind, Hue, SLOTS, Task, TaskCode, TaskList, TaskListError};
pub use timing::{TimerEntry, Timing, TimingKey};
pub use wave::Wave;
