//! 業務時間: minutes by category and task, all waves side by side; the whole, then day and night by the clock.

use rust_xlsxwriter::{Workbook, XlsxError};

use super::look::{Figure, Look, Role};
use super::page::{Page, Paper, Print, cell, column, count, held, minus, row, sum_down};
use super::{Contents, head, office};
use crate::phrase::phrase;
use crate::report::finding::{CategoryLine, PeriodSummary, TaskLine, WaveSummary};
use crate::text::Text;

/// Rows of the heading: wave, then how many people, sheets and days.
const WAVES: u32 = 3;
const SIZES: u32 = 4;
/// Columns of one wave: minutes, the comparable figure, share.
const EACH: usize = 3;
const FIRST: usize = 2;

/// What one wave puts into a block.
struct Part<'a> {
    categories: &'a [CategoryLine],
    tasks: &'a [TaskLine],
    minutes: u32,
    unfilled: u32,
}

/// How the comparable figure of a block is made.
#[derive(Clone, Copy)]
enum Comparable {
    /// Minutes per sheet.
    PersonDay,
    /// Minutes scaled to 480 or 600.
    Scaled(u16),
}

struct Block<'a> {
    title: String,
    heading: String,
    comparable: Comparable,
    parts: Vec<Part<'a>>,
    /// People with minutes in the period, wave by wave; empty for the whole.
    people: Vec<usize>,
}

pub(super) fn add(book: &mut Workbook, contents: &Contents, text: &Text) -> Result<(), XlsxError> {
    let waves = &contents.summary.waves;
    let name = text.get("workbook-sheet-tasks");
    let mut page = Page::add(book, text, &name)?;
    head(&mut page, contents, text, &text.get("workbook-tasks-title"))?;
    heading(&mut page, waves, text)?;
    page.fix(0, 5.0);
    let mut top = SIZES + 1;
    for (index, block) in blocks(contents, text).iter().enumerate() {
        if index > 0 {
            page.break_before(top);
        }
        top = write(&mut page, block, waves, top, text)? + 2;
    }
    for note in [text.get("workbook-tasks-note"), text.get("workbook-tasks-note-scaled")] {
        page.text(top - 1, 0, &note, Look::words(Role::Note))?;
        top += 1;
    }
    let office = office(contents, text);
    page.finish(&Print {
        paper: if waves.len() > 2 {
            Paper::Landscape
        } else {
            Paper::Portrait
        },
        heading: Some((0, SIZES)),
        stays: column(FIRST),
        one_page: false,
        fit: true,
        office: &office,
        title: &name,
    })
}

fn wave_column(index: usize) -> u16 {
    column(FIRST + index * EACH)
}

fn difference_column(waves: usize) -> Option<u16> {
    (waves > 1).then(|| wave_column(waves))
}

fn heading(page: &mut Page, waves: &[WaveSummary], text: &Text) -> Result<(), XlsxError> {
    let look = Look::words(Role::Head).middle();
    page.across(WAVES, (0, 1), &text.get("workbook-task"), look)?;
    page.blank(SIZES, (0, 1), Role::Head)?;
    for (index, wave) in waves.iter().enumerate() {
        let col = wave_column(index);
        page.across(WAVES, (col, col + 2), &wave.label, look)?;
        let sizes = [
            (count(wave.staff), Figure::People),
            (count(wave.sheets), Figure::Sheets),
            (count(wave.days), Figure::Days),
        ];
        for (offset, (size, figure)) in sizes.into_iter().enumerate() {
            page.number(SIZES, col + column(offset), size, Look::of(Role::Head, figure).middle())?;
        }
    }
    if let (Some(col), [first, .., last]) = (difference_column(waves.len()), waves) {
        page.text(WAVES, col, &text.get("workbook-difference"), look)?;
        let which = phrase("workbook-difference-of")
            .with("from", first.label.as_str())
            .with("to", last.label.as_str());
        page.text(SIZES, col, &text.say(&which), look)?;
    }
    Ok(())
}

fn blocks<'a>(contents: &Contents<'a>, text: &Text) -> Vec<Block<'a>> {
    let waves = &contents.summary.waves;
    let whole = Block {
        title: text.get("workbook-tasks-whole"),
        heading: text.get("workbook-per-person-day"),
        comparable: Comparable::PersonDay,
        parts: waves
            .iter()
            .map(|wave| Part {
                categories: &wave.categories,
                tasks: &wave.tasks,
                minutes: wave.minutes,
                unfilled: wave.unfilled,
            })
            .collect(),
        people: Vec::new(),
    };
    let border = contents.summary.night_hours.as_str();
    let day = text.say(&phrase("workbook-tasks-day").with("night", border));
    let night = text.say(&phrase("workbook-tasks-night").with("night", border));
    let mut blocks = vec![whole];
    blocks.extend(period(day, waves, |wave| &wave.periods.day, text));
    blocks.extend(period(night, waves, |wave| &wave.periods.night, text));
    blocks
}

fn period<'a>(
    title: String,
    waves: &'a [WaveSummary],
    of: impl Fn(&'a WaveSummary) -> &'a PeriodSummary,
    text: &Text,
) -> Option<Block<'a>> {
    let scale = of(waves.first()?).scale;
    Some(Block {
        title,
        heading: text.say(&phrase("workbook-scaled").with("minutes", scale)),
        comparable: Comparable::Scaled(scale),
        people: waves.iter().map(|wave| of(wave).people).collect(),
        parts: waves
            .iter()
            .map(|wave| {
                let period = of(wave);
                Part {
                    categories: &period.categories,
                    tasks: &period.tasks,
                    minutes: period.minutes,
                    unfilled: period.unfilled,
                }
            })
            .collect(),
    })
}

/// A row of a block: a category with the rows of its tasks, or a task.
struct Line {
    code: String,
    name: String,
    role: Role,
    /// Rows that it sums up.
    under: Option<(u32, u32)>,
    /// Place in the list of categories or of tasks.
    index: usize,
}

/// The rows of a block in the order of the list; `first` is the row of the first of them.
fn lines(part: &Part, first: u32) -> Vec<Line> {
    let mut lines = Vec::new();
    for (index, category) in part.categories.iter().enumerate() {
        let tasks: Vec<(usize, &TaskLine)> = part
            .tasks
            .iter()
            .enumerate()
            .filter(|(_, task)| task.category == category.code)
            .collect();
        let from = first + row(lines.len()) + 1;
        lines.push(Line {
            code: category.code.clone(),
            name: category.name.clone(),
            role: Role::Group,
            under: (!tasks.is_empty()).then(|| (from, from + row(tasks.len()) - 1)),
            index,
        });
        lines.extend(tasks.into_iter().map(|(index, task)| Line {
            code: task.code.clone(),
            name: task.name.clone(),
            role: Role::Body,
            under: None,
            index,
        }));
    }
    lines
}

/// Writes a block and returns the row after it.
fn write(page: &mut Page, block: &Block, waves: &[WaveSummary], top: u32, text: &Text) -> Result<u32, XlsxError> {
    let look = Look::words(Role::Head).middle();
    page.across(top, (0, 1), &block.title, Look::words(Role::Head))?;
    for index in 0..waves.len() {
        let col = wave_column(index);
        page.text(top, col, &text.get("workbook-minutes"), look)?;
        page.text(top, col + 1, &block.heading, look)?;
        page.text(top, col + 2, &text.get("workbook-share"), look)?;
    }
    if let Some(col) = difference_column(waves.len()) {
        page.text(top, col, &block.heading, look)?;
    }
    let mut first = top + 1;
    if !block.people.is_empty() {
        people(page, block, first, text)?;
        first += 1;
    }
    let Some(part) = block.parts.first() else {
        return Ok(first);
    };
    let lines = lines(part, first);
    let total = first + row(lines.len());
    for (offset, line) in lines.iter().enumerate() {
        let at = first + row(offset);
        let indent = if line.role == Role::Body {
            Look::words(line.role).indented()
        } else {
            Look::words(line.role)
        };
        page.text(at, 0, &line.code, Look::words(line.role).middle())?;
        page.text(at, 1, &line.name, indent)?;
        let mut comparable = Vec::new();
        for (index, part) in block.parts.iter().enumerate() {
            let minutes = if line.role == Role::Group {
                part.categories.get(line.index).map_or(0, |category| category.minutes)
            } else {
                part.tasks.get(line.index).map_or(0, |task| task.minutes)
            };
            let cells = Cells {
                at,
                total,
                col: wave_column(index),
                role: line.role,
            };
            let minutes = f64::from(minutes);
            match line.under {
                Some(under) => {
                    let look = Look::of(line.role, Figure::Count);
                    page.formula((at, cells.col), &sum_down(under, cells.col), minutes, look)?;
                }
                None => page.number(at, cells.col, minutes, Look::of(line.role, Figure::Count))?,
            }
            comparable.push(cells.comparable(page, block.comparable, minutes, part, waves[index].sheets)?);
            cells.share(page, minutes, f64::from(part.minutes))?;
        }
        difference(page, at, &comparable, line.role)?;
    }
    totals(page, block, waves, (total, &lines, first), text)?;
    Ok(total + 2)
}

fn people(page: &mut Page, block: &Block, at: u32, text: &Text) -> Result<(), XlsxError> {
    let last = wave_column(block.parts.len()) - u16::from(block.parts.len() < 2);
    page.blank(at, (0, last), Role::Body)?;
    page.text(at, 1, &text.get("workbook-period-people"), Look::words(Role::Body))?;
    for (index, people) in block.people.iter().enumerate() {
        let look = Look::of(Role::Body, Figure::People);
        page.number(at, wave_column(index), count(*people), look)?;
    }
    Ok(())
}

/// The cells of one wave in one row.
struct Cells {
    at: u32,
    total: u32,
    col: u16,
    role: Role,
}

impl Cells {
    /// Minutes per person-day, or scaled; returns the value where there is one.
    fn comparable(
        &self,
        page: &mut Page,
        comparable: Comparable,
        minutes: f64,
        part: &Part,
        sheets: usize,
    ) -> Result<Option<f64>, XlsxError> {
        let look = Look::of(self.role, Figure::Decimals(1));
        let own = cell(self.at, self.col);
        let (formula, value) = match comparable {
            Comparable::PersonDay => (
                format!("={own}/{}", held(SIZES, self.col + 1)),
                (sheets > 0).then(|| minutes / count(sheets)),
            ),
            Comparable::Scaled(scale) => (
                format!("={own}/{}*{scale}", held(self.total, self.col)),
                (part.minutes > 0).then(|| minutes / f64::from(part.minutes) * f64::from(scale)),
            ),
        };
        match value {
            Some(value) => page.formula((self.at, self.col + 1), &formula, value, look)?,
            None => page.unknown(self.at, self.col + 1, look)?,
        }
        Ok(value)
    }

    fn share(&self, page: &mut Page, minutes: f64, all: f64) -> Result<(), XlsxError> {
        let formula = format!("={}/{}", cell(self.at, self.col), held(self.total, self.col));
        let look = Look::of(self.role, Figure::Percent(1));
        page.ratio((self.at, self.col + 2), &formula, (minutes, all), look)
    }
}

/// Last wave minus first, of the comparable figure.
fn difference(page: &mut Page, at: u32, comparable: &[Option<f64>], role: Role) -> Result<(), XlsxError> {
    let (Some(col), [first, .., last]) = (difference_column(comparable.len()), comparable) else {
        return Ok(());
    };
    let look = Look::of(role, Figure::Signed(1));
    let (Some(first), Some(last)) = (first, last) else {
        return page.unknown(at, col, look);
    };
    let cells = (
        cell(at, wave_column(comparable.len() - 1) + 1),
        cell(at, wave_column(0) + 1),
    );
    let formula = format!("={}-{}", cells.0, cells.1);
    page.formula((at, col), &formula, minus(*last, *first), look)
}

fn totals(
    page: &mut Page,
    block: &Block,
    waves: &[WaveSummary],
    (total, lines, first): (u32, &[Line], u32),
    text: &Text,
) -> Result<(), XlsxError> {
    let groups: Vec<u32> = lines
        .iter()
        .enumerate()
        .filter(|(_, line)| line.role == Role::Group)
        .map(|(offset, _)| first + row(offset))
        .collect();
    page.blank(total, (0, 1), Role::Total)?;
    page.text(total, 1, &text.get("workbook-total-filled"), Look::words(Role::Total))?;
    page.blank(total + 1, (0, 1), Role::Body)?;
    page.text(total + 1, 1, &text.get("workbook-unfilled"), Look::words(Role::Body))?;
    let mut sums = Vec::new();
    let mut missing = Vec::new();
    for (index, part) in block.parts.iter().enumerate() {
        let col = wave_column(index);
        let named: Vec<String> = groups.iter().map(|group| cell(*group, col)).collect();
        let sum = f64::from(part.minutes);
        let look = Look::of(Role::Total, Figure::Count);
        page.formula((total, col), &format!("=SUM({})", named.join(",")), sum, look)?;
        let cells = Cells {
            at: total,
            total,
            col,
            role: Role::Total,
        };
        sums.push(cells.comparable(page, block.comparable, sum, part, waves[index].sheets)?);
        cells.share(page, sum, sum)?;
        let unfilled = f64::from(part.unfilled);
        page.number(total + 1, col, unfilled, Look::of(Role::Body, Figure::Count))?;
        let cells = Cells {
            at: total + 1,
            total,
            col,
            role: Role::Body,
        };
        missing.push(match block.comparable {
            Comparable::PersonDay => cells.comparable(page, block.comparable, unfilled, part, waves[index].sheets)?,
            // Scaled figures share out the filled minutes; unfilled ones are no part of them.
            Comparable::Scaled(_) => {
                page.unknown(total + 1, col + 1, Look::words(Role::Body))?;
                None
            }
        });
        page.unknown(total + 1, col + 2, Look::words(Role::Body))?;
    }
    difference(page, total, &sums, Role::Total)?;
    difference(page, total + 1, &missing, Role::Body)
}
