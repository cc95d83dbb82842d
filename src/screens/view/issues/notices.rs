//! 気づき: the list with the chosen one below, the counts, and what may say the same.

mod counts;
mod list;
mod similar;

use ratatui::text::Line;

use crate::screens::desk::Shown;
use crate::screens::input::Input;
use crate::screens::issues::NoticesWay;
use crate::screens::model::Model;
use crate::screens::pen::{Pen, Row};
use crate::screens::text::{cut, cut_front, width};
use crate::screens::view::{Page, Room};

/// The view, below the names of the views.
pub fn lines(model: &Model, shown: &Shown, pen: &Pen, room: Room) -> Vec<Line<'static>> {
    let state = &model.issues.notices;
    let mut lines = vec![ways(state.way, pen)];
    if shown.issues.notices.count == 0 {
        lines.push(Line::default());
        lines.extend(pen.paragraph(&pen.get("notices-none-yet"), room.width, pen.theme().text()));
        return lines;
    }
    let below = Room {
        height: room.height.saturating_sub(1),
        ..room
    };
    lines.extend(match state.way {
        NoticesWay::List => list::lines(shown, state, pen, below),
        NoticesWay::Counts => counts::lines(&shown.issues.notices, state.line, pen, below),
        NoticesWay::Similar => similar::lines(state, pen, below),
    });
    lines
}

/// The ways to look, the one that is shown in brackets.
fn ways(chosen: NoticesWay, pen: &Pen) -> Line<'static> {
    let theme = pen.theme();
    let mut row = Row::new().gap(1);
    for way in NoticesWay::ALL {
        let name = match way {
            NoticesWay::List => pen.get("notices-way-list"),
            NoticesWay::Counts => pen.get("notices-way-counts"),
            NoticesWay::Similar => pen.get("notices-way-similar"),
        };
        row = if way == chosen {
            row.text(format!("[{name}]"), theme.strong())
        } else {
            row.text(format!(" {name} "), theme.faint())
        };
    }
    row.line()
}

/// The page with a line below it in which one types what the listed notices must hold.
pub fn find_page(mut page: Vec<Line<'static>>, input: &Input, pen: &Pen, room: Room) -> Page {
    let theme = pen.theme();
    page.truncate(room.height.saturating_sub(1));
    page.resize(room.height.saturating_sub(1), Line::default());
    let prompt = pen.get("notices-find");
    let at = width(&prompt) + 1;
    let keys = pen.get("notices-find-keys");
    let free = room.width.saturating_sub(at + width(&keys) + 3);
    let before = pen.clean(&input.before_cursor());
    // Of a long text the part before the cursor is seen.
    let typed = if width(&before) > free {
        cut_front(&before, free)
    } else {
        cut(&pen.clean(input.text()), free)
    };
    let row = Row::new().text(prompt, theme.strong()).gap(1).text(typed, theme.text());
    page.push(row.to(at + free + 2).text(keys, theme.faint()).line());
    Page {
        lines: page,
        cursor: Some((at + width(&before).min(free), room.height.saturating_sub(1))),
    }
}
