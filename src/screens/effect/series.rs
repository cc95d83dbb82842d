//! 推移: what is chosen, and what its keys do.

use std::borrow::Cow;

use chrono::NaiveDate;

use super::{EffectAsk, EffectForm};
use crate::effect::{At, Indicator, Per, Phase, PhaseFault};
use crate::intake::figure_time;
use crate::phrase::{Phrase, phrase};
use crate::report::finding::SeriesFinding;
use crate::report::{Holdings, phase_kept, series, series_begin};
use crate::screens::action::{Command, turned};
use crate::screens::desk::{Job, Shown};
use crate::screens::form::{Choice, Field, Form, FormKind, Question, text};
use crate::screens::model::{Layer, Model};
use crate::screens::update::{Effect, stepped};
use crate::stats::RuleSet;
use crate::text::Text;

/// What is chosen in the view.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SeriesState {
    /// Chosen row.
    pub row: usize,
    /// The rules that were chosen; `None` for those of each series' length.
    pub rules: Option<RuleSet>,
}

/// All series, read by the chosen rules.
pub fn all<'a>(state: &SeriesState, shown: &'a Shown, words: &Text) -> Cow<'a, [SeriesFinding]> {
    match state.rules {
        None => Cow::Borrowed(&shown.effect.series),
        rules => Cow::Owned(series(&shown.holdings, rules, words)),
    }
}

/// What a form is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SeriesForm {
    /// A phase begins.
    Add(Box<PhaseGround>),
    /// A phase is taken out.
    Remove(Box<PhaseGround>),
}

/// What a phase stands on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PhaseGround {
    indicator: Indicator,
    /// Its name in the reader's language.
    name: String,
    first: Option<At>,
    /// Its phases, in order.
    phases: Vec<Phase>,
    /// Days without a year are near it.
    today: NaiveDate,
}

impl PhaseGround {
    fn of(holdings: &Holdings, finding: &SeriesFinding, today: NaiveDate) -> Option<Self> {
        let indicator = holdings.indicator(&finding.id)?.clone();
        let phases = &holdings.effects.phases;
        Some(Self {
            first: series_begin(holdings, &indicator),
            name: finding.name.clone(),
            phases: phases
                .iter()
                .filter(|it| it.indicator == indicator.id)
                .cloned()
                .collect(),
            indicator,
            today,
        })
    }
}

/// Reads where a phase begins: a month for an indicator of months, a day for one of days.
pub fn phase_start(per: Per, written: &str, today: NaiveDate) -> Result<At, PhaseFault> {
    if !per.is_series() {
        return Err(PhaseFault::NoSeries);
    }
    figure_time(per, written, today).map_err(|_| PhaseFault::OtherStep)
}

/// The fields of both forms.
const FROM: usize = 0;
const CAUSE: usize = 1;

impl SeriesForm {
    fn form(self) -> Form {
        let ask = |ask| Question::Effect(EffectAsk::Series(ask));
        let fields = match &self {
            Self::Add(_) => vec![text(ask(SeriesAsk::From), ""), text(ask(SeriesAsk::Cause), "")],
            Self::Remove(ground) => {
                let phases = ground.phases.iter().map(|phase| {
                    let name = phrase("series-phase-named")
                        .with("from", phase.from.phrase())
                        .with("cause", phase.cause.as_str());
                    Choice::Named(phase.from.to_string(), name)
                });
                vec![Field::Choice(ask(SeriesAsk::Which), phases.collect(), 0)]
            }
        };
        Form::of(FormKind::Effect(EffectForm::Series(self)), fields)
    }

    /// Title and explanation of the form.
    pub fn words(&self) -> (Phrase, Phrase) {
        match self {
            Self::Add(ground) => (
                phrase("series-form-add").with("name", ground.name.as_str()),
                phrase("series-form-add-says"),
            ),
            Self::Remove(ground) => (
                phrase("series-form-remove").with("name", ground.name.as_str()),
                phrase("series-form-remove-says"),
            ),
        }
    }

    /// The work that the answers ask for, or what is wrong with them and the field where it is.
    pub fn job(&self, form: &Form) -> Result<Job, (usize, Phrase)> {
        let (occasion, changes) = match self {
            Self::Add(ground) => {
                let wrong = |fault: PhaseFault| {
                    let field = match fault {
                        PhaseFault::NoCause | PhaseFault::TooLong => CAUSE,
                        _ => FROM,
                    };
                    (field, fault.phrase())
                };
                let from = phase_start(ground.indicator.per, form.typed(FROM), ground.today).map_err(wrong)?;
                let phase = Phase::begun(
                    &ground.indicator,
                    from,
                    form.typed(CAUSE),
                    (ground.first, &ground.phases),
                )
                .map_err(wrong)?;
                phase_kept(&ground.name, None, Some(&phase))
            }
            Self::Remove(ground) => {
                let chosen = form.chosen_id(FROM);
                let phase = ground
                    .phases
                    .iter()
                    .find(|it| Some(it.from.to_string().as_str()) == chosen);
                let phase = phase.ok_or_else(|| (FROM, phrase("series-no-phase")))?;
                phase_kept(&ground.name, Some(phase), None)
            }
        };
        Ok(Job::Apply(occasion, changes))
    }
}

/// What a field of such a form asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SeriesAsk {
    /// From which month or day on.
    From,
    /// What was changed.
    Cause,
    /// Which phase.
    Which,
}

impl SeriesAsk {
    /// The question; its hint says how to answer.
    pub fn question(self) -> Phrase {
        match self {
            Self::From => phrase("series-ask-from"),
            Self::Cause => phrase("series-ask-cause"),
            Self::Which => phrase("series-ask-which"),
        }
    }
}

/// Does what a key asks for in the view.
pub fn obey(model: &mut Model, command: Command) -> Option<Vec<Effect>> {
    if !matches!(
        command,
        Command::SeriesRules | Command::SeriesPhaseAdd | Command::SeriesPhaseRemove
    ) {
        return None;
    }
    let shown = model.shown.as_ref()?;
    let Some(finding) = shown.effect.series.get(model.effect.series.row) else {
        model.notice = Some(phrase("series-none"));
        return Some(Vec::new());
    };
    if command == Command::SeriesRules {
        let now = model.effect.series.rules.or_else(|| RuleSet::of_id(&finding.rules));
        let at = RuleSet::ALL.iter().position(|rules| Some(*rules) == now).unwrap_or(0);
        model.effect.series.rules = Some(RuleSet::ALL[turned(at, 1, RuleSet::ALL.len())]);
        return Some(Vec::new());
    }
    let ground = Box::new(PhaseGround::of(&shown.holdings, finding, shown.today)?);
    if command == Command::SeriesPhaseRemove && ground.phases.is_empty() {
        model.notice = Some(phrase("series-no-phase"));
        return Some(Vec::new());
    }
    let form = match command {
        Command::SeriesPhaseAdd => SeriesForm::Add(ground),
        _ => SeriesForm::Remove(ground),
    };
    model.layers.push(Layer::Form(form.form()));
    Some(Vec::new())
}

/// Goes up or down, and stays within what is there.
pub fn step(model: &mut Model, steps: isize) {
    let rows = model.shown.as_ref().map_or(0, |shown| shown.effect.series.len());
    let state = &mut model.effect.series;
    state.row = stepped(state.row, steps, rows);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::office::Month;

    #[test]
    fn a_phase_begins_where_a_person_writes_it() {
        let today = NaiveDate::from_ymd_opt(2026, 2, 10).unwrap();
        let month = At::Month(Month::new(2025, 12).unwrap());
        for written in ["2025-12", "２０２５年１２月", "令和7年12月"] {
            assert_eq!(phase_start(Per::OfficeMonth, written, today), Ok(month), "{written}");
        }
        let day = At::Day(NaiveDate::from_ymd_opt(2025, 12, 3).unwrap());
        for written in ["2025-12-03", "１２／３"] {
            assert_eq!(phase_start(Per::OfficeDay, written, today), Ok(day), "{written}");
        }
        assert_eq!(
            phase_start(Per::OfficeMonth, "2025-12-03", today),
            Err(PhaseFault::OtherStep)
        );
        assert_eq!(
            phase_start(Per::OfficeDay, "そのうち", today),
            Err(PhaseFault::OtherStep)
        );
        assert_eq!(phase_start(Per::Staff, "2025-12", today), Err(PhaseFault::NoSeries));
    }
}
