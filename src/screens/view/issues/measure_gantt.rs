//! The measures over the weeks: a bar from the first to the last day, steps and checks on it, and today.

use chrono::{Datelike, Days, NaiveDate};
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::issues::Status;
use crate::phrase::phrase;
use crate::report::finding::{MeasureLine, PlanWeeks};
use crate::screens::pen::{Pen, Row};
use crate::screens::text::{cut, width};
use crate::screens::view::Room;
use crate::screens::widget::list::window;

/// Most cells of a week.
const WIDEST_WEEK: usize = 7;
/// Cells of the day of a Monday with a blank behind it.
const DAY: usize = 3;
/// What stands for today, an open and a done step, an open and a done check.
const TODAY: char = '|';
const STEP: [char; 2] = ['o', '*'];
const CHECK: [char; 2] = ['?', 'v'];

/// Weeks laid over cells: the first day that is seen, how many weeks, and on how many cells.
struct Scale {
    first: NaiveDate,
    weeks: usize,
    cells: usize,
}

impl Scale {
    fn of(weeks: PlanWeeks, today: NaiveDate, room: usize) -> Self {
        let all = usize::try_from((weeks.to - weeks.from).num_days() / 7 + 1).unwrap_or(1);
        let seen = all.min(room.max(1));
        // A plan that is longer than the screen is seen around today.
        let now = usize::try_from((today - weeks.from).num_days().max(0) / 7).unwrap_or(0);
        let skipped = now.saturating_sub(seen / 2).min(all - seen);
        let days = Days::new(u64::try_from(skipped * 7).unwrap_or(0));
        Self {
            first: weeks.from.checked_add_days(days).unwrap_or(weeks.from),
            weeks: seen,
            cells: room.min(seen * WIDEST_WEEK),
        }
    }

    /// The cell of a day; `None` where it is not seen.
    fn cell(&self, day: NaiveDate) -> Option<usize> {
        let days = usize::try_from((day - self.first).num_days()).ok()?;
        (days < self.weeks * 7).then_some(days * self.cells / (self.weeks * 7))
    }

    /// The cell in which a week begins.
    fn begins(&self, week: usize) -> usize {
        week * self.cells / self.weeks
    }

    fn monday(&self, week: usize) -> NaiveDate {
        let days = Days::new(u64::try_from(week * 7).unwrap_or(0));
        self.first.checked_add_days(days).unwrap_or(self.first)
    }
}

/// The weeks, with the measures in this order.
pub fn lines(
    (today, weeks): (NaiveDate, PlanWeeks),
    order: &[&MeasureLine],
    chosen: usize,
    pen: &Pen,
    room: Room,
) -> Vec<Line<'static>> {
    let theme = pen.theme();
    let status = Status::ALL.map(|status| width(&pen.say(&status.phrase())));
    let status = status.into_iter().max().unwrap_or(0) + 1;
    let name = (room.width * 2 / 7).max(16);
    let left = name + status;
    let scale = Scale::of(weeks, today, room.width.saturating_sub(left + 1));
    let mut lines = heads(&scale, today, left, pen);
    let legend = pen.short_paragraph(&pen.get("measures-legend"), room.width, 2, theme.faint());
    let rows = room.height.saturating_sub(lines.len() + legend.len());
    let items = order
        .iter()
        .enumerate()
        .map(|(place, line)| {
            let style = if place == chosen { theme.chosen() } else { theme.text() };
            let text = format!("{} {}", line.number, pen.clean(&line.text));
            let row = Row::new()
                .cell(&cut(&text, name - 1), name - 1, style)
                .gap(1)
                .cell(&pen.clean(&line.status_name), status, theme.text())
                .parts(bar(line, &scale, today, pen));
            vec![row.line()]
        })
        .collect();
    lines.extend(window(items, chosen, rows));
    lines.extend(legend);
    lines
}

/// Months, the days of the Mondays, and where today is.
fn heads(scale: &Scale, today: NaiveDate, left: usize, pen: &Pen) -> Vec<Line<'static>> {
    let theme = pen.theme();
    let mut days = Row::new().gap(left);
    let apart = (DAY * scale.weeks).div_ceil(scale.cells.max(1)).max(1);
    for week in (0..scale.weeks).step_by(apart) {
        if scale.begins(week) + 2 > scale.cells {
            break;
        }
        days = days
            .to(left + scale.begins(week))
            .text(format!("{:<2}", scale.monday(week).day()), theme.faint());
    }
    let now = scale.cell(today).map(|cell| {
        let said = format!("{TODAY}{}", pen.get("measures-today"));
        let cell = cell.min(scale.cells.saturating_sub(width(&said)));
        Row::new().gap(left + cell).text(said, theme.strong()).line()
    });
    let months = months(scale, left, pen);
    [Some(months), Some(days.line()), now].into_iter().flatten().collect()
}

/// The months over the weeks in which they begin; with the year where there is room for it.
fn months(scale: &Scale, left: usize, pen: &Pen) -> Line<'static> {
    let mut begins: Vec<(usize, NaiveDate)> = Vec::new();
    for week in 0..scale.weeks {
        let monday = scale.monday(week);
        if begins.last().is_none_or(|(_, last)| last.month() != monday.month()) {
            begins.push((scale.begins(week), monday));
        }
    }
    let ends = begins.iter().skip(1).map(|(at, _)| *at).chain([scale.cells]);
    let ends: Vec<usize> = ends.collect();
    let mut row = Row::new().gap(left);
    for (place, ((at, monday), end)) in begins.iter().zip(ends).enumerate() {
        let month = pen.say(&phrase("measures-month").with("month", monday.month()));
        let with_year = phrase("measures-year-month")
            .with("year", monday.year().to_string())
            .with("month", monday.month());
        let with_year = pen.say(&with_year);
        let begins_a_year = place == 0 || monday.month() == 1;
        let said = [with_year, month]
            .into_iter()
            .skip(usize::from(!begins_a_year))
            .find(|said| width(said) < end - at);
        row = row.to(left + at).text(said.unwrap_or_default(), pen.theme().text());
    }
    row.line()
}

/// The cells of one measure.
fn bar(line: &MeasureLine, scale: &Scale, today: NaiveDate, pen: &Pen) -> Vec<Span<'static>> {
    let theme = pen.theme();
    let series = Status::ALL
        .iter()
        .position(|status| *status == line.status)
        .unwrap_or(0);
    let last = scale.monday(scale.weeks).pred_opt().unwrap_or(line.end);
    let from = scale.cell(line.start.max(scale.first));
    let to = scale.cell(line.end.min(last));
    let within = |cell: usize| from.is_some_and(|from| cell >= from) && to.is_some_and(|to| cell <= to);
    let mut cells: Vec<(char, Style)> = (0..scale.cells)
        .map(|cell| {
            if within(cell) {
                (theme.filling(series), theme.series(series))
            } else {
                (' ', theme.text())
            }
        })
        .collect();
    let mut put = |day: NaiveDate, sign: char| {
        if let Some(cell) = scale.cell(day).and_then(|cell| cells.get_mut(cell)) {
            cell.0 = sign;
        }
    };
    put(today, TODAY);
    for check in &line.checks {
        put(check.on, CHECK[usize::from(check.done.is_some())]);
    }
    for step in &line.steps {
        put(step.due, STEP[usize::from(step.done.is_some())]);
    }
    let mut spans: Vec<Span<'static>> = Vec::new();
    for (sign, style) in cells {
        match spans.last_mut() {
            Some(span) if span.style == style => span.content.to_mut().push(sign),
            _ => spans.push(Span::styled(sign.to_string(), style)),
        }
    }
    spans
}
