//! Whether a margin stood before the figures: what the journal proves.

use crate::book::Written;
use crate::effect::Indicator;
use crate::phrase::{Phrase, phrase};
use crate::report::finding::{MarginLine, MarginState};
use crate::report::{Holdings, first_value, waves_with_values};
use crate::text::Text;
use crate::worktime::Wave;

/// Whether the margin of an indicator stood before the first figure of a survey, as the journal proves it.
///
/// A margin counts from the act since which it is what it is now; a figure counts from the first act that brought one, taken back
/// since or not. A margin of which the journal knows nothing is none.
pub fn margin_line(holdings: &Holdings, indicator: &Indicator, wave: Wave, text: &Text) -> MarginLine {
    let chosen = holdings.effects.chosen(&indicator.id);
    let margin = chosen
        .and_then(|it| it.margin)
        .and_then(|_| holdings.firsts.margins.get(&indicator.id).copied());
    let figure = first_value(holdings, indicator, wave);
    let (state, said) = match (margin, figure) {
        (None, _) => (MarginState::NotSet, phrase("margin-not-set")),
        (Some(margin), None) => (MarginState::Waiting, told(phrase("margin-waiting"), margin, None)),
        (Some(margin), Some(figure)) if margin.act < figure.act => (
            MarginState::InTime,
            told(phrase("margin-in-time"), margin, Some(figure)),
        ),
        (Some(margin), Some(figure)) => (MarginState::Late, told(phrase("margin-late"), margin, Some(figure))),
    };
    let at = |written: Written| written.at.to_rfc3339();
    MarginLine {
        wave: wave.id(),
        label: text.say(&wave.label()),
        state,
        margin_act: margin.map(|it| it.act.0),
        margin_at: margin.map(at),
        figure_act: figure.map(|it| it.act.0),
        figure_at: figure.map(at),
        sentence: text.say(&said.with("wave", wave.label())),
    }
}

/// The later survey that has figures of an indicator already, so that a margin set now comes too late.
pub fn measured_later(holdings: &Holdings, indicator: &Indicator) -> Option<Wave> {
    let mut later = waves_with_values(holdings).into_iter().skip(1);
    later.find(|wave| first_value(holdings, indicator, *wave).is_some())
}

/// Names the acts, each with its day and time.
fn told(said: Phrase, margin: Written, figure: Option<Written>) -> Phrase {
    let at = |written: Written| written.at.format("%Y-%m-%d %H:%M").to_string();
    let said = said.with("act", margin.act.to_string()).with("at", at(margin));
    match figure {
        Some(figure) => said
            .with("figure-act", figure.act.to_string())
            .with("figure-at", at(figure)),
        None => said,
    }
}
