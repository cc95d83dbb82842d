//! What the team judges, and what is missing.

use chrono::NaiveDate;

use crate::book::{Change, Occasion};
use crate::issues::Judgement;
use crate::report::Holdings;
use crate::report::finding::{Comparisons, JudgementsFinding};
use crate::text::Text;

/// The judgements, and the places for those that are missing.
pub fn judgements(_holdings: &Holdings, _results: &[Comparisons], _today: NaiveDate, text: &Text) -> JudgementsFinding {
    JudgementsFinding {
        judgements: Vec::new(),
        unfinished: 0,
        sentence: text.get("judge-nothing"),
    }
}

/// A judgement was given, changed or taken back; the one before as the book has it.
pub fn judgement_kept(before: Option<&Judgement>, after: Option<&Judgement>) -> Option<(Occasion, Vec<Change>)> {
    let wave = after.or(before)?.key.wave;
    let boxed = |it: &Judgement| Box::new(it.clone());
    let change = Change::JudgementKept {
        before: before.map(boxed),
        after: after.map(boxed),
    };
    Some((Occasion::Judged(wave), vec![change]))
}
