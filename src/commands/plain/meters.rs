//! ムリ・ムダ・ムラ and what-if as text.

use super::table::Table;
use crate::phrase::phrase;
use crate::report::finding::{Meter, MeterKind, MetersFinding, ScenarioFinding, ScenarioList};
use crate::report::{UNKNOWN, decimal_text, meter_change};
use crate::text::Text;

/// Each meter before and after with its change, then how it is measured and on what it stands.
pub(in crate::commands) fn meters(finding: &MetersFinding, text: &Text) -> String {
    let ends = match finding.waves.as_slice() {
        [first, .., last] => Some((first.id.as_str(), last.id.as_str())),
        _ => None,
    };
    let mut said = String::new();
    for (kind, title) in [
        (MeterKind::Muri, text.get("meters-muri")),
        (MeterKind::Mura, text.get("meters-mura")),
        (MeterKind::Muda, text.get("meters-muda")),
    ] {
        let mut head = vec![title];
        head.extend(finding.waves.iter().map(|wave| wave.label.clone()));
        if ends.is_some() {
            head.push(text.get("meters-column-change"));
        }
        let mut table = Table::new(&head);
        let of_kind = || finding.meters.iter().filter(|meter| meter.kind == kind);
        for meter in of_kind() {
            let mut row = vec![meter.name.clone()];
            row.extend(meter.values.iter().map(|value| value.shown.clone()));
            if let Some((from, to)) = ends {
                row.push(meter_change(meter, from, to).map_or_else(|| UNKNOWN.to_owned(), |said| text.say(&said)));
            }
            table.row(row);
        }
        said += &table.text();
        for meter in of_kind() {
            said += &explained(meter, finding);
        }
        said.push('\n');
    }
    said + &text.get("meters-note") + "\n"
}

/// How a meter is measured, and on what each wave stands.
fn explained(meter: &Meter, finding: &MetersFinding) -> String {
    let mut said = format!("  {}: {}\n", meter.name, meter.definition);
    for (wave, value) in finding.waves.iter().zip(&meter.values) {
        said += &["      ", &wave.label, ": ", &value.basis, "\n"].concat();
    }
    said
}

/// The scenarios by name.
pub(in crate::commands) fn scenarios(list: &ScenarioList, text: &Text) -> String {
    if list.scenarios.is_empty() {
        return text.get("scenario-none-yet") + "\n";
    }
    let mut table = Table::new(&[
        text.get("scenario-column-name"),
        text.get("column-wave"),
        text.get("scenario-column-moves"),
    ]);
    for scenario in &list.scenarios {
        table.row([
            scenario.name.clone(),
            scenario.wave_label.clone(),
            scenario.moves.to_string(),
        ]);
    }
    format!("{}\n{}", list.label, table.text())
}

/// The moves, the hours before and after, and what changes.
pub(in crate::commands) fn scenario(finding: &ScenarioFinding, text: &Text) -> String {
    let head = phrase("scenario-head")
        .with("name", finding.name.as_str())
        .with("wave", finding.wave_label.as_str())
        .with("days", finding.days)
        .with("sheets", finding.sheets);
    let mut said = format!("{}\n{}\n", finding.label, text.say(&head));
    for (number, step) in (1..).zip(&finding.moves) {
        said += &[&format!("{number:>3}. "), step.sentence.as_str(), "\n"].concat();
    }
    if let Some(fault) = &finding.fault {
        said += &["! ", fault, "\n"].concat();
    }
    let shown = |value: Option<f64>, decimals| value.map_or_else(|| UNKNOWN.to_owned(), |v| decimal_text(v, decimals));
    let mut hours = Table::new(&[
        text.get("column-hour"),
        text.get("scenario-column-before"),
        text.get("scenario-column-after"),
        text.get("scenario-column-short"),
    ]);
    for hour in &finding.hours {
        let short = hour.short.filter(|short| *short > 0.0);
        hours.row([
            hour.hour.to_string(),
            decimal_text(hour.before, 1),
            shown(hour.after, 1),
            short.map_or_else(String::new, |short| decimal_text(short, 1)),
        ]);
    }
    let mut effects = Table::new(&[
        text.get("scenario-column-figure"),
        text.get("scenario-column-before"),
        text.get("scenario-column-after"),
    ]);
    for effect in &finding.effects {
        effects.row([
            effect.name.clone(),
            shown(effect.before, effect.decimals),
            shown(effect.after, effect.decimals),
        ]);
    }
    said + "\n" + &effects.text() + "\n" + &hours.text() + "\n" + &text.get("scenario-note") + "\n"
}
