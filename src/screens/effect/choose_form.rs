//! The forms of 選ぶ: what is promised of an indicator, and an indicator of the office's own.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;

use super::EffectAsk;
use crate::effect::{
    ChoosingFault, Chosen, Direction, Family, Indicator, IndicatorDraft, OwnField, OwnWay, Per, Term, Terms,
};
use crate::issues::MeasureId;
use crate::office::Decimal;
use crate::phrase::{Phrase, phrase};
use crate::report::{Following, Holdings, indicators_followed, measured_later, own_indicator_kept};
use crate::screens::desk::{Job, Shown};
use crate::screens::form::{Choice, Field, Form, Question, text};
use crate::screens::text::cut;
use crate::worktime::Wave;

/// Measures of which every combination is offered.
const FEW_MEASURES: usize = 3;
/// Cells of a measure among those offered.
const MEASURE_CELLS: usize = 30;

/// The book as it was when a form or page was opened, and the names of its indicators in the reader's language.
#[derive(Debug, Clone)]
pub struct Ground {
    holdings: Arc<Holdings>,
    names: BTreeMap<String, String>,
    today: NaiveDate,
}

/// A book that was read once is the same as itself.
impl PartialEq for Ground {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.holdings, &other.holdings) && self.today == other.today
    }
}

impl Eq for Ground {}

impl Ground {
    /// What the screens show.
    pub fn of(shown: &Shown) -> Self {
        let offered = shown.effect.chosen.offered.iter();
        Self {
            holdings: Arc::clone(&shown.holdings),
            names: offered.map(|it| (it.id.clone(), it.name.clone())).collect(),
            today: shown.today,
        }
    }

    /// The name of an indicator.
    pub fn name(&self, indicator: &Indicator) -> String {
        self.names.get(&indicator.id).unwrap_or(&indicator.name.ja).clone()
    }

    /// The work that follows indicators, or what is wrong and of which.
    pub fn followed(&self, wanted: &[Following]) -> Result<Job, (usize, ChoosingFault)> {
        let name = |indicator: &Indicator| self.name(indicator);
        match indicators_followed(&self.holdings, wanted, self.today, &name) {
            Ok((occasion, changes)) => Ok(Job::Apply(occasion, changes)),
            Err(faults) => Err(faults.into_iter().next().unwrap_or((0, ChoosingFault::NothingChanged))),
        }
    }
}

/// What a form of the view is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ChooseForm {
    /// What is promised of an indicator, and which measures it is watched beside.
    Terms {
        /// The indicator.
        indicator: Box<Indicator>,
        /// Its name.
        name: String,
        /// A later survey that has figures already.
        later: Option<Wave>,
        /// The book.
        ground: Ground,
    },
    /// An indicator of the office's own.
    Own(Ground),
}

/// What a field of such a form asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChooseAsk {
    /// 目標値
    Target,
    /// 許容幅
    Margin,
    /// ばらつきの見込み
    Spread,
    /// Measures that watch it.
    Measures,
    /// Name of an own indicator.
    Name,
    /// Efficiency or quality.
    Family,
    /// Its unit.
    Unit,
    /// Which way is good.
    Direction,
    /// What one value stands for.
    Per,
    /// How its figures come about.
    Way,
    /// Of what, per what, or the formula.
    Detail,
    /// Figures that can be entered.
    Range,
    /// How it is measured.
    How,
}

impl ChooseAsk {
    /// The question; its hint says how to answer.
    pub fn question(self) -> Phrase {
        match self {
            Self::Target => phrase("chosen-ask-target"),
            Self::Margin => phrase("chosen-ask-margin"),
            Self::Spread => phrase("chosen-ask-spread"),
            Self::Measures => phrase("chosen-ask-measures"),
            Self::Name => phrase("own-ask-name"),
            Self::Family => phrase("own-ask-family"),
            Self::Unit => phrase("own-ask-unit"),
            Self::Direction => phrase("own-ask-direction"),
            Self::Per => phrase("own-ask-per"),
            Self::Way => phrase("own-ask-way"),
            Self::Detail => phrase("own-ask-detail"),
            Self::Range => phrase("own-ask-range"),
            Self::How => phrase("own-ask-how"),
        }
    }
}

/// A form with its questions.
type Asked = (ChooseForm, Vec<Field>);

fn asked(ask: ChooseAsk) -> Question {
    Question::Effect(EffectAsk::Choose(ask))
}

fn named(id: impl Into<String>, name: Phrase) -> Choice {
    Choice::Named(id.into(), name)
}

/// Fields of what is promised, in order; efficiency has no margin.
fn term_fields(family: Family) -> &'static [ChooseAsk] {
    match family {
        Family::Efficiency => &[ChooseAsk::Target, ChooseAsk::Measures, ChooseAsk::Spread],
        Family::Quality => &[
            ChooseAsk::Target,
            ChooseAsk::Margin,
            ChooseAsk::Measures,
            ChooseAsk::Spread,
        ],
    }
}

const OWN_FIELDS: [ChooseAsk; 9] = [
    ChooseAsk::Name,
    ChooseAsk::Family,
    ChooseAsk::Unit,
    ChooseAsk::Direction,
    ChooseAsk::Per,
    ChooseAsk::Way,
    ChooseAsk::Detail,
    ChooseAsk::Range,
    ChooseAsk::How,
];

fn place(fields: &[ChooseAsk], ask: ChooseAsk) -> usize {
    fields.iter().position(|field| *field == ask).unwrap_or(0)
}

impl ChooseForm {
    /// Asks what is promised of an indicator; `None` where there is no such indicator.
    pub fn terms(shown: &Shown, id: &str) -> Option<Asked> {
        let indicator = shown.holdings.indicator(id)?.clone();
        let ground = Ground::of(shown);
        let chosen = shown.holdings.effects.chosen(id);
        let written = |of: fn(&Chosen) -> Option<Decimal>| {
            let figure = chosen.and_then(of);
            figure.map_or_else(String::new, |figure| figure.to_string())
        };
        let fields = term_fields(indicator.family).iter().map(|ask| match ask {
            ChooseAsk::Margin => text(asked(*ask), &written(|it| it.margin)),
            ChooseAsk::Spread => text(asked(*ask), &written(|it| it.spread)),
            ChooseAsk::Measures => measure_field(shown, id),
            _ => text(asked(*ask), &written(|it| it.target)),
        });
        let fields = fields.collect();
        let form = Self::Terms {
            name: ground.name(&indicator),
            later: measured_later(&shown.holdings, &indicator).filter(|_| indicator.family == Family::Quality),
            indicator: Box::new(indicator),
            ground,
        };
        Some((form, fields))
    }

    /// Asks for an indicator of the office's own.
    pub fn own(shown: &Shown, family: Family) -> Asked {
        let families = Family::ALL.map(|family| named(family.id(), family.phrase())).to_vec();
        let directions = vec![
            named("down", phrase("screens-less-is-good")),
            named("up", phrase("screens-more-is-good")),
        ];
        let pers = Per::ALL.map(|per| named(per.id(), per.phrase())).to_vec();
        let ways = OwnWay::ALL.map(|way| named(way.id(), way.phrase())).to_vec();
        let month = Per::ALL.iter().position(|per| *per == Per::OfficeMonth).unwrap_or(0);
        let fields = OWN_FIELDS.map(|ask| match ask {
            ChooseAsk::Family => {
                let at = Family::ALL.iter().position(|it| *it == family).unwrap_or(0);
                Field::Choice(asked(ask), families.clone(), at)
            }
            ChooseAsk::Direction => Field::Choice(asked(ask), directions.clone(), 0),
            ChooseAsk::Per => Field::Choice(asked(ask), pers.clone(), month),
            ChooseAsk::Way => Field::Choice(asked(ask), ways.clone(), 0),
            _ => text(asked(ask), ""),
        });
        (Self::Own(Ground::of(shown)), fields.to_vec())
    }

    /// Title and explanation of the form.
    pub fn words(&self) -> (Phrase, Phrase) {
        match self {
            Self::Terms {
                indicator, name, later, ..
            } => {
                let says = match (indicator.family, later) {
                    (Family::Efficiency, _) => phrase("chosen-form-efficiency-says"),
                    (Family::Quality, None) => phrase("chosen-form-quality-says"),
                    (Family::Quality, Some(wave)) => phrase("chosen-form-late-says").with("wave", wave.label()),
                };
                (phrase("chosen-form-terms").with("name", name.as_str()), says)
            }
            Self::Own(_) => (phrase("own-form"), phrase("own-form-says")),
        }
    }

    /// The work that the answers ask for, or what is wrong with them and the field where it is.
    pub fn job(&self, form: &Form) -> Result<Job, (usize, Phrase)> {
        match self {
            Self::Terms { indicator, ground, .. } => terms_job(indicator, ground, form),
            Self::Own(ground) => own_job(ground, form),
        }
    }
}

fn terms_job(indicator: &Indicator, ground: &Ground, form: &Form) -> Result<Job, (usize, Phrase)> {
    let fields = term_fields(indicator.family);
    let read = |ask, term: Term| {
        let at = place(fields, ask);
        term.read(form.typed(at)).map_err(|fault| (at, fault.phrase()))
    };
    let terms = Terms {
        target: read(ChooseAsk::Target, Term::Target)?,
        margin: if indicator.family == Family::Quality {
            read(ChooseAsk::Margin, Term::Margin)?
        } else {
            None
        },
        spread: read(ChooseAsk::Spread, Term::Spread)?,
    };
    let written = form.chosen_id(place(fields, ChooseAsk::Measures)).unwrap_or_default();
    let following = Following {
        indicator: indicator.id.clone(),
        terms,
        measures: Some(measures_of(written)),
    };
    ground.followed(&[following]).map_err(|(_, fault)| {
        let at = match fault.term() {
            Some(Term::Target) => place(fields, ChooseAsk::Target),
            Some(Term::Margin) => place(fields, ChooseAsk::Margin),
            Some(Term::Spread) => place(fields, ChooseAsk::Spread),
            None => form.focus,
        };
        (at, fault.phrase())
    })
}

/// Which measures watch an indicator: none, each, all, and of a few measures every combination.
fn measure_field(shown: &Shown, id: &str) -> Field {
    let measures = &shown.holdings.issues.measures;
    let all: Vec<MeasureId> = measures.iter().map(|it| it.id).collect();
    let watching = measures
        .iter()
        .filter(|it| it.indicators.iter().any(|watched| watched == id));
    let now: Vec<MeasureId> = watching.map(|it| it.id).collect();
    let mut offered: Vec<Vec<MeasureId>> = vec![Vec::new()];
    offered.extend(all.iter().map(|id| vec![*id]));
    if all.len() == FEW_MEASURES {
        let without = |left_out: &MeasureId| all.iter().copied().filter(|id| id != left_out).collect();
        offered.extend(all.iter().rev().map(without));
    }
    if all.len() > 1 {
        offered.push(all);
    }
    if !offered.contains(&now) {
        offered.push(now.clone());
    }
    let at = offered.iter().position(|ids| *ids == now).unwrap_or(0);
    let name = |ids: &[MeasureId]| match ids {
        [] => phrase("chosen-no-measure"),
        [only] => {
            let text = shown.holdings.issues.measure(*only).map_or("", |it| it.text.as_str());
            phrase("chosen-measure")
                .with("number", only.to_string())
                .with("text", cut(text, MEASURE_CELLS))
        }
        several => phrase("chosen-measures").with("numbers", numbers(several, "・")),
    };
    let choices = offered.iter().map(|ids| named(numbers(ids, ","), name(ids))).collect();
    Field::Choice(asked(ChooseAsk::Measures), choices, at)
}

fn numbers(ids: &[MeasureId], between: &str) -> String {
    let ids: Vec<String> = ids.iter().map(ToString::to_string).collect();
    ids.join(between)
}

fn measures_of(written: &str) -> Vec<MeasureId> {
    written.split(',').filter_map(MeasureId::parse).collect()
}

fn own_job(ground: &Ground, form: &Form) -> Result<Job, (usize, Phrase)> {
    let typed = |ask| form.typed(place(&OWN_FIELDS, ask)).to_owned();
    let chosen = |ask| form.chosen_id(place(&OWN_FIELDS, ask)).unwrap_or_default();
    let draft = IndicatorDraft {
        id: String::new(),
        name: typed(ChooseAsk::Name),
        family: if chosen(ChooseAsk::Family) == Family::Quality.id() {
            Family::Quality
        } else {
            Family::Efficiency
        },
        unit: typed(ChooseAsk::Unit),
        direction: if chosen(ChooseAsk::Direction) == "up" {
            Direction::Up
        } else {
            Direction::Down
        },
        per: Per::ALL
            .into_iter()
            .find(|per| per.id() == chosen(ChooseAsk::Per))
            .unwrap_or(Per::OfficeMonth),
        way: OwnWay::parse(chosen(ChooseAsk::Way)).unwrap_or_default(),
        detail: typed(ChooseAsk::Detail),
        range: typed(ChooseAsk::Range),
        decimals: String::new(),
        how: typed(ChooseAsk::How),
    };
    let holdings = &ground.holdings;
    match draft.indicator(&holdings.indicators(), holdings.catalog.scales()) {
        Ok(indicator) => {
            let (occasion, changes) = own_indicator_kept(indicator);
            Ok(Job::Apply(occasion, changes))
        }
        Err(faults) => Err(faults.first().map_or_else(
            || (form.focus, phrase("chosen-nothing-changed")),
            |fault| (field_of(fault.field()), fault.phrase()),
        )),
    }
}

fn field_of(field: OwnField) -> usize {
    let ask = match field {
        OwnField::Id | OwnField::Name | OwnField::Decimals => ChooseAsk::Name,
        OwnField::Unit => ChooseAsk::Unit,
        OwnField::Per => ChooseAsk::Per,
        OwnField::Detail => ChooseAsk::Detail,
        OwnField::Range => ChooseAsk::Range,
        OwnField::How => ChooseAsk::How,
    };
    place(&OWN_FIELDS, ask)
}
