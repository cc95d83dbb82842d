//! Finding: the committee (委員会).

use chrono::NaiveDate;
use serde::Serialize;

/// Meetings of the committee, and when the next is due (委員会).
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct MeetingsFinding {
    /// The newest first.
    pub meetings: Vec<MeetingLine>,
    /// The last day for the next meeting; `None` before the first.
    pub next_due: Option<NaiveDate>,
    /// Days until then; below 0 when it is past.
    pub days_left: Option<i64>,
    /// When each topic was talked about last.
    pub topics: Vec<TopicLast>,
    /// How it stands.
    pub sentence: String,
}

/// One meeting.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct MeetingLine {
    /// Its number.
    pub number: u32,
    /// The day.
    pub date: NaiveDate,
    /// Who took part, by role.
    pub people: Vec<AttendanceLine>,
    /// All of them together.
    pub people_count: u32,
    /// Whether somebody who gives care took part.
    pub has_care_staff: bool,
    /// The four topics.
    pub topics: Vec<TopicLine>,
    /// What was decided.
    pub decisions: Vec<String>,
    /// A remark of the office.
    pub note: String,
    /// What is to be known of it.
    pub remarks: Vec<MeetingRemarkLine>,
}

/// How many people of a role took part.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AttendanceLine {
    /// 職種
    pub role: String,
    /// How many.
    pub people: u16,
    /// Whether they give care.
    pub gives_care: bool,
}

/// A topic in one meeting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TopicLine {
    /// `safety`, `burden`, `devices` or `training`.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Whether it was talked about.
    pub discussed: bool,
    /// What was said; `None` where nothing was written down.
    pub said: Option<String>,
}

/// Something to be known of a meeting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MeetingRemarkLine {
    /// `no_care_staff`, `topics_missing`, `late` or `ahead`.
    pub code: String,
    /// In words.
    pub text: String,
}

/// When a topic was talked about last.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TopicLast {
    /// `safety`, `burden`, `devices` or `training`.
    pub id: String,
    /// Its name.
    pub name: String,
    /// The day; `None` when it never was.
    pub last: Option<NaiveDate>,
}
