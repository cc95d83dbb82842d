//! The only place that asks what time it is.

use chrono::{DateTime, FixedOffset, Local};

/// A moment with the offset of the place.
pub type Moment = DateTime<FixedOffset>;

/// Tells the time, or always the same time when it is fixed.
#[derive(Debug, Clone, Copy, Default)]
pub struct Clock {
    fixed: Option<Moment>,
}

impl Clock {
    /// A clock that stands still.
    pub fn fixed(moment: Moment) -> Self {
        Self { fixed: Some(moment) }
    }

    /// A clock set by the text of `YUTORI_NOW` (RFC 3339); the system's clock when there is none.
    pub fn of_setting(setting: Option<&str>) -> Result<Self, chrono::ParseError> {
        setting
            .map(DateTime::parse_from_rfc3339)
            .transpose()
            .map(|fixed| Self { fixed })
    }

    /// The present moment.
    #[expect(clippy::disallowed_methods, reason = "the one place that may ask")]
    pub fn now(&self) -> Moment {
        self.fixed.unwrap_or_else(|| Local::now().fixed_offset())
    }
}
