//! 時間, hour by task: each field with its minutes on a ground as warm as it holds many.

use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::Room;
use crate::phrase::phrase;
use crate::report::decimal_text;
use crate::report::finding::Heat;
use crate::screens::figure::{ratio, round_percent, tenth};
use crate::screens::model::Model;
use crate::screens::pen::{Pen, Row};
use crate::screens::text::pad_left;
use crate::screens::theme::SHADES;
use crate::screens::widget::bar::{as_f64, whole};
use crate::screens::widget::list::window_of;
use crate::worktime::CategoryKind;

/// Signs for the five shades where there is no colour, from few to many; few have none.
const SIGNS: [&str; SHADES] = ["", ":", "+", "*", "#"];

/// Which columns are shown, and how wide.
struct Columns {
    name: usize,
    field: usize,
    first: usize,
    count: usize,
}

impl Columns {
    /// All hours where they fit; else as many as fit round the chosen one.
    fn of(cells: usize, chosen: usize) -> Self {
        let (name, field) = if cells >= 110 {
            (cells - 96, 4)
        } else {
            (cells / 4 + 2, 4)
        };
        let count = (cells.saturating_sub(name) / field).min(24);
        let first = chosen.saturating_sub(count / 2).min(24 - count);
        Self {
            name,
            field,
            first,
            count,
        }
    }

    fn hours(&self) -> std::ops::Range<usize> {
        self.first..self.first + self.count
    }
}

/// The view, below the choices of the tab.
pub fn lines(model: &Model, heat: &Heat, pen: &Pen, room: Room) -> Vec<Line<'static>> {
    let theme = pen.theme();
    let (row, hour) = (model.time.row, model.pictures.hour);
    let columns = Columns::of(room.width, hour);
    let said = sentence(heat, row, hour, pen);
    let mut lines = pen.short_paragraph(&said, room.width, 2, theme.text());
    lines.push(header(&columns, hour, pen));
    let rows = room.height.saturating_sub(lines.len() + 1);
    lines.extend(window_of(heat.rows.len() + 1, row, rows, |place| {
        line(heat, place, (row, hour), &columns, pen)
    }));
    lines.push(legend(heat, &columns, pen));
    lines
}

/// The minutes of a row; the row after the last task is what is unfilled.
fn minutes(heat: &Heat, row: usize) -> &[u32; 24] {
    heat.rows.get(row).map_or(&heat.unfilled, |line| &line.minutes)
}

/// The warm end of the scale: the most minutes of a field of work. Breaks, which all take at once, would leave the rest pale.
fn most(heat: &Heat) -> f64 {
    let work = heat
        .rows
        .iter()
        .filter(|row| heat.classes[row.class].kind != CategoryKind::Rest);
    heat.per_day(work.flat_map(|row| row.minutes).max().unwrap_or(0))
}

fn name(heat: &Heat, row: usize, pen: &Pen) -> String {
    match heat.rows.get(row) {
        Some(line) => pen.clean(&line.name),
        None => pen.get("screens-unfilled"),
    }
}

/// The chosen field: its minutes, what it is of the hour, and what it is of the task.
fn sentence(heat: &Heat, row: usize, hour: usize, pen: &Pen) -> String {
    let of_row = minutes(heat, row);
    let field = of_row[hour];
    let of_hour = heat.rows.iter().map(|line| line.minutes[hour]).sum::<u32>() + heat.unfilled[hour];
    let share = |whole| round_percent(ratio(field, whole).unwrap_or(0.0));
    pen.say(
        &phrase("views-heat-told")
            .with("wave", heat.size.label.clone())
            .with("task", name(heat, row, pen))
            .with("hour", hour.to_string())
            .with("minutes", tenth(Some(heat.per_day(field))))
            .with("of-hour", share(of_hour))
            .with("of-task", share(of_row.iter().sum())),
    )
}

fn header(columns: &Columns, hour: usize, pen: &Pen) -> Line<'static> {
    let theme = pen.theme();
    let mut row = Row::new().cell(&pen.get("views-column-task"), columns.name, theme.faint());
    let arrows = (columns.first > 0, columns.first + columns.count < 24);
    for at in columns.hours() {
        let style = if at == hour { theme.chosen() } else { theme.faint() };
        // An arrow at either end says that there are more hours.
        let label = match (
            at == columns.first && arrows.0,
            at + 1 == columns.first + columns.count && arrows.1,
        ) {
            (true, _) => format!("<{at}"),
            (_, true) => format!("{at}>"),
            _ => at.to_string(),
        };
        row = row.text(pad_left(&label, columns.field), style);
    }
    row.line()
}

fn line(heat: &Heat, place: usize, chosen: (usize, usize), columns: &Columns, pen: &Pen) -> Line<'static> {
    let theme = pen.theme();
    let is_row = place == chosen.0;
    let code = heat
        .rows
        .get(place)
        .map_or_else(|| "?".to_owned(), |line| pen.clean(&line.code));
    let style = if is_row { theme.chosen() } else { theme.text() };
    let label = format!("{code:>3} {}", name(heat, place, pen));
    let mut row = Row::new().cell(&label, columns.name, style);
    let most = most(heat);
    for hour in columns.hours() {
        let value = heat.per_day(minutes(heat, place)[hour]);
        let is_chosen = is_row && hour == chosen.1;
        row = row.parts(vec![field(value, most, is_chosen, columns.field, pen)]);
    }
    row.line()
}

/// Shade from 1 to 5; nothing has none. It grows with the root, so that many middling fields differ too.
fn shade(value: f64, most: f64) -> Option<usize> {
    if value <= 0.0 || most <= 0.0 {
        return None;
    }
    Some(whole(((value / most).sqrt() * as_f64(SHADES)).ceil()).clamp(1, SHADES))
}

/// A field: its minutes, less than half a minute as a dot, and its shade as a ground or, without colour, as a sign.
fn field(value: f64, most: f64, chosen: bool, cells: usize, pen: &Pen) -> Span<'static> {
    let theme = pen.theme();
    let shade = shade(value, most);
    let number = match shade {
        None => String::new(),
        Some(_) if value < 0.5 => ".".to_owned(),
        Some(_) => decimal_text(value, 0),
    };
    let style: Style = match shade {
        _ if chosen => theme.chosen(),
        Some(shade) => theme.shade(shade),
        None => theme.text(),
    };
    let drawn = match shade.filter(|_| theme.has_no_colour() && value >= 0.5) {
        Some(shade) => pad_left(&format!("{}{number}", SIGNS[shade - 1]), cells),
        None => pad_left(&number, cells),
    };
    Span::styled(drawn, style)
}

/// What the shades mean, in minutes of a survey day.
fn legend(heat: &Heat, columns: &Columns, pen: &Pen) -> Line<'static> {
    let theme = pen.theme();
    let most = most(heat);
    let mut row = Row::new().text(pen.get("views-heat-legend"), theme.faint()).gap(1);
    for step in 1..=SHADES {
        let top = most * (as_f64(step) / as_f64(SHADES)).powi(2);
        row = row.parts(vec![field(top, most, false, columns.field, pen)]).gap(1);
    }
    row.text(pen.get("views-heat-keys"), theme.faint()).line()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_chosen_hour_is_always_among_the_columns() {
        for cells in [58, 78, 96, 118, 140] {
            for hour in 0..24 {
                let columns = Columns::of(cells, hour);
                assert!(columns.hours().contains(&hour), "{cells} {hour}");
                assert!(columns.name + columns.count * columns.field <= cells);
                assert!(columns.hours().end <= 24);
            }
        }
        assert_eq!(Columns::of(118, 0).count, 24);
    }

    #[test]
    fn the_fullest_field_is_darkest_and_nothing_has_no_shade() {
        assert_eq!(shade(60.0, 60.0), Some(5));
        assert_eq!(shade(0.1, 60.0), Some(1));
        assert_eq!(shade(0.0, 60.0), None);
        assert_eq!(shade(0.0, 0.0), None);
    }
}
