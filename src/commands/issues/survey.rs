//! `yutori issues survey`: what the survey shows.

use clap::ArgMatches;
use serde::Serialize;

use crate::commands::results::Reading;
use crate::commands::{Answer, Context, book, plain, show};
use crate::failure::{Exit, Failure};
use crate::phrase::phrase;
use crate::report;
use crate::report::finding::ChallengeSurveyFinding;
use crate::worktime::Wave;

/// The part of `yutori.issues/1` that is shown here.
#[derive(Serialize)]
struct Part<'a> {
    schema: &'static str,
    survey: &'a ChallengeSurveyFinding,
}

pub(super) fn run(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    let wave = book::wave(matches, "wave")?;
    let (from, to) = (book::wave(matches, "from")?, book::wave(matches, "to")?);
    if let Some(same) = from.filter(|_| from == to) {
        return Err(Failure::new(
            Exit::Usage,
            phrase("usage-same-wave").with("wave", same.label()),
        ));
    }
    let reading = Reading::of(&book::open(context, matches)?)?;
    let mut finding = report::issues(&reading, context.clock.now().date_naive(), context.text);
    let survey = &mut finding.survey;
    if survey.rounds.is_empty() {
        return Err(Failure::new(Exit::Refused, phrase("seen-no-answers")));
    }
    narrow(survey, wave, (from, to))?;
    if context.json {
        let part = Part {
            schema: finding.schema,
            survey,
        };
        return show::json(&part).map(Answer::done);
    }
    Ok(Answer::done(plain::challenge_survey(survey, context.text)))
}

/// Keeps the rounds that were asked for.
fn narrow(
    survey: &mut ChallengeSurveyFinding,
    wave: Option<Wave>,
    (from, to): (Option<Wave>, Option<Wave>),
) -> Result<(), Failure> {
    for asked in [wave, from, to].into_iter().flatten() {
        if !survey.rounds.iter().any(|round| round.id == asked.id()) {
            let message = phrase("seen-no-such-round").with("wave", asked.label());
            return Err(Failure::new(Exit::Refused, message));
        }
    }
    if let Some(wave) = wave {
        survey.rounds.retain(|round| round.id == wave.id());
        survey.comparisons.clear();
    }
    if from.is_some() || to.is_some() {
        let is = |asked: Option<Wave>, id: &str| asked.is_none_or(|asked| asked.id() == id);
        survey.comparisons.retain(|it| is(from, &it.from) && is(to, &it.to));
        if survey.comparisons.is_empty() {
            return Err(Failure::new(Exit::Refused, phrase("seen-nothing-to-compare")));
        }
        let kept = &survey.comparisons;
        survey
            .rounds
            .retain(|round| kept.iter().any(|it| it.from == round.id || it.to == round.id));
    }
    Ok(())
}
