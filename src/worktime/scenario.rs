//! What if: work moved or cut on paper, never mixed with data.

use serde::{Deserialize, Serialize};

use super::task_list::TaskCode;
use super::wave::Wave;
use crate::office::{fold, printable};
use crate::phrase::{Phrase, phrase};

/// The four ways of improving a piece of work (改善の4原則, ECRS).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Way {
    /// やめる
    Eliminate,
    /// まとめる
    Combine,
    /// 入れ替える
    Rearrange,
    /// 簡単にする
    Simplify,
}

impl Way {
    /// In the order of the four letters.
    pub const ALL: [Self; 4] = [Self::Eliminate, Self::Combine, Self::Rearrange, Self::Simplify];

    /// The word in commands and JSON.
    pub fn id(self) -> &'static str {
        match self {
            Self::Eliminate => "eliminate",
            Self::Combine => "combine",
            Self::Rearrange => "rearrange",
            Self::Simplify => "simplify",
        }
    }

    /// Reads the word.
    pub fn parse(written: &str) -> Option<Self> {
        let written = fold(written).to_lowercase();
        Self::ALL.into_iter().find(|way| way.id() == written)
    }

    /// The word for people.
    pub fn phrase(self) -> Phrase {
        match self {
            Self::Eliminate => phrase("way-eliminate"),
            Self::Combine => phrase("way-combine"),
            Self::Rearrange => phrase("way-rearrange"),
            Self::Simplify => phrase("way-simplify"),
        }
    }

    /// Whether the minutes go to another hour; else they go away.
    pub fn moves(self) -> bool {
        matches!(self, Self::Combine | Self::Rearrange)
    }
}

/// One step of a scenario (変更案の一手): minutes of a task that leave a clock hour.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Move {
    /// How.
    pub way: Way,
    /// Which task.
    pub task: TaskCode,
    /// From which clock hour, 0–23.
    pub from_hour: u16,
    /// To which clock hour; `None` when the minutes go away.
    pub to_hour: Option<u16>,
    /// Minutes a survey day, over all people.
    pub minutes: u32,
}

impl Move {
    /// Reads a move as it is written in commands: `rearrange 11 9>14 30`, `eliminate 11 9 30`.
    pub fn parse(written: &str) -> Option<Self> {
        let folded = fold(written).replace(['＞', '→'], ">");
        let [way, task, hours, minutes] = folded.split_whitespace().collect::<Vec<_>>().try_into().ok()?;
        let (from, to) = match hours.split_once('>') {
            Some((from, to)) => (from, Some(to.parse().ok()?)),
            None => (hours, None),
        };
        Some(Self {
            way: Way::parse(way)?,
            task: TaskCode(task.to_owned()),
            from_hour: from.parse().ok()?,
            to_hour: to,
            minutes: minutes.parse().ok()?,
        })
    }

    /// Writes it as [`Move::parse`] reads it.
    pub fn written(&self) -> String {
        let to = self.to_hour.map_or_else(String::new, |to| format!(">{to}"));
        format!(
            "{} {} {}{to} {}",
            self.way.id(),
            self.task,
            self.from_hour,
            self.minutes
        )
    }
}

/// A trial on paper of another day (変更案): moves over the means of a wave.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Scenario {
    /// Its name, unique in a book.
    pub name: String,
    /// Over which wave it is laid.
    pub wave: Wave,
    /// In the order in which they were thought of.
    pub moves: Vec<Move>,
}

/// Longest name of a scenario, in letters.
const LONGEST_NAME: usize = 40;

impl Scenario {
    /// A name as it may be kept: without blanks around it and without control characters, 1 to 40 letters.
    pub fn named(written: &str) -> Option<String> {
        let name = printable(written.trim());
        (1..=LONGEST_NAME).contains(&name.chars().count()).then_some(name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_move_is_read_as_it_is_written() {
        for written in [
            "rearrange 11 9>14 30",
            "eliminate 11 9 30",
            "combine 2 22>6 5",
            "simplify A-1 0 1",
        ] {
            assert_eq!(Move::parse(written).unwrap().written(), written);
        }
        assert_eq!(
            Move::parse("Rearrange　１１　9→14　３０").unwrap().written(),
            "rearrange 11 9>14 30"
        );
        for written in [
            "",
            "move 11 9>14 30",
            "rearrange 11 9>14",
            "rearrange 11 9>x 30",
            "rearrange 11 9 -3",
        ] {
            assert_eq!(Move::parse(written), None, "{written}");
        }
    }
}
