//! Reading the data files, with file and line of what is wrong.

use std::fs;
use std::io;
use std::path::Path;

use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::Service;
use super::error::{CatalogError, Why};
use super::lines::{line_at, line_of};
use super::mapping::ListMapping;
use crate::documents::LinkageFigures;
use crate::effect::{Family, Indicator, Scale};
use crate::issues::Questionnaire;
use crate::subsidy::Programme;
use crate::worktime::TaskList;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Indicators {
    indicators: Vec<Indicator>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Scales {
    scales: Vec<Scale>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Services {
    services: Vec<Service>,
}

pub(super) fn read<T: DeserializeOwned>(file: &str, text: &str) -> Result<T, CatalogError> {
    toml::from_str(text).map_err(|error| {
        let line = error.span().map(|span| line_at(text, span.start));
        CatalogError {
            file: file.to_owned(),
            line,
            why: Why::Malformed(error.message().to_owned()),
        }
    })
}

pub(super) fn task_list(file: &str, text: &str) -> Result<TaskList, CatalogError> {
    let list: TaskList = read(file, text)?;
    match list.validate() {
        Ok(()) => Ok(list),
        Err(error) => Err(CatalogError {
            file: file.to_owned(),
            line: None,
            why: Why::List(error),
        }),
    }
}

pub(super) fn questionnaire(file: &str, text: &str) -> Result<Questionnaire, CatalogError> {
    let questionnaire: Questionnaire = read(file, text)?;
    match questionnaire.validate() {
        Ok(()) => Ok(questionnaire),
        Err(fault) => Err(CatalogError {
            file: file.to_owned(),
            line: None,
            why: Why::Questionnaire(fault),
        }),
    }
}

pub(super) fn programme(file: &str, text: &str) -> Result<Programme, CatalogError> {
    let programme: Programme = read(file, text)?;
    match programme.validate() {
        Ok(()) => Ok(programme),
        Err(fault) => Err(CatalogError {
            file: file.to_owned(),
            line: None,
            why: Why::Programme(fault),
        }),
    }
}

pub(super) fn mapping(file: &str, text: &str) -> Result<ListMapping, CatalogError> {
    read(file, text)
}

pub(super) fn indicators(file: &str, text: &str, family: Family) -> Result<Vec<Indicator>, CatalogError> {
    let mut indicators = read::<Indicators>(file, text)?.indicators;
    refuse_twice(file, indicators.iter().map(|indicator| indicator.id.as_str()))?;
    for indicator in &mut indicators {
        indicator.family = family;
    }
    Ok(indicators)
}

pub(super) fn scales(file: &str, text: &str) -> Result<Vec<Scale>, CatalogError> {
    let scales = read::<Scales>(file, text)?.scales;
    refuse_twice(file, scales.iter().map(|scale| scale.id.as_str()))?;
    for scale in &scales {
        if let Err(fault) = scale.validate() {
            return Err(CatalogError {
                file: file.to_owned(),
                line: line_of(text, &scale.id, fault.field()),
                why: Why::Scale(fault),
            });
        }
    }
    Ok(scales)
}

pub(super) fn services(file: &str, text: &str) -> Result<Vec<Service>, CatalogError> {
    let services = read::<Services>(file, text)?.services;
    refuse_twice(file, services.iter().map(|service| service.code.as_str()))?;
    Ok(services)
}

pub(super) fn linkage(file: &str, text: &str) -> Result<LinkageFigures, CatalogError> {
    let figures: LinkageFigures = read(file, text)?;
    refuse_twice(file, figures.steps.iter().map(|step| step.id.as_str()))?;
    refuse_twice(file, figures.references.iter().map(|it| it.id.as_str()))?;
    let days: Vec<String> = figures.licences.iter().map(|price| price.from.to_string()).collect();
    refuse_twice(file, days.iter().map(String::as_str))?;
    Ok(figures)
}

fn refuse_twice<'a>(file: &str, ids: impl Iterator<Item = &'a str>) -> Result<(), CatalogError> {
    let mut seen = std::collections::BTreeSet::new();
    for id in ids {
        if !seen.insert(id) {
            return Err(CatalogError {
                file: file.to_owned(),
                line: None,
                why: Why::Twice(id.to_owned()),
            });
        }
    }
    Ok(())
}

/// Name (seen from the catalog's folder) and text of a file; `None` when it is absent.
pub(super) fn optional(path: &Path) -> Result<Option<(String, String)>, CatalogError> {
    let name = path
        .file_name()
        .map_or_else(String::new, |name| name.to_string_lossy().into_owned());
    match fs::read_to_string(path) {
        Ok(text) => Ok(Some((name, text))),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(CatalogError {
            file: name,
            line: None,
            why: Why::Unreadable(error),
        }),
    }
}

/// Names and texts of the office's own data files in a folder of the catalog, in order of name.
pub(super) fn files_in(folder: &Path, below: &str) -> Result<Vec<(String, String)>, CatalogError> {
    let unreadable = |error| CatalogError {
        file: below.to_owned(),
        line: None,
        why: Why::Unreadable(error),
    };
    let entries = match fs::read_dir(folder.join(below)) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(unreadable(error)),
    };
    let mut paths = Vec::new();
    for entry in entries {
        let path = entry.map_err(unreadable)?.path();
        if path.extension().is_some_and(|ending| ending == "toml") {
            paths.push(path);
        }
    }
    paths.sort();
    let mut files = Vec::new();
    for path in paths {
        if let Some((name, text)) = optional(&path)? {
            files.push((format!("{below}/{name}"), text));
        }
    }
    Ok(files)
}
