//! 別添4, the time-study sheet of a person (職員向けタイムスタディ調査票), twelve hours to a file.
//!
//! The layout is our own; what is read back (names, dates, spans, hour labels, minutes, remarks) stands at the addresses of the
//! official workbook: two blocks of six hours, tasks in rows 11–34 and 45–68, ten-minute columns F to AO.

use chrono::NaiveDate;
use rust_xlsxwriter::{DataValidation, DataValidationRule, DocProperties, ExcelDateTime, Format};
use rust_xlsxwriter::{Workbook, Worksheet, XlsxError};

use super::paper::Paper;
use super::spelling;
use crate::failure::{Exit, Failure};
use crate::office::Span;
use crate::phrase::{Phrase, phrase};
use crate::worktime::{Cell, Sheet, TaskList};

/// Hours that one file holds.
const HOURS_OF_FILE: u16 = 12;
/// Hours of one block.
const HOURS_OF_BLOCK: u16 = 6;
/// Minutes of one column.
const SLOT: u16 = 10;
/// Rows for tasks.
const TASKS: usize = 24;
/// Rows from the top of the first block to the top of the second.
const BLOCK_ROWS: u32 = 34;
/// Row of the hour labels in the first block (row 9), counted from zero.
const HOUR_ROW: u32 = 8;
/// Row of the first task in the first block (row 11).
const TASK_ROW: u32 = 10;
/// Row of the remarks in the first block (row 35).
const NOTE_ROW: u32 = 34;
/// Column of the names of tasks (D).
const NAME_COLUMN: u16 = 3;
/// Column of the printed example (E).
const EXAMPLE_COLUMN: u16 = 4;
/// Column of the first ten minutes (F).
const FIRST_COLUMN: u16 = 5;
/// Column of the last ten minutes (AO).
const LAST_COLUMN: u16 = 40;

/// Name of the only worksheet of a file.
const PAGE_NAME: &str = "別添４ TS調査票";
/// Most letters of the name of a worksheet.
const LONGEST_PAGE_NAME: usize = 31;

/// Height of a row and width of a column of a new workbook in this font, which all other widths are measured by.
const ROW_PIXELS: u32 = 25;
const COLUMN_PIXELS: u32 = 72;
/// Full-width letters that fit into one line of the column of names.
const LETTERS_OF_LINE: usize = 19;

/// What stands in a span field that nobody has filled in.
const EMPTY_SPAN: &str = "：　　　　～　　　　：";
/// What the form says about filling it in.
const ADVICE: [(u32, u16, &str); 3] = [
    (
        4,
        0,
        "※ 10分ごとの列に、行った業務の分数を整数で書いてください。1つの列の合計は10分です。",
    ),
    (
        5,
        1,
        "（記載例：「1.移動・移乗・体位交換」を6分間、「7.食事支援」を4分間行った場合）",
    ),
    (
        6,
        0,
        "※「時台」の欄に、勤務の始まりから終わりまでの時刻を書いてください（8時から始めた場合は「8時台」「9時台」…）。",
    ),
];

/// Why a sheet does not go onto the form.
#[derive(Debug)]
pub enum FormError {
    /// The form has ten-minute columns only.
    Slot(u16),
    /// The form has rows for exactly 24 tasks.
    TaskCount(usize),
    /// The sheet uses a task that the list does not have.
    UnknownTask(String),
    /// The workbook could not be written.
    Workbook(XlsxError),
}

impl FormError {
    /// What is wrong, for people.
    pub fn phrase(&self) -> Phrase {
        match self {
            Self::Slot(minutes) => phrase("form-slot").with("minutes", *minutes),
            Self::TaskCount(count) => phrase("form-task-count").with("count", *count),
            Self::UnknownTask(task) => phrase("form-unknown-task").with("task", task.as_str()),
            Self::Workbook(error) => phrase("form-workbook").with("cause", error.to_string()),
        }
    }
}

impl From<FormError> for Failure {
    fn from(error: FormError) -> Self {
        Self::new(Exit::Refused, error.phrase())
    }
}

impl From<XlsxError> for FormError {
    fn from(error: XlsxError) -> Self {
        Self::Workbook(error)
    }
}

/// Writes a sheet as 別添4: the bytes of one workbook for each twelve hours, in order of time.
///
/// The list must have the form's 24 tasks, the sheet ten-minute slots. The same sheet always gives the same workbook.
pub fn betten4(office: &str, sheet: &Sheet, tasks: &TaskList) -> Result<Vec<Vec<u8>>, FormError> {
    let files = File::all(office, sheet, tasks)?;
    let write = |file: &File| write(sheet.date, &[(PAGE_NAME.to_owned(), file)]);
    files.iter().map(write).collect()
}

/// Writes sheets as one workbook: one worksheet for each twelve hours of each sheet, in the order in which they come.
///
/// Dates are written with their year, so that a workbook that is filled in is read whatever its file is called. A sheet without
/// hours and cells is one whose hours the person writes in.
pub fn betten4_book(office: &str, sheets: &[Sheet], tasks: &TaskList) -> Result<Vec<u8>, FormError> {
    let has_several_people = sheets
        .iter()
        .any(|sheet| Some(&sheet.staff) != sheets.first().map(|first| &first.staff));
    let mut pages: Vec<(String, File)> = Vec::new();
    for sheet in sheets {
        for (part, mut file) in (1..).zip(File::all(office, sheet, tasks)?) {
            file.with_year = true;
            let name = page_name(sheet, part, has_several_people);
            let clashes = pages
                .iter()
                .any(|(other, _)| other.to_lowercase() == name.to_lowercase());
            // Excel knows no difference between capitals and small letters, and no names that are cut alike.
            let name = if clashes {
                format!("{}_{}", pages.len() + 1, name)
            } else {
                name
            };
            pages.push((name.chars().take(LONGEST_PAGE_NAME).collect(), file));
        }
    }
    let date = sheets.first().map(|sheet| sheet.date).unwrap_or_default();
    let pages: Vec<(String, &File)> = pages.iter().map(|(name, file)| (name.clone(), file)).collect();
    write(date, &pages)
}

/// `10月6日`, `S01 10月6日`, `S01 10月6日(2)`.
fn page_name(sheet: &Sheet, part: usize, with_staff: bool) -> String {
    let code = sheet.staff.as_str().chars().take(16);
    let code: String = code
        .map(|letter| if "[]:*?/\\'".contains(letter) { '-' } else { letter })
        .collect();
    let staff = if with_staff { format!("{code} ") } else { String::new() };
    let date = sheet.date.format("%-m月%-d日");
    if part > 1 {
        format!("{staff}{date}({part})")
    } else {
        format!("{staff}{date}")
    }
}

/// Writes one workbook of several pages.
fn write(date: NaiveDate, pages: &[(String, &File)]) -> Result<Vec<u8>, FormError> {
    let mut workbook = Workbook::new();
    // The date of the sheet, so that the same sheet gives the same file at any time.
    let date = ExcelDateTime::parse_from_str(&date.to_string())?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&date));
    let paper = Paper::new();
    workbook.set_default_format(&paper.plain, ROW_PIXELS, COLUMN_PIXELS)?;
    for (name, file) in pages {
        let page = workbook.add_worksheet();
        page.set_name(name)?;
        file.draw(page, &paper)?;
    }
    Ok(workbook.save_to_buffer()?)
}

/// Names the file of a part, counted from 1: `S01_20251006.xlsx`, `S01_20251006_2.xlsx`.
pub fn betten4_file_name(sheet: &Sheet, part: usize) -> String {
    let date = sheet.date.format("%Y%m%d");
    if part > 1 {
        format!("{}_{date}_{part}.xlsx", sheet.staff)
    } else {
        format!("{}_{date}.xlsx", sheet.staff)
    }
}

/// Whether the file of a part, counted from 0, has minutes.
pub fn betten4_has_minutes(sheet: &Sheet, part: usize) -> bool {
    let (first, _) = hours(sheet);
    let mut parts = sheet.cells.iter().map(|cell| (cell.start / 60 - first) / HOURS_OF_FILE);
    parts.any(|of| usize::from(of) == part)
}

/// From which hour to which the sheet has work, or should have; none where nobody knows.
fn hours(sheet: &Sheet) -> (u16, u16) {
    let first_cell = sheet.cells.first().map(|cell| cell.start);
    let last_cell = sheet.cells.last().map(|cell| cell.start + SLOT);
    let first = first_cell.into_iter().chain(sheet.span().map(Span::start)).min();
    let end = last_cell.into_iter().chain(sheet.span().map(Span::end)).max();
    (first.unwrap_or(0) / 60, end.unwrap_or(0).div_ceil(60))
}

/// One file, or one page of a file, to be written.
struct File<'a> {
    office: &'a str,
    sheet: &'a Sheet,
    tasks: &'a TaskList,
    /// First hour, and the hour after the last; hours run on past 24.
    hours: (u16, u16),
    /// Whether the date is written with its year.
    with_year: bool,
}

impl<'a> File<'a> {
    /// The parts of a sheet, twelve hours each; at least one.
    fn all(office: &'a str, sheet: &'a Sheet, tasks: &'a TaskList) -> Result<Vec<Self>, FormError> {
        if sheet.slot_minutes != SLOT {
            return Err(FormError::Slot(sheet.slot_minutes));
        }
        if tasks.tasks.len() != TASKS {
            return Err(FormError::TaskCount(tasks.tasks.len()));
        }
        let (first, end) = hours(sheet);
        let part = |start: u16| Self {
            office,
            sheet,
            tasks,
            hours: (start, end.min(start + HOURS_OF_FILE)),
            with_year: false,
        };
        Ok((first..end.max(first + 1))
            .step_by(usize::from(HOURS_OF_FILE))
            .map(part)
            .collect())
    }

    fn draw(&self, page: &mut Worksheet, paper: &Paper) -> Result<(), FormError> {
        set_up(page, self.tasks)?;
        self.head(page, paper)?;
        for block in 0..2 {
            self.block(page, paper, block)?;
        }
        for cell in &self.sheet.cells {
            self.cell(page, paper, cell)?;
        }
        Ok(())
    }

    fn head(&self, page: &mut Worksheet, paper: &Paper) -> Result<(), XlsxError> {
        page.write_with_format(1, 0, "職員向けタイムスタディ調査票", &paper.title)?;
        let span = |span: Option<Span>| span.map_or_else(|| EMPTY_SPAN.to_owned(), spelling::span);
        let date = if self.with_year {
            spelling::date_with_year
        } else {
            spelling::date
        };
        let unit = self.sheet.unit.as_ref().map_or("", |unit| unit.as_str());
        let left = [
            ("施設名", self.office.to_owned()),
            ("職員ID", self.sheet.staff.to_string()),
            ("調査実施日", date(self.sheet.date)),
        ];
        let right = [
            ("担当しているユニット・フロア名", unit.to_owned()),
            ("所定勤務時間", span(self.sheet.scheduled)),
            ("実勤務時間（残業時間含む）", span(self.sheet.actual)),
        ];
        for (row, (label, value)) in (1..).zip(left) {
            page.merge_range(row, 5, row, 6, label, &paper.label)?;
            page.merge_range(row, 7, row, 12, &value, &paper.words)?;
        }
        for (row, (label, value)) in (1..).zip(right) {
            page.merge_range(row, 13, row, 17, label, &paper.label)?;
            page.merge_range(row, 18, row, 22, &value, &paper.words)?;
        }
        Ok(())
    }

    fn block(&self, page: &mut Worksheet, paper: &Paper, block: u16) -> Result<(), XlsxError> {
        let top = BLOCK_ROWS * u32::from(block);
        for (row, column, line) in ADVICE {
            page.write_with_format(top + row, column, line, &paper.advice)?;
        }
        self.hour_labels(page, paper, block)?;
        let labels = ["NO", "分類", "Sub-NO", "項目", "ー"];
        for (column, label) in (0..).zip(labels) {
            page.write_with_format(top + HOUR_ROW + 1, column, label, &paper.label)?;
        }
        for column in FIRST_COLUMN..=LAST_COLUMN {
            let minute = (column - FIRST_COLUMN) % 6 * SLOT;
            let label = format!("{minute:02}分-{:02}分", minute + SLOT - 1);
            page.write_with_format(top + HOUR_ROW + 1, column, label, &paper.small_label)?;
        }
        self.task_labels(page, paper, top)?;
        empty_minutes(page, paper, top)?;
        for column in 0..3 {
            page.write_with_format(top + NOTE_ROW, column, "ー", &paper.label)?;
        }
        page.write_with_format(top + NOTE_ROW, NAME_COLUMN, "備考・補足等", &paper.item)?;
        page.write_blank(top + NOTE_ROW, EXAMPLE_COLUMN, &paper.example)?;
        let note = if block == 0 { self.sheet.note.as_str() } else { "" };
        let row = top + NOTE_ROW;
        page.merge_range(row, FIRST_COLUMN, row, LAST_COLUMN, note, &paper.note)?;
        page.merge_range(row + 1, 0, row + 2, LAST_COLUMN, &self.notes_on_tasks(), &paper.small)?;
        Ok(())
    }

    fn hour_labels(&self, page: &mut Worksheet, paper: &Paper, block: u16) -> Result<(), XlsxError> {
        let row = BLOCK_ROWS * u32::from(block) + HOUR_ROW;
        page.merge_range(row, 0, row, NAME_COLUMN, "", &paper.label)?;
        page.write_with_format(row, EXAMPLE_COLUMN, "記載例", &paper.example)?;
        for place in 0..HOURS_OF_BLOCK {
            let hour = self.hours.0 + block * HOURS_OF_BLOCK + place;
            // Hours after the end of the shift stay as they are printed.
            let label = if hour < self.hours.1 {
                spelling::hour(hour)
            } else {
                "時台".to_owned()
            };
            let column = FIRST_COLUMN + place * 6;
            page.merge_range(row, column, row, column + 5, &label, &paper.label)?;
        }
        Ok(())
    }

    /// The tasks of the list, with their categories as one merged field each.
    fn task_labels(&self, page: &mut Worksheet, paper: &Paper, top: u32) -> Result<(), XlsxError> {
        let mut row = top + TASK_ROW;
        for tasks in self.tasks.tasks.chunk_by(|a, b| a.category == b.category) {
            let first = row;
            for task in tasks {
                match task.code.as_str().parse::<u32>() {
                    Ok(number) => page.write_with_format(row, 2, number, &paper.label)?,
                    Err(_) => page.write_with_format(row, 2, task.code.as_str(), &paper.label)?,
                };
                page.write_with_format(row, NAME_COLUMN, &task.name.ja, &paper.item)?;
                row += 1;
            }
            let category = tasks.first().and_then(|task| self.tasks.category(&task.category));
            let code = category.map_or("", |category| category.code.as_str());
            let name = category.map_or("", |category| category.name.ja.as_str());
            for (column, words) in [(0, code), (1, name)] {
                field(page, (first, row - 1), column, words, &paper.label)?;
            }
        }
        Ok(())
    }

    /// What belongs to the tasks, as far as the list says so.
    fn notes_on_tasks(&self) -> String {
        let notes = self.tasks.tasks.iter().filter_map(|task| {
            let note = task.note.as_ref()?;
            Some(format!("{}．{}", task.code, note.ja))
        });
        notes.collect::<Vec<_>>().join("　")
    }

    fn cell(&self, page: &mut Worksheet, paper: &Paper, cell: &Cell) -> Result<(), FormError> {
        let hour = cell.start / 60;
        if !(self.hours.0..self.hours.1).contains(&hour) {
            return Ok(());
        }
        let place = hour - self.hours.0;
        let top = BLOCK_ROWS * u32::from(place / HOURS_OF_BLOCK);
        let column = FIRST_COLUMN + place % HOURS_OF_BLOCK * 6 + cell.start % 60 / SLOT;
        for share in &cell.shares {
            let task = self.tasks.tasks.iter().position(|task| task.code == share.0);
            let task = task.ok_or_else(|| FormError::UnknownTask(share.0.to_string()))?;
            let row = top + TASK_ROW + u32::try_from(task).expect("the list has 24 tasks");
            page.write_with_format(row, column, share.1.0, minutes_format(paper, column))?;
        }
        Ok(())
    }
}

/// Draws the fields for minutes of a block, and the printed example beside them.
fn empty_minutes(page: &mut Worksheet, paper: &Paper, top: u32) -> Result<(), XlsxError> {
    let last = top + TASK_ROW + 23;
    for row in top + TASK_ROW..=last {
        match row - top - TASK_ROW {
            0 => page.write_with_format(row, EXAMPLE_COLUMN, 6, &paper.example)?,
            6 => page.write_with_format(row, EXAMPLE_COLUMN, 4, &paper.example)?,
            _ => page.write_blank(row, EXAMPLE_COLUMN, &paper.example)?,
        };
        for column in FIRST_COLUMN..=LAST_COLUMN {
            page.write_blank(row, column, minutes_format(paper, column))?;
        }
    }
    let whole = DataValidation::new()
        .allow_whole_number(DataValidationRule::Between(0, i32::from(SLOT)))
        .set_error_title("分数を確かめてください")?
        .set_error_message("0から10までの整数で書いてください。")?;
    page.add_data_validation(top + TASK_ROW, FIRST_COLUMN, last, LAST_COLUMN, &whole)?;
    Ok(())
}

fn minutes_format(paper: &Paper, column: u16) -> &Format {
    if (column - FIRST_COLUMN) % 6 == 5 {
        &paper.minutes_at_hour_end
    } else {
        &paper.minutes
    }
}

/// Writes into one cell, or into the merged cells of several rows.
fn field(page: &mut Worksheet, rows: (u32, u32), column: u16, words: &str, format: &Format) -> Result<(), XlsxError> {
    if rows.0 == rows.1 {
        page.write_with_format(rows.0, column, words, format)?;
    } else {
        page.merge_range(rows.0, column, rows.1, column, words, format)?;
    }
    Ok(())
}

/// Sets widths, heights and the two printed pages, one a block.
fn set_up(page: &mut Worksheet, tasks: &TaskList) -> Result<(), XlsxError> {
    for (column, width) in (0..).zip([4, 11, 7, 37, 7]) {
        page.set_column_width(column, width)?;
    }
    page.set_column_range_width(FIRST_COLUMN, LAST_COLUMN, 4.3)?;
    for row in 1..4 {
        page.set_row_height(row, 30)?;
    }
    for top in [0, BLOCK_ROWS] {
        page.set_row_height(top + HOUR_ROW, 20)?;
        page.set_row_height(top + HOUR_ROW + 1, 30)?;
        for (row, task) in (top + TASK_ROW..).zip(&tasks.tasks) {
            let lines = task.name.ja.chars().count().div_ceil(LETTERS_OF_LINE).clamp(1, 2);
            page.set_row_height(row, if lines > 1 { 34 } else { 26 })?;
        }
        page.set_row_height(top + NOTE_ROW, 34)?;
    }
    page.set_landscape()
        .set_paper_size(9)
        .set_margins(0.3, 0.3, 0.35, 0.35, 0.2, 0.2)
        .set_print_fit_to_pages(1, 0)
        .set_print_center_horizontally(true);
    page.set_print_area(0, 0, BLOCK_ROWS + NOTE_ROW + 2, LAST_COLUMN)?;
    page.set_page_breaks(&[BLOCK_ROWS + 3])?;
    page.set_freeze_panes(0, FIRST_COLUMN)?;
    Ok(())
}
