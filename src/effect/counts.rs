//! What was counted for the office as a whole: shares and rates, before and after.

use serde::{Deserialize, Serialize};

use super::comparison::LEVEL;
use super::grading::{LINE, verdict_of};
use super::indicator::{Direction, Indicator, Measured};
use super::verdict::{Grade, Verdict, probability};
use crate::office::Decimal;
use crate::phrase::{Phrase, phrase};
use crate::stats::{self, Interval, RatioInterval};

/// How values were compared.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ComparedAs {
    /// Person by person.
    #[default]
    People,
    /// So many of so many.
    Share,
    /// Events per base.
    Rate,
    /// One figure of the office each: not decidable.
    Figure,
}

impl ComparedAs {
    /// How values of an indicator are compared.
    pub fn of(indicator: &Indicator) -> Self {
        match &indicator.measured {
            measured if indicator.per.is_of_people() || measured.is_of_sheets() => Self::People,
            Measured::Part { .. } => Self::Share,
            Measured::Rate { .. } => Self::Rate,
            _ => Self::Figure,
        }
    }
}

/// What was counted in a wave, its figures added up (数えたもの).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Counts {
    /// How many.
    pub count: f64,
    /// Of how many, or the base of the rate.
    pub base: f64,
    /// How many, where all figures were whole numbers.
    events: Option<u64>,
    /// Of how many, where all figures were whole numbers.
    of: Option<u64>,
    /// How many of the base one unit of the value stands for: 1 for a share, 100 for a rate per 100.
    per: f64,
}

impl Counts {
    /// Adds figures up, each (how many, of how many); `None` where nothing stands on the base.
    pub fn of(figures: &[(Decimal, Decimal)], measured: &Measured) -> Option<Self> {
        let per = match measured {
            Measured::Rate { per, .. } => f64::from(*per),
            _ => 1.0,
        };
        let whole = |pick: fn(&(Decimal, Decimal)) -> Decimal| -> Option<u64> {
            let mut all = figures.iter().map(|figure| pick(figure).as_count());
            all.try_fold(0_u64, |sum, it| sum.checked_add(it?))
        };
        let base: f64 = figures.iter().map(|figure| figure.1.as_f64()).sum();
        (base > 0.0).then(|| Self {
            count: figures.iter().map(|figure| figure.0.as_f64()).sum(),
            base,
            events: whole(|figure| figure.0),
            of: whole(|figure| figure.1),
            per,
        })
    }

    /// How many were looked at for a share; how many events there were for a rate.
    pub fn n(&self, compared_as: ComparedAs) -> usize {
        let n = match compared_as {
            ComparedAs::Share => self.of,
            _ => self.events,
        };
        n.and_then(|n| usize::try_from(n).ok()).unwrap_or(0)
    }

    /// The share, or the rate per so many of the base.
    pub fn value(&self) -> f64 {
        self.count / self.base * self.per
    }

    /// The interval of a share (Wilson) or of a rate (Garwood); `None` where no whole number was counted.
    pub fn interval(&self, compared_as: ComparedAs) -> Option<Interval> {
        match compared_as {
            ComparedAs::Share => stats::wilson(self.events?, self.of?, LEVEL),
            ComparedAs::Rate => stats::rate_interval(self.events?, self.exposure(), LEVEL),
            ComparedAs::People | ComparedAs::Figure => None,
        }
    }

    fn exposure(&self) -> f64 {
        self.base / self.per
    }

    /// How many, where all figures were whole numbers.
    pub fn events(&self) -> Option<u64> {
        self.events
    }

    /// How many of how many, where all figures were whole numbers.
    pub fn share(&self) -> Option<(u64, u64)> {
        self.events.zip(self.of)
    }

    fn rate(&self) -> Option<(u64, f64)> {
        Some((self.events?, self.exposure()))
    }
}

/// Two waves of what was counted (割合・発生率の前後比較). Differences are later − earlier.
#[derive(Debug, Clone, PartialEq)]
pub struct CountComparison {
    /// Difference of the shares or rates.
    pub difference: f64,
    /// Later divided by earlier; `None` where the earlier is 0.
    pub ratio: Option<f64>,
    /// Interval of the ratio.
    pub ratio_interval: Option<RatioInterval>,
    /// Two-sided: Fisher's exact test of shares, the exact conditional test of rates.
    pub p: Option<f64>,
    /// Smallest p that so many could reach.
    pub p_smallest: Option<f64>,
    /// Interval of the difference that covers at least at its level.
    pub interval: Option<Interval>,
    /// What it shows.
    pub verdict: Verdict,
    /// How sure; B at most, as it is not known who is in both.
    pub grade: Grade,
    /// The reason in words.
    pub why: Phrase,
}

/// Compares what was counted in two waves.
///
/// A change of rates is claimed only where p is below .05 and the interval of the ratio leaves out 1; the two are made differently and
/// next to the edge one may speak without the other.
pub fn compare_counts(from: &Counts, to: &Counts, compared_as: ComparedAs, direction: Direction) -> CountComparison {
    let difference = to.value() - from.value();
    let mut found = match compared_as {
        ComparedAs::Rate => of_rates(from, to),
        _ => of_shares(from, to),
    }
    .unwrap_or_else(CountComparison::without_a_test);
    found.difference = difference;
    let smallest = found.p_smallest.unwrap_or(1.0);
    let beyond_one = |ratio: RatioInterval| ratio.low > 1.0 || ratio.high.is_some_and(|high| high < 1.0);
    let is_shown = found.p.is_some_and(|p| p < LINE)
        && (compared_as != ComparedAs::Rate || found.ratio_interval.is_some_and(beyond_one));
    let together = |said: Phrase, p: f64| {
        said.with("p", probability(p))
            .with("count", whole_text(from.count + to.count))
    };
    (found.verdict, found.grade, found.why) = match found.p {
        None => (Verdict::NotDecidable, Grade::D, phrase("why-not-counted")),
        Some(_) if smallest >= LINE => (
            Verdict::NotDecidable,
            Grade::D,
            together(phrase("why-too-few-counted"), smallest),
        ),
        Some(p) if is_shown => (
            verdict_of(difference, direction),
            Grade::B,
            together(phrase("why-counted"), p),
        ),
        Some(p) if p < LINE => (
            Verdict::NotShown,
            Grade::C,
            together(phrase("why-on-the-edge-counted"), p),
        ),
        Some(p) => (Verdict::NotShown, Grade::C, together(phrase("why-chance-counted"), p)),
    };
    found
}

/// A number of things; with decimals only where it has any.
fn whole_text(count: f64) -> String {
    format!("{count}")
}

fn of_shares(from: &Counts, to: &Counts) -> Option<CountComparison> {
    let (first, second) = from.share().zip(to.share())?;
    let ratio = stats::ratio_of_shares(first, second, LEVEL)?;
    Some(CountComparison {
        ratio: ratio.ratio,
        ratio_interval: Some(ratio.interval),
        p: stats::fisher(first, second),
        p_smallest: stats::smallest_p_of_shares(first.1, second.1, first.0 + second.0),
        interval: stats::difference_of_shares(first, second, LEVEL),
        ..CountComparison::without_a_test()
    })
}

fn of_rates(from: &Counts, to: &Counts) -> Option<CountComparison> {
    let (first, second) = from.rate().zip(to.rate())?;
    let ratio = stats::rate_ratio(first, second, LEVEL)?;
    Some(CountComparison {
        ratio: ratio.ratio,
        ratio_interval: Some(ratio.interval),
        p: Some(ratio.p),
        p_smallest: stats::smallest_p_of_counts(first.0 + second.0, first.1, second.1),
        interval: stats::difference_of_rates(first, second, LEVEL),
        ..CountComparison::without_a_test()
    })
}

impl CountComparison {
    fn without_a_test() -> Self {
        Self {
            difference: 0.0,
            ratio: None,
            ratio_interval: None,
            p: None,
            p_smallest: None,
            interval: None,
            verdict: Verdict::NotDecidable,
            grade: Grade::D,
            why: phrase("why-not-counted"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::office::Bilingual;

    fn words(text: &str) -> Bilingual {
        Bilingual {
            ja: text.to_owned(),
            en: text.to_owned(),
        }
    }

    fn counted(figures: &[(&str, &str)], measured: &Measured) -> Counts {
        let figure = |written: &str| Decimal::parse(written).unwrap();
        let figures: Vec<(Decimal, Decimal)> = figures.iter().map(|it| (figure(it.0), figure(it.1))).collect();
        Counts::of(&figures, measured).unwrap()
    }

    fn share(count: &str, base: &str) -> Counts {
        counted(&[(count, base)], &Measured::Part { of: words("people") })
    }

    fn rate(count: &str, base: &str) -> Counts {
        let measured = Measured::Rate {
            per: 100,
            of: words("days"),
        };
        counted(&[(count, base)], &measured)
    }

    fn shares(from: (&str, &str), to: (&str, &str)) -> CountComparison {
        compare_counts(
            &share(from.0, from.1),
            &share(to.0, to.1),
            ComparedAs::Share,
            Direction::Up,
        )
    }

    fn rates(from: (&str, &str), to: (&str, &str)) -> CountComparison {
        compare_counts(
            &rate(from.0, from.1),
            &rate(to.0, to.1),
            ComparedAs::Rate,
            Direction::Down,
        )
    }

    /// The tea test turned into an office: 3 of 4 against 1 of 4 has p = 34/70, and all right would have 2/70.
    #[test]
    fn shares_are_tested_after_fisher() {
        let found = shares(("1", "4"), ("3", "4"));
        assert!((found.p.unwrap() - 34.0 / 70.0).abs() < 1e-12);
        assert!((found.p_smallest.unwrap() - 2.0 / 70.0).abs() < 1e-12);
        assert_eq!((found.verdict, found.grade), (Verdict::NotShown, Grade::C));
        let all = shares(("0", "4"), ("4", "4"));
        assert_eq!((all.verdict, all.grade), (Verdict::Improved, Grade::B));
        let turned = shares(("4", "4"), ("0", "4"));
        assert_eq!((turned.verdict, turned.difference), (Verdict::Worse, -1.0));
    }

    /// Golden case I of STATISTICS.md: Wilson of 30 of 200.
    #[test]
    fn a_share_has_the_interval_of_wilson() {
        let found = share("30", "200").interval(ComparedAs::Share).unwrap();
        assert!((found.low - 0.107_136).abs() < 1e-6 && (found.high - 0.206_056).abs() < 1e-6);
    }

    /// The example of R's `poisson.test`: 11 events in 800 against 21 in 3011 has p = .07967.
    #[test]
    fn rates_are_tested_by_the_exact_conditional_test() {
        let found = rates(("11", "800"), ("21", "3011"));
        assert!((found.p.unwrap() - 0.079_67).abs() < 5e-6);
        assert_eq!(found.verdict, Verdict::NotShown);
        assert!((found.difference - (2100.0 / 3011.0 - 1100.0 / 800.0)).abs() < 1e-12);
        let fewer = rates(("30", "800"), ("8", "800"));
        assert_eq!((fewer.verdict, fewer.grade), (Verdict::Improved, Grade::B));
    }

    #[test]
    fn too_few_events_can_decide_nothing_however_they_fall() {
        let found = rates(("5", "800"), ("0", "800"));
        assert_eq!((found.verdict, found.grade), (Verdict::NotDecidable, Grade::D));
        assert_eq!(
            (found.why.key(), found.p_smallest),
            ("why-too-few-counted", Some(0.0625))
        );
        assert_eq!(rates(("0", "800"), ("0", "800")).verdict, Verdict::NotDecidable);
        assert_eq!(shares(("0", "2"), ("2", "2")).verdict, Verdict::NotDecidable);
    }

    #[test]
    fn nothing_before_has_no_ratio_but_may_have_become_worse() {
        let found = rates(("0", "800"), ("9", "800"));
        assert_eq!((found.ratio, found.verdict), (None, Verdict::Worse));
    }

    /// 4 in 1000 days against 1 in 2000: of 5 events with a share of 2/3, one or fewer have 11/243 = .0453. That is less than .05, but
    /// more than the .025 of one end of the interval.
    #[test]
    fn where_p_and_interval_disagree_nothing_is_claimed() {
        let found = rates(("4", "1000"), ("1", "2000"));
        assert!((found.p.unwrap() - 11.0 / 243.0).abs() < 1e-12);
        assert_eq!((found.verdict, found.grade), (Verdict::NotShown, Grade::C));
        assert_eq!(found.why.key(), "why-on-the-edge-counted");
    }

    #[test]
    fn halves_are_not_counted_and_have_no_test() {
        let found = rates(("2.5", "800"), ("30", "800"));
        assert_eq!(
            (found.p, found.interval, found.why.key()),
            (None, None, "why-not-counted")
        );
        assert_eq!(found.verdict, Verdict::NotDecidable);
        // The base of a rate need not be whole.
        assert!(rates(("2", "800.5"), ("30", "800")).p.is_some());
    }

    #[test]
    fn months_of_one_wave_are_added_up() {
        let measured = Measured::Rate {
            per: 100,
            of: words("days"),
        };
        let two = counted(&[("2", "300"), ("4", "900")], &measured);
        assert_eq!((two.count, two.base, two.value()), (6.0, 1200.0, 0.5));
        let figures = [(Decimal::whole(0), Decimal::whole(0))];
        assert_eq!(Counts::of(&figures, &measured), None);
    }
}
