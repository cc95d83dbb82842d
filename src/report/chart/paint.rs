//! Colours and patterns: told apart by colour-blind eyes and on a grey printer.

use crate::report::finding::Class;
use crate::worktime::Hue;

/// A colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Colour(pub(super) u8, pub(super) u8, pub(super) u8);

pub(super) const WHITE: Colour = Colour(0xFF, 0xFF, 0xFF);
pub(super) const INK: Colour = Colour(0x26, 0x32, 0x38);
pub(super) const FAINT: Colour = Colour(0x54, 0x5F, 0x66);
pub(super) const RULE: Colour = Colour(0xDD, 0xE2, 0xE5);
pub(super) const AXIS: Colour = Colour(0x90, 0x9A, 0xA0);
/// Dark end of the scale of a heat map.
const HOT: Colour = Colour(0x08, 0x3D, 0x77);

impl Colour {
    /// How light it looks, from 0 to 255.
    pub(super) fn light(self) -> u8 {
        let parts = 299 * u32::from(self.0) + 587 * u32::from(self.1) + 114 * u32::from(self.2);
        u8::try_from(parts / 1000).unwrap_or(u8::MAX)
    }

    /// The grey that is as light.
    pub(super) fn grey(self) -> Self {
        Self(self.light(), self.light(), self.light())
    }

    /// The colour of letters that can be read on it.
    pub(super) fn letters(self) -> Self {
        if self.light() > 140 { INK } else { WHITE }
    }

    /// So far on the way to another colour, from 0 to 1.
    pub(super) fn towards(self, other: Self, part: f64) -> Self {
        let mixed = |from: u8, to: u8| {
            let value = f64::from(from) + (f64::from(to) - f64::from(from)) * part.clamp(0.0, 1.0);
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "between 0 and 255"
            )]
            let value = value.round() as u8;
            value
        };
        Self(mixed(self.0, other.0), mixed(self.1, other.1), mixed(self.2, other.2))
    }
}

/// Lines or dots over a fill.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Pattern {
    Plain,
    Rising,
    Dots,
    Level,
    Grid,
    Falling,
    Upright,
    Lattice,
}

/// The patterns in the order in which classes take them.
const PATTERNS: [Pattern; 8] = [
    Pattern::Plain,
    Pattern::Rising,
    Pattern::Dots,
    Pattern::Level,
    Pattern::Grid,
    Pattern::Falling,
    Pattern::Upright,
    Pattern::Lattice,
];

/// How an area is filled.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct Fill {
    pub(super) colour: Colour,
    pub(super) pattern: Pattern,
    /// The colour of the pattern.
    pub(super) strokes: Colour,
    /// The colour of the border; none where it is the fill's own.
    pub(super) border: Option<Colour>,
}

impl Fill {
    pub(super) fn plain(colour: Colour) -> Self {
        Self {
            colour,
            pattern: Pattern::Plain,
            strokes: colour,
            border: None,
        }
    }
}

/// Red, green and blue of a colour of Okabe and Ito.
pub(in crate::report) fn rgb(hue: Hue) -> [u8; 3] {
    match hue {
        Hue::Black => [0x00, 0x00, 0x00],
        Hue::Orange => [0xE6, 0x9F, 0x00],
        Hue::SkyBlue => [0x56, 0xB4, 0xE9],
        Hue::BluishGreen => [0x00, 0x9E, 0x73],
        Hue::Yellow => [0xF0, 0xE4, 0x42],
        Hue::Blue => [0x00, 0x72, 0xB2],
        Hue::Vermillion => [0xD5, 0x5E, 0x00],
        Hue::ReddishPurple => [0xCC, 0x79, 0xA7],
    }
}

/// The fill of the class at this place.
pub(super) fn class(classes: &[Class], place: usize) -> Fill {
    let hue = classes.get(place).map_or(Hue::Black, |class| class.hue);
    fill(hue, place)
}

/// The fill of something of this colour that belongs to the class at this place.
pub(super) fn fill(hue: Hue, place: usize) -> Fill {
    let [red, green, blue] = rgb(hue);
    let colour = Colour(red, green, blue);
    Fill {
        colour,
        pattern: PATTERNS[place % PATTERNS.len()],
        strokes: colour.towards(WHITE, 0.62),
        border: None,
    }
}

/// Unfilled minutes: a class of its own, white with thin strokes and a border.
pub(super) fn unfilled() -> Fill {
    Fill {
        colour: WHITE,
        pattern: Pattern::Falling,
        strokes: AXIS,
        border: Some(AXIS),
    }
}

/// The colour at a place of the scale from 0 to 1; nothing is white.
pub(super) fn heat(part: f64) -> Colour {
    // The root spreads out the small values, where most fields lie.
    WHITE.towards(HOT, part.clamp(0.0, 1.0).sqrt())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_can_be_read_on_every_colour() {
        for hue in [
            Hue::Black,
            Hue::Orange,
            Hue::SkyBlue,
            Hue::BluishGreen,
            Hue::Yellow,
            Hue::Blue,
        ] {
            let fill = fill(hue, 0).colour;
            assert!(fill.light().abs_diff(fill.letters().light()) > 90, "{hue:?}");
        }
    }

    #[test]
    fn eight_classes_differ_in_their_pattern() {
        let patterns: std::collections::HashSet<Pattern> = (0..8).map(|place| fill(Hue::Blue, place).pattern).collect();
        assert_eq!(patterns.len(), 8);
    }

    #[test]
    fn the_scale_grows_darker() {
        let lights: Vec<u8> = (0..=10_u8).map(|step| heat(f64::from(step) / 10.0).light()).collect();
        assert!(lights.is_sorted_by(|one, next| one > next));
    }
}
