//! Counting notices: by kind, place, part of the day and group, with their weights.

use std::collections::BTreeMap;

use super::notice::{DayPart, Notice, TroubleKind};
use crate::office::fold;
use crate::phrase::{Phrase, phrase};

impl TroubleKind {
    /// A short name for people, where the full one is too long.
    pub fn short(self) -> Phrase {
        match self {
            Self::Things => phrase("notices-kind-things"),
            Self::Flow => phrase("notices-kind-flow"),
            Self::Records => phrase("notices-kind-records"),
            Self::Handover => phrase("notices-kind-handover"),
            Self::Goals => phrase("notices-kind-goals"),
        }
    }
}

/// How many notices, and how much those of known weight weigh together (often × heavy).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct NoticeTally {
    /// How many notices.
    pub count: usize,
    /// How many of them say how often and how heavy.
    pub weighed: usize,
    /// What those weigh together.
    sum: u32,
}

impl NoticeTally {
    /// Counts one more.
    pub fn add(&mut self, notice: &Notice) {
        self.count += 1;
        if let Some(weight) = notice.weight() {
            self.weighed += 1;
            self.sum += u32::from(weight);
        }
    }

    /// Counts several.
    pub fn of<'n>(notices: impl IntoIterator<Item = &'n Notice>) -> Self {
        let mut tally = Self::default();
        notices.into_iter().for_each(|notice| tally.add(notice));
        tally
    }

    /// Both together.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self {
            count: self.count + other.count,
            weighed: self.weighed + other.weighed,
            sum: self.sum + other.sum,
        }
    }

    /// What the notices of known weight weigh together; `None` where none has one.
    pub fn weight(self) -> Option<u32> {
        (self.weighed > 0).then_some(self.sum)
    }
}

/// Counts notices by what they say; what is said in another width or case is the same, and is spelled as it came first.
/// The most come first, the heaviest of as many; what says nothing is the last, as `None`.
pub fn tally_words<'n>(
    notices: impl IntoIterator<Item = &'n Notice>,
    words: impl Fn(&'n Notice) -> Option<&'n str>,
) -> Vec<(Option<&'n str>, NoticeTally)> {
    let mut found: BTreeMap<Option<String>, (Option<&'n str>, NoticeTally)> = BTreeMap::new();
    for notice in notices {
        let said = words(notice).map(str::trim).filter(|said| !said.is_empty());
        let key = said.map(|said| fold(said).to_lowercase());
        let (_, tally) = found.entry(key).or_insert((said, NoticeTally::default()));
        tally.add(notice);
    }
    let mut found: Vec<_> = found.into_values().collect();
    found.sort_by_key(|(said, tally)| (said.is_none(), std::cmp::Reverse((tally.count, tally.weight()))));
    found
}

/// Notices by kind of trouble and part of the day; the last row and the last column are of those that say none.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NoticeHeat([[NoticeTally; DayPart::ALL.len() + 1]; TroubleKind::ALL.len() + 1]);

impl NoticeHeat {
    /// Counts notices.
    pub fn of<'n>(notices: impl IntoIterator<Item = &'n Notice>) -> Self {
        let mut heat = Self::default();
        for notice in notices {
            let (row, column) = (row_of(notice.kind), column_of(notice.part));
            heat.0[row][column].add(notice);
        }
        heat
    }

    /// The rows, each with its fields.
    pub fn rows(&self) -> &[[NoticeTally; DayPart::ALL.len() + 1]] {
        &self.0
    }

    /// All of a kind, or all without one.
    pub fn of_kind(&self, kind: Option<TroubleKind>) -> NoticeTally {
        self.0[row_of(kind)]
            .iter()
            .fold(NoticeTally::default(), |all, one| all.and(*one))
    }

    /// All of a part of the day, or all without one.
    pub fn of_part(&self, part: Option<DayPart>) -> NoticeTally {
        let column = column_of(part);
        self.0
            .iter()
            .fold(NoticeTally::default(), |all, row| all.and(row[column]))
    }
}

fn row_of(kind: Option<TroubleKind>) -> usize {
    let place = TroubleKind::ALL.iter().position(|one| Some(*one) == kind);
    place.unwrap_or(TroubleKind::ALL.len())
}

fn column_of(part: Option<DayPart>) -> usize {
    let place = DayPart::ALL.iter().position(|one| Some(*one) == part);
    place.unwrap_or(DayPart::ALL.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::issues::{Degree, NoticeId};

    fn notice(place: &str, weight: Option<(u8, u8)>, kind: Option<TroubleKind>, part: Option<DayPart>) -> Notice {
        Notice {
            place: place.to_owned(),
            often: weight.and_then(|weight| Degree::of(weight.0)),
            heavy: weight.and_then(|weight| Degree::of(weight.1)),
            kind,
            part,
            ..Notice::saying(NoticeId(1), "気づき")
        }
    }

    #[test]
    fn weights_are_often_times_heavy_and_unknown_stays_unknown() {
        let notices = [
            notice("", Some((4, 5)), None, None),
            notice("", Some((1, 3)), None, None),
            notice("", None, None, None),
        ];
        let tally = NoticeTally::of(&notices);
        assert_eq!((tally.count, tally.weighed, tally.weight()), (3, 2, Some(23)));
        assert_eq!(NoticeTally::of(&notices[2..]).weight(), None);
        assert_eq!(NoticeTally::default().weight(), None);
    }

    #[test]
    fn places_are_counted_in_any_width_and_the_unknown_come_last() {
        let notices = [
            notice(" ", None, None, None),
            notice("", None, None, None),
            notice("３階 食堂", None, None, None),
            notice("浴室", Some((1, 1)), None, None),
            notice("3階　食堂", None, None, None),
            notice("玄関", Some((5, 5)), None, None),
        ];
        let counted = tally_words(&notices, |notice| Some(notice.place.as_str()));
        let counted: Vec<(Option<&str>, usize)> =
            counted.into_iter().map(|(said, tally)| (said, tally.count)).collect();
        assert_eq!(
            counted,
            [(Some("３階 食堂"), 2), (Some("玄関"), 1), (Some("浴室"), 1), (None, 2)]
        );
    }

    #[test]
    fn every_notice_is_in_one_field_of_the_heat() {
        let kinds = TroubleKind::ALL.map(Some).into_iter().chain([None]);
        let parts: Vec<Option<DayPart>> = DayPart::ALL.map(Some).into_iter().chain([None]).collect();
        let notices: Vec<Notice> = kinds
            .flat_map(|kind| parts.iter().map(move |part| notice("", Some((2, 2)), kind, *part)))
            .collect();
        let heat = NoticeHeat::of(&notices);
        assert!(
            heat.rows()
                .iter()
                .flatten()
                .all(|tally| tally.count == 1 && tally.weight() == Some(4))
        );
        assert_eq!(heat.of_kind(None).count, 7);
        assert_eq!(heat.of_part(Some(DayPart::Night)).count, 6);
    }
}
