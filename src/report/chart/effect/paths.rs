//! Draws the chart `paths`: each person of one indicator as a line from before to after, without a code; the mean on top.

use std::collections::BTreeMap;

use super::mark::{self, BAD, GOOD, Mark};
use super::{Drawing, count};
use crate::effect::Direction;
use crate::office::SMALLEST_GROUP;
use crate::phrase::phrase;
use crate::report::chart::canvas::{Canvas, Rect, Role, Side, whole};
use crate::report::chart::paint::{AXIS, Colour, FAINT, INK, RULE};
use crate::report::chart::{ChartError, Kind, frame};
use crate::report::effect::is_paired;
use crate::report::finding::{Comparisons, IndicatorFinding};
use crate::report::{ends_text, interval_made, signed_text, value_text};
use crate::stats;

pub(super) fn draw(canvas: &mut Canvas, drawing: &Drawing) -> Result<(), ChartError> {
    let result = drawing.result(Kind::Paths)?;
    let finding = chosen(&result, drawing.choice.indicator.as_deref())?;
    let text = drawing.text;
    let way = match finding.direction {
        Direction::Down => text.get("screens-less-is-good"),
        Direction::Up => text.get("screens-more-is-good"),
    };
    let lead = phrase("paths-chart-lead")
        .with("name", finding.name.as_str())
        .with("unit", finding.unit.as_str())
        .with("way", way);
    let labels = [result.from_label.as_str(), result.to_label.as_str()];
    let room = drawing.frame_of(
        canvas,
        Kind::Paths,
        labels,
        (&text.say(&lead), &[made_from(finding, drawing)]),
    );
    let room = legend(canvas, drawing, finding, room);
    slopes(canvas, drawing, (&result, finding), room);
    Ok(())
}

/// The indicator that was asked for, else the first with enough people.
fn chosen<'a>(result: &'a Comparisons, id: Option<&str>) -> Result<&'a IndicatorFinding, ChartError> {
    let asked = |it: &&IndicatorFinding| id.is_none_or(|id| it.id == id);
    let enough = |it: &&IndicatorFinding| it.paths.len() >= SMALLEST_GROUP && it.n_paired >= SMALLEST_GROUP;
    let few = |it: &IndicatorFinding| (1..SMALLEST_GROUP).contains(&it.n_paired);
    let of = || result.indicators.iter().filter(asked);
    match of().find(enough) {
        Some(finding) => Ok(finding),
        None if of().any(few) => Err(ChartError::TooFewPeople),
        None => Err(ChartError::NothingYet(Kind::Paths)),
    }
}

/// How many people, and what the comparison shows: of the people drawn, or of two groups of which they are a part.
fn made_from(finding: &IndicatorFinding, drawing: &Drawing) -> String {
    let text = drawing.text;
    let key = if is_paired(finding) {
        "paths-chart-made"
    } else {
        "paths-chart-made-groups"
    };
    let said = phrase(key)
        .with("people", finding.paths.len())
        .with("verdict", finding.verdict.word())
        .with("grade", finding.grade.letter());
    let mut parts = vec![text.say(&said)];
    if let (Some(difference), Some(ends), Some(kind)) = (finding.difference, finding.interval, &finding.interval_kind) {
        let said = phrase("paths-chart-difference")
            .with("difference", signed_text(finding, difference))
            .with("ends", ends_text(finding, ends))
            .with("kind", interval_made(kind, text));
        parts.push(text.say(&said));
    }
    parts.join(&text.get("between-sentences"))
}

/// Which way a person went.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Way {
    Good,
    Bad,
    Same,
}

impl Way {
    const ALL: [Self; 3] = [Self::Good, Self::Bad, Self::Same];

    fn of(finding: &IndicatorFinding, [from, to]: [f64; 2]) -> Self {
        // What is shown as the same is the same.
        if value_text(finding, from) == value_text(finding, to) {
            Self::Same
        } else if finding.direction.is_good(to - from) {
            Self::Good
        } else {
            Self::Bad
        }
    }

    fn mark(self) -> (Mark, Colour) {
        match self {
            Self::Good => (Mark::Dot, GOOD),
            Self::Bad => (Mark::Frame, BAD),
            Self::Same => (Mark::Ring, FAINT),
        }
    }

    fn line(self, canvas: &mut Canvas, points: &[(f64, f64)]) {
        match self {
            Self::Good => canvas.stroke(points, GOOD, 2.6),
            Self::Bad => canvas.dashes(points, BAD, 2.6),
            Self::Same => canvas.stroke(points, AXIS, 1.4),
        }
    }
}

/// What the lines mean, with how many there are; gives the room under it.
fn legend(canvas: &mut Canvas, drawing: &Drawing, finding: &IndicatorFinding, room: Rect) -> Rect {
    let text = drawing.text;
    let ways = Way::ALL.map(|way| {
        let people = finding
            .paths
            .iter()
            .filter(|path| Way::of(finding, **path) == way)
            .count();
        let said = match way {
            Way::Good => phrase("paths-chart-good"),
            Way::Bad => phrase("paths-chart-bad"),
            Way::Same => phrase("paths-chart-same"),
        };
        (Some(way), text.say(&said.with("people", people)))
    });
    let (swatch, gap, tall) = (canvas.long(56.0), canvas.long(8.0), canvas.line(Role::Label));
    let (left, right) = (f64::from(room.left), f64::from(room.right));
    let (mut x, mut y) = (left, f64::from(room.top) + tall / 2.0);
    for (way, name) in ways.into_iter().chain([(None, text.get("paths-chart-mean"))]) {
        let wide = swatch + gap + canvas.measure(&name, Role::Label);
        if x > left && x + wide > right {
            x = left;
            y += tall;
        }
        let line = [(x, y), (x + swatch, y)];
        let radius = canvas.long(6.0);
        match way {
            Some(way) => {
                way.line(canvas, &line);
                mark::draw(canvas, way.mark(), (x + swatch / 2.0, y), radius);
            }
            None => canvas.stroke(&line, INK, 7.0),
        }
        canvas.text(&name, (x + swatch + gap, y), (Role::Label, Side::Left), INK);
        x += wide + canvas.long(26.0);
    }
    Rect {
        top: whole(y + tall / 2.0 + canvas.long(8.0)),
        ..room
    }
}

fn slopes(canvas: &mut Canvas, drawing: &Drawing, (result, finding): (&Comparisons, &IndicatorFinding), room: Rect) {
    let (label, small) = (canvas.line(Role::Label), canvas.line(Role::Small));
    let top = f64::from(room.top) + label * 2.0 + small * 0.6;
    let bottom = f64::from(room.bottom) - small * 0.6;
    let factor = if finding.is_share { 100.0 } else { 1.0 };
    let values = || finding.paths.iter().flatten().map(|value| value * factor);
    let (least, most) = (
        values().fold(f64::INFINITY, f64::min),
        values().fold(f64::NEG_INFINITY, f64::max),
    );
    let parts = ((bottom - top) / (small * 2.2)).clamp(2.0, 8.0);
    let scale = Scale::of((least, most), (parts, finding.decimals), (top, bottom));
    let ticks: Vec<(f64, String)> = scale
        .ticks()
        .into_iter()
        .map(|tick| (tick, value_text(finding, tick / factor)))
        .collect();
    let names = canvas.widest(ticks.iter().map(|(_, said)| said.as_str()), Role::Small);
    let left = f64::from(room.left) + names + canvas.long(10.0);
    let right = f64::from(room.right);
    for (tick, said) in &ticks {
        let y = scale.y(*tick);
        canvas.stroke(&[(left, y), (right, y)], RULE, 1.0);
        canvas.text(said, (left - canvas.long(8.0), y), (Role::Small, Side::Right), FAINT);
    }
    let means = [0, 1].map(|end| {
        let values: Vec<f64> = finding.paths.iter().map(|path| path[end]).collect();
        stats::mean(&values)
    });
    let heads: [[String; 2]; 2] = [(&result.from_label, means[0]), (&result.to_label, means[1])].map(|(wave, mean)| {
        let mean = mean.map_or_else(String::new, |mean| {
            let said = phrase("paths-chart-mean-of").with("value", value_text(finding, mean));
            drawing.text.say(&said)
        });
        [wave.clone(), mean]
    });
    let widest = canvas.widest(heads.iter().flatten().map(String::as_str), Role::Label) / 2.0;
    let xs = [left + widest + canvas.long(10.0), right - widest - canvas.long(10.0)];
    for (x, lines) in xs.iter().zip(&heads) {
        canvas.stroke(&[(*x, top), (*x, bottom)], AXIS, 2.0);
        for (line, y) in lines.iter().zip([label * 0.5, label * 1.5]) {
            let at = (*x, f64::from(room.top) + y);
            canvas.text(line, at, (Role::Label, Side::Middle), INK);
        }
    }
    people(canvas, finding, &scale, xs, factor);
    if let [Some(from), Some(to)] = means {
        let line = [(xs[0], scale.y(from * factor)), (xs[1], scale.y(to * factor))];
        canvas.stroke(&line, INK, 7.0);
    }
}

/// Good ways first, so that the few others lie on top; equal lines side by side.
fn people(canvas: &mut Canvas, finding: &IndicatorFinding, scale: &Scale, xs: [f64; 2], factor: f64) {
    let mut paths: Vec<(Way, [f64; 2])> = finding
        .paths
        .iter()
        .map(|path| (Way::of(finding, *path), *path))
        .collect();
    paths.sort_by_key(|(way, _)| match way {
        Way::Same => 0,
        Way::Good => 1,
        Way::Bad => 2,
    });
    let mut equal: BTreeMap<[i32; 2], usize> = BTreeMap::new();
    let radius = canvas.long(6.0);
    for (way, path) in paths {
        let ys = path.map(|value| scale.y(value * factor));
        let known = equal.entry(ys.map(whole)).or_default();
        // 0, 1 below, 1 above, 2 below …
        let step = count(known.div_ceil(2)) * if *known % 2 == 1 { 1.0 } else { -1.0 };
        *known += 1;
        let shift = step * canvas.long(5.0).max(3.0);
        let points = [(xs[0], ys[0] + shift), (xs[1], ys[1] + shift)];
        way.line(canvas, &points);
        for point in points {
            mark::draw(canvas, way.mark(), point, radius);
        }
    }
}

/// Values laid over pixels, upwards.
pub(super) struct Scale {
    low: f64,
    high: f64,
    step: f64,
    top: f64,
    bottom: f64,
}

impl Scale {
    /// Marks are no nearer to each other than the decimals that are shown.
    fn of((least, most): (f64, f64), (parts, decimals): (f64, u8), (top, bottom): (f64, f64)) -> Self {
        let spread = if most > least {
            most - least
        } else {
            least.abs().max(1.0)
        };
        let step = frame::step(spread, parts).max(0.1_f64.powi(i32::from(decimals)));
        Self {
            low: (least / step).floor() * step,
            high: (most / step).ceil().max((least / step).floor() + 1.0) * step,
            step,
            top,
            bottom,
        }
    }

    /// From the lowest to the highest value, without marks.
    pub(super) fn exact((low, high): (f64, f64), (top, bottom): (f64, f64)) -> Self {
        let (low, high) = if high > low {
            (low, high)
        } else {
            (low - 1.0, high + 1.0)
        };
        Self {
            low,
            high,
            step: high - low,
            top,
            bottom,
        }
    }

    pub(super) fn y(&self, value: f64) -> f64 {
        self.bottom - (self.bottom - self.top) * (value - self.low) / (self.high - self.low)
    }

    fn ticks(&self) -> Vec<f64> {
        let ticks = frame::ticks(self.high - self.low, self.step);
        ticks.into_iter().map(|tick| self.low + tick).collect()
    }
}
