//! 課題の選定: naming a challenge, placing it, choosing it with a reason, laying it aside.

use std::collections::BTreeSet;

use super::Issues;
use super::cause::Evidence;
use super::challenge::{Challenge, Decision, MOST_CHALLENGES};
use super::measure::{Measure, Status};
use super::number::{CauseId, ChallengeId};
use super::questionnaire::{Statement, StatementCode, Viewpoint, ViewpointCode};
use crate::office::printable;
use crate::phrase::{Phrase, phrase};

/// Why a challenge cannot be kept, chosen, laid aside or taken out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ChoiceFault {
    /// It says nothing.
    NoText,
    /// Another challenge says the same.
    SameText(ChallengeId),
    /// No box of the cause map has this number.
    NoCause(CauseId),
    /// No reason was given.
    NoReason,
    /// It was not chosen, so it cannot be laid aside.
    NotChosen(String),
    /// Measures answer it: its words, and number and words of each measure.
    HasMeasures(String, Vec<String>),
}

impl ChoiceFault {
    /// In words; the hint says what to try.
    pub fn phrase(&self) -> Phrase {
        match self {
            Self::NoText => phrase("choice-no-text"),
            Self::SameText(id) => phrase("choice-same-text").with("number", id.0),
            Self::NoCause(id) => phrase("choice-no-cause").with("number", id.0),
            Self::NoReason => phrase("choice-no-reason"),
            Self::NotChosen(text) => phrase("choice-not-chosen").with("text", printable(text)),
            Self::HasMeasures(text, measures) => phrase("choice-has-measures")
                .with("text", printable(text))
                .with("measures", listed(measures.iter().map(|it| quoted(it)))),
        }
    }
}

impl Challenge {
    /// A challenge that is neither placed nor chosen.
    pub fn named(id: ChallengeId, text: &str) -> Self {
        Self {
            id,
            text: text.to_owned(),
            viewpoint: None,
            causes: BTreeSet::new(),
            effect: None,
            ease: None,
            chosen: None,
        }
    }

    /// The challenge as it is once it was chosen; chosen again it gets the new reason.
    pub fn chosen_for(&self, decision: Decision) -> Result<Self, ChoiceFault> {
        let because = reason(&decision.because)?;
        Ok(Self {
            chosen: Some(Decision { because, ..decision }),
            ..self.clone()
        })
    }

    /// The challenge as it is once it was laid aside, and the reason as the journal keeps it.
    pub fn laid_aside(&self, because: &str) -> Result<(Self, String), ChoiceFault> {
        if self.chosen.is_none() {
            return Err(ChoiceFault::NotChosen(self.text.clone()));
        }
        let because = reason(because)?;
        let after = Self {
            chosen: None,
            ..self.clone()
        };
        Ok((after, because))
    }
}

fn reason(because: &str) -> Result<String, ChoiceFault> {
    match printable(because).trim() {
        "" => Err(ChoiceFault::NoReason),
        because => Ok(because.to_owned()),
    }
}

impl Issues {
    /// The number for the next challenge.
    pub fn next_challenge(&self) -> ChallengeId {
        ChallengeId::after(self.challenges.iter().map(|it| it.id))
    }

    /// Looks whether a challenge can stand in the book, and trims its words.
    pub fn sound_challenge(&self, challenge: Challenge) -> Result<Challenge, ChoiceFault> {
        let text = printable(&challenge.text).trim().to_owned();
        if text.is_empty() {
            return Err(ChoiceFault::NoText);
        }
        let mut others = self.challenges.iter().filter(|it| it.id != challenge.id);
        if let Some(same) = others.find(|it| it.text == text) {
            return Err(ChoiceFault::SameText(same.id));
        }
        let before = self.challenge(challenge.id);
        // A box that was taken out of the map since does not keep anybody from correcting a word.
        let is_known = |id: &CauseId| self.cause(*id).is_some() || before.is_some_and(|it| it.causes.contains(id));
        if let Some(missing) = challenge.causes.iter().find(|id| !is_known(id)) {
            return Err(ChoiceFault::NoCause(*missing));
        }
        Ok(Challenge { text, ..challenge })
    }

    /// A challenge that takes over what boxes of the cause map say: the words of the first, and the viewpoint of its evidence.
    pub fn challenge_of_boxes(&self, boxes: &[CauseId]) -> Option<Challenge> {
        let found: Vec<_> = boxes.iter().filter_map(|id| self.cause(*id)).collect();
        let statements = found.iter().flat_map(|cause| &cause.evidence);
        let viewpoint = statements.filter_map(|evidence| match evidence {
            Evidence::Statement(code) => self.statement(code).map(|(viewpoint, _)| viewpoint.code.clone()),
            _ => None,
        });
        let first = found.first()?;
        Some(Challenge {
            viewpoint: viewpoint.into_iter().next(),
            causes: boxes.iter().copied().collect(),
            ..Challenge::named(self.next_challenge(), &first.text)
        })
    }

    /// A statement with the viewpoint under which it stands, in a questionnaire that was used.
    pub fn statement(&self, code: &StatementCode) -> Option<(&Viewpoint, &Statement)> {
        let viewpoints = self.questionnaires.iter().flat_map(|it| &it.viewpoints);
        viewpoints
            .flat_map(|viewpoint| viewpoint.statements.iter().map(move |it| (viewpoint, it)))
            .find(|(_, statement)| statement.code == *code)
    }

    /// The measures that answer a challenge.
    pub fn measures_of(&self, id: ChallengeId) -> impl Iterator<Item = &Measure> {
        self.measures.iter().filter(move |it| it.challenge == Some(id))
    }

    /// Whether all measures of a challenge are over and one of them was brought to its end.
    pub fn is_finished(&self, id: ChallengeId) -> bool {
        self.measures_of(id).any(|it| it.status() == Status::Done)
            && self.measures_of(id).all(|it| it.status().is_over())
    }

    /// The challenges that are worked on at once: chosen and not finished.
    pub fn at_work(&self) -> Vec<&Challenge> {
        let chosen = self.challenges.iter().filter(|it| it.chosen.is_some());
        chosen.filter(|it| !self.is_finished(it.id)).collect()
    }

    /// Why a challenge cannot be taken out: measures answer it.
    pub fn challenge_can_go(&self, challenge: &Challenge) -> Result<(), ChoiceFault> {
        let measures: Vec<String> = self
            .measures_of(challenge.id)
            .map(|it| format!("{} {}", it.id, it.text))
            .collect();
        if measures.is_empty() {
            Ok(())
        } else {
            Err(ChoiceFault::HasMeasures(challenge.text.clone(), measures))
        }
    }

    /// What to think of where more challenges are worked on at once than an office can carry.
    pub fn choice_advice(&self) -> Option<Phrase> {
        let at_work = self.at_work();
        (at_work.len() > MOST_CHALLENGES).then(|| {
            phrase("choice-too-many")
                .with("most", MOST_CHALLENGES)
                .with("count", at_work.len())
                .with("challenges", listed(at_work.iter().map(|it| numbered(it))))
        })
    }

    /// What to think of before one more is chosen, where as many as an office can carry are worked on already.
    pub fn advice_before(&self, id: ChallengeId) -> Option<Phrase> {
        let others: Vec<&Challenge> = self.at_work().into_iter().filter(|it| it.id != id).collect();
        (others.len() >= MOST_CHALLENGES).then(|| {
            phrase("choice-one-more")
                .with("most", MOST_CHALLENGES)
                .with("count", others.len())
                .with("challenges", listed(others.iter().map(|it| numbered(it))))
        })
    }
}

/// The viewpoint with this code among those at hand.
pub fn viewpoint_among<'a>(
    viewpoints: impl IntoIterator<Item = &'a Viewpoint>,
    code: &ViewpointCode,
) -> Option<&'a Viewpoint> {
    viewpoints.into_iter().find(|it| it.code == *code)
}

fn numbered(challenge: &Challenge) -> Phrase {
    quoted(&format!("{} {}", challenge.id, challenge.text))
}

fn quoted(text: &str) -> Phrase {
    phrase("choice-quoted").with("text", printable(text))
}

/// Several things one after the other.
fn listed(things: impl Iterator<Item = Phrase>) -> Phrase {
    let joined = things.reduce(|before, next| phrase("choice-listed").with("before", before).with("next", next));
    joined.unwrap_or_else(|| phrase("choice-nothing"))
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;
    use crate::issues::{Cause, CauseLayer, MeasureId, News, Questionnaire};
    use crate::office::Bilingual;

    fn day(day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 1, day).unwrap()
    }

    fn decision(because: &str) -> Decision {
        Decision {
            because: because.to_owned(),
            on: day(20),
            by: None,
        }
    }

    fn challenge(id: u32, text: &str) -> Challenge {
        Challenge::named(ChallengeId(id), text)
    }

    fn chosen(id: u32, text: &str) -> Challenge {
        challenge(id, text)
            .chosen_for(decision("多くの人が困っています"))
            .unwrap()
    }

    fn measure(id: u32, challenge: u32, status: Option<Status>) -> Measure {
        let news = status.map(|status| News {
            on: day(25),
            status,
            word: "-".to_owned(),
        });
        Measure {
            id: MeasureId(id),
            challenge: Some(ChallengeId(challenge)),
            viewpoint: ViewpointCode("1".to_owned()),
            text: "棚に名前を付ける".to_owned(),
            owner: None,
            decided: day(20),
            start: day(20),
            end: day(30),
            steps: Vec::new(),
            indicators: Vec::new(),
            checks: Vec::new(),
            news: news.into_iter().collect(),
        }
    }

    fn questionnaire(viewpoint: &str, statement: &StatementCode) -> Questionnaire {
        let asked = Statement {
            code: statement.clone(),
            text: Bilingual::default(),
        };
        let viewpoint = Viewpoint {
            code: ViewpointCode(viewpoint.to_owned()),
            name: Bilingual::default(),
            before: Bilingual::default(),
            after: Bilingual::default(),
            statements: vec![asked],
        };
        Questionnaire {
            id: "q".to_owned(),
            version: "1".to_owned(),
            title: Bilingual::default(),
            source: "参考".to_owned(),
            scale: Default::default(),
            unknown: Bilingual::default(),
            viewpoints: vec![viewpoint],
        }
    }

    #[test]
    fn a_challenge_has_words_of_its_own_and_names_boxes_that_exist() {
        let issues = Issues {
            challenges: vec![challenge(1, "物を探す")],
            ..Issues::default()
        };
        let fault = |challenge| issues.sound_challenge(challenge).unwrap_err();
        assert_eq!(fault(challenge(2, " 　")), ChoiceFault::NoText);
        assert_eq!(fault(challenge(2, "物を探す ")), ChoiceFault::SameText(ChallengeId(1)));
        let mut with_box = challenge(2, "申し送り");
        with_box.causes.insert(CauseId(9));
        assert_eq!(fault(with_box), ChoiceFault::NoCause(CauseId(9)));
        assert_eq!(
            issues.sound_challenge(challenge(1, " 物を探す")).unwrap().text,
            "物を探す"
        );
    }

    #[test]
    fn a_box_that_left_the_map_since_does_not_stop_a_correction() {
        let mut kept = challenge(1, "物を探す");
        kept.causes.insert(CauseId(9));
        let issues = Issues {
            challenges: vec![kept.clone()],
            ..Issues::default()
        };
        let corrected = Challenge {
            text: "物を探している".to_owned(),
            ..kept
        };
        assert!(issues.sound_challenge(corrected).is_ok());
    }

    #[test]
    fn words_boxes_and_viewpoint_are_taken_over_from_the_map() {
        let statement = StatementCode("4a".to_owned());
        let mut issues = Issues {
            questionnaires: vec![questionnaire("4", &statement)],
            ..Issues::default()
        };
        issues.causes.push(Cause {
            id: CauseId(4),
            layer: CauseLayer::Trouble,
            text: "記録が夕方に集まる".to_owned(),
            leads_to: BTreeSet::new(),
            evidence: BTreeSet::from([Evidence::Statement(statement.clone())]),
            question: None,
        });
        let taken = issues.challenge_of_boxes(&[CauseId(4)]).unwrap();
        assert_eq!(taken.text, "記録が夕方に集まる");
        assert_eq!(taken.causes, BTreeSet::from([CauseId(4)]));
        assert_eq!(taken.viewpoint, Some(ViewpointCode("4".to_owned())));
        assert_eq!(issues.statement(&statement).unwrap().1.code, statement);
        assert_eq!(issues.challenge_of_boxes(&[CauseId(5)]), None);
    }

    #[test]
    fn a_choice_and_its_end_need_a_reason() {
        let fault = challenge(1, "物を探す").chosen_for(decision(" ")).unwrap_err();
        assert_eq!(fault, ChoiceFault::NoReason);
        let kept = chosen(1, "物を探す");
        assert_eq!(kept.laid_aside("").unwrap_err(), ChoiceFault::NoReason);
        let (after, because) = kept.laid_aside(" 先に申し送りを直す ").unwrap();
        assert_eq!((after.chosen, because.as_str()), (None, "先に申し送りを直す"));
        let fault = challenge(1, "物を探す").laid_aside("理由").unwrap_err();
        assert_eq!(fault, ChoiceFault::NotChosen("物を探す".to_owned()));
    }

    #[test]
    fn the_fourth_is_allowed_and_gets_the_advice_that_names_the_three() {
        let mut issues = Issues {
            challenges: vec![chosen(1, "甲"), chosen(2, "乙"), chosen(3, "丙"), challenge(4, "丁")],
            ..Issues::default()
        };
        assert_eq!(issues.choice_advice(), None);
        let said = issues.advice_before(ChallengeId(4)).unwrap().to_string();
        assert!(
            ["1 甲", "2 乙", "3 丙"].iter().all(|name| said.contains(name)),
            "{said}"
        );
        // One of the three may get a new reason without being called one more.
        assert_eq!(issues.advice_before(ChallengeId(3)), None);
        issues.challenges[3] = chosen(4, "丁");
        let said = issues.choice_advice().unwrap().to_string();
        assert!(said.contains("4 丁"), "{said}");
        // Once the measures of one are done, there is room for another.
        issues.measures = vec![measure(1, 2, Some(Status::Done)), measure(2, 2, Some(Status::Dropped))];
        assert_eq!(issues.choice_advice(), None);
        assert_eq!(issues.at_work().len(), 3);
    }

    #[test]
    fn measures_that_were_only_given_up_do_not_finish_a_challenge() {
        let mut issues = Issues {
            challenges: vec![chosen(1, "甲")],
            measures: vec![measure(1, 1, Some(Status::Dropped))],
            ..Issues::default()
        };
        assert!(!issues.is_finished(ChallengeId(1)));
        issues.measures.push(measure(2, 1, Some(Status::Done)));
        assert!(issues.is_finished(ChallengeId(1)));
        issues.measures.push(measure(3, 1, None));
        assert!(!issues.is_finished(ChallengeId(1)));
    }

    #[test]
    fn a_challenge_with_measures_stays_and_the_fault_names_them() {
        let issues = Issues {
            challenges: vec![chosen(1, "甲"), challenge(2, "乙")],
            measures: vec![measure(7, 1, None)],
            ..Issues::default()
        };
        let fault = issues.challenge_can_go(&issues.challenges[0]).unwrap_err();
        assert!(fault.phrase().to_string().contains("7 棚に名前を付ける"));
        assert_eq!(issues.challenge_can_go(&issues.challenges[1]), Ok(()));
    }
}
