//! 課題の選定: what is chosen, and what its keys do.

use super::choice_form::ChoiceForm;
use crate::book::{Change, Occasion};
use crate::issues::{CauseId, CauseLayer, Challenge, Degree};
use crate::phrase::phrase;
use crate::report::finding::StatementSource;
use crate::screens::action::Command;
use crate::screens::desk::{Job, Shown};
use crate::screens::model::{Context, Layer, Model};
use crate::screens::update::{Effect, run, stepped};

/// Rows of one page key.
const PAGE: isize = 10;

/// What is chosen in the view (課題の選定).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ChoiceState {
    /// Chosen row.
    pub row: usize,
    /// How many challenges there were when the page was last looked at.
    seen: usize,
}

/// A page that lies over the view.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ChoiceLayer {
    /// A challenge is moved in the matrix.
    Placing(Placing),
    /// What a new challenge comes from is chosen.
    Sources(Sources),
}

impl ChoiceLayer {
    /// Which rows of the key table hold.
    pub fn context(&self) -> Context {
        match self {
            Self::Placing(_) => Context::ChoicePlacing,
            Self::Sources(_) => Context::ChoiceSources,
        }
    }
}

/// A challenge on its way to another place; only the last place is written, as one act.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placing {
    /// As the book has it.
    pub before: Box<Challenge>,
    /// 効果
    pub effect: Degree,
    /// 取り組みやすさ
    pub ease: Degree,
}

impl Placing {
    /// Begins where the challenge stands, in the middle where nobody has placed it.
    fn of(challenge: &Challenge) -> Self {
        let middle = Degree::ALL[2];
        Self {
            before: Box::new(challenge.clone()),
            effect: challenge.effect.unwrap_or(middle),
            ease: challenge.ease.unwrap_or(middle),
        }
    }

    fn turn(&mut self, command: Command) {
        match command {
            Command::ChoiceMoreEffect => self.effect = moved(self.effect, 1),
            Command::ChoiceLessEffect => self.effect = moved(self.effect, -1),
            Command::ChoiceEasier => self.ease = moved(self.ease, 1),
            Command::ChoiceHarder => self.ease = moved(self.ease, -1),
            _ => {}
        }
    }
}

fn moved(degree: Degree, steps: i8) -> Degree {
    degree
        .number()
        .checked_add_signed(steps)
        .and_then(Degree::of)
        .unwrap_or(degree)
}

/// Something that a challenge can be made of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Source {
    /// Words of one's own.
    New,
    /// A box of the cause map.
    Box(CauseId, CauseLayer, String),
    /// A statement of the survey.
    Statement(StatementSource),
}

/// What a challenge can be made of, and what was chosen of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sources {
    /// Words of one's own first, then the boxes of the map with what troubles people on top, then the statements.
    pub rows: Vec<Source>,
    /// Chosen row.
    pub row: usize,
    /// Boxes that become one challenge, in the order in which they were marked.
    pub marked: Vec<CauseId>,
}

impl Sources {
    fn of(shown: &Shown) -> Self {
        const LAYERS: [CauseLayer; 4] = [
            CauseLayer::Trouble,
            CauseLayer::Cause,
            CauseLayer::Background,
            CauseLayer::Effect,
        ];
        let issues = &shown.holdings.issues;
        let mut rows = vec![Source::New];
        for layer in LAYERS {
            let boxes = issues.causes.iter().filter(|cause| cause.layer == layer);
            rows.extend(boxes.map(|cause| Source::Box(cause.id, layer, cause.text.clone())));
        }
        rows.extend(shown.issues.choice.statements.iter().cloned().map(Source::Statement));
        Self {
            rows,
            row: 0,
            marked: Vec::new(),
        }
    }

    fn mark(&mut self) {
        let Some(Source::Box(id, ..)) = self.rows.get(self.row) else {
            return;
        };
        match self.marked.iter().position(|marked| marked == id) {
            Some(place) => {
                self.marked.remove(place);
            }
            None => self.marked.push(*id),
        }
        self.row = stepped(self.row, 1, self.rows.len());
    }

    /// The challenge that the choice gives, still to be looked over.
    fn challenge(&self, shown: &Shown) -> Challenge {
        let issues = &shown.holdings.issues;
        let plain = Challenge::named(issues.next_challenge(), "");
        let of_boxes = |boxes: &[CauseId]| issues.challenge_of_boxes(boxes).unwrap_or(plain.clone());
        if !self.marked.is_empty() {
            return of_boxes(&self.marked);
        }
        match self.rows.get(self.row) {
            Some(Source::Box(id, ..)) => of_boxes(&[*id]),
            Some(Source::Statement(source)) => Challenge {
                text: source.text.clone(),
                viewpoint: Some(source.viewpoint.clone()),
                ..plain
            },
            Some(Source::New) | None => plain,
        }
    }
}

/// The challenge that is moved at the moment.
pub fn placing(model: &Model) -> Option<&Placing> {
    match model.layers.last() {
        Some(Layer::Choice(ChoiceLayer::Placing(placing))) => Some(placing),
        _ => None,
    }
}

/// The chosen challenge.
fn chosen(model: &Model) -> Option<&Challenge> {
    let shown = model.shown.as_ref()?;
    shown.holdings.issues.challenges.get(model.issues.choice.row)
}

/// Does what a key asks for on a page that lies over the view.
pub fn obey_layer(model: &mut Model, command: Command) -> Option<Vec<Effect>> {
    match model.layers.last_mut() {
        Some(Layer::Choice(ChoiceLayer::Placing(placing))) => match command {
            Command::Accept => Some(place(model)),
            Command::ChoiceMoreEffect | Command::ChoiceLessEffect | Command::ChoiceEasier | Command::ChoiceHarder => {
                placing.turn(command);
                Some(Vec::new())
            }
            _ => None,
        },
        Some(Layer::Choice(ChoiceLayer::Sources(sources))) => {
            let steps = match command {
                Command::Up => -1,
                Command::Down => 1,
                Command::PageUp => -PAGE,
                Command::PageDown => PAGE,
                Command::First => isize::MIN,
                Command::Last => isize::MAX,
                Command::ChoiceMark => {
                    sources.mark();
                    return Some(Vec::new());
                }
                Command::Accept => return Some(take(model)),
                _ => return None,
            };
            sources.row = stepped(sources.row, steps, sources.rows.len());
            Some(Vec::new())
        }
        _ => None,
    }
}

/// Writes the place, and leaves the page.
fn place(model: &mut Model) -> Vec<Effect> {
    let Some(Layer::Choice(ChoiceLayer::Placing(placing))) = model.layers.pop() else {
        return Vec::new();
    };
    let before = placing.before;
    let after = Challenge {
        effect: Some(placing.effect),
        ease: Some(placing.ease),
        ..(*before).clone()
    };
    if *before == after {
        return Vec::new();
    }
    let occasion = Occasion::ChallengeKept {
        text: after.text.clone(),
    };
    run(
        model,
        Job::Apply(occasion, vec![kept(Some(before), Some(Box::new(after)))]),
    )
}

/// Asks for the rest of the challenge that was begun.
fn take(model: &mut Model) -> Vec<Effect> {
    let Some(Layer::Choice(ChoiceLayer::Sources(sources))) = model.layers.pop() else {
        return Vec::new();
    };
    if let Some(shown) = &model.shown {
        let form = ChoiceForm::keep(shown, None, sources.challenge(shown));
        model.layers.push(Layer::Form(form));
    }
    Vec::new()
}

/// The change from one state of a challenge to another.
pub(super) fn kept(before: Option<Box<Challenge>>, after: Option<Box<Challenge>>) -> Change {
    Change::ChallengeKept { before, after }
}

/// Does what a key asks for in the view.
pub fn obey(model: &mut Model, command: Command) -> Option<Vec<Effect>> {
    if command == Command::IssueAdd {
        let sources = model.shown.as_ref().map(|shown| Sources::of(shown));
        model
            .layers
            .extend(sources.map(|sources| Layer::Choice(ChoiceLayer::Sources(sources))));
        return Some(Vec::new());
    }
    let is_mine = matches!(
        command,
        Command::IssueEdit
            | Command::IssueRemove
            | Command::ChoicePlace
            | Command::ChoiceDecide
            | Command::ChoiceMoreEffect
            | Command::ChoiceLessEffect
            | Command::ChoiceEasier
            | Command::ChoiceHarder
    );
    if !is_mine {
        return None;
    }
    let Some(challenge) = chosen(model).cloned() else {
        model.notice = Some(phrase("choice-none-chosen-yet"));
        return Some(Vec::new());
    };
    match command {
        Command::IssueRemove => return Some(remove(model, challenge)),
        Command::IssueEdit | Command::ChoiceDecide => {
            if let Some(shown) = &model.shown {
                let form = if command == Command::IssueEdit {
                    ChoiceForm::keep(shown, Some(challenge.clone()), challenge)
                } else if challenge.chosen.is_some() {
                    ChoiceForm::lay_aside(challenge)
                } else {
                    ChoiceForm::choose(shown, challenge)
                };
                model.layers.push(Layer::Form(form));
            }
        }
        _ => {
            let mut placing = Placing::of(&challenge);
            placing.turn(command);
            model.layers.push(Layer::Choice(ChoiceLayer::Placing(placing)));
        }
    }
    Some(Vec::new())
}

/// Takes a challenge out unless measures answer it; undo brings it back.
fn remove(model: &mut Model, challenge: Challenge) -> Vec<Effect> {
    let Some(shown) = &model.shown else {
        return Vec::new();
    };
    if let Err(fault) = shown.holdings.issues.challenge_can_go(&challenge) {
        model.notice = Some(fault.phrase());
        return Vec::new();
    }
    let occasion = Occasion::ChallengeKept {
        text: challenge.text.clone(),
    };
    run(model, Job::Apply(occasion, vec![kept(Some(Box::new(challenge)), None)]))
}

/// Goes up or down, and stays within what is there; a challenge that has just come is gone to.
pub fn step(model: &mut Model, steps: isize) {
    let rows = model
        .shown
        .as_ref()
        .map_or(0, |shown| shown.issues.choice.challenges.len());
    let state = &mut model.issues.choice;
    if state.seen > 0 && rows == state.seen + 1 {
        state.row = rows - 1;
    }
    state.seen = rows;
    state.row = stepped(state.row, steps, rows);
}
