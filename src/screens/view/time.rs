//! 時間: the choices on top, and one of the views below.

use ratatui::text::Line;

use super::{Page, Room, board, hours, people, plan, sheets, tasks, views};
use super::{categories, day, heat, pareto, spread};
use crate::phrase::{Phrase, phrase};
use crate::screens::find::Find;
use crate::screens::model::{Model, PeriodChoice, TimeView};
use crate::screens::pen::{Pen, Row};
use crate::screens::text::{cut, cut_front, width};

/// The page.
pub fn lines(model: &Model, pen: &Pen, room: Room) -> Vec<Line<'static>> {
    // The board is of a planned survey, which may have no sheets yet.
    if model.time.view == TimeView::Board {
        let mut lines = vec![views::bar(model.time.view, pen, room.width)];
        let below = Room {
            height: room.height.saturating_sub(lines.len()),
            ..room
        };
        lines.extend(board::lines(model, pen, below));
        return lines;
    }
    let mut lines = vec![
        views::bar(model.time.view, pen, room.width),
        choices(model, pen),
        Line::default(),
    ];
    let Some(wave) = model.wave() else {
        lines.extend(pen.paragraph(&pen.get("screens-no-sheets-yet"), room.width, pen.theme().text()));
        return lines;
    };
    let notes = model.shown.iter().flat_map(|shown| &shown.summary.list_notes);
    for note in notes.filter(|note| note.wave == wave.id) {
        let rows = if room.height < 30 { 2 } else { 4 };
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
        TimeView::Plan => plan::lines(model, pen, below),
        TimeView::Board => Vec::new(),
        TimeView::Categories | TimeView::Pareto | TimeView::Heat | TimeView::Day | TimeView::Spread => {
            picture(model, pen, below)
        }
    });
    lines
}

/// A view that draws a finding of its own; without one there is nothing to draw.
fn picture(model: &Model, pen: &Pen, room: Room) -> Vec<Line<'static>> {
    let (pictures, wave) = (&model.pictures, model.time.wave);
    let drawn = match model.time.view {
        TimeView::Categories => pictures
            .shares()
            .map(|shares| categories::lines(model, shares, pen, room)),
        TimeView::Pareto => pictures.pareto().map(|pareto| pareto::lines(model, pareto, pen, room)),
        TimeView::Heat => pictures.heat(wave).map(|heat| heat::lines(model, heat, pen, room)),
        TimeView::Day => pictures.day(wave).map(|day| day::lines(model, day, pen, room)),
        TimeView::Spread => pictures.spread().map(|spread| spread::lines(model, spread, pen, room)),
        _ => None,
    };
    drawn.unwrap_or_else(|| pen.paragraph(&pen.get("screens-no-minutes"), room.width, pen.theme().text()))
}

/// The page with a line below it to find a row.
pub fn find_page(model: &Model, find: &Find, pen: &Pen, room: Room) -> Page {
    let theme = pen.theme();
    let above = Room {
        height: room.height.saturating_sub(1),
        ..room
    };
    let mut page = lines(model, pen, above);
    page.truncate(above.height);
    page.resize(above.height, Line::default());
    let prompt = pen.get("views-find");
    let at = width(&prompt) + 1;
    let note = if find.missing {
        pen.get("views-find-nothing")
    } else {
        pen.get("views-find-keys")
    };
    let free = room.width.saturating_sub(at + width(&note) + 3);
    let before = pen.clean(&find.input.before_cursor());
    // Of a long text the part before the cursor is seen.
    let text = if width(&before) > free {
        cut_front(&before, free)
    } else {
        cut(&pen.clean(find.input.text()), free)
    };
    let row = Row::new().text(prompt, theme.strong()).gap(1).text(text, theme.text());
    page.push(row.to(at + free + 2).text(note, theme.faint()).line());
    Page {
        lines: page,
        cursor: Some((at + width(&before).min(free), room.height.saturating_sub(1))),
    }
}

/// The name of a view.
pub fn view_name(view: TimeView) -> Phrase {
    match view {
        TimeView::Tasks => phrase("screens-view-tasks"),
        TimeView::Hours => phrase("screens-view-hours"),
        TimeView::People => phrase("screens-view-people"),
        TimeView::Sheets => phrase("screens-view-sheets"),
        TimeView::Board => phrase("survey-view"),
        TimeView::Plan => phrase("plan-view"),
        TimeView::Categories => phrase("views-categories"),
        TimeView::Pareto => phrase("views-pareto"),
        TimeView::Heat => phrase("views-heat"),
        TimeView::Day => phrase("views-day"),
        TimeView::Spread => phrase("views-spread"),
    }
}

/// What the figures are of: the wave, the part of the day, and per what.
fn choices(model: &Model, pen: &Pen) -> Line<'static> {
    let theme = pen.theme();
    let mut row = Row::new().gap(1);
    if let Some(said) = two_waves(model) {
        return row.text(pen.say(&said), theme.strong()).line();
    }
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

/// The surveys that a view lays side by side; `None` for views of one survey.
fn two_waves(model: &Model) -> Option<Phrase> {
    let pictures = &model.pictures;
    let waves = match model.time.view {
        TimeView::Categories => &pictures.shares()?.waves,
        TimeView::Pareto => &pictures.pareto()?.waves,
        TimeView::Spread => &pictures.spread()?.waves,
        _ => return None,
    };
    match waves.as_slice() {
        [from, to] => Some(
            phrase("views-two-waves")
                .with("from", from.label.clone())
                .with("to", to.label.clone()),
        ),
        _ => None,
    }
}

fn per_what(model: &Model) -> Phrase {
    match (model.time.scaled, model.time.period) {
        (true, PeriodChoice::Day) => phrase("screens-scaled-to").with("scale", "480"),
        (true, PeriodChoice::Night) => phrase("screens-scaled-to").with("scale", "600"),
        _ => phrase("screens-raw"),
    }
}
