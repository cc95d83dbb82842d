//! `yutori feasible`: what a plan can show at all.

use clap::ArgMatches;

use crate::commands::results::Reading;
use crate::commands::{Answer, Context, book, show};
use crate::effect::{ChoosingFault, Design, Term};
use crate::failure::{Exit, Failure};
use crate::office::{Decimal, printable};
use crate::report::finding::{FeasibleFinding, FeasibleLine};
use crate::report::{FeasiblePlan, feasible, feasible_people};

pub(in crate::commands) fn run(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    let plan = plan(matches)?;
    let finding = finding(context, matches, &plan)?;
    if context.json {
        return show::json(&finding).map(Answer::done);
    }
    Ok(Answer::done(told(&finding)))
}

fn plan(matches: &ArgMatches) -> Result<FeasiblePlan, Failure> {
    let people = |name: &str| matches.get_one::<u16>(name).map(|people| usize::from(*people));
    let ids = matches.get_many::<String>("indicator").unwrap_or_default();
    let written = matches.get_one::<String>("spread");
    let spread = written.map(|written| match Term::Spread.read(written) {
        Ok(Some(spread)) if spread > Decimal::ZERO => Ok(spread),
        Ok(_) => Err(ChoosingFault::NotAbove(Term::Spread)),
        Err(fault) => Err(fault),
    });
    Ok(FeasiblePlan {
        indicators: ids.cloned().collect(),
        before: people("people"),
        after: people("after"),
        design: matches.get_flag("groups").then_some(Design::Unpaired),
        spread: spread
            .transpose()
            .map_err(|fault| Failure::new(Exit::Usage, fault.phrase()))?,
    })
}

/// What the book says; without a book or an indicator so many people are looked at whatever is measured.
fn finding(context: &Context, matches: &ArgMatches, plan: &FeasiblePlan) -> Result<FeasibleFinding, Failure> {
    let alone = plan.before.is_some() && plan.indicators.is_empty();
    if alone {
        return Ok(feasible_people(plan, context.text));
    }
    let reading = Reading::of(&book::open(context, matches)?)?;
    if let Some(id) = plan.indicators.iter().find(|id| reading.indicator(id).is_none()) {
        let fault = ChoosingFault::Unknown(printable(id));
        return Err(Failure::new(Exit::Usage, fault.phrase()));
    }
    Ok(feasible(&reading, plan, context.text)?)
}

fn told(finding: &FeasibleFinding) -> String {
    let mut lines = Vec::new();
    if finding.indicators.len() != 1 {
        lines.push(finding.sentence.clone());
    }
    for line in &finding.indicators {
        if !lines.is_empty() {
            lines.push(String::new());
        }
        lines.extend(one(line));
    }
    if !finding.indicators.is_empty() {
        lines.extend([String::new(), finding.method.clone()]);
    }
    lines.join("\n") + "\n"
}

fn one(line: &FeasibleLine) -> Vec<String> {
    let advice = line.advice.iter().map(|advice| format!("  - {advice}"));
    std::iter::once(format!("{} {}", line.sign(), line.sentence))
        .chain(advice)
        .collect()
}
