//! Finding: the cause map (因果関係図).

use serde::Serialize;

/// Shows the cause map (因果関係図).
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct CauseMapFinding {}
