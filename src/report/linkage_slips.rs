//! Counts slips that went as data, month by month.

use std::collections::{BTreeMap, BTreeSet};

use super::Holdings;
use super::finding::{SlipMonth, SlipsFinding};
use crate::documents::{OfficeNumber, SlipCount, SlipKind};
use crate::office::Month;
use crate::phrase::phrase;
use crate::text::Text;

/// Slips by month of the service.
pub(super) fn slips(holdings: &Holdings, text: &Text) -> SlipsFinding {
    let counts = &holdings.documents.slips;
    let known = holdings.founding.office.number.as_deref().and_then(OfficeNumber::parse);
    let inferred = if known.is_none() { the_one_in_all(counts) } else { None };
    let own_inferred = inferred.is_some();
    let own = known.or(inferred);
    let mut months: BTreeMap<Month, Vec<&SlipCount>> = BTreeMap::new();
    for count in counts {
        months.entry(count.key.month).or_default().push(count);
    }
    let months: Vec<SlipMonth> = months
        .into_iter()
        .map(|(month, counts)| of_month(month, &counts, own.as_ref()))
        .collect();
    let partners: BTreeSet<&OfficeNumber> = own
        .iter()
        .flat_map(|own| counts.iter().filter_map(|count| count.key.partner(own)))
        .collect();
    let sentence = match months.last() {
        None => text.get("linkage-slips-none"),
        Some(last) => text.say(
            &phrase("linkage-slips-said")
                .with("month", last.month.to_string())
                .with("slips", last.slips)
                .with("users", last.users)
                .with("months", months.len()),
        ),
    };
    let mut notes = Vec::new();
    if !counts.is_empty() {
        notes.push(text.get("linkage-slips-rule"));
        match &own {
            Some(own) if own_inferred => {
                notes.push(text.say(&phrase("linkage-slips-inferred").with("number", own.as_str())));
            }
            None => notes.push(text.get("linkage-slips-no-number")),
            Some(own) if counts.iter().any(|count| count.key.partner(own).is_none()) => {
                notes.push(text.say(&phrase("linkage-slips-others").with("number", own.as_str())));
            }
            Some(_) => {}
        }
    }
    SlipsFinding {
        sentence,
        notes,
        partners: partners.len(),
        own: own.map(|own| own.as_str().to_owned()),
        own_inferred,
        months,
    }
}

/// The one office that is in all files; `None` where that is not one alone.
fn the_one_in_all(counts: &[SlipCount]) -> Option<OfficeNumber> {
    let mut rest = counts.iter();
    let first = rest.next()?;
    let mut offices = BTreeSet::from([&first.key.from, &first.key.to]);
    for count in rest {
        offices.retain(|office| **office == count.key.from || **office == count.key.to);
    }
    match (offices.pop_first(), offices.pop_first()) {
        (Some(one), None) => Some(one.clone()),
        _ => None,
    }
}

fn of_month(month: Month, counts: &[&SlipCount], own: Option<&OfficeNumber>) -> SlipMonth {
    let sum = |is: &dyn Fn(&SlipCount) -> bool| -> usize {
        counts.iter().filter(|count| is(count)).map(|count| count.slips()).sum()
    };
    let users: BTreeSet<&String> = counts.iter().flat_map(|count| &count.users).collect();
    SlipMonth {
        month,
        slips: sum(&|_| true),
        planned: sum(&|count| count.key.kind == SlipKind::Planned),
        done: sum(&|count| count.key.kind == SlipKind::Done),
        sent: own.map(|own| sum(&|count| count.key.from == *own)),
        received: own.map(|own| sum(&|count| count.key.to == *own)),
        partners: own.map(|own| {
            let partners = counts.iter().filter_map(|count| count.key.partner(own));
            partners.collect::<BTreeSet<_>>().len()
        }),
        users: users.len(),
    }
}
