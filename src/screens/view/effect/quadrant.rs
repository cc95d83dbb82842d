//! 効率と質

use ratatui::text::Line;

use crate::screens::desk::Shown;

use crate::screens::model::Model;
use crate::screens::pen::Pen;
use crate::screens::view::Room;

/// The view.
pub fn lines(_model: &Model, shown: &Shown, pen: &Pen, room: Room) -> Vec<Line<'static>> {
    pen.paragraph(
        &pen.clean(&shown.effect.quadrant.sentence),
        room.width,
        pen.theme().text(),
    )
}
