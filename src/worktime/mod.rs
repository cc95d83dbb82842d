//! Working time: task lists, waves, sheets of ten-minute cells, day and night, quality of a sheet. Pure.

mod period;
mod quality;
mod sheet;
mod task_list;
mod wave;

pub use period::{NightHours, Period};
pub use quality::{Quality, QualityProblem, assess};
pub use sheet::{Cell, Share, Sheet, SheetKey};
pub use task_list::{Category, CategoryCode, CategoryKind, SLOTS, Task, TaskCode, TaskList, TaskListError};
pub use wave::Wave;
