//! 推移: the series, the chosen one as a picture, and its last months.

use ratatui::style::Style;
use ratatui::text::Line;

use super::series_picture::{self, sign};
use crate::effect::Direction;
use crate::phrase::phrase;
use crate::report::finding::{SeriesFinding, SeriesPoint};
use crate::report::{UNKNOWN, series_figure, series_level_text};
use crate::screens::desk::Shown;
use crate::screens::effect::all_series;
use crate::screens::model::Model;
use crate::screens::pen::{Pen, Row};
use crate::screens::text::width;
use crate::screens::view::Room;
use crate::screens::widget::list::window;

/// Rows from which on there is room for everything.
const ROOMY: usize = 28;

/// The view.
pub fn lines(model: &Model, shown: &Shown, pen: &Pen, room: Room) -> Vec<Line<'static>> {
    let theme = pen.theme();
    let state = &model.effect.series;
    let all = all_series(state, shown, pen.words());
    let Some(finding) = all.get(state.row) else {
        let mut lines = pen.paragraph(&pen.get("series-none"), room.width, theme.strong());
        lines.extend(pen.paragraph(&pen.get("series-how-to-begin"), room.width, theme.text()));
        return lines;
    };
    let roomy = room.height >= ROOMY;
    let most = if roomy { 6 } else { 3 };
    let mut lines = list(&all, state.row, most.min(room.height / 6), pen, room.width);
    let style = leading(finding, pen);
    lines.push(title(finding, pen, room.width));
    lines.extend(pen.short_paragraph(
        &pen.clean(&finding.sentence),
        room.width,
        if roomy { 4 } else { 2 },
        style,
    ));
    let below = table(finding, pen, room.width, roomy);
    let mut details = if roomy {
        details(finding, pen, room.width)
    } else {
        Vec::new()
    };
    let free = room.height.saturating_sub(lines.len() + below.len());
    // The picture is what one looks at: details give way before it gets small.
    let picture_rows = if roomy {
        free.saturating_sub(details.len() + 1).clamp(12, 18).min(free)
    } else {
        free
    };
    lines.extend(series_picture::lines(finding, pen, room.width, picture_rows));
    lines.extend(below);
    details.truncate(room.height.saturating_sub(lines.len()));
    lines.extend(details);
    lines
}

/// The style of what the series says: good, bad, or neither.
fn leading(finding: &SeriesFinding, pen: &Pen) -> Style {
    let theme = pen.theme();
    let goods: Vec<bool> = last_signs(finding);
    match goods.as_slice() {
        [] => theme.strong(),
        goods if goods.iter().all(|good| *good) => theme.good(),
        goods if goods.iter().all(|good| !good) => theme.bad(),
        _ => theme.strong(),
    }
}

/// Whether the signals of the last phase with a value go the good way, of those that have one.
fn last_signs(finding: &SeriesFinding) -> Vec<bool> {
    let last = finding.phases.iter().rfind(|phase| phase.n > 0);
    last.map_or_else(Vec::new, |phase| {
        phase.signals.iter().filter_map(|it| it.good).collect()
    })
}

/// All series, a line each.
fn list(all: &[SeriesFinding], row: usize, most: usize, pen: &Pen, cells: usize) -> Vec<Line<'static>> {
    let theme = pen.theme();
    let names = all.iter().map(|it| width(&name(it, pen)));
    let wide = names.max().unwrap_or(0).min(cells.saturating_sub(40)) + 2;
    let items = all.iter().enumerate().map(|(place, it)| {
        let values = phrase("series-list-values").with("n", it.n);
        let last = it.points.last().map_or_else(String::new, |point| point.at.clone());
        let (said, style) = state(it, pen);
        let is_chosen = place == row;
        let mark = if is_chosen { "> " } else { "  " };
        // Turned round, a faint text would be a patch of another colour.
        let faint = if is_chosen { theme.text() } else { theme.faint() };
        let line = Row::new()
            .text(mark, theme.text())
            .cell(&name(it, pen), wide, theme.text())
            .right(&pen.say(&values), 11, faint)
            .gap(2)
            .cell(&pen.clean(&last), 11, faint)
            .text(said, style)
            .to(cells)
            .chosen(is_chosen, theme.chosen());
        vec![line]
    });
    window(items.collect(), row, most.max(1))
}

fn name(finding: &SeriesFinding, pen: &Pen) -> String {
    format!("{} ({})", pen.clean(&finding.name), pen.clean(&finding.unit))
}

/// Whether the last phase has marks, as a sign and a word.
fn state(finding: &SeriesFinding, pen: &Pen) -> (String, Style) {
    let theme = pen.theme();
    let last = finding.phases.iter().rfind(|phase| phase.n > 0);
    if last.is_none_or(|phase| phase.signals.is_empty()) {
        return (pen.get("series-state-none"), theme.faint());
    }
    let goods = last_signs(finding);
    let (good, said) = match goods.as_slice() {
        [first, rest @ ..] if rest.iter().all(|good| good == first) => {
            let said = if *first {
                "series-state-good"
            } else {
                "series-state-bad"
            };
            (Some(*first), said)
        }
        _ => (None, "series-state-open"),
    };
    let (sign, style) = sign(good, pen);
    (format!("{sign} {}", pen.get(said)), style)
}

/// Which way is good, and by which rules it is read.
fn title(finding: &SeriesFinding, pen: &Pen, cells: usize) -> Line<'static> {
    let theme = pen.theme();
    let good = match finding.direction {
        Direction::Down => pen.get("screens-less-is-good"),
        Direction::Up => pen.get("screens-more-is-good"),
    };
    let rules = phrase("series-by-rules").with("rules", finding.rules_name.as_str());
    let said = format!(
        "{} ({})  {good}  {}",
        pen.clean(&finding.name),
        pen.clean(&finding.unit),
        pen.say(&rules)
    );
    pen.short_paragraph(&said, cells, 1, theme.faint())
        .into_iter()
        .next()
        .unwrap_or_default()
}

/// The last months or days side by side: when, the value, of how many, and the mark with its word.
fn table(finding: &SeriesFinding, pen: &Pen, cells: usize, roomy: bool) -> Vec<Line<'static>> {
    let theme = pen.theme();
    let value = |point: &SeriesPoint| match point.value {
        Some(value) => pen.clean(&series_figure(finding, value)),
        None if point.hidden => pen.get("series-hidden-short"),
        None => pen.clean(UNKNOWN),
    };
    let base = |point: &SeriesPoint| match (point.count, point.base) {
        (Some(count), Some(base)) => format!("{count}/{base}"),
        _ => String::new(),
    };
    let word = |point: &SeriesPoint| {
        let (sign, style) = sign(point.good, pen);
        let said = match point.good {
            Some(true) => "series-word-good",
            Some(false) => "series-word-bad",
            None => "series-word-open",
        };
        if point.signals.is_empty() {
            (String::new(), theme.text())
        } else {
            (format!("{sign}{}", pen.get(said)), style)
        }
    };
    let with_base = roomy && finding.points.iter().any(|point| point.base.is_some());
    let heads = [
        "series-column-at",
        "series-column-value",
        "series-column-base",
        "series-column-signals",
    ];
    let heads = heads.map(|key| pen.get(key));
    let head_cells = heads.iter().map(|head| width(head)).max().unwrap_or(0) + 1;
    let of_point = |point: &SeriesPoint| {
        let base = if with_base { width(&base(point)) } else { 0 };
        [width(&point.label), width(&value(point)), base, width(&word(point).0)]
            .into_iter()
            .max()
            .unwrap_or(0)
    };
    let column = finding.points.iter().map(of_point).max().unwrap_or(0) + 2;
    let seen = (cells.saturating_sub(head_cells) / column).min(finding.points.len());
    let points = &finding.points[finding.points.len() - seen..];
    let line = |head: &String, cell: &dyn Fn(&SeriesPoint) -> (String, Style)| {
        let mut line = Row::new().cell(head, head_cells, theme.faint());
        for point in points {
            let (text, style) = cell(point);
            line = line.right(&text, column, style);
        }
        line.line()
    };
    let mut lines = vec![
        line(&heads[0], &|point| (pen.clean(&point.label), theme.faint())),
        line(&heads[1], &|point| (value(point), theme.strong())),
    ];
    if with_base {
        lines.push(line(&heads[2], &|point| (base(point), theme.text())));
    }
    lines.push(line(&heads[3], &word));
    lines
}

/// Phases with their signals, before and after, and what cannot be said.
fn details(finding: &SeriesFinding, pen: &Pen, cells: usize) -> Vec<Line<'static>> {
    let theme = pen.theme();
    let mut lines = Vec::new();
    for phase in &finding.phases {
        let begin = match &phase.cause {
            None => phrase("series-phase-begin"),
            Some(cause) => phrase("series-phase-cause").with("cause", cause.as_str()),
        };
        let begin = pen.say(&begin.with("from", phase.from.as_str()).with("n", phase.n));
        let said = format!("{begin}{}", pen.clean(&phase.sentence));
        lines.extend(pen.short_paragraph(&said, cells, 2, theme.text()));
        for signal in &phase.signals {
            let (sign, style) = sign(signal.good, pen);
            let said = format!("  {sign} {}", pen.clean(&signal.sentence));
            lines.extend(pen.short_paragraph(&said, cells, 2, style));
        }
    }
    if let Some(target) = finding.target {
        let said = phrase("series-target-is").with("value", series_level_text(finding, target));
        lines.extend(pen.short_paragraph(&pen.say(&said), cells, 1, theme.text()));
    }
    lines.extend(pen.short_paragraph(&pen.clean(&finding.series_break.sentence), cells, 4, theme.text()));
    for remark in &finding.remarks {
        lines.extend(pen.short_paragraph(&pen.clean(remark), cells, 2, theme.faint()));
    }
    lines
}
