//! 結果: the chosen indicator in sentences and a picture, and all indicators in a table.

mod figures;
mod part;
mod path;
mod people;
mod picture;
mod says;
mod table;
mod why;

use ratatui::text::Line;

use self::part::{Keep, Part, fit};
use crate::phrase::phrase;
use crate::report::finding::{Comparisons, IndicatorFinding, WavePath};
use crate::screens::desk::Shown;
use crate::screens::effect::{ResultLayer, chosen, path as path_of, place, result};
use crate::screens::model::Model;
use crate::screens::pen::Pen;
use crate::screens::view::{Page, Room};
use crate::screens::widget::list::window;

/// Rows from which the page shows everything and not only what matters most.
const ROOMY: usize = 30;

/// Rows of the table at least.
const LEAST: usize = 5;

/// Which two surveys are compared; nothing where none are.
pub fn header(model: &Model, pen: &Pen) -> String {
    let (Some(result), Some(place), Some(shown)) = (result(model), place(model), &model.shown) else {
        return String::new();
    };
    let said = match shown.effect.results.len() {
        1 => phrase("result-header"),
        count => phrase("result-header-of").with("place", place + 1).with("count", count),
    };
    pen.say(
        &said
            .with("from", result.from_label.as_str())
            .with("to", result.to_label.as_str()),
    )
}

/// The page.
pub fn lines(model: &Model, shown: &Shown, pen: &Pen, room: Room) -> Vec<Line<'static>> {
    let theme = pen.theme();
    let Some(result) = result(model) else {
        return pen.paragraph(&pen.get("screens-no-comparison-yet"), room.width, theme.text());
    };
    let Some((_, finding)) = chosen(model) else {
        return pen.paragraph(&pen.get("screens-no-indicators"), room.width, theme.text());
    };
    let (heading, items) = table::table(result, model.indicator, pen, room.width);
    let rows = 1 + items.iter().map(Vec::len).sum::<usize>();
    // A heading, a family and three indicators are the least that is a table; a larger screen has more of them.
    let left = |table: usize| room.height.saturating_sub(rows.min(table));
    let parts = parts(model, shown, (result, finding), pen, room);
    let mut lines = fit(parts, left((room.height * 3 / 8).max(LEAST)), left(LEAST));
    lines.push(heading);
    let free = room.height.saturating_sub(lines.len());
    lines.extend(window(items, model.indicator, free));
    lines
}

/// Everything above the table, from top to bottom, each with how long it is kept where room is short.
fn parts(
    model: &Model,
    shown: &Shown,
    (result, finding): (&Comparisons, &IndicatorFinding),
    pen: &Pen,
    room: Room,
) -> Vec<Part> {
    let cells = room.width;
    let roomy = room.height >= ROOMY;
    let rows = if roomy { 3 } else { 1 };
    let sentence = pen.paragraph(&pen.clean(&finding.sentence), cells, pen.theme().strong());
    let blank = || Part::new(Keep::Blank, vec![Line::default()]);
    let mut parts = vec![
        Part::new(Keep::Always, sentence),
        Part::new(Keep::Claim, says::committee(finding, pen, cells)),
        blank(),
    ];
    let (first, second) = pictures(model, (result, finding), pen, cells);
    parts.extend(first);
    parts.extend([
        blank(),
        Part::new(Keep::Claim, says::not_worse(finding, pen, cells, roomy)),
        Part::new(Keep::Check, says::checks(finding, pen, cells, rows)),
        Part::new(Keep::Duty, says::judgement(shown, result, pen, cells)),
        Part::new(Keep::Figures, says::facts(shown, finding, pen, cells)),
        Part::new(Keep::Reason, says::why(finding, pen, cells, if roomy { 6 } else { 2 })),
        Part::new(Keep::Duty, says::list_notes(result, pen, cells, roomy)),
    ]);
    if roomy {
        parts.push(Part::new(Keep::Detail, says::details(finding, pen, cells)));
        parts.extend(second);
    }
    parts.push(blank());
    parts
}

/// The picture that was asked for, and those that a large screen has room for.
fn pictures(
    model: &Model,
    (result, finding): (&Comparisons, &IndicatorFinding),
    pen: &Pen,
    cells: usize,
) -> (Vec<Part>, Vec<Part>) {
    let two = picture::lines(result, finding, pen, cells);
    let people = Part::new(Keep::People, people::lines(result, finding, pen, cells));
    let over = |path: &WavePath| path::lines(path, finding, pen, cells, 3);
    let blank = || Part::new(Keep::Blank, vec![Line::default()]);
    match path_of(model) {
        Some(path) if model.effect.result.all_surveys => (
            vec![Part::new(Keep::Always, over(path))],
            vec![blank(), Part::new(Keep::Other, two), blank(), people],
        ),
        Some(path) => (
            vec![Part::new(Keep::Always, two)],
            vec![blank(), Part::new(Keep::Other, over(path)), blank(), people],
        ),
        None => (vec![Part::new(Keep::Always, two)], vec![blank(), people]),
    }
}

/// A page that lies over the view.
pub fn layer(model: &Model, layer: &ResultLayer, pen: &Pen, room: Room) -> Page {
    let ResultLayer::Why(row) = layer;
    Page::of(match chosen(model) {
        Some((result, finding)) => why::lines(result, finding, path_of(model), *row, pen, room),
        None => Vec::new(),
    })
}
