//! The picture of the home screen: one stacked bar per wave, and below it each share with its change.

use ratatui::text::Line;

use super::tasks::category_parts;
use crate::report::finding::WaveSummary;
use crate::screens::figure::{percent, ratio, signed};
use crate::screens::pen::{Pen, Row};
use crate::screens::text::width;
use crate::screens::widget::bar::{self, as_f64, whole};

/// Bars and shares; nothing without a wave.
pub fn lines(waves: &[WaveSummary], pen: &Pen, cells: usize, roomy: bool) -> Vec<Line<'static>> {
    if waves.is_empty() {
        return Vec::new();
    }
    let label = label_cells(waves, pen) + 2;
    let over = |wave: &WaveSummary| ratio(wave.unfilled, wave.minutes).unwrap_or(0.0).min(1.0);
    let most = waves.iter().map(over).fold(0.0, f64::max);
    let filled = whole(as_f64(cells.saturating_sub(label + 1)) / (1.0 + most));
    let mut lines = Vec::new();
    for wave in waves {
        let parts = category_parts(pen, &wave.categories);
        let unfilled = whole((as_f64(filled) * over(wave)).round());
        let name = pen.clean(&wave.label);
        let row = |name: &str, bar| {
            Row::new()
                .cell(name, label, pen.theme().strong())
                .parts(bar)
                .gap(1)
                .parts(vec![bar::unfilled(pen, unfilled)])
                .line()
        };
        lines.push(row(&name, bar::stacked(pen, &parts, filled)));
        if roomy {
            lines.push(row("", bar::stacked_plain(pen, &parts, filled)));
            lines.push(Line::default());
        }
    }
    lines.extend(legend(waves, pen, cells));
    lines
}

/// The widest name of a wave.
pub fn label_cells(waves: &[WaveSummary], pen: &Pen) -> usize {
    waves
        .iter()
        .map(|wave| width(&pen.clean(&wave.label)))
        .max()
        .unwrap_or(0)
}

/// Each category with its share in the first and the last wave, two to a line; the unfilled minutes last.
fn legend(waves: &[WaveSummary], pen: &Pen, cells: usize) -> Vec<Line<'static>> {
    let (Some(first), Some(last)) = (waves.first(), waves.last()) else {
        return Vec::new();
    };
    let half = cells / 2;
    let detail = match (waves.len() > 1, half >= ENTRY) {
        (false, _) => Detail::First,
        (true, true) => Detail::Both,
        (true, false) => Detail::Last,
    };
    let mut entries: Vec<Row> = Vec::new();
    for (index, before) in first.categories.iter().enumerate() {
        let after = last.categories.iter().find(|line| line.code == before.code);
        let shares = [before.share, after.and_then(|line| line.share)];
        let swatch = bar::area(pen, index, 3, &[pen.clean(&before.code)]);
        let row = Row::new().parts(vec![swatch]).gap(1);
        entries.push(entry(row, &before.name, shares, detail, pen));
    }
    let unfilled = |wave: &WaveSummary| ratio(wave.unfilled, wave.minutes + wave.unfilled);
    let row = Row::new().parts(vec![bar::unfilled(pen, 3)]).gap(1);
    let name = pen.get("screens-unfilled");
    entries.push(entry(row, &name, [unfilled(first), unfilled(last)], detail, pen));
    let mut lines = Vec::new();
    let mut row = Row::new();
    for (index, entry) in entries.into_iter().enumerate() {
        row = row.to(index % 2 * half).parts(entry.line().spans);
        if index % 2 == 1 {
            lines.push(std::mem::take(&mut row).line());
        }
    }
    if row.width() > 0 {
        lines.push(row.line());
    }
    lines
}

/// How much of a share there is room for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Detail {
    /// The share of the only wave.
    First,
    /// The shares of both waves and the change.
    Both,
    /// The share of the last wave and the change.
    Last,
}

/// Cells of one share with its change.
const ENTRY: usize = 38;

fn entry(row: Row, name: &str, shares: [Option<f64>; 2], detail: Detail, pen: &Pen) -> Row {
    let theme = pen.theme();
    let row = row.cell(&pen.clean(name), 11, theme.text());
    let figure = |share| pen.clean(&percent(share));
    if detail == Detail::First {
        return row.right(&figure(shares[0]), 6, theme.text());
    }
    let row = if detail == Detail::Both {
        row.right(&figure(shares[0]), 6, theme.text())
            .text(pen.clean(" → "), theme.faint())
    } else {
        row
    };
    let row = row.right(&figure(shares[1]), 6, theme.text());
    match shares {
        [Some(before), Some(after)] => row.right(&signed((after - before) * 100.0, 1), 6, theme.strong()),
        _ => row,
    }
}
