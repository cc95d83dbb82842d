//! The results about documents as text and as JSON.

use clap::ArgMatches;

use crate::commands::plain::Table;
use crate::commands::results::Reading;
use crate::commands::{Answer, Context, book, show};
use crate::failure::Failure;
use crate::phrase::phrase;
use crate::report::finding::{DocumentFigures, DocumentLine, DocumentsFinding, RewritingFinding, YenLine};
use crate::report::{UNKNOWN, reduction_text, thousands};
use crate::text::Text;

pub(super) fn run(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    let reading = Reading::of(&book::open(context, matches)?)?;
    let finding = reading.documents(&reading.all_comparisons(context.text)?, context.text)?;
    if context.json {
        return show::json(&finding).map(Answer::done);
    }
    Ok(Answer::done(told(&finding, context.text)))
}

fn told(finding: &DocumentsFinding, text: &Text) -> String {
    let mut parts = vec![head(finding, text)];
    if !finding.is_empty() {
        parts.push(part("papers-show-kinds", &kinds(finding, text), text));
        parts.push(part("papers-show-money", &money(finding, text), text));
        parts.push(part(
            "papers-show-storage",
            &format!("{}\n", finding.storage.sentence),
            text,
        ));
        if !finding.plan.is_empty() {
            parts.push(part("papers-show-plan", &plan(finding, text), text));
        }
        parts.push(part("papers-show-trend", &trend(finding, text), text));
    }
    if !finding.kinds.is_empty() {
        parts.push(part("papers-show-facts", &rewriting(&finding.rewriting, text), text));
    }
    if !finding.is_empty() {
        parts.push(part("papers-show-rule", &format!("{}\n", finding.rule.text), text));
    }
    parts.join("\n")
}

fn part(title: &'static str, body: &str, text: &Text) -> String {
    format!("{}\n{body}", text.get(title))
}

fn head(finding: &DocumentsFinding, text: &Text) -> String {
    let mut lines = vec![finding.sentence.clone()];
    lines.extend((!finding.halving.bring_sentence.is_empty()).then(|| finding.halving.bring_sentence.clone()));
    lines.extend(finding.remarks.iter().cloned());
    let months = match (&finding.before, &finding.after) {
        (Some(before), Some(after)) => Some(
            phrase("papers-show-months")
                .with("before", before.label.as_str())
                .with("after", after.label.as_str()),
        ),
        (Some(before), None) => Some(phrase("papers-show-month").with("before", before.label.as_str())),
        _ => None,
    };
    lines.extend(months.map(|months| text.say(&months)));
    lines.join("\n") + "\n"
}

fn number(number: Option<u64>) -> String {
    number.map_or_else(|| UNKNOWN.to_owned(), thousands)
}

fn signed(number: Option<i64>) -> String {
    let text = |number: i64| {
        let sign = if number < 0 { "-" } else { "" };
        format!("{sign}{}", thousands(number.unsigned_abs()))
    };
    number.map_or_else(|| UNKNOWN.to_owned(), text)
}

fn titles(keys: &[&'static str], text: &Text) -> Vec<String> {
    keys.iter().map(|key| text.get(key)).collect()
}

fn kinds(finding: &DocumentsFinding, text: &Text) -> String {
    let mut table = Table::new(&titles(
        &[
            "papers-column-kind",
            "papers-column-medium",
            "papers-column-before",
            "papers-column-after",
            "papers-column-change",
            "papers-column-halved",
            "papers-column-missing",
            "papers-column-minutes-before",
            "papers-column-minutes-after",
            "papers-column-reentry-before",
            "papers-column-reentry-after",
        ],
        text,
    ));
    for kind in &finding.kinds {
        table.row(row(&kind.name, &kind.medium_text, &kind.figures, text));
    }
    table.row(row(&text.get("papers-total"), "", &finding.total, text));
    let scaled = finding.kinds.iter().flat_map(remarks);
    let scaled: String = scaled.map(|line| line + "\n").collect();
    table.text() + &scaled
}

/// How a kind was scaled, and why it cannot be assessed.
fn remarks(kind: &DocumentLine) -> Vec<String> {
    let said = kind.scaled.iter().chain(&kind.figures.halved_why);
    said.map(|said| format!("  {}：{said}", kind.name)).collect()
}

fn row(name: &str, medium: &str, figures: &DocumentFigures, text: &Text) -> Vec<String> {
    let change = match (figures.sheets_before, figures.sheets_after) {
        (Some(before), Some(after)) => reduction_text(before, after),
        _ => UNKNOWN.to_owned(),
    };
    let halved = match figures.halved {
        Some(true) => "papers-halved-yes",
        Some(false) => "papers-halved-no",
        None => "papers-halved-unknown",
    };
    vec![
        name.to_owned(),
        medium.to_owned(),
        number(figures.sheets_before),
        number(figures.sheets_after),
        change,
        text.get(halved),
        number(figures.missing),
        number(figures.minutes_before),
        number(figures.minutes_after),
        number(figures.reentry_before),
        number(figures.reentry_after),
    ]
}

fn money(finding: &DocumentsFinding, text: &Text) -> String {
    let money = &finding.money;
    let lines = [
        ("papers-money-row-sheets", money.sheets),
        ("papers-money-row-labour", money.labour),
        ("papers-money-row-total", money.total),
    ];
    if lines.iter().all(|(_, line)| *line == YenLine::default()) {
        return format!("{}\n", money.sentence);
    }
    let mut table = Table::new(&titles(
        &[
            "papers-column-what",
            "papers-column-money-before",
            "papers-column-money-after",
            "papers-column-money-saved",
            "papers-column-money-year",
        ],
        text,
    ));
    for (name, line) in lines {
        let yen = [line.before, line.after, line.saved, line.saved_a_year].map(signed);
        table.row([&[text.get(name)], &yen[..]].concat());
    }
    format!("{}\n{}", money.sentence, table.text())
}

fn plan(finding: &DocumentsFinding, text: &Text) -> String {
    let mut table = Table::new(&titles(
        &[
            "papers-column-month",
            "papers-column-planned",
            "papers-column-reached",
            "papers-column-what",
        ],
        text,
    ));
    for year in &finding.plan {
        table.row([
            year.month.month.to_string(),
            number(year.planned),
            number(year.reached),
            year.sentence.clone(),
        ]);
    }
    table.text()
}

fn trend(finding: &DocumentsFinding, text: &Text) -> String {
    let mut table = Table::new(&titles(
        &[
            "papers-column-month",
            "papers-column-sheets",
            "papers-column-minutes",
            "papers-column-reentries",
            "papers-column-counted",
        ],
        text,
    ));
    for month in &finding.trend {
        let counted = phrase("papers-counted-of")
            .with("counted", month.counted)
            .with("of", finding.kinds.len());
        table.row([
            month.month.month.to_string(),
            number(month.sheets),
            number(month.minutes),
            number(month.reentries),
            text.say(&counted),
        ]);
    }
    table.text()
}

fn rewriting(finding: &RewritingFinding, text: &Text) -> String {
    let mut lines = vec![finding.sentence.clone()];
    lines.extend(finding.facts.iter().map(|fact| {
        let said = phrase("rewriting-facts")
            .with("name", fact.name.as_str())
            .with("documents", fact.first + fact.again + fact.once)
            .with("first", fact.first)
            .with("again", fact.again)
            .with("once", fact.once);
        format!("  {}", text.say(&said))
    }));
    let mut said = lines.join("\n") + "\n";
    if !finding.predicted.lines.is_empty() {
        said.push_str(&predictions(finding, text));
        let ledger = [&text.get("rewriting-show-ledger"), "：", &finding.ledger.sentence, "\n"];
        said.extend(ledger);
    }
    let measured = finding.measured.iter().map(|it| {
        let said = phrase("rewriting-measured")
            .with("name", it.name.as_str())
            .with("per", it.per.as_str())
            .with("from", it.from.as_str())
            .with("to", it.to.as_str())
            .with("n", it.n.as_str())
            .with("before", it.before.as_str())
            .with("after", it.after.as_str())
            .with("difference", it.difference.as_str())
            .with("verdict", it.verdict_word.as_str());
        text.say(&said)
    });
    let mut measured: Vec<String> = measured.collect();
    if measured.is_empty() {
        measured.push(text.get("rewriting-measured-none"));
    }
    let title = text.get("rewriting-show-measured");
    said.extend(measured.into_iter().map(|line| format!("{title}：{line}\n")));
    said.extend(finding.remarks.iter().map(|remark| format!("{remark}\n")));
    said
}

fn predictions(finding: &RewritingFinding, text: &Text) -> String {
    let mut table = Table::new(&titles(
        &[
            "papers-column-kind",
            "papers-column-pieces",
            "papers-column-once",
            "papers-column-each",
            "papers-column-times",
            "papers-column-minutes-fewer",
            "papers-column-ledger",
        ],
        text,
    ));
    for line in &finding.predicted.lines {
        table.row([
            line.name.clone(),
            number(line.pieces),
            line.once.to_string(),
            line.minutes_each.clone().unwrap_or_else(|| UNKNOWN.to_owned()),
            number(line.times),
            number(line.minutes),
            signed(line.ledger_minutes),
        ]);
    }
    format!("{}：\n{}", text.get("rewriting-show-predicted"), table.text())
}
