//! What one kind of document took in one month (文書の1か月).

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::document::DocumentId;
use crate::office::{Decimal, Month};
use crate::phrase::{Phrase, phrase};

/// Most days on which an office is open in a month.
pub const MAX_OPEN_DAYS: u8 = 31;

/// What the original is (原本).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Medium {
    /// On paper.
    Paper,
    /// Data; an original that is data counts no sheet, a printout of it counts.
    Data,
    /// Some pieces on paper, others data.
    Both,
}

impl Medium {
    /// In the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Paper, Self::Data, Self::Both];

    /// The word in commands and files.
    pub fn id(self) -> &'static str {
        match self {
            Self::Paper => "paper",
            Self::Data => "data",
            Self::Both => "both",
        }
    }

    /// The word for people.
    pub fn phrase(self) -> Phrase {
        match self {
            Self::Paper => phrase("document-medium-paper"),
            Self::Data => phrase("document-medium-data"),
            Self::Both => phrase("document-medium-both"),
        }
    }
}

/// What was counted of a kind of document, in a month or on a day.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tally {
    /// Pieces that were made (件数); `None` when nobody counted them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pieces: Option<u32>,
    /// Sheets of originals on paper (枚数); `None` when nobody counted them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sheets: Option<u32>,
    /// Sheets of copies and printouts (写し・印刷); 0 when there are none.
    #[serde(default)]
    pub copies: u32,
}

impl Tally {
    /// Whether nothing was counted.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// How the pieces and sheets of a month came to be known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Counted {
    /// The whole month was counted.
    Month(Tally),
    /// Some days were counted (計数週) and stand for all days on which the office was open.
    Week {
        /// What was counted day by day; every day lies in the month, and there is at least one.
        days: BTreeMap<NaiveDate, Tally>,
        /// Days of the month on which the office was open, at least as many as were counted (営業日数).
        open_days: u8,
    },
}

/// What one kind of document took in one month (文書の1か月): one line of a ledger's page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DocumentMonth {
    /// Which kind.
    pub document: DocumentId,
    /// Which month.
    pub month: Month,
    /// What the original is in this month.
    pub medium: Medium,
    /// Pieces and sheets.
    pub counted: Counted,
    /// Minutes for one piece (1件の分); `None` when unknown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minutes_per_piece: Option<Decimal>,
    /// How often facts that stand elsewhere already are written again in one piece (転記の回数); `None` when unknown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reentries_per_piece: Option<u16>,
    /// Minutes that writing them again takes, each time (転記1回の分); `None` when unknown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minutes_per_reentry: Option<Decimal>,
}

impl Counted {
    /// Pieces and sheets of the month.
    ///
    /// Counted days are scaled by `sum × open days ÷ counted days`, a half rounded up; what is missing on any counted day is
    /// missing in the month. Source: 参考, our own rule.
    pub fn tally(&self) -> Tally {
        let (days, open_days) = match self {
            Self::Month(tally) => return *tally,
            Self::Week { days, open_days } => (days, *open_days),
        };
        let scaled = |of_day: &dyn Fn(&Tally) -> Option<u32>| {
            let sum: u64 = days
                .values()
                .map(|tally| of_day(tally).map(u64::from))
                .sum::<Option<u64>>()?;
            let counted = u64::try_from(days.len()).ok().filter(|count| *count > 0)?;
            // A half is rounded up: twice the sum, plus one whole, over twice the days.
            let month = (2 * sum * u64::from(open_days) + counted) / (2 * counted);
            u32::try_from(month).ok()
        };
        Tally {
            pieces: scaled(&|tally| tally.pieces),
            sheets: scaled(&|tally| tally.sheets),
            copies: scaled(&|tally| Some(tally.copies)).unwrap_or(u32::MAX),
        }
    }
}

impl DocumentMonth {
    /// Sheets of paper in the month, originals, copies and printouts; `None` when the originals were not counted.
    ///
    /// An original that is data counts no sheet; a printout of it counts.
    pub fn sheets(&self) -> Option<u64> {
        let tally = self.counted.tally();
        let originals = match self.medium {
            Medium::Data => 0,
            Medium::Paper | Medium::Both => tally.sheets?,
        };
        Some(u64::from(originals) + u64::from(tally.copies))
    }

    /// Pieces in the month.
    pub fn pieces(&self) -> Option<u64> {
        self.counted.tally().pieces.map(u64::from)
    }

    /// Minutes of writing in the month, a half rounded up; `None` when pieces or minutes for one are unknown.
    pub fn minutes(&self) -> Option<u64> {
        self.minutes_per_piece?.times(self.pieces()?)
    }

    /// How often facts were written again in the month; `None` when unknown.
    pub fn reentries(&self) -> Option<u64> {
        Some(u64::from(self.reentries_per_piece?) * self.pieces()?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn month(medium: Medium, counted: Counted) -> DocumentMonth {
        DocumentMonth {
            document: DocumentId(1),
            month: Month::new(2025, 10).unwrap(),
            medium,
            counted,
            minutes_per_piece: Decimal::parse("1.5").ok(),
            reentries_per_piece: Some(2),
            minutes_per_reentry: None,
        }
    }

    fn tally(pieces: u32, sheets: Option<u32>, copies: u32) -> Tally {
        Tally {
            pieces: Some(pieces),
            sheets,
            copies,
        }
    }

    #[test]
    fn an_original_that_is_data_counts_no_sheet_and_its_printout_counts() {
        let data = month(Medium::Data, Counted::Month(tally(40, None, 12)));
        assert_eq!(data.sheets(), Some(12));
        let paper = month(Medium::Paper, Counted::Month(tally(40, Some(80), 12)));
        assert_eq!(paper.sheets(), Some(92));
        let unknown = month(Medium::Both, Counted::Month(tally(40, None, 12)));
        assert_eq!(unknown.sheets(), None);
    }

    #[test]
    fn minutes_and_reentries_come_from_the_pieces() {
        let paper = month(Medium::Paper, Counted::Month(tally(33, Some(33), 0)));
        assert_eq!((paper.minutes(), paper.reentries()), (Some(50), Some(66)));
    }

    #[test]
    fn a_counting_week_stands_for_the_open_days_of_the_month() {
        let day = |day| NaiveDate::from_ymd_opt(2025, 10, day).unwrap();
        let days = [
            (day(6), tally(3, Some(6), 1)),
            (day(7), tally(4, Some(8), 0)),
            (day(8), tally(2, Some(5), 0)),
        ];
        let counted = Counted::Week {
            days: days.into_iter().collect(),
            open_days: 22,
        };
        // 9 × 22 ÷ 3 = 66; 19 × 22 ÷ 3 = 139.33; 1 × 22 ÷ 3 = 7.33
        assert_eq!(counted.tally(), tally(66, Some(139), 7));
    }

    #[test]
    fn a_day_without_a_count_leaves_the_month_unknown() {
        let day = |day| NaiveDate::from_ymd_opt(2025, 10, day).unwrap();
        let counted = Counted::Week {
            days: [(day(6), tally(3, Some(6), 0)), (day(7), tally(3, None, 0))]
                .into_iter()
                .collect(),
            open_days: 31,
        };
        assert_eq!(counted.tally(), tally(93, None, 0));
    }

    #[test]
    fn a_half_of_a_sheet_is_rounded_up() {
        let day = |day| NaiveDate::from_ymd_opt(2025, 10, day).unwrap();
        let counted = Counted::Week {
            days: [(day(6), tally(1, Some(1), 0)), (day(7), tally(0, Some(0), 0))]
                .into_iter()
                .collect(),
            open_days: 21,
        };
        assert_eq!(counted.tally(), tally(11, Some(11), 0));
    }
}
