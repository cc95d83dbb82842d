//! Sorted notices as changes of the book.

use crate::book::Change;
use crate::issues::NoticeStep;

/// What the book has to write so that notices become what they are to be.
pub fn notice_changes(steps: Vec<NoticeStep>) -> Vec<Change> {
    let change = |step: NoticeStep| Change::NoticeKept {
        before: step.before.map(Box::new),
        after: step.after.map(Box::new),
    };
    steps.into_iter().map(change).collect()
}
