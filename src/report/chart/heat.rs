//! 時間帯×業務: the darker a field, the more minutes of a mean survey day.

use super::canvas::{Canvas, Rect, Role, Side};
use super::paint::{self, AXIS, FAINT, Fill, INK, WHITE};
use super::{ChartError, Drawing, Kind, frame};
use crate::office::SMALLEST_GROUP;
use crate::phrase::phrase;
use crate::report::finding::Heat;
use crate::report::{decimal_text, heat};

pub(super) fn draw(canvas: &mut Canvas, drawing: &Drawing) -> Result<(), ChartError> {
    let wave = *drawing.waves.last().ok_or(ChartError::NoSheets)?;
    let list = &drawing.holdings.founding.task_list;
    let sheets = &drawing.holdings.sheets;
    let found = heat(sheets, wave, list, &drawing.classes, drawing.text).ok_or(ChartError::NoWave(wave))?;
    // Task by hour comes close to the diary of a person; no form asks for it.
    if found.size.people < SMALLEST_GROUP {
        return Err(ChartError::TooFewPeople);
    }
    let lead = drawing.text.get("chart-heat-lead");
    let room = frame::frame(canvas, drawing, Kind::Heat, &lead, std::slice::from_ref(&found.size));
    let room = scale(canvas, drawing, &found, room);
    let rows: Vec<(String, Option<usize>, &[u32; 24])> = found
        .rows
        .iter()
        .map(|row| (format!("{} {}", row.code, row.name), Some(row.class), &row.minutes))
        .chain([(drawing.text.get("chart-unfilled"), None, &found.unfilled)])
        .collect();
    let head = canvas.line(Role::Small);
    let top = f64::from(room.top) + head;
    #[expect(clippy::cast_precision_loss, reason = "some dozens of rows")]
    let each = ((f64::from(room.bottom) - top) / rows.len() as f64).min(canvas.long(60.0));
    let size = canvas.size(Role::Label).min(each * 0.78);
    let names = rows.iter().map(|(name, ..)| canvas.letters.width(name, size));
    let names = names.fold(0.0, f64::max).min(room.width() * 0.36);
    let left = f64::from(room.left) + names + canvas.long(34.0);
    let grid = Grid {
        left,
        wide: (f64::from(room.right) - left) / 24.0,
        each,
        most: found.most(),
    };
    for hour in 0..24_u8 {
        let x = grid.left + grid.wide * (f64::from(hour) + 0.5);
        let y = f64::from(room.top) + head / 2.0;
        canvas.text(&hour.to_string(), (x, y), (Role::Small, Side::Middle), FAINT);
    }
    let mut from = top;
    for (name, class, minutes) in rows {
        let y = from + each / 2.0;
        let (said, fitted) = canvas.fitted(&name, Role::Label, names);
        let end = grid.left - canvas.long(28.0);
        canvas.sized(&said, (end, y), (fitted.min(size), Side::Right), INK);
        let fill = class.map_or_else(paint::unfilled, |class| paint::class(&drawing.classes, class));
        let mark = Rect::new(
            end + canvas.long(7.0),
            from + 1.0,
            grid.left - canvas.long(5.0),
            from + each - 1.0,
        );
        canvas.area(mark, fill);
        row(canvas, &found, minutes, &grid, (from, size));
        from += each;
    }
    Ok(())
}

/// Where the fields lie.
struct Grid {
    left: f64,
    wide: f64,
    each: f64,
    /// Minutes of the darkest field.
    most: f64,
}

fn row(canvas: &mut Canvas, found: &Heat, minutes: &[u32; 24], grid: &Grid, (from, size): (f64, f64)) {
    let mut x = grid.left;
    for minutes in minutes {
        let value = found.per_day(*minutes);
        let fill = if *minutes == 0 {
            Fill::plain(WHITE)
        } else {
            Fill::plain(paint::heat(value / grid.most.max(f64::MIN_POSITIVE)))
        };
        let fill = Fill {
            border: Some(paint::RULE),
            ..fill
        };
        canvas.area(Rect::new(x, from, x + grid.wide, from + grid.each), fill);
        if *minutes > 0 {
            let said = figure(value);
            let size = size.min(canvas.size(Role::Small));
            let wide = canvas.letters.width(&said, size);
            let size = size.min(size * (grid.wide - 3.0) / wide.max(1.0));
            let middle = (x + grid.wide / 2.0, from + grid.each / 2.0);
            canvas.sized(&said, middle, (size, Side::Middle), fill.colour.letters());
        }
        x += grid.wide;
    }
}

/// Whole minutes; under one minute with one decimal, so that little does not read as nothing.
fn figure(value: f64) -> String {
    decimal_text(value, u8::from(value < 0.95))
}

/// The scale of the colours.
fn scale(canvas: &mut Canvas, drawing: &Drawing, found: &Heat, room: Rect) -> Rect {
    let tall = canvas.line(Role::Label);
    let y = f64::from(room.top) + tall / 2.0;
    let said = drawing.text.get("chart-heat-scale");
    let mut x = f64::from(room.left);
    canvas.text(&said, (x, y), (Role::Small, Side::Left), FAINT);
    x += canvas.measure(&said, Role::Small) + canvas.long(12.0);
    canvas.text("0", (x, y), (Role::Small, Side::Left), FAINT);
    x += canvas.measure("0", Role::Small) + canvas.long(8.0);
    let (steps, wide) = (40_u8, canvas.long(7.0));
    for step in 0..steps {
        let at = x + wide * f64::from(step);
        let colour = paint::heat(f64::from(step + 1) / f64::from(steps));
        canvas.area(
            Rect::new(at, y - tall * 0.3, at + wide, y + tall * 0.3),
            Fill::plain(colour),
        );
    }
    x += wide * f64::from(steps) + canvas.long(8.0);
    let most = figure(found.most());
    let most = drawing.text.say(&phrase("chart-minutes").with("minutes", most));
    canvas.text(&most, (x, y), (Role::Small, Side::Left), FAINT);
    canvas.stroke(
        &[
            (f64::from(room.left), y + tall * 0.62),
            (f64::from(room.right), y + tall * 0.62),
        ],
        AXIS,
        1.0,
    );
    Rect::new(
        f64::from(room.left),
        y + tall * 0.7,
        f64::from(room.right),
        f64::from(room.bottom),
    )
}
