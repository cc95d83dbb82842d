//! Numbers by which people call things: notice 12, measure 3.

use crate::office::numbers;

numbers! {
    /// Number of a response within its round.
    ResponseNumber;
    /// Number of a notice (気づき).
    NoticeId;
    /// Number of a box of the cause map.
    CauseId;
    /// Number of a challenge (課題).
    ChallengeId;
    /// Number of a measure (打ち手).
    MeasureId;
    /// Number of a meeting (委員会).
    MeetingId;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_count_from_one_and_are_typed_as_people_type() {
        assert_eq!(NoticeId::parse("１２"), Some(NoticeId(12)));
        assert_eq!(NoticeId::parse("0"), None);
        assert_eq!(NoticeId::parse("-1"), None);
        assert_eq!(NoticeId::after([NoticeId(3), NoticeId(1)].into_iter()), NoticeId(4));
        assert_eq!(NoticeId::after(std::iter::empty()), NoticeId(1));
    }
}
