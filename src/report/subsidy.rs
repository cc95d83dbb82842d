//! Subsidy schemes and amounts in words.

use super::finding::{
    GrantCostLine, GrantFinding, GrantStepLine, ProgrammeFinding, ProgrammeLine, ProgrammeList, ProgrammePart,
    StepValue,
};
use super::number::thousands;
use crate::catalog::Catalog;
use crate::phrase::{Phrase, phrase};
use crate::subsidy::{
    Application, CapBand, CostOutcome, CostRule, EarlierRule, Grant, GrantFault, GrantStep, Programme, RateRule,
    Refusal, ScheduleLine, Unmet, grant,
};
use crate::text::Text;

/// All schemes of the catalog.
pub fn programmes(catalog: &Catalog, text: &Text) -> ProgrammeList {
    let line = |programme: &Programme| ProgrammeLine {
        id: programme.id.clone(),
        title: text.lang().of(&programme.title).to_owned(),
        unverified: programme.unverified,
        rates: programme.rates.iter().map(|rule| rule.rate.to_string()).collect(),
        cap: programme.caps.iter().map(|band| band.yen).max().unwrap_or(0),
    };
    ProgrammeList {
        schema: "yutori.programmes/1".to_owned(),
        programmes: catalog.programmes().iter().map(line).collect(),
    }
}

/// Everything that is known of a scheme.
pub fn programme(programme: &Programme, text: &Text) -> ProgrammeFinding {
    let words = |it: &crate::office::Bilingual| text.lang().of(it).to_owned();
    let mut parts = vec![
        part("rates", "programme-part-rates", rates(programme, text), text),
        part("caps", "programme-part-caps", caps(programme, text), text),
        part("rules", "programme-part-rules", rules(programme, text), text),
        part(
            "conditions",
            "programme-part-conditions",
            programme
                .conditions
                .iter()
                .map(|it| format!("{}: {}", it.name, words(&it.text)))
                .collect(),
            text,
        ),
        part(
            "costs",
            "programme-part-costs",
            programme.costs.iter().map(|it| cost(it, text)).collect(),
            text,
        ),
        part(
            "requirements",
            "programme-part-requirements",
            programme.requirements.iter().map(|it| words(&it.text)).collect(),
            text,
        ),
        part(
            "papers",
            "programme-part-papers",
            programme
                .papers
                .iter()
                .map(|it| {
                    let line = phrase("programme-paper")
                        .with("name", words(&it.name))
                        .with("send", words(&it.send));
                    text.say(&line)
                })
                .collect(),
            text,
        ),
        part(
            "schedule",
            "programme-part-schedule",
            programme.schedule.iter().map(|it| schedule(it, text)).collect(),
            text,
        ),
        part(
            "reports",
            "programme-part-reports",
            programme
                .reports
                .iter()
                .map(|it| {
                    let line = phrase("programme-reports")
                        .with("years", it.years)
                        .with("to", words(&it.to));
                    text.say(&line)
                })
                .collect(),
            text,
        ),
    ];
    parts.retain(|part| !part.lines.is_empty());
    ProgrammeFinding {
        schema: "yutori.programme/1".to_owned(),
        id: programme.id.clone(),
        title: words(&programme.title),
        unverified: programme.unverified,
        source: source(programme),
        parts,
    }
}

fn part(id: &str, heading: &'static str, lines: Vec<String>, text: &Text) -> ProgrammePart {
    ProgrammePart {
        id: id.to_owned(),
        heading: text.get(heading),
        lines,
    }
}

/// Where the figures come from, with the day where it is known.
fn source(programme: &Programme) -> String {
    match programme.source_date {
        Some(day) => format!("{} ({day})", programme.source),
        None => programme.source.clone(),
    }
}

fn rates(programme: &Programme, text: &Text) -> Vec<String> {
    let line = |rule: &RateRule| {
        let line = if rule.any_of.is_empty() {
            phrase("programme-rate-else").with("rate", rule.rate.to_string())
        } else {
            phrase("programme-rate-any")
                .with("rate", rule.rate.to_string())
                .with("conditions", conditions(programme, &rule.any_of, text))
        };
        text.say(&line)
    };
    let mut lines: Vec<String> = programme.rates.iter().map(line).collect();
    lines.extend(programme.rate_note.iter().map(|note| text.lang().of(note).to_owned()));
    lines
}

fn conditions(programme: &Programme, names: &[String], text: &Text) -> String {
    let said = names.iter().map(|name| match programme.condition(name) {
        Some(condition) => named(text.lang().of(&condition.text), name, text),
        None => name.clone(),
    });
    said.collect::<Vec<String>>().join(&text.get("programme-or"))
}

/// A name with the id by which commands call it.
fn named(name: &str, id: &str, text: &Text) -> String {
    text.say(&phrase("programme-named").with("name", name).with("id", id))
}

fn band_phrase(band: &CapBand) -> Phrase {
    match (band.from, band.to) {
        (Some(from), Some(to)) => phrase("programme-band").with("from", from).with("to", to),
        (Some(from), None) => phrase("programme-band-from").with("from", from),
        _ => phrase("programme-band-all"),
    }
}

fn caps(programme: &Programme, text: &Text) -> Vec<String> {
    let line = |band: &CapBand| {
        let line = phrase("programme-cap")
            .with("band", band_phrase(band))
            .with("yen", thousands(band.yen));
        text.say(&line)
    };
    let mut lines: Vec<String> = programme.caps.iter().map(line).collect();
    lines.extend(programme.staff_note.iter().map(|note| text.lang().of(note).to_owned()));
    lines.extend(programme.additions.iter().map(|it| {
        let line = phrase("programme-addition")
            .with(
                "condition",
                conditions(programme, std::slice::from_ref(&it.condition), text),
            )
            .with("yen", thousands(it.yen));
        text.say(&line)
    }));
    lines
}

fn rules(programme: &Programme, text: &Text) -> Vec<String> {
    let unit = phrase("programme-cut-off").with("unit", thousands(programme.rounding.unit));
    let mut lines = vec![text.say(&unit)];
    lines.extend(
        programme
            .rounding
            .note
            .iter()
            .map(|note| text.lang().of(note).to_owned()),
    );
    lines.push(match programme.earlier {
        EarlierRule::WithinCap => text.get("programme-earlier-within"),
        EarlierRule::NotStated => text.get("programme-earlier-not-stated"),
    });
    lines.push(match &programme.second {
        Some(second) => {
            let recurring = if second.recurring {
                phrase("programme-second-recurring")
            } else {
                phrase("programme-second-not-recurring")
            };
            let line = phrase("programme-second")
                .with("cap", thousands(second.cap))
                .with("recurring", recurring);
            text.say(&line)
        }
        None => text.get("programme-second-not-stated"),
    });
    lines
}

fn cost(rule: &CostRule, text: &Text) -> String {
    let sign = if rule.eligible {
        phrase("programme-cost-eligible")
    } else {
        phrase("programme-cost-not")
    };
    let said = rule.rule.as_ref().map(|it| text.lang().of(it)).unwrap_or_default();
    let dash = if said.is_empty() { "" } else { " — " };
    let name = named(text.lang().of(&rule.name), &rule.kind, text);
    format!("{} {name}{dash}{said}", text.say(&sign))
}

fn schedule(line: &ScheduleLine, text: &Text) -> String {
    let words = text.lang().of(&line.text).to_owned();
    match (line.from, line.to) {
        (Some(from), Some(to)) => format!("{from} – {to}  {words}"),
        (Some(from), None) => format!("{from} –  {words}"),
        (None, Some(to)) => format!("– {to}  {words}"),
        (None, None) => words,
    }
}

/// The amount that a scheme pays, with its way in words; `lines` are the costs where they were named line by line.
pub fn granted(
    programme: &Programme,
    application: &Application,
    lines: &[CostOutcome],
    text: &Text,
) -> Result<GrantFinding, GrantFault> {
    let amount = grant(programme, application)?;
    let of_source = source(programme);
    let step = |step: &GrantStep| GrantStepLine {
        rule: text.say(&step_phrase(programme, step, text)),
        value: step_value(step),
        source: of_source.clone(),
    };
    Ok(GrantFinding {
        schema: "yutori.grant/1".to_owned(),
        programme: programme.id.clone(),
        title: text.lang().of(&programme.title).to_owned(),
        unverified: programme.unverified,
        rate: amount.rate.to_string(),
        eligible_cost: amount.eligible_cost,
        cap: amount.cap,
        amount: amount.amount,
        lines: lines.iter().map(|it| cost_line(programme, it, text)).collect(),
        steps: amount.steps.iter().map(step).collect(),
        unmet: amount.unmet.iter().map(|it| unmet(programme, it, text)).collect(),
        notes: notes(programme, &amount, text),
    })
}

fn step_phrase(programme: &Programme, step: &GrantStep, text: &Text) -> Phrase {
    match step {
        GrantStep::Cost(_) => phrase("grant-step-cost"),
        GrantStep::RecurringLeftOut(_) => phrase("grant-step-recurring"),
        GrantStep::Rate(rate) => {
            let rule = programme.rates.iter().find(|rule| rule.rate == *rate);
            match rule.filter(|rule| !rule.any_of.is_empty()) {
                Some(rule) => {
                    phrase("grant-step-rate-any").with("conditions", conditions(programme, &rule.any_of, text))
                }
                None => phrase("grant-step-rate"),
            }
        }
        GrantStep::Part(_) => phrase("grant-step-part"),
        GrantStep::CutOff { unit, .. } => phrase("grant-step-cut-off").with("unit", thousands(*unit)),
        GrantStep::Cap { band, .. } => phrase("grant-step-cap").with("band", band_phrase(band)),
        GrantStep::SecondCap(_) => phrase("grant-step-second-cap"),
        GrantStep::Addition { condition, .. } => phrase("grant-step-addition").with(
            "condition",
            conditions(programme, std::slice::from_ref(condition), text),
        ),
        GrantStep::Earlier { granted, .. } => phrase("grant-step-earlier").with("granted", thousands(*granted)),
        GrantStep::Amount(_) => phrase("grant-step-amount"),
    }
}

fn step_value(step: &GrantStep) -> StepValue {
    match step {
        GrantStep::Rate(rate) => StepValue::Rate(rate.to_string()),
        GrantStep::Cost(yen)
        | GrantStep::RecurringLeftOut(yen)
        | GrantStep::Part(yen)
        | GrantStep::CutOff { yen, .. }
        | GrantStep::Cap { yen, .. }
        | GrantStep::SecondCap(yen)
        | GrantStep::Addition { yen, .. }
        | GrantStep::Earlier { left: yen, .. }
        | GrantStep::Amount(yen) => StepValue::Yen(*yen),
    }
}

fn unmet(programme: &Programme, unmet: &Unmet, text: &Text) -> String {
    let line = match unmet {
        Unmet::HigherRate { rate, any_of } => phrase("grant-unmet-rate")
            .with("rate", rate.to_string())
            .with("conditions", conditions(programme, any_of, text)),
        Unmet::Addition { condition, yen } => phrase("grant-unmet-addition")
            .with(
                "condition",
                conditions(programme, std::slice::from_ref(condition), text),
            )
            .with("yen", thousands(*yen)),
        Unmet::EarlierNotStated => phrase("grant-unmet-earlier"),
        Unmet::SecondNotStated => phrase("grant-unmet-second"),
    };
    text.say(&line)
}

fn cost_line(programme: &Programme, outcome: &CostOutcome, text: &Text) -> GrantCostLine {
    let rule = programme.cost(&outcome.line.kind);
    let words = |it: &crate::office::Bilingual| text.lang().of(it).to_owned();
    GrantCostLine {
        what: outcome.line.what.clone(),
        kind: outcome.line.kind.clone(),
        kind_name: rule.map_or_else(|| outcome.line.kind.clone(), |rule| words(&rule.name)),
        net: outcome.line.net,
        eligible: outcome.eligible,
        refused: outcome.refused.iter().map(|it| text.say(&refusal(it))).collect(),
        rule: rule.and_then(|rule| rule.rule.as_ref()).map(words),
    }
}

fn refusal(refusal: &Refusal) -> Phrase {
    match refusal {
        Refusal::Kind => phrase("grant-refused-kind"),
        Refusal::BeforeDecision { contracted, decided } => phrase("grant-refused-before")
            .with("contracted", contracted.to_string())
            .with("decided", decided.to_string()),
        Refusal::RecurringAtSecondTime => phrase("grant-refused-recurring"),
        Refusal::Tax(yen) => phrase("grant-refused-tax").with("yen", thousands(*yen)),
        Refusal::Elsewhere(yen) => phrase("grant-refused-elsewhere").with("yen", thousands(*yen)),
    }
}

fn notes(programme: &Programme, amount: &Grant, text: &Text) -> Vec<String> {
    let unverified = programme.unverified.then(|| text.get("grant-note-unverified"));
    let said = [amount.rounding_note.as_ref(), programme.rate_note.as_ref()];
    let said = said.into_iter().flatten().map(|note| text.lang().of(note).to_owned());
    unverified.into_iter().chain(said).collect()
}
