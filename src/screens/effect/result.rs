//! 結果: what is chosen, and what its keys do.

use super::EffectLayer;
use super::why::facts;
use crate::phrase::phrase;
use crate::report::finding::{Comparisons, IndicatorFinding, WavePath};
use crate::screens::action::{Command, turned};
use crate::screens::model::{Context, Layer, Model};
use crate::screens::update::{Effect, stepped};

/// Rows of one page key.
const PAGE: isize = 10;

/// What is chosen in the view beside the indicator.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ResultState {
    /// Place of the later survey among the results; the last where it is not there.
    pub wave: Option<usize>,
    /// Whether the picture shows all surveys and not only the two that are compared.
    pub all_surveys: bool,
}

/// A page that lies over the view.
#[derive(Debug, Clone, PartialEq)]
pub enum ResultLayer {
    /// なぜこの判定: the row that is read.
    Why(usize),
}

impl ResultLayer {
    /// Which rows of the key table hold.
    pub fn context(&self) -> Context {
        match self {
            Self::Why(_) => Context::EffectWhy,
        }
    }
}

/// Place of the result that is shown.
pub fn place(model: &Model) -> Option<usize> {
    let last = model.shown.as_ref()?.effect.results.len().checked_sub(1)?;
    Some(model.effect.result.wave.unwrap_or(last).min(last))
}

/// The result that is shown: the first survey against the chosen later one.
pub fn result(model: &Model) -> Option<&Comparisons> {
    model.shown.as_ref()?.effect.results.get(place(model)?)
}

/// The chosen indicator in the result that is shown.
pub fn chosen(model: &Model) -> Option<(&Comparisons, &IndicatorFinding)> {
    let result = result(model)?;
    Some((result, result.indicators.get(model.indicator)?))
}

/// The chosen indicator over all surveys; `None` with fewer than three.
pub fn path(model: &Model) -> Option<&WavePath> {
    let (_, chosen) = chosen(model)?;
    model.shown.as_ref()?.effect.paths.iter().find(|it| it.id == chosen.id)
}

/// Does what a key asks for on a page that lies over the view.
pub fn obey_layer(model: &mut Model, command: Command) -> Option<Vec<Effect>> {
    let Some(Layer::Effect(EffectLayer::Result(ResultLayer::Why(row)))) = model.layers.last() else {
        return None;
    };
    let steps = match command {
        Command::Up => -1,
        Command::Down => 1,
        Command::PageUp => -PAGE,
        Command::PageDown => PAGE,
        Command::First => isize::MIN,
        Command::Last => isize::MAX,
        _ => return None,
    };
    let row = stepped(*row, steps, rows(model));
    read_from(model, row);
    Some(Vec::new())
}

/// How many rows the page of reasons has.
fn rows(model: &Model) -> usize {
    chosen(model).map_or(0, |(result, chosen)| facts(result, chosen, path(model)).len())
}

fn read_from(model: &mut Model, at: usize) {
    if let Some(Layer::Effect(EffectLayer::Result(ResultLayer::Why(row)))) = model.layers.last_mut() {
        *row = at;
    }
}

/// Does what a key asks for in the view.
pub fn obey(model: &mut Model, command: Command) -> Option<Vec<Effect>> {
    match command {
        Command::EffectWhy => open_why(model),
        Command::NextWave => next_wave(model),
        Command::EffectSurveys => turn_picture(model),
        _ => return None,
    }
    Some(Vec::new())
}

fn open_why(model: &mut Model) {
    if chosen(model).is_some() {
        let why = EffectLayer::Result(ResultLayer::Why(0));
        model.layers.push(Layer::Effect(why));
    } else {
        model.notice = Some(phrase("result-nothing-to-explain"));
    }
}

fn next_wave(model: &mut Model) {
    let results = model.shown.as_ref().map_or(0, |shown| shown.effect.results.len());
    match place(model) {
        Some(at) if results > 1 => model.effect.result.wave = Some(turned(at, 1, results)),
        _ => model.notice = Some(phrase("result-one-wave")),
    }
}

fn turn_picture(model: &mut Model) {
    if path(model).is_some() {
        model.effect.result.all_surveys = !model.effect.result.all_surveys;
    } else {
        model.notice = Some(phrase("result-no-path"));
    }
}

/// Goes up or down, and stays within what is there.
pub fn step(model: &mut Model, steps: isize) {
    model.indicator = stepped(model.indicator, steps, model.indicators().len());
}

/// Keeps what is chosen within what the book holds now; reasons of nothing close.
pub fn follow(model: &mut Model) {
    step(model, 0);
    let Some(Layer::Effect(EffectLayer::Result(ResultLayer::Why(row)))) = model.layers.last() else {
        return;
    };
    let row = *row;
    match rows(model) {
        0 => drop(model.layers.pop()),
        rows => read_from(model, stepped(row, 0, rows)),
    }
}
