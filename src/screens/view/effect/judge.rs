//! 判断: what is missing, the judgements, and the chosen one in full beside what the figures say.

use ratatui::style::Style;
use ratatui::text::Line;

use crate::phrase::{Phrase, phrase};
use crate::report::finding::JudgementLine;
use crate::screens::desk::Shown;
use crate::screens::model::Model;
use crate::screens::pen::{Pen, Row};
use crate::screens::text::{cut, width};
use crate::screens::view::Room;
use crate::screens::view::home::date;
use crate::screens::widget::list::window;

/// Most lines of a single text of the chosen judgement.
const MOST_LINES: usize = 6;

/// The view.
pub fn lines(model: &Model, shown: &Shown, pen: &Pen, room: Room) -> Vec<Line<'static>> {
    let theme = pen.theme();
    let found = &shown.effect.judgements;
    let (mark, style) = if found.unfinished > 0 {
        ("! ", theme.bad())
    } else {
        ("", theme.strong())
    };
    let sentence = format!("{mark}{}", pen.clean(&found.sentence));
    let mut lines = pen.short_paragraph(&sentence, room.width, 3, style);
    if found.judgements.is_empty() {
        lines.push(Line::default());
        lines.extend(pen.paragraph(&pen.get("judge-how-to-begin"), room.width, theme.text()));
        return lines;
    }
    lines.push(pen.rule(room.width));
    let row = model.effect.judge.row;
    let free = room.height.saturating_sub(lines.len());
    let columns = Columns::of(&found.judgements, pen);
    let items: Vec<Vec<Line<'static>>> = found
        .judgements
        .iter()
        .enumerate()
        .map(|(place, line)| vec![columns.item(line, place == row, pen, room.width)])
        .collect();
    let listed = items.len().min((free / 3).max(3));
    lines.extend(window(items, row, listed));
    lines.push(pen.rule(room.width));
    let free = room.height.saturating_sub(lines.len());
    if let Some(line) = found.judgements.get(row) {
        // As much of each text as there is room for.
        let full = (1..=MOST_LINES).rev().map(|rows| detail(line, rows, pen, room.width));
        let fitting = full.clone().find(|detail| detail.len() <= free);
        lines.extend(fitting.or_else(|| full.last()).unwrap_or_default());
    }
    lines
}

/// How wide the columns of the list are.
struct Columns {
    survey: usize,
    standing: usize,
}

impl Columns {
    fn of(judgements: &[JudgementLine], pen: &Pen) -> Self {
        let widest = |cells: &dyn Fn(&JudgementLine) -> usize| judgements.iter().map(cells).max().unwrap_or(0);
        Self {
            survey: widest(&|line| width(&line.label)),
            standing: widest(&|line| width(&standing(line, pen))),
        }
    }

    fn item(&self, line: &JudgementLine, is_chosen: bool, pen: &Pen, cells: usize) -> Line<'static> {
        let theme = pen.theme();
        let (mark, style) = if line.done {
            ("  ", theme.text())
        } else {
            ("! ", theme.bad())
        };
        let row = Row::new()
            .text(mark, style)
            .cell(&pen.clean(&line.label), self.survey + 2, theme.text())
            .cell(&standing(line, pen), self.standing + 2, style);
        let rest = cells.saturating_sub(row.width());
        row.text(cut(&judged(line, pen), rest), theme.text())
            .to(cells)
            .chosen(is_chosen, theme.chosen())
    }
}

/// How it stands: not written, or what was judged and what becomes of it.
fn standing(line: &JudgementLine, pen: &Pen) -> String {
    match (&line.care_text, &line.next_text) {
        (Some(care), Some(next)) => {
            let said = phrase("judge-standing")
                .with("care", care.as_str())
                .with("next", next.as_str());
            pen.say(&said)
        }
        _ => pen.get("judge-unwritten"),
    }
}

/// What is judged.
fn judged(line: &JudgementLine, pen: &Pen) -> String {
    let text = pen.clean(&line.measure_text);
    match line.measure {
        Some(number) => pen.say(&phrase("judge-of-measure").with("number", number).with("text", text)),
        None => text,
    }
}

/// Everything about one line, each text in at most so many lines.
fn detail(line: &JudgementLine, rows: usize, pen: &Pen, cells: usize) -> Vec<Line<'static>> {
    let theme = pen.theme();
    let mut lines = Vec::new();
    let mut say = |text: String, style: Style| {
        lines.extend(pen.short_paragraph(&text, cells, rows, style));
    };
    say(judged(line, pen), theme.strong());
    if line.figures.is_empty() {
        say(pen.get("judge-no-figures"), theme.faint());
    }
    for figure in &line.figures {
        say(
            pen.say(&phrase("judge-figure").with("said", pen.clean(figure))),
            theme.text(),
        );
    }
    let mut part = |text: &Option<String>, named: fn(String) -> Phrase| {
        if let Some(text) = text {
            say(pen.say(&named(pen.clean(text))), theme.text());
        }
    };
    part(&line.care_text, |text| phrase("judge-detail-care").with("text", text));
    part(&line.words, |text| phrase("judge-detail-words").with("text", text));
    part(&line.residents, |text| {
        phrase("judge-detail-residents").with("text", text)
    });
    part(&line.next_text, |text| phrase("judge-detail-next").with("text", text));
    if let (Some(by), Some(on)) = (&line.by, line.on) {
        let written = phrase("judge-detail-by")
            .with("by", pen.clean(by))
            .with("on", date(on, pen));
        say(pen.say(&written), theme.faint());
    } else {
        say(pen.get("judge-write-it"), theme.bad());
    }
    lines
}
