//! The map on a narrow screen: the boxes layer by layer, each layer moved in.

use ratatui::text::Line;

use super::{Drawn, number};
use crate::issues::{CauseId, CauseLayer};
use crate::phrase::phrase;
use crate::screens::pen::Row;
use crate::screens::text::{cut, width};
use crate::screens::widget::list::window;

/// Cells by which a layer is moved in.
const STEP: usize = 2;
/// Cells of what a box leads to.
const LEADS_TO: usize = 12;
/// Cells of how much evidence it has.
const EVIDENCE: usize = 9;

/// The rows that fit, with the chosen box among them.
pub(super) fn lines(drawn: &Drawn, cells: usize, rows: usize) -> Vec<Line<'static>> {
    let mut items: Vec<Vec<Line<'static>>> = Vec::new();
    let mut at = 0;
    for (column, layer) in CauseLayer::ALL.into_iter().enumerate() {
        let indent = column * STEP;
        let name = Row::new()
            .gap(indent)
            .text(drawn.pen.say(&layer.phrase()), drawn.pen.theme().strong());
        let mut head = Some(name.line());
        for id in drawn.layout.boxes(column) {
            if id == drawn.chosen {
                at = items.len();
            }
            items.push(head.take().into_iter().chain(row(drawn, id, indent, cells)).collect());
        }
    }
    window(items, at, rows)
}

fn row(drawn: &Drawn, id: CauseId, indent: usize, cells: usize) -> Option<Line<'static>> {
    let (pen, theme) = (drawn.pen, drawn.pen.theme());
    let it = drawn.found.find(id)?;
    let style = if id == drawn.chosen {
        theme.chosen()
    } else if drawn.sign(id) == " " {
        theme.text()
    } else {
        theme.strong()
    };
    let leads_to: Vec<String> = it.leads_to.iter().map(CauseId::to_string).collect();
    let leads_to = if leads_to.is_empty() {
        String::new()
    } else {
        pen.clean(&format!("→ {}", leads_to.join(",")))
    };
    let measured = it.evidence.iter().filter(|it| it.measured).count();
    let evidence = if measured == 0 {
        pen.get("causes-chart-unmeasured")
    } else {
        pen.say(&phrase("causes-chart-evidence").with("count", measured))
    };
    let number = number(it, drawn.sign(id));
    let text = cells.saturating_sub(indent + width(&number) + LEADS_TO + EVIDENCE + 2);
    let line = Row::new()
        .gap(indent)
        .text(number, style)
        .cell(&cut(&pen.clean(&it.text), text), text, style)
        .gap(1)
        .cell(&leads_to, LEADS_TO, theme.text())
        .gap(1)
        .cell(&evidence, EVIDENCE, theme.text());
    Some(line.line())
}
