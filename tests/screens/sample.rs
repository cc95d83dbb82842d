//! The sample home as the screens show it, read from `sample-data` as the program reads it.

use std::ops::ControlFlow;
use std::path::PathBuf;
use std::sync::{Arc, OnceLock};

use chrono::NaiveDate;
use yutori::book::{Change, Integrity};
use yutori::catalog::Catalog;
use yutori::intake::{Known, Order, gather};
use yutori::issues::Issues;
use yutori::report::{self, Holdings};
use yutori::screens::desk::Shown;
use yutori::text::{Lang, Text};
use yutori::worktime::ListNumber;

use super::fixture;
use crate::support;

/// The book of the sample home; reading it takes its time, so it is read once.
pub fn sample() -> Shown {
    static SAMPLE: OnceLock<Shown> = OnceLock::new();
    SAMPLE.get_or_init(read).clone()
}

fn read() -> Shown {
    let catalog = Catalog::built_in();
    let founding = fixture::holdings().founding;
    let waves = [support::sample().join("before"), support::sample().join("after1")];
    let order = Order {
        paths: &waves,
        wave: None,
        year: None,
        kind: None,
        keep_going: false,
        replace: false,
        foreign: &yutori::intake::Foreign::default(),
    };
    let known = Known {
        exchanged: yutori::intake::Exchanged::default(),
        task_list: &founding.task_list,
        list: ListNumber::default(),
        slot_minutes: founding.slot_minutes,
        office: &founding.office,
        sheets: &[],
        has_file: &|_, _| false,
        tags: &yutori::intake::TagMap::new(),
        issues: &yutori::issues::Issues::default(),
        questionnaires: &[],
        entered: yutori::intake::Entered::default(),
        ledger: yutori::intake::Ledger::none(),
    };
    let gathered = gather(&order, &known, &mut |_| ControlFlow::Continue(())).unwrap();
    let mut holdings = Holdings::empty(founding, catalog);
    for change in gathered.changes {
        if let Change::SheetRecorded { wave, sheet } = change {
            holdings.sheets.push((wave, *sheet));
        }
    }
    holdings.issues = challenges(&holdings.catalog);
    shown_of(holdings)
}

/// The challenges of the sample home, with the questionnaire that was used.
pub fn challenges(catalog: &Catalog) -> Issues {
    let written = std::fs::read_to_string(support::sample().join("issues.json")).unwrap();
    let mut issues: Issues = serde_json::from_str(&written).unwrap();
    issues.questionnaires = vec![catalog.questionnaire("challenge-facility").unwrap().clone()];
    issues
}

/// What the screens show of these holdings.
pub fn shown_of(mut holdings: Holdings) -> Shown {
    holdings.sheets.sort_by_key(|(wave, sheet)| sheet.key(*wave));
    let text = Text::new(Lang::Ja);
    let today = NaiveDate::from_ymd_opt(2026, 2, 10).unwrap();
    let results = report::all_comparisons(&holdings, &text).unwrap();
    let whole = Integrity {
        file: true,
        journal: true,
        replay: true,
        changes: 1,
        problems: Vec::new(),
    };
    Shown {
        path: PathBuf::from("/home/kaigo/台帳/さくら苑.yutori"),
        summary: report::summary(&holdings.founding, &holdings.sheets, &text).unwrap(),
        linkage: report::linkage(&holdings, &text),
        documents: report::documents(&holdings, &results, &text).unwrap(),
        effect: report::effect(&holdings, results, today, &text).unwrap(),
        check: report::check(&holdings, &whole, &text),
        meters: report::meters(&holdings, &text),
        plan: report::plan(&holdings, &text),
        issues: report::issues(&holdings, NaiveDate::from_ymd_opt(2026, 2, 10).unwrap(), &text),
        today: NaiveDate::from_ymd_opt(2026, 2, 10).unwrap(),
        boards: report::boards(&holdings, NaiveDate::from_ymd_opt(2026, 2, 10).unwrap(), &text),
        can_undo: None,
        can_redo: None,
        holdings: Arc::new(holdings),
    }
}
