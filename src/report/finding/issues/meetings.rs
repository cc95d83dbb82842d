//! Finding: the committee (委員会).

use serde::Serialize;

/// Shows the committee (委員会).
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct MeetingsFinding {}
