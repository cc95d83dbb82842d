//! Colours and emphasis; nothing is told by colour alone.

use ratatui::style::{Color, Modifier, Style};

use crate::worktime::Hue;

/// How the screens are coloured.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Theme {
    /// Colours that colour-blind eyes can tell apart (Okabe–Ito), on the terminal's own background.
    #[default]
    Default,
    /// White on black, bold instead of faint.
    HighContrast,
    /// No colour at all (`NO_COLOR`); emphasis by reverse and bold.
    NoColour,
}

/// The Okabe–Ito colours nearest in the 256 that every terminal has, each with the letter colour that reads on it.
const SERIES: [(u8, Color); 8] = [
    (25, Color::White),  // blue
    (214, Color::Black), // orange
    (36, Color::Black),  // bluish green
    (175, Color::Black), // reddish purple
    (74, Color::Black),  // sky blue
    (166, Color::Black), // vermillion
    (227, Color::Black), // yellow
    (240, Color::White), // black, as grey that is seen on a black ground too
];

/// Number of shades of a field.
pub const SHADES: usize = 5;

/// From grey to orange, each with the letter colour that reads on it: on a black and on a white ground the eye goes to orange.
const WARMTH: [(u8, Color); SHADES] = [
    (239, Color::White),
    (95, Color::White),
    (137, Color::Black),
    (172, Color::Black),
    (214, Color::Black),
];

/// Fillings that tell the same series apart without colour.
const PATTERNS: [char; 8] = ['#', '=', '.', '+', ':', '%', '~', '@'];

impl Theme {
    /// Ordinary text.
    pub fn text(self) -> Style {
        match self {
            Self::HighContrast => Style::new().fg(Color::White).bg(Color::Black),
            Self::Default | Self::NoColour => Style::new(),
        }
    }

    /// Text that may be overlooked.
    pub fn faint(self) -> Style {
        match self {
            Self::Default => Style::new().fg(Color::Indexed(245)),
            Self::HighContrast => self.text(),
            Self::NoColour => Style::new(),
        }
    }

    /// Headings.
    pub fn strong(self) -> Style {
        self.text().add_modifier(Modifier::BOLD)
    }

    /// Keys in the hint bar.
    pub fn key(self) -> Style {
        match self {
            Self::Default => Style::new().fg(Color::Indexed(74)).add_modifier(Modifier::BOLD),
            Self::HighContrast | Self::NoColour => self.strong(),
        }
    }

    /// The chosen row, tab or value.
    pub fn chosen(self) -> Style {
        match self {
            Self::HighContrast => Style::new()
                .fg(Color::Black)
                .bg(Color::White)
                .add_modifier(Modifier::BOLD),
            Self::Default | Self::NoColour => Style::new().add_modifier(Modifier::REVERSED | Modifier::BOLD),
        }
    }

    /// A change in the good direction.
    pub fn good(self) -> Style {
        self.told(36)
    }

    /// A change in the bad direction, a fault, an alarm.
    pub fn bad(self) -> Style {
        self.told(166)
    }

    fn told(self, colour: u8) -> Style {
        match self {
            Self::Default => Style::new().fg(Color::Indexed(colour)).add_modifier(Modifier::BOLD),
            Self::HighContrast | Self::NoColour => self.strong(),
        }
    }

    /// The area of one series of a chart; the letter or pattern stands in it.
    pub fn series(self, index: usize) -> Style {
        let (colour, letter) = SERIES[index % SERIES.len()];
        match self {
            Self::Default | Self::HighContrast => Style::new().bg(Color::Indexed(colour)).fg(letter),
            Self::NoColour => Style::new(),
        }
    }

    /// A patch of a colour that somebody chose for a task; its name stands beside it.
    pub fn hue(self, hue: Hue) -> Style {
        let colour = match hue {
            Hue::Black => 16,
            Hue::Orange => 214,
            Hue::SkyBlue => 74,
            Hue::BluishGreen => 36,
            Hue::Yellow => 227,
            Hue::Blue => 25,
            Hue::Vermillion => 166,
            Hue::ReddishPurple => 175,
        };
        match self {
            Self::Default | Self::HighContrast => Style::new().bg(Color::Indexed(colour)),
            Self::NoColour => Style::new(),
        }
    }

    /// What fills the area of a series: blanks where its colour shows, else its pattern.
    pub fn filling(self, index: usize) -> char {
        match self {
            Self::Default | Self::HighContrast => ' ',
            Self::NoColour => PATTERNS[index % PATTERNS.len()],
        }
    }

    /// The ground of a field from shade 1, for few, to [`SHADES`], for many; its number stands in it.
    pub fn shade(self, shade: usize) -> Style {
        let (colour, letter) = WARMTH[shade.clamp(1, SHADES) - 1];
        match self {
            Self::Default | Self::HighContrast => Style::new().bg(Color::Indexed(colour)).fg(letter),
            Self::NoColour => Style::new(),
        }
    }

    /// Whether signs must stand for colours.
    pub fn has_no_colour(self) -> bool {
        self == Self::NoColour
    }

    /// Minutes with no task: a class of its own, never a series.
    pub fn unfilled(self) -> Style {
        match self {
            Self::Default => Style::new().fg(Color::Indexed(245)),
            Self::HighContrast => self.text(),
            Self::NoColour => Style::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_colour_a_choice_still_shows() {
        let style = Theme::NoColour.chosen();
        assert!(style.add_modifier.contains(Modifier::REVERSED));
        assert_eq!((style.fg, style.bg), (None, None));
    }

    #[test]
    fn without_colour_no_style_names_one() {
        let theme = Theme::NoColour;
        let styles = [
            theme.text(),
            theme.faint(),
            theme.strong(),
            theme.key(),
            theme.good(),
            theme.bad(),
            theme.series(2),
            theme.hue(Hue::Blue),
            theme.shade(3),
            theme.unfilled(),
        ];
        assert!(styles.iter().all(|style| style.fg.is_none() && style.bg.is_none()));
        let fillings: std::collections::BTreeSet<char> = (0..PATTERNS.len()).map(|i| theme.filling(i)).collect();
        assert_eq!(fillings.len(), PATTERNS.len());
    }
}
