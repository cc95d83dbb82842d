//! A viewpoint as findings name it.

use serde::Serialize;

/// A viewpoint by code and name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ViewpointName {
    /// Its code.
    pub code: String,
    /// Its name; the code again where no questionnaire names it.
    pub name: String,
}
