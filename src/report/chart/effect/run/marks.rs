//! Points, lines and marks of a series.

use super::bands::{Band, Bands};
use super::plot::Plot;
use super::{Drawing, LINE, TARGET};
use crate::phrase::{Phrase, phrase};
use crate::report::chart::canvas::{Canvas, Rect, Role, Side};
use crate::report::chart::effect::mark::{self, BAD, GOOD, Mark};
use crate::report::chart::paint::{Colour, FAINT, INK};
use crate::report::finding::{SeriesFinding, SeriesPoint, SeriesSignal};

/// How a point is drawn: full and round the good way, full and square the bad way, empty where a signal has no way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sign {
    Chance,
    Good,
    Bad,
    Open,
}

impl Sign {
    fn of(point: &SeriesPoint) -> Self {
        match (point.signals.is_empty(), point.good) {
            (true, _) => Self::Chance,
            (false, good) => Self::of_signal(good),
        }
    }

    fn of_signal(good: Option<bool>) -> Self {
        match good {
            Some(true) => Self::Good,
            Some(false) => Self::Bad,
            None => Self::Open,
        }
    }

    fn colour(self) -> Colour {
        match self {
            Self::Chance => LINE,
            Self::Good => GOOD,
            Self::Bad => BAD,
            Self::Open => INK,
        }
    }

    fn draw(self, canvas: &mut Canvas, at: (f64, f64), size: f64) {
        match self {
            Self::Chance => canvas.dot(at, size, LINE),
            Self::Good => mark::draw(canvas, (Mark::Dot, GOOD), at, size * 1.6),
            Self::Bad => mark::draw(canvas, (Mark::Square, BAD), at, size * 1.6),
            Self::Open => mark::draw(canvas, (Mark::Ring, INK), at, size * 1.6),
        }
    }
}

/// A line in strokes of so many pixels, as much apart.
pub(super) fn dashed(
    canvas: &mut Canvas,
    (from, to): ((f64, f64), (f64, f64)),
    (colour, wide): (Colour, f64),
    stroke: f64,
) {
    let length = (to.0 - from.0).hypot(to.1 - from.1);
    let stroke = canvas.long(stroke).max(2.0);
    let along = |at: f64| {
        let part = if length > 0.0 { (at / length).min(1.0) } else { 0.0 };
        (from.0 + (to.0 - from.0) * part, from.1 + (to.1 - from.1) * part)
    };
    let mut at = 0.0;
    while at < length {
        canvas.stroke(&[along(at), along(at + stroke)], colour, wide);
        at += stroke * 1.8;
    }
}

/// What a legend names.
enum Entry {
    Sign(Sign),
    Centre,
    Limit,
    Target,
}

/// Writes what points and lines mean, of those that are there; gives the room under it.
pub(super) fn legend(canvas: &mut Canvas, drawing: &Drawing, finding: &SeriesFinding, room: Rect) -> Rect {
    let has = |sign: Sign| finding.points.iter().any(|point| Sign::of(point) == sign);
    let mut entries = vec![(Entry::Sign(Sign::Chance), phrase("series-legend-value"))];
    for (sign, name) in [
        (Sign::Good, phrase("series-legend-good")),
        (Sign::Bad, phrase("series-legend-bad")),
        (Sign::Open, phrase("series-legend-open")),
    ] {
        if has(sign) {
            entries.push((Entry::Sign(sign), name));
        }
    }
    entries.push((Entry::Centre, super::centre_name(finding)));
    if finding.phases.iter().any(|phase| phase.limits.is_some()) {
        entries.push((Entry::Limit, phrase("series-legend-limits")));
    }
    if finding.target.is_some() {
        entries.push((Entry::Target, phrase("series-target")));
    }
    let (swatch, gap) = (canvas.long(30.0), canvas.long(6.0));
    let tall = canvas.line(Role::Small);
    let (left, right) = (f64::from(room.left), f64::from(room.right));
    let (mut x, mut y) = (left, f64::from(room.top) + tall / 2.0);
    for (entry, name) in entries {
        let name = drawing.text.say(&name);
        let wide = swatch + gap + canvas.measure(&name, Role::Small);
        if x > left && x + wide > right {
            (x, y) = (left, y + tall);
        }
        let ends = ((x, y), (x + swatch, y));
        match entry {
            Entry::Sign(sign) => {
                canvas.stroke(&[ends.0, ends.1], LINE, 2.0);
                let size = canvas.long(5.0);
                sign.draw(canvas, (x + swatch / 2.0, y), size);
            }
            Entry::Centre => canvas.stroke(&[ends.0, ends.1], INK, 2.5),
            Entry::Limit => dashed(canvas, ends, (FAINT, 2.0), 8.0),
            Entry::Target => dashed(canvas, ends, (TARGET, 3.0), 3.0),
        }
        canvas.text(&name, (x + swatch + gap, y), (Role::Small, Side::Left), INK);
        x += wide + canvas.long(22.0);
    }
    Rect::new(left, y + tall / 2.0 + canvas.long(6.0), right, f64::from(room.bottom))
}

/// The points of all signals: a mark over each stretch of the picture, numbered as they come.
pub(super) fn signals(drawing: &Drawing, finding: &SeriesFinding, plot: &Plot) -> Vec<Band> {
    let mut bands = Vec::new();
    for (place, (phase, signal)) in all(finding).enumerate() {
        let Some((from, to)) = reach(finding, plot, phase, signal) else {
            continue;
        };
        let said = match signal.good {
            Some(true) => phrase("series-mark-good"),
            Some(false) => phrase("series-mark-bad"),
            None => phrase("series-mark-open"),
        };
        let name = said.with("name", signal.name.as_str());
        let count = |name: Phrase| match signal.points.len() {
            0 => name,
            count => phrase("series-mark-count").with("mark", name).with("count", count),
        };
        bands.push(Band {
            place,
            from,
            to,
            is_centred: true,
            texts: vec![drawing.text.say(&count(name.clone())), drawing.text.say(&name)],
        });
    }
    // The stretch that is longer goes nearer to the top, so that short ones stand under it.
    bands.sort_by(|one, other| (other.to - other.from).total_cmp(&(one.to - one.from)));
    bands
}

/// All signals with the place of their phase.
fn all(finding: &SeriesFinding) -> impl Iterator<Item = (usize, &SeriesSignal)> {
    let phases = finding.phases.iter().enumerate();
    phases.flat_map(|(place, phase)| phase.signals.iter().map(move |signal| (place, signal)))
}

/// From where to where a signal goes; the whole phase where it has no points.
fn reach(finding: &SeriesFinding, plot: &Plot, phase: usize, signal: &SeriesSignal) -> Option<(f64, f64)> {
    let of_signal = |at: &String| finding.points.iter().position(|point| point.at == *at);
    let places: Vec<usize> = if signal.points.is_empty() {
        let own = finding
            .points
            .iter()
            .enumerate()
            .filter(|(_, point)| point.phase == phase);
        own.map(|(place, _)| place).collect()
    } else {
        signal.points.iter().filter_map(of_signal).collect()
    };
    let half = plot.step() * 0.35;
    Some((plot.x(*places.first()?) - half, plot.x(*places.last()?) + half))
}

/// Joins the words of signals to their points.
pub(super) fn brackets(canvas: &mut Canvas, finding: &SeriesFinding, (bands, top): (&Bands, f64)) {
    for (place, (_, signal)) in all(finding).enumerate() {
        let Some((from, to, y)) = bands.stretch(canvas, place, top) else {
            continue;
        };
        let colour = Sign::of_signal(signal.good).colour();
        let foot = canvas.long(5.0);
        canvas.stroke(&[(from, y + foot), (from, y), (to, y), (to, y + foot)], colour, 2.5);
    }
}

/// Centre, limits and target, each over its phase.
pub(super) fn levels(canvas: &mut Canvas, finding: &SeriesFinding, plot: &Plot) {
    for (place, phase) in finding.phases.iter().enumerate() {
        let Some(from) = plot.begin_of(place) else { continue };
        let next = (place + 1..finding.phases.len()).find_map(|next| plot.begin_of(next));
        let to = next.unwrap_or(plot.right);
        if let Some(limits) = &phase.limits {
            for value in [limits.low, limits.high].into_iter().filter(|value| plot.shows(*value)) {
                let y = plot.y(value);
                dashed(canvas, ((from, y), (to, y)), (FAINT, 2.0), 8.0);
            }
        }
        if let Some(centre) = phase.centre {
            let y = plot.y(centre);
            canvas.stroke(&[(from, y), (to, y)], INK, 2.5);
        }
    }
    if let Some(target) = finding.target {
        let y = plot.y(target);
        dashed(canvas, ((plot.left, y), (plot.right, y)), (TARGET, 3.0), 3.0);
    }
}

/// The values: a line that ends where one is missing, and the points on it.
pub(super) fn values(canvas: &mut Canvas, finding: &SeriesFinding, plot: &Plot) {
    let mut line: Vec<(f64, f64)> = Vec::new();
    let mut lines = Vec::new();
    for (place, point) in finding.points.iter().enumerate() {
        match point.value {
            Some(value) => line.push((plot.x(place), plot.y(value))),
            None => lines.push(std::mem::take(&mut line)),
        }
    }
    lines.push(line);
    for line in lines.iter().filter(|line| line.len() > 1) {
        canvas.stroke(line, LINE, 3.0);
    }
    let size = (plot.step() * 0.3).clamp(1.0, canvas.long(6.0).max(1.0));
    // Signals lie over the others.
    let mut points: Vec<(Sign, (f64, f64))> = Vec::new();
    for (place, point) in finding.points.iter().enumerate() {
        if let Some(value) = point.value {
            points.push((Sign::of(point), (plot.x(place), plot.y(value))));
        }
    }
    points.sort_by_key(|(sign, _)| *sign != Sign::Chance);
    for (sign, at) in points {
        sign.draw(canvas, at, size);
    }
}
