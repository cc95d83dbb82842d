//! 時間: its own keys, and going straight to one of its many views by number.

use super::action::Command;
use super::model::{Layer, Model, TimeView};
use super::update::show_view;
use super::{find, pictures};
use crate::office::fold;
use crate::phrase::phrase;

/// Signs that go straight to a view, in the order of the views; the rest is reached with the arrows.
pub const SIGNS: [char; 14] = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0', '-', '^', 'a', 'b'];

/// Does what a key of this page asks for.
pub fn obey(model: &mut Model, command: Command) {
    match command {
        Command::ChooseView => choose_view(model),
        Command::Find => find::open(model),
        Command::StepBack => pictures::step(model, -1),
        Command::StepOn => pictures::step(model, 1),
        _ => {}
    }
}

fn choose_view(model: &mut Model) {
    let at = TimeView::ALL
        .iter()
        .position(|view| *view == model.time.view)
        .unwrap_or(0);
    model.layers.push(Layer::Views(at));
}

/// Goes to the view that was chosen from the list, or stays at the row that was found.
pub fn accept(model: &mut Model) {
    if let Some(Layer::Views(row)) = model.layers.pop()
        && let Some(view) = TimeView::ALL.get(row)
    {
        show_view(model, *view);
    }
}

/// Takes typed text where this page wants it; answers whether it did.
pub fn typed(model: &mut Model, text: &str) -> bool {
    if !matches!(model.layers.last(), Some(Layer::Views(_))) {
        return false;
    }
    let sign = fold(text).to_lowercase();
    let place = SIGNS
        .iter()
        .take(TimeView::ALL.len())
        .position(|known| sign == known.to_string());
    match place {
        Some(place) => {
            model.layers.pop();
            show_view(model, TimeView::ALL[place]);
        }
        None => model.notice = Some(phrase("views-no-such-number")),
    }
    true
}
