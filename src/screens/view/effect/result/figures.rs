//! How the figures of a result are written on its page.

use crate::effect::{Direction, Verdict};
use crate::phrase::{Phrase, phrase};
use crate::report::finding::{ComparedAs, IndicatorFinding};
use crate::report::{UNKNOWN, decimal_text, value_text};
use crate::screens::effect::{counts, is_hidden, of_unit};
use crate::screens::figure::signed;
use crate::screens::pen::Pen;

/// The means of a survey, or what stands in their place.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Mean {
    /// It is known.
    Is(f64),
    /// It would tell of fewer than three people.
    Hidden,
    /// There are no values.
    Missing,
}

impl Mean {
    /// A mean, or why there is none.
    fn of(finding: &IndicatorFinding, mean: Option<f64>, n: usize) -> Self {
        match mean {
            Some(mean) => Self::Is(mean),
            None if is_hidden(finding, n) => Self::Hidden,
            None => Self::Missing,
        }
    }

    /// The number, where there is one.
    pub fn number(self) -> Option<f64> {
        match self {
            Self::Is(mean) => Some(mean),
            Self::Hidden | Self::Missing => None,
        }
    }

    /// With its unit, or the word for why there is none.
    pub fn with_unit(self, finding: &IndicatorFinding, pen: &Pen) -> String {
        match self {
            Self::Is(mean) => pen.clean(&value_text(finding, mean)),
            Self::Hidden | Self::Missing => self.bare(finding, pen),
        }
    }

    /// Without a unit.
    pub fn bare(self, finding: &IndicatorFinding, pen: &Pen) -> String {
        match self {
            Self::Is(mean) => decimal_text(of_unit(finding, mean), finding.decimals),
            Self::Hidden => pen.get("result-hidden"),
            Self::Missing => pen.clean(UNKNOWN),
        }
    }
}

/// Means of both surveys: of the people in both where they are compared with themselves.
pub fn means(finding: &IndicatorFinding) -> [Mean; 2] {
    [(&finding.from, finding.n_from), (&finding.to, finding.n_to)]
        .map(|(spread, n)| Mean::of(finding, spread.as_ref().map(|spread| spread.mean), n))
}

/// How much stands behind each mean: people, counts, or one figure.
pub fn behind(finding: &IndicatorFinding, pen: &Pen) -> [String; 2] {
    let assessment = &finding.assessment;
    let sides = [
        (finding.n_from, assessment.counts_from),
        (finding.n_to, assessment.counts_to),
    ];
    sides.map(|(n, pair)| match (assessment.compared_as, pair) {
        (ComparedAs::People, _) => format!("n={n}"),
        (ComparedAs::Figure, _) => pen.get("result-one-figure"),
        (ComparedAs::Share | ComparedAs::Rate, Some(pair)) => pen.say(&counts(finding, pair)),
        (ComparedAs::Share | ComparedAs::Rate, None) => String::new(),
    })
}

/// The name with its unit and the good direction.
pub fn title(finding: &IndicatorFinding, pen: &Pen) -> String {
    let good = match finding.direction {
        Direction::Down => pen.get("screens-less-is-good"),
        Direction::Up => pen.get("screens-more-is-good"),
    };
    format!("{} ({})  {good}", pen.clean(&finding.name), pen.clean(&finding.unit))
}

/// Up, down or the same, as a word beside the sign; what rounds to nothing is the same.
pub fn way(finding: &IndicatorFinding, difference: f64) -> Phrase {
    let shown = signed(of_unit(finding, difference), finding.decimals);
    match shown.chars().next() {
        Some('-') => phrase("screens-less"),
        Some('+') => phrase("screens-more"),
        _ => phrase("screens-same"),
    }
}

/// The difference with its sign and its way as a word.
pub fn difference_text(finding: &IndicatorFinding, pen: &Pen) -> String {
    finding.difference.map_or_else(
        || pen.clean(UNKNOWN),
        |difference| {
            let value = signed(of_unit(finding, difference), finding.decimals);
            pen.clean(&format!("{value} {}", pen.say(&way(finding, difference))))
        },
    )
}

/// A verdict with its sign.
pub fn verdict_text(verdict: Verdict, pen: &Pen) -> String {
    format!("{} {}", verdict.sign(), pen.say(&verdict.word()))
}
