//! What the data files say, and how wrong ones are refused.

use super::*;
use crate::effect::{Atom, Formula, Measured};
use crate::issues::STATEMENTS_PER_VIEWPOINT;
use crate::text::{Lang, Text};
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
    std::fs::create_dir_all(&mappings).unwrap();
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
fn the_services_of_the_report_are_there() {
    let catalog = Catalog::read_built_in().unwrap();
    let numbered = |it: &&Service| it.code.parse::<u8>().is_ok();
    let codes: Vec<&str> = catalog
        .services()
        .iter()
        .filter(numbered)
        .map(|it| it.code.as_str())
        .collect();
    assert_eq!(codes, (1..=16).map(|code| code.to_string()).collect::<Vec<_>>());
    assert_eq!(catalog.service("care-management").unwrap().name.en, "Care management");
    assert_eq!(catalog.service("9").unwrap().name.ja, "介護老人福祉施設");
}

#[test]
fn each_family_has_sixteen_indicators_or_more_said_in_both_languages() {
    let catalog = Catalog::read_built_in().unwrap();
    for family in Family::ALL {
        let of_family = || catalog.indicators().iter().filter(|it| it.family == family);
        assert!(of_family().count() >= 16, "{family:?}");
        for indicator in of_family() {
            for words in [&indicator.name, &indicator.unit, &indicator.how] {
                assert!(!words.ja.is_empty() && !words.en.is_empty(), "{}", indicator.id);
            }
            assert_eq!(indicator.source, "参考", "{}", indicator.id);
            assert_eq!(
                indicator.measured.is_share(),
                indicator.unit.ja == "%",
                "{}",
                indicator.id
            );
        }
    }
    let usual: Vec<&str> = catalog
        .indicators()
        .iter()
        .filter(|it| it.usual)
        .map(|it| it.id.as_str())
        .collect();
    assert_eq!(
        usual,
        ["record-minutes", "indirect-share", "slack-share", "direct-share"]
    );
}

#[test]
fn the_scales_have_the_bands_of_the_report_and_their_indicators_the_same_direction() {
    let catalog = Catalog::read_built_in().unwrap();
    let bands = |id: &str| -> Vec<(i32, i32)> {
        let scale = catalog.scale(id).unwrap();
        scale.bands.iter().map(|band| (band.from, band.to)).collect()
    };
    assert_eq!(bands("who5"), [(0, 6), (7, 13), (14, 19), (20, 25)]);
    assert_eq!(bands("life-function"), [(7, 14), (15, 21), (22, 28), (29, 35)]);
    assert_eq!(bands("srs18"), [(0, 7), (8, 19), (20, 31), (32, 54)]);
    assert_eq!(bands("motivation"), [(-3, -1), (0, 0), (1, 3)]);
    assert_eq!(catalog.scales().len(), 4);
    for scale in catalog.scales() {
        let uses = |it: &&Indicator| matches!(&it.measured, Measured::Scale { scale: id } if *id == scale.id);
        let used: Vec<&Indicator> = catalog.indicators().iter().filter(uses).collect();
        assert!(!used.is_empty(), "{}", scale.id);
        assert!(used.iter().all(|it| it.direction == scale.direction), "{}", scale.id);
    }
}

#[test]
fn the_tasks_that_indicators_count_are_in_the_official_list() {
    let catalog = Catalog::read_built_in().unwrap();
    let list = catalog.task_list("kasan-2024").unwrap();
    let mut counted = 0;
    for indicator in catalog.indicators() {
        let mut tasks = indicator.measured.tasks(list);
        if let Measured::Formula { formula, .. } = &indicator.measured {
            tasks.extend(Formula::parse(formula).unwrap().atoms().filter_map(|atom| match atom {
                Atom::Task(code) => Some(code.clone()),
                _ => None,
            }));
        }
        counted += tasks.len();
        assert!(tasks.iter().all(|code| list.task(code).is_some()), "{}", indicator.id);
    }
    assert!(counted > 10);
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
    for (name, text) in files {
        let path = folder.path().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
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
    assert_eq!(catalog.indicators().len(), Catalog::built_in().indicators().len());
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

/// An indicator as a data file has it, with its `per` and `measured`.
fn indicator(id: &str, per: &str, measured: &str) -> String {
    format!(
        r#"
[[indicators]]
id = "{id}"
name = {{ ja = "自前の指標", en = "Own" }}
unit = {{ ja = "分", en = "min" }}
direction = "down"
decimals = 1
per = "{per}"
measured = {measured}
how = {{ ja = "数えます。", en = "Counted." }}
source = "自前"
"#
    )
}

fn formula(text: &str) -> String {
    format!(r#"{{ as = "formula", formula = "{text}" }}"#)
}

fn scale(id: &str, of: &str, last: i32) -> String {
    format!(
        r#"
[[scales]]
id = "{id}"
name = {{ ja = "気分の点数", en = "Mood" }}
least = 0
most = 10
bands = [
  {{ from = 0, to = 4, name = {{ ja = "低い", en = "Low" }} }},
  {{ from = 5, to = {last}, name = {{ ja = "高い", en = "High" }} }},
]
direction = "up"
of = "{of}"
note = {{ ja = "", en = "" }}
source = "自前"
"#
    )
}

/// What a folder of these files is refused for: the place, and the words in Japanese.
fn refused(files: &[(&str, &str)]) -> (String, String) {
    let error = Catalog::with_folder(folder(files).path()).unwrap_err();
    (error.place(), Text::new(Lang::Ja).say(&error.phrase()))
}

#[test]
fn an_office_adds_indicators_of_its_own_scale_and_formula() {
    let scales = scale("mood", "resident", 10);
    let quality = indicator("mood", "resident", r#"{ as = "scale", scale = "mood" }"#)
        + &indicator(
            "talk-per-record",
            "staff-day",
            &formula("task(4) ÷ indicator(record-minutes)"),
        );
    let own = folder(&[("scales.toml", &scales), ("quality.toml", &quality)]);
    let catalog = Catalog::with_folder(own.path()).unwrap();
    assert_eq!(catalog.scale("mood").unwrap().band_of(5).unwrap().name.ja, "高い");
    let built_in = Catalog::built_in().indicators().len();
    assert_eq!(catalog.indicators().len(), built_in + 2);
    assert_eq!(catalog.indicator("talk-per-record").unwrap().family, Family::Quality);
}

#[test]
fn a_formula_is_refused_with_file_line_and_letter() {
    let first = indicator("fine", "staff-day", &formula("filled"));
    let broken = first + &indicator("broken", "staff-day", &formula("(task(11) + 1 / filled"));
    assert_eq!(
        refused(&[("efficiency.toml", &broken)]),
        (
            "efficiency.toml:20".to_owned(),
            "23文字目：「)」が足りません".to_owned()
        )
    );
}

#[test]
fn definitions_that_do_not_fit_what_there_is_are_refused_with_their_line() {
    let place = |measured: &str, per: &str| refused(&[("quality.toml", &indicator("x", per, measured))]);
    let (where_, what) = place(r#"{ as = "scale", scale = "who6" }"#, "resident");
    assert_eq!(
        (where_.as_str(), what.as_str()),
        ("quality.toml:9", "尺度 who6 がありません")
    );
    let (where_, what) = place(r#"{ as = "scale", scale = "who5" }"#, "staff");
    assert_eq!(where_, "quality.toml:8");
    assert_eq!(what, "この測り方では、per に「staff」は使えません");
    let (where_, what) = place(&formula("indicator(work-hours) / filled"), "staff-day");
    assert_eq!(where_, "quality.toml:9");
    assert!(what.contains("work-hours"), "{what}");
    let circle = indicator("a", "staff-day", &formula("indicator(b)"))
        + &indicator("b", "staff-day", &formula("indicator(a) + filled"));
    let (where_, what) = refused(&[("efficiency.toml", &circle)]);
    assert_eq!(where_, "efficiency.toml:9");
    assert!(what.contains("a → b → a"), "{what}");
    let (where_, what) = refused(&[("efficiency.toml", &indicator("Meal", "staff", r#"{ as = "entered" }"#))]);
    assert_eq!(
        (where_.as_str(), what.as_str()),
        ("efficiency.toml:3", "「Meal」は id に使えません")
    );
    let range = "{ as = \"entered\" }\nrange = { least = \"24\", most = \"0\" }";
    let (where_, what) = refused(&[("efficiency.toml", &indicator("x", "staff", range))]);
    assert_eq!(where_, "efficiency.toml:10");
    assert!(what.contains("24") && what.contains('0'), "{what}");
}

#[test]
fn a_scale_with_a_gap_or_of_other_people_than_before_is_refused() {
    let (where_, what) = refused(&[("scales.toml", &(scale("a", "staff", 10) + &scale("b", "staff", 9)))]);
    assert_eq!(where_, "scales.toml:21");
    assert_eq!(what, "最後の区分が 9 で終わり、最高点の 10 と合いません");
    let (where_, what) = refused(&[("scales.toml", &scale("who5", "staff", 10))]);
    assert_eq!(where_, "scales.toml:12");
    assert!(what.contains("who5"), "{what}");
}

/// What stands between three backquotes and the next ones, in the blocks of this language.
fn blocks<'a>(text: &'a str, language: &str) -> Vec<&'a str> {
    let begin = format!("```{language}\n");
    text.split(begin.as_str())
        .skip(1)
        .filter_map(|rest| rest.split("```").next())
        .collect()
}

const README: &str = include_str!("../../indicators/README.md");

#[test]
fn the_examples_of_the_readme_can_be_put_beside_a_book() {
    let examples = blocks(README, "toml");
    let of = |head: &str| -> String {
        let found: Vec<&str> = examples.iter().copied().filter(|it| it.starts_with(head)).collect();
        assert!(!found.is_empty(), "{head}");
        found.join("\n")
    };
    let own = folder(&[
        ("quality.toml", &of("[[indicators]]")),
        ("scales.toml", &of("[[scales]]")),
        ("programmes/own.toml", &of("id = \"own-city\"")),
    ]);
    let catalog = Catalog::with_folder(own.path()).unwrap();
    assert!(catalog.indicator("key-walks").unwrap().range.is_some());
    assert!(catalog.scale("own-mood").is_some());
    assert!(catalog.programme("own-city").is_some());
}

#[test]
fn the_faults_of_formulas_are_those_that_the_readme_tells() {
    let text = Text::new(Lang::Ja);
    let rows = README
        .lines()
        .filter(|line| line.starts_with("| `") && line.contains("文字目："));
    let mut told = 0;
    for row in rows {
        let mut cells = row.trim_matches('|').split(" | ");
        let formula = cells.next().unwrap().trim().trim_matches('`');
        let fault = Formula::parse(formula).unwrap_err();
        assert_eq!(text.say(&fault.phrase()), cells.next().unwrap().trim(), "{formula}");
        told += 1;
    }
    assert_eq!(told, 7);
}

#[test]
fn common_documents_are_offered_for_every_kind_of_service() {
    let catalog = Catalog::read_built_in().unwrap();
    assert!(catalog.facts().len() >= 25);
    assert!(catalog.document_offers().len() >= 35);
    for service in catalog.services() {
        let of_service = |it: &&DocumentOffer| !it.services.is_empty() && it.is_for(Some(&service.code));
        let count = catalog.document_offers().iter().filter(of_service).count();
        assert!(count >= 4, "{} has {count}", service.code);
    }
    for offer in catalog.document_offers() {
        assert!(!offer.name.ja.is_empty() && !offer.name.en.is_empty(), "{}", offer.id);
        assert_eq!(offer.source, "参考", "{}", offer.id);
        assert!(offer.name.ja.chars().count() <= crate::documents::LONGEST_NAME);
    }
    for fact in catalog.facts() {
        let uses = |it: &&DocumentOffer| it.facts.iter().any(|used| used.fact == fact.id);
        assert!(catalog.document_offers().iter().any(|it| uses(&it)), "{}", fact.id);
    }
}

#[test]
fn an_office_adds_documents_and_facts_of_its_own() {
    let own = folder(&[(
        "documents.toml",
        r#"
[[facts]]
id = "garden"
name = { ja = "庭", en = "Garden" }
[[documents]]
id = "garden-diary"
name = { ja = "庭の日誌", en = "Diary of the garden" }
group = "record"
services = ["9"]
facts = [{ fact = "garden", way = "first" }, { fact = "person", way = "again" }]
source = "自前"
[[documents]]
id = "contract"
name = { ja = "契約書", en = "Contract" }
group = "contract"
source = "自前"
"#,
    )]);
    let (built_in, catalog) = (Catalog::built_in(), Catalog::with_folder(own.path()).unwrap());
    assert_eq!(catalog.document_offers().len(), built_in.document_offers().len() + 1);
    assert_eq!(catalog.document_offer("contract").unwrap().name.ja, "契約書");
    assert_eq!(catalog.fact("garden").unwrap().name.ja, "庭");
    assert!(!catalog.document_offer("garden-diary").unwrap().is_for(Some("5")));
}

#[test]
fn a_wrong_document_is_refused_with_its_line() {
    let document = "[[documents]]\nid = \"a\"\nname = { ja = \"あ\", en = \"a\" }\ngroup = \"record\"\nsource = \"\"\n";
    let refused = |text: &str| {
        let own = folder(&[("documents.toml", text)]);
        let error = Catalog::with_folder(own.path()).unwrap_err();
        (error.place(), Text::new(Lang::Ja).say(&error.phrase()))
    };
    let service = refused(&format!("{document}services = [\"9\", \"99\"]\n"));
    assert_eq!(service.0, "documents.toml:6");
    assert!(service.1.contains("99"), "{service:?}");
    let fact = refused(&format!(
        "{document}facts = [\n  {{ fact = \"nowhere\", way = \"first\" }},\n]\n"
    ));
    assert_eq!(fact.0, "documents.toml:7");
    assert!(fact.1.contains("nowhere"), "{fact:?}");
    let twice = refused(&format!("{document}{document}"));
    assert_eq!(twice.0, "documents.toml:7");
    let group = refused(&document.replace("record", "letters"));
    assert_eq!(group.0, "documents.toml:4");
}
