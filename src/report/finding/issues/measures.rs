//! Finding: measures and how they go (改善計画).

use serde::Serialize;

/// Shows measures and how they go (改善計画).
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct MeasuresFinding {}
