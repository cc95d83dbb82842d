//! Findings about challenges (課題), from the survey to the committee.

mod alarms;
mod choice;
mod map;
mod measures;
mod meetings;
mod notices;
mod responses;
mod survey;
mod viewpoint;

use serde::Serialize;

pub use alarms::{AlarmsFinding, IssueAlarm, IssueAlarmKind};
pub use choice::{ChallengeCause, ChallengeLine, ChoiceFinding, ChosenLine, MatrixCell, StatementSource};
pub use map::{CauseBox, CauseEvidence, CauseLink, CauseMapFinding, CauseRow};
pub use measures::MeasuresFinding;
pub use measures::{
    AnsweredChallenge, CheckLine, MeasureAlarm, MeasureLine, NewsLine, PlanWeeks, PlannedChallenge, StatusCount,
    StepLine, WatchedIndicator,
};
pub use meetings::{AttendanceLine, MeetingLine, MeetingRemarkLine, MeetingsFinding, TopicLast, TopicLine};
pub use notices::NoticesFinding;
pub use notices::{NoticeCell, NoticeCount, NoticeLine, NoticeOthers, NoticePair};
pub use responses::{ResponseLine, ResponsesFinding};
pub use survey::{
    ChallengeChange, ChallengeComparison, ChallengeRound, ChallengeShare, ChallengeStatement, ChallengeSurveyFinding,
    ChallengeUnit, ChallengeUnitShare, ChallengeViewpoint, QuestionnaireName,
};
pub use viewpoint::ViewpointName;

/// Everything about challenges (課題); serialised it is `yutori.issues/1`.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct IssuesFinding {
    /// `yutori.issues/1`
    pub schema: &'static str,
    /// What the survey shows.
    pub survey: ChallengeSurveyFinding,
    /// 気づき
    pub notices: NoticesFinding,
    /// 因果関係図
    pub map: CauseMapFinding,
    /// 課題の選定
    pub choice: ChoiceFinding,
    /// 改善計画
    pub measures: MeasuresFinding,
    /// 委員会
    pub meetings: MeetingsFinding,
    /// What must not be forgotten.
    pub alarms: Vec<IssueAlarm>,
}
