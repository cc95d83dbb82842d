//! The form of the days of a survey.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::effect::{Period, WavePeriod};
use crate::intake;
use crate::phrase::{Phrase, phrase};
use crate::report;
use crate::screens::desk::{Job, Shown};
use crate::screens::effect::{EffectAsk, EffectForm};
use crate::screens::form::{Choice, Field, Form, FormKind, Question, text};
use crate::worktime::Wave;

/// What a form is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EnterForm {
    /// The days of a survey.
    Periods {
        /// Days that the office set.
        set: Vec<WavePeriod>,
        /// All days of surveys.
        known: BTreeMap<Wave, Period>,
        /// Days without a year are near it.
        today: NaiveDate,
    },
}

/// What a field of such a form asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EnterAsk {
    /// Which survey.
    Wave,
    /// Its first day.
    From,
    /// Its last day.
    To,
}

impl EnterAsk {
    /// The question; its hint says how to answer.
    pub fn question(self) -> Phrase {
        match self {
            Self::Wave => phrase("entering-ask-wave"),
            Self::From => phrase("entering-ask-from"),
            Self::To => phrase("entering-ask-to"),
        }
    }
}

/// The fields in their order.
const WAVE: usize = 0;
const FROM: usize = 1;
const TO: usize = 2;

impl EnterForm {
    /// Asks for the days of a survey: first of one that has none yet.
    pub fn periods(shown: &Shown) -> Form {
        let holdings = &shown.holdings;
        let known = report::periods(holdings);
        let waves: Vec<Wave> = report::known_waves(holdings).into_iter().collect();
        let open = waves.iter().position(|wave| !known.contains_key(wave)).unwrap_or(0);
        let days = waves.get(open).and_then(|wave| known.get(wave)).copied();
        let day = |day: Option<NaiveDate>| day.map_or_else(String::new, |day| day.to_string());
        let question = |ask| Question::Effect(EffectAsk::Enter(ask));
        let fields = vec![
            Field::Choice(
                question(EnterAsk::Wave),
                waves.into_iter().map(Choice::Wave).collect(),
                open,
            ),
            text(question(EnterAsk::From), &day(days.map(|it| it.from))),
            text(question(EnterAsk::To), &day(days.map(|it| it.to))),
        ];
        let kind = Self::Periods {
            set: holdings.effects.periods.clone(),
            known,
            today: shown.today,
        };
        Form::of(FormKind::Effect(EffectForm::Enter(kind)), fields)
    }

    /// Title and explanation of the form.
    pub fn words(&self) -> (Phrase, Phrase) {
        let Self::Periods { set, known, .. } = self;
        let says = phrase("entering-periods-says").with("known", listed(set, known));
        (phrase("entering-do-periods"), says)
    }

    /// The work that the answers ask for, or what is wrong with them and the field where it is.
    pub fn job(&self, form: &Form) -> Result<Job, (usize, Phrase)> {
        let Self::Periods { set, known, today } = self;
        let Some(Choice::Wave(wave)) = form.chosen(WAVE) else {
            return Err((WAVE, phrase("entering-no-wave")));
        };
        let (from, to) = (form.typed(FROM).trim(), form.typed(TO).trim());
        let period = if from.is_empty() && to.is_empty() {
            None
        } else {
            let from = day(from, *today).map_err(|wrong| (FROM, wrong))?;
            let to = day(to, from).map_err(|wrong| (TO, wrong))?;
            Some(Period { from, to })
        };
        match report::period_kept(set, known, wave, period) {
            Ok(Some((occasion, changes))) => Ok(Job::Apply(occasion, changes)),
            Ok(None) => Err((FROM, phrase("entering-nothing-new"))),
            Err(fault) => Err((FROM, fault.phrase())),
        }
    }
}

/// One day; without a year the one nearest to another.
fn day(typed: &str, near: NaiveDate) -> Result<NaiveDate, Phrase> {
    let days = intake::days(typed, near)?;
    match days.as_slice() {
        [day] => Ok(*day),
        _ => Err(phrase("entering-one-day")),
    }
}

/// Which days belong to which survey now, one after the other.
fn listed(set: &[WavePeriod], known: &BTreeMap<Wave, Period>) -> Phrase {
    let line = |(wave, period): (&Wave, &Period)| {
        let is_set = set.iter().any(|it| it.wave == *wave);
        let line = if is_set {
            phrase("entering-period-line-set")
        } else {
            phrase("entering-period-line")
        };
        line.with("wave", wave.label())
            .with("from", period.from.to_string())
            .with("to", period.to.to_string())
    };
    let lines = known.iter().map(line);
    lines
        .reduce(|all, next| phrase("entering-period-and").with("all", all).with("next", next))
        .unwrap_or_else(|| phrase("entering-periods-none"))
}
