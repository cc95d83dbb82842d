//! The expression of a derived indicator (計算式): numbers, `+ - * /`, brackets and four kinds of figure; nothing else.

mod cycle;
mod fault;
mod read;
#[cfg(test)]
mod tests;

use std::fmt;

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::office::Decimal;
use crate::worktime::{CategoryCode, TaskCode};

pub use cycle::cycle;
pub use fault::{FormulaFault, FormulaFaultKind};

/// A figure that a formula is calculated from.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Atom {
    /// `task(11)`: a person's mean minutes of a task per sheet.
    Task(TaskCode),
    /// `category(A)`: a person's mean minutes of a category per sheet.
    Category(CategoryCode),
    /// `filled`: a person's mean filled minutes per sheet (記入された分数).
    Filled,
    /// `indicator(record-minutes)`: the value of another indicator.
    Indicator(String),
}

/// How an indicator is calculated from other figures (計算式), e.g. `task(11) / filled`.
///
/// Read with [`Formula::parse`]; written by `Display` as the same formula in one canonical spelling, which is also its text in files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Formula {
    root: Node,
}

/// A formula or a part of one.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Node {
    Number(Decimal),
    Atom(Atom),
    Negative(Box<Node>),
    Pair(Box<Node>, Sign, Box<Node>),
}

/// What is done with two values.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sign {
    Plus,
    Minus,
    Times,
    Over,
}

/// How strongly a node holds together: a sum least, a single value most.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Bond {
    Sum,
    Product,
    Single,
}

impl Formula {
    /// Reads a formula as people write it: full-width letters and signs, `×` and `÷` are the same.
    pub fn parse(written: &str) -> Result<Self, FormulaFault> {
        read::formula(written).map(|root| Self { root })
    }

    /// The figures that it needs, in the order of writing; one that stands there twice comes twice.
    pub fn atoms(&self) -> impl Iterator<Item = &Atom> {
        let mut found = Vec::new();
        self.root.gather(&mut found);
        found.into_iter()
    }

    /// Its value; `None` where a figure has no value, on a division by zero, and where the result is no finite number.
    pub fn value(&self, look_up: &mut impl FnMut(&Atom) -> Option<f64>) -> Option<f64> {
        // Adding zero turns a negative zero into the usual one.
        self.root.value(look_up).map(|value| value + 0.0)
    }
}

impl Node {
    fn gather<'a>(&'a self, found: &mut Vec<&'a Atom>) {
        match self {
            Self::Number(_) => {}
            Self::Atom(atom) => found.push(atom),
            Self::Negative(inner) => inner.gather(found),
            Self::Pair(left, _, right) => {
                left.gather(found);
                right.gather(found);
            }
        }
    }

    fn value(&self, look_up: &mut impl FnMut(&Atom) -> Option<f64>) -> Option<f64> {
        let value = match self {
            Self::Number(number) => number.as_f64(),
            Self::Atom(atom) => look_up(atom)?,
            Self::Negative(inner) => -inner.value(look_up)?,
            Self::Pair(left, sign, right) => {
                let (left, right) = (left.value(look_up)?, right.value(look_up)?);
                match sign {
                    Sign::Plus => left + right,
                    Sign::Minus => left - right,
                    Sign::Times => left * right,
                    Sign::Over => left / right,
                }
            }
        };
        value.is_finite().then_some(value)
    }

    fn bond(&self) -> Bond {
        match self {
            Self::Pair(_, sign, _) => sign.bond(),
            _ => Bond::Single,
        }
    }

    /// Writes the node, in brackets where it holds together less than what stands around it.
    fn write(&self, f: &mut fmt::Formatter<'_>, around: Bond) -> fmt::Result {
        if self.bond() < around {
            f.write_str("(")?;
            self.write(f, Bond::Sum)?;
            return f.write_str(")");
        }
        match self {
            Self::Number(number) => write!(f, "{number}"),
            Self::Atom(atom) => write!(f, "{atom}"),
            Self::Negative(inner) => {
                f.write_str("-")?;
                inner.write(f, Bond::Single)
            }
            Self::Pair(left, sign, right) => {
                left.write(f, sign.bond())?;
                write!(f, " {} ", sign.letter())?;
                // Read from the left: on the right the same signs need brackets.
                right.write(f, sign.bond().tighter())
            }
        }
    }
}

impl Sign {
    fn bond(self) -> Bond {
        match self {
            Self::Plus | Self::Minus => Bond::Sum,
            Self::Times | Self::Over => Bond::Product,
        }
    }

    fn letter(self) -> char {
        match self {
            Self::Plus => '+',
            Self::Minus => '-',
            Self::Times => '*',
            Self::Over => '/',
        }
    }
}

impl Bond {
    fn tighter(self) -> Self {
        match self {
            Self::Sum => Self::Product,
            Self::Product | Self::Single => Self::Single,
        }
    }
}

impl fmt::Display for Atom {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Task(code) => write!(f, "task({code})"),
            Self::Category(code) => write!(f, "category({code})"),
            Self::Filled => f.write_str("filled"),
            Self::Indicator(id) => write!(f, "indicator({id})"),
        }
    }
}

impl fmt::Display for Formula {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.root.write(f, Bond::Sum)
    }
}

impl Serialize for Formula {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Formula {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let written = String::deserialize(deserializer)?;
        Self::parse(&written).map_err(D::Error::custom)
    }
}
