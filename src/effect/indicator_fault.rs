//! What is wrong with the definition of an indicator.

use super::formula::{Atom, Formula, FormulaFault, cycle};
use super::id::{bad_id, is_id};
use super::indicator::{Indicator, Measured, Per};
use super::scale::Scale;
use crate::office::Decimal;
use crate::phrase::{Phrase, phrase};

/// Most decimals shown: figures are kept to a thousandth.
const MOST_DECIMALS: u8 = 3;

/// Why an indicator cannot be used as it is defined.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum IndicatorFault {
    /// An id has small letters, digits and hyphens, and does not begin with a hyphen.
    BadId(String),
    /// The name is missing.
    Blank,
    /// More decimals than figures have.
    Decimals(u8),
    /// Minutes of no task, or a share of no category.
    NothingCounted,
    /// Events per none of the base.
    PerNone,
    /// One value cannot stand for this where values come from there.
    Per {
        /// What one value stands for.
        per: Per,
        /// What it may stand for.
        fitting: Vec<Per>,
    },
    /// There is no such scale.
    NoSuchScale(String),
    /// The formula cannot be read.
    Formula(FormulaFault),
    /// The formula has numbers only.
    Constant,
    /// The formula uses an indicator that is not there.
    NoSuchIndicator(String),
    /// The formula uses an indicator whose values stand for something else.
    OtherPer {
        /// The indicator that is used.
        id: String,
        /// What its values stand for.
        per: Per,
    },
    /// Indicators are calculated from each other: their ids, the first again at the end.
    Cycle(Vec<String>),
    /// The lowest figure that can be right is not below the highest.
    Range {
        /// Lowest.
        least: Decimal,
        /// Highest.
        most: Decimal,
    },
    /// A range where figures are not entered as they are.
    RangeUnused,
}

impl IndicatorFault {
    /// In words; what to try is the `.hint`.
    pub fn phrase(&self) -> Phrase {
        match self {
            Self::BadId(id) => bad_id(id),
            Self::Blank => phrase("indicator-blank"),
            Self::Decimals(decimals) => phrase("indicator-decimals")
                .with("decimals", *decimals)
                .with("most", MOST_DECIMALS),
            Self::NothingCounted => phrase("indicator-nothing-counted"),
            Self::PerNone => phrase("indicator-per-none"),
            Self::Per { per, fitting } => {
                let ids: Vec<&str> = fitting.iter().map(|per| per.id()).collect();
                phrase("indicator-per")
                    .with("per", per.id())
                    .with("fitting", ids.join(", "))
            }
            Self::NoSuchScale(scale) => phrase("indicator-no-scale").with("scale", scale.as_str()),
            Self::Formula(fault) => fault.phrase(),
            Self::Constant => phrase("indicator-constant"),
            Self::NoSuchIndicator(id) => phrase("indicator-unknown").with("id", id.as_str()),
            Self::OtherPer { id, per } => phrase("indicator-other-per")
                .with("id", id.as_str())
                .with("per", per.phrase()),
            Self::Cycle(ids) => phrase("indicator-cycle").with("ids", ids.join(" → ")),
            Self::Range { least, most } => phrase("indicator-range")
                .with("least", least.to_string())
                .with("most", most.to_string()),
            Self::RangeUnused => phrase("indicator-range-unused"),
        }
    }

    /// The field of a data file that is to be mended.
    pub fn field(&self) -> &'static str {
        match self {
            Self::BadId(_) => "id",
            Self::Blank => "name",
            Self::Decimals(_) => "decimals",
            Self::Per { .. } => "per",
            Self::Range { .. } | Self::RangeUnused => "range",
            Self::NothingCounted
            | Self::PerNone
            | Self::NoSuchScale(_)
            | Self::Formula(_)
            | Self::Constant
            | Self::NoSuchIndicator(_)
            | Self::OtherPer { .. }
            | Self::Cycle(_) => "measured",
        }
    }
}

impl Indicator {
    /// Checks a definition against the indicators and scales that there are; the first thing that is wrong.
    ///
    /// `others` may hold the indicator itself; an indicator of this id there is not looked at.
    pub fn validate(&self, others: &[Self], scales: &[Scale]) -> Result<(), IndicatorFault> {
        if !is_id(&self.id) {
            return Err(IndicatorFault::BadId(self.id.clone()));
        }
        if self.name.ja.trim().is_empty() {
            return Err(IndicatorFault::Blank);
        }
        if self.decimals > MOST_DECIMALS {
            return Err(IndicatorFault::Decimals(self.decimals));
        }
        let fitting = self.fitting(others, scales)?;
        if !fitting.contains(&self.per) {
            return Err(IndicatorFault::Per { per: self.per, fitting });
        }
        match self.range {
            Some(_) if !matches!(self.measured, Measured::Entered | Measured::Documents { .. }) => {
                Err(IndicatorFault::RangeUnused)
            }
            Some(range) if range.least >= range.most => Err(IndicatorFault::Range {
                least: range.least,
                most: range.most,
            }),
            _ => Ok(()),
        }
    }

    /// What one value may stand for, going by where values come from.
    fn fitting(&self, others: &[Self], scales: &[Scale]) -> Result<Vec<Per>, IndicatorFault> {
        const OF_OFFICE: [Per; 3] = [Per::Office, Per::OfficeDay, Per::OfficeMonth];
        match &self.measured {
            Measured::Minutes { tasks } if tasks.is_empty() => Err(IndicatorFault::NothingCounted),
            Measured::Share { kinds } if kinds.is_empty() => Err(IndicatorFault::NothingCounted),
            Measured::Minutes { .. } | Measured::Share { .. } => Ok(vec![Per::StaffDay]),
            Measured::Entered => Ok(Per::ALL.to_vec()),
            Measured::Rate { per: 0, .. } => Err(IndicatorFault::PerNone),
            Measured::Part { .. } | Measured::Rate { .. } => Ok(OF_OFFICE.to_vec()),
            Measured::Documents { .. } => Ok(vec![Per::OfficeMonth]),
            Measured::Scale { scale: id } => match scales.iter().find(|scale| scale.id == *id) {
                Some(scale) => Ok(vec![scale.of]),
                None => Err(IndicatorFault::NoSuchScale(id.clone())),
            },
            Measured::Formula { formula, .. } => {
                let formula = Formula::parse(formula).map_err(IndicatorFault::Formula)?;
                self.fitting_formula(&formula, others)
            }
        }
    }

    fn fitting_formula(&self, formula: &Formula, others: &[Self]) -> Result<Vec<Per>, IndicatorFault> {
        let other = |id: &str| others.iter().find(|other| other.id == id && other.id != self.id);
        let mut of_sheets = false;
        let mut used = Vec::new();
        for atom in formula.atoms() {
            match atom {
                Atom::Task(_) | Atom::Category(_) | Atom::Filled => of_sheets = true,
                Atom::Indicator(id) if *id == self.id => {}
                Atom::Indicator(id) => match other(id) {
                    Some(indicator) => used.push(indicator),
                    None => return Err(IndicatorFault::NoSuchIndicator(id.clone())),
                },
            }
        }
        let formula_of = |id: &str| match other(id).map(|indicator| &indicator.measured) {
            _ if id == self.id => Some(formula.clone()),
            Some(Measured::Formula { formula, .. }) => Formula::parse(formula).ok(),
            _ => None,
        };
        if let Some(ids) = cycle(&self.id, formula_of) {
            return Err(IndicatorFault::Cycle(ids));
        }
        if !of_sheets && used.is_empty() {
            return Err(IndicatorFault::Constant);
        }
        if of_sheets && self.per != Per::StaffDay {
            return Ok(vec![Per::StaffDay]);
        }
        match used.iter().find(|indicator| indicator.per != self.per) {
            Some(Self { id, per, .. }) => Err(IndicatorFault::OtherPer {
                id: id.clone(),
                per: *per,
            }),
            None => Ok(vec![self.per]),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::effect::{Band, Direction, DocumentCount, Family, Range};
    use crate::office::Bilingual;
    use crate::worktime::{CategoryKind, TaskCode};

    fn name(ja: &str) -> Bilingual {
        Bilingual {
            ja: ja.to_owned(),
            en: String::new(),
        }
    }

    fn indicator(id: &str, per: Per, measured: Measured) -> Indicator {
        Indicator {
            id: id.to_owned(),
            name: name("指標"),
            family: Family::Quality,
            unit: name("分"),
            direction: Direction::Up,
            decimals: 1,
            per,
            measured,
            range: None,
            usual: false,
            how: name(""),
            source: String::new(),
        }
    }

    fn formula(formula: &str) -> Measured {
        Measured::Formula {
            formula: formula.to_owned(),
            share: false,
        }
    }

    fn scale() -> Scale {
        Scale {
            id: "mood".to_owned(),
            name: name("気分"),
            least: 0,
            most: 1,
            bands: vec![Band {
                from: 0,
                to: 1,
                name: name("全部"),
            }],
            direction: Direction::Up,
            of: Per::Resident,
            note: name(""),
            source: String::new(),
        }
    }

    fn others() -> Vec<Indicator> {
        vec![
            indicator("talk", Per::StaffDay, Measured::Entered),
            indicator("leave", Per::Staff, Measured::Entered),
            indicator("a", Per::StaffDay, formula("indicator(b) + 1")),
            indicator("b", Per::StaffDay, formula("indicator(a) + filled")),
        ]
    }

    fn fault(indicator: &Indicator) -> Option<IndicatorFault> {
        indicator.validate(&others(), &[scale()]).err()
    }

    #[test]
    fn each_origin_of_values_has_what_one_value_may_stand_for() {
        let of = || name("人数");
        let fits = |measured: Measured| -> Vec<&str> {
            let fits = |per: &Per| fault(&indicator("x", *per, measured.clone())).is_none();
            Per::ALL.iter().filter(|per| fits(per)).map(|per| per.id()).collect()
        };
        let tasks = vec![TaskCode("11".to_owned())];
        let kinds = vec![CategoryKind::Direct];
        let count = DocumentCount::Sheets;
        assert_eq!(fits(Measured::Minutes { tasks }), ["staff-day"]);
        assert_eq!(fits(Measured::Share { kinds }), ["staff-day"]);
        assert_eq!(fits(Measured::Entered).len(), 7);
        assert_eq!(
            fits(Measured::Part { of: of() }),
            ["office", "office-day", "office-month"]
        );
        assert_eq!(
            fits(Measured::Rate { per: 100, of: of() }),
            ["office", "office-day", "office-month"]
        );
        assert_eq!(fits(Measured::Documents { count }), ["office-month"]);
        assert_eq!(
            fits(Measured::Scale {
                scale: "mood".to_owned()
            }),
            ["resident"]
        );
        assert_eq!(fits(formula("task(1) / filled")), ["staff-day"]);
        assert_eq!(fits(formula("indicator(talk) / filled")), ["staff-day"]);
        assert_eq!(fits(formula("indicator(leave) * 8")), ["staff"]);
    }

    #[test]
    fn what_is_wrong_is_told_with_the_field_to_mend() {
        let staff_day = |measured| indicator("x", Per::StaffDay, measured);
        let wrong = |indicator: Indicator| fault(&indicator).map(|fault| (fault.field(), fault));
        let bad = |id: &str| Some(("id", IndicatorFault::BadId(id.to_owned())));
        for id in ["", "-x", "X", "記録", "a b", "a_b", &"a".repeat(41)] {
            assert_eq!(wrong(indicator(id, Per::Staff, Measured::Entered)), bad(id));
        }
        let mut nameless = staff_day(Measured::Entered);
        nameless.name.ja = "　".to_owned();
        assert_eq!(wrong(nameless), Some(("name", IndicatorFault::Blank)));
        let mut fine = staff_day(Measured::Entered);
        fine.decimals = 4;
        assert_eq!(wrong(fine), Some(("decimals", IndicatorFault::Decimals(4))));
        let nothing = staff_day(Measured::Minutes { tasks: Vec::new() });
        assert_eq!(wrong(nothing), Some(("measured", IndicatorFault::NothingCounted)));
        let of = name("延べ日数");
        let none = indicator("x", Per::Office, Measured::Rate { per: 0, of });
        assert_eq!(wrong(none), Some(("measured", IndicatorFault::PerNone)));
        let scale = Measured::Scale {
            scale: "srs".to_owned(),
        };
        assert_eq!(
            wrong(indicator("x", Per::Staff, scale)),
            Some(("measured", IndicatorFault::NoSuchScale("srs".to_owned())))
        );
        let per = indicator("x", Per::Office, formula("filled"));
        let fitting = vec![Per::StaffDay];
        assert_eq!(
            wrong(per),
            Some((
                "per",
                IndicatorFault::Per {
                    per: Per::Office,
                    fitting
                }
            ))
        );
    }

    #[test]
    fn a_formula_uses_what_is_there_and_stands_for_the_same() {
        let wrong = |per, text| fault(&indicator("x", per, formula(text)));
        assert!(matches!(
            wrong(Per::StaffDay, "1 +"),
            Some(IndicatorFault::Formula(FormulaFault { at: 4, .. }))
        ));
        assert_eq!(wrong(Per::StaffDay, "60 * 8"), Some(IndicatorFault::Constant));
        assert_eq!(
            wrong(Per::StaffDay, "indicator(nowhere) + filled"),
            Some(IndicatorFault::NoSuchIndicator("nowhere".to_owned()))
        );
        assert_eq!(
            wrong(Per::StaffDay, "indicator(leave) / filled"),
            Some(IndicatorFault::OtherPer {
                id: "leave".to_owned(),
                per: Per::Staff
            })
        );
        let cycle = |ids: &[&str]| Some(IndicatorFault::Cycle(ids.iter().map(ToString::to_string).collect()));
        assert_eq!(wrong(Per::StaffDay, "indicator(x)"), cycle(&["x", "x"]));
        assert_eq!(wrong(Per::StaffDay, "indicator(a)"), cycle(&["a", "b", "a"]));
        let itself = indicator("a", Per::StaffDay, formula("filled / 60"));
        assert_eq!(fault(&itself), None, "it takes the place of the one with its id");
    }

    #[test]
    fn a_range_has_two_ends_and_goes_with_figures_that_are_entered() {
        let ranged = |measured, least, most| {
            let (least, most) = (Decimal::whole(least), Decimal::whole(most));
            let mut ranged = indicator("x", Per::StaffDay, measured);
            ranged.range = Some(Range { least, most });
            fault(&ranged)
        };
        assert_eq!(ranged(Measured::Entered, 0, 24), None);
        let (least, most) = (Decimal::whole(24), Decimal::whole(24));
        assert_eq!(
            ranged(Measured::Entered, 24, 24),
            Some(IndicatorFault::Range { least, most })
        );
        assert_eq!(ranged(formula("filled"), 0, 24), Some(IndicatorFault::RangeUnused));
    }
}
