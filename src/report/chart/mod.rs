//! Charts (図): the findings as pictures, as dots (PNG) or as a drawing (SVG).
//!
//! The same findings, size and language give the same bytes. No person can be told from a chart: people are dots or letters,
//! and charts of people are not drawn of fewer than three.

mod canvas;
mod categories;
mod documents;
mod effect;
mod frame;
mod heat;
mod hours;
mod issues;
mod letters;
mod linkage;
mod paint;
mod people;
mod plan;
mod render;
mod strokes;
mod tasks;
mod timeline;

use std::collections::BTreeSet;

use chrono::NaiveDate;

use self::canvas::Canvas;
use super::finding::{Class, EffectFinding, IssuesFinding, Summary};
use super::{Holdings, classes};
use crate::failure::{Exit, Failure};
use crate::office::{SMALLEST_GROUP, printable};
use crate::phrase::{Phrase, phrase};
use crate::stats::RuleSet;
use crate::text::Text;
use crate::worktime::Wave;

pub(super) use self::issues::cause_map_picture;
pub(super) use self::paint::rgb;

/// What a chart shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// 分類の割合, before and after, day and night.
    Categories,
    /// 業務 in order of their minutes with the running total.
    Tasks,
    /// 時間帯 with the people on duty.
    Hours,
    /// 時間帯×業務
    Heat,
    /// 個人差, without names.
    People,
    /// 1日の流れ
    Timeline,
    /// 業務表と実際
    Plan,
    /// 課題: the share of people for whom it applies, by viewpoint, the floor against management.
    Challenges,
    /// 気づき by kind and part of the day.
    Notices,
    /// 因果関係図
    CauseMap,
    /// 課題の選定: effect against ease.
    Choice,
    /// 改善計画 over the weeks.
    Measures,
    /// 前後の差: each indicator before and after, with intervals.
    Effects,
    /// 一人ひとりの変化, without codes.
    Paths,
    /// 効率と質
    Quadrant,
    /// 調査ごとの歩み: over three surveys or more.
    Waves,
    /// 推移: months or days of one indicator.
    Run,
    /// 文書量: sheets before and after by kind, with the mark of one half.
    Documents,
    /// 紙のゆくえ: what is still paper, what became data, what was cut.
    DocumentFlow,
    /// 月ごとの枚数
    DocumentTrend,
    /// ケアプランデータ連携: minutes by way before and after, slips as data by month.
    Linkage,
}

impl Kind {
    /// In the order in which they are offered.
    pub const ALL: [Self; 21] = [
        Self::Categories,
        Self::Tasks,
        Self::Hours,
        Self::Heat,
        Self::People,
        Self::Timeline,
        Self::Plan,
        Self::Challenges,
        Self::Notices,
        Self::CauseMap,
        Self::Choice,
        Self::Measures,
        Self::Effects,
        Self::Paths,
        Self::Quadrant,
        Self::Waves,
        Self::Run,
        Self::Documents,
        Self::DocumentFlow,
        Self::DocumentTrend,
        Self::Linkage,
    ];

    /// The word in commands and file names.
    pub fn id(self) -> &'static str {
        match self {
            Self::Categories => "categories",
            Self::Tasks => "tasks",
            Self::Hours => "hours",
            Self::Heat => "heat",
            Self::People => "people",
            Self::Timeline => "timeline",
            Self::Plan => "plan",
            Self::Challenges => "challenges",
            Self::Notices => "notices",
            Self::CauseMap => "cause-map",
            Self::Choice => "choice",
            Self::Measures => "measures",
            Self::Effects => "effects",
            Self::Paths => "paths",
            Self::Quadrant => "quadrant",
            Self::Waves => "waves",
            Self::Run => "run",
            Self::Documents => "documents",
            Self::DocumentFlow => "document-flow",
            Self::DocumentTrend => "document-trend",
            Self::Linkage => "linkage",
        }
    }

    /// The kind that has this word.
    pub fn parse(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.id() == id)
    }

    /// The title of the chart.
    pub fn name(self) -> Phrase {
        match self {
            Self::Categories => phrase("chart-categories"),
            Self::Tasks => phrase("chart-tasks"),
            Self::Hours => phrase("chart-hours"),
            Self::Heat => phrase("chart-heat"),
            Self::People => phrase("chart-people"),
            Self::Timeline => phrase("chart-timeline"),
            Self::Plan => phrase("chart-plan"),
            Self::Challenges => phrase("chart-challenges"),
            Self::Notices => phrase("chart-notices"),
            Self::CauseMap => phrase("chart-cause-map"),
            Self::Choice => phrase("chart-choice"),
            Self::Measures => phrase("chart-measures"),
            Self::Effects => phrase("chart-effects"),
            Self::Paths => phrase("chart-paths"),
            Self::Quadrant => phrase("chart-quadrant"),
            Self::Waves => phrase("chart-waves"),
            Self::Run => phrase("chart-run"),
            Self::Documents => phrase("chart-documents"),
            Self::DocumentFlow => phrase("chart-document-flow"),
            Self::DocumentTrend => phrase("chart-document-trend"),
            Self::Linkage => phrase("chart-linkage"),
        }
    }

    /// Whether it is of one wave, and not of waves side by side.
    pub fn is_of_one_wave(self) -> bool {
        matches!(self, Self::Heat | Self::Timeline | Self::Plan)
    }

    /// Whether it is of the challenges, and needs no time sheets.
    pub fn is_of_issues(self) -> bool {
        matches!(
            self,
            Self::Challenges | Self::Notices | Self::CauseMap | Self::Choice | Self::Measures
        )
    }

    /// Whether it is of documents, and needs no time sheets.
    pub fn is_of_documents(self) -> bool {
        matches!(
            self,
            Self::Documents | Self::DocumentFlow | Self::DocumentTrend | Self::Linkage
        )
    }

    /// Whether it is drawn from the time sheets.
    pub fn is_of_times(self) -> bool {
        !self.is_of_issues() && !self.is_of_effects() && !self.is_of_documents()
    }

    /// Whether it is of effects, and needs no time sheets where figures were entered.
    pub fn is_of_effects(self) -> bool {
        matches!(
            self,
            Self::Effects | Self::Paths | Self::Quadrant | Self::Waves | Self::Run
        )
    }
}

/// How a chart is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Format {
    /// Dots.
    Png,
    /// A drawing that can be enlarged without loss.
    Svg,
}

impl Format {
    /// The ending of file names.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Png => "png",
            Self::Svg => "svg",
        }
    }

    /// The format of an ending, in capitals or not.
    pub fn parse(ending: &str) -> Option<Self> {
        [Self::Png, Self::Svg]
            .into_iter()
            .find(|format| ending.eq_ignore_ascii_case(format.ending()))
    }
}

/// Size in pixels and colours of a chart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Look {
    width: u32,
    height: u32,
    /// Grey only, for checking and for grey printers.
    pub grey: bool,
}

/// Smallest and largest width of a chart in pixels.
pub const WIDTHS: (u32, u32) = (640, 6000);
/// Smallest and largest height of a chart in pixels.
pub const HEIGHTS: (u32, u32) = (400, 6000);

impl Default for Look {
    fn default() -> Self {
        Self {
            width: 1600,
            height: 1000,
            grey: false,
        }
    }
}

impl Look {
    /// A size; `None` outside [`WIDTHS`] and [`HEIGHTS`].
    pub fn new(width: u32, height: u32, grey: bool) -> Option<Self> {
        let fits = |length: u32, (least, most): (u32, u32)| (least..=most).contains(&length);
        (fits(width, WIDTHS) && fits(height, HEIGHTS)).then_some(Self { width, height, grey })
    }

    /// Width in pixels.
    pub fn width(self) -> u32 {
        self.width
    }

    /// Height in pixels.
    pub fn height(self) -> u32 {
        self.height
    }
}

/// Which waves and which day a chart is of; what is `None` is chosen by the book.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Choice {
    /// This wave only.
    pub wave: Option<Wave>,
    /// The earlier of two waves; else the first of the book.
    pub from: Option<Wave>,
    /// The later of two waves; else the last of the book.
    pub to: Option<Wave>,
    /// The day of a timeline; else the one with most sheets.
    pub date: Option<NaiveDate>,
    /// The indicator of a chart of one; else the first that has what it takes.
    pub indicator: Option<String>,
    /// The rules by which a series is read; else those of its length.
    pub rules: Option<RuleSet>,
}

/// Why there is no chart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ChartError {
    /// The book has no sheets.
    NoSheets,
    /// No sheets of this wave.
    NoWave(Wave),
    /// No shift starts on this date.
    NoDate(NaiveDate),
    /// No sheet of the chosen waves has a timetable beside it.
    NoPlan,
    /// Nothing of this kind was written down yet.
    NothingYet(Kind),
    /// The indicator with this id has no months or days.
    NoSeries(String),
    /// So few people that they could be told.
    TooFewPeople,
    /// A library could not draw it.
    Unwritable(String),
}

impl ChartError {
    /// What went wrong, for people.
    pub fn phrase(&self) -> Phrase {
        match self {
            Self::NoSheets => phrase("no-sheets"),
            Self::NoWave(wave) => phrase("no-such-wave").with("wave", wave.label()),
            Self::NoDate(date) => phrase("chart-no-date").with("date", date.to_string()),
            Self::NoPlan => phrase("chart-no-plan"),
            Self::NothingYet(Kind::Waves) => phrase("waves-chart-nothing"),
            Self::NothingYet(kind) if kind.is_of_effects() => {
                phrase("effects-chart-nothing").with("chart", kind.name())
            }
            Self::NothingYet(kind) if kind.is_of_documents() => {
                phrase("papers-chart-nothing").with("chart", kind.name())
            }
            Self::NothingYet(kind) => phrase("chart-nothing-yet").with("chart", kind.name()),
            Self::NoSeries(id) => phrase("chart-no-series").with("id", printable(id)),
            Self::TooFewPeople => phrase("chart-too-few-people").with("people", SMALLEST_GROUP),
            Self::Unwritable(reason) => phrase("chart-unwritable").with("reason", reason.as_str()),
        }
    }
}

impl From<ChartError> for Failure {
    fn from(error: ChartError) -> Self {
        let exit = match error {
            ChartError::Unwritable(_) => Exit::Defect,
            _ => Exit::Refused,
        };
        Self::new(exit, error.phrase())
    }
}

/// What charts are drawn from.
#[derive(Clone, Copy)]
pub struct Contents<'a> {
    /// Everything that the book holds.
    pub holdings: &'a Holdings,
    /// Where the time went, all waves.
    pub summary: &'a Summary,
    /// Challenges, from the survey to the committee.
    pub issues: &'a IssuesFinding,
    /// Effects.
    pub effect: &'a EffectFinding,
    /// Version of the program.
    pub version: &'a str,
}

/// Draws a chart as a file.
pub fn draw(
    kind: Kind,
    contents: &Contents,
    choice: &Choice,
    look: Look,
    format: Format,
    text: &Text,
) -> Result<Vec<u8>, ChartError> {
    let canvas = canvas_of(kind, contents, choice, look, text)?;
    match format {
        Format::Png => render::png(&canvas, look.grey),
        Format::Svg => render::svg(&canvas, look.grey).map(String::into_bytes),
    }
}

/// The waves of the book, in order.
fn waves(holdings: &Holdings) -> BTreeSet<Wave> {
    holdings.sheets.iter().map(|(wave, _)| *wave).collect()
}

/// The waves that a chart is of: the one that was asked for, else the first and the last or those that were asked for.
fn chosen(choice: &Choice, holdings: &Holdings) -> Result<Vec<Wave>, ChartError> {
    let present = waves(holdings);
    let (Some(first), Some(last)) = (present.first(), present.last()) else {
        return Err(ChartError::NoSheets);
    };
    let wanted = match choice.wave {
        Some(wave) => vec![wave],
        None => vec![choice.from.unwrap_or(*first), choice.to.unwrap_or(*last)],
    };
    if let Some(wave) = wanted.iter().find(|wave| !present.contains(wave)) {
        return Err(ChartError::NoWave(*wave));
    }
    let mut wanted = wanted;
    wanted.dedup();
    Ok(wanted)
}

/// What every kind draws with.
struct Drawing<'a> {
    holdings: &'a Holdings,
    /// The chosen waves only.
    summary: Summary,
    waves: Vec<Wave>,
    classes: Vec<Class>,
    version: &'a str,
    text: &'a Text,
}

fn canvas_of(kind: Kind, contents: &Contents, choice: &Choice, look: Look, text: &Text) -> Result<Canvas, ChartError> {
    if kind.is_of_issues() {
        return issues::canvas_of(kind, contents, choice, look, text);
    }
    if kind.is_of_effects() {
        return effect::canvas_of(kind, contents, choice, look, text);
    }
    if kind == Kind::Linkage {
        let mut canvas = Canvas::new(look.width, look.height);
        linkage::draw(&mut canvas, contents, text)?;
        return Ok(canvas);
    }
    if kind.is_of_documents() {
        return documents::canvas_of(kind, contents, look, text);
    }
    let waves = chosen(choice, contents.holdings)?;
    let found = |wave: &Wave| contents.summary.waves.iter().find(|line| line.id == wave.id()).cloned();
    let summary = Summary {
        waves: waves.iter().filter_map(found).collect(),
        ..contents.summary.clone()
    };
    let drawing = Drawing {
        holdings: contents.holdings,
        summary,
        waves,
        classes: classes(&contents.holdings.founding.task_list, text),
        version: contents.version,
        text,
    };
    let mut canvas = Canvas::new(look.width, look.height);
    match kind {
        Kind::Categories => categories::draw(&mut canvas, &drawing),
        Kind::Tasks => tasks::draw(&mut canvas, &drawing),
        Kind::Hours => hours::draw(&mut canvas, &drawing),
        Kind::Heat => heat::draw(&mut canvas, &drawing)?,
        Kind::People => people::draw(&mut canvas, &drawing)?,
        Kind::Timeline => timeline::draw(&mut canvas, &drawing, choice)?,
        Kind::Plan => plan::draw(&mut canvas, &drawing)?,
        _ => return Err(ChartError::NothingYet(kind)),
    }
    Ok(canvas)
}

#[cfg(test)]
mod tests;
