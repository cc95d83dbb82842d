//! Common kinds of document and the facts that stand in them: `documents.toml`.

use std::collections::BTreeSet;

use serde::Deserialize;
use toml::Spanned;

use super::error::{CatalogError, Why};
use super::file;
use super::lines::line_at;
use crate::documents::{DocumentOffer, FactOffer};

/// A file as it is written; an office's own may have only one of the two.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Offers {
    #[serde(default)]
    pub facts: Vec<FactOffer>,
    #[serde(default)]
    pub documents: Vec<DocumentOffer>,
}

/// Where the words stand that must be known elsewhere.
#[derive(Deserialize)]
struct Places {
    #[serde(default)]
    facts: Vec<IdPlace>,
    #[serde(default)]
    documents: Vec<DocumentPlaces>,
}

#[derive(Deserialize)]
struct IdPlace {
    id: Spanned<String>,
}

#[derive(Deserialize)]
struct DocumentPlaces {
    id: Spanned<String>,
    #[serde(default)]
    services: Vec<Spanned<String>>,
    #[serde(default)]
    facts: Vec<FactPlace>,
}

#[derive(Deserialize)]
struct FactPlace {
    fact: Spanned<String>,
}

/// Reads a file. `services` and `facts` are the codes and ids that are known already; those of the file itself are known too.
pub(super) fn read(name: &str, text: &str, services: &[&str], facts: &[&str]) -> Result<Offers, CatalogError> {
    let offers: Offers = file::read(name, text)?;
    let places: Places = file::read(name, text)?;
    let refuse = |at: &Spanned<String>, why| CatalogError {
        file: name.to_owned(),
        line: Some(line_at(text, at.span().start)),
        why,
    };
    let mut known: BTreeSet<&str> = BTreeSet::new();
    for place in &places.facts {
        if !known.insert(place.id.get_ref()) {
            return Err(refuse(&place.id, Why::Twice(place.id.get_ref().clone())));
        }
    }
    known.extend(facts);
    let mut ids: BTreeSet<&str> = BTreeSet::new();
    for document in &places.documents {
        let id = document.id.get_ref();
        if !ids.insert(id) {
            return Err(refuse(&document.id, Why::Twice(id.clone())));
        }
        let lost = document
            .services
            .iter()
            .find(|it| !services.contains(&it.get_ref().as_str()));
        if let Some(code) = lost {
            return Err(refuse(code, Why::NoSuchService(code.get_ref().clone())));
        }
        let mut used: BTreeSet<&str> = BTreeSet::new();
        for place in &document.facts {
            let fact = place.fact.get_ref();
            if !known.contains(fact.as_str()) {
                return Err(refuse(&place.fact, Why::NoSuchFact(fact.clone())));
            }
            if !used.insert(fact) {
                return Err(refuse(&place.fact, Why::Twice(fact.clone())));
            }
        }
    }
    Ok(offers)
}
