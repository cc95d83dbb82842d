//! How far people lie apart, made from the summary.

use super::finding::{Class, PeopleSpread, SpreadMeasure, SpreadWave, StaffLine, Summary, WaveSize};
use crate::effect::{Indicator, Measured};
use crate::office::SMALLEST_GROUP;
use crate::stats;
use crate::text::Text;

/// Takes the minutes per day of each person apart by category and by each usual indicator that is minutes of tasks.
///
/// A person's value is the mean over the person's filled sheets of the wave. Indicators that are shares are left out: their
/// values are no minutes.
pub fn spread(summary: &Summary, classes: &[Class], indicators: &[Indicator], text: &Text) -> PeopleSpread {
    let by_category = classes.iter().enumerate().map(|(index, class)| SpreadMeasure {
        code: class.code.clone(),
        name: class.name.clone(),
        class: Some(index),
        waves: waves(summary, |person| {
            person.by_category.get(&class.code).copied().unwrap_or(0)
        }),
    });
    let by_indicator = indicators.iter().filter_map(|indicator| {
        let Measured::Minutes { tasks } = &indicator.measured else {
            return None;
        };
        if !indicator.usual {
            return None;
        }
        Some(SpreadMeasure {
            code: indicator.id.clone(),
            name: text.lang().of(&indicator.name).to_owned(),
            class: None,
            waves: waves(summary, |person| {
                tasks.iter().filter_map(|task| person.by_task.get(task.as_str())).sum()
            }),
        })
    });
    PeopleSpread {
        classes: classes.to_vec(),
        waves: summary.waves.iter().map(WaveSize::of).collect(),
        measures: by_category.chain(by_indicator).collect(),
    }
}

fn waves(summary: &Summary, minutes: impl Fn(&StaffLine) -> u32) -> Vec<SpreadWave> {
    let waves = summary.waves.iter().map(|wave| {
        let people = wave.staff_minutes.iter().filter(|person| person.sheets > 0);
        #[expect(clippy::cast_precision_loss, reason = "a number of sheets")]
        let values = people.map(|person| f64::from(minutes(person)) / person.sheets as f64);
        spread_of(values.collect())
    });
    waves.collect()
}

fn spread_of(mut values: Vec<f64>) -> SpreadWave {
    // Order of size instead of order of code: a place in the list tells nothing about who it is.
    values.sort_by(f64::total_cmp);
    let people = values.len();
    let hidden = people < SMALLEST_GROUP;
    if hidden {
        values.clear();
    }
    let five = stats::quartiles(&values)
        .and_then(|[lower, middle, upper]| Some([*values.first()?, lower, middle, upper, *values.last()?]));
    SpreadWave {
        hidden,
        people,
        five,
        mean: stats::mean(&values),
        values,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_people_stay_hidden_and_three_are_shown_in_order_of_size() {
        let few = spread_of(vec![30.0, 10.0]);
        assert_eq!((few.hidden, few.people, few.five, few.mean), (true, 2, None, None));
        assert!(few.values.is_empty());
        let enough = spread_of(vec![30.0, 10.0, 20.0]);
        assert_eq!(enough.values, [10.0, 20.0, 30.0]);
        assert_eq!(enough.five, Some([10.0, 15.0, 20.0, 25.0, 30.0]));
        assert_eq!(enough.mean, Some(20.0));
    }
}
