//! What may be entered as a figure of an indicator (測定値の入力の決まり).

use super::indicator::{Indicator, Measured, Range};
use super::scale::Scale;
use crate::office::{Bilingual, Decimal, DecimalFault, fold, is_missing};
use crate::phrase::{Phrase, phrase};

/// What people write behind a count.
const COUNTED: [char; 7] = ['件', '人', '名', '回', '日', '枚', '本'];

/// A figure, of a part or a rate with its base.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Figure {
    /// The figure; of a part or a rate how many.
    pub value: Decimal,
    /// Of a part or a rate: of how many.
    pub of: Option<Decimal>,
}

impl Figure {
    /// The figure as it is compared: parts as shares from 0 to 1, rates as events per so many of the base. `None` where it has no
    /// base that it needs.
    pub fn compared(self, measured: &Measured) -> Option<f64> {
        let value = self.value.as_f64();
        let base = || self.of.map(Decimal::as_f64).filter(|base| *base > 0.0);
        match measured {
            Measured::Part { .. } => base().map(|base| value / base),
            Measured::Rate { per, .. } => base().map(|base| value * f64::from(*per) / base),
            _ => Some(value),
        }
    }
}

impl Range {
    /// The totals of a scale.
    fn of_scale(scale: &Scale) -> Self {
        Self {
            least: Decimal::integer(scale.least),
            most: Decimal::integer(scale.most),
        }
    }
}

/// How many numbers a figure has, and what they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shape {
    Plain,
    /// So many of so many.
    Part,
    /// Events and their base.
    Rate,
}

/// What figures of an indicator must keep (入力の決まり).
#[derive(Debug, Clone, PartialEq)]
pub struct FigureRule {
    shape: Shape,
    /// Most decimals of a plain figure.
    decimals: u8,
    range: Option<Range>,
    unit: Bilingual,
}

/// Why a text is no figure of an indicator.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FigureFault {
    /// Something that is no number.
    NoNumber(String),
    /// Beyond a thousand million.
    TooLarge,
    /// More decimals than the indicator has.
    TooFine(u8),
    /// Figures that cannot be right.
    OutOfRange(Range),
    /// A count that is not whole.
    NotWhole,
    /// A count or base below zero.
    Negative,
    /// More than there are.
    MoreThanAll {
        /// How many.
        value: Decimal,
        /// Of how many.
        of: Decimal,
    },
    /// A count without its base.
    NoBase,
    /// A base without its count.
    NoCount,
    /// A base of nothing.
    EmptyBase,
    /// A base where figures have none.
    BaseNotAsked,
}

impl FigureFault {
    /// In words; what to try is the `.hint`.
    pub fn phrase(&self) -> Phrase {
        match self {
            Self::NoNumber(written) => phrase("entering-no-number").with("written", written.as_str()),
            Self::TooLarge => phrase("entering-too-large"),
            Self::TooFine(0) => phrase("entering-not-whole"),
            Self::TooFine(decimals) => phrase("entering-too-fine").with("decimals", *decimals),
            Self::OutOfRange(Range { least, most }) => phrase("entering-out-of-range")
                .with("least", least.to_string())
                .with("most", most.to_string()),
            Self::NotWhole => phrase("entering-count-not-whole"),
            Self::Negative => phrase("entering-negative"),
            Self::MoreThanAll { value, of } => phrase("entering-more-than-all")
                .with("value", value.to_string())
                .with("of", of.to_string()),
            Self::NoBase => phrase("entering-no-base"),
            Self::NoCount => phrase("entering-no-count"),
            Self::EmptyBase => phrase("entering-empty-base"),
            Self::BaseNotAsked => phrase("entering-base-not-asked"),
        }
    }

    /// What to try.
    pub fn advice(&self) -> Phrase {
        match self {
            Self::NoNumber(_) => phrase("entering-advice-digits"),
            Self::TooLarge => phrase("entering-advice-smaller"),
            Self::TooFine(0) | Self::NotWhole => phrase("entering-advice-whole"),
            Self::TooFine(_) => phrase("entering-advice-round"),
            Self::OutOfRange(_) => phrase("entering-advice-range"),
            Self::Negative => phrase("entering-advice-negative"),
            Self::MoreThanAll { .. } => phrase("entering-advice-swapped"),
            Self::NoBase => phrase("entering-advice-both"),
            Self::NoCount => phrase("entering-advice-none"),
            Self::EmptyBase => phrase("entering-advice-nobody-looked"),
            Self::BaseNotAsked => phrase("entering-advice-no-base"),
        }
    }

    /// Whether it is about the second number.
    pub fn is_of_base(&self) -> bool {
        matches!(self, Self::NoBase | Self::EmptyBase | Self::BaseNotAsked)
    }

    /// Whether only the other number is still to come.
    pub fn is_half(&self) -> bool {
        matches!(self, Self::NoBase | Self::NoCount)
    }
}

impl FigureRule {
    /// The rule of an indicator, of which the scale is among these where it is the total of one.
    pub fn of(indicator: &Indicator, scales: &[Scale]) -> Self {
        let (shape, decimals, range) = match &indicator.measured {
            Measured::Part { .. } => (Shape::Part, 0, None),
            Measured::Rate { .. } => (Shape::Rate, 0, None),
            // Totals of a scale are whole numbers, whatever the mean is shown with.
            Measured::Scale { scale } => {
                let scale = scales.iter().find(|it| it.id == *scale);
                (Shape::Plain, 0, scale.map(Range::of_scale).or(indicator.range))
            }
            _ => (Shape::Plain, indicator.decimals, indicator.range),
        };
        Self {
            shape,
            decimals,
            range,
            unit: indicator.unit.clone(),
        }
    }

    /// Whether a figure has a second number.
    pub fn has_base(&self) -> bool {
        self.shape != Shape::Plain
    }

    /// Figures that can be right at all, where that is known.
    pub fn range(&self) -> Option<Range> {
        self.range
    }

    /// Most decimals of a plain figure.
    pub fn decimals(&self) -> u8 {
        self.decimals
    }

    /// Reads a figure; `None` where nothing stands. `of` is the second number.
    pub fn read(&self, value: &str, of: &str) -> Result<Option<Figure>, FigureFault> {
        let given = |text: &str| (!is_missing(text)).then(|| fold(text));
        match (given(value), given(of), self.shape) {
            (None, None, _) => Ok(None),
            (_, Some(_), Shape::Plain) => Err(FigureFault::BaseNotAsked),
            (Some(value), None, Shape::Plain) => self.plain(&value).map(Some),
            (None, Some(of), _) => self.base(&of).and(Err(FigureFault::NoCount)),
            (Some(value), None, _) => count(&value).and(Err(FigureFault::NoBase)),
            (Some(value), Some(of), _) => self.pair(&value, &of).map(Some),
        }
    }

    /// The figure as it is typed in two fields or one: `7/20` says both numbers.
    pub fn parted<'a>(&self, written: &'a str) -> Option<(&'a str, &'a str)> {
        written.split_once(['/', '／']).filter(|_| self.has_base())
    }

    fn plain(&self, written: &str) -> Result<Figure, FigureFault> {
        let units = [fold(&self.unit.ja), fold(&self.unit.en)];
        let bare = units
            .iter()
            .filter(|unit| !unit.is_empty())
            .find_map(|unit| written.strip_suffix(unit.as_str()));
        let value = number(bare.unwrap_or(written), written).map_err(|fault| match fault {
            FigureFault::TooFine(_) => FigureFault::TooFine(self.decimals),
            other => other,
        })?;
        if let Some(range) = self.range.filter(|range| value < range.least || range.most < value) {
            return Err(FigureFault::OutOfRange(range));
        }
        if value.decimals() > self.decimals {
            return Err(FigureFault::TooFine(self.decimals));
        }
        Ok(Figure { value, of: None })
    }

    fn pair(&self, value: &str, of: &str) -> Result<Figure, FigureFault> {
        let (value, of) = (count(value)?, self.base(of)?);
        if self.shape == Shape::Part && value > of {
            return Err(FigureFault::MoreThanAll { value, of });
        }
        Ok(Figure { value, of: Some(of) })
    }

    fn base(&self, written: &str) -> Result<Decimal, FigureFault> {
        let of = if self.shape == Shape::Part {
            count(written)?
        } else {
            let of = number(written.trim_end_matches(COUNTED), written)?;
            if of < Decimal::ZERO {
                return Err(FigureFault::Negative);
            }
            of
        };
        if of == Decimal::ZERO {
            return Err(FigureFault::EmptyBase);
        }
        Ok(of)
    }
}

fn number(bare: &str, written: &str) -> Result<Decimal, FigureFault> {
    Decimal::parse(bare).map_err(|fault| match fault {
        DecimalFault::Empty | DecimalFault::NoNumber => {
            FigureFault::NoNumber(crate::office::printable(written).chars().take(30).collect())
        }
        DecimalFault::TooFine => FigureFault::TooFine(3),
        DecimalFault::TooLarge => FigureFault::TooLarge,
    })
}

/// A whole number of 0 or more.
fn count(written: &str) -> Result<Decimal, FigureFault> {
    let value = match number(written.trim_end_matches(COUNTED), written) {
        Err(FigureFault::TooFine(_)) => return Err(FigureFault::NotWhole),
        read => read?,
    };
    if value < Decimal::ZERO {
        return Err(FigureFault::Negative);
    }
    value.as_count().map(|_| value).ok_or(FigureFault::NotWhole)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::effect::{Direction, Family, Per};

    fn name(ja: &str) -> Bilingual {
        Bilingual {
            ja: ja.to_owned(),
            en: ja.to_owned(),
        }
    }

    fn indicator(measured: Measured, decimals: u8, range: Option<(i32, u32)>) -> Indicator {
        let decimal = |number: i32| Decimal::parse(&number.to_string()).unwrap();
        Indicator {
            id: "x".to_owned(),
            name: name("指標"),
            family: Family::Quality,
            unit: name("分"),
            direction: Direction::Up,
            decimals,
            per: Per::Staff,
            measured,
            range: range.map(|(least, most)| Range {
                least: decimal(least),
                most: Decimal::whole(most),
            }),
            usual: false,
            how: name("数える"),
            source: "参考".to_owned(),
        }
    }

    fn plain(decimals: u8, range: Option<(i32, u32)>) -> FigureRule {
        FigureRule::of(&indicator(Measured::Entered, decimals, range), &[])
    }

    fn part() -> FigureRule {
        FigureRule::of(&indicator(Measured::Part { of: name("人数") }, 1, None), &[])
    }

    fn rate() -> FigureRule {
        let measured = Measured::Rate {
            per: 100,
            of: name("延べ日数"),
        };
        FigureRule::of(&indicator(measured, 2, None), &[])
    }

    fn text(figure: Result<Option<Figure>, FigureFault>) -> String {
        match figure.unwrap() {
            None => "none".to_owned(),
            Some(Figure { value, of: None }) => value.to_string(),
            Some(Figure { value, of: Some(of) }) => format!("{value}/{of}"),
        }
    }

    #[test]
    fn a_figure_is_read_as_people_type_it() {
        for (written, read) in [
            ("12", "12"),
            ("１２．５", "12.5"),
            ("△3", "-3"),
            ("1,200", "1200"),
            ("12.5分", "12.5"),
            ("12.50", "12.5"),
        ] {
            assert_eq!(text(plain(1, None).read(written, "")), read, "{written}");
        }
        assert_eq!(text(part().read("７人", "20")), "7/20");
        assert_eq!(text(rate().read("0件", "1,240.5")), "0/1240.5");
    }

    #[test]
    fn nothing_and_a_dash_are_a_missing_figure_and_never_zero() {
        for written in ["", "　", "-", "－", "—", "ー"] {
            assert_eq!(text(plain(0, None).read(written, "")), "none", "{written}");
            assert_eq!(text(rate().read(written, written)), "none", "{written}");
        }
        assert_eq!(text(plain(0, None).read("0", "")), "0");
    }

    #[test]
    fn what_cannot_be_right_is_refused_with_its_reason() {
        let ranged = plain(1, Some((0, 24)));
        assert_eq!(text(ranged.read("24", "")), "24");
        let range = ranged.range().unwrap();
        assert_eq!(ranged.read("24.1", ""), Err(FigureFault::OutOfRange(range)));
        assert_eq!(ranged.read("-1", ""), Err(FigureFault::OutOfRange(range)));
        assert_eq!(ranged.read("2.25", ""), Err(FigureFault::TooFine(1)));
        assert_eq!(plain(0, None).read("2.5", ""), Err(FigureFault::TooFine(0)));
        let written = "二".to_owned();
        assert_eq!(ranged.read("二", ""), Err(FigureFault::NoNumber(written)));
        assert_eq!(plain(0, None).read("99999999999", ""), Err(FigureFault::TooLarge));
        assert_eq!(ranged.read("1", "2"), Err(FigureFault::BaseNotAsked));
    }

    #[test]
    fn totals_of_a_scale_are_whole_and_within_the_scale() {
        let measured = |scale: &str| Measured::Scale {
            scale: scale.to_owned(),
        };
        let scale = Scale {
            id: "motivation".to_owned(),
            name: name("やる気"),
            least: -3,
            most: 3,
            bands: Vec::new(),
            direction: Direction::Up,
            of: Per::Staff,
            note: name(""),
            source: String::new(),
        };
        let scales = [scale];
        let unknown = FigureRule::of(&indicator(measured("other"), 1, None), &scales);
        assert_eq!(unknown.range(), None);
        let rule = FigureRule::of(&indicator(measured("motivation"), 1, None), &scales);
        let range = rule.range().unwrap();
        assert_eq!(text(rule.read("-3", "")), "-3");
        assert_eq!(rule.read("4", ""), Err(FigureFault::OutOfRange(range)));
        assert_eq!(rule.read("2.5", ""), Err(FigureFault::TooFine(0)));
    }

    #[test]
    fn a_part_is_whole_and_no_more_than_all() {
        let (value, of) = (Decimal::whole(8), Decimal::whole(7));
        assert_eq!(part().read("8", "7"), Err(FigureFault::MoreThanAll { value, of }));
        assert_eq!(text(part().read("7", "7")), "7/7");
        assert_eq!(part().read("7.5", "9"), Err(FigureFault::NotWhole));
        assert_eq!(part().read("7.0001", "9"), Err(FigureFault::NotWhole));
        assert_eq!(part().read("-1", "9"), Err(FigureFault::Negative));
        assert_eq!(part().read("7", ""), Err(FigureFault::NoBase));
        assert_eq!(part().read("", "9"), Err(FigureFault::NoCount));
        assert_eq!(part().read("0", "0"), Err(FigureFault::EmptyBase));
    }

    #[test]
    fn a_rate_counts_whole_events_over_a_base_above_nothing() {
        assert_eq!(rate().read("1.5", "30"), Err(FigureFault::NotWhole));
        assert_eq!(rate().read("3", "0"), Err(FigureFault::EmptyBase));
        assert_eq!(rate().read("3", "-5"), Err(FigureFault::Negative));
        assert_eq!(text(rate().read("31", "30")), "31/30");
    }

    #[test]
    fn a_figure_is_compared_as_share_rate_or_as_it_is() {
        let measured = |rule: &str| match rule {
            "part" => Measured::Part { of: name("人数") },
            "rate" => Measured::Rate {
                per: 100,
                of: name("延べ日数"),
            },
            _ => Measured::Entered,
        };
        let figure = |value, of: Option<u32>| Figure {
            value: Decimal::whole(value),
            of: of.map(Decimal::whole),
        };
        assert_eq!(figure(7, Some(20)).compared(&measured("part")), Some(0.35));
        assert_eq!(figure(3, Some(600)).compared(&measured("rate")), Some(0.5));
        assert_eq!(figure(3, None).compared(&measured("entered")), Some(3.0));
        assert_eq!(figure(3, None).compared(&measured("rate")), None);
    }
}
