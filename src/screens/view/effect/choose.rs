//! 選ぶ: both families of indicators at the left, the one under the cursor in full at the right.

use ratatui::text::Line;

use super::choose_detail::detail;
use super::choose_guide;
use crate::report::finding::{ChosenFinding, OfferedIndicator};
use crate::screens::desk::Shown;
use crate::screens::effect::{ChooseLayer, chosen_offer, indicators_in_order};
use crate::screens::model::Model;
use crate::screens::pen::{Pen, Row};
use crate::screens::text::cut;
use crate::screens::view::{Page, Room};
use crate::screens::widget::list::window;

/// Cells of the signs before a name.
const SIGNS: usize = 3;

/// The view.
pub fn lines(model: &Model, shown: &Shown, pen: &Pen, room: Room) -> Vec<Line<'static>> {
    let theme = pen.theme();
    let found = &shown.effect.chosen;
    let mut lines = pen.short_paragraph(&pen.clean(&found.sentence), room.width, 2, theme.strong());
    let most = if room.height >= 30 { found.remarks.len() } else { 1 };
    for remark in found.remarks.iter().take(most) {
        let remark = format!("! {}", pen.clean(remark));
        lines.extend(pen.short_paragraph(&remark, room.width, 2, theme.bad()));
    }
    let below = Room {
        height: room.height.saturating_sub(lines.len() + 1),
        ..room
    };
    let left = if room.width >= 110 { 46 } else { 34 };
    let at = chosen_offer(model, found);
    let list = list(found, at, pen, (left, below.height));
    let right = Room {
        width: room.width.saturating_sub(left + 2),
        ..below
    };
    let detail = at.map_or_else(Vec::new, |offered| detail(found, offered, pen, right));
    lines.extend(beside(list, left + 2, detail));
    let legend = cut(&pen.get("chosen-legend-short"), room.width);
    lines.push(Line::styled(legend, theme.faint()));
    lines
}

/// Two columns, the right one from a cell on.
fn beside(left: Vec<Line<'static>>, from: usize, right: Vec<Line<'static>>) -> Vec<Line<'static>> {
    let rows = left.len().max(right.len());
    let (mut left, mut right) = (left.into_iter(), right.into_iter());
    let mut next = || {
        let left = left.next().map_or_else(Vec::new, |line| line.spans);
        let right = right.next().map_or_else(Vec::new, |line| line.spans);
        Row::new().parts(left).to(from).parts(right).line()
    };
    (0..rows).map(|_| next()).collect()
}

/// Both families, each with its name above.
fn list(
    found: &ChosenFinding,
    at: Option<&OfferedIndicator>,
    pen: &Pen,
    (cells, rows): (usize, usize),
) -> Vec<Line<'static>> {
    let theme = pen.theme();
    let order = indicators_in_order(found);
    let mut family = None;
    let mut items = Vec::new();
    for offered in &order {
        let mut lines = Vec::new();
        if family != Some(offered.family) {
            family = Some(offered.family);
            lines.push(Line::styled(pen.say(&offered.family.phrase()), theme.faint()));
        }
        let is_here = at.is_some_and(|at| at.id == offered.id);
        lines.push(item(offered, is_here, pen, cells));
        items.push(lines);
    }
    let place = order.iter().position(|it| at.is_some_and(|at| at.id == it.id));
    window(items, place.unwrap_or(0), rows)
}

fn item(offered: &OfferedIndicator, is_here: bool, pen: &Pen, cells: usize) -> Line<'static> {
    let theme = pen.theme();
    let style = match (offered.chosen, offered.measurable) {
        (true, _) => theme.strong(),
        (false, true) => theme.text(),
        (false, false) => theme.faint(),
    };
    let free = cells.saturating_sub(SIGNS);
    Row::new()
        .cell(&signs(offered), SIGNS, style)
        .cell(&cut(&pen.clean(&offered.name), free), free, style)
        .chosen(is_here, theme.chosen())
}

/// `*` is followed, `+` is of the office's own, `-` cannot be measured with the task list of the book.
fn signs(offered: &OfferedIndicator) -> String {
    let signs = [(offered.chosen, '*'), (offered.own, '+'), (!offered.measurable, '-')];
    signs.iter().filter(|(is, _)| *is).map(|(_, sign)| *sign).collect()
}

/// A page that lies over the view.
pub fn layer(model: &Model, layer: &ChooseLayer, pen: &Pen, room: Room) -> Page {
    let ChooseLayer::Guide(guide) = layer;
    match &model.shown {
        Some(shown) => choose_guide::page(guide, shown, pen, room),
        None => Page::default(),
    }
}
