//! Draws the chart `document-flow`: where the sheets of the month before went, kind by kind.

use super::rows::{Columns, Told, fitting};
use super::{Drawing, length};
use crate::phrase::phrase;
use crate::report::chart::canvas::{Canvas, Rect, Role, Side};
use crate::report::chart::frame::{self, Entry, Mark};
use crate::report::chart::paint::{self, Fill, INK};
use crate::report::chart::{ChartError, Kind};
use crate::report::finding::DocumentFlow;
use crate::report::{sheets_text, thousands};
use crate::worktime::Hue;

pub(super) fn draw(canvas: &mut Canvas, drawing: &Drawing) -> Result<(), ChartError> {
    let (finding, text) = (drawing.finding, drawing.text);
    let mut kinds: Vec<(&str, String, DocumentFlow)> = finding
        .kinds
        .iter()
        .filter_map(|kind| Some((kind.name.as_str(), kind.medium_text.clone(), kind.flow?)))
        .collect();
    if kinds.is_empty() {
        return Err(ChartError::NothingYet(Kind::DocumentFlow));
    }
    kinds.sort_by_key(|(_, _, flow)| std::cmp::Reverse(whole(flow)));
    let [before, after] = drawing.months();
    let lead = phrase("papers-flow-lead")
        .with("before", before)
        .with("after", after)
        .with("kinds", kinds.len());
    let room = drawing.frame(canvas, Kind::DocumentFlow, &text.say(&lead));
    let entries = PARTS.map(|(key, _)| key).into_iter().zip(fills());
    let entries: Vec<Entry> = entries
        .map(|(key, fill)| Entry {
            name: text.get(key),
            mark: Mark::Area(fill),
        })
        .collect();
    let room = frame::legend(canvas, &entries, room);
    let told = |name: String, under: String, flow: &DocumentFlow| Told {
        name,
        under,
        said: format!(
            "{} → {}",
            sheets_text(Some(flow.kept + flow.to_data + flow.less), text),
            sheets_text(Some(flow.kept + flow.more), text)
        ),
    };
    let all = told(text.get("papers-chart-all"), String::new(), &finding.flow);
    let rows: Vec<Told> = kinds
        .iter()
        .map(|(name, medium, flow)| told((*name).to_owned(), medium.clone(), flow))
        .collect();
    let both: Vec<Told> = std::iter::once(told(all.name.clone(), String::new(), &finding.flow))
        .chain(
            kinds
                .iter()
                .map(|(name, medium, flow)| told((*name).to_owned(), medium.clone(), flow)),
        )
        .collect();
    let columns = Columns::new(canvas, &both, room);
    let top = f64::from(room.top);
    let each = canvas.long(92.0).max(canvas.line(Role::Small) * 2.4);
    columns.tell(canvas, &all, (top, each));
    bar(
        canvas,
        &finding.flow,
        (columns.picture, whole(&finding.flow)),
        (top, each),
    );
    let top = top + each + canvas.long(14.0);
    let small = canvas.line(Role::Small);
    let most = kinds.iter().map(|(_, _, flow)| whole(flow)).max().unwrap_or(0);
    let (shown, each) = fitting(
        f64::from(room.bottom) - top - small,
        kinds.len(),
        small * 2.1,
        canvas.long(84.0),
    );
    let mut at = top;
    for ((_, _, flow), told) in kinds.iter().zip(&rows).take(shown) {
        columns.tell(canvas, told, (at, each));
        bar(canvas, flow, (columns.picture, most), (at, each));
        at += each;
    }
    if shown < kinds.len() {
        columns.rest(
            canvas,
            drawing,
            kinds.len() - shown,
            f64::from(room.bottom) - small / 2.0,
        );
    }
    Ok(())
}

/// A part of a bar: the key of its name, and how many sheets it has.
type Part = (&'static str, fn(&DocumentFlow) -> u64);

/// The parts of a bar in their order: what is still paper, what became data, what was cut, what came in addition.
const PARTS: [Part; 4] = [
    ("papers-flow-kept", |flow| flow.kept),
    ("papers-flow-to-data", |flow| flow.to_data),
    ("papers-flow-less", |flow| flow.less),
    ("papers-flow-more", |flow| flow.more),
];

fn fills() -> [Fill; 4] {
    [
        paint::fill(Hue::Blue, 0),
        paint::fill(Hue::BluishGreen, 2),
        paint::unfilled(),
        paint::fill(Hue::Vermillion, 3),
    ]
}

fn whole(flow: &DocumentFlow) -> u64 {
    flow.kept + flow.to_data + flow.less + flow.more
}

fn bar(canvas: &mut Canvas, flow: &DocumentFlow, ((left, right), most): ((f64, f64), u64), (top, each): (f64, f64)) {
    let y = top + each / 2.0;
    let half = (each * 0.32).min(canvas.long(24.0));
    let mut from = left;
    for ((_, of), fill) in PARTS.iter().zip(fills()) {
        let sheets = of(flow);
        let to = from + (right - left) * length(sheets) / length(most.max(1));
        canvas.area(Rect::new(from, y - half, to, y + half), fill);
        let said = thousands(sheets);
        if sheets > 0 && canvas.measure(&said, Role::Small) + canvas.long(14.0) < to - from {
            canvas.plate(&said, (f64::midpoint(from, to), y), Role::Small, fill);
        }
        from = to;
    }
    if whole(flow) == 0 {
        canvas.text("0", (left, y), (Role::Small, Side::Left), INK);
    }
}
