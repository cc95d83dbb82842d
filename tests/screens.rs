//! The screens, drawn in memory: how each looks, and what keys do.

pub mod canvas;
pub mod fixture;
mod keys;
mod looks;
mod sample;
mod tags;
mod traps;
