//! What is wrong with a data file.

use std::io;

use crate::effect::{IndicatorFault, ScaleFault};
use crate::failure::{Exit, Failure};
use crate::issues::QuestionnaireFault;
use crate::phrase::{Phrase, phrase};
use crate::subsidy::ProgrammeFault;
use crate::worktime::TaskListError;

/// A data file that cannot be used, with the line where the reader knows it.
#[derive(Debug)]
pub struct CatalogError {
    /// The file, as seen from the catalog's folder.
    pub file: String,
    /// Line, counted from 1.
    pub line: Option<usize>,
    /// What is wrong.
    pub why: Why,
}

/// What is wrong with a data file.
#[derive(Debug)]
pub enum Why {
    /// It cannot be read.
    Unreadable(io::Error),
    /// It is no TOML, or a field is missing, unknown or of another kind; in the words of the TOML reader.
    Malformed(String),
    /// The task list contradicts itself.
    List(TaskListError),
    /// The questionnaire contradicts itself.
    Questionnaire(QuestionnaireFault),
    /// The scheme contradicts itself.
    Programme(ProgrammeFault),
    /// The definition of an indicator is wrong.
    Indicator(IndicatorFault),
    /// The scale contradicts itself.
    Scale(ScaleFault),
    /// A scale of other people than the indicator that uses it.
    ScaleInUse {
        /// Id of the scale.
        scale: String,
        /// Id of the indicator.
        indicator: String,
    },
    /// Two entries of one file have the same id.
    Twice(String),
    /// A kind of document names a kind of service that is not there.
    NoSuchService(String),
    /// A kind of document names a fact that is not there.
    NoSuchFact(String),
    /// A mapping names a task list that is not there.
    NoSuchList(String),
    /// A mapping names a task that its list does not have.
    NoSuchTask {
        /// Id of the list.
        list: String,
        /// Code of the task.
        task: String,
    },
}

impl CatalogError {
    /// What is wrong, in words.
    pub fn phrase(&self) -> Phrase {
        match &self.why {
            Why::Unreadable(error) => phrase("catalog-unreadable").with("error", error.to_string()),
            Why::Malformed(message) => phrase("catalog-malformed").with("error", message.as_str()),
            Why::List(error) => error.phrase(),
            Why::Questionnaire(fault) => fault.phrase(),
            Why::Programme(fault) => fault.phrase(),
            Why::Indicator(fault) => fault.phrase(),
            Why::Scale(fault) => fault.phrase(),
            Why::ScaleInUse { scale, indicator } => phrase("catalog-scale-in-use")
                .with("scale", scale.as_str())
                .with("indicator", indicator.as_str()),
            Why::Twice(id) => phrase("catalog-twice").with("id", id.as_str()),
            Why::NoSuchService(code) => phrase("catalog-no-service").with("code", code.as_str()),
            Why::NoSuchFact(id) => phrase("catalog-no-fact").with("id", id.as_str()),
            Why::NoSuchList(id) => phrase("catalog-no-list").with("id", id.as_str()),
            Why::NoSuchTask { list, task } => phrase("catalog-no-task")
                .with("list", list.as_str())
                .with("task", task.as_str()),
        }
    }

    /// File and line.
    pub fn place(&self) -> String {
        match self.line {
            Some(line) => format!("{}:{line}", self.file),
            None => self.file.clone(),
        }
    }
}

impl From<CatalogError> for Failure {
    fn from(error: CatalogError) -> Self {
        Self::new(Exit::Book, error.phrase()).at(error.place())
    }
}
