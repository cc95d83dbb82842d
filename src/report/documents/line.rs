//! The line of a kind of document.

use super::words::{month_name, printed};
use super::{figures, halving};
use crate::documents::{Counted, Document, DocumentMonth, Documents};
use crate::phrase::phrase;
use crate::report::finding::DocumentLine;
use crate::text::Text;

pub(super) fn of(documents: &Documents, kind: &Document, text: &Text) -> DocumentLine {
    let found = documents.before_after(kind.id);
    let counted = |month| documents.month(kind.id, month);
    let before = found.months.before.and_then(counted);
    let after = found.months.after.and_then(counted);
    let medium = |month: Option<&DocumentMonth>| month.map(|it| it.medium.id());
    let sentence = match (found.halving(), found.sheets()) {
        (Ok(_), Some((before, after))) => halving::sentence(before, after, text),
        (Err(why), _) => halving::why(documents, why, text),
        (Ok(_), None) => String::new(),
    };
    DocumentLine {
        id: kind.id,
        name: printed(&kind.name),
        group: kind.group.id(),
        group_name: text.say(&kind.group.phrase()),
        medium_before: medium(before),
        medium_after: medium(after),
        medium_text: media(before, after, text),
        figures: figures::of(&found, &|why| halving::why(documents, why, text)),
        sentence,
        scaled: [before, after].into_iter().flatten().filter_map(|it| scaled(it, text)).collect(),
        flow: documents.flow(kind.id).map(figures::flow),
        storage: kind.storage.id(),
        storage_name: text.say(&kind.storage.phrase()),
        keep_years: kind.keep_years,
        kept_a_year_before: kind.kept_a_year(found.before.sheets),
        kept_a_year_after: kind.kept_a_year(found.after.sheets),
        kept_before: kind.kept(found.before.sheets),
        kept_after: kind.kept(found.after.sheets),
    }
}

/// 紙 → データ, or one word where nothing changed.
fn media(before: Option<&DocumentMonth>, after: Option<&DocumentMonth>, text: &Text) -> String {
    let mut words: Vec<String> = [before, after]
        .into_iter()
        .flatten()
        .map(|it| text.say(&it.medium.phrase()))
        .collect();
    words.dedup();
    words.join(" → ")
}

/// How counted days stand for the month, with the rule.
fn scaled(counted: &DocumentMonth, text: &Text) -> Option<String> {
    let Counted::Week { days, open_days } = &counted.counted else {
        return None;
    };
    let said = phrase("papers-scaled")
        .with("month", month_name(counted.month, text).label)
        .with("days", days.len())
        .with("open", u32::from(*open_days));
    Some(text.say(&said))
}
