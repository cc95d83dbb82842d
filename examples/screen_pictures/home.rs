//! The sample home as the screens show it, read from `sample-data` as the program reads it.

use std::error::Error;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::NaiveDate;
use serde::Deserialize;
use yutori::book::{ActId, Change, Firsts, Founding, Integrity, Written};
use yutori::catalog::Catalog;
use yutori::clock::Moment;
use yutori::documents::Documents;
use yutori::effect::Effects;
use yutori::intake::{Known, Order, gather};
use yutori::issues::{Issues, Judgement};
use yutori::office::Office;
use yutori::report::{self, Holdings};
use yutori::screens::desk::Shown;
use yutori::text::Text;
use yutori::worktime::{ListNumber, NightHours, Wave};

/// The day on which the results are looked at.
pub const AFTER: Option<NaiveDate> = NaiveDate::from_ymd_opt(2026, 2, 10);
/// The day on which indicators are chosen, before anything has changed.
pub const BEFORE: Option<NaiveDate> = NaiveDate::from_ymd_opt(2025, 11, 10);

/// What the book of the sample home holds.
pub fn holdings() -> Result<Holdings, Box<dyn Error>> {
    let catalog = Catalog::built_in();
    let task_list = catalog.task_list("kasan-2024").ok_or("no task list")?.clone();
    let founding = Founding {
        office: Office {
            name: "ひだまり苑".to_owned(),
            ..Office::default()
        },
        slot_minutes: task_list.slot_minutes,
        task_list,
        night: NightHours::default(),
    };
    let mut holdings = Holdings::empty(founding, catalog);
    holdings.sheets = sheets(&holdings.founding)?;
    holdings.issues = challenges(&holdings.catalog)?;
    holdings.documents = ledger()?;
    measured(&mut holdings)?;
    Ok(holdings)
}

/// The same home after its first survey: measures are decided, no indicator is chosen yet.
pub fn before(holdings: &Holdings) -> Holdings {
    let mut before = holdings.clone();
    before.sheets.retain(|(wave, _)| *wave == Wave::Before);
    before.effects = Effects::default();
    before.issues.judgements.clear();
    before.firsts = Firsts::default();
    before
}

/// Indicators, figures and judgements; the margins came into the book before the figures from after the improvement.
fn measured(holdings: &mut Holdings) -> Result<(), Box<dyn Error>> {
    #[derive(Deserialize)]
    struct Sample {
        #[serde(flatten)]
        effects: Effects,
        judgements: Vec<Judgement>,
    }
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("sample-data/effects.json");
    let Sample { effects, judgements } = serde_json::from_str(&std::fs::read_to_string(file)?)?;
    let (early, late) = (
        written(12, "2025-10-20T09:00:00+09:00")?,
        written(28, "2026-02-09T09:00:00+09:00")?,
    );
    let margins = effects.chosen.iter().filter(|it| it.margin.is_some());
    holdings.firsts = Firsts {
        documents: std::collections::BTreeMap::new(),
        sheets: [(Wave::Before, early), (Wave::After(1), late)].into(),
        measurements: effects
            .measurements
            .iter()
            .map(|it| ((it.key.indicator.clone(), it.key.at), late))
            .collect(),
        margins: margins.map(|it| (it.indicator.clone(), early)).collect(),
    };
    holdings.effects = effects;
    holdings.issues.judgements = judgements;
    Ok(())
}

fn written(act: i64, at: &str) -> Result<Written, Box<dyn Error>> {
    Ok(Written {
        act: ActId(act),
        at: Moment::parse_from_rfc3339(at)?,
    })
}

/// The challenges of the sample home, with the questionnaire that was used.
fn challenges(catalog: &Catalog) -> Result<Issues, Box<dyn Error>> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("sample-data/issues.json");
    let mut issues: Issues = serde_json::from_str(&std::fs::read_to_string(file)?)?;
    let used = catalog.questionnaire("challenge-facility").ok_or("no questionnaire")?;
    issues.questionnaires = vec![used.clone()];
    Ok(issues)
}

/// The ledger of documents of the sample home; empty where it has none.
fn ledger() -> Result<Documents, Box<dyn Error>> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("sample-data/documents.json");
    if !file.exists() {
        return Ok(Documents::default());
    }
    Ok(serde_json::from_str(&std::fs::read_to_string(file)?)?)
}

fn sheets(founding: &Founding) -> Result<Vec<(Wave, yutori::worktime::Sheet)>, Box<dyn Error>> {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("sample-data");
    let waves = [data.join("before"), data.join("after1")];
    let order = Order {
        foreign: &yutori::intake::Foreign::default(),
        paths: &waves,
        wave: None,
        year: None,
        kind: None,
        keep_going: false,
        replace: false,
    };
    let known = Known {
        exchanged: yutori::intake::Exchanged::default(),
        tags: &yutori::intake::TagMap::new(),
        issues: &yutori::issues::Issues::default(),
        questionnaires: &[],
        entered: yutori::intake::Entered::default(),
        ledger: yutori::intake::Ledger::none(),
        task_list: &founding.task_list,
        list: ListNumber::default(),
        slot_minutes: founding.slot_minutes,
        office: &founding.office,
        sheets: &[],
        has_file: &|_, _| false,
    };
    let gathered = gather(&order, &known, &mut |_| ControlFlow::Continue(())).map_err(|error| format!("{error:?}"))?;
    let recorded = gathered.changes.into_iter().filter_map(|change| match change {
        Change::SheetRecorded { wave, sheet } => Some((wave, *sheet)),
        _ => None,
    });
    let mut sheets: Vec<_> = recorded.collect();
    sheets.sort_by_key(|(wave, sheet)| sheet.key(*wave));
    Ok(sheets)
}

/// What the screens show of it on a day, in a language.
pub fn shown(holdings: &Holdings, today: Option<NaiveDate>, text: &Text) -> Result<Shown, Box<dyn Error>> {
    let founding = &holdings.founding;
    let results = report::all_comparisons(holdings, text).map_err(|error| format!("{error:?}"))?;
    let whole = Integrity {
        file: true,
        journal: true,
        replay: true,
        changes: 1,
        problems: Vec::new(),
    };
    let today = today.ok_or("a date")?;
    Ok(Shown {
        path: PathBuf::from("hidamari.yutori"),
        plan: report::plan(holdings, text),
        boards: report::boards(holdings, today, text),
        issues: report::issues(holdings, today, text),
        today,
        summary: report::summary(founding, &holdings.sheets, text).map_err(|error| format!("{error:?}"))?,
        linkage: report::linkage(holdings, text),
        documents: report::documents(holdings, &results, text).map_err(|error| format!("{error:?}"))?,
        effect: report::effect(holdings, results, today, text).map_err(|error| format!("{error:?}"))?,
        check: report::check(holdings, &whole, text),
        meters: report::meters(holdings, text),
        can_undo: None,
        can_redo: None,
        holdings: Arc::new(holdings.clone()),
    })
}
