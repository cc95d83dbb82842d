//! Forms that write one thing into the book: why a finding is right, the meters, a scenario.

use super::desk::Job;
use super::form::{Form, FormKind, Question, text};
use crate::book::{Change, Occasion};
use crate::office::{Role, fold, printable};
use crate::phrase::{Phrase, phrase};
use crate::worktime::{Acceptance, MeterSettings, Scenario};

/// What a form writes into the book.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Errand {
    /// A finding about a sheet is right as it is; the reason is asked for.
    AcceptFinding {
        /// What was said before.
        before: Option<Box<Acceptance>>,
        /// What is said now, but for the reason.
        draft: Box<Acceptance>,
    },
    /// Below which share of slack an hour is tight.
    SetMeters(Option<MeterSettings>),
    /// A scenario gets its name.
    KeepScenario {
        /// The scenario, but for its name.
        draft: Box<Scenario>,
        /// The scenarios of the book; one of the same name is replaced.
        kept: Vec<Scenario>,
    },
}

type Answered = Result<Job, (usize, Phrase)>;

impl Errand {
    /// The form that asks for what is missing.
    pub fn form(self) -> Form {
        let fields = match &self {
            Self::AcceptFinding { before, .. } => {
                let because = before.as_ref().map_or("", |said| said.because.as_str());
                let by = before.as_ref().and_then(|said| said.by.as_ref());
                vec![
                    text(Question::Because, because),
                    text(Question::ByRole, by.map_or("", Role::as_str)),
                ]
            }
            Self::SetMeters(before) => {
                let percent = before.clone().unwrap_or_default().slack_percent;
                vec![text(Question::SlackPercent, &percent.to_string())]
            }
            Self::KeepScenario { draft, .. } => vec![text(Question::ScenarioName, &draft.name)],
        };
        Form::of(FormKind::Errand(self), fields)
    }

    /// Title and explanation of the form.
    pub fn words(&self) -> (Phrase, Phrase) {
        match self {
            Self::AcceptFinding { draft, .. } => (
                phrase("screens-do-accept-finding"),
                phrase("screens-accept-finding-says")
                    .with("staff", printable(draft.sheet.staff.as_str()))
                    .with("date", draft.sheet.date.to_string()),
            ),
            Self::SetMeters(_) => (phrase("screens-do-set-meters"), phrase("screens-set-meters-says")),
            Self::KeepScenario { .. } => (phrase("screens-do-keep-scenario"), phrase("screens-keep-scenario-says")),
        }
    }

    /// The work that the answers ask for, or what is wrong with them and the field where it is.
    pub fn job(&self, form: &Form) -> Answered {
        match self {
            Self::AcceptFinding { before, draft } => accept(before.as_deref(), draft, form),
            Self::SetMeters(before) => set_meters(before.as_ref(), form),
            Self::KeepScenario { draft, kept } => keep(draft, kept, form),
        }
    }
}

fn accept(before: Option<&Acceptance>, draft: &Acceptance, form: &Form) -> Answered {
    let because = form.typed(0).trim();
    if because.is_empty() {
        return Err((0, phrase("accept-because-is-empty")));
    }
    let by = match form.typed(1).trim() {
        "" => None,
        role => Some(Role::parse(role).map_err(|_| (1, phrase("accept-no-role")))?),
    };
    let after = Acceptance {
        because: printable(because),
        by,
        ..draft.clone()
    };
    Ok(Job::Apply(
        occasion(draft),
        vec![Change::QualityAccepted {
            before: before.cloned().map(Box::new),
            after: Some(Box::new(after)),
        }],
    ))
}

/// What a person did who says why a finding is right, or takes it back.
pub fn occasion(said: &Acceptance) -> Occasion {
    Occasion::QualityAccepted {
        staff: said.sheet.staff.clone(),
        date: said.sheet.date,
    }
}

fn set_meters(before: Option<&MeterSettings>, form: &Form) -> Answered {
    let typed = fold(form.typed(0));
    let percent = typed.trim().trim_end_matches('%').trim_end().parse().ok();
    let slack_percent = percent
        .filter(|percent| (1..=100).contains(percent))
        .ok_or_else(|| (0, phrase("screens-no-percent")))?;
    let after = MeterSettings {
        slack_percent,
        ..before.cloned().unwrap_or_default()
    };
    Ok(meters_set(before.cloned(), after))
}

/// Writes the settings of the meters.
pub fn meters_set(before: Option<MeterSettings>, after: MeterSettings) -> Job {
    let change = Change::MetersSet {
        before,
        after: Some(after),
    };
    Job::Apply(Occasion::MetersSet, vec![change])
}

fn keep(draft: &Scenario, kept: &[Scenario], form: &Form) -> Answered {
    let name = Scenario::named(form.typed(0)).ok_or_else(|| (0, phrase("scenario-bad-name")))?;
    let before = kept.iter().find(|scenario| scenario.name == name).cloned();
    // A name that was taken over from the scenario itself may stay; any other name must be free.
    if before.is_some() && draft.name != name {
        return Err((0, phrase("screens-scenario-name-taken")));
    }
    let after = Scenario { name, ..draft.clone() };
    Ok(scenario_kept(before, Some(after)))
}

/// Writes a scenario, or takes it out.
pub fn scenario_kept(before: Option<Scenario>, after: Option<Scenario>) -> Job {
    let name = after.as_ref().or(before.as_ref()).map(|scenario| scenario.name.clone());
    let occasion = Occasion::ScenarioKept {
        name: name.unwrap_or_default(),
    };
    let change = Change::ScenarioKept {
        before: before.map(Box::new),
        after: after.map(Box::new),
    };
    Job::Apply(occasion, vec![change])
}
