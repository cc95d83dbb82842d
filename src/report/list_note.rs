//! Results over several task lists: what was read anew, and what cannot be compared for it.

use std::collections::{BTreeMap, BTreeSet};

use super::finding::{ListNote, MergedMinutes, MergedTask, TaskName};
use super::holdings::Holdings;
use super::number::thousands;
use crate::office::Minutes;
use crate::phrase::phrase;
use crate::text::Text;
use crate::worktime::{CategoryKind, ListNumber, Sheet, TaskCode, TaskList, Wave};

/// A note for each wave and older list in which something reads differently today, in order of time.
pub fn list_notes(holdings: &Holdings, text: &Text) -> Vec<ListNote> {
    let mut groups: BTreeMap<(Wave, ListNumber), Vec<&Sheet>> = BTreeMap::new();
    for (key, sheet) in &holdings.older {
        groups.entry((key.wave, sheet.list)).or_default().push(sheet);
    }
    groups
        .into_iter()
        .filter_map(|((wave, number), sheets)| note(holdings, (wave, number), &sheets, text))
        .collect()
}

fn note(holdings: &Holdings, (wave, number): (Wave, ListNumber), sheets: &[&Sheet], text: &Text) -> Option<ListNote> {
    let older = holdings.lists.list(number)?;
    let list = &holdings.founding.task_list;
    let merged = merged(holdings, older, number, sheets, text);
    let reached = reached(holdings, number);
    let missing = list.tasks.iter().filter(|task| !reached.contains(&task.code));
    let without_source: Vec<TaskName> = missing
        .map(|task| TaskName {
            code: task.code.to_string(),
            name: text.lang().of(&task.name).to_owned(),
        })
        .collect();
    // A new colour or key changes nothing that anybody reads.
    if older.id == list.id && merged.is_empty() && without_source.is_empty() {
        return None;
    }
    let mut note = ListNote {
        wave: wave.id(),
        recorded_with: older.id.clone(),
        read_as: list.id.clone(),
        sheets: sheets.len(),
        merged,
        without_source,
        note: String::new(),
    };
    note.note = words(&note, wave, text);
    Some(note)
}

/// Tasks of today to which a task of an older list leads.
fn reached(holdings: &Holdings, number: ListNumber) -> BTreeSet<TaskCode> {
    let tasks = holdings.lists.list(number).map_or(&[][..], |list| &list.tasks);
    let today = tasks.iter().filter_map(|task| holdings.lists.today(&task.code, number));
    today.collect()
}

fn merged(
    holdings: &Holdings,
    older: &TaskList,
    number: ListNumber,
    sheets: &[&Sheet],
    text: &Text,
) -> Vec<MergedTask> {
    let mut minutes: BTreeMap<&TaskCode, Minutes> = BTreeMap::new();
    let shares = sheets
        .iter()
        .flat_map(|sheet| &sheet.cells)
        .flat_map(|cell| &cell.shares);
    for share in shares {
        *minutes.entry(&share.0).or_default() += share.1;
    }
    let from = |today: &TaskCode| -> Vec<MergedMinutes> {
        let tasks = older.tasks.iter();
        tasks
            .filter(|task| holdings.lists.today(&task.code, number).as_ref() == Some(today))
            .map(|task| MergedMinutes {
                code: task.code.to_string(),
                name: text.lang().of(&task.name).to_owned(),
                minutes: minutes.get(&task.code).copied().unwrap_or_default().0,
            })
            .collect()
    };
    let tasks = holdings.founding.task_list.tasks.iter().map(|task| MergedTask {
        code: task.code.to_string(),
        name: text.lang().of(&task.name).to_owned(),
        from: from(&task.code),
    });
    tasks
        .filter(|task| task.from.len() > 1 && task.from.iter().any(|from| from.minutes > 0))
        .collect()
}

fn words(note: &ListNote, wave: Wave, text: &Text) -> String {
    let mut said = vec![
        phrase("list-note")
            .with("wave", wave.label())
            .with("sheets", note.sheets)
            .with("older", note.recorded_with.as_str())
            .with("newer", note.read_as.as_str()),
    ];
    for merged in &note.merged {
        let from: Vec<String> = merged
            .from
            .iter()
            .map(|from| {
                let part = phrase("list-note-part")
                    .with("task", from.name.as_str())
                    .with("minutes", thousands(from.minutes));
                text.say(&part)
            })
            .collect();
        said.push(
            phrase("list-note-merged")
                .with("parts", from.join(&text.get("list-note-and")))
                .with("task", merged.name.as_str()),
        );
    }
    if !note.without_source.is_empty() {
        let names: Vec<&str> = note.without_source.iter().map(|task| task.name.as_str()).collect();
        said.push(phrase("list-note-missing").with("tasks", names.join(&text.get("list-note-and"))));
    }
    let said: Vec<String> = said.iter().map(|phrase| text.say(phrase)).collect();
    said.join(&text.get("between-sentences"))
}

/// Older lists in use that had none of these tasks of today: their sheets can say nothing about them.
pub(super) fn silent_lists(holdings: &Holdings, tasks: &[TaskCode]) -> BTreeSet<ListNumber> {
    let lists: BTreeSet<ListNumber> = holdings.older.values().map(|sheet| sheet.list).collect();
    let has_none = |number: &ListNumber| {
        let reached = reached(holdings, *number);
        !tasks.iter().any(|task| reached.contains(task))
    };
    lists.into_iter().filter(has_none).collect()
}

/// Whether a sheet of a wave is of an older list in which nothing was of this kind: no minutes of it says nothing then.
pub(super) fn is_silent_about(holdings: &Holdings, wave: Wave, kind: CategoryKind) -> bool {
    let of_kind = holdings.founding.task_list.tasks_of_kind(kind);
    let older = holdings.older.iter().filter(|(key, _)| key.wave == wave);
    let lists: BTreeSet<ListNumber> = older.map(|(_, sheet)| sheet.list).collect();
    lists.iter().any(|number| {
        let reached = reached(holdings, *number);
        !of_kind.iter().any(|task| reached.contains(task))
    })
}
