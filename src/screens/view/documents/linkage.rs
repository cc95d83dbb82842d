//! 連携: what is saved first, then the figures that it is computed from, slips that went as data, and published figures as 参考.

use ratatui::text::Line;

use crate::documents::Linkage;
use crate::phrase::phrase;
use crate::report::finding::LinkageFinding;
use crate::report::{UNKNOWN, linkage_step, whole_text, yen_text};
use crate::screens::desk::Shown;
use crate::screens::documents::{LinkageRow, linkage_rows};
use crate::screens::model::Model;
use crate::screens::pen::{Pen, Row};
use crate::screens::view::Room;
use crate::screens::widget::list::window;

/// Columns of a figure.
const FIGURE: usize = 12;

/// The view.
pub fn lines(model: &Model, shown: &Shown, pen: &Pen, room: Room) -> Vec<Line<'static>> {
    let theme = pen.theme();
    let found = &shown.linkage;
    let mut lines = pen.short_paragraph(&pen.clean(&found.sentence), room.width, 3, theme.strong());
    if found.before.is_some() && found.after.is_some() {
        lines.extend(saved(found, pen, room.width));
    }
    lines.extend(pen.short_paragraph(&pen.clean(&found.slips.sentence), room.width, 2, theme.text()));
    lines.push(pen.rule(room.width));
    let style = theme.faint();
    let free = room.width.saturating_sub(2 * FIGURE + 2);
    lines.push(
        Row::new()
            .cell(&pen.get("linkage-view-how"), free + 1, style)
            .right(&pen.get("linkage-before"), FIGURE, style)
            .right(&pen.get("linkage-after"), FIGURE, style)
            .line(),
    );
    let chosen = model.documents.linkage.row;
    let linkage = shown.holdings.documents.linkage.clone().unwrap_or_default();
    let mut items: Vec<Vec<Line<'static>>> = Vec::new();
    for row in linkage_rows(shown) {
        let mark = items.len() == chosen;
        items.push(vec![entry(shown, &linkage, &row, mark, pen, free)]);
    }
    for said in told(found, pen) {
        let style = if items.len() == chosen {
            theme.chosen()
        } else {
            theme.faint()
        };
        items.push(pen.paragraph(&said, room.width, style));
    }
    let rows = room.height.saturating_sub(lines.len());
    lines.extend(window(items, chosen, rows));
    lines
}

/// Saved in a month and in a year: minutes, yen with and without labour.
fn saved(found: &LinkageFinding, pen: &Pen, cells: usize) -> Vec<Line<'static>> {
    let theme = pen.theme();
    let number = |value: Option<i64>| value.map_or_else(|| pen.clean(UNKNOWN), whole_text);
    let saving = &found.saving;
    let free = cells.saturating_sub(2 * FIGURE + 2);
    let head = Row::new()
        .cell(&pen.get("linkage-view-saved"), free + 1, theme.faint())
        .right(&pen.get("linkage-sheet-saved-month"), FIGURE, theme.faint())
        .right(&pen.get("linkage-sheet-saved-year"), FIGURE, theme.faint())
        .line();
    let rows = [
        ("linkage-row-minutes", saving.minutes_a_month, saving.minutes_a_year),
        ("linkage-with-labour", saving.yen_a_month, saving.yen_a_year),
        (
            "linkage-without-labour",
            saving.expenses_a_month,
            saving.expenses_a_year,
        ),
    ];
    let rows = rows.map(|(key, month, year)| {
        Row::new()
            .cell(&pen.get(key), free + 1, theme.text())
            .right(&number(month), FIGURE, theme.text())
            .right(&number(year), FIGURE, theme.strong())
            .line()
    });
    [head].into_iter().chain(rows).collect()
}

/// A row that can be entered, with what stands in it before and after.
fn entry(shown: &Shown, linkage: &Linkage, row: &LinkageRow, chosen: bool, pen: &Pen, free: usize) -> Line<'static> {
    let theme = pen.theme();
    let figures = shown.holdings.catalog.linkage();
    let name = match row {
        LinkageRow::Months => pen.get("linkage-column-month"),
        LinkageRow::Costs => pen.get("linkage-row-costs"),
        LinkageRow::Pieces(way) => pen.say(&phrase("linkage-row-pieces").with("way", way.phrase())),
        LinkageRow::Minutes(_, step) => {
            let step = linkage_step(figures, step, pen.words());
            pen.say(&phrase("linkage-row-step").with("step", step))
        }
        LinkageRow::Yen(_) => pen.get("linkage-row-yen"),
    };
    let indent = match row {
        LinkageRow::Minutes(..) | LinkageRow::Yen(_) => "   ",
        _ => " ",
    };
    let mark = if chosen { ">" } else { " " };
    let values = match row {
        LinkageRow::Costs => [
            yen_text(shown.linkage.wage.map(i64::from), pen.words()),
            yen_text(shown.linkage.licence.yen.map(i64::from), pen.words()),
        ],
        _ => row.fields().map(|field| match linkage.shown(&field) {
            empty if empty.is_empty() => UNKNOWN.to_owned(),
            said => said,
        }),
    };
    let style = if chosen { theme.chosen() } else { theme.text() };
    let [before, after] = values.map(|value| pen.clean(&value));
    Row::new()
        .cell(&format!("{mark}{indent}{name}"), free + 1, style)
        .right(&before, FIGURE, style)
        .right(&after, FIGURE, style)
        .line()
}

/// What is told below the figures: what to bear in mind, slips by month, published figures.
fn told(found: &LinkageFinding, pen: &Pen) -> Vec<String> {
    let notes = found.notes.iter().map(|note| pen.clean(note));
    let slips = found.slips.months.iter().map(|month| {
        let number = |count: Option<usize>| count.map_or_else(|| UNKNOWN.to_owned(), |count| count.to_string());
        let said = phrase("linkage-view-slips")
            .with("month", month.month.to_string())
            .with("slips", month.slips)
            .with("sent", number(month.sent))
            .with("received", number(month.received))
            .with("partners", number(month.partners))
            .with("users", month.users);
        pen.say(&said)
    });
    let references = found.references.iter().map(|reference| {
        let said = phrase("linkage-text-reference-yen")
            .with("text", reference.text.as_str())
            .with("source", reference.source.as_str());
        pen.say(&said)
    });
    let heading = [pen.get("linkage-text-references")];
    notes.chain(slips).chain(heading).chain(references).collect()
}
