//! Subsidies: schemes as data, and the amount that follows from them (補助事業・補助額). Pure; whole yen only.

mod cost;
mod fault;
mod grant;
mod programme;
mod rate;
#[cfg(test)]
mod tests;

pub use cost::{CostLine, CostOutcome, Payment, Refusal, outcomes};
pub use fault::{GrantFault, ProgrammeFault};
pub use grant::{Application, Grant, GrantStep, Unmet, grant};
pub use programme::{
    CapAddition, CapBand, Condition, CostRule, EarlierRule, Papers, Programme, RateRule, Reports, Requirement,
    Rounding, ScheduleLine, SecondTime,
};
pub use rate::Rate;
