//! Data quality of the sheets and integrity of the book as a [`CheckFinding`].

use super::Holdings;
use super::finding::{AcceptedLine, CheckFinding, IntegrityFinding, ProblemLine, SheetQuality};
use crate::book::Integrity;
use crate::office::{Role, clock_phrase};
use crate::text::Text;
use crate::worktime::{Acceptance, Acceptances, QualityProblem, Sheet, Standing, Wave, assess};

/// Puts what was found about the book beside the quality of each sheet, worst sheets first.
pub fn check(holdings: &Holdings, integrity: &Integrity, text: &Text) -> CheckFinding {
    let given: Vec<(Wave, &Sheet)> = holdings.sheets.iter().map(|(wave, sheet)| (*wave, sheet)).collect();
    let accepted = Acceptances::of(&holdings.acceptances);
    let mut lines: Vec<SheetQuality> = given
        .iter()
        .zip(assess(&given, &holdings.founding.task_list))
        .map(|((wave, sheet), quality)| {
            let key = sheet.key(*wave);
            SheetQuality {
                wave: wave.id(),
                staff: sheet.staff.to_string(),
                date: sheet.date,
                starts_at: key.starts_at,
                span: sheet.span().map(|span| text.say(&span.phrase())),
                minutes: sheet.filled().0,
                unfilled: sheet.unfilled().0,
                score: accepted.score(&key, &quality),
                problems: quality
                    .problems
                    .iter()
                    .map(|problem| line(problem, accepted.standing(&key, problem), text))
                    .collect(),
            }
        })
        .collect();
    // A stable sort keeps sheets of one score in the order of wave, person and date.
    lines.sort_by_key(|line| line.score);
    CheckFinding {
        schema: "yutori.check/1".to_owned(),
        ok: integrity.file && integrity.journal && integrity.replay,
        integrity: IntegrityFinding {
            file: integrity.file,
            journal: integrity.journal,
            replay: integrity.replay,
            changes: integrity.changes,
            problems: integrity.problems.iter().map(|problem| text.say(problem)).collect(),
        },
        sheets: lines,
    }
}

fn line(problem: &QualityProblem, standing: Standing, text: &Text) -> ProblemLine {
    let said = |acceptance: &Acceptance| AcceptedLine {
        because: acceptance.because.clone(),
        by: acceptance.by.as_ref().map(Role::to_string),
    };
    let (accepted, accepted_before) = match standing {
        Standing::Open => (None, None),
        Standing::Accepted(acceptance) => (Some(said(acceptance)), None),
        Standing::Outdated(acceptance) => (None, Some(said(acceptance))),
    };
    ProblemLine {
        code: problem.code.to_owned(),
        place: problem.at.map(|at| text.say(&clock_phrase(at))),
        minute: problem.at,
        message: text.say(&problem.message),
        penalty: if accepted.is_some() { 0 } else { problem.penalty },
        about: problem.about(),
        accepted,
        accepted_before,
    }
}
