//! Data quality of the sheets and integrity of the book as a [`CheckFinding`].

use super::finding::{CheckFinding, IntegrityFinding, ProblemLine, SheetQuality};
use crate::book::Integrity;
use crate::office::clock_phrase;
use crate::text::Text;
use crate::worktime::{Sheet, TaskList, Wave, assess};

/// Puts what was found about the book beside the quality of each sheet, worst sheets first.
pub fn check(tasks: &TaskList, sheets: &[(Wave, Sheet)], integrity: &Integrity, text: &Text) -> CheckFinding {
    let given: Vec<(Wave, &Sheet)> = sheets.iter().map(|(wave, sheet)| (*wave, sheet)).collect();
    let mut lines: Vec<SheetQuality> = given
        .iter()
        .zip(assess(&given, tasks))
        .map(|((wave, sheet), quality)| SheetQuality {
            wave: wave.id(),
            staff: sheet.staff.to_string(),
            date: sheet.date,
            span: sheet.span().map(|span| text.say(&span.phrase())),
            minutes: sheet.filled().0,
            unfilled: sheet.unfilled().0,
            score: quality.score,
            problems: quality
                .problems
                .iter()
                .map(|problem| ProblemLine {
                    code: problem.code.to_owned(),
                    place: problem.at.map(|at| text.say(&clock_phrase(at))),
                    message: text.say(&problem.message),
                })
                .collect(),
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
