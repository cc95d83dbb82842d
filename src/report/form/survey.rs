//! The survey sheet (課題把握シート) to hand out, on A4 upright: empty, or with what somebody answered.
//!
//! What stands where is said by [`survey_sheet`]; the sheet that comes back is read by it.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};
use rust_xlsxwriter::{
    Color, ConditionalFormatFormula, DataValidation, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder,
    Formula, Workbook, Worksheet, XlsxError,
};

use super::betten4::FormError;
use super::codes::half_widths;
use crate::issues::survey_sheet::{self, Entry, HeadField};
use crate::issues::{Answer, Position, Questionnaire, Response, Statement, StatementCode};
use crate::office::{Role, StaffCode, Unit};
use crate::phrase::phrase;
use crate::report::answering::scale_line;
use crate::text::Text;
use crate::worktime::Wave;

/// Widths of the columns A to D: code, statement over two, answer.
const WIDTHS: [f64; 4] = [13.0, 33.0, 22.0, 27.0];
/// Half-width letters that fit into one line of a statement.
const LETTERS_OF_STATEMENT: usize = 56;
/// Half-width letters that fit into one line across the page.
const LETTERS_OF_PAGE: usize = 96;
/// Height of a line, in points.
const LINE: f64 = 17.0;
/// Height up to which one page is enough, in points: A4 between its margins has 785, and letters stay readable at three quarters.
const ONE_PAGE: f64 = 1050.0;
/// First of the hidden columns that hold the words to choose from.
const LISTS_COLUMN: u16 = 5;

/// What is written into the head beforehand.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SurveyHead {
    /// 調査時期
    pub round: Option<Wave>,
    /// 職員ID
    pub staff: Option<StaffCode>,
    /// 職種
    pub role: Option<Role>,
    /// ユニット・フロア
    pub unit: Option<Unit>,
    /// 立場
    pub position: Option<Position>,
    /// When it was answered.
    pub date: Option<NaiveDate>,
}

/// What the head offers to choose from.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct KnownNames {
    /// Roles of the office.
    pub roles: Vec<Role>,
    /// Units of the office.
    pub units: Vec<Unit>,
}

impl SurveyHead {
    /// The head of an answer that was given.
    pub fn of(response: &Response) -> Self {
        Self {
            round: Some(response.key.round),
            staff: response.staff.clone(),
            role: response.role.clone(),
            unit: response.unit.clone(),
            position: response.position,
            date: response.date,
        }
    }
}

/// Draws a sheet without answers. The same order always gives the same bytes.
pub fn survey_sheet(
    office: &str,
    questionnaire: &Questionnaire,
    head: &SurveyHead,
    known: &KnownNames,
    text: &Text,
) -> Result<Vec<u8>, FormError> {
    draw(office, questionnaire, (head, &BTreeMap::new()), known, text)
}

/// Draws the sheet as somebody answered it.
pub fn filled_survey_sheet(
    office: &str,
    questionnaire: &Questionnaire,
    response: &Response,
    text: &Text,
) -> Result<Vec<u8>, FormError> {
    let head = SurveyHead::of(response);
    let known = KnownNames::default();
    draw(office, questionnaire, (&head, &response.answers), &known, text)
}

fn draw(
    office: &str,
    questionnaire: &Questionnaire,
    (head, answers): (&SurveyHead, &BTreeMap<StatementCode, Answer>),
    known: &KnownNames,
    text: &Text,
) -> Result<Vec<u8>, FormError> {
    let mut workbook = Workbook::new();
    // Nothing of an empty sheet has a date; a fixed one keeps the bytes alike.
    let made = ExcelDateTime::from_ymd(2000, 1, 1)?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&made));
    let ink = Ink::new();
    workbook.set_default_format(&ink.plain, 25, 72)?;
    let page = workbook.add_worksheet();
    page.set_name(survey_sheet::PAGE_NAME)?;
    let sheet = SheetPage {
        questionnaire,
        text,
        ink: &ink,
    };
    let mut height = sheet.top(page, office)?;
    height += sheet.head(page, head)?;
    height += sheet.statements(page, answers)?;
    let last = survey_sheet::FIRST_ROW + sheet.count().saturating_sub(1);
    sheet.lists(page, known, last)?;
    set_up(page, last, height)?;
    Ok(workbook.save_to_buffer()?)
}

/// What the parts of the page are drawn with.
struct SheetPage<'a> {
    questionnaire: &'a Questionnaire,
    text: &'a Text,
    ink: &'a Ink,
}

impl SheetPage<'_> {
    /// Rows of viewpoints and statements.
    fn count(&self) -> u32 {
        u32::try_from(survey_sheet::rows(self.questionnaire).len()).unwrap_or(u32::MAX)
    }

    /// The mark, the title, how to answer; the height that they take.
    fn top(&self, page: &mut Worksheet, office: &str) -> Result<f64, XlsxError> {
        let ink = self.ink;
        let (row, column) = survey_sheet::MARK_PLACE;
        page.write_string_with_format(row, column, survey_sheet::mark(self.questionnaire), &ink.mark)?;
        page.write_string_with_format(row, survey_sheet::ANSWER_COLUMN, office, &ink.office)?;
        let how = self.text.get("answer-sheet-how");
        let scale = scale_line(self.questionnaire, self.text);
        let lines = [
            (
                survey_sheet::TITLE_PLACE,
                self.text.lang().of(&self.questionnaire.title),
                &ink.title,
                32.0,
            ),
            (survey_sheet::HOW_PLACE, how.as_str(), &ink.words, LINE),
            (survey_sheet::SCALE_PLACE, scale.as_str(), &ink.scale, LINE + 3.0),
        ];
        page.set_row_height(row, 15)?;
        let mut height = 15.0;
        for ((row, column), words, format, line) in lines {
            page.merge_range(row, column, row, survey_sheet::ANSWER_COLUMN, words, format)?;
            let tall = line * lines_of(words, LETTERS_OF_PAGE);
            page.set_row_height(row, tall)?;
            height += tall;
        }
        Ok(height)
    }

    fn word(&self, answer: Answer) -> &str {
        self.text
            .lang()
            .of(survey_sheet::answer_word(self.questionnaire, answer))
    }

    /// The fields above the statements.
    fn head(&self, page: &mut Worksheet, head: &SurveyHead) -> Result<f64, XlsxError> {
        let ink = self.ink;
        let mut height = 0.0;
        for field in HeadField::ALL {
            let (row, column) = field.place();
            page.write_with_format(row, column - 1, self.text.say(&field.phrase()), &ink.label)?;
            let value = match field {
                HeadField::Round => head.round.map(|round| self.text.say(&round.label())),
                HeadField::Staff => head.staff.as_ref().map(ToString::to_string),
                HeadField::Unit => head.unit.as_ref().map(ToString::to_string),
                HeadField::Role => head.role.as_ref().map(ToString::to_string),
                HeadField::Position => head.position.map(|position| self.text.say(&position.phrase())),
                HeadField::Date => {
                    match head.date {
                        Some(date) => page.write_with_format(row, column, &excel_date(date)?, &ink.date)?,
                        None => page.write_blank(row, column, &ink.date)?,
                    };
                    continue;
                }
            };
            page.write_string_with_format(row, column, value.unwrap_or_default(), &ink.field)?;
        }
        let (first, _) = HeadField::Round.place();
        let (last, _) = HeadField::Position.place();
        for row in first..=last {
            page.set_row_height(row, 28)?;
            height += 28.0;
        }
        page.set_row_height(last + 1, 8)?;
        Ok(height + 8.0)
    }

    /// Viewpoints with their statements, one below the other.
    fn statements(&self, page: &mut Worksheet, answers: &BTreeMap<StatementCode, Answer>) -> Result<f64, XlsxError> {
        let ink = self.ink;
        let heading = survey_sheet::HEADING_ROW;
        let (first, last) = (survey_sheet::STATEMENT_COLUMN, survey_sheet::STATEMENT_END);
        page.write_with_format(
            heading,
            survey_sheet::CODE_COLUMN,
            self.text.get("answer-sheet-code"),
            &ink.heading,
        )?;
        page.merge_range(
            heading,
            first,
            heading,
            last,
            &self.text.get("answer-sheet-statement"),
            &ink.heading,
        )?;
        page.write_with_format(
            heading,
            survey_sheet::ANSWER_COLUMN,
            self.text.get("answer-sheet-answer"),
            &ink.heading,
        )?;
        page.set_row_height(heading, 20)?;
        let mut height = 20.0;
        for (row, entry) in survey_sheet::rows(self.questionnaire) {
            height += match entry {
                Entry::Viewpoint(place) => self.viewpoint(page, row, place)?,
                Entry::Statement(code) => match self.questionnaire.statement(code) {
                    Some(statement) => self.statement(page, row, statement, answers.get(code))?,
                    None => 0.0,
                },
            };
        }
        Ok(height)
    }

    fn viewpoint(&self, page: &mut Worksheet, row: u32, place: usize) -> Result<f64, XlsxError> {
        let Some(viewpoint) = self.questionnaire.viewpoints.get(place) else {
            return Ok(0.0);
        };
        let said = phrase("answer-viewpoint")
            .with("code", viewpoint.code.as_str())
            .with("name", self.text.lang().of(&viewpoint.name));
        let (first, last) = (survey_sheet::CODE_COLUMN, survey_sheet::ANSWER_COLUMN);
        page.merge_range(row, first, row, last, &self.text.say(&said), &self.ink.viewpoint)?;
        page.set_row_height(row, LINE + 3.0)?;
        Ok(LINE + 3.0)
    }

    fn statement(
        &self,
        page: &mut Worksheet,
        row: u32,
        statement: &Statement,
        answer: Option<&Answer>,
    ) -> Result<f64, XlsxError> {
        let ink = self.ink;
        let (first, last) = (survey_sheet::STATEMENT_COLUMN, survey_sheet::STATEMENT_END);
        let words = self.text.lang().of(&statement.text);
        page.write_string_with_format(row, survey_sheet::CODE_COLUMN, statement.code.as_str(), &ink.code)?;
        page.merge_range(row, first, row, last, words, &ink.statement)?;
        match answer {
            Some(answer) => {
                page.write_string_with_format(row, survey_sheet::ANSWER_COLUMN, self.word(*answer), &ink.answer)?
            }
            None => page.write_blank(row, survey_sheet::ANSWER_COLUMN, &ink.answer)?,
        };
        let height = LINE * lines_of(words, LETTERS_OF_STATEMENT) + 2.0;
        page.set_row_height(row, height)?;
        Ok(height)
    }

    /// The words that cells offer, in hidden columns: a list inside a cell is short, and no word of it may hold a comma.
    fn lists(&self, page: &mut Worksheet, known: &KnownNames, last: u32) -> Result<(), XlsxError> {
        let words: Vec<String> = survey_sheet::all_answers().map(|it| self.word(it).to_owned()).collect();
        let numbers = survey_sheet::all_answers().map(|it| survey_sheet::answer_number(it).to_string());
        let positions = survey_sheet::position_words().map(|it| self.text.say(&it)).to_vec();
        let roles: Vec<String> = known.roles.iter().map(ToString::to_string).collect();
        let units: Vec<String> = known.units.iter().map(ToString::to_string).collect();
        let column = survey_sheet::ANSWER_COLUMN;
        let answers = list(page, LISTS_COLUMN, &words)?;
        let accepted: Vec<String> = words.iter().cloned().chain(numbers).collect();
        let accepted = list(page, LISTS_COLUMN + 1, &accepted)?;
        if let Some(range) = answers {
            // Numbers are answers too, so nothing is refused here; what is no answer is marked below.
            let offer = offering(&range).show_error_message(false);
            page.add_data_validation(survey_sheet::FIRST_ROW, column, last, column, &offer)?;
        }
        if let Some(range) = accepted {
            let cell = format!("$D{}", survey_sheet::FIRST_ROW + 1);
            let rule = format!("AND(LEN(TRIM({cell}))>0,COUNTIF({range},TRIM({cell}))=0)");
            let mark = ConditionalFormatFormula::new()
                .set_rule(Formula::new(rule))
                .set_format(&self.ink.doubtful);
            page.add_conditional_format(survey_sheet::FIRST_ROW, column, last, column, &mark)?;
        }
        let fields = [
            (HeadField::Position, positions),
            (HeadField::Role, roles),
            (HeadField::Unit, units),
        ];
        for ((field, words), column) in fields.into_iter().zip(LISTS_COLUMN + 2..) {
            let (row, at) = field.place();
            if let Some(range) = list(page, column, &words)? {
                // There are two positions; roles and units may be others than those that are known.
                let offer = offering(&range).show_error_message(field == HeadField::Position);
                let offer = offer
                    .set_error_title(self.text.get("answer-sheet-wrong"))?
                    .set_error_message(self.text.get("answer-sheet-choose"))?;
                page.add_data_validation(row, at, row, at, &offer)?;
            }
        }
        page.set_column_range_hidden(LISTS_COLUMN, LISTS_COLUMN + 4)?;
        Ok(())
    }
}

fn offering(range: &str) -> DataValidation {
    DataValidation::new().allow_list_formula(Formula::new(format!("={range}")))
}

/// Writes words one below the other; the range in which they stand, `None` where there are none.
fn list(page: &mut Worksheet, column: u16, words: &[String]) -> Result<Option<String>, XlsxError> {
    for (row, word) in (0..).zip(words) {
        page.write_string(row, column, word)?;
    }
    let name = rust_xlsxwriter::utility::column_number_to_name(column);
    Ok((!words.is_empty()).then(|| format!("${name}$1:${name}${}", words.len())))
}

fn excel_date(date: NaiveDate) -> Result<ExcelDateTime, XlsxError> {
    let [month, day] = [date.month(), date.day()].map(|number| u8::try_from(number).unwrap_or(1));
    ExcelDateTime::from_ymd(u16::try_from(date.year()).unwrap_or(1900), month, day)
}

/// Lines that a text takes where this many half-width letters fit into one.
fn lines_of(words: &str, letters: usize) -> f64 {
    let lines = half_widths(words).div_ceil(letters).clamp(1, 99);
    f64::from(u8::try_from(lines).unwrap_or(99))
}

/// Sets widths and the printed page: one where everything fits, else several with the headings on each.
fn set_up(page: &mut Worksheet, last: u32, height: f64) -> Result<(), XlsxError> {
    for (column, width) in (0..).zip(WIDTHS) {
        page.set_column_width(column, width)?;
    }
    page.set_portrait()
        .set_paper_size(9)
        .set_margins(0.4, 0.4, 0.4, 0.4, 0.2, 0.2)
        .set_print_fit_to_pages(1, u16::from(height <= ONE_PAGE))
        .set_print_center_horizontally(true);
    page.set_print_area(0, 0, last, survey_sheet::ANSWER_COLUMN)?;
    page.set_repeat_rows(survey_sheet::HEADING_ROW, survey_sheet::HEADING_ROW)?;
    page.set_screen_gridlines(false);
    let (row, column) = HeadField::Staff.place();
    page.set_selection(row, column, row, column)?;
    Ok(())
}

/// Formats of everything that stands on the sheet.
struct Ink {
    plain: Format,
    mark: Format,
    office: Format,
    title: Format,
    words: Format,
    scale: Format,
    label: Format,
    field: Format,
    date: Format,
    heading: Format,
    viewpoint: Format,
    code: Format,
    statement: Format,
    answer: Format,
    doubtful: Format,
}

impl Ink {
    fn new() -> Self {
        let plain = Format::new()
            .set_font_name("游ゴシック")
            .set_font_size(11)
            .set_align(FormatAlign::VerticalCenter);
        let grey = Color::RGB(0x0059_5959);
        let shade = Color::RGB(0x00E8_EEF4);
        let framed = plain.clone().set_border(FormatBorder::Thin);
        let label = framed.clone().set_background_color(shade).set_text_wrap();
        Self {
            mark: plain.clone().set_font_size(8).set_font_color(grey),
            office: plain.clone().set_font_size(10).set_align(FormatAlign::Right),
            title: plain.clone().set_font_size(20).set_bold(),
            words: plain.clone().set_text_wrap(),
            scale: plain.clone().set_bold().set_text_wrap(),
            label: label
                .clone()
                .set_font_size(10)
                .set_align(FormatAlign::Left)
                .set_indent(1),
            field: framed.clone().set_font_size(12).set_indent(1),
            date: framed
                .clone()
                .set_font_size(12)
                .set_indent(1)
                .set_align(FormatAlign::Left)
                .set_num_format("yyyy-mm-dd"),
            heading: label.clone().set_bold().set_align(FormatAlign::Center),
            viewpoint: framed.clone().set_bold().set_background_color(shade).set_indent(1),
            code: framed.clone().set_align(FormatAlign::Center).set_num_format("@"),
            statement: framed.clone().set_text_wrap().set_indent(1),
            answer: framed.set_font_size(12).set_align(FormatAlign::Center),
            doubtful: Format::new().set_bold().set_background_color(Color::RGB(0x00FF_E699)),
            plain,
        }
    }
}
