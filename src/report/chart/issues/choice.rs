//! Draws the chart `choice`: the matrix of effect and ease, beside it what the numbers say.

use super::Drawing;
use crate::phrase::phrase;
use crate::report::chart::canvas::{Canvas, Rect, Role, Side};
use crate::report::chart::paint::{AXIS, Colour, FAINT, Fill, INK, RULE, WHITE};
use crate::report::chart::{ChartError, Kind};
use crate::report::finding::{ChallengeLine, ChoiceFinding};

/// The ground of a chosen challenge.
const CHOSEN: Colour = Colour(0x00, 0x72, 0xB2);
/// The ground of the others.
const OPEN: Colour = Colour(0xE4, 0xE9, 0xEC);
/// Steps of both scales.
const STEPS: u8 = 5;

pub(super) fn draw(canvas: &mut Canvas, drawing: &Drawing) -> Result<(), ChartError> {
    let found = &drawing.contents.issues.choice;
    if found.challenges.is_empty() {
        return Err(ChartError::NothingYet(Kind::Choice));
    }
    let lead = phrase("chart-choice-lead").with("sentence", found.sentence.as_str());
    let made_from: Vec<String> = found.advice.iter().cloned().collect();
    let room = drawing.frame(canvas, Kind::Choice, &drawing.text.say(&lead), &made_from);
    let split = f64::from(room.left) + room.width() * 0.6;
    let (top, bottom) = (f64::from(room.top), f64::from(room.bottom));
    matrix(
        canvas,
        drawing,
        found,
        Rect::new(f64::from(room.left), top, split, bottom),
    );
    let left = split + canvas.long(30.0);
    list(
        canvas,
        drawing,
        found,
        Rect::new(left, top, f64::from(room.right), bottom),
    );
    Ok(())
}

fn matrix(canvas: &mut Canvas, drawing: &Drawing, found: &ChoiceFinding, room: Rect) {
    let text = drawing.text;
    let line = canvas.line(Role::Small);
    let (left, top) = (
        f64::from(room.left) + canvas.long(30.0),
        f64::from(room.top) + line * 2.0,
    );
    let (right, bottom) = (f64::from(room.right), f64::from(room.bottom) - line * 3.0);
    let at = (f64::from(room.left), f64::from(room.top) + line / 2.0);
    canvas.text(&text.get("choice-effect-axis"), at, (Role::Small, Side::Left), INK);
    let corners = [
        ((left, top - line / 2.0), Side::Left, text.get("choice-word-long")),
        ((right, top - line / 2.0), Side::Right, text.get("choice-word-first")),
        ((left, bottom + line * 1.5), Side::Left, text.get("choice-word-leave")),
        ((right, bottom + line * 1.5), Side::Right, text.get("choice-word-aside")),
    ];
    for (at, side, word) in corners {
        canvas.text(&word, at, (Role::Small, side), FAINT);
    }
    let wide = (right - left) / f64::from(STEPS);
    let tall = (bottom - top) / f64::from(STEPS);
    for step in 0..STEPS {
        let (effect, ease) = (STEPS - step, step + 1);
        let y = top + tall * (f64::from(step) + 0.5);
        let before = left - canvas.long(8.0);
        canvas.text(&effect.to_string(), (before, y), (Role::Small, Side::Right), FAINT);
        let x = left + wide * (f64::from(step) + 0.5);
        let under = (x, bottom + line / 2.0);
        canvas.text(&ease.to_string(), under, (Role::Small, Side::Middle), FAINT);
    }
    let axis = text.get("choice-ease-axis");
    let middle = f64::midpoint(left, right);
    let (said, size) = canvas.fitted(&axis, Role::Small, right - left);
    canvas.sized(&said, (middle, bottom + line * 2.5), (size, Side::Middle), INK);
    for effect in 1..=STEPS {
        for ease in 1..=STEPS {
            let x = left + wide * f64::from(ease - 1);
            let y = top + tall * f64::from(STEPS - effect);
            let field = Rect::new(x, y, x + wide, y + tall);
            let ground = Fill {
                border: Some(RULE),
                ..Fill::plain(WHITE)
            };
            canvas.area(field, ground);
            numbers(canvas, found, found.at(effect, ease), field);
        }
    }
    // The halves of both scales.
    let (half_x, half_y) = (middle, f64::midpoint(top, bottom));
    canvas.stroke(&[(left, top), (left, bottom), (right, bottom)], AXIS, 2.0);
    canvas.stroke(&[(half_x, bottom), (half_x, bottom + canvas.long(6.0))], AXIS, 2.0);
    canvas.stroke(&[(left - canvas.long(6.0), half_y), (left, half_y)], AXIS, 2.0);
}

/// The numbers of a field, each on a ground of its own, in as many rows as it takes.
fn numbers(canvas: &mut Canvas, found: &ChoiceFinding, numbers: &[u32], field: Rect) {
    if numbers.is_empty() {
        return;
    }
    let gap = canvas.long(5.0);
    let (wide, tall) = (field.width() - 2.0 * gap, field.height() - 2.0 * gap);
    // As few columns as fit, so that the numbers are as large as they can be.
    let count = numbers.len();
    let columns = (1..=count).find(|columns| {
        let rows = count.div_ceil(*columns);
        tall / whole(rows) <= wide / whole(*columns) * 1.6
    });
    let columns = columns.unwrap_or(count);
    let rows = count.div_ceil(columns);
    let side = (wide / whole(columns)).min(tall / whole(rows)).min(canvas.long(46.0));
    let x = f64::from(field.left) + gap + (wide - side * whole(columns)) / 2.0;
    let y = f64::from(field.top) + gap + (tall - side * whole(rows)) / 2.0;
    for (place, number) in numbers.iter().enumerate() {
        let is_chosen = found.challenge(*number).is_some_and(|line| line.chosen.is_some());
        let colour = if is_chosen { CHOSEN } else { OPEN };
        let (at_x, at_y) = (x + side * whole(place % columns), y + side * whole(place / columns));
        let inset = side * 0.06;
        let plate = Rect::new(at_x + inset, at_y + inset, at_x + side - inset, at_y + side - inset);
        canvas.area(plate, Fill::plain(colour));
        let said = number.to_string();
        let size = canvas.size(Role::Label).min(side * 0.6);
        let fitted = size.min(size * side * 0.8 / canvas.letters.width(&said, size).max(1.0));
        let middle = (at_x + side / 2.0, at_y + side / 2.0);
        canvas.sized(&said, middle, (fitted, Side::Middle), colour.letters());
    }
}

fn whole(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}

/// What the numbers say: the chosen ones first, each over at most two lines; how many more there are where not all fit.
fn list(canvas: &mut Canvas, drawing: &Drawing, found: &ChoiceFinding, room: Rect) {
    let text = drawing.text;
    let line = canvas.line(Role::Label);
    let mut lines: Vec<&ChallengeLine> = found.challenges.iter().collect();
    lines.sort_by_key(|it| it.chosen.is_none());
    let label = |it: &ChallengeLine| {
        let said = match (&it.chosen, it.effect.zip(it.ease)) {
            (Some(_), _) => phrase("chart-choice-chosen"),
            (None, None) => phrase("chart-choice-unplaced"),
            (None, Some(_)) => return it.number.to_string(),
        };
        text.say(&said.with("number", it.number))
    };
    let mut y = f64::from(room.top);
    let count = lines.len();
    for (place, it) in lines.into_iter().enumerate() {
        let name = format!("{}  {}", label(it), it.text);
        let mut said = canvas.lines(&name, Role::Label, room.width());
        if said.len() > 2 {
            let rest = said.split_off(1).concat();
            said.push(canvas.fitted(&rest, Role::Label, room.width()).0);
        }
        let is_last = place + 1 == count;
        let reserve = if is_last { 0.0 } else { line };
        if y + line * whole(said.len()) + reserve > f64::from(room.bottom) {
            let rest = phrase("chart-choice-rest").with("count", count - place);
            let at = (f64::from(room.left), y + line / 2.0);
            canvas.text(&text.say(&rest), at, (Role::Label, Side::Left), FAINT);
            return;
        }
        let ink = if it.chosen.is_some() { CHOSEN } else { INK };
        for part in said {
            let (part, size) = canvas.fitted(&part, Role::Label, room.width());
            canvas.sized(&part, (f64::from(room.left), y + line / 2.0), (size, Side::Left), ink);
            y += line;
        }
        y += line * 0.3;
    }
}
