//! One field of the page: how it is read, and what may be wrong with it.

use crate::documents::month::{DocumentMonth, Medium};
use crate::office::{Decimal, fold};
use crate::phrase::{Phrase, phrase};

/// Most pieces or sheets of a kind in a month.
const MOST: u32 = 1_000_000;
/// Most times that facts are written again in one piece.
const MOST_TIMES: u16 = 1_000;
/// Most minutes for one piece: a whole day.
const MOST_MINUTES: u32 = 1_440;
/// What stands where nothing was counted.
const MISSING: [&str; 6] = ["-", "−", "—", "–", "ー", "…"];

/// A column of the page (台帳の列).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum PageColumn {
    /// 原本
    Medium,
    /// 件数
    Pieces,
    /// 枚数
    Sheets,
    /// 写し・印刷
    Copies,
    /// 1件の分
    Minutes,
    /// 転記の回数
    Reentries,
    /// 転記1回の分
    ReentryMinutes,
    /// 計画の枚数
    Goal,
}

/// What is wrong with a field of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PageFault {
    /// It is no medium.
    Medium,
    /// It is no whole number of 0 or more, or too large.
    Count,
    /// It is no number of times, or too large.
    Times,
    /// They are no minutes, or more than a day.
    Minutes,
    /// An original that is data has no sheets.
    SheetsOfData,
    /// How many sheets were printed of data must be said, 0 where none were.
    CopiesOfData,
    /// It comes from days that were counted.
    OfDays,
    /// A counted day has no figure, or the days on which the office was open are not known.
    OpenDays,
    /// There is no line here.
    BeyondRows,
    /// There is no column here.
    BeyondColumns,
}

impl PageColumn {
    /// In their order.
    pub const ALL: [Self; 8] = [
        Self::Medium,
        Self::Pieces,
        Self::Sheets,
        Self::Copies,
        Self::Minutes,
        Self::Reentries,
        Self::ReentryMinutes,
        Self::Goal,
    ];

    /// Its place among the columns.
    pub(super) fn place(self) -> usize {
        self as usize
    }

    /// Whether counted days say what stands there.
    pub fn is_counted(self) -> bool {
        matches!(self, Self::Pieces | Self::Sheets | Self::Copies)
    }

    /// Whether it tells of what was, and not of what is planned.
    pub(super) fn is_of_month(self) -> bool {
        self != Self::Goal
    }

    /// A short heading.
    pub fn heading(self) -> Phrase {
        match self {
            Self::Medium => phrase("paperview-column-medium"),
            Self::Pieces => phrase("paperview-column-pieces"),
            Self::Sheets => phrase("paperview-column-sheets"),
            Self::Copies => phrase("paperview-column-copies"),
            Self::Minutes => phrase("paperview-column-minutes"),
            Self::Reentries => phrase("paperview-column-reentries"),
            Self::ReentryMinutes => phrase("paperview-column-reentry-minutes"),
            Self::Goal => phrase("paperview-column-goal"),
        }
    }

    /// What is typed there, in words.
    pub fn phrase(self) -> Phrase {
        match self {
            Self::Medium => phrase("paperview-field-medium"),
            Self::Pieces => phrase("paperview-field-pieces"),
            Self::Sheets => phrase("paperview-field-sheets"),
            Self::Copies => phrase("paperview-field-copies"),
            Self::Minutes => phrase("paperview-field-minutes"),
            Self::Reentries => phrase("paperview-field-reentries"),
            Self::ReentryMinutes => phrase("paperview-field-reentry-minutes"),
            Self::Goal => phrase("paperview-field-goal"),
        }
    }

    /// A text as the book spells it, or as it was where it cannot be read.
    pub(super) fn respelt(self, text: &str) -> String {
        let read = match self {
            Self::Medium => medium_of(text).map(|medium| medium.id().to_owned()),
            Self::Minutes | Self::ReentryMinutes => figure(text).ok().flatten().map(|figure| figure.to_string()),
            Self::Reentries => times(text).ok().flatten().map(|times| times.to_string()),
            Self::Pieces | Self::Sheets | Self::Copies | Self::Goal => {
                count(text).ok().flatten().map(|count| count.to_string())
            }
        };
        read.unwrap_or_else(|| text.to_owned())
    }
}

impl PageFault {
    /// In words, with what to try.
    pub fn phrase(self) -> Phrase {
        match self {
            Self::Medium => phrase("paperview-bad-medium"),
            Self::Count => phrase("paperview-bad-count").with("most", MOST),
            Self::Times => phrase("paperview-bad-times").with("most", MOST_TIMES),
            Self::Minutes => phrase("paperview-bad-minutes").with("most", MOST_MINUTES),
            Self::SheetsOfData => phrase("paperview-sheets-of-data"),
            Self::CopiesOfData => phrase("paperview-copies-of-data"),
            Self::OfDays => phrase("paperview-of-days"),
            Self::OpenDays => phrase("paperview-bad-open-days"),
            Self::BeyondRows => phrase("paperview-beyond-rows"),
            Self::BeyondColumns => phrase("paperview-beyond-columns"),
        }
    }
}

/// Whether a text says that there is no figure.
pub(super) fn is_missing(written: &str) -> bool {
    let folded = fold(written);
    let text = folded.trim();
    text.is_empty() || MISSING.contains(&text)
}

/// The medium that a person means; `None` where it is none.
pub(super) fn medium_of(written: &str) -> Option<Medium> {
    match fold(written).trim().to_lowercase().as_str() {
        "1" | "紙" | "paper" | "p" => Some(Medium::Paper),
        "2" | "データ" | "data" | "d" | "電子" => Some(Medium::Data),
        "3" | "両方" | "紙とデータ" | "both" | "b" | "paper and data" => Some(Medium::Both),
        _ => None,
    }
}

/// Reads a count; `None` where nothing stands.
pub(super) fn count(written: &str) -> Result<Option<u32>, PageFault> {
    if is_missing(written) {
        return Ok(None);
    }
    let number = Decimal::parse(written).ok().and_then(Decimal::as_count);
    let number = number.and_then(|number| u32::try_from(number).ok());
    number.filter(|number| *number <= MOST).map(Some).ok_or(PageFault::Count)
}

/// Reads how often; `None` where nothing stands.
pub(super) fn times(written: &str) -> Result<Option<u16>, PageFault> {
    let number = count(written).map_err(|_| PageFault::Times)?;
    let times = number.map(|number| u16::try_from(number).ok().filter(|times| *times <= MOST_TIMES));
    match times {
        Some(None) => Err(PageFault::Times),
        times => Ok(times.flatten()),
    }
}

/// Reads minutes; `None` where nothing stands.
pub(super) fn figure(written: &str) -> Result<Option<Decimal>, PageFault> {
    if is_missing(written) {
        return Ok(None);
    }
    let figure = Decimal::parse(written).ok();
    let range = Decimal::ZERO..=Decimal::whole(MOST_MINUTES);
    let figure = figure.filter(|figure| range.contains(figure));
    figure.map(Some).ok_or(PageFault::Minutes)
}

/// A line of the book as texts.
pub(super) fn spelt(it: &DocumentMonth) -> [String; 8] {
    let tally = it.counted.tally();
    let number = |count: Option<u32>| count.map_or_else(String::new, |count| count.to_string());
    let decimal = |figure: Option<Decimal>| figure.map_or_else(String::new, |figure| figure.to_string());
    [
        it.medium.id().to_owned(),
        number(tally.pieces),
        number(tally.sheets),
        tally.copies.to_string(),
        decimal(it.minutes_per_piece),
        number(it.reentries_per_piece.map(u32::from)),
        decimal(it.minutes_per_reentry),
        String::new(),
    ]
}
