//! The saving by the linkage and the slips that went as data, as text.

use crate::commands::plain::Table;
use crate::phrase::phrase;
use crate::report::finding::{LinkageFinding, LinkageMonth, LinkageWayMonth, SlipMonth};
use crate::report::{UNKNOWN, thousands, whole_text, yen_text};
use crate::text::Text;

pub(super) fn told(finding: &LinkageFinding, text: &Text) -> String {
    let mut parts = vec![lines([&finding.sentence].into_iter().chain(&finding.notes))];
    if !finding.ways.is_empty() {
        parts.push(saving(finding, text));
        parts.push(ways(finding, text));
        parts.push(lines([&costs(finding, text), &finding.rule]));
    }
    parts.push(slips(finding, text));
    parts.push(references(finding, text));
    parts.join("\n")
}

fn lines<'a>(lines: impl IntoIterator<Item = &'a String>) -> String {
    lines.into_iter().flat_map(|line| [line.as_str(), "\n"]).collect()
}

fn heads(keys: &[&'static str], text: &Text) -> Vec<String> {
    keys.iter().map(|key| text.get(key)).collect()
}

fn known<T>(value: Option<T>, say: impl Fn(T) -> String) -> String {
    value.map_or_else(|| UNKNOWN.to_owned(), say)
}

/// Both months beside each other, with what is saved in a month and in a year.
fn saving(finding: &LinkageFinding, text: &Text) -> String {
    let side = |key, month: &Option<LinkageMonth>| match month {
        Some(month) => text.say(
            &phrase("linkage-text-month")
                .with("side", phrase(key))
                .with("month", month.month.to_string()),
        ),
        None => text.get(key),
    };
    let mut head = vec![
        String::new(),
        side("linkage-before", &finding.before),
        side("linkage-after", &finding.after),
    ];
    head.extend(heads(&["linkage-column-change", "linkage-column-year"], text));
    let mut table = Table::new(&head);
    let of = |value: fn(&LinkageMonth) -> Option<u64>, month: &Option<LinkageMonth>| {
        known(month.as_ref().and_then(value), thousands)
    };
    let mut row = |key, value: fn(&LinkageMonth) -> Option<u64>, saved: (Option<i64>, Option<i64>)| {
        table.row([
            text.get(key),
            of(value, &finding.before),
            of(value, &finding.after),
            known(saved.0, whole_text),
            known(saved.1, whole_text),
        ]);
    };
    let saved = &finding.saving;
    row(
        "linkage-row-minutes",
        |month| Some(month.minutes),
        (saved.minutes_a_month, saved.minutes_a_year),
    );
    row(
        "linkage-row-cost",
        |month| month.cost,
        (saved.yen_a_month, saved.yen_a_year),
    );
    row(
        "linkage-row-expenses",
        |month| Some(month.expenses),
        (saved.expenses_a_month, saved.expenses_a_year),
    );
    table.text()
}

fn ways(finding: &LinkageFinding, text: &Text) -> String {
    let mut table = Table::new(&heads(
        &[
            "linkage-column-way",
            "linkage-column-side",
            "linkage-column-step",
            "linkage-column-pieces",
            "linkage-column-each",
            "linkage-column-minutes",
            "linkage-column-expenses",
        ],
        text,
    ));
    for way in &finding.ways {
        for (key, month) in [("linkage-before", &way.before), ("linkage-after", &way.after)] {
            if let Some(month) = month {
                way_rows(&mut table, [&way.name, &text.get(key)], month, text);
            }
        }
    }
    table.text()
}

fn way_rows(table: &mut Table, [way, side]: [&String; 2], month: &LinkageWayMonth, text: &Text) {
    let (way, side, pieces) = (way.clone(), side.clone(), thousands(month.pieces));
    for step in &month.steps {
        table.row([
            way.clone(),
            side.clone(),
            step.name.clone(),
            pieces.clone(),
            step.minutes_per_piece.clone(),
            thousands(step.minutes),
            String::new(),
        ]);
    }
    table.row([
        way,
        side,
        text.get("linkage-total"),
        pieces,
        String::new(),
        thousands(month.minutes),
        thousands(month.expenses),
    ]);
}

/// Wage and licence, and where they come from.
fn costs(finding: &LinkageFinding, text: &Text) -> String {
    let wage = yen_text(finding.wage.map(i64::from), text);
    let whose = if finding.wage_of_ledger {
        format!(" ({})", text.get("linkage-text-of-ledger"))
    } else {
        String::new()
    };
    let licence = &finding.licence;
    let said = licence.note.as_ref().map(|note| format!(" {note}"));
    let own = licence.own.then(|| format!(" ({})", text.get("linkage-text-own")));
    format!(
        "{} {wage}{whose}\n{} {}{}{}",
        text.get("linkage-text-wage"),
        text.get("linkage-text-licence"),
        yen_text(licence.yen.map(i64::from), text),
        own.unwrap_or_default(),
        said.unwrap_or_default(),
    )
}

fn slips(finding: &LinkageFinding, text: &Text) -> String {
    let slips = &finding.slips;
    let said = lines([&slips.sentence]);
    if slips.months.is_empty() {
        return said;
    }
    let mut table = Table::new(&heads(
        &[
            "linkage-column-month",
            "linkage-column-slips",
            "linkage-column-planned",
            "linkage-column-done",
            "linkage-column-sent",
            "linkage-column-received",
            "linkage-column-partners",
            "linkage-column-users",
        ],
        text,
    ));
    for month in &slips.months {
        table.row(slip_cells(month));
    }
    format!("{said}{}{}", table.text(), lines(&slips.notes))
}

fn slip_cells(month: &SlipMonth) -> Vec<String> {
    let count = |count: usize| thousands(u32::try_from(count).unwrap_or(u32::MAX));
    vec![
        month.month.to_string(),
        count(month.slips),
        count(month.planned),
        count(month.done),
        known(month.sent, count),
        known(month.received, count),
        known(month.partners, count),
        count(month.users),
    ]
}

fn references(finding: &LinkageFinding, text: &Text) -> String {
    let mut said = vec![text.get("linkage-text-references")];
    said.extend(finding.references.iter().map(|reference| {
        let line = phrase("linkage-text-reference-yen")
            .with("text", reference.text.as_str())
            .with("source", reference.source.as_str());
        format!("  {}", text.say(&line))
    }));
    said.extend(finding.licences.iter().map(|price| {
        let line = phrase("linkage-licence-from")
            .with("from", price.from.to_string())
            .with("yen", yen_text(price.yen.map(i64::from), text));
        format!(
            "  {} {} {} ({})",
            text.get("linkage-text-licence"),
            text.say(&line),
            price.note,
            price.source
        )
    }));
    lines(&said)
}
