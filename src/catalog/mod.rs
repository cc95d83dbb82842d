//! What can be measured: task lists, indicators and kinds of service, read from data files.
//!
//! The files of `indicators/` are built in; a folder of the office's own may add to them or override them by id.

mod error;
mod file;
mod mapping;
mod written;

use std::path::Path;

use serde::Deserialize;

pub use error::{CatalogError, Why};
pub use mapping::ListMapping;
pub use written::task_list_file;

use crate::effect::{Family, Indicator};
use crate::issues::Questionnaire;
use crate::office::Bilingual;
use crate::worktime::{Mapping, TaskList};

/// A kind of service as 別紙1 numbers them (サービス種別).
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Service {
    /// Code, `1` to `16`.
    pub code: String,
    /// Name.
    pub name: Bilingual,
}

/// Everything that can be measured with.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Catalog {
    task_lists: Vec<TaskList>,
    mappings: Vec<ListMapping>,
    indicators: Vec<Indicator>,
    questionnaires: Vec<Questionnaire>,
    services: Vec<Service>,
}

/// A data file of `indicators/` with its name there.
macro_rules! built_in {
    ($($file:literal),* $(,)?) => {
        &[$(($file, include_str!(concat!("../../indicators/", $file)))),*]
    };
}
const TASK_LISTS: &[(&str, &str)] = built_in![
    "tasks/kasan-2024.toml",
    "tasks/kasan-2022.toml",
    "tasks/night.toml",
    "tasks/home-visit.toml",
    "tasks/day-service.toml",
    "tasks/care-management.toml",
];
const MAPPINGS: &[(&str, &str)] = built_in!["tasks/mappings/kasan-2022-to-kasan-2024.toml"];
const QUESTIONNAIRES: &[(&str, &str)] = built_in![
    "surveys/challenge-facility.toml",
    "surveys/challenge-home.toml",
    "surveys/challenge-medical.toml",
];
const EFFICIENCY: (&str, &str) = ("efficiency.toml", include_str!("../../indicators/efficiency.toml"));
const QUALITY: (&str, &str) = ("quality.toml", include_str!("../../indicators/quality.toml"));
const SERVICES: (&str, &str) = ("services.toml", include_str!("../../indicators/services.toml"));

impl Catalog {
    /// The catalog that is built into the program.
    pub fn built_in() -> Self {
        Self::read_built_in().expect("the built-in data files are read by a test")
    }

    fn read_built_in() -> Result<Self, CatalogError> {
        let mut catalog = Self::default();
        for (name, text) in TASK_LISTS {
            catalog.take_task_list(file::task_list(name, text)?);
        }
        for (name, text) in MAPPINGS {
            catalog.take_mapping(name, file::mapping(name, text)?)?;
        }
        for (name, text) in QUESTIONNAIRES {
            catalog.take_questionnaire(file::questionnaire(name, text)?);
        }
        for ((name, text), family) in [(EFFICIENCY, Family::Efficiency), (QUALITY, Family::Quality)] {
            catalog.take_indicators(file::indicators(name, text, family)?);
        }
        catalog.take_services(file::services(SERVICES.0, SERVICES.1)?);
        Ok(catalog)
    }

    /// The built-in catalog with the office's own folder on top; an absent folder adds nothing.
    ///
    /// The folder has the shape of `indicators/`: `tasks/*.toml`, `tasks/mappings/*.toml`, `surveys/*.toml`, `efficiency.toml`, `quality.toml`,
    /// `services.toml`, each optional. An entry with the id of a built-in one takes its place.
    pub fn with_folder(folder: &Path) -> Result<Self, CatalogError> {
        let mut catalog = Self::built_in();
        for (name, text) in file::files_in(folder, "tasks")? {
            catalog.take_task_list(file::task_list(&name, &text)?);
        }
        for (name, text) in file::files_in(folder, "tasks/mappings")? {
            catalog.take_mapping(&name, file::mapping(&name, &text)?)?;
        }
        for (name, text) in file::files_in(folder, "surveys")? {
            catalog.take_questionnaire(file::questionnaire(&name, &text)?);
        }
        for (name, family) in [
            ("efficiency.toml", Family::Efficiency),
            ("quality.toml", Family::Quality),
        ] {
            if let Some((name, text)) = file::optional(&folder.join(name))? {
                let mut indicators = file::indicators(&name, &text, family)?;
                // What an office brings itself it wants to see, also before it has chosen.
                indicators
                    .iter_mut()
                    .for_each(|it| it.usual |= it.measured.is_of_sheets());
                catalog.take_indicators(indicators);
            }
        }
        if let Some((name, text)) = file::optional(&folder.join("services.toml"))? {
            catalog.take_services(file::services(&name, &text)?);
        }
        Ok(catalog)
    }

    /// The task list with this id.
    pub fn task_list(&self, id: &str) -> Option<&TaskList> {
        self.task_lists.iter().find(|list| list.id == id)
    }

    /// All task lists.
    pub fn task_lists(&self) -> &[TaskList] {
        &self.task_lists
    }

    /// What becomes of the tasks of one list in another, where a data file tells it.
    pub fn mapping(&self, from: &str, to: &str) -> Option<Mapping> {
        let mapping = self.mappings.iter().find(|it| it.from == from && it.to == to);
        mapping.map(ListMapping::mapping)
    }

    /// All mappings between task lists.
    pub fn mappings(&self) -> &[ListMapping] {
        &self.mappings
    }

    /// All indicators, efficiency first.
    pub fn indicators(&self) -> &[Indicator] {
        &self.indicators
    }

    /// The indicator with this id.
    pub fn indicator(&self, id: &str) -> Option<&Indicator> {
        self.indicators.iter().find(|indicator| indicator.id == id)
    }

    /// All questionnaires of the challenge sheet.
    pub fn questionnaires(&self) -> &[Questionnaire] {
        &self.questionnaires
    }

    /// The questionnaire with this id.
    pub fn questionnaire(&self, id: &str) -> Option<&Questionnaire> {
        self.questionnaires.iter().find(|it| it.id == id)
    }

    /// The kind of service with this code.
    pub fn service(&self, code: &str) -> Option<&Service> {
        self.services.iter().find(|service| service.code == code)
    }

    /// All kinds of service.
    pub fn services(&self) -> &[Service] {
        &self.services
    }

    fn take_task_list(&mut self, list: TaskList) {
        replace_or_push(&mut self.task_lists, list, |one, other| one.id == other.id);
    }

    fn take_questionnaire(&mut self, questionnaire: Questionnaire) {
        replace_or_push(&mut self.questionnaires, questionnaire, |one, other| one.id == other.id);
    }

    /// A mapping names lists and tasks that are there.
    fn take_mapping(&mut self, file: &str, mapping: ListMapping) -> Result<(), CatalogError> {
        let refuse = |why| {
            Err(CatalogError {
                file: file.to_owned(),
                line: None,
                why,
            })
        };
        for (id, codes) in [
            (&mapping.from, mapping.tasks.keys().collect::<Vec<_>>()),
            (&mapping.to, mapping.tasks.values().collect()),
        ] {
            let Some(list) = self.task_list(id) else {
                return refuse(Why::NoSuchList(id.clone()));
            };
            if let Some(code) = codes.into_iter().find(|code| list.task(code).is_none()) {
                let (list, task) = (id.clone(), code.to_string());
                return refuse(Why::NoSuchTask { list, task });
            }
        }
        replace_or_push(&mut self.mappings, mapping, |one, other| {
            one.from == other.from && one.to == other.to
        });
        Ok(())
    }

    fn take_indicators(&mut self, indicators: Vec<Indicator>) {
        for indicator in indicators {
            replace_or_push(&mut self.indicators, indicator, |one, other| one.id == other.id);
        }
        self.indicators.sort_by_key(|indicator| indicator.family);
    }

    fn take_services(&mut self, services: Vec<Service>) {
        for service in services {
            replace_or_push(&mut self.services, service, |one, other| one.code == other.code);
        }
    }
}

fn replace_or_push<T>(items: &mut Vec<T>, item: T, same: impl Fn(&T, &T) -> bool) {
    match items.iter_mut().find(|known| same(known, &item)) {
        Some(known) => *known = item,
        None => items.push(item),
    }
}

#[cfg(test)]
mod tests {
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
        let list =
            include_str!("../../indicators/tasks/kasan-2024.toml").replace("category = \"D\"", "category = \"Z\"");
        let own = folder(&[("tasks/z.toml", &list)]);
        let error = Catalog::with_folder(own.path()).unwrap_err();
        assert!(matches!(error.why, Why::List(_)), "{error:?}");
    }

    #[test]
    fn an_absent_folder_adds_nothing() {
        let catalog = Catalog::with_folder(Path::new("no-such-folder")).unwrap();
        assert_eq!(catalog, Catalog::built_in());
    }
}
