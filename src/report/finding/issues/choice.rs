//! Finding: what was chosen (課題の選定).

use serde::Serialize;

/// Shows what was chosen (課題の選定).
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct ChoiceFinding {}
