//! 委員会: when the next meeting is due, the meetings, and the chosen one in full.

use ratatui::style::Style;
use ratatui::text::Line;

use crate::phrase::phrase;
use crate::report::finding::{MeetingLine, TopicLine};
use crate::screens::desk::Shown;
use crate::screens::model::Model;
use crate::screens::pen::{Pen, Row};
use crate::screens::text::{cut, width};
use crate::screens::view::Room;
use crate::screens::view::home::date;
use crate::screens::widget::list::window;

/// The view, below the names of the views.
pub fn lines(model: &Model, shown: &Shown, pen: &Pen, room: Room) -> Vec<Line<'static>> {
    let theme = pen.theme();
    let found = &shown.issues.meetings;
    let is_overdue = found.days_left.is_some_and(|days| days < 0);
    let (mark, style) = if is_overdue {
        ("! ", theme.bad())
    } else {
        ("", theme.strong())
    };
    let sentence = format!("{mark}{}", pen.clean(&found.sentence));
    let mut lines = pen.short_paragraph(&sentence, room.width, 4, style);
    if found.meetings.is_empty() {
        lines.push(Line::default());
        lines.extend(pen.paragraph(&pen.get("meetings-how-to-begin"), room.width, theme.text()));
        return lines;
    }
    lines.push(pen.rule(room.width));
    let row = model.issues.meetings.row;
    let free = room.height.saturating_sub(lines.len());
    let items: Vec<Vec<Line<'static>>> = found
        .meetings
        .iter()
        .enumerate()
        .map(|(place, line)| vec![item(line, place == row, pen, room.width)])
        .collect();
    let listed = items.len().min((free / 3).max(3));
    lines.extend(window(items, row, listed));
    lines.push(pen.rule(room.width));
    let free = room.height.saturating_sub(lines.len());
    if let Some(line) = found.meetings.get(row) {
        // As much of each part as there is room for.
        let full = (1..=6).rev().map(|rows| detail(line, rows, pen, room.width));
        let fitting = full.clone().find(|detail| detail.len() <= free);
        lines.extend(fitting.or_else(|| full.last()).unwrap_or_default());
    }
    lines
}

fn short(topic: &TopicLine, pen: &Pen) -> String {
    match topic.id.as_str() {
        "safety" => pen.get("meetings-short-safety"),
        "burden" => pen.get("meetings-short-burden"),
        "devices" => pen.get("meetings-short-devices"),
        _ => pen.get("meetings-short-training"),
    }
}

fn item(line: &MeetingLine, is_chosen: bool, pen: &Pen, cells: usize) -> Line<'static> {
    let theme = pen.theme();
    let people = phrase("meetings-people-cell").with("count", line.people_count);
    let decisions = phrase("meetings-decisions-cell").with("count", line.decisions.len());
    let mark = if line.remarks.is_empty() { "  " } else { "! " };
    let mut row = Row::new()
        .text(mark, theme.bad())
        .cell(&date(line.date, pen), 16, theme.text())
        .right(&pen.say(&people), 9, theme.text())
        .gap(2);
    for topic in &line.topics {
        let name = short(topic, pen);
        let cells = width(&name) + 1;
        let name = if topic.discussed { name } else { "-".to_owned() };
        row = row.cell(&name, cells, theme.text());
    }
    row.gap(1)
        .text(pen.say(&decisions), theme.text())
        .to(cells)
        .chosen(is_chosen, theme.chosen())
}

/// The whole record, with so many lines for each of its parts.
fn detail(line: &MeetingLine, rows: usize, pen: &Pen, cells: usize) -> Vec<Line<'static>> {
    let theme = pen.theme();
    let mut lines = Vec::new();
    let mut say = |text: String, style: Style| {
        lines.extend(pen.short_paragraph(&text, cells, rows, style));
    };
    for remark in &line.remarks {
        say(format!("! {}", pen.clean(&remark.text)), theme.bad());
    }
    say(people(line, pen), theme.text());
    for topic in line.topics.iter().filter(|topic| topic.discussed) {
        let said = topic.said.clone().unwrap_or_else(|| pen.get("meetings-discussed"));
        let said = phrase("meetings-detail-topic")
            .with("topic", topic.name.as_str())
            .with("said", said);
        say(pen.say(&said), theme.text());
    }
    if line.decisions.is_empty() {
        say(pen.get("meetings-detail-no-decisions"), theme.faint());
    } else {
        say(
            pen.say(&phrase("meetings-detail-decisions").with("decisions", decisions(line, pen))),
            theme.strong(),
        );
    }
    if !line.note.is_empty() {
        let note = phrase("meetings-detail-note").with("note", line.note.as_str());
        say(pen.say(&note), theme.faint());
    }
    lines
}

fn people(line: &MeetingLine, pen: &Pen) -> String {
    let people: Vec<String> = line
        .people
        .iter()
        .map(|it| {
            let said = if it.gives_care {
                phrase("meetings-person-care")
            } else {
                phrase("meetings-person")
            };
            pen.say(&said.with("role", it.role.as_str()).with("people", it.people))
        })
        .collect();
    let counted = phrase("meetings-people-counted")
        .with("people", people.join(&pen.get("list-separator")))
        .with("count", line.people_count);
    let said = pen.say(&phrase("meetings-detail-people").with("people", counted));
    format!("{said}  {}", pen.get("meetings-care-legend"))
}

fn decisions(line: &MeetingLine, pen: &Pen) -> String {
    let numbered: Vec<String> = line
        .decisions
        .iter()
        .enumerate()
        .map(|(place, text)| {
            let said = phrase("meetings-numbered")
                .with("number", place + 1)
                .with("text", text.as_str());
            pen.say(&said)
        })
        .collect();
    cut(&numbered.join(" "), 4000)
}
