//! The page of what belongs to a measure: its steps, its checks, the indicators to watch.

use ratatui::text::Line;

use crate::issues::Measure;
use crate::phrase::phrase;
use crate::report::finding::MeasureLine;
use crate::screens::desk::Shown;
use crate::screens::issues::{MeasureParts, Part, parts};
use crate::screens::pen::{Pen, Row};
use crate::screens::view::Room;
use crate::screens::widget::list::window;

/// The page.
pub fn lines(shown: &Shown, page: &MeasureParts, pen: &Pen, room: Room) -> Vec<Line<'static>> {
    let theme = pen.theme();
    let found = shown.holdings.issues.measure(page.measure);
    let line = shown
        .issues
        .measures
        .measures
        .iter()
        .find(|line| line.number == page.measure.0);
    let (Some(measure), Some(line)) = (found, line) else {
        return Vec::new();
    };
    let title = phrase("measures-parts-of")
        .with("number", line.number.to_string())
        .with("text", line.text.as_str());
    let mut lines = pen.short_paragraph(&pen.say(&title), room.width, 2, theme.strong());
    lines.extend(pen.paragraph(&pen.get("measures-parts-say"), room.width, theme.text()));
    let items = items(shown, measure, line, page.row, pen, room.width);
    let rows = room.height.saturating_sub(lines.len());
    lines.extend(window(items, page.row, rows));
    lines
}

/// The rows; the first of each kind has its heading above it.
fn items(
    shown: &Shown,
    measure: &Measure,
    line: &MeasureLine,
    chosen: usize,
    pen: &Pen,
    cells: usize,
) -> Vec<Vec<Line<'static>>> {
    let theme = pen.theme();
    let heading = |said: String| vec![Line::default(), Line::styled(said, theme.strong())];
    let mut items: Vec<Vec<Line<'static>>> = Vec::new();
    let mut above = Vec::new();
    if measure.steps.is_empty() {
        above = heading(pen.get("measures-no-steps"));
    }
    let mut kind = None;
    for (place, part) in parts(measure, &shown.holdings).into_iter().enumerate() {
        let own = std::mem::discriminant(&part);
        let mut lines = std::mem::take(&mut above);
        if kind != Some(own) {
            kind = Some(own);
            lines.extend(heading(match part {
                Part::Step(_) => pen.get("measures-steps"),
                Part::Check(_) => pen.get("measures-checks"),
                Part::Indicator(_) => pen.get("measures-indicators"),
            }));
        }
        let style = if place == chosen { theme.chosen() } else { theme.text() };
        let said = row_text(&part, shown, line, pen);
        lines.push(Row::new().gap(1).cell(&said, cells.saturating_sub(1), style).line());
        items.push(lines);
    }
    items
}

fn row_text(part: &Part, shown: &Shown, line: &MeasureLine, pen: &Pen) -> String {
    let sign = |is_done: bool| if is_done { "[x]" } else { "[ ]" };
    let late = |overdue: bool| {
        if overdue {
            pen.get("measures-late")
        } else {
            String::new()
        }
    };
    let said = match part {
        Part::Step(number) => line.steps.get(number - 1).map(|step| {
            let done = step.done.map_or_else(
                || late(step.overdue),
                |day| pen.say(&phrase("measures-done-on").with("day", day.to_string())),
            );
            format!(
                "{} {} {}  {done}",
                sign(step.done.is_some()),
                step.due,
                pen.clean(&step.text)
            )
        }),
        Part::Check(day) => line.checks.iter().find(|check| check.on == *day).map(|check| {
            let done = check.done.map_or_else(
                || late(check.overdue),
                |day| pen.say(&phrase("measures-checked-on").with("day", day.to_string())),
            );
            format!("{} {day}  {done}", sign(check.done.is_some()))
        }),
        Part::Indicator(id) => {
            let watched = line.indicators.iter().find(|it| it.id == *id);
            let name = match (watched, shown.holdings.catalog.indicator(id)) {
                (Some(watched), _) => pen.clean(&watched.sentence),
                (None, Some(indicator)) => pen.clean(pen.name(&indicator.name)),
                (None, None) => pen.clean(id),
            };
            Some(format!("{} {name}", sign(watched.is_some())))
        }
    };
    said.unwrap_or_default()
}
