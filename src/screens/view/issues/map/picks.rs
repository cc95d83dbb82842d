//! The page on which links and evidence of a box are put on and taken off.

use std::collections::BTreeSet;

use ratatui::text::Line;

use crate::issues::{Cause, CauseId, Evidence};
use crate::phrase::phrase;
use crate::report::{EvidenceSource, evidence_kind};
use crate::screens::issues::{CausePick, KINDS, Pick};
use crate::screens::model::Model;
use crate::screens::pen::{Pen, Row};
use crate::screens::text::{cut, width};
use crate::screens::view::Room;
use crate::screens::widget::list::window_of;

/// Rows in which the chosen evidence is told whole.
const WHOLE: usize = 2;
/// Cells of the figure of a piece of evidence.
const FIGURE: usize = 34;

/// The page.
pub fn lines(model: &Model, pick: &CausePick, pen: &Pen, room: Room) -> Vec<Line<'static>> {
    let Some(shown) = &model.shown else { return Vec::new() };
    let cause = pick.cause.and_then(|id| shown.holdings.issues.cause(id));
    match pick.what {
        Pick::Links => cause.map_or_else(Vec::new, |cause| links(model, pick, cause, pen, room)),
        Pick::Evidence(kind) => evidence(model, (pick, kind), cause, pen, room),
    }
}

fn name(cause: &Cause) -> String {
    format!("{} {}", cause.id, cause.text)
}

fn links(model: &Model, pick: &CausePick, cause: &Cause, pen: &Pen, room: Room) -> Vec<Line<'static>> {
    let theme = pen.theme();
    let title = phrase("causes-links-title").with("box", name(cause));
    let mut lines = vec![Line::styled(cut(&pen.say(&title), room.width), theme.strong())];
    lines.extend(pen.paragraph(&pen.get("causes-links-says"), room.width, theme.faint()));
    lines.push(Line::default());
    let targets = pick.targets(model);
    if targets.is_empty() {
        lines.push(pen.line(pen.get("causes-links-none")));
    }
    let issues = model.shown.as_ref().map(|shown| &shown.holdings.issues);
    let row = |place: usize| {
        let id = targets.get(place).copied().unwrap_or(CauseId(0));
        let Some(target) = issues.and_then(|issues| issues.cause(id)) else {
            return Line::default();
        };
        let mark = if cause.leads_to.contains(&id) { "[x]" } else { "[ ]" };
        let style = if place == pick.row {
            theme.chosen()
        } else {
            theme.text()
        };
        let layer = pen.say(&target.layer.phrase());
        let said = room.width.saturating_sub(22);
        Row::new()
            .text(format!("{mark} {id:>3} "), style)
            .cell(&pen.clean(&target.text), said, style)
            .gap(1)
            .cell(&layer, 12, theme.text())
            .line()
    };
    let rows = room.height.saturating_sub(lines.len());
    lines.extend(window_of(targets.len(), pick.row, rows, row));
    lines
}

fn evidence(
    model: &Model,
    (pick, kind): (&CausePick, usize),
    cause: Option<&Cause>,
    pen: &Pen,
    room: Room,
) -> Vec<Line<'static>> {
    let theme = pen.theme();
    let title = match cause {
        Some(cause) => phrase("causes-evidence-title").with("box", name(cause)),
        None => phrase("causes-start-title"),
    };
    let own_evidence = cause.map(|it| &it.evidence);
    let has = |evidence: &Evidence| own_evidence.is_some_and(|it| it.contains(evidence));
    let mut lines = vec![Line::styled(cut(&pen.say(&title), room.width), theme.strong())];
    let own: BTreeSet<&str> = own_evidence.into_iter().flatten().map(Evidence::kind).collect();
    let mut bar = Row::new();
    for (place, id) in KINDS.into_iter().enumerate() {
        let count = own_evidence.into_iter().flatten().filter(|it| it.kind() == id).count();
        let mut label = pen.say(&evidence_kind(id));
        if own.contains(id) {
            label = format!("{label} {count}");
        }
        bar = if place == kind {
            bar.text(format!("[{label}]"), theme.chosen())
        } else {
            bar.text(format!(" {label} "), theme.faint())
        };
    }
    lines.push(bar.line());
    lines.push(Line::styled(
        cut(&pen.get("causes-start-says"), room.width),
        theme.faint(),
    ));
    let offered = pick.evidence(model);
    if offered.is_empty() {
        lines.push(pen.line(pen.get("causes-evidence-none")));
    }
    let Some(shown) = &model.shown else { return lines };
    let source = EvidenceSource::new(&shown.holdings, &shown.issues.survey, pen.words());
    let row = |place: usize| {
        let Some(evidence) = offered.get(place) else {
            return Line::default();
        };
        let found = source.shown(evidence);
        let mark = if has(evidence) { "[x]" } else { "[ ]" };
        let style = if place == pick.row {
            theme.chosen()
        } else {
            theme.text()
        };
        let code = if found.kind == "kind" {
            String::new()
        } else {
            format!("{:>4} ", found.code)
        };
        let head = format!("{mark} {code}");
        let figure = FIGURE.min(room.width / 2);
        let said = room.width.saturating_sub(width(&head) + figure + 1);
        Row::new()
            .text(head, style)
            .cell(&pen.clean(&found.text), said, style)
            .gap(1)
            .cell(&pen.clean(&found.shown), figure, theme.text())
            .line()
    };
    // The chosen one is told whole below; its row may be cut.
    let whole = offered
        .get(pick.row)
        .map(|evidence| pen.clean(&source.shown(evidence).text));
    let rows = room.height.saturating_sub(lines.len() + WHOLE + 1);
    let list = window_of(offered.len(), pick.row, rows, row);
    let free = rows - list.len();
    lines.extend(list);
    lines.extend(std::iter::repeat_n(Line::default(), free));
    lines.push(pen.rule(room.width));
    lines.extend(pen.short_paragraph(&whole.unwrap_or_default(), room.width, WHOLE, theme.text()));
    lines
}
