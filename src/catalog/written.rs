//! A task list written as a data file, in the shape that `indicators/README.md` describes.

use crate::office::Bilingual;
use crate::worktime::TaskList;

/// The data file of a task list; reading it gives the same list.
pub fn task_list_file(list: &TaskList) -> String {
    let mut file = String::new();
    let mut line = |name: &str, value: String| file.extend([name, " = ", value.as_str(), "\n"]);
    line("id", text(&list.id));
    line("version", text(&list.version));
    line("title", names(&list.title));
    line("source", text(&list.source));
    line("slot_minutes", list.slot_minutes.to_string());
    for category in &list.categories {
        file += "\n[[categories]]\n";
        let mut lines = vec![
            ("code", text(category.code.as_str())),
            ("name", names(&category.name)),
            ("kind", word(&category.kind)),
        ];
        lines.extend(category.colour.map(|colour| ("colour", word(&colour))));
        put(&mut file, &lines);
    }
    for task in &list.tasks {
        file += "\n[[tasks]]\n";
        let mut lines = vec![
            ("code", text(task.code.as_str())),
            ("category", text(task.category.as_str())),
            ("name", names(&task.name)),
        ];
        lines.extend(task.note.as_ref().map(|note| ("note", names(note))));
        lines.extend(task.free_note.then(|| ("free_note", "true".to_owned())));
        lines.extend(task.key.map(|key| ("key", text(&key.to_string()))));
        lines.extend(task.colour.map(|colour| ("colour", word(&colour))));
        put(&mut file, &lines);
    }
    file
}

fn put(file: &mut String, lines: &[(&str, String)]) {
    for (name, value) in lines {
        file.push_str(name);
        file.push_str(" = ");
        file.push_str(value);
        file.push('\n');
    }
}

fn text(text: &str) -> String {
    toml::Value::String(text.to_owned()).to_string()
}

fn names(names: &Bilingual) -> String {
    format!("{{ ja = {}, en = {} }}", text(&names.ja), text(&names.en))
}

/// The word of a value that is one of a few.
fn word(value: &impl serde::Serialize) -> String {
    toml::Value::try_from(value).map_or_else(|_| String::new(), |value| value.to_string())
}

#[cfg(test)]
mod tests {
    use super::super::{Catalog, file};
    use super::*;
    use crate::worktime::Hue;

    #[test]
    fn a_list_that_was_written_reads_back_as_it_was() {
        for list in Catalog::built_in().task_lists() {
            assert_eq!(file::task_list("x.toml", &task_list_file(list)).unwrap(), *list);
        }
    }

    #[test]
    fn quotes_and_line_ends_of_a_name_stay_in_it() {
        let mut list = Catalog::built_in().task_lists()[0].clone();
        list.tasks[0].name.ja = "「\"朝\"」\\ の\n会".to_owned();
        list.tasks[0].key = Some('"');
        list.tasks[1].colour = Some(Hue::BluishGreen);
        list.source = "[x]\n# y = 'z'".to_owned();
        assert_eq!(file::task_list("x.toml", &task_list_file(&list)).unwrap(), list);
    }
}
