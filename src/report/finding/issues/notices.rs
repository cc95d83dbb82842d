//! Finding: what was noticed (気づき).

use serde::Serialize;

/// Shows what was noticed (気づき).
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct NoticesFinding {}
