//! Working time: task lists, waves, sheets of ten-minute cells, day and night, quality of a sheet, surveys, timings, meters. Pure.

mod acceptance;
mod day_load;
mod list_history;
mod meters;
mod period;
mod quality;
mod scenario;
mod sheet;
mod survey;
mod task_list;
mod timing;
mod wave;

pub use acceptance::Acceptance;
pub use day_load::{DayLoad, MoveFault, Trial};
pub use list_history::{ListHistory, ListNumber, ListStep, Mapping};
pub use meters::{
    Breaks, Hours, MeterSettings, Meters, Overtime, PeopleSpread, Quartiles, Strain, Tight, Unevenness, Waste,
};
pub use period::{NightHours, Period};
pub use quality::{Acceptances, Break, Quality, QualityProblem, Standing, assess, break_of};
pub use scenario::{Move, Scenario, Way};
pub use sheet::{Cell, Manner, Share, Sheet, SheetKey};
pub use survey::{Participant, Survey};
pub use task_list::{Category, CategoryCode, CategoryKind, Hue, SLOTS, Task, TaskCode, TaskList, TaskListError};
pub use timing::{TimerEntry, Timing, TimingKey};
pub use wave::Wave;
