//! 時間, planned against done: a sentence, then tasks, hours or the timetables themselves.

use ratatui::text::Line;

use super::Room;
use super::home::date;
use crate::phrase::phrase;
use crate::report::finding::{PlanHourLine, PlanTaskLine, PlanWave};
use crate::report::thousands;
use crate::screens::action::Command;
use crate::screens::keymap;
use crate::screens::model::Model;
use crate::screens::pen::{Pen, Row};
use crate::screens::plan::{self, PlanBy};
use crate::screens::widget::bar::{self, Part};
use crate::screens::widget::list::window;

/// Cells of a column of minutes.
const MINUTES: usize = 9;

/// The view, below the choices of the tab.
pub fn lines(model: &Model, pen: &Pen, room: Room) -> Vec<Line<'static>> {
    let theme = pen.theme();
    let mut lines = vec![ways(model, pen)];
    if model.plan_by == PlanBy::Plans {
        lines.extend(plans(model, pen, room, lines.len()));
        return lines;
    }
    let Some(wave) = plan::shown(model) else {
        lines.extend(pen.paragraph(&pen.get("plan-none-yet"), room.width, theme.text()));
        return lines;
    };
    let roomy = room.height >= 24;
    let rows = if roomy { 4 } else { 3 };
    lines.extend(pen.short_paragraph(&pen.clean(&wave.sentence), room.width, rows, theme.strong()));
    let counted = phrase("plan-counted")
        .with("sheets", wave.sheets)
        .with("compared", wave.compared)
        .with("people", wave.people)
        .with("unfilled", thousands(wave.unfilled));
    lines.extend(pen.short_paragraph(&pen.say(&counted), room.width, 1, theme.faint()));
    let below = Room {
        height: room.height.saturating_sub(lines.len()),
        ..room
    };
    lines.extend(match model.plan_by {
        PlanBy::Hour => hours(wave, model.time.row, pen, below),
        PlanBy::Task | PlanBy::Plans => tasks(wave, model.time.row, pen, below),
    });
    lines
}

/// The ways to look, with the key that goes through them.
fn ways(model: &Model, pen: &Pen) -> Line<'static> {
    let theme = pen.theme();
    let mut row = Row::new().gap(1);
    for by in PlanBy::ALL {
        let name = pen.say(&by.name());
        row = if by == model.plan_by {
            row.text(format!("[{name}]"), theme.strong())
        } else {
            row.text(format!(" {name} "), theme.faint())
        };
    }
    let keys = keymap::ROWS.iter().find(|row| row.command == Command::PlanWay);
    let key = keys
        .and_then(|row| row.keys.first())
        .map_or_else(String::new, |key| key.name());
    row.gap(2)
        .text(pen.clean(&key), theme.key())
        .gap(1)
        .text(pen.say(&Command::PlanWay.label()), theme.text())
        .line()
}

fn tasks(wave: &PlanWave, chosen: usize, pen: &Pen, room: Room) -> Vec<Line<'static>> {
    let theme = pen.theme();
    let faint = theme.faint();
    let name = room.width.saturating_sub(6 * MINUTES).max(16);
    let heads = [
        pen.get("plan-short-planned"),
        pen.get("plan-short-done"),
        pen.get("plan-short-as-planned"),
        pen.get("plan-short-shifted"),
        pen.get("plan-short-not-done"),
        pen.get("plan-short-not-planned"),
    ];
    let mut head = Row::new().cell(&pen.get("plan-minutes-of"), name, faint);
    for word in heads {
        head = head.right(&word, MINUTES, faint);
    }
    let mut lines = vec![head.line()];
    let items = plan::tasks(wave)
        .into_iter()
        .enumerate()
        .map(|(row, line)| vec![task(line, name, row == chosen, pen)])
        .collect();
    lines.extend(window(items, chosen, room.height.saturating_sub(1)));
    lines
}

fn task(line: &PlanTaskLine, name: usize, chosen: bool, pen: &Pen) -> Line<'static> {
    let theme = pen.theme();
    let told = format!("{:>2} {}", pen.clean(&line.code), pen.clean(&line.name));
    let figures = line.figures;
    let mut row = Row::new().cell(&told, name, theme.text());
    for minutes in [
        figures.planned,
        figures.done,
        figures.as_planned,
        figures.shifted,
        figures.not_done,
        figures.not_planned,
    ] {
        row = row.right(&thousands(minutes), MINUTES, theme.text());
    }
    row.chosen(chosen, theme.chosen())
}

fn hours(wave: &PlanWave, chosen: usize, pen: &Pen, room: Room) -> Vec<Line<'static>> {
    let lines = plan::hours(wave);
    let detail = lines
        .get(chosen)
        .map_or_else(Vec::new, |hour| detail(wave, hour, pen, room.width));
    let longest = lines.iter().map(|hour| hour.planned.max(hour.done)).max().unwrap_or(0);
    let items = lines
        .iter()
        .enumerate()
        .map(|(row, hour)| pair(hour, longest, row == chosen, pen, room.width))
        .collect();
    let mut drawn = vec![legend(pen)];
    drawn.extend(window(items, chosen, room.height.saturating_sub(detail.len() + 1)));
    drawn.extend(detail);
    drawn
}

/// Planned and done minutes of an hour, one bar below the other.
fn pair(hour: &PlanHourLine, longest: u32, chosen: bool, pen: &Pen, cells: usize) -> Vec<Line<'static>> {
    const HOUR: usize = 5;
    const NAME: usize = 9;
    let theme = pen.theme();
    let free = cells.saturating_sub(HOUR + NAME + MINUTES);
    let at = pen.say(&phrase("plan-hour").with("hour", hour.hour.to_string()));
    let bars = [
        (at, pen.get("plan-short-planned"), hour.planned),
        (String::new(), pen.get("plan-short-done"), hour.done),
    ];
    bars.into_iter()
        .map(|(at, name, minutes)| {
            let style = if chosen { theme.chosen() } else { theme.text() };
            let cells = bar::length(f64::from(minutes), f64::from(longest), free);
            let parts = [hour.as_planned, minutes.saturating_sub(hour.as_planned)];
            let parts = parts.iter().enumerate().map(|(series, minutes)| Part {
                series,
                size: f64::from(*minutes),
                labels: Vec::new(),
            });
            Row::new()
                .cell(&at, HOUR, style)
                .cell(&name, NAME, theme.text())
                .right(&thousands(minutes), MINUTES - 1, theme.text())
                .gap(1)
                .parts(bar::stacked_plain(pen, &parts.collect::<Vec<_>>(), cells))
                .line()
        })
        .collect()
}

/// What the two parts of a bar are.
fn legend(pen: &Pen) -> Line<'static> {
    let theme = pen.theme();
    Row::new()
        .gap(1)
        .parts(vec![bar::area(pen, 0, 3, &[])])
        .text(format!(" {}   ", pen.get("plan-part-as-planned")), theme.text())
        .parts(vec![bar::area(pen, 1, 3, &[])])
        .text(format!(" {}", pen.get("plan-part-other")), theme.text())
        .line()
}

/// The tasks of an hour that differ most.
fn detail(wave: &PlanWave, hour: &PlanHourLine, pen: &Pen, cells: usize) -> Vec<Line<'static>> {
    let theme = pen.theme();
    let mut pairs: Vec<_> = hour
        .tasks
        .iter()
        .filter(|(_, pair)| pair.planned != pair.done)
        .collect();
    pairs.sort_by_key(|(_, pair)| std::cmp::Reverse(pair.planned.abs_diff(pair.done)));
    let told: Vec<String> = pairs
        .iter()
        .take(3)
        .map(|(code, pair)| {
            let task = wave.tasks.iter().find(|task| task.code == **code);
            pen.say(
                &phrase("plan-hour-task")
                    .with("task", task.map_or("", |task| task.name.as_str()))
                    .with("planned", thousands(pair.planned))
                    .with("done", thousands(pair.done)),
            )
        })
        .collect();
    let told = if told.is_empty() {
        pen.get("plan-hour-same")
    } else {
        told.join(&pen.get("list-separator"))
    };
    let said = phrase("plan-hour-detail")
        .with("hour", hour.hour.to_string())
        .with("told", told);
    let mut lines = vec![pen.rule(cells)];
    lines.extend(pen.short_paragraph(&pen.say(&said), cells, 2, theme.text()));
    lines
}

fn plans(model: &Model, pen: &Pen, room: Room, above: usize) -> Vec<Line<'static>> {
    let theme = pen.theme();
    let plans = plan::plans(model);
    if plans.is_empty() {
        return pen.paragraph(&pen.get("plan-none-yet"), room.width, theme.text());
    }
    let rule = model.shown.as_ref().map_or("", |shown| shown.plan.rule.as_str());
    let below = pen.short_paragraph(&pen.clean(rule), room.width, 3, theme.faint());
    let items = plans
        .iter()
        .enumerate()
        .map(|(row, plan)| {
            let span = plan
                .span()
                .map_or_else(|| "-".to_owned(), |span| pen.say(&span.phrase()));
            let minutes = phrase("plan-minutes").with("minutes", thousands(plan.filled().0));
            let line = Row::new()
                .gap(1)
                .cell(&pen.clean(plan.staff.as_str()), 18, theme.text())
                .cell(&date(plan.date, pen), 16, theme.text())
                .cell(&span, 16, theme.text())
                .right(&pen.say(&minutes), 10, theme.text());
            vec![line.chosen(row == model.time.row, theme.chosen())]
        })
        .collect();
    let rows = room.height.saturating_sub(above + below.len() + 1);
    let mut lines = window(items, model.time.row, rows);
    lines.push(pen.rule(room.width));
    lines.extend(below);
    lines
}
