//! 入力: figures that were entered.

use ratatui::text::Line;

use crate::screens::desk::Shown;
use crate::screens::effect::EnterLayer;
use crate::screens::model::Model;
use crate::screens::pen::Pen;
use crate::screens::view::{Page, Room};

/// The view.
pub fn lines(_model: &Model, shown: &Shown, pen: &Pen, room: Room) -> Vec<Line<'static>> {
    pen.paragraph(
        &pen.clean(&shown.effect.chosen.sentence),
        room.width,
        pen.theme().text(),
    )
}

/// A page that lies over the view.
pub fn layer(_model: &Model, layer: &EnterLayer, _pen: &Pen, _room: Room) -> Page {
    match *layer {}
}
