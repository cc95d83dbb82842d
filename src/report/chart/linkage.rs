//! Draws the chart `linkage`: minutes by way of sending before and after, and slips that went as data month by month.

use super::canvas::{Canvas, Rect, Role, Side, whole};
use super::frame::{self, Entry, Mark};
use super::paint::{self, AXIS, Colour, FAINT, Fill, INK, Pattern, RULE, WHITE};
use super::{ChartError, Contents, Kind};
use crate::office::printable;
use crate::phrase::phrase;
use crate::report::finding::{LinkageFinding, LinkageMonth, SlipMonth};
use crate::report::{linkage, thousands};
use crate::text::Text;

/// The part of the width that the ways take where there are slips beside them.
const WAYS: f64 = 0.58;
/// Months that fit; the latest are shown.
const MONTHS: usize = 18;

fn before() -> Fill {
    let colour = Colour(0x80, 0x80, 0x80);
    Fill {
        pattern: Pattern::Upright,
        strokes: colour.towards(WHITE, 0.62),
        ..Fill::plain(colour)
    }
}

fn after() -> Fill {
    Fill::plain(Colour(0x00, 0x72, 0xB2))
}

fn planned() -> Fill {
    Fill::plain(Colour(0x56, 0xB4, 0xE9))
}

fn done() -> Fill {
    let colour = Colour(0x00, 0x9E, 0x73);
    Fill {
        pattern: Pattern::Level,
        strokes: colour.towards(WHITE, 0.62),
        ..Fill::plain(colour)
    }
}

pub(super) fn draw(canvas: &mut Canvas, contents: &Contents, text: &Text) -> Result<(), ChartError> {
    let found = linkage(contents.holdings, text);
    let (has_ways, has_slips) = (!found.ways.is_empty(), !found.slips.months.is_empty());
    if !has_ways && !has_slips {
        return Err(ChartError::NothingYet(Kind::Linkage));
    }
    let office = match printable(&contents.holdings.founding.office.name).trim() {
        "" => text.get("chart-office-unnamed"),
        name => name.to_owned(),
    };
    let by = phrase("chart-issues-source")
        .with("office", office)
        .with("version", contents.version);
    let mut source = vec![text.say(&by)];
    if has_ways {
        source.push(found.rule.clone());
    }
    if has_slips {
        source.extend(found.slips.notes.first().cloned());
    }
    let lead = if has_ways {
        &found.sentence
    } else {
        &found.slips.sentence
    };
    let room = frame::framed(canvas, &text.say(&Kind::Linkage.name()), lead, &source);
    let middle = f64::from(room.left) + room.width() * WAYS;
    let gap = canvas.long(24.0);
    let (left, right) = match (has_ways, has_slips) {
        (true, true) => (
            Rect {
                right: whole(middle - gap),
                ..room
            },
            Rect {
                left: whole(middle + gap),
                ..room
            },
        ),
        _ => (room, room),
    };
    if has_ways {
        ways(canvas, &found, left, text);
    }
    if has_slips {
        slips(canvas, &found.slips.months, right, text);
    }
    Ok(())
}

/// A row of the ways: its name, and minutes and pieces before and after.
struct Row {
    name: String,
    sides: [Option<(u64, u64)>; 2],
}

fn rows(found: &LinkageFinding, text: &Text) -> Vec<Row> {
    let side = |month: &Option<LinkageMonth>| month.as_ref().map(|month| (month.minutes, month.pieces));
    let ways = found.ways.iter().map(|way| Row {
        name: way.name.clone(),
        sides: [&way.before, &way.after].map(|it| it.as_ref().map(|it| (it.minutes, it.pieces))),
    });
    let total = Row {
        name: text.get("linkage-total"),
        sides: [side(&found.before), side(&found.after)],
    };
    ways.chain([total]).collect()
}

#[expect(clippy::cast_precision_loss, reason = "minutes and slips of a month")]
fn real(number: u64) -> f64 {
    number as f64
}

#[expect(clippy::cast_precision_loss, reason = "some rows and columns")]
fn at(place: usize) -> f64 {
    place as f64
}

fn ways(canvas: &mut Canvas, found: &LinkageFinding, room: Rect, text: &Text) {
    let named = |side: &'static str, month: &Option<LinkageMonth>| {
        let month = month.as_ref()?;
        let said = phrase("linkage-text-month")
            .with("side", phrase(side))
            .with("month", month.month.to_string());
        Some(text.say(&said))
    };
    let legend = [
        (named("linkage-before", &found.before), before()),
        (named("linkage-after", &found.after), after()),
    ];
    let entries: Vec<Entry> = legend
        .into_iter()
        .filter_map(|(name, fill)| {
            Some(Entry {
                name: name?,
                mark: Mark::Area(fill),
            })
        })
        .collect();
    let room = frame::legend(canvas, &entries, room);
    let rows = rows(found, text);
    let tall = room.height() / at(rows.len());
    let each = tall.min(canvas.long(120.0));
    let size = canvas.size(Role::Label).min(each * 0.34);
    let widest = rows.iter().map(|row| canvas.letters.width(&row.name, size));
    let names = widest.fold(0.0, f64::max).min(room.width() * 0.3) + canvas.long(14.0);
    let said = |side: Option<(u64, u64)>| {
        side.map(|(minutes, pieces)| {
            let said = phrase("linkage-chart-figure")
                .with("minutes", thousands(minutes))
                .with("pieces", thousands(pieces));
            text.say(&said)
        })
    };
    let figures = rows.iter().flat_map(|row| row.sides).filter_map(said);
    let figures = figures.map(|it| canvas.letters.width(&it, size)).fold(0.0, f64::max) + canvas.long(12.0);
    let from = f64::from(room.left) + names;
    let longest = f64::from(room.right) - from - figures;
    let most = rows
        .iter()
        .flat_map(|row| row.sides)
        .flatten()
        .map(|(minutes, _)| real(minutes));
    let most = most.fold(1.0, f64::max);
    for (place, row) in rows.iter().enumerate() {
        let top = f64::from(room.top) + each * at(place);
        if place + 1 == rows.len() {
            canvas.stroke(&[(f64::from(room.left), top), (f64::from(room.right), top)], AXIS, 1.0);
        }
        let (name, fitted) = canvas.fitted(&row.name, Role::Label, names - canvas.long(12.0));
        let end = (from - canvas.long(10.0), top + each / 2.0);
        canvas.sized(&name, end, (fitted.min(size), Side::Right), INK);
        for (place, (side, fill)) in row.sides.iter().zip([before(), after()]).enumerate() {
            let y = top + each * (0.1 + 0.4 * at(place));
            let Some((minutes, _)) = side else { continue };
            let end = from + real(*minutes) / most * longest;
            canvas.area(Rect::new(from, y, end.max(from + 1.0), y + each * 0.36), fill);
            let words = said(*side).unwrap_or_default();
            canvas.sized(
                &words,
                (end + canvas.long(8.0), y + each * 0.18),
                (size, Side::Left),
                INK,
            );
        }
    }
    let bottom = f64::from(room.top) + each * at(rows.len());
    canvas.stroke(&[(from, f64::from(room.top)), (from, bottom)], AXIS, 1.5);
}

fn slips(canvas: &mut Canvas, months: &[SlipMonth], room: Rect, text: &Text) {
    let entries = [("linkage-chart-planned", planned()), ("linkage-chart-done", done())];
    let entries = entries.map(|(key, fill)| Entry {
        name: text.get(key),
        mark: Mark::Area(fill),
    });
    let room = frame::legend(canvas, &entries, room);
    let shown = months.get(months.len().saturating_sub(MONTHS)..).unwrap_or(months);
    let most = shown.iter().map(|month| at(month.slips)).fold(1.0, f64::max);
    let line = canvas.line(Role::Small);
    let step = frame::step(most, 5.0).max(1.0);
    let marks = frame::ticks(most, step);
    let widest = canvas.measure(&thousands(u64::from(whole(most).unsigned_abs())), Role::Small);
    let left = f64::from(room.left) + widest + canvas.long(12.0);
    let (top, bottom) = (f64::from(room.top) + line, f64::from(room.bottom) - line * 1.3);
    let y = |slips: f64| bottom - (bottom - top) * slips / most;
    for mark in marks {
        canvas.stroke(&[(left, y(mark)), (f64::from(room.right), y(mark))], RULE, 1.0);
        let said = thousands(u64::from(whole(mark).unsigned_abs()));
        canvas.text(
            &said,
            (left - canvas.long(8.0), y(mark)),
            (Role::Small, Side::Right),
            FAINT,
        );
    }
    let each = ((f64::from(room.right) - left) / at(shown.len())).min(canvas.long(150.0));
    for (place, month) in shown.iter().enumerate() {
        let from = left + each * (at(place) + 0.18);
        let (right, middle) = (from + each * 0.64, from + each * 0.32);
        let parts = [(month.planned, planned()), (month.done, done())];
        let mut floor = 0.0;
        for (slips, fill) in parts {
            if slips > 0 {
                let roof = floor + at(slips);
                canvas.area(Rect::new(from, y(roof), right, y(floor)), fill);
                floor = roof;
            }
        }
        let total = thousands(u64::try_from(month.slips).unwrap_or(u64::MAX));
        canvas.text(
            &total,
            (middle, y(floor) - line / 2.0),
            (Role::Small, Side::Middle),
            INK,
        );
        let (name, size) = canvas.fitted(&month.month.to_string(), Role::Small, each * 0.96);
        canvas.sized(&name, (middle, bottom + line * 0.7), (size, Side::Middle), paint::FAINT);
    }
    canvas.stroke(&[(left, bottom), (f64::from(room.right), bottom)], AXIS, 1.5);
}
