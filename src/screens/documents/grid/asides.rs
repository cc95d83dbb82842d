//! What lies over the grid: days of a counting week, the question before leaving, faults of a pasted block.

use super::GridAside;
use super::keys::{on_top, save};
use crate::phrase::phrase;
use crate::screens::action::Command;
use crate::screens::model::Model;
use crate::screens::update::{Effect, stepped};

/// Rows of one page key.
const PAGE: isize = 10;

/// Does what a key asks for while something lies over the grid.
pub(super) fn obey(model: &mut Model, command: Command) -> Vec<Effect> {
    let Some(layer) = on_top(model) else {
        return Vec::new();
    };
    match (&mut layer.aside, command) {
        (Some(GridAside::Leaving(quit)), Command::FigureSave) => {
            let quit = *quit;
            return save(model, true, quit);
        }
        (Some(GridAside::Leaving(quit)), Command::FigureDiscard) => {
            let quit = *quit;
            model.layers.pop();
            if quit {
                return vec![Effect::Quit];
            }
        }
        (Some(GridAside::Faults(faults, row)), Command::Up | Command::Down | Command::PageUp | Command::PageDown) => {
            let steps = match command {
                Command::Up => -1,
                Command::Down => 1,
                Command::PageUp => -PAGE,
                _ => PAGE,
            };
            *row = stepped(*row, steps, faults.len());
        }
        (Some(GridAside::Days(_)), Command::FigureSave) => {
            let are_taken = layer.take_days();
            if are_taken {
                return save(model, false, false);
            }
        }
        (Some(GridAside::Days(days)), Command::Back) => {
            if days.entry.text().is_empty() {
                layer.take_days();
            } else {
                days.entry.clear();
                days.problem = None;
            }
        }
        (Some(GridAside::Days(days)), Command::Undo | Command::Redo) => {
            let is_turned = days.turn_back(command);
            if !is_turned {
                model.notice = Some(match command {
                    Command::Undo => phrase("screens-nothing-to-undo"),
                    _ => phrase("screens-nothing-to-redo"),
                });
            }
        }
        (Some(GridAside::Days(days)), command) => {
            days.obey(command);
        }
        (_, Command::Back) => layer.aside = None,
        _ => {}
    }
    Vec::new()
}
