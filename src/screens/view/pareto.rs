//! 時間, tasks from the longest to the shortest, before and after, with the running total of their shares.

use ratatui::text::{Line, Span};

use super::Room;
use super::change::{Change, Unit};
use crate::phrase::phrase;
use crate::report::finding::{Pareto, ParetoLine};
use crate::screens::figure::{percent, round_percent, tenth};
use crate::screens::model::Model;
use crate::screens::pen::{Pen, Row};
use crate::screens::widget::bar;
use crate::screens::widget::list::window_of;

/// The share of the minutes that the sentence counts the tasks of.
const MOST: f64 = 0.8;
/// Cells of both values, the change, and the running total.
const VALUES: usize = 15;
const CHANGE: usize = 8;
const TOTAL: usize = 7;

/// The view, below the choices of the tab.
pub fn lines(model: &Model, pareto: &Pareto, pen: &Pen, room: Room) -> Vec<Line<'static>> {
    let theme = pen.theme();
    let chosen = model.time.row;
    let mut lines = pen.short_paragraph(&sentence(pareto, chosen, pen), room.width, 2, theme.text());
    lines.push(header(pareto, pen, room.width));
    let longest = pareto
        .lines
        .iter()
        .flat_map(|line| &line.values)
        .filter_map(|value| value.per_person_day)
        .fold(0.0, f64::max);
    let rows = room.height.saturating_sub(lines.len() + 1);
    lines.extend(window_of(pareto.lines.len(), chosen, rows, |row| {
        line(pareto, &pareto.lines[row], row == chosen, longest, pen, room.width)
    }));
    let note = if pareto.waves.len() > 1 {
        pen.get("views-pareto-note-both")
    } else {
        pen.get("views-pareto-note")
    };
    lines.extend(pen.short_paragraph(&note, room.width, 1, theme.faint()));
    lines
}

/// The chosen task in words, and how few tasks take most of the time.
fn sentence(pareto: &Pareto, chosen: usize, pen: &Pen) -> String {
    let Some(task) = pareto.lines.get(chosen) else {
        return pen.get("screens-no-minutes");
    };
    let values: Vec<Option<f64>> = task.values.iter().map(|value| value.per_person_day).collect();
    let told = match values.as_slice() {
        [Some(from), Some(to)] => Change::of(*from, *to, Unit::Minutes).said(pen),
        all => {
            let minutes = all.iter().copied().flatten().next();
            pen.say(&phrase("views-minutes").with("minutes", tenth(minutes)))
        }
    };
    let reaches = |line: &ParetoLine| line.values.first().and_then(|value| value.cumulative).unwrap_or(0.0) >= MOST;
    let few = pareto
        .lines
        .iter()
        .position(reaches)
        .map_or(pareto.lines.len(), |place| place + 1);
    pen.say(
        &phrase("views-pareto-told")
            .with(
                "wave",
                pareto.waves.first().map_or_else(String::new, |wave| wave.label.clone()),
            )
            .with("task", task.name.clone())
            .with("told", told)
            .with("count", few)
            .with("all", pareto.lines.len())
            .with("share", round_percent(MOST)),
    )
}

/// Cells of the names, what the numbers and a bar leave.
fn name_cells(pareto: &Pareto, cells: usize) -> usize {
    let numbers = if pareto.waves.len() > 1 {
        VALUES + CHANGE
    } else {
        VALUES / 2
    } + TOTAL;
    (cells.saturating_sub(numbers) * 11 / 20).clamp(12, 48)
}

fn header(pareto: &Pareto, pen: &Pen, cells: usize) -> Line<'static> {
    let faint = pen.theme().faint();
    let row = Row::new().cell(&pen.get("views-column-task"), name_cells(pareto, cells), faint);
    let row = if pareto.waves.len() > 1 {
        let both = pen.get("views-column-before-after");
        row.right(&both, VALUES, faint)
            .right(&pen.get("screens-difference"), CHANGE, faint)
    } else {
        row.right(&pen.get("views-column-minutes"), VALUES / 2, faint)
    };
    row.right(&pen.get("views-column-total"), TOTAL, faint).line()
}

fn line(pareto: &Pareto, task: &ParetoLine, chosen: bool, longest: f64, pen: &Pen, cells: usize) -> Line<'static> {
    let theme = pen.theme();
    let style = if chosen { theme.chosen() } else { theme.text() };
    let name = format!("{:>3} {}", pen.clean(&task.code), pen.clean(&task.name));
    let row = Row::new().cell(&name, name_cells(pareto, cells), style);
    let values: Vec<Option<f64>> = task.values.iter().map(|value| value.per_person_day).collect();
    let row = match values.as_slice() {
        [from, to] => {
            let change = match (from, to) {
                (Some(from), Some(to)) => Change::of(*from, *to, Unit::Minutes).short(pen),
                _ => String::new(),
            };
            let both = pen.clean(&format!("{} → {:>5}", tenth(*from), tenth(*to)));
            row.right(&both, VALUES, style).right(&change, CHANGE, style)
        }
        all => row.right(&tenth(all.iter().copied().flatten().next()), VALUES / 2, style),
    };
    let total = task.values.first().and_then(|value| value.cumulative);
    let row = row.right(&percent(total), TOTAL, style).gap(1);
    let free = cells.saturating_sub(row.width());
    let length = |value: Option<f64>| bar::length(value.unwrap_or(0.0), longest, free);
    let drawn = match values.as_slice() {
        [from, to] => marked(bar::series_of(task.hue), length(*to), length(*from), pen),
        all => vec![bar::area(
            pen,
            bar::series_of(task.hue),
            length(all.iter().copied().flatten().next()),
            &[],
        )],
    };
    row.parts(drawn).line()
}

/// A bar of the later value with a stroke where the earlier one ended.
fn marked(series: usize, to: usize, from: usize, pen: &Pen) -> Vec<Span<'static>> {
    let stroke = |style| Span::styled("|", style);
    let theme = pen.theme();
    match from.checked_sub(1) {
        None => vec![bar::area(pen, series, to, &[])],
        Some(mark) if mark < to => vec![
            bar::area(pen, series, mark, &[]),
            stroke(theme.series(series)),
            bar::area(pen, series, to - mark - 1, &[]),
        ],
        Some(mark) => vec![
            bar::area(pen, series, to, &[]),
            Span::raw(" ".repeat(mark - to)),
            stroke(theme.strong()),
        ],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::screens::theme::Theme;
    use crate::text::{Lang, Text};

    #[test]
    fn the_stroke_stands_where_the_earlier_bar_ended() {
        let pen = Pen::new(Text::new(Lang::Ja), Theme::NoColour, true);
        let drawn = |to, from| {
            let parts = marked(0, to, from, &pen);
            parts.iter().map(|part| part.content.as_ref()).collect::<String>()
        };
        assert_eq!(drawn(3, 6), "###  |");
        assert_eq!(drawn(6, 3), "##|###");
        assert_eq!(drawn(4, 4), "###|");
        assert_eq!(drawn(2, 0), "##");
        assert_eq!(drawn(0, 2), " |");
    }
}
