//! The named rule sets of run charts.

/// A named set of rules for what is more than chance in a series (ルールの組).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RuleSet {
    /// Runs about the median, limits that grow with the number of points (Anhøj & Olesen 2014).
    Anhoej,
    /// Runs about the median with fixed lengths, and the number of runs.
    Ihi,
    /// Limits from moving ranges, large ranges left out once (NHS Making Data Count).
    Mdc,
    /// The same without leaving out, and a shorter trend.
    MdcExcel,
    /// Limits from moving ranges with the classical rules.
    Shewhart,
}

/// Points from which limits of the series are worth using unless a person says otherwise.
const ENOUGH_FOR_LIMITS: usize = 20;

impl RuleSet {
    /// In the order in which they are offered.
    pub const ALL: [Self; 5] = [Self::Anhoej, Self::Ihi, Self::Mdc, Self::MdcExcel, Self::Shewhart];

    /// The usual set for so many points.
    #[must_use]
    pub fn usual(points: usize) -> Self {
        if points < ENOUGH_FOR_LIMITS {
            Self::Anhoej
        } else {
            Self::Mdc
        }
    }

    /// The name in commands, JSON and on charts.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Anhoej => "anhoej",
            Self::Ihi => "ihi",
            Self::Mdc => "mdc",
            Self::MdcExcel => "mdc-excel",
            Self::Shewhart => "shewhart",
        }
    }

    /// Reads a name.
    #[must_use]
    pub fn of_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|rules| rules.id() == id)
    }

    /// Whether the centre is the median, else the mean.
    pub(super) fn is_about_the_median(self) -> bool {
        matches!(self, Self::Anhoej | Self::Ihi)
    }

    /// Points on one side that make a shift; `None` where it depends on the number of points.
    pub(super) fn shift(self) -> Option<usize> {
        match self {
            Self::Anhoej => None,
            Self::Ihi => Some(6),
            Self::Mdc | Self::MdcExcel => Some(7),
            Self::Shewhart => Some(8),
        }
    }

    /// Points that go one way and make a trend.
    pub(super) fn trend(self) -> Option<usize> {
        match self {
            Self::Anhoej => None,
            Self::Ihi => Some(5),
            Self::Mdc => Some(7),
            Self::MdcExcel | Self::Shewhart => Some(6),
        }
    }
}
