//! A screen as SVG: every word placed by its column, so that full-width letters stand where a terminal has them.

use std::fmt::Write;

use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};
use yutori::screens::text::{is_ambiguous, width};

/// Size of one cell, and the space round the screen. A letter of the fonts below is as high as two cells are wide.
const CELL: (u32, u32) = (9, 22);
const MARGIN: u32 = 14;
/// The ground and the letters of the terminal.
const GROUND: &str = "#16191d";
const LETTERS: &str = "#e3e6ea";
/// Fonts whose letters are one or two cells wide, in the order of systems that have them.
const FONTS: &str = "'BIZ UDGothic','MS Gothic','Osaka-Mono','Noto Sans Mono CJK JP','IPAGothic',monospace";

/// How a letter looks.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Look {
    letters: String,
    bold: bool,
    underlined: bool,
    /// Whether it takes two cells; a word has letters of one width only, so that it can be stretched to its cells.
    wide: bool,
}

/// Neighbouring letters of one look.
struct Word {
    column: u32,
    cells: u32,
    text: String,
    look: Look,
}

/// Letters that are drawn as strokes through their cells: along, and upright.
const STROKES: [&str; 2] = ["─", "│"];

impl Word {
    fn is_stroke(&self) -> bool {
        self.text.starts_with(['─', '│'])
    }
}

/// The picture of a screen.
pub fn of(buffer: &Buffer, title: &str) -> String {
    let area = buffer.area;
    let size = (
        u32::from(area.width) * CELL.0 + 2 * MARGIN,
        u32::from(area.height) * CELL.1 + 2 * MARGIN,
    );
    let mut svg = String::new();
    let _ = writeln!(
        svg,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{0}\" height=\"{1}\" viewBox=\"0 0 {0} {1}\" \
         font-family=\"{FONTS}\" font-size=\"18\">\n<title>{2}</title>\n\
         <rect width=\"{0}\" height=\"{1}\" rx=\"8\" fill=\"{GROUND}\"/>",
        size.0,
        size.1,
        escaped(title)
    );
    for row in 0..area.height {
        grounds(&mut svg, buffer, row);
        for word in words(buffer, row) {
            draw(&mut svg, &word, row);
        }
    }
    svg.push_str("</svg>\n");
    svg
}

/// Coloured grounds of a row, neighbours of one colour as one.
fn grounds(svg: &mut String, buffer: &Buffer, row: u16) {
    let mut colours: Vec<Option<String>> = Vec::new();
    while let Some(column) = u16::try_from(colours.len())
        .ok()
        .filter(|column| *column < buffer.area.width)
    {
        let cell = &buffer[(column, row)];
        // The second cell of a wide letter has no look of its own.
        let ground = self::colours(cell).0;
        colours.extend(std::iter::repeat_n(ground, width(cell.symbol()).max(1)));
    }
    let mut column = 0;
    for same in colours.chunk_by(|a, b| a == b) {
        let cells = u32::try_from(same.len()).unwrap_or(0);
        if let Some(Some(ground)) = same.first() {
            let (x, y) = (MARGIN + column * CELL.0, MARGIN + u32::from(row) * CELL.1);
            let _ = writeln!(
                svg,
                "<rect x=\"{x}\" y=\"{y}\" width=\"{}\" height=\"{}\" fill=\"{ground}\"/>",
                cells * CELL.0,
                CELL.1
            );
        }
        column += cells;
    }
}

/// The letters of a row, word by word: blanks end a word, and a letter of which fonts dispute the width is one of its own, so
/// that each is placed by its column.
fn words(buffer: &Buffer, row: u16) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let mut may_join = false;
    let mut column = 0;
    while column < buffer.area.width {
        let cell = &buffer[(column, row)];
        let symbol = cell.symbol();
        let cells = u16::try_from(width(symbol).max(1)).unwrap_or(1);
        let look = look(cell, cells > 1);
        let is_stroke = STROKES.contains(&symbol);
        let is_disputed = symbol.chars().any(is_ambiguous) && !is_stroke;
        if symbol.trim().is_empty() {
            may_join = false;
        } else {
            match words.last_mut() {
                Some(word) if may_join && !is_disputed && word.look == look && word.is_stroke() == is_stroke => {
                    word.cells += u32::from(cells);
                    word.text.push_str(symbol);
                }
                _ => words.push(Word {
                    column: u32::from(column),
                    cells: u32::from(cells),
                    text: symbol.to_owned(),
                    look,
                }),
            }
            may_join = !is_disputed;
        }
        column += cells;
    }
    words
}

/// Ground and letters of a cell; a ground of `None` is the terminal's own.
fn colours(cell: &Cell) -> (Option<String>, String) {
    let (ground, letters) = (colour(cell.bg), colour(cell.fg));
    let letters = letters.unwrap_or_else(|| LETTERS.to_owned());
    if cell.modifier.contains(Modifier::REVERSED) {
        return (Some(letters), ground.unwrap_or_else(|| GROUND.to_owned()));
    }
    (ground, letters)
}

fn look(cell: &Cell, wide: bool) -> Look {
    Look {
        letters: colours(cell).1,
        bold: cell.modifier.contains(Modifier::BOLD),
        underlined: cell.modifier.contains(Modifier::UNDERLINED),
        wide,
    }
}

fn draw(svg: &mut String, word: &Word, row: u16) {
    if word.is_stroke() {
        return draw_stroke(svg, word, row);
    }
    let bold = if word.look.bold { " font-weight=\"bold\"" } else { "" };
    let line = if word.look.underlined {
        " text-decoration=\"underline\""
    } else {
        ""
    };
    let _ = writeln!(
        svg,
        "<text x=\"{}\" y=\"{}\" textLength=\"{}\" lengthAdjust=\"spacingAndGlyphs\" fill=\"{}\"{bold}{line}>{}</text>",
        MARGIN + word.column * CELL.0,
        MARGIN + u32::from(row) * CELL.1 + 17,
        word.cells * CELL.0,
        word.look.letters,
        escaped(&word.text)
    );
}

fn draw_stroke(svg: &mut String, word: &Word, row: u16) {
    let (x, y) = (MARGIN + word.column * CELL.0, MARGIN + u32::from(row) * CELL.1);
    let (x, y, breadth, height) = if word.text.starts_with('─') {
        (x, y + CELL.1 / 2, word.cells * CELL.0, 1)
    } else {
        (x + CELL.0 / 2, y, 1, CELL.1)
    };
    let _ = writeln!(
        svg,
        "<rect x=\"{x}\" y=\"{y}\" width=\"{breadth}\" height=\"{height}\" fill=\"{}\"/>",
        word.look.letters
    );
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// A colour of the terminal; `None` for its own.
fn colour(colour: Color) -> Option<String> {
    match colour {
        Color::Black => Some("#000000".to_owned()),
        Color::White => Some("#ffffff".to_owned()),
        Color::Indexed(place) => Some(of_256(place)),
        _ => None,
    }
}

/// One of the 256 colours: a cube of six steps each way, and greys.
fn of_256(place: u8) -> String {
    let step = |level: u8| if level == 0 { 0 } else { 55 + level * 40 };
    match place {
        16..=231 => {
            let cube = place - 16;
            let [red, green, blue] = [cube / 36, cube / 6 % 6, cube % 6].map(step);
            format!("#{red:02x}{green:02x}{blue:02x}")
        }
        232.. => {
            let grey = 8 + (place - 232) * 10;
            format!("#{grey:02x}{grey:02x}{grey:02x}")
        }
        0..=15 => LETTERS.to_owned(),
    }
}
