//! Draws the chart `notices`: kind of trouble by part of the day, the darker the more, and bars by place.

use super::Drawing;
use crate::phrase::phrase;
use crate::report::chart::canvas::{Canvas, Rect, Role, Side};
use crate::report::chart::paint::{self, FAINT, Fill, INK, WHITE};
use crate::report::chart::{ChartError, Kind};
use crate::report::finding::{NoticeCell, NoticesFinding};
use crate::worktime::Hue;

/// The part of the width that the heat map takes.
const HEAT: f64 = 0.66;

pub(super) fn draw(canvas: &mut Canvas, drawing: &Drawing) -> Result<(), ChartError> {
    let found = &drawing.contents.issues.notices;
    if found.count == 0 {
        return Err(ChartError::NothingYet(Kind::Notices));
    }
    let text = drawing.text;
    let how = text.get("notices-chart-lead");
    let lead = match &found.sentence {
        Some(sentence) => format!("{sentence} {how}"),
        None => how,
    };
    let source = phrase("notices-chart-source")
        .with("count", found.count)
        .with("merged", found.merged)
        .with("kind", found.without_kind)
        .with("part", found.without_part)
        .with("weight", found.without_weight);
    let room = drawing.frame(canvas, Kind::Notices, &lead, &[text.say(&source)]);
    let middle = f64::from(room.left) + room.width() * HEAT;
    let gap = canvas.long(30.0);
    heat(
        canvas,
        drawing,
        found,
        Rect {
            right: canvas_x(middle - gap / 2.0),
            ..room
        },
    );
    places(
        canvas,
        drawing,
        found,
        Rect {
            left: canvas_x(middle + gap / 2.0),
            ..room
        },
    );
    Ok(())
}

fn canvas_x(x: f64) -> i32 {
    crate::report::chart::canvas::whole(x)
}

/// Where the fields of the heat map lie.
struct Grid {
    left: f64,
    top: f64,
    wide: f64,
    tall: f64,
    /// Notices of the darkest field.
    most: usize,
}

#[expect(clippy::cast_precision_loss, reason = "some rows and columns")]
fn at(place: usize) -> f64 {
    place as f64
}

fn heat(canvas: &mut Canvas, drawing: &Drawing, found: &NoticesFinding, room: Rect) {
    let text = drawing.text;
    let size = canvas.size(Role::Label);
    let names = found.kinds.iter().map(|kind| canvas.letters.width(&kind.name, size));
    let names = names.fold(0.0, f64::max).min(room.width() * 0.3);
    let head = canvas.line(Role::Label);
    let left = f64::from(room.left) + names + canvas.long(14.0);
    // One column and one row are for the sums.
    let grid = Grid {
        left,
        top: f64::from(room.top) + head,
        wide: (f64::from(room.right) - left) / at(found.parts.len() + 1),
        tall: ((f64::from(room.bottom) - f64::from(room.top) - head) / at(found.kinds.len() + 1))
            .min(canvas.long(110.0)),
        most: found.heat.iter().flatten().map(|cell| cell.count).max().unwrap_or(1),
    };
    let sum = text.get("notices-sum");
    let heads = found.parts.iter().map(|part| part.name.as_str()).chain([sum.as_str()]);
    for (column, name) in heads.enumerate() {
        let (said, fitted) = canvas.fitted(name, Role::Label, grid.wide - canvas.long(6.0));
        let middle = (grid.left + grid.wide * (at(column) + 0.5), grid.top - head / 2.0);
        canvas.sized(&said, middle, (fitted, Side::Middle), FAINT);
    }
    let rows = found.kinds.iter().map(|kind| kind.name.as_str()).chain([sum.as_str()]);
    for (row, name) in rows.enumerate() {
        let (said, fitted) = canvas.fitted(name, Role::Label, names);
        let y = grid.top + grid.tall * (at(row) + 0.5);
        canvas.sized(&said, (grid.left - canvas.long(12.0), y), (fitted, Side::Right), INK);
    }
    for (row, (cells, kind)) in found.heat.iter().zip(&found.kinds).enumerate() {
        for (column, cell) in cells.iter().enumerate() {
            let fill = if cell.count == 0 {
                Fill::plain(WHITE)
            } else {
                // The scale takes the root; counts are few, so that each step is to be seen.
                Fill::plain(paint::heat((at(cell.count) / at(grid.most)).powi(2)))
            };
            field(canvas, &grid, *cell, (row, column), Some(fill));
        }
        field(canvas, &grid, kind.cell, (row, found.parts.len()), None);
    }
    for (column, part) in found.parts.iter().enumerate() {
        field(canvas, &grid, part.cell, (found.kinds.len(), column), None);
    }
}

/// A field with its count and, below it, the weight; sums have no ground.
fn field(canvas: &mut Canvas, grid: &Grid, cell: NoticeCell, (row, column): (usize, usize), fill: Option<Fill>) {
    let (x, y) = (grid.left + grid.wide * at(column), grid.top + grid.tall * at(row));
    if let Some(fill) = fill {
        let bordered = Fill {
            border: Some(paint::RULE),
            ..fill
        };
        canvas.area(Rect::new(x, y, x + grid.wide, y + grid.tall), bordered);
    }
    if cell.count == 0 {
        return;
    }
    let ink = fill.map_or(INK, |fill| fill.colour.letters());
    let count = cell.count.to_string();
    let (middle, half) = (x + grid.wide / 2.0, y + grid.tall / 2.0);
    let Some(weight) = cell.weight.map(|weight| format!("({weight})")) else {
        return number(canvas, &count, (middle, half), (Role::Label, grid.wide), ink);
    };
    let (label, small) = (canvas.line(Role::Label), canvas.line(Role::Small));
    if label + small <= grid.tall {
        number(
            canvas,
            &count,
            (middle, half - small / 2.0),
            (Role::Label, grid.wide),
            ink,
        );
        number(
            canvas,
            &weight,
            (middle, half + label / 2.0),
            (Role::Small, grid.wide),
            ink,
        );
    } else {
        let both = format!("{count} {weight}");
        number(canvas, &both, (middle, half), (Role::Label, grid.wide), ink);
    }
}

/// A number, never cut: smaller where it has no room.
fn number(canvas: &mut Canvas, said: &str, place: (f64, f64), (role, room): (Role, f64), ink: paint::Colour) {
    let size = canvas.size(role);
    let wide = canvas.letters.width(said, size).max(1.0);
    let size = size.min(size * (room - 4.0) / wide);
    canvas.sized(said, place, (size, Side::Middle), ink);
}

/// Bars by place, the most first; what says none has a pattern of its own.
fn places(canvas: &mut Canvas, drawing: &Drawing, found: &NoticesFinding, room: Rect) {
    let text = drawing.text;
    let mut bars: Vec<(String, NoticeCell, Fill)> = found
        .places
        .iter()
        .map(|place| {
            let fill = match place.id {
                Some(_) => paint::fill(Hue::Blue, 0),
                None => paint::unfilled(),
            };
            (place.name.clone(), place.cell, fill)
        })
        .collect();
    if let Some(others) = &found.other_places {
        let name = text.say(&phrase("notices-other-places").with("count", others.places));
        let last = bars.len() - usize::from(found.places.last().is_some_and(|place| place.id.is_none()));
        bars.insert(last, (name, others.cell, paint::fill(Hue::Blue, 1)));
    }
    let head = canvas.line(Role::Label);
    let (left, top) = (f64::from(room.left), f64::from(room.top));
    let title = text.get("notices-by-place");
    canvas.text(&title, (left, top + head / 2.0), (Role::Label, Side::Left), FAINT);
    let each = ((f64::from(room.bottom) - top - head) / at(bars.len().max(1))).min(canvas.long(64.0));
    let names = room.width() * 0.42;
    let figures = canvas.measure("000 (0000)", Role::Small);
    let longest = room.width() - names - figures - canvas.long(16.0);
    let most = bars.iter().map(|(_, cell, _)| cell.count).max().unwrap_or(1);
    for (place, (name, cell, fill)) in bars.into_iter().enumerate() {
        let y = top + head + each * (at(place) + 0.5);
        let (said, fitted) = canvas.fitted(&name, Role::Label, names - canvas.long(10.0));
        let size = fitted.min(each * 0.78);
        canvas.sized(&said, (left + names - canvas.long(10.0), y), (size, Side::Right), INK);
        let end = left + names + longest * at(cell.count) / at(most);
        canvas.area(Rect::new(left + names, y - each * 0.34, end, y + each * 0.34), fill);
        let figure = match cell.weight {
            Some(weight) => format!("{} ({weight})", cell.count),
            None => cell.count.to_string(),
        };
        let place = (end + canvas.long(8.0), y);
        let size = canvas.size(Role::Small).min(each * 0.78);
        canvas.sized(&figure, place, (size, Side::Left), INK);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::book::Founding;
    use crate::catalog::Catalog;
    use crate::issues::{DayPart, Degree, Notice, NoticeId, TroubleKind};
    use crate::office::Office;
    use crate::report::chart::{Choice, Contents, Look, canvas_of};
    use crate::report::{Holdings, issues, summary};
    use crate::text::{Lang, Text};
    use crate::worktime::NightHours;

    fn holdings(notices: u32) -> Holdings {
        let catalog = Catalog::built_in();
        let founding = Founding {
            office: Office::default(),
            task_list: catalog.task_list("kasan-2024").unwrap().clone(),
            slot_minutes: 10,
            night: NightHours::default(),
        };
        let mut holdings = Holdings::empty(founding, catalog);
        holdings.issues.notices = (1..=notices)
            .map(|number| Notice {
                place: format!("{}階の食堂と その隣の談話コーナー", number % 13),
                kind: TroubleKind::ALL.get(usize::try_from(number).unwrap() % 6).copied(),
                part: DayPart::ALL.get(usize::try_from(number * number).unwrap() % 7).copied(),
                often: Degree::of(5),
                heavy: Degree::of(5).filter(|_| number % 4 > 0),
                ..Notice::saying(NoticeId(number), "物を探す")
            })
            .collect();
        holdings
    }

    fn drawn(holdings: &Holdings, (width, height): (u32, u32), lang: Lang) -> Result<Canvas, ChartError> {
        let text = Text::new(lang);
        let today = chrono::NaiveDate::from_ymd_opt(2026, 2, 10).unwrap();
        let contents = Contents {
            holdings,
            summary: &summary(&holdings.founding, &holdings.sheets, &text).unwrap(),
            issues: &issues(holdings, today, &text),
            effect: &crate::report::effect(holdings, Vec::new(), today, &text).unwrap(),
            version: "0.0.0",
        };
        let look = Look::new(width, height, false).unwrap();
        canvas_of(Kind::Notices, &contents, &Choice::default(), look, &text)
    }

    #[test]
    fn no_word_is_cut_or_lies_on_another() {
        let many = holdings(900);
        for size in [(1600, 1000), (800, 500), (640, 400), (900, 3000), (3000, 500)] {
            for lang in [Lang::Ja, Lang::En] {
                let canvas = drawn(&many, size, lang).unwrap();
                let boxes: Vec<[f64; 4]> = canvas
                    .words
                    .iter()
                    .map(|it| [it.x, it.y - it.size * 0.44, it.x + it.width, it.y + it.size * 0.44])
                    .collect();
                for (index, one) in boxes.iter().enumerate() {
                    let words = &canvas.words[index];
                    let inside =
                        one[0] >= -0.5 && one[2] <= f64::from(size.0) + 0.5 && one[3] <= f64::from(size.1) + 0.5;
                    assert!(inside, "{size:?}: {words:?} is cut");
                    for (other, with) in boxes.iter().zip(&canvas.words).skip(index + 1) {
                        let apart = one[2] <= other[0] + 1.0
                            || other[2] <= one[0] + 1.0
                            || one[3] <= other[1] + 1.0
                            || other[3] <= one[1] + 1.0;
                        assert!(apart, "{size:?}: {words:?} lies on {with:?}");
                    }
                }
            }
        }
    }

    #[test]
    fn every_field_has_its_count_and_its_weight() {
        let canvas = drawn(&holdings(60), (1600, 1000), Lang::Ja).unwrap();
        let said: Vec<&str> = canvas.words.iter().map(|words| words.text.as_str()).collect();
        for wanted in ["早朝", "分類なし", "計", "ほか5か所"] {
            assert!(said.contains(&wanted), "{wanted}: {said:?}");
        }
        let counts: usize = said.iter().filter(|said| said.starts_with('(')).count();
        assert!(counts > 20, "{said:?}");
    }

    #[test]
    fn without_notices_there_is_nothing_to_draw() {
        let error = drawn(&holdings(0), (800, 500), Lang::Ja).unwrap_err();
        assert_eq!(error, ChartError::NothingYet(Kind::Notices));
    }
}
