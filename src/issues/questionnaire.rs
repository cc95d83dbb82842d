//! The questionnaire of the challenge sheet: viewpoints with statements, as data.

use std::collections::BTreeSet;
use std::fmt;

use serde::{Deserialize, Serialize};

use crate::office::{Bilingual, fold};
use crate::phrase::{Phrase, phrase};

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub String);

        impl $name {
            /// As text.
            pub fn as_str(&self) -> &str {
                &self.0
            }

            /// Reads a code as people type it, full-width or in capitals.
            pub fn parse(written: &str) -> Self {
                Self(fold(written).trim().to_lowercase())
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(&self.0)
            }
        }
    )*};
}

codes! {
    /// Code of a viewpoint, e.g. `1` or `2-1`.
    ViewpointCode;
    /// Code of a statement: that of its viewpoint with a letter, e.g. `2-1c`.
    StatementCode;
}

/// Statements that a viewpoint of the built-in questionnaires has.
pub const STATEMENTS_PER_VIEWPOINT: usize = 4;

/// A statement that may apply or not (設問).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Statement {
    /// Its code, unique in the questionnaire.
    pub code: StatementCode,
    /// What it says.
    pub text: Bilingual,
}

/// A row of the challenge sheet (視点): what is looked at, and how it is before and after an improvement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Viewpoint {
    /// Its code, unique in the questionnaire.
    pub code: ViewpointCode,
    /// Name.
    pub name: Bilingual,
    /// How it is while it troubles people.
    pub before: Bilingual,
    /// How it could be.
    pub after: Bilingual,
    /// In the order in which they are asked.
    pub statements: Vec<Statement>,
}

/// A questionnaire of the challenge sheet (課題把握シート). Read from a data file; a book keeps a whole copy of the one it used.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Questionnaire {
    /// Name in commands.
    pub id: String,
    /// Version.
    pub version: String,
    /// Title.
    pub title: Bilingual,
    /// Where it comes from; 参考 for a proposal that is not official.
    pub source: String,
    /// The four answers from 0 当てはまらない to 3 よく当てはまる.
    pub scale: [Bilingual; 4],
    /// The answer of who cannot say (わからない).
    pub unknown: Bilingual,
    /// In the order in which they are asked.
    pub viewpoints: Vec<Viewpoint>,
}

/// Why a questionnaire cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum QuestionnaireFault {
    /// It asks nothing.
    Empty,
    /// Two viewpoints or two statements have this code.
    CodeTwice(String),
    /// Two statements say the same, so that a column of a table could be either.
    TextTwice(String),
    /// An id, a code or a text is missing.
    Blank,
}

impl QuestionnaireFault {
    /// In words.
    pub fn phrase(&self) -> Phrase {
        match self {
            Self::Empty => phrase("questionnaire-empty"),
            Self::CodeTwice(code) => phrase("questionnaire-code-twice").with("code", code.as_str()),
            Self::TextTwice(text) => phrase("questionnaire-text-twice").with("text", text.as_str()),
            Self::Blank => phrase("questionnaire-blank"),
        }
    }
}

impl Questionnaire {
    /// Checks that codes and texts are there and that each is there once.
    pub fn validate(&self) -> Result<(), QuestionnaireFault> {
        if self.statements().next().is_none() {
            return Err(QuestionnaireFault::Empty);
        }
        let mut codes = BTreeSet::new();
        for viewpoint in &self.viewpoints {
            if !codes.insert(viewpoint.code.as_str()) {
                return Err(QuestionnaireFault::CodeTwice(viewpoint.code.to_string()));
            }
        }
        let (mut codes, mut texts) = (BTreeSet::new(), BTreeSet::new());
        for statement in self.statements() {
            if !codes.insert(statement.code.as_str()) {
                return Err(QuestionnaireFault::CodeTwice(statement.code.to_string()));
            }
            for text in [&statement.text.ja, &statement.text.en] {
                if !text.is_empty() && !texts.insert(text.as_str()) {
                    return Err(QuestionnaireFault::TextTwice(text.clone()));
                }
            }
        }
        let is_blank = |text: &str| text.trim().is_empty();
        let viewpoint_is_blank = |it: &Viewpoint| is_blank(it.code.as_str()) || is_blank(&it.name.ja);
        let statement_is_blank = |it: &Statement| is_blank(it.code.as_str()) || is_blank(&it.text.ja);
        let blank = is_blank(&self.id)
            || self.viewpoints.iter().any(viewpoint_is_blank)
            || self.statements().any(statement_is_blank);
        if blank { Err(QuestionnaireFault::Blank) } else { Ok(()) }
    }

    /// All statements in the order in which they are asked.
    pub fn statements(&self) -> impl Iterator<Item = &Statement> {
        self.viewpoints.iter().flat_map(|viewpoint| &viewpoint.statements)
    }

    /// The statement with this code.
    pub fn statement(&self, code: &StatementCode) -> Option<&Statement> {
        self.statements().find(|statement| statement.code == *code)
    }

    /// The viewpoint with this code.
    pub fn viewpoint(&self, code: &ViewpointCode) -> Option<&Viewpoint> {
        self.viewpoints.iter().find(|viewpoint| viewpoint.code == *code)
    }

    /// The viewpoint that a statement belongs to.
    pub fn viewpoint_of(&self, code: &StatementCode) -> Option<&Viewpoint> {
        let has = |viewpoint: &&Viewpoint| viewpoint.statements.iter().any(|it| it.code == *code);
        self.viewpoints.iter().find(has)
    }
}
