//! The screens: keys and news become actions, [`update`] changes the model, [`view`] draws it.
//!
//! An input thread and a worker thread send events into one channel; the screen is drawn only after an event. The rest of the
//! program is reached through [`desk::Desk`] alone.

pub mod action;
pub mod board;
pub mod charts;
pub mod columns;
pub mod desk;
pub mod documents;
pub mod editor;
pub mod effect;
pub mod errand;
mod figure;
pub mod find;
pub mod form;
mod input;
pub mod issues;
mod key;
pub mod keymap;
pub mod listpick;
mod meters;
pub mod model;
mod next;
mod pen;
pub mod pictures;
pub mod plan;
mod quality;
mod run;
mod scenario;
mod survey_forms;
pub mod tags;
pub mod tasklist;
pub mod terminal;
pub mod text;
mod theme;
pub mod timer;
pub mod times;
pub mod update;
pub mod view;
mod widget;

pub use input::Input;
pub use key::Key;
pub use pen::Pen;
pub use run::{ScreenError, Setup, Start, action_of, new_model, run};
pub use theme::Theme;
