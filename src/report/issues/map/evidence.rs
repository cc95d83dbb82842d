//! The figures behind the boxes of the cause map.

use std::collections::{BTreeMap, BTreeSet};

use crate::issues::{Evidence, Notice, NoticeId, Questionnaire, Statement, StatementCode, TroubleKind};
use crate::office::{SMALLEST_GROUP, printable};
use crate::phrase::{Phrase, phrase};
use crate::report::Holdings;
use crate::report::finding::{CauseEvidence, ChallengeSurveyFinding};
use crate::report::number::{decimal_text, share_text};
use crate::text::Text;
use crate::worktime::{TaskCode, Wave};

/// Minutes of the latest wave.
#[derive(Default)]
struct Minutes {
    wave: Option<Wave>,
    by_task: BTreeMap<TaskCode, u32>,
    sheets: usize,
    people: usize,
}

/// Where the figures come from: what the survey shows, notices and the time sheets of the latest wave.
pub struct EvidenceSource<'a> {
    holdings: &'a Holdings,
    survey: &'a ChallengeSurveyFinding,
    text: &'a Text,
    minutes: Minutes,
}

/// A figure before it gets its words.
enum Figure {
    Missing,
    Hidden,
    Known(f64, usize, Phrase),
}

impl<'a> EvidenceSource<'a> {
    /// Looks up what is needed for all evidence once.
    pub fn new(holdings: &'a Holdings, survey: &'a ChallengeSurveyFinding, text: &'a Text) -> Self {
        Self {
            holdings,
            survey,
            text,
            minutes: minutes(holdings),
        }
    }

    /// A piece of evidence with its figure.
    pub fn shown(&self, evidence: &Evidence) -> CauseEvidence {
        let (said, figure) = match evidence {
            Evidence::Statement(code) => self.statement(code),
            Evidence::Notice(id) => self.notice(*id),
            Evidence::Kind(kind) => self.kind(*kind),
            Evidence::Minutes(task) => self.task(task),
        };
        let (value, n, shown) = match &figure {
            Figure::Missing => (None, None, phrase("causes-unmeasured")),
            Figure::Hidden => (None, None, phrase("causes-hidden").with("people", SMALLEST_GROUP)),
            Figure::Known(value, n, words) => (Some(*value), Some(*n), words.clone()),
        };
        CauseEvidence {
            kind: evidence.kind(),
            code: evidence.code(),
            text: printable(&said),
            value,
            n,
            measured: !matches!(figure, Figure::Missing),
            hidden: matches!(figure, Figure::Hidden),
            shown: self.text.say(&shown),
        }
    }

    fn statement(&self, code: &StatementCode) -> (String, Figure) {
        let asked = self.survey.rounds.iter().rev();
        let found = asked
            .flat_map(|round| round.viewpoints.iter().map(move |viewpoint| (round, viewpoint)))
            .flat_map(|(round, viewpoint)| viewpoint.statements.iter().map(move |it| (round, viewpoint, it)))
            .find(|(.., it)| it.code == code.as_str() && it.n != Some(0));
        if let Some((round, viewpoint, it)) = found {
            let figure = match (it.share, it.n) {
                (Some(share), Some(people)) if !viewpoint.hidden => {
                    let words = phrase("causes-share")
                        .with("share", share_text(Some(share)))
                        .with("wave", round.label.as_str())
                        .with("people", people);
                    Figure::Known(share, people, words)
                }
                _ => Figure::Hidden,
            };
            return (it.text.clone(), figure);
        }
        let statement = statements(self.holdings).into_iter().find(|it| it.code == *code);
        let said = statement.map_or_else(
            || self.text.say(&phrase("causes-gone").with("code", code.to_string())),
            |it| self.text.lang().of(&it.text).to_owned(),
        );
        (said, Figure::Missing)
    }

    /// A notice, or the one that it was merged into.
    fn notice(&self, id: NoticeId) -> (String, Figure) {
        let issues = &self.holdings.issues;
        let mut notice = issues.notice(id);
        let mut passed = BTreeSet::from([id]);
        while let Some(into) = notice.and_then(|it| it.merged_into).filter(|into| passed.insert(*into)) {
            notice = issues.notice(into);
        }
        let Some(notice) = notice else {
            let gone = phrase("causes-gone").with("code", id.to_string());
            return (self.text.say(&gone), Figure::Missing);
        };
        let figure = match (notice.weight(), notice.often, notice.heavy) {
            (Some(weight), Some(often), Some(heavy)) => {
                let words = phrase("causes-weight")
                    .with("often", often.number())
                    .with("heavy", heavy.number())
                    .with("weight", weight);
                Figure::Known(f64::from(weight), 1, words)
            }
            // That somebody noticed it is something, though nobody said how much it weighs.
            _ => Figure::Known(1.0, 1, phrase("causes-noticed")),
        };
        (notice.what.clone(), figure)
    }

    fn kind(&self, kind: TroubleKind) -> (String, Figure) {
        let count = standing(self.holdings).filter(|it| it.kind == Some(kind)).count();
        let figure = if count == 0 {
            Figure::Missing
        } else {
            let words = phrase("causes-notices").with("count", count);
            Figure::Known(part(count, 1), count, words)
        };
        (self.text.say(&kind.phrase()), figure)
    }

    fn task(&self, code: &TaskCode) -> (String, Figure) {
        let Some(task) = self.holdings.founding.task_list.task(code) else {
            let gone = phrase("causes-gone").with("code", code.to_string());
            return (self.text.say(&gone), Figure::Missing);
        };
        let said = self.text.lang().of(&task.name).to_owned();
        let figure = match self.minutes.wave {
            None => Figure::Missing,
            Some(_) if self.minutes.people < SMALLEST_GROUP => Figure::Hidden,
            Some(wave) => {
                let minutes = self.minutes.by_task.get(code).copied().unwrap_or(0);
                let mean = f64::from(minutes) / part(self.minutes.sheets, 1);
                let words = phrase("causes-minutes")
                    .with("minutes", decimal_text(mean, 1))
                    .with("wave", wave.label())
                    .with("sheets", self.minutes.sheets);
                Figure::Known(mean, self.minutes.sheets, words)
            }
        };
        (said, figure)
    }
}

/// The statements of the book's questionnaires; before one was used, those of the first of the catalog.
fn statements(holdings: &Holdings) -> Vec<&Statement> {
    let own = &holdings.issues.questionnaires;
    let questionnaires: Vec<&Questionnaire> = if own.is_empty() {
        holdings.catalog.questionnaires().iter().take(1).collect()
    } else {
        own.iter().collect()
    };
    let mut found: Vec<&Statement> = Vec::new();
    for statement in questionnaires.into_iter().flat_map(Questionnaire::statements) {
        if found.iter().all(|known| known.code != statement.code) {
            found.push(statement);
        }
    }
    found
}

/// Notices that are no duplicate of another.
fn standing(holdings: &Holdings) -> impl Iterator<Item = &Notice> {
    holdings.issues.notices.iter().filter(|it| it.stands())
}

/// Everything that can stand as evidence: statements, notices, kinds of trouble, tasks.
pub fn all_evidence(holdings: &Holdings) -> Vec<Evidence> {
    let statements = statements(holdings).into_iter();
    let notices = standing(holdings);
    let tasks = holdings.founding.task_list.tasks.iter();
    statements
        .map(|it| Evidence::Statement(it.code.clone()))
        .chain(notices.map(|it| Evidence::Notice(it.id)))
        .chain(TroubleKind::ALL.map(Evidence::Kind))
        .chain(tasks.map(|it| Evidence::Minutes(it.code.clone())))
        .collect()
}

/// One count divided by another.
fn part(count: usize, of: usize) -> f64 {
    let whole = |count: usize| f64::from(u32::try_from(count).unwrap_or(u32::MAX));
    whole(count) / whole(of)
}

fn minutes(holdings: &Holdings) -> Minutes {
    let wave = holdings.sheets.iter().map(|(wave, _)| *wave).max();
    let mut minutes = Minutes {
        wave,
        ..Minutes::default()
    };
    let mut people = BTreeSet::new();
    for (_, sheet) in holdings.sheets.iter().filter(|(of, _)| Some(*of) == wave) {
        minutes.sheets += 1;
        people.insert(&sheet.staff);
        for share in sheet.cells.iter().flat_map(|cell| &cell.shares) {
            *minutes.by_task.entry(share.0.clone()).or_default() += share.1.0;
        }
    }
    minutes.people = people.len();
    minutes
}
