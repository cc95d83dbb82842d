//! Draws the chart `effects`: each indicator before and after, joined, with the interval of the difference.

use super::mark;
use super::{Drawing, count, two_lines};
use crate::effect::{Direction, Family};
use crate::office::SMALLEST_GROUP;
use crate::phrase::phrase;
use crate::report::chart::canvas::{Canvas, Rect, Role, Side};
use crate::report::chart::paint::{FAINT, Fill, INK, RULE, WHITE};
use crate::report::chart::{ChartError, Kind};
use crate::report::effect::{counted, is_hidden};
use crate::report::finding::{Comparisons, IndicatorFinding};
use crate::report::{UNKNOWN, ends_text, interval_made, signed_text, value_text};

pub(super) fn draw(canvas: &mut Canvas, drawing: &Drawing) -> Result<(), ChartError> {
    let result = drawing.result(Kind::Effects)?;
    if result.indicators.is_empty() {
        return Err(ChartError::NothingYet(Kind::Effects));
    }
    let text = drawing.text;
    let made_from = [text.get("effects-chart-made")];
    let lead = text.get("effects-chart-lead");
    let labels = [result.from_label.as_str(), result.to_label.as_str()];
    let room = drawing.frame_of(canvas, Kind::Effects, labels, (&lead, &made_from));
    let rows: Vec<Told> = result.indicators.iter().map(|it| Told::of(it, drawing)).collect();
    table(canvas, drawing, &result, &rows, room);
    Ok(())
}

/// An indicator in words.
struct Told<'a> {
    finding: &'a IndicatorFinding,
    name: String,
    /// Which way is good.
    way: String,
    /// Both means; empty where they are hidden.
    means: [String; 2],
    /// The difference with its interval.
    difference: String,
    /// Verdict, grade, how many and how the interval was made.
    verdict: String,
    hidden: bool,
}

impl<'a> Told<'a> {
    fn of(finding: &'a IndicatorFinding, drawing: &Drawing) -> Self {
        let text = drawing.text;
        let hidden = is_hidden(finding);
        let mean = |of: Option<f64>| match of {
            _ if hidden => String::new(),
            Some(mean) => value_text(finding, mean),
            None => UNKNOWN.to_owned(),
        };
        let way = match finding.direction {
            Direction::Down => text.get("screens-less-is-good"),
            Direction::Up => text.get("screens-more-is-good"),
        };
        let difference = finding.difference.map_or_else(
            || UNKNOWN.to_owned(),
            |difference| {
                let ends = finding.interval.map(|ends| format!(" {}", ends_text(finding, ends)));
                format!("{}{}", signed_text(finding, difference), ends.unwrap_or_default())
            },
        );
        let difference = if hidden {
            text.say(&phrase("chart-hidden").with("people", SMALLEST_GROUP))
        } else {
            difference
        };
        Self {
            finding,
            name: finding.name.clone(),
            way,
            means: [&finding.from, &finding.to].map(|spread| mean(spread.as_ref().map(|it| it.mean))),
            difference,
            verdict: verdict(finding, drawing),
            hidden,
        }
    }
}

/// Verdict, grade, how many, and how the interval was made.
fn verdict(finding: &IndicatorFinding, drawing: &Drawing) -> String {
    let text = drawing.text;
    let of = match counted(finding) {
        None => phrase("effects-chart-paired").with("people", finding.n_paired),
        Some([from, to]) => phrase("effects-chart-groups").with("from", from).with("to", to),
    };
    let word = phrase("effects-chart-verdict")
        .with("verdict", finding.verdict.word())
        .with("grade", finding.grade.letter());
    let kind = finding.interval_kind.as_deref().filter(|_| !is_hidden(finding));
    let kind = kind.map(|kind| interval_made(kind, text));
    let parts = [Some(text.say(&word)), Some(text.say(&of)), kind];
    parts.into_iter().flatten().collect::<Vec<_>>().join("　")
}

/// Where the columns stand.
struct Columns {
    left: f64,
    /// Room of the names.
    names: f64,
    /// Right ends of the means before and after.
    means: [f64; 2],
    /// Ends of the picture.
    picture: (f64, f64),
    /// Room of a mean.
    mean: f64,
    /// Where difference and verdict begin, and their room.
    said: (f64, f64),
}

impl Columns {
    fn new(canvas: &Canvas, rows: &[Told], room: Rect) -> Self {
        let gap = canvas.long(14.0);
        let (left, right) = (f64::from(room.left), f64::from(room.right));
        let means = rows.iter().flat_map(|row| &row.means).map(String::as_str);
        let mean = canvas.widest(means, Role::Label).min(room.width() * 0.12);
        let said = canvas
            .widest(rows.iter().map(|row| row.difference.as_str()), Role::Label)
            .max(canvas.widest(rows.iter().map(|row| row.verdict.as_str()), Role::Small))
            .min(room.width() * 0.36);
        let names = canvas
            .widest(rows.iter().map(|row| row.name.as_str()), Role::Label)
            .clamp(room.width() * 0.12, room.width() * 0.24);
        let before = left + names + gap + mean;
        let means = [before, before + gap * 1.4 + mean];
        let said = (right - said, said);
        Self {
            left,
            names,
            means,
            // The marks stand on the ends: they need a room of their own.
            picture: (means[1] + gap * 1.8, said.0 - gap * 1.8),
            mean,
            said,
        }
    }
}

/// One line of the chart.
enum Line<'a> {
    Heading(Family),
    Row(&'a Told<'a>),
    /// So many have no room.
    Rest(usize),
}

fn table(canvas: &mut Canvas, drawing: &Drawing, result: &Comparisons, rows: &[Told], room: Rect) {
    let columns = Columns::new(canvas, rows, room);
    let small = canvas.line(Role::Small);
    let least = canvas.line(Role::Label) + small * 1.05;
    let mut lines: Vec<Line> = Vec::new();
    for family in Family::ALL {
        let own: Vec<&Told> = rows.iter().filter(|row| row.finding.family == family).collect();
        if !own.is_empty() {
            lines.push(Line::Heading(family));
            lines.extend(own.into_iter().map(Line::Row));
        }
    }
    let top = f64::from(room.top) + small;
    let all = f64::from(room.bottom) - top;
    let heading = small * 1.3;
    let tall = |line: &Line| match line {
        Line::Heading(_) | Line::Rest(_) => heading,
        Line::Row(_) => least,
    };
    shorten(&mut lines, all, tall);
    let is_row = |line: &&Line| matches!(line, Line::Row(_));
    let others = lines.iter().filter(|line| !is_row(line)).count();
    let shown = lines.iter().filter(is_row).count();
    let each = ((all - count(others) * heading) / count(shown.max(1))).clamp(least, canvas.long(130.0).max(least));
    let y = f64::from(room.top) + small / 2.0;
    header(canvas, drawing, result, &columns, y);
    let mut from = top;
    let right = f64::from(room.right);
    for line in &lines {
        match line {
            Line::Heading(family) => {
                let said = drawing.text.say(&family.phrase());
                canvas.text(
                    &said,
                    (columns.left, from + heading / 2.0),
                    (Role::Small, Side::Left),
                    FAINT,
                );
                from += heading;
            }
            Line::Rest(rest) => {
                let said = drawing
                    .text
                    .say(&phrase("effects-chart-rest").with("indicators", *rest));
                canvas.text(
                    &said,
                    (columns.left, from + heading / 2.0),
                    (Role::Small, Side::Left),
                    FAINT,
                );
                from += heading;
            }
            Line::Row(told) => {
                canvas.stroke(&[(columns.left, from), (right, from)], RULE, 1.0);
                row(canvas, told, &columns, (from, each));
                from += each;
            }
        }
    }
}

/// What the columns are, and which way is good in the picture.
fn header(canvas: &mut Canvas, drawing: &Drawing, result: &Comparisons, columns: &Columns, y: f64) {
    let text = drawing.text;
    let labels = [&result.from_label, &result.to_label];
    for (label, x) in labels.into_iter().zip(columns.means) {
        let (label, size) = canvas.fitted(label, Role::Small, columns.mean + canvas.long(14.0));
        canvas.sized(&label, (x, y), (size, Side::Right), FAINT);
    }
    let (left, right) = columns.picture;
    let half = (right - left) / 2.0 - canvas.long(4.0);
    let (x, wide) = columns.said;
    for (key, x, side, room) in [
        ("effects-chart-worse", left, Side::Left, half),
        ("effects-chart-better", right, Side::Right, half),
        ("effects-chart-difference", x, Side::Left, wide),
    ] {
        let (said, size) = canvas.fitted(&text.get(key), Role::Small, room);
        canvas.sized(&said, (x, y), (size, side), FAINT);
    }
}

/// Leaves out the last rows where there is no room for them, and says how many.
fn shorten(lines: &mut Vec<Line>, all: f64, tall: impl Fn(&Line) -> f64) {
    let used = |lines: &[Line]| lines.iter().map(&tall).sum::<f64>();
    let mut hidden = 0;
    while used(lines) > all && lines.len() > 2 {
        if matches!(lines.last(), Some(Line::Rest(_))) {
            lines.pop();
        }
        hidden += usize::from(matches!(lines.pop(), Some(Line::Row(_))));
        // A heading without anything under it says nothing.
        if matches!(lines.last(), Some(Line::Heading(_))) {
            lines.pop();
        }
        lines.push(Line::Rest(hidden));
    }
}

fn row(canvas: &mut Canvas, told: &Told, columns: &Columns, (from, each): (f64, f64)) {
    let y = from + each / 2.0;
    let (label, small) = (canvas.line(Role::Label), canvas.line(Role::Small));
    let mut names: Vec<(String, f64, f64)> = two_lines(canvas, &told.name, Role::Label, columns.names)
        .into_iter()
        .map(|(line, size)| (line, size, label))
        .collect();
    let own: f64 = names.iter().map(|(_, _, tall)| tall).sum();
    if own > each {
        let (line, size) = canvas.fitted(&told.name, Role::Label, columns.names);
        names = vec![(line, size, label)];
    } else if own + small <= each {
        let (line, size) = canvas.fitted(&told.way, Role::Small, columns.names);
        names.push((line, size, small));
    }
    let mut at = y - names.iter().map(|(_, _, tall)| tall).sum::<f64>() / 2.0;
    for (place, (line, size, tall)) in names.iter().enumerate() {
        let ink = if place + 1 == names.len() && *tall < label {
            FAINT
        } else {
            INK
        };
        canvas.sized(line, (columns.left, at + tall / 2.0), (*size, Side::Left), ink);
        at += tall;
    }
    for (mean, x) in told.means.iter().zip(columns.means) {
        let (mean, size) = canvas.fitted(mean, Role::Label, columns.mean);
        canvas.sized(&mean, (x, y), (size, Side::Right), INK);
    }
    let (x, wide) = columns.said;
    let middle = y - f64::midpoint(label, small);
    let (said, size) = canvas.fitted(&told.difference, Role::Label, wide);
    canvas.sized(&said, (x, middle + label / 2.0), (size, Side::Left), INK);
    let (said, size) = canvas.fitted(&told.verdict, Role::Small, wide);
    canvas.sized(&said, (x, middle + label + small / 2.0), (size, Side::Left), INK);
    if !told.hidden {
        picture(canvas, told.finding, columns.picture, (y, each));
    }
}

/// The mean before as an upright stroke, the mean after as the mark of the verdict, and the interval of the difference as a band
/// measured from the mean before. Good is to the right in every row.
fn picture(canvas: &mut Canvas, finding: &IndicatorFinding, (left, right): (f64, f64), (y, each): (f64, f64)) {
    let (Some(from), Some(to)) = (&finding.from, &finding.to) else {
        return;
    };
    let sign = finding.direction.sign();
    let (from, to) = (from.mean * sign, to.mean * sign);
    let ends = finding.interval.map(|ends| ends.map(|end| from + end * sign));
    let all = || [from, to].into_iter().chain(ends.into_iter().flatten());
    let (low, high) = (
        all().fold(f64::INFINITY, f64::min),
        all().fold(f64::NEG_INFINITY, f64::max),
    );
    let x = |value: f64| {
        let part = if high > low { (value - low) / (high - low) } else { 0.5 };
        left + (right - left) * part
    };
    let half = (each * 0.2).min(canvas.long(15.0));
    let (symbol, colour) = mark::of(finding.verdict);
    if let Some(ends) = ends {
        let (low, high) = (ends[0].min(ends[1]), ends[0].max(ends[1]));
        let ground = Fill {
            border: Some(colour),
            ..Fill::plain(colour.towards(WHITE, 0.78))
        };
        canvas.area(Rect::new(x(low), y - half * 0.7, x(high), y + half * 0.7), ground);
    }
    canvas.stroke(&[(x(from), y), (x(to), y)], colour, 3.0);
    canvas.stroke(&[(x(from), y - half * 1.5), (x(from), y + half * 1.5)], INK, 4.0);
    let radius = canvas.long(9.0).min(each * 0.2);
    mark::draw(canvas, (symbol, colour), (x(to), y), radius);
}
