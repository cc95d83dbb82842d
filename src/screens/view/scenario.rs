//! 案: the list of scenarios, and the page on which one is tried out. It always says that it is no data.

use ratatui::style::Style;
use ratatui::text::Line;

use super::Room;
use crate::phrase::phrase;
use crate::report;
use crate::report::finding::{ScenarioFinding, ScenarioHour};
use crate::report::{UNKNOWN, decimal_text, hour_list};
use crate::screens::desk::Shown;
use crate::screens::pen::{Pen, Row};
use crate::screens::scenario::{Part, Trying};
use crate::screens::text::{cut, width};
use crate::screens::widget::bar;
use crate::screens::widget::list::window;
use crate::worktime::TaskCode;

/// Cells of the scale on the left.
const SCALE: usize = 5;
/// Series of the bars: as measured, and in the scenario.
const SERIES: [(usize, &str); 2] = [(4, "."), (1, "#")];
/// Most moves that are listed; the latest are.
const MOVES: usize = 3;

/// The scenarios of the book, after a new one.
pub fn list_lines(shown: &Shown, row: usize, pen: &Pen, room: Room) -> Vec<Line<'static>> {
    let theme = pen.theme();
    let list = report::scenarios(&shown.holdings, pen.words());
    let mut lines = vec![Line::styled(pen.clean(&list.label), theme.strong())];
    lines.extend(pen.paragraph(&pen.get("screens-scenarios-say"), room.width, theme.text()));
    lines.push(Line::default());
    let style = |place: usize| if place == row { theme.chosen() } else { theme.text() };
    let new = vec![
        Row::new()
            .cell(&pen.get("screens-new-scenario"), room.width, style(0))
            .line(),
    ];
    let kept = list.scenarios.iter().enumerate().map(|(place, scenario)| {
        let said = phrase("screens-scenario-line")
            .with("name", scenario.name.clone())
            .with("wave", scenario.wave_label.clone())
            .with("moves", scenario.moves);
        vec![Row::new().cell(&pen.say(&said), room.width, style(place + 1)).line()]
    });
    let items = std::iter::once(new).chain(kept).collect();
    let rows = room.height.saturating_sub(lines.len());
    lines.extend(window(items, row, rows));
    lines
}

/// The page on which a scenario is tried out; the next move is shown as if it were made.
pub fn page(shown: &Shown, trying: &Trying, pen: &Pen, room: Room) -> super::Page {
    let theme = pen.theme();
    let (scenario, fault) = trying.with_next(&shown.holdings.founding.task_list);
    let finding = report::scenario(&shown.holdings, &trying.load, &scenario, pen.words());
    let mut below = Vec::new();
    below.extend(here(shown, trying, pen, room.width));
    below.extend(shift(&finding, trying, pen, room.width));
    let (fields, cursor) = fields(shown, trying, pen, room.width);
    let field_row = below.len();
    below.extend(fields);
    let problem = trying
        .problem
        .clone()
        .or(fault)
        .map(|why| pen.say(&why))
        .or(finding.fault.clone());
    if let Some(problem) = problem {
        below.extend(pen.short_paragraph(&format!("! {problem}"), room.width, 2, theme.bad()));
    }
    below.extend(moves(&finding, trying, pen, room.width));
    below.extend(effects(&finding, pen, room.width));
    below.extend(short_hours(&finding, pen, room.width));
    let mut lines = vec![head(&finding, pen, room.width), legend(pen, room.width)];
    let rows = room.height.saturating_sub(lines.len() + 1 + below.len()).clamp(3, 16);
    lines.extend(bars(&finding, pen, rows, room.width));
    lines.push(hour_labels(&finding, trying, pen, room.width));
    let at = lines.len() + field_row;
    lines.extend(below);
    super::Page {
        lines,
        cursor: cursor.map(|(column, row)| (column, row + at)),
    }
}

fn head(finding: &ScenarioFinding, pen: &Pen, cells: usize) -> Line<'static> {
    let theme = pen.theme();
    let label = format!(" {} ", pen.clean(&finding.label));
    let said = phrase("screens-scenario-head")
        .with("name", finding.name.clone())
        .with("wave", finding.wave_label.clone())
        .with("days", finding.days)
        .with("sheets", finding.sheets);
    let free = cells.saturating_sub(width(&label) + 1);
    Row::new()
        .text(label, theme.chosen())
        .gap(1)
        .text(cut(pen.say(&said).trim_start(), free), theme.text())
        .line()
}

fn legend(pen: &Pen, cells: usize) -> Line<'static> {
    let theme = pen.theme();
    let names = [pen.get("scenario-column-before"), pen.get("scenario-column-after")];
    let mut row = Row::new();
    for ((series, letter), name) in SERIES.into_iter().zip(names) {
        row = row
            .parts(vec![bar::area(pen, series, 1, &[letter.to_owned()])])
            .text(format!(" {name}  "), theme.text());
    }
    let free = cells.saturating_sub(row.width());
    row.text(cut(&pen.get("screens-scenario-legend"), free), theme.faint())
        .line()
}

/// Cells of one hour: two bars, and a blank where there is room.
fn step(cells: usize) -> usize {
    if cells >= SCALE + 24 * 3 { 3 } else { 2 }
}

fn heights(hour: &ScenarioHour) -> [f64; 2] {
    [hour.before, hour.after.unwrap_or(hour.before)]
}

fn bars(finding: &ScenarioFinding, pen: &Pen, rows: usize, cells: usize) -> Vec<Line<'static>> {
    let theme = pen.theme();
    let top = finding.hours.iter().flat_map(heights).fold(1.0, f64::max);
    let gap = step(cells) - SERIES.len();
    (0..rows)
        .rev()
        .map(|level| {
            let scale = if level + 1 == rows {
                decimal_text(top, 0)
            } else {
                String::new()
            };
            let mut row = Row::new()
                .right(&scale, SCALE - 1, theme.faint())
                .text(pen.divider(), theme.faint());
            for hour in &finding.hours {
                for (height, (series, letter)) in heights(hour).into_iter().zip(SERIES) {
                    let filled = bar::length(height, top, rows) > level;
                    row = if filled {
                        row.parts(vec![bar::area(pen, series, 1, &[letter.to_owned()])])
                    } else {
                        row.gap(1)
                    };
                }
                row = row.gap(gap);
            }
            row.line()
        })
        .collect()
}

fn hour_labels(finding: &ScenarioFinding, trying: &Trying, pen: &Pen, cells: usize) -> Line<'static> {
    let theme = pen.theme();
    let gap = step(cells) - SERIES.len();
    let mut row = Row::new().cell(&pen.get("screens-hour"), SCALE, theme.faint());
    for hour in &finding.hours {
        let style: Style = if hour.hour == trying.from {
            theme.chosen()
        } else if trying.way.moves() && hour.hour == trying.to {
            theme.strong().add_modifier(ratatui::style::Modifier::UNDERLINED)
        } else {
            theme.text()
        };
        row = row.text(format!("{:>2}", hour.hour), style).gap(gap);
    }
    row.line()
}

fn task_name(shown: &Shown, code: &TaskCode, pen: &Pen) -> String {
    let task = shown.holdings.founding.task_list.task(code);
    let name = task.map_or("", |task| pen.words().lang().of(&task.name));
    format!("{} {}", pen.clean(code.as_str()), pen.clean(name))
}

/// How much there is of the chosen task in the chosen hour.
fn here(shown: &Shown, trying: &Trying, pen: &Pen, cells: usize) -> Vec<Line<'static>> {
    let Some(task) = trying.task() else { return Vec::new() };
    let said = phrase("screens-scenario-here")
        .with("hour", trying.from)
        .with("task", task_name(shown, task, pen))
        .with("minutes", decimal_text(trying.load.mean(task, trying.from), 1));
    pen.short_paragraph(&pen.say(&said), cells, 1, pen.theme().text())
}

/// Care work in the chosen hours, as measured and in the scenario.
fn shift(finding: &ScenarioFinding, trying: &Trying, pen: &Pen, cells: usize) -> Vec<Line<'static>> {
    let chosen = |hour: &&ScenarioHour| hour.hour == trying.from || (trying.way.moves() && hour.hour == trying.to);
    let said: Vec<String> = finding
        .hours
        .iter()
        .filter(chosen)
        .map(|hour| {
            let [before, after] = heights(hour).map(|minutes| decimal_text(minutes, 0));
            let said = phrase("screens-scenario-hour")
                .with("hour", hour.hour)
                .with("before", before)
                .with("after", after);
            pen.say(&said)
        })
        .collect();
    pen.short_paragraph(&said.join("  "), cells, 1, pen.theme().strong())
}

/// The parts of the next move in two lines, and the cursor where minutes are typed.
fn fields(shown: &Shown, trying: &Trying, pen: &Pen, cells: usize) -> (Vec<Line<'static>>, Option<(usize, usize)>) {
    let theme = pen.theme();
    let style = |part: Part| {
        if part == trying.part {
            theme.chosen()
        } else {
            theme.strong()
        }
    };
    let value = |part: Part, text: String| (format!("[{text}]"), style(part));
    let faint = theme.faint();
    let (way, way_style) = value(Part::Way, pen.say(&trying.way.phrase()));
    let first = Row::new()
        .text(format!("{} ", pen.get("screens-part-way")), faint)
        .text(way, way_style)
        .text(format!("  {} ", pen.get("screens-part-task")), faint);
    let name = trying
        .task()
        .map_or_else(String::new, |task| task_name(shown, task, pen));
    let free = cells.saturating_sub(first.width() + 2);
    let (task, task_style) = value(Part::Task, cut(&name, free));
    let hour = |hour: u16| pen.say(&phrase("screens-part-hour").with("hour", hour));
    let (from, from_style) = value(Part::From, hour(trying.from));
    let mut second = Row::new()
        .text(format!("{} ", pen.get("screens-part-from")), faint)
        .text(from, from_style);
    if trying.way.moves() {
        let (to, to_style) = value(Part::To, hour(trying.to));
        second = second
            .text(format!("  {} ", pen.get("screens-part-to")), faint)
            .text(to, to_style);
    }
    second = second.text(format!("  {} ", pen.get("screens-part-minutes")), faint);
    let column = second.width() + 1 + width(&trying.minutes.before_cursor());
    let (minutes, minutes_style) = value(Part::Minutes, format!("{:<4}", trying.minutes.text()));
    let second = second.text(minutes, minutes_style);
    let cursor = (trying.part == Part::Minutes).then_some((column, 1));
    (vec![first.text(task, task_style).line(), second.line()], cursor)
}

/// The moves so far, the latest of them.
fn moves(finding: &ScenarioFinding, trying: &Trying, pen: &Pen, cells: usize) -> Vec<Line<'static>> {
    let theme = pen.theme();
    let made = trying.scenario.moves.len();
    let shown: Vec<_> = finding.moves.iter().take(made).enumerate().collect();
    let hidden = shown.len().saturating_sub(MOVES);
    let mut lines: Vec<Line<'static>> = shown
        .into_iter()
        .skip(hidden)
        .map(|(place, step)| pen.line(cut(&format!("{:>2} {}", place + 1, pen.clean(&step.sentence)), cells)))
        .collect();
    if lines.is_empty() {
        lines.push(Line::styled(
            cut(&pen.get("screens-no-moves-yet"), cells),
            theme.faint(),
        ));
    }
    lines
}

/// Figures of the day, as measured and in the scenario, as many in a line as fit.
fn effects(finding: &ScenarioFinding, pen: &Pen, cells: usize) -> Vec<Line<'static>> {
    let theme = pen.theme();
    let shown =
        |value: Option<f64>, decimals| value.map_or_else(|| pen.clean(UNKNOWN), |value| decimal_text(value, decimals));
    let mut lines = Vec::new();
    let mut row = Row::new();
    for effect in finding.effects.iter().filter(|effect| effect.before.is_some()) {
        let (before, after) = (
            shown(effect.before, effect.decimals),
            shown(effect.after, effect.decimals),
        );
        let (name, figures) = (pen.clean(&effect.name), pen.clean(&format!(" {before} → {after}")));
        let style = if before == after { theme.text() } else { theme.strong() };
        if row.width() > 0 && row.width() + 2 + width(&name) + width(&figures) > cells {
            lines.push(std::mem::take(&mut row).line());
        }
        if row.width() > 0 {
            row = row.gap(2);
        }
        row = row.text(name, theme.text()).text(figures, style);
    }
    lines.push(row.line());
    lines
}

/// Hours to which more work came than slack was there.
fn short_hours(finding: &ScenarioFinding, pen: &Pen, cells: usize) -> Vec<Line<'static>> {
    let short = |hour: &&ScenarioHour| hour.short.is_some_and(|short| short > 0.0);
    let hours: Vec<u16> = finding.hours.iter().filter(short).map(|hour| hour.hour).collect();
    if hours.is_empty() {
        return Vec::new();
    }
    let said = phrase("screens-short-hours").with("hours", hour_list(&hours));
    pen.short_paragraph(&format!("! {}", pen.say(&said)), cells, 1, pen.theme().bad())
}
