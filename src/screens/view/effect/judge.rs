//! 判断: what is missing, the judgements, and the chosen one in full beside what the figures say.

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
        lines.extend(detail(line, shown, pen, (room.width, free)));
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

/// Everything about one line in so many cells and rows: what may be said of the figures, or in a narrow window only what they are,
/// and what the team says.
fn detail(line: &JudgementLine, shown: &Shown, pen: &Pen, (cells, free): (usize, usize)) -> Vec<Line<'static>> {
    let theme = pen.theme();
    let results = &shown.effect.results;
    let compared = results.iter().find(|it| it.to == line.wave);
    let sentence = |id: &String| {
        compared?
            .indicators
            .iter()
            .find(|it| it.id == *id)
            .map(|it| it.sentence.clone())
    };
    let short: Vec<String> = line.indicators.iter().filter_map(sentence).collect();
    let ways = [(&line.figures, MOST_LINES), (&short, MOST_LINES), (&short, 1)];
    let figures = |(figures, rows): &(&Vec<String>, usize)| {
        let mut lines = pen.short_paragraph(&judged(line, pen), cells, 2, theme.strong());
        if figures.is_empty() {
            lines.extend(pen.short_paragraph(&pen.get("judge-no-figures"), cells, 2, theme.faint()));
        }
        for figure in *figures {
            let figure = pen.say(&phrase("judge-figure").with("said", pen.clean(figure)));
            lines.extend(pen.short_paragraph(&figure, cells, *rows, theme.text()));
        }
        lines
    };
    let mut lines = Vec::new();
    // What the team says is cut last.
    for rows in (1..=MOST_LINES).rev() {
        let said = words(line, rows, pen, cells);
        for way in &ways {
            lines = [figures(way), said.clone()].concat();
            if lines.len() <= free {
                return lines;
            }
        }
    }
    lines
}

/// What the team says, each text in at most so many lines.
fn words(line: &JudgementLine, rows: usize, pen: &Pen, cells: usize) -> Vec<Line<'static>> {
    let theme = pen.theme();
    let (Some(care), Some(next)) = (&line.care_text, &line.next_text) else {
        return pen.short_paragraph(&pen.get("judge-write-it"), cells, 2, theme.bad());
    };
    let judged = phrase("judge-detail-care")
        .with("care", care.as_str())
        .with("next", next.as_str());
    let mut lines = pen.short_paragraph(&pen.say(&judged), cells, 1, theme.strong());
    let mut say = |text: &Option<String>, said: Phrase| {
        if let Some(text) = text {
            let said = pen.say(&said.with("text", pen.clean(text)));
            lines.extend(pen.short_paragraph(&said, cells, rows, theme.text()));
        }
    };
    say(&line.words, phrase("judge-detail-words"));
    say(&line.residents, phrase("judge-detail-residents"));
    if let (Some(by), Some(on)) = (&line.by, line.on) {
        let written = phrase("judge-detail-by")
            .with("by", pen.clean(by))
            .with("on", date(on, pen));
        lines.extend(pen.short_paragraph(&pen.say(&written), cells, 1, theme.faint()));
    }
    lines
}
