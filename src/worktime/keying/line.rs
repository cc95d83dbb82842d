//! Reads one line of the grammar.

use super::entry::{Entry, Fill, Place, Portion, shares_of};
use super::fault::EntryFault;
use super::frame::Frame;
use super::spelling::{clock_time, find_task, number, plain};
use crate::worktime::task_list::TaskList;

/// Reads a line that is typed at a slot (`None` behind the last). Never panics, whatever stands in it.
///
/// Shares are checked against every slot that they are for; an entry that is answered fits the frame.
pub fn parse_line(text: &str, list: &TaskList, at: Option<u16>, frame: &Frame) -> Result<Entry, EntryFault> {
    let text = plain(text);
    if text.is_empty() {
        let slots = frame.run(at, 1)?;
        return Ok(Entry {
            place: Place::Slots(slots),
            fill: Fill::Leave,
        });
    }
    if let Some(rest) = text.strip_prefix("* ") {
        let fill = fill(rest.trim(), list)?;
        check(&fill, frame.starts(), frame, list)?;
        return Ok(Entry {
            place: Place::Empty,
            fill,
        });
    }
    let (times, rest) = split_times(&text, list);
    let (rest, count) = split_count(&rest, list)?;
    if rest.is_empty() && times.is_some() {
        return Err(EntryFault::NothingToEnter);
    }
    let fill = fill(&rest, list)?;
    let slots = match (times, count) {
        (Some(_), Some(_)) => return Err(EntryFault::CountWithTimes),
        (Some((start, end)), None) => frame.between(start, end)?,
        (None, count) => frame.run(at, count.unwrap_or(1))?,
    };
    check(&fill, &slots, frame, list)?;
    Ok(Entry {
        place: Place::Slots(slots),
        fill,
    })
}

fn check(fill: &Fill, slots: &[u16], frame: &Frame, list: &TaskList) -> Result<(), EntryFault> {
    if let Fill::Shares(portions) = fill {
        for slot in slots {
            shares_of(portions, frame.due(*slot), frame.slot(), list)?;
        }
    }
    Ok(())
}

/// The clock times at the beginning of a line, `10:00-11:30` or `10:00 - 11:30`, and the rest of it.
fn split_times(text: &str, list: &TaskList) -> (Option<(u16, u16)>, String) {
    let words: Vec<&str> = text.split_whitespace().collect();
    let times = |written: &str| {
        let (start, end) = written.split_once('-')?;
        Some((clock_time(start)?, clock_time(end)?))
    };
    // Offices may have tasks with codes such as `1-2`.
    let is_task = words.first().is_some_and(|word| list.find(word).is_some());
    for length in 1..=3 {
        let Some(first) = words.get(..length).map(<[&str]>::concat) else {
            break;
        };
        let is_time = if length == 1 { !is_task } else { true };
        if let Some(times) = times(&first).filter(|_| is_time) {
            return (Some(times), words[length..].join(" "));
        }
    }
    (None, words.join(" "))
}

/// The number of slots at the end of a line, `*3` or `..3`, and what stands before it.
fn split_count(text: &str, list: &TaskList) -> Result<(String, Option<usize>), EntryFault> {
    let count = |written: &str| {
        number(written.trim())
            .filter(|count| *count > 0)
            .map(usize::from)
            .ok_or_else(|| EntryFault::BadCount(written.to_owned()))
    };
    if let Some(rest) = text.strip_prefix("..") {
        return Ok((".".to_owned(), Some(count(rest)?)));
    }
    match text.rsplit_once('*') {
        Some(_) if list.find(text).is_some() => Ok((text.to_owned(), None)),
        Some((what, written)) => Ok((what.trim().to_owned(), Some(count(written)?))),
        None => Ok((text.to_owned(), None)),
    }
}

fn fill(text: &str, list: &TaskList) -> Result<Fill, EntryFault> {
    match text {
        "" => return Err(EntryFault::NothingToEnter),
        "." => return Ok(Fill::Repeat),
        "-" => return Ok(Fill::Clear),
        "=" => return Ok(Fill::Keep),
        _ => {}
    }
    // A whole name may have blanks in it.
    if let Some(task) = list.find(text) {
        let portion = Portion {
            task: Some(task.code.clone()),
            minutes: None,
        };
        return Ok(Fill::Shares(vec![portion]));
    }
    let words: Vec<&str> = text.split_whitespace().collect();
    let mut portions: Vec<Portion> = Vec::with_capacity(words.len());
    for (place, word) in words.iter().enumerate() {
        let portion = portion(word, list)?;
        if portion.minutes.is_none() && place + 1 < words.len() {
            return Err(EntryFault::NoMinutes((*word).to_owned()));
        }
        if portions.iter().any(|other| other.task == portion.task) {
            return Err(EntryFault::TaskTwice((*word).to_owned()));
        }
        portions.push(portion);
    }
    Ok(Fill::Shares(portions))
}

fn portion(word: &str, list: &TaskList) -> Result<Portion, EntryFault> {
    let (task, minutes) = match word.rsplit_once(':') {
        Some((task, minutes)) if list.find(word).is_none() => {
            let read = number(minutes).filter(|minutes| *minutes > 0);
            let read = read.ok_or_else(|| EntryFault::BadMinutes(minutes.to_owned()))?;
            (task, Some(read))
        }
        _ => (word, None),
    };
    let task = match task {
        "-" => None,
        task => Some(find_task(list, task)?.code.clone()),
    };
    Ok(Portion { task, minutes })
}
