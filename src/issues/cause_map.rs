//! The rules of the cause map: what may be drawn, linked and taken out.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::cause::{Cause, CauseLayer, Evidence};
use super::cause_fault::{CauseFault, NamedCause};
use super::challenge::Challenge;
use super::number::CauseId;
use crate::office::printable;

/// How long the text of a box may be, in letters of half width; more could not be read in a box.
const LONGEST: usize = 120;

/// One box before and after a change; `None` where it is not there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CauseStep {
    /// As it was.
    pub before: Option<Cause>,
    /// As it is now.
    pub after: Option<Cause>,
}

/// The cause map (因果関係図) while it is changed. Links go from an earlier or the same layer to the same or a later one and
/// never round; what is refused leaves the map as it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CauseMap {
    before: BTreeMap<CauseId, Cause>,
    now: BTreeMap<CauseId, Cause>,
}

impl CauseMap {
    /// The map of these boxes.
    pub fn of(causes: &[Cause]) -> Self {
        let now: BTreeMap<CauseId, Cause> = causes.iter().map(|it| (it.id, it.clone())).collect();
        Self {
            before: now.clone(),
            now,
        }
    }

    /// Whether these boxes keep the rules: every link leads to a box that is there, forward and never round.
    pub fn check(causes: &[Cause]) -> Result<(), CauseFault> {
        let map = Self::of(causes);
        for cause in causes {
            for to in &cause.leads_to {
                map.may_link(cause.id, *to)?;
            }
        }
        Ok(())
    }

    /// The box with this number.
    pub fn get(&self, id: CauseId) -> Result<&Cause, CauseFault> {
        self.now.get(&id).ok_or(CauseFault::NoBox(id))
    }

    /// Draws a box.
    pub fn add(&mut self, layer: CauseLayer, text: &str) -> Result<CauseId, CauseFault> {
        let text = said(text)?;
        let id = CauseId::after(self.now.keys().copied());
        let cause = Cause {
            id,
            layer,
            text,
            leads_to: BTreeSet::new(),
            evidence: BTreeSet::new(),
            question: None,
        };
        self.now.insert(id, cause);
        Ok(id)
    }

    /// Lets a box say something else.
    pub fn reword(&mut self, id: CauseId, text: &str) -> Result<(), CauseFault> {
        let text = said(text)?;
        self.get_mut(id)?.text = text;
        Ok(())
    }

    /// Puts a box into another layer, where its links still go forward.
    pub fn put_into(&mut self, id: CauseId, layer: CauseLayer) -> Result<(), CauseFault> {
        let before = std::mem::replace(&mut self.get_mut(id)?.layer, layer);
        let touches = |(from, to): &(CauseId, CauseId)| *from == id || *to == id;
        let backward = self
            .links()
            .filter(touches)
            .find_map(|(from, to)| self.backward(from, to));
        match backward {
            None => Ok(()),
            Some(fault) => {
                self.get_mut(id)?.layer = before;
                Err(fault)
            }
        }
    }

    /// Keeps what is to be asked so that a box can be measured; nothing written takes the question back.
    pub fn ask(&mut self, id: CauseId, question: &str) -> Result<(), CauseFault> {
        let question = printable(question).trim().to_owned();
        self.get_mut(id)?.question = Some(question).filter(|it| !it.is_empty());
        Ok(())
    }

    /// Links a box to what it leads to.
    pub fn link(&mut self, from: CauseId, to: CauseId) -> Result<(), CauseFault> {
        if self.get(from)?.leads_to.contains(&to) {
            return Err(CauseFault::LinkedAlready(self.name(from), self.name(to)));
        }
        self.may_link(from, to)?;
        self.get_mut(from)?.leads_to.insert(to);
        Ok(())
    }

    /// Takes a link out.
    pub fn unlink(&mut self, from: CauseId, to: CauseId) -> Result<(), CauseFault> {
        self.get(to)?;
        if self.get_mut(from)?.leads_to.remove(&to) {
            return Ok(());
        }
        Err(CauseFault::NotLinked(self.name(from), self.name(to)))
    }

    /// Keeps what shows that a box is so.
    pub fn support(&mut self, id: CauseId, evidence: Evidence) -> Result<(), CauseFault> {
        if self.get_mut(id)?.evidence.insert(evidence) {
            return Ok(());
        }
        Err(CauseFault::SupportedAlready(self.name(id)))
    }

    /// Takes evidence back.
    pub fn unsupport(&mut self, id: CauseId, evidence: &Evidence) -> Result<(), CauseFault> {
        if self.get_mut(id)?.evidence.remove(evidence) {
            return Ok(());
        }
        Err(CauseFault::NotSupported(self.name(id)))
    }

    /// Takes a box out with all links to it. A box that a challenge stands on stays.
    pub fn take_out(&mut self, id: CauseId, challenges: &[Challenge]) -> Result<(), CauseFault> {
        self.get(id)?;
        if let Some(challenge) = challenges.iter().find(|it| it.causes.contains(&id)) {
            return Err(CauseFault::InChallenge(self.name(id), challenge.text.clone()));
        }
        self.now.remove(&id);
        for cause in self.now.values_mut() {
            cause.leads_to.remove(&id);
        }
        Ok(())
    }

    /// What was changed, in order of the numbers; boxes that are as they were are left out.
    pub fn steps(&self) -> Vec<CauseStep> {
        let ids: BTreeSet<CauseId> = self.before.keys().chain(self.now.keys()).copied().collect();
        ids.into_iter()
            .map(|id| CauseStep {
                before: self.before.get(&id).cloned(),
                after: self.now.get(&id).cloned(),
            })
            .filter(|step| step.before != step.after)
            .collect()
    }

    fn get_mut(&mut self, id: CauseId) -> Result<&mut Cause, CauseFault> {
        self.now.get_mut(&id).ok_or(CauseFault::NoBox(id))
    }

    fn name(&self, id: CauseId) -> NamedCause {
        let text = self.now.get(&id).map_or_else(String::new, |it| it.text.clone());
        NamedCause { id, text }
    }

    fn links(&self) -> impl Iterator<Item = (CauseId, CauseId)> {
        let of = |cause: &Cause| {
            let from = cause.id;
            cause.leads_to.clone().into_iter().map(move |to| (from, to))
        };
        self.now.values().flat_map(of)
    }

    /// Whether a link would keep the rules.
    fn may_link(&self, from: CauseId, to: CauseId) -> Result<(), CauseFault> {
        self.get(from)?;
        self.get(to)?;
        if from == to {
            return Err(CauseFault::ToItself(self.name(from)));
        }
        if let Some(way) = self.way(to, from) {
            let round = std::iter::once(from).chain(way);
            return Err(CauseFault::Loop(round.map(|id| self.name(id)).collect()));
        }
        self.backward(from, to).map_or(Ok(()), Err)
    }

    fn backward(&self, from: CauseId, to: CauseId) -> Option<CauseFault> {
        let (earlier, later) = (self.now.get(&from)?, self.now.get(&to)?);
        (earlier.layer > later.layer).then(|| CauseFault::Backward {
            from: self.name(from),
            from_layer: earlier.layer,
            to: self.name(to),
            to_layer: later.layer,
        })
    }

    /// The shortest way along the links, both ends included.
    fn way(&self, from: CauseId, to: CauseId) -> Option<Vec<CauseId>> {
        let mut came_from: BTreeMap<CauseId, CauseId> = BTreeMap::new();
        let mut waiting = VecDeque::from([from]);
        while let Some(at) = waiting.pop_front() {
            if at == to {
                let mut way = vec![to];
                let mut back = to;
                while back != from {
                    back = *came_from.get(&back)?;
                    way.push(back);
                }
                way.reverse();
                return Some(way);
            }
            let next = self.now.get(&at).into_iter().flat_map(|it| &it.leads_to);
            for next in next {
                if *next != from && !came_from.contains_key(next) {
                    came_from.insert(*next, at);
                    waiting.push_back(*next);
                }
            }
        }
        None
    }
}

/// The text of a box as it is kept.
fn said(text: &str) -> Result<String, CauseFault> {
    let text = printable(text).trim().to_owned();
    let wide = |letter: char| if letter.is_ascii() { 1 } else { 2 };
    if text.is_empty() {
        Err(CauseFault::NoText)
    } else if text.chars().map(wide).sum::<usize>() > LONGEST {
        Err(CauseFault::TooLong(LONGEST / 2))
    } else {
        Ok(text)
    }
}

#[cfg(test)]
mod tests;
