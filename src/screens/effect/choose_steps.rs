//! The guided path: what its keys do.

use std::collections::BTreeSet;

use super::choose::ask;
use super::choose_form::{ChooseForm, Ground};
use super::choose_guide::{Guide, GuideStep, offered};
use super::{ChooseLayer, EffectLayer};
use crate::effect::{Family, Term, Terms, UseCase};
use crate::issues::MeasureId;
use crate::phrase::{Phrase, phrase};
use crate::screens::action::{Command, turned};
use crate::screens::desk::{Job, Shown};
use crate::screens::model::{Layer, Model};
use crate::screens::scenario::steps;
use crate::screens::update::{Effect, run, stepped};

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
    Write(Box<Job>),
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
        model.notice = Some(phrase("guide-done"));
    }
    model.shown = Some(shown);
}
