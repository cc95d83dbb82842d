//! A subsidy scheme, read from a data file (補助事業).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::fault::ProgrammeFault;
use super::rate::Rate;
use crate::office::Bilingual;

/// Something that holds for an office or not, and on which a rate or a cap hangs (条件).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Condition {
    /// Its name in commands, e.g. `documents-halved`.
    pub name: String,
    /// What it says.
    pub text: Bilingual,
}

/// A rate and when it is paid.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RateRule {
    /// The rate.
    pub rate: Rate,
    /// Names of conditions of which one is enough; empty: always.
    #[serde(default)]
    pub any_of: Vec<String>,
}

/// The most that is paid for an office with so many people (上限).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CapBand {
    /// Fewest people of the band; `None`: the cap is the same whatever the number of people.
    #[serde(default)]
    pub from: Option<u32>,
    /// Most people of the band; `None`: no end.
    #[serde(default)]
    pub to: Option<u32>,
    /// Yen.
    pub yen: u64,
}

/// What a cap grows by where a condition holds (加算).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CapAddition {
    /// Name of the condition.
    pub condition: String,
    /// Yen.
    pub yen: u64,
}

/// How what the rate gives is cut off; this comes before the cap.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rounding {
    /// Yen below which it is cut off: 1 or 1,000.
    pub unit: u64,
    /// What is to be said of it, e.g. that no rule is stated.
    #[serde(default)]
    pub note: Option<Bilingual>,
}

/// What earlier grants do to the cap.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum EarlierRule {
    /// No rule is known; earlier grants are not looked at, and that is said.
    #[default]
    NotStated,
    /// The cap less all earlier grants is left.
    WithinCap,
}

/// What is other when an office applies for the second time (2回目).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SecondTime {
    /// The cap then; yen.
    pub cap: u64,
    /// Whether recurring costs still count.
    pub recurring: bool,
}

/// Whether a kind of cost is paid for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CostRule {
    /// Name of the kind in commands, e.g. `software`.
    pub kind: String,
    /// Its name.
    pub name: Bilingual,
    /// Whether it is paid for.
    pub eligible: bool,
    /// Whether it comes again each month or year, such as maintenance.
    #[serde(default)]
    pub recurring: bool,
    /// Under which condition, or why not.
    #[serde(default)]
    pub rule: Option<Bilingual>,
}

/// What an office must do or have.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Requirement {
    /// Its name in commands.
    pub id: String,
    /// What it says.
    pub text: Bilingual,
}

/// Papers to hand in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Papers {
    /// Their name.
    pub name: Bilingual,
    /// How to send them.
    pub send: Bilingual,
}

/// A line of the calendar of a scheme.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ScheduleLine {
    /// What happens.
    pub text: Bilingual,
    /// First day, where one is stated.
    #[serde(default)]
    pub from: Option<NaiveDate>,
    /// Last day, where one is stated.
    #[serde(default)]
    pub to: Option<NaiveDate>,
}

/// Effect reports that are owed afterwards.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reports {
    /// For how many years.
    pub years: u8,
    /// To whom.
    pub to: Bilingual,
}

/// A subsidy scheme (補助事業).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Programme {
    /// Id, e.g. `yamaguchi-r6`.
    pub id: String,
    /// Name.
    pub title: Bilingual,
    /// Where this comes from.
    pub source: String,
    /// The day of the source, where it is known.
    #[serde(default)]
    pub source_date: Option<NaiveDate>,
    /// Whether the figures were not compared with the original text (未確認).
    #[serde(default)]
    pub unverified: bool,
    /// Rates; the first whose conditions hold is paid, and the last has none.
    pub rates: Vec<RateRule>,
    /// What is to be said of the rate, e.g. that the prefecture may pay more.
    #[serde(default)]
    pub rate_note: Option<Bilingual>,
    /// Caps by number of people, from the smallest on.
    pub caps: Vec<CapBand>,
    /// Who is counted as staff.
    #[serde(default)]
    pub staff_note: Option<Bilingual>,
    /// What the cap grows by.
    #[serde(default)]
    pub additions: Vec<CapAddition>,
    /// How it is cut off.
    pub rounding: Rounding,
    /// What earlier grants do.
    #[serde(default)]
    pub earlier: EarlierRule,
    /// The second time; `None`: no rule of its own.
    #[serde(default)]
    pub second: Option<SecondTime>,
    /// Conditions that rates and additions name.
    pub conditions: Vec<Condition>,
    /// Kinds of cost.
    pub costs: Vec<CostRule>,
    /// Requirements.
    pub requirements: Vec<Requirement>,
    /// Papers to hand in; empty where they are not known.
    #[serde(default)]
    pub papers: Vec<Papers>,
    /// The calendar; empty where it is not known.
    #[serde(default)]
    pub schedule: Vec<ScheduleLine>,
    /// Effect reports; `None` where they are not known.
    #[serde(default)]
    pub reports: Option<Reports>,
}

impl Programme {
    /// The condition of this name.
    pub fn condition(&self, name: &str) -> Option<&Condition> {
        self.conditions.iter().find(|it| it.name == name)
    }

    /// The kind of cost of this name.
    pub fn cost(&self, kind: &str) -> Option<&CostRule> {
        self.costs.iter().find(|it| it.kind == kind)
    }

    /// Whether the cap hangs on the number of people.
    pub fn asks_for_staff(&self) -> bool {
        self.caps.iter().any(|band| band.from.is_some())
    }

    /// Whether it goes together: a last rate without conditions, caps without gaps, and nothing named that is not there.
    pub fn validate(&self) -> Result<(), ProgrammeFault> {
        let (last, others) = self.rates.split_last().ok_or(ProgrammeFault::NoRate)?;
        if !last.any_of.is_empty() || others.iter().any(|rule| rule.any_of.is_empty()) {
            return Err(ProgrammeFault::NoRate);
        }
        let named = others.iter().flat_map(|rule| &rule.any_of);
        let mut named = named.chain(self.additions.iter().map(|it| &it.condition));
        if let Some(lost) = named.find(|name| self.condition(name).is_none()) {
            return Err(ProgrammeFault::NoSuchCondition(lost.clone()));
        }
        if self.rounding.unit == 0 {
            return Err(ProgrammeFault::Rounding);
        }
        self.validate_caps()
    }

    fn validate_caps(&self) -> Result<(), ProgrammeFault> {
        let Some(first) = self.caps.first() else {
            return Err(ProgrammeFault::Caps);
        };
        if first.from.is_none() {
            let alone = self.caps.len() == 1 && first.to.is_none();
            return if alone { Ok(()) } else { Err(ProgrammeFault::Caps) };
        }
        let in_order = self.caps.iter().all(|band| match (band.from, band.to) {
            (Some(from), Some(to)) => from <= to,
            (Some(_), None) => true,
            (None, _) => false,
        });
        let close = |pair: &[CapBand]| match pair {
            [one, next] => one.to.and_then(|to| to.checked_add(1)) == next.from,
            _ => true,
        };
        let open_end = self.caps.last().is_some_and(|band| band.to.is_none());
        if in_order && open_end && self.caps.windows(2).all(close) {
            Ok(())
        } else {
            Err(ProgrammeFault::Caps)
        }
    }
}
