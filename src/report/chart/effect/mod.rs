//! Charts of effects; they need no time sheets where figures were entered.

mod dumbbell;
mod paths;
mod quadrant;
mod run;
mod waves;

use super::canvas::{Canvas, Rect};
use super::{ChartError, Choice, Contents, Kind, Look, frame};
use crate::office::printable;
use crate::phrase::phrase;
use crate::text::Text;

/// What every kind draws with.
struct Drawing<'a> {
    contents: &'a Contents<'a>,
    choice: &'a Choice,
    text: &'a Text,
}

impl Drawing<'_> {
    /// Writes the title, what stands under it and what the chart is made from; gives the room between them.
    fn frame(&self, canvas: &mut Canvas, kind: Kind, lead: &str, made_from: &[String]) -> Rect {
        self.frame_titled(canvas, &self.text.say(&kind.name()), lead, made_from)
    }

    /// The same with a title of its own.
    fn frame_titled(&self, canvas: &mut Canvas, title: &str, lead: &str, made_from: &[String]) -> Rect {
        let office = match printable(&self.contents.holdings.founding.office.name).trim() {
            "" => self.text.get("chart-office-unnamed"),
            name => name.to_owned(),
        };
        let by = phrase("chart-issues-source")
            .with("office", office)
            .with("version", self.contents.version);
        let mut source = vec![self.text.say(&by)];
        source.extend_from_slice(made_from);
        frame::framed(canvas, title, lead, &source)
    }
}

pub(super) fn canvas_of(
    kind: Kind,
    contents: &Contents,
    choice: &Choice,
    look: Look,
    text: &Text,
) -> Result<Canvas, ChartError> {
    let drawing = Drawing { contents, choice, text };
    let mut canvas = Canvas::new(look.width, look.height);
    match kind {
        Kind::Effects => dumbbell::draw(&mut canvas, &drawing)?,
        Kind::Paths => paths::draw(&mut canvas, &drawing)?,
        Kind::Quadrant => quadrant::draw(&mut canvas, &drawing)?,
        Kind::Waves => waves::draw(&mut canvas, &drawing)?,
        Kind::Run => run::draw(&mut canvas, &drawing)?,
        _ => return Err(ChartError::NothingYet(kind)),
    }
    Ok(canvas)
}
