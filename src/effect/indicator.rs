//! What is measured to see an effect (指標).

use serde::{Deserialize, Serialize};

use crate::office::{Bilingual, Decimal};
use crate::phrase::{Phrase, phrase};
use crate::worktime::{CategoryKind, TaskCode, TaskList};

/// Efficiency or quality (業務効率指標・介護サービスの質指標).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Family {
    /// 業務効率
    Efficiency,
    /// 介護サービスの質
    Quality,
}

/// Which way is good (良い方向).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Direction {
    /// Less is better.
    Down,
    /// More is better.
    Up,
}

/// What one value of an indicator stands for (何についての値か).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Per {
    /// One person's one shift, or one person's day (1人1日).
    StaffDay,
    /// One person's month (1人1か月).
    StaffMonth,
    /// One member of staff in a survey (職員1人).
    Staff,
    /// One resident in a survey (利用者1人).
    Resident,
    /// The office in a survey (事業所、調査ごと).
    Office,
    /// The office on a day (事業所、1日).
    OfficeDay,
    /// The office in a month (事業所、1か月).
    OfficeMonth,
}

impl Per {
    /// In the order in which they are offered.
    pub const ALL: [Self; 7] = [
        Self::StaffDay,
        Self::StaffMonth,
        Self::Staff,
        Self::Resident,
        Self::Office,
        Self::OfficeDay,
        Self::OfficeMonth,
    ];

    /// The word in commands and data files.
    pub fn id(self) -> &'static str {
        match self {
            Self::StaffDay => "staff-day",
            Self::StaffMonth => "staff-month",
            Self::Staff => "staff",
            Self::Resident => "resident",
            Self::Office => "office",
            Self::OfficeDay => "office-day",
            Self::OfficeMonth => "office-month",
        }
    }

    /// The word for people.
    pub fn phrase(self) -> Phrase {
        match self {
            Self::StaffDay => phrase("per-staff-day"),
            Self::StaffMonth => phrase("per-staff-month"),
            Self::Staff => phrase("per-staff"),
            Self::Resident => phrase("per-resident"),
            Self::Office => phrase("per-office"),
            Self::OfficeDay => phrase("per-office-day"),
            Self::OfficeMonth => phrase("per-office-month"),
        }
    }

    /// Whether values are of single people, so that people can be compared.
    pub fn is_of_people(self) -> bool {
        matches!(self, Self::StaffDay | Self::StaffMonth | Self::Staff | Self::Resident)
    }

    /// Whether values come one after the other, day by day or month by month, for the office as a whole: a series.
    pub fn is_series(self) -> bool {
        matches!(self, Self::OfficeDay | Self::OfficeMonth)
    }
}

/// What the document ledger counts (文書台帳).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DocumentCount {
    /// Sheets of paper.
    Sheets,
    /// Minutes of writing.
    Minutes,
    /// Times that the same facts are written again.
    Reentries,
}

/// Where the values of an indicator come from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "as", deny_unknown_fields)]
pub enum Measured {
    /// From the time sheets: minutes of these tasks.
    Minutes {
        /// Codes of the task list.
        tasks: Vec<TaskCode>,
    },
    /// From the time sheets: share of filled minutes in categories of these kinds, from 0 to 1.
    Share {
        /// Kinds of category.
        kinds: Vec<CategoryKind>,
    },
    /// Entered as it is.
    Entered,
    /// Entered as so many of so many; a share from 0 to 1.
    Part {
        /// What the second number counts (回答した人数).
        of: Bilingual,
    },
    /// Entered as events and their base; events per so many of the base.
    Rate {
        /// Per how many, e.g. 100.
        per: u32,
        /// What the base counts (利用者延べ日数).
        of: Bilingual,
    },
    /// Entered as the total of a scale.
    Scale {
        /// Id of the scale.
        scale: String,
    },
    /// From the document ledger; entered by hand as long as there is none.
    Documents {
        /// What is counted.
        count: DocumentCount,
    },
    /// Computed from tasks and other indicators (計算式).
    Formula {
        /// The formula, as people write it.
        formula: String,
        /// Whether values are shares from 0 to 1, shown as percent.
        #[serde(default)]
        share: bool,
    },
}

/// Figures that can be right at all, both ends included (入力できる範囲).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Range {
    /// Lowest.
    pub least: Decimal,
    /// Highest.
    pub most: Decimal,
}

/// A number that is followed before and after an improvement (指標).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Indicator {
    /// Name in commands and JSON, e.g. `record-minutes`.
    pub id: String,
    /// Name for people.
    pub name: Bilingual,
    /// Efficiency or quality; set by the file that the indicator stands in.
    #[serde(default = "Family::until_the_file_says")]
    pub family: Family,
    /// Unit for people (分, %).
    pub unit: Bilingual,
    /// Which way is good.
    pub direction: Direction,
    /// Decimals shown.
    pub decimals: u8,
    /// What one value stands for.
    pub per: Per,
    /// Where its values come from.
    pub measured: Measured,
    /// Figures that can be right at all; the scale's own where it is a scale.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub range: Option<Range>,
    /// Whether it is compared as long as the office has chosen none.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub usual: bool,
    /// How to measure it, for people.
    pub how: Bilingual,
    /// Where the definition comes from.
    pub source: String,
}

impl Family {
    fn until_the_file_says() -> Self {
        Self::Efficiency
    }
}

impl Measured {
    /// Codes of the tasks that count; none where it does not come out of the time sheets alone.
    pub fn tasks(&self, list: &TaskList) -> Vec<TaskCode> {
        match self {
            Self::Minutes { tasks } => tasks.clone(),
            Self::Share { kinds } => kinds.iter().flat_map(|kind| list.tasks_of_kind(*kind)).collect(),
            _ => Vec::new(),
        }
    }

    /// Whether values are shares from 0 to 1, shown as percent.
    pub fn is_share(&self) -> bool {
        matches!(
            self,
            Self::Share { .. } | Self::Part { .. } | Self::Formula { share: true, .. }
        )
    }

    /// Whether it comes out of the time sheets.
    pub fn is_of_sheets(&self) -> bool {
        matches!(self, Self::Minutes { .. } | Self::Share { .. })
    }

    /// Whether people type its values in.
    pub fn is_entered(&self) -> bool {
        !self.is_of_sheets() && !matches!(self, Self::Formula { .. })
    }

    /// What the second number of an entered figure counts, where there are two.
    pub fn base(&self) -> Option<&Bilingual> {
        match self {
            Self::Part { of } | Self::Rate { of, .. } => Some(of),
            _ => None,
        }
    }

    /// In words, where values come from.
    pub fn phrase(&self) -> Phrase {
        match self {
            Self::Minutes { .. } | Self::Share { .. } => phrase("measured-sheets"),
            Self::Entered | Self::Part { .. } | Self::Rate { .. } => phrase("measured-entered"),
            Self::Scale { .. } => phrase("measured-scale"),
            Self::Documents { .. } => phrase("measured-documents"),
            Self::Formula { .. } => phrase("measured-formula"),
        }
    }
}

impl Family {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Efficiency, Self::Quality];

    /// The word in commands.
    pub fn id(self) -> &'static str {
        match self {
            Self::Efficiency => "efficiency",
            Self::Quality => "quality",
        }
    }

    /// The word for people.
    pub fn phrase(self) -> Phrase {
        match self {
            Self::Efficiency => phrase("family-efficiency"),
            Self::Quality => phrase("family-quality"),
        }
    }
}

impl Direction {
    /// Whether a difference, later − earlier, is in the good direction.
    pub fn is_good(self, difference: f64) -> bool {
        match self {
            Self::Down => difference < 0.0,
            Self::Up => difference > 0.0,
        }
    }

    /// 1 where more is good, −1 where less is.
    pub fn sign(self) -> f64 {
        match self {
            Self::Down => -1.0,
            Self::Up => 1.0,
        }
    }
}

impl Indicator {
    /// How many shown units one unit of the value is: 100 for shares, which are shown in percent.
    pub fn shown_factor(&self) -> f64 {
        if self.measured.is_share() { 100.0 } else { 1.0 }
    }
}
