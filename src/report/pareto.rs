//! Tasks in order of their minutes, made from the summary.

use super::classes::class_of;
use super::finding::{Class, Pareto, ParetoLine, ParetoValue, Summary, WaveSize};
use crate::text::Text;
use crate::worktime::{Task, TaskList};

/// Sorts the tasks by their minutes per sheet in the first wave of a summary, and by the list among equals; tasks without
/// minutes in all waves are left out.
pub fn pareto(summary: &Summary, list: &TaskList, classes: &[Class], text: &Text) -> Pareto {
    let mut lines: Vec<ParetoLine> = list
        .tasks
        .iter()
        .map(|task| line(summary, task, classes, text))
        .collect();
    lines.retain(|line| line.values.iter().any(|value| value.minutes > 0));
    lines.sort_by_key(|line| std::cmp::Reverse(line.values.iter().map(|value| value.minutes).collect::<Vec<u32>>()));
    for (index, wave) in summary.waves.iter().enumerate() {
        // Whole minutes are summed, so that the last share is exactly 1.
        let mut sum = 0;
        for line in &mut lines {
            sum += line.values[index].minutes;
            line.values[index].cumulative = (wave.minutes > 0).then(|| f64::from(sum) / f64::from(wave.minutes));
        }
    }
    #[expect(clippy::cast_precision_loss, reason = "a number of sheets")]
    let unfilled = summary
        .waves
        .iter()
        .map(|wave| (wave.sheets > 0).then(|| f64::from(wave.unfilled) / wave.sheets as f64));
    Pareto {
        classes: classes.to_vec(),
        waves: summary.waves.iter().map(WaveSize::of).collect(),
        unfilled: unfilled.collect(),
        lines,
    }
}

fn line(summary: &Summary, task: &Task, classes: &[Class], text: &Text) -> ParetoLine {
    let class = class_of(classes, task);
    let values = summary.waves.iter().map(|wave| {
        let found = wave.tasks.iter().find(|line| line.code == task.code.as_str());
        ParetoValue {
            minutes: found.map_or(0, |line| line.minutes),
            per_person_day: found.and_then(|line| line.per_person_day),
            share: found.and_then(|line| line.share),
            cumulative: None,
        }
    });
    ParetoLine {
        code: task.code.to_string(),
        name: text.lang().of(&task.name).to_owned(),
        class,
        hue: task.colour.unwrap_or(classes[class].hue),
        values: values.collect(),
    }
}
