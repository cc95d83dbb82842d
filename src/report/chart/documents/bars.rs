//! Draws the chart `documents`: sheets before and after, kind by kind, with the mark of one half.

use super::rows::{Columns, Told, fitting};
use super::{Drawing, length};
use crate::documents::most_for_half;
use crate::phrase::phrase;
use crate::report::chart::canvas::{Canvas, Rect, Role, Side};
use crate::report::chart::frame::{self, Entry, Mark};
use crate::report::chart::paint::{self, FAINT, Fill, INK};
use crate::report::chart::{ChartError, Kind};
use crate::report::finding::DocumentFigures;
use crate::report::{UNKNOWN, reduction_text, sheets_text};
use crate::worktime::Hue;

/// One row: a kind, or all of them.
struct Row<'a> {
    told: Told,
    figures: &'a DocumentFigures,
}

pub(super) fn draw(canvas: &mut Canvas, drawing: &Drawing) -> Result<(), ChartError> {
    let finding = drawing.finding;
    if finding.before.is_none() || finding.kinds.is_empty() {
        return Err(ChartError::NothingYet(Kind::Documents));
    }
    let text = drawing.text;
    let [before, after] = drawing.months();
    let after = if after.is_empty() { UNKNOWN.to_owned() } else { after };
    let lead = phrase("papers-chart-lead").with("before", before).with("after", after);
    let room = drawing.frame(canvas, Kind::Documents, &text.say(&lead));
    let entries = [
        ("papers-chart-before", Mark::Area(before_fill())),
        ("papers-chart-after", Mark::Area(after_fill())),
    ];
    let entries = entries.map(|(key, mark)| Entry {
        name: text.get(key),
        mark,
    });
    let room = frame::legend(canvas, &entries, room);
    let all = row(text.get("papers-chart-all"), &finding.total, drawing);
    let mut rows: Vec<Row> = finding
        .kinds
        .iter()
        .map(|kind| row(kind.name.clone(), &kind.figures, drawing))
        .collect();
    rows.sort_by_key(|it| std::cmp::Reverse(it.figures.sheets_before.max(it.figures.sheets_after)));
    let told: Vec<Told> = std::iter::once(&all).chain(&rows).map(|it| it.told.again()).collect();
    let columns = Columns::new(canvas, &told, room);
    let top = gauge(canvas, drawing, &all, &columns, room);
    let most = rows.iter().map(|it| most_of(it.figures)).max().unwrap_or(0);
    let least = canvas.line(Role::Small) * 2.3;
    let small = canvas.line(Role::Small);
    let (shown, each) = fitting(
        f64::from(room.bottom) - top - small,
        rows.len(),
        least,
        canvas.long(96.0),
    );
    let mut at = top;
    for row in rows.iter().take(shown) {
        columns.tell(canvas, &row.told, (at, each));
        bars(canvas, drawing, row.figures, (columns.picture, most), (at, each));
        at += each;
    }
    if shown < rows.len() {
        columns.rest(
            canvas,
            drawing,
            rows.len() - shown,
            f64::from(room.bottom) - small / 2.0,
        );
    }
    Ok(())
}

impl Told {
    fn again(&self) -> Self {
        Self {
            name: self.name.clone(),
            under: self.under.clone(),
            said: self.said.clone(),
        }
    }
}

fn row<'a>(name: String, figures: &'a DocumentFigures, drawing: &Drawing) -> Row<'a> {
    let text = drawing.text;
    let change = match (figures.sheets_before, figures.sheets_after) {
        (Some(before), Some(after)) => reduction_text(before, after),
        _ => UNKNOWN.to_owned(),
    };
    let word = text.get(match figures.halved {
        Some(true) => "papers-halved-yes",
        Some(false) => "papers-halved-no",
        None => "papers-halved-unknown",
    });
    let told = Told {
        name,
        under: String::new(),
        said: format!("{change}　{word}"),
    };
    Row { told, figures }
}

fn most_of(figures: &DocumentFigures) -> u64 {
    figures.sheets_before.max(figures.sheets_after).unwrap_or(0)
}

/// All kinds together with the way to one half. Returns where the kinds begin.
fn gauge(canvas: &mut Canvas, drawing: &Drawing, all: &Row, columns: &Columns, room: Rect) -> f64 {
    let top = f64::from(room.top);
    let each = canvas.long(84.0).max(canvas.line(Role::Small) * 2.4);
    let small = canvas.line(Role::Small);
    columns.tell(canvas, &all.told, (top, each));
    let most = most_of(all.figures);
    bars(canvas, drawing, all.figures, (columns.picture, most), (top, each));
    let mut at = top + each;
    let halving = &drawing.finding.halving;
    let said = [&halving.sentence, &halving.bring_sentence];
    for line in said.into_iter().filter(|line| !line.is_empty()) {
        for line in canvas.lines(line, Role::Small, room.width()) {
            canvas.text(
                &line,
                (f64::from(room.left), at + small / 2.0),
                (Role::Small, Side::Left),
                INK,
            );
            at += small;
        }
    }
    at + canvas.long(12.0)
}

/// Striped grey before, plain blue after, and the dashed mark of one half.
fn bars(
    canvas: &mut Canvas,
    drawing: &Drawing,
    figures: &DocumentFigures,
    ((left, right), most): ((f64, f64), u64),
    (top, each): (f64, f64),
) {
    let figure = canvas.measure(&sheets_text(Some(most), drawing.text), Role::Small) + canvas.long(10.0);
    let wide = (right - left - figure).max(canvas.long(60.0));
    let x = |sheets: u64| left + wide * length(sheets) / length(most.max(1));
    let half = (each * 0.36).min(canvas.long(26.0));
    let y = top + each / 2.0;
    let sides = [
        (figures.sheets_before, before_fill(), (y - half, y - canvas.long(1.0))),
        (figures.sheets_after, after_fill(), (y + canvas.long(1.0), y + half)),
    ];
    let mark = figures.sheets_before.filter(|before| *before > 0);
    let mark = mark.map(|before| x(most_for_half(before)));
    for (sheets, fill, (from, to)) in sides {
        let end = sheets.map_or(left, x);
        canvas.area(Rect::new(left, from, end, to), fill);
        let ink = if sheets.is_some() { INK } else { FAINT };
        let said = sheets_text(sheets, drawing.text);
        let gap = canvas.long(6.0);
        // A figure that the mark would cross stands behind it.
        let behind = end + gap + canvas.measure(&said, Role::Small) + gap;
        let begin = mark.filter(|mark| (end - gap..behind).contains(mark)).unwrap_or(end);
        let at = (begin.max(end) + gap, f64::midpoint(from, to));
        let size = canvas.size(Role::Small).min((to - from) * 1.15);
        canvas.sized(&said, at, (size, Side::Left), ink);
    }
    if let Some(mark) = mark {
        canvas.dashes(&[(mark, y - half * 1.25), (mark, y + half * 1.25)], INK, 2.0);
    }
}

fn before_fill() -> Fill {
    paint::unfilled()
}

fn after_fill() -> Fill {
    paint::fill(Hue::Blue, 0)
}
