//! What changes in the ledger, step by step; the book makes its changes of them.

use chrono::NaiveDate;

use super::Documents;
use super::document::{Document, DocumentId};
use super::fault::LedgerFault;
use super::goal::DocumentGoal;
use super::month::{Counted, DocumentMonth, Medium, Tally};
use super::settings::LedgerSettings;
use crate::office::Month;

/// One thing that changes in the ledger: as it was and as it is then.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LedgerStep {
    /// A kind of document.
    Kind {
        /// As it was.
        before: Option<Document>,
        /// As it is then.
        after: Option<Document>,
    },
    /// What was counted in a month.
    Month {
        /// As it was.
        before: Option<DocumentMonth>,
        /// As it is then.
        after: Option<DocumentMonth>,
    },
    /// What is planned of a month.
    Goal {
        /// As it was.
        before: Option<DocumentGoal>,
        /// As it is then.
        after: Option<DocumentGoal>,
    },
    /// What is set.
    Settings {
        /// As it was; `None` when nobody had set it.
        before: Option<LedgerSettings>,
        /// As it is then.
        after: Option<LedgerSettings>,
    },
}

fn put<T, K: Ord>(all: &mut Vec<T>, key: impl Fn(&T) -> K, before: Option<&T>, after: Option<&T>)
where
    T: Clone,
{
    let Some(wanted) = before.or(after).map(&key) else {
        return;
    };
    all.retain(|it| key(it) != wanted);
    all.extend(after.cloned());
    all.sort_by_key(key);
}

impl Documents {
    /// The ledger as it is after some steps.
    #[must_use]
    pub fn with(&self, steps: &[LedgerStep]) -> Self {
        let mut ledger = self.clone();
        for step in steps {
            match step {
                LedgerStep::Kind { before, after } => {
                    put(&mut ledger.kinds, |it| it.id, before.as_ref(), after.as_ref());
                }
                LedgerStep::Month { before, after } => {
                    put(
                        &mut ledger.months,
                        |it| (it.document, it.month),
                        before.as_ref(),
                        after.as_ref(),
                    );
                }
                LedgerStep::Goal { before, after } => {
                    put(
                        &mut ledger.goals,
                        |it| (it.document, it.month),
                        before.as_ref(),
                        after.as_ref(),
                    );
                }
                LedgerStep::Settings { after, .. } => ledger.settings = *after,
            }
        }
        ledger
    }

    /// What has to change for this ledger to become another one. Nothing is taken out.
    pub fn steps_to(&self, after: &Self) -> Vec<LedgerStep> {
        let kinds = after.kinds.iter().flat_map(|it| self.kept(it.clone()));
        let months = after.months.iter();
        let months = months.flat_map(|it| self.counted(it.document, it.month, Some(it.clone())));
        let goals = after.goals.iter();
        let goals = goals.flat_map(|it| self.planned(it.document, it.month, Some(it.sheets)));
        kinds.chain(months).chain(goals).collect()
    }

    /// What an original of a document is in a month, as long as nobody says it: what it was in the month itself, else in the latest
    /// month before, else in the first after, else paper.
    pub fn usual_medium(&self, document: DocumentId, month: Month) -> Medium {
        let mut of_document = self.months.iter().filter(|it| it.document == document);
        let until = of_document.clone().rfind(|it| it.month <= month);
        until
            .or_else(|| of_document.next())
            .map_or(Medium::Paper, |it| it.medium)
    }

    /// A line of the ledger as it is to stand: added, or changed where its number is known. Nothing where nothing changes.
    pub fn kept(&self, document: Document) -> Vec<LedgerStep> {
        let before = self.kind(document.id).cloned();
        if before.as_ref() == Some(&document) {
            return Vec::new();
        }
        vec![LedgerStep::Kind {
            before,
            after: Some(document),
        }]
    }

    /// A kind of document is taken out together with everything that was counted and planned of it.
    pub fn taken_out(&self, id: DocumentId) -> Vec<LedgerStep> {
        let goals = self.goals.iter().filter(|it| it.document == id);
        let goals = goals.map(|it| LedgerStep::Goal {
            before: Some(*it),
            after: None,
        });
        let months = self.months.iter().filter(|it| it.document == id);
        let months = months.map(|it| LedgerStep::Month {
            before: Some(it.clone()),
            after: None,
        });
        let kind = self.kind(id).map(|it| LedgerStep::Kind {
            before: Some(it.clone()),
            after: None,
        });
        goals.chain(months).chain(kind).collect()
    }

    /// What was counted of a document in a month as it is to stand; `None` takes it out. Nothing where nothing changes.
    pub fn counted(&self, document: DocumentId, month: Month, after: Option<DocumentMonth>) -> Vec<LedgerStep> {
        let before = self.month(document, month).cloned();
        if before == after {
            return Vec::new();
        }
        vec![LedgerStep::Month { before, after }]
    }

    /// A day of a counting week was counted, or with `None` is taken out. Nothing where nothing changes.
    ///
    /// `open_days` is the number of days of the month on which the office was open, of all documents alike; without it that of the
    /// month's other days stays. A month of which the whole is counted already is refused.
    pub fn tallied(
        &self,
        document: DocumentId,
        day: NaiveDate,
        tally: Option<Tally>,
        open_days: Option<u8>,
    ) -> Result<Vec<LedgerStep>, LedgerFault> {
        let month = Month::of(day);
        let Some(kind) = self.kind(document) else {
            return Err(LedgerFault::NoSuchDocument(document, month));
        };
        let before = self.month(document, month);
        let mut days = match before.map(|it| &it.counted) {
            Some(Counted::Week { days, .. }) => days.clone(),
            Some(Counted::Month(whole)) if !whole.is_empty() => {
                return Err(LedgerFault::WholeMonth(kind.name.clone(), month));
            }
            _ => std::collections::BTreeMap::new(),
        };
        match tally {
            Some(tally) => days.insert(day, tally),
            None => days.remove(&day),
        };
        let mut after = before.cloned().unwrap_or_else(|| DocumentMonth {
            document,
            month,
            medium: self.usual_medium(document, month),
            counted: Counted::Month(Tally::default()),
            minutes_per_piece: None,
            reentries_per_piece: None,
            minutes_per_reentry: None,
        });
        let kept = if days.is_empty() {
            after.counted = Counted::Month(Tally::default());
            let has_more = after.minutes_per_piece.is_some()
                || after.reentries_per_piece.is_some()
                || after.minutes_per_reentry.is_some();
            has_more.then_some(after)
        } else {
            let open_days = open_days
                .or_else(|| self.open_days(month))
                .ok_or(LedgerFault::NoOpenDays(month))?;
            after.counted = Counted::Week { days, open_days };
            Some(after)
        };
        let mut steps = self.counted(document, month, kept);
        if let Some(open_days) = open_days {
            let others = self.opened(month, open_days);
            steps.extend(
                others.into_iter().filter(
                    |step| !matches!(step, LedgerStep::Month { before: Some(it), .. } if it.document == document),
                ),
            );
        }
        Ok(steps)
    }

    /// Days of a month on which the office was open, as its counting weeks have it; `None` where there is none.
    pub fn open_days(&self, month: Month) -> Option<u8> {
        let mut of_month = self.months.iter().filter(|it| it.month == month);
        of_month.find_map(|it| match it.counted {
            Counted::Week { open_days, .. } => Some(open_days),
            Counted::Month(_) => None,
        })
    }

    /// On how many days of a month the office was open, for every counting week of it.
    pub fn opened(&self, month: Month, days_open: u8) -> Vec<LedgerStep> {
        let of_month = self.months.iter().filter(|it| it.month == month);
        of_month
            .filter_map(|before| match &before.counted {
                Counted::Week { days, open_days } if *open_days != days_open => {
                    let counted = Counted::Week {
                        days: days.clone(),
                        open_days: days_open,
                    };
                    let after = DocumentMonth {
                        counted,
                        ..before.clone()
                    };
                    Some(LedgerStep::Month {
                        before: Some(before.clone()),
                        after: Some(after),
                    })
                }
                _ => None,
            })
            .collect()
    }

    /// The sheets that are planned of a document in a month; `None` plans nothing. Nothing where nothing changes.
    pub fn planned(&self, document: DocumentId, month: Month, sheets: Option<u32>) -> Vec<LedgerStep> {
        let before = self.goal(document, month).copied();
        let after = sheets.map(|sheets| DocumentGoal {
            document,
            month,
            sheets,
        });
        if before == after {
            return Vec::new();
        }
        vec![LedgerStep::Goal { before, after }]
    }

    /// Months to compare and costs as they are to stand. Nothing where nothing changes.
    pub fn settled(&self, settings: LedgerSettings) -> Vec<LedgerStep> {
        if self.ledger() == settings {
            return Vec::new();
        }
        vec![LedgerStep::Settings {
            before: self.settings,
            after: Some(settings),
        }]
    }
}
