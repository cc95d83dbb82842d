//! Every entry of the sheets, for the export of single people.

use super::workbook::Entry;
use crate::analysis;
use crate::text::Text;
use crate::worktime::{Sheet, TaskList, Wave};

/// Every filled entry in order of wave, person, date and slot.
pub fn entries(sheets: &[(Wave, Sheet)], tasks: &TaskList, text: &Text) -> Vec<Entry> {
    analysis::entries(sheets, tasks)
        .into_iter()
        .filter_map(|entry| {
            let (task, category) = entry.task?;
            Some(Entry {
                wave: text.say(&entry.wave.label()),
                staff: entry.sheet.staff.to_string(),
                role: entry.sheet.role.as_ref().map(ToString::to_string),
                unit: entry.sheet.unit.as_ref().map(ToString::to_string),
                date: entry.sheet.date,
                start: entry.minute,
                task: task.to_string(),
                task_name: tasks
                    .task(task)
                    .map_or_else(String::new, |task| text.lang().of(&task.name).to_owned()),
                category: category.to_string(),
                minutes: entry.minutes.0,
            })
        })
        .collect()
}
