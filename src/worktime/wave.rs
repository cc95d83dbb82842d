//! When a survey was taken, seen from the improvement (調査時期).

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::office::fold;
use crate::phrase::{Phrase, phrase};

/// A survey before or after an improvement (調査時期): 取組前, 取組後①, 取組後② …
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Wave {
    /// 取組前
    Before,
    /// 取組後, counted from 1.
    After(u8),
}

impl Wave {
    /// Reads `before`, `after1`, `取組前`, `取組後①`, `事後` … as people write them; `None` if it is none of these.
    pub fn parse(written: &str) -> Option<Self> {
        let written = fold(written).to_lowercase();
        match written.as_str() {
            "before" | "取組前" | "導入前" | "事前" | "前" | "改善前" => return Some(Self::Before),
            _ => {}
        }
        let rest = ["after", "取組後", "導入後", "事後", "改善後", "後"]
            .iter()
            .find_map(|start| written.strip_prefix(start))?;
        let count = match rest.trim_start_matches(['-', '_', ' ']) {
            "" => 1,
            circled if circled.chars().count() == 1 && circled.starts_with(|c| ('①'..='⑳').contains(&c)) => {
                let c = circled.chars().next()?;
                u8::try_from(u32::from(c) - u32::from('①') + 1).ok()?
            }
            digits => digits.parse().ok()?,
        };
        (1..=99).contains(&count).then_some(Self::After(count))
    }

    /// The name in commands, files and JSON: `before`, `after1` …
    pub fn id(self) -> String {
        match self {
            Self::Before => "before".to_owned(),
            Self::After(count) => format!("after{count}"),
        }
    }

    /// The name for people.
    pub fn label(self) -> Phrase {
        match self {
            Self::Before => phrase("wave-before"),
            Self::After(count) => phrase("wave-after").with("mark", Self::mark(count)),
        }
    }

    fn mark(count: u8) -> String {
        match count {
            1..=20 => char::from_u32(u32::from('①') + u32::from(count) - 1).map_or_else(String::new, String::from),
            _ => count.to_string(),
        }
    }
}

impl fmt::Display for Wave {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.id())
    }
}

impl Serialize for Wave {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.id())
    }
}

impl<'de> Deserialize<'de> for Wave {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let id = String::deserialize(deserializer)?;
        Self::parse(&id).ok_or_else(|| serde::de::Error::custom(format!("no wave: {id}")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waves_are_read_as_people_write_them() {
        for (written, wave) in [
            ("before", Wave::Before),
            ("取組前", Wave::Before),
            ("After1", Wave::After(1)),
            ("ａｆｔｅｒ２", Wave::After(2)),
            ("取組後①", Wave::After(1)),
            ("取組後２", Wave::After(2)),
            ("取組後", Wave::After(1)),
        ] {
            assert_eq!(Wave::parse(written), Some(wave), "{written}");
        }
        for written in ["", "after0", "after100", "later", "取組中", "①"] {
            assert_eq!(Wave::parse(written), None, "{written}");
        }
    }

    #[test]
    fn an_id_reads_back() {
        for wave in [Wave::Before, Wave::After(1), Wave::After(12)] {
            assert_eq!(Wave::parse(&wave.id()), Some(wave));
        }
    }
}
