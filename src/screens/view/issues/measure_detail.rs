//! The chosen measure: why it stands so, what comes next, what is watched.

use ratatui::style::Style;
use ratatui::text::Line;

use crate::phrase::{Phrase, phrase};
use crate::report::finding::{MeasureLine, MeasuresFinding};
use crate::screens::pen::Pen;

/// The measure in at most so many rows, the first of them a rule.
pub fn lines(
    line: &MeasureLine,
    finding: &MeasuresFinding,
    pen: &Pen,
    cells: usize,
    rows: usize,
) -> Vec<Line<'static>> {
    let theme = pen.theme();
    let mut lines = vec![pen.rule(cells)];
    let mut add = |said: &str, most: usize, style: Style| {
        let free = rows.saturating_sub(lines.len()).min(most);
        if free > 0 {
            lines.extend(pen.short_paragraph(&pen.clean(said), cells, free, style));
        }
    };
    let say = |phrase: &Phrase| pen.say(phrase);
    add(&say(&title(line)), 2, theme.strong());
    for alarm in finding.alarms.iter().filter(|alarm| alarm.measure == line.number) {
        add(&format!("! {}", alarm.what), 1, theme.bad());
    }
    add(&say(&why(line)), 2, theme.text());
    add(&next(line, pen), 2, theme.text());
    for indicator in &line.indicators {
        add(
            &say(&phrase("measures-watched").with("sentence", indicator.sentence.as_str())),
            2,
            theme.text(),
        );
    }
    add(&say(&place(line, pen)), 2, theme.text());
    for remark in &line.remarks {
        add(remark, 1, theme.faint());
    }
    if line.indicators.iter().any(|it| it.after.is_some()) {
        add(&finding.note, 1, theme.faint());
    }
    lines
}

fn title(line: &MeasureLine) -> Phrase {
    phrase("measures-title")
        .with("number", line.number.to_string())
        .with("text", line.text.as_str())
        .with("status", line.status_name.as_str())
}

fn why(line: &MeasureLine) -> Phrase {
    match line.news.last() {
        Some(news) => phrase("measures-why")
            .with("word", news.word.as_str())
            .with("on", news.on.to_string()),
        None => phrase("measures-no-news"),
    }
}

/// The next step and the next check.
fn next(line: &MeasureLine, pen: &Pen) -> String {
    let step = line.next_step.and_then(|number| line.steps.get(number.checked_sub(1)?));
    let step = match step {
        Some(step) => phrase("measures-next-step")
            .with("due", step.due.to_string())
            .with("text", step.text.as_str()),
        None => phrase("measures-no-next-step"),
    };
    let step = step.with("done", line.steps_done).with("steps", line.steps.len());
    let check = match line.next_check {
        Some(day) => phrase("measures-next-check").with("day", day.to_string()),
        None => phrase("measures-no-next-check"),
    };
    format!("{}  {}", pen.say(&step), pen.say(&check))
}

/// Who, when, and what it answers.
fn place(line: &MeasureLine, pen: &Pen) -> Phrase {
    let answers = match &line.challenge {
        Some(challenge) => phrase("measures-answers")
            .with("number", challenge.number.to_string())
            .with("text", challenge.text.as_str())
            .with("viewpoint", line.viewpoint.name.as_str()),
        None => phrase("measures-answers-viewpoint").with("viewpoint", line.viewpoint.name.as_str()),
    };
    let owner = line.owner.clone().unwrap_or_else(|| pen.get("measures-no-owner"));
    phrase("measures-place")
        .with("owner", owner)
        .with("start", line.start.to_string())
        .with("end", line.end.to_string())
        .with("answers", answers)
}
