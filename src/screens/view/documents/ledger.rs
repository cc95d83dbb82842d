//! 台帳: the kinds with the figures of one month, and what is known of the chosen one.

use ratatui::text::Line;

use super::{known, month_text};
use crate::documents::{Counted, Document, DocumentMonth, Documents};
use crate::office::Month;
use crate::phrase::phrase;
use crate::report::{UNKNOWN, thousands};
use crate::screens::desk::Shown;
use crate::screens::documents::shown_month;
use crate::screens::model::Model;
use crate::screens::pen::{Pen, Row};
use crate::screens::view::Room;
use crate::screens::widget::list::window_of;

/// Columns of a figure.
const FIGURE: usize = 9;
/// Columns of the medium.
const MEDIUM: usize = 12;
/// Columns of the group, where there is room for it.
const GROUP: usize = 14;
/// Screens from this width on show the group.
const WITH_GROUP: usize = 90;
/// Screens from this width on show re-entries and plans.
const WITH_ALL: usize = 70;

/// The view.
pub fn lines(model: &Model, shown: &Shown, pen: &Pen, room: Room) -> Vec<Line<'static>> {
    let theme = pen.theme();
    let ledger = &shown.holdings.documents;
    let month = shown_month(model, shown);
    let mut lines = pen.short_paragraph(&sentence(ledger, month, pen), room.width, 2, theme.strong());
    lines.push(Line::default());
    lines.push(head(pen, room.width));
    let row = model.documents.ledger.row;
    let mut below = Vec::new();
    if let Some(kind) = ledger.kinds.get(row) {
        below.push(Line::default());
        below.extend(about(kind, ledger.month(kind.id, month), pen, room.width));
    }
    let keys = pen.get("paperview-ledger-keys");
    below.extend(pen.short_paragraph(&keys, room.width, 2, theme.faint()));
    let rows = room.height.saturating_sub(lines.len() + below.len());
    let mut list = window_of(ledger.kinds.len(), row, rows, |place| {
        let kind = ledger.kinds.get(place);
        kind.map_or_else(Line::default, |kind| {
            let counted = (ledger, month);
            line(kind, counted, place == row, pen, room.width)
        })
    });
    // What stands below keeps its place.
    list.resize(rows.min(list.len().max(1)), Line::default());
    lines.extend(list);
    lines.extend(below);
    lines
}

/// How many kinds there are, and how many were counted in the month.
fn sentence(ledger: &Documents, month: Month, pen: &Pen) -> String {
    let sheets = ledger.kinds.iter().map(|kind| ledger.month(kind.id, month)?.sheets());
    let sheets: Vec<Option<u64>> = sheets.collect();
    let missing = sheets.iter().filter(|sheets| sheets.is_none()).count();
    let sum: u64 = sheets.iter().flatten().sum();
    let said = if missing == sheets.len() {
        phrase("paperview-ledger-uncounted")
    } else {
        phrase("paperview-ledger-says").with("sheets", thousands(sum))
    };
    let said = said
        .with("kinds", sheets.len())
        .with("month", month_text(month, pen))
        .with("missing", missing);
    pen.say(&said)
}

fn name_cells(cells: usize) -> usize {
    let group = if cells >= WITH_GROUP { GROUP } else { 0 };
    let figures = if cells >= WITH_ALL { 4 } else { 2 };
    cells.saturating_sub(2 + group + MEDIUM + figures * FIGURE)
}

fn head(pen: &Pen, cells: usize) -> Line<'static> {
    let style = pen.theme().faint();
    let mut row = Row::new()
        .gap(2)
        .cell(&pen.get("paperview-list-name"), name_cells(cells), style);
    if cells >= WITH_GROUP {
        row = row.cell(&pen.get("paperview-list-group"), GROUP, style);
    }
    row = row
        .cell(&pen.get("paperview-list-medium"), MEDIUM, style)
        .right(&pen.get("paperview-list-sheets"), FIGURE, style)
        .right(&pen.get("paperview-list-minutes"), FIGURE, style);
    if cells >= WITH_ALL {
        row = row.right(&pen.get("paperview-list-reentries"), FIGURE, style).right(
            &pen.get("paperview-list-goal"),
            FIGURE,
            style,
        );
    }
    row.line()
}

fn line(
    kind: &Document,
    (ledger, month): (&Documents, Month),
    is_chosen: bool,
    pen: &Pen,
    cells: usize,
) -> Line<'static> {
    let theme = pen.theme();
    let counted = ledger.month(kind.id, month);
    let mark = if is_chosen { "> " } else { "  " };
    let medium = counted.map_or_else(|| pen.clean(UNKNOWN), |it| pen.say(&it.medium.phrase()));
    let goal = ledger.goal(kind.id, month).map(|goal| u64::from(goal.sheets));
    let name = name_cells(cells);
    let mut row = Row::new()
        .text(mark, theme.text())
        .cell(&pen.clean(&kind.name), name.saturating_sub(1), theme.text())
        .gap(1);
    if cells >= WITH_GROUP {
        row = row.cell(&pen.say(&kind.group.phrase()), GROUP, theme.text());
    }
    let figure = |of: Option<u64>| known(of, pen);
    row = row
        .cell(&medium, MEDIUM, theme.text())
        .right(&figure(counted.and_then(DocumentMonth::sheets)), FIGURE, theme.text())
        .right(&figure(counted.and_then(DocumentMonth::minutes)), FIGURE, theme.text());
    if cells >= WITH_ALL {
        row = row
            .right(
                &figure(counted.and_then(DocumentMonth::reentries)),
                FIGURE,
                theme.text(),
            )
            .right(&figure(goal), FIGURE, theme.text());
    }
    row.chosen(is_chosen, theme.chosen())
}

/// How the chosen kind is kept, and how its figures came to be known.
fn about(kind: &Document, counted: Option<&DocumentMonth>, pen: &Pen, cells: usize) -> Vec<Line<'static>> {
    let theme = pen.theme();
    let years = kind.keep_years.map_or_else(
        || phrase("paperview-keep-unknown"),
        |years| phrase("paperview-keep-years").with("years", u32::from(years)),
    );
    let kept = phrase("paperview-about")
        .with("name", kind.name.as_str())
        .with("group", kind.group.phrase())
        .with("storage", kind.storage.phrase())
        .with("years", years)
        .with("facts", kind.facts.len());
    let mut lines = pen.short_paragraph(&pen.say(&kept), cells, 2, theme.text());
    if let Some(Counted::Week { days, open_days }) = counted.map(|it| &it.counted) {
        let said = phrase("paperview-about-week")
            .with("days", days.len())
            .with("open", u32::from(*open_days));
        lines.extend(pen.short_paragraph(&pen.say(&said), cells, 2, theme.faint()));
    }
    lines
}

/// The question before the chosen kind is taken out.
pub fn remove_lines(model: &Model, pen: &Pen, room: Room) -> Vec<Line<'static>> {
    let theme = pen.theme();
    let ledger = model.shown.as_ref().map(|shown| &shown.holdings.documents);
    let kind = ledger.and_then(|ledger| ledger.kinds.get(model.documents.ledger.row));
    let Some((ledger, kind)) = ledger.zip(kind) else {
        return Vec::new();
    };
    let months = ledger.months.iter().filter(|it| it.document == kind.id).count();
    let title = phrase("paperview-remove-title").with("name", kind.name.as_str());
    let says = phrase("paperview-remove-says").with("months", months);
    let mut lines = pen.paragraph(&pen.say(&title), room.width, theme.strong());
    lines.push(Line::default());
    lines.extend(pen.paragraph(&pen.say(&says), room.width, theme.text()));
    lines
}
