//! 出力 > 図: which charts are written, how and where.

use std::path::PathBuf;

use super::desk::{Job, Shown};
use super::form::{Choice, Field, Form, FormKind, Question};
use super::input::Input;
use crate::phrase::{Phrase, phrase};
use crate::report::chart::{Format, Kind};

/// The row of the tab 出力 that writes charts.
pub const ROW: usize = 2;
/// Rows of the tab 出力.
pub const ROWS: usize = 3;

/// Asks which charts to write; into a folder beside the book unless a person says otherwise.
pub fn form(shown: &Shown) -> Form {
    let name = shown
        .path
        .file_stem()
        .map_or_else(String::new, |stem| stem.to_string_lossy().into_owned());
    let folder = shown.path.with_file_name(format!("{name}-charts"));
    let kinds = std::iter::once(Choice::AllCharts).chain(Kind::ALL.into_iter().map(Choice::Chart));
    let formats = [Format::Png, Format::Svg].map(Choice::Format);
    Form {
        kind: FormKind::Charts,
        fields: vec![
            Field::Text(Question::ChartFolder, Input::of(&folder.to_string_lossy())),
            Field::Choice(Question::ChartKind, kinds.collect(), 0),
            Field::Choice(Question::ChartFormat, formats.to_vec(), 0),
        ],
        focus: 0,
        problem: None,
    }
}

/// The work that the answers ask for.
pub(super) fn job(folder: PathBuf, kind: Option<&Choice>, format: Option<&Choice>) -> Job {
    Job::Charts {
        folder,
        kind: match kind {
            Some(Choice::Chart(kind)) => Some(*kind),
            _ => None,
        },
        format: match format {
            Some(Choice::Format(format)) => *format,
            _ => Format::Png,
        },
    }
}

/// What became of charts that were written.
#[derive(Debug, Clone, PartialEq)]
pub struct ChartsWritten {
    /// The folder.
    pub folder: PathBuf,
    /// How many files.
    pub count: usize,
    /// Why others were not made, each reason once.
    pub refused: Vec<Phrase>,
}

impl ChartsWritten {
    /// What is said about it.
    pub(super) fn notice(self) -> Phrase {
        let message = match self.refused.into_iter().next() {
            None => phrase("screens-charted"),
            Some(why) => phrase("screens-charted-some").with("why", why),
        };
        let folder = self.folder.to_string_lossy().into_owned();
        message.with("count", self.count).with("folder", folder)
    }
}
