//! `yutori plan`: timetables (業務表), kept and laid beside the sheets.

use std::ops::ControlFlow;
use std::path::PathBuf;

use clap::ArgMatches;
use serde_json::json;

use super::plain::{self, Table};
use super::results::Reading;
use super::{Answer, Context, book, import, show};
use crate::book::{Book, Change, Occasion};
use crate::failure::{Exit, Failure};
use crate::intake::{Fault, FileOutcome, Known, Order, Place, Status};
use crate::office::StaffCode;
use crate::phrase::phrase;
use crate::report::finding::{FileStatus, ImportFinding, PlanFinding};
use crate::report::{self, UNKNOWN, thousands};
use crate::text::Text;
use crate::worktime::{Sheet, Wave};

pub(super) fn run(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    match matches.subcommand() {
        Some(("compare", matches)) => compare(context, matches),
        Some(("list", matches)) => list(context, matches),
        Some(("import", matches)) => import_plans(context, matches),
        Some(("remove", matches)) => remove(context, matches),
        _ => Err(Failure::new(
            Exit::Usage,
            phrase("usage-missing").with("argument", "COMMAND"),
        )),
    }
}

fn compare(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    let wave = book::wave(matches, "wave")?;
    let reading = Reading::of(&book::open(context, matches)?)?;
    let mut finding = report::plan(&reading, context.text);
    if let Some(wave) = wave {
        finding.waves.retain(|line| line.id == wave.id());
    }
    if finding.waves.is_empty() {
        return Err(Failure::new(Exit::Refused, phrase("plan-no-plans")));
    }
    let said = if context.json {
        show::json(&finding)?
    } else {
        told(&finding, context.text)
    };
    Ok(Answer::done(said))
}

/// Sentence, tasks, hours, sheets without a plan; wave by wave.
fn told(finding: &PlanFinding, text: &Text) -> String {
    let mut parts = Vec::new();
    for wave in &finding.waves {
        let head = phrase("plan-head")
            .with("label", wave.label.as_str())
            .with("plans", wave.plans)
            .with("sheets", wave.sheets)
            .with("compared", wave.compared)
            .with("people", wave.people);
        parts.push(format!("{}\n{}\n", text.say(&head), wave.sentence));
        parts.push(tasks(wave, text));
        parts.push(hours(wave, text));
        if !wave.without.is_empty() {
            let mut lines = vec![text.say(&phrase("plan-without").with("count", wave.without.len()))];
            lines.extend(wave.without.iter().map(|sheet| {
                let span = sheet.span.as_deref().unwrap_or(UNKNOWN);
                format!("    {} {} {span}  {}", sheet.staff, sheet.date, sheet.why)
            }));
            parts.push(lines.join("\n") + "\n");
        }
    }
    parts.push(finding.rule.clone() + "\n");
    parts.join("\n")
}

fn tasks(wave: &report::finding::PlanWave, text: &Text) -> String {
    let mut table = Table::new(&[
        text.get("column-task"),
        text.get("plan-column-planned"),
        text.get("plan-column-done"),
        text.get("plan-column-as-planned"),
        text.get("plan-column-shifted"),
        text.get("plan-column-not-done"),
        text.get("plan-column-not-planned"),
    ]);
    let lines = wave
        .tasks
        .iter()
        .filter(|line| line.figures.planned + line.figures.done > 0);
    let lines = lines.map(|line| (format!("{:>2} {}", line.code, line.name), line.figures));
    for (name, figures) in lines.chain([(text.get("plan-all-tasks"), wave.whole)]) {
        table.row([
            name,
            thousands(figures.planned),
            thousands(figures.done),
            thousands(figures.as_planned),
            thousands(figures.shifted),
            thousands(figures.not_done),
            thousands(figures.not_planned),
        ]);
    }
    table.text()
}

fn hours(wave: &report::finding::PlanWave, text: &Text) -> String {
    let mut table = Table::new(&[
        text.get("column-hour"),
        text.get("plan-column-planned"),
        text.get("plan-column-done"),
        text.get("plan-column-as-planned"),
        text.get("column-unfilled"),
    ]);
    for line in wave
        .hours
        .iter()
        .filter(|line| line.planned + line.done + line.unfilled > 0)
    {
        table.row([
            line.hour.to_string(),
            thousands(line.planned),
            thousands(line.done),
            thousands(line.as_planned),
            thousands(line.unfilled),
        ]);
    }
    table.text()
}

fn list(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    let wanted = book::wave(matches, "wave")?;
    let reading = Reading::of(&book::open(context, matches)?)?;
    let plans = reading
        .plans
        .iter()
        .filter(|(wave, _)| wanted.is_none_or(|wanted| wanted == *wave));
    let text = context.text;
    let span = |plan: &Sheet| plan.span().map(|span| text.say(&span.phrase()));
    if context.json {
        let lines: Vec<serde_json::Value> = plans
            .map(|(wave, plan)| {
                json!({
                    "wave": wave, "name": plan.staff, "date": plan.date, "span": span(plan),
                    "minutes": plan.filled(), "note": plan.note,
                })
            })
            .collect();
        return show::json(&json!({"schema": "yutori.plans/1", "plans": lines})).map(Answer::done);
    }
    let mut table = Table::new(&[
        text.get("column-wave"),
        text.get("plan-column-name"),
        text.get("column-date"),
        text.get("column-span"),
        text.get("column-minutes"),
    ]);
    let mut any = false;
    for (wave, plan) in plans {
        any = true;
        table.row([
            text.say(&wave.label()),
            plan.staff.to_string(),
            plan.date.to_string(),
            span(plan).unwrap_or_else(|| UNKNOWN.to_owned()),
            thousands(plan.filled().0),
        ]);
    }
    Ok(Answer::done(if any {
        table.text()
    } else {
        text.get("plan-no-plans") + "\n"
    }))
}

fn import_plans(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    let paths: Vec<PathBuf> = matches
        .get_many::<PathBuf>("paths")
        .into_iter()
        .flatten()
        .cloned()
        .collect();
    let order = Order {
        foreign: &crate::intake::Foreign::default(),
        paths: &paths,
        wave: book::wave(matches, "wave")?,
        year: matches.get_one::<i32>("year").copied(),
        kind: None,
        keep_going: false,
        replace: false,
    };
    let dry_run = matches.get_flag("dry-run");
    let mut book = book::open(context, matches)?;
    let (changes, mut finding) = read(&book, &order, context.text)?;
    if !dry_run && !changes.is_empty() {
        book.apply(Occasion::PlanKept, changes, context.clock.now())?;
        finding.written = true;
    }
    let refused = finding.files.iter().any(|file| file.status == FileStatus::Refused);
    let said = if context.json {
        show::json(&finding)?
    } else {
        plain::import(&finding, dry_run, context.text)
    };
    let exit = if refused { Exit::Refused } else { Exit::Done };
    Ok(Answer { said, exit })
}

/// Reads timetables from files of sheets; one that is kept already is replaced by what the file says.
fn read(book: &Book, order: &Order, text: &Text) -> Result<(Vec<Change>, ImportFinding), Failure> {
    let kept = book.plans()?;
    let founding = book.founding();
    let known = Known {
        tags: &crate::intake::TagMap::new(),
        issues: &crate::issues::Issues::default(),
        questionnaires: &[],
        entered: crate::intake::Entered::default(),
        exchanged: crate::intake::Exchanged::default(),
        ledger: crate::intake::Ledger::none(),
        task_list: &founding.task_list,
        list: book.lists().number(),
        slot_minutes: founding.slot_minutes,
        office: &founding.office,
        sheets: &[],
        has_file: &|_, _| false,
    };
    let mut gathered = crate::intake::gather(order, &known, &mut |_| ControlFlow::Continue(()))?;
    // A timetable is a sheet of minutes; answers and notices are none.
    let is_other = |file: &&mut FileOutcome| {
        let others = file.responses + file.notices + file.figures + file.documents;
        file.status == Status::Accepted && others > 0
    };
    for file in gathered.files.iter_mut().filter(is_other) {
        file.status = Status::Refused;
        file.faults.push(Fault {
            place: Place::File,
            message: phrase("surveyin-no-plan"),
        });
    }
    let mut changes = Vec::new();
    for change in &gathered.changes {
        let Change::SheetRecorded { wave, sheet } = change else {
            continue;
        };
        let key = sheet.key(*wave);
        let before = kept.iter().find(|(wave, plan)| plan.key(*wave) == key);
        if before.is_some_and(|(_, before)| before == &**sheet) {
            continue;
        }
        changes.push(Change::PlanKept {
            wave: *wave,
            before: before.map(|(_, before)| Box::new(before.clone())),
            after: Some(sheet.clone()),
        });
    }
    let mut finding = import::finding(&gathered, false, text);
    finding.sheets = changes.len();
    if changes.is_empty() {
        let imported = finding
            .files
            .iter_mut()
            .filter(|file| file.status == FileStatus::Imported);
        imported.for_each(|file| file.status = FileStatus::Unchanged);
    }
    Ok((changes, finding))
}

fn remove(context: &Context, matches: &ArgMatches) -> Result<Answer, Failure> {
    let wave = book::wave(matches, "wave")?.unwrap_or(Wave::Before);
    let name = matches.get_one::<String>("name").map_or("", String::as_str);
    let date = match matches.get_one::<String>("date") {
        None => None,
        Some(written) => Some(book::date(written)?),
    };
    let mut book = book::open(context, matches)?;
    let wanted = StaffCode::parse(name).ok();
    let is_wanted = |of: Wave, plan: &Sheet| {
        of == wave && Some(&plan.staff) == wanted.as_ref() && date.is_none_or(|date| plan.date == date)
    };
    let plans = book.plans()?.into_iter().filter(|(of, plan)| is_wanted(*of, plan));
    let changes: Vec<Change> = plans
        .map(|(wave, plan)| Change::PlanKept {
            wave,
            before: Some(Box::new(plan)),
            after: None,
        })
        .collect();
    if changes.is_empty() {
        let message = phrase("plan-no-such").with("name", name).with("wave", wave.label());
        return Err(Failure::new(Exit::Refused, message));
    }
    let count = changes.len();
    book.apply(Occasion::PlanKept, changes, context.clock.now())?;
    if context.json {
        return show::json(&json!({"schema": "yutori.plan-removed/1", "removed": count})).map(Answer::done);
    }
    let said = phrase("plan-removed").with("count", count);
    Ok(Answer::done(context.text.say(&said) + "\n"))
}
