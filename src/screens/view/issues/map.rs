//! 因果関係図: drawn as columns with lines where there is room, else as an outline by layer; what is known of the chosen box below.

mod outline;
mod picks;
mod picture;
mod strokes;

pub use picks::lines as pick_lines;

use ratatui::text::Line;

use crate::issues::{CauseId, MapLayout};
use crate::phrase::phrase;
use crate::report::evidence_line;
use crate::report::finding::{CauseBox, CauseMapFinding};
use crate::screens::desk::Shown;
use crate::screens::issues::{cause_layout, chosen_cause};
use crate::screens::model::Model;
use crate::screens::pen::Pen;
use crate::screens::text::cut;
use crate::screens::view::Room;

/// Columns from which the map is drawn with lines.
const WIDE: usize = 100;
/// Rows from which there is room for more about the chosen box.
const TALL: usize = 30;

/// What the map is drawn from.
struct Drawn<'a> {
    found: &'a CauseMapFinding,
    layout: MapLayout,
    chosen: CauseId,
    pen: &'a Pen,
}

impl Drawn<'_> {
    /// The sign of a box beside the chosen one: `<` for a cause of it, `>` for what comes of it.
    fn sign(&self, id: CauseId) -> &'static str {
        let Some(chosen) = self.found.find(self.chosen) else {
            return " ";
        };
        if id == self.chosen {
            "*"
        } else if chosen.from.contains(&id) {
            "<"
        } else if chosen.leads_to.contains(&id) {
            ">"
        } else {
            " "
        }
    }
}

/// Number, and the signs of what is chosen and of what was not measured.
fn number(it: &CauseBox, sign: &str) -> String {
    let measured = if it.measured { " " } else { "?" };
    format!("{sign}{:>2}{measured}", it.number)
}

/// The view, below the names of the views.
pub fn lines(model: &Model, shown: &Shown, pen: &Pen, room: Room) -> Vec<Line<'static>> {
    let theme = pen.theme();
    let found = &shown.issues.map;
    let Some(chosen) = chosen_cause(model).filter(|_| !found.boxes.is_empty()) else {
        return pen.paragraph(&pen.get("causes-screen-empty"), room.width, theme.text());
    };
    let drawn = Drawn {
        found,
        layout: cause_layout(model),
        chosen,
        pen,
    };
    let detail = detail(&drawn, room.width, if room.height < TALL { 5 } else { 6 });
    let signs = if room.width >= WIDE {
        pen.get("causes-screen-strokes")
    } else {
        pen.get("causes-screen-marks")
    };
    let height = room.height.saturating_sub(detail.len() + 2);
    let mut lines = if room.width >= WIDE {
        picture::lines(&drawn, room.width, height)
    } else {
        outline::lines(&drawn, room.width, height)
    };
    lines.resize(height.max(lines.len()), Line::default());
    lines.push(Line::styled(cut(&signs, room.width), theme.faint()));
    lines.push(pen.rule(room.width));
    lines.extend(detail);
    lines
}

/// The chosen box: what it says, what leads to it and what it leads to, and its evidence or the question.
fn detail(drawn: &Drawn, cells: usize, most: usize) -> Vec<Line<'static>> {
    let (pen, theme) = (drawn.pen, drawn.pen.theme());
    let Some(it) = drawn.found.find(drawn.chosen) else {
        return Vec::new();
    };
    let row = phrase("causes-row")
        .with("number", it.number.to_string())
        .with("text", it.text.as_str())
        .with("layer", it.layer_name.as_str());
    let mut lines = vec![Line::styled(cut(&pen.say(&row), cells), theme.strong())];
    let named = |ids: &[CauseId], none: String| {
        if ids.is_empty() {
            return none;
        }
        let name = |id: &CauseId| drawn.found.find(*id).map(|it| format!("{id} {}", pen.clean(&it.text)));
        ids.iter().filter_map(name).collect::<Vec<_>>().join(", ")
    };
    let from = named(&it.from, pen.get("causes-screen-no-from"));
    let to = named(&it.leads_to, pen.get("causes-screen-no-to"));
    for (label, said) in [(pen.get("causes-screen-from"), from), (pen.get("causes-screen-to"), to)] {
        lines.push(pen.line(cut(&format!("{label} {said}"), cells)));
    }
    let question = it.question.as_ref().map(|question| {
        let said = pen.say(&phrase("causes-question").with("question", question.as_str()));
        Line::styled(cut(&said, cells), theme.text())
    });
    let free = most - lines.len() - usize::from(question.is_some());
    if it.evidence.is_empty() {
        lines.push(pen.line(pen.get("causes-unmeasured")));
    }
    let more = it.evidence.len().saturating_sub(free);
    for (place, evidence) in it.evidence.iter().take(free).enumerate() {
        let mut said = pen.say(&evidence_line(evidence));
        if more > 0 && place + 1 == free {
            let rest = pen.say(&phrase("causes-screen-more").with("count", more));
            said = format!(
                "{} {rest}",
                cut(&said, cells.saturating_sub(crate::screens::text::width(&rest) + 1))
            );
        }
        lines.push(pen.line(cut(&said, cells)));
    }
    lines.extend(question);
    lines.truncate(most);
    lines.resize(most, Line::default());
    lines
}
