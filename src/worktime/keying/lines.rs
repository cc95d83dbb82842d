//! Writes a draft as lines of the grammar.

use super::draft::Draft;
use super::frame::Frame;

/// The slots of a draft as lines that give the same slots when they are read from its first slot on.
///
/// Slots that are alike share a line; what is empty at the end is left out.
pub fn lines_of(draft: &Draft) -> Vec<String> {
    let frame = draft.frame();
    let mut runs: Vec<(String, usize)> = Vec::new();
    for start in frame.starts() {
        let entry = entry_of(draft, *start, &frame);
        match runs.last_mut() {
            Some((last, count)) if *last == entry => *count += 1,
            _ => runs.push((entry, 1)),
        }
    }
    if runs.last().is_some_and(|(last, _)| last == "-") {
        runs.pop();
    }
    let line = |(entry, count): (String, usize)| match count {
        1 => entry,
        count => format!("{entry}*{count}"),
    };
    runs.into_iter().map(line).collect()
}

fn entry_of(draft: &Draft, start: u16, frame: &Frame) -> String {
    let Some(slot) = draft.slot(start) else {
        return "-".to_owned();
    };
    let due = u32::from(frame.due(start));
    let filled: u32 = slot.shares.iter().map(|share| share.1.0).sum();
    let mut words: Vec<String> = slot
        .shares
        .iter()
        .map(|share| format!("{}:{}", share.0, share.1))
        .collect();
    match (filled.cmp(&due), slot.shares.last()) {
        (std::cmp::Ordering::Less, _) => words.push("-".to_owned()),
        (std::cmp::Ordering::Equal, Some(last)) => {
            words.pop();
            words.push(last.0.to_string());
        }
        _ => {}
    }
    words.join(" ")
}
