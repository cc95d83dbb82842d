//! Counting the answers of a survey (集計). Whole numbers; nothing is divided here but the share of one person.

use std::collections::BTreeMap;

use super::questionnaire::{StatementCode, Viewpoint};
use super::response::{Answer, Rating, Response};
use crate::office::StaffCode;

/// How people answered one statement.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct StatementCount {
    /// People for whom it applies: 2 or 3.
    pub applies: usize,
    /// People who said how far it applies.
    pub rated: usize,
    /// People who said わからない.
    pub unknown: usize,
    /// People who left it out.
    pub missing: usize,
}

/// How people answered all statements of a viewpoint.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct ViewpointCount {
    /// Answers that apply.
    pub applies: usize,
    /// Answers that say how far a statement applies.
    pub answers: usize,
    /// People who gave at least one such answer.
    pub people: usize,
}

/// Responses with one for each person: of two with the same code the one with the greater number counts.
///
/// Responses without a code are of different people.
pub fn one_each<'r>(responses: impl IntoIterator<Item = &'r Response>) -> Vec<&'r Response> {
    let mut by_code: BTreeMap<&StaffCode, &Response> = BTreeMap::new();
    let mut people = Vec::new();
    for response in responses {
        match &response.staff {
            None => people.push(response),
            Some(code) => {
                let kept = by_code.entry(code).or_insert(response);
                if response.key.number > kept.key.number {
                    *kept = response;
                }
            }
        }
    }
    people.extend(by_code.into_values());
    people.sort_by_key(|response| response.key);
    people
}

/// How far a statement applies for a person; `None` for わからない and for what was left out.
pub fn rating(response: &Response, statement: &StatementCode) -> Option<Rating> {
    response.answers.get(statement).and_then(|answer| answer.rating())
}

/// Counts the answers to a statement.
pub fn count_statement<'r>(
    people: impl IntoIterator<Item = &'r Response>,
    statement: &StatementCode,
) -> StatementCount {
    let mut count = StatementCount::default();
    for response in people {
        match response.answers.get(statement) {
            None => count.missing += 1,
            Some(Answer::Unknown) => count.unknown += 1,
            Some(Answer::Rated(rating)) => {
                count.rated += 1;
                count.applies += usize::from(rating.applies());
            }
        }
    }
    count
}

/// Counts the answers to all statements of a viewpoint.
pub fn count_viewpoint<'r>(people: impl IntoIterator<Item = &'r Response>, viewpoint: &Viewpoint) -> ViewpointCount {
    let mut count = ViewpointCount::default();
    for response in people {
        let ratings = viewpoint
            .statements
            .iter()
            .filter_map(|statement| rating(response, &statement.code));
        let before = count.answers;
        for rating in ratings {
            count.answers += 1;
            count.applies += usize::from(rating.applies());
        }
        count.people += usize::from(count.answers > before);
    }
    count
}

/// The share of a person's answers to a viewpoint that apply; `None` without such an answer.
pub fn share_of_person(response: &Response, viewpoint: &Viewpoint) -> Option<f64> {
    let count = count_viewpoint([response], viewpoint);
    part(count.applies, count.answers)
}

/// One number of another; `None` of nothing.
pub fn part(some: usize, all: usize) -> Option<f64> {
    let number = |count: usize| f64::from(u32::try_from(count).unwrap_or(u32::MAX));
    (all > 0).then(|| number(some) / number(all))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::issues::{ResponseKey, ResponseNumber, Statement, ViewpointCode};
    use crate::office::Bilingual;
    use crate::worktime::Wave;

    fn code(code: &str) -> StatementCode {
        StatementCode(code.to_owned())
    }

    fn viewpoint() -> Viewpoint {
        let statement = |name: &str| Statement {
            code: code(name),
            text: Bilingual::default(),
        };
        Viewpoint {
            code: ViewpointCode("1".to_owned()),
            name: Bilingual::default(),
            before: Bilingual::default(),
            after: Bilingual::default(),
            statements: ["1a", "1b"].map(statement).to_vec(),
        }
    }

    /// Digits are ratings of 1a and 1b, `?` わからない, `.` nothing.
    fn person(number: u32, staff: Option<&str>, answers: &str) -> Response {
        let answered = ["1a", "1b"].into_iter().zip(answers.chars());
        let answer = |sign: char| match sign {
            '?' => Some(Answer::Unknown),
            digit => digit
                .to_digit(10)
                .and_then(|digit| Rating::of(u8::try_from(digit).ok()?))
                .map(Answer::Rated),
        };
        Response {
            key: ResponseKey {
                round: Wave::Before,
                number: ResponseNumber(number),
            },
            questionnaire: "q".to_owned(),
            staff: staff.map(|staff| StaffCode::parse(staff).unwrap()),
            role: None,
            unit: None,
            position: None,
            date: None,
            answers: answered
                .filter_map(|(name, sign)| Some((code(name), answer(sign)?)))
                .collect(),
        }
    }

    // 1a: 3 and 2 apply, 1 and 0 do not, one わからない, one left out. 1b: 3 applies, 0 does not.
    #[test]
    fn applies_is_two_or_three_and_unknown_is_no_rating() {
        let people = ["33", "20", "1?", "0.", "?.", ".."];
        let people: Vec<Response> = (1..).zip(people).map(|(n, it)| person(n, None, it)).collect();
        let count = |name: &str| count_statement(&people, &code(name));
        let of = |applies, rated, unknown, missing| StatementCount {
            applies,
            rated,
            unknown,
            missing,
        };
        assert_eq!(count("1a"), of(2, 4, 1, 1));
        assert_eq!(count("1b"), of(1, 2, 1, 3));
        let whole = count_viewpoint(&people, &viewpoint());
        assert_eq!((whole.applies, whole.answers, whole.people), (3, 6, 4));
        let shares: Vec<Option<f64>> = people.iter().map(|it| share_of_person(it, &viewpoint())).collect();
        assert_eq!(shares, [Some(1.0), Some(0.5), Some(0.0), Some(0.0), None, None]);
    }

    #[test]
    fn a_person_who_answered_twice_counts_once_with_the_later_answer() {
        let people = [
            person(1, Some("S01"), "33"),
            person(2, None, "00"),
            person(3, Some("S01"), "11"),
            person(4, None, "00"),
        ];
        let numbers: Vec<u32> = one_each(&people).iter().map(|it| it.key.number.0).collect();
        assert_eq!(numbers, [2, 3, 4]);
    }
}
