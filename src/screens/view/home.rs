//! ホーム: where the office stands, what comes next, what the figures say, and one picture.

use std::cmp::Ordering;

use chrono::NaiveDate;
use ratatui::text::Line;

use super::picture::label_cells;
use super::timings::open_timings;
use super::{Room, picture};
use crate::effect::{Family, Verdict};
use crate::issues::Stage;
use crate::phrase::{Phrase, phrase};
use crate::report::finding::{Comparisons, IndicatorFinding, WaveSummary};
use crate::screens::desk::Shown;
use crate::screens::figure::{hours, percent, ratio};
use crate::screens::next::{next, stage};
use crate::screens::pen::{Pen, Row};
use crate::screens::text::width;

/// Points under which a sheet is worth a look before its figures are trusted.
const WORTH_A_LOOK: u32 = 60;
/// Share of unfilled minutes from which the home screen warns: beyond it no verdict reaches grade A.
const MUCH_UNFILLED: f64 = 0.05;
/// Lines of alarms in a window of 24 lines.
const ALARMS: usize = 3;
/// Lines of alarms in a tall window.
const ALARMS_IN_A_TALL_WINDOW: usize = 6;

/// The page.
pub fn lines(shown: &Shown, pen: &Pen, room: Room) -> Vec<Line<'static>> {
    let theme = pen.theme();
    let roomy = room.height >= 30;
    let mut head = waves(shown, pen, room.width);
    head.push(Line::default());
    head.push(steps(shown, pen, room.width));
    head.extend(pen.short_paragraph(&pen.say(&next(shown).phrase()), room.width, 2, theme.strong()));
    for alarm in alarms(shown, pen, if roomy { ALARMS_IN_A_TALL_WINDOW } else { ALARMS }) {
        head.extend(pen.short_paragraph(&alarm, room.width, 1, theme.bad()));
    }
    head.push(Line::default());
    let picture = picture::lines(&shown.summary.waves, pen, room.width, roomy);
    let rows = room.height.saturating_sub(head.len() + picture.len() + 1);
    let mut lines = head;
    let said = sentences(shown, pen, room.width, rows);
    let has_room = said.len() < rows;
    lines.extend(said);
    if shown.comparisons().is_some() {
        let others = pen.get("screens-others-in-effect");
        lines.extend(pen.short_paragraph(&others, room.width, 1, theme.faint()));
    }
    if shown.comparisons().is_none() || has_room {
        lines.push(Line::default());
    }
    lines.extend(picture);
    if shown.comparisons().is_some() && lines.len() < room.height {
        let note = pen.get("screens-shares-note");
        lines.extend(pen.short_paragraph(&note, room.width, 1, theme.faint()));
    }
    if let Some(what) = shown.can_undo.as_ref().filter(|_| lines.len() + 2 <= room.height) {
        let last = phrase("screens-last-change").with("what", what.clone());
        lines.push(Line::default());
        lines.extend(pen.short_paragraph(&pen.say(&last), room.width, 1, theme.faint()));
    }
    lines
}

fn waves(shown: &Shown, pen: &Pen, cells: usize) -> Vec<Line<'static>> {
    let theme = pen.theme();
    let label = label_cells(&shown.summary.waves, pen);
    let mut lines: Vec<Line<'static>> = shown
        .summary
        .waves
        .iter()
        .map(|wave| {
            let counts = phrase("screens-wave-counts")
                .with("staff", wave.staff)
                .with("sheets", wave.sheets)
                .with("hours", hours(wave.minutes));
            let row = Row::new()
                .cell(&pen.clean(&wave.label), label + 2, theme.strong())
                .text(pen.say(&counts), theme.text());
            let dates = dates(wave, pen);
            if row.width() + 2 + width(&dates) <= cells {
                row.gap(2).text(dates, theme.faint()).line()
            } else {
                row.line()
            }
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
    date.format(&pen.get("screens-date")).to_string()
}

fn steps(shown: &Shown, pen: &Pen, cells: usize) -> Line<'static> {
    let theme = pen.theme();
    let now = stage(shown).number();
    let names = Stage::ALL.map(Stage::phrase);
    let row = |all_names: bool| {
        let mut row = Row::new();
        for (step, name) in (1..).zip(&names) {
            let name = if all_names || step == now {
                format!(" {}", pen.say(name))
            } else {
                String::new()
            };
            row = match step.cmp(&now) {
                Ordering::Equal => row.text(format!("[{step}{name}]"), theme.chosen()),
                Ordering::Less => row.text(format!(" {step}{name} "), theme.text()),
                Ordering::Greater => row.text(format!(" {step}{name} "), theme.faint()),
            };
            if step < names.len() {
                row = row.text(">", theme.faint());
            }
        }
        row
    };
    let whole = row(true);
    if whole.width() <= cells {
        whole.line()
    } else {
        row(false).line()
    }
}

/// What must not be forgotten, in at most `most` lines; the last one counts those that have no room.
fn alarms(shown: &Shown, pen: &Pen, most: usize) -> Vec<String> {
    let mut alarms = of_the_study(shown, pen);
    alarms.extend(of_documents(shown, pen));
    let of_challenges = shown.issues.alarms.iter().map(|alarm| pen.clean(&alarm.sentence));
    // The most urgent of the challenges must not be pushed out by many of the time study.
    alarms.splice(alarms.len().min(1)..alarms.len().min(1), of_challenges);
    if alarms.len() > most {
        let others = alarms.len() + 1 - most;
        alarms.truncate(most - 1);
        alarms.push(pen.say(&phrase("alarm-others").with("count", others)));
    }
    alarms.iter().map(|alarm| format!("! {alarm}")).collect()
}

fn of_the_study(shown: &Shown, pen: &Pen) -> Vec<String> {
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
    alarms.extend(open_timings(shown, pen));
    alarms.iter().map(|alarm| pen.say(alarm)).collect()
}

/// Months for which halved documents are promised, which have begun, and of which not every kind was counted.
fn of_documents(shown: &Shown, pen: &Pen) -> Vec<String> {
    let promised = shown
        .documents
        .plan
        .iter()
        .filter(|year| year.plan_halves == Some(true));
    promised
        .filter(|year| year.reached.is_none() && year.month.month.first_day() <= shown.today)
        .map(|year| pen.say(&phrase("paperview-alarm-uncounted").with("month", year.month.label.as_str())))
        .collect()
}

fn sentences(shown: &Shown, pen: &Pen, cells: usize, rows: usize) -> Vec<Line<'static>> {
    let said = match shown.comparisons() {
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

/// Indicators whose sentence comes first: what could be decided, the surest first; the first of the quality of care is among the
/// first two, because shorter times alone are no improvement.
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
    if let Some(place) = findings
        .iter()
        .position(|finding| finding.family == Family::Quality)
        .filter(|place| *place > 1)
    {
        let quality = findings.remove(place);
        findings.insert(1, quality);
    }
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
