//! The screens, drawn in memory: how each looks, and what keys do.

mod answering;
pub mod canvas;
mod cause_map;
mod choice;
mod choosing;
mod columns;
pub mod fixture;
mod judging;
mod key_presses;
mod keying;
mod keys;
mod looks;
mod measures;
mod meters;
mod next;
mod notices;
mod pictures;
mod plan;
mod quadrant;
pub mod sample;
mod seen;
mod survey;
mod tags;
mod tasklist;
mod timer;
mod traps;
