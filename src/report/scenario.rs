//! A scenario over an average survey day as a [`ScenarioFinding`].

use super::Holdings;
use super::finding::{MoveLine, ScenarioEffect, ScenarioFinding, ScenarioHour, ScenarioLine, ScenarioList};
use super::list_note::is_silent_about;
use crate::office::printable;
use crate::phrase::{Phrase, phrase};
use crate::text::Text;
use crate::worktime::{CategoryKind, DayLoad, MeterSettings, Move, Scenario, Sheet, TaskList, Wave};

/// The scenarios of a book by name.
pub fn scenarios(holdings: &Holdings, text: &Text) -> ScenarioList {
    let line = |scenario: &Scenario| ScenarioLine {
        name: scenario.name.clone(),
        wave: scenario.wave.id(),
        wave_label: text.say(&scenario.wave.label()),
        moves: scenario.moves.len(),
    };
    ScenarioList {
        schema: "yutori.scenarios/1".to_owned(),
        label: text.get("scenario-label"),
        scenarios: holdings.scenarios.iter().map(line).collect(),
    }
}

/// The average survey day of a wave.
pub fn day_load(holdings: &Holdings, wave: Wave) -> DayLoad {
    let sheets = holdings.sheets.iter().filter(|(of, _)| *of == wave);
    let sheets: Vec<&Sheet> = sheets.map(|(_, sheet)| sheet).collect();
    DayLoad::of(&sheets, &holdings.founding.task_list)
}

/// What a scenario makes of the day; where a move cannot be made, the day as it is and why.
pub fn scenario(holdings: &Holdings, load: &DayLoad, scenario: &Scenario, text: &Text) -> ScenarioFinding {
    let tasks = &holdings.founding.task_list;
    let settings = holdings.meters.clone().unwrap_or_default();
    let slack = CategoryKind::Slack;
    let has_slack = !tasks.tasks_of_kind(slack).is_empty() && !is_silent_about(holdings, scenario.wave, slack);
    let (trial, fault) = match load.after(&scenario.moves, tasks) {
        Ok(trial) => (Some(trial), None),
        Err((place, fault)) => {
            let why = scenario.moves.get(place).map(|step| fault.phrase(step));
            (None, why.map(|why| text.say(&at_move(place, why))))
        }
    };
    let after = trial.as_ref().map(|trial| &trial.load);
    let hours = (0_u16..24).map(|hour| ScenarioHour {
        hour,
        before: load.work(hour),
        after: after.map(|after| after.work(hour)),
        short: trial
            .as_ref()
            .and_then(|trial| trial.short.get(usize::from(hour)))
            .map(|short| load.a_day(*short)),
    });
    ScenarioFinding {
        schema: "yutori.scenario/1".to_owned(),
        is_data: false,
        label: text.get("scenario-label"),
        name: scenario.name.clone(),
        wave: scenario.wave.id(),
        wave_label: text.say(&scenario.wave.label()),
        days: load.days,
        sheets: load.person_days,
        moves: scenario.moves.iter().map(|step| move_line(step, tasks, text)).collect(),
        fault,
        hours: hours.collect(),
        effects: effects(load, after, tasks, &settings, has_slack, text),
    }
}

/// Which move it is, and what is wrong with it.
fn at_move(place: usize, why: Phrase) -> Phrase {
    phrase("scenario-at-move").with("number", place + 1).with("why", why)
}

/// A move in words.
pub fn move_line(step: &Move, tasks: &TaskList, text: &Text) -> MoveLine {
    let task = tasks.task(&step.task);
    let name = task.map_or_else(String::new, |task| text.lang().of(&task.name).to_owned());
    let sentence = match step.to_hour {
        Some(to) => phrase("scenario-move").with("to", to),
        None => phrase("scenario-cut"),
    };
    let sentence = sentence
        .with("way", step.way.phrase())
        .with(
            "task",
            format!("{} {}", printable(step.task.as_str()), printable(&name)),
        )
        .with("from", step.from_hour)
        .with("minutes", step.minutes);
    MoveLine {
        way: step.way.id().to_owned(),
        task: step.task.to_string(),
        task_name: name,
        from_hour: step.from_hour,
        to_hour: step.to_hour,
        minutes: step.minutes,
        sentence: text.say(&sentence),
    }
}

fn effects(
    before: &DayLoad,
    after: Option<&DayLoad>,
    tasks: &TaskList,
    settings: &MeterSettings,
    has_slack: bool,
    text: &Text,
) -> Vec<ScenarioEffect> {
    let tight = |load: &DayLoad| {
        let hours = load.hours.tight(settings.slack_percent).len();
        has_slack.then(|| f64::from(u32::try_from(hours).unwrap_or(24)))
    };
    let all_work = |load: &DayLoad| Some(load.a_day(load.hours.work.iter().sum()));
    let peak = |load: &DayLoad| load.hours.unevenness().and_then(|hours| hours.peak_to_mean);
    let variation = |load: &DayLoad| load.hours.unevenness().and_then(|hours| hours.variation);
    let waste = |load: &DayLoad| load.waste_per_person_day(tasks, settings);
    let effect = |id: &str, name: String, decimals, figure: &dyn Fn(&DayLoad) -> Option<f64>| ScenarioEffect {
        id: id.to_owned(),
        name,
        decimals,
        before: figure(before),
        after: after.and_then(figure),
    };
    vec![
        effect("work", text.get("scenario-work"), 1, &all_work),
        effect("load-peak", text.get("scenario-load-peak"), 2, &DayLoad::peak_to_mean),
        effect("hours-peak", text.get("meters-peak"), 2, &peak),
        effect("hours-variation", text.get("meters-variation"), 2, &variation),
        effect("tight-hours", text.get("meters-tight"), 0, &tight),
        effect("waste", text.get("meters-waste"), 1, &waste),
    ]
}
