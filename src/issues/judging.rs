//! Judging: which judgements a survey asks for, and what a person says when giving one.

use chrono::NaiveDate;

use super::Issues;
use super::judgement::{Care, Judgement, JudgementKey, Next};
use super::measure::{Measure, Status};
use super::number::MeasureId;
use crate::office::{NameError, Role, printable};
use crate::phrase::{Phrase, phrase};
use crate::worktime::Wave;

/// Most letters of a text of a judgement, so that it can be printed whole.
pub const LONGEST_JUDGEMENT: usize = 400;

/// A survey after the improvement, as far as judging needs it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Surveyed {
    /// Which one.
    pub wave: Wave,
    /// Its last day; `None` where it has none of its own.
    pub last: Option<NaiveDate>,
}

/// What a person says of a measure; [`JudgementDraft::given`] makes a judgement of it where nothing is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JudgementDraft {
    /// Whether care became better.
    pub care: Option<Care>,
    /// What makes the team think so.
    pub words: String,
    /// What residents gained.
    pub residents: String,
    /// What becomes of it.
    pub next: Option<Next>,
    /// Who writes it down, as a role.
    pub by: String,
    /// When.
    pub on: NaiveDate,
}

/// A part of a judgement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum JudgementPart {
    /// Whether care became better.
    Care,
    /// What makes the team think so.
    Words,
    /// What residents gained.
    Residents,
    /// What becomes of it.
    Next,
    /// Who writes it down.
    By,
    /// When.
    On,
}

/// Why a judgement cannot be kept as a person says it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum JudgementFault {
    /// It does not say whether care became better.
    NoCare,
    /// It does not say what makes the team think so.
    NoWords,
    /// It does not say what residents gained.
    NoResidents,
    /// It does not say what becomes of it.
    NoNext,
    /// It does not say who writes it down.
    NoRole,
    /// The role is longer than roles are.
    RoleTooLong,
    /// A text is longer than can be printed.
    TooLong(JudgementPart),
    /// Its day is still to come.
    InFuture(NaiveDate),
}

impl JudgementFault {
    /// Where it is.
    pub fn part(self) -> JudgementPart {
        match self {
            Self::NoCare => JudgementPart::Care,
            Self::NoWords => JudgementPart::Words,
            Self::NoResidents => JudgementPart::Residents,
            Self::NoNext => JudgementPart::Next,
            Self::NoRole | Self::RoleTooLong => JudgementPart::By,
            Self::TooLong(part) => part,
            Self::InFuture(_) => JudgementPart::On,
        }
    }

    /// What is wrong, for people.
    pub fn phrase(self) -> Phrase {
        match self {
            Self::NoCare => phrase("judge-no-care"),
            Self::NoWords => phrase("judge-no-words"),
            Self::NoResidents => phrase("judge-no-residents"),
            Self::NoNext => phrase("judge-no-next"),
            Self::NoRole => phrase("judge-no-role"),
            Self::RoleTooLong => phrase("judge-role-too-long"),
            Self::TooLong(JudgementPart::Residents) => {
                phrase("judge-residents-too-long").with("most", LONGEST_JUDGEMENT)
            }
            Self::TooLong(_) => phrase("judge-words-too-long").with("most", LONGEST_JUDGEMENT),
            Self::InFuture(day) => phrase("judge-in-future").with("day", day.to_string()),
        }
    }
}

impl JudgementDraft {
    /// The judgement, or everything that is wrong with it on a day.
    pub fn given(&self, key: JudgementKey, today: NaiveDate) -> Result<Judgement, Vec<JudgementFault>> {
        let mut faults = Vec::new();
        if self.care.is_none() {
            faults.push(JudgementFault::NoCare);
        }
        let mut worded = |text: &str, part, nothing| {
            let text = printable(text).trim().to_owned();
            if text.is_empty() {
                faults.push(nothing);
            } else if text.chars().count() > LONGEST_JUDGEMENT {
                faults.push(JudgementFault::TooLong(part));
            }
            text
        };
        let words = worded(&self.words, JudgementPart::Words, JudgementFault::NoWords);
        let residents = worded(&self.residents, JudgementPart::Residents, JudgementFault::NoResidents);
        if self.next.is_none() {
            faults.push(JudgementFault::NoNext);
        }
        let by = Role::parse(&self.by).map_err(|error| match error {
            NameError::Empty => JudgementFault::NoRole,
            NameError::TooLong => JudgementFault::RoleTooLong,
        });
        faults.extend(by.as_ref().err());
        if self.on > today {
            faults.push(JudgementFault::InFuture(self.on));
        }
        match (self.care, self.next, by) {
            (Some(care), Some(next), Ok(by)) if faults.is_empty() => Ok(Judgement {
                key,
                care,
                words,
                residents,
                next,
                by,
                on: self.on,
            }),
            _ => Err(faults),
        }
    }
}

impl Issues {
    /// What the team is to judge after a survey: each measure that had begun by its last day, was not dropped, and was not done
    /// before the last day of the survey before it; where there is none, the improvement as a whole.
    pub fn asked_after(&self, survey: Surveyed, before: Option<Surveyed>) -> Vec<JudgementKey> {
        let wave = survey.wave;
        let had_begun = |it: &&Measure| survey.last.is_none_or(|last| it.start <= last);
        let was_over = |it: &Measure| {
            let end = before.and_then(|before| before.last);
            end.is_some_and(|end| done_on(it).is_some_and(|on| on <= end))
        };
        let measures = self.measures.iter().filter(had_begun);
        let asked = measures.filter(|it| it.status() != Status::Dropped && !was_over(it));
        let keys: Vec<JudgementKey> = asked.map(|it| key(wave, Some(it.id))).collect();
        if keys.is_empty() { vec![key(wave, None)] } else { keys }
    }

    /// The judgements that are asked for and not given, survey by survey; the surveys stand in order.
    pub fn unjudged(&self, surveys: &[Surveyed]) -> Vec<(Surveyed, Vec<JudgementKey>)> {
        let before = std::iter::once(None).chain(surveys.iter().copied().map(Some));
        let asked = surveys.iter().zip(before).map(|(survey, before)| {
            let keys = self.asked_after(*survey, before).into_iter();
            (*survey, keys.filter(|key| self.judgement(*key).is_none()).collect())
        });
        asked.filter(|(_, missing): &(_, Vec<_>)| !missing.is_empty()).collect()
    }
}

fn key(wave: Wave, measure: Option<MeasureId>) -> JudgementKey {
    JudgementKey { wave, measure }
}

/// The day on which a measure was done.
fn done_on(measure: &Measure) -> Option<NaiveDate> {
    let last = measure.news.last()?;
    (last.status == Status::Done).then_some(last.on)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, month, day).unwrap()
    }

    /// The sample: measures of 4 November (done on 30 January), 17 November (underway) and 1 December (stuck).
    fn sample() -> Issues {
        serde_json::from_str(include_str!("../../sample-data/issues.json")).unwrap()
    }

    const fn after(count: u8, last: Option<NaiveDate>) -> Surveyed {
        Surveyed {
            wave: Wave::After(count),
            last,
        }
    }

    fn numbers(keys: &[JudgementKey]) -> Vec<Option<u32>> {
        keys.iter().map(|it| it.measure.map(|id| id.0)).collect()
    }

    fn draft() -> JudgementDraft {
        JudgementDraft {
            care: Some(Care::Better),
            words: "　夕方に居室へ行けるようになりました ".to_owned(),
            residents: "散歩が週2回になりました".to_owned(),
            next: Some(Next::Continue),
            by: "介護主任".to_owned(),
            on: day(2, 10),
        }
    }

    const FIRST: JudgementKey = JudgementKey {
        wave: Wave::After(1),
        measure: Some(MeasureId(1)),
    };

    #[test]
    fn measures_that_had_begun_are_judged_and_dropped_ones_are_not() {
        let mut issues = sample();
        let asked = |issues: &Issues, last| numbers(&issues.asked_after(after(1, Some(last)), None));
        assert_eq!(asked(&issues, day(2, 6)), [Some(1), Some(2), Some(3)]);
        let first_of_december = NaiveDate::from_ymd_opt(2025, 12, 1).unwrap();
        assert_eq!(asked(&issues, first_of_december), [Some(1), Some(2), Some(3)]);
        assert_eq!(
            asked(&issues, first_of_december.pred_opt().unwrap()),
            [Some(1), Some(2)]
        );
        issues.measures[2].news.last_mut().unwrap().status = Status::Dropped;
        assert_eq!(asked(&issues, day(2, 6)), [Some(1), Some(2)]);
        issues.measures.truncate(0);
        assert_eq!(asked(&issues, day(2, 6)), [None], "the improvement as a whole");
    }

    #[test]
    fn a_measure_that_was_done_by_the_survey_before_is_not_judged_again() {
        let issues = sample();
        let asked = |before| numbers(&issues.asked_after(after(2, Some(day(8, 7))), Some(after(1, before))));
        assert_eq!(asked(Some(day(2, 6))), [Some(2), Some(3)]);
        assert_eq!(asked(Some(day(1, 29))), [Some(1), Some(2), Some(3)]);
        assert_eq!(asked(None), [Some(1), Some(2), Some(3)], "nobody knows when it ended");
    }

    #[test]
    fn what_is_given_is_no_longer_missing_survey_by_survey() {
        let mut issues = sample();
        let surveys = [after(1, Some(day(2, 6))), after(2, Some(day(8, 7)))];
        let missing = |issues: &Issues| {
            let found = issues.unjudged(&surveys);
            found
                .iter()
                .map(|(survey, keys)| (survey.wave, numbers(keys)))
                .collect::<Vec<_>>()
        };
        assert_eq!(missing(&issues).len(), 2);
        for measure in [Some(1), Some(2), Some(3)] {
            let key = key(Wave::After(1), measure.map(MeasureId));
            issues.judgements.push(draft().given(key, day(2, 10)).unwrap());
        }
        assert_eq!(missing(&issues), [(Wave::After(2), vec![Some(2), Some(3)])]);
        issues.judgements.remove(1);
        assert_eq!(missing(&issues)[0], (Wave::After(1), vec![Some(2)]));
    }

    #[test]
    fn a_judgement_keeps_its_words_without_blanks_around_them() {
        let given = draft().given(FIRST, day(2, 10)).unwrap();
        assert_eq!(given.words, "夕方に居室へ行けるようになりました");
        assert_eq!((given.key, given.by.as_str()), (FIRST, "介護主任"));
    }

    #[test]
    fn everything_that_is_missing_is_named_at_once() {
        use JudgementFault::{InFuture, NoCare, NoNext, NoResidents, NoRole, NoWords};

        let nothing = JudgementDraft {
            care: None,
            words: " 　".to_owned(),
            residents: String::new(),
            next: None,
            by: String::new(),
            on: day(2, 11),
        };
        let faults = nothing.given(FIRST, day(2, 10)).unwrap_err();
        assert_eq!(
            faults,
            [NoCare, NoWords, NoResidents, NoNext, NoRole, InFuture(day(2, 11))]
        );
    }

    #[test]
    fn texts_have_a_length_that_can_be_printed() {
        let long = |letters| JudgementDraft {
            residents: "良".repeat(letters),
            ..draft()
        };
        assert!(long(LONGEST_JUDGEMENT).given(FIRST, day(2, 10)).is_ok());
        let faults = long(LONGEST_JUDGEMENT + 1).given(FIRST, day(2, 10)).unwrap_err();
        assert_eq!(faults, [JudgementFault::TooLong(JudgementPart::Residents)]);
        let role = JudgementDraft {
            by: "長".repeat(41),
            ..draft()
        };
        assert_eq!(
            role.given(FIRST, day(2, 10)).unwrap_err(),
            [JudgementFault::RoleTooLong]
        );
    }
}
