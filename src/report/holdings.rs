//! Everything that a book holds, read once for the findings.

use std::collections::BTreeMap;

use super::finding::SheetQuality;
use crate::book::{Book, BookError, Firsts, Founding};
use crate::catalog::Catalog;
use crate::documents::Documents;
use crate::effect::Effects;
use crate::issues::Issues;
use crate::worktime::{
    Acceptance, ListHistory, MeterSettings, Scenario, Sheet, SheetKey, Survey, TaskCode, Timing, Wave,
};

/// Everything that a book holds (台帳の中身), and what it is measured with. Findings are made from it.
#[derive(Debug, Clone, PartialEq)]
pub struct Holdings {
    /// Office, the task list that is used now, slot, night.
    pub founding: Founding,
    /// All task lists that were used.
    pub lists: ListHistory,
    /// Sheets by wave, staff, date and start, in the codes of the list that is used now.
    pub sheets: Vec<(Wave, Sheet)>,
    /// The sheets of older lists as they stand in the book; a change of such a sheet names it so.
    pub older: BTreeMap<SheetKey, Sheet>,
    /// Timetables of how shifts should be, in the codes of today.
    pub plans: Vec<(Wave, Sheet)>,
    /// The timetables of older lists as they stand in the book; a change of such a timetable names it so.
    pub older_plans: BTreeMap<SheetKey, Sheet>,
    /// Planned surveys.
    pub surveys: Vec<(Wave, Survey)>,
    /// Findings about sheets that were taken as they are.
    pub acceptances: Vec<Acceptance>,
    /// What was set for the meters; `None` when nobody has set them.
    pub meters: Option<MeterSettings>,
    /// Scenarios by name.
    pub scenarios: Vec<Scenario>,
    /// Timings by wave, date, staff and observer, in the codes that they were taken with.
    pub timings: Vec<Timing>,
    /// What words of other programs mean here.
    pub tags: BTreeMap<String, TaskCode>,
    /// Everything about challenges.
    pub issues: Issues,
    /// Everything about effects.
    pub effects: Effects,
    /// Everything about documents.
    pub documents: Documents,
    /// When figures and margins came into the book.
    pub firsts: Firsts,
    /// Task lists and indicators at hand.
    pub catalog: Catalog,
}

impl Holdings {
    /// A book in which nothing has been recorded yet.
    pub fn empty(founding: Founding, catalog: Catalog) -> Self {
        Self {
            lists: ListHistory {
                first: founding.task_list.clone(),
                steps: Vec::new(),
            },
            founding,
            sheets: Vec::new(),
            older: BTreeMap::new(),
            plans: Vec::new(),
            older_plans: BTreeMap::new(),
            surveys: Vec::new(),
            acceptances: Vec::new(),
            meters: None,
            scenarios: Vec::new(),
            timings: Vec::new(),
            tags: BTreeMap::new(),
            issues: Issues::default(),
            effects: Effects::default(),
            documents: Documents::default(),
            firsts: Firsts::default(),
            catalog,
        }
    }

    /// Reads a book.
    pub fn of(book: &Book, catalog: Catalog) -> Result<Self, BookError> {
        let lists = book.lists().clone();
        let today = |sheets: Vec<(Wave, Sheet)>| {
            if lists.steps.is_empty() {
                return sheets;
            }
            let today = |(wave, sheet): (Wave, Sheet)| (wave, lists.in_todays_codes(&sheet));
            sheets.into_iter().map(today).collect()
        };
        let older = |sheets: &[(Wave, Sheet)]| {
            let older = sheets.iter().filter(|(_, sheet)| sheet.list != lists.number());
            older.map(|(wave, sheet)| (sheet.key(*wave), sheet.clone())).collect()
        };
        let (sheets, plans) = (book.sheets()?, book.plans()?);
        Ok(Self {
            founding: book.founding().clone(),
            older: older(&sheets),
            older_plans: older(&plans),
            sheets: today(sheets),
            plans: today(plans),
            surveys: book.surveys()?,
            acceptances: book.acceptances()?,
            meters: book.meter_settings()?,
            scenarios: book.scenarios()?,
            timings: book.timings()?,
            tags: book.tags()?,
            issues: book.issues()?,
            effects: book.effects()?,
            documents: book.documents()?,
            firsts: book.firsts()?,
            lists,
            catalog,
        })
    }

    /// The sheet of a shift in the codes of today.
    pub fn sheet(&self, key: &SheetKey) -> Option<&Sheet> {
        self.sheets
            .iter()
            .find(|(wave, sheet)| sheet.key(*wave) == *key)
            .map(|(_, sheet)| sheet)
    }

    /// The sheet of a shift exactly as the book has it, as a change of it must name it.
    pub fn as_in_book(&self, key: &SheetKey) -> Option<&Sheet> {
        self.older.get(key).or_else(|| self.sheet(key))
    }

    /// What was said about a code of findings of a sheet, whether it still holds or not.
    pub fn acceptance(&self, sheet: &SheetKey, code: &str) -> Option<&Acceptance> {
        let said = |acceptance: &&Acceptance| acceptance.code == code && acceptance.sheet == *sheet;
        self.acceptances.iter().find(said)
    }

    /// The sheet that a line about quality is of.
    pub fn sheet_of(&self, line: &SheetQuality) -> Option<SheetKey> {
        let same = |key: &SheetKey| {
            key.date == line.date
                && key.starts_at == line.starts_at
                && key.staff.as_str() == line.staff
                && key.wave.id() == line.wave
        };
        self.sheets.iter().map(|(wave, sheet)| sheet.key(*wave)).find(same)
    }

    /// The timetable of a shift in the codes of today.
    pub fn plan(&self, key: &SheetKey) -> Option<&Sheet> {
        self.plans
            .iter()
            .find(|(wave, sheet)| sheet.key(*wave) == *key)
            .map(|(_, sheet)| sheet)
    }

    /// The timetable of a shift exactly as the book has it, as a change of it must name it.
    pub fn plan_as_in_book(&self, key: &SheetKey) -> Option<&Sheet> {
        self.older_plans.get(key).or_else(|| self.plan(key))
    }
}
