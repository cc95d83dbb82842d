//! What comes next for the office, and where Enter on ホーム leads.

use super::action::{Command, Tab};
use super::desk::Shown;
use super::effect::EffectView;
use super::issues::IssueView;
use super::model::Model;
use super::update::{Effect, obey};
use crate::issues::Stage;
use crate::phrase::{Phrase, phrase};
use crate::report;
use crate::worktime::Wave;

/// What the office can do next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Next {
    /// Import the sheets from before.
    Import,
    /// The same, where troubles are collected already.
    Collect,
    /// Choose challenges; at first there is nothing to choose from.
    Choose(IssueView),
    /// Decide on measures.
    Measure,
    /// Tell how the measures go.
    Follow,
    /// Study the time again.
    Again,
    /// Judge what the measures have brought.
    Judge,
    /// Look at the effect once more: it was judged, and not all measures are over.
    Effect,
    /// Look at the answers before and after.
    Answers,
    /// Choose the next challenges.
    Replan,
}

/// Where the office stands in the loop.
pub fn stage(shown: &Shown) -> Stage {
    let waves = &shown.summary.waves;
    let waves: Vec<_> = waves
        .iter()
        .filter_map(|it| Some((Wave::parse(&it.id)?, it.to)))
        .collect();
    let unjudged = shown.effect.judgements.unfinished;
    Stage::of(&shown.holdings.issues, report::studied(&waves, unjudged))
}

/// What comes next.
pub fn next(shown: &Shown) -> Next {
    let issues = &shown.holdings.issues;
    match stage(shown) {
        Stage::Prepare => Next::Import,
        Stage::See if issues.is_empty() => Next::Import,
        Stage::See => Next::Collect,
        Stage::Plan if issues.challenges.iter().any(|it| it.chosen.is_some()) => Next::Measure,
        Stage::Plan if issues.is_empty() => Next::Choose(IssueView::Survey),
        Stage::Plan => Next::Choose(IssueView::Choice),
        Stage::Act => Next::Follow,
        Stage::LookBack if shown.effect.judgements.unfinished > 0 => Next::Judge,
        Stage::LookBack if shown.comparisons().is_some() => Next::Effect,
        Stage::LookBack if issues.responses.iter().any(|it| it.key.round != Wave::Before) => Next::Answers,
        Stage::LookBack => Next::Again,
        Stage::Replan => Next::Replan,
    }
}

impl Next {
    /// In a sentence.
    pub fn phrase(self) -> Phrase {
        match self {
            Self::Import => phrase("next-import"),
            Self::Collect => phrase("next-collect"),
            Self::Choose(_) => phrase("next-choose"),
            Self::Measure => phrase("next-measure"),
            Self::Follow => phrase("next-follow"),
            Self::Again => phrase("next-again"),
            Self::Judge => phrase("next-judge"),
            Self::Effect => phrase("next-effect"),
            Self::Answers => phrase("next-answers"),
            Self::Replan => phrase("next-replan"),
        }
    }
}

/// Goes to what comes next.
pub fn go(model: &mut Model) -> Vec<Effect> {
    let Some(next) = model.shown.as_ref().map(|shown| next(shown)) else {
        return Vec::new();
    };
    let view = match next {
        Next::Import | Next::Collect | Next::Again => return obey(model, Command::Import),
        Next::Judge => return look(model, EffectView::Judge),
        Next::Effect => return look(model, EffectView::Result),
        Next::Choose(view) => view,
        Next::Measure | Next::Follow => IssueView::Measures,
        Next::Answers => IssueView::Survey,
        Next::Replan => IssueView::Choice,
    };
    model.issues.view = view;
    obey(model, Command::Go(Tab::Issues))
}

/// Opens a view of the effects.
fn look(model: &mut Model, view: EffectView) -> Vec<Effect> {
    model.effect.view = view;
    obey(model, Command::Go(Tab::Effect))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_next_step_has_a_sentence_of_its_own() {
        let all = [
            Next::Import,
            Next::Collect,
            Next::Choose(IssueView::Choice),
            Next::Measure,
            Next::Follow,
            Next::Again,
            Next::Judge,
            Next::Effect,
            Next::Answers,
            Next::Replan,
        ];
        let text = crate::text::Text::new(crate::text::Lang::Ja);
        let said: std::collections::BTreeSet<String> = all.into_iter().map(|it| text.say(&it.phrase())).collect();
        assert_eq!(said.len(), all.len());
    }
}
