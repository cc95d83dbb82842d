//! Columns that line up also with Japanese text.

use crate::screens::text::{pad, pad_left, width};

/// A table whose columns are as wide as their widest cell; columns of figures stand to the right.
pub(in crate::commands) struct Table {
    head: Vec<String>,
    rows: Vec<Vec<String>>,
    right: Vec<bool>,
}

impl Table {
    /// A table with these headings; figures are told from words by what stands in the cells.
    pub(in crate::commands) fn new(head: &[String]) -> Self {
        Self {
            head: head.to_vec(),
            rows: Vec::new(),
            right: vec![true; head.len()],
        }
    }

    pub(in crate::commands) fn row(&mut self, cells: impl Into<Vec<String>>) {
        let cells: Vec<String> = cells.into();
        for (right, cell) in self.right.iter_mut().zip(&cells) {
            *right &= is_figure(cell);
        }
        self.rows.push(cells);
    }

    pub(in crate::commands) fn text(&self) -> String {
        let widths: Vec<usize> = (0..self.head.len())
            .map(|column| {
                let cells = self
                    .rows
                    .iter()
                    .filter_map(|row| row.get(column))
                    .chain(self.head.get(column));
                cells.map(|cell| width(cell)).max().unwrap_or(0)
            })
            .collect();
        let mut text = String::new();
        for row in std::iter::once(&self.head).chain(&self.rows) {
            let cells = row.iter().zip(&widths).zip(&self.right);
            let line: Vec<String> = cells
                .map(|((cell, width), right)| {
                    if *right {
                        pad_left(cell, *width)
                    } else {
                        pad(cell, *width)
                    }
                })
                .collect();
            text.push_str(line.join("  ").trim_end());
            text.push('\n');
        }
        text
    }
}

fn is_figure(cell: &str) -> bool {
    cell.chars().all(|c| c.is_ascii_digit() || "+-.,%—()〜 ".contains(c)) || cell.is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_stand_to_the_right_and_japanese_lines_up() {
        let mut table = Table::new(&["業務".to_owned(), "分".to_owned()]);
        table.row(["記録".to_owned(), "1,234".to_owned()]);
        table.row(["移動・移乗".to_owned(), "5".to_owned()]);
        assert_eq!(
            table.text(),
            "業務           分\n記録        1,234\n移動・移乗      5\n"
        );
    }
}
