//! The guided path: step by step to indicators of both families, what is promised of them and what they can show.

use std::collections::BTreeSet;

use super::choose::in_order;
use crate::effect::{Chosen, Family, Term, Terms, UseCase};
use crate::issues::MeasureId;
use crate::office::Decimal;
use crate::phrase::Phrase;
use crate::report::finding::OfferedIndicator;
use crate::report::{Following, measured_later};
use crate::screens::desk::Shown;
use crate::screens::input::Input;
use crate::screens::model::Context;
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

    pub(super) fn moved(self, steps: isize) -> Option<Self> {
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
    pub(super) written: bool,
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

    pub(super) fn count(&self, family: Family) -> usize {
        self.picked.iter().filter(|picked| picked.family == family).count()
    }

    pub(super) fn rows(&self, shown: &Shown) -> usize {
        match self.step {
            GuideStep::Case => UseCase::ALL.len(),
            GuideStep::Efficiency | GuideStep::Quality => offered(self, shown).len(),
            GuideStep::Target | GuideStep::Margin => self.asked().len(),
            GuideStep::Measures => shown.holdings.issues.measures.len(),
            GuideStep::Review => 0,
        }
    }

    /// Picks an indicator, or puts it back; where only one is wanted it takes the place of the other.
    pub(super) fn turn(&mut self, shown: &Shown, offered: &OfferedIndicator) {
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

    pub(super) fn go(&mut self, step: GuideStep) {
        self.step = step;
        self.row = if step == GuideStep::Case {
            UseCase::ALL.iter().position(|case| *case == self.case).unwrap_or(0)
        } else {
            0
        };
        self.problem = None;
    }

    /// What the answers say, read; what is wrong, and at which step and row.
    pub(super) fn followings(&self) -> Result<Vec<Following>, (GuideStep, usize, Phrase)> {
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
