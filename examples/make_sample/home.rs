//! The fictional home 「ひだまり苑」: who works there, and when.

use chrono::{Days, NaiveDate};
use yutori::worktime::Wave;

use super::shift::Kind;
use super::tasks::Work;

/// Name of the home.
pub const OFFICE: &str = "ひだまり苑";

/// A member of staff.
pub struct Person {
    /// Code.
    pub code: &'static str,
    /// 職種
    pub role: &'static str,
    /// What their day is made of.
    pub work: Work,
    /// ユニット・フロア
    pub unit: &'static str,
    /// Whether the sheets are 別添4 workbooks; else they stand in the CSV.
    pub on_form: bool,
    /// Record time after the improvement, in percent of before.
    pub records_after: u16,
    /// Five letters a wave, Monday to Friday: early, day, late, night; `-` is free.
    pub roster: [&'static str; 2],
}

macro_rules! people {
    ($($code:literal $role:literal $work:ident $unit:literal $on_form:literal $after:literal [$one:literal $two:literal])*) => {
        /// Everybody, in order of code.
        pub const PEOPLE: &[Person] = &[$(Person {
            code: $code,
            role: $role,
            work: Work::$work,
            unit: $unit,
            on_form: $on_form,
            records_after: $after,
            roster: [$one, $two],
        }),*];
    };
}

people! {
    "S01" "介護職員"   Care   "1階" true  60  ["N-DEL" "DELN-"]
    "S02" "介護職員"   Care   "1階" true  68  ["EDLN-" "N-EEL"]
    "S03" "介護職員"   Care   "2階" true  75  ["LEN-E" "EDLEN"]
    "S04" "介護職員"   Care   "2階" true  64  ["DLEDN" "LN-DE"]
    "S05" "介護職員"   Care   "1階" false 106 ["DN-LE" "ELN-D"]
    "S06" "介護職員"   Care   "1階" false 70  ["LEELD" "LDDLE"]
    "S07" "介護職員"   Care   "2階" false 78  ["EDLE-" "DED-L"]
    "S08" "介護職員"   Care   "2階" false 62  ["DL-DL" "DLELD"]
    "S09" "看護職員"   Nurse  "1階" false 72  ["DDDDD" "DDDDD"]
    "S10" "看護職員"   Nurse  "2階" false 110 ["D-DLD" "DD-LD"]
    "S11" "看護職員"   Nurse  "2階" false 80  ["LD-DD" "-DLDD"]
    "S12" "生活相談員" Office "1階" false 74  ["DDDDD" "DDDDD"]
}

/// The two waves with their Mondays.
pub fn waves() -> [(Wave, NaiveDate); 2] {
    let monday = |year, month, day| NaiveDate::from_ymd_opt(year, month, day).expect("a date of the calendar");
    [
        (Wave::Before, monday(2025, 10, 6)),
        (Wave::After(1), monday(2026, 2, 2)),
    ]
}

impl Person {
    /// The shifts of a wave (0 or 1): day from Monday 0, date, kind.
    pub fn shifts(&self, wave: usize) -> Vec<(usize, NaiveDate, Kind)> {
        let monday = waves()[wave].1;
        let days = self.roster[wave].chars().zip(0_usize..).zip(0_u64..);
        days.filter_map(|((letter, day), later)| Some((day, monday + Days::new(later), Kind::of(letter)?)))
            .collect()
    }
}
