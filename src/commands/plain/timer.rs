//! Timings and agreements as text.

use super::table::Table;
use crate::phrase::phrase;
use crate::report::finding::{AgreementFinding, Agreements, TimingFinding, Timings};
use crate::report::{UNKNOWN, recorder, wave_name};
use crate::text::Text;
use crate::worktime::clock_seconds;

/// Each timing with its stretches and the minutes made of them.
pub(in crate::commands) fn timings(found: &Timings, text: &Text) -> String {
    if found.timings.is_empty() {
        return text.get("timer-none") + "\n";
    }
    let said: Vec<String> = found.timings.iter().map(|timing| one(timing, text)).collect();
    said.join("\n")
}

fn one(timing: &TimingFinding, text: &Text) -> String {
    let state = match (timing.finished, timing.running) {
        (true, _) => "timer-state-over",
        (false, Some(_)) => "timer-state-runs",
        (false, None) => "timer-state-rests",
    };
    let head = phrase("timer-head")
        .with("date", timing.date.to_string())
        .with("staff", timing.staff.as_str())
        .with("wave", wave_name(&timing.wave))
        .with("by", recorder(timing.observer.as_deref()))
        .with("state", phrase(state))
        .with("total", clock_seconds(timing.seconds))
        .with("minutes", timing.minutes);
    let mut said = text.say(&head) + "\n";
    let columns = [
        "column-number",
        "timer-column-from",
        "timer-column-to",
        "timer-column-length",
    ];
    let mut head: Vec<String> = columns.iter().map(|key| text.get(key)).collect();
    head.extend([text.get("timer-column-task"), text.get("timer-column-mark")]);
    let mut stretches = Table::new(&head);
    for stretch in &timing.stretches {
        let mut marks = Vec::new();
        if stretch.parallel {
            marks.push(text.get("timer-mark-parallel"));
        }
        if stretch.interruption {
            marks.push(text.get("timer-mark-interruption"));
        }
        if !stretch.note.is_empty() {
            marks.push(crate::office::printable(&stretch.note));
        }
        stretches.row([
            stretch.number.to_string(),
            stretch.from.clone(),
            stretch.to.clone().unwrap_or_else(|| UNKNOWN.to_owned()),
            clock_seconds(stretch.seconds),
            stretch.name.clone(),
            marks.join(" "),
        ]);
    }
    said += &stretches.text();
    let columns = ["timer-column-task", "timer-column-length", "column-minutes"];
    let head: Vec<String> = columns.iter().map(|key| text.get(key)).collect();
    let mut tasks = Table::new(&head);
    for task in &timing.tasks {
        let seconds = clock_seconds(task.seconds);
        tasks.row([task.name.clone(), seconds, task.minutes.to_string()]);
    }
    said + "\n" + &tasks.text()
}

/// Each two recordings: the sentence, then the five figures.
pub(in crate::commands) fn agreements(found: &Agreements, text: &Text) -> String {
    let said: Vec<String> = found.pairs.iter().map(|pair| two(pair, text)).collect();
    said.join("\n")
}

fn two(pair: &AgreementFinding, text: &Text) -> String {
    let head = phrase("agreement-head")
        .with("wave", wave_name(&pair.wave))
        .with("first", recorder(pair.first.as_deref()))
        .with("second", recorder(pair.second.as_deref()));
    let mut table = Table::new(&[text.get("agreement-column-figure"), text.get("agreement-column-value")]);
    for (name, value) in crate::report::agreement_lines(pair, text) {
        table.row([name, value]);
    }
    format!("{}\n{}\n\n{}", text.say(&head), pair.sentence, table.text())
}
