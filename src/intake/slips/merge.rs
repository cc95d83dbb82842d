//! Puts slips of several files and of the book together.

use std::collections::{BTreeMap, BTreeSet};

use super::Exchanged;
use crate::book::Change;
use crate::documents::{SlipCount, SlipKey};
use crate::phrase::{Phrase, phrase};

/// What the slips of all files make together.
#[derive(Debug, Default)]
pub struct Counted {
    /// What is counted anew.
    pub changes: Vec<Change>,
    /// For each file the slips that were counted in it; none where the book has them all.
    pub counts: BTreeMap<usize, usize>,
    /// What came before, each with its file.
    pub notes: Vec<(usize, Phrase)>,
}

/// Joins what files say of the same month and offices with what the book has, whatever the order of the files.
///
/// A file may hold only some of a partner's users, and users are taken out by files of their own; so users join, and none is
/// lost when a later file leaves it out.
pub fn merge(files: &[(usize, SlipCount)], exchanged: &Exchanged) -> Counted {
    let mut counted = Counted::default();
    let before: BTreeMap<&SlipKey, &SlipCount> = exchanged.counts.iter().map(|it| (&it.key, it)).collect();
    let mut after: BTreeMap<SlipKey, SlipCount> = BTreeMap::new();
    for (file, count) in files {
        let known = after
            .get(&count.key)
            .or_else(|| before.get(&count.key).copied())
            .cloned();
        let Some(known) = known else {
            counted.counts.insert(*file, count.slips());
            after.insert(count.key.clone(), count.clone());
            continue;
        };
        let joined = known.clone().joined(count);
        if joined != known {
            counted.counts.insert(*file, count.slips());
        }
        let new: BTreeSet<&String> = count.users.difference(&known.users).collect();
        let note = phrase("linkage-in-note-joined")
            .with("month", count.key.month.to_string())
            .with("new", new.len())
            .with("users", joined.slips());
        counted.notes.push((*file, note));
        after.insert(count.key.clone(), joined);
    }
    for (key, count) in after {
        let before = before.get(&key).map(|it| Box::new((*it).clone()));
        if before.as_deref() != Some(&count) {
            counted.changes.push(Change::SlipsCounted {
                before,
                after: Some(Box::new(count)),
            });
        }
    }
    counted
}
