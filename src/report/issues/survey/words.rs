//! What a round shows, in a few plain sentences.

use crate::office::SMALLEST_GROUP;
use crate::phrase::{Phrase, phrase};
use crate::report::finding::{ChallengeRound, ChallengeViewpoint};
use crate::report::{decimal_text, points_text, share_text};
use crate::text::Text;

/// Where it applies most, where floor and management differ most, and what so few people do not tell.
pub(super) fn of_round(round: &ChallengeRound, text: &Text) -> String {
    if round.hidden {
        let said = phrase("seen-round-hidden")
            .with("people", round.people)
            .with("fewest", SMALLEST_GROUP);
        return text.say(&said);
    }
    let Some(most) = top(round).map(|said| text.say(&said)) else {
        return text.get("seen-sentence-nothing");
    };
    let said = [Some(most), order(round, text), gap(round, text)];
    joined(said.into_iter().flatten(), text)
}

/// One sentence after the other.
pub(super) fn joined(said: impl Iterator<Item = String>, text: &Text) -> String {
    said.reduce(|first, second| {
        let both = phrase("seen-two-sentences").with("first", first).with("second", second);
        text.say(&both)
    })
    .unwrap_or_default()
}

/// Viewpoints with a share, the largest first.
fn ordered(round: &ChallengeRound) -> Vec<&ChallengeViewpoint> {
    let mut shown: Vec<&ChallengeViewpoint> = round.viewpoints.iter().filter(|it| it.rank.is_some()).collect();
    shown.sort_by_key(|it| it.rank);
    shown
}

fn top(round: &ChallengeRound) -> Option<Phrase> {
    let ordered = ordered(round);
    let most = ordered.first()?;
    let [low, high] = most.interval?;
    Some(
        phrase("seen-sentence-most")
            .with("name", most.name.as_str())
            .with("share", share_text(most.share))
            .with("people", most.people?)
            .with("low", whole_percent(low))
            .with("high", whole_percent(high)),
    )
}

/// Whether so few people tell the first from the second.
fn order(round: &ChallengeRound, text: &Text) -> Option<String> {
    let ordered = ordered(round);
    let [most, next, ..] = ordered.as_slice() else {
        return None;
    };
    let (low, high) = (most.interval?[0], next.interval?[1]);
    (low <= high).then(|| text.say(&phrase("seen-sentence-order-open").with("next", next.name.as_str())))
}

fn gap(round: &ChallengeRound, text: &Text) -> Option<String> {
    let Some(widest) = round.gaps.first().and_then(|code| round.viewpoint(code)) else {
        return Some(text.get("seen-sentence-gap-hidden"));
    };
    let (floor, management) = (widest.floor.as_ref()?, widest.management.as_ref()?);
    let said = phrase("seen-sentence-gap")
        .with("name", widest.name.as_str())
        .with("floor", share_text(floor.share))
        .with("floor-people", floor.n)
        .with("management", share_text(management.share))
        .with("management-people", management.n)
        .with("points", points_text(widest.gap?));
    let told = text.say(&said);
    let ([floor_low, floor_high], [low, high]) = (floor.interval?, management.interval?);
    if low <= floor_high && floor_low <= high {
        let open = text.get("seen-sentence-gap-open");
        return Some(joined([told, open].into_iter(), text));
    }
    Some(told)
}

fn whole_percent(share: f64) -> String {
    format!("{}%", decimal_text(share * 100.0, 0))
}
