//! The form of a meeting of the committee.

use chrono::NaiveDate;

use super::dates::read_date;
use super::form::{IssueAsk, IssueForm};
use crate::book::{Change, Occasion};
use crate::issues::{Meeting, Topic, people_line, read_people};
use crate::office::fold;
use crate::phrase::{Phrase, phrase};
use crate::screens::desk::{Job, Shown};
use crate::screens::form::{Field, Form, FormKind, Question, text};

/// What stands for a topic that was talked about, with nothing written down.
const TALKED: &str = "○";
/// Other ways to type it.
const TALKED_TOO: &[&str] = &["o", "〇", "◯", "✓", "レ", "yes"];
/// Between two decisions.
const BETWEEN: [char; 2] = [';', '；'];

/// A meeting is written down or changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MeetingForm {
    /// As the book has it; `None` for a new one.
    before: Option<Box<Meeting>>,
    /// What the answers are put into.
    draft: Box<Meeting>,
    /// Dates without a year are near it.
    today: NaiveDate,
}

/// What a field of the form asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MeetingAsk {
    /// The day.
    Date,
    /// Who took part.
    People,
    /// What was said about a topic.
    Topic(Topic),
    /// What was decided.
    Decisions,
    /// A remark.
    Note,
}

impl MeetingAsk {
    /// The question; its hint says how to answer.
    pub fn question(self) -> Phrase {
        match self {
            Self::Date => phrase("meetings-ask-date"),
            Self::People => phrase("meetings-ask-people"),
            Self::Topic(Topic::Safety) => phrase("meetings-ask-topic-safety"),
            Self::Topic(Topic::Burden) => phrase("meetings-ask-topic-burden"),
            Self::Topic(Topic::Devices) => phrase("meetings-ask-topic-devices"),
            Self::Topic(Topic::Training) => phrase("meetings-ask-topic-training"),
            Self::Decisions => phrase("meetings-ask-decisions"),
            Self::Note => phrase("meetings-ask-note"),
        }
    }
}

/// The fields in their order; the topics stand between people and decisions.
const DATE: usize = 0;
const PEOPLE: usize = 1;
const TOPICS: usize = 2;
const DECISIONS: usize = TOPICS + Topic::ALL.len();
const NOTE: usize = DECISIONS + 1;

impl MeetingForm {
    /// Asks for a meeting; a new one has the people of the last, which are mostly the same.
    pub fn form(shown: &Shown, before: Option<Meeting>) -> Form {
        let issues = &shown.holdings.issues;
        let draft = before.clone().unwrap_or_else(|| Meeting {
            id: issues.next_meeting(),
            date: shown.today,
            people: issues
                .last_meeting(shown.today)
                .map_or_else(Vec::new, |last| last.people.clone()),
            topics: std::collections::BTreeMap::new(),
            decisions: Vec::new(),
            note: String::new(),
        });
        let mut fields = vec![
            field(MeetingAsk::Date, &draft.date.to_string()),
            field(MeetingAsk::People, &people_line(&draft.people)),
        ];
        fields.extend(Topic::ALL.map(|topic| {
            let said = match draft.topics.get(&topic).map(String::as_str) {
                None => "",
                Some("") => TALKED,
                Some(said) => said,
            };
            field(MeetingAsk::Topic(topic), said)
        }));
        fields.push(field(MeetingAsk::Decisions, &draft.decisions.join("；")));
        fields.push(field(MeetingAsk::Note, &draft.note));
        let kind = Self {
            before: before.map(Box::new),
            draft: Box::new(draft),
            today: shown.today,
        };
        Form::of(FormKind::Issue(IssueForm::Meeting(kind)), fields)
    }

    /// Title and explanation of the form.
    pub fn words(&self) -> (Phrase, Phrase) {
        let title = match self.before {
            None => phrase("meetings-form-add"),
            Some(_) => phrase("meetings-form-edit"),
        };
        (title, phrase("meetings-form-says"))
    }

    /// The work that the answers ask for, or what is wrong with them and the field where it is.
    pub fn job(&self, form: &Form) -> Result<Job, (usize, Phrase)> {
        let topics = Topic::ALL.into_iter().enumerate();
        let topics = topics.filter_map(|(place, topic)| Some((topic, said(form.typed(TOPICS + place))?)));
        let after = Meeting {
            date: read_date(form.typed(DATE), self.today).ok_or_else(|| (DATE, phrase("choice-bad-date")))?,
            people: read_people(form.typed(PEOPLE)).map_err(|fault| (PEOPLE, fault.phrase()))?,
            topics: topics.collect(),
            decisions: self.decisions(form.typed(DECISIONS)),
            note: form.typed(NOTE).to_owned(),
            ..(*self.draft).clone()
        };
        let after = after.sound().map_err(|fault| (PEOPLE, fault.phrase()))?;
        if self.before.as_deref() == Some(&after) {
            return Err((form.focus, phrase("meetings-nothing-changed")));
        }
        let occasion = Occasion::MeetingKept(after.date);
        let change = Change::MeetingKept {
            before: self.before.clone(),
            after: Some(Box::new(after)),
        };
        Ok(Job::Apply(occasion, vec![change]))
    }

    /// Decisions one by one; a line that nobody touched stays as it was, also where a decision has the mark in it.
    fn decisions(&self, typed: &str) -> Vec<String> {
        if typed == self.draft.decisions.join("；") {
            return self.draft.decisions.clone();
        }
        typed.split(BETWEEN).map(str::to_owned).collect()
    }
}

fn field(ask: MeetingAsk, answer: &str) -> Field {
    text(Question::Issue(IssueAsk::Meeting(ask)), answer)
}

/// What was said about a topic; `None` where it was not talked about.
fn said(typed: &str) -> Option<String> {
    let typed = typed.trim();
    let folded = fold(typed).to_lowercase();
    if typed == TALKED || TALKED_TOO.contains(&folded.as_str()) {
        return Some(String::new());
    }
    (!folded.is_empty()).then(|| typed.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_circle_says_that_a_topic_was_talked_about() {
        for typed in ["○", "〇", "◯", "Ｏ", "o", " ○ "] {
            assert_eq!(said(typed), Some(String::new()), "{typed}");
        }
        assert_eq!(said(" "), None);
        assert_eq!(said("転倒が2件").as_deref(), Some("転倒が2件"));
    }
}
