//! 因果関係図

use ratatui::text::Line;

use crate::screens::desk::Shown;
use crate::screens::model::Model;
use crate::screens::pen::Pen;
use crate::screens::view::Room;

/// The view, below the names of the views.
pub fn lines(_model: &Model, _shown: &Shown, _pen: &Pen, _room: Room) -> Vec<Line<'static>> {
    Vec::new()
}
