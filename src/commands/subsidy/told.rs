//! Schemes and amounts as text.

use crate::commands::plain::Table;
use crate::office::printable;
use crate::phrase::phrase;
use crate::report::finding::{GrantCostLine, GrantFinding, ProgrammeFinding, ProgrammeList, StepValue};
use crate::report::thousands;
use crate::text::Text;

pub(super) fn list(list: &ProgrammeList, text: &Text) -> String {
    let head = [
        "subsidy-head-id",
        "subsidy-head-title",
        "subsidy-head-rates",
        "subsidy-head-cap",
    ];
    let mut table = Table::new(&head.map(|key| text.get(key)));
    for line in &list.programmes {
        let mark = if line.unverified {
            text.get("subsidy-unverified")
        } else {
            String::new()
        };
        table.row([
            line.id.clone(),
            format!("{}{mark}", line.title),
            line.rates.join("・"),
            yen(line.cap, text),
        ]);
    }
    table.text()
}

pub(super) fn programme(finding: &ProgrammeFinding, text: &Text) -> String {
    let title = phrase("programme-named")
        .with("name", finding.title.as_str())
        .with("id", finding.id.as_str());
    let mut lines = vec![text.say(&title)];
    if finding.unverified {
        lines.push(text.get("grant-note-unverified"));
    }
    for part in &finding.parts {
        lines.push(String::new());
        lines.push(part.heading.clone());
        lines.extend(part.lines.iter().map(|line| format!("  {line}")));
    }
    lines.push(String::new());
    lines.push(text.say(&phrase("subsidy-source").with("source", finding.source.as_str())));
    lines.join("\n") + "\n"
}

pub(super) fn grant(finding: &GrantFinding, text: &Text) -> String {
    let sentence = phrase("grant-sentence")
        .with("title", finding.title.as_str())
        .with("yen", thousands(finding.amount));
    let mut lines = vec![text.say(&sentence), String::new()];
    if !finding.lines.is_empty() {
        lines.extend(finding.lines.iter().flat_map(|line| cost(line, text)));
        lines.push(String::new());
    }
    let mut table = Table::new(&["grant-head-rule", "grant-head-value"].map(|key| text.get(key)));
    for step in &finding.steps {
        let value = match &step.value {
            StepValue::Yen(value) => yen(*value, text),
            StepValue::Rate(rate) => rate.clone(),
        };
        table.row([step.rule.clone(), value]);
    }
    lines.extend(table.text().lines().map(str::to_owned));
    for (heading, said) in [
        ("grant-heading-unmet", &finding.unmet),
        ("grant-heading-notes", &finding.notes),
    ] {
        if !said.is_empty() {
            lines.push(String::new());
            lines.push(text.get(heading));
            lines.extend(said.iter().map(|line| format!("  {line}")));
        }
    }
    if let Some(step) = finding.steps.first() {
        lines.push(String::new());
        lines.push(text.say(&phrase("subsidy-source").with("source", step.source.as_str())));
    }
    lines.join("\n") + "\n"
}

fn yen(value: u64, text: &Text) -> String {
    text.say(&phrase("yen").with("yen", thousands(value)))
}

fn cost(line: &GrantCostLine, text: &Text) -> Vec<String> {
    let name = if line.what.is_empty() {
        line.kind_name.clone()
    } else {
        text.say(
            &phrase("programme-named")
                .with("name", printable(&line.what))
                .with("id", line.kind_name.as_str()),
        )
    };
    let said = phrase("grant-line")
        .with("name", name)
        .with("net", thousands(line.net))
        .with("eligible", thousands(line.eligible));
    let reasons = line
        .refused
        .iter()
        .chain(&line.rule)
        .map(|reason| format!("  - {reason}"));
    std::iter::once(text.say(&said)).chain(reasons).collect()
}
