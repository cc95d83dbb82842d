//! What is wrong and what is done about it: survey, notices, cause map, chosen challenges, measures, committee (課題). Pure.

mod answer_line;
mod cause;
mod challenge;
mod choosing;
mod column;
mod committee;
mod degree;
mod judgement;
mod judging;
mod measure;
mod meeting;
mod notice;
mod notice_counts;
mod notice_error;
mod notice_similar;
mod notice_words;
mod notice_work;
mod number;
mod questionnaire;
mod response;
mod stage;
pub mod survey_sheet;
pub mod tally;

mod cause_fault;
mod cause_map;
mod decide;
mod evidence;
mod follow;
mod map_layout;
mod measure_fault;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

pub use answer_line::{AnswersFault, GivenAnswers, answer_line, answer_sign, read_answers};
pub use cause::{Cause, CauseLayer, Evidence};
pub use challenge::{Challenge, Decision, MOST_CHALLENGES};
pub use choosing::{ChoiceFault, viewpoint_among};
pub use column::{ColumnMap, heading_key, mapped};
pub use committee::{
    MEETING_MONTHS, MeetingFault, MeetingRemark, gives_care, listed as listed_topics, next_meeting_due, people_line,
    read_people,
};
pub use decide::{LONGEST_TEXT, MeasureDraft, MeasureGround, USUAL_MONTHS, last_day_of, monthly_checks};
pub use degree::Degree;
pub use follow::MeasureRemark;
pub use judgement::{Care, Judgement, JudgementKey, Next};
pub use judging::{JudgementDraft, JudgementFault, JudgementPart, LONGEST_JUDGEMENT, Surveyed};
pub use measure::{CheckDate, Measure, News, SLEEP_DAYS, Status, Step};
pub use measure_fault::MeasureFault;
pub use meeting::{Attendance, Meeting, Topic};
pub use notice::{DayPart, Notice, TroubleKind};
pub use notice_counts::{NoticeHeat, NoticeTally, tally_words};
pub use notice_error::NoticeError;
pub use notice_similar::{SimilarPair, similar_notices};
pub use notice_work::{NoticeStep, NoticeSteps, notice_kept, notices_grouped, notices_tagged, tag_words};
pub use number::{CauseId, ChallengeId, MeasureId, MeetingId, NoticeId, ResponseNumber};
pub use questionnaire::{
    Questionnaire, QuestionnaireFault, STATEMENTS_PER_VIEWPOINT, Statement, StatementCode, Viewpoint, ViewpointCode,
};
pub use response::{Answer, Position, Rating, Response, ResponseKey, SurveyColumn};
pub use stage::{Stage, Studied};

pub use cause_fault::{CauseFault, NamedCause};
pub use cause_map::{CauseMap, CauseStep};
pub use map_layout::{MapLayout, MapNode, MapPlace, MapStretch};

/// Everything that a book holds about challenges (課題), in order of their numbers.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Issues {
    /// Whole copies of the questionnaires that were used, in order of id.
    pub questionnaires: Vec<Questionnaire>,
    /// Answers, in order of round and number.
    pub responses: Vec<Response>,
    /// 気づき
    pub notices: Vec<Notice>,
    /// The boxes of the cause map, each with what it leads to.
    pub causes: Vec<Cause>,
    /// 課題
    pub challenges: Vec<Challenge>,
    /// 打ち手
    pub measures: Vec<Measure>,
    /// 委員会
    pub meetings: Vec<Meeting>,
    /// What the team judges of the measures, in order of survey and measure.
    #[serde(default)]
    pub judgements: Vec<Judgement>,
    /// What headings of answer tables mean here, as they are written there.
    #[serde(default)]
    pub columns: BTreeMap<String, SurveyColumn>,
}

impl Issues {
    /// Whether nothing was written yet.
    pub fn is_empty(&self) -> bool {
        self.responses.is_empty()
            && self.notices.is_empty()
            && self.causes.is_empty()
            && self.challenges.is_empty()
            && self.measures.is_empty()
            && self.meetings.is_empty()
            && self.judgements.is_empty()
    }

    /// The questionnaire with this id, as it was used.
    pub fn questionnaire(&self, id: &str) -> Option<&Questionnaire> {
        self.questionnaires.iter().find(|it| it.id == id)
    }

    /// The notice with this number.
    pub fn notice(&self, id: NoticeId) -> Option<&Notice> {
        self.notices.iter().find(|it| it.id == id)
    }

    /// The box of the cause map with this number.
    pub fn cause(&self, id: CauseId) -> Option<&Cause> {
        self.causes.iter().find(|it| it.id == id)
    }

    /// The challenge with this number.
    pub fn challenge(&self, id: ChallengeId) -> Option<&Challenge> {
        self.challenges.iter().find(|it| it.id == id)
    }

    /// The measure with this number.
    pub fn measure(&self, id: MeasureId) -> Option<&Measure> {
        self.measures.iter().find(|it| it.id == id)
    }

    /// The meeting with this number.
    pub fn meeting(&self, id: MeetingId) -> Option<&Meeting> {
        self.meetings.iter().find(|it| it.id == id)
    }

    /// What the team judged of a measure after a survey.
    pub fn judgement(&self, key: JudgementKey) -> Option<&Judgement> {
        self.judgements.iter().find(|it| it.key == key)
    }

    /// The number for the next response of a round.
    pub fn next_response(&self, round: crate::worktime::Wave) -> ResponseNumber {
        let own = self.responses.iter().filter(|it| it.key.round == round);
        ResponseNumber::after(own.map(|it| it.key.number))
    }

    /// Every viewpoint that a questionnaire of the book names, each once.
    pub fn viewpoints(&self) -> Vec<&Viewpoint> {
        let mut found: Vec<&Viewpoint> = Vec::new();
        for viewpoint in self.questionnaires.iter().flat_map(|it| &it.viewpoints) {
            if !found.iter().any(|known| known.code == viewpoint.code) {
                found.push(viewpoint);
            }
        }
        found
    }
}
