//! The names of the colours.

use super::task_list::Hue;
use crate::phrase::{Phrase, phrase};

impl Hue {
    /// In the order of the palette.
    pub const ALL: [Self; 8] = [
        Self::Black,
        Self::Orange,
        Self::SkyBlue,
        Self::BluishGreen,
        Self::Yellow,
        Self::Blue,
        Self::Vermillion,
        Self::ReddishPurple,
    ];

    /// The word in commands and data files.
    pub fn id(self) -> &'static str {
        match self {
            Self::Black => "black",
            Self::Orange => "orange",
            Self::SkyBlue => "sky-blue",
            Self::BluishGreen => "bluish-green",
            Self::Yellow => "yellow",
            Self::Blue => "blue",
            Self::Vermillion => "vermillion",
            Self::ReddishPurple => "reddish-purple",
        }
    }

    /// Reads the word of a colour.
    pub fn of_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|hue| hue.id() == id)
    }

    /// The name for people.
    pub fn name(self) -> Phrase {
        match self {
            Self::Black => phrase("hue-black"),
            Self::Orange => phrase("hue-orange"),
            Self::SkyBlue => phrase("hue-sky-blue"),
            Self::BluishGreen => phrase("hue-bluish-green"),
            Self::Yellow => phrase("hue-yellow"),
            Self::Blue => phrase("hue-blue"),
            Self::Vermillion => phrase("hue-vermillion"),
            Self::ReddishPurple => phrase("hue-reddish-purple"),
        }
    }

    /// The colour that comes after one when they are gone through, none among them.
    pub fn after(hue: Option<Self>) -> Option<Self> {
        match hue {
            None => Self::ALL.first().copied(),
            Some(hue) => {
                let at = Self::ALL.iter().position(|other| *other == hue)?;
                Self::ALL.get(at + 1).copied()
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_are_those_of_the_data_files() {
        for hue in Hue::ALL {
            assert_eq!(serde_json::to_value(hue).unwrap(), hue.id());
            assert_eq!(Hue::of_id(hue.id()), Some(hue));
        }
    }

    #[test]
    fn going_through_the_colours_comes_back_to_none() {
        let mut hue = None;
        for expected in Hue::ALL {
            hue = Hue::after(hue);
            assert_eq!(hue, Some(expected));
        }
        assert_eq!(Hue::after(hue), None);
    }
}
