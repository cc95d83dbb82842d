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
    canvas.stroke(&[(left, top), (left, bottom), (right, bottom)], AXIS, 2.0);
}

/// The numbers of a field, each on a ground of its own, in as many rows as it takes.
fn numbers(canvas: &mut Canvas, found: &ChoiceFinding, numbers: &[u32], field: Rect) {
    if numbers.is_empty() {
        return;
    }
    let gap = canvas.long(5.0);
    let (wide, tall) = (field.width() - 2.0 * gap, field.height() - 2.0 * gap);
    let count = numbers.len();
    let side_of = |columns: usize| (wide / whole(columns)).min(tall / whole(count.div_ceil(columns)));
    // As many columns as leave the numbers as large as they can be; beside each other rather than above.
    let best = (1..=count).max_by(|a, b| side_of(*a).total_cmp(&side_of(*b)));
    let columns = best.unwrap_or(1);
    let rows = count.div_ceil(columns);
    let side = side_of(columns).min(canvas.long(46.0));
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

/// One line of the list.
struct Told {
    words: String,
    role: Role,
    ink: Colour,
}

/// What the numbers say: the chosen ones first with their reason, each over a few lines; how many more there are where not
/// all fit. Reasons give way where there is no room for them.
fn list(canvas: &mut Canvas, drawing: &Drawing, found: &ChoiceFinding, room: Rect) {
    let mut lines: Vec<&ChallengeLine> = found.challenges.iter().collect();
    lines.sort_by_key(|it| it.chosen.is_none());
    let blocks_of = |with_reasons: bool| -> Vec<Vec<Told>> {
        let block = |it: &&ChallengeLine| told(canvas, drawing, it, with_reasons, room.width());
        lines.iter().map(block).collect()
    };
    let gap = canvas.line(Role::Label) * 0.3;
    let height = |block: &[Told]| block.iter().map(|line| canvas.line(line.role)).sum::<f64>() + gap;
    let tall = |blocks: &[Vec<Told>]| blocks.iter().map(|block| height(block)).sum::<f64>();
    let mut blocks = blocks_of(true);
    if tall(&blocks) > room.height() {
        blocks = blocks_of(false);
    }
    let heights: Vec<f64> = blocks.iter().map(|block| height(block)).collect();
    let (left, bottom) = (f64::from(room.left), f64::from(room.bottom));
    let last = canvas.line(Role::Label);
    let mut y = f64::from(room.top);
    let count = blocks.len();
    for (place, (block, height)) in blocks.into_iter().zip(heights).enumerate() {
        let reserve = if place + 1 == count { 0.0 } else { last };
        if y + height + reserve > bottom {
            let rest = phrase("chart-choice-rest").with("count", count - place);
            let at = (left, y + last / 2.0);
            canvas.text(&drawing.text.say(&rest), at, (Role::Label, Side::Left), FAINT);
            return;
        }
        for line in block {
            let tall = canvas.line(line.role);
            let (words, size) = canvas.fitted(&line.words, line.role, room.width());
            canvas.sized(&words, (left, y + tall / 2.0), (size, Side::Left), line.ink);
            y += tall;
        }
        y += gap;
    }
}

/// Number, words and reason of a challenge.
fn told(canvas: &Canvas, drawing: &Drawing, line: &ChallengeLine, with_reason: bool, room: f64) -> Vec<Told> {
    let text = drawing.text;
    let label = match (&line.chosen, line.effect.zip(line.ease)) {
        (Some(_), _) => text.say(&phrase("chart-choice-chosen").with("number", line.number)),
        (None, None) => text.say(&phrase("chart-choice-unplaced").with("number", line.number)),
        (None, Some(_)) => line.number.to_string(),
    };
    let ink = if line.chosen.is_some() { CHOSEN } else { INK };
    let mut told = cut_to(canvas, &format!("{label}  {}", line.text), Role::Label, room, ink);
    if let Some(chosen) = line.chosen.as_ref().filter(|_| with_reason) {
        let because = phrase("chart-choice-because").with("because", chosen.because.as_str());
        told.extend(cut_to(canvas, &text.say(&because), Role::Small, room, FAINT));
    }
    told
}

/// A text over at most two lines.
fn cut_to(canvas: &Canvas, words: &str, role: Role, room: f64, ink: Colour) -> Vec<Told> {
    let mut lines = canvas.lines(words, role, room);
    if lines.len() > 2 {
        let rest = lines.split_off(1).concat();
        lines.push(canvas.fitted(&rest, role, room).0);
    }
    let told = lines.into_iter().map(|words| Told { words, role, ink });
    told.collect()
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use crate::book::Founding;
    use crate::catalog::Catalog;
    use crate::issues::{Challenge, ChallengeId, Decision, Degree};
    use crate::office::Office;
    use crate::report::chart::{Choice, Contents, Kind, Look};
    use crate::report::{Holdings, issues, summary};
    use crate::text::{Lang, Text};
    use crate::worktime::NightHours;

    /// So many challenges; half of them in one field, every third chosen with a long reason, the last not placed.
    fn holdings(count: u32) -> Holdings {
        let catalog = Catalog::built_in();
        let founding = Founding {
            office: Office::default(),
            task_list: catalog.task_list("kasan-2024").unwrap().clone(),
            slot_minutes: 10,
            night: NightHours::default(),
        };
        let mut holdings = Holdings::empty(founding, catalog);
        holdings.issues.challenges = (1..=count)
            .map(|id| {
                let words = "利用者ごとの排せつの時間が共有されていないので、何度も声をかけて回っている";
                let mut challenge = Challenge::named(ChallengeId(id), &format!("{words} {id}"));
                if id != count {
                    let degree = |number: u32| Degree::of(u8::try_from(number).unwrap());
                    (challenge.effect, challenge.ease) = match id % 2 {
                        0 => (degree(5), degree(5)),
                        _ => (degree(id % 5 + 1), degree(id / 5 % 5 + 1)),
                    };
                }
                if id % 3 == 0 {
                    challenge.chosen = Some(Decision {
                        because: words.repeat(2),
                        on: NaiveDate::from_ymd_opt(2026, 1, 20).unwrap(),
                        by: None,
                    });
                }
                challenge
            })
            .collect();
        holdings
    }

    #[test]
    fn no_word_is_cut_or_lies_on_another() {
        for (count, lang) in [
            (1, Lang::Ja),
            (5, Lang::Ja),
            (5, Lang::En),
            (24, Lang::Ja),
            (24, Lang::En),
        ] {
            let holdings = holdings(count);
            let text = Text::new(lang);
            let today = NaiveDate::from_ymd_opt(2026, 2, 10).unwrap();
            let contents = Contents {
                holdings: &holdings,
                summary: &summary(&holdings.founding, &holdings.sheets, &text).unwrap(),
                issues: &issues(&holdings, today, &text),
                effect: &crate::report::effect(&holdings, Vec::new(), today, &text).unwrap(),
                version: "0.0.0",
            };
            for (width, height) in [(640, 400), (800, 500), (1600, 1000), (900, 3000), (3000, 500)] {
                let look = Look::new(width, height, false).unwrap();
                let canvas = super::super::canvas_of(Kind::Choice, &contents, &Choice::default(), look, &text).unwrap();
                let place = format!("{count} {lang:?} {width}x{height}");
                for (index, words) in canvas.words.iter().enumerate() {
                    let half = words.size * 0.44;
                    let (right, low) = (words.x + words.width, words.y + half);
                    let inside = words.x >= -0.5
                        && words.y - half >= -0.5
                        && right <= f64::from(width) + 0.5
                        && low <= f64::from(height) + 0.5;
                    assert!(inside, "{place}: {words:?} is cut");
                    for other in canvas.words.iter().skip(index + 1) {
                        let other_half = other.size * 0.44;
                        let apart = right <= other.x + 1.0
                            || other.x + other.width <= words.x + 1.0
                            || low <= other.y - other_half + 1.0
                            || other.y + other_half <= words.y - half + 1.0;
                        assert!(apart, "{place}: {words:?} lies on {other:?}");
                    }
                }
            }
        }
    }
}
