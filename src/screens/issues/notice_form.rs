//! The forms about notices: one to write down and change, one for the group, one for the words to find them by.

use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDate};

use super::form::{IssueAsk, IssueForm};
use crate::book::Occasion;
use crate::intake::written::date::written_date;
use crate::issues::{
    Degree, Notice, NoticeError, NoticeId, NoticeStep, TroubleKind, notice_kept, notices_grouped, notices_tagged,
    tag_words,
};
use crate::office::{NameError, Role, Unit, printable};
use crate::phrase::{Phrase, phrase};
use crate::report::notice_changes;
use crate::screens::desk::Job;
use crate::screens::form::{Choice, Field, Form, FormKind, Question, text};

/// What a form about notices is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoticeForm {
    /// Writes down a notice.
    Add {
        /// Its number.
        id: NoticeId,
        /// A date without a year is one near this day.
        today: NaiveDate,
    },
    /// Changes a notice.
    Edit {
        /// As it is now.
        before: Box<Notice>,
        /// A date without a year is one near this day.
        today: NaiveDate,
    },
    /// Puts notices into a group.
    Group(Vec<Notice>),
    /// Gives notices words to find them by.
    Tags(Vec<Notice>),
}

/// What a field of such a form asks, in the order of the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoticeAsk {
    /// どんな課題や気づき
    What,
    /// いつ
    When,
    /// どこで
    Place,
    /// 困りごと分類
    Kind,
    /// How often.
    Often,
    /// How heavy.
    Heavy,
    /// ユニット・フロア
    Unit,
    /// 職種
    Role,
    /// The day it was written down.
    Noted,
    /// One of the groups.
    Group,
    /// The name of a new group.
    GroupName,
    /// Words to find them by.
    Tags,
}

/// The questions about a notice, in the order of the form.
const ABOUT: [NoticeAsk; 9] = [
    NoticeAsk::What,
    NoticeAsk::When,
    NoticeAsk::Place,
    NoticeAsk::Kind,
    NoticeAsk::Often,
    NoticeAsk::Heavy,
    NoticeAsk::Unit,
    NoticeAsk::Role,
    NoticeAsk::Noted,
];

/// What the next notice of a pile of paper has from the one before.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Carried {
    unit: String,
    role: String,
    noted: String,
}

impl NoticeAsk {
    /// The question; its hint says how to answer.
    pub fn question(self) -> Phrase {
        match self {
            Self::What => phrase("notices-ask-what"),
            Self::When => phrase("notices-ask-when"),
            Self::Place => phrase("notices-ask-place"),
            Self::Kind => phrase("notices-ask-kind"),
            Self::Often => phrase("notices-ask-often"),
            Self::Heavy => phrase("notices-ask-heavy"),
            Self::Unit => phrase("notices-ask-unit"),
            Self::Role => phrase("notices-ask-role"),
            Self::Noted => phrase("notices-ask-noted"),
            Self::Group => phrase("notices-ask-group"),
            Self::GroupName => phrase("notices-ask-group-name"),
            Self::Tags => phrase("notices-ask-tags"),
        }
    }

    fn field(self, answer: &str) -> Field {
        text(Question::Issue(IssueAsk::Notice(self)), answer)
    }
}

type Asked<T> = Result<T, (usize, Phrase)>;

impl NoticeForm {
    /// Title and explanation of the form.
    pub fn words(&self) -> (Phrase, Phrase) {
        match self {
            Self::Add { id, .. } => (
                phrase("notices-add-title").with("number", id.to_string()),
                phrase("notices-add-says"),
            ),
            Self::Edit { before, .. } => (
                phrase("notices-edit-title").with("number", before.id.to_string()),
                phrase("notices-edit-says"),
            ),
            Self::Group(notices) => (
                phrase("notices-group-title").with("count", notices.len()),
                phrase("notices-group-says"),
            ),
            Self::Tags(notices) => (
                phrase("notices-tags-title").with("count", notices.len()),
                phrase("notices-tags-says"),
            ),
        }
    }

    /// The form for a new notice, with what it has from the one before.
    pub fn add(id: NoticeId, today: NaiveDate, carried: Option<&Carried>) -> Form {
        let mut notice = Notice::saying(id, "");
        notice.noted = Some(today);
        let mut form = Form::of(
            FormKind::Issue(IssueForm::Notice(Self::Add { id, today })),
            fields(&notice),
        );
        if let Some(carried) = carried {
            form.fields[6] = NoticeAsk::Unit.field(&carried.unit);
            form.fields[7] = NoticeAsk::Role.field(&carried.role);
            form.fields[8] = NoticeAsk::Noted.field(&carried.noted);
        }
        form
    }

    /// The form for a notice as it is now.
    pub fn edit(notice: &Notice, today: NaiveDate) -> Form {
        let before = Box::new(notice.clone());
        Form::of(
            FormKind::Issue(IssueForm::Notice(Self::Edit { before, today })),
            fields(notice),
        )
    }

    /// The form for the group of notices; a group that is there is chosen, a new one is typed.
    pub fn group(notices: Vec<Notice>, groups: &BTreeSet<&str>) -> Form {
        let own = notices.iter().find_map(|notice| notice.group.as_deref());
        let at = own.and_then(|own| groups.iter().position(|group| *group == own));
        let mut fields = Vec::new();
        if !groups.is_empty() {
            let named = |group: &&str| {
                let name = phrase("notices-group-named").with("name", printable(group));
                Choice::Named((*group).to_owned(), name)
            };
            let mut choices: Vec<Choice> = groups.iter().map(named).collect();
            choices.push(Choice::Named(String::new(), phrase("notices-group-none")));
            let question = Question::Issue(IssueAsk::Notice(NoticeAsk::Group));
            fields.push(Field::Choice(question, choices, at.unwrap_or(groups.len())));
        }
        fields.push(NoticeAsk::GroupName.field(""));
        Form::of(FormKind::Issue(IssueForm::Notice(Self::Group(notices))), fields)
    }

    /// The form for the words of notices; those that all of them have stand in it.
    pub fn tags(notices: Vec<Notice>) -> Form {
        let common: Vec<String> = common_tags(&notices).into_iter().collect();
        let fields = vec![NoticeAsk::Tags.field(&common.join(" "))];
        Form::of(FormKind::Issue(IssueForm::Notice(Self::Tags(notices))), fields)
    }

    /// The work that the answers ask for, or what is wrong with them and the field where it is.
    pub fn job(&self, form: &Form) -> Asked<Job> {
        let steps = self.steps(form)?;
        Ok(Job::Apply(Occasion::NoticesKept, notice_changes(steps)))
    }

    /// What becomes of notices by the answers; nothing where they change nothing.
    pub fn steps(&self, form: &Form) -> Asked<Vec<NoticeStep>> {
        let wrong = |error: NoticeError| (0, error.phrase());
        match self {
            Self::Add { id, today } => {
                let notice = answered(Notice::saying(*id, ""), *today, form)?;
                notice_kept(None, notice).map_err(wrong)
            }
            Self::Edit { before, today } => {
                let notice = answered((**before).clone(), *today, form)?;
                notice_kept(Some(before), notice).map_err(wrong)
            }
            Self::Group(notices) => {
                let name = form.fields.len() - 1;
                let typed = form.typed(name).trim();
                let group = match (typed, name) {
                    ("", 0) => Some(""),
                    ("", _) => form.chosen_id(0),
                    (typed, _) => Some(typed),
                };
                notices_grouped(notices, group).map_err(wrong)
            }
            Self::Tags(notices) => {
                let typed = tag_words(form.typed(0));
                notices_tagged(notices, &typed, &common_tags(notices)).map_err(wrong)
            }
        }
    }
}

/// What the next notice takes over from these answers.
pub fn carried(form: &Form) -> Carried {
    Carried {
        unit: form.typed(6).to_owned(),
        role: form.typed(7).to_owned(),
        noted: form.typed(8).to_owned(),
    }
}

/// The questions about a notice with what is known of it.
fn fields(notice: &Notice) -> Vec<Field> {
    let number = |degree: Option<Degree>| degree.map_or_else(String::new, |degree| degree.number().to_string());
    let kind = notice
        .kind
        .and_then(|kind| TroubleKind::ALL.iter().position(|one| *one == kind));
    let known = |asked: NoticeAsk| match asked {
        NoticeAsk::What => notice.what.clone(),
        NoticeAsk::When => notice.when.clone(),
        NoticeAsk::Place => notice.place.clone(),
        NoticeAsk::Kind => kind.map_or_else(String::new, |place| (place + 1).to_string()),
        NoticeAsk::Often => number(notice.often),
        NoticeAsk::Heavy => number(notice.heavy),
        NoticeAsk::Unit => notice.unit.as_ref().map_or_else(String::new, ToString::to_string),
        NoticeAsk::Role => notice.role.as_ref().map_or_else(String::new, ToString::to_string),
        NoticeAsk::Noted => notice.noted.map_or_else(String::new, |day| day.to_string()),
        NoticeAsk::Group | NoticeAsk::GroupName | NoticeAsk::Tags => String::new(),
    };
    ABOUT.map(|asked| asked.field(&known(asked))).into()
}

/// The notice as the answers tell it.
fn answered(notice: Notice, today: NaiveDate, form: &Form) -> Asked<Notice> {
    let degree = |field: usize| match form.typed(field).trim() {
        "" => Ok(None),
        typed => Degree::parse(typed)
            .map(Some)
            .ok_or_else(|| (field, phrase("notices-no-degree"))),
    };
    let kind = match form.typed(3).trim() {
        "" => None,
        typed => Some(TroubleKind::of_text(typed).ok_or_else(|| (3, phrase("notices-no-such-kind")))?),
    };
    Ok(Notice {
        what: form.typed(0).to_owned(),
        place: form.typed(2).to_owned(),
        kind,
        often: degree(4)?,
        heavy: degree(5)?,
        unit: name(Unit::parse(form.typed(6))).map_err(|wrong| (6, wrong))?,
        role: name(Role::parse(form.typed(7))).map_err(|wrong| (7, wrong))?,
        noted: day(form.typed(8), today).map_err(|wrong| (8, wrong))?,
        ..notice.at(form.typed(1))
    })
}

/// A name; nothing typed is nobody's.
pub fn name<T>(read: Result<T, NameError>) -> Result<Option<T>, Phrase> {
    match read {
        Ok(name) => Ok(Some(name)),
        Err(NameError::Empty) => Ok(None),
        Err(NameError::TooLong) => Err(phrase("notices-name-too-long")),
    }
}

/// A day; without a year it is the last one up to today.
fn day(typed: &str, today: NaiveDate) -> Result<Option<NaiveDate>, Phrase> {
    let wrong = || phrase("notices-no-date");
    let Some(read) = written_date(typed).map_err(|()| wrong())? else {
        return if typed.trim().is_empty() {
            Ok(None)
        } else {
            Err(wrong())
        };
    };
    let of = |year: i32| NaiveDate::from_ymd_opt(year, read.month, read.day);
    let found = match read.year {
        Some(year) => of(year),
        None => of(today.year())
            .filter(|day| *day <= today)
            .or_else(|| of(today.year() - 1)),
    };
    found.map(Some).ok_or_else(wrong)
}

/// The words that all of them have.
fn common_tags(notices: &[Notice]) -> BTreeSet<String> {
    let mut all = notices.iter().map(|notice| notice.tags.clone());
    let first = all.next().unwrap_or_default();
    all.fold(first, |common, tags| common.intersection(&tags).cloned().collect())
}
