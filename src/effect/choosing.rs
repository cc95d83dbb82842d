//! What a person may promise of an indicator that is to be followed.

use super::chosen::Chosen;
use super::indicator::{Family, Indicator, Measured, Per};
use super::scale::Scale;
use crate::office::{Decimal, DecimalFault};
use crate::phrase::{Phrase, phrase};

/// Minutes of a day.
const DAY: u32 = 1_440;

/// Figures that an indicator can have at all, both ends included, in the unit as people read it (ありうる値の範囲).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Bounds {
    /// Lowest; `None` where there is no end.
    pub least: Option<Decimal>,
    /// Highest; `None` where there is no end.
    pub most: Option<Decimal>,
}

impl Bounds {
    fn from_nothing_to(most: Option<u32>) -> Self {
        Self {
            least: Some(Decimal::ZERO),
            most: most.map(Decimal::whole),
        }
    }

    fn holds(self, figure: Decimal) -> bool {
        self.least.is_none_or(|least| least <= figure) && self.most.is_none_or(|most| figure <= most)
    }

    /// Whether two figures can lie so far apart.
    fn spans(self, distance: Decimal) -> bool {
        match (self.least, self.most) {
            (Some(least), Some(most)) => distance.as_f64() <= most.as_f64() - least.as_f64(),
            _ => true,
        }
    }

    /// In words, where there is an end; `written` writes a figure.
    pub fn phrase(self, written: impl Fn(Decimal) -> String) -> Option<Phrase> {
        match (self.least, self.most) {
            (Some(least), Some(most)) => Some(
                phrase("chosen-bounds")
                    .with("least", least.to_string())
                    .with("most", written(most)),
            ),
            (Some(least), None) => Some(phrase("chosen-bounds-least").with("least", written(least))),
            (None, Some(most)) => Some(phrase("chosen-bounds-most").with("most", written(most))),
            (None, None) => None,
        }
    }
}

impl Indicator {
    /// Figures that it can have at all.
    pub fn bounds(&self, scales: &[Scale]) -> Bounds {
        if let Some(range) = self.range {
            return Bounds {
                least: Some(range.least),
                most: Some(range.most),
            };
        }
        match &self.measured {
            measured if measured.is_share() => Bounds::from_nothing_to(Some(100)),
            Measured::Minutes { .. } if self.per == Per::StaffDay => Bounds::from_nothing_to(Some(DAY)),
            Measured::Minutes { .. } | Measured::Rate { .. } | Measured::Documents { .. } => {
                Bounds::from_nothing_to(None)
            }
            Measured::Scale { scale } => scales
                .iter()
                .find(|it| it.id == *scale)
                .map_or_else(Bounds::default, |it| {
                    let end = |total: i32| Decimal::parse(&total.to_string()).ok();
                    Bounds {
                        least: end(it.least),
                        most: end(it.most),
                    }
                }),
            _ => Bounds::default(),
        }
    }
}

/// What is promised of an indicator (目標値・許容幅), in the unit as people read it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Terms {
    /// What the office wants to reach.
    pub target: Option<Decimal>,
    /// How much in the bad direction still counts as no worse.
    pub margin: Option<Decimal>,
    /// How far people's changes are thought to lie apart.
    pub spread: Option<Decimal>,
}

/// One of the things that are promised.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Term {
    /// 目標値
    Target,
    /// 許容幅
    Margin,
    /// ばらつきの見込み
    Spread,
}

impl Term {
    /// Its name.
    pub fn name(self) -> Phrase {
        match self {
            Self::Target => phrase("chosen-target"),
            Self::Margin => phrase("chosen-margin"),
            Self::Spread => phrase("chosen-spread"),
        }
    }

    /// Reads what a person typed; nothing typed is nothing promised.
    pub fn read(self, written: &str) -> Result<Option<Decimal>, ChoosingFault> {
        match Decimal::parse(written) {
            Ok(figure) => Ok(Some(figure)),
            Err(DecimalFault::Empty) => Ok(None),
            Err(fault) => Err(ChoosingFault::NoFigure(self, fault)),
        }
    }
}

/// Why something cannot be chosen, promised or taken out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ChoosingFault {
    /// There is no such indicator.
    Unknown(String),
    /// The task list of the book has not the tasks of this one.
    NotMeasurable(String),
    /// It is not followed.
    NotChosen(String),
    /// What was typed is no figure.
    NoFigure(Term, DecimalFault),
    /// A target that the indicator can never have.
    TargetOutside(Bounds),
    /// A margin or spread of nothing or less.
    NotAbove(Term),
    /// A margin or spread wider than figures can lie apart.
    TooWide(Term, Bounds),
    /// A margin of an indicator of efficiency.
    MarginOfEfficiency(String),
    /// More or fewer of a family than the way of using them takes.
    WrongCount {
        /// Which family.
        family: Family,
        /// How many it takes; `None` for at least one.
        wanted: Option<usize>,
        /// How many there are.
        count: usize,
    },
    /// Nothing would change.
    NothingChanged,
    /// It is no indicator of the office's own.
    NotOwn(String),
    /// It has figures.
    HasFigures {
        /// Its name.
        name: String,
        /// How many.
        figures: usize,
    },
    /// It is followed.
    IsChosen(String),
    /// Measures watch it.
    IsWatched {
        /// Its name.
        name: String,
        /// Numbers of the measures.
        measures: Vec<u32>,
    },
    /// Another indicator is computed from it.
    IsUsed {
        /// Its name.
        name: String,
        /// Name of the other one.
        by: String,
    },
}

impl ChoosingFault {
    /// In words; what to try is the `.hint`.
    pub fn phrase(&self) -> Phrase {
        match self {
            Self::Unknown(id) => phrase("chosen-unknown").with("id", id.as_str()),
            Self::NotMeasurable(name) => phrase("chosen-not-measurable").with("name", name.as_str()),
            Self::NotChosen(name) => phrase("chosen-not-chosen").with("name", name.as_str()),
            Self::NoFigure(term, fault) => match fault {
                DecimalFault::TooFine => phrase("chosen-too-fine").with("term", term.name()),
                DecimalFault::TooLarge => phrase("chosen-too-large").with("term", term.name()),
                DecimalFault::Empty | DecimalFault::NoNumber => phrase("chosen-no-figure").with("term", term.name()),
            },
            Self::TargetOutside(bounds) => within(phrase("chosen-target-outside"), *bounds),
            Self::NotAbove(term) => phrase("chosen-not-above").with("term", term.name()),
            Self::TooWide(term, bounds) => within(phrase("chosen-too-wide"), *bounds).with("term", term.name()),
            Self::MarginOfEfficiency(name) => phrase("chosen-margin-of-efficiency").with("name", name.as_str()),
            Self::WrongCount { family, wanted, count } => match wanted {
                Some(wanted) => phrase("chosen-wrong-count").with("wanted", *wanted),
                None => phrase("chosen-too-few"),
            }
            .with("family", family.phrase())
            .with("count", *count),
            Self::NothingChanged => phrase("chosen-nothing-changed"),
            Self::NotOwn(name) => phrase("chosen-not-own").with("name", name.as_str()),
            Self::HasFigures { name, figures } => phrase("chosen-has-figures")
                .with("name", name.as_str())
                .with("figures", *figures),
            Self::IsChosen(name) => phrase("chosen-is-chosen").with("name", name.as_str()),
            Self::IsWatched { name, measures } => {
                let numbers: Vec<String> = measures.iter().map(ToString::to_string).collect();
                phrase("chosen-is-watched")
                    .with("name", name.as_str())
                    .with("measures", numbers.join("・"))
            }
            Self::IsUsed { name, by } => phrase("chosen-is-used")
                .with("name", name.as_str())
                .with("by", by.as_str()),
        }
    }

    /// Which of the things that are promised is wrong.
    pub fn term(&self) -> Option<Term> {
        match self {
            Self::NoFigure(term, _) | Self::NotAbove(term) | Self::TooWide(term, _) => Some(*term),
            Self::TargetOutside(_) => Some(Term::Target),
            Self::MarginOfEfficiency(_) => Some(Term::Margin),
            _ => None,
        }
    }
}

fn within(said: Phrase, bounds: Bounds) -> Phrase {
    let range = bounds.phrase(|figure| figure.to_string());
    said.with("bounds", range.unwrap_or_else(|| phrase("chosen-bounds-none")))
}

impl Terms {
    /// What stands in a choice.
    pub fn of(chosen: &Chosen) -> Self {
        Self {
            target: chosen.target,
            margin: chosen.margin,
            spread: chosen.spread,
        }
    }

    /// Checks what is promised of an indicator; all that is wrong, in the order of the questions.
    ///
    /// `name` is that of the indicator for people.
    pub fn faults(&self, indicator: &Indicator, name: &str, scales: &[Scale]) -> Vec<ChoosingFault> {
        let bounds = indicator.bounds(scales);
        let mut faults = Vec::new();
        if self.target.is_some_and(|target| !bounds.holds(target)) {
            faults.push(ChoosingFault::TargetOutside(bounds));
        }
        if self.margin.is_some() && indicator.family == Family::Efficiency {
            faults.push(ChoosingFault::MarginOfEfficiency(name.to_owned()));
        }
        for (term, distance) in [(Term::Margin, self.margin), (Term::Spread, self.spread)] {
            let Some(distance) = distance else { continue };
            if distance <= Decimal::ZERO {
                faults.push(ChoosingFault::NotAbove(term));
            } else if !bounds.spans(distance) {
                faults.push(ChoosingFault::TooWide(term, bounds));
            }
        }
        faults
    }
}

#[cfg(test)]
mod tests {
    use super::super::indicator::{Direction, Range};
    use super::super::scale::Band;
    use super::*;
    use crate::office::Bilingual;
    use crate::worktime::{CategoryKind, TaskCode};

    fn figure(written: &str) -> Decimal {
        Decimal::parse(written).unwrap()
    }

    fn indicator(family: Family, per: Per, measured: Measured) -> Indicator {
        Indicator {
            id: "x".to_owned(),
            name: Bilingual::default(),
            family,
            unit: Bilingual::default(),
            direction: Direction::Down,
            decimals: 1,
            per,
            measured,
            range: None,
            usual: false,
            how: Bilingual::default(),
            source: String::new(),
        }
    }

    fn share() -> Indicator {
        let kinds = vec![CategoryKind::Direct];
        indicator(Family::Quality, Per::StaffDay, Measured::Share { kinds })
    }

    fn scale() -> Scale {
        Scale {
            id: "mood".to_owned(),
            name: Bilingual::default(),
            least: -3,
            most: 3,
            bands: vec![Band {
                from: -3,
                to: 3,
                name: Bilingual::default(),
            }],
            direction: Direction::Up,
            of: Per::Staff,
            note: Bilingual::default(),
            source: String::new(),
        }
    }

    fn faults(indicator: &Indicator, terms: [&str; 3]) -> Vec<ChoosingFault> {
        let [target, margin, spread] = terms.map(|written| Decimal::parse(written).ok());
        Terms { target, margin, spread }.faults(indicator, "名", &[scale()])
    }

    #[test]
    fn figures_lie_where_the_indicator_can_have_them() {
        let bounds = |indicator: &Indicator| {
            let Bounds { least, most } = indicator.bounds(&[scale()]);
            [least, most].map(|end| end.map(|end| end.to_string()))
        };
        let both = |least: &str, most: &str| [Some(least.to_owned()), Some(most.to_owned())];
        assert_eq!(bounds(&share()), both("0", "100"));
        let tasks = vec![TaskCode("11".to_owned())];
        let minutes = indicator(Family::Efficiency, Per::StaffDay, Measured::Minutes { tasks });
        assert_eq!(bounds(&minutes), both("0", "1440"));
        let mood = Measured::Scale {
            scale: "mood".to_owned(),
        };
        assert_eq!(bounds(&indicator(Family::Quality, Per::Staff, mood)), both("-3", "3"));
        let mut entered = indicator(Family::Quality, Per::Staff, Measured::Entered);
        assert_eq!(bounds(&entered), [None, None]);
        entered.range = Some(Range {
            least: figure("0"),
            most: figure("24"),
        });
        assert_eq!(bounds(&entered), both("0", "24"));
    }

    #[test]
    fn a_margin_is_above_nothing_and_every_fault_is_named() {
        assert_eq!(faults(&share(), ["50", "5", "10"]), []);
        assert_eq!(faults(&share(), ["", "", ""]), []);
        let wrong = faults(&share(), ["120", "0", "-1"]);
        let terms: Vec<Option<Term>> = wrong.iter().map(ChoosingFault::term).collect();
        assert_eq!(terms, [Some(Term::Target), Some(Term::Margin), Some(Term::Spread)]);
        assert!(matches!(
            faults(&share(), ["", "101", ""])[..],
            [ChoosingFault::TooWide(Term::Margin, _)]
        ));
        let efficiency = indicator(Family::Efficiency, Per::Staff, Measured::Entered);
        assert_eq!(
            faults(&efficiency, ["-7", "1", "9999"]),
            [ChoosingFault::MarginOfEfficiency("名".to_owned())]
        );
    }

    #[test]
    fn figures_are_read_as_people_type_them_and_nothing_is_no_promise() {
        assert_eq!(Term::Target.read("４２．５"), Ok(Some(figure("42.5"))));
        assert_eq!(Term::Margin.read("　"), Ok(None));
        assert_eq!(
            Term::Spread.read("少し"),
            Err(ChoosingFault::NoFigure(Term::Spread, DecimalFault::NoNumber))
        );
    }
}
