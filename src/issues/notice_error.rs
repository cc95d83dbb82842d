//! Why notices cannot be sorted so.

use super::number::NoticeId;
use crate::office::printable;
use crate::phrase::{Phrase, phrase};

/// Why something cannot be done with a notice (気づき).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoticeError {
    /// It says nothing.
    Empty,
    /// No notice was named.
    NoneNamed,
    /// There is no notice of this number.
    Unknown(NoticeId),
    /// Boxes of the cause map rest on it.
    IsEvidence {
        /// The notice.
        notice: NoticeId,
        /// What the boxes say.
        boxes: Vec<String>,
    },
    /// A notice would be merged into itself.
    IntoItself(NoticeId),
    /// The notice to merge into was itself merged into another.
    IntoMerged {
        /// The notice to merge into.
        into: NoticeId,
        /// The one that stands for it.
        stands: NoticeId,
    },
    /// The notice was merged before.
    AlreadyMerged {
        /// The notice.
        notice: NoticeId,
        /// The one that stands for it.
        into: NoticeId,
    },
    /// The notice stands for itself and has nothing to be freed from.
    NotMerged(NoticeId),
    /// The group has no name.
    EmptyGroup,
    /// No word was given.
    EmptyTag,
}

impl NoticeError {
    /// What is wrong, for people.
    pub fn phrase(&self) -> Phrase {
        match self {
            Self::Empty => phrase("notices-empty"),
            Self::NoneNamed => phrase("notices-none-named"),
            Self::Unknown(notice) => phrase("notices-unknown").with("number", notice.to_string()),
            Self::IsEvidence { notice, boxes } => {
                let boxes: Vec<String> = boxes.iter().map(|text| printable(text)).collect();
                phrase("notices-is-evidence")
                    .with("number", notice.to_string())
                    .with("count", boxes.len())
                    .with("boxes", boxes.join(" / "))
            }
            Self::IntoItself(notice) => phrase("notices-into-itself").with("number", notice.to_string()),
            Self::IntoMerged { into, stands } => phrase("notices-into-merged")
                .with("number", into.to_string())
                .with("stands", stands.to_string()),
            Self::AlreadyMerged { notice, into } => phrase("notices-already-merged")
                .with("number", notice.to_string())
                .with("stands", into.to_string()),
            Self::NotMerged(notice) => phrase("notices-not-merged").with("number", notice.to_string()),
            Self::EmptyGroup => phrase("notices-empty-group"),
            Self::EmptyTag => phrase("notices-empty-tag"),
        }
    }
}
