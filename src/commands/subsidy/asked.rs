//! What `yutori subsidy calc` is asked.

use chrono::NaiveDate;
use clap::ArgMatches;

use crate::commands::book;
use crate::failure::{Exit, Failure};
use crate::office::{Decimal, printable};
use crate::phrase::phrase;
use crate::subsidy::{Application, CostLine, CostOutcome, GrantFault, Payment, Programme};

/// An application as it is typed; costs as one sum or line by line.
pub(super) struct Asked {
    pub(super) application: Application,
    pub(super) lines: Vec<CostLine>,
    pub(super) decided: Option<NaiveDate>,
}

impl Asked {
    /// The application with the sums of its lines, where costs were named line by line.
    pub(super) fn with(&self, programme: &Programme, lines: &[CostOutcome]) -> Result<Application, GrantFault> {
        if lines.is_empty() {
            return Ok(self.application.clone());
        }
        let sum = |of: &dyn Fn(&&CostOutcome) -> bool| {
            let eligible = lines.iter().filter(of).map(|it| it.eligible);
            eligible
                .into_iter()
                .try_fold(0_u64, u64::checked_add)
                .ok_or(GrantFault::TooLarge)
        };
        let is_recurring = |it: &&CostOutcome| programme.cost(&it.line.kind).is_some_and(|rule| rule.recurring);
        Ok(Application {
            cost: sum(&|_| true)?,
            // What comes again is left out line by line at the second time, so nothing is left to be taken off.
            recurring: sum(&is_recurring)?,
            ..self.application.clone()
        })
    }
}

/// Reads the command line.
pub(super) fn read(matches: &ArgMatches) -> Result<Asked, Failure> {
    let texts = |name: &str| matches.get_many::<String>(name).unwrap_or_default();
    let lines = texts("line")
        .map(|written| line(written))
        .collect::<Result<Vec<_>, _>>()?;
    let cost = matches
        .get_one::<String>("cost")
        .map(|written| yen("--cost", written))
        .transpose()?;
    let recurring = matches
        .get_one::<String>("recurring")
        .map(|written| yen("--recurring", written))
        .transpose()?;
    if lines.is_empty() && cost.is_none() {
        return Err(Failure::new(Exit::Usage, phrase("subsidy-no-cost")));
    }
    let staff = matches
        .get_one::<String>("staff")
        .map(|written| people(written))
        .transpose()?;
    let decided = matches
        .get_one::<String>("decided")
        .map(|written| book::date(written))
        .transpose()?;
    Ok(Asked {
        application: Application {
            cost: cost.unwrap_or(0),
            recurring: recurring.unwrap_or(0),
            staff,
            conditions: texts("condition").map(|name| name.trim().to_owned()).collect(),
            earlier: texts("earlier")
                .map(|written| yen("--earlier", written))
                .collect::<Result<_, _>>()?,
            second: matches.get_flag("second"),
        },
        lines,
        decided,
    })
}

fn yen(option: &str, written: &str) -> Result<u64, Failure> {
    let plain = written.trim().trim_end_matches('円');
    Decimal::parse(plain).ok().and_then(Decimal::as_count).ok_or_else(|| {
        let message = phrase("subsidy-bad-yen").with("written", printable(written));
        Failure::new(Exit::Usage, message).at(option)
    })
}

fn people(written: &str) -> Result<Decimal, Failure> {
    let plain = written.trim().trim_end_matches('人');
    Decimal::parse(plain)
        .ok()
        .filter(|staff| *staff >= Decimal::ZERO)
        .ok_or_else(|| {
            let message = phrase("subsidy-bad-staff").with("written", printable(written));
            Failure::new(Exit::Usage, message).at("--staff")
        })
}

/// `kind=software, net=300000, tax=30000, elsewhere=0, pay=lease, contract=2024-10-02, what=…`; the kind and the net price must be there.
fn line(written: &str) -> Result<CostLine, Failure> {
    let refused = |part: &str| {
        let message = phrase("subsidy-bad-line").with("part", printable(part));
        Failure::new(Exit::Usage, message).at("--line")
    };
    let mut found = CostLine {
        kind: String::new(),
        what: String::new(),
        net: 0,
        tax: 0,
        elsewhere: 0,
        payment: Payment::Purchase,
        contracted: None,
    };
    let mut has_net = false;
    for part in written.split(',').map(str::trim).filter(|part| !part.is_empty()) {
        let (name, value) = part.split_once('=').ok_or_else(|| refused(part))?;
        let value = value.trim();
        match name.trim() {
            "kind" => value.clone_into(&mut found.kind),
            "what" => value.clone_into(&mut found.what),
            "net" => {
                found.net = yen("--line", value)?;
                has_net = true;
            }
            "tax" => found.tax = yen("--line", value)?,
            "elsewhere" => found.elsewhere = yen("--line", value)?,
            "pay" => {
                found.payment = match value {
                    "purchase" => Payment::Purchase,
                    "lease" => Payment::Lease,
                    _ => return Err(refused(part)),
                };
            }
            "contract" => found.contracted = Some(book::date(value)?),
            _ => return Err(refused(part)),
        }
    }
    if found.kind.is_empty() || !has_net {
        return Err(refused(written));
    }
    Ok(found)
}
