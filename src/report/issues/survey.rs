//! Makes the finding: what the survey shows (見える化).

mod compared;
mod hidden;
mod rounds;
mod words;

use std::collections::BTreeSet;

use self::rounds::Counted;
use crate::office::SMALLEST_GROUP;
use crate::phrase::phrase;
use crate::report::Holdings;
use crate::report::finding::ChallengeSurveyFinding;
use crate::text::Text;
use crate::worktime::Wave;

/// Shows what the survey shows (見える化).
pub fn survey(holdings: &Holdings, text: &Text) -> ChallengeSurveyFinding {
    let responses = &holdings.issues.responses;
    let keys: BTreeSet<(Wave, &str)> = responses
        .iter()
        .map(|response| (response.key.round, response.questionnaire.as_str()))
        .collect();
    let mut counted: Vec<Counted> = keys
        .into_iter()
        .filter_map(|(round, id)| {
            let questionnaire = holdings.issues.questionnaire(id)?;
            let own = responses
                .iter()
                .filter(|it| it.key.round == round && it.questionnaire == id);
            Some(Counted::of(round, questionnaire, own))
        })
        .collect();
    ChallengeSurveyFinding {
        comparisons: compared::comparisons(&mut counted, text),
        rounds: counted.iter().map(|round| round.finding(text)).collect(),
        method: method(text),
    }
}

/// How it was counted.
fn method(text: &Text) -> Vec<String> {
    let people = |line: crate::phrase::Phrase| text.say(&line.with("people", SMALLEST_GROUP));
    vec![
        text.get("seen-method-applies"),
        text.get("seen-method-viewpoint"),
        text.get("seen-method-person"),
        people(phrase("seen-method-hidden")),
        people(phrase("seen-method-not-rated")),
        text.get("seen-method-compared"),
    ]
}

#[cfg(test)]
mod tests;
