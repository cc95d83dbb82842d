//! Bars made of coloured cells, each series with its letter, or with its pattern where there is no colour.

use ratatui::text::Span;

use crate::screens::pen::Pen;
use crate::screens::text::width;
use crate::worktime::Hue;

/// One part of a stacked bar.
pub struct Part {
    /// Place of its series among the colours.
    pub series: usize,
    /// Its size, in any unit that all parts share.
    pub size: f64,
    /// Labels from long to short; the first that fits is drawn.
    pub labels: Vec<String>,
}

/// The place of a colour among those of the screens.
pub fn series_of(hue: Hue) -> usize {
    match hue {
        Hue::Blue => 0,
        Hue::Orange => 1,
        Hue::BluishGreen => 2,
        Hue::ReddishPurple => 3,
        Hue::SkyBlue => 4,
        Hue::Vermillion => 5,
        Hue::Yellow => 6,
        Hue::Black => 7,
    }
}

/// Shares `cells` out by size so that no cell is lost and the largest remainders get the cells left over.
pub fn share_out(sizes: &[f64], cells: usize) -> Vec<usize> {
    let total: f64 = sizes.iter().sum();
    if total <= 0.0 {
        return vec![0; sizes.len()];
    }
    let exact: Vec<f64> = sizes.iter().map(|size| size / total * as_f64(cells)).collect();
    let mut shared: Vec<usize> = exact.iter().map(|cells| whole(cells.floor())).collect();
    let mut order: Vec<usize> = (0..sizes.len()).collect();
    order.sort_by(|a, b| exact[*b].fract().total_cmp(&exact[*a].fract()));
    let left = cells.saturating_sub(shared.iter().sum());
    for index in order.into_iter().take(left) {
        shared[index] += 1;
    }
    shared
}

/// Shares out so that what is not nothing can be seen: it gets at least one cell while there are enough.
pub fn share_out_visibly(sizes: &[f64], cells: usize) -> Vec<usize> {
    let mut shared = share_out(sizes, cells);
    for index in 0..sizes.len() {
        let widest = (0..shared.len()).max_by_key(|index| shared[*index]).unwrap_or(0);
        if sizes[index] > 0.0 && shared[index] == 0 && shared[widest] > 1 {
            shared[widest] -= 1;
            shared[index] = 1;
        }
    }
    shared
}

/// A stacked bar without labels: another row of a higher bar.
pub fn stacked_plain(pen: &Pen, parts: &[Part], cells: usize) -> Vec<Span<'static>> {
    let sizes: Vec<f64> = parts.iter().map(|part| part.size).collect();
    parts
        .iter()
        .zip(share_out_visibly(&sizes, cells))
        .filter(|(_, cells)| *cells > 0)
        .map(|(part, cells)| area(pen, part.series, cells, &[]))
        .collect()
}

/// A stacked bar of exactly `cells` (none when all parts are nothing).
pub fn stacked(pen: &Pen, parts: &[Part], cells: usize) -> Vec<Span<'static>> {
    let sizes: Vec<f64> = parts.iter().map(|part| part.size).collect();
    parts
        .iter()
        .zip(share_out_visibly(&sizes, cells))
        .filter(|(_, cells)| *cells > 0)
        .map(|(part, cells)| area(pen, part.series, cells, &part.labels))
        .collect()
}

/// Cells of a bar among bars of which the longest takes all `cells`; at least one for what is not nothing.
pub fn length(size: f64, longest: f64, cells: usize) -> usize {
    if size <= 0.0 || longest <= 0.0 {
        return 0;
    }
    whole((size / longest * as_f64(cells)).round()).max(1).min(cells)
}

/// A bar of one series without a label.
pub fn single(pen: &Pen, series: usize, size: f64, longest: f64, cells: usize) -> Span<'static> {
    area(pen, series, length(size, longest, cells), &[])
}

/// Minutes with no task: question marks on the plain ground.
pub fn unfilled(pen: &Pen, cells: usize) -> Span<'static> {
    Span::styled("?".repeat(cells), pen.theme().unfilled())
}

/// An area of one series with the longest label that fits.
pub fn area(pen: &Pen, series: usize, cells: usize, labels: &[String]) -> Span<'static> {
    let theme = pen.theme();
    let filling = theme.filling(series).to_string();
    let label = labels.iter().find(|label| width(label) <= cells);
    let drawn = label.map_or_else(
        || filling.repeat(cells),
        |label| {
            let label = if width(label) + 2 <= cells {
                format!(" {label} ")
            } else {
                label.clone()
            };
            // Centred among its own pattern; the blanks inside the label stay.
            let free = cells - width(&label);
            format!("{}{label}{}", filling.repeat(free / 2), filling.repeat(free - free / 2))
        },
    );
    Span::styled(drawn, theme.series(series))
}

/// A number of cells for a calculation.
pub fn as_f64(cells: usize) -> f64 {
    f64::from(u32::try_from(cells).unwrap_or(u32::MAX))
}

/// Whole cells of a calculated length, never fewer than none.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "lengths of a screen are small and not negative"
)]
pub fn whole(cells: f64) -> usize {
    cells.max(0.0) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_is_lost_or_made() {
        for cells in [10, 33, 59, 60] {
            let shared = share_out_visibly(&[37.0, 45.5, 9.0, 0.4, 0.0, 8.1], cells);
            assert_eq!(shared.iter().sum::<usize>(), cells);
            assert_eq!(shared[4], 0);
            assert_eq!(shared[3], 1);
        }
    }

    #[test]
    fn nothing_has_no_bar() {
        assert_eq!(share_out_visibly(&[0.0, 0.0], 10), [0, 0]);
        assert!(share_out_visibly(&[], 10).is_empty());
    }

    #[test]
    fn a_part_that_is_too_small_for_all_keeps_the_others() {
        assert_eq!(share_out_visibly(&[100.0, 1.0], 1), [1, 0]);
    }
}
