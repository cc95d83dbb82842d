//! Paper that is kept.

use super::words::{known, large, printed};
use crate::documents::{BeforeAfter, Document, Documents, binders};
use crate::phrase::phrase;
use crate::report::finding::DocumentStorage;
use crate::text::Text;

pub(super) fn of(documents: &Documents, text: &Text) -> DocumentStorage {
    let sum = |of: &dyn Fn(&Document, BeforeAfter) -> Option<u64>| -> Option<u64> {
        if documents.kinds.is_empty() {
            return None;
        }
        let kinds = documents.kinds.iter();
        kinds.map(|kind| of(kind, documents.before_after(kind.id))).sum()
    };
    // Where there is no month after, nothing is known of it, also of what is not kept on paper.
    let months = documents.compared_months();
    let before = |sheets: Option<u64>| months.before.and(sheets);
    let after = |sheets: Option<u64>| months.after.and(sheets);
    let kept_before = before(sum(&|kind, found| kind.kept(found.before.sheets)));
    let kept_after = after(sum(&|kind, found| kind.kept(found.after.sheets)));
    let each = documents.ledger().binder_sheets;
    let in_binders = |sheets: Option<u64>| binders(sheets?, each?);
    let mut storage = DocumentStorage {
        a_year_before: before(sum(&|kind, found| kind.kept_a_year(found.before.sheets))),
        a_year_after: after(sum(&|kind, found| kind.kept_a_year(found.after.sheets))),
        kept_before,
        kept_after,
        binder_sheets: each,
        binders_before: in_binders(kept_before),
        binders_after: in_binders(kept_after),
        sentence: String::new(),
    };
    storage.sentence = sentence(documents, &storage, text);
    storage
}

fn sentence(documents: &Documents, storage: &DocumentStorage, text: &Text) -> String {
    if let (Some(before), Some(after)) = (storage.kept_before, storage.kept_after) {
        let said = phrase("papers-kept")
            .with("before", large(before))
            .with("after", large(after));
        let mut said = text.say(&said);
        if storage.binders_before.is_some() {
            let binders = phrase("papers-binders")
                .with("before", known(storage.binders_before))
                .with("after", known(storage.binders_after));
            said.push_str(&text.get("between-sentences"));
            said.push_str(&text.say(&binders));
        }
        return said;
    }
    let without_years = documents
        .kinds
        .iter()
        .filter(|kind| kind.storage.is_on_paper() && kind.keep_years.is_none());
    let names: Vec<String> = without_years.map(|kind| printed(&kind.name)).collect();
    if names.is_empty() {
        text.get("papers-kept-unknown")
    } else {
        text.say(&phrase("papers-kept-no-years").with("names", names.join(&text.get("list-separator"))))
    }
}
