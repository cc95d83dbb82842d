//! 課題: from the survey to the committee, one view after the other.

mod answering;
mod choice;
mod choice_form;
pub(in crate::screens) mod dates;
mod form;
mod map;
mod measures;
mod meeting_form;
mod meetings;
mod notice_form;
pub(in crate::screens) mod notices;
mod survey;

pub use answering::{AnswerAsk, AnswerForm, Answering, HeadFor, accept, applied, line_count as answer_count};
pub use choice::{ChoiceLayer, ChoiceState, Placing, Source, Sources, placing};
pub use choice_form::{ChoiceAsk, ChoiceForm};
pub use form::{IssueAsk, IssueForm};
pub use map::{CauseAsk, CauseForm, CausePick, KINDS, MapState, Pick, chosen as chosen_cause, layout as cause_layout};
pub use measures::{MeasureWay, MeasuresState, in_order};
pub use meeting_form::{MeetingAsk, MeetingForm};
mod measure_form;
mod measure_parts;

pub use measure_form::{MeasureAsk, MeasureForm};
pub use measure_parts::{MeasureParts, Part, parts};
pub use meetings::MeetingsState;
pub use notice_form::{NoticeAsk, NoticeForm};
pub use notices::{NoticesState, NoticesWay, find_notices};
pub use survey::{
    SurveyState, SurveyWay, comparison as shown_comparison, inside as shown_viewpoint, ordered as ordered_viewpoints,
    round as shown_round,
};

use super::action::{Command, Tab, turned};
use super::model::Model;
use super::update::Effect;
use crate::phrase::{Phrase, phrase};

/// Ways to look at the challenges (課題), in the order of the work.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum IssueView {
    /// 見える化: what the survey shows.
    #[default]
    Survey,
    /// 気づき
    Notices,
    /// 因果関係図
    Map,
    /// 課題の選定: effect against ease.
    Choice,
    /// 改善計画: measures and how they go.
    Measures,
    /// 委員会
    Meetings,
}

impl IssueView {
    /// In the order in which they are offered.
    pub const ALL: [Self; 6] = [
        Self::Survey,
        Self::Notices,
        Self::Map,
        Self::Choice,
        Self::Measures,
        Self::Meetings,
    ];

    /// Its name.
    pub fn name(self) -> Phrase {
        match self {
            Self::Survey => phrase("issues-view-survey"),
            Self::Notices => phrase("issues-view-notices"),
            Self::Map => phrase("issues-view-map"),
            Self::Choice => phrase("issues-view-choice"),
            Self::Measures => phrase("issues-view-measures"),
            Self::Meetings => phrase("issues-view-meetings"),
        }
    }
}

/// What is chosen on the tab of the challenges.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct IssuesState {
    /// The way to look.
    pub view: IssueView,
    /// 見える化
    pub survey: SurveyState,
    /// 気づき
    pub notices: NoticesState,
    /// 因果関係図
    pub map: MapState,
    /// 課題の選定
    pub choice: ChoiceState,
    /// 改善計画
    pub measures: MeasuresState,
    /// 委員会
    pub meetings: MeetingsState,
}

/// Does what a key asks for on this tab and on what lies over it; `None` where the key is none of this tab's.
pub fn obey(model: &mut Model, command: Command) -> Option<Vec<Effect>> {
    let of_layer = answering::obey_layer(model, command)
        .or_else(|| survey::obey_layer(model, command))
        .or_else(|| notices::obey_layer(model, command))
        .or_else(|| map::obey_layer(model, command))
        .or_else(|| choice::obey_layer(model, command))
        .or_else(|| measures::obey_layer(model, command))
        .or_else(|| meetings::obey_layer(model, command));
    if of_layer.is_some() {
        return of_layer;
    }
    if model.tab != Tab::Issues || model.shown.is_none() || !model.layers.is_empty() {
        return None;
    }
    let of_view = match model.issues.view {
        IssueView::Survey => answering::obey(model, command).or_else(|| survey::obey(model, command)),
        IssueView::Notices => notices::obey(model, command),
        IssueView::Map => map::obey(model, command),
        IssueView::Choice => choice::obey(model, command),
        IssueView::Measures => measures::obey(model, command),
        IssueView::Meetings => meetings::obey(model, command),
    };
    of_view.or_else(|| turn(model, command))
}

/// The next view, or the one before.
fn turn(model: &mut Model, command: Command) -> Option<Vec<Effect>> {
    let steps = match command {
        Command::NextView => 1,
        Command::PreviousView => -1,
        _ => return None,
    };
    let views = IssueView::ALL;
    let at = views.iter().position(|view| *view == model.issues.view).unwrap_or(0);
    model.issues.view = views[turned(at, steps, views.len())];
    Some(Vec::new())
}

/// Goes up or down in the view.
pub fn step(model: &mut Model, steps: isize) {
    match model.issues.view {
        IssueView::Survey => survey::step(model, steps),
        IssueView::Notices => notices::step(model, steps),
        IssueView::Map => map::step(model, steps),
        IssueView::Choice => choice::step(model, steps),
        IssueView::Measures => measures::step(model, steps),
        IssueView::Meetings => meetings::step(model, steps),
    }
}

/// Keeps what is chosen within what the book holds now.
pub fn follow(model: &mut Model) {
    answering::follow(model);
    survey::step(model, 0);
    notices::follow(model);
    map::follow(model);
    choice::step(model, 0);
    measures::step(model, 0);
    meetings::step(model, 0);
}
