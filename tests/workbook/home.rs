//! A fictional home for the workbook: 12 people, five days, two waves, all four shifts.

use chrono::NaiveDate;
use yutori::book::{Founding, Integrity};
use yutori::catalog::Catalog;
use yutori::clock::Moment;
use yutori::office::{Minutes, Office, Role, Span, StaffCode, Unit};
use yutori::report::finding::{
    CheckFinding, Comparisons, DocumentsFinding, EffectFinding, IssuesFinding, LinkageFinding, Summary,
};
use yutori::report::workbook::{Contents, Entry, write};
use yutori::report::{Holdings, Pictures, all_comparisons, documents, effect, issues, linkage, pictures, summary};
use yutori::text::Text;
use yutori::worktime::{Cell, ListNumber, Manner, NightHours, Share, Sheet, TaskCode, Wave};

const SPANS: [(u16, u16); 4] = [(420, 960), (510, 1050), (630, 1170), (990, 2010)];
/// Tasks and how often they come, of 100.
const USUAL: [(&str, u32); 16] = [
    ("1", 12),
    ("2", 14),
    ("3", 8),
    ("4", 5),
    ("5", 4),
    ("6", 2),
    ("7", 12),
    ("8", 3),
    ("10", 6),
    ("11", 15),
    ("12", 3),
    ("16", 5),
    ("18", 4),
    ("19", 3),
    ("21", 2),
    ("23", 2),
];

/// The day on which the workbook is made.
const TODAY: NaiveDate = NaiveDate::from_ymd_opt(2026, 2, 20).unwrap();

/// The findings of the home, made by the program itself.
#[derive(Clone)]
pub struct Home {
    pub founding: Founding,
    pub summary: Summary,
    pub pictures: Pictures,
    pub issues: IssuesFinding,
    pub documents: DocumentsFinding,
    pub effect: EffectFinding,
    pub linkage: LinkageFinding,
    pub comparisons: Vec<Comparisons>,
    pub check: CheckFinding,
    pub entries: Vec<Entry>,
}

impl Home {
    /// The home with these waves.
    pub fn with(waves: &[Wave], text: &Text) -> Self {
        let catalog = Catalog::built_in();
        let founding = Founding {
            office: Office {
                name: "特別養護老人ホーム 見本苑".to_owned(),
                number: Some("0170000001".to_owned()),
                service: None,
            },
            task_list: catalog.task_list("kasan-2024").unwrap().clone(),
            slot_minutes: 10,
            night: NightHours::default(),
        };
        let sheets: Vec<(Wave, Sheet)> = waves.iter().flat_map(|wave| sheets_of(*wave)).collect();
        let summary = summary(&founding, &sheets, text).unwrap();
        let pictures = pictures(&holdings(&founding, &sheets), &summary, text);
        let issues = issues(&holdings(&founding, &sheets), TODAY, text);
        let comparisons = all_comparisons(&holdings(&founding, &sheets), text).unwrap();
        let linkage = linkage(&holdings(&founding, &sheets), text);
        let effect = effect(&holdings(&founding, &sheets), comparisons.clone(), TODAY, text).unwrap();
        let documents = documents(&holdings(&founding, &sheets), &comparisons, text).unwrap();
        Self {
            check: check(&founding, &sheets, text),
            entries: entries(&founding, &sheets, text),
            pictures,
            issues,
            documents,
            effect,
            linkage,
            summary,
            comparisons,
            founding,
        }
    }

    /// What goes into the workbook.
    pub fn contents(&self, with_staff: bool) -> Contents<'_> {
        Contents {
            summary: &self.summary,
            issues: &self.issues,
            documents: &self.documents,
            effect: &self.effect,
            linkage: &self.linkage,
            pictures: &self.pictures,
            comparisons: &self.comparisons,
            check: &self.check,
            entries: with_staff.then_some(self.entries.as_slice()),
            made: Moment::parse_from_rfc3339("2026-02-20T10:30:00+09:00").unwrap(),
            version: "0.1.0",
            task_list_title: &self.founding.task_list.title.ja,
            task_list_source: &self.founding.task_list.source,
            with_staff,
        }
    }

    /// The workbook as bytes.
    pub fn workbook(&self, with_staff: bool, text: &Text) -> Vec<u8> {
        write(&self.contents(with_staff), text).unwrap()
    }
}

/// A book with these sheets; the timetables are those of the first day of each person.
fn holdings(founding: &Founding, sheets: &[(Wave, Sheet)]) -> Holdings {
    let mut holdings = Holdings::empty(founding.clone(), Catalog::built_in());
    holdings.sheets = sheets.to_vec();
    let first = |sheet: &Sheet| sheet.date.format("%d").to_string().as_str() <= "06";
    holdings.plans = sheets.iter().filter(|(_, sheet)| first(sheet)).cloned().collect();
    holdings
}

/// Numbers that look like chance and are always the same.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: u32) -> u32 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        u32::try_from(self.0 >> 33).unwrap() % limit
    }
}

fn sheets_of(wave: Wave) -> Vec<(Wave, Sheet)> {
    let (first, later) = match wave {
        Wave::Before => (NaiveDate::from_ymd_opt(2025, 10, 6).unwrap(), 0),
        Wave::After(count) => (
            NaiveDate::from_ymd_opt(2026, 1 + u32::from(count), 2).unwrap(),
            u32::from(count),
        ),
    };
    (0..5_u64)
        .flat_map(|day| (0..12_u64).map(move |person| (day, person)))
        .map(|(day, person)| {
            let date = first + chrono::Days::new(day);
            (wave, sheet(date, (day, person), later))
        })
        .collect()
}

fn sheet(date: NaiveDate, (day, person): (u64, u64), later: u32) -> Sheet {
    let mut dice = Dice(person * 977 + day * 31 + u64::from(later) * 7919 + 1);
    let kind = if (day + person).is_multiple_of(6) {
        3
    } else {
        (person % 3) as usize
    };
    let (start, end) = SPANS[kind];
    let span = Span::new(start, end).unwrap();
    let pause = start + (end - start) / 20 * 10;
    let role = match person {
        0..=7 => "介護職員",
        8..=10 => "看護職員",
        _ => "生活相談員",
    };
    let cells = (start..end)
        .step_by(10)
        .filter_map(|at| cell(at, pause, kind == 3, later, &mut dice));
    Sheet {
        staff: StaffCode::parse(&format!("S{:03}", person + 1)).unwrap(),
        date,
        role: Some(Role::parse(role).unwrap()),
        unit: Some(Unit::parse(if person < 6 { "1階" } else { "2階" }).unwrap()),
        scheduled: Some(span),
        actual: Some(span),
        slot_minutes: 10,
        cells: cells.collect(),
        note: String::new(),
        manner: Manner::default(),
        list: ListNumber::default(),
        copied: Vec::new(),
    }
}

fn cell(at: u16, pause: u16, night: bool, later: u32, dice: &mut Dice) -> Option<Cell> {
    let long = if night { 120 } else { 60 };
    if dice.below(200) < 3 {
        return None;
    }
    if (pause..pause + long).contains(&at) {
        return Some(filled(at, &[("22", 10)]));
    }
    let first = task(later, dice);
    let second = task(later, dice);
    let minutes = 3 + dice.below(5);
    Some(if first == second || dice.below(3) > 0 {
        filled(at, &[(first, 10)])
    } else {
        filled(at, &[(first, minutes), (second, 10 - minutes)])
    })
}

/// A task by how often it comes; later waves write less and have more room.
fn task(later: u32, dice: &mut Dice) -> &'static str {
    let mut draw = dice.below(100);
    for (task, often) in USUAL {
        if draw < often {
            let saved = task == "11" && dice.below(100) < 25 * later;
            return match (saved, dice.below(2)) {
                (true, 0) => "4",
                (true, _) => "24",
                (false, _) => task,
            };
        }
        draw -= often;
    }
    "24"
}

fn filled(at: u16, shares: &[(&str, u32)]) -> Cell {
    Cell {
        start: at,
        shares: shares
            .iter()
            .map(|(task, minutes)| Share(TaskCode((*task).to_owned()), Minutes(*minutes)))
            .collect(),
    }
}

fn check(founding: &Founding, sheets: &[(Wave, Sheet)], text: &Text) -> CheckFinding {
    let mut holdings = Holdings::empty(founding.clone(), Catalog::built_in());
    holdings.sheets = sheets.to_vec();
    let whole = Integrity {
        file: true,
        journal: true,
        replay: true,
        changes: 121,
        problems: Vec::new(),
    };
    yutori::report::check(&holdings, &whole, text)
}

fn entries(founding: &Founding, sheets: &[(Wave, Sheet)], text: &Text) -> Vec<Entry> {
    let mut entries = Vec::new();
    for (wave, sheet) in sheets {
        for cell in &sheet.cells {
            for Share(code, minutes) in &cell.shares {
                let task = founding.task_list.task(code).unwrap();
                let category = founding.task_list.category(&task.category).unwrap();
                entries.push(Entry {
                    wave: text.say(&wave.label()),
                    staff: sheet.staff.to_string(),
                    role: sheet.role.as_ref().map(ToString::to_string),
                    unit: sheet.unit.as_ref().map(ToString::to_string),
                    date: sheet.date,
                    start: cell.start,
                    task: code.to_string(),
                    task_name: text.lang().of(&task.name).to_owned(),
                    category: text.lang().of(&category.name).to_owned(),
                    minutes: minutes.0,
                });
            }
        }
    }
    entries
}
