//! What a person says about files of other programs: whose they are, where the clock stands, what their words mean.

use std::collections::BTreeMap;
use std::path::Path;

use chrono::FixedOffset;
use csv::{ReaderBuilder, StringRecord};

use super::decode::decode;
use super::order::Fault;
use super::recognise;
use super::written::quoted;
use crate::book::Change;
use crate::issues::{ColumnMap, SurveyColumn, mapped};
use crate::office::{StaffCode, of_cell};
use crate::phrase::phrase;
use crate::worktime::{TaskCode, TaskList, tag_key};

/// Words of other programs in the spelling of [`tag_key`], and the tasks that they mean.
pub type TagMap = BTreeMap<String, TaskCode>;

/// What a person says about files of other programs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Foreign {
    /// Whose work it is where the file names nobody.
    pub staff: Option<StaffCode>,
    /// By how much the clock of the office differs from UTC.
    pub offset: FixedOffset,
    /// What words mean, beside what the book remembers.
    pub tags: TagMap,
    /// What headings of answer tables mean, beside what the book remembers.
    pub columns: ColumnMap,
    /// Id of the questionnaire that answer tables are of, where they do not tell it.
    pub questionnaire: Option<String>,
}

impl Default for Foreign {
    /// Nothing is said; the clock is that of Japan.
    fn default() -> Self {
        Self {
            staff: None,
            offset: FixedOffset::east_opt(9 * 3600).expect("nine hours are an offset"),
            tags: TagMap::new(),
            columns: ColumnMap::new(),
            questionnaire: None,
        }
    }
}

impl Foreign {
    /// What the book has to remember of these words.
    pub fn remembered(&self, known: &TagMap) -> Vec<Change> {
        let new = self.tags.iter().filter(|(tag, task)| known.get(*tag) != Some(*task));
        new.map(|(tag, task)| Change::TagMapped {
            tag: tag.clone(),
            before: known.get(tag).cloned(),
            after: Some(task.clone()),
        })
        .collect()
    }

    /// What the book has to remember of these headings; a heading that it has keeps its spelling.
    pub fn columns_remembered(&self, known: &ColumnMap) -> Vec<Change> {
        let told = self.columns.iter().map(|(heading, column)| {
            let spelt = mapped(known, heading).map_or(heading, |(known, _)| known);
            column_change(known, spelt, Some(column.clone()))
        });
        told.filter(|change| !matches!(change, Change::ColumnMapped { before, after, .. } if before == after))
            .collect()
    }
}

/// Says what a heading means from now on.
fn column_change(known: &ColumnMap, heading: &str, after: Option<SurveyColumn>) -> Change {
    Change::ColumnMapped {
        heading: heading.to_owned(),
        before: known.get(heading).cloned(),
        after,
    }
}

/// Reads a table `tag,task`, one word and the code or name of its task on each line; a heading may stand above.
pub fn read_tag_map(path: &Path, tasks: &TaskList) -> Result<TagMap, Vec<Fault>> {
    let bytes = recognise::bytes_of(path).map_err(|message| vec![Fault::file(message)])?;
    let decoded = decode(&bytes).map_err(|message| vec![Fault::file(message)])?;
    let mut faults = decoded.faults;
    let mut map = TagMap::new();
    let delimiter = if decoded.text.contains('\t') { b'\t' } else { b',' };
    let mut lines = ReaderBuilder::new()
        .delimiter(delimiter)
        .has_headers(false)
        .flexible(true)
        .from_reader(decoded.text.as_bytes());
    let mut record = StringRecord::new();
    let mut is_first = true;
    while lines.read_record(&mut record).is_ok_and(|more| more) {
        let line = record.position().map_or(0, csv::Position::line);
        let is_heading = std::mem::take(&mut is_first) && is_heading(&record);
        if is_heading || record.iter().all(|field| field.trim().is_empty()) || decoded.faulty_lines.contains(&line) {
            continue;
        }
        let mut fields = record.iter().map(of_cell);
        let (tag, task) = (tag_key(fields.next().unwrap_or("")), fields.next().unwrap_or(""));
        let found = tasks.find(task);
        match found {
            _ if tag.is_empty() => faults.push(Fault::line(line, phrase("intake-tag-empty"))),
            None => faults.push(Fault::line(
                line,
                phrase("intake-tag-unknown-task")
                    .with("tag", quoted(&tag))
                    .with("written", quoted(task))
                    .with("list", tasks.id.as_str()),
            )),
            Some(task) if map.get(&tag).is_some_and(|other| *other != task.code) => {
                faults.push(Fault::line(line, phrase("intake-tag-twice").with("tag", quoted(&tag))));
            }
            Some(task) => {
                map.insert(tag, task.code.clone());
            }
        }
    }
    if faults.is_empty() { Ok(map) } else { Err(faults) }
}

fn is_heading(record: &StringRecord) -> bool {
    let heading =
        |field: Option<&str>, names: [&str; 3]| field.is_some_and(|field| names.contains(&tag_key(field).as_str()));
    heading(record.get(0), ["tag", "タグ", "言葉"]) && heading(record.get(1), ["task", "業務", "業務番号"])
}
