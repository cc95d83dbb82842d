//! One indicator in full: what it is, what is promised of it, what can be shown.

use ratatui::style::Style;
use ratatui::text::Line;

use crate::effect::{Direction, Family};
use crate::phrase::{Gap, Phrase, phrase};
use crate::report::finding::{ChosenFinding, ChosenIndicator, MarginState, OfferedIndicator};
use crate::screens::pen::Pen;
use crate::screens::view::Room;

/// Rows from which everything is told.
const ROOMY: usize = 24;

/// The indicator in at most so many rows.
pub fn detail(found: &ChosenFinding, offered: &OfferedIndicator, pen: &Pen, room: Room) -> Vec<Line<'static>> {
    let theme = pen.theme();
    let is_roomy = room.height >= ROOMY;
    let chosen = found.indicators.iter().find(|it| it.id == offered.id);
    let mut lines = Vec::new();
    let mut add = |said: &str, most: usize, style: Style| {
        let free = room.height.saturating_sub(lines.len()).min(most);
        if free > 0 {
            lines.extend(pen.short_paragraph(&pen.clean(said), room.width, free, style));
        }
    };
    let say = |said: &Phrase| pen.say(said);
    add(&offered.name, 2, theme.strong());
    add(&say(&kind(offered)), 1, theme.text());
    add(&say(&origin(offered)), 2, theme.text());
    add(&offered.how, if is_roomy { 6 } else { 3 }, theme.faint());
    if let Some(range) = offered.range_text.as_ref().filter(|_| is_roomy) {
        let said = phrase("chosen-one-range").with("range", range.as_str());
        add(&say(&said), 1, theme.faint());
    }
    if is_roomy {
        add(" ", 1, theme.text());
    }
    if !offered.measurable {
        let said = phrase("chosen-not-measurable").with("name", offered.name.as_str());
        add(&say(&said), 3, theme.bad());
        return lines;
    }
    let standing = match chosen {
        Some(chosen) => promises(chosen),
        None => phrase("chosen-one-not"),
    };
    add(&say(&standing), 3, theme.strong());
    add(&say(&ground(offered)), 2, theme.text());
    for measure in offered.measures.iter().take(if is_roomy { 4 } else { 1 }) {
        let said = phrase("chosen-one-measure")
            .with("number", measure.number)
            .with("text", measure.text.as_str());
        add(&say(&said), 1, theme.text());
    }
    let late = chosen.and_then(|it| it.margins.iter().find(|line| line.state == MarginState::Late));
    if let Some(late) = late {
        add(
            &format!("! {}", late.sentence),
            if is_roomy { 5 } else { 2 },
            theme.bad(),
        );
    }
    if is_roomy {
        add(" ", 1, theme.text());
        add(&pen.get("chosen-can-show"), 1, theme.faint());
    }
    let said = format!("{} {}", offered.feasible.sign(), offered.feasible.sentence);
    add(&said, if is_roomy { 6 } else { 4 }, theme.strong());
    for advice in &offered.feasible.advice {
        add(&format!("- {advice}"), if is_roomy { 3 } else { 2 }, theme.text());
    }
    lines
}

fn kind(offered: &OfferedIndicator) -> Phrase {
    let direction = match offered.direction {
        Direction::Down => phrase("screens-less-is-good"),
        Direction::Up => phrase("screens-more-is-good"),
    };
    phrase("chosen-kind")
        .with("unit", offered.unit.as_str())
        .with("direction", direction)
}

fn origin(offered: &OfferedIndicator) -> Phrase {
    let said = if offered.source.is_empty() {
        phrase("chosen-origin")
    } else {
        phrase("chosen-origin-source").with("source", offered.source.as_str())
    };
    said.with("per", offered.per_text.as_str())
        .with("measured", offered.measured_text.as_str())
}

fn promises(chosen: &ChosenIndicator) -> Phrase {
    let figure = |text: &Option<String>| match text {
        Some(text) => Gap::from(text.as_str()),
        None => Gap::from(phrase("chosen-unset")),
    };
    let said = match chosen.family {
        Family::Efficiency => phrase("chosen-promise"),
        Family::Quality => phrase("chosen-promises").with("margin", figure(&chosen.margin_text)),
    };
    said.with("target", figure(&chosen.target_text))
}

fn ground(offered: &OfferedIndicator) -> Phrase {
    match &offered.before_text {
        Some(before) => phrase("chosen-one-before")
            .with("before", before.as_str())
            .with("n", offered.n_before),
        None => phrase("chosen-no-before"),
    }
}
