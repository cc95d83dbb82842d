//! A list of items of one or more lines, moved so that the chosen one is seen.

use ratatui::text::Line;

/// The lines of `items` that fit into `rows`, with the chosen item wholly among them where it can be.
pub fn window(items: Vec<Vec<Line<'static>>>, chosen: usize, rows: usize) -> Vec<Line<'static>> {
    let before: usize = items.iter().take(chosen).map(Vec::len).sum();
    let height = items.get(chosen).map_or(0, Vec::len);
    let all: usize = items.iter().map(Vec::len).sum();
    let middle = before.saturating_sub(rows.saturating_sub(height) / 2);
    let first = middle.min(all.saturating_sub(rows));
    items.into_iter().flatten().skip(first).take(rows).collect()
}

/// The same for items of one line each, of which only those that are seen are made: a year has thousands of sheets.
pub fn window_of(
    count: usize,
    chosen: usize,
    rows: usize,
    make: impl Fn(usize) -> Line<'static>,
) -> Vec<Line<'static>> {
    let middle = chosen.saturating_sub(rows.saturating_sub(1) / 2);
    let first = middle.min(count.saturating_sub(rows));
    (first..count.min(first + rows)).map(make).collect()
}

/// The same with the chosen item on top, so that the first step already moves the lines.
pub fn window_from(items: Vec<Vec<Line<'static>>>, chosen: usize, rows: usize) -> Vec<Line<'static>> {
    let before: usize = items.iter().take(chosen).map(Vec::len).sum();
    let all: usize = items.iter().map(Vec::len).sum();
    let first = before.min(all.saturating_sub(rows));
    items.into_iter().flatten().skip(first).take(rows).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn items() -> Vec<Vec<Line<'static>>> {
        (0..10)
            .map(|item| vec![Line::raw(format!("{item}")); 1 + item % 2])
            .collect()
    }

    fn shown(chosen: usize, rows: usize) -> Vec<String> {
        window(items(), chosen, rows).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn the_chosen_item_is_always_seen() {
        for rows in 2..20 {
            for chosen in 0..10 {
                let lines = shown(chosen, rows);
                let of_chosen = lines.iter().filter(|line| **line == chosen.to_string()).count();
                assert_eq!(of_chosen, 1 + chosen % 2, "{chosen} in {rows}");
            }
        }
    }

    #[test]
    fn items_of_one_line_are_seen_at_the_same_places() {
        let line = |item: usize| Line::raw(item.to_string());
        for rows in 0..12 {
            for chosen in 0..10 {
                let all = (0..10).map(|item| vec![line(item)]).collect();
                assert_eq!(window_of(10, chosen, rows, line), window(all, chosen, rows));
            }
        }
    }

    #[test]
    fn a_text_that_is_read_moves_with_the_first_step_and_stops_at_its_end() {
        let first = |chosen| window_from(items(), chosen, 4)[0].to_string();
        assert_eq!([0, 1, 2, 9].map(first), ["0", "1", "2", "7"]);
        assert_eq!(window_from(items(), 9, 4).last().unwrap().to_string(), "9");
    }

    #[test]
    fn a_list_that_fits_does_not_move() {
        assert_eq!(shown(9, 15).len(), 15);
        assert_eq!(shown(0, 4), ["0", "1", "1", "2"]);
        assert_eq!(shown(9, 3), ["8", "9", "9"]);
    }
}
