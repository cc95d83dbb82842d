//! 時間 by category, before and after, by day and by night: bars of 100 %, then each share with its change.

use ratatui::text::Line;

use super::Room;
use super::change::{Change, Unit};
use crate::phrase::phrase;
use crate::report::decimal_text;
use crate::report::finding::{ShareBar, Shares};
use crate::screens::figure::{percent, ratio, round_percent};
use crate::screens::model::Model;
use crate::screens::pen::{Pen, Row};
use crate::screens::text::width;
use crate::screens::widget::bar::{self, Part, as_f64, whole};
use crate::worktime::Period;

/// Cells of the names of the parts of the day.
const PART: usize = 6;
/// Cells of the swatches and names in the table.
const NAME: usize = 18;
/// Rows from which bars are two rows high.
const ROOMY: usize = 30;

/// The view, below the choices of the tab.
pub fn lines(model: &Model, shares: &Shares, pen: &Pen, room: Room) -> Vec<Line<'static>> {
    let theme = pen.theme();
    let roomy = room.height >= ROOMY;
    let chosen = model.time.row;
    let said = sentence(shares, chosen, pen);
    let mut lines = pen.short_paragraph(&said, room.width, 2, theme.text());
    if roomy {
        lines.push(Line::default());
    }
    lines.extend(bars(shares, pen, room.width, roomy));
    lines.push(header(shares, pen, room.width));
    for place in 0..=shares.classes.len() {
        lines.push(line(shares, place, place == chosen, pen, room.width));
    }
    let night = model.shown.as_ref().map_or("", |shown| &shown.summary.night_hours);
    let note = phrase("views-categories-note").with("night", night);
    lines.extend(pen.short_paragraph(&pen.say(&note), room.width, 2, theme.faint()));
    lines
}

/// The bars of a part of the day, wave by wave.
fn of_part(shares: &Shares, period: Option<Period>) -> Vec<&ShareBar> {
    shares.bars.iter().filter(|bar| bar.period == period).collect()
}

const PERIODS: [Option<Period>; 3] = [None, Some(Period::Day), Some(Period::Night)];

fn period_name(period: Option<Period>, pen: &Pen) -> String {
    match period {
        None => pen.get("screens-period-all"),
        Some(Period::Day) => pen.get("screens-period-day"),
        Some(Period::Night) => pen.get("screens-period-night"),
    }
}

/// The share of the class at a place; the place after the last is what is unfilled.
fn share(bar: &ShareBar, place: usize) -> Option<f64> {
    match bar.parts.get(place) {
        Some(part) => part.share,
        None => bar.unfilled_share,
    }
}

fn name(shares: &Shares, place: usize, pen: &Pen) -> String {
    match shares.classes.get(place) {
        Some(class) => pen.clean(&class.name),
        None => pen.get("screens-unfilled"),
    }
}

/// What became of a share in each part of the day.
fn sentence(shares: &Shares, place: usize, pen: &Pen) -> String {
    let told = PERIODS.map(|period| {
        let of = of_part(shares, period).into_iter().map(|bar| share(bar, place));
        match of.collect::<Vec<_>>().as_slice() {
            [Some(from), Some(to)] => Change::of(*from, *to, Unit::Share).said(pen),
            [only] => percent(*only),
            all => pen.clean(&all.iter().map(|share| percent(*share)).collect::<Vec<_>>().join(" → ")),
        }
    });
    let [all, day, night] = told;
    pen.say(
        &phrase("views-category-told")
            .with("name", name(shares, place, pen))
            .with("all", all)
            .with("day", day)
            .with("night", night),
    )
}

fn bars(shares: &Shares, pen: &Pen, cells: usize, roomy: bool) -> Vec<Line<'static>> {
    let theme = pen.theme();
    let labels: Vec<String> = shares.waves.iter().map(|wave| pen.clean(&wave.label)).collect();
    let label = labels.iter().map(|label| width(label)).max().unwrap_or(0) + 2;
    let over = |bar: &ShareBar| ratio(bar.unfilled, bar.minutes).unwrap_or(0.0).min(1.0);
    let most = shares.bars.iter().map(over).fold(0.0, f64::max);
    let filled = whole(as_f64(cells.saturating_sub(PART + label + 1)) / (1.0 + most));
    let mut lines = Vec::new();
    for period in PERIODS {
        for (place, share_bar) in of_part(shares, period).into_iter().enumerate() {
            let parts = parts(shares, share_bar, pen);
            let unfilled = whole((as_f64(filled) * over(share_bar)).round());
            let row = |period: &str, label_text: &str, drawn| {
                Row::new()
                    .cell(period, PART, theme.strong())
                    .cell(label_text, label, theme.text())
                    .parts(drawn)
                    .gap(1)
                    .parts(vec![bar::unfilled(pen, unfilled)])
                    .line()
            };
            let part = if place == 0 {
                period_name(period, pen)
            } else {
                String::new()
            };
            let name = labels.get(share_bar.wave).map_or("", String::as_str);
            lines.push(row(&part, name, bar::stacked(pen, &parts, filled)));
            if roomy {
                lines.push(row("", "", bar::stacked_plain(pen, &parts, filled)));
            }
        }
        if roomy {
            lines.push(Line::default());
        }
    }
    lines
}

fn parts(shares: &Shares, share_bar: &ShareBar, pen: &Pen) -> Vec<Part> {
    let classes = shares.classes.iter().zip(&share_bar.parts);
    classes
        .map(|(class, part)| {
            let share = round_percent(part.share.unwrap_or(0.0));
            let code = pen.clean(&class.code);
            Part {
                series: bar::series_of(class.hue),
                size: f64::from(part.minutes),
                labels: vec![format!("{code} {share}"), format!("{code}{share}"), code],
            }
        })
        .collect()
}

fn column(cells: usize) -> usize {
    cells.saturating_sub(NAME) / 3
}

fn header(shares: &Shares, pen: &Pen, cells: usize) -> Line<'static> {
    let faint = pen.theme().faint();
    let mut row = Row::new().cell(&pen.get("views-column-category"), NAME, faint);
    for period in PERIODS {
        let part = period_name(period, pen);
        let title = if shares.waves.len() > 1 {
            pen.say(&phrase("views-column-shares").with("part", part))
        } else {
            part
        };
        row = row.cell(&title, column(cells), faint);
    }
    row.line()
}

fn line(shares: &Shares, place: usize, chosen: bool, pen: &Pen, cells: usize) -> Line<'static> {
    let theme = pen.theme();
    let style = if chosen { theme.chosen() } else { theme.text() };
    let swatch = match shares.classes.get(place) {
        Some(class) => bar::area(pen, bar::series_of(class.hue), 3, &[pen.clean(&class.code)]),
        None => bar::unfilled(pen, 3),
    };
    let mut row = Row::new()
        .parts(vec![swatch])
        .gap(1)
        .cell(&name(shares, place, pen), NAME - 4, style);
    for period in PERIODS {
        let of: Vec<Option<f64>> = of_part(shares, period)
            .into_iter()
            .map(|bar| share(bar, place))
            .collect();
        row = row.cell(&figures(&of, pen), column(cells), style);
    }
    row.line()
}

/// `46.3 → 49.0 +2.7増`, as much of it as there is to tell.
fn figures(shares: &[Option<f64>], pen: &Pen) -> String {
    let number = |share: &Option<f64>| share.map_or_else(|| "-".to_owned(), |share| decimal_text(share * 100.0, 1));
    match shares {
        [from, to] => {
            let both = format!("{:>4} → {:>4}", number(from), number(to));
            let change = match (from, to) {
                (Some(from), Some(to)) => Change::of(*from, *to, Unit::Share).short(pen),
                _ => String::new(),
            };
            pen.clean(&format!("{both} {change}"))
        }
        all => all.iter().map(|share| percent(*share)).collect(),
    }
}
