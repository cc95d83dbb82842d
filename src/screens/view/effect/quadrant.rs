//! 効率と質: the pairs around a cross at no change, beside it what they are and what may be said of the chosen one.

mod cross;

use ratatui::text::Line;

use self::cross::Cross;
use crate::phrase::phrase;
use crate::report::finding::{QuadrantEnd, QuadrantFinding, QuadrantPlace, QuadrantPoint};
use crate::screens::desk::Shown;
use crate::screens::model::Model;
use crate::screens::pen::{Pen, Row};
use crate::screens::text::{cut, width};
use crate::screens::view::Room;
use crate::screens::widget::list::window;

/// Cells of the number of a pair.
const NUMBER: usize = 3;

/// The view.
pub fn lines(model: &Model, shown: &Shown, pen: &Pen, room: Room) -> Vec<Line<'static>> {
    let theme = pen.theme();
    let found = &shown.effect.quadrant;
    let sentence = pen.clean(&found.sentence);
    if found.points.is_empty() {
        let mut lines = pen.paragraph(&sentence, room.width, theme.strong());
        lines.extend(left_out(
            found,
            pen,
            room.width,
            room.height.saturating_sub(lines.len()),
        ));
        return lines;
    }
    let roomy = room.height >= 30;
    let mut lines = pen.short_paragraph(&sentence, room.width, 2, theme.strong());
    lines.extend(roomy.then(Line::default));
    let mut left = left_out(found, pen, room.width, if roomy { 7 } else { 2 });
    if roomy && !left.is_empty() {
        left.insert(0, Line::default());
    }
    let row = model.effect.quadrant.row;
    let rows = room.height.saturating_sub(lines.len() + left.len());
    let cross = Cross::of(room.width, rows);
    let picture = cross.lines(found, row, pen);
    let gap = cross.width() + 2;
    let beside = beside(found, row, pen, (room.width.saturating_sub(gap), rows));
    let all = picture.len().max(beside.len());
    let (mut picture, mut beside) = (picture.into_iter(), beside.into_iter());
    lines.extend((0..all).map(|_| {
        let drawn = picture.next().map_or_else(Vec::new, |line| line.spans);
        let told = beside.next().map_or_else(Vec::new, |line| line.spans);
        Row::new().parts(drawn).to(gap).parts(told).line()
    }));
    lines.extend(left);
    lines
}

/// What has no place in the picture, one under the other where there is room, else one after the other.
fn left_out(found: &QuadrantFinding, pen: &Pen, cells: usize, rows: usize) -> Vec<Line<'static>> {
    let style = pen.theme().faint();
    if found.left_out.is_empty() {
        return Vec::new();
    }
    let said = |left: &str| pen.say(&phrase("quadrant-chart-left").with("left", left));
    if rows > 2 && found.left_out.len() < rows {
        let head = Line::styled(said(""), style);
        let each = found.left_out.iter();
        return [head]
            .into_iter()
            .chain(each.flat_map(|left| pen.short_paragraph(&format!("  {}", pen.clean(left)), cells, 1, style)))
            .collect();
    }
    let all = said(&found.left_out.join(&pen.get("quadrant-left-between")));
    pen.short_paragraph(&all, cells, rows, style)
}

/// The pairs, and below them the chosen one.
fn beside(found: &QuadrantFinding, row: usize, pen: &Pen, (cells, rows): (usize, usize)) -> Vec<Line<'static>> {
    let least = found.points.len().min(3);
    let mut detail = found
        .points
        .get(row)
        .map_or_else(Vec::new, |point| detail(point, pen, cells));
    detail.truncate(rows.saturating_sub(least));
    let free = rows.saturating_sub(detail.len());
    let full = found.points.len() * 3 <= free;
    let items = found
        .points
        .iter()
        .enumerate()
        .map(|(place, point)| item(point, place == row, full, pen, cells))
        .collect();
    let mut lines = window(items, row, free);
    lines.extend(detail);
    lines
}

/// The number as it stands in the picture: what is not clear is hollow.
fn number(point: &QuadrantPoint) -> String {
    match point.place {
        QuadrantPlace::Unclear => format!("({})", point.number),
        _ => point.number.to_string(),
    }
}

/// Number, sign and word of a pair; both ends with their figures where there is room for all, else their names.
fn item(point: &QuadrantPoint, is_chosen: bool, full: bool, pen: &Pen, cells: usize) -> Vec<Line<'static>> {
    let theme = pen.theme();
    let told = match point.place {
        QuadrantPlace::Both => theme.good(),
        QuadrantPlace::Unclear => theme.text(),
        QuadrantPlace::Bought | QuadrantPlace::Costly | QuadrantPlace::Neither => theme.bad(),
    };
    let word = format!("{} {}", point.place.sign(), pen.say(&point.place.word()));
    let row = Row::new()
        .cell(&number(point), NUMBER + 1, theme.strong())
        .text(word, told);
    let names = format!(
        "{} x {}",
        pen.clean(&point.efficiency.name),
        pen.clean(&point.quality.name)
    );
    let free = cells.saturating_sub(row.width() + 2);
    let row = if full || free < 8 {
        row.to(cells)
    } else {
        row.gap(2).cell(&cut(&names, free), free, theme.text())
    };
    let mut lines = vec![row.chosen(is_chosen, theme.chosen())];
    if full {
        lines.extend([&point.efficiency, &point.quality].map(|end| {
            let figures = pen.clean(&end.shown);
            let free = cells.saturating_sub(NUMBER + 2 + width(&figures));
            Row::new()
                .gap(NUMBER + 1)
                .cell(&cut(&pen.clean(&end.name), free), free, theme.text())
                .gap(1)
                .text(figures, theme.text())
                .line()
        }));
    }
    lines
}

/// What may be said of the chosen pair, with both ends and their verdicts.
fn detail(point: &QuadrantPoint, pen: &Pen, cells: usize) -> Vec<Line<'static>> {
    let theme = pen.theme();
    let mut lines = vec![pen.rule(cells)];
    let end = |end: &QuadrantEnd| {
        let said = phrase("quadrant-chart-end")
            .with("name", end.name.as_str())
            .with("change", end.shown.as_str())
            .with("verdict", end.verdict.word())
            .with("n", end.n.as_str());
        pen.short_paragraph(&pen.say(&said), cells, 3, theme.text())
    };
    lines.extend(pen.short_paragraph(&pen.clean(&point.sentence), cells, 6, theme.strong()));
    lines.extend(end(&point.efficiency));
    lines.extend(end(&point.quality));
    if let (Some(number), Some(text)) = (point.measure, &point.measure_text) {
        let said = phrase("quadrant-measure")
            .with("number", number)
            .with("text", text.as_str());
        lines.extend(pen.short_paragraph(&pen.say(&said), cells, 2, theme.faint()));
    }
    lines
}
