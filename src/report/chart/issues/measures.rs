//! Draws the chart `measures`: a bar for each measure over the weeks, its steps and checks below it, and today.

use chrono::{Datelike, Days, NaiveDate};

use super::Drawing;
use crate::issues::Status;
use crate::phrase::phrase;
use crate::report::chart::canvas::{Canvas, Rect, Role, Side};
use crate::report::chart::frame::{self, Entry, Mark};
use crate::report::chart::paint::{self, AXIS, Colour, FAINT, Fill, INK, Pattern, RULE, WHITE};
use crate::report::chart::{ChartError, Kind};
use crate::report::finding::{MeasureLine, MeasuresFinding, PlanWeeks};

const NOW: Colour = Colour(0xD5, 0x5E, 0x00);

/// How the bar of a status is filled.
fn fill(status: Status) -> Fill {
    let patterned = |colour: Colour, pattern: Pattern| Fill {
        pattern,
        strokes: colour.towards(WHITE, 0.62),
        ..Fill::plain(colour)
    };
    match status {
        Status::Planned => paint::unfilled(),
        Status::Underway => Fill::plain(Colour(0x00, 0x72, 0xB2)),
        Status::Stuck => patterned(Colour(0xD5, 0x5E, 0x00), Pattern::Lattice),
        Status::Done => patterned(Colour(0x00, 0x9E, 0x73), Pattern::Level),
        Status::Dropped => patterned(Colour(0x8A, 0x8A, 0x8A), Pattern::Upright),
    }
}

/// Days laid over pixels.
struct Stretch {
    weeks: PlanWeeks,
    left: f64,
    right: f64,
}

impl Stretch {
    /// Where a day begins.
    fn x(&self, day: NaiveDate) -> f64 {
        let all = days(self.weeks.from, self.weeks.to) + 1.0;
        self.left + (self.right - self.left) * days(self.weeks.from, day) / all
    }

    fn middle(&self, day: NaiveDate) -> f64 {
        f64::midpoint(self.x(day), self.x(day.succ_opt().unwrap_or(day)))
    }

    fn holds(&self, day: NaiveDate) -> bool {
        (self.weeks.from..=self.weeks.to).contains(&day)
    }
}

fn days(from: NaiveDate, to: NaiveDate) -> f64 {
    f64::from(i32::try_from((to - from).num_days()).unwrap_or(i32::MAX))
}

pub(super) fn draw(canvas: &mut Canvas, drawing: &Drawing) -> Result<(), ChartError> {
    let finding = &drawing.contents.issues.measures;
    let weeks = finding.weeks.ok_or(ChartError::NothingYet(Kind::Measures))?;
    let lead = phrase("measures-chart-lead").with("sentence", finding.sentence.as_str());
    let made = phrase("measures-chart-today").with("today", finding.today.to_string());
    let lead = drawing.text.say(&lead);
    let room = drawing.frame(canvas, Kind::Measures, &lead, &[drawing.text.say(&made)]);
    let entries: Vec<Entry> = finding
        .counts
        .iter()
        .filter(|count| count.measures > 0)
        .map(|count| Entry {
            name: count.name.clone(),
            mark: Mark::Area(fill(count.status)),
        })
        .collect();
    let room = frame::legend(canvas, &entries, room);
    rows(canvas, drawing, finding, weeks, room);
    Ok(())
}

fn rows(canvas: &mut Canvas, drawing: &Drawing, finding: &MeasuresFinding, weeks: PlanWeeks, room: Rect) {
    let head = canvas.line(Role::Small);
    let top = f64::from(room.top) + head * 2.0;
    let tall = f64::from(room.bottom) - top;
    let least = canvas.line(Role::Small) * 1.25;
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "some dozens of rows"
    )]
    let most = (tall / least).max(2.0) as usize;
    let mut lines: Vec<&MeasureLine> = finding.measures.iter().collect();
    lines.sort_by_key(|line| (line.status.is_over(), line.start, line.number));
    let hidden = if lines.len() > most { lines.len() + 1 - most } else { 0 };
    lines.truncate(lines.len() - hidden);
    let count = f64::from(u32::try_from(lines.len() + usize::from(hidden > 0)).unwrap_or(u32::MAX));
    let each = (tall / count).min(canvas.long(190.0));
    let size = canvas.size(Role::Label).min(each * 0.6);
    let status = lines.iter().map(|line| canvas.letters.width(&line.status_name, size));
    let status = status.fold(0.0, f64::max) + canvas.long(14.0);
    let names = room.width() * 0.3;
    let scale = Stretch {
        weeks,
        left: f64::from(room.left) + names + status,
        right: f64::from(room.right),
    };
    let bottom = top + each * count;
    axis(canvas, drawing, &scale, (f64::from(room.top), top, bottom));
    for (place, line) in lines.iter().enumerate() {
        let from = top + each * f64::from(u32::try_from(place).unwrap_or(0));
        let left = f64::from(room.left);
        canvas.stroke(&[(left, from), (scale.right, from)], RULE, 1.0);
        words(
            canvas,
            drawing,
            line,
            (left, from),
            (names - canvas.long(12.0), each),
            size,
        );
        let at = (scale.left - status, from + each / 2.0);
        canvas.sized(&line.status_name, at, (size, Side::Left), INK);
        bar(canvas, line, &scale, (from, each));
    }
    if hidden > 0 {
        let said = phrase("measures-chart-more").with("measures", hidden);
        let at = (f64::from(room.left), bottom - each / 2.0);
        canvas.sized(&drawing.text.say(&said), at, (size, Side::Left), FAINT);
    }
    now(
        canvas,
        drawing,
        finding.today,
        &scale,
        (f64::from(room.top), top, bottom),
    );
}

/// What a measure is, from when to when, and why it stands so, as far as its row has room for it.
fn words(
    canvas: &mut Canvas,
    drawing: &Drawing,
    line: &MeasureLine,
    (left, from): (f64, f64),
    (wide, tall): (f64, f64),
    size: f64,
) {
    let name = format!("{} {}", line.number, line.text);
    let lines = canvas.lines(&name, Role::Label, wide);
    let more = detail(line, drawing);
    let more: Vec<String> = more
        .iter()
        .flat_map(|said| canvas.lines(said, Role::Small, wide))
        .collect();
    let (high, small) = (canvas.line(Role::Label), canvas.line(Role::Small));
    let own = high * f64::from(u32::try_from(lines.len()).unwrap_or(u32::MAX));
    if own > tall {
        let (words, fitted) = canvas.fitted(&name, Role::Label, wide);
        canvas.sized(&words, (left, from + tall / 2.0), (fitted.min(size), Side::Left), INK);
        return;
    }
    let all = own + small * f64::from(u32::try_from(more.len()).unwrap_or(u32::MAX));
    // Half of it would be read as all of it.
    let more = if all <= tall { more } else { Vec::new() };
    let used = if more.is_empty() { own } else { all };
    let mut y = from + (tall - used) / 2.0;
    let rows = lines.into_iter().map(|said| (said, Role::Label, high, INK));
    for (said, role, high, colour) in rows.chain(more.into_iter().map(|said| (said, Role::Small, small, FAINT))) {
        let (said, fitted) = canvas.fitted(&said, role, wide);
        canvas.sized(&said, (left, y + high / 2.0), (fitted, Side::Left), colour);
        y += high;
    }
}

/// The days of a measure, and the last word of why it stands so.
fn detail(line: &MeasureLine, drawing: &Drawing) -> Vec<String> {
    let days = phrase("range")
        .with("low", line.start.to_string())
        .with("high", line.end.to_string());
    let why = line.news.last().map(|news| {
        let said = phrase("measures-why")
            .with("on", news.on.to_string())
            .with("word", news.word.as_str());
        drawing.text.say(&said)
    });
    [drawing.text.say(&days)].into_iter().chain(why).collect()
}

/// Months with their names, and a thin line at each Monday.
fn axis(canvas: &mut Canvas, drawing: &Drawing, scale: &Stretch, (_, top, bottom): (f64, f64, f64)) {
    let y = top - canvas.line(Role::Small) / 2.0;
    let mut day = scale.weeks.from;
    while day <= scale.weeks.to {
        let x = scale.x(day);
        canvas.stroke(&[(x, top), (x, bottom)], RULE, 1.0);
        let Some(next) = day.checked_add_days(Days::new(7)) else {
            break;
        };
        day = next;
    }
    let mut day = scale.weeks.from;
    let mut free = scale.left;
    while day <= scale.weeks.to {
        let is_first = day == scale.weeks.from;
        if is_first || day.day() == 1 {
            let x = scale.x(day);
            if !is_first {
                canvas.stroke(&[(x, top), (x, bottom)], AXIS, 1.5);
            }
            let said = if is_first || day.month() == 1 {
                phrase("measures-year-month").with("year", day.year().to_string())
            } else {
                phrase("measures-month")
            };
            let said = drawing.text.say(&said.with("month", day.month()));
            let wide = canvas.measure(&said, Role::Small);
            if x >= free && x + wide <= scale.right {
                canvas.text(&said, (x, y), (Role::Small, Side::Left), FAINT);
                free = x + wide + canvas.long(8.0);
            }
        }
        let Some(next) = day.succ_opt() else { break };
        day = next;
    }
}

/// The bar of a measure, with its steps as dots and its checks as squares below; filled where they are done.
fn bar(canvas: &mut Canvas, line: &MeasureLine, scale: &Stretch, (from, each): (f64, f64)) {
    let (left, right) = (scale.x(line.start), scale.x(line.end.succ_opt().unwrap_or(line.end)));
    let rect = Rect::new(left, from + each * 0.16, right, from + each * 0.56);
    canvas.area(rect, fill(line.status));
    let y = from + each * 0.78;
    let half = (each * 0.13).min(canvas.long(9.0));
    canvas.stroke(&[(left, y), (right, y)], AXIS, 1.0);
    for check in &line.checks {
        let x = scale.middle(check.on);
        canvas.area(Rect::new(x - half, y - half, x + half, y + half), Fill::plain(INK));
        if check.done.is_none() {
            let inner = half * 0.6;
            canvas.area(
                Rect::new(x - inner, y - inner, x + inner, y + inner),
                Fill::plain(WHITE),
            );
        }
    }
    for step in &line.steps {
        let at = (scale.middle(step.due), y);
        canvas.dot(at, half, INK);
        if step.done.is_none() {
            canvas.dot(at, half * 0.6, WHITE);
        }
    }
}

/// The line of today, with its date above the months.
fn now(canvas: &mut Canvas, drawing: &Drawing, today: NaiveDate, scale: &Stretch, (top, _, bottom): (f64, f64, f64)) {
    if !scale.holds(today) {
        return;
    }
    let x = scale.middle(today);
    let head = canvas.line(Role::Small);
    canvas.stroke(&[(x, top + head), (x, bottom)], NOW, 3.0);
    let said = format!("{} {today}", drawing.text.get("measures-today"));
    let half = canvas.measure(&said, Role::Small) / 2.0;
    let at = x.clamp(scale.left + half, (scale.right - half).max(scale.left + half));
    canvas.text(&said, (at, top + head / 2.0), (Role::Small, Side::Middle), INK);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::book::Founding;
    use crate::catalog::Catalog;
    use crate::issues::{MeasureDraft, MeasureGround, MeasureId, ViewpointCode};
    use crate::office::Office;
    use crate::report::chart::{Choice, Contents, Look};
    use crate::report::{Holdings, issues, summary};
    use crate::text::{Lang, Text};
    use crate::worktime::NightHours;

    fn day(month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, month, day).unwrap()
    }

    fn holdings(measures: u32, text: &str) -> Holdings {
        let catalog = Catalog::built_in();
        let founding = Founding {
            office: Office::default(),
            task_list: catalog.task_list("kasan-2024").unwrap().clone(),
            slot_minutes: 10,
            night: NightHours::default(),
        };
        let mut holdings = Holdings::empty(founding, catalog);
        let ground = MeasureGround {
            viewpoints: vec![ViewpointCode("4".to_owned())],
            ..MeasureGround::default()
        };
        for number in 1..=measures {
            let draft = MeasureDraft {
                text: text.to_owned(),
                challenge: None,
                viewpoint: Some(ViewpointCode("4".to_owned())),
                owner: None,
                start: day(1 + number % 5, 1 + number % 28),
                end: None,
                indicators: Vec::new(),
                checks: None,
            };
            let measure = draft.decided(MeasureId(number), day(1, 5), &ground).unwrap();
            let status = Status::ALL[usize::try_from(number).unwrap() % 5];
            let told = measure.with_news(
                day(2, 1),
                status,
                "人が足りず、次の月まで待つことになりました",
                day(2, 10),
            );
            let told = told.unwrap().with_step("様式を集める", day(2, 20)).unwrap();
            holdings.issues.measures.push(told);
        }
        holdings
    }

    fn canvas(holdings: &Holdings, (width, height): (u32, u32), lang: Lang) -> Result<Canvas, ChartError> {
        let text = Text::new(lang);
        let issues = issues(holdings, day(2, 10), &text);
        let contents = Contents {
            holdings,
            summary: &summary(&holdings.founding, &holdings.sheets, &text).unwrap(),
            issues: &issues,
            effect: &crate::report::effect(holdings, Vec::new(), day(2, 10), &text).unwrap(),
            version: "0.0.0",
        };
        let look = Look::new(width, height, false).unwrap();
        super::super::canvas_of(Kind::Measures, &contents, &Choice::default(), look, &text)
    }

    #[test]
    fn no_word_is_cut_by_the_edge_or_lies_on_another() {
        let long = "記録の様式を1つにまとめ、居室のタブレットで一度だけ書くようにして、古い用紙をすべてやめる";
        for (measures, text) in [(1, "様式"), (3, long), (9, long), (60, long)] {
            let holdings = holdings(measures, text);
            for (size, lang) in [
                ((1600, 1000), Lang::Ja),
                ((800, 500), Lang::En),
                ((640, 400), Lang::Ja),
                ((900, 3000), Lang::Ja),
                ((3000, 500), Lang::En),
            ] {
                let canvas = canvas(&holdings, size, lang).unwrap();
                let boxes: Vec<[f64; 4]> = canvas
                    .words
                    .iter()
                    .map(|it| [it.x, it.y - it.size * 0.44, it.x + it.width, it.y + it.size * 0.44])
                    .collect();
                for (index, own) in boxes.iter().enumerate() {
                    let place = format!("{measures} {size:?} {:?}", canvas.words[index]);
                    let (wide, high) = (f64::from(size.0), f64::from(size.1));
                    let inside = own[0] >= -0.5 && own[1] >= -0.5 && own[2] <= wide + 0.5 && own[3] <= high + 0.5;
                    assert!(inside, "{place} is cut");
                    for (other, with) in boxes.iter().zip(&canvas.words).skip(index + 1) {
                        let apart = own[2] <= other[0] + 1.0
                            || other[2] <= own[0] + 1.0
                            || own[3] <= other[1] + 1.0
                            || other[3] <= own[1] + 1.0;
                        assert!(apart, "{place} lies on {with:?}");
                    }
                }
            }
        }
    }

    #[test]
    fn a_book_without_measures_has_no_chart() {
        let error = canvas(&holdings(0, ""), (1600, 1000), Lang::Ja).unwrap_err();
        assert_eq!(error, ChartError::NothingYet(Kind::Measures));
    }
}
