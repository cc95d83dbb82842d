//! One block of the sheet 業務時間: categories with their tasks, the total, what is unfilled.

use rust_xlsxwriter::XlsxError;

use super::look::{Figure, Look, Role};
use super::page::{Page, cell, count, held, row, sum_down};
use super::tasks::{SIZES, difference_column, wave_column};
use crate::report::finding::{CategoryLine, TaskLine};
use crate::text::Text;

/// What one wave puts into a block.
pub(super) struct Part<'a> {
    pub categories: &'a [CategoryLine],
    pub tasks: &'a [TaskLine],
    pub minutes: u32,
    pub unfilled: u32,
    /// Sheets of the whole wave.
    pub sheets: usize,
}

/// How the comparable figure of a block is made.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Comparable {
    /// Minutes per sheet.
    PersonDay,
    /// Minutes scaled to 480 or 600, person by person.
    Scaled,
}

/// The whole, or a period.
pub(super) struct Block<'a> {
    pub title: String,
    /// Heading of the comparable figure.
    pub heading: String,
    pub comparable: Comparable,
    /// Wave by wave.
    pub parts: Vec<Part<'a>>,
    /// People with minutes in the period, wave by wave; empty for the whole.
    pub people: Vec<usize>,
    /// What must be said before the figures of so few people are read.
    pub warning: Option<String>,
}

/// A row of a block.
struct Line {
    code: String,
    name: String,
    sums: Sums,
    /// Wave by wave: minutes, and the comparable figure where there is one.
    figures: Vec<(f64, Option<f64>)>,
}

/// What a row sums up.
enum Sums {
    /// A task: nothing.
    Nothing,
    /// A category: the rows of its tasks.
    Tasks(u32, u32),
    /// The total: the rows of the categories.
    Categories(Vec<u32>),
    /// Unfilled minutes: nothing, and no part of the filled ones.
    Unfilled,
}

impl Line {
    fn role(&self) -> Role {
        match self.sums {
            Sums::Nothing | Sums::Unfilled => Role::Body,
            Sums::Tasks(..) => Role::Group,
            Sums::Categories(_) => Role::Total,
        }
    }

    /// The sum down a column, where the row is one.
    fn formula(&self, col: u16) -> Option<String> {
        match &self.sums {
            Sums::Nothing | Sums::Unfilled => None,
            Sums::Tasks(from, to) => Some(sum_down((*from, *to), col)),
            Sums::Categories(rows) => {
                let cells: Vec<String> = rows.iter().map(|row| cell(*row, col)).collect();
                Some(format!("=SUM({})", cells.join(",")))
            }
        }
    }
}

/// Writes a block and returns the row after it.
pub(super) fn write(page: &mut Page, block: &Block, top: u32, text: &Text) -> Result<u32, XlsxError> {
    let look = Look::words(Role::Head).middle();
    page.across(top, (0, 1), &block.title, Look::words(Role::Head))?;
    for index in 0..block.parts.len() {
        let col = wave_column(index);
        page.text(top, col, &text.get("workbook-minutes"), look)?;
        page.text(top, col + 1, &block.heading, look)?;
        page.text(top, col + 2, &text.get("workbook-share"), look)?;
    }
    if let Some(col) = difference_column(block.parts.len()) {
        page.text(top, col, &block.heading, look)?;
    }
    let mut first = top + 1;
    if !block.people.is_empty() {
        people(page, block, first, text)?;
        first += 1;
    }
    if let Some(warning) = &block.warning {
        let look = Look::words(Role::Warning).wrapped();
        page.across(first, (0, last_column(block)), warning, look)?;
        first += 1;
    }
    let lines = lines(block, first, text);
    let total = first + row(lines.len()) - 2;
    for (offset, line) in lines.iter().enumerate() {
        let at = first + row(offset);
        let role = line.role();
        page.blank(at, (0, 0), role)?;
        page.text(at, 0, &line.code, Look::words(role).middle())?;
        let name = Look::words(role).wrapped();
        let indented = matches!(line.sums, Sums::Nothing);
        page.text(at, 1, &line.name, if indented { name.indented() } else { name })?;
        for (index, part) in block.parts.iter().enumerate() {
            cells(page, block.comparable, line, part, (at, index, total))?;
        }
        difference(page, at, line)?;
    }
    Ok(first + row(lines.len()))
}

fn last_column(block: &Block) -> u16 {
    let after = wave_column(block.parts.len());
    difference_column(block.parts.len()).unwrap_or(after - 1)
}

fn people(page: &mut Page, block: &Block, at: u32, text: &Text) -> Result<(), XlsxError> {
    page.blank(at, (0, last_column(block)), Role::Body)?;
    page.text(at, 1, &text.get("workbook-period-people"), Look::words(Role::Body))?;
    for (index, people) in block.people.iter().enumerate() {
        page.number(
            at,
            wave_column(index),
            count(*people),
            Look::of(Role::Body, Figure::People),
        )?;
    }
    Ok(())
}

/// The rows of a block in the order of the list; `first` is the row of the first of them. The last two are the total and
/// what is unfilled.
fn lines(block: &Block, first: u32, text: &Text) -> Vec<Line> {
    let (categories, tasks) = block
        .parts
        .first()
        .map_or((&[][..], &[][..]), |part| (part.categories, part.tasks));
    let mut lines: Vec<Line> = Vec::new();
    let mut groups = Vec::new();
    for category in categories {
        let own: Vec<&TaskLine> = tasks.iter().filter(|task| task.category == category.code).collect();
        let at = first + row(lines.len());
        groups.push(at);
        let members: Vec<Line> = own.into_iter().map(|task| task_line(block, task)).collect();
        lines.push(Line {
            code: category.code.clone(),
            name: category.name.clone(),
            sums: if members.is_empty() {
                Sums::Nothing
            } else {
                Sums::Tasks(at + 1, at + row(members.len()))
            },
            figures: category_figures(block, &category.code, &members),
        });
        lines.extend(members);
    }
    let of_groups: Vec<&Line> = lines
        .iter()
        .filter(|line| matches!(line.sums, Sums::Tasks(..)))
        .collect();
    let total = block.parts.iter().enumerate().map(|(wave, part)| {
        let minutes = f64::from(part.minutes);
        (minutes, block.comparable_sum(wave, minutes, &of_groups))
    });
    let total = Line {
        code: String::new(),
        name: text.get("workbook-total-filled"),
        figures: total.collect(),
        sums: Sums::Categories(groups),
    };
    let unfilled = block.parts.iter().map(|part| {
        let minutes = f64::from(part.unfilled);
        // Scaled figures share out the filled minutes; unfilled ones are no part of them.
        let whole = block.comparable == Comparable::PersonDay && part.sheets > 0;
        (minutes, whole.then(|| minutes / count(part.sheets)))
    });
    let unfilled = Line {
        code: String::new(),
        name: text.get("workbook-unfilled"),
        figures: unfilled.collect(),
        sums: Sums::Unfilled,
    };
    lines.extend([total, unfilled]);
    lines
}

fn task_line(block: &Block, task: &TaskLine) -> Line {
    let figures = block.parts.iter().map(|part| {
        let found = part.tasks.iter().find(|other| other.code == task.code);
        let minutes = f64::from(found.map_or(0, |task| task.minutes));
        let comparable = match block.comparable {
            Comparable::PersonDay => (part.sheets > 0).then(|| minutes / count(part.sheets)),
            Comparable::Scaled => found.and_then(|task| task.scaled),
        };
        (minutes, comparable)
    });
    Line {
        code: task.code.clone(),
        name: task.name.clone(),
        sums: Sums::Nothing,
        figures: figures.collect(),
    }
}

fn category_figures(block: &Block, code: &str, members: &[Line]) -> Vec<(f64, Option<f64>)> {
    let members: Vec<&Line> = members.iter().collect();
    let figures = block.parts.iter().enumerate().map(|(wave, part)| {
        let found = part.categories.iter().find(|category| category.code == code);
        let minutes = f64::from(found.map_or(0, |category| category.minutes));
        (minutes, block.comparable_sum(wave, minutes, &members))
    });
    figures.collect()
}

impl Block<'_> {
    /// The comparable figure of a row that sums up others: minutes per sheet, or the sum of their scaled figures.
    fn comparable_sum(&self, wave: usize, minutes: f64, members: &[&Line]) -> Option<f64> {
        match self.comparable {
            Comparable::PersonDay => {
                let sheets = self.parts[wave].sheets;
                (sheets > 0).then(|| minutes / count(sheets))
            }
            Comparable::Scaled => members
                .iter()
                .map(|line| line.figures[wave].1)
                .sum::<Option<f64>>()
                .filter(|_| !members.is_empty()),
        }
    }
}

/// The three cells of one wave in one row.
fn cells(
    page: &mut Page,
    comparable: Comparable,
    line: &Line,
    part: &Part,
    (at, index, total): (u32, usize, u32),
) -> Result<(), XlsxError> {
    let (col, role) = (wave_column(index), line.role());
    let (minutes, value) = line.figures[index];
    let whole = Look::of(role, Figure::Count);
    match line.formula(col) {
        Some(formula) => page.formula((at, col), &formula, minutes, whole)?,
        None => page.number(at, col, minutes, whole)?,
    }
    let look = Look::of(role, Figure::Decimals(1));
    match (value, comparable, line.formula(col + 1)) {
        (None, ..) => page.unknown(at, col + 1, look)?,
        (Some(value), Comparable::PersonDay, _) => {
            let formula = format!("={}/{}", cell(at, col), held(SIZES, col + 1));
            page.formula((at, col + 1), &formula, value, look)?;
        }
        (Some(value), Comparable::Scaled, Some(formula)) => page.formula((at, col + 1), &formula, value, look)?,
        (Some(value), Comparable::Scaled, None) => page.number(at, col + 1, value, look)?,
    }
    if matches!(line.sums, Sums::Unfilled) {
        return page.unknown(at, col + 2, look);
    }
    let formula = format!("={}/{}", cell(at, col), held(total, col));
    let percent = Look::of(role, Figure::Percent(1));
    page.ratio((at, col + 2), &formula, (minutes, f64::from(part.minutes)), percent)
}

/// Last wave minus first, of the comparable figure.
fn difference(page: &mut Page, at: u32, line: &Line) -> Result<(), XlsxError> {
    let waves = line.figures.len();
    let (Some(col), [first, .., last]) = (difference_column(waves), line.figures.as_slice()) else {
        return Ok(());
    };
    let (Some(first), Some(last)) = (first.1, last.1) else {
        return page.unknown(at, col, Look::words(line.role()));
    };
    let (later, earlier) = (cell(at, wave_column(waves - 1) + 1), cell(at, wave_column(0) + 1));
    page.difference((at, col), (&later, &earlier), (last, first), line.role())
}
