//! Makes the finding: measures and how they go (改善計画).

use chrono::{Datelike, Days, NaiveDate};

use super::viewpoint::viewpoint_name;
use super::watched::Watched;
use crate::issues::{Challenge, Issues, Measure, MeasureGround, Status, Viewpoint, ViewpointCode};
use crate::office::printable;
use crate::phrase::phrase;
use crate::report::Holdings;
use crate::report::finding::{
    AnsweredChallenge, CheckLine, MeasureAlarm, MeasureLine, MeasuresFinding, NewsLine, PlanWeeks, PlannedChallenge,
    StatusCount, StepLine, ViewpointName,
};
use crate::text::Text;

/// The viewpoints that a measure may belong to: those of the questionnaires of the book, else those of the catalog.
fn plan_viewpoints(holdings: &Holdings) -> Vec<&Viewpoint> {
    let of_book = holdings.issues.viewpoints();
    if !of_book.is_empty() {
        return of_book;
    }
    let mut found: Vec<&Viewpoint> = Vec::new();
    for viewpoint in holdings.catalog.questionnaires().iter().flat_map(|it| &it.viewpoints) {
        if found.iter().all(|known| known.code != viewpoint.code) {
            found.push(viewpoint);
        }
    }
    found
}

/// What a measure may name.
pub fn measure_ground(holdings: &Holdings) -> MeasureGround {
    let challenges = holdings.issues.challenges.iter();
    MeasureGround {
        challenges: challenges.map(|it| (it.id, it.viewpoint.clone())).collect(),
        viewpoints: plan_viewpoints(holdings).iter().map(|it| it.code.clone()).collect(),
        indicators: holdings.indicators().into_iter().map(|it| it.id).collect(),
    }
}

/// Measures and how they go on a day (改善計画).
pub fn measures(holdings: &Holdings, today: NaiveDate, text: &Text) -> MeasuresFinding {
    let issues = &holdings.issues;
    let watched = Watched::of(holdings, text);
    let name = |code: &ViewpointCode| viewpoint_name(holdings, code, text);
    let lines: Vec<MeasureLine> = issues
        .measures
        .iter()
        .map(|measure| line(measure, issues, &name, &watched, today, text))
        .collect();
    let counts = Status::ALL.map(|status| StatusCount {
        status,
        name: text.say(&status.phrase()),
        measures: lines.iter().filter(|line| line.status == status).count(),
    });
    let chosen = issues.challenges.iter().filter_map(|challenge| {
        let decision = challenge.chosen.as_ref()?;
        Some(PlannedChallenge {
            number: challenge.id.0,
            text: printable(&challenge.text),
            viewpoint: challenge.viewpoint.as_ref().map(name),
            because: printable(&decision.because),
            on: decision.on,
            measures: answers(challenge, issues),
        })
    });
    let note = if lines.iter().any(|line| !line.indicators.is_empty()) {
        text.get("measures-no-proof")
    } else {
        String::new()
    };
    MeasuresFinding {
        today,
        sentence: sentence(&counts, &lines, text),
        challenges: chosen.collect(),
        counts: counts.to_vec(),
        weeks: weeks(&issues.measures),
        viewpoints: plan_viewpoints(holdings).iter().map(|it| name(&it.code)).collect(),
        alarms: alarms(&lines, text),
        measures: lines,
        note,
    }
}

fn answers(challenge: &Challenge, issues: &Issues) -> Vec<u32> {
    let measures = issues.measures.iter();
    let own = measures.filter(|measure| measure.challenge == Some(challenge.id));
    own.map(|measure| measure.id.0).collect()
}

fn line(
    measure: &Measure,
    issues: &Issues,
    name: &dyn Fn(&ViewpointCode) -> ViewpointName,
    watched: &Watched,
    today: NaiveDate,
    text: &Text,
) -> MeasureLine {
    let status_name = |status: Status| text.say(&status.phrase());
    let challenge = measure.challenge.and_then(|id| issues.challenge(id));
    let steps = measure.steps.iter().enumerate().map(|(place, step)| StepLine {
        number: place + 1,
        text: printable(&step.text),
        due: step.due,
        done: step.done,
        overdue: step.done.is_none() && measure.is_late(step.due, today),
    });
    let checks = measure.checks.iter().map(|check| CheckLine {
        on: check.on,
        done: check.done,
        overdue: check.done.is_none() && measure.is_late(check.on, today),
    });
    let news = measure.news.iter().map(|news| NewsLine {
        on: news.on,
        status: news.status,
        status_name: status_name(news.status),
        word: printable(&news.word),
    });
    MeasureLine {
        number: measure.id.0,
        text: printable(&measure.text),
        challenge: challenge.map(|it| AnsweredChallenge {
            number: it.id.0,
            text: printable(&it.text),
        }),
        viewpoint: name(&measure.viewpoint),
        owner: measure.owner.as_ref().map(|role| printable(role.as_str())),
        decided: measure.decided,
        start: measure.start,
        end: measure.end,
        status: measure.status(),
        status_name: status_name(measure.status()),
        why: measure.news.last().map(|news| printable(&news.word)),
        last_heard: measure.last_heard(),
        asleep_days: measure.asleep_for(today),
        days_past_end: measure
            .is_late(measure.end, today)
            .then(|| (today - measure.end).num_days()),
        steps: steps.collect(),
        steps_done: measure.steps_done(),
        overdue_steps: measure.overdue_steps(today),
        checks: checks.collect(),
        overdue_checks: measure.overdue_checks(today),
        next_step: measure.next_step().map(|(number, _)| number),
        next_check: measure.next_check(),
        indicators: measure.indicators.iter().map(|id| watched.line(id, text)).collect(),
        news: news.collect(),
        remarks: measure
            .remarks()
            .iter()
            .map(|remark| printable(&text.say(&remark.phrase())))
            .collect(),
    }
}

/// Whole weeks from the first to the last day, steps and checks among them.
fn weeks(measures: &[Measure]) -> Option<PlanWeeks> {
    let days = || {
        measures.iter().flat_map(|measure| {
            let steps = measure.steps.iter().map(|step| step.due);
            let checks = measure.checks.iter().map(|check| check.on);
            [measure.start, measure.end].into_iter().chain(steps).chain(checks)
        })
    };
    let (first, last) = (days().min()?, days().max()?);
    let monday = Days::new(u64::from(first.weekday().num_days_from_monday()));
    let sunday = Days::new(6 - u64::from(last.weekday().num_days_from_monday()));
    Some(PlanWeeks {
        from: first.checked_sub_days(monday)?,
        to: last.checked_add_days(sunday)?,
    })
}

fn sentence(counts: &[StatusCount], lines: &[MeasureLine], text: &Text) -> String {
    if lines.is_empty() {
        return text.get("measures-none");
    }
    let parts: Vec<String> = counts
        .iter()
        .filter(|count| count.measures > 0)
        .map(|count| {
            let part = phrase("measures-count")
                .with("name", count.name.as_str())
                .with("measures", count.measures);
            text.say(&part)
        })
        .collect();
    let all = phrase("measures-sentence")
        .with("measures", lines.len())
        .with("parts", parts.join(&text.get("list-separator")));
    text.say(&all)
}

/// What somebody should look after: sleeping ones first, then those past their end, then steps and checks.
fn alarms(lines: &[MeasureLine], text: &Text) -> Vec<MeasureAlarm> {
    let count = |number: usize| i64::try_from(number).ok().filter(|number| *number > 0);
    let asleep = lines.iter().filter_map(|line| {
        let said = phrase("measures-alarm-asleep");
        Some(("asleep", line, line.asleep_days?, said))
    });
    let past = lines.iter().filter_map(|line| {
        let said = phrase("measures-alarm-past-end").with("end", line.end.to_string());
        Some(("past_end", line, line.days_past_end?, said))
    });
    let steps = lines.iter().filter_map(|line| {
        let said = phrase("measures-alarm-steps");
        Some(("overdue_steps", line, count(line.overdue_steps)?, said))
    });
    let checks = lines.iter().filter_map(|line| {
        let said = phrase("measures-alarm-checks");
        Some(("overdue_checks", line, count(line.overdue_checks)?, said))
    });
    asleep
        .chain(past)
        .chain(steps)
        .chain(checks)
        .map(|(kind, line, count, said)| {
            let what = text.say(&said.with("count", count));
            let sentence = phrase("measures-alarm")
                .with("number", line.number.to_string())
                .with("text", line.text.as_str())
                .with("what", what.as_str());
            MeasureAlarm {
                kind,
                measure: line.number,
                count,
                sentence: text.say(&sentence),
                what,
            }
        })
        .collect()
}
