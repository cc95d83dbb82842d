//! The guided path: step by step to indicators of both families, what is promised of them and what they can show.

use std::collections::BTreeSet;

use super::choose::{ask, in_order};
use super::choose_form::{ChooseForm, Ground, measured_later};
use super::{ChooseLayer, EffectLayer};
use crate::effect::{Chosen, Family, Term, Terms, UseCase};
use crate::issues::MeasureId;
use crate::office::Decimal;
use crate::phrase::Phrase;
use crate::report::Following;
use crate::report::finding::OfferedIndicator;
use crate::screens::action::{Command, turned};
use crate::screens::desk::Shown;
use crate::screens::input::Input;
use crate::screens::model::{Context, Layer, Model};
use crate::screens::scenario::steps;
use crate::screens::update::{Effect, run, stepped};
use crate::worktime::Wave;

/// A step of the path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GuideStep {
    /// Which of the three ways.
    Case,
    /// Indicators of efficiency.
    Efficiency,
    /// Indicators of quality.
    Quality,
    /// 目標値
    Target,
    /// 許容幅
    Margin,
    /// Measures that watch them.
    Measures,
    /// Everything once more.
    Review,
}

impl GuideStep {
    /// In order.
    pub const ALL: [Self; 7] = [
        Self::Case,
        Self::Efficiency,
        Self::Quality,
        Self::Target,
        Self::Margin,
        Self::Measures,
        Self::Review,
    ];

    /// Its place, counted from 1.
    pub fn number(self) -> usize {
        Self::ALL.iter().position(|step| *step == self).unwrap_or(0) + 1
    }

    /// The family that is picked here.
    pub fn family(self) -> Option<Family> {
        match self {
            Self::Efficiency => Some(Family::Efficiency),
            Self::Quality => Some(Family::Quality),
            _ => None,
        }
    }

    fn moved(self, steps: isize) -> Option<Self> {
        let at = Self::ALL.iter().position(|step| *step == self)?;
        Self::ALL.get(at.checked_add_signed(steps)?).copied()
    }
}

/// An indicator that was picked, and what is typed of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picked {
    /// Its id.
    pub id: String,
    /// Efficiency or quality.
    pub family: Family,
    /// 目標値
    pub target: Input,
    /// 許容幅
    pub margin: Input,
    /// The guess of the spread as the book has it.
    spread: Option<Decimal>,
    /// A later survey that has figures already.
    pub later: Option<Wave>,
}

/// The path and where somebody is on it.
#[derive(Debug, Clone, PartialEq)]
pub struct Guide {
    /// The step.
    pub step: GuideStep,
    /// The way that was taken.
    pub case: UseCase,
    /// Chosen row of the step.
    pub row: usize,
    /// What was picked, efficiency first.
    pub picked: Vec<Picked>,
    /// Measures that watch all of them.
    pub measures: BTreeSet<MeasureId>,
    /// What is wrong.
    pub problem: Option<Phrase>,
    /// Whether it was given to the book.
    written: bool,
}

impl Guide {
    /// From the first step.
    pub fn of(shown: &Shown) -> Self {
        // Where there is one measure, everybody means that one.
        let only = match shown.holdings.issues.measures.as_slice() {
            [only] => Some(only.id),
            _ => None,
        };
        Self {
            step: GuideStep::Case,
            case: UseCase::One,
            row: 0,
            picked: Vec::new(),
            measures: only.into_iter().collect(),
            problem: None,
            written: false,
        }
    }

    /// Which rows of the key table hold.
    pub fn context(&self) -> Context {
        match self.step {
            GuideStep::Target | GuideStep::Margin => Context::EffectGuideText,
            GuideStep::Review => Context::EffectGuideReview,
            GuideStep::Efficiency | GuideStep::Quality => Context::EffectGuidePick,
            GuideStep::Case | GuideStep::Measures => Context::EffectGuide,
        }
    }

    /// The places of those that are asked for in this step.
    pub fn asked(&self) -> Vec<usize> {
        let is_asked = |picked: &Picked| match self.step {
            GuideStep::Target => true,
            GuideStep::Margin => picked.family == Family::Quality,
            _ => false,
        };
        let all = self.picked.iter().enumerate();
        all.filter(|(_, picked)| is_asked(picked))
            .map(|(place, _)| place)
            .collect()
    }

    /// The line that is being typed.
    pub fn input(&mut self) -> Option<&mut Input> {
        let place = *self.asked().get(self.row)?;
        self.problem = None;
        let picked = self.picked.get_mut(place)?;
        match self.step {
            GuideStep::Target => Some(&mut picked.target),
            _ => Some(&mut picked.margin),
        }
    }

    /// Whether an indicator was picked.
    pub fn has(&self, id: &str) -> bool {
        self.picked.iter().any(|picked| picked.id == id)
    }

    fn count(&self, family: Family) -> usize {
        self.picked.iter().filter(|picked| picked.family == family).count()
    }

    fn rows(&self, shown: &Shown) -> usize {
        match self.step {
            GuideStep::Case => UseCase::ALL.len(),
            GuideStep::Efficiency | GuideStep::Quality => offered(self, shown).len(),
            GuideStep::Target | GuideStep::Margin => self.asked().len(),
            GuideStep::Measures => shown.holdings.issues.measures.len(),
            GuideStep::Review => 0,
        }
    }

    /// Picks an indicator, or puts it back; where only one is wanted it takes the place of the other.
    fn turn(&mut self, shown: &Shown, offered: &OfferedIndicator) {
        if self.has(&offered.id) {
            self.picked.retain(|picked| picked.id != offered.id);
            return;
        }
        if self.case.takes(offered.family) == Some(1) {
            self.picked.retain(|picked| picked.family != offered.family);
        }
        let chosen = shown.holdings.effects.chosen(&offered.id);
        let line = |of: fn(&Chosen) -> Option<Decimal>| {
            let figure = chosen.and_then(of).map(|figure| figure.to_string());
            Input::of(&figure.unwrap_or_default())
        };
        let indicator = shown.holdings.indicator(&offered.id);
        self.picked.push(Picked {
            id: offered.id.clone(),
            family: offered.family,
            target: line(|it| it.target),
            margin: line(|it| it.margin),
            spread: chosen.and_then(|it| it.spread),
            later: indicator.and_then(|it| measured_later(&shown.holdings, it)),
        });
        self.picked.sort_by_key(|picked| picked.family);
    }

    fn go(&mut self, step: GuideStep) {
        self.step = step;
        self.row = if step == GuideStep::Case {
            UseCase::ALL.iter().position(|case| *case == self.case).unwrap_or(0)
        } else {
            0
        };
        self.problem = None;
    }

    /// What the answers say, read; what is wrong, and at which step and row.
    fn followings(&self) -> Result<Vec<Following>, (GuideStep, usize, Phrase)> {
        let mut quality = 0;
        let mut followings = Vec::new();
        for (place, picked) in self.picked.iter().enumerate() {
            let target = Term::Target
                .read(picked.target.text())
                .map_err(|fault| (GuideStep::Target, place, fault.phrase()))?;
            let margin = match picked.family {
                Family::Efficiency => None,
                Family::Quality => {
                    let read = Term::Margin.read(picked.margin.text());
                    quality += 1;
                    read.map_err(|fault| (GuideStep::Margin, quality - 1, fault.phrase()))?
                }
            };
            followings.push(Following {
                indicator: picked.id.clone(),
                terms: Terms {
                    target,
                    margin,
                    spread: picked.spread,
                },
                measures: None,
            });
        }
        Ok(followings)
    }
}

/// What can be picked in a step: by family, what is followed first; where own ones are meant, those first.
pub fn offered<'a>(guide: &Guide, shown: &'a Shown) -> Vec<&'a OfferedIndicator> {
    let Some(family) = guide.step.family() else {
        return Vec::new();
    };
    let mut offered = in_order(&shown.effect.chosen);
    offered.retain(|it| it.family == family && it.measurable);
    if guide.case == UseCase::Free {
        offered.sort_by_key(|it| !it.own);
    }
    offered
}

fn guide(model: &mut Model) -> Option<&mut Guide> {
    match model.layers.last_mut() {
        Some(Layer::Effect(EffectLayer::Choose(ChooseLayer::Guide(guide)))) => Some(guide),
        _ => None,
    }
}

/// Does what a key asks for on the path.
pub fn obey(model: &mut Model, command: Command) -> Option<Vec<Effect>> {
    let shown = model.shown.take()?;
    let effects = guide(model).and_then(|guide| guide.obey(&shown, command));
    let done = match effects {
        Some(Done::Stay) => Some(Vec::new()),
        Some(Done::Leave) => {
            model.layers.pop();
            Some(Vec::new())
        }
        Some(Done::Ask(family)) => {
            let asked = ChooseForm::own(&shown, family);
            Some(ask(model, asked))
        }
        Some(Done::Write(job)) => Some(run(model, *job)),
        None => None,
    };
    model.shown = Some(shown);
    done
}

/// What a key has led to.
enum Done {
    /// The path is still there.
    Stay,
    /// It was left.
    Leave,
    /// An own indicator is to be made.
    Ask(Family),
    /// Everything is to be written.
    Write(Box<crate::screens::desk::Job>),
}

impl Guide {
    fn obey(&mut self, shown: &Shown, command: Command) -> Option<Done> {
        self.written = false;
        if let Some(steps) = steps(command) {
            self.row = stepped(self.row, steps, self.rows(shown));
            return Some(Done::Stay);
        }
        match command {
            Command::NextField | Command::PreviousField => {
                let way = if command == Command::NextField { 1 } else { -1 };
                self.row = turned(self.row, way, self.rows(shown));
            }
            Command::ChooseMark => self.mark(shown),
            Command::Accept => self.accept(shown),
            Command::Back => match self.step.moved(-1) {
                Some(before) => self.go(before),
                None => return Some(Done::Leave),
            },
            Command::OwnAdd => return self.step.family().map(Done::Ask),
            Command::ChooseWrite => return Some(self.write(shown)),
            _ => return None,
        }
        Some(Done::Stay)
    }

    fn mark(&mut self, shown: &Shown) {
        self.problem = None;
        match self.step {
            GuideStep::Case => self.accept(shown),
            GuideStep::Efficiency | GuideStep::Quality => {
                if let Some(row) = offered(self, shown).get(self.row) {
                    self.turn(shown, row);
                }
            }
            GuideStep::Measures => {
                if let Some(measure) = shown.holdings.issues.measures.get(self.row)
                    && !self.measures.remove(&measure.id)
                {
                    self.measures.insert(measure.id);
                }
            }
            _ => {}
        }
    }

    /// Goes on where the step is answered.
    fn accept(&mut self, shown: &Shown) {
        if self.step == GuideStep::Case {
            let case = UseCase::ALL.get(self.row).copied().unwrap_or(UseCase::One);
            if case != self.case {
                self.picked.clear();
            }
            self.case = case;
        }
        if let Some(family) = self.step.family() {
            // Who has marked nothing means the row of the cursor.
            if self.count(family) == 0
                && self.case.takes(family).unwrap_or(1) == 1
                && let Some(row) = offered(self, shown).get(self.row)
            {
                self.turn(shown, row);
            }
            if let Err(fault) = self.case.check(family, self.count(family)) {
                self.problem = Some(fault.phrase());
                return;
            }
        }
        if matches!(self.step, GuideStep::Target | GuideStep::Margin)
            && let Some((row, problem)) = self.wrong(shown)
        {
            self.row = row;
            self.problem = Some(problem);
            return;
        }
        if let Some(next) = self.step.moved(1) {
            self.go(next);
        }
    }

    /// The first answer of the step that will not do.
    fn wrong(&self, shown: &Shown) -> Option<(usize, Phrase)> {
        let (term, asked) = match self.step {
            GuideStep::Target => (Term::Target, self.asked()),
            _ => (Term::Margin, self.asked()),
        };
        asked.into_iter().enumerate().find_map(|(row, place)| {
            let picked = self.picked.get(place)?;
            let typed = match term {
                Term::Target => picked.target.text(),
                _ => picked.margin.text(),
            };
            let figure = match term.read(typed) {
                Ok(figure) => figure,
                Err(fault) => return Some((row, fault.phrase())),
            };
            let terms = match term {
                Term::Target => Terms {
                    target: figure,
                    ..Terms::default()
                },
                _ => Terms {
                    margin: figure,
                    ..Terms::default()
                },
            };
            let indicator = shown.holdings.indicator(&picked.id)?;
            let faults = terms.faults(indicator, &indicator.name.ja, shown.holdings.catalog.scales());
            faults.first().map(|fault| (row, fault.phrase()))
        })
    }

    /// Gives everything to the book in one act.
    fn write(&mut self, shown: &Shown) -> Done {
        let mut followings = match self.followings() {
            Ok(followings) => followings,
            Err((step, row, problem)) => {
                self.go(step);
                self.row = row;
                self.problem = Some(problem);
                return Done::Stay;
            }
        };
        for following in &mut followings {
            following.measures = Some(self.watching(shown, &following.indicator));
        }
        match Ground::of(shown).followed(&followings) {
            Ok(job) => {
                self.written = true;
                Done::Write(Box::new(job))
            }
            Err((_, fault)) => {
                self.problem = Some(fault.phrase());
                Done::Stay
            }
        }
    }

    /// Measures that are to watch an indicator: those that were marked, and those that do already.
    fn watching(&self, shown: &Shown, id: &str) -> Vec<MeasureId> {
        let measures = shown.holdings.issues.measures.iter();
        let watching = measures.filter(|it| it.indicators.iter().any(|watched| watched == id));
        let mut ids: BTreeSet<MeasureId> = watching.map(|it| it.id).collect();
        ids.extend(&self.measures);
        ids.into_iter().collect()
    }
}

/// Closes the path where it was written, and keeps it within what the book holds now.
pub(super) fn follow(model: &mut Model) {
    let Some(shown) = model.shown.take() else { return };
    let is_done = match guide(model) {
        Some(guide) if guide.written => true,
        Some(guide) => {
            guide
                .picked
                .retain(|picked| shown.holdings.indicator(&picked.id).is_some());
            guide.row = stepped(guide.row, 0, guide.rows(&shown));
            false
        }
        None => false,
    };
    if is_done {
        model.layers.pop();
    }
    model.shown = Some(shown);
}
