//! The share of the cost that a scheme pays.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// The share of the cost that a scheme pays (補助率), a fraction above 0 and at most 1: `3/4`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rate {
    over: u32,
    under: u32,
}

impl Rate {
    /// Reads `3/4`; `None` where it is no fraction above 0 and at most 1.
    pub fn parse(written: &str) -> Option<Self> {
        let (over, under) = written.split_once('/')?;
        let (over, under): (u32, u32) = (over.trim().parse().ok()?, under.trim().parse().ok()?);
        (over > 0 && over <= under).then_some(Self { over, under })
    }

    /// Its part of a sum, with what is less than a yen cut off; yen.
    pub fn of(self, yen: u64) -> u64 {
        let part = u128::from(yen) * u128::from(self.over) / u128::from(self.under);
        u64::try_from(part).expect("a part is no more than the whole")
    }

    /// Whether it is more than another.
    pub fn exceeds(self, other: Self) -> bool {
        u64::from(self.over) * u64::from(other.under) > u64::from(other.over) * u64::from(self.under)
    }
}

impl fmt::Display for Rate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&format!("{}/{}", self.over, self.under))
    }
}

impl Serialize for Rate {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Rate {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text)
            .ok_or_else(|| serde::de::Error::custom(format!("no rate between 0 and 1, such as 3/4: {text}")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rate_is_a_fraction_of_at_most_one() {
        for written in ["3/4", "1/2", "4/5", "1/1"] {
            assert_eq!(Rate::parse(written).unwrap().to_string(), written);
        }
        for written in ["0/4", "5/4", "3", "3/0", "-1/2", "75%"] {
            assert_eq!(Rate::parse(written), None, "{written}");
        }
    }

    #[test]
    fn a_part_of_a_yen_is_cut_off() {
        assert_eq!(Rate::parse("3/4").unwrap().of(777_777), 583_332);
        assert_eq!(Rate::parse("1/2").unwrap().of(999_999), 499_999);
        assert_eq!(Rate::parse("1/1").unwrap().of(u64::MAX), u64::MAX);
    }

    #[test]
    fn rates_are_compared_as_fractions() {
        let rate = |written| Rate::parse(written).unwrap();
        assert!(rate("3/4").exceeds(rate("1/2")));
        assert!(!rate("2/4").exceeds(rate("1/2")));
    }
}
