//! Sorting notices: writing down, grouping, tagging, merging duplicates by hand, taking out.

use std::collections::BTreeSet;

use super::Issues;
use super::cause::Evidence;
use super::notice::{DayPart, Notice};
use super::notice_error::NoticeError;
use super::number::NoticeId;
use crate::office::{fold, printable};

/// What becomes of one notice: as it was, and as it is then.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoticeStep {
    /// As it was; `None` for a new one.
    pub before: Option<Notice>,
    /// As it is then; `None` for one that is taken out.
    pub after: Option<Notice>,
}

/// What becomes of several notices, or why nothing does. What stays as it was makes no step.
pub type NoticeSteps = Result<Vec<NoticeStep>, NoticeError>;

fn changed(before: &Notice, after: Notice) -> Option<NoticeStep> {
    (*before != after).then(|| NoticeStep {
        before: Some(before.clone()),
        after: Some(after),
    })
}

/// One line that can be shown: no control characters, no blanks around it.
fn line(written: &str) -> String {
    printable(written).trim().to_owned()
}

/// Writes down a notice, or what it says anew.
pub fn notice_kept(before: Option<&Notice>, after: Notice) -> NoticeSteps {
    let after = Notice {
        when: line(&after.when),
        place: line(&after.place),
        what: line(&after.what),
        ..after
    };
    if after.what.is_empty() {
        return Err(NoticeError::Empty);
    }
    Ok(match before {
        Some(before) => changed(before, after).into_iter().collect(),
        None => vec![NoticeStep {
            before: None,
            after: Some(after),
        }],
    })
}

impl Notice {
    /// The same with another いつ; the part of the day follows it where it says another.
    #[must_use]
    pub fn at(mut self, when: &str) -> Self {
        let when = line(when);
        if when != self.when {
            self.part = DayPart::of_text(&when);
            self.when = when;
        }
        self
    }

    /// Whether it holds each of the words that a person typed.
    pub fn holds_all(&self, sought: &str) -> bool {
        sought.split_whitespace().all(|word| self.holds(word))
    }
}

/// Puts notices into a group, or out of every group.
pub fn notices_grouped(notices: &[Notice], name: Option<&str>) -> NoticeSteps {
    let group = name.map(line);
    if notices.is_empty() {
        return Err(NoticeError::NoneNamed);
    }
    if group.as_ref().is_some_and(String::is_empty) {
        return Err(NoticeError::EmptyGroup);
    }
    let grouped = |notice: &Notice| Notice {
        group: group.clone(),
        ..notice.clone()
    };
    Ok(notices
        .iter()
        .filter_map(|notice| changed(notice, grouped(notice)))
        .collect())
}

/// Gives notices words to find them by, and takes other words away.
pub fn notices_tagged(notices: &[Notice], added: &BTreeSet<String>, dropped: &BTreeSet<String>) -> NoticeSteps {
    if notices.is_empty() {
        return Err(NoticeError::NoneNamed);
    }
    let tagged = |notice: &Notice| Notice {
        tags: notice.tags.difference(dropped).chain(added).cloned().collect(),
        ..notice.clone()
    };
    Ok(notices
        .iter()
        .filter_map(|notice| changed(notice, tagged(notice)))
        .collect())
}

/// The words that a person typed in one line, parted by blanks or commas, with or without `#`.
pub fn tag_words(written: &str) -> BTreeSet<String> {
    let parted = |letter: char| letter.is_whitespace() || matches!(letter, ',' | '、' | '，');
    printable(written)
        .split(parted)
        .map(|word| fold(word).trim_start_matches('#').to_owned())
        .filter(|word| !word.is_empty())
        .collect()
}

impl Issues {
    /// The number for the next notice.
    pub fn next_notice(&self) -> NoticeId {
        NoticeId::after(self.notices.iter().map(|notice| notice.id))
    }

    /// The notices of these numbers, each once.
    pub fn notices_named(&self, ids: &[NoticeId]) -> Result<Vec<Notice>, NoticeError> {
        let ids: BTreeSet<NoticeId> = ids.iter().copied().collect();
        if ids.is_empty() {
            return Err(NoticeError::NoneNamed);
        }
        let named = |id| self.notice(id).cloned().ok_or(NoticeError::Unknown(id));
        ids.into_iter().map(named).collect()
    }

    /// The notices that were merged into this one.
    pub fn merged_into(&self, id: NoticeId) -> impl Iterator<Item = &Notice> {
        self.notices.iter().filter(move |notice| notice.merged_into == Some(id))
    }

    /// The names of all groups in use, in order.
    pub fn notice_groups(&self) -> BTreeSet<&str> {
        self.notices
            .iter()
            .filter_map(|notice| notice.group.as_deref())
            .collect()
    }

    /// Takes notices out. What was merged into one of them stands for itself again; what the cause map rests on stays.
    pub fn remove_notices(&self, ids: &[NoticeId]) -> NoticeSteps {
        let named = self.notices_named(ids)?;
        for notice in &named {
            let rests = |evidence: &Evidence| *evidence == Evidence::Notice(notice.id);
            let boxes = self.causes.iter().filter(|cause| cause.evidence.iter().any(rests));
            let boxes: Vec<String> = boxes.map(|cause| cause.text.clone()).collect();
            if !boxes.is_empty() {
                return Err(NoticeError::IsEvidence {
                    notice: notice.id,
                    boxes,
                });
            }
        }
        let goes = |id: NoticeId| named.iter().any(|notice| notice.id == id);
        let freed = self.notices.iter().filter(|notice| !goes(notice.id));
        let freed = freed.filter(|notice| notice.merged_into.is_some_and(goes));
        let mut steps: Vec<NoticeStep> = freed.filter_map(|notice| changed(notice, alone(notice))).collect();
        steps.extend(named.into_iter().map(|notice| NoticeStep {
            before: Some(notice),
            after: None,
        }));
        Ok(steps)
    }

    /// Merges notices into one that says the same: that one stands, the others point to it.
    ///
    /// What was merged into one of the others points to the one that stands, so that no chain arises.
    pub fn merge_notices(&self, ids: &[NoticeId], into: NoticeId) -> NoticeSteps {
        let named = self.notices_named(ids)?;
        let stands = self.notice(into).ok_or(NoticeError::Unknown(into))?;
        if let Some(stands) = stands.merged_into {
            return Err(NoticeError::IntoMerged { into, stands });
        }
        for notice in &named {
            if notice.id == into {
                return Err(NoticeError::IntoItself(into));
            }
            if let Some(other) = notice.merged_into {
                return Err(NoticeError::AlreadyMerged {
                    notice: notice.id,
                    into: other,
                });
            }
        }
        let followers = named.iter().flat_map(|notice| self.merged_into(notice.id));
        let pointing = |notice: &Notice| Notice {
            merged_into: Some(into),
            ..notice.clone()
        };
        Ok(named
            .iter()
            .chain(followers)
            .filter_map(|notice| changed(notice, pointing(notice)))
            .collect())
    }

    /// Lets merged notices stand for themselves again.
    pub fn unmerge_notices(&self, ids: &[NoticeId]) -> NoticeSteps {
        let named = self.notices_named(ids)?;
        if let Some(notice) = named.iter().find(|notice| notice.stands()) {
            return Err(NoticeError::NotMerged(notice.id));
        }
        Ok(named
            .iter()
            .filter_map(|notice| changed(notice, alone(notice)))
            .collect())
    }
}

fn alone(notice: &Notice) -> Notice {
    Notice {
        merged_into: None,
        ..notice.clone()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::issues::{Cause, CauseId, CauseLayer};

    fn issues() -> Issues {
        let texts = ["車いすを探す", "車いすがない", "申し送りが長い", "記録を二度書く"];
        let notice = |(place, what): (usize, &&str)| Notice::saying(NoticeId(u32::try_from(place).unwrap() + 1), what);
        Issues {
            notices: texts.iter().enumerate().map(notice).collect(),
            ..Issues::default()
        }
    }

    fn done(mut issues: Issues, steps: Vec<NoticeStep>) -> Issues {
        for step in steps {
            let id = step.before.as_ref().or(step.after.as_ref()).unwrap().id;
            assert_eq!(issues.notice(id), step.before.as_ref());
            issues.notices.retain(|notice| notice.id != id);
            issues.notices.extend(step.after);
        }
        issues.notices.sort_by_key(|notice| notice.id);
        issues
    }

    fn ids<const N: usize>(numbers: [u32; N]) -> Vec<NoticeId> {
        numbers.map(NoticeId).to_vec()
    }

    #[test]
    fn a_notice_without_words_is_refused_and_control_letters_are_dropped() {
        let empty = Notice::saying(NoticeId(9), " \u{1b}\n ");
        assert_eq!(notice_kept(None, empty), Err(NoticeError::Empty));
        let steps = notice_kept(None, Notice::saying(NoticeId(9), " 車いすを\n探す ")).unwrap();
        assert_eq!(steps[0].after.as_ref().unwrap().what, "車いすを 探す");
    }

    #[test]
    fn the_part_of_the_day_follows_what_is_written_and_stays_while_that_stays() {
        let notice = Notice::saying(NoticeId(1), "車いすを探す").at("朝食後");
        assert_eq!(notice.part, Some(DayPart::EarlyMorning));
        let told = Notice {
            part: Some(DayPart::Noon),
            ..notice
        };
        assert_eq!(told.clone().at("朝食後").part, Some(DayPart::Noon));
        assert_eq!(told.at("いつも").part, None);
    }

    #[test]
    fn every_word_that_is_sought_must_be_there() {
        let notice = Notice::saying(NoticeId(1), "車いすを探す").at("朝食後");
        assert!(notice.holds_all("朝食　車いす") && notice.holds_all(""));
        assert!(!notice.holds_all("朝食 リフト"));
    }

    #[test]
    fn what_stays_as_it_was_makes_no_step() {
        let issues = issues();
        let notice = &issues.notices[0];
        assert_eq!(notice_kept(Some(notice), notice.clone()), Ok(Vec::new()));
        assert_eq!(notices_grouped(&issues.notices, None), Ok(Vec::new()));
    }

    #[test]
    fn merged_notices_point_to_the_one_that_stands_and_no_chain_arises() {
        let issues = issues();
        let issues = done(issues.clone(), issues.merge_notices(&ids([2]), NoticeId(1)).unwrap());
        assert!(!issues.notices[1].stands());
        let issues = done(issues.clone(), issues.merge_notices(&ids([1]), NoticeId(3)).unwrap());
        let stands: Vec<Option<NoticeId>> = issues.notices.iter().map(|notice| notice.merged_into).collect();
        assert_eq!(stands, [Some(NoticeId(3)), Some(NoticeId(3)), None, None]);
        let issues = done(issues.clone(), issues.unmerge_notices(&ids([2])).unwrap());
        assert!(issues.notices[1].stands());
        assert_eq!(issues.merged_into(NoticeId(3)).count(), 1);
    }

    #[test]
    fn merging_into_a_merged_one_or_into_itself_is_refused() {
        let issues = issues();
        let issues = done(issues.clone(), issues.merge_notices(&ids([2]), NoticeId(1)).unwrap());
        let refused = |from: &[NoticeId], into| issues.merge_notices(from, NoticeId(into)).unwrap_err();
        assert_eq!(refused(&ids([1]), 1), NoticeError::IntoItself(NoticeId(1)));
        assert_eq!(
            refused(&ids([3]), 2),
            NoticeError::IntoMerged {
                into: NoticeId(2),
                stands: NoticeId(1)
            }
        );
        assert_eq!(
            refused(&ids([2]), 3),
            NoticeError::AlreadyMerged {
                notice: NoticeId(2),
                into: NoticeId(1)
            }
        );
        assert_eq!(refused(&ids([2]), 77), NoticeError::Unknown(NoticeId(77)));
        assert_eq!(refused(&[], 1), NoticeError::NoneNamed);
        assert_eq!(
            issues.unmerge_notices(&ids([3])),
            Err(NoticeError::NotMerged(NoticeId(3)))
        );
    }

    #[test]
    fn taking_out_the_one_that_stands_frees_the_others() {
        let issues = issues();
        let issues = done(issues.clone(), issues.merge_notices(&ids([2, 3]), NoticeId(1)).unwrap());
        let issues = done(issues.clone(), issues.remove_notices(&ids([1, 3])).unwrap());
        let left: Vec<(u32, bool)> = issues.notices.iter().map(|it| (it.id.0, it.stands())).collect();
        assert_eq!(left, [(2, true), (4, true)]);
    }

    #[test]
    fn what_the_cause_map_rests_on_is_not_taken_out() {
        let mut issues = issues();
        issues.causes.push(Cause {
            id: CauseId(1),
            layer: CauseLayer::Trouble,
            text: "物の置き場が決まっていない".to_owned(),
            leads_to: BTreeSet::new(),
            evidence: BTreeSet::from([Evidence::Notice(NoticeId(2))]),
            question: None,
        });
        let boxes = vec!["物の置き場が決まっていない".to_owned()];
        let notice = NoticeId(2);
        assert_eq!(
            issues.remove_notices(&ids([1, 2])),
            Err(NoticeError::IsEvidence { notice, boxes })
        );
        assert_eq!(issues.remove_notices(&ids([1])).unwrap().len(), 1);
    }

    #[test]
    fn groups_and_words_are_given_and_taken_away() {
        let issues = issues();
        let issues = done(
            issues.clone(),
            notices_grouped(&issues.notices[..2], Some(" 物探し ")).unwrap(),
        );
        assert_eq!(issues.notice_groups(), BTreeSet::from(["物探し"]));
        assert_eq!(
            notices_grouped(&issues.notices, Some("　")),
            Err(NoticeError::EmptyGroup)
        );
        let words = tag_words("＃車いす、物品 朝");
        assert_eq!(
            words.iter().map(String::as_str).collect::<Vec<_>>(),
            ["朝", "物品", "車いす"]
        );
        let issues = done(
            issues.clone(),
            notices_tagged(&issues.notices[..1], &words, &BTreeSet::new()).unwrap(),
        );
        let dropped = tag_words("朝");
        let issues = done(
            issues.clone(),
            notices_tagged(&issues.notices, &tag_words(""), &dropped).unwrap(),
        );
        assert_eq!(issues.notices[0].tags, tag_words("車いす 物品"));
        assert!(issues.notices[1].tags.is_empty());
    }
}
