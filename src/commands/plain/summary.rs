//! The summary as text.

use super::table::Table;
use crate::phrase::{Phrase, phrase};
use crate::report::finding::{CategoryLine, GroupLine, PeriodSummary, Summary, TaskLine, WaveSummary};
use crate::report::{UNKNOWN, optional_text, share_text, thousands};
use crate::text::Text;

/// Every wave: who and when, categories, tasks, hours, day and night, groups.
pub(in crate::commands) fn summary(summary: &Summary, text: &Text) -> String {
    let mut said = String::new();
    let mut line = |phrase: &Phrase| {
        said.push_str(&text.say(phrase));
        said.push('\n');
    };
    let name = if summary.office.name.is_empty() {
        text.get("office-unnamed")
    } else {
        summary.office.name.clone()
    };
    line(
        &phrase("summary-head")
            .with("office", name)
            .with("list", summary.task_list.as_str()),
    );
    for note in &summary.list_notes {
        line(&phrase("import-note").with("note", note.note.as_str()));
    }
    if summary.waves.is_empty() {
        line(&phrase("summary-empty"));
    }
    for wave in &summary.waves {
        said.push('\n');
        said.push_str(&one_wave(wave, &summary.night_hours, text));
    }
    said
}

fn one_wave(wave: &WaveSummary, night_hours: &str, text: &Text) -> String {
    let mut said = String::new();
    let mut say = |phrase: Phrase| {
        said.push_str(&text.say(&phrase));
        said.push('\n');
    };
    let date = |date: Option<chrono::NaiveDate>| date.map_or_else(|| UNKNOWN.to_owned(), |date| date.to_string());
    say(phrase("summary-wave")
        .with("label", wave.label.as_str())
        .with("from", date(wave.from))
        .with("to", date(wave.to))
        .with("staff", wave.staff)
        .with("sheets", wave.sheets)
        .with("days", wave.days)
        .with("minutes", thousands(wave.minutes))
        .with("unfilled", thousands(wave.unfilled)));
    if let Some(sentence) = largest(&wave.categories) {
        say(sentence);
    }
    said.push('\n');
    said.push_str(&categories(&wave.categories, text));
    said.push('\n');
    said.push_str(&tasks(&wave.tasks, text));
    said.push('\n');
    said.push_str(&hours(wave, text));
    for (name, period) in [("period-day", &wave.periods.day), ("period-night", &wave.periods.night)] {
        said.push('\n');
        said.push_str(&one_period(text.get(name), period, night_hours, text));
    }
    said.push('\n');
    said.push_str(&staff(wave, text));
    for (title, groups) in [
        ("summary-roles", &wave.roles),
        ("summary-units", &wave.units),
        ("summary-weekdays", &wave.weekdays),
    ] {
        if !groups.is_empty() {
            said.push('\n');
            said.push_str(&group_table(text.get(title), groups, text));
        }
    }
    said
}

/// The sentence before the table: what takes most of the time.
fn largest(categories: &[CategoryLine]) -> Option<Phrase> {
    let most = categories.iter().max_by_key(|category| category.minutes)?;
    most.share?;
    Some(
        phrase("summary-largest")
            .with("name", most.name.as_str())
            .with("share", share_text(most.share)),
    )
}

fn categories(lines: &[CategoryLine], text: &Text) -> String {
    let row = |line: &CategoryLine| {
        (
            format!("{} {}", line.code, line.name),
            line.minutes,
            line.share,
            line.per_person_day,
        )
    };
    figures("column-category", lines.iter().map(row), text)
}

fn tasks(lines: &[TaskLine], text: &Text) -> String {
    let row = |line: &TaskLine| {
        (
            format!("{:>2} {}", line.code, line.name),
            line.minutes,
            line.share,
            line.per_person_day,
        )
    };
    figures("column-task", lines.iter().map(row), text)
}

/// Rows of name, minutes, share and minutes per person-day.
fn figures(
    names: &'static str,
    rows: impl Iterator<Item = (String, u32, Option<f64>, Option<f64>)>,
    text: &Text,
) -> String {
    let head = [names, "column-minutes", "column-share", "column-per-day"].map(|key| text.get(key));
    let mut table = Table::new(&head);
    for (name, minutes, share, per_person_day) in rows {
        table.row([
            name,
            thousands(minutes),
            share_text(share),
            optional_text(per_person_day),
        ]);
    }
    table.text()
}

fn hours(wave: &WaveSummary, text: &Text) -> String {
    let mut head = vec![text.get("column-hour"), text.get("column-people")];
    head.extend(wave.categories.iter().map(|category| category.code.clone()));
    head.extend([text.get("column-minutes"), text.get("column-unfilled")]);
    let mut table = Table::new(&head);
    for line in wave.hours.iter().filter(|line| line.minutes + line.unfilled > 0) {
        let mut row = vec![line.hour.to_string(), optional_text(line.people)];
        row.extend(
            wave.categories
                .iter()
                .map(|category| thousands(line.by_category.get(&category.code).copied().unwrap_or(0))),
        );
        row.extend([thousands(line.minutes), thousands(line.unfilled)]);
        table.row(row);
    }
    table.text()
}

fn one_period(name: String, period: &PeriodSummary, night_hours: &str, text: &Text) -> String {
    let head = phrase("summary-period")
        .with("name", name)
        .with("night", night_hours)
        .with("people", period.people)
        .with("minutes", thousands(period.minutes))
        .with("unfilled", thousands(period.unfilled));
    let scaled = text.say(&phrase("column-scaled").with("scale", period.scale));
    let mut table = Table::new(&[
        text.get("column-category"),
        text.get("column-minutes"),
        text.get("column-share"),
        scaled,
    ]);
    for line in &period.categories {
        table.row([
            format!("{} {}", line.code, line.name),
            thousands(line.minutes),
            share_text(line.share),
            optional_text(line.scaled),
        ]);
    }
    format!("{}\n{}", text.say(&head), table.text())
}

fn staff(wave: &WaveSummary, text: &Text) -> String {
    let mut head = vec![
        text.get("column-staff"),
        text.get("column-sheets"),
        text.get("column-minutes"),
    ];
    head.extend(wave.categories.iter().map(|category| category.code.clone()));
    head.push(text.get("column-unfilled"));
    let mut table = Table::new(&head);
    for line in &wave.staff_minutes {
        let mut row = vec![line.staff.clone(), line.sheets.to_string(), thousands(line.minutes)];
        row.extend(
            wave.categories
                .iter()
                .map(|category| thousands(line.by_category.get(&category.code).copied().unwrap_or(0))),
        );
        row.push(thousands(line.unfilled));
        table.row(row);
    }
    table.text()
}

fn group_table(title: String, groups: &[GroupLine], text: &Text) -> String {
    let mut table = Table::new(&[
        title,
        text.get("column-persons"),
        text.get("column-sheets"),
        text.get("column-minutes"),
        text.get("column-unfilled"),
    ]);
    for group in groups {
        let number = |number: Option<u32>| number.map_or_else(|| UNKNOWN.to_owned(), thousands);
        let count = |count: Option<usize>| count.map_or_else(|| UNKNOWN.to_owned(), |count| count.to_string());
        table.row([
            group.name.clone(),
            count(group.people),
            count(group.sheets),
            number(group.minutes),
            number(group.unfilled),
        ]);
    }
    let hidden = groups.iter().any(|group| group.hidden);
    let note = if hidden {
        text.get("summary-hidden") + "\n"
    } else {
        String::new()
    };
    table.text() + &note
}
