//! 推移: sheets and minutes month by month; a month that nobody counted is a gap.

use ratatui::text::{Line, Span};

use super::{known, month_text};
use crate::documents::DocumentMonth;
use crate::office::Month;
use crate::phrase::phrase;
use crate::screens::desk::Shown;
use crate::screens::model::Model;
use crate::screens::pen::{Pen, Row};
use crate::screens::view::Room;
use crate::screens::widget::bar::single;

/// Columns of the month.
const MONTH: usize = 14;
/// Columns of a figure.
const FIGURE: usize = 9;

/// What is known of a month.
struct Point {
    month: Month,
    counted: bool,
    sheets: Option<u64>,
    minutes: Option<u64>,
    planned: Option<u64>,
}

impl Point {
    /// Whether nothing is known of it.
    fn is_gap(&self) -> bool {
        !self.counted && self.planned.is_none()
    }
}

/// The view.
pub fn lines(model: &Model, shown: &Shown, pen: &Pen, room: Room) -> Vec<Line<'static>> {
    let theme = pen.theme();
    let row = model.documents.trend.row;
    let ledger = &shown.holdings.documents;
    let name = match row.checked_sub(1).and_then(|place| ledger.kinds.get(place)) {
        Some(kind) => kind.name.clone(),
        None => pen.get("paperview-trend-all"),
    };
    let points = points(shown, row);
    let counted = points.iter().filter(|point| point.counted).count();
    let title = phrase("paperview-trend-says")
        .with("name", name)
        .with("counted", counted)
        .with("gaps", points.len() - counted);
    let mut lines = pen.short_paragraph(&pen.say(&title), room.width, 2, theme.strong());
    lines.push(Line::styled(pen.get("paperview-trend-how"), theme.faint()));
    lines.push(Line::default());
    if points.is_empty() {
        lines.extend(pen.paragraph(&pen.get("paperview-result-uncounted"), room.width, theme.text()));
        return lines;
    }
    let free = room.width.saturating_sub(MONTH + 3 * FIGURE + 1);
    let style = theme.faint();
    lines.push(
        Row::new()
            .cell("", MONTH + free + 1, style)
            .right(&pen.get("paperview-list-sheets"), FIGURE, style)
            .right(&pen.get("paperview-list-goal"), FIGURE, style)
            .right(&pen.get("paperview-list-minutes"), FIGURE, style)
            .line(),
    );
    let size = |sheets: Option<u64>| {
        sheets
            .and_then(|sheets| u32::try_from(sheets).ok())
            .map_or(0.0, f64::from)
    };
    let longest = points.iter().map(|point| size(point.sheets)).fold(0.0, f64::max);
    let mut drawn = Vec::new();
    for run in points.chunk_by(|one, other| one.is_gap() && other.is_gap()) {
        match run {
            [first, .., last] if first.is_gap() => {
                let gap = phrase("paperview-trend-gaps")
                    .with("from", month_text(first.month, pen))
                    .with("to", month_text(last.month, pen))
                    .with("count", run.len());
                drawn.push(Line::styled(pen.say(&gap), theme.faint()));
            }
            run => drawn.extend(run.iter().map(|point| {
                let bar = single(pen, 0, size(point.sheets), longest, free);
                line(point, bar, free, pen)
            })),
        }
    }
    // The latest months are looked for first.
    let rows = room.height.saturating_sub(lines.len());
    let hidden = drawn.len().saturating_sub(rows);
    lines.extend(drawn.into_iter().skip(hidden));
    lines
}

/// A month with its bar and its figures.
fn line(point: &Point, bar: Span<'static>, free: usize, pen: &Pen) -> Line<'static> {
    let theme = pen.theme();
    let row = Row::new().cell(&month_text(point.month, pen), MONTH, theme.text());
    let row = match point.sheets {
        Some(_) => row.parts(vec![bar]),
        None if point.counted => row.text(pen.get("paperview-trend-partly"), theme.faint()),
        None => row.text(pen.get("paperview-trend-gap"), theme.faint()),
    };
    row.to(MONTH + free + 1)
        .right(&known(point.sheets, pen), FIGURE, theme.text())
        .right(&known(point.planned, pen), FIGURE, theme.text())
        .right(&known(point.minutes, pen), FIGURE, theme.text())
        .line()
}

/// Every month from the first that was counted or planned to the last, of all kinds or of one.
fn points(shown: &Shown, row: usize) -> Vec<Point> {
    let finding = &shown.documents;
    let ledger = &shown.holdings.documents;
    let kind = row.checked_sub(1).and_then(|place| ledger.kinds.get(place));
    let known = finding.trend.iter().map(|it| it.month.month);
    let months: Vec<Month> = known.chain(ledger.goals.iter().map(|goal| goal.month)).collect();
    let Some((first, last)) = months.iter().min().zip(months.iter().max()) else {
        return Vec::new();
    };
    let point = |month: Month| match kind {
        None => {
            let it = finding.trend.iter().find(|it| it.month.month == month);
            Point {
                month,
                counted: it.is_some(),
                sheets: it.and_then(|it| it.sheets),
                minutes: it.and_then(|it| it.minutes),
                planned: ledger.all_planned(month),
            }
        }
        Some(kind) => {
            let counted = ledger.month(kind.id, month);
            Point {
                month,
                counted: counted.is_some(),
                sheets: counted.and_then(DocumentMonth::sheets),
                minutes: counted.and_then(DocumentMonth::minutes),
                planned: ledger.goal(kind.id, month).map(|goal| u64::from(goal.sheets)),
            }
        }
    };
    first.to(*last).map(point).collect()
}
