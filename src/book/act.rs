//! What a person did (操作): the entries of the journal, each with its changes.

use std::fmt;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::clock::Moment;
use crate::office::{Month, StaffCode, printable};
use crate::phrase::{Phrase, phrase};
use crate::worktime::Wave;

/// Number of an act in its book, counted from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ActId(pub i64);

impl fmt::Display for ActId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

/// What the person did (きっかけ).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Occasion {
    /// Made the book; only the book itself writes it.
    Founded,
    /// Read files into the book.
    Imported {
        /// Their names without folders.
        files: Vec<String>,
    },
    /// Described the office anew.
    OfficeDescribed,
    /// Keyed in, changed or took out a sheet.
    SheetKeyed {
        /// Whose.
        staff: StaffCode,
        /// Of which day.
        date: NaiveDate,
    },
    /// Kept a timetable of how shifts should be, or took it out.
    PlanKept,
    /// Planned the survey of a wave.
    SurveyPlanned(Wave),
    /// Said that a finding about a sheet is right as it is, or no longer says so.
    QualityAccepted {
        /// Whose sheet.
        staff: StaffCode,
        /// Of which day.
        date: NaiveDate,
    },
    /// Set the meters of ムリ・ムダ・ムラ.
    MetersSet,
    /// Kept a scenario, or took it out.
    ScenarioKept {
        /// Its name.
        name: String,
    },
    /// Began, finished, corrected or took out a timing.
    TimingKept {
        /// Whose work.
        staff: StaffCode,
    },
    /// Turned the timer to another task.
    TimerTurned {
        /// Whose work.
        staff: StaffCode,
    },
    /// Told what words of other programs mean.
    TagsMapped,
    /// Took another task list, or edited it.
    TaskListTaken {
        /// Its id.
        list: String,
    },
    /// Answered the challenge sheet, or changed or took out answers.
    ChallengeSurveyAnswered(Wave),
    /// Told what headings of answer tables mean.
    ColumnsMapped,
    /// Wrote down, changed, sorted, merged or took out notices.
    NoticesKept,
    /// Drew the cause map.
    CauseMapDrawn,
    /// Named, placed or took out a challenge.
    ChallengeKept {
        /// What it says.
        text: String,
    },
    /// Chose a challenge to work on.
    ChallengeChosen {
        /// What it says.
        text: String,
        /// Why.
        because: String,
    },
    /// No longer works on a challenge.
    ChallengeLaidAside {
        /// What it says.
        text: String,
        /// Why.
        because: String,
    },
    /// Decided, changed or took out a measure.
    MeasureKept {
        /// What it says.
        text: String,
    },
    /// Told how a measure stands.
    MeasureFollowed {
        /// What it says.
        text: String,
    },
    /// Wrote down, changed or took out a meeting of the committee.
    MeetingKept(NaiveDate),
    /// Made, changed or took out an indicator of the office's own.
    IndicatorKept {
        /// Its name.
        name: String,
    },
    /// Chose the indicators to follow, or what is promised of them.
    IndicatorsChosen {
        /// Their names.
        names: Vec<String>,
    },
    /// Entered figures.
    MeasurementsKept {
        /// Names of the indicators.
        names: Vec<String>,
        /// How many figures.
        figures: usize,
    },
    /// Said which days belong to a survey.
    PeriodKept(Wave),
    /// Said that a series runs anew, and why.
    PhaseKept {
        /// Name of the indicator.
        name: String,
        /// Why.
        because: String,
    },
    /// Judged what a measure has brought.
    Judged(Wave),
    /// Wrote, changed or took out kinds of document.
    DocumentsKept {
        /// Their names.
        names: Vec<String>,
    },
    /// Counted documents.
    DocumentsCounted {
        /// Of which months, in order.
        months: Vec<Month>,
        /// How many kinds.
        kinds: usize,
    },
    /// Planned how much paper there is to be.
    DocumentsPlanned,
    /// Set months to compare and costs of the ledger.
    LedgerSet,
    /// Entered the ways of sending slips.
    LinkageKept,
    /// Took an act back; only the book itself writes it.
    Undone(ActId),
    /// Did an act again that had been taken back; only the book itself writes it.
    Redone(ActId),
}

impl Occasion {
    /// In words, for a list of what was done.
    pub fn phrase(&self) -> Phrase {
        match self {
            Self::Founded => phrase("book-occasion-founded"),
            Self::Imported { files } => match files.as_slice() {
                [] => phrase("book-occasion-imported-nothing"),
                [only] => phrase("book-occasion-imported").with("file", printable(only)),
                [first, others @ ..] => phrase("book-occasion-imported-many")
                    .with("file", printable(first))
                    .with("others", others.len()),
            },
            Self::OfficeDescribed => phrase("book-occasion-office"),
            Self::SheetKeyed { staff, date } => phrase("book-occasion-sheet")
                .with("staff", printable(staff.as_str()))
                .with("date", date.to_string()),
            Self::PlanKept => phrase("book-occasion-plan"),
            Self::SurveyPlanned(wave) => phrase("book-occasion-survey").with("wave", wave.label()),
            Self::QualityAccepted { staff, date } => phrase("book-occasion-accepted")
                .with("staff", printable(staff.as_str()))
                .with("date", date.to_string()),
            Self::MetersSet => phrase("book-occasion-meters"),
            Self::ScenarioKept { name } => phrase("book-occasion-scenario").with("name", printable(name)),
            Self::TimingKept { staff } => phrase("book-occasion-timing").with("staff", printable(staff.as_str())),
            Self::TimerTurned { staff } => phrase("book-occasion-timer").with("staff", printable(staff.as_str())),
            Self::TagsMapped => phrase("book-occasion-tags"),
            Self::TaskListTaken { list } => phrase("book-occasion-task-list").with("list", printable(list)),
            Self::ChallengeSurveyAnswered(wave) => phrase("book-occasion-answered").with("wave", wave.label()),
            Self::ColumnsMapped => phrase("book-occasion-columns"),
            Self::NoticesKept => phrase("book-occasion-notices"),
            Self::CauseMapDrawn => phrase("book-occasion-cause-map"),
            Self::ChallengeKept { text } => phrase("book-occasion-challenge").with("text", printable(text)),
            Self::ChallengeChosen { text, because } => phrase("book-occasion-chosen")
                .with("text", printable(text))
                .with("because", printable(because)),
            Self::ChallengeLaidAside { text, because } => phrase("book-occasion-laid-aside")
                .with("text", printable(text))
                .with("because", printable(because)),
            Self::MeasureKept { text } => phrase("book-occasion-measure").with("text", printable(text)),
            Self::MeasureFollowed { text } => phrase("book-occasion-followed").with("text", printable(text)),
            Self::MeetingKept(date) => phrase("book-occasion-meeting").with("date", date.to_string()),
            Self::IndicatorKept { name } => phrase("book-occasion-indicator").with("name", printable(name)),
            Self::IndicatorsChosen { names } => phrase("book-occasion-indicators-chosen").with("names", listed(names)),
            Self::MeasurementsKept { names, figures } => phrase("book-occasion-measured")
                .with("names", listed(names))
                .with("figures", *figures),
            Self::PeriodKept(wave) => phrase("book-occasion-period").with("wave", wave.label()),
            Self::PhaseKept { name, because } => phrase("book-occasion-phase")
                .with("name", printable(name))
                .with("because", printable(because)),
            Self::Judged(wave) => phrase("book-occasion-judged").with("wave", wave.label()),
            Self::DocumentsKept { names } => phrase("book-occasion-documents").with("names", listed(names)),
            Self::DocumentsCounted { months, kinds } => {
                let months: Vec<String> = months.iter().map(Month::to_string).collect();
                phrase("book-occasion-documents-counted")
                    .with("months", listed(&months))
                    .with("kinds", *kinds)
            }
            Self::DocumentsPlanned => phrase("book-occasion-documents-planned"),
            Self::LedgerSet => phrase("book-occasion-ledger"),
            Self::LinkageKept => phrase("book-occasion-linkage"),
            Self::Undone(act) => phrase("book-occasion-undone").with("act", act.0),
            Self::Redone(act) => phrase("book-occasion-redone").with("act", act.0),
        }
    }

    /// Whether a person may give it as the reason of changes; the others are written by the book itself.
    pub fn is_of_a_person(&self) -> bool {
        !matches!(self, Self::Founded | Self::Undone(_) | Self::Redone(_))
    }
}

/// Names one after the other.
fn listed(names: &[String]) -> String {
    let names: Vec<String> = names.iter().map(|name| printable(name)).collect();
    names.join("・")
}

/// What has become of an act.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ActState {
    /// It holds.
    Done,
    /// It was taken back and can be done again.
    Undone,
    /// It was taken back, and something else was done since.
    Dropped,
}

impl ActState {
    /// In a word.
    pub fn phrase(self) -> Phrase {
        match self {
            Self::Done => phrase("book-act-done"),
            Self::Undone => phrase("book-act-undone"),
            Self::Dropped => phrase("book-act-dropped"),
        }
    }
}

/// One entry of the journal (操作).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Act {
    /// Its number.
    pub id: ActId,
    /// When.
    pub at: Moment,
    /// What the person did.
    pub occasion: Occasion,
    /// How many changes it made.
    pub changes: usize,
    /// What has become of it.
    pub state: ActState,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Lang, Text};

    #[test]
    fn an_occasion_says_the_first_file_and_how_many_others() {
        let occasion = Occasion::Imported {
            files: vec!["a\u{1b}.xlsx".to_owned(), "b.xlsx".to_owned(), "c.xlsx".to_owned()],
        };
        assert_eq!(Text::new(Lang::Ja).say(&occasion.phrase()), "取り込み：a.xlsx ほか2個");
    }
}
