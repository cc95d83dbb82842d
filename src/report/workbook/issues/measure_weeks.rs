//! The weeks of the plan as filled cells, with signs of steps and checks.

use chrono::{Datelike, Days, NaiveDate};
use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder, FormatPattern, XlsxError};

use super::super::look::{self, Look, Role};
use super::super::page::{Page, row};
use super::super::width;
use super::measures::{GRID, GRID_UNITS, section};
use crate::issues::Status;
use crate::phrase::phrase;
use crate::report::finding::{MeasureLine, MeasuresFinding, PlanWeeks};
use crate::text::Text;

/// Columns of the names beside the weeks.
const NAMES: u16 = 14;

/// Weeks laid over columns: weeks of a column, columns of a week, columns in all.
struct Scale {
    weeks: PlanWeeks,
    weeks_a_column: u16,
    columns_a_week: u16,
    columns: u16,
}

impl Scale {
    fn of(weeks: PlanWeeks) -> Self {
        let room = GRID - NAMES;
        let all = u16::try_from((weeks.to - weeks.from).num_days() / 7 + 1).unwrap_or(u16::MAX);
        let weeks_a_column = all.div_ceil(room);
        let columns_a_week = (room / all.max(1)).clamp(1, 3);
        Self {
            weeks,
            weeks_a_column,
            columns_a_week,
            columns: all.div_ceil(weeks_a_column) * columns_a_week,
        }
    }

    /// The column of a day.
    fn column(&self, day: NaiveDate) -> u16 {
        let days = u32::try_from((day - self.weeks.from).num_days()).unwrap_or(0);
        let a_column = 7 * u32::from(self.weeks_a_column);
        let at = days * u32::from(self.columns_a_week) / a_column;
        NAMES + u16::try_from(at).unwrap_or(u16::MAX).min(self.columns - 1)
    }

    /// The day on which a week or the first of several begins.
    fn day(&self, column: u16) -> NaiveDate {
        let weeks = u64::from(column / self.columns_a_week) * u64::from(self.weeks_a_column);
        let days = Days::new(weeks * 7);
        self.weeks.from.checked_add_days(days).unwrap_or(self.weeks.to)
    }
}

/// The weeks as filled cells. Returns the row after them.
pub(super) fn gantt(
    page: &mut Page,
    finding: &MeasuresFinding,
    weeks: PlanWeeks,
    top: u32,
    text: &Text,
) -> Result<u32, XlsxError> {
    let scale = Scale::of(weeks);
    section(page, top, &text.get("measures-sheet-weeks"))?;
    let legend = text.get("measures-sheet-legend");
    page.across(top + 1, (0, GRID - 1), &legend, Look::words(Role::Note).wrapped())?;
    let head = top + 2;
    let look = Look::words(Role::Head);
    page.across(head, (0, 9), &text.get("measures-column-measure"), look)?;
    page.across(head, (10, NAMES - 1), &text.get("measures-column-status"), look)?;
    months(page, &scale, head, text)?;
    let today = (weeks.from..=weeks.to)
        .contains(&finding.today)
        .then(|| scale.column(finding.today));
    for (place, line) in finding.measures.iter().enumerate() {
        let at = head + 1 + row(place);
        let name = format!("{} {}", line.number, line.text);
        page.across(at, (0, 9), &name, Look::words(Role::Body).wrapped())?;
        page.across(
            at,
            (10, NAMES - 1),
            &line.status_name,
            Look::words(Role::Body).wrapped(),
        )?;
        weeks_of(page, line, &scale, (at, today))?;
    }
    Ok(head + 1 + row(finding.measures.len()))
}

/// The months over the columns in which they begin.
fn months(page: &mut Page, scale: &Scale, head: u32, text: &Text) -> Result<(), XlsxError> {
    let mut begins: Vec<(u16, NaiveDate)> = Vec::new();
    for at in (0..scale.columns).step_by(usize::from(scale.columns_a_week)) {
        let day = scale.day(at);
        if begins
            .last()
            .is_none_or(|(_, last)| last.month() != day.month() || last.year() != day.year())
        {
            begins.push((at, day));
        }
    }
    let ends: Vec<u16> = begins
        .iter()
        .skip(1)
        .map(|(at, _)| *at)
        .chain([scale.columns])
        .collect();
    for (place, ((from, day), end)) in begins.iter().zip(ends).enumerate() {
        let named = |with_year: bool| {
            let said = if with_year {
                phrase("measures-year-month").with("year", day.year().to_string())
            } else {
                phrase("measures-month")
            };
            text.say(&said.with("month", day.month()))
        };
        // A month of one narrow column is told by those beside it.
        let wide = f64::from(end - from) * GRID_UNITS;
        let with_year = place == 0 || day.month() == 1;
        let fits = |words: &str| width::of(words) * 1.08 <= wide;
        let words = [named(with_year), named(false), day.month().to_string()];
        let words = words.iter().find(|words| fits(words)).cloned().unwrap_or_default();
        page.across(head, (NAMES + from, NAMES + end - 1), &words, Look::words(Role::Head))?;
    }
    Ok(())
}

/// How the cells of a status are filled: told apart on a grey printer.
fn filled(format: Format, status: Status) -> Format {
    let (pattern, ink, ground) = match status {
        Status::Planned => (FormatPattern::Gray125, 0x0060_7078, 0x00FF_FFFF),
        Status::Underway => (FormatPattern::Solid, 0x009F_CBE6, 0x009F_CBE6),
        Status::Stuck => (FormatPattern::LightTrellis, 0x00D5_5E00, 0x00FF_FFFF),
        Status::Done => (FormatPattern::LightHorizontal, 0x0000_9E73, 0x00FF_FFFF),
        Status::Dropped => (FormatPattern::LightVertical, 0x0060_7078, 0x00FF_FFFF),
    };
    match pattern {
        FormatPattern::Solid => format.set_background_color(Color::RGB(ground)),
        _ => format
            .set_pattern(pattern)
            .set_foreground_color(Color::RGB(ink))
            .set_background_color(Color::RGB(ground)),
    }
}

/// The cells of one measure: filled from its first to its last day, with signs of steps and checks.
fn weeks_of(
    page: &mut Page,
    line: &MeasureLine,
    scale: &Scale,
    (at, today): (u32, Option<u16>),
) -> Result<(), XlsxError> {
    let (from, to) = (scale.column(line.start), scale.column(line.end));
    let mut signs = vec![String::new(); usize::from(GRID)];
    let mut put = |day: NaiveDate, sign: &str| {
        if let Some(cell) = signs.get_mut(usize::from(scale.column(day))) {
            sign.clone_into(cell);
        }
    };
    for check in &line.checks {
        put(check.on, if check.done.is_some() { "◆" } else { "◇" });
    }
    for step in &line.steps {
        put(step.due, if step.done.is_some() { "●" } else { "○" });
    }
    for col in NAMES..NAMES + scale.columns {
        let mut format = look::base()
            .set_align(FormatAlign::Center)
            .set_align(FormatAlign::VerticalCenter)
            .set_border_bottom(FormatBorder::Thin)
            .set_border_bottom_color(Color::RGB(0x00D0_D7DB));
        if (from..=to).contains(&col) {
            format = filled(format, line.status).set_bold();
        }
        if today == Some(col) {
            format = format.set_border_left(FormatBorder::MediumDashed);
        }
        let sign = signs.get(usize::from(col)).map_or("", String::as_str);
        if sign.is_empty() {
            page.sheet().write_blank(at, col, &format)?;
        } else {
            page.sheet().write_string_with_format(at, col, sign, &format)?;
        }
    }
    Ok(())
}
