//! The forms of a survey: its plan, one of its people, its papers; and what becomes of names while files are read.

use std::path::PathBuf;

use chrono::NaiveDate;

use super::board;
use super::desk::{Job, SurveyWork};
use super::form::{Choice, Field, Form, FormKind, Question, text, with_ending, workbook_path};
use super::model::{Layer, Model};
use super::update::Effect;
use crate::failure::Failure;
use crate::intake;
use crate::office::{NameError, Role, StaffCode, Unit, fold};
use crate::phrase::{Phrase, phrase};
use crate::report;
use crate::report::blank::BlankOrder;
use crate::worktime::{Participant, Survey, Wave};

impl FormKind {
    /// Whether the answers are worked out here.
    pub fn is_of_survey(&self) -> bool {
        matches!(
            self,
            Self::SurveyPlan(_) | Self::SurveyPerson(_) | Self::Reminders(_) | Self::Blank(..)
        )
    }
}

impl Form {
    /// Asks for the days and people of a survey; those of the plan, else the people of the sheets before.
    pub fn survey_plan(model: &Model, wave: Wave) -> Self {
        let (mut days, mut staff) = (String::new(), Vec::new());
        if let Some(shown) = &model.shown {
            match report::survey_of(&shown.holdings, wave) {
                Some(survey) => {
                    days = days_text(&survey.dates);
                    staff = survey.people.iter().map(|person| person.staff.clone()).collect();
                }
                None => staff = report::likely_people(&shown.holdings, wave),
            }
        }
        let staff: Vec<&str> = staff.iter().map(StaffCode::as_str).collect();
        let fields = vec![
            text(Question::SurveyDays, &days),
            text(Question::SurveyStaff, &staff.join(" ")),
        ];
        Self::of(FormKind::SurveyPlan(wave), fields)
    }

    /// Asks what is known of a person; nobody for somebody new, who is likely to work where the chosen person does.
    pub fn survey_person(model: &Model, wave: Wave, staff: Option<&StaffCode>) -> Self {
        let near = board::chosen(model).and_then(|(line, _)| StaffCode::parse(&line.staff).ok());
        let known = staff.or(near.as_ref()).zip(model.shown.as_ref());
        let known = known.map(|(staff, shown)| report::participant(&shown.holdings, wave, staff));
        let said = |said: Option<String>| said.unwrap_or_default();
        let unit = known.as_ref().and_then(|person| person.unit.as_ref());
        let shift = known.as_ref().and_then(|person| person.scheduled);
        let own = known.as_ref().filter(|_| staff.is_some());
        let role = own.and_then(|person| person.role.as_ref());
        let days = own.and_then(|person| person.dates.as_deref());
        let fields = vec![
            text(Question::PersonCode, staff.map_or("", StaffCode::as_str)),
            text(Question::PersonRole, &said(role.map(ToString::to_string))),
            text(Question::PersonUnit, &said(unit.map(ToString::to_string))),
            text(Question::PersonShift, &said(shift.map(clock_text))),
            text(Question::PersonDays, &said(days.map(days_text))),
        ];
        Self::of(FormKind::SurveyPerson(wave), fields)
    }

    /// Asks where to write the list of sheets that are owed.
    pub fn reminders(model: &Model, wave: Wave) -> Self {
        let path = beside_book(model, wave, "reminders");
        let path = with_ending(path, "xlsx");
        let fields = vec![text(Question::PaperPath, &path.to_string_lossy())];
        Self::of(FormKind::Reminders(wave), fields)
    }

    /// Asks which empty sheets to write, and where.
    pub fn blank(model: &Model, wave: Wave) -> Self {
        let kinds = vec![Choice::BookEach, Choice::OneBook, Choice::CodeList];
        let path = beside_book(model, wave, "blank");
        let near = model
            .shown
            .as_ref()
            .map(|shown| report::days_near(&shown.holdings, wave, shown.today))
            .unwrap_or_default();
        let fields = vec![
            Field::Choice(Question::BlankKind, kinds, 0),
            text(Question::BlankStaff, ""),
            text(Question::BlankDays, ""),
            text(Question::PaperPath, &path.to_string_lossy()),
        ];
        Self::of(FormKind::Blank(wave, near), fields)
    }

    /// The papers that the answers ask for; plans are no work of their own but changes of the book.
    pub(super) fn paper_job(&self) -> Result<Job, (usize, Phrase)> {
        let work = match self.kind {
            FormKind::Reminders(wave) => SurveyWork::Reminders {
                wave,
                path: workbook_path(self.path(0)?),
            },
            FormKind::Blank(wave, near) => match self.chosen(0) {
                Some(Choice::CodeList) => SurveyWork::CodeList(workbook_path(self.path(3)?)),
                kind => SurveyWork::Blank(self.blank_order(wave, near, kind == Some(Choice::OneBook))?),
            },
            _ => return Err((0, phrase("survey-plan-first"))),
        };
        Ok(Job::Survey(work))
    }

    fn blank_order(&self, wave: Wave, near: NaiveDate, one_book: bool) -> Result<BlankOrder, (usize, Phrase)> {
        let staff = intake::staff(self.typed(1)).map_err(|wrong| (1, wrong))?;
        let dates = intake::days(self.typed(2), near).map_err(|wrong| (2, wrong))?;
        let out = self.path(3)?;
        Ok(BlankOrder {
            wave: Some(wave),
            staff: (!staff.is_empty()).then_some(staff),
            dates,
            one_book,
            out: if one_book { workbook_path(out) } else { out },
        })
    }

    /// The work of reading files, after the question about names where it was asked.
    pub(super) fn import_job(
        &self,
        paths: Vec<PathBuf>,
        wave: Option<Wave>,
        year: Option<i32>,
        staff: Option<StaffCode>,
    ) -> Result<Job, (usize, Phrase)> {
        let key_file = match self.chosen(NAMES) {
            None => {
                return Ok(Job::Import {
                    paths,
                    wave,
                    year,
                    staff,
                });
            }
            Some(Choice::CodeNames) => Some(with_ending(self.path(NAMES + 1)?, "csv")),
            Some(_) => None,
        };
        Ok(Job::Survey(SurveyWork::Import {
            paths,
            wave,
            year,
            staff,
            key_file,
        }))
    }

    /// The person that the answers describe.
    fn person(&self, today: NaiveDate) -> Result<Participant, (usize, Phrase)> {
        let staff = StaffCode::parse(self.typed(0)).map_err(|error| match error {
            NameError::Empty => (0, phrase("intake-no-staff")),
            NameError::TooLong => (0, phrase("intake-staff-too-long")),
        })?;
        let role = optional(self.typed(1), Role::parse).map_err(|wrong| (1, wrong))?;
        let unit = optional(self.typed(2), Unit::parse).map_err(|wrong| (2, wrong))?;
        let scheduled = intake::time_span(self.typed(3)).map_err(|wrong| (3, wrong))?;
        let dates = intake::days(self.typed(4), today).map_err(|wrong| (4, wrong))?;
        Ok(Participant {
            staff,
            role,
            unit,
            scheduled,
            dates: (!dates.is_empty()).then_some(dates),
        })
    }
}

/// The place of the question about names in the form of an import.
const NAMES: usize = 4;

fn optional<T>(typed: &str, parse: impl Fn(&str) -> Result<T, NameError>) -> Result<Option<T>, Phrase> {
    match parse(typed) {
        Ok(name) => Ok(Some(name)),
        Err(NameError::Empty) => Ok(None),
        Err(NameError::TooLong) => Err(phrase("intake-name-too-long").with("written", fold(typed))),
    }
}

/// A file beside the book, named after it and the wave.
pub(super) fn beside_book(model: &Model, wave: Wave, what: &str) -> PathBuf {
    let book = model.shown.as_ref().map(|shown| shown.path.clone()).unwrap_or_default();
    let stem = book.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    book.with_file_name(format!("{stem}-{}-{what}", wave.id()))
}

/// `8:30-17:30`, as it can be typed again.
fn clock_text(span: crate::office::Span) -> String {
    let end = if span.end() > 1440 {
        span.end() - 1440
    } else {
        span.end()
    };
    format!("{}-{}", crate::office::clock(span.start()), crate::office::clock(end))
}

/// Days as they can be typed again: stretches of days that follow each other in one.
fn days_text(days: &[NaiveDate]) -> String {
    let stretches = days.chunk_by(|day, next| day.succ_opt() == Some(*next));
    let said = stretches.filter_map(|stretch| {
        let (first, last) = (stretch.first()?, stretch.last()?);
        Some(if first == last {
            first.to_string()
        } else {
            format!("{first}~{last}")
        })
    });
    said.collect::<Vec<_>>().join(", ")
}

/// Works out the answers of a form of a survey.
pub(super) fn accept(model: &mut Model) -> Vec<Effect> {
    let Some(Layer::Form(form)) = model.layers.last() else {
        return Vec::new();
    };
    match form.kind {
        FormKind::SurveyPlan(wave) => match plan(model, form, wave) {
            Ok(survey) => keep(model, wave, survey),
            Err(wrong) => point_at(model, wrong),
        },
        FormKind::SurveyPerson(wave) => match with_person(model, form) {
            Ok(survey) => keep(model, wave, survey),
            Err(wrong) => point_at(model, wrong),
        },
        _ => match form.job() {
            Ok(_) => {
                let mut form = form.clone();
                form.problem = None;
                model.layers.push(Layer::ConfirmExport(form));
                Vec::new()
            }
            Err(wrong) => point_at(model, wrong),
        },
    }
}

/// Writes a plan and leaves the form.
fn keep(model: &mut Model, wave: Wave, survey: Survey) -> Vec<Effect> {
    model.layers.pop();
    model.board.wave = Some(wave);
    let name = report::name_in_plan(&survey).cloned();
    let effects = board::apply(model, wave, Some(survey));
    if let Some(name) = name {
        model.notice = Some(phrase("survey-name").with("staff", name.as_str()));
    }
    effects
}

fn point_at(model: &mut Model, (field, problem): (usize, Phrase)) -> Vec<Effect> {
    if let Some(Layer::Form(form)) = model.layers.last_mut() {
        form.focus = field;
        form.problem = Some(problem);
    }
    Vec::new()
}

fn plan(model: &Model, form: &Form, wave: Wave) -> Result<Survey, (usize, Phrase)> {
    let shown = model.shown.as_ref().ok_or((0, phrase("book-none")))?;
    let near = report::days_near(&shown.holdings, wave, shown.today);
    let days = intake::days(form.typed(0), near).map_err(|wrong| (0, wrong))?;
    if days.is_empty() {
        return Err((0, phrase("survey-no-days-typed")));
    }
    let staff = intake::staff(form.typed(1)).map_err(|wrong| (1, wrong))?;
    if staff.is_empty() {
        return Err((1, phrase("survey-no-people-typed")));
    }
    let known = staff
        .iter()
        .map(|staff| report::participant(&shown.holdings, wave, staff));
    Ok(Survey::of(days, known))
}

fn with_person(model: &Model, form: &Form) -> Result<Survey, (usize, Phrase)> {
    let shown = model.shown.as_ref().ok_or((0, phrase("book-none")))?;
    let near = report::days_near(&shown.holdings, board::wave(model), shown.today);
    let person = form.person(near)?;
    let mut survey = board::planned(model).cloned().unwrap_or_default();
    survey.put(person);
    Ok(survey)
}

/// Asks what becomes of names when an import was stopped because of them; the answers given so far stay.
pub(super) fn asks_about_names(model: &mut Model, failure: &Failure) -> bool {
    if failure.code != "import-names-found" {
        return false;
    }
    let book = model.shown.as_ref().map(|shown| shown.path.clone()).unwrap_or_default();
    let stem = book.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let Some(Layer::Form(form)) = model.layers.last_mut() else {
        return false;
    };
    if form.kind != FormKind::Import || form.fields.len() > NAMES {
        return false;
    }
    let path = book.with_file_name(format!("{stem}-codes.csv"));
    form.fields.push(Field::Choice(
        Question::Names,
        vec![Choice::CodeNames, Choice::TakeNames],
        0,
    ));
    form.fields.push(text(Question::KeyFile, &path.to_string_lossy()));
    form.focus = NAMES;
    form.problem = Some(failure.message.clone());
    true
}
