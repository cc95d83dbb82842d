//! The amount that follows from a scheme (補助額), step by step.

use std::collections::BTreeSet;

use super::fault::GrantFault;
use super::programme::{CapBand, EarlierRule, Programme};
use super::rate::Rate;
use crate::office::{Bilingual, Decimal};

/// What an office applies with (申請の内容).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Application {
    /// Yen of all lines that count.
    pub cost: u64,
    /// Of these, yen that come again each month or year.
    pub recurring: u64,
    /// People, as the scheme counts them.
    pub staff: Option<Decimal>,
    /// Names of conditions that hold.
    pub conditions: BTreeSet<String>,
    /// Yen of earlier grants.
    pub earlier: Vec<u64>,
    /// Whether it is the second time.
    pub second: bool,
}

/// One step of the calculation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum GrantStep {
    /// The cost that was named; yen.
    Cost(u64),
    /// Recurring costs that do not count at the second time; yen.
    RecurringLeftOut(u64),
    /// The rate.
    Rate(Rate),
    /// The cost times the rate, less than a yen cut off; yen.
    Part(u64),
    /// Cut off below a unit of yen.
    CutOff {
        /// Yen of the unit.
        unit: u64,
        /// Yen that are left.
        yen: u64,
    },
    /// The cap of a band of people.
    Cap {
        /// The band.
        band: CapBand,
        /// Yen.
        yen: u64,
    },
    /// The cap of the second time; yen.
    SecondCap(u64),
    /// What a condition adds to the cap.
    Addition {
        /// Name of the condition.
        condition: String,
        /// Yen.
        yen: u64,
    },
    /// Earlier grants, and what the cap leaves.
    Earlier {
        /// Yen granted before.
        granted: u64,
        /// Yen that are left.
        left: u64,
    },
    /// The smaller of both; yen.
    Amount(u64),
}

/// What would have brought more, or is not stated.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unmet {
    /// A higher rate is paid where one of these conditions holds.
    HigherRate {
        /// The rate.
        rate: Rate,
        /// Names of the conditions.
        any_of: Vec<String>,
    },
    /// A higher cap holds where this condition does.
    Addition {
        /// Name of the condition.
        condition: String,
        /// Yen.
        yen: u64,
    },
    /// The scheme does not say what earlier grants do.
    EarlierNotStated,
    /// The scheme has no rule of its own for the second time.
    SecondNotStated,
}

/// The amount with its way (補助額).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grant {
    /// The rate.
    pub rate: Rate,
    /// Yen that count.
    pub eligible_cost: u64,
    /// Yen that are paid at most.
    pub cap: u64,
    /// Yen.
    pub amount: u64,
    /// The way there.
    pub steps: Vec<GrantStep>,
    /// What would have brought more, or is not stated.
    pub unmet: Vec<Unmet>,
    /// What is to be said of rounding.
    pub rounding_note: Option<Bilingual>,
}

/// The amount that a scheme pays: `min(floor(cost × rate), cap)`, whole yen.
///
/// The cap is that of the band of people, or of the second time, with additions, less earlier grants where the scheme says so; it
/// never goes below 0.
pub fn grant(programme: &Programme, application: &Application) -> Result<Grant, GrantFault> {
    known_conditions(programme, application)?;
    let mut steps = vec![GrantStep::Cost(application.cost)];
    let mut unmet = Vec::new();
    let eligible_cost = eligible(programme, application, &mut steps)?;
    let rate = rate(programme, application, &mut unmet);
    steps.push(GrantStep::Rate(rate));
    let part = rate.of(eligible_cost);
    steps.push(GrantStep::Part(part));
    let unit = programme.rounding.unit;
    let whole = part / unit * unit;
    if unit > 1 {
        steps.push(GrantStep::CutOff { unit, yen: whole });
    }
    let cap = cap(programme, application, &mut steps, &mut unmet)?;
    let amount = whole.min(cap);
    steps.push(GrantStep::Amount(amount));
    Ok(Grant {
        rate,
        eligible_cost,
        cap,
        amount,
        steps,
        unmet,
        rounding_note: programme.rounding.note.clone(),
    })
}

fn known_conditions(programme: &Programme, application: &Application) -> Result<(), GrantFault> {
    match application
        .conditions
        .iter()
        .find(|name| programme.condition(name).is_none())
    {
        Some(name) => Err(GrantFault::NoSuchCondition {
            name: name.clone(),
            known: programme.conditions.iter().map(|it| it.name.clone()).collect(),
        }),
        None => Ok(()),
    }
}

fn eligible(programme: &Programme, application: &Application, steps: &mut Vec<GrantStep>) -> Result<u64, GrantFault> {
    let Application {
        cost,
        recurring,
        second,
        ..
    } = application;
    if recurring > cost {
        return Err(GrantFault::RecurringBeyondCost);
    }
    let left_out = *second && programme.second.as_ref().is_some_and(|it| !it.recurring) && *recurring > 0;
    if !left_out {
        return Ok(*cost);
    }
    steps.push(GrantStep::RecurringLeftOut(*recurring));
    Ok(cost - recurring)
}

fn rate(programme: &Programme, application: &Application, unmet: &mut Vec<Unmet>) -> Rate {
    let holds =
        |any_of: &[String]| any_of.is_empty() || any_of.iter().any(|name| application.conditions.contains(name));
    let mut paid = None;
    for rule in &programme.rates {
        if holds(&rule.any_of) {
            paid = Some(rule.rate);
            break;
        }
        unmet.push(Unmet::HigherRate {
            rate: rule.rate,
            any_of: rule.any_of.clone(),
        });
    }
    let paid = paid.expect("the last rate of a valid scheme has no conditions");
    unmet.retain(|it| !matches!(it, Unmet::HigherRate { rate, .. } if !rate.exceeds(paid)));
    paid
}

fn cap(
    programme: &Programme,
    application: &Application,
    steps: &mut Vec<GrantStep>,
    unmet: &mut Vec<Unmet>,
) -> Result<u64, GrantFault> {
    let mut cap = match &programme.second {
        Some(second) if application.second => {
            steps.push(GrantStep::SecondCap(second.cap));
            second.cap
        }
        rule => {
            if application.second && rule.is_none() {
                unmet.push(Unmet::SecondNotStated);
            }
            let band = band(programme, application.staff)?;
            steps.push(GrantStep::Cap {
                band: band.clone(),
                yen: band.yen,
            });
            band.yen
        }
    };
    for addition in &programme.additions {
        let (condition, yen) = (addition.condition.clone(), addition.yen);
        if application.conditions.contains(&condition) {
            cap = cap.checked_add(yen).ok_or(GrantFault::TooLarge)?;
            steps.push(GrantStep::Addition { condition, yen });
        } else {
            unmet.push(Unmet::Addition { condition, yen });
        }
    }
    let granted = application
        .earlier
        .iter()
        .try_fold(0_u64, |sum, yen| sum.checked_add(*yen))
        .ok_or(GrantFault::TooLarge)?;
    match programme.earlier {
        EarlierRule::WithinCap if granted > 0 => {
            cap = cap.saturating_sub(granted);
            steps.push(GrantStep::Earlier { granted, left: cap });
        }
        EarlierRule::NotStated if granted > 0 => unmet.push(Unmet::EarlierNotStated),
        EarlierRule::WithinCap | EarlierRule::NotStated => {}
    }
    Ok(cap)
}

/// The band of so many people. Between two bands the scheme says nothing, so it is asked for.
fn band(programme: &Programme, staff: Option<Decimal>) -> Result<&CapBand, GrantFault> {
    let first = programme.caps.first().expect("a valid scheme has a cap");
    if !programme.asks_for_staff() {
        return Ok(first);
    }
    let staff = staff.ok_or(GrantFault::StaffAsked)?;
    let whole = Decimal::whole;
    if first.from.is_some_and(|from| staff < whole(from)) {
        return Err(GrantFault::StaffTooFew(staff));
    }
    let holds = |band: &&CapBand| {
        band.from.is_none_or(|from| whole(from) <= staff) && band.to.is_none_or(|to| staff <= whole(to))
    };
    if let Some(band) = programme.caps.iter().find(holds) {
        return Ok(band);
    }
    let below = programme
        .caps
        .iter()
        .filter_map(|band| band.to)
        .filter(|to| whole(*to) < staff)
        .max();
    let above = programme
        .caps
        .iter()
        .filter_map(|band| band.from)
        .filter(|from| whole(*from) > staff)
        .min();
    Err(GrantFault::StaffBetween {
        staff,
        below: below.unwrap_or(0),
        above: above.unwrap_or(0),
    })
}
