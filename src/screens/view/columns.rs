//! The headings of an answer table, each with what it is to mean, and the choices below.

use ratatui::style::Modifier;
use ratatui::text::Line;

use super::{Page, Room};
use crate::issues::SurveyColumn;
use crate::screens::columns::{Asked, ColumnRow, ColumnsPage, questionnaires};
use crate::screens::desk::Shown;
use crate::screens::model::Model;
use crate::screens::pen::{Pen, Row};
use crate::screens::text::{cut, width};

/// Cells for a heading, and for what is typed.
const HEADING: usize = 30;
const TYPED: usize = 10;
/// Rows of headings that are seen at once, at least.
const LEAST: usize = 4;

/// The page.
pub fn page(model: &Model, columns: &ColumnsPage, pen: &Pen, room: Room) -> Page {
    let Some(shown) = &model.shown else {
        return Page::default();
    };
    let theme = pen.theme();
    let mut lines = vec![Line::styled(pen.get("surveyin-map-title"), theme.strong())];
    lines.extend(pen.paragraph(&pen.get("surveyin-map-says"), room.width, theme.text()));
    lines.push(pen.rule(room.width));
    let free = room.height.saturating_sub(lines.len() + 1);
    let rows = columns.rows.len().min((free / 2).max(LEAST));
    let first = (columns.row + 1).saturating_sub(rows);
    let mut cursor = None;
    for (index, row) in columns.rows.iter().enumerate().skip(first).take(rows) {
        let is_chosen = index == columns.row;
        if is_chosen {
            let typed = width(&cut(&pen.clean(&row.typed.before_cursor()), TYPED));
            cursor = Some((2 + HEADING + 1 + typed, lines.len()));
        }
        lines.push(row_line(
            row,
            is_chosen,
            &meaning(row, columns, shown, pen),
            pen,
            room.width,
        ));
    }
    lines.push(pen.rule(room.width));
    let below = room.height.saturating_sub(lines.len());
    lines.extend(choices(columns, shown, pen, (room.width, below)));
    Page { lines, cursor }
}

fn row_line(row: &ColumnRow, is_chosen: bool, meaning: &str, pen: &Pen, cells: usize) -> Line<'static> {
    let theme = pen.theme();
    let style = if is_chosen { theme.strong() } else { theme.text() };
    let field = if is_chosen {
        style.add_modifier(Modifier::UNDERLINED)
    } else {
        style
    };
    let asked = match &row.asked {
        Asked::Questionnaire => pen.get("surveyin-map-questionnaire"),
        Asked::Heading(heading) => pen.clean(heading),
    };
    let free = cells.saturating_sub(HEADING + TYPED + 6);
    Row::new()
        .text(if is_chosen { "> " } else { "  " }, style)
        .cell(&cut(&asked, HEADING), HEADING, style)
        .gap(1)
        .cell(&cut(&pen.clean(row.typed.text()), TYPED), TYPED, field)
        .gap(2)
        .text(
            cut(meaning, free),
            if row.chosen.is_some() { style } else { theme.faint() },
        )
        .line()
}

/// What was chosen for a row, in words.
fn meaning(row: &ColumnRow, columns: &ColumnsPage, shown: &Shown, pen: &Pen) -> String {
    let said = match (&row.asked, row.chosen) {
        (Asked::Questionnaire, Some(at)) => questionnaires(shown)
            .get(at)
            .map(|it| pen.clean(pen.lang().of(&it.title))),
        (Asked::Heading(_), Some(at)) => columns
            .meanings(shown)
            .get(at)
            .map(|it| column_words(it, columns, shown, pen)),
        (_, None) => None,
    };
    said.unwrap_or_else(|| pen.get("surveyin-map-not-yet"))
}

fn column_words(column: &SurveyColumn, columns: &ColumnsPage, shown: &Shown, pen: &Pen) -> String {
    match (column.phrase(), column) {
        (Some(name), _) => pen.say(&name),
        (None, SurveyColumn::Statement(code)) => {
            let statement = columns.questionnaire(shown).and_then(|it| it.statement(code));
            statement.map_or_else(String::new, |it| pen.clean(pen.lang().of(&it.text)))
        }
        (None, _) => String::new(),
    }
}

/// What can be chosen for the row that has the keys, round the choice that was made.
fn choices(columns: &ColumnsPage, shown: &Shown, pen: &Pen, (cells, height): (usize, usize)) -> Vec<Line<'static>> {
    let Some(row) = columns.rows.get(columns.row) else {
        return Vec::new();
    };
    let words: Vec<(String, String)> = match row.asked {
        Asked::Questionnaire => questionnaires(shown)
            .iter()
            .map(|it| (it.id.clone(), pen.clean(pen.lang().of(&it.title))))
            .collect(),
        Asked::Heading(_) => columns
            .meanings(shown)
            .iter()
            .map(|it| (it.id().to_owned(), column_words(it, columns, shown, pen)))
            .collect(),
    };
    let code = words.iter().map(|(code, _)| width(code)).max().unwrap_or(0) + 1;
    let at = row.chosen.unwrap_or(0);
    let first = at.saturating_sub(height / 2).min(words.len().saturating_sub(height));
    let theme = pen.theme();
    words
        .iter()
        .enumerate()
        .skip(first)
        .take(height)
        .map(|(index, (id, name))| {
            let is_chosen = row.chosen == Some(index);
            let style = if is_chosen { theme.chosen() } else { theme.text() };
            Row::new()
                .text(if is_chosen { "> " } else { "  " }, style)
                .cell(id, code, style)
                .text(cut(name, cells.saturating_sub(code + 3)), style)
                .line()
        })
        .collect()
}
