//! 因果関係図: the outline with evidence and questions, and the picture on a page of its own.

use rust_xlsxwriter::{Image, ObjectMovement, Workbook, XlsxError};

use crate::issues::CauseId;
use crate::phrase::phrase;
use crate::report::chart::{Look as Size, cause_map_picture};
use crate::report::evidence_said;
use crate::report::finding::{CauseBox, CauseMapFinding, CauseRow};
use crate::report::workbook::look::{Look, Role};
use crate::report::workbook::page::{Page, Paper, Print, column, row};
use crate::report::workbook::{Contents, head, office};
use crate::text::Text;

/// The row of the column headings.
const HEADING: u32 = 4;
/// How far a row can be moved in; a spreadsheet allows a little more.
const DEEPEST: usize = 12;
/// Widths of the columns: number, box, layer, what it leads to, evidence, question.
const WIDTHS: [f64; 6] = [7.0, 46.0, 12.0, 13.0, 58.0, 44.0];
/// Height of the rows under the picture.
const ROW_PIXELS: u32 = 24;
/// Size of the picture in pixels; twice as fine as it is shown.
const PICTURE: (u32, u32) = (1600, 1000);

pub(super) fn add(book: &mut Workbook, contents: &Contents, text: &Text) -> Result<(), XlsxError> {
    let found = &contents.issues.map;
    if found.boxes.is_empty() {
        return Ok(());
    }
    let name = text.get("causes-title");
    let mut page = Page::add(book, text, &name)?;
    head(&mut page, contents, text, &name)?;
    for (index, units) in WIDTHS.into_iter().enumerate() {
        page.fix(column(index), units);
    }
    let last = column(WIDTHS.len() - 1);
    page.across(2, (0, last), &found.sentence, Look::words(Role::Lead).wrapped())?;
    let note = text.get("causes-workbook-note");
    page.across(3, (0, last), &note, Look::words(Role::Note).wrapped())?;
    headings(&mut page, text)?;
    let mut at = HEADING + 1;
    for line in &found.outline {
        if let Some(it) = found.find(line.number) {
            outline_row(&mut page, at, line, it, text)?;
            at += 1;
        }
    }
    picture(&mut page, at + 1, found, text)?;
    let office = office(contents, text);
    page.finish(&Print {
        paper: Paper::Landscape,
        heading: Some((0, HEADING)),
        stays: 0,
        tall: 0,
        wide: 1,
        office: &office,
        title: &name,
    })
}

fn headings(page: &mut Page, text: &Text) -> Result<(), XlsxError> {
    let names = [
        text.get("causes-column-number"),
        text.get("causes-column-text"),
        text.get("causes-column-layer"),
        text.get("causes-column-leads-to"),
        text.get("causes-column-evidence"),
        text.get("causes-column-question"),
    ];
    for (index, name) in names.iter().enumerate() {
        page.text(HEADING, column(index), name, Look::words(Role::Head).middle())?;
    }
    Ok(())
}

fn outline_row(page: &mut Page, at: u32, line: &CauseRow, it: &CauseBox, text: &Text) -> Result<(), XlsxError> {
    let body = Look::words(Role::Body);
    let role = if line.depth == 0 { Role::Group } else { Role::Body };
    page.text(at, 0, &it.number.to_string(), Look::words(role).middle())?;
    let moved = Look {
        indent: u8::try_from(line.depth.min(DEEPEST)).unwrap_or(0),
        ..Look::words(role).wrapped()
    };
    if line.again {
        let said = phrase("causes-again-below").with("text", it.text.as_str());
        page.text(at, 1, &text.say(&said), moved)?;
        return page.blank(at, (2, column(WIDTHS.len() - 1)), Role::Body);
    }
    page.text(at, 1, &it.text, moved)?;
    page.text(at, 2, &it.layer_name, Look::words(role).middle())?;
    let leads_to: Vec<String> = it.leads_to.iter().map(CauseId::to_string).collect();
    page.text(at, 3, &leads_to.join(", "), Look::words(role).middle())?;
    let evidence: Vec<String> = it.evidence.iter().map(|it| text.say(&evidence_said(it))).collect();
    let evidence = if evidence.is_empty() {
        text.get("causes-unmeasured")
    } else {
        evidence.join("\n")
    };
    page.text(at, 4, &evidence, body.wrapped())?;
    page.text(at, 5, it.question.as_deref().unwrap_or_default(), body.wrapped())
}

/// The picture, on the page of paper after the outline.
fn picture(page: &mut Page, at: u32, found: &CauseMapFinding, text: &Text) -> Result<(), XlsxError> {
    let Some(size) = Size::new(PICTURE.0, PICTURE.1, false) else {
        return Ok(());
    };
    // A picture that cannot be drawn is left out; the outline says the same.
    let Ok(bytes) = cause_map_picture(found, size, text) else {
        return Ok(());
    };
    page.break_before(at);
    let note = text.get("causes-workbook-picture");
    page.across(at, (0, column(WIDTHS.len() - 1)), &note, Look::words(Role::Note))?;
    let wide = f64::from(page.pixels((0, column(WIDTHS.len() - 1)))) * 0.98;
    let scale = wide / f64::from(PICTURE.0);
    let image = Image::new_from_buffer(&bytes)?
        .set_scale_width(scale)
        .set_scale_height(scale)
        .set_object_movement(ObjectMovement::MoveButDontSizeWithCells)
        .set_alt_text(format!("{}\n{}", text.get("causes-title"), found.sentence));
    // Rows of a height of their own, so that no program stretches the picture with them.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "some hundred pixels"
    )]
    let rows = (f64::from(PICTURE.1) * scale) as u32 / ROW_PIXELS + 1;
    for under in 1..=rows {
        page.sheet().set_row_height_pixels(at + under, ROW_PIXELS)?;
    }
    page.sheet().insert_image(at + row(1), 0, &image)?;
    Ok(())
}
