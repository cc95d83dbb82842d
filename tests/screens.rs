//! The screens, drawn in memory: how each looks, and what keys do.

pub mod canvas;
pub mod fixture;
mod key_presses;
mod keying;
mod keys;
mod looks;
mod plan;
mod tasklist;
mod survey;
mod pictures;
pub mod sample;
mod timer;
mod traps;
