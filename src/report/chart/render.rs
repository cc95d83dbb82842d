//! From the list of shapes and words to a file: dots (PNG) or a drawing (SVG).

use std::fmt::{Display, Write};

use plotters::backend::{BitMapBackend, DrawingBackend, SVGBackend};
use plotters::style::{Color, RGBColor, ShapeStyle};

use super::ChartError;
use super::canvas::{Canvas, Rect, Shape};
use super::letters::BASELINE;
use super::paint::{Colour, Fill, WHITE};
use super::strokes::{Mark, marks};

/// Fonts of a drawing; the first is the built-in one, the others are those of Windows, of Macs and of Linux.
const FAMILIES: &str =
    "'BIZ UDPGothic', 'BIZ UDGothic', 'Yu Gothic', Meiryo, 'Hiragino Sans', 'Noto Sans CJK JP', sans-serif";

/// Writes a picture as dots.
pub(super) fn png(canvas: &Canvas, grey: bool) -> Result<Vec<u8>, ChartError> {
    let (width, height) = (canvas.width, canvas.height);
    let mut dots = vec![0xFF; width as usize * height as usize * 3];
    {
        let mut backend = BitMapBackend::with_buffer(&mut dots, (width, height));
        shapes(&mut backend, canvas, grey, 1)?;
    }
    letters(canvas, grey, &mut dots);
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, width, height);
    encoder.set_color(png::ColorType::Rgb);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_compression(png::Compression::Fast);
    let mut writer = encoder.write_header().map_err(unwritable)?;
    writer.write_image_data(&dots).map_err(unwritable)?;
    writer.finish().map_err(unwritable)?;
    Ok(file)
}

/// Writes a picture as a drawing. Words are as wide as in the built-in font, whichever font the reader's program has.
pub(super) fn svg(canvas: &Canvas, grey: bool) -> Result<String, ChartError> {
    let mut file = String::new();
    {
        let mut backend = SVGBackend::with_string(&mut file, (canvas.width, canvas.height));
        shapes(&mut backend, canvas, grey, 0)?;
        backend.present().map_err(unwritable)?;
    }
    let words = words(canvas, grey);
    let title = format!("<title>{}</title>\n", escaped(&canvas.title));
    let start = file.find(">\n").map_or(0, |end| end + 2);
    file.insert_str(start, &title);
    let end = file.rfind("</svg>").unwrap_or(file.len());
    file.insert_str(end, &words);
    Ok(file)
}

fn unwritable(error: impl Display) -> ChartError {
    ChartError::Unwritable(error.to_string())
}

fn style(colour: Colour, grey: bool, wide: u32) -> ShapeStyle {
    let Colour(red, green, blue) = if grey { colour.grey() } else { colour };
    ShapeStyle {
        color: RGBColor(red, green, blue).to_rgba(),
        filled: true,
        stroke_width: wide,
    }
}

/// Draws everything that is no text. `inside` is 1 where a rectangle is drawn with its last row and column, else 0.
fn shapes<B: DrawingBackend>(backend: &mut B, canvas: &Canvas, grey: bool, inside: i32) -> Result<(), ChartError> {
    let (width, height) = backend.get_size();
    let far = |length: u32| i32::try_from(length).unwrap_or(i32::MAX) - inside;
    backend
        .draw_rect((0, 0), (far(width), far(height)), &style(WHITE, grey, 1), true)
        .map_err(unwritable)?;
    for shape in &canvas.shapes {
        match shape {
            Shape::Area(rect, fill) => area(backend, *rect, fill, canvas, (grey, inside))?,
            Shape::Line { points, colour, wide } => {
                backend
                    .draw_path(points.iter().copied(), &style(*colour, grey, *wide))
                    .map_err(unwritable)?;
            }
            Shape::Dot { at, radius, colour } => {
                backend
                    .draw_circle(*at, *radius, &style(*colour, grey, 1), true)
                    .map_err(unwritable)?;
            }
        }
    }
    Ok(())
}

fn area<B: DrawingBackend>(
    backend: &mut B,
    rect: Rect,
    fill: &Fill,
    canvas: &Canvas,
    (grey, inside): (bool, i32),
) -> Result<(), ChartError> {
    let corner = (rect.right - inside, rect.bottom - inside);
    backend
        .draw_rect((rect.left, rect.top), corner, &style(fill.colour, grey, 1), true)
        .map_err(unwritable)?;
    let wide = canvas.wide(1.6);
    let gap = i32::try_from(canvas.wide(9.0)).unwrap_or(9);
    let strokes = style(fill.strokes, grey, wide);
    for mark in marks(rect, fill.pattern, gap) {
        match mark {
            Mark::Line(from, to) => backend.draw_line(from, to, &strokes).map_err(unwritable)?,
            Mark::Dot(at) => backend.draw_circle(at, wide, &strokes, true).map_err(unwritable)?,
        }
    }
    if let Some(border) = fill.border {
        let corner = (rect.right - 1, rect.bottom - 1);
        backend
            .draw_rect((rect.left, rect.top), corner, &style(border, grey, 1), false)
            .map_err(unwritable)?;
    }
    Ok(())
}

/// Lays the words over the dots.
fn letters(canvas: &Canvas, grey: bool, dots: &mut [u8]) {
    let (width, height) = (canvas.width as usize, canvas.height as usize);
    for words in &canvas.words {
        let Colour(red, green, blue) = if grey { words.colour.grey() } else { words.colour };
        let line = words.y + words.size * BASELINE;
        canvas
            .letters
            .draw(&words.text, words.size, (words.x, line), |x, y, cover| {
                let (Ok(x), Ok(y)) = (usize::try_from(x), usize::try_from(y)) else {
                    return;
                };
                if x >= width || y >= height {
                    return;
                }
                let place = (y * width + x) * 3;
                for (dot, ink) in dots[place..place + 3].iter_mut().zip([red, green, blue]) {
                    let mixed = f32::from(*dot) + (f32::from(ink) - f32::from(*dot)) * cover.clamp(0.0, 1.0);
                    #[expect(
                        clippy::cast_possible_truncation,
                        clippy::cast_sign_loss,
                        reason = "between 0 and 255"
                    )]
                    let mixed = mixed.round() as u8;
                    *dot = mixed;
                }
            });
    }
}

fn words(canvas: &Canvas, grey: bool) -> String {
    let mut file = format!("<g font-family=\"{FAMILIES}\">\n");
    for words in &canvas.words {
        let Colour(red, green, blue) = if grey { words.colour.grey() } else { words.colour };
        let line = words.y + words.size * BASELINE;
        let (x, size, width) = (words.x, words.size, words.width);
        // Writing into a text cannot fail.
        let _ = writeln!(
            file,
            "<text x=\"{x:.1}\" y=\"{line:.1}\" font-size=\"{size:.1}\" textLength=\"{width:.1}\" \
             lengthAdjust=\"spacingAndGlyphs\" fill=\"#{red:02X}{green:02X}{blue:02X}\">{}</text>",
            escaped(&words.text)
        );
    }
    file.push_str("</g>\n");
    file
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars().filter(|letter| !letter.is_control()) {
        match letter {
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            '"' => out.push_str("&quot;"),
            // No text of a drawing may hold these two.
            '\u{FFFE}' | '\u{FFFF}' => {}
            other => out.push(other),
        }
    }
    out
}
