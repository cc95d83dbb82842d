//! Somebody's answers while they are keyed in, and the page of all answers.

use ratatui::text::Line;

use crate::issues::survey_sheet::{all_answers, answer_number, answer_word};
use crate::issues::{Answer, Statement, StatementCode, Viewpoint, answer_sign};
use crate::office::StaffCode;
use crate::phrase::phrase;
use crate::report::UNKNOWN;
use crate::report::answering::responses;
use crate::screens::issues::Answering;
use crate::screens::model::Model;
use crate::screens::pen::{Pen, Row};
use crate::screens::text::{cut, width};
use crate::screens::view::Room;
use crate::screens::widget::bar::{as_f64, single};
use crate::screens::widget::list::window_of;

/// Columns left of a statement and of its answers.
const INDENT: usize = 4;

/// The page while somebody's answers are keyed in.
pub fn answering_lines(answering: &Answering, pen: &Pen, room: Room) -> Vec<Line<'static>> {
    let mut lines = head(answering, pen, room.width);
    let below = Room {
        height: room.height.saturating_sub(lines.len()),
        ..room
    };
    let theme = pen.theme();
    if answering.leaving.is_some() {
        lines.push(Line::default());
        lines.push(Line::styled(pen.get("answer-leave-title"), theme.strong()));
        lines.extend(pen.paragraph(&pen.get("answer-leave-says"), room.width, theme.text()));
        return lines;
    }
    let at = answering.code().and_then(|code| {
        let asked = &answering.questionnaire;
        Some((asked.viewpoint_of(code)?, asked.statement(code)?))
    });
    lines.extend(match at {
        Some((viewpoint, statement)) => question(answering, viewpoint, statement, pen, below),
        None => overview(answering, pen, below),
    });
    if let Some(problem) = &answering.problem {
        lines.extend(pen.paragraph(&format!("! {}", pen.say(problem)), room.width, theme.bad()));
        if let Some(hint) = pen.hint(problem) {
            lines.extend(pen.paragraph(&hint, room.width, theme.text()));
        }
    }
    lines
}

/// Whose answers of which round they are, and whether they are saved.
fn head(answering: &Answering, pen: &Pen, cells: usize) -> Vec<Line<'static>> {
    let theme = pen.theme();
    let draft = &answering.draft;
    let state = match (answering.is_unsaved(), &answering.in_book) {
        (true, _) => pen.get("answer-is-unsaved"),
        (false, Some(_)) => pen.get("answer-is-saved"),
        (false, None) => pen.get("answer-is-new"),
    };
    let staff = draft.staff.as_ref().map(|staff| pen.clean(staff.as_str()));
    let said = [
        Some(pen.say(&draft.key.round.label())),
        Some(pen.say(&phrase("answer-number").with("number", draft.key.number.to_string()))),
        Some(staff.unwrap_or_else(|| pen.get("answer-no-staff"))),
        draft.position.map(|position| pen.say(&position.phrase())),
        draft.role.as_ref().map(|role| pen.clean(role.as_str())),
        draft.unit.as_ref().map(|unit| pen.clean(unit.as_str())),
    ];
    let said = said.into_iter().flatten().collect::<Vec<_>>().join("  ");
    let style = if answering.is_unsaved() {
        theme.bad()
    } else {
        theme.text()
    };
    let first = Row::new()
        .text(cut(&said, cells.saturating_sub(width(&state) + 2)), theme.strong())
        .to(cells.saturating_sub(width(&state)))
        .text(state, style)
        .line();
    let mut lines = vec![first];
    if let Some(staff) = draft.staff.as_ref().filter(|staff| StaffCode::looks_like_name(staff)) {
        let name = phrase("answer-name").with("staff", staff.as_str());
        lines.push(Line::styled(cut(&format!("! {}", pen.say(&name)), cells), theme.bad()));
    }
    lines.push(pen.rule(cells));
    lines
}

/// One statement with its answers.
fn question(
    answering: &Answering,
    viewpoint: &Viewpoint,
    statement: &Statement,
    pen: &Pen,
    room: Room,
) -> Vec<Line<'static>> {
    let theme = pen.theme();
    let mut lines = vec![progress(answering, pen, room.width), Line::default()];
    let name = phrase("answer-viewpoint")
        .with("code", viewpoint.code.as_str())
        .with("name", pen.name(&viewpoint.name));
    lines.extend(pen.paragraph(&pen.say(&name), room.width, theme.text()));
    lines.push(Line::default());
    let said = pen.clean(pen.name(&statement.text));
    let code = pen.clean(statement.code.as_str());
    let gap = width(&code).max(INDENT) + 2;
    let text = pen.paragraph(&said, room.width.saturating_sub(gap), theme.strong());
    for (row, line) in text.into_iter().enumerate() {
        let start = if row == 0 { code.as_str() } else { "" };
        lines.push(Row::new().cell(start, gap, theme.key()).parts(line.spans).line());
    }
    lines.push(Line::default());
    let given = answering.answer(&statement.code);
    let is_seen = answering.draft.answers.contains_key(&statement.code);
    let answers = all_answers().map(|answer| {
        let word = pen.clean(pen.name(answer_word(&answering.questionnaire, answer)));
        (answer_number(answer).to_string(), word, given == Some(answer))
    });
    let none = ("-".to_owned(), pen.get("answer-none-given"), false);
    let airy = lines.len() + 14 <= room.height;
    for (key, word, is_given) in answers.chain([none]) {
        let (mark, style) = if is_given {
            (">", theme.chosen())
        } else {
            (" ", theme.text())
        };
        let row = Row::new().gap(INDENT).text(format!("{mark} "), theme.strong());
        lines.push(
            row.text(key, theme.key())
                .gap(2)
                .text(format!(" {word} "), style)
                .line(),
        );
        if airy {
            lines.push(Line::default());
        }
    }
    if !airy {
        lines.push(Line::default());
    }
    let says = if is_seen {
        pen.get("answer-given-says")
    } else {
        pen.get("answer-says")
    };
    lines.push(Line::styled(cut(&says, room.width), theme.faint()));
    lines
}

fn progress(answering: &Answering, pen: &Pen, cells: usize) -> Line<'static> {
    const BAR: usize = 30;
    let (at, count) = (answering.at + 1, answering.count());
    let said = phrase("answer-progress")
        .with("at", at.to_string())
        .with("count", count.to_string())
        .with("title", pen.name(&answering.questionnaire.title));
    let said = cut(&pen.say(&said), cells.saturating_sub(BAR + 2));
    let bar = single(pen, 0, as_f64(at), as_f64(count), BAR);
    Row::new().text(said, pen.theme().text()).gap(2).parts(vec![bar]).line()
}

/// All answers of this person, viewpoint by viewpoint, and what is missing.
fn overview(answering: &Answering, pen: &Pen, room: Room) -> Vec<Line<'static>> {
    let theme = pen.theme();
    let answers = &answering.draft.answers;
    let unknown = answers.values().filter(|answer| **answer == Answer::Unknown).count();
    let missing: Vec<&StatementCode> = answering
        .questionnaire
        .statements()
        .map(|statement| &statement.code)
        .filter(|code| !answers.contains_key(code))
        .collect();
    let counts = phrase("answer-counts")
        .with("answered", (answers.len() - unknown).to_string())
        .with("unknown", unknown.to_string())
        .with("missing", missing.len().to_string());
    let mut lines = vec![
        Line::styled(pen.get("answer-overview-title"), theme.strong()),
        pen.line(cut(&pen.say(&counts), room.width)),
    ];
    if !missing.is_empty() {
        let codes: Vec<&str> = missing.iter().map(|code| code.as_str()).collect();
        let said = phrase("answer-missing").with("codes", codes.join(" "));
        lines.extend(pen.short_paragraph(&pen.say(&said), room.width, 2, theme.bad()));
    }
    lines.push(Line::default());
    let says = pen.paragraph(&pen.get("answer-overview-says"), room.width, theme.text());
    let free = room.height.saturating_sub(lines.len() + says.len() + 4);
    let viewpoints = &answering.questionnaire.viewpoints;
    lines.extend(window_of(viewpoints.len(), answering.row, free, |row| {
        viewpoints.get(row).map_or_else(Line::default, |viewpoint| {
            viewpoint_row(answering, viewpoint, row == answering.row, pen, room.width)
        })
    }));
    lines.push(Line::default());
    lines.extend(says);
    lines
}

fn viewpoint_row(
    answering: &Answering,
    viewpoint: &Viewpoint,
    is_chosen: bool,
    pen: &Pen,
    cells: usize,
) -> Line<'static> {
    let theme = pen.theme();
    let style = if is_chosen { theme.chosen() } else { theme.text() };
    let signs = viewpoint.statements.iter().map(|statement| {
        let sign = answer_sign(answering.answer(&statement.code));
        let style = if sign == '-' { theme.bad() } else { theme.strong() };
        (format!(" {sign}"), style)
    });
    let signs: Vec<_> = signs.collect();
    let name = cells.saturating_sub(10 + signs.len() * 2);
    let mark = if is_chosen { "> " } else { "  " };
    let said = pen.clean(pen.name(&viewpoint.name));
    let mut row = Row::new()
        .text(mark, theme.strong())
        .cell(&pen.clean(viewpoint.code.as_str()), 5, style)
        .cell(&cut(&said, name), name, style)
        .gap(1);
    for (sign, style) in signs {
        row = row.text(sign, style);
    }
    row.line()
}

/// The page of all answers.
pub fn response_lines(model: &Model, chosen: usize, pen: &Pen, room: Room) -> Vec<Line<'static>> {
    let theme = pen.theme();
    let Some(shown) = &model.shown else {
        return Vec::new();
    };
    let finding = responses(&shown.holdings, None, pen.words());
    let title = phrase("answer-list-title").with("count", finding.responses.len().to_string());
    let mut lines = vec![Line::styled(pen.say(&title), theme.strong())];
    if finding.responses.is_empty() {
        lines.extend(pen.paragraph(&pen.get("answer-list-empty"), room.width, theme.text()));
        return lines;
    }
    lines.extend(pen.paragraph(&pen.get("answer-list-says"), room.width, theme.text()));
    let columns = |cells: [String; 8], style| {
        let widths = [9, 5, 8, 18, 11, 9, 11, 6];
        let mut row = Row::new();
        for (cell, cells) in cells.iter().zip(widths) {
            row = row.cell(&cut(cell, cells - 1), cells, style);
        }
        row
    };
    let heads = [
        pen.get("answer-head-round"),
        pen.get("answer-column-number"),
        pen.get("answer-column-staff"),
        pen.get("answer-head-position"),
        pen.get("answer-head-role"),
        pen.get("answer-column-unit"),
        pen.get("answer-head-date"),
        pen.get("answer-column-count"),
    ];
    lines.push(columns(heads, theme.faint()).line());
    let said = |said: Option<&String>| said.map_or_else(|| UNKNOWN.to_owned(), |said| pen.clean(said));
    let free = room.height.saturating_sub(lines.len());
    lines.extend(window_of(finding.responses.len(), chosen, free, |row| {
        let Some(line) = finding.responses.get(row) else {
            return Line::default();
        };
        let position = line.position.as_deref().and_then(crate::issues::Position::parse);
        let cells = [
            pen.clean(&line.label),
            line.number.to_string(),
            said(line.staff.as_ref()),
            position.map_or_else(|| UNKNOWN.to_owned(), |it| pen.say(&it.phrase())),
            said(line.role.as_ref()),
            said(line.unit.as_ref()),
            line.date.map_or_else(|| UNKNOWN.to_owned(), |date| date.to_string()),
            format!("{}/{}", line.answered, line.asked),
        ];
        let style = if row == chosen { theme.chosen() } else { theme.text() };
        columns(cells, style).line()
    }));
    lines
}
