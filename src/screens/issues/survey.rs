//! 見える化: what is chosen, and what its keys do.

use crate::phrase::{Phrase, phrase};
use crate::report::finding::{ChallengeComparison, ChallengeRound, ChallengeSurveyFinding, ChallengeViewpoint};
use crate::screens::action::{Command, turned};
use crate::screens::model::Model;
use crate::screens::update::{Effect, stepped};

/// Ways to look at a survey.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum SurveyWay {
    /// Shares by viewpoint.
    #[default]
    Viewpoints,
    /// The floor against management.
    Positions,
    /// Units by viewpoints.
    Units,
    /// Two rounds.
    Rounds,
}

impl SurveyWay {
    /// In the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::Viewpoints, Self::Positions, Self::Units, Self::Rounds];

    /// Its name.
    pub fn name(self) -> Phrase {
        match self {
            Self::Viewpoints => phrase("seen-way-viewpoints"),
            Self::Positions => phrase("seen-way-positions"),
            Self::Units => phrase("seen-way-units"),
            Self::Rounds => phrase("seen-way-rounds"),
        }
    }
}

/// What is chosen in the view (見える化).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SurveyState {
    /// The way to look.
    pub way: SurveyWay,
    /// Place of the round; the latest until another is chosen.
    pub round: Option<usize>,
    /// Chosen row.
    pub row: usize,
    /// Code of the viewpoint whose statements are shown.
    pub inside: Option<String>,
}

fn finding(model: &Model) -> Option<&ChallengeSurveyFinding> {
    model.shown.as_ref().map(|shown| &shown.issues.survey)
}

/// The round that is shown.
pub fn round(model: &Model) -> Option<&ChallengeRound> {
    let rounds = &finding(model)?.rounds;
    let last = rounds.len().checked_sub(1)?;
    rounds.get(model.issues.survey.round.unwrap_or(last).min(last))
}

/// The comparison that is shown: the first round of the questionnaire against the shown one, or, where the first is
/// shown, against the last.
pub fn comparison(model: &Model) -> Option<&ChallengeComparison> {
    let round = round(model)?;
    let mut of_questionnaire = finding(model)?
        .comparisons
        .iter()
        .filter(|it| it.questionnaire == round.questionnaire.id);
    let to_shown = of_questionnaire.clone().find(|it| it.to == round.id);
    to_shown.or_else(|| of_questionnaire.rfind(|it| it.from == round.id))
}

/// Viewpoints in the order in which the way shows them.
pub fn ordered(round: &ChallengeRound, way: SurveyWay) -> Vec<&ChallengeViewpoint> {
    match way {
        SurveyWay::Positions => round.by_gap(),
        SurveyWay::Viewpoints => {
            let mut ordered: Vec<&ChallengeViewpoint> = round.viewpoints.iter().collect();
            ordered.sort_by_key(|it| it.rank.unwrap_or(usize::MAX));
            ordered
        }
        SurveyWay::Units | SurveyWay::Rounds => round.viewpoints.iter().collect(),
    }
}

/// The viewpoint whose statements are shown.
pub fn inside(model: &Model) -> Option<&ChallengeViewpoint> {
    round(model)?.viewpoint(model.issues.survey.inside.as_deref()?)
}

fn rows(model: &Model) -> usize {
    if let Some(viewpoint) = inside(model) {
        return viewpoint.statements.len();
    }
    match (model.issues.survey.way, round(model)) {
        (_, None) => 0,
        (SurveyWay::Units, Some(round)) => round.units.len(),
        (SurveyWay::Rounds, _) => comparison(model).map_or(0, |it| it.viewpoints.len()),
        (_, Some(round)) => round.viewpoints.len(),
    }
}

/// Does what a key asks for on a page that lies over the view.
pub fn obey_layer(_model: &mut Model, _command: Command) -> Option<Vec<Effect>> {
    None
}

/// Does what a key asks for in the view.
pub fn obey(model: &mut Model, command: Command) -> Option<Vec<Effect>> {
    match command {
        Command::SurveyWay => next_way(model),
        Command::NextWave => next_round(model),
        Command::SurveyStatements => open(model),
        Command::Back => close(model),
        _ => return None,
    }
    Some(Vec::new())
}

fn next_way(model: &mut Model) {
    let state = &mut model.issues.survey;
    let at = SurveyWay::ALL.iter().position(|way| *way == state.way).unwrap_or(0);
    state.way = SurveyWay::ALL[turned(at, 1, SurveyWay::ALL.len())];
    state.inside = None;
    state.row = 0;
}

fn next_round(model: &mut Model) {
    let count = finding(model).map_or(0, |finding| finding.rounds.len());
    let state = &mut model.issues.survey;
    let at = state.round.unwrap_or(count.saturating_sub(1));
    state.round = (count > 0).then(|| turned(at, 1, count));
    state.inside = None;
    step(model, 0);
}

/// Opens the statements of the chosen viewpoint.
fn open(model: &mut Model) {
    let state = &model.issues.survey;
    if state.inside.is_some() {
        return close(model);
    }
    let (way, row) = (state.way, state.row);
    let code = round(model).and_then(|round| match way {
        SurveyWay::Units => None,
        way => ordered(round, way).get(row).map(|it| it.code.clone()),
    });
    if way == SurveyWay::Units {
        model.notice = Some(phrase("seen-units-no-statements"));
    }
    let state = &mut model.issues.survey;
    if code.is_some() {
        state.row = 0;
    }
    state.inside = code;
}

/// Goes back from the statements to their viewpoint.
fn close(model: &mut Model) {
    let Some(code) = model.issues.survey.inside.take() else {
        return;
    };
    let way = model.issues.survey.way;
    let place = round(model).and_then(|round| ordered(round, way).iter().position(|it| it.code == code));
    model.issues.survey.row = place.unwrap_or(0);
}

/// Goes up or down, and stays within what is there.
pub fn step(model: &mut Model, steps: isize) {
    if model.issues.survey.inside.is_some() && inside(model).is_none() {
        model.issues.survey.inside = None;
    }
    let rows = rows(model);
    let row = &mut model.issues.survey.row;
    *row = stepped(*row, steps, rows);
}
