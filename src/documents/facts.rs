//! Facts of a document as people write them in one field: `薬＝書き写している；入浴＝ここで初めて書く`.

use super::document::{FactUse, FactWay, plain_name};
use super::field::{DraftFault, LedgerField, Why};
use super::offer::FactOffer;
use super::typed::fact_way;
use crate::office::printable;

/// Most letters of a fact in the office's own words.
pub const LONGEST_FACT: usize = 30;
/// What parts facts from each other, and a fact from its way.
const BETWEEN: [char; 3] = [';', '；', '、'];
const EQUALS: [char; 2] = ['=', '＝'];

/// Reads a fact: the id of one of the catalog where its id or name is written, else the office's own words.
pub fn fact_said(written: &str, offers: &[FactOffer]) -> Result<String, DraftFault> {
    let words = printable(written).trim().to_owned();
    let wanted = plain_name(&words);
    let named = |it: &&FactOffer| {
        let names = [&it.id, &it.name.ja, &it.name.en];
        names.iter().any(|name| plain_name(name) == wanted)
    };
    if let Some(offer) = offers.iter().find(named).filter(|_| !wanted.is_empty()) {
        return Ok(offer.id.clone());
    }
    let is_long = words.chars().count() > LONGEST_FACT;
    if words.is_empty() || is_long || words.contains(BETWEEN) || words.contains(EQUALS) {
        return Err(DraftFault::new(LedgerField::Facts, Why::NoWord(written.to_owned())));
    }
    Ok(words)
}

/// Reads the facts of a document. A fact without a way is one that is written again.
pub fn facts_said(written: &str, offers: &[FactOffer]) -> Result<Vec<FactUse>, DraftFault> {
    let refuse = |part: &str| DraftFault::new(LedgerField::Facts, Why::NoWord(part.trim().to_owned()));
    let mut facts: Vec<FactUse> = Vec::new();
    for part in written.split(BETWEEN).filter(|part| !part.trim().is_empty()) {
        let (fact, way) = match part.rsplit_once(EQUALS) {
            Some((fact, way)) => (fact, fact_way(way).ok_or_else(|| refuse(part))?),
            None => (part, FactWay::Again),
        };
        let fact = fact_said(fact, offers)?;
        if facts.iter().any(|it| it.fact == fact) {
            return Err(refuse(part));
        }
        facts.push(FactUse { fact, way });
    }
    Ok(facts)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::office::Bilingual;

    #[test]
    fn facts_are_read_by_name_and_id_and_in_own_words() {
        let offers = [FactOffer {
            id: "medicine".to_owned(),
            name: Bilingual {
                ja: "薬".to_owned(),
                en: "Medicine".to_owned(),
            },
        }];
        let said = |written| facts_said(written, &offers);
        let both = said("薬＝書き写している；庭の花=first").unwrap();
        let parts: Vec<(&str, FactWay)> = both.iter().map(|it| (it.fact.as_str(), it.way)).collect();
        assert_eq!(parts, [("medicine", FactWay::Again), ("庭の花", FactWay::First)]);
        assert_eq!(said("Medicine、庭の花=初めて").unwrap(), both);
        for wrong in ["薬=たぶん", "薬；medicine", "=again", "=="] {
            assert!(said(wrong).is_err(), "{wrong}");
        }
        assert_eq!(said(""), Ok(Vec::new()));
    }
}
