//! Sheets of figures: empty ones to fill in, and filled ones of what was entered.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::effect::{figure_rule, known_staff, known_waves, subjects, times};
use super::holdings::Holdings;
use crate::effect::{At, Figure, FigureRule, Indicator, Measurement, Per, Subject};
use crate::office::Month;
use crate::worktime::Wave;

/// Most lines of one worksheet; import looks at a thousand rows.
const MOST_LINES: usize = 900;
/// Most columns of numbers of one worksheet, so that it can be printed.
const MOST_COLUMNS: usize = 12;
/// Lines at least where people are written down.
const LINES_OF_PEOPLE: usize = 20;
/// Empty lines below the people who are known.
const MORE_PEOPLE: usize = 5;

/// Which empty sheets are wanted.
#[derive(Debug, Clone, PartialEq)]
pub struct FiguresOrder {
    /// Of which indicators; all are typed in.
    pub indicators: Vec<Indicator>,
    /// Of which survey; `None` for the first that has no figure of them yet.
    pub wave: Option<Wave>,
    /// First and last month; `None` for those that are usual.
    pub months: Option<(Month, Month)>,
    /// The day on which the sheets are made.
    pub today: NaiveDate,
}

/// A worksheet: indicators of one kind beside each other, people or times below each other.
#[derive(Debug, Clone, PartialEq)]
pub struct FiguresPage {
    /// What one figure stands for.
    pub per: Per,
    /// The indicators, each with what its figures must keep.
    pub indicators: Vec<(Indicator, FigureRule)>,
    /// The lines.
    pub lines: Vec<FiguresLine>,
}

/// A line of a sheet of figures.
#[derive(Debug, Clone, PartialEq)]
pub struct FiguresLine {
    /// When; `None` where it is to be filled in.
    pub at: Option<At>,
    /// Of whom; `None` where it is to be filled in.
    pub subject: Option<Subject>,
    /// For each indicator its figure; `None` where it is missing.
    pub figures: Vec<Option<Figure>>,
}

/// The empty sheets of an order.
pub fn blank_figures(holdings: &Holdings, order: &FiguresOrder) -> Vec<FiguresPage> {
    pages(holdings, &order.indicators, |per, group| {
        let times = blank_times(holdings, order, per, group);
        let subjects = blank_subjects(holdings, per, times.first().copied());
        let times: Vec<Option<At>> = if times.is_empty() {
            vec![None]
        } else {
            times.into_iter().map(Some).collect()
        };
        let empty = vec![None; group.len()];
        let line = |at: Option<At>, subject: &Option<Subject>| FiguresLine {
            at,
            subject: subject.clone(),
            figures: empty.clone(),
        };
        let of_time = |at: Option<At>| subjects.iter().map(move |subject| (at, subject));
        let lines = times.into_iter().flat_map(of_time);
        lines.map(|(at, subject)| line(at, subject)).collect()
    })
}

/// Sheets with what was entered.
pub fn filled_figures(holdings: &Holdings, indicators: &[Indicator]) -> Vec<FiguresPage> {
    pages(holdings, indicators, |_, group| {
        let of_group = |it: &&Measurement| group.iter().any(|indicator| indicator.id == it.key.indicator);
        let figures: Vec<&Measurement> = holdings.effects.measurements.iter().filter(of_group).collect();
        let keys: BTreeSet<(At, &Subject)> = figures.iter().map(|it| (it.key.at, &it.key.subject)).collect();
        let figure = |indicator: &Indicator, at: At, subject: &Subject| {
            let here =
                |it: &&&Measurement| it.key.indicator == indicator.id && it.key.at == at && it.key.subject == *subject;
            figures.iter().find(here).map(|it| it.figure())
        };
        let line = |(at, subject): (At, &Subject)| FiguresLine {
            at: Some(at),
            subject: Some(subject.clone()),
            figures: group.iter().map(|indicator| figure(indicator, at, subject)).collect(),
        };
        keys.into_iter().map(line).collect()
    })
}

/// Indicators of one kind on one worksheet, parted where there are too many columns or lines.
fn pages(
    holdings: &Holdings,
    indicators: &[Indicator],
    lines: impl Fn(Per, &[Indicator]) -> Vec<FiguresLine>,
) -> Vec<FiguresPage> {
    let mut pages = Vec::new();
    for per in Per::ALL {
        let of_kind: Vec<Indicator> = indicators.iter().filter(|it| it.per == per).cloned().collect();
        for group in groups(&of_kind) {
            let ruled: Vec<(Indicator, FigureRule)> =
                group.iter().map(|it| (it.clone(), figure_rule(holdings, it))).collect();
            let lines = lines(per, &group);
            pages.extend(lines.chunks(MOST_LINES).map(|lines| FiguresPage {
                per,
                indicators: ruled.clone(),
                lines: lines.to_vec(),
            }));
        }
    }
    pages
}

/// As many indicators together as have room beside each other.
fn groups(indicators: &[Indicator]) -> Vec<Vec<Indicator>> {
    let mut groups: Vec<Vec<Indicator>> = Vec::new();
    let mut columns = 0;
    for indicator in indicators {
        let own = if indicator.measured.base().is_some() { 2 } else { 1 };
        if let Some(group) = groups.last_mut().filter(|_| columns + own <= MOST_COLUMNS) {
            columns += own;
            group.push(indicator.clone());
        } else {
            columns = own;
            groups.push(vec![indicator.clone()]);
        }
    }
    groups
}

fn blank_times(holdings: &Holdings, order: &FiguresOrder, per: Per, group: &[Indicator]) -> Vec<At> {
    match per {
        Per::Staff | Per::Resident | Per::Office => {
            vec![At::Wave(order.wave.unwrap_or_else(|| next_wave(holdings, group)))]
        }
        Per::StaffMonth | Per::OfficeMonth => match (order.months, group.first()) {
            (Some((first, last)), _) => first.to(last).map(At::Month).collect(),
            (None, Some(indicator)) => times(holdings, indicator, order.today),
            (None, None) => Vec::new(),
        },
        Per::OfficeDay => {
            let (first, last) = order.months.unwrap_or_else(|| {
                let running = Month::of(order.today);
                (running, running)
            });
            let days = first.first_day().iter_days();
            days.take_while(|day| *day <= last.last_day()).map(At::Day).collect()
        }
        Per::StaffDay => {
            let wave = order.wave.unwrap_or_else(|| next_wave(holdings, group));
            let sheets = holdings.sheets.iter().filter(|(of, _)| *of == wave);
            let days: BTreeSet<At> = sheets.map(|(_, sheet)| At::Day(sheet.date)).collect();
            days.into_iter().collect()
        }
    }
}

/// The first survey of which some of these indicators has no figure.
fn next_wave(holdings: &Holdings, group: &[Indicator]) -> Wave {
    let has =
        |indicator: &Indicator, wave: Wave| holdings.effects.of(&indicator.id).any(|it| it.key.at == At::Wave(wave));
    let waves = known_waves(holdings);
    let next = waves
        .iter()
        .find(|wave| group.iter().any(|indicator| !has(indicator, **wave)));
    next.or(waves.last()).copied().unwrap_or(Wave::Before)
}

/// People who are known, and empty lines for others; one line without a person for the office.
fn blank_subjects(holdings: &Holdings, per: Per, at: Option<At>) -> Vec<Option<Subject>> {
    if !per.is_of_people() {
        return vec![Some(Subject::Office)];
    }
    let of_survey: BTreeSet<_> = match at {
        Some(At::Wave(wave)) if per == Per::Staff => {
            let sheets = holdings.sheets.iter().filter(|(of, _)| *of == wave);
            sheets.map(|(_, sheet)| sheet.staff.clone()).collect()
        }
        _ => BTreeSet::new(),
    };
    let known: Vec<Subject> = match per {
        Per::Resident => subjects(holdings, per),
        _ if of_survey.is_empty() => known_staff(holdings).into_iter().map(Subject::Staff).collect(),
        _ => of_survey.into_iter().map(Subject::Staff).collect(),
    };
    // A line for each person and month is enough; somebody new takes the lines of the survey.
    let lines = if matches!(per, Per::StaffMonth | Per::StaffDay) && !known.is_empty() {
        known.len()
    } else {
        LINES_OF_PEOPLE.max(known.len() + MORE_PEOPLE)
    };
    let empty = lines - known.len();
    known
        .into_iter()
        .map(Some)
        .chain(std::iter::repeat_n(None, empty))
        .collect()
}
