//! Forms: questions one below the other, the cursor in the one that has the keys.

use ratatui::text::Line;

use super::{Page, Room};
use crate::phrase::{Phrase, phrase};
use crate::screens::desk::{Job, SurveyWork};
use crate::screens::form::{Choice, Field, Form, FormKind};
use crate::screens::input::Input;
use crate::screens::pen::{Pen, Row};
use crate::screens::text::{graphemes, width};

/// The page of a form; where it is longer than the screen, the question that has the keys and what is wrong stay in sight.
pub fn page(form: &Form, pen: &Pen, room: Room) -> Page {
    let mut below = Vec::new();
    if let Some(problem) = &form.problem {
        below.push(Line::default());
        below.extend(pen.paragraph(&format!("! {}", pen.say(problem)), room.width, pen.theme().bad()));
    }
    let rows = room.height.saturating_sub(below.len());
    // Many questions stand closer, so that the last one is seen on the smallest screen.
    let airy = form.fields.len() * 3 + 5 <= room.height;
    let mut asked = Asked::of(form, pen, room, (airy, true));
    // What the form is for may be missed sooner than a question.
    for (airy, says) in [(false, true), (false, false)] {
        if asked.lines.len() > rows {
            asked = Asked::of(form, pen, room, (airy, says));
        }
    }
    let hidden = asked.end.saturating_sub(rows);
    let mut lines: Vec<Line<'static>> = asked.lines.into_iter().skip(hidden).take(rows).collect();
    lines.extend(below);
    let cursor = asked.cursor.map(|(column, line)| (column, line.saturating_sub(hidden)));
    Page { lines, cursor }
}

/// The questions one below the other.
struct Asked {
    lines: Vec<Line<'static>>,
    cursor: Option<(usize, usize)>,
    /// The line after the question that has the keys, its answer and its hint.
    end: usize,
}

impl Asked {
    fn of(form: &Form, pen: &Pen, room: Room, (airy, says_so): (bool, bool)) -> Self {
        let theme = pen.theme();
        let (title, says) = words(&form.kind);
        let mut lines = vec![Line::styled(pen.say(&title), theme.strong())];
        if says_so {
            lines.extend(pen.paragraph(&pen.say(&says), room.width, theme.text()));
        }
        let mut cursor = None;
        let mut end = 0;
        for (index, field) in form.fields.iter().enumerate() {
            let focused = index == form.focus;
            if airy || (index == 0 && says_so) {
                lines.push(Line::default());
            }
            let question = match field {
                Field::Text(question, _) | Field::Choice(question, ..) => question.question(),
            };
            let style = if focused { theme.strong() } else { theme.text() };
            let mark = if focused { "> " } else { "  " };
            lines.push(Row::new().text(mark, style).text(pen.say(&question), style).line());
            match field {
                Field::Text(_, input) => {
                    let (line, column) = text_line(input, focused, pen, room.width);
                    if focused {
                        cursor = Some((column, lines.len()));
                    }
                    lines.push(line);
                }
                Field::Choice(_, choices, at) => lines.extend(choice_lines(choices, *at, focused, pen, room.width)),
            }
            if let Some(hint) = pen.hint(&question).filter(|_| focused) {
                for line in pen.paragraph(&hint, room.width.saturating_sub(4), theme.faint()) {
                    lines.push(Row::new().gap(4).parts(line.spans).line());
                }
            }
            if focused {
                end = lines.len();
            }
        }
        Self { lines, cursor, end }
    }
}

fn words(kind: &FormKind) -> (Phrase, Phrase) {
    match kind {
        FormKind::Open => (phrase("screens-do-open"), phrase("screens-open-says")),
        FormKind::New => (phrase("screens-do-new"), phrase("screens-new-says")),
        FormKind::Import => (phrase("screens-do-import"), phrase("screens-import-says")),
        FormKind::Export => (phrase("screens-do-export"), phrase("screens-export-says")),
        FormKind::Errand(errand) => errand.words(),
        FormKind::SurveyPlan(_) => (phrase("survey-do-plan"), phrase("survey-plan-says")),
        FormKind::SurveyPerson(_) => (phrase("survey-person-title"), phrase("survey-person-says")),
        FormKind::Reminders(_) => (phrase("survey-do-reminders"), phrase("survey-reminders-says")),
        FormKind::Blank(..) => (phrase("survey-do-blank"), phrase("survey-blank-says")),
        FormKind::Charts => (phrase("screens-do-charts"), phrase("screens-charts-says")),
        FormKind::Timer(ask) => ask.words(),
        FormKind::Issue(form) => form.words(),
        FormKind::Effect(form) => form.words(),
        FormKind::Document(form) => form.words(),
    }
}

/// The typed line, moved so that the cursor is seen, and the column of the cursor.
pub(super) fn text_line(input: &Input, focused: bool, pen: &Pen, cells: usize) -> (Line<'static>, usize) {
    const INDENT: usize = 4;
    let free = cells.saturating_sub(INDENT + 1);
    // Only the spelling that is drawn is changed and cut; the typed text stays as it is.
    let typed = pen.clean(input.text());
    let mut before = width(&pen.clean(&input.before_cursor()));
    let mut letters = graphemes(&typed);
    while before >= free && !letters.is_empty() {
        before = before.saturating_sub(width(letters.remove(0)));
    }
    let mut seen = String::new();
    for letter in letters {
        if width(&seen) + width(letter) > free {
            break;
        }
        seen.push_str(letter);
    }
    let theme = pen.theme();
    let style = if focused {
        theme.text().add_modifier(ratatui::style::Modifier::UNDERLINED)
    } else {
        theme.text()
    };
    let line = Row::new().gap(INDENT).cell(&seen, free, style).line();
    (line, INDENT + before)
}

fn choice_lines(choices: &[Choice], at: usize, focused: bool, pen: &Pen, cells: usize) -> Vec<Line<'static>> {
    let theme = pen.theme();
    let mut lines = Vec::new();
    let mut row = Row::new().gap(4);
    for (index, choice) in choices.iter().enumerate() {
        let name = pen.say(&choice.name());
        let (text, style) = match (index == at, focused) {
            (true, true) => (format!("[{name}]"), theme.chosen()),
            (true, false) => (format!("[{name}]"), theme.strong()),
            (false, _) => (format!(" {name} "), theme.text()),
        };
        if row.width() + width(&text) > cells {
            lines.push(std::mem::replace(&mut row, Row::new().gap(4)).line());
        }
        row = row.text(text, style).gap(1);
    }
    lines.push(row.line());
    lines
}

/// What is written for a survey, and where.
fn paper_lines(work: &SurveyWork, pen: &Pen, room: Room) -> Vec<Line<'static>> {
    let (what, path) = match work {
        SurveyWork::Import { .. } => return Vec::new(),
        SurveyWork::Reminders { path, .. } => (phrase("survey-do-reminders"), path),
        SurveyWork::Blank(order) => (phrase("survey-blank-sheets"), &order.out),
        SurveyWork::CodeList(path) => (phrase("survey-code-list"), path),
        SurveyWork::SurveySheets(order) => (phrase("answer-sheets-title"), &order.out),
    };
    let file = phrase("screens-confirm-file").with("path", path.to_string_lossy().into_owned());
    let mut lines = vec![pen.line(pen.say(&what))];
    lines.extend(pen.paragraph(&pen.say(&file), room.width, pen.theme().text()));
    lines
}

/// Asks before a file is written.
pub fn confirm_lines(form: &Form, pen: &Pen, room: Room) -> Vec<Line<'static>> {
    let theme = pen.theme();
    let mut lines = vec![
        Line::styled(pen.get("screens-confirm-title"), theme.strong()),
        Line::default(),
    ];
    let mut never_replaces = false;
    if let Ok(Job::Survey(work)) = form.job() {
        lines.extend(paper_lines(&work, pen, room));
        never_replaces = matches!(work, SurveyWork::Blank(_) | SurveyWork::SurveySheets(_));
    } else if let Ok(Job::Charts { folder, kind, format }) = form.job() {
        let folder = phrase("screens-confirm-folder").with("folder", folder.to_string_lossy().into_owned());
        lines.extend(pen.paragraph(&pen.say(&folder), room.width, theme.text()));
        let charts = phrase("screens-confirm-charts")
            .with("charts", kind.map_or(Choice::AllCharts, Choice::Chart).name())
            .with("format", Choice::Format(format).name());
        lines.extend(pen.paragraph(&pen.say(&charts), room.width, theme.text()));
    } else if let Ok(Job::Export { path, with_staff }) = form.job() {
        let file = phrase("screens-confirm-file").with("path", path.to_string_lossy().into_owned());
        lines.extend(pen.paragraph(&pen.say(&file), room.width, theme.text()));
        let people = if with_staff {
            Choice::WithStaff
        } else {
            Choice::WithoutStaff
        };
        let people = phrase("screens-confirm-people").with("people", people.name());
        lines.extend(pen.paragraph(&pen.say(&people), room.width, theme.text()));
        if with_staff {
            lines.push(Line::default());
            lines.extend(pen.paragraph(&pen.get("screens-confirm-staff-warning"), room.width, theme.bad()));
        }
    }
    lines.push(Line::default());
    let says = if never_replaces {
        pen.get("survey-never-over")
    } else {
        pen.get("screens-confirm-says")
    };
    lines.extend(pen.paragraph(&says, room.width, theme.strong()));
    lines
}
