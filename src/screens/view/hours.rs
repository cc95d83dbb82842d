//! 時間 by clock hour: a stacked column per hour, as high as people were on duty.

use ratatui::text::{Line, Span};

use super::Room;
use crate::phrase::phrase;
use crate::report::decimal_text;
use crate::report::finding::{HourLine, WaveSummary};
use crate::screens::figure::{ratio, round_percent, tenth};
use crate::screens::model::{Model, busiest_hour};
use crate::screens::pen::{Pen, Row};
use crate::screens::text::width;
use crate::screens::widget::bar;

/// Cells of the scale on the left.
const SCALE: usize = 5;

/// The view, below the choices of the tab.
pub fn lines(model: &Model, wave: &WaveSummary, pen: &Pen, room: Room) -> Vec<Line<'static>> {
    let theme = pen.theme();
    let night = model
        .shown
        .as_ref()
        .map_or("", |shown| shown.summary.night_hours.as_str());
    let chosen = model.time.row;
    let mut lines = pen.short_paragraph(&sentence(wave, pen), room.width, 2, theme.text());
    let detail = detail(wave, chosen, pen, room.width);
    let below = 3 + detail.len();
    let rows = room.height.saturating_sub(lines.len() + below).max(3);
    lines.extend(columns(wave, pen, rows, room.width));
    lines.push(hour_labels(wave, chosen, pen, room.width));
    lines.push(people_labels(wave, pen, room.width));
    lines.extend(detail);
    let note = phrase("screens-hours-note").with("night", night);
    lines.extend(pen.short_paragraph(&pen.say(&note), room.width, 1, theme.faint()));
    lines
}

fn sentence(wave: &WaveSummary, pen: &Pen) -> String {
    let Some(hour) = busiest_hour(wave).and_then(|place| wave.hours.get(place)) else {
        return pen.get("screens-no-minutes");
    };
    let category = wave
        .categories
        .iter()
        .rev()
        .max_by_key(|category| hour.by_category.get(&category.code).copied().unwrap_or(0));
    pen.say(
        &phrase("screens-busiest-hour")
            .with("wave", wave.label.clone())
            .with("hour", hour.hour.to_string())
            .with("people", tenth(hour.people))
            .with(
                "category",
                category.map_or_else(String::new, |category| category.name.clone()),
            ),
    )
}

/// Cells of one hour, with the blank to the next.
fn step(cells: usize) -> usize {
    (cells.saturating_sub(SCALE) / 24).clamp(2, 5)
}

/// Filled minutes of an hour in persons on an average survey day.
fn persons(minutes: u32, hour: &HourLine) -> f64 {
    let all = ratio(minutes, hour.minutes + hour.unfilled).unwrap_or(0.0);
    all * hour.people.unwrap_or(0.0)
}

fn columns(wave: &WaveSummary, pen: &Pen, rows: usize, cells: usize) -> Vec<Line<'static>> {
    let theme = pen.theme();
    let highest = wave.hours.iter().filter_map(|hour| hour.people).fold(0.0, f64::max);
    let top = highest.ceil().max(1.0);
    let stacks: Vec<Vec<Option<usize>>> = wave.hours.iter().map(|hour| stack(wave, hour, top, rows)).collect();
    let breadth = step(cells) - 1;
    let whole_persons = bar::whole(top);
    (0..rows)
        .rev()
        .map(|row| {
            // A tick stands at the row in which its number of people is reached.
            let tick = (1..=whole_persons).find(|person| {
                let place = bar::as_f64(*person) / top * bar::as_f64(rows);
                bar::whole(place.ceil()).saturating_sub(1) == row
            });
            let tick = tick.map_or_else(String::new, |person| person.to_string());
            let mut line = Row::new()
                .right(&tick, SCALE - 2, theme.faint())
                .text(pen.divider(), theme.faint());
            line = line.gap(1);
            for stack in &stacks {
                line = line
                    .parts(vec![cell(wave, stack.get(row).copied().unwrap_or(None), breadth, pen)])
                    .gap(1);
            }
            line.line()
        })
        .collect()
}

/// Which series fills each row of an hour's column from below; the place after the last series is what is unfilled.
fn stack(wave: &WaveSummary, hour: &HourLine, top: f64, rows: usize) -> Vec<Option<usize>> {
    let height = hour.people.unwrap_or(0.0) / top * bar::as_f64(rows);
    let cells = if height > 0.0 {
        bar::whole(height.round()).max(1)
    } else {
        0
    };
    let mut sizes: Vec<f64> = wave
        .categories
        .iter()
        .map(|category| persons(hour.by_category.get(&category.code).copied().unwrap_or(0), hour))
        .collect();
    sizes.push(persons(hour.unfilled, hour));
    bar::share_out(&sizes, cells)
        .into_iter()
        .enumerate()
        .flat_map(|(series, count)| std::iter::repeat_n(Some(series), count))
        .collect()
}

fn cell(wave: &WaveSummary, series: Option<usize>, breadth: usize, pen: &Pen) -> Span<'static> {
    match series {
        None => Span::raw(" ".repeat(breadth)),
        Some(series) => match wave.categories.get(series) {
            None => bar::unfilled(pen, breadth),
            Some(category) => {
                let letter = pen.clean(&category.code);
                let drawn = format!("{letter}{}", " ".repeat(breadth.saturating_sub(width(&letter))));
                Span::styled(drawn, pen.theme().series(series))
            }
        },
    }
}

fn hour_labels(wave: &WaveSummary, chosen: usize, pen: &Pen, cells: usize) -> Line<'static> {
    let theme = pen.theme();
    let step = step(cells);
    let mut row = Row::new().cell(&pen.get("screens-hour"), SCALE, theme.faint());
    for (index, hour) in wave.hours.iter().enumerate() {
        let style = if index == chosen { theme.chosen() } else { theme.text() };
        row = row.text(format!("{:>2}", hour.hour), style).gap(step.saturating_sub(2));
    }
    row.line()
}

/// People on duty; whole people where a column has no room for a decimal.
fn people_labels(wave: &WaveSummary, pen: &Pen, cells: usize) -> Line<'static> {
    let theme = pen.theme();
    let step = step(cells);
    let decimals = u8::from(step >= 4);
    let mut row = Row::new().cell(&pen.get("screens-people"), SCALE, theme.faint());
    for hour in &wave.hours {
        let people = hour
            .people
            .map_or_else(String::new, |people| decimal_text(people, decimals));
        let room = if decimals == 0 { 2 } else { 4 };
        row = row
            .text(format!("{people:>room$}"), theme.text())
            .gap(step.saturating_sub(room));
    }
    row.line()
}

/// The chosen hour in figures.
fn detail(wave: &WaveSummary, chosen: usize, pen: &Pen, cells: usize) -> Vec<Line<'static>> {
    let Some(hour) = wave.hours.get(chosen) else {
        return Vec::new();
    };
    let theme = pen.theme();
    let all = hour.minutes + hour.unfilled;
    let head = phrase("screens-hour-detail")
        .with("hour", hour.hour.to_string())
        .with("people", tenth(hour.people));
    let mut row = Row::new().text(pen.say(&head), theme.strong());
    let mut rows = Vec::new();
    let shares = wave.categories.iter().enumerate().map(|(series, category)| {
        let minutes = hour.by_category.get(&category.code).copied().unwrap_or(0);
        let swatch = bar::area(pen, series, 3, &[pen.clean(&category.code)]);
        (swatch, pen.clean(&category.name), minutes)
    });
    let unfilled = (bar::unfilled(pen, 3), pen.get("screens-unfilled"), hour.unfilled);
    for (swatch, name, minutes) in shares.chain([unfilled]) {
        let share = round_percent(ratio(minutes, all).unwrap_or(0.0));
        let entry = format!(" {name} {share}");
        if row.width() + 5 + width(&entry) > cells {
            rows.push(std::mem::take(&mut row).line());
        }
        row = row.gap(2).parts(vec![swatch]).text(entry, theme.text());
    }
    rows.push(row.line());
    rows
}
