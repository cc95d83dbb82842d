//! The names of the views of 時間: a bar that moves with the chosen one, and the list to choose from by number.

use ratatui::text::Line;

use super::{Room, time};
use crate::screens::model::TimeView;
use crate::screens::pen::{Pen, Row};
use crate::screens::text::width;
use crate::screens::times::SIGNS;
use crate::screens::widget::list::window;

/// Cells of an arrow that says that there are more names.
const ARROW: usize = 2;

/// All names in one line, or as many round the chosen one as fit, with arrows where there are more.
pub fn bar(chosen: TimeView, pen: &Pen, cells: usize) -> Line<'static> {
    let theme = pen.theme();
    let names: Vec<String> = TimeView::ALL
        .iter()
        .map(|view| format!(" {} ", pen.say(&time::view_name(*view))))
        .collect();
    let at = TimeView::ALL.iter().position(|view| *view == chosen).unwrap_or(0);
    let widths: Vec<usize> = names.iter().map(|name| width(name)).collect();
    let (first, end) = shown(&widths, at, cells);
    let mut row = Row::new();
    if first > 0 {
        row = row.cell("<", ARROW, theme.key());
    }
    for (place, name) in names.iter().enumerate().take(end).skip(first) {
        let style = if place == at { theme.chosen() } else { theme.text() };
        row = row.text(name.clone(), style);
        if place + 1 < end {
            row = row.gap(1);
        }
    }
    if end < names.len() {
        row = row.to(cells - 1).text(">", theme.key());
    }
    row.line()
}

/// Which names are shown, the chosen one among them: as many as fit, half of the others on either side of it.
fn shown(widths: &[usize], chosen: usize, cells: usize) -> (usize, usize) {
    let taken = |first: usize, end: usize| {
        let names: usize = widths.iter().take(end).skip(first).sum();
        let arrows = usize::from(first > 0) + usize::from(end < widths.len());
        names + end.saturating_sub(first + 1) + ARROW * arrows
    };
    let (mut first, mut end) = (chosen, (chosen + 1).min(widths.len()));
    loop {
        let right = end < widths.len() && taken(first, end + 1) <= cells;
        let left = first > 0 && taken(first - 1, end) <= cells;
        match (left, right) {
            (true, true) if chosen - first < end - chosen => first -= 1,
            (_, true) => end += 1,
            (true, false) => first -= 1,
            (false, false) => return (first, end),
        }
    }
}

/// The page on which a view is chosen.
pub fn lines(chosen: usize, pen: &Pen, room: Room) -> Vec<Line<'static>> {
    let theme = pen.theme();
    let mut lines = pen.short_paragraph(&pen.get("views-choose"), room.width, 2, theme.text());
    lines.push(Line::default());
    let names: Vec<String> = TimeView::ALL
        .iter()
        .map(|view| pen.say(&time::view_name(*view)))
        .collect();
    let column = names.iter().map(|name| width(name)).max().unwrap_or(0) + 2;
    let items = TimeView::ALL
        .iter()
        .zip(names)
        .enumerate()
        .map(|(row, (view, name))| {
            let sign = SIGNS.get(row).map_or_else(String::new, char::to_string);
            let about = pen.hint(&time::view_name(*view)).unwrap_or_default();
            let style = if row == chosen { theme.chosen() } else { theme.text() };
            let line = Row::new()
                .right(&sign, 3, theme.key())
                .cell("", 2, style)
                .cell(&name, column, theme.strong())
                .cell(&about, room.width.saturating_sub(column + 5), theme.text())
                .chosen(row == chosen, style);
            vec![line]
        })
        .collect();
    let rows = room.height.saturating_sub(lines.len());
    lines.extend(window(items, chosen, rows));
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    const WIDTHS: [usize; 10] = [6, 8, 10, 10, 12, 10, 14, 6, 8, 10];

    #[test]
    fn the_chosen_name_is_always_in_the_bar_and_the_bar_in_the_line() {
        for cells in [20, 40, 58, 78, 118] {
            for chosen in 0..WIDTHS.len() {
                let (first, end) = shown(&WIDTHS, chosen, cells);
                assert!((first..end).contains(&chosen));
                let names: usize = WIDTHS[first..end].iter().sum::<usize>() + end - first - 1;
                let arrows = usize::from(first > 0) + usize::from(end < WIDTHS.len());
                assert!(names + arrows * ARROW <= cells, "{cells} {chosen}");
            }
        }
    }

    #[test]
    fn names_that_fit_are_all_shown() {
        assert_eq!(shown(&WIDTHS, 4, 103), (0, 10));
        assert_eq!(shown(&WIDTHS[..4], 3, 58), (0, 4));
    }

    #[test]
    fn no_room_is_left_unused_at_the_ends() {
        let (first, end) = shown(&WIDTHS, 9, 60);
        assert_eq!(end, 10);
        let (all, _) = shown(&WIDTHS, 9, 60 + WIDTHS[first - 1] + 1);
        assert_eq!(all, first - 1);
    }
}
