//! 業務表と実際: by task what was done as planned, at another hour, not done, and not planned; by hour planned beside done.

use super::canvas::{Canvas, Rect, Role, Side};
use super::frame::{Entry, Mark};
use super::paint::{self, AXIS, Colour, FAINT, Fill, INK, Pattern, RULE, WHITE};
use super::{ChartError, Drawing, Kind, frame};
use crate::phrase::phrase;
use crate::report::finding::{PlanFigures, PlanTaskLine, PlanWave, WaveSize};
use crate::report::{plan, thousands};

/// As planned, shifted, not done, not planned.
fn fills() -> [Fill; 4] {
    let striped = |colour: Colour, pattern: Pattern| Fill {
        pattern,
        strokes: colour.towards(WHITE, 0.62),
        ..Fill::plain(colour)
    };
    [
        Fill::plain(Colour(0x00, 0x72, 0xB2)),
        striped(Colour(0x56, 0xB4, 0xE9), Pattern::Rising),
        paint::unfilled(),
        striped(Colour(0xD5, 0x5E, 0x00), Pattern::Dots),
    ]
}

fn parts(figures: &PlanFigures) -> [u32; 4] {
    [
        figures.as_planned,
        figures.shifted,
        figures.not_done,
        figures.not_planned,
    ]
}

pub(super) fn draw(canvas: &mut Canvas, drawing: &Drawing) -> Result<(), ChartError> {
    let found = plan(drawing.holdings, drawing.text);
    let chosen = |wave: &&PlanWave| drawing.summary.waves.iter().any(|line| line.id == wave.id);
    let with_sheets = found.waves.iter().filter(|wave| wave.compared > 0);
    let wave = with_sheets.rev().find(chosen).ok_or(ChartError::NoPlan)?;
    if wave.hidden {
        return Err(ChartError::TooFewPeople);
    }
    let size = drawing.summary.waves.iter().find(|line| line.id == wave.id);
    let size = size.map(WaveSize::of).ok_or(ChartError::NoPlan)?;
    let lead = phrase("chart-plan-lead")
        .with("sentence", wave.sentence.as_str())
        .with("compared", wave.compared)
        .with("sheets", wave.sheets);
    let lead = drawing.text.say(&lead);
    let room = frame::frame(canvas, drawing, Kind::Plan, &lead, std::slice::from_ref(&size));
    let names = [
        drawing.text.get("chart-plan-as-planned"),
        drawing.text.get("chart-plan-shifted"),
        drawing.text.get("chart-plan-not-done"),
        drawing.text.get("chart-plan-not-planned"),
    ];
    let entries = names.into_iter().zip(fills()).map(|(name, fill)| Entry {
        name,
        mark: Mark::Area(fill),
    });
    let room = frame::legend(canvas, &entries.collect::<Vec<Entry>>(), room);
    let split = f64::from(room.left) + room.width() * 0.64;
    let (left, right) = (f64::from(room.left), f64::from(room.right));
    let (top, bottom) = (f64::from(room.top), f64::from(room.bottom));
    by_task(canvas, drawing, wave, Rect::new(left, top, split, bottom));
    by_hour(
        canvas,
        drawing,
        wave,
        Rect::new(split + canvas.long(40.0), top, right, bottom),
    );
    Ok(())
}

/// Tasks that were planned or done, the longest first; the rest together where there are more than rows.
fn rows(wave: &PlanWave, most: usize, other: String) -> Vec<(String, PlanFigures)> {
    let mut lines: Vec<&PlanTaskLine> = wave.tasks.iter().collect();
    lines.retain(|line| line.figures.planned + line.figures.done > 0);
    lines.sort_by_key(|line| std::cmp::Reverse(parts(&line.figures).iter().sum::<u32>()));
    let rest = if lines.len() > most {
        lines.split_off(most - 1)
    } else {
        Vec::new()
    };
    let name = |line: &PlanTaskLine| format!("{} {}", line.code, line.name);
    let mut rows: Vec<(String, PlanFigures)> = lines.iter().map(|line| (name(line), line.figures)).collect();
    if !rest.is_empty() {
        let sum = |of: fn(&PlanFigures) -> u32| rest.iter().map(|line| of(&line.figures)).sum();
        let figures = PlanFigures {
            planned: sum(|figures| figures.planned),
            done: sum(|figures| figures.done),
            as_planned: sum(|figures| figures.as_planned),
            shifted: sum(|figures| figures.shifted),
            not_done: sum(|figures| figures.not_done),
            not_planned: sum(|figures| figures.not_planned),
        };
        rows.push((other, figures));
    }
    rows
}

fn by_task(canvas: &mut Canvas, drawing: &Drawing, wave: &PlanWave, room: Rect) {
    let text = drawing.text;
    let head = canvas.line(Role::Small);
    let top = f64::from(room.top) + head;
    let tall = f64::from(room.bottom) - top;
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "some dozens of rows"
    )]
    let most = ((tall / canvas.long(19.0)) as usize).max(4);
    let rows = rows(wave, most, text.get("chart-other-tasks"));
    #[expect(clippy::cast_precision_loss, reason = "some dozens of rows")]
    let each = (tall / rows.len().max(1) as f64).min(canvas.long(48.0));
    let size = canvas.size(Role::Label).min(each * 0.76);
    let names = rows.iter().map(|(name, _)| canvas.letters.width(name, size));
    let names = names.fold(0.0, f64::max).min(room.width() * 0.46);
    let heads = [text.get("chart-plan-planned"), text.get("chart-plan-done")];
    let wide = canvas.letters.width("00,000", size);
    let wide = heads
        .iter()
        .map(|head| canvas.measure(head, Role::Small))
        .fold(wide, f64::max)
        + canvas.long(14.0);
    let ends = [f64::from(room.right) - wide, f64::from(room.right)];
    let y = f64::from(room.top) + head / 2.0;
    for (head, end) in heads.iter().zip(ends) {
        canvas.text(head, (end, y), (Role::Small, Side::Right), FAINT);
    }
    let bars = f64::from(room.left) + names + canvas.long(14.0);
    let longest = ends[0] - wide - canvas.long(8.0) - bars;
    let (said, fitted) = canvas.fitted(&text.get("chart-plan-minutes"), Role::Small, longest);
    canvas.sized(&said, (bars, y), (fitted, Side::Left), FAINT);
    let most = rows
        .iter()
        .map(|(_, figures)| parts(figures).iter().sum::<u32>())
        .max()
        .unwrap_or(1);
    let scale = longest / f64::from(most.max(1));
    let mut from = top;
    for (name, figures) in &rows {
        let y = from + each / 2.0;
        let (said, fitted) = canvas.fitted(name, Role::Label, names);
        let end = bars - canvas.long(10.0);
        canvas.sized(&said, (end, y), (fitted.min(size), Side::Right), INK);
        let mut x = bars;
        for (minutes, fill) in parts(figures).into_iter().zip(fills()) {
            let width = f64::from(minutes) * scale;
            canvas.area(Rect::new(x, from + each * 0.12, x + width, from + each * 0.88), fill);
            x += width;
        }
        for (minutes, end) in [figures.planned, figures.done].into_iter().zip(ends) {
            canvas.sized(&thousands(minutes), (end, y), (size, Side::Right), INK);
        }
        from += each;
    }
}

fn by_hour(canvas: &mut Canvas, drawing: &Drawing, wave: &PlanWave, room: Rect) {
    let text = drawing.text;
    let head = canvas.line(Role::Small);
    let planned = Fill {
        border: Some(FAINT),
        ..Fill::plain(Colour(0xE4, 0xE9, 0xEC))
    };
    let done = Fill::plain(Colour(0x00, 0x72, 0xB2));
    let names = [
        (text.get("chart-plan-planned"), planned),
        (text.get("chart-plan-done"), done),
    ];
    let entries = names.into_iter().map(|(name, fill)| Entry {
        name,
        mark: Mark::Area(fill),
    });
    let key = Rect::new(
        f64::from(room.left),
        f64::from(room.top) - canvas.line(Role::Label) * 0.25,
        f64::from(room.right),
        f64::from(room.bottom),
    );
    frame::legend(canvas, &entries.collect::<Vec<Entry>>(), key);
    let top = f64::from(room.top) + head;
    let each = (f64::from(room.bottom) - top) / 24.0;
    let size = canvas.size(Role::Small).min(each * 0.82);
    let hour_name = |hour: u16| text.say(&phrase("chart-hour").with("hour", hour));
    let label = wave
        .hours
        .iter()
        .map(|line| canvas.letters.width(&hour_name(line.hour), size));
    let left = f64::from(room.left) + label.fold(0.0, f64::max) + canvas.long(10.0);
    let figures = canvas.letters.width("00,000 / 00,000", size);
    let most = wave
        .hours
        .iter()
        .map(|line| line.planned.max(line.done))
        .max()
        .unwrap_or(1)
        .max(1);
    let scale = (f64::from(room.right) - figures - canvas.long(8.0) - left) / f64::from(most);
    canvas.stroke(&[(left, top), (left, f64::from(room.bottom))], AXIS, 1.0);
    for line in &wave.hours {
        let from = top + each * f64::from(line.hour);
        let y = from + each / 2.0;
        let at = (left - canvas.long(6.0), y);
        canvas.sized(&hour_name(line.hour), at, (size, Side::Right), FAINT);
        let ends = [(left, from), (f64::from(room.right), from)];
        canvas.stroke(&ends, RULE, 1.0);
        let bar = |minutes: u32, high: f64, low: f64| {
            Rect::new(
                left,
                from + each * high,
                left + f64::from(minutes) * scale,
                from + each * low,
            )
        };
        canvas.area(bar(line.planned, 0.1, 0.48), planned);
        canvas.area(bar(line.done, 0.5, 0.9), done);
        if line.planned + line.done > 0 {
            let said = format!("{} / {}", thousands(line.planned), thousands(line.done));
            canvas.sized(&said, (f64::from(room.right), y), (size, Side::Right), INK);
        }
    }
}
