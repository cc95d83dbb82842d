//! Figures of one indicator laid out to be typed (入力の表): people or times below each other, times beside each other.

use std::collections::{BTreeMap, BTreeSet};

use super::entry::{Figure, FigureFault, FigureRule};
use super::measurement::{At, FigureStep, Measurement, MeasurementKey, Subject, figure_steps};
use crate::office::{fold, is_missing, printable};

/// What a row or a column is of.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum GridHead {
    /// A person, or the office.
    Of(Subject),
    /// A survey, a month or a day.
    At(At),
}

/// A field of the grid: its row, and its column counted in fields.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Spot {
    /// Row.
    pub row: usize,
    /// Column; a figure with a base takes two.
    pub column: usize,
}

/// Both numbers of a figure as typed; the second is empty where there is none.
type Typed = [String; 2];

/// Figures of one indicator while they are typed; nothing of it is in the book.
#[derive(Debug, Clone, PartialEq)]
pub struct FigureGrid {
    indicator: String,
    rule: FigureRule,
    rows: Vec<GridHead>,
    columns: Vec<GridHead>,
    /// What is typed; figures that are missing are left out.
    typed: BTreeMap<(Subject, At), Typed>,
    /// What the book had of it.
    kept: BTreeMap<(Subject, At), Typed>,
}

impl FigureGrid {
    /// A grid of these rows and columns with the figures of the indicator. One side is people, the other times.
    pub fn new(
        indicator: &str,
        rule: FigureRule,
        (rows, columns): (Vec<GridHead>, Vec<GridHead>),
        figures: &[Measurement],
    ) -> Self {
        let own = figures.iter().filter(|it| it.key.indicator == indicator);
        let texts = |it: &Measurement| spelt(it.figure());
        let typed: BTreeMap<(Subject, At), Typed> =
            own.map(|it| ((it.key.subject.clone(), it.key.at), texts(it))).collect();
        Self {
            indicator: indicator.to_owned(),
            rule,
            rows: in_order(rows),
            columns: in_order(columns),
            kept: typed.clone(),
            typed,
        }
    }

    /// Id of the indicator.
    pub fn indicator(&self) -> &str {
        &self.indicator
    }

    /// What its figures must keep.
    pub fn rule(&self) -> &FigureRule {
        &self.rule
    }

    /// The rows.
    pub fn rows(&self) -> &[GridHead] {
        &self.rows
    }

    /// The columns.
    pub fn columns(&self) -> &[GridHead] {
        &self.columns
    }

    /// Fields of one figure: two where it has a base.
    pub fn fields(&self) -> usize {
        if self.rule.has_base() { 2 } else { 1 }
    }

    /// How many fields a row has.
    pub fn width(&self) -> usize {
        self.columns.len() * self.fields()
    }

    /// Whether a field holds the second number of a figure.
    pub fn is_base(&self, spot: Spot) -> bool {
        spot.column % self.fields() == 1
    }

    /// Of whom and when the figure of a field is; `None` beyond the grid.
    pub fn key(&self, spot: Spot) -> Option<(Subject, At)> {
        let column = self.columns.get(spot.column / self.fields())?;
        match (self.rows.get(spot.row)?, column) {
            (GridHead::Of(subject), GridHead::At(at)) | (GridHead::At(at), GridHead::Of(subject)) => {
                Some((subject.clone(), *at))
            }
            _ => None,
        }
    }

    /// What stands in a field; nothing where the figure is missing.
    pub fn text(&self, spot: Spot) -> &str {
        let typed = self.key(spot).and_then(|key| self.typed.get(&key));
        let number = usize::from(self.is_base(spot));
        typed.and_then(|typed| typed.get(number)).map_or("", String::as_str)
    }

    /// Puts a text into a field; where it can be read it is spelt as the book spells figures. `7/20` fills both fields.
    pub fn set(&mut self, spot: Spot, written: &str) {
        if let Some((value, of)) = self.rule.parted(written) {
            let first = spot.column - spot.column % self.fields();
            self.put(Spot { column: first, ..spot }, value);
            let second = first + 1;
            self.put(Spot { column: second, ..spot }, of);
        } else {
            self.put(spot, written);
        }
    }

    fn put(&mut self, spot: Spot, written: &str) {
        let Some(key) = self.key(spot) else { return };
        let number = usize::from(self.is_base(spot));
        let mut typed = self.typed.remove(&key).unwrap_or_default();
        if let Some(field) = typed.get_mut(number) {
            *field = if is_missing(written) {
                String::new()
            } else {
                printable(&fold(written))
            };
        }
        let [value, of] = &typed;
        if let Ok(Some(figure)) = self.rule.read(value, of) {
            typed = spelt(figure);
        }
        if typed.iter().any(|text| !text.is_empty()) {
            self.typed.insert(key, typed);
        }
    }

    /// What is wrong with a field; a fault of both numbers stands with the one that it is about.
    pub fn fault(&self, spot: Spot) -> Option<FigureFault> {
        let [value, of] = self.key(spot).and_then(|key| self.typed.get(&key))?;
        let is_base = self.is_base(spot);
        let alone = match (self.fields(), is_base) {
            (1, _) => return self.rule.read(value, of).err(),
            (_, true) => self.rule.read("", of),
            (_, false) => self.rule.read(value, ""),
        };
        let own = alone.err().filter(|fault| !fault.is_half());
        own.or_else(|| {
            let of_both = self.rule.read(value, of).err()?;
            let is_here = match of_both {
                FigureFault::NoBase => is_base,
                FigureFault::NoCount | FigureFault::MoreThanAll { .. } => !is_base,
                _ => false,
            };
            is_here.then_some(of_both)
        })
    }

    /// All fields with something wrong, row by row; what stands as the book has it is not asked about.
    pub fn faults(&self) -> Vec<(Spot, FigureFault)> {
        let spots = self.spots().filter(|spot| self.is_changed(*spot));
        spots.filter_map(|spot| Some((spot, self.fault(spot)?))).collect()
    }

    /// Whether the figure of a field is another than when the grid was made.
    fn is_changed(&self, spot: Spot) -> bool {
        self.key(spot)
            .is_some_and(|key| self.typed.get(&key) != self.kept.get(&key))
    }

    /// Whether something was typed that the book does not have.
    pub fn is_unsaved(&self) -> bool {
        self.typed != self.kept
    }

    /// What is typed now is what the book has.
    pub fn saved(&mut self) {
        self.kept.clone_from(&self.typed);
    }

    fn spots(&self) -> impl Iterator<Item = Spot> {
        let width = self.width();
        (0..self.rows.len()).flat_map(move |row| (0..width).map(move |column| Spot { row, column }))
    }

    /// How many figures are missing, from the first time with a figure to the last: a survey or a month that nobody has begun is
    /// not missing yet. Of a grid without figures all are.
    pub fn missing(&self) -> usize {
        let begun: BTreeSet<At> = self.typed.keys().map(|(_, at)| *at).collect();
        let is_begun = |at: At| match (begun.first(), begun.last()) {
            (Some(first), Some(last)) => (*first..=*last).contains(&at),
            _ => true,
        };
        let firsts = self.spots().filter(|spot| spot.column % self.fields() == 0);
        let keys = firsts.filter_map(|spot| self.key(spot));
        keys.filter(|key| is_begun(key.1) && !self.typed.contains_key(key))
            .count()
    }

    /// Adds a row where it belongs, and answers its place; one that is there stays as it is.
    pub fn add_row(&mut self, head: GridHead) -> usize {
        add(&mut self.rows, head)
    }

    /// Adds a column where it belongs, and answers its place; one that is there stays as it is.
    pub fn add_column(&mut self, head: GridHead) -> usize {
        add(&mut self.columns, head)
    }

    /// What must change so that the book holds what is typed; the first field with something wrong where there is one.
    pub fn steps(&self, in_book: &[Measurement]) -> Result<Vec<FigureStep>, (Spot, FigureFault)> {
        if let Some(fault) = self.faults().into_iter().next() {
            return Err(fault);
        }
        // What nobody touched here may have been changed elsewhere: it stays as it is.
        let keys: BTreeSet<&(Subject, At)> = self.typed.keys().chain(self.kept.keys()).collect();
        let keys = keys
            .into_iter()
            .filter(|key| self.typed.get(*key) != self.kept.get(*key));
        let wanted = keys.map(|key| {
            let typed = self.typed.get(key);
            let figure = typed.and_then(|[value, of]| self.rule.read(value, of).ok().flatten());
            let key = MeasurementKey {
                indicator: self.indicator.clone(),
                at: key.1,
                subject: key.0.clone(),
            };
            (key, figure)
        });
        Ok(figure_steps(in_book, wanted))
    }
}

/// A figure as it stands in its fields.
fn spelt(figure: Figure) -> Typed {
    [
        figure.value.to_string(),
        figure.of.map_or_else(String::new, |of| of.to_string()),
    ]
}

fn in_order(mut heads: Vec<GridHead>) -> Vec<GridHead> {
    heads.sort();
    heads.dedup();
    heads
}

fn add(heads: &mut Vec<GridHead>, head: GridHead) -> usize {
    match heads.binary_search(&head) {
        Ok(place) => place,
        Err(place) => {
            heads.insert(place, head);
            place
        }
    }
}

#[cfg(test)]
mod tests;
