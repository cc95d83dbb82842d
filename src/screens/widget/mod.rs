//! Parts that several screens draw with.

pub mod bar;
pub mod interval;
pub mod list;
