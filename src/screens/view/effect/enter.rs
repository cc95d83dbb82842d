//! 入力: the indicators that people type in, what is there and what is missing, and the days of the surveys.

mod grid;

use ratatui::text::Line;

use crate::effect::Per;
use crate::phrase::{Phrase, phrase};
use crate::report::finding::{PeriodLine, ValuesFinding, ValuesIndicator, ValuesTime};
use crate::report::{self, UNKNOWN, decimal_text};
use crate::screens::desk::Shown;
use crate::screens::effect::EnterLayer;
use crate::screens::model::Model;
use crate::screens::pen::{Pen, Row};
use crate::screens::text::width;
use crate::screens::view::{Page, Room};
use crate::screens::widget::list::window_of;

/// Columns of what is there and what is missing.
const COUNT: usize = 8;
/// Columns of the level.
const PER: usize = 24;
/// Times of the chosen indicator that are told.
const TOLD: usize = 6;

/// A page that lies over the view.
pub fn layer(model: &Model, layer: &EnterLayer, pen: &Pen, room: Room) -> Page {
    grid::page(model, layer, pen, room)
}

/// The view.
pub fn lines(model: &Model, shown: &Shown, pen: &Pen, room: Room) -> Vec<Line<'static>> {
    let theme = pen.theme();
    let finding = report::values(&shown.holdings, false, pen.words());
    let mut lines = pen.short_paragraph(&pen.say(&sentence(&finding)), room.width, 2, theme.strong());
    lines.push(Line::default());
    lines.push(head(pen, room.width));
    let mut below = Vec::new();
    if let Some(chosen) = finding.indicators.get(model.effect.enter.row) {
        below.push(Line::default());
        below.extend(about(chosen, shown, pen, room));
    }
    below.extend(periods(&finding.periods, pen, room.width));
    below.extend(pen.short_paragraph(&pen.get("entering-view-other-ways"), room.width, 2, theme.faint()));
    let rows = room.height.saturating_sub(lines.len() + below.len());
    let listed = &finding.indicators;
    let mut list = window_of(listed.len(), model.effect.enter.row, rows, |row| {
        let is_chosen = row == model.effect.enter.row;
        listed
            .get(row)
            .map_or_else(Line::default, |it| line(it, is_chosen, pen, room.width))
    });
    // What stands below keeps its place.
    list.resize(rows.min(list.len().max(1)), Line::default());
    lines.extend(list);
    lines.extend(below);
    lines
}

/// How much is there, and how much is missing of what the office follows.
fn sentence(finding: &ValuesFinding) -> Phrase {
    let chosen: Vec<&ValuesIndicator> = finding.indicators.iter().filter(|it| it.chosen).collect();
    let figures: usize = finding.indicators.iter().map(|it| it.n).sum();
    if figures == 0 {
        return phrase("entering-view-nothing").with("chosen", chosen.len());
    }
    let with_figures = finding.indicators.iter().filter(|it| it.n > 0);
    let missing: usize = with_figures.clone().filter_map(|it| it.missing).sum();
    phrase("entering-view-says")
        .with("indicators", with_figures.count())
        .with("figures", figures)
        .with("missing", missing)
}

fn name_cells(cells: usize) -> usize {
    cells.saturating_sub(2 + PER + 2 * COUNT)
}

fn head(pen: &Pen, cells: usize) -> Line<'static> {
    let style = pen.theme().faint();
    Row::new()
        .gap(2)
        .cell(&pen.get("entering-list-indicator"), name_cells(cells), style)
        .cell(&pen.get("entering-view-per"), PER, style)
        .right(&pen.get("entering-list-count"), COUNT, style)
        .right(&pen.get("entering-list-missing"), COUNT, style)
        .line()
}

fn line(it: &ValuesIndicator, is_chosen: bool, pen: &Pen, cells: usize) -> Line<'static> {
    let theme = pen.theme();
    let mark = if is_chosen { "> " } else { "  " };
    let followed = if it.chosen {
        format!("{} ", pen.get("entering-view-followed"))
    } else {
        String::new()
    };
    let name = format!("{followed}{}", pen.clean(&it.name));
    let missing = match (it.n, it.missing) {
        (0, _) | (_, None) => pen.clean(UNKNOWN),
        (_, Some(missing)) => missing.to_string(),
    };
    Row::new()
        .text(mark, theme.text())
        .cell(&name, name_cells(cells).saturating_sub(1), theme.text())
        .gap(1)
        .cell(&pen.clean(&it.per_name), PER, theme.text())
        .right(&it.n.to_string(), COUNT, theme.text())
        .right(&missing, COUNT, theme.text())
        .chosen(is_chosen, theme.chosen())
}

/// What the chosen indicator counts, and its latest figures.
fn about(it: &ValuesIndicator, shown: &Shown, pen: &Pen, room: Room) -> Vec<Line<'static>> {
    let theme = pen.theme();
    let mut lines = Vec::new();
    if let Some(indicator) = shown.holdings.indicator(&it.id) {
        let rule = report::figure_rule(&shown.holdings, indicator);
        let range = report::form::range_phrase(indicator, &rule, pen.words());
        let says = phrase("entering-view-about")
            .with("name", it.name.as_str())
            .with("unit", it.unit.as_str())
            .with("range", range)
            .with("how", pen.name(&indicator.how).to_owned());
        let rows = if room.height < 20 { 2 } else { 4 };
        lines.extend(pen.short_paragraph(&pen.say(&says), room.width, rows, theme.text()));
    }
    let with_figures = it
        .times
        .iter()
        .filter(|time| time.n > 0 || time.missing.is_some_and(|missing| missing > 0));
    let mut times: Vec<&ValuesTime> = with_figures.collect();
    times.drain(..times.len().saturating_sub(TOLD));
    if !times.is_empty() {
        let mut told: Vec<String> = times.iter().map(|time| time_text(it, time, pen)).collect();
        // The latest stay where there is no room for all.
        let mut said = pen.paragraph(&told.join("  "), room.width, theme.text());
        while said.len() > 2 && told.len() > 1 {
            told.remove(0);
            said = pen.paragraph(&told.join("  "), room.width, theme.text());
        }
        lines.extend(said);
    }
    lines
}

/// A time with its mean and how many figures it has.
fn time_text(it: &ValuesIndicator, time: &ValuesTime, pen: &Pen) -> String {
    let value = match time.value {
        Some(value) => {
            let shown = decimal_text(if it.is_share { value * 100.0 } else { value }, it.decimals);
            format!("{shown}{}", it.unit)
        }
        None if time.hidden => pen.get("entering-list-hidden-value"),
        None => UNKNOWN.to_owned(),
    };
    let is_of_people = Per::ALL.iter().any(|per| per.id() == it.per && per.is_of_people());
    // Of the office there is one figure, and "1" beside a rate would be read as one event.
    let key = match (time.count, time.of) {
        (Some(count), Some(of)) => phrase("entering-view-time-part")
            .with("count", decimal_text(count, 0))
            .with("of", decimal_text(of, 0)),
        _ if is_of_people => phrase("entering-view-time"),
        _ => phrase("entering-view-time-office"),
    };
    let said = key
        .with("time", time.label.as_str())
        .with("value", value)
        .with("n", time.n)
        .with("missing", time.missing.unwrap_or(0));
    pen.say(&said)
}

/// Which days belong to which survey.
fn periods(periods: &[PeriodLine], pen: &Pen, cells: usize) -> Vec<Line<'static>> {
    let theme = pen.theme();
    let told: Vec<String> = periods
        .iter()
        .map(|line| {
            let key = if line.is_set {
                phrase("entering-period-line-set")
            } else {
                phrase("entering-period-line")
            };
            let said = key
                .with("wave", line.label.as_str())
                .with("from", line.from.to_string())
                .with("to", line.to.to_string());
            pen.say(&said)
        })
        .collect();
    let all = if told.is_empty() {
        pen.get("entering-periods-none")
    } else {
        told.join("  ")
    };
    let title = pen.get("entering-view-periods");
    let indent = width(&title) + 1;
    let mut lines = pen.short_paragraph(&all, cells.saturating_sub(indent), 2, theme.text());
    for (place, line) in lines.iter_mut().enumerate() {
        let label = if place == 0 { title.as_str() } else { "" };
        let spans = std::mem::take(&mut line.spans);
        *line = Row::new().cell(label, indent, theme.faint()).parts(spans).line();
    }
    lines
}
