//! What the data files say, and how wrong ones are refused.

use super::*;
use crate::issues::STATEMENTS_PER_VIEWPOINT;
use crate::worktime::CategoryKind;

#[test]
fn the_official_list_has_its_24_tasks_in_five_categories() {
    let catalog = Catalog::read_built_in().unwrap();
    let list = catalog.task_list("kasan-2024").unwrap();
    let codes: Vec<String> = list.tasks.iter().map(|task| task.code.to_string()).collect();
    assert_eq!(codes, (1..=24).map(|code| code.to_string()).collect::<Vec<_>>());
    let of = |kind| list.tasks_of_kind(kind).len();
    assert_eq!(
        (
            of(CategoryKind::Direct),
            of(CategoryKind::Indirect),
            of(CategoryKind::Rest),
            of(CategoryKind::Other),
            of(CategoryKind::Slack)
        ),
        (9, 12, 1, 1, 1)
    );
    assert_eq!(list.find("１１．").unwrap().name.ja, "記録・文書作成・連絡調整等");
}

#[test]
fn every_task_of_the_older_official_list_has_its_place_in_the_newer_one() {
    let catalog = Catalog::read_built_in().unwrap();
    let older = catalog.task_list("kasan-2022").unwrap();
    let mapping = catalog.mapping("kasan-2022", "kasan-2024").unwrap();
    assert_eq!(older.tasks.len(), 23);
    assert!(older.tasks_of_kind(CategoryKind::Slack).is_empty());
    assert!(older.tasks.iter().all(|task| mapping.0.contains_key(&task.code)));
    assert_eq!(catalog.mapping("kasan-2024", "kasan-2022"), None);
}

#[test]
fn a_number_means_the_same_work_in_all_lists_that_are_built_in() {
    let catalog = Catalog::read_built_in().unwrap();
    let official = catalog.task_list("kasan-2024").unwrap();
    assert_eq!(catalog.task_lists().len(), 6);
    for list in catalog.task_lists().iter().filter(|list| list.id != "kasan-2022") {
        for task in &list.tasks {
            if let Some(same) = official.task(&task.code) {
                assert_eq!(task.name, same.name, "{}", list.id);
            }
        }
        assert!(list.tasks.iter().all(|task| !task.name.en.is_empty()));
    }
}

#[test]
fn a_mapping_to_a_task_that_is_not_there_is_refused() {
    let own = folder(&[]);
    let mappings = own.path().join("tasks/mappings");
    std::fs::create_dir(&mappings).unwrap();
    let write = |text: &str| std::fs::write(mappings.join("m.toml"), text).unwrap();
    write("from = \"night\"\nto = \"kasan-2024\"\nsource = \"\"\n[tasks]\n\"1\" = \"99\"\n");
    let error = Catalog::with_folder(own.path()).unwrap_err();
    assert_eq!(error.file, "tasks/mappings/m.toml");
    assert!(matches!(error.why, Why::NoSuchTask { .. }), "{error:?}");
    write("from = \"nowhere\"\nto = \"kasan-2024\"\nsource = \"\"\n[tasks]\n");
    let error = Catalog::with_folder(own.path()).unwrap_err();
    assert!(matches!(error.why, Why::NoSuchList(_)), "{error:?}");
    write("from = \"night\"\nto = \"kasan-2024\"\nsource = \"\"\n[tasks]\n\"1\" = \"2\"\n");
    let catalog = Catalog::with_folder(own.path()).unwrap();
    assert_eq!(catalog.mapping("night", "kasan-2024").unwrap().0.len(), 1);
}

#[test]
fn indicators_of_the_sheets_and_services_of_the_report_are_there() {
    let catalog = Catalog::read_built_in().unwrap();
    let ids: Vec<&str> = catalog
        .indicators()
        .iter()
        .map(|indicator| indicator.id.as_str())
        .collect();
    assert_eq!(ids, ["record-minutes", "indirect-share", "slack-share", "direct-share"]);
    assert_eq!(catalog.indicator("direct-share").unwrap().family, Family::Quality);
    assert_eq!(catalog.services().len(), 16);
    assert_eq!(catalog.service("9").unwrap().name.ja, "介護老人福祉施設");
}

#[test]
fn the_questionnaires_have_eight_rows_of_four_statements_in_both_languages() {
    let catalog = Catalog::read_built_in().unwrap();
    let ids: Vec<&str> = catalog.questionnaires().iter().map(|it| it.id.as_str()).collect();
    assert_eq!(ids, ["challenge-facility", "challenge-home", "challenge-medical"]);
    for questionnaire in catalog.questionnaires() {
        let codes: Vec<&str> = questionnaire.viewpoints.iter().map(|it| it.code.as_str()).collect();
        assert_eq!(codes, ["1", "2-1", "2-2", "3", "4", "5", "6", "7"]);
        for viewpoint in &questionnaire.viewpoints {
            assert_eq!(viewpoint.statements.len(), STATEMENTS_PER_VIEWPOINT);
        }
        assert!(questionnaire.statements().all(|it| !it.text.en.is_empty()));
        assert_eq!(questionnaire.source, "参考");
    }
}

fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join("tasks")).unwrap();
    for (name, text) in files {
        std::fs::write(folder.path().join(name), text).unwrap();
    }
    folder
}

#[test]
fn an_office_adds_a_list_and_overrides_an_indicator() {
    let own = folder(&[
        (
            "tasks/own.toml",
            r#"
id = "own"
version = "1"
title = { ja = "自前", en = "Own" }
source = "自前"
slot_minutes = 15
[[categories]]
code = "A"
name = { ja = "あ", en = "A" }
kind = "direct"
[[tasks]]
code = "a1"
category = "A"
name = { ja = "い", en = "a" }
"#,
        ),
        (
            "efficiency.toml",
            include_str!("../../indicators/efficiency.toml")
                .replace("\"11\"", "\"12\"")
                .as_str(),
        ),
    ]);
    let catalog = Catalog::with_folder(own.path()).unwrap();
    assert_eq!(catalog.task_list("own").unwrap().slot_minutes, 15);
    assert!(catalog.task_list("kasan-2024").is_some());
    assert!(format!("{:?}", catalog.indicator("record-minutes").unwrap().measured).contains("12"));
    assert_eq!(catalog.indicators().len(), 4);
}

#[test]
fn a_fault_is_named_by_file_and_line() {
    let own = folder(&[("tasks/broken.toml", "id = \"x\"\nversion = 3\n")]);
    let error = Catalog::with_folder(own.path()).unwrap_err();
    assert_eq!((error.file.as_str(), error.line), ("tasks/broken.toml", Some(2)));
    let list = include_str!("../../indicators/tasks/kasan-2024.toml").replace("category = \"D\"", "category = \"Z\"");
    let own = folder(&[("tasks/z.toml", &list)]);
    let error = Catalog::with_folder(own.path()).unwrap_err();
    assert!(matches!(error.why, Why::List(_)), "{error:?}");
}

#[test]
fn an_absent_folder_adds_nothing() {
    let catalog = Catalog::with_folder(Path::new("no-such-folder")).unwrap();
    assert_eq!(catalog, Catalog::built_in());
}
