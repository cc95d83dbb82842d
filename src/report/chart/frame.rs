//! What all charts have: the title, how to read it, the legend, and the lines that say what it is made from.

use super::canvas::{Canvas, Rect, Role, Side};
use super::paint::{FAINT, Fill, INK};
use super::{Drawing, Kind};
use crate::office::{SMALLEST_GROUP, printable};
use crate::phrase::phrase;
use crate::report::finding::WaveSize;
use crate::report::thousands;

/// Writes the title, what stands under it and the lines at the bottom; gives the room between them.
pub(super) fn frame(canvas: &mut Canvas, drawing: &Drawing, kind: Kind, lead: &str, sizes: &[WaveSize]) -> Rect {
    let title = title(drawing, kind, sizes);
    framed(canvas, &title, lead, &source(drawing, sizes))
}

/// Writes a title, what stands under it and the lines at the bottom; gives the room between them.
pub(super) fn framed(canvas: &mut Canvas, title: &str, lead: &str, source: &[String]) -> Rect {
    let (width, height) = (f64::from(canvas.width), f64::from(canvas.height));
    let edge = canvas.long(34.0);
    let room = width - 2.0 * edge;
    canvas.title = format!("{title} — {lead}");
    let mut top = canvas.long(22.0);
    for line in canvas.lines(title, Role::Title, room) {
        let tall = canvas.line(Role::Title);
        canvas.text(&line, (edge, top + tall / 2.0), (Role::Title, Side::Left), INK);
        top += tall;
    }
    for line in canvas.lines(lead, Role::Lead, room) {
        let tall = canvas.line(Role::Lead);
        canvas.text(&line, (edge, top + tall / 2.0), (Role::Lead, Side::Left), FAINT);
        top += tall;
    }
    let mut bottom = height - canvas.long(18.0);
    let lines: Vec<String> = source
        .iter()
        .flat_map(|line| canvas.lines(line, Role::Small, room))
        .collect();
    let tall = canvas.line(Role::Small) * 0.92;
    for line in lines.iter().rev() {
        canvas.text(line, (edge, bottom - tall / 2.0), (Role::Small, Side::Left), FAINT);
        bottom -= tall;
    }
    Rect::new(edge, top + canvas.long(10.0), width - edge, bottom - canvas.long(14.0))
}

fn title(drawing: &Drawing, kind: Kind, sizes: &[WaveSize]) -> String {
    let name = drawing.text.say(&kind.name());
    let waves: Vec<&str> = sizes.iter().map(|size| size.label.as_str()).collect();
    let waves = waves.join(" → ");
    drawing
        .text
        .say(&phrase("chart-title").with("name", name).with("waves", waves))
}

/// What a chart is made from: office and list, each wave with its size, and the program.
fn source(drawing: &Drawing, sizes: &[WaveSize]) -> Vec<String> {
    let text = drawing.text;
    let office = match printable(&drawing.summary.office.name).trim() {
        "" => text.get("chart-office-unnamed"),
        name => name.to_owned(),
    };
    let list = text.lang().of(&drawing.holdings.founding.task_list.title);
    let mut lines = vec![
        text.say(
            &phrase("chart-source")
                .with("office", office)
                .with("list", printable(list))
                .with("version", drawing.version),
        ),
    ];
    for size in sizes {
        let date = |date: Option<chrono::NaiveDate>| date.map_or_else(String::new, |date| date.to_string());
        let dates = if size.from == size.to {
            date(size.from)
        } else {
            let range = phrase("range").with("low", date(size.from)).with("high", date(size.to));
            text.say(&range)
        };
        let mut line = text.say(
            &phrase("chart-source-wave")
                .with("wave", size.label.as_str())
                .with("people", size.people)
                .with("sheets", size.sheets)
                .with("days", size.days)
                .with("dates", dates)
                .with("minutes", thousands(size.minutes))
                .with("unfilled", thousands(size.unfilled)),
        );
        if size.people < SMALLEST_GROUP {
            line.push_str(&text.say(&phrase("chart-source-few").with("people", SMALLEST_GROUP)));
        }
        lines.push(line);
    }
    lines
}

/// One entry of a legend.
pub(super) struct Entry {
    pub(super) name: String,
    pub(super) mark: Mark,
}

/// What stands before the name.
pub(super) enum Mark {
    /// An area with this fill.
    Area(Fill),
    /// A line, with a dot where there are dots on it.
    Line(super::paint::Colour, bool),
}

/// The classes of a drawing and what is unfilled.
pub(super) fn classes(drawing: &Drawing) -> Vec<Entry> {
    let classes = drawing.classes.iter().enumerate().map(|(place, class)| Entry {
        name: class.name.clone(),
        mark: Mark::Area(super::paint::class(&drawing.classes, place)),
    });
    let unfilled = Entry {
        name: drawing.text.get("chart-unfilled"),
        mark: Mark::Area(super::paint::unfilled()),
    };
    classes.chain([unfilled]).collect()
}

/// Writes a legend in as many rows as it takes; gives the room under it.
pub(super) fn legend(canvas: &mut Canvas, entries: &[Entry], room: Rect) -> Rect {
    let (swatch, gap) = (canvas.long(34.0), canvas.long(8.0));
    let tall = canvas.line(Role::Label);
    let (left, right) = (f64::from(room.left), f64::from(room.right));
    let (mut x, mut y) = (left, f64::from(room.top) + tall / 2.0);
    for entry in entries {
        let width = swatch + gap + canvas.measure(&entry.name, Role::Label);
        if x > left && x + width > right {
            x = left;
            y += tall;
        }
        let half = canvas.size(Role::Label) * 0.5;
        match entry.mark {
            Mark::Area(fill) => canvas.area(Rect::new(x, y - half, x + swatch, y + half), fill),
            Mark::Line(colour, dotted) => {
                canvas.stroke(&[(x, y), (x + swatch, y)], colour, 3.0);
                if dotted {
                    canvas.dot((x + swatch / 2.0, y), canvas.long(5.0), colour);
                }
            }
        }
        canvas.text(&entry.name, (x + swatch + gap, y), (Role::Label, Side::Left), INK);
        x += width + canvas.long(26.0);
    }
    Rect::new(left, y + tall / 2.0 + canvas.long(8.0), right, f64::from(room.bottom))
}

/// A round step that divides a scale up to `most` into no more than `parts`.
pub(super) fn step(most: f64, parts: f64) -> f64 {
    let raw = (most / parts).max(f64::MIN_POSITIVE);
    let power = 10_f64.powf(raw.log10().floor());
    let steps = [1.0, 2.0, 5.0, 10.0].map(|step| step * power);
    steps
        .into_iter()
        .find(|step| *step >= raw * 0.999_999)
        .unwrap_or(steps[3])
}

/// The marks of a scale from 0 up to `most`, that one included when it is a mark.
pub(super) fn ticks(most: f64, step: f64) -> Vec<f64> {
    let mut ticks = Vec::new();
    let mut tick = 0.0;
    let mut count = 0.0;
    while tick <= most * 1.000_001 && ticks.len() < 100 {
        ticks.push(tick);
        count += 1.0;
        tick = step * count;
    }
    ticks
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_are_round() {
        assert!((step(480.0, 5.0) - 100.0).abs() < 1e-9);
        assert!((step(7.0, 5.0) - 2.0).abs() < 1e-9);
        assert!((step(0.4, 5.0) - 0.1).abs() < 1e-9);
        assert_eq!(ticks(10.0, 5.0), [0.0, 5.0, 10.0]);
    }
}
