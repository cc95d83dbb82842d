//! What became of an import: each file, and every fault with its cell and what to try.

use ratatui::text::Line;

use super::Room;
use crate::phrase::{Phrase, phrase};
use crate::report::finding::{FileFinding, FileProblem, FileStatus, ImportFinding};
use crate::screens::pen::{Pen, Row};
use crate::screens::text::{cut_front, wrap};
use crate::screens::widget::list::window;

/// The page.
pub fn lines(finding: &ImportFinding, chosen: usize, pen: &Pen, room: Room) -> Vec<Line<'static>> {
    let theme = pen.theme();
    let count = |status: FileStatus| finding.files.iter().filter(|file| file.status == status).count();
    let head = if finding.written && finding.sheets == 0 && finding.responses + finding.notices > 0 {
        phrase("surveyin-results-written")
            .with("responses", finding.responses)
            .with("notices", finding.notices)
    } else if finding.written && finding.sheets == 0 && finding.figures > 0 {
        phrase("entering-said-end").with("figures", finding.figures)
    } else if finding.written && finding.sheets == 0 && finding.slips > 0 {
        phrase("linkage-in-said-end").with("slips", finding.slips)
    } else if finding.written && finding.sheets == 0 && finding.documents > 0 {
        phrase("ledgerin-said-end").with("documents", finding.documents)
    } else if finding.written {
        phrase("screens-import-written").with("sheets", finding.sheets)
    } else if count(FileStatus::Refused) > 0 {
        phrase("screens-import-refused")
    } else {
        phrase("screens-import-nothing")
    };
    let counts = phrase("screens-import-counts")
        .with("imported", count(FileStatus::Imported))
        .with("unchanged", count(FileStatus::Unchanged))
        .with("refused", count(FileStatus::Refused))
        .with("held", count(FileStatus::HeldBack));
    let style = if count(FileStatus::Refused) > 0 {
        theme.bad()
    } else {
        theme.strong()
    };
    let mut lines = pen.paragraph(&pen.say(&head), room.width, style);
    lines.extend(pen.paragraph(&pen.say(&counts), room.width, theme.text()));
    if !finding.unmapped.is_empty() {
        let tags = phrase("tags-in-results").with("count", finding.unmapped.len());
        lines.extend(pen.paragraph(&pen.say(&tags), room.width, theme.strong()));
    }
    if !finding.headings.is_empty() {
        let headings = phrase("surveyin-in-results").with("count", finding.headings.len());
        lines.extend(pen.paragraph(&pen.say(&headings), room.width, theme.strong()));
    } else if finding.asks_questionnaire {
        let which = pen.get("surveyin-in-results-questionnaire");
        lines.extend(pen.paragraph(&which, room.width, theme.strong()));
    }
    lines.push(pen.rule(room.width));
    let mut items = Vec::new();
    for file in &finding.files {
        items.push(vec![file_line(file, pen, room.width)]);
        items.extend(file.notes.iter().map(|note| note_lines(note, pen, room.width)));
        items.extend(
            file.problems
                .iter()
                .map(|problem| problem_lines(problem, pen, room.width)),
        );
    }
    for (row, item) in items.iter_mut().enumerate() {
        let mark = if row == chosen { ">" } else { " " };
        for (index, line) in item.iter_mut().enumerate() {
            let style = if row == chosen { theme.chosen() } else { theme.text() };
            let mark = if index == 0 { mark } else { " " };
            line.spans.insert(0, ratatui::text::Span::styled(mark, style));
        }
    }
    let rows = room.height.saturating_sub(lines.len());
    lines.extend(window(items, chosen, rows));
    lines
}

fn status(status: FileStatus) -> (&'static str, Phrase) {
    match status {
        FileStatus::Imported => ("+", phrase("screens-file-imported")),
        FileStatus::Unchanged => ("=", phrase("screens-file-unchanged")),
        FileStatus::Refused => ("x", phrase("screens-file-refused")),
        FileStatus::HeldBack => ("-", phrase("screens-file-held-back")),
    }
}

fn file_line(file: &FileFinding, pen: &Pen, cells: usize) -> Line<'static> {
    let theme = pen.theme();
    let (sign, word) = status(file.status);
    let style = match file.status {
        FileStatus::Imported => theme.good(),
        FileStatus::Refused => theme.bad(),
        FileStatus::Unchanged | FileStatus::HeldBack => theme.text(),
    };
    let counts = match file.status {
        FileStatus::Refused => phrase("screens-file-faults").with("count", file.problems.len()),
        _ if file.responses > 0 => phrase("surveyin-results-file").with("count", file.responses),
        _ if file.slips > 0 => phrase("linkage-in-said-slips").with("slips", file.slips),
        _ if file.figures > 0 => phrase("entering-said-figures").with("figures", file.figures),
        _ if file.documents > 0 => phrase("ledgerin-said-documents").with("documents", file.documents),
        _ if file.notices > 0 => phrase("surveyin-results-file-notices").with("count", file.notices),
        _ => phrase("screens-file-sheets").with("count", file.sheets),
    };
    let counts = pen.say(&counts);
    let row = Row::new().gap(1).cell(&format!("{sign} {}", pen.say(&word)), 18, style);
    let free = cells.saturating_sub(row.width() + 16);
    row.cell(&cut_front(&pen.clean(&file.path), free), free, theme.strong())
        .right(&counts, 14, theme.text())
        .line()
}

fn indented(text: &str, indent: usize, cells: usize, style: ratatui::style::Style) -> Vec<Line<'static>> {
    wrap(text, cells.saturating_sub(indent + 1))
        .into_iter()
        .map(|part| Row::new().gap(indent).text(part, style).line())
        .collect()
}

fn note_lines(note: &str, pen: &Pen, cells: usize) -> Vec<Line<'static>> {
    let said = pen.say(&phrase("screens-file-note").with("note", note));
    indented(&said, 5, cells, pen.theme().faint())
}

fn problem_lines(problem: &FileProblem, pen: &Pen, cells: usize) -> Vec<Line<'static>> {
    let theme = pen.theme();
    let said = match &problem.place {
        Some(place) => format!("{}: {}", pen.clean(place), pen.clean(&problem.message)),
        None => pen.clean(&problem.message),
    };
    let mut lines = indented(&said, 5, cells, theme.text());
    if let Some(hint) = &problem.hint {
        let hint = pen.say(&phrase("screens-file-hint").with("hint", hint.clone()));
        lines.extend(indented(&hint, 7, cells, theme.faint()));
    }
    lines
}
