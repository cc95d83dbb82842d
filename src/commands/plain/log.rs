//! Import, check and history as text.

use super::table::Table;
use crate::book::Act;
use crate::phrase::{Phrase, phrase};
use crate::report::finding::{AcceptedLine, CheckFinding, FileFinding, FileStatus, ImportFinding, ProblemLine};
use crate::report::{UNKNOWN, thousands};
use crate::text::Text;

/// What became of each file, with every fault and note, and what was written.
pub(in crate::commands) fn import(finding: &ImportFinding, dry_run: bool, text: &Text) -> String {
    let mut said = String::new();
    for file in &finding.files {
        said.push_str(&one_file(file, text));
    }
    let count = |status| finding.files.iter().filter(|file| file.status == status).count();
    let imported = count(FileStatus::Imported);
    let refused = count(FileStatus::Refused);
    let end = if dry_run {
        phrase("import-dry-run")
            .with("good", imported + count(FileStatus::HeldBack))
            .with("refused", refused)
    } else if refused > 0 && !finding.written {
        phrase("import-nothing-written").with("refused", refused)
    } else {
        phrase("import-end")
            .with("imported", imported)
            .with("unchanged", count(FileStatus::Unchanged))
            .with("refused", refused)
            .with("sheets", finding.sheets)
    };
    said.push_str(&text.say(&end));
    said.push('\n');
    if finding.written && finding.responses + finding.notices > 0 {
        let kept = phrase("surveyin-said-end")
            .with("responses", finding.responses)
            .with("notices", finding.notices);
        said.push_str(&text.say(&kept));
        said.push('\n');
    }
    if finding.written && finding.documents > 0 {
        said.push_str(&text.say(&phrase("ledgerin-said-end").with("documents", finding.documents)));
        said.push('\n');
    }
    if finding.written && finding.figures > 0 {
        said.push_str(&text.say(&phrase("entering-said-end").with("figures", finding.figures)));
        said.push('\n');
    }
    if finding.written && finding.slips > 0 {
        said.push_str(&text.say(&phrase("linkage-in-said-end").with("slips", finding.slips)));
        said.push('\n');
    }
    said
}

fn one_file(file: &FileFinding, text: &Text) -> String {
    let status = text.get(match file.status {
        FileStatus::Imported => "status-imported",
        FileStatus::Unchanged => "status-unchanged",
        FileStatus::Refused => "status-refused",
        FileStatus::HeldBack => "status-held-back",
    });
    let mut said = format!("{status}  {}\n", crate::office::printable(&file.path));
    for problem in &file.problems {
        let place = problem
            .place
            .as_ref()
            .map_or_else(String::new, |place| format!("{place}: "));
        let hint = problem
            .hint
            .as_ref()
            .map_or_else(String::new, |hint| format!(" {hint}"));
        said += "    ";
        said += &place;
        said += &problem.message;
        said += &hint;
        said.push('\n');
    }
    let answers = phrase("surveyin-said-one")
        .with("responses", file.responses)
        .with("rows", file.rows);
    let notices = phrase("surveyin-said-notices").with("notices", file.notices);
    let figures = phrase("entering-said-figures").with("figures", file.figures);
    let slips = phrase("linkage-in-said-slips").with("slips", file.slips);
    let documents = phrase("ledgerin-said-documents").with("documents", file.documents);
    for (count, counted) in [
        (file.responses, answers),
        (file.notices, notices),
        (file.figures, figures),
        (file.slips, slips),
        (file.documents, documents),
    ] {
        if count > 0 {
            said += "    ";
            said += &text.say(&counted);
            said.push('\n');
        }
    }
    for note in &file.notes {
        said.push_str(&text.say(&phrase("import-note").with("note", note.as_str())));
        said.push('\n');
    }
    said
}

/// Integrity in a sentence, then the sheets, worst first.
pub(in crate::commands) fn check(finding: &CheckFinding, text: &Text) -> String {
    let changes = finding.integrity.changes;
    let mut said = text.say(&if finding.ok {
        phrase("check-ok").with("changes", changes)
    } else {
        phrase("check-broken").with("changes", changes)
    });
    said.push('\n');
    for problem in &finding.integrity.problems {
        said += "    ";
        said += problem;
        said.push('\n');
    }
    if finding.sheets.is_empty() {
        return said;
    }
    said.push('\n');
    let mut table = Table::new(&[
        text.get("column-score"),
        text.get("column-wave"),
        text.get("column-staff"),
        text.get("column-date"),
        text.get("column-span"),
        text.get("column-minutes"),
        text.get("column-unfilled"),
        text.get("column-problems"),
    ]);
    for sheet in &finding.sheets {
        let problems: Vec<String> = sheet
            .problems
            .iter()
            .map(|problem| one_problem(problem, text))
            .collect();
        table.row([
            sheet.score.to_string(),
            sheet.wave.clone(),
            sheet.staff.clone(),
            sheet.date.to_string(),
            sheet.span.clone().unwrap_or_else(|| UNKNOWN.to_owned()),
            thousands(sheet.minutes),
            thousands(sheet.unfilled),
            problems.join(" / "),
        ]);
    }
    said + &table.text()
}

/// A finding with its code, and with the reason where somebody accepted it.
fn one_problem(problem: &ProblemLine, text: &Text) -> String {
    let found = format!("[{}] {}", problem.code, problem.message);
    let because = |phrase: Phrase, said: &AcceptedLine| text.say(&phrase.with("because", said.because.as_str()));
    match (&problem.accepted, &problem.accepted_before) {
        (Some(said), _) => format!("{found}{}", because(phrase("check-accepted"), said)),
        (None, Some(said)) => format!("{found}{}", because(phrase("check-accepted-before"), said)),
        (None, None) => found,
    }
}

/// The journal, oldest first.
pub(in crate::commands) fn history(acts: &[Act], text: &Text) -> String {
    let mut table = Table::new(&[
        text.get("column-number"),
        text.get("column-when"),
        text.get("column-changes"),
        text.get("column-state"),
        text.get("column-what"),
    ]);
    for act in acts {
        table.row([
            act.id.to_string(),
            act.at.format("%Y-%m-%d %H:%M").to_string(),
            act.changes.to_string(),
            text.say(&act.state.phrase()),
            text.say(&act.occasion.phrase()),
        ]);
    }
    table.text()
}
