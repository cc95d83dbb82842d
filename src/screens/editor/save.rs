//! From the editor into the book.

use super::expected::{self, Expected};
use super::keys::on_top;
use super::{Aside, Saving, SheetKind, holdings_of};
use crate::book::{Change, Occasion};
use crate::phrase::phrase;
use crate::report::Holdings;
use crate::screens::desk::Job;
use crate::screens::model::Model;
use crate::screens::update::{Effect, run};
use crate::worktime::keying::{Draft, Header};
use crate::worktime::{Sheet, SheetKey};

/// The sheet of the same shift that the book has already.
pub fn existing(holdings: &Holdings, kind: SheetKind, header: &Header) -> Option<SheetKey> {
    let key = Draft::new(header.clone(), holdings.founding.slot_minutes).key();
    as_in_book(holdings, kind, &key).map(|_| key)
}

fn as_in_book<'a>(holdings: &'a Holdings, kind: SheetKind, key: &SheetKey) -> Option<&'a Sheet> {
    match kind {
        SheetKind::Actual => holdings.as_in_book(key),
        SheetKind::Plan => holdings.plan_as_in_book(key),
    }
}

/// What keeping a sheet changes in the book: recorded, replaced, or, where its key is another now, moved.
pub fn changes(kind: SheetKind, before: Option<(&SheetKey, &Sheet)>, key: &SheetKey, after: Sheet) -> Vec<Change> {
    let (wave, after) = (key.wave, Box::new(after));
    match (kind, before) {
        (SheetKind::Actual, None) => vec![Change::SheetRecorded { wave, sheet: after }],
        (SheetKind::Actual, Some((old, before))) if old == key => {
            let before = Box::new(before.clone());
            vec![Change::SheetReplaced { wave, before, after }]
        }
        (SheetKind::Actual, Some((old, before))) => {
            let removed = Change::SheetRemoved {
                wave: old.wave,
                sheet: Box::new(before.clone()),
            };
            vec![removed, Change::SheetRecorded { wave, sheet: after }]
        }
        (SheetKind::Plan, before) => {
            let mut changes = Vec::new();
            let mut replaced = None;
            if let Some((old, before)) = before {
                let before = Some(Box::new(before.clone()));
                if old == key {
                    replaced = before;
                } else {
                    let wave = old.wave;
                    let after = None;
                    changes.push(Change::PlanKept { wave, before, after });
                }
            }
            changes.push(Change::PlanKept {
                wave,
                before: replaced,
                after: Some(after),
            });
            changes
        }
    }
}

fn occasion(kind: SheetKind, key: &SheetKey) -> Occasion {
    match kind {
        SheetKind::Actual => Occasion::SheetKeyed {
            staff: key.staff.clone(),
            date: key.date,
        },
        SheetKind::Plan => Occasion::PlanKept,
    }
}

/// Keeps the sheet that is keyed in; refuses an empty one and one of a shift that has another sheet.
pub(super) fn save(model: &mut Model, leave: bool, quit: bool) -> Vec<Effect> {
    let Some(holdings) = holdings_of(model) else {
        return Vec::new();
    };
    let Some(editor) = on_top(model) else {
        return Vec::new();
    };
    let kind = editor.kind;
    let key = editor.draft.key();
    let other = editor.in_book.as_ref() != Some(&key) && as_in_book(&holdings, kind, &key).is_some();
    if editor.draft.is_empty() {
        editor.fault = Some(phrase("keying-empty"));
        return Vec::new();
    }
    if other {
        editor.fault = Some(phrase("keying-exists"));
        return Vec::new();
    }
    if !editor.entry.text().is_empty() {
        editor.fault = Some(phrase("keying-entry-open"));
        return Vec::new();
    }
    if !editor.is_unsaved() && editor.in_book.is_some() {
        model.notice = Some(phrase("keying-nothing-new"));
        return Vec::new();
    }
    let mut sheet = editor.draft.to_sheet(holdings.lists.number());
    if kind == SheetKind::Plan {
        // A timetable is a wish: nothing in it was observed, wherever it was copied from.
        sheet.copied.clear();
    }
    let before = editor.in_book.as_ref();
    let before = before.and_then(|old| as_in_book(&holdings, kind, old).map(|sheet| (old, sheet)));
    let changes = changes(kind, before, &key, sheet);
    editor.saving = Some(Saving::Sheet { leave, quit });
    run(model, Job::Apply(occasion(kind, &key), changes))
}

/// Takes the sheet out of the book.
pub(super) fn remove(model: &mut Model) -> Vec<Effect> {
    let Some(holdings) = holdings_of(model) else {
        return Vec::new();
    };
    let Some(editor) = on_top(model) else {
        return Vec::new();
    };
    let kind = editor.kind;
    let Some(key) = editor.in_book.clone() else {
        return Vec::new();
    };
    let Some(sheet) = as_in_book(&holdings, kind, &key).cloned().map(Box::new) else {
        return Vec::new();
    };
    let wave = key.wave;
    let change = match kind {
        SheetKind::Actual => Change::SheetRemoved { wave, sheet },
        SheetKind::Plan => Change::PlanKept {
            wave,
            before: Some(sheet),
            after: None,
        },
    };
    editor.saving = Some(Saving::Removal);
    run(model, Job::Apply(occasion(kind, &key), vec![change]))
}

/// What an editor wrote stands in the book: it goes on from there. Anything else that was written is not its concern.
pub fn applied(model: &mut Model) -> Vec<Effect> {
    let Some(holdings) = holdings_of(model) else {
        return Vec::new();
    };
    let Some(editor) = on_top(model) else {
        return Vec::new();
    };
    match editor.saving.take() {
        None => {}
        Some(Saving::Removal) => {
            model.layers.pop();
            model.notice = Some(phrase("keying-removed"));
        }
        Some(Saving::Sheet { leave, quit }) => {
            editor.kept = editor.draft.clone();
            editor.in_book = Some(editor.draft.key());
            let header = editor.draft.header();
            let last = Expected {
                wave: header.wave,
                staff: header.staff.clone(),
                date: header.date,
            };
            let next = expected::after(&holdings, editor.kind, &last);
            editor.aside = Some(Aside::Saved(next, 0));
            model.notice = Some(phrase("keying-saved"));
            if leave {
                model.layers.pop();
            }
            if quit {
                return vec![Effect::Quit];
            }
        }
    }
    Vec::new()
}
