//! The arrows between the boxes, and dashes.

use super::Grid;
use crate::report::chart::canvas::Canvas;
use crate::report::chart::paint::{Colour, INK};
use crate::report::finding::CauseMapFinding;

/// Colours of the arrows, in turn by box, so that neighbours can be told apart; they mean nothing.
const COLOURS: [Colour; 4] = [
    Colour(0x3A, 0x46, 0x4C),
    Colour(0x00, 0x5A, 0x8C),
    Colour(0x9A, 0x44, 0x00),
    Colour(0x6B, 0x4E, 0x71),
];
/// Points of a curve.
const POINTS: u32 = 24;
/// Width of the lines.
const WIDE: f64 = 2.0;

type Point = (f64, f64);

/// Draws all links.
pub(super) fn draw(canvas: &mut Canvas, found: &CauseMapFinding, grid: &Grid) {
    for (turn, cause) in grid.layout.all_boxes().into_iter().enumerate() {
        let colour = COLOURS[turn % COLOURS.len()];
        let is_measured = |to| {
            let own = |link: &&crate::report::finding::CauseLink| link.from == cause && link.to == to;
            found.links.iter().find(own).is_some_and(|link| link.measured)
        };
        for (column, stretches) in grid.layout.stretches.iter().enumerate() {
            for stretch in stretches.iter().filter(|it| it.from == cause) {
                let (left, from_end, from_y) = grid.at(column, stretch.left);
                let (to_start, _, to_y) = grid.at(column + 1, stretch.right);
                let begins = grid.layout.find(cause) == Some((column, stretch.left));
                let ends = grid.layout.find(stretch.to) == Some((column + 1, stretch.right));
                let mut points = if begins { Vec::new() } else { vec![(left, from_y)] };
                points.extend(curve((from_end, from_y), (to_start, to_y), 0.5));
                line(canvas, &points, colour, is_measured(stretch.to));
                if ends {
                    head(canvas, (to_start, to_y), 1.0, colour);
                }
            }
        }
        for (column, links) in grid.layout.within.iter().enumerate() {
            let own = links
                .iter()
                .filter(|(from, _)| grid.layout.find(cause) == Some((column, *from)));
            for (from, to) in own {
                let (_, edge, from_y) = grid.at(column, *from);
                let (_, _, to_y) = grid.at(column, *to);
                let out = edge + canvas.long(30.0);
                let mut points: Vec<Point> = curve((edge, from_y), (out, f64::midpoint(from_y, to_y)), 0.9);
                points.extend(curve((out, f64::midpoint(from_y, to_y)), (edge, to_y), 0.1));
                let target = grid.layout.columns[column].get(*to);
                let measured = target.is_some_and(|place| match place {
                    crate::issues::MapPlace::Box(to) => is_measured(*to),
                    crate::issues::MapPlace::Passage { .. } => false,
                });
                line(canvas, &points, colour, measured);
                head(canvas, (edge, to_y), -1.0, colour);
            }
        }
    }
}

/// A curve that leaves level and arrives level; `bend` is where on the way it turns.
fn curve((x, y): Point, (to_x, to_y): Point, bend: f64) -> Vec<Point> {
    let middle = x + (to_x - x) * bend;
    (0..=POINTS)
        .map(|step| {
            let t = f64::from(step) / f64::from(POINTS);
            let u = 1.0 - t;
            let mix = |a: f64, b: f64, c: f64, d: f64| {
                u * u * u * a + 3.0 * u * u * t * b + 3.0 * u * t * t * c + t * t * t * d
            };
            (mix(x, middle, middle, to_x), mix(y, y, to_y, to_y))
        })
        .collect()
}

fn line(canvas: &mut Canvas, points: &[Point], colour: Colour, measured: bool) {
    if measured {
        canvas.stroke(points, colour, WIDE);
    } else {
        canvas.dashes(points, colour, WIDE);
    }
}

fn head(canvas: &mut Canvas, (x, y): Point, side: f64, colour: Colour) {
    let long = canvas.long(11.0) * side;
    let half = canvas.long(5.5);
    let tip = (x - side, y);
    canvas.stroke(&[(x - long, y - half), tip], colour, WIDE);
    canvas.stroke(&[(x - long, y + half), tip], colour, WIDE);
    canvas.stroke(&[(x - long, y), tip], colour.towards(INK, 0.2), WIDE);
}
