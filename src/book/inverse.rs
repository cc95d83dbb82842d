//! The change that takes another one back.

use super::change::Change;

impl Change {
    /// The change that takes this one back; `None` for the founding.
    #[expect(clippy::too_many_lines, reason = "one arm a change")]
    pub fn inverse(&self) -> Option<Self> {
        Some(match self.clone() {
            Self::BookFounded(_) => return None,
            Self::OfficeDescribed { before, after } => Self::OfficeDescribed {
                before: after,
                after: before,
            },
            Self::FileTaken(file) => Self::FileForgotten(file),
            Self::FileForgotten(file) => Self::FileTaken(file),
            Self::SheetRecorded { wave, sheet } => Self::SheetRemoved { wave, sheet },
            Self::SheetRemoved { wave, sheet } => Self::SheetRecorded { wave, sheet },
            Self::SheetReplaced { wave, before, after } => Self::SheetReplaced {
                wave,
                before: after,
                after: before,
            },
            Self::PlanKept { wave, before, after } => Self::PlanKept {
                wave,
                before: after,
                after: before,
            },
            Self::SurveyPlanned { wave, before, after } => Self::SurveyPlanned {
                wave,
                before: after,
                after: before,
            },
            Self::QualityAccepted { before, after } => Self::QualityAccepted {
                before: after,
                after: before,
            },
            Self::MetersSet { before, after } => Self::MetersSet {
                before: after,
                after: before,
            },
            Self::ScenarioKept { before, after } => Self::ScenarioKept {
                before: after,
                after: before,
            },
            Self::TimingKept { before, after } => Self::TimingKept {
                before: after,
                after: before,
            },
            Self::TimerTurned {
                timing,
                at,
                before,
                after,
            } => Self::TimerTurned {
                timing,
                at,
                before: after,
                after: before,
            },
            Self::TagMapped { tag, before, after } => Self::TagMapped {
                tag,
                before: after,
                after: before,
            },
            Self::QuestionnaireKept { before, after } => Self::QuestionnaireKept {
                before: after,
                after: before,
            },
            Self::ResponseKept { before, after } => Self::ResponseKept {
                before: after,
                after: before,
            },
            Self::NoticeKept { before, after } => Self::NoticeKept {
                before: after,
                after: before,
            },
            Self::CauseKept { before, after } => Self::CauseKept {
                before: after,
                after: before,
            },
            Self::ChallengeKept { before, after } => Self::ChallengeKept {
                before: after,
                after: before,
            },
            Self::MeasureKept { before, after } => Self::MeasureKept {
                before: after,
                after: before,
            },
            Self::MeetingKept { before, after } => Self::MeetingKept {
                before: after,
                after: before,
            },
            Self::ColumnMapped { heading, before, after } => Self::ColumnMapped {
                heading,
                before: after,
                after: before,
            },
            Self::IndicatorKept { before, after } => Self::IndicatorKept {
                before: after,
                after: before,
            },
            Self::IndicatorChosen { before, after } => Self::IndicatorChosen {
                before: after,
                after: before,
            },
            Self::MeasurementKept { before, after } => Self::MeasurementKept {
                before: after,
                after: before,
            },
            Self::PeriodKept { before, after } => Self::PeriodKept {
                before: after,
                after: before,
            },
            Self::PhaseKept { before, after } => Self::PhaseKept {
                before: after,
                after: before,
            },
            Self::JudgementKept { before, after } => Self::JudgementKept {
                before: after,
                after: before,
            },
            Self::DocumentKept { before, after } => Self::DocumentKept {
                before: after,
                after: before,
            },
            Self::DocumentCounted { before, after } => Self::DocumentCounted {
                before: after,
                after: before,
            },
            Self::DocumentPlanned { before, after } => Self::DocumentPlanned {
                before: after,
                after: before,
            },
            Self::LedgerSet { before, after } => Self::LedgerSet {
                before: after,
                after: before,
            },
            Self::LinkageKept { before, after } => Self::LinkageKept {
                before: after,
                after: before,
            },
            Self::SlipsCounted { before, after } => Self::SlipsCounted {
                before: after,
                after: before,
            },
            Self::TaskListTaken(step) => Self::TaskListGivenBack(step),
            Self::TaskListGivenBack(step) => Self::TaskListTaken(step),
        })
    }
}
