//! 効果: from choosing indicators to the team's judgement, one view after the other.

mod choose;
mod choose_form;
mod choose_guide;
mod choose_steps;
mod enter;
mod form;
mod judge;
mod quadrant;
mod result;
mod series;
mod told;
mod why;

pub use choose::{ChooseLayer, ChooseState, at as chosen_offer, in_order as indicators_in_order};
pub use choose_form::{ChooseAsk, ChooseForm};
pub use choose_guide::{Guide, GuideStep, Picked, offered as guide_offer};
pub use enter::{EnterAsk, EnterForm, EnterLayer, EnterState, GridAside, applied, edit, field_phrase};
pub use form::{EffectAsk, EffectForm, EffectLayer};
pub use judge::{JudgeAsk, JudgeForm, JudgeState};
pub use quadrant::QuadrantState;
pub use result::{ResultLayer, ResultState, chosen, path, place, result};
pub use series::{PhaseGround, SeriesAsk, SeriesForm, SeriesState, all as all_series, phase_start};
pub use told::{counts, interval_ends, is_hidden, margin_text, not_worse_sign, number, of_unit};
pub use why::{Fact, Section, facts};

use super::action::{Command, Tab, turned};
use super::model::Model;
use super::update::Effect;
use crate::phrase::{Phrase, phrase};

/// Ways to look at effects (効果), in the order of the work after the results.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum EffectView {
    /// 結果: before and after.
    #[default]
    Result,
    /// 選ぶ: indicators, targets, margins, and what the plan can show.
    Choose,
    /// 入力: figures.
    Enter,
    /// 効率と質
    Quadrant,
    /// 推移: months and days.
    Series,
    /// 判断: what the team judges.
    Judge,
}

impl EffectView {
    /// In the order in which they are offered.
    pub const ALL: [Self; 6] = [
        Self::Result,
        Self::Choose,
        Self::Enter,
        Self::Quadrant,
        Self::Series,
        Self::Judge,
    ];

    /// Its name.
    pub fn name(self) -> Phrase {
        match self {
            Self::Result => phrase("effect-view-result"),
            Self::Choose => phrase("effect-view-choose"),
            Self::Enter => phrase("effect-view-enter"),
            Self::Quadrant => phrase("effect-view-quadrant"),
            Self::Series => phrase("effect-view-series"),
            Self::Judge => phrase("effect-view-judge"),
        }
    }
}

/// What is chosen on the tab of effects.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct EffectState {
    /// The way to look.
    pub view: EffectView,
    /// 結果
    pub result: ResultState,
    /// 選ぶ
    pub choose: ChooseState,
    /// 入力
    pub enter: EnterState,
    /// 効率と質
    pub quadrant: QuadrantState,
    /// 推移
    pub series: SeriesState,
    /// 判断
    pub judge: JudgeState,
}

/// Does what a key asks for on this tab and on what lies over it; `None` where the key is none of this tab's.
pub fn obey(model: &mut Model, command: Command) -> Option<Vec<Effect>> {
    let of_layer = choose::obey_layer(model, command)
        .or_else(|| enter::obey_layer(model, command))
        .or_else(|| result::obey_layer(model, command));
    if of_layer.is_some() {
        return of_layer;
    }
    if model.tab != Tab::Effect || model.shown.is_none() || !model.layers.is_empty() {
        return None;
    }
    let of_view = match model.effect.view {
        EffectView::Result => result::obey(model, command),
        EffectView::Choose => choose::obey(model, command),
        EffectView::Enter => enter::obey(model, command),
        EffectView::Quadrant => quadrant::obey(model, command),
        EffectView::Series => series::obey(model, command),
        EffectView::Judge => judge::obey(model, command),
    };
    of_view.or_else(|| turn(model, command))
}

/// Text that was pasted; `false` where this tab has no use for it.
pub fn paste(model: &mut Model, text: &str) -> bool {
    enter::paste(model, text)
}

/// The next view, or the one before.
fn turn(model: &mut Model, command: Command) -> Option<Vec<Effect>> {
    let steps = match command {
        Command::NextView => 1,
        Command::PreviousView => -1,
        _ => return None,
    };
    let views = EffectView::ALL;
    let at = views.iter().position(|view| *view == model.effect.view).unwrap_or(0);
    model.effect.view = views[turned(at, steps, views.len())];
    Some(Vec::new())
}

/// Goes up or down in the view.
pub fn step(model: &mut Model, steps: isize) {
    match model.effect.view {
        EffectView::Result => result::step(model, steps),
        EffectView::Choose => choose::step(model, steps),
        EffectView::Enter => enter::step(model, steps),
        EffectView::Quadrant => quadrant::step(model, steps),
        EffectView::Series => series::step(model, steps),
        EffectView::Judge => judge::step(model, steps),
    }
}

/// Keeps what is chosen within what the book holds now.
pub fn follow(model: &mut Model) {
    result::follow(model);
    choose::step(model, 0);
    enter::follow(model);
    quadrant::step(model, 0);
    series::step(model, 0);
    judge::step(model, 0);
}
