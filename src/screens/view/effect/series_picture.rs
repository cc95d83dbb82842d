//! A series drawn in cells: a column for each month or day, signs for points, strokes for lines.

use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::phrase::{Phrase, phrase};
use crate::report::finding::{SeriesFinding, SeriesPhase, SeriesPoint};
use crate::report::series_level;
use crate::screens::pen::{Pen, Row};
use crate::screens::text::{pad_left, width};
use crate::screens::widget::bar::{as_f64, whole};

/// A value that is chance.
const PLAIN: char = 'o';
/// Strokes of the centre, a limit, the target, and the begin of a phase.
const CENTRE: char = '-';
const LIMIT: char = '.';
const TARGET: char = '=';
const PHASE: char = ':';
/// Most cells of a month.
const WIDEST: usize = 6;
/// Rows under the picture: months, years, and what the signs mean.
const FOOT: usize = 3;

/// The sign of a signal: good, bad, or neither, with its colour; its word stands beside it or in the legend.
pub fn sign(good: Option<bool>, pen: &Pen) -> (char, Style) {
    let theme = pen.theme();
    match good {
        Some(true) => ('+', theme.good()),
        Some(false) => ('x', theme.bad()),
        None => ('*', theme.strong()),
    }
}

/// Points and values laid over cells.
struct Grid<'a> {
    finding: &'a SeriesFinding,
    /// The first point that is seen.
    first: usize,
    /// Cells of a month or day.
    step: usize,
    rows: usize,
    low: f64,
    high: f64,
}

impl<'a> Grid<'a> {
    fn of(finding: &'a SeriesFinding, cells: usize, rows: usize) -> Self {
        let count = finding.points.len();
        let values = finding.points.iter().filter_map(|point| point.value);
        let lines = finding.phases.iter().flat_map(|phase| levels(finding, phase));
        let all = values.chain(lines.map(|(_, value, _)| value)).chain(finding.target);
        let (low, high) = all.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), value| {
            (low.min(value), high.max(value))
        });
        Self {
            finding,
            // Of a series that is longer than the screen the end is seen.
            first: count.saturating_sub(cells.max(1)),
            step: (cells / count.max(1)).clamp(1, WIDEST),
            rows: rows.max(1),
            low,
            high,
        }
    }

    fn points(&self) -> &'a [SeriesPoint] {
        &self.finding.points[self.first..]
    }

    fn width(&self) -> usize {
        self.points().len() * self.step
    }

    /// The row of a value, 0 on top.
    fn row(&self, value: f64) -> usize {
        let spread = self.high - self.low;
        if spread <= 0.0 {
            return self.rows / 2;
        }
        let part = (self.high - value) / spread;
        whole((part * as_f64(self.rows - 1)).round()).min(self.rows - 1)
    }

    /// The column of a point that is seen.
    fn column(&self, place: usize) -> usize {
        place * self.step + self.step / 2
    }

    /// The first and the last column of a phase, of what is seen of it.
    fn columns(&self, phase: usize) -> Option<(usize, usize)> {
        let first = self.points().iter().position(|point| point.phase == phase)?;
        let last = self.points().iter().rposition(|point| point.phase == phase)?;
        Some((first * self.step, (last + 1) * self.step))
    }
}

/// The lines of a phase with their strokes: centre, and the limits that can be.
fn levels(finding: &SeriesFinding, phase: &SeriesPhase) -> Vec<(char, f64, bool)> {
    let never_negative = finding
        .points
        .iter()
        .filter_map(|point| point.value)
        .all(|value| value >= 0.0);
    let can_be = |value: f64| !(never_negative && value < 0.0 || finding.is_share && value > 1.0);
    let limits = phase.limits.iter();
    let limits = limits.flat_map(|limits| [(LIMIT, limits.low, false), (LIMIT, limits.high, true)]);
    let limits = limits.filter(|(_, value, _)| can_be(*value));
    limits
        .chain(phase.centre.map(|centre| (CENTRE, centre, true)))
        .collect()
}

/// The picture with its months below, in exactly so many rows where that is enough for anything.
pub fn lines(finding: &SeriesFinding, pen: &Pen, cells: usize, rows: usize) -> Vec<Line<'static>> {
    if rows < FOOT + 3 {
        return Vec::new();
    }
    let names = names(finding, pen);
    let margin = names.iter().map(|(name, _)| width(name)).max().unwrap_or(0) + 2;
    let grid = Grid::of(finding, cells.saturating_sub(margin), rows - FOOT);
    let drawn = drawn(&grid, pen);
    let mut labels = vec![String::new(); grid.rows];
    for (name, value) in names {
        let label = &mut labels[grid.row(value)];
        // The first that has the row keeps it.
        if label.is_empty() {
            *label = name;
        }
    }
    let theme = pen.theme();
    let mut lines: Vec<Line<'static>> = labels
        .iter()
        .zip(drawn)
        .map(|(label, spans)| {
            Row::new()
                .text(pad_left(label, margin - 2), theme.faint())
                .gap(1)
                .text("|", theme.faint())
                .parts(spans)
                .line()
        })
        .collect();
    lines.extend(months(&grid, margin, pen));
    lines.push(legend(finding, pen, cells));
    lines
}

/// Names of lines beside the picture with their values; what matters most comes first.
fn names(finding: &SeriesFinding, pen: &Pen) -> Vec<(String, f64)> {
    let mut names = Vec::new();
    let mut add = |name: Phrase, value: f64| {
        let figure = pen.clean(&series_level(finding, value));
        names.push((format!("{} {figure}", pen.say(&name)), value));
    };
    // Of several phases each has lines of its own: a name at the edge would stand beside those of another.
    if let [phase] = finding.phases.as_slice() {
        let centre = if phase.centre_kind == "median" {
            phrase("series-median")
        } else {
            phrase("series-mean")
        };
        for (stroke, value, is_high) in levels(finding, phase).into_iter().rev() {
            match (stroke, is_high) {
                (CENTRE, _) => add(centre.clone(), value),
                (_, true) => add(phrase("series-limit-high"), value),
                (_, false) => add(phrase("series-limit-low"), value),
            }
        }
    }
    if let Some(target) = finding.target {
        add(phrase("series-target"), target);
    }
    let values = finding.points.iter().filter_map(|point| point.value);
    let ends = values.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), value| {
        (low.min(value), high.max(value))
    });
    for end in [ends.1, ends.0] {
        names.push((pen.clean(&series_level(finding, end)), end));
    }
    names
}

/// The cells of the picture, row by row.
fn drawn(grid: &Grid, pen: &Pen) -> Vec<Vec<Span<'static>>> {
    let theme = pen.theme();
    let mut cells = vec![vec![(' ', theme.text()); grid.width()]; grid.rows];
    if let Some(target) = grid.finding.target {
        for cell in &mut cells[grid.row(target)] {
            *cell = (TARGET, theme.key());
        }
    }
    for (place, phase) in grid.finding.phases.iter().enumerate() {
        let Some((from, to)) = grid.columns(place) else {
            continue;
        };
        for (stroke, value, _) in levels(grid.finding, phase) {
            let style = if stroke == CENTRE { theme.text() } else { theme.faint() };
            for cell in &mut cells[grid.row(value)][from..to] {
                *cell = (stroke, style);
            }
        }
        if place > 0 {
            for row in &mut cells {
                row[from] = (PHASE, theme.strong());
            }
        }
    }
    for (place, point) in grid.points().iter().enumerate() {
        let Some(value) = point.value else { continue };
        let cell = if point.signals.is_empty() {
            (PLAIN, theme.strong())
        } else {
            sign(point.good, pen)
        };
        cells[grid.row(value)][grid.column(place)] = cell;
    }
    cells.into_iter().map(spans).collect()
}

/// Cells of one style become one part.
fn spans(cells: Vec<(char, Style)>) -> Vec<Span<'static>> {
    let mut spans: Vec<Span<'static>> = Vec::new();
    for (sign, style) in cells {
        match spans.last_mut() {
            Some(span) if span.style == style => span.content.to_mut().push(sign),
            _ => spans.push(Span::styled(sign.to_string(), style)),
        }
    }
    spans
}

/// Year and what follows it: `2025` and `10`, or `10/6`.
fn parts(point: &SeriesPoint) -> (String, String) {
    let (year, rest) = point.at.split_once('-').unwrap_or((point.at.as_str(), ""));
    let rest: Vec<&str> = rest.split('-').map(|part| part.trim_start_matches('0')).collect();
    (year.to_owned(), rest.join("/"))
}

/// Months or days, and the years below them.
fn months(grid: &Grid, margin: usize, pen: &Pen) -> [Line<'static>; 2] {
    let theme = pen.theme();
    let names: Vec<(String, String)> = grid.points().iter().map(parts).collect();
    let widest = names.iter().map(|(_, name)| width(name)).max().unwrap_or(0) + 1;
    let is_monthly = grid.finding.step == "month";
    let steps: &[usize] = if is_monthly {
        &[1, 2, 3, 6, 12]
    } else {
        &[1, 2, 7, 14, 28, 56, 112]
    };
    let every = steps
        .iter()
        .find(|every| **every * grid.step >= widest)
        .copied()
        .unwrap_or(usize::MAX);
    let mut of_months = Row::new().gap(margin);
    let mut of_years = Row::new().gap(margin);
    let mut last: Option<&str> = None;
    for (place, (year, name)) in names.iter().enumerate() {
        let counted = if is_monthly {
            name.parse::<usize>().unwrap_or(1) - 1
        } else {
            place
        };
        if counted % every == 0 {
            let at = margin + grid.column(place).saturating_sub(width(name) / 2);
            if of_months.width() <= at {
                of_months = of_months.to(at).text(name.clone(), theme.faint());
            }
        }
        if last != Some(year.as_str()) {
            let said = pen.say(&phrase("series-chart-year").with("year", year.as_str()));
            let at = margin + place * grid.step;
            // A year of which a month or two are seen gives way to the next.
            let next = names[place..].iter().position(|(other, _)| other != year);
            let end = next.map_or(grid.width() + WIDEST, |next| (place + next) * grid.step) + margin;
            if at + width(&said) < end && of_years.width() <= at {
                of_years = of_years.to(at).text(said, theme.faint());
            }
        }
        last = Some(year);
    }
    [of_months.line(), of_years.line()]
}

/// What the signs mean, of those that are there.
fn legend(finding: &SeriesFinding, pen: &Pen, cells: usize) -> Line<'static> {
    let theme = pen.theme();
    let has = |good: Option<bool>| {
        let mut points = finding.points.iter();
        points.any(|point| !point.signals.is_empty() && point.good == good)
    };
    let mut entries = vec![(PLAIN, theme.strong(), phrase("series-legend-value"))];
    for (good, name) in [
        (Some(true), phrase("series-legend-good")),
        (Some(false), phrase("series-legend-bad")),
        (None, phrase("series-legend-open")),
    ] {
        if has(good) {
            let (sign, style) = sign(good, pen);
            entries.push((sign, style, name));
        }
    }
    let about_median = finding.phases.iter().any(|phase| phase.centre_kind == "median");
    let centre = if about_median {
        phrase("series-median")
    } else {
        phrase("series-mean")
    };
    entries.push((CENTRE, theme.text(), centre));
    if finding.phases.iter().any(|phase| phase.limits.is_some()) {
        entries.push((LIMIT, theme.faint(), phrase("series-legend-limits")));
    }
    if finding.target.is_some() {
        entries.push((TARGET, theme.key(), phrase("series-target")));
    }
    if finding.phases.len() > 1 {
        entries.push((PHASE, theme.strong(), phrase("series-legend-phase")));
    }
    let mut row = Row::new();
    for (sign, style, name) in entries {
        let name = pen.say(&name);
        if row.width() + width(&name) + 4 <= cells {
            row = row
                .text(sign.to_string(), style)
                .gap(1)
                .text(name, theme.faint())
                .gap(2);
        }
    }
    row.line()
}
