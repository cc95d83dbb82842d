//! Forms: a few questions on one page, and the work that comes of the answers.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use super::action::turned;
use super::charts;
use super::desk::{Job, Shown};
use super::documents::{DocumentAsk, DocumentForm};
use super::effect::{EffectAsk, EffectForm};
use super::errand::Errand;
use super::input::Input;
use super::issues::{IssueAsk, IssueForm};
use super::timer::{Ask, Asked};
use crate::office::{NameError, StaffCode, fold};
use crate::phrase::{Phrase, phrase};
use crate::report::chart::{Format, Kind};
use crate::worktime::Wave;

/// What a form is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FormKind {
    /// Opens a book.
    Open,
    /// Makes a book.
    New,
    /// Reads time sheets.
    Import,
    /// Writes the workbook.
    Export,
    /// Writes one thing into the book.
    Errand(Errand),
    /// Plans the days and people of the survey of a wave.
    SurveyPlan(Wave),
    /// Adds a person to the survey of a wave, or changes what is known of them.
    SurveyPerson(Wave),
    /// Writes the list of sheets that are owed.
    Reminders(Wave),
    /// Writes empty sheets; days without a year are those nearest to this one.
    Blank(Wave, NaiveDate),
    /// Writes charts.
    Charts,
    /// A question of the timer, which takes the answers itself.
    Timer(Ask),
    /// Something about challenges.
    Issue(IssueForm),
    /// Something about effects.
    Effect(EffectForm),
    /// Something about documents.
    Document(DocumentForm),
}

/// A value that can be chosen.
#[derive(Debug, Clone, PartialEq)]
pub enum Choice {
    /// The wave stands in the folder or the file.
    WaveOfFolder,
    /// All sheets are of this wave.
    Wave(Wave),
    /// Groups only.
    WithoutStaff,
    /// People one by one, as codes.
    WithStaff,
    /// Codes stand in the place of names.
    CodeNames,
    /// Names are taken as they are.
    TakeNames,
    /// Empty sheets, a workbook for each person.
    BookEach,
    /// Empty sheets, all in one workbook.
    OneBook,
    /// The list of task numbers.
    CodeList,
    /// All charts.
    AllCharts,
    /// One kind of chart.
    Chart(Kind),
    /// How charts are written.
    Format(Format),
    /// Minutes after which the timer asks whether somebody forgot to stop; 0 for never.
    RemindAfter(u16),
    /// A thing of the book, by an id that the form knows and a name for people.
    Named(String, Phrase),
}

impl Choice {
    /// Its words.
    pub fn name(&self) -> Phrase {
        match self {
            Self::WaveOfFolder => phrase("screens-wave-of-folder"),
            Self::Wave(wave) => wave.label(),
            Self::WithoutStaff => phrase("screens-without-staff"),
            Self::WithStaff => phrase("screens-with-staff"),
            Self::CodeNames => phrase("survey-code-names"),
            Self::TakeNames => phrase("survey-take-names"),
            Self::BookEach => phrase("survey-book-each"),
            Self::OneBook => phrase("survey-one-book"),
            Self::CodeList => phrase("survey-code-list"),
            Self::AllCharts => phrase("screens-all-charts"),
            Self::Chart(kind) => kind.name(),
            Self::Format(Format::Png) => phrase("screens-format-png"),
            Self::Format(Format::Svg) => phrase("screens-format-svg"),
            Self::RemindAfter(0) => phrase("timer-remind-never"),
            Self::RemindAfter(minutes) => phrase("timer-remind-after").with("minutes", *minutes),
            Self::Named(_, name) => name.clone(),
        }
    }
}

/// One question.
#[derive(Debug, Clone, PartialEq)]
pub enum Field {
    /// Answered by typing.
    Text(Question, Input),
    /// Answered by choosing.
    Choice(Question, Vec<Choice>, usize),
}

/// What a field asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Question {
    /// The book's file.
    BookPath,
    /// Name of the office.
    OfficeName,
    /// Files or a folder to read.
    SheetsPath,
    /// The wave.
    Wave,
    /// The year of the sheets.
    Year,
    /// Whose work it is where the file names nobody.
    WhoseWork,
    /// The file to write.
    ReportPath,
    /// Whether people appear one by one.
    Staff,
    /// Why a finding is right as it is.
    Because,
    /// Role of who says so.
    ByRole,
    /// Share of slack below which an hour is tight.
    SlackPercent,
    /// Name of a scenario.
    ScenarioName,
    /// What becomes of staff IDs that look like names.
    Names,
    /// The leader's file of codes.
    KeyFile,
    /// The days of a survey.
    SurveyDays,
    /// The people of a survey.
    SurveyStaff,
    /// Code of one person.
    PersonCode,
    /// 職種
    PersonRole,
    /// ユニット・フロア
    PersonUnit,
    /// The usual shift.
    PersonShift,
    /// Own days of one person.
    PersonDays,
    /// Which papers are wanted.
    BlankKind,
    /// For whom.
    BlankStaff,
    /// For which days.
    BlankDays,
    /// The file or folder to write.
    PaperPath,
    /// The folder for charts.
    ChartFolder,
    /// Which charts.
    ChartKind,
    /// How they are written.
    ChartFormat,
    /// What the timer asks.
    Timer(Asked),
    /// What is asked about challenges.
    Issue(IssueAsk),
    /// What is asked about effects.
    Effect(EffectAsk),
    /// What is asked about documents.
    Document(DocumentAsk),
}

impl Question {
    /// The question; its hint says how to answer.
    pub fn question(self) -> Phrase {
        match self {
            Self::BookPath => phrase("screens-ask-book"),
            Self::OfficeName => phrase("screens-ask-office"),
            Self::SheetsPath => phrase("screens-ask-sheets"),
            Self::Wave => phrase("screens-ask-wave"),
            Self::Year => phrase("screens-ask-year"),
            Self::WhoseWork => phrase("screens-ask-whose"),
            Self::ReportPath => phrase("screens-ask-report"),
            Self::Staff => phrase("screens-ask-staff"),
            Self::Because => phrase("screens-ask-because"),
            Self::ByRole => phrase("screens-ask-by-role"),
            Self::SlackPercent => phrase("screens-ask-slack-percent"),
            Self::ScenarioName => phrase("screens-ask-scenario-name"),
            Self::Names => phrase("survey-ask-names"),
            Self::KeyFile => phrase("survey-ask-key-file"),
            Self::SurveyDays => phrase("survey-ask-days"),
            Self::SurveyStaff => phrase("survey-ask-staff"),
            Self::PersonCode => phrase("survey-ask-code"),
            Self::PersonRole => phrase("survey-ask-role"),
            Self::PersonUnit => phrase("survey-ask-unit"),
            Self::PersonShift => phrase("survey-ask-shift"),
            Self::PersonDays => phrase("survey-ask-own-days"),
            Self::BlankKind => phrase("survey-ask-kind"),
            Self::BlankStaff => phrase("survey-ask-blank-staff"),
            Self::BlankDays => phrase("survey-ask-blank-days"),
            Self::PaperPath => phrase("survey-ask-path"),
            Self::ChartFolder => phrase("screens-ask-chart-folder"),
            Self::ChartKind => phrase("screens-ask-chart-kind"),
            Self::ChartFormat => phrase("screens-ask-chart-format"),
            Self::Timer(asked) => asked.question(),
            Self::Issue(asked) => asked.question(),
            Self::Effect(asked) => asked.question(),
            Self::Document(asked) => asked.question(),
        }
    }
}

/// A few questions and what was answered so far.
#[derive(Debug, Clone, PartialEq)]
pub struct Form {
    /// What it is for.
    pub kind: FormKind,
    /// The questions.
    pub fields: Vec<Field>,
    /// The question that has the keys.
    pub focus: usize,
    /// Why the answers will not do.
    pub problem: Option<Phrase>,
}

impl Form {
    /// Asks for a book to open.
    pub fn open() -> Self {
        Self::of(FormKind::Open, vec![text(Question::BookPath, "")])
    }

    /// Asks for a new book.
    pub fn new_book() -> Self {
        let fields = vec![text(Question::BookPath, ""), text(Question::OfficeName, "")];
        Self::of(FormKind::New, fields)
    }

    /// Asks what to import. The wave is the folder's unless a person says otherwise.
    pub fn import(shown: &Shown) -> Self {
        let last = shown
            .summary
            .waves
            .iter()
            .filter_map(|wave| Wave::parse(&wave.id))
            .max();
        let next = match last {
            Some(Wave::After(count)) => count.saturating_add(1),
            Some(Wave::Before) | None => 1,
        };
        let waves = (1..=next.min(99)).map(|count| Choice::Wave(Wave::After(count)));
        let choices = [Choice::WaveOfFolder, Choice::Wave(Wave::Before)]
            .into_iter()
            .chain(waves)
            .collect();
        let fields = vec![
            text(Question::SheetsPath, ""),
            Field::Choice(Question::Wave, choices, 0),
            text(Question::Year, ""),
            text(Question::WhoseWork, ""),
        ];
        Self::of(FormKind::Import, fields)
    }

    /// Asks where to write the workbook; beside the book unless a person says otherwise.
    pub fn export(shown: &Shown, with_staff: bool) -> Self {
        let path = shown.path.with_extension("xlsx");
        let choices = vec![Choice::WithoutStaff, Choice::WithStaff];
        let fields = vec![
            text(Question::ReportPath, &path.to_string_lossy()),
            Field::Choice(Question::Staff, choices, usize::from(with_staff)),
        ];
        Self::of(FormKind::Export, fields)
    }

    /// A form with these questions.
    pub fn of(kind: FormKind, fields: Vec<Field>) -> Self {
        Self {
            kind,
            fields,
            focus: 0,
            problem: None,
        }
    }

    /// Whether the field that has the keys is answered by choosing.
    pub fn is_at_choice(&self) -> bool {
        matches!(self.fields.get(self.focus), Some(Field::Choice(..)))
    }

    /// The line that is being typed.
    pub fn input(&mut self) -> Option<&mut Input> {
        match self.fields.get_mut(self.focus) {
            Some(Field::Text(_, input)) => Some(input),
            _ => None,
        }
    }

    /// Moves to another field, round the end.
    pub fn turn_field(&mut self, steps: isize) {
        self.focus = turned(self.focus, steps, self.fields.len());
    }

    /// Moves to another value of the choice, round the end.
    pub fn turn_choice(&mut self, steps: isize) {
        if let Some(Field::Choice(_, choices, at)) = self.fields.get_mut(self.focus) {
            *at = turned(*at, steps, choices.len());
        }
    }

    /// The work that the answers ask for, or what is wrong with them and the field where it is.
    pub fn job(&self) -> Result<Job, (usize, Phrase)> {
        match &self.kind {
            FormKind::Open => Ok(Job::Open(self.path(0)?)),
            FormKind::New => Ok(Job::Create {
                path: book_path(self.path(0)?),
                office: self.typed(1).trim().to_owned(),
            }),
            FormKind::Import => {
                let paths = vec![self.path(0)?];
                let wave = match self.chosen(1) {
                    Some(Choice::Wave(wave)) => Some(wave),
                    _ => None,
                };
                let year = year(self.typed(2)).map_err(|wrong| (2, wrong))?;
                let staff = staff(self.typed(3)).map_err(|wrong| (3, wrong))?;
                self.import_job(paths, wave, year, staff)
            }
            FormKind::Export => Ok(Job::Export {
                path: workbook_path(self.path(0)?),
                with_staff: self.chosen(1) == Some(Choice::WithStaff),
            }),
            FormKind::Errand(errand) => errand.job(self),
            FormKind::SurveyPlan(_) | FormKind::SurveyPerson(_) | FormKind::Reminders(_) | FormKind::Blank(..) => {
                self.paper_job()
            }
            FormKind::Charts => Ok(charts::job(
                self.path(0)?,
                self.chosen(1).as_ref(),
                self.chosen(2).as_ref(),
            )),
            FormKind::Timer(_) => Err((self.focus, phrase("timer-none-open"))),
            FormKind::Issue(form) => form.job(self),
            FormKind::Effect(form) => form.job(self),
            FormKind::Document(form) => form.job(self),
        }
    }

    /// What was typed into a field.
    pub fn typed(&self, field: usize) -> &str {
        match self.fields.get(field) {
            Some(Field::Text(_, input)) => input.text(),
            _ => "",
        }
    }

    /// What was chosen in a field.
    pub fn chosen(&self, field: usize) -> Option<Choice> {
        match self.fields.get(field) {
            Some(Field::Choice(_, choices, at)) => choices.get(*at).cloned(),
            _ => None,
        }
    }

    /// The id of what was chosen in a field; `None` where nothing was or the value has no id.
    pub fn chosen_id(&self, field: usize) -> Option<&str> {
        match self.fields.get(field) {
            Some(Field::Choice(_, choices, at)) => match choices.get(*at) {
                Some(Choice::Named(id, _)) if !id.is_empty() => Some(id),
                _ => None,
            },
            _ => None,
        }
    }

    pub(super) fn path(&self, field: usize) -> Result<PathBuf, (usize, Phrase)> {
        let typed = unquoted(self.typed(field));
        if typed.is_empty() {
            return Err((field, phrase("screens-path-is-empty")));
        }
        Ok(PathBuf::from(typed))
    }
}

pub(super) fn text(question: Question, answer: &str) -> Field {
    Field::Text(question, Input::of(answer))
}

/// A path as it was pasted: terminals and file managers put quotes around it.
fn unquoted(path: &str) -> &str {
    let path = path.trim();
    ['"', '\'']
        .into_iter()
        .find_map(|quote| path.strip_prefix(quote)?.strip_suffix(quote))
        .unwrap_or(path)
        .trim()
}

fn book_path(path: PathBuf) -> PathBuf {
    with_ending(path, "yutori")
}

pub(super) fn workbook_path(path: PathBuf) -> PathBuf {
    with_ending(path, "xlsx")
}

/// A name without its ending gets it; dots inside the name stay.
pub(super) fn with_ending(path: PathBuf, ending: &str) -> PathBuf {
    let has = Path::new(&path)
        .extension()
        .is_some_and(|e| e.eq_ignore_ascii_case(ending));
    if has {
        return path;
    }
    let mut name = path.into_os_string();
    name.push(".");
    name.push(ending);
    PathBuf::from(name)
}

/// Reads the code of a person; nothing typed is nobody.
fn staff(typed: &str) -> Result<Option<StaffCode>, Phrase> {
    match StaffCode::parse(typed) {
        Ok(staff) => Ok(Some(staff)),
        Err(NameError::Empty) => Ok(None),
        Err(NameError::TooLong) => Err(phrase("intake-staff-too-long")),
    }
}

/// Reads a year (`2025`, `２０２５`, `令和7`, `R7`); nothing typed is no year.
fn year(typed: &str) -> Result<Option<i32>, Phrase> {
    let typed = fold(typed).to_uppercase();
    let typed = typed.trim_end_matches('年');
    if typed.is_empty() {
        return Ok(None);
    }
    let era = typed.strip_prefix("令和").or_else(|| typed.strip_prefix('R'));
    let year = match era {
        Some("元") => Some(2019),
        Some(count) => count
            .parse::<i32>()
            .ok()
            .filter(|count| (1..=99).contains(count))
            .map(|count| 2018 + count),
        None => typed.parse().ok().filter(|year| (2000..=2100).contains(year)),
    };
    year.map(Some).ok_or_else(|| phrase("screens-no-year"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answered(mut form: Form, answer: &str) -> Form {
        form.fields[0] = text(Question::BookPath, answer);
        form
    }

    #[test]
    fn a_year_is_read_as_people_write_it() {
        for typed in ["2025", "２０２５年", "令和7", "R7", "令和７年"] {
            assert_eq!(year(typed), Ok(Some(2025)), "{typed}");
        }
        assert_eq!(year(" "), Ok(None));
        assert_eq!(year("令和元年"), Ok(Some(2019)));
        for typed in ["25", "令和", "去年", "R0"] {
            assert!(year(typed).is_err(), "{typed}");
        }
    }

    #[test]
    fn quotes_of_a_dropped_file_do_not_belong_to_its_path() {
        assert_eq!(unquoted(" \"C:\\調査 票\\a.xlsx\" "), "C:\\調査 票\\a.xlsx");
        assert_eq!(unquoted("'/家/調査票'"), "/家/調査票");
        assert_eq!(unquoted("it's"), "it's");
    }

    #[test]
    fn an_empty_path_is_no_work() {
        let (field, _) = Form::open().job().unwrap_err();
        assert_eq!(field, 0);
    }

    #[test]
    fn a_new_book_gets_its_ending() {
        let path = |answer: &str| match answered(Form::new_book(), answer).job() {
            Ok(Job::Create { path, .. }) => path,
            other => panic!("{other:?}"),
        };
        assert_eq!(path("さくら苑"), PathBuf::from("さくら苑.yutori"));
        assert_eq!(path("a.yutori"), PathBuf::from("a.yutori"));
        assert_eq!(path("R7.4月"), PathBuf::from("R7.4月.yutori"));
    }
}
