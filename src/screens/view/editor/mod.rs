//! A sheet that is keyed in: its head on top, the slots, the running check, and the line that is typed.

mod asides;
mod grid;
mod head;
mod slots;

use chrono::{Datelike, NaiveDate};
use ratatui::text::Line;

pub use head::page as heading_page;

use super::{Page, Room};
use crate::office::{Shift, ShiftKind, clock, clock_phrase};
use crate::phrase::{Phrase, phrase};
use crate::screens::editor::{Editor, Mode, SheetKind, preview};
use crate::screens::model::Model;
use crate::screens::pen::{Pen, Row};
use crate::screens::text::{cut, graphemes, width};
use crate::worktime::keying::{Entry, Fill, Place, Portion};
use crate::worktime::{Share, Sheet, TaskList};

/// Lines for what is said about the typed line.
const SAID: usize = 2;

/// The page.
pub fn page(model: &Model, editor: &Editor, pen: &Pen, room: Room) -> Page {
    let Some(shown) = &model.shown else {
        return Page::default();
    };
    let list = &shown.holdings.founding.task_list;
    let mut lines = head_lines(editor, pen, room.width);
    lines.push(pen.rule(room.width));
    let below = 2 + SAID;
    let body = Room {
        height: room.height.saturating_sub(lines.len() + below),
        ..room
    };
    if let Some(aside) = &editor.aside {
        lines.extend(asides::lines(
            aside,
            editor,
            &shown.holdings,
            pen,
            Room {
                height: body.height + below,
                ..body
            },
        ));
        return Page::of(lines);
    }
    let mut drawn = match editor.mode {
        Mode::Lines => slots::lines(editor, list, pen, body),
        Mode::Grid => grid::lines(editor, list, pen, body),
    };
    drawn.truncate(body.height);
    let missing = body.height - drawn.len();
    lines.extend(drawn);
    lines.extend(std::iter::repeat_n(Line::default(), missing));
    lines.push(tally(editor, pen));
    let (line, column) = entry_line(editor, pen, room.width);
    let cursor = Some((column, lines.len()));
    lines.push(line);
    lines.extend(said(editor, list, pen, room.width));
    Page { lines, cursor }
}

/// Whose sheet of which day it is, and whether it is saved.
fn head_lines(editor: &Editor, pen: &Pen, cells: usize) -> Vec<Line<'static>> {
    let theme = pen.theme();
    let header = editor.draft.header();
    let kind = match editor.kind {
        SheetKind::Actual => phrase("keying-sheet"),
        SheetKind::Plan => phrase("keying-plan"),
    };
    let state = match (editor.is_unsaved(), &editor.in_book) {
        (true, _) => phrase("keying-is-unsaved"),
        (false, Some(_)) => phrase("keying-is-saved"),
        (false, None) => phrase("keying-is-new"),
    };
    let shift = header.span().map(|span| shift_name(Shift::of(span).kind));
    let first = [
        Some(pen.say(&kind)),
        Some(pen.say(&header.wave.label())),
        Some(pen.clean(header.staff.as_str())),
        Some(date(header.date, pen)),
        shift.map(|shift| pen.say(&shift)),
    ];
    let state = pen.say(&state);
    let first = first.into_iter().flatten().collect::<Vec<_>>().join("  ");
    let first = Row::new()
        .text(cut(&first, cells.saturating_sub(width(&state) + 2)), theme.strong())
        .to(cells.saturating_sub(width(&state)))
        .text(state, if editor.is_unsaved() { theme.bad() } else { theme.text() });
    let none = || phrase("keying-none");
    let spans = phrase("keying-spans")
        .with(
            "scheduled",
            header.scheduled.map_or_else(none, crate::office::Span::phrase),
        )
        .with("actual", header.actual.map_or_else(none, crate::office::Span::phrase));
    let named = [
        Some(pen.say(&spans)),
        header.role.as_ref().map(|role| pen.clean(role.as_str())),
        header.unit.as_ref().map(|unit| pen.clean(unit.as_str())),
        Some(header.note.trim())
            .filter(|note| !note.is_empty())
            .map(|note| pen.clean(note)),
    ];
    let second = named.into_iter().flatten().collect::<Vec<_>>().join("  ");
    vec![first.line(), Line::styled(cut(&second, cells), theme.text())]
}

fn shift_name(kind: ShiftKind) -> Phrase {
    match kind {
        ShiftKind::Early => phrase("keying-shift-early"),
        ShiftKind::Day => phrase("keying-shift-day"),
        ShiftKind::Late => phrase("keying-shift-late"),
        ShiftKind::Night => phrase("keying-shift-night"),
    }
}

/// A date with its weekday.
pub fn date(date: NaiveDate, pen: &Pen) -> String {
    let weekday = match date.weekday().num_days_from_monday() {
        0 => phrase("weekday-monday"),
        1 => phrase("weekday-tuesday"),
        2 => phrase("weekday-wednesday"),
        3 => phrase("weekday-thursday"),
        4 => phrase("weekday-friday"),
        5 => phrase("weekday-saturday"),
        _ => phrase("weekday-sunday"),
    };
    let written = phrase("keying-date")
        .with("date", super::home::date(date, pen))
        .with("weekday", weekday);
    pen.say(&written)
}

/// The clock time at which a slot begins; midnight begins the next day.
fn slot_time(start: u16) -> Phrase {
    if start == 1440 {
        phrase("clock-next-day").with("time", clock(0))
    } else {
        clock_phrase(start)
    }
}

/// The running check.
fn tally(editor: &Editor, pen: &Pen) -> Line<'static> {
    let theme = pen.theme();
    let tally = editor.draft.tally();
    let said = phrase("keying-tally")
        .with("slots", tally.filled_slots.to_string())
        .with("all", tally.slots.to_string())
        .with("filled", tally.filled.to_string())
        .with("unfilled", tally.unfilled.to_string());
    let mut row = Row::new().text(pen.say(&said), theme.text());
    if tally.wrong > 0 {
        let wrong = phrase("keying-tally-wrong").with("slots", tally.wrong.to_string());
        row = row.gap(2).text(format!("! {}", pen.say(&wrong)), theme.bad());
    }
    if tally.copied > 0 {
        let copied = phrase("keying-tally-copied").with("slots", tally.copied.to_string());
        row = row.gap(2).text(pen.say(&copied), theme.strong());
    }
    row.line()
}

/// The clock time of the slot, the typed line, and the column of the cursor.
fn entry_line(editor: &Editor, pen: &Pen, cells: usize) -> (Line<'static>, usize) {
    let theme = pen.theme();
    let place = match editor.at {
        Some(at) => format!("{} > ", pen.say(&slot_time(at))),
        None => format!("{} > ", pen.get("keying-behind-the-last")),
    };
    let indent = width(&place);
    let free = cells.saturating_sub(indent + 1);
    let mut before = width(&pen.clean(&editor.entry.before_cursor()));
    let typed = pen.clean(editor.entry.text());
    let mut letters = graphemes(&typed);
    while before >= free && !letters.is_empty() {
        before = before.saturating_sub(width(letters.remove(0)));
    }
    let style = theme.text().add_modifier(ratatui::style::Modifier::UNDERLINED);
    let line = Row::new()
        .text(place, theme.strong())
        .cell(&cut(&letters.concat(), free), free, style)
        .line();
    (line, indent + before)
}

/// What is wrong with the last entry, or what the typed one would do, or how entries are typed.
fn said(editor: &Editor, list: &TaskList, pen: &Pen, cells: usize) -> Vec<Line<'static>> {
    let theme = pen.theme();
    if let Some(fault) = &editor.fault {
        let fault_line = cut(&format!("! {}", pen.say(fault)), cells);
        let hint = cut(&pen.hint(fault).unwrap_or_default(), cells);
        return vec![Line::styled(fault_line, theme.bad()), Line::styled(hint, theme.text())];
    }
    match preview(editor, list) {
        Some(Ok(entry)) => {
            let text = format!(
                "{} {}",
                if pen.is_plain() { "->" } else { "→" },
                meaning(&entry, editor, list, pen)
            );
            pen.short_paragraph(&text, cells, SAID, theme.text())
        }
        Some(Err(_)) => vec![Line::default()],
        None => {
            let mut how = pen.get("keying-how");
            if editor.draft.tally().copied > 0 {
                how = format!("{}　{how}", pen.get("keying-how-copied"));
            }
            pen.short_paragraph(&how, cells, SAID, theme.faint())
        }
    }
}

/// What an entry means: from when to when, and what.
fn meaning(entry: &Entry, editor: &Editor, list: &TaskList, pen: &Pen) -> String {
    let slot = editor.draft.slot_minutes();
    let when = match &entry.place {
        Place::Empty => pen.get("keying-all-empty"),
        Place::Slots(slots) => match (slots.first(), slots.last()) {
            (Some(first), Some(last)) => {
                let range = phrase("range")
                    .with("low", slot_time(*first))
                    .with("high", clock_phrase(last.saturating_add(slot)));
                pen.say(&range)
            }
            _ => String::new(),
        },
    };
    let what = match &entry.fill {
        Fill::Leave => pen.get("keying-leaves"),
        Fill::Keep => pen.get("keying-keeps"),
        Fill::Clear => pen.get("keying-clears"),
        Fill::Repeat => pen.get("keying-repeats"),
        Fill::Shares(portions) => {
            let frame = editor.draft.frame();
            let first = match &entry.place {
                Place::Slots(slots) => slots.first().copied(),
                Place::Empty => None,
            };
            let given: u16 = portions.iter().filter_map(|portion| portion.minutes).sum();
            let rest = first.map_or(slot, |first| frame.due(first)).saturating_sub(given);
            let said: Vec<String> = portions
                .iter()
                .map(|portion| portion_text(portion, (portions.len() > 1).then_some(rest), list, pen))
                .collect();
            said.join("  ")
        }
    };
    format!("{when}  {what}")
}

/// A task with its minutes; without them the rest is said, where there is one to be told.
fn portion_text(portion: &Portion, rest: Option<u16>, list: &TaskList, pen: &Pen) -> String {
    let name = match portion.task.as_ref().and_then(|code| list.task(code)) {
        Some(task) => format!("{} {}", task.code, pen.name(&task.name)),
        None => pen.get("screens-unfilled"),
    };
    let name = pen.clean(&name);
    match portion.minutes.or(rest) {
        Some(minutes) => format!(
            "{name} {}",
            pen.say(&phrase("keying-minutes").with("minutes", minutes.to_string()))
        ),
        None => name,
    }
}

/// Shares in `cells`: one task with its name, several with names as long as there is room.
fn shares_text(shares: &[Share], slot: u16, list: &TaskList, pen: &Pen, cells: usize) -> String {
    let name = |share: &Share| {
        list.task(&share.0)
            .map_or_else(String::new, |task| pen.clean(pen.name(&task.name)))
    };
    if let [only] = shares
        && only.1.0 == u32::from(slot)
    {
        return cut(&pen.clean(&format!("{:>2} {}", only.0.as_str(), name(only))), cells);
    }
    let minutes = |share: &Share| {
        let minutes = phrase("keying-minutes").with("minutes", share.1.to_string());
        pen.say(&minutes)
    };
    let fixed: usize = shares
        .iter()
        .map(|share| 2.max(width(share.0.as_str())) + width(&minutes(share)) + 4)
        .sum();
    let free = cells.saturating_sub(fixed) / shares.len().max(1);
    let parts: Vec<String> = shares
        .iter()
        .map(|share| format!("{:>2} {} {}", share.0.as_str(), cut(&name(share), free), minutes(share)))
        .collect();
    cut(&pen.clean(&parts.join("  ")), cells)
}

/// A sheet of the book in a line, for a list.
fn sheet_text(wave: crate::worktime::Wave, sheet: &Sheet, pen: &Pen) -> String {
    let span = sheet
        .span()
        .map_or_else(|| clock(sheet.starts_at()), |span| pen.say(&span.phrase()));
    let slots = phrase("keying-slots").with("slots", sheet.cells.len());
    let parts = [
        pen.clean(sheet.staff.as_str()),
        date(sheet.date, pen),
        pen.clean(&span),
        pen.say(&wave.label()),
        pen.say(&slots),
    ];
    parts.join("  ")
}
