//! How uneven the work of people is, without telling anybody apart.

use std::collections::BTreeMap;

use crate::office::SMALLEST_GROUP;
use crate::worktime::meters::{is_work, kinds};
use crate::worktime::sheet::Sheet;
use crate::worktime::task_list::TaskList;

/// How the care work spreads between people (人のムラ). Nobody is ranked; there are no figures under three people.
#[derive(Debug, Clone, PartialEq)]
pub struct PeopleSpread {
    /// People with filled minutes.
    pub people: usize,
    /// Minutes of care work a shift; `None` under three people.
    pub minutes: Option<Quartiles>,
    /// Care work as share of the filled minutes, from 0 to 1; `None` under three people.
    pub shares: Option<Quartiles>,
}

/// Three values that part a group of people into quarters (四分位数).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Quartiles {
    /// A quarter of the people is below.
    pub low: f64,
    /// Half of them is below.
    pub median: f64,
    /// Three quarters are below.
    pub high: f64,
}

#[derive(Default)]
struct Person {
    work: u32,
    filled: u32,
    sheets: u32,
}

impl PeopleSpread {
    /// Adds the sheets up person by person.
    pub(super) fn of(sheets: &[&Sheet], tasks: &TaskList) -> Self {
        let kinds = kinds(tasks);
        let mut people: BTreeMap<&str, Person> = BTreeMap::new();
        for sheet in sheets.iter().filter(|sheet| !sheet.cells.is_empty()) {
            let person = people.entry(sheet.staff.as_str()).or_default();
            person.sheets += 1;
            for share in sheet.cells.iter().flat_map(|cell| &cell.shares) {
                person.filled += share.1.0;
                if kinds.get(&share.0).is_some_and(|kind| is_work(*kind)) {
                    person.work += share.1.0;
                }
            }
        }
        let enough = people.len() >= SMALLEST_GROUP;
        let spread = |value: fn(&Person) -> f64| {
            let values: Vec<f64> = people.values().map(value).collect();
            Quartiles::of(&values).filter(|_| enough)
        };
        Self {
            people: people.len(),
            minutes: spread(|person| f64::from(person.work) / f64::from(person.sheets.max(1))),
            shares: spread(|person| f64::from(person.work) / f64::from(person.filled.max(1))),
        }
    }
}

impl Quartiles {
    /// Parts values into quarters; between two values the place is shared out in proportion (type 7).
    pub fn of(values: &[f64]) -> Option<Self> {
        let mut sorted = values.to_vec();
        sorted.sort_by(f64::total_cmp);
        let at = |quarter: usize| {
            let steps = sorted.len().checked_sub(1)? * quarter;
            let (below, part) = (steps / 4, f64::from(u8::try_from(steps % 4).unwrap_or(0)) / 4.0);
            let low = *sorted.get(below)?;
            let high = sorted.get(below + 1).copied().unwrap_or(low);
            Some(low + (high - low) * part)
        };
        Some(Self {
            low: at(1)?,
            median: at(2)?,
            high: at(3)?,
        })
    }

    /// The upper quartile divided by the lower; `None` when the lower is nothing.
    pub fn ratio(self) -> Option<f64> {
        (self.low > 0.0).then(|| self.high / self.low)
    }
}
