//! Makes the finding: what was noticed (気づき).

use crate::report::Holdings;
use crate::report::finding::NoticesFinding;
use crate::text::Text;

/// Shows what was noticed (気づき).
pub fn notices(_holdings: &Holdings, _text: &Text) -> NoticesFinding {
    NoticesFinding::default()
}
