//! 業務時間: minutes by category and task, all waves side by side; the whole, then day and night by the clock.

use rust_xlsxwriter::{Workbook, XlsxError};

use super::look::{Figure, Look, Role};
use super::overview::few;
use super::page::{Page, Paper, Print, column, count, row};
use super::task_block::{Block, Comparable, Part, write};
use super::{Contents, head, office};
use crate::office::SMALLEST_GROUP;
use crate::phrase::phrase;
use crate::report::finding::{PeriodSummary, WaveSummary};
use crate::text::Text;

/// Width of the names of tasks; the longest of the official list takes one line, whichever font the program has.
pub(super) const NAME_WIDTH: f64 = 56.0;
/// Rows of the heading: wave, then how many people, sheets and days.
const WAVES: u32 = 3;
pub(super) const SIZES: u32 = 4;
/// Columns of one wave: minutes, the comparable figure, share.
const EACH: usize = 3;
const FIRST: usize = 2;

pub(super) fn add(book: &mut Workbook, contents: &Contents, text: &Text) -> Result<(), XlsxError> {
    let waves = &contents.summary.waves;
    let name = text.get("workbook-sheet-tasks");
    let mut page = Page::add(book, text, &name)?;
    head(&mut page, contents, text, &text.get("workbook-tasks-title"))?;
    heading(&mut page, waves, text)?;
    page.fix(0, 5.0);
    // One wave alone leaves room for the longest name; its block then fits the height of a page.
    page.fix(1, if waves.len() < 2 { 58.0 } else { NAME_WIDTH });
    let blocks = blocks(contents, text);
    let mut top = SIZES + 1;
    for (index, block) in blocks.iter().enumerate() {
        if index > 0 {
            page.break_before(top);
        }
        top = write(&mut page, block, top, text)? + 1;
    }
    let notes = [text.get("workbook-tasks-note"), text.get("workbook-tasks-note-scaled")];
    for (offset, note) in notes.iter().enumerate() {
        page.text(top + row(offset), 0, note, Look::words(Role::Note))?;
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
        tall: 0,
        wide: 1,
        office: &office,
        title: &name,
    })
}

/// First column of a wave.
pub(super) fn wave_column(index: usize) -> u16 {
    column(FIRST + index * EACH)
}

/// Column of the difference, where there are two waves.
pub(super) fn difference_column(waves: usize) -> Option<u16> {
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
    if waves.is_empty() {
        return Vec::new();
    }
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
                sheets: wave.sheets,
            })
            .collect(),
        people: Vec::new(),
        warning: None,
    };
    let border = contents.summary.night_hours.as_str();
    let day = text.say(&phrase("workbook-tasks-day").with("night", border));
    let night = text.say(&phrase("workbook-tasks-night").with("night", border));
    let mut blocks = vec![whole];
    blocks.extend(period(day, contents, |wave| &wave.periods.day, text));
    blocks.extend(period(night, contents, |wave| &wave.periods.night, text));
    blocks
}

fn period<'a>(
    title: String,
    contents: &Contents<'a>,
    of: impl Fn(&'a WaveSummary) -> &'a PeriodSummary,
    text: &Text,
) -> Option<Block<'a>> {
    let waves = &contents.summary.waves;
    let scale = of(waves.first()?).scale;
    let people: Vec<usize> = waves.iter().map(|wave| of(wave).people).collect();
    let warning = phrase("workbook-few-people").with("people", SMALLEST_GROUP);
    Some(Block {
        title,
        heading: text.say(&phrase("workbook-scaled").with("minutes", scale)),
        comparable: Comparable::Scaled,
        warning: (!contents.with_staff && few(people.iter().copied())).then(|| text.say(&warning)),
        people,
        parts: waves
            .iter()
            .map(|wave| {
                let period = of(wave);
                Part {
                    categories: &period.categories,
                    tasks: &period.tasks,
                    minutes: period.minutes,
                    unfilled: period.unfilled,
                    sheets: wave.sheets,
                }
            })
            .collect(),
    })
}
