//! The statements of one viewpoint.

use ratatui::text::Line;

use super::{bar, hidden, people, range, style};
use crate::phrase::phrase;
use crate::report::UNKNOWN;
use crate::report::finding::{ChallengeShare, ChallengeStatement, ChallengeViewpoint};
use crate::screens::figure::{percent, signed};
use crate::screens::model::Model;
use crate::screens::pen::{Pen, Row};
use crate::screens::view::Room;
use crate::screens::widget::list::window;

/// Rows of one statement at most.
const ROWS: usize = 3;

/// The statements in place of the list of viewpoints.
pub(super) fn page(model: &Model, viewpoint: &ChallengeViewpoint, pen: &Pen, room: Room) -> Vec<Line<'static>> {
    let theme = pen.theme();
    let chosen = model.issues.survey.row;
    let title = phrase("seen-statements-of")
        .with("code", viewpoint.code.as_str())
        .with("name", viewpoint.name.as_str());
    let mut lines = pen.short_paragraph(&pen.say(&title), room.width, 2, theme.strong());
    if viewpoint.hidden {
        lines.push(pen.line(hidden(pen)));
    }
    let items = viewpoint.statements.iter().enumerate().map(|(row, statement)| {
        let mut item = head(statement, row == chosen, pen, room.width);
        item.push(picture(statement, pen, room.width));
        item.push(detail(statement, pen));
        item.push(Line::default());
        item
    });
    let items: Vec<Vec<Line<'static>>> = items.collect();
    lines.push(Line::default());
    let note = pen.short_paragraph(&pen.get("seen-note-statements"), room.width, 1, theme.faint());
    let rows = room.height.saturating_sub(lines.len() + note.len());
    lines.extend(window(items, chosen, rows));
    lines.extend(note);
    lines
}

/// The statements of the chosen viewpoint below the list, where the page has room for all of them.
pub(super) fn preview(
    viewpoint: Option<&ChallengeViewpoint>,
    pen: &Pen,
    room: Room,
    used: usize,
) -> Vec<Line<'static>> {
    let Some(viewpoint) = viewpoint.filter(|it| !it.hidden) else {
        return Vec::new();
    };
    let free = room.height.saturating_sub(used);
    if free < viewpoint.statements.len() * ROWS + 2 {
        return Vec::new();
    }
    let title = phrase("seen-statements-of")
        .with("code", viewpoint.code.as_str())
        .with("name", viewpoint.name.as_str());
    let mut lines = vec![Line::default()];
    lines.extend(pen.short_paragraph(&pen.say(&title), room.width, 1, pen.theme().strong()));
    for statement in &viewpoint.statements {
        lines.extend(head(statement, false, pen, room.width));
        lines.push(picture(statement, pen, room.width));
    }
    lines
}

fn head(statement: &ChallengeStatement, chosen: bool, pen: &Pen, cells: usize) -> Vec<Line<'static>> {
    let said = format!("{}  {}", pen.clean(&statement.code), pen.clean(&statement.text));
    pen.short_paragraph(&said, cells, ROWS - 1, style(chosen, pen))
}

fn picture(statement: &ChallengeStatement, pen: &Pen, cells: usize) -> Line<'static> {
    let text = pen.theme().text();
    let Some(share) = statement.share else {
        let said = if statement.n.is_none() {
            hidden(pen)
        } else {
            pen.clean(UNKNOWN)
        };
        return Row::new().gap(4).text(said, text).line();
    };
    let row = Row::new()
        .gap(2)
        .right(&percent(Some(share)), 7, text)
        .right(&range(statement.interval, pen), 8, text)
        .right(&people(statement.n, pen), 7, text)
        .gap(1);
    let free = cells.saturating_sub(row.width());
    row.parts(bar(share, statement.interval, pen, 0, free)).line()
}

/// Floor and management, and who did not say how far it applies.
fn detail(statement: &ChallengeStatement, pen: &Pen) -> Line<'static> {
    let group = |group: &Option<ChallengeShare>| match group {
        Some(group) => pen.say(
            &phrase("seen-share-of-people")
                .with("share", percent(group.share))
                .with("people", group.n),
        ),
        None => hidden(pen),
    };
    let mut said = vec![
        pen.say(
            &phrase("seen-both-positions")
                .with("floor", group(&statement.floor))
                .with("management", group(&statement.management)),
        ),
    ];
    if let Some(gap) = statement.gap {
        said.push(pen.say(&phrase("seen-gap-points").with("points", signed(gap * 100.0, 1))));
    }
    match (statement.unknown, statement.missing) {
        (Some(unknown), Some(missing)) => said.push(
            pen.say(
                &phrase("seen-not-rated")
                    .with("unknown", unknown)
                    .with("missing", missing),
            ),
        ),
        _ if statement.n.is_some() => said.push(pen.get("seen-not-rated-few")),
        _ => {}
    }
    Row::new().gap(4).text(said.join("  "), pen.theme().faint()).line()
}
