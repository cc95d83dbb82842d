//! Charts of documents; they need no time sheets.

mod bars;
mod flow;
mod rows;
mod trend;

use super::canvas::{Canvas, Rect};
use super::{ChartError, Contents, Kind, Look, frame};
use crate::office::printable;
use crate::phrase::phrase;
use crate::report::documents;
use crate::report::finding::DocumentsFinding;
use crate::text::Text;

/// What every kind draws with.
struct Drawing<'a> {
    contents: &'a Contents<'a>,
    finding: &'a DocumentsFinding,
    text: &'a Text,
}

impl Drawing<'_> {
    /// Writes the title, what stands under it and what the chart is made from; gives the room between them.
    fn frame(&self, canvas: &mut Canvas, kind: Kind, lead: &str) -> Rect {
        let office = match printable(&self.contents.holdings.founding.office.name).trim() {
            "" => self.text.get("chart-office-unnamed"),
            name => name.to_owned(),
        };
        let by = phrase("papers-chart-source")
            .with("office", office)
            .with("version", self.contents.version);
        let source = [self.text.say(&by), self.text.get("papers-chart-made")];
        frame::framed(canvas, &self.text.say(&kind.name()), lead, &source)
    }

    /// Names of the two months; empty where there is none.
    fn months(&self) -> [String; 2] {
        [&self.finding.before, &self.finding.after]
            .map(|month| month.as_ref().map_or_else(String::new, |it| it.label.clone()))
    }
}

pub(super) fn canvas_of(kind: Kind, contents: &Contents, look: Look, text: &Text) -> Result<Canvas, ChartError> {
    let finding = documents(contents.holdings, &contents.effect.results, text)
        .map_err(|error| ChartError::Unwritable(error.0))?;
    let drawing = Drawing {
        contents,
        finding: &finding,
        text,
    };
    let mut canvas = Canvas::new(look.width, look.height);
    match kind {
        Kind::Documents => bars::draw(&mut canvas, &drawing)?,
        Kind::DocumentFlow => flow::draw(&mut canvas, &drawing)?,
        Kind::DocumentTrend => trend::draw(&mut canvas, &drawing)?,
        _ => return Err(ChartError::NothingYet(kind)),
    }
    Ok(canvas)
}

/// Sheets as a length of a picture.
#[expect(clippy::cast_precision_loss, reason = "sheets of an office, far below 2^52")]
fn length(sheets: u64) -> f64 {
    sheets as f64
}

#[cfg(test)]
mod tests;
