//! The stories that the program must keep; one binary, so that they link once.
#![allow(
    clippy::unwrap_used,
    clippy::string_slice,
    clippy::disallowed_methods,
    clippy::format_push_string,
    missing_docs,
    reason = "a test may stop where it stands, and asks its surroundings itself"
)]

mod answer_files;
mod answers;
mod cause_map;
mod charts;
mod choice;
mod choosing;
mod documents;
mod door;
mod effect_charts;
mod effects_compare;
mod exchange;
mod figures;
mod form;
mod house;
mod issue_alarms;
mod judging;
mod ledger;
mod linkage;
mod locales;
mod measures;
mod meters;
mod notices;
mod path;
mod pictures;
mod plans;
mod record;
mod refused_files;
mod same_digits;
mod sample;
mod screen_pictures;
mod screens;
mod seen;
mod series;
mod subsidy;
mod support;
mod survey;
mod task_lists;
#[cfg(unix)]
mod terminal;
mod timer;
mod usage;
mod workbook;
