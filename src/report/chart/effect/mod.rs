//! Charts of effects; they need no time sheets where figures were entered.

mod dumbbell;
mod mark;
mod paths;
mod quadrant;
mod run;
mod waves;

use std::borrow::Cow;

use super::canvas::{Canvas, Rect, Role};
use super::{ChartError, Choice, Contents, Kind, Look, frame};
use crate::office::printable;
use crate::phrase::phrase;
use crate::report::finding::Comparisons;
use crate::report::{compared, comparisons_of};
use crate::text::Text;
use crate::worktime::Wave;

/// What every kind draws with.
struct Drawing<'a> {
    contents: &'a Contents<'a>,
    choice: &'a Choice,
    text: &'a Text,
}

impl Drawing<'_> {
    /// Writes the title, what stands under it and what the chart is made from; gives the room between them.
    fn frame(&self, canvas: &mut Canvas, kind: Kind, lead: &str, made_from: &[String]) -> Rect {
        self.titled(canvas, &self.text.say(&kind.name()), lead, made_from)
    }

    /// The same with the surveys in the title.
    fn frame_of(
        &self,
        canvas: &mut Canvas,
        kind: Kind,
        [from, to]: [&str; 2],
        (lead, made_from): (&str, &[String]),
    ) -> Rect {
        let title = phrase("chart-title")
            .with("name", kind.name())
            .with("waves", format!("{from} → {to}"));
        self.titled(canvas, &self.text.say(&title), lead, made_from)
    }

    /// The same with a title of its own.
    fn titled(&self, canvas: &mut Canvas, title: &str, lead: &str, made_from: &[String]) -> Rect {
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

    /// The comparison that a chart is of: the first survey against the last, or those that were asked for.
    fn result(&self, kind: Kind) -> Result<Cow<'_, Comparisons>, ChartError> {
        let results = &self.contents.effect.results;
        let later = self.choice.to.or(self.choice.wave);
        for wave in self.choice.from.iter().chain(&later) {
            if !self.contents.effect.waves.iter().any(|it| it.id == wave.id()) {
                return Err(ChartError::NoWave(*wave));
            }
        }
        let is_asked = |it: &&Comparisons| {
            let same = |asked: Option<Wave>, id: &str| asked.is_none_or(|wave| wave.id() == id);
            same(self.choice.from, &it.from) && same(later, &it.to)
        };
        if let Some(known) = results.iter().rev().find(is_asked) {
            return Ok(Cow::Borrowed(known));
        }
        let (Some(from), Some(last)) = (self.choice.from, results.last()) else {
            return Err(ChartError::NothingYet(kind));
        };
        let to = later.or_else(|| Wave::parse(&last.to)).filter(|to| from < *to);
        let to = to.ok_or(ChartError::NothingYet(kind))?;
        let holdings = self.contents.holdings;
        comparisons_of(holdings, &compared(holdings), (from, to), self.text)
            .map(Cow::Owned)
            .map_err(|error| ChartError::Unwritable(error.0))
    }
}

/// A text over at most two lines; what is left of it is made smaller, and cut where that is not enough.
fn two_lines(canvas: &Canvas, words: &str, role: Role, room: f64) -> Vec<(String, f64)> {
    let mut lines = canvas.lines(words, role, room);
    let rest = if lines.len() > 2 {
        lines.split_off(1).concat()
    } else {
        String::new()
    };
    lines.extend((!rest.is_empty()).then_some(rest));
    lines.iter().map(|line| canvas.fitted(line, role, room)).collect()
}

/// A number of rows or people for a calculation.
fn count(number: usize) -> f64 {
    f64::from(u32::try_from(number).unwrap_or(u32::MAX))
}

/// How many whole times a length goes into a room.
fn times(room: f64, length: f64) -> usize {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "some dozens, never fewer than none"
    )]
    let times = (room / length.max(1.0)).max(0.0) as usize;
    times
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

#[cfg(test)]
mod tests;
