//! 課題: the names of the views on top, and one of them below.

mod answering;
mod choice;
mod map;
mod measures;
mod meetings;
mod notices;
mod survey;

pub use answering::{answering_lines, response_lines};
pub use map::pick_lines;

pub use choice::layer as choice_layer;
mod measure_board;
mod measure_detail;
mod measure_gantt;
mod measure_parts;

pub use measure_parts::lines as measure_parts;

use ratatui::text::Line;

use super::{Page, Room};
use crate::screens::desk::Shown;
use crate::screens::input::Input;
use crate::screens::issues::IssueView;
use crate::screens::model::Model;
use crate::screens::pen::{Pen, Row};

/// The page.
pub fn lines(model: &Model, shown: &Shown, pen: &Pen, room: Room) -> Vec<Line<'static>> {
    let mut lines = vec![bar(model.issues.view, pen)];
    let below = Room {
        height: room.height.saturating_sub(lines.len()),
        ..room
    };
    lines.extend(match model.issues.view {
        IssueView::Survey => survey::lines(model, shown, pen, below),
        IssueView::Notices => notices::lines(model, shown, pen, below),
        IssueView::Map => map::lines(model, shown, pen, below),
        IssueView::Choice => choice::lines(model, shown, pen, below),
        IssueView::Measures => measures::lines(model, shown, pen, below),
        IssueView::Meetings => meetings::lines(model, shown, pen, below),
    });
    lines
}

/// The page with a line below it to find notices.
pub fn find_page(model: &Model, input: &Input, pen: &Pen, room: Room) -> Page {
    match &model.shown {
        Some(shown) => {
            let above = Room {
                height: room.height.saturating_sub(1),
                ..room
            };
            notices::find_page(lines(model, shown, pen, above), input, pen, room)
        }
        None => Page::default(),
    }
}

/// The names of all views, the one that is shown in brackets.
fn bar(chosen: IssueView, pen: &Pen) -> Line<'static> {
    let theme = pen.theme();
    let mut row = Row::new();
    for view in IssueView::ALL {
        let name = pen.say(&view.name());
        row = if view == chosen {
            row.text(format!("[{name}]"), theme.chosen())
        } else {
            row.text(format!(" {name} "), theme.faint())
        };
    }
    row.line()
}
