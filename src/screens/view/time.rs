//! 時間: the choices on top, and one of four views below.

use ratatui::text::Line;

use super::{Room, hours, people, sheets, tasks};
use crate::phrase::{Phrase, phrase};
use crate::screens::model::{Model, PeriodChoice, TimeView};
use crate::screens::pen::{Pen, Row};

/// The page.
pub fn lines(model: &Model, pen: &Pen, room: Room) -> Vec<Line<'static>> {
    let mut lines = vec![views(model, pen), choices(model, pen), Line::default()];
    let Some(wave) = model.wave() else {
        lines.extend(pen.paragraph(&pen.get("screens-no-sheets-yet"), room.width, pen.theme().text()));
        return lines;
    };
    let notes = model.shown.iter().flat_map(|shown| &shown.summary.list_notes);
    for note in notes.filter(|note| note.wave == wave.id) {
        let rows = if room.height < 30 { 1 } else { 2 };
        lines.extend(pen.short_paragraph(&pen.clean(&note.note), room.width, rows, pen.theme().faint()));
    }
    let below = Room {
        height: room.height.saturating_sub(lines.len()),
        ..room
    };
    lines.extend(match model.time.view {
        TimeView::Tasks => tasks::lines(wave, &model.time, pen, below),
        TimeView::Hours => hours::lines(model, wave, pen, below),
        TimeView::People => people::lines(wave, model.time.row, pen, below),
        TimeView::Sheets => sheets::lines(model, wave, pen, below),
    });
    lines
}

fn view_name(view: TimeView) -> Phrase {
    match view {
        TimeView::Tasks => phrase("screens-view-tasks"),
        TimeView::Hours => phrase("screens-view-hours"),
        TimeView::People => phrase("screens-view-people"),
        TimeView::Sheets => phrase("screens-view-sheets"),
    }
}

fn views(model: &Model, pen: &Pen) -> Line<'static> {
    let theme = pen.theme();
    let mut row = Row::new();
    for view in TimeView::ALL {
        let style = if view == model.time.view {
            theme.chosen()
        } else {
            theme.text()
        };
        row = row.text(format!(" {} ", pen.say(&view_name(view))), style).gap(1);
    }
    row.line()
}

/// What the figures are of: the wave, the part of the day, and per what.
fn choices(model: &Model, pen: &Pen) -> Line<'static> {
    let theme = pen.theme();
    let mut row = Row::new().gap(1);
    for (index, wave) in model.waves().iter().enumerate() {
        let label = pen.clean(&wave.label);
        row = if index == model.time.wave {
            row.text(format!("[{label}]"), theme.strong())
        } else {
            row.text(format!(" {label} "), theme.faint())
        };
    }
    if model.time.view != TimeView::Tasks {
        return row.line();
    }
    row = row.text(format!(" {} ", pen.divider()), theme.faint());
    let periods = [
        (PeriodChoice::All, pen.get("screens-period-all")),
        (PeriodChoice::Day, pen.get("screens-period-day")),
        (PeriodChoice::Night, pen.get("screens-period-night")),
    ];
    for (period, name) in periods {
        row = if period == model.time.period {
            row.text(format!("[{name}]"), theme.strong())
        } else {
            row.text(format!(" {name} "), theme.faint())
        };
    }
    row = row.text(format!(" {} ", pen.divider()), theme.faint());
    row.text(pen.say(&per_what(model)), theme.strong()).line()
}

fn per_what(model: &Model) -> Phrase {
    match (model.time.scaled, model.time.period) {
        (true, PeriodChoice::Day) => phrase("screens-scaled-to").with("scale", "480"),
        (true, PeriodChoice::Night) => phrase("screens-scaled-to").with("scale", "600"),
        _ => phrase("screens-raw"),
    }
}
