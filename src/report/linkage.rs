//! Computes what sending slips as data saves, and counts those that went so.

use std::collections::{BTreeMap, BTreeSet};

use super::finding::{
    LicenceLine, LinkageFinding, LinkageLicence, LinkageMonth, LinkageSaving, LinkageStepLine, LinkageStepUse,
    LinkageWay, LinkageWayMonth, ReferenceLine,
};
use super::linkage_slips::slips;
use super::{Holdings, whole_text};
use crate::documents::{Linkage, LinkageFigures, LinkageSide, MONTHS, Saving, SendingWay, SideSum, WaySum, WayUse};
use crate::phrase::{Phrase, phrase};
use crate::text::Text;

/// Everything about sending slips between offices.
pub fn linkage(holdings: &Holdings, text: &Text) -> LinkageFinding {
    let figures = holdings.catalog.linkage();
    let documents = &holdings.documents;
    let linkage = documents.linkage.clone().unwrap_or_default();
    let ledger_wage = documents.ledger().costs.wage;
    let wage = linkage.wage.or(ledger_wage);
    let sum = |side: Option<&LinkageSide>| side.and_then(|side| SideSum::of(side, wage));
    let (before, after) = (sum(linkage.before.as_ref()), sum(linkage.after.as_ref()));
    let licence = licence(&linkage, figures, text);
    let saving = Saving::of(before.as_ref(), after.as_ref(), licence.yen);
    let found = Found {
        linkage: &linkage,
        before: before.as_ref(),
        after: after.as_ref(),
        saving,
        wage,
        licence: licence.yen,
    };
    LinkageFinding {
        schema: "yutori.linkage/1".to_owned(),
        sentence: found.sentence(text),
        notes: found.notes(text),
        before: before.as_ref().map(|side| month(side, figures, text)),
        after: after.as_ref().map(|side| month(side, figures, text)),
        ways: ways(&linkage, (before.as_ref(), after.as_ref()), figures, text),
        wage,
        wage_of_ledger: linkage.wage.is_none() && ledger_wage.is_some(),
        saving: found.saved(),
        rule: text.get("linkage-rule"),
        licences: figures
            .licences
            .iter()
            .map(|price| LicenceLine {
                from: price.from,
                yen: price.yen,
                note: text.lang().of(&price.note).to_owned(),
                source: price.source.clone(),
            })
            .collect(),
        references: figures
            .references
            .iter()
            .map(|reference| ReferenceLine {
                id: reference.id.clone(),
                yen: reference.yen,
                text: text.lang().of(&reference.text).to_owned(),
                source: reference.source.clone(),
            })
            .collect(),
        licence,
        slips: slips(holdings, text),
    }
}

/// What the office pays, else the price on the first day of the month after.
fn licence(linkage: &Linkage, figures: &LinkageFigures, text: &Text) -> LinkageLicence {
    if let Some(yen) = linkage.licence {
        return LinkageLicence {
            yen: Some(yen),
            own: true,
            note: None,
            source: None,
        };
    }
    let month = linkage.after.as_ref().map(|side| side.month);
    let price = month.and_then(|month| figures.licence_on(month.first_day()));
    LinkageLicence {
        yen: price.and_then(|price| price.yen),
        own: false,
        note: price.map(|price| text.lang().of(&price.note).to_owned()),
        source: price.map(|price| price.source.clone()),
    }
}

/// The name of a step of the catalog; the office's own words are their own name.
pub fn linkage_step(figures: &LinkageFigures, step: &str, text: &Text) -> String {
    let known = figures.steps.iter().find(|it| it.id == step);
    known.map_or_else(|| step.to_owned(), |it| text.lang().of(&it.name).to_owned())
}

fn month(side: &SideSum, figures: &LinkageFigures, text: &Text) -> LinkageMonth {
    let mut sums: BTreeMap<&str, u64> = BTreeMap::new();
    for step in side.ways.iter().flat_map(|way| &way.steps) {
        *sums.entry(&step.step).or_default() += step.minutes;
    }
    let place = |step: &str| figures.steps.iter().position(|it| it.id == step).unwrap_or(usize::MAX);
    let mut steps: Vec<LinkageStepLine> = sums
        .into_iter()
        .map(|(step, minutes)| LinkageStepLine {
            step: step.to_owned(),
            name: linkage_step(figures, step, text),
            minutes,
        })
        .collect();
    steps.sort_by_key(|line| place(&line.step));
    LinkageMonth {
        month: side.month,
        pieces: side.pieces,
        minutes: side.minutes,
        labour: side.labour,
        expenses: side.expenses,
        cost: side.cost(),
        steps,
    }
}

fn ways(
    linkage: &Linkage,
    (before, after): (Option<&SideSum>, Option<&SideSum>),
    figures: &LinkageFigures,
    text: &Text,
) -> Vec<LinkageWay> {
    let of = |way: SendingWay, sum: Option<&SideSum>, side: Option<&LinkageSide>| {
        let sum = sum?.ways.iter().find(|it| it.way == way)?;
        let used = side?.ways.iter().find(|it| it.way == way)?;
        Some(way_month(sum, used, figures, text))
    };
    SendingWay::ALL
        .into_iter()
        .map(|way| LinkageWay {
            way: way.id().to_owned(),
            name: text.say(&way.phrase()),
            before: of(way, before, linkage.before.as_ref()),
            after: of(way, after, linkage.after.as_ref()),
        })
        .filter(|line| line.before.is_some() || line.after.is_some())
        .collect()
}

fn way_month(sum: &WaySum, used: &WayUse, figures: &LinkageFigures, text: &Text) -> LinkageWayMonth {
    LinkageWayMonth {
        pieces: sum.pieces,
        minutes: sum.minutes,
        expenses: sum.expenses,
        yen_per_piece: used.yen_per_piece.to_string(),
        steps: sum
            .steps
            .iter()
            .zip(&used.steps)
            .map(|(sum, used)| LinkageStepUse {
                step: sum.step.clone(),
                name: linkage_step(figures, &sum.step, text),
                minutes_per_piece: used.minutes.to_string(),
                minutes: sum.minutes,
            })
            .collect(),
    }
}

/// What was computed, to be put into words.
struct Found<'a> {
    linkage: &'a Linkage,
    before: Option<&'a SideSum>,
    after: Option<&'a SideSum>,
    saving: Saving,
    wage: Option<u32>,
    licence: Option<u32>,
}

/// The phrase for less, more or the same, with the size of the difference.
fn change(saved: i64, keys: [&'static str; 3]) -> Phrase {
    let [less, more, same] = keys;
    let key = match saved {
        0 => same,
        saved if saved > 0 => less,
        _ => more,
    };
    phrase(key).with("amount", whole_text(saved.saturating_abs()))
}

impl Found<'_> {
    #[expect(clippy::cast_precision_loss, reason = "minutes of a month")]
    fn saved(&self) -> LinkageSaving {
        let left = || {
            let (before, after) = (self.before?.minutes, self.after?.minutes);
            (before > 0).then(|| after as f64 / before as f64)
        };
        LinkageSaving {
            minutes_a_month: self.saving.minutes_a_month,
            minutes_a_year: self.saving.minutes_a_year,
            minutes_left: left(),
            yen_a_month: self.saving.yen_a_month,
            yen_a_year: self.saving.yen_a_year,
            expenses_a_month: self.saving.expenses_a_month,
            expenses_a_year: self.saving.expenses_a_year,
        }
    }

    fn sentence(&self, text: &Text) -> String {
        let (Some(month), Some(year)) = (self.saving.minutes_a_month, self.saving.minutes_a_year) else {
            return match (self.before, self.after) {
                (None, None) => text.get("linkage-said-nothing"),
                (Some(side), None) => text.say(&Self::half(side, "linkage-said-only-before")),
                (_, Some(side)) => text.say(&Self::half(side, "linkage-said-only-after")),
            };
        };
        let minutes = change(
            month,
            [
                "linkage-said-minutes-less",
                "linkage-said-minutes-more",
                "linkage-said-minutes-same",
            ],
        );
        let mut said = vec![text.say(&minutes.with("year", whole_text(year.saturating_abs())))];
        if let Some(yen) = self.saving.yen_a_year {
            let keys = [
                "linkage-said-yen-less",
                "linkage-said-yen-more",
                "linkage-said-yen-same",
            ];
            said.push(text.say(&change(yen, keys)));
        }
        if let Some(yen) = self.saving.expenses_a_year {
            let keys = [
                "linkage-said-expenses-less",
                "linkage-said-expenses-more",
                "linkage-said-expenses-same",
            ];
            said.push(text.say(&change(yen, keys)));
        }
        said.join(&text.get("between-sentences"))
    }

    fn half(side: &SideSum, key: &'static str) -> Phrase {
        phrase(key)
            .with("month", side.month.to_string())
            .with("pieces", whole_text(clamped(side.pieces)))
            .with("minutes", whole_text(clamped(side.minutes)))
    }

    fn notes(&self, text: &Text) -> Vec<String> {
        let mut notes = Vec::new();
        let both = self.before.zip(self.after);
        if both.is_some() && self.wage.is_none() {
            notes.push(phrase("linkage-note-no-wage"));
        }
        if both.is_some() && self.licence.is_none() {
            notes.push(phrase("linkage-note-no-licence"));
        }
        if let Some((before, after)) = both.filter(|(before, after)| before.pieces != after.pieces) {
            let note = phrase("linkage-note-pieces")
                .with("before", whole_text(clamped(before.pieces)))
                .with("after", whole_text(clamped(after.pieces)));
            notes.push(note);
        }
        let idle = self.without_minutes();
        if !idle.is_empty() {
            let names: Vec<String> = idle.into_iter().map(|way| text.say(&way.phrase())).collect();
            notes.push(phrase("linkage-note-no-minutes").with("ways", names.join("・")));
        }
        if both.is_some() {
            notes.push(phrase("linkage-note-year").with("months", MONTHS));
        }
        notes.iter().map(|note| text.say(note)).collect()
    }

    /// Ways with pieces of which nobody has entered minutes: they count 0.
    fn without_minutes(&self) -> BTreeSet<SendingWay> {
        let sides = [&self.linkage.before, &self.linkage.after].into_iter().flatten();
        sides
            .flat_map(|side| &side.ways)
            .filter(|way| way.pieces > 0 && way.steps.is_empty())
            .map(|way| way.way)
            .collect()
    }
}

fn clamped(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}
