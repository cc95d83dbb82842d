//! 時間: finding a row by what stands in it.

use chrono::{Datelike, NaiveDate};

use super::input::Input;
use super::model::{Layer, Model, TimeView};
use super::pictures;
use super::text::clean;
use crate::office::fold;
use crate::report::finding::WaveSummary;

/// The line in which one types what to find.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Find {
    /// What was typed.
    pub input: Input,
    /// The row from which it began; Esc goes back there.
    pub from: usize,
    /// The date that was shown then.
    pub date: Option<NaiveDate>,
    /// Whether no row holds it.
    pub missing: bool,
}

/// Opens the line.
pub fn open(model: &mut Model) {
    let find = Find {
        from: model.time.row,
        date: model.pictures.day(model.time.wave).map(|day| day.date),
        ..Find::default()
    };
    model.layers.push(Layer::Find(find));
}

/// Leaves the line and goes back to where it was opened.
pub fn leave(model: &mut Model) {
    if let Some(Layer::Find(find)) = model.layers.pop() {
        if let (TimeView::Day, Some(date)) = (model.time.view, find.date) {
            pictures::show_date(model, date);
        }
        model.time.row = find.from;
    }
}

/// Goes to the first row that holds what is typed, from where the line was opened.
pub fn follow(model: &mut Model) {
    let Some(Layer::Find(find)) = model.layers.last() else {
        return;
    };
    let (typed, from) = (folded(find.input.text()), find.from);
    let place = if typed.is_empty() {
        Some(from)
    } else {
        next(model, &typed, from)
    };
    arrive(model, place);
}

/// Goes to the next row that holds it, or to the one before.
pub fn step(model: &mut Model, steps: isize) {
    let Some(Layer::Find(find)) = model.layers.last() else {
        return;
    };
    let typed = folded(find.input.text());
    let rows = row_texts(model).len();
    if typed.is_empty() || rows == 0 {
        return;
    }
    let place = if steps > 0 {
        next(model, &typed, (place_now(model) + 1) % rows)
    } else {
        last_before(model, &typed, place_now(model))
    };
    arrive(model, place);
}

/// The row or, on the view of a day, the date that is shown.
fn place_now(model: &Model) -> usize {
    match model.pictures.day(model.time.wave) {
        Some(day) if model.time.view == TimeView::Day => {
            let dates = pictures::dates(model);
            dates.iter().position(|date| *date == day.date).unwrap_or(0)
        }
        _ => model.time.row,
    }
}

fn arrive(model: &mut Model, place: Option<usize>) {
    if let Some(Layer::Find(find)) = model.layers.last_mut() {
        find.missing = place.is_none();
    }
    let Some(place) = place else { return };
    if model.time.view == TimeView::Day {
        if let Some(date) = pictures::dates(model).get(place) {
            pictures::show_date(model, *date);
        }
    } else {
        model.time.row = place;
    }
}

/// The first row from a place on that holds the text, round the end.
fn next(model: &Model, typed: &str, from: usize) -> Option<usize> {
    let rows = row_texts(model);
    let holds = |place: &usize| rows[*place].contains(typed);
    (from..rows.len()).chain(0..from.min(rows.len())).find(holds)
}

/// The last row before a place that holds the text, round the beginning.
fn last_before(model: &Model, typed: &str, from: usize) -> Option<usize> {
    let rows = row_texts(model);
    let holds = |place: &usize| rows[*place].contains(typed);
    let from = from.min(rows.len());
    (0..from).rev().chain((from..rows.len()).rev()).find(holds)
}

/// Folds what people type and what stands in a row alike: full width, half-width katakana, capitals.
fn folded(text: &str) -> String {
    fold(&clean(text)).to_lowercase()
}

/// A date in the ways in which people type it.
fn date_texts(date: NaiveDate) -> String {
    let (year, month, day) = (date.year(), date.month(), date.day());
    format!("{date} {year}年{month}月{day}日 {month}/{day}")
}

/// What stands in each row of the view, folded.
fn row_texts(model: &Model) -> Vec<String> {
    let Some(wave) = model.wave() else { return Vec::new() };
    let pictures = &model.pictures;
    let rows: Vec<String> = match model.time.view {
        TimeView::Tasks => task_rows(wave),
        TimeView::People => wave.staff_minutes.iter().map(|person| person.staff.clone()).collect(),
        TimeView::Sheets => model
            .sheets()
            .into_iter()
            .map(|sheet| {
                let problems: Vec<&str> = sheet.problems.iter().map(|problem| problem.message.as_str()).collect();
                format!("{} {} {}", sheet.staff, date_texts(sheet.date), problems.join(" "))
            })
            .collect(),
        TimeView::Pareto => pictures.pareto().map_or_else(Vec::new, |pareto| {
            pareto
                .lines
                .iter()
                .map(|line| format!("{} {}", line.code, line.name))
                .collect()
        }),
        TimeView::Heat => pictures.heat(model.time.wave).map_or_else(Vec::new, |heat| {
            heat.rows
                .iter()
                .map(|row| format!("{} {}", row.code, row.name))
                .collect()
        }),
        TimeView::Spread => pictures.spread().map_or_else(Vec::new, |spread| {
            spread.measures.iter().map(|measure| measure.name.clone()).collect()
        }),
        TimeView::Day => pictures::dates(model).into_iter().map(date_texts).collect(),
        _ => Vec::new(),
    };
    rows.iter().map(|row| folded(row)).collect()
}

/// Categories, each followed by its tasks, as the view lists them.
fn task_rows(wave: &WaveSummary) -> Vec<String> {
    let mut rows = Vec::new();
    for category in &wave.categories {
        rows.push(format!("{} {}", category.code, category.name));
        let tasks = wave.tasks.iter().filter(|task| task.category == category.code);
        rows.extend(tasks.map(|task| format!("{} {}", task.code, task.name)));
    }
    rows
}
