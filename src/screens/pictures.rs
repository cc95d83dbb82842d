//! 時間: the findings behind the pictures, made once from the open book and kept until it or the choice changes.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::action::Tab;
use super::desk::Shown;
use super::model::{Model, TimeView};
use crate::report;
use crate::report::finding::{Heat, HeatRow, Pareto, PeopleSpread, Shares, Summary, Timeline};
use crate::text::{Lang, Text};
use crate::worktime::{CategoryKind, Wave};

/// What the pictures show, and where one looks in them.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Pictures {
    /// The language of the findings.
    pub lang: Lang,
    /// Chosen clock hour of the colour table.
    pub hour: usize,
    /// Chosen date, by index of the wave.
    dates: BTreeMap<usize, NaiveDate>,
    /// Indices of the waves that the pair findings compare.
    waves: Vec<usize>,
    shares: Option<Shares>,
    pareto: Option<Pareto>,
    spread: Option<PeopleSpread>,
    heats: BTreeMap<usize, Heat>,
    /// Timelines by wave, for the chosen dates.
    days: BTreeMap<usize, Timeline>,
}

impl Pictures {
    /// Shares of the categories before and after.
    pub fn shares(&self) -> Option<&Shares> {
        self.shares.as_ref()
    }

    /// Tasks by their minutes before and after.
    pub fn pareto(&self) -> Option<&Pareto> {
        self.pareto.as_ref()
    }

    /// How far people lie apart before and after.
    pub fn spread(&self) -> Option<&PeopleSpread> {
        self.spread.as_ref()
    }

    /// Minutes by hour and task of a wave.
    pub fn heat(&self, wave: usize) -> Option<&Heat> {
        self.heats.get(&wave)
    }

    /// The chosen date of a wave, shift by shift.
    pub fn day(&self, wave: usize) -> Option<&Timeline> {
        self.days.get(&wave)
    }

    /// Forgets all findings, because the book has changed; what was chosen stays.
    pub fn forget(&mut self) {
        *self = Self {
            lang: self.lang,
            hour: self.hour,
            dates: std::mem::take(&mut self.dates),
            ..Self::default()
        };
    }

    /// Rows that can be chosen in a view; `None` for views that have no picture here.
    pub fn rows(&self, view: TimeView, wave: usize) -> Option<usize> {
        match view {
            TimeView::Categories => Some(self.shares().map_or(0, |shares| shares.classes.len() + 1)),
            TimeView::Pareto => Some(self.pareto().map_or(0, |pareto| pareto.lines.len())),
            TimeView::Spread => Some(self.spread().map_or(0, |spread| spread.measures.len())),
            TimeView::Heat => Some(self.heat(wave).map_or(0, |heat| heat.rows.len() + 1)),
            TimeView::Day => Some(self.day(wave).map_or(0, |day| day.bars.len())),
            _ => None,
        }
    }
}

/// The waves that are laid side by side: the first, and the chosen one or else the last.
fn compared(model: &Model) -> Vec<usize> {
    let last = model.waves().len().saturating_sub(1);
    match (last, model.time.wave) {
        (0, _) => vec![0],
        (last, 0) => vec![0, last],
        (_, chosen) => vec![0, chosen],
    }
}

/// Makes what the view shows and what is not there yet.
pub fn refresh(model: &mut Model) {
    let (view, wave) = (model.time.view, model.time.wave);
    let waves = compared(model);
    if model.tab != Tab::Time || model.waves().is_empty() {
        return;
    }
    let Some(shown) = model.shown.as_deref() else { return };
    let pictures = &mut model.pictures;
    if pictures.waves != waves {
        (pictures.shares, pictures.pareto, pictures.spread) = (None, None, None);
        pictures.waves = waves;
    }
    match view {
        TimeView::Categories if pictures.shares.is_none() => {
            pictures.shares = Some(Maker::of(shown, pictures.lang).shares(&pictures.waves));
        }
        TimeView::Pareto if pictures.pareto.is_none() => {
            pictures.pareto = Some(Maker::of(shown, pictures.lang).pareto(&pictures.waves));
        }
        TimeView::Spread if pictures.spread.is_none() => {
            pictures.spread = Some(Maker::of(shown, pictures.lang).spread(&pictures.waves));
        }
        TimeView::Heat if !pictures.heats.contains_key(&wave) => {
            if let Some(heat) = Maker::of(shown, pictures.lang).heat(wave) {
                pictures.heats.insert(wave, heat);
            }
        }
        TimeView::Day if !pictures.days.contains_key(&wave) => {
            let chosen = pictures.dates.get(&wave).copied();
            if let Some(day) = Maker::of(shown, pictures.lang).day(wave, chosen) {
                pictures.dates.insert(wave, day.date);
                pictures.days.insert(wave, day);
            }
        }
        _ => {}
    }
}

/// Makes findings of the open book.
struct Maker<'a> {
    shown: &'a Shown,
    text: Text,
}

impl<'a> Maker<'a> {
    fn of(shown: &'a Shown, lang: Lang) -> Self {
        Self {
            shown,
            text: Text::new(lang),
        }
    }

    fn classes(&self) -> Vec<report::finding::Class> {
        report::classes(&self.shown.holdings.founding.task_list, &self.text)
    }

    /// The summary of some waves only.
    fn summary(&self, waves: &[usize]) -> Summary {
        let all = &self.shown.summary;
        Summary {
            waves: waves.iter().filter_map(|wave| all.waves.get(*wave)).cloned().collect(),
            ..all.clone()
        }
    }

    fn shares(&self, waves: &[usize]) -> Shares {
        report::shares(&self.summary(waves), &self.classes())
    }

    fn pareto(&self, waves: &[usize]) -> Pareto {
        let list = &self.shown.holdings.founding.task_list;
        report::pareto(&self.summary(waves), list, &self.classes(), &self.text)
    }

    fn spread(&self, waves: &[usize]) -> PeopleSpread {
        let indicators = self.shown.holdings.catalog.indicators();
        report::spread(&self.summary(waves), &self.classes(), indicators, &self.text)
    }

    fn wave(&self, wave: usize) -> Option<Wave> {
        Wave::parse(&self.shown.summary.waves.get(wave)?.id)
    }

    fn heat(&self, wave: usize) -> Option<Heat> {
        let holdings = &self.shown.holdings;
        let list = &holdings.founding.task_list;
        report::heat(&holdings.sheets, self.wave(wave)?, list, &self.classes(), &self.text)
    }

    /// The chosen date where it has shifts, else the date with most of them.
    fn day(&self, wave: usize, chosen: Option<NaiveDate>) -> Option<Timeline> {
        let wave = self.wave(wave)?;
        let holdings = &self.shown.holdings;
        let list = &holdings.founding.task_list;
        let of = |date| report::timeline(&holdings.sheets, (wave, date), list, &self.classes(), false, &self.text);
        let fullest = || of(report::fullest_date(&holdings.sheets, wave)?);
        chosen.and_then(of).or_else(fullest)
    }
}

/// Puts the eye where there is most to see when a view is opened.
pub fn begin(model: &mut Model) {
    refresh(model);
    let wave = model.time.wave;
    match model.time.view {
        TimeView::Categories => {
            model.time.row = model.pictures.shares().and_then(most_changed).unwrap_or(0);
        }
        TimeView::Heat => {
            if let Some((row, hour)) = model.pictures.heat(wave).and_then(fullest_field) {
                (model.time.row, model.pictures.hour) = (row, hour);
            }
        }
        _ => {}
    }
}

/// The category whose share of the whole day has changed most.
fn most_changed(shares: &Shares) -> Option<usize> {
    let [first, second] = [shares.bars.first()?, shares.bars.get(1)?];
    if second.period.is_some() {
        return None;
    }
    let change = |place: &usize| {
        let share = |bar: &report::finding::ShareBar| bar.parts.get(*place).and_then(|part| part.share);
        match (share(first), share(second)) {
            (Some(from), Some(to)) => (to - from).abs(),
            _ => 0.0,
        }
    };
    (0..shares.classes.len())
        .rev()
        .max_by(|a, b| change(a).total_cmp(&change(b)))
}

/// The field of work with most minutes.
fn fullest_field(heat: &Heat) -> Option<(usize, usize)> {
    let is_work = |row: &&HeatRow| heat.classes[row.class].kind != CategoryKind::Rest;
    let rows = heat.rows.iter().enumerate().filter(|(_, row)| is_work(row));
    let fields = rows.flat_map(|(row, line)| {
        let hours = line.minutes.iter().enumerate();
        hours.map(move |(hour, minutes)| (row, hour, *minutes))
    });
    // The first among equals.
    fields
        .max_by_key(|(row, hour, minutes)| (*minutes, std::cmp::Reverse((*row, *hour))))
        .map(|(row, hour, _)| (row, hour))
}

/// One hour or one date back or on.
pub fn step(model: &mut Model, steps: isize) {
    match model.time.view {
        TimeView::Heat => {
            model.pictures.hour = model.pictures.hour.saturating_add_signed(steps).min(23);
        }
        TimeView::Day => step_date(model, steps),
        _ => {}
    }
}

fn step_date(model: &mut Model, steps: isize) {
    let wave = model.time.wave;
    let dates = dates(model);
    let Some(at) = model
        .pictures
        .dates
        .get(&wave)
        .and_then(|date| dates.iter().position(|other| other == date))
    else {
        return;
    };
    if let Some(date) = at.checked_add_signed(steps).and_then(|place| dates.get(place)) {
        show_date(model, *date);
        model.time.row = 0;
    }
}

/// The dates of the chosen wave on which a shift starts.
pub fn dates(model: &Model) -> Vec<NaiveDate> {
    let wave = model.wave().and_then(|wave| Wave::parse(&wave.id));
    match (&model.shown, wave) {
        (Some(shown), Some(wave)) => report::timeline_dates(&shown.holdings.sheets, wave)
            .into_keys()
            .collect(),
        _ => Vec::new(),
    }
}

/// Shows another date of the chosen wave.
pub fn show_date(model: &mut Model, date: NaiveDate) {
    let wave = model.time.wave;
    model.pictures.dates.insert(wave, date);
    model.pictures.days.remove(&wave);
    refresh(model);
}
