//! What can be measured: task lists, indicators, scales and kinds of service, read from data files.
//!
//! The files of `indicators/` are built in; a folder of the office's own may add to them or override them by id.

mod documents;
mod error;
mod file;
mod indicators;
mod lines;
mod linkage;
mod mapping;
#[cfg(test)]
mod tests;
mod written;

use std::path::Path;

use serde::Deserialize;

pub use error::{CatalogError, Why};
pub use mapping::ListMapping;
pub use written::task_list_file;

use crate::documents::{DocumentOffer, FactOffer, LinkageFigures};
use crate::effect::{Family, Indicator, Scale};
use crate::issues::Questionnaire;
use crate::office::Bilingual;
use crate::subsidy::Programme;
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
    scales: Vec<Scale>,
    questionnaires: Vec<Questionnaire>,
    services: Vec<Service>,
    facts: Vec<FactOffer>,
    documents: Vec<DocumentOffer>,
    programmes: Vec<Programme>,
    linkage: LinkageFigures,
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
const PROGRAMMES: &[(&str, &str)] = built_in![
    "programmes/national-r4.toml",
    "programmes/ibaraki-r5.toml",
    "programmes/yamaguchi-r6.toml",
    "programmes/national-r8.toml",
];
const EFFICIENCY: (&str, &str) = ("efficiency.toml", include_str!("../../indicators/efficiency.toml"));
const QUALITY: (&str, &str) = ("quality.toml", include_str!("../../indicators/quality.toml"));
const SCALES: (&str, &str) = ("scales.toml", include_str!("../../indicators/scales.toml"));
const DOCUMENTS: (&str, &str) = ("documents.toml", include_str!("../../indicators/documents.toml"));
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
        for (name, text) in PROGRAMMES {
            catalog.take_programme(file::programme(name, text)?);
        }
        let family_file = |(name, text): (&str, &str), family| (name.to_owned(), text.to_owned(), family);
        catalog.take_indicator_files(&indicators::Files {
            scales: Some((SCALES.0.to_owned(), SCALES.1.to_owned())),
            indicators: vec![
                family_file(EFFICIENCY, Family::Efficiency),
                family_file(QUALITY, Family::Quality),
            ],
            are_own: false,
        })?;
        catalog.take_services(file::services(SERVICES.0, SERVICES.1)?);
        catalog.take_documents(DOCUMENTS.0, DOCUMENTS.1)?;
        catalog.take_linkage(linkage::LINKAGE.0, linkage::LINKAGE.1)?;
        Ok(catalog)
    }

    /// The built-in catalog with the office's own folder on top; an absent folder adds nothing.
    ///
    /// The folder has the shape of `indicators/`: `tasks/*.toml`, `tasks/mappings/*.toml`, `surveys/*.toml`, `programmes/*.toml`, `efficiency.toml`, `quality.toml`,
    /// `scales.toml`, `services.toml`, `documents.toml`, `linkage.toml`, each optional. An entry with the id of a built-in one takes
    /// its place.
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
        for (name, text) in file::files_in(folder, "programmes")? {
            catalog.take_programme(file::programme(&name, &text)?);
        }
        let mut families = Vec::new();
        for (name, family) in [(EFFICIENCY.0, Family::Efficiency), (QUALITY.0, Family::Quality)] {
            if let Some((name, text)) = file::optional(&folder.join(name))? {
                families.push((name, text, family));
            }
        }
        catalog.take_indicator_files(&indicators::Files {
            scales: file::optional(&folder.join(SCALES.0))?,
            indicators: families,
            are_own: true,
        })?;
        if let Some((name, text)) = file::optional(&folder.join("services.toml"))? {
            catalog.take_services(file::services(&name, &text)?);
        }
        if let Some((name, text)) = file::optional(&folder.join(DOCUMENTS.0))? {
            catalog.take_documents(&name, &text)?;
        }
        if let Some((name, text)) = file::optional(&folder.join(linkage::LINKAGE.0))? {
            catalog.take_linkage(&name, &text)?;
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

    /// All scales.
    pub fn scales(&self) -> &[Scale] {
        &self.scales
    }

    /// The scale with this id.
    pub fn scale(&self, id: &str) -> Option<&Scale> {
        self.scales.iter().find(|scale| scale.id == id)
    }

    /// All questionnaires of the challenge sheet.
    pub fn questionnaires(&self) -> &[Questionnaire] {
        &self.questionnaires
    }

    /// The questionnaire with this id.
    pub fn questionnaire(&self, id: &str) -> Option<&Questionnaire> {
        self.questionnaires.iter().find(|it| it.id == id)
    }

    /// All subsidy schemes.
    pub fn programmes(&self) -> &[Programme] {
        &self.programmes
    }

    /// The subsidy scheme with this id.
    pub fn programme(&self, id: &str) -> Option<&Programme> {
        self.programmes.iter().find(|it| it.id == id)
    }

    /// The kind of service with this code.
    pub fn service(&self, code: &str) -> Option<&Service> {
        self.services.iter().find(|service| service.code == code)
    }

    /// All kinds of service.
    pub fn services(&self) -> &[Service] {
        &self.services
    }

    /// Facts that stand in documents.
    pub fn facts(&self) -> &[FactOffer] {
        &self.facts
    }

    /// The fact with this id.
    pub fn fact(&self, id: &str) -> Option<&FactOffer> {
        self.facts.iter().find(|fact| fact.id == id)
    }

    /// Common kinds of document, of all services.
    pub fn document_offers(&self) -> &[DocumentOffer] {
        &self.documents
    }

    /// The common kind of document with this id.
    pub fn document_offer(&self, id: &str) -> Option<&DocumentOffer> {
        self.documents.iter().find(|it| it.id == id)
    }

    fn take_task_list(&mut self, list: TaskList) {
        replace_or_push(&mut self.task_lists, list, |one, other| one.id == other.id);
    }

    fn take_questionnaire(&mut self, questionnaire: Questionnaire) {
        replace_or_push(&mut self.questionnaires, questionnaire, |one, other| one.id == other.id);
    }

    fn take_programme(&mut self, programme: Programme) {
        replace_or_push(&mut self.programmes, programme, |one, other| one.id == other.id);
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

    fn take_documents(&mut self, name: &str, text: &str) -> Result<(), CatalogError> {
        let services: Vec<&str> = self.services.iter().map(|it| it.code.as_str()).collect();
        let facts: Vec<&str> = self.facts.iter().map(|it| it.id.as_str()).collect();
        let offers = documents::read(name, text, &services, &facts)?;
        for fact in offers.facts {
            replace_or_push(&mut self.facts, fact, |one, other| one.id == other.id);
        }
        for offer in offers.documents {
            replace_or_push(&mut self.documents, offer, |one, other| one.id == other.id);
        }
        Ok(())
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
