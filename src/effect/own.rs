//! Indicators of the office's own (自分で作る指標), as a person describes them.

use super::formula::Formula;
use super::id::is_id;
use super::indicator::{Direction, Family, Indicator, Measured, Per, Range};
use super::indicator_fault::IndicatorFault;
use super::scale::Scale;
use crate::office::{Bilingual, Decimal, DecimalFault, fold, printable};
use crate::phrase::{Phrase, phrase};

/// Most letters of a name, so that it can be read in a table.
const LONGEST_NAME: usize = 40;
/// Most letters of a unit.
const LONGEST_UNIT: usize = 12;
/// Most letters of how it is measured.
const LONGEST_HOW: usize = 200;
/// What an id begins with that nobody has given.
const OWN: &str = "own-";
/// Decimals shown unless a person says otherwise.
const USUAL_DECIMALS: u8 = 1;

/// How the figures of an own indicator come about (測り方).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum OwnWay {
    /// Entered as they are.
    #[default]
    Entered,
    /// So many of so many.
    Part,
    /// Events per so many of a base.
    Rate,
    /// Computed.
    Formula,
    /// Computed, a share from 0 to 1.
    ShareFormula,
}

impl OwnWay {
    /// In the order in which they are offered.
    pub const ALL: [Self; 5] = [Self::Entered, Self::Part, Self::Rate, Self::Formula, Self::ShareFormula];

    /// The word in commands.
    pub fn id(self) -> &'static str {
        match self {
            Self::Entered => "entered",
            Self::Part => "part",
            Self::Rate => "rate",
            Self::Formula => "formula",
            Self::ShareFormula => "share-formula",
        }
    }

    /// Reads the word.
    pub fn parse(written: &str) -> Option<Self> {
        let written = fold(written).trim().to_lowercase();
        Self::ALL.into_iter().find(|way| way.id() == written)
    }

    /// The word for people.
    pub fn phrase(self) -> Phrase {
        match self {
            Self::Entered => phrase("own-way-entered"),
            Self::Part => phrase("own-way-part"),
            Self::Rate => phrase("own-way-rate"),
            Self::Formula => phrase("own-way-formula"),
            Self::ShareFormula => phrase("own-way-share-formula"),
        }
    }
}

/// What a person says of an indicator of the office's own, as it was typed; [`IndicatorDraft::indicator`] reads it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IndicatorDraft {
    /// Its id; empty for the next free one.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Efficiency or quality.
    pub family: Family,
    /// 分, 件 …; for shares it is always percent.
    pub unit: String,
    /// Which way is good.
    pub direction: Direction,
    /// What one value stands for.
    pub per: Per,
    /// How its figures come about.
    pub way: OwnWay,
    /// Of a part what it is of; of a rate per how many of what (`100 利用者延べ日数`); the formula.
    pub detail: String,
    /// Lowest and highest figure that can be right (`0〜60`); empty for any.
    pub range: String,
    /// Decimals shown; empty for one.
    pub decimals: String,
    /// How it is measured; may be empty.
    pub how: String,
}

/// A question of the description.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OwnField {
    /// Its id.
    Id,
    /// Its name.
    Name,
    /// Its unit.
    Unit,
    /// What one value stands for.
    Per,
    /// Of what, per what, or the formula.
    Detail,
    /// The range.
    Range,
    /// Decimals.
    Decimals,
    /// How it is measured.
    How,
}

/// What is wrong with the description.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OwnFault {
    /// There is an indicator of this id already.
    IdTaken(String),
    /// It has no name.
    NoName,
    /// There is an indicator of this name already.
    NameTaken(String),
    /// It has no unit.
    NoUnit,
    /// A text has more letters than there is room for.
    TooLong(OwnField, usize),
    /// It does not say what the second number counts.
    NoBase,
    /// It does not say per how many.
    NoRate(String),
    /// No lowest and highest figure.
    NoRange(String),
    /// No number of decimals.
    NoDecimals(String),
    /// What was put together cannot be used.
    Definition(IndicatorFault),
}

impl OwnFault {
    /// The question that it is about.
    pub fn field(&self) -> OwnField {
        match self {
            Self::IdTaken(_) => OwnField::Id,
            Self::NoName | Self::NameTaken(_) => OwnField::Name,
            Self::NoUnit => OwnField::Unit,
            Self::TooLong(field, _) => *field,
            Self::NoBase | Self::NoRate(_) => OwnField::Detail,
            Self::NoRange(_) => OwnField::Range,
            Self::NoDecimals(_) => OwnField::Decimals,
            Self::Definition(fault) => match fault.field() {
                "id" => OwnField::Id,
                "name" => OwnField::Name,
                "decimals" => OwnField::Decimals,
                "per" => OwnField::Per,
                "range" => OwnField::Range,
                _ => OwnField::Detail,
            },
        }
    }

    /// In words; what to try is the `.hint`.
    pub fn phrase(&self) -> Phrase {
        match self {
            Self::IdTaken(id) => phrase("own-id-taken").with("id", id.as_str()),
            Self::NoName => phrase("own-no-name"),
            Self::NameTaken(name) => phrase("own-name-taken").with("name", name.as_str()),
            Self::NoUnit => phrase("own-no-unit"),
            Self::TooLong(_, most) => phrase("own-too-long").with("most", *most),
            Self::NoBase => phrase("own-no-base"),
            Self::NoRate(written) => phrase("own-no-rate").with("written", written.as_str()),
            Self::NoRange(written) => phrase("own-no-range").with("written", written.as_str()),
            Self::NoDecimals(written) => phrase("own-no-decimals").with("written", written.as_str()),
            Self::Definition(IndicatorFault::Per { fitting, .. }) => {
                let mut names = fitting.iter().map(|per| per.phrase());
                let first = names.next().unwrap_or_else(|| phrase("chosen-bounds-none"));
                phrase("own-per").with("per", first).with("others", names.len())
            }
            Self::Definition(IndicatorFault::RangeUnused) => phrase("own-range-unused"),
            Self::Definition(fault) => fault.phrase(),
        }
    }
}

impl IndicatorDraft {
    /// The indicator that it describes; all that is wrong with it, in the order of the questions.
    pub fn indicator(&self, others: &[Indicator], scales: &[Scale]) -> Result<Indicator, Vec<OwnFault>> {
        let mut faults = Vec::new();
        let id = self.id(others).unwrap_or_else(|fault| {
            faults.push(fault);
            free_id(others)
        });
        let name = self.name(others).unwrap_or_else(|fault| {
            faults.push(fault);
            String::new()
        });
        let measured = self.measured();
        // Known before the formula can be read: a share has its unit.
        let is_share = matches!(self.way, OwnWay::Part | OwnWay::ShareFormula);
        let unit = if is_share {
            "%".to_owned()
        } else {
            worded(&self.unit, OwnField::Unit, LONGEST_UNIT)
                .and_then(|unit| {
                    if unit.is_empty() {
                        Err(OwnFault::NoUnit)
                    } else {
                        Ok(unit)
                    }
                })
                .unwrap_or_else(|fault| {
                    faults.push(fault);
                    String::new()
                })
        };
        let measured = measured.unwrap_or_else(|fault| {
            faults.push(fault);
            Measured::Entered
        });
        let range = self.range().unwrap_or_else(|fault| {
            faults.push(fault);
            None
        });
        let decimals = self.decimals().unwrap_or_else(|fault| {
            faults.push(fault);
            USUAL_DECIMALS
        });
        let how = worded(&self.how, OwnField::How, LONGEST_HOW).unwrap_or_else(|fault| {
            faults.push(fault);
            String::new()
        });
        if !faults.is_empty() {
            return Err(faults);
        }
        let indicator = Indicator {
            id,
            name: both(name),
            family: self.family,
            unit: both(unit),
            direction: self.direction,
            decimals,
            per: self.per,
            measured,
            range,
            usual: false,
            how: both(how),
            source: String::new(),
        };
        match indicator.validate(others, scales) {
            Ok(()) => Ok(indicator),
            Err(fault) => Err(vec![OwnFault::Definition(fault)]),
        }
    }

    fn id(&self, others: &[Indicator]) -> Result<String, OwnFault> {
        let id = fold(&self.id).trim().to_owned();
        if id.is_empty() {
            return Ok(free_id(others));
        }
        if !is_id(&id) {
            return Err(OwnFault::Definition(IndicatorFault::BadId(printable(&id))));
        }
        if others.iter().any(|other| other.id == id) {
            return Err(OwnFault::IdTaken(id));
        }
        Ok(id)
    }

    fn name(&self, others: &[Indicator]) -> Result<String, OwnFault> {
        let name = worded(&self.name, OwnField::Name, LONGEST_NAME)?;
        if name.is_empty() {
            return Err(OwnFault::NoName);
        }
        if others
            .iter()
            .any(|other| other.name.ja == name || other.name.en == name)
        {
            return Err(OwnFault::NameTaken(name));
        }
        Ok(name)
    }

    fn measured(&self) -> Result<Measured, OwnFault> {
        let detail = worded(&self.detail, OwnField::Detail, LONGEST_HOW)?;
        let formula = |share| {
            let read = Formula::parse(&detail).map_err(|fault| OwnFault::Definition(IndicatorFault::Formula(fault)));
            read.map(|_| Measured::Formula {
                formula: detail.clone(),
                share,
            })
        };
        match self.way {
            OwnWay::Entered => Ok(Measured::Entered),
            OwnWay::Part if detail.is_empty() => Err(OwnFault::NoBase),
            OwnWay::Part => Ok(Measured::Part { of: both(detail) }),
            OwnWay::Rate => rate(&detail).ok_or(OwnFault::NoRate(detail)),
            OwnWay::Formula => formula(false),
            OwnWay::ShareFormula => formula(true),
        }
    }

    fn range(&self) -> Result<Option<Range>, OwnFault> {
        let written = printable(&self.range).trim().to_owned();
        if written.is_empty() {
            return Ok(None);
        }
        let ends = written
            .split_once(['〜', '～', '~'])
            .or_else(|| written.split_once(".."));
        let read = |end: &str| -> Result<Decimal, DecimalFault> { Decimal::parse(end) };
        match ends.map(|(least, most)| (read(least), read(most))) {
            Some((Ok(least), Ok(most))) => Ok(Some(Range { least, most })),
            _ => Err(OwnFault::NoRange(written)),
        }
    }

    fn decimals(&self) -> Result<u8, OwnFault> {
        let written = fold(&self.decimals).trim().to_owned();
        if written.is_empty() {
            return Ok(USUAL_DECIMALS);
        }
        written
            .parse()
            .map_err(|_| OwnFault::NoDecimals(printable(&self.decimals)))
    }
}

/// Reads per how many of what: `100 利用者延べ日数`, `１００利用者延べ日数`.
fn rate(detail: &str) -> Option<Measured> {
    let folded = fold(detail);
    let digits: String = folded.chars().take_while(char::is_ascii_digit).collect();
    let of = folded.strip_prefix(digits.as_str())?.trim();
    let per: u32 = digits.parse().ok().filter(|per| *per > 0)?;
    (!of.is_empty()).then(|| Measured::Rate {
        per,
        of: both(of.to_owned()),
    })
}

/// One line that can be shown everywhere.
fn worded(text: &str, field: OwnField, most: usize) -> Result<String, OwnFault> {
    let text = printable(text).trim().to_owned();
    if text.chars().count() > most {
        return Err(OwnFault::TooLong(field, most));
    }
    Ok(text)
}

/// What an office writes is the same in both languages.
fn both(text: String) -> Bilingual {
    Bilingual {
        en: text.clone(),
        ja: text,
    }
}

fn free_id(others: &[Indicator]) -> String {
    let taken = |id: &String| others.iter().any(|other| other.id == *id);
    (1..=others.len() + 1)
        .map(|number| format!("{OWN}{number}"))
        .find(|id| !taken(id))
        .expect("of more numbers than indicators one is free")
}

#[cfg(test)]
mod tests;
