//! The one font of charts: built in, so that every machine draws the same picture.

use ab_glyph::{Font, FontRef, Glyph, PxScale, ScaleFont, point};

static BYTES: &[u8] = include_bytes!("../../../assets/fonts/BIZUDPGothic-Regular.ttf");

/// Where the line on which letters stand lies below the middle of the letters, in parts of their size.
pub(super) const BASELINE: f64 = 0.37;

/// Stands for a letter that the font does not have, as printers in Japan mark it.
const MISSING: char = '〓';

/// The font, ready to measure and to draw.
#[derive(Debug, Clone)]
pub(super) struct Letters {
    font: FontRef<'static>,
    /// Height from the lowest to the highest line of the font, in parts of the size.
    height: f32,
}

impl Letters {
    pub(super) fn new() -> Self {
        let font = FontRef::try_from_slice(BYTES).expect("the built-in font can be read");
        let units = font.units_per_em().expect("the built-in font has units");
        let height = font.height_unscaled() / units;
        Self { font, height }
    }

    /// Width of a text in pixels at this size.
    pub(super) fn width(&self, text: &str, size: f64) -> f64 {
        let scaled = self.font.as_scaled(self.scale(size));
        let advance = |letter: char| f64::from(scaled.h_advance(scaled.glyph_id(self.known(letter))));
        text.chars().map(advance).sum()
    }

    /// Calls back with each pixel of a text that begins at `x` and stands on the line `y`, and how far letters cover it.
    pub(super) fn draw(&self, text: &str, size: f64, (x, y): (f64, f64), mut pixel: impl FnMut(i32, i32, f32)) {
        let scale = self.scale(size);
        let scaled = self.font.as_scaled(scale);
        let mut right = x;
        for letter in text.chars() {
            let id = scaled.glyph_id(self.known(letter));
            #[expect(clippy::cast_possible_truncation, reason = "a place on a picture")]
            let place = point(right as f32, y as f32);
            let glyph: Glyph = id.with_scale_and_position(scale, place);
            if let Some(outline) = self.font.outline_glyph(glyph) {
                let bounds = outline.px_bounds();
                #[expect(clippy::cast_possible_truncation, reason = "a place on a picture")]
                let (left, top) = (bounds.min.x as i32, bounds.min.y as i32);
                outline.draw(|across, down, cover| pixel(left + signed(across), top + signed(down), cover));
            }
            right += f64::from(scaled.h_advance(id));
        }
    }

    fn scale(&self, size: f64) -> PxScale {
        #[expect(clippy::cast_possible_truncation, reason = "a size on a picture")]
        PxScale::from(size as f32 * self.height)
    }

    fn known(&self, letter: char) -> char {
        if self.font.glyph_id(letter).0 == 0 {
            MISSING
        } else {
            letter
        }
    }
}

fn signed(pixels: u32) -> i32 {
    i32::try_from(pixels).unwrap_or(i32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_full_width_letter_is_as_wide_as_its_size() {
        let letters = Letters::new();
        assert!((letters.width("業務時間", 20.0) - 80.0).abs() < 0.1);
        assert!(letters.width("1", 20.0) < 15.0);
    }

    #[test]
    fn letters_of_names_and_old_forms_are_there() {
        let letters = Letters::new();
        for letter in "①髙﨑㎡〓−〜→・（）％".chars() {
            assert_eq!(letters.known(letter), letter);
        }
        assert_eq!(letters.known('\u{1F600}'), MISSING);
    }
}
