//! 職員: by code where the person-level export was asked for; by role, unit and weekday, small groups hidden.

use std::collections::BTreeMap;

use rust_xlsxwriter::{Workbook, XlsxError};

use super::look::{Figure, Look, Role};
use super::page::{Page, Paper, Print, cell, column, count, row, sum_along};
use super::{Contents, head, office};
use crate::office::SMALLEST_GROUP;
use crate::phrase::phrase;
use crate::report::finding::{CategoryLine, GroupLine, StaffLine, WaveSummary};
use crate::text::Text;

const HEADING: u32 = 3;
/// Group, wave, people, sheets.
const FIRST: u16 = 4;

/// The groups of one kind in a wave.
type GroupsOf = fn(&WaveSummary) -> &[GroupLine];

/// Minutes of one person or group in one wave.
struct Line<'a> {
    name: &'a str,
    wave: &'a str,
    people: Option<usize>,
    /// `None` when the group is hidden.
    figures: Option<Figures<'a>>,
}

struct Figures<'a> {
    sheets: usize,
    minutes: u32,
    unfilled: u32,
    by_category: &'a BTreeMap<String, u32>,
}

pub(super) fn add(book: &mut Workbook, contents: &Contents, text: &Text) -> Result<(), XlsxError> {
    let waves = &contents.summary.waves;
    let name = text.get("workbook-sheet-people");
    let mut page = Page::add(book, text, &name)?;
    head(&mut page, contents, text, &text.get("workbook-people-title"))?;
    let categories = waves.first().map_or(&[][..], |wave| &wave.categories);
    heading(&mut page, categories, text)?;
    page.at_least((0, 0), 16.0);
    let mut top = HEADING + 2;
    let mut tops = Vec::new();
    if contents.with_staff {
        let title = text.get("workbook-by-person");
        tops.push(top);
        top = block(&mut page, &title, &persons(waves), categories, top)? + 1;
    }
    let groups: [(String, GroupsOf); 3] = [
        (text.get("workbook-by-role"), |wave| &wave.roles),
        (text.get("workbook-by-unit"), |wave| &wave.units),
        (text.get("workbook-by-weekday"), |wave| &wave.weekdays),
    ];
    for (title, of) in groups {
        let lines = grouped(waves, of);
        if !lines.is_empty() {
            tops.push(top);
            top = block(&mut page, &title, &lines, categories, top)? + 1;
        }
    }
    let hidden = phrase("workbook-hidden-note").with("people", SMALLEST_GROUP);
    let mut notes = vec![text.say(&hidden), text.get("workbook-groups-note")];
    if !contents.with_staff {
        notes.push(text.get("workbook-people-note"));
    }
    for (offset, note) in notes.iter().enumerate() {
        page.text(top + row(offset), 0, note, Look::words(Role::Note))?;
    }
    tops.push(top);
    let last = FIRST + 2 * column(categories.len()) + 2;
    let room = page.rows_on_landscape(last, HEADING + 2);
    for at in breaks(&tops, room, row(waves.len().max(1))) {
        page.break_before(at);
    }
    let office = office(contents, text);
    page.finish(&Print {
        paper: Paper::Landscape,
        heading: Some((0, HEADING + 1)),
        stays: 2,
        tall: 0,
        wide: 1,
        office: &office,
        title: &name,
    })
}

/// Where pages of paper begin, so that no block is torn apart that fits on one page; a longer block is shared out evenly,
/// the waves of a person side by side. `tops` are the first rows of the blocks and the row after the last one.
fn breaks(tops: &[u32], room: u32, waves: u32) -> Vec<u32> {
    let mut breaks = Vec::new();
    let mut used = 0;
    for block in tops.windows(2) {
        let (top, rows) = (block[0], block[1] - block[0]);
        if used > 0 && used + rows > room {
            breaks.push(top);
            used = 0;
        }
        let pages = rows.div_ceil(room.max(waves + 1));
        let each = rows.div_ceil(pages.max(1)).next_multiple_of(waves);
        // The first row is the heading of the block.
        breaks.extend((1..pages).map(|page| top + 1 + page * each));
        used += rows - each * (pages.max(1) - 1);
    }
    breaks
}

fn heading(page: &mut Page, categories: &[CategoryLine], text: &Text) -> Result<(), XlsxError> {
    let look = Look::words(Role::Head).middle();
    let parts = column(categories.len());
    let shares = FIRST + parts + 3;
    page.blank(HEADING, (0, shares + parts.max(1) - 1), Role::Head)?;
    let names = [
        text.get("workbook-group"),
        text.get("workbook-wave"),
        text.get("workbook-people"),
        text.get("workbook-sheets"),
    ];
    for (index, name) in names.iter().enumerate() {
        page.text(HEADING + 1, column(index), name, look)?;
    }
    if parts > 0 {
        page.across(HEADING, (FIRST, FIRST + parts + 1), &text.get("workbook-minutes"), look)?;
        page.across(HEADING, (shares, shares + parts - 1), &text.get("workbook-share"), look)?;
    }
    for (index, category) in categories.iter().enumerate() {
        page.text(HEADING + 1, FIRST + column(index), &category.name, look)?;
        page.text(HEADING + 1, shares + column(index), &category.name, look)?;
    }
    page.text(HEADING + 1, FIRST + parts, &text.get("workbook-filled"), look)?;
    page.text(HEADING + 1, FIRST + parts + 1, &text.get("workbook-unfilled"), look)?;
    page.text(HEADING + 1, FIRST + parts + 2, &text.get("workbook-filled-share"), look)
}

/// People by code, each with its waves; the order is that of the codes, nobody is ranked.
fn persons(waves: &[WaveSummary]) -> Vec<Line<'_>> {
    let mut lines: Vec<(usize, &WaveSummary, &StaffLine)> = waves
        .iter()
        .enumerate()
        .flat_map(|(index, wave)| wave.staff_minutes.iter().map(move |person| (index, wave, person)))
        .collect();
    lines.sort_by(|a, b| a.2.staff.cmp(&b.2.staff).then(a.0.cmp(&b.0)));
    lines
        .into_iter()
        .map(|(_, wave, person)| Line {
            name: &person.staff,
            wave: &wave.label,
            people: Some(1),
            figures: Some(Figures {
                sheets: person.sheets,
                minutes: person.minutes,
                unfilled: person.unfilled,
                by_category: &person.by_category,
            }),
        })
        .collect()
}

/// Groups in the order in which they first occur, each with its waves.
fn grouped(waves: &[WaveSummary], of: GroupsOf) -> Vec<Line<'_>> {
    let mut names: Vec<&str> = Vec::new();
    for group in waves.iter().flat_map(of) {
        if !names.contains(&group.name.as_str()) {
            names.push(&group.name);
        }
    }
    names
        .iter()
        .flat_map(|name| {
            waves
                .iter()
                .filter_map(|wave| Some((wave, of(wave).iter().find(|group| group.name == *name)?)))
        })
        .map(|(wave, group)| Line {
            name: &group.name,
            wave: &wave.label,
            people: group.people.filter(|_| !group.hidden),
            figures: figures(group),
        })
        .collect()
}

fn figures(group: &GroupLine) -> Option<Figures<'_>> {
    if group.hidden {
        return None;
    }
    Some(Figures {
        sheets: group.sheets?,
        minutes: group.minutes?,
        unfilled: group.unfilled?,
        by_category: group.by_category.as_ref()?,
    })
}

/// One kind of group. Returns the row after it.
fn block(
    page: &mut Page,
    title: &str,
    lines: &[Line],
    categories: &[CategoryLine],
    top: u32,
) -> Result<u32, XlsxError> {
    let parts = column(categories.len());
    let last = FIRST + parts + 2 + parts;
    page.blank(top, (0, last), Role::Group)?;
    page.text(top, 0, title, Look::words(Role::Group))?;
    let whole = Look::of(Role::Body, Figure::Count);
    let percent = Look::of(Role::Body, Figure::Percent(1));
    for (offset, line) in lines.iter().enumerate() {
        let at = top + 1 + row(offset);
        page.text(at, 0, line.name, Look::words(Role::Body).indented())?;
        page.text(at, 1, line.wave, Look::words(Role::Body))?;
        page.known(at, 2, line.people.map(count), whole)?;
        let Some(figures) = &line.figures else {
            for col in 3..=last {
                page.unknown(at, col, whole)?;
            }
            continue;
        };
        page.number(at, 3, count(figures.sheets), whole)?;
        let (filled, unfilled) = (f64::from(figures.minutes), f64::from(figures.unfilled));
        let sum = FIRST + parts;
        for (index, category) in categories.iter().enumerate() {
            let minutes = f64::from(figures.by_category.get(&category.code).copied().unwrap_or(0));
            let col = FIRST + column(index);
            page.number(at, col, minutes, whole)?;
            let formula = format!("={}/{}", cell(at, col), cell(at, sum));
            page.ratio((at, sum + 3 + column(index)), &formula, (minutes, filled), percent)?;
        }
        page.formula((at, sum), &sum_along(at, (FIRST, sum - 1)), filled, whole)?;
        page.number(at, sum + 1, unfilled, whole)?;
        let formula = format!("={0}/({0}+{1})", cell(at, sum), cell(at, sum + 1));
        page.ratio((at, sum + 2), &formula, (filled, filled + unfilled), percent)?;
    }
    Ok(top + 1 + row(lines.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_block_that_does_not_fit_begins_a_page() {
        assert_eq!(breaks(&[5, 30, 35, 40], 35, 2), [] as [u32; 0]);
        assert_eq!(breaks(&[5, 30, 45, 50], 35, 2), [30]);
    }

    #[test]
    fn a_long_block_is_shared_out_and_no_row_stands_alone() {
        // 42 rows on pages of 40: a heading and 21 rows or so each, never 40 and 2.
        assert_eq!(breaks(&[5, 47, 60], 40, 2), [28]);
    }
}
