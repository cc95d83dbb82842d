//! Draws the chart `waves`: each indicator over three surveys or more, the mean with its interval, one small picture each.

use super::mark::{self, Mark};
use super::paths::Scale;
use super::{Drawing, count, times, two_lines};
use crate::effect::Direction;
use crate::office::SMALLEST_GROUP;
use crate::phrase::phrase;
use crate::report::chart::canvas::{Canvas, Rect, Role, Side};
use crate::report::chart::paint::{AXIS, FAINT, INK};
use crate::report::chart::{ChartError, Kind};
use crate::report::finding::{PathPoint, WavePath};
use crate::report::{decimal_text, with_unit};

/// Surveys from which a path is drawn.
const FEWEST: usize = 3;

pub(super) fn draw(canvas: &mut Canvas, drawing: &Drawing) -> Result<(), ChartError> {
    let asked = drawing.choice.indicator.as_deref();
    let all = drawing.contents.effect.paths.iter();
    let paths: Vec<&WavePath> = all
        .filter(|path| path.points.len() >= FEWEST && asked.is_none_or(|id| path.id == id))
        .collect();
    if paths.is_empty() {
        return Err(ChartError::NothingYet(Kind::Waves));
    }
    let text = drawing.text;
    let made_from = [text.get("waves-chart-made")];
    let room = drawing.frame(canvas, Kind::Waves, &text.get("waves-chart-lead"), &made_from);
    let panels: Vec<Panel> = paths.iter().map(|path| Panel::of(path, drawing)).collect();
    let grid = Grid::of(canvas, &panels, room);
    for (place, panel) in panels.iter().take(grid.shown).enumerate() {
        panel.draw(canvas, grid.field(place, room));
    }
    if grid.shown < panels.len() {
        let rest = phrase("effects-chart-rest").with("indicators", panels.len() - grid.shown);
        let at = (
            f64::from(room.left),
            f64::from(room.bottom) - canvas.line(Role::Small) / 2.0,
        );
        canvas.text(&text.say(&rest), at, (Role::Small, Side::Left), FAINT);
    }
    Ok(())
}

/// How many small pictures stand beside and above each other.
struct Grid {
    columns: usize,
    shown: usize,
    tall: f64,
    gap: f64,
}

impl Grid {
    fn of(canvas: &Canvas, panels: &[Panel], room: Rect) -> Self {
        let gap = canvas.long(36.0);
        let wide = panels.iter().map(|panel| panel.wide(canvas)).fold(0.0, f64::max);
        let least = Panel::head(canvas) + Panel::foot(canvas) + canvas.line(Role::Label) * 3.2;
        let most_columns = times(room.width() + gap, wide + gap).clamp(1, panels.len());
        let most_rows = times(room.height() + gap / 2.0, least + gap / 2.0).max(1);
        // The fewest columns in which the pictures are high enough to be read.
        let high = least - canvas.line(Role::Label) * 3.2 + canvas.long(140.0);
        let columns = (1..=most_columns)
            .find(|columns| room.height() / count(panels.len().div_ceil(*columns)) >= high)
            .unwrap_or(most_columns);
        let rows = panels.len().div_ceil(columns);
        let shown = if rows <= most_rows {
            panels.len()
        } else {
            columns * most_rows
        };
        let rest = if shown < panels.len() {
            canvas.line(Role::Small) * 1.2
        } else {
            0.0
        };
        let rows = rows.min(most_rows);
        let tall = ((room.height() - rest + gap / 2.0) / count(rows) - gap / 2.0).min(canvas.long(620.0));
        Self {
            columns,
            shown,
            tall,
            gap,
        }
    }

    fn field(&self, place: usize, room: Rect) -> Rect {
        let wide = (room.width() + self.gap) / count(self.columns);
        let left = f64::from(room.left) + wide * count(place % self.columns);
        let top = f64::from(room.top) + (self.tall + self.gap / 2.0) * count(place / self.columns);
        Rect::new(left, top, left + wide - self.gap, top + self.tall)
    }
}

/// An indicator in words.
struct Panel<'a> {
    path: &'a WavePath,
    name: String,
    /// Which way is good.
    way: String,
    /// What the first survey against the last shows.
    verdict: String,
    /// Survey, mean and how many, survey by survey.
    under: Vec<[String; 3]>,
}

impl<'a> Panel<'a> {
    fn of(path: &'a WavePath, drawing: &Drawing) -> Self {
        let text = drawing.text;
        let way = match path.direction {
            Direction::Down => text.get("screens-less-is-good"),
            Direction::Up => text.get("screens-more-is-good"),
        };
        let label = |id: &str| {
            let point = path.points.iter().find(|point| point.wave == id);
            point.map_or_else(|| id.to_owned(), |point| point.label.clone())
        };
        let verdict = path.steps.last().map(|step| {
            let said = phrase("waves-chart-verdict")
                .with("from", label(&step.from))
                .with("to", label(&step.to))
                .with("verdict", step.verdict.word())
                .with("grade", step.grade.letter());
            text.say(&said)
        });
        let under = path.points.iter().map(|point| {
            let people = phrase("waves-chart-count").with("count", point.n);
            [point.label.clone(), value(path, point, drawing), text.say(&people)]
        });
        Self {
            path,
            name: path.name.clone(),
            way,
            verdict: verdict.unwrap_or_default(),
            under: under.collect(),
        }
    }

    /// Width with which the figures of the surveys stand beside each other.
    fn wide(&self, canvas: &Canvas) -> f64 {
        let each = canvas.widest(self.under.iter().flatten().map(String::as_str), Role::Small);
        (each + canvas.long(10.0)) * count(self.under.len())
    }

    fn head(canvas: &Canvas) -> f64 {
        canvas.line(Role::Label) + canvas.line(Role::Small)
    }

    fn foot(canvas: &Canvas) -> f64 {
        canvas.line(Role::Small) * 3.2
    }

    fn draw(&self, canvas: &mut Canvas, field: Rect) {
        let (label, small) = (canvas.line(Role::Label), canvas.line(Role::Small));
        let (left, right) = (f64::from(field.left), f64::from(field.right));
        let mut y = f64::from(field.top);
        let way = canvas.measure(&self.way, Role::Small);
        let names = field.width() - way - canvas.long(14.0);
        let fits = two_lines(canvas, &self.name, Role::Label, names).len() == 1;
        let (name, size) = canvas.fitted(&self.name, Role::Label, if fits { names } else { field.width() });
        canvas.sized(&name, (left, y + label / 2.0), (size, Side::Left), INK);
        y += label;
        // Where the name needs the whole line, the verdict beside the way.
        let (verdict, size) = canvas.fitted(&self.verdict, Role::Small, if fits { field.width() } else { names });
        canvas.sized(&verdict, (left, y + small / 2.0), (size, Side::Left), INK);
        let way_y = if fits { y - label / 2.0 } else { y + small / 2.0 };
        canvas.text(&self.way, (right, way_y), (Role::Small, Side::Right), FAINT);
        y += small;
        let (top, bottom) = (y + label * 0.5, f64::from(field.bottom) - Self::foot(canvas));
        let each = field.width() / count(self.under.len());
        let x = |place: usize| left + each * (count(place) + 0.5);
        canvas.stroke(&[(left, bottom), (right, bottom)], AXIS, 1.5);
        for (place, lines) in self.under.iter().enumerate() {
            for (line, words) in lines.iter().enumerate() {
                let (words, size) = canvas.fitted(words, Role::Small, each - canvas.long(6.0));
                let at = (x(place), bottom + small * (count(line) + 0.6));
                let ink = if line == 1 { INK } else { FAINT };
                canvas.sized(&words, at, (size, Side::Middle), ink);
            }
        }
        self.course(canvas, x, (top, bottom - label * 0.4));
    }

    /// Means with their intervals, joined from survey to survey; a survey without a mean leaves a gap.
    fn course(&self, canvas: &mut Canvas, x: impl Fn(usize) -> f64, (top, bottom): (f64, f64)) {
        let points = &self.path.points;
        let values = || {
            let ends = points.iter().filter_map(|point| point.interval).flatten();
            points.iter().filter_map(|point| point.mean).chain(ends)
        };
        let (least, most) = (
            values().fold(f64::INFINITY, f64::min),
            values().fold(f64::NEG_INFINITY, f64::max),
        );
        if least > most {
            return;
        }
        let scale = Scale::exact((least, most), (top, bottom));
        if let Some(first) = points.first().and_then(|point| point.mean) {
            let ends = [(x(0), scale.y(first)), (x(points.len() - 1), scale.y(first))];
            canvas.dashes(&ends, AXIS, 1.6);
        }
        for (place, pair) in points.windows(2).enumerate() {
            if let (Some(from), Some(to)) = (pair[0].mean, pair[1].mean) {
                let line = [(x(place), scale.y(from)), (x(place + 1), scale.y(to))];
                canvas.stroke(&line, FAINT, 2.6);
            }
        }
        for (place, point) in points.iter().enumerate() {
            let Some(mean) = point.mean else { continue };
            if let Some([low, high]) = point.interval {
                let ends = [(x(place), scale.y(low)), (x(place), scale.y(high))];
                mark::interval(canvas, ends, canvas.long(8.0), (INK, 2.0));
            }
            // The last one shows what became of it since the first.
            let verdict = self.path.steps.last().filter(|step| step.to == point.wave);
            let sign = verdict.map_or((Mark::Dot, FAINT), |step| mark::of(step.verdict));
            let radius = canvas.long(if verdict.is_some() { 9.0 } else { 7.0 });
            mark::draw(canvas, sign, (x(place), scale.y(mean)), radius);
        }
    }
}

/// The mean of a survey with its unit, or why there is none.
fn value(path: &WavePath, point: &PathPoint, drawing: &Drawing) -> String {
    match point.mean {
        Some(mean) => {
            let shown = if path.is_share { mean * 100.0 } else { mean };
            with_unit(&decimal_text(shown, path.decimals), &path.unit)
        }
        None if (1..SMALLEST_GROUP).contains(&point.n) => {
            let said = phrase("waves-chart-hidden").with("people", SMALLEST_GROUP);
            drawing.text.say(&said)
        }
        None => crate::report::UNKNOWN.to_owned(),
    }
}
