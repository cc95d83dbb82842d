//! 転記: documents below each other, facts beside each other, and how each fact gets where it stands.

use std::collections::BTreeSet;

use ratatui::text::Line;

use crate::documents::{Document, FactWay};
use crate::phrase::phrase;
use crate::report::finding::RewritingFinding;
use crate::screens::desk::Shown;
use crate::screens::documents::{fact_columns, fact_name};
use crate::screens::model::Model;
use crate::screens::pen::{Pen, Row};
use crate::screens::text::{cut, graphemes};
use crate::screens::view::Room;
use crate::screens::widget::list::window_of;

/// Columns of a fact: one wide letter and its gap.
const FIELD: usize = 3;
/// Columns of the counts at the right edge.
const EDGE: usize = 10;
/// Columns of the names of documents, at least and at most.
const NAMES: (usize, usize) = (18, 32);
/// Lines of a name that is written downwards.
const HEAD: usize = 4;

/// The view.
pub fn lines(model: &Model, shown: &Shown, pen: &Pen, room: Room) -> Vec<Line<'static>> {
    let theme = pen.theme();
    let ledger = &shown.holdings.documents;
    let facts = fact_columns(ledger, &shown.holdings.catalog);
    let names: Vec<String> = facts
        .iter()
        .map(|id| pen.clean(fact_name(&shown.holdings.catalog, id, pen.lang())))
        .collect();
    let mut lines = pen.short_paragraph(&sentence(&ledger.kinds, pen), room.width, 2, theme.strong());
    if facts.is_empty() {
        lines.push(Line::default());
        lines.extend(pen.paragraph(&pen.get("paperview-facts-none"), room.width, theme.text()));
        return lines;
    }
    let at = model.documents.facts;
    let columns = Columns::of(facts.len(), at.column, room.width);
    let head = if room.height < 20 { HEAD - 1 } else { HEAD };
    lines.extend(columns.head(&names, at.column, head, pen));
    let mut below = vec![columns.foot(&facts, &ledger.kinds, pen)];
    below.extend(chosen(model, shown, &names, pen, room));
    let rows = room.height.saturating_sub(lines.len() + below.len());
    let mut list = window_of(ledger.kinds.len(), at.row, rows, |place| {
        let kind = ledger.kinds.get(place);
        kind.map_or_else(Line::default, |kind| {
            columns.row(kind, &facts, (place == at.row).then_some(at.column), pen)
        })
    });
    list.resize(rows.min(list.len().max(1)), Line::default());
    lines.extend(list);
    lines.extend(below);
    lines
}

/// How many facts stand in how many documents, and how many of them are written again.
fn sentence(kinds: &[Document], pen: &Pen) -> String {
    let uses = || kinds.iter().flat_map(|kind| &kind.facts);
    let of = |way| uses().filter(|it| it.way == way).count();
    let facts: BTreeSet<&str> = uses().map(|it| it.fact.as_str()).collect();
    let said = phrase("paperview-facts-says")
        .with("facts", facts.len())
        .with("again", of(FactWay::Again))
        .with("once", of(FactWay::Once));
    pen.say(&said)
}

/// The letter for a way.
fn sign(way: FactWay, pen: &Pen) -> String {
    match way {
        FactWay::First => pen.get("paperview-sign-first"),
        FactWay::Again => pen.get("paperview-sign-again"),
        FactWay::Once => pen.get("paperview-sign-once"),
    }
}

/// Which facts are seen.
struct Columns {
    names: usize,
    first: usize,
    count: usize,
    all: usize,
}

impl Columns {
    fn of(all: usize, at: usize, cells: usize) -> Self {
        let free = cells.saturating_sub(2 + EDGE);
        let names = free.saturating_sub(all * FIELD).clamp(NAMES.0, NAMES.1);
        let count = (free.saturating_sub(names) / FIELD).clamp(1, all.max(1));
        let first = (at / count * count).min(all.saturating_sub(count));
        Self {
            names,
            first,
            count,
            all,
        }
    }

    fn seen(&self) -> std::ops::Range<usize> {
        self.first..self.first + self.count
    }

    /// The names of the facts, written downwards.
    fn head(&self, names: &[String], at: usize, height: usize, pen: &Pen) -> Vec<Line<'static>> {
        let theme = pen.theme();
        let line = |level: usize| {
            let is_last = level + 1 == height;
            let before = if self.first > 0 && is_last { "<" } else { " " };
            let mut row = Row::new()
                .cell("", self.names + 1, theme.faint())
                .text(before, theme.key());
            for column in self.seen() {
                let letters = names.get(column).map(|name| graphemes(name)).unwrap_or_default();
                let letter = letters.get(level).copied().unwrap_or(" ");
                let style = if column == at { theme.strong() } else { theme.faint() };
                row = row.cell(letter, FIELD, style);
            }
            if is_last && self.first + self.count < self.all {
                row = row.text(">", theme.key());
            }
            if is_last {
                row = row.right(&pen.get("paperview-facts-edge"), EDGE - 1, theme.faint());
            }
            row.line()
        };
        (0..height).map(line).collect()
    }

    fn row(&self, kind: &Document, facts: &[String], at: Option<usize>, pen: &Pen) -> Line<'static> {
        let theme = pen.theme();
        let mark = if at.is_some() { "> " } else { "  " };
        let style = if at.is_some() { theme.strong() } else { theme.text() };
        let mut row = Row::new().cell(
            &format!("{mark}{}", cut(&pen.clean(&kind.name), self.names - 1)),
            self.names + 2,
            style,
        );
        for column in self.seen() {
            let way = facts
                .get(column)
                .and_then(|fact| kind.facts.iter().find(|it| it.fact == *fact))
                .map(|it| it.way);
            let text = way.map_or_else(|| ".".to_owned(), |way| sign(way, pen));
            let style = match way {
                _ if at == Some(column) => theme.chosen(),
                Some(FactWay::Again) => theme.bad(),
                Some(FactWay::Once) => theme.good(),
                Some(FactWay::First) => theme.text(),
                None => theme.faint(),
            };
            row = row.cell(&text, FIELD - 1, style).gap(1);
        }
        let of = |way| kind.facts.iter().filter(|it| it.way == way).count();
        let edge = format!("{} {}", of(FactWay::Again), of(FactWay::Once));
        row.right(&edge, EDGE - 1, theme.text()).line()
    }

    /// In how many documents each fact is written again.
    fn foot(&self, facts: &[String], kinds: &[Document], pen: &Pen) -> Line<'static> {
        let theme = pen.theme();
        let label = pen.get("paperview-facts-foot");
        let mut row = Row::new().cell(
            &format!("  {}", cut(&label, self.names - 1)),
            self.names + 2,
            theme.faint(),
        );
        for column in self.seen() {
            let fact = facts.get(column);
            let uses = kinds.iter().flat_map(|kind| &kind.facts);
            let again = uses
                .filter(|it| it.way == FactWay::Again && Some(&it.fact) == fact)
                .count();
            row = row.cell(&again.to_string(), FIELD - 1, theme.faint()).gap(1);
        }
        row.line()
    }
}

/// What the chosen field says in words.
fn chosen(model: &Model, shown: &Shown, names: &[String], pen: &Pen, room: Room) -> Vec<Line<'static>> {
    let theme = pen.theme();
    let at = model.documents.facts;
    let ledger = &shown.holdings.documents;
    let facts = fact_columns(ledger, &shown.holdings.catalog);
    let Some(((kind, fact), name)) = ledger
        .kinds
        .get(at.row)
        .zip(facts.get(at.column))
        .zip(names.get(at.column))
    else {
        return Vec::new();
    };
    let way = kind.facts.iter().find(|it| it.fact == *fact).map(|it| it.way);
    let way = way.map_or_else(|| phrase("paperview-fact-not-there"), FactWay::phrase);
    let said = phrase("paperview-fact-chosen")
        .with("name", kind.name.as_str())
        .with("fact", name.as_str())
        .with("way", way);
    let mut lines = pen.short_paragraph(&pen.say(&said), room.width, 2, theme.strong());
    let legend = phrase("paperview-facts-legend")
        .with("first", FactWay::First.phrase())
        .with("again", FactWay::Again.phrase())
        .with("once", FactWay::Once.phrase());
    lines.extend(pen.short_paragraph(&pen.say(&legend), room.width, 2, theme.faint()));
    lines.extend(saving(&shown.documents.rewriting, pen, room));
    lines
}

/// What entering once would save, beside what the ledger and the surveys say; each with its own unit, never mixed.
fn saving(finding: &RewritingFinding, pen: &Pen, room: Room) -> Vec<Line<'static>> {
    let theme = pen.theme();
    let mut told = vec![
        pen.clean(&finding.predicted.sentence),
        pen.clean(&finding.ledger.sentence),
    ];
    told.extend(finding.measured.iter().map(|it| {
        let said = phrase("paperview-facts-measured")
            .with("name", it.name.as_str())
            .with("before", it.before.as_str())
            .with("after", it.after.as_str())
            .with("difference", it.difference.as_str())
            .with("n", it.n.as_str())
            .with("verdict", it.verdict_word.as_str());
        pen.say(&said)
    }));
    // A small screen keeps room for the matrix.
    let most = if room.height < 24 { 3 } else { 8 };
    let lines = told.iter().filter(|said| !said.is_empty());
    lines
        .flat_map(|said| pen.short_paragraph(said, room.width, 2, theme.text()))
        .take(most)
        .collect()
}
