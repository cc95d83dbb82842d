//! 推移: months and days.

use ratatui::text::Line;

use crate::screens::desk::Shown;
use crate::screens::model::Model;
use crate::screens::pen::Pen;
use crate::screens::view::Room;

/// The view.
pub fn lines(_model: &Model, shown: &Shown, pen: &Pen, room: Room) -> Vec<Line<'static>> {
    let first = shown.effect.series.first();
    let sentence = first.map_or_else(String::new, |it| it.sentence.clone());
    pen.paragraph(&pen.clean(&sentence), room.width, pen.theme().text())
}
