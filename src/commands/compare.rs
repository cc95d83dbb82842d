//! `yutori compare`: before and after.

use clap::ArgMatches;
use serde::Serialize;

use super::results::Reading;
use super::{Answer, Context, book, plain, show};
use crate::effect::Indicator;
use crate::failure::{Exit, Failure};
use crate::phrase::phrase;
use crate::report;
use crate::report::finding::{Comparisons, WavePath};
use crate::worktime::Wave;

pub(super) fn run(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    let (from, to) = (book::wave(matches, "from")?, book::wave(matches, "to")?);
    let reading = Reading::of(&book::open(context, matches)?)?;
    let present: Vec<Wave> = report::waves_with_values(&reading).into_iter().collect();
    let waves = waves(from, to, &present)?;
    let indicators = indicators(matches, &reading)?;
    let comparisons = reading.comparisons(&indicators, waves, context.text)?;
    let paths = report::paths(&reading, &indicators, context.text)?;
    let said = if context.json {
        show::json(&Told { comparisons, paths })?
    } else {
        plain::comparisons(&comparisons, &paths, matches.get_flag("why"), context.text)
    };
    Ok(Answer::done(said))
}

/// What `--json` gives.
#[derive(Serialize)]
struct Told {
    #[serde(flatten)]
    comparisons: Comparisons,
    /// The same indicators over all surveys, where there are three or more.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    paths: Vec<WavePath>,
}

/// The waves to compare: those asked for, else the first and the last of the book.
fn waves(from: Option<Wave>, to: Option<Wave>, present: &[Wave]) -> Result<(Wave, Wave), Failure> {
    if present.is_empty() {
        return Err(Failure::new(Exit::Refused, phrase("no-sheets")));
    }
    let from = from.or_else(|| present.first().copied()).unwrap_or(Wave::Before);
    let to = to
        .or_else(|| present.iter().rev().find(|wave| **wave != from).copied())
        .unwrap_or(Wave::After(1));
    if from == to {
        return Err(Failure::new(
            Exit::Usage,
            phrase("usage-same-wave").with("wave", from.label()),
        ));
    }
    Ok((from, to))
}

fn indicators(matches: &ArgMatches, reading: &Reading) -> Result<Vec<Indicator>, Failure> {
    let Some(asked) = matches.get_many::<String>("indicator") else {
        return Ok(report::compared(reading));
    };
    let mut all = reading.indicators();
    all.retain(|it| report::is_measurable(reading, it));
    asked
        .map(|id| {
            all.iter()
                .find(|indicator| indicator.id == *id)
                .cloned()
                .ok_or_else(|| {
                    let ids: Vec<&str> = all.iter().map(|indicator| indicator.id.as_str()).collect();
                    let message = phrase("usage-indicator")
                        .with("id", id.as_str())
                        .with("ids", ids.join(", "));
                    Failure::new(Exit::Usage, message)
                })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_and_the_last_wave_are_compared_unless_others_are_asked_for() {
        let present = [Wave::Before, Wave::After(1), Wave::After(2)];
        assert_eq!(waves(None, None, &present).unwrap(), (Wave::Before, Wave::After(2)));
        assert_eq!(
            waves(None, Some(Wave::After(1)), &present).unwrap(),
            (Wave::Before, Wave::After(1))
        );
        assert_eq!(
            waves(None, None, &present[..1]).unwrap(),
            (Wave::Before, Wave::After(1))
        );
        assert!(waves(None, None, &[]).is_err());
        assert!(waves(Some(Wave::Before), Some(Wave::Before), &present).is_err());
    }
}
