//! Entries as records of klog: a record for each sheet, its head in the summary, `8:30 - 9:00 #11 name` for each stretch.

use std::fmt::Write;

use super::{Selection, stretches, task_name};
use crate::office::clock;
use crate::worktime::{HeadLine, TaskCode, escaped};

/// Minutes of a day.
const DAY: u16 = 1440;

/// Writes all sheets.
pub fn write(selection: &Selection) -> Vec<u8> {
    let mut text = String::new();
    for (wave, sheet) in &selection.sheets {
        if !text.is_empty() {
            text.push('\n');
        }
        let head = HeadLine::of(*wave, sheet);
        writeln!(text, "{}\n{head}", sheet.date).expect("a string takes everything");
        for stretch in stretches(sheet) {
            let (from, to) = (time(stretch.from), time(stretch.to));
            let name = task_name(stretch.task, selection.tasks);
            let words = format!("{} {name}", tag(stretch.task));
            writeln!(text, "    {from} - {to} {}", words.trim_end()).expect("a string takes everything");
        }
    }
    text.into_bytes()
}

/// A time of the day; on the day after with the sign for it.
fn time(minute: u16) -> String {
    match minute {
        0..DAY => clock(minute),
        // The end of the second day has no other spelling.
        2880 => "24:00>".to_owned(),
        _ => format!("{}>", clock(minute - DAY)),
    }
}

/// The code of a task as a tag.
fn tag(task: &TaskCode) -> String {
    let code = task.as_str();
    let is_tag = !code.is_empty() && code.chars().all(|c| c.is_alphanumeric() || c == '_' || c == '-');
    if is_tag {
        format!("#{code}")
    } else {
        format!("#task=\"{}\"", escaped(code, |c| c == '"'))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_after_midnight_are_shifted() {
        assert_eq!(
            [510, 1439, 1440, 1470, 2880].map(time),
            ["8:30", "23:59", "0:00>", "0:30>", "24:00>"]
        );
    }

    #[test]
    fn a_code_that_is_no_tag_is_quoted() {
        assert_eq!(tag(&TaskCode("11".to_owned())), "#11");
        assert_eq!(tag(&TaskCode("入浴 \"A\"".to_owned())), "#task=\"入浴 %22A%22\"");
    }
}
