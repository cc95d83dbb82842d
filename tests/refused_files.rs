//! Bad files, each with the message that it must get: `refused/expected.txt` says them all.

use std::fmt::Write;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use yutori::catalog::Catalog;
use yutori::intake::{Gathered, Known, Order, Status, gather};
use yutori::office::Office;
use yutori::text::{Lang, Text};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/refused")
}

fn gathered() -> Gathered {
    // The folder's name says the wave; the files are named one by one, so that none is passed over.
    let entries = std::fs::read_dir(folder().join("before")).unwrap();
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let catalog = Catalog::built_in();
    let known = Known {
        exchanged: yutori::intake::Exchanged::default(),
        task_list: catalog.task_list("kasan-2024").unwrap(),
        list: yutori::worktime::ListNumber::default(),
        slot_minutes: 10,
        office: &Office::default(),
        sheets: &[],
        has_file: &|_, _| false,
        tags: &yutori::intake::TagMap::new(),
        issues: &yutori::issues::Issues::default(),
        questionnaires: catalog.questionnaires(),
        entered: yutori::intake::Entered {
            indicators: catalog.indicators(),
            scales: catalog.scales(),
            measurements: &[],
        },
        ledger: yutori::intake::Ledger {
            documents: &yutori::documents::Documents::default(),
            offers: catalog.document_offers(),
            facts: catalog.facts(),
        },
    };
    let order = Order {
        paths: &paths,
        wave: None,
        year: None,
        kind: None,
        keep_going: true,
        replace: false,
        foreign: &yutori::intake::Foreign::default(),
    };
    gather(&order, &known, &mut |_| ControlFlow::Continue(())).unwrap()
}

#[test]
fn each_bad_file_gets_its_message() {
    let text = Text::new(Lang::Ja);
    let mut said = String::new();
    for file in gathered().files {
        writeln!(said, "== {}", file.path.file_name().unwrap().to_string_lossy()).unwrap();
        for fault in &file.faults {
            let place = fault.place.text().map(|place| format!("{place}: ")).unwrap_or_default();
            writeln!(said, "{place}{}", text.say(&fault.message)).unwrap();
        }
    }
    let expected = std::fs::read_to_string(folder().join("expected.txt"))
        .unwrap()
        .replace("\r\n", "\n");
    assert!(said == expected, "messages differ; they are now:\n{said}");
}

#[test]
fn nothing_of_a_bad_file_is_taken_and_each_says_what_to_try() {
    let gathered = gathered();
    assert_eq!(gathered.changes, []);
    for file in &gathered.files {
        assert_eq!(file.status, Status::Refused, "{}", file.path.display());
        for (lang, fault) in [Lang::Ja, Lang::En]
            .iter()
            .flat_map(|lang| file.faults.iter().map(move |fault| (*lang, fault)))
        {
            assert!(Text::new(lang).hint(&fault.message).is_some(), "{}", fault.message);
        }
    }
}
