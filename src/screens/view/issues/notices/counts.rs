//! The notices counted: kind by part of the day, the darker the more, then by place and by group.

use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::issues::TroubleKind;
use crate::phrase::phrase;
use crate::report::UNKNOWN;
use crate::report::finding::{NoticeCell, NoticeCount, NoticesFinding};
use crate::screens::pen::{Pen, Row};
use crate::screens::text::pad_left;
use crate::screens::theme::SHADES;
use crate::screens::view::Room;
use crate::screens::widget::bar::{as_f64, single};
use crate::screens::widget::list::window_from;

/// Signs for the five shades where there is no colour, from few to many; few have none.
const SIGNS: [&str; SHADES] = ["", ":", "+", "*", "#"];

/// Cells of the names and of the fields.
struct Columns {
    name: usize,
    field: usize,
}

/// The counts, from the line on that was chosen.
pub fn lines(found: &NoticesFinding, from: usize, pen: &Pen, room: Room) -> Vec<Line<'static>> {
    let theme = pen.theme();
    let mut lines = Vec::new();
    if let Some(sentence) = &found.sentence {
        lines.extend(pen.short_paragraph(&pen.clean(sentence), room.width, 2, theme.strong()));
    }
    let without = phrase("notices-without")
        .with("count", found.count)
        .with("kind", found.without_kind)
        .with("part", found.without_part)
        .with("weight", found.without_weight);
    lines.extend(pen.short_paragraph(&pen.say(&without), room.width, 2, theme.faint()));
    lines.extend(heat(found, pen, room.width));
    lines.push(Line::default());
    lines.extend(bars(found, pen, room.width));
    window_from(lines.into_iter().map(|line| vec![line]).collect(), from, room.height)
}

/// Kind by part of the day, with sums at the right and below.
fn heat(found: &NoticesFinding, pen: &Pen, cells: usize) -> Vec<Line<'static>> {
    let theme = pen.theme();
    let fields = found.parts.len() + 2;
    let columns = if cells >= 110 {
        Columns { name: 32, field: 9 }
    } else {
        Columns {
            name: cells.saturating_sub(fields * 7).max(8),
            field: 7,
        }
    };
    let most = found.heat.iter().flatten().map(|cell| cell.count).max().unwrap_or(0);
    let mut head = Row::new().cell(&pen.get("notices-heat-legend"), columns.name, theme.faint());
    for part in &found.parts {
        head = head.right(&part_name(part, pen), columns.field, theme.faint());
    }
    head = head.right(&pen.get("notices-sum"), columns.field, theme.faint());
    head = head.right(&pen.get("notices-weight"), columns.field, theme.faint());
    let mut lines = vec![head.line()];
    for ((place, kind), row) in found.kinds.iter().enumerate().zip(&found.heat) {
        let name = match TroubleKind::ALL.get(place) {
            Some(kind) if cells < 110 => pen.say(&kind.short()),
            _ => pen.clean(&kind.name),
        };
        let mut line = Row::new().cell(&name, columns.name, theme.text());
        for cell in row {
            line = line.parts(vec![field(*cell, most, &columns, pen)]);
        }
        line = line.right(&kind.cell.count.to_string(), columns.field, theme.strong());
        lines.push(line.right(&weight(kind.cell), columns.field, theme.text()).line());
    }
    let sums = |name: String, said: fn(NoticeCell) -> String, all: String, style: Style| {
        let mut line = Row::new().cell(&name, columns.name, style);
        for part in &found.parts {
            line = line.right(&said(part.cell), columns.field, style);
        }
        line.right(&all, columns.field, style).line()
    };
    let count = |cell: NoticeCell| cell.count.to_string();
    lines.push(sums(
        pen.get("notices-sum"),
        count,
        found.count.to_string(),
        theme.strong(),
    ));
    lines.push(sums(pen.get("notices-weight"), weight, String::new(), theme.text()));
    lines
}

/// A part of the day; those that say none have a short name.
fn part_name(part: &NoticeCount, pen: &Pen) -> String {
    match part.id {
        Some(_) => pen.clean(&part.name),
        None => pen.get("notices-unknown-part"),
    }
}

fn weight(cell: NoticeCell) -> String {
    cell.weight
        .map_or_else(|| UNKNOWN.to_owned(), |weight| weight.to_string())
}

/// A field: its count on a ground as dark as it holds many, or with a sign where there is no colour.
fn field(cell: NoticeCell, most: usize, columns: &Columns, pen: &Pen) -> Span<'static> {
    let theme = pen.theme();
    if cell.count == 0 {
        return Span::styled(pad_left(".", columns.field), theme.faint());
    }
    let shade = (cell.count * SHADES).div_ceil(most.max(1)).clamp(1, SHADES);
    let sign = if theme.has_no_colour() { SIGNS[shade - 1] } else { "" };
    Span::styled(
        pad_left(&format!("{sign}{}", cell.count), columns.field),
        theme.shade(shade),
    )
}

/// Bars by place at the left, by group at the right.
fn bars(found: &NoticesFinding, pen: &Pen, cells: usize) -> Vec<Line<'static>> {
    let half = cells.saturating_sub(2) / 2;
    let mut left = bars_of(&pen.get("notices-by-place"), &found.places, pen, half);
    if let Some(others) = &found.other_places {
        let name = phrase("notices-other-places").with("count", others.places);
        let at = left.len() - usize::from(found.places.last().is_some_and(|place| place.id.is_none()));
        left.insert(at, bar(&pen.say(&name), others.cell, 0, pen, half));
    }
    let mut right = bars_of(&pen.get("notices-by-group"), &found.groups, pen, half).into_iter();
    let rows = left.len().max(right.len());
    let mut left = left.into_iter();
    (0..rows)
        .map(|_| {
            let row = left.next().unwrap_or_default().to(half).gap(2);
            row.parts(right.next().map_or_else(Vec::new, |row| row.line().spans))
                .line()
        })
        .collect()
}

fn bars_of(title: &str, counts: &[NoticeCount], pen: &Pen, cells: usize) -> Vec<Row> {
    let most = counts.iter().map(|count| count.cell.count).max().unwrap_or(0);
    let heading = Row::new().text(title.to_owned(), pen.theme().strong());
    let bars = counts
        .iter()
        .map(|count| bar(&pen.clean(&count.name), count.cell, most, pen, cells));
    std::iter::once(heading).chain(bars).collect()
}

/// A name, its bar, its count and its weight.
fn bar(name: &str, cell: NoticeCell, most: usize, pen: &Pen, cells: usize) -> Row {
    let theme = pen.theme();
    let names = cells * 2 / 5;
    let room = cells.saturating_sub(names + 1 + 4 + 7);
    let bar = single(pen, 0, as_f64(cell.count), as_f64(most), room);
    let weight = cell.weight.map_or_else(String::new, |weight| format!("({weight})"));
    Row::new()
        .cell(name, names, theme.text())
        .gap(1)
        .parts(vec![bar])
        .to(names + 1 + room)
        .right(&cell.count.to_string(), 4, theme.text())
        .right(&weight, 7, theme.faint())
}
