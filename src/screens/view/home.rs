//! ホーム: where the office stands, what comes next, what the figures say, and one picture.

use chrono::{Datelike, NaiveDate};
use ratatui::text::Line;

use super::Room;
use super::tasks::category_parts;
use crate::effect::Verdict;
use crate::phrase::{Phrase, phrase};
use crate::report::finding::{Comparisons, IndicatorFinding, WaveSummary};
use crate::screens::desk::Shown;
use crate::screens::figure::{grouped, percent, ratio, signed};
use crate::screens::pen::{Pen, Row};
use crate::screens::text::width;
use crate::screens::widget::bar::{self, as_f64, whole};

/// Points under which a sheet is worth a look before its figures are trusted.
const WORTH_A_LOOK: u32 = 60;
/// Share of unfilled minutes from which the home screen warns: beyond it no verdict reaches grade A.
const MUCH_UNFILLED: f64 = 0.05;

/// The page.
pub fn lines(shown: &Shown, pen: &Pen, room: Room) -> Vec<Line<'static>> {
    let theme = pen.theme();
    let roomy = room.height >= 30;
    let mut head = waves(shown, pen, room.width);
    head.push(Line::default());
    head.push(steps(shown, pen));
    head.extend(pen.short_paragraph(&next_step(shown, pen), room.width, 2, theme.strong()));
    for alarm in alarms(shown, pen) {
        head.extend(pen.short_paragraph(&alarm, room.width, 1, theme.bad()));
    }
    head.push(Line::default());
    let picture = picture(shown, pen, room.width, roomy);
    let rows = room.height.saturating_sub(head.len() + picture.len() + 1);
    let mut lines = head;
    lines.extend(sentences(shown, pen, room.width, rows));
    lines.push(Line::default());
    lines.extend(picture);
    lines
}

fn waves(shown: &Shown, pen: &Pen, cells: usize) -> Vec<Line<'static>> {
    let theme = pen.theme();
    let label = label_cells(shown, pen);
    let mut lines: Vec<Line<'static>> = shown
        .summary
        .waves
        .iter()
        .map(|wave| {
            let counts = phrase("screens-wave-counts")
                .with("staff", wave.staff)
                .with("sheets", wave.sheets)
                .with("hours", grouped(wave.minutes / 60));
            Row::new()
                .cell(&pen.clean(&wave.label), label + 2, theme.strong())
                .text(pen.say(&counts), theme.text())
                .gap(2)
                .text(dates(wave, pen), theme.faint())
                .line()
        })
        .collect();
    if lines.is_empty() {
        let nothing = pen.get("screens-no-sheets-yet");
        lines = pen.paragraph(&nothing, cells, theme.text());
    }
    lines
}

/// From when to when a wave was surveyed.
pub fn dates(wave: &WaveSummary, pen: &Pen) -> String {
    match (wave.from, wave.to) {
        (Some(from), Some(to)) => pen.say(
            &phrase("screens-from-to")
                .with("from", date(from, pen))
                .with("to", date(to, pen)),
        ),
        _ => String::new(),
    }
}

/// A date as people write it.
pub fn date(date: NaiveDate, pen: &Pen) -> String {
    pen.say(
        &phrase("screens-date")
            .with("year", date.year().to_string())
            .with("month", date.month().to_string())
            .with("day", date.day().to_string()),
    )
}

fn label_cells(shown: &Shown, pen: &Pen) -> usize {
    shown
        .summary
        .waves
        .iter()
        .map(|wave| width(&pen.clean(&wave.label)))
        .max()
        .unwrap_or(0)
}

/// The step of the loop (1 to 6) at which the office stands, as far as the book can tell.
fn step_now(shown: &Shown) -> usize {
    match shown.summary.waves.len() {
        0 => 2,
        1 => 3,
        _ => 5,
    }
}

fn steps(shown: &Shown, pen: &Pen) -> Line<'static> {
    let theme = pen.theme();
    let now = step_now(shown);
    let names = [
        phrase("screens-step-prepare"),
        phrase("screens-step-see"),
        phrase("screens-step-plan"),
        phrase("screens-step-act"),
        phrase("screens-step-look-back"),
        phrase("screens-step-replan"),
    ];
    let mut row = Row::new();
    for (step, name) in (1..).zip(names) {
        let name = pen.say(&name);
        row = if step == now {
            row.text(format!("[{step} {name}]"), theme.chosen())
        } else if step < now {
            row.text(format!(" {step} {name} "), theme.text())
        } else {
            row.text(format!(" {step} {name} "), theme.faint())
        };
        if step < 6 {
            row = row.text(">", theme.faint());
        }
    }
    row.line()
}

fn next_step(shown: &Shown, pen: &Pen) -> String {
    pen.say(&match shown.summary.waves.len() {
        0 => phrase("screens-next-import"),
        1 => phrase("screens-next-plan"),
        _ => phrase("screens-next-judge"),
    })
}

fn alarms(shown: &Shown, pen: &Pen) -> Vec<String> {
    let mut alarms: Vec<Phrase> = Vec::new();
    if !shown.check.ok {
        alarms.push(phrase("screens-alarm-book"));
    }
    for wave in &shown.summary.waves {
        let share = ratio(wave.unfilled, wave.minutes + wave.unfilled);
        if share.is_some_and(|share| share > MUCH_UNFILLED) {
            alarms.push(
                phrase("screens-alarm-unfilled")
                    .with("wave", wave.label.clone())
                    .with("share", percent(share)),
            );
        }
    }
    let bad = shown
        .check
        .sheets
        .iter()
        .filter(|sheet| sheet.score < WORTH_A_LOOK)
        .count();
    if bad > 0 {
        alarms.push(
            phrase("screens-alarm-sheets")
                .with("count", bad)
                .with("points", WORTH_A_LOOK),
        );
    }
    alarms.iter().map(|alarm| format!("! {}", pen.say(alarm))).collect()
}

fn sentences(shown: &Shown, pen: &Pen, cells: usize, rows: usize) -> Vec<Line<'static>> {
    let said = match &shown.comparisons {
        Some(comparisons) => told(comparisons)
            .into_iter()
            .map(|finding| pen.clean(&finding.sentence))
            .collect(),
        None => shown
            .summary
            .waves
            .iter()
            .filter_map(|wave| longest(wave, pen))
            .collect::<Vec<_>>(),
    };
    let mut lines: Vec<Line<'static>> = Vec::new();
    for sentence in said.iter().take(3) {
        let paragraph = pen.paragraph(sentence, cells, pen.theme().text());
        // A sentence is shown whole or not at all, except where not even the first has room.
        if lines.is_empty() && paragraph.len() > rows {
            return pen.short_paragraph(sentence, cells, rows, pen.theme().text());
        }
        if lines.len() + paragraph.len() <= rows {
            lines.extend(paragraph);
        }
    }
    lines
}

/// Indicators whose sentence comes first: what could be decided, the surest first.
fn told(comparisons: &Comparisons) -> Vec<&IndicatorFinding> {
    let mut findings: Vec<_> = comparisons.indicators.iter().collect();
    findings.sort_by_key(|finding| {
        let rank = match finding.verdict {
            Verdict::Improved | Verdict::Worse => 0,
            Verdict::NotShown => 1,
            Verdict::NotDecidable => 2,
        };
        (rank, finding.grade)
    });
    findings
}

fn longest(wave: &WaveSummary, pen: &Pen) -> Option<String> {
    let category = wave.categories.iter().rev().max_by_key(|category| category.minutes)?;
    Some(
        pen.say(
            &phrase("screens-longest-category")
                .with("wave", wave.label.clone())
                .with("category", category.name.clone())
                .with("share", percent(category.share))
                .with("staff", wave.staff)
                .with("sheets", wave.sheets),
        ),
    )
}

fn picture(shown: &Shown, pen: &Pen, cells: usize, roomy: bool) -> Vec<Line<'static>> {
    let waves = &shown.summary.waves;
    if waves.is_empty() {
        return Vec::new();
    }
    let label = label_cells(shown, pen) + 2;
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

/// Each category with its share in the first and the last wave, two to a line; the unfilled minutes last.
fn legend(waves: &[WaveSummary], pen: &Pen, cells: usize) -> Vec<Line<'static>> {
    let (Some(first), Some(last)) = (waves.first(), waves.last()) else {
        return Vec::new();
    };
    let half = cells / 2;
    let mut entries: Vec<Row> = Vec::new();
    for (index, before) in first.categories.iter().enumerate() {
        let after = last.categories.iter().find(|line| line.code == before.code);
        let shares = [before.share, after.and_then(|line| line.share)];
        let swatch = bar::area(pen, index, 3, &[pen.clean(&before.code)]);
        let row = Row::new().parts(vec![swatch]).gap(1);
        entries.push(entry(row, &before.name, shares, waves.len() > 1, pen));
    }
    let unfilled = |wave: &WaveSummary| ratio(wave.unfilled, wave.minutes + wave.unfilled);
    let row = Row::new().parts(vec![bar::unfilled(pen, 3)]).gap(1);
    let name = pen.get("screens-unfilled");
    entries.push(entry(
        row,
        &name,
        [unfilled(first), unfilled(last)],
        waves.len() > 1,
        pen,
    ));
    let mut lines = Vec::new();
    let mut entries = entries.into_iter();
    while let Some(left) = entries.next() {
        let row = left.to(half);
        lines.push(match entries.next() {
            Some(right) => row.parts(right.line().spans).line(),
            None => row.line(),
        });
    }
    lines
}

fn entry(row: Row, name: &str, shares: [Option<f64>; 2], both: bool, pen: &Pen) -> Row {
    let theme = pen.theme();
    let row = row
        .cell(&pen.clean(name), 11, theme.text())
        .right(&percent(shares[0]), 6, theme.text());
    let [Some(before), Some(after)] = shares else {
        return row;
    };
    if !both {
        return row;
    }
    let points = (after - before) * 100.0;
    row.text(pen.clean(" → "), theme.faint())
        .right(&percent(Some(after)), 6, theme.text())
        .gap(1)
        .right(&pen.clean(&signed(points, 1)), 5, theme.strong())
}
