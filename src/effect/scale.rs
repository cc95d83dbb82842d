//! Scales whose totals are recorded (尺度): range and bands, never the text of a question.

use serde::{Deserialize, Serialize};

use super::id::{bad_id, is_id};
use super::indicator::{Direction, Per};
use crate::office::Bilingual;
use crate::phrase::{Phrase, phrase};

/// A range of totals that is counted together (区分), both ends included.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Band {
    /// Lowest total.
    pub from: i32,
    /// Highest total.
    pub to: i32,
    /// Name.
    pub name: Bilingual,
}

/// A scale of which the total is recorded for each person (尺度); totals are whole numbers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scale {
    /// Name in data files, e.g. `who5`.
    pub id: String,
    /// Name.
    pub name: Bilingual,
    /// Lowest total there is.
    pub least: i32,
    /// Highest total there is.
    pub most: i32,
    /// From low to high; they adjoin and cover the whole range.
    pub bands: Vec<Band>,
    /// Which way is good.
    pub direction: Direction,
    /// Whose total it is: of one resident or one member of staff.
    pub of: Per,
    /// What should be known before it is used.
    pub note: Bilingual,
    /// Where it comes from.
    pub source: String,
}

/// Why a scale cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ScaleFault {
    /// An id has small letters, digits and hyphens, and does not begin with a hyphen.
    BadId(String),
    /// The name of the scale or of a band is missing.
    Blank,
    /// It is neither of residents nor of staff.
    Of(Per),
    /// The lowest total is not below the highest.
    NoRange {
        /// Lowest total.
        least: i32,
        /// Highest total.
        most: i32,
    },
    /// There are no bands.
    NoBands,
    /// A band ends before it begins.
    Backwards {
        /// Its lowest total.
        from: i32,
        /// Its highest total.
        to: i32,
    },
    /// A band does not begin where it should: right above the one before, the first at the lowest total.
    Begin {
        /// Where it should begin.
        due: i64,
        /// Where it begins.
        from: i32,
    },
    /// The last band does not end at the highest total.
    End {
        /// Where it ends.
        to: i32,
        /// The highest total.
        most: i32,
    },
}

impl ScaleFault {
    /// In words; what to try is the `.hint`.
    pub fn phrase(&self) -> Phrase {
        match self {
            Self::BadId(id) => bad_id(id),
            Self::Blank => phrase("scale-blank"),
            Self::Of(of) => phrase("scale-of").with("of", of.id()),
            Self::NoRange { least, most } => phrase("scale-no-range").with("least", *least).with("most", *most),
            Self::NoBands => phrase("scale-no-bands"),
            Self::Backwards { from, to } => phrase("scale-backwards").with("from", *from).with("to", *to),
            Self::Begin { due, from } => phrase("scale-begin").with("due", *due).with("from", *from),
            Self::End { to, most } => phrase("scale-end").with("to", *to).with("most", *most),
        }
    }

    /// The field of a data file that is to be mended.
    pub fn field(&self) -> &'static str {
        match self {
            Self::BadId(_) => "id",
            Self::Blank => "name",
            Self::Of(_) => "of",
            Self::NoRange { .. } => "least",
            Self::NoBands | Self::Backwards { .. } | Self::Begin { .. } | Self::End { .. } => "bands",
        }
    }
}

impl Scale {
    /// Checks that there is a range and that the bands adjoin and cover it.
    pub fn validate(&self) -> Result<(), ScaleFault> {
        let is_blank = |text: &str| text.trim().is_empty();
        if !is_id(&self.id) {
            return Err(ScaleFault::BadId(self.id.clone()));
        }
        if is_blank(&self.name.ja) || self.bands.iter().any(|band| is_blank(&band.name.ja)) {
            return Err(ScaleFault::Blank);
        }
        if !matches!(self.of, Per::Resident | Per::Staff) {
            return Err(ScaleFault::Of(self.of));
        }
        let (least, most) = (self.least, self.most);
        if least >= most {
            return Err(ScaleFault::NoRange { least, most });
        }
        let Some(last) = self.bands.last() else {
            return Err(ScaleFault::NoBands);
        };
        let mut due = i64::from(least);
        for Band { from, to, .. } in &self.bands {
            let (from, to) = (*from, *to);
            if to < from {
                return Err(ScaleFault::Backwards { from, to });
            }
            if i64::from(from) != due {
                return Err(ScaleFault::Begin { due, from });
            }
            due = i64::from(to) + 1;
        }
        if last.to == most {
            Ok(())
        } else {
            Err(ScaleFault::End { to: last.to, most })
        }
    }

    /// The band of a total; `None` outside the range.
    pub fn band_of(&self, total: i32) -> Option<&Band> {
        self.bands.iter().find(|band| (band.from..=band.to).contains(&total))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(ja: &str) -> Bilingual {
        Bilingual {
            ja: ja.to_owned(),
            en: String::new(),
        }
    }

    fn scale(least: i32, most: i32, bands: &[(i32, i32)]) -> Scale {
        let band = |(from, to): &(i32, i32)| Band {
            from: *from,
            to: *to,
            name: name("区分"),
        };
        Scale {
            id: "x".to_owned(),
            name: name("尺度"),
            least,
            most,
            bands: bands.iter().map(band).collect(),
            direction: Direction::Up,
            of: Per::Resident,
            note: name(""),
            source: String::new(),
        }
    }

    #[test]
    fn a_total_belongs_to_the_band_whose_ends_include_it() {
        let scale = scale(-3, 3, &[(-3, -1), (0, 0), (1, 3)]);
        assert_eq!(scale.validate(), Ok(()));
        let begin = |total| scale.band_of(total).map(|band| band.from);
        assert_eq!(
            (-4..=4).map(begin).collect::<Vec<_>>(),
            [
                None,
                Some(-3),
                Some(-3),
                Some(-3),
                Some(0),
                Some(1),
                Some(1),
                Some(1),
                None
            ]
        );
    }

    #[test]
    fn bands_that_leave_a_gap_overlap_or_stop_short_are_refused() {
        let fault = |bands: &[(i32, i32)]| scale(0, 25, bands).validate().unwrap_err();
        assert_eq!(fault(&[]), ScaleFault::NoBands);
        assert_eq!(fault(&[(0, 6), (8, 25)]), ScaleFault::Begin { due: 7, from: 8 });
        assert_eq!(fault(&[(0, 6), (6, 25)]), ScaleFault::Begin { due: 7, from: 6 });
        assert_eq!(fault(&[(1, 25)]), ScaleFault::Begin { due: 0, from: 1 });
        assert_eq!(fault(&[(0, 24)]), ScaleFault::End { to: 24, most: 25 });
        assert_eq!(fault(&[(0, 26)]), ScaleFault::End { to: 26, most: 25 });
        assert_eq!(fault(&[(6, 0)]), ScaleFault::Backwards { from: 6, to: 0 });
        assert_eq!(
            scale(5, 5, &[(5, 5)]).validate(),
            Err(ScaleFault::NoRange { least: 5, most: 5 })
        );
        let nameless = Scale {
            name: name(" "),
            ..scale(0, 1, &[(0, 1)])
        };
        assert_eq!(nameless.validate(), Err(ScaleFault::Blank));
        let of = Per::OfficeMonth;
        let of_office = Scale {
            of,
            ..scale(0, 1, &[(0, 1)])
        };
        assert_eq!(of_office.validate(), Err(ScaleFault::Of(of)));
        let id = "WHO-5".to_owned();
        let capitals = Scale {
            id: id.clone(),
            ..scale(0, 1, &[(0, 1)])
        };
        assert_eq!(capitals.validate(), Err(ScaleFault::BadId(id)));
    }

    #[test]
    fn the_ends_of_all_whole_numbers_are_no_trouble() {
        assert_eq!(scale(i32::MIN, i32::MAX, &[(i32::MIN, i32::MAX)]).validate(), Ok(()));
        let fault = scale(i32::MIN, i32::MAX, &[(i32::MIN, i32::MAX), (0, i32::MAX)]).validate();
        let due = i64::from(i32::MAX) + 1;
        assert_eq!(fault, Err(ScaleFault::Begin { due, from: 0 }));
    }
}
