//! Makes the finding: the committee (委員会).

use crate::report::Holdings;
use crate::report::finding::MeetingsFinding;
use crate::text::Text;

/// Shows the committee (委員会).
pub fn meetings(_holdings: &Holdings, _text: &Text) -> MeetingsFinding {
    MeetingsFinding::default()
}
