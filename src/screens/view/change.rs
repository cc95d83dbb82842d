//! A change in words: before, after, the difference with its sign and its way.

use crate::phrase::{Phrase, phrase};
use crate::report::decimal_text;
use crate::screens::figure::signed;
use crate::screens::pen::Pen;

/// What is compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// Shares from 0 to 1, shown as percent; their difference is in points.
    Share,
    /// Minutes with one decimal.
    Minutes,
}

/// Before and after.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Change {
    from: f64,
    to: f64,
    unit: Unit,
}

impl Change {
    /// Of two values in the same unit.
    pub fn of(from: f64, to: f64, unit: Unit) -> Self {
        let factor = if unit == Unit::Share { 100.0 } else { 1.0 };
        Self {
            from: from * factor,
            to: to * factor,
            unit,
        }
    }

    /// The difference of what is shown, so that it can be checked by subtracting.
    fn difference(self) -> f64 {
        let shown = |value: f64| (value * 10.0).round() / 10.0;
        shown(self.to) - shown(self.from)
    }

    /// More, less, or the same.
    fn way(self) -> Phrase {
        match self.difference() {
            difference if difference > 0.05 => phrase("screens-more"),
            difference if difference < -0.05 => phrase("screens-less"),
            _ => phrase("screens-same"),
        }
    }

    /// The difference with sign and word: `-25.0減`.
    pub fn short(self, pen: &Pen) -> String {
        let said = phrase("views-change-short")
            .with("change", signed(self.difference(), 1))
            .with("way", self.way());
        pen.say(&said)
    }

    /// The whole change: `前 120.0分 → 後 95.0分 -25.0分 減`.
    pub fn said(self, pen: &Pen) -> String {
        let said = match self.unit {
            Unit::Share => phrase("views-change-share"),
            Unit::Minutes => phrase("views-change-minutes"),
        };
        pen.say(
            &said
                .with("from", decimal_text(self.from, 1))
                .with("to", decimal_text(self.to, 1))
                .with("change", signed(self.difference(), 1))
                .with("way", self.way()),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::screens::theme::Theme;
    use crate::text::{Lang, Text};

    #[test]
    fn a_change_is_told_by_sign_and_word_and_checks_by_subtracting() {
        let pen = Pen::new(Text::new(Lang::Ja), Theme::NoColour, true);
        let told = |from, to| Change::of(from, to, Unit::Minutes).said(&pen);
        assert_eq!(told(120.0, 95.0), "前 120.0分 -> 後 95.0分 -25.0分 減");
        assert_eq!(told(10.04, 10.06), "前 10.0分 -> 後 10.1分 +0.1分 増");
        assert_eq!(told(10.0, 10.01), "前 10.0分 -> 後 10.0分 0.0分 同じ");
        assert_eq!(Change::of(0.4024, 0.3434, Unit::Share).short(&pen), "-5.9減");
    }
}
