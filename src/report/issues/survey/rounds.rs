//! One round of a questionnaire: counted, small groups left out, made a finding.

use std::collections::BTreeSet;

use super::hidden::{Groups, People, Visible, Weights};
use super::words;
use crate::effect::LEVEL;
use crate::issues::tally::{StatementCount, ViewpointCount, count_statement, count_viewpoint, one_each, part, rating};
use crate::issues::{Questionnaire, Response, Statement, Viewpoint};
use crate::office::{SMALLEST_GROUP, printable};
use crate::report::finding::{
    ChallengeRound, ChallengeShare, ChallengeStatement, ChallengeUnit, ChallengeUnitShare, ChallengeViewpoint,
    QuestionnaireName,
};
use crate::stats;
use crate::text::Text;
use crate::worktime::Wave;

/// A round with one response for each person, and what of it may be shown.
pub(super) struct Counted<'b> {
    pub(super) round: Wave,
    pub(super) questionnaire: &'b Questionnaire,
    pub(super) people: Vec<&'b Response>,
    pub(super) groups: Groups,
    visible: Visible,
    pub(super) viewpoints: Vec<Looked<'b>>,
}

/// A viewpoint and which groups are shown in it.
pub(super) struct Looked<'b> {
    pub(super) viewpoint: &'b Viewpoint,
    /// People who rated at least one statement.
    pub(super) raters: People,
    pub(super) hidden: bool,
    pub(super) visible: Visible,
    /// The means over people who were compared with another round, which are published too.
    pub(super) compared: Vec<Weights>,
}

impl<'b> Counted<'b> {
    pub(super) fn of(
        round: Wave,
        questionnaire: &'b Questionnaire,
        responses: impl Iterator<Item = &'b Response>,
    ) -> Self {
        let people = one_each(responses);
        let groups = Groups::of(&people);
        let everybody: People = (0..people.len()).collect();
        let visible = if people.len() < SMALLEST_GROUP {
            nothing(&groups)
        } else {
            groups.visible(&BTreeSet::from([everybody]), &groups.all())
        };
        let viewpoints = questionnaire
            .viewpoints
            .iter()
            .map(|viewpoint| looked(viewpoint, &people, &groups, &visible))
            .collect();
        Self {
            round,
            questionnaire,
            people,
            groups,
            visible,
            viewpoints,
        }
    }

    /// Whether so few people answered that nothing is shown.
    pub(super) fn is_hidden(&self) -> bool {
        self.people.len() < SMALLEST_GROUP
    }

    pub(super) fn finding(&self, text: &Text) -> ChallengeRound {
        let shown = |people: &People, shown: bool| shown.then_some(people.len());
        let [floor, management] =
            [0, 1].map(|place| shown(&self.groups.positions[place], self.visible.positions[place]));
        let mut viewpoints: Vec<ChallengeViewpoint> =
            self.viewpoints.iter().map(|it| self.viewpoint(it, text)).collect();
        rank(&mut viewpoints);
        let mut round = ChallengeRound {
            id: self.round.id(),
            label: text.say(&self.round.label()),
            questionnaire: QuestionnaireName {
                id: self.questionnaire.id.clone(),
                title: printable(text.lang().of(&self.questionnaire.title)),
                version: printable(&self.questionnaire.version),
                source: printable(&self.questionnaire.source),
            },
            people: self.people.len(),
            hidden: self.is_hidden(),
            floor,
            management,
            without_position: floor.and(management).map(|_| self.groups.without_position.len()),
            units: self
                .groups
                .units
                .iter()
                .zip(&self.visible.units)
                .map(|((unit, people), visible)| ChallengeUnit {
                    unit: unit.to_string(),
                    people: shown(people, *visible),
                })
                .collect(),
            gaps: by_gap(&viewpoints),
            viewpoints,
            sentence: String::new(),
        };
        round.sentence = words::of_round(&round, text);
        round
    }

    /// The responses of some people.
    fn these<'a>(&'a self, people: &'a People) -> impl Iterator<Item = &'b Response> + 'a {
        people.iter().map(|place| self.people[*place])
    }

    fn viewpoint(&self, looked: &Looked, text: &Text) -> ChallengeViewpoint {
        let viewpoint = looked.viewpoint;
        let count = count_viewpoint(self.people.iter().copied(), viewpoint);
        let known = |count: usize| (!looked.hidden).then_some(count);
        let share = part(count.applies, count.answers).filter(|_| !looked.hidden);
        let [floor, management] = [0, 1].map(|place| {
            let people = &self.groups.positions[place];
            looked.visible.positions[place].then(|| share_of(count_viewpoint(self.these(people), viewpoint)))
        });
        let units = self.groups.units.iter().zip(&looked.visible.units);
        ChallengeViewpoint {
            code: viewpoint.code.to_string(),
            name: printable(text.lang().of(&viewpoint.name)),
            hidden: looked.hidden,
            rank: None,
            share,
            interval: share.and_then(|share| interval(share, count.people)),
            people: known(count.people),
            answers: known(count.answers),
            applies: known(count.applies),
            gap: gap(floor.as_ref(), management.as_ref()),
            floor,
            management,
            units: units
                .map(|((unit, people), visible)| ChallengeUnitShare {
                    unit: unit.to_string(),
                    share: visible.then(|| share_of(count_viewpoint(self.these(people), viewpoint))),
                })
                .collect(),
            statements: viewpoint
                .statements
                .iter()
                .map(|statement| self.statement(statement, looked, text))
                .collect(),
        }
    }

    fn statement(&self, statement: &Statement, looked: &Looked, text: &Text) -> ChallengeStatement {
        let count = count_statement(self.people.iter().copied(), &statement.code);
        let known = |count: usize| (!looked.hidden).then_some(count);
        let share = part(count.applies, count.rated).filter(|_| !looked.hidden);
        let [floor, management] = [0, 1].map(|place| {
            let people = &self.groups.positions[place];
            looked.visible.positions[place].then(|| {
                let count = count_statement(self.these(people), &statement.code);
                share_of(ViewpointCount {
                    applies: count.applies,
                    answers: count.rated,
                    people: count.rated,
                })
            })
        });
        // Which of the two one or two people did is theirs alone.
        let parted = may_be_parted(count);
        ChallengeStatement {
            code: statement.code.to_string(),
            text: printable(text.lang().of(&statement.text)),
            n: known(count.rated),
            applies: known(count.applies),
            share,
            interval: share.and_then(|share| interval(share, count.rated)),
            unknown: known(count.unknown).filter(|_| parted),
            missing: known(count.missing).filter(|_| parted),
            gap: gap(floor.as_ref(), management.as_ref()),
            floor,
            management,
        }
    }
}

fn may_be_parted(count: StatementCount) -> bool {
    let not_rated = count.unknown + count.missing;
    not_rated == 0 || not_rated >= SMALLEST_GROUP
}

fn nothing(groups: &Groups) -> Visible {
    Visible {
        positions: vec![false; groups.positions.len()],
        units: vec![false; groups.units.len()],
    }
}

/// Decides what of a viewpoint is shown. A group stands in all its figures or in none: one hidden statement could else be
/// computed from the viewpoint and the other statements.
fn looked<'b>(viewpoint: &'b Viewpoint, people: &[&Response], groups: &Groups, round: &Visible) -> Looked<'b> {
    let rated = |statement: &Statement| -> People {
        let found = people.iter().enumerate();
        let found = found.filter(|(_, response)| rating(response, &statement.code).is_some());
        found.map(|(place, _)| place).collect()
    };
    let statements: Vec<People> = viewpoint.statements.iter().map(rated).collect();
    let raters: People = statements.iter().flatten().copied().collect();
    let too_few = |view: &People| !view.is_empty() && view.len() < SMALLEST_GROUP;
    let hidden = people.len() < SMALLEST_GROUP || statements.iter().any(too_few);
    let visible = if hidden {
        nothing(groups)
    } else {
        let views = statements.into_iter().chain([raters.clone()]);
        groups.visible(&views.filter(|view| !view.is_empty()).collect(), round)
    };
    Looked {
        viewpoint,
        raters,
        hidden,
        visible,
        compared: Vec::new(),
    }
}

fn share_of(count: ViewpointCount) -> ChallengeShare {
    let share = part(count.applies, count.answers);
    ChallengeShare {
        share,
        interval: share.and_then(|share| interval(share, count.people)),
        n: count.people,
        answers: count.answers,
        applies: count.applies,
    }
}

/// Wilson's interval with the people as n.
fn interval(share: f64, people: usize) -> Option<[f64; 2]> {
    let people = u64::try_from(people).unwrap_or(u64::MAX);
    stats::wilson_of_share(share, people, LEVEL).map(|interval| [interval.low, interval.high])
}

fn gap(floor: Option<&ChallengeShare>, management: Option<&ChallengeShare>) -> Option<f64> {
    Some(management?.share? - floor?.share?)
}

fn rank(viewpoints: &mut [ChallengeViewpoint]) {
    let shares: Vec<Option<f64>> = viewpoints.iter().map(|it| it.share).collect();
    for viewpoint in viewpoints {
        viewpoint.rank = viewpoint.share.map(|own| {
            1 + shares
                .iter()
                .flatten()
                .filter(|other| other.total_cmp(&own).is_gt())
                .count()
        });
    }
}

/// Codes by the size of the gap, the largest first.
fn by_gap(viewpoints: &[ChallengeViewpoint]) -> Vec<String> {
    let mut gaps: Vec<(f64, &str)> = viewpoints
        .iter()
        .filter_map(|it| Some((it.gap?.abs(), it.code.as_str())))
        .collect();
    // Stable: equal gaps stay in the order of the questionnaire.
    gaps.sort_by(|one, other| other.0.total_cmp(&one.0));
    gaps.into_iter().map(|(_, code)| code.to_owned()).collect()
}
