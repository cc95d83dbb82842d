//! What documents cost, by the office's own unit costs.

use super::words::yen_text;
use crate::documents::{Documents, Sum};
use crate::phrase::phrase;
use crate::report::finding::{DocumentMoney, YenLine};
use crate::text::Text;

pub(super) fn of(documents: &Documents, text: &Text) -> DocumentMoney {
    let costs = documents.ledger().costs;
    let total = documents.all_before_after();
    let sheets = [total.before.sheets, total.after.sheets].map(|sheets| costs.of_sheets(sheets?));
    let labour = [total.before.minutes, total.after.minutes].map(|minutes| costs.of_minutes(minutes?));
    let both = |place: usize| Some(sheets[place]? + labour[place]?);
    let lines = [sheets, labour, [both(0), both(1)]].map(line);
    DocumentMoney {
        paper: costs.paper.map(|yen| yen.to_string()),
        print: costs.print.map(|yen| yen.to_string()),
        wage: costs.wage,
        sheets: lines[0],
        labour: lines[1],
        total: lines[2],
        sentence: sentence(documents, &lines, text),
    }
}

/// Each figure is rounded once, from what is exact: a year is not twelve rounded months.
fn line([before, after]: [Option<Sum>; 2]) -> YenLine {
    let saved = before.zip(after).map(|(before, after)| before - after);
    YenLine {
        before: before.map(Sum::yen),
        after: after.map(Sum::yen),
        saved: saved.map(Sum::yen),
        saved_a_year: saved.map(|saved| saved.a_year().yen()),
    }
}

fn sentence(documents: &Documents, [sheets, labour, total]: &[YenLine; 3], text: &Text) -> String {
    let costs = documents.ledger().costs;
    let unset = [
        (costs.paper.is_none(), "papers-cost-paper"),
        (costs.print.is_none(), "papers-cost-print"),
        (costs.wage.is_none(), "papers-cost-wage"),
    ];
    let unset: Vec<String> = unset
        .into_iter()
        .filter(|(is_unset, _)| *is_unset)
        .map(|(_, key)| text.get(key))
        .collect();
    if !unset.is_empty() && sheets.saved_a_year.or(labour.saved_a_year).is_none() {
        return text.say(&phrase("papers-money-unset").with("costs", unset.join(&text.get("list-separator"))));
    }
    let yen = |line: &YenLine| yen_text(line.saved_a_year, text);
    if total.saved_a_year.is_some() {
        let said = phrase("papers-money")
            .with("total", yen(total))
            .with("sheets", yen(sheets))
            .with("labour", yen(labour));
        return text.say(&said);
    }
    match (sheets.saved_a_year, labour.saved_a_year) {
        (Some(_), _) => text.say(&phrase("papers-money-sheets").with("sheets", yen(sheets))),
        (None, Some(_)) => text.say(&phrase("papers-money-labour").with("labour", yen(labour))),
        (None, None) => text.get("papers-money-unknown"),
    }
}
