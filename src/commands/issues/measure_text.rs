//! Measures as plain text.

use crate::commands::plain::Table;
use crate::phrase::{Phrase, phrase};
use crate::report::UNKNOWN;
use crate::report::finding::{MeasureLine, MeasuresFinding};
use crate::text::Text;

/// All measures: the sentence, a line each, what somebody should look after.
pub(super) fn list(finding: &MeasuresFinding, text: &Text) -> String {
    let mut said = format!("{}\n", finding.sentence);
    if finding.measures.is_empty() {
        return said;
    }
    let mut table = Table::new(&[
        text.get("measures-column-number"),
        text.get("measures-column-status"),
        text.get("measures-column-measure"),
        text.get("measures-column-period"),
        text.get("measures-steps"),
        text.get("measures-column-next-check"),
    ]);
    for line in &finding.measures {
        table.row([
            line.number.to_string(),
            line.status_name.clone(),
            line.text.clone(),
            period(line, text),
            format!("{}/{}", line.steps_done, line.steps.len()),
            line.next_check
                .map_or_else(|| UNKNOWN.to_owned(), |day| day.to_string()),
        ]);
    }
    said.push('\n');
    said.push_str(&table.text());
    if !finding.alarms.is_empty() {
        said.push('\n');
    }
    for alarm in &finding.alarms {
        said += &["! ", &alarm.sentence, "\n"].concat();
    }
    said
}

fn period(line: &MeasureLine, text: &Text) -> String {
    let range = phrase("range")
        .with("low", line.start.to_string())
        .with("high", line.end.to_string());
    text.say(&range)
}

/// One measure with all that belongs to it.
pub(super) fn one(line: &MeasureLine, finding: &MeasuresFinding, text: &Text) -> String {
    let mut lines: Vec<String> = Vec::new();
    let say = |phrase: Phrase| text.say(&phrase);
    lines.push(say(phrase("measures-title")
        .with("number", line.number.to_string())
        .with("text", line.text.as_str())
        .with("status", line.status_name.as_str())));
    let owner = line.owner.clone().unwrap_or_else(|| text.get("measures-no-owner"));
    let answers = match &line.challenge {
        Some(challenge) => phrase("measures-answers")
            .with("number", challenge.number.to_string())
            .with("text", challenge.text.as_str())
            .with("viewpoint", line.viewpoint.name.as_str()),
        None => phrase("measures-answers-viewpoint").with("viewpoint", line.viewpoint.name.as_str()),
    };
    lines.push(say(phrase("measures-place")
        .with("owner", owner)
        .with("start", line.start.to_string())
        .with("end", line.end.to_string())
        .with("answers", answers)));
    let alarms = finding.alarms.iter().filter(|alarm| alarm.measure == line.number);
    lines.extend(alarms.map(|alarm| format!("! {}", alarm.what)));
    lines.extend(line.remarks.iter().cloned());
    let sign = |is_done: bool| if is_done { "[x]" } else { "[ ]" };
    if !line.steps.is_empty() {
        lines.push(format!("{}:", text.get("measures-steps")));
    }
    for step in &line.steps {
        let sign = sign(step.done.is_some());
        lines.push(format!("  {} {sign} {} {}", step.number, step.due, step.text));
    }
    if !line.checks.is_empty() {
        lines.push(format!("{}:", text.get("measures-checks")));
    }
    for check in &line.checks {
        lines.push(format!("  {} {}", sign(check.done.is_some()), check.on));
    }
    if !line.indicators.is_empty() {
        lines.push(format!("{}:", text.get("measures-indicators")));
    }
    for indicator in &line.indicators {
        lines.push(format!("  {}", indicator.sentence));
    }
    if line.indicators.iter().any(|it| it.after.is_some()) {
        lines.push(format!("  {}", finding.note));
    }
    if !line.news.is_empty() {
        lines.push(format!("{}:", text.get("measures-news")));
    }
    for news in &line.news {
        lines.push(format!("  {} {}  {}", news.on, news.status_name, news.word));
    }
    lines.join("\n") + "\n"
}
