//! Entering how slips are sent (送り方の入力): one field at a time, as the command and the screen do it.

use std::fmt;

use super::linkage::{Linkage, LinkageSide, SendingWay, StepMinutes, WayUse};
use crate::office::{Decimal, DecimalFault, Month, fold, printable};
use crate::phrase::{Phrase, phrase};

/// Most pieces of a month.
const MOST_PIECES: u32 = 1_000_000;
/// Most minutes of a step: a day.
const MOST_MINUTES: u32 = 1_440;
/// Most yen of anything.
const MOST_YEN: u32 = 100_000_000;
/// Most letters of a step in the office's own words.
const LONGEST_STEP: usize = 40;

/// One of the two months that are compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Side {
    /// Before the linkage (連携前).
    Before,
    /// After it, or as planned (連携後).
    After,
}

impl Side {
    /// In order of time.
    pub const ALL: [Self; 2] = [Self::Before, Self::After];

    /// The word in commands and JSON.
    pub fn id(self) -> &'static str {
        match self {
            Self::Before => "before",
            Self::After => "after",
        }
    }

    /// The word for people.
    pub fn phrase(self) -> Phrase {
        match self {
            Self::Before => phrase("linkage-before"),
            Self::After => phrase("linkage-after"),
        }
    }
}

/// A field that can be entered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LinkageField {
    /// The month of a side; emptied, the side goes.
    Month(Side),
    /// Pieces of a way; emptied, the way goes.
    Pieces(Side, SendingWay),
    /// Yen for one piece besides work; emptied, 0.
    Yen(Side, SendingWay),
    /// Minutes of a step, by its id or the office's own words; emptied, the step goes.
    Minutes(Side, SendingWay, String),
    /// Yen for an hour of work; emptied, that of the ledger.
    Wage,
    /// Yen for a year's licence; emptied, the price of the catalog.
    Licence,
}

/// Why a field is not taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EntryFault {
    /// The side has no month yet.
    NoMonth(Side),
    /// It is no month.
    Month,
    /// It is no whole number within bounds.
    Count(u32),
    /// It is no figure of 0 or more within bounds and with up to three decimals.
    Figure(u32),
    /// A step without a name, or with one that is too long.
    Step,
}

impl EntryFault {
    /// In words, with what to try.
    pub fn phrase(&self) -> Phrase {
        match self {
            Self::NoMonth(side) => phrase("linkage-no-month").with("side", side.phrase()),
            Self::Month => phrase("linkage-bad-month"),
            Self::Count(most) => phrase("linkage-bad-count").with("most", *most),
            Self::Figure(most) => phrase("linkage-bad-figure").with("most", *most),
            Self::Step => phrase("linkage-bad-step").with("most", LONGEST_STEP),
        }
    }
}

impl Linkage {
    /// A side.
    pub fn side(&self, side: Side) -> Option<&LinkageSide> {
        match side {
            Side::Before => self.before.as_ref(),
            Side::After => self.after.as_ref(),
        }
    }

    /// A way of a side.
    pub fn way(&self, side: Side, way: SendingWay) -> Option<&WayUse> {
        self.side(side)?.ways.iter().find(|it| it.way == way)
    }

    /// What stands in a field; empty where nothing does.
    pub fn shown(&self, field: &LinkageField) -> String {
        let said = |value: Option<&dyn fmt::Display>| value.map(ToString::to_string).unwrap_or_default();
        match field {
            LinkageField::Month(side) => self.side(*side).map(|it| it.month.to_string()).unwrap_or_default(),
            LinkageField::Pieces(side, way) => said(self.way(*side, *way).map(|it| &it.pieces as &dyn fmt::Display)),
            LinkageField::Yen(side, way) => {
                said(self.way(*side, *way).map(|it| &it.yen_per_piece as &dyn fmt::Display))
            }
            LinkageField::Minutes(side, way, step) => {
                let way = self.way(*side, *way);
                let step = way.and_then(|way| way.steps.iter().find(|it| it.step == *step));
                said(step.map(|it| &it.minutes as &dyn fmt::Display))
            }
            LinkageField::Wage => said(self.wage.as_ref().map(|it| it as &dyn fmt::Display)),
            LinkageField::Licence => said(self.licence.as_ref().map(|it| it as &dyn fmt::Display)),
        }
    }

    /// The same with a field written; an empty text empties it.
    pub fn written(&self, field: &LinkageField, text: &str) -> Result<Self, EntryFault> {
        let mut next = self.clone();
        let is_empty = fold(text).trim().is_empty();
        match field {
            LinkageField::Month(side) => next.set_month(*side, text, is_empty)?,
            LinkageField::Pieces(side, way) if is_empty => {
                next.side_for(*side)?.ways.retain(|it| it.way != *way);
            }
            LinkageField::Pieces(side, way) => {
                let pieces = count(text, MOST_PIECES)?;
                next.way_for(*side, *way)?.pieces = pieces;
            }
            LinkageField::Yen(side, way) => {
                let yen = if is_empty {
                    Decimal::ZERO
                } else {
                    figure(text, MOST_YEN)?
                };
                next.way_for(*side, *way)?.yen_per_piece = yen;
            }
            LinkageField::Minutes(side, way, step) => {
                let step = step_name(step)?;
                let minutes = (!is_empty).then(|| figure(text, MOST_MINUTES)).transpose()?;
                let steps = &mut next.way_for(*side, *way)?.steps;
                match (minutes, steps.iter_mut().find(|it| it.step == step)) {
                    (Some(minutes), Some(known)) => known.minutes = minutes,
                    (Some(minutes), None) => steps.push(StepMinutes { step, minutes }),
                    (None, _) => steps.retain(|it| it.step != step),
                }
            }
            LinkageField::Wage => next.wage = (!is_empty).then(|| count(text, MOST_YEN)).transpose()?,
            LinkageField::Licence => next.licence = (!is_empty).then(|| count(text, MOST_YEN)).transpose()?,
        }
        Ok(next)
    }

    fn slot(&mut self, side: Side) -> &mut Option<LinkageSide> {
        match side {
            Side::Before => &mut self.before,
            Side::After => &mut self.after,
        }
    }

    fn set_month(&mut self, side: Side, text: &str, is_empty: bool) -> Result<(), EntryFault> {
        if is_empty {
            *self.slot(side) = None;
            return Ok(());
        }
        let month = Month::parse(text).ok_or(EntryFault::Month)?;
        match self.slot(side) {
            Some(known) => known.month = month,
            empty @ None => {
                *empty = Some(LinkageSide {
                    month,
                    ways: Vec::new(),
                });
            }
        }
        Ok(())
    }

    fn side_for(&mut self, side: Side) -> Result<&mut LinkageSide, EntryFault> {
        self.slot(side).as_mut().ok_or(EntryFault::NoMonth(side))
    }

    /// The way, made where it is not there; ways stand in the order in which they are offered.
    fn way_for(&mut self, side: Side, way: SendingWay) -> Result<&mut WayUse, EntryFault> {
        let ways = &mut self.side_for(side)?.ways;
        if !ways.iter().any(|it| it.way == way) {
            ways.push(WayUse {
                way,
                pieces: 0,
                steps: Vec::new(),
                yen_per_piece: Decimal::ZERO,
            });
            ways.sort_by_key(|it| it.way);
        }
        ways.iter_mut()
            .find(|it| it.way == way)
            .ok_or(EntryFault::NoMonth(side))
    }
}

fn step_name(written: &str) -> Result<String, EntryFault> {
    let name = printable(written.trim());
    let length = name.chars().count();
    (length > 0 && length <= LONGEST_STEP)
        .then_some(name)
        .ok_or(EntryFault::Step)
}

fn count(text: &str, most: u32) -> Result<u32, EntryFault> {
    let count = Decimal::parse(text).ok().and_then(Decimal::as_count);
    let count = count.and_then(|count| u32::try_from(count).ok());
    count.filter(|count| *count <= most).ok_or(EntryFault::Count(most))
}

fn figure(text: &str, most: u32) -> Result<Decimal, EntryFault> {
    let read: Result<Decimal, DecimalFault> = Decimal::parse(text);
    read.ok()
        .filter(|figure| (Decimal::ZERO..=Decimal::whole(most)).contains(figure))
        .ok_or(EntryFault::Figure(most))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entered(fields: &[(LinkageField, &str)]) -> Linkage {
        fields.iter().fold(Linkage::default(), |linkage, (field, text)| {
            linkage.written(field, text).unwrap()
        })
    }

    #[test]
    fn fields_are_entered_one_by_one_and_shown_again() {
        let fields = [
            (LinkageField::Month(Side::Before), "令和7年10月"),
            (LinkageField::Pieces(Side::Before, SendingWay::Post), "４０"),
            (LinkageField::Yen(Side::Before, SendingWay::Post), "110"),
            (
                LinkageField::Minutes(Side::Before, SendingWay::Post, "envelope".to_owned()),
                "2.5",
            ),
            (LinkageField::Pieces(Side::Before, SendingWay::Fax), "10"),
            (LinkageField::Wage, "1,500"),
        ];
        let linkage = entered(&fields);
        let shown: Vec<String> = fields.iter().map(|(field, _)| linkage.shown(field)).collect();
        assert_eq!(shown, ["2025-10", "40", "110", "2.5", "10", "1500"]);
        let ways: Vec<SendingWay> = linkage.before.unwrap().ways.iter().map(|it| it.way).collect();
        assert_eq!(ways, [SendingWay::Fax, SendingWay::Post]);
    }

    #[test]
    fn an_emptied_field_goes() {
        let post = SendingWay::Post;
        let step = || LinkageField::Minutes(Side::After, post, "封筒".to_owned());
        let linkage = entered(&[
            (LinkageField::Month(Side::After), "2025-11"),
            (LinkageField::Pieces(Side::After, post), "5"),
            (step(), "3"),
            (step(), ""),
        ]);
        assert_eq!(linkage.way(Side::After, post).unwrap().steps, []);
        let without = linkage.written(&LinkageField::Pieces(Side::After, post), " ").unwrap();
        assert_eq!(without.way(Side::After, post), None);
        let without = linkage.written(&LinkageField::Month(Side::After), "").unwrap();
        assert_eq!(without, Linkage::default());
    }

    #[test]
    fn what_is_no_figure_is_refused() {
        let linkage = entered(&[(LinkageField::Month(Side::Before), "2025-10")]);
        let pieces = LinkageField::Pieces(Side::Before, SendingWay::Fax);
        for wrong in ["1.5", "-1", "x", "1000001"] {
            assert_eq!(
                linkage.written(&pieces, wrong),
                Err(EntryFault::Count(MOST_PIECES)),
                "{wrong}"
            );
        }
        let minutes = LinkageField::Minutes(Side::Before, SendingWay::Fax, "fax".to_owned());
        for wrong in ["-0.1", "1441", "0.0001"] {
            assert_eq!(
                linkage.written(&minutes, wrong),
                Err(EntryFault::Figure(MOST_MINUTES)),
                "{wrong}"
            );
        }
        let month = LinkageField::Month(Side::Before);
        assert_eq!(linkage.written(&month, "2025-13"), Err(EntryFault::Month));
        let after = LinkageField::Pieces(Side::After, SendingWay::Fax);
        assert_eq!(linkage.written(&after, "1"), Err(EntryFault::NoMonth(Side::After)));
        let step = LinkageField::Minutes(Side::Before, SendingWay::Fax, " ".to_owned());
        assert_eq!(linkage.written(&step, "1"), Err(EntryFault::Step));
    }
}
