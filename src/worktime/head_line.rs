//! The head of a sheet as one line of words (調査票の見出し), for formats that have no fields for it.

use std::fmt::{self, Write};

use chrono::NaiveDate;

use super::sheet::{Manner, Sheet};
use super::wave::Wave;
use crate::office::{Role, Span, StaffCode, Unit, clock};

/// Everything that a sheet says beside its minutes: `#yutori="sheet" #wave="before" #staff="S001" #date="2025-10-06" …`.
///
/// Words stand between quotation marks; a quotation mark, a per cent sign and control characters are written as `%22`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeadLine {
    /// When in the improvement.
    pub wave: Wave,
    /// Whose shift.
    pub staff: StaffCode,
    /// On which date it starts.
    pub date: NaiveDate,
    /// 職種
    pub role: Option<Role>,
    /// ユニット・フロア
    pub unit: Option<Unit>,
    /// 所定勤務時間
    pub scheduled: Option<Span>,
    /// 実勤務時間
    pub actual: Option<Span>,
    /// Slot length in minutes.
    pub slot_minutes: u16,
    /// How it was recorded.
    pub manner: Manner,
    /// First minutes of cells that were copied.
    pub copied: Vec<u16>,
    /// Remarks.
    pub note: String,
}

/// The word by which a line is known as a head.
const MARK: &str = "#yutori=\"sheet\"";

impl HeadLine {
    /// The head of a sheet.
    pub fn of(wave: Wave, sheet: &Sheet) -> Self {
        Self {
            wave,
            staff: sheet.staff.clone(),
            date: sheet.date,
            role: sheet.role.clone(),
            unit: sheet.unit.clone(),
            scheduled: sheet.scheduled,
            actual: sheet.actual,
            slot_minutes: sheet.slot_minutes,
            manner: sheet.manner,
            copied: sheet.copied.clone(),
            note: sheet.note.clone(),
        }
    }

    /// Whether a line of words is a head.
    pub fn is_head(line: &str) -> bool {
        line.trim_start().starts_with(MARK)
    }

    /// Reads a head; errors with the name of the word that is missing or cannot be read.
    pub fn parse(line: &str) -> Result<Self, String> {
        let words = words(line)?;
        let find = |name: &str| words.iter().find(|(found, _)| found == name).map(|(_, value)| value);
        let must = |name: &str| find(name).ok_or_else(|| name.to_owned());
        Ok(Self {
            wave: Wave::parse(must("wave")?).ok_or("wave")?,
            staff: StaffCode::parse(must("staff")?).map_err(|_| "staff")?,
            date: NaiveDate::parse_from_str(must("date")?, "%Y-%m-%d").map_err(|_| "date")?,
            role: read("role", find("role"), |text| Role::parse(text).ok())?,
            unit: read("unit", find("unit"), |text| Unit::parse(text).ok())?,
            scheduled: read("scheduled", find("scheduled"), span)?,
            actual: read("actual", find("actual"), span)?,
            slot_minutes: must("slot")?.parse().ok().filter(|slot| *slot > 0).ok_or("slot")?,
            manner: read("manner", find("manner"), Manner::of_id)?.unwrap_or_default(),
            copied: read("copied", find("copied"), |text| text.split(' ').map(minute).collect())?.unwrap_or_default(),
            note: find("note").cloned().unwrap_or_default(),
        })
    }
}

impl fmt::Display for HeadLine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(MARK)?;
        let mut word = |name: &str, value: &str| {
            if value.is_empty() {
                Ok(())
            } else {
                write!(f, " #{name}=\"{}\"", escaped(value, |c| c == '"'))
            }
        };
        let span = |span: Option<Span>| span.map_or_else(String::new, |span| span.to_string());
        let copied: Vec<String> = self.copied.iter().map(|start| clock(*start)).collect();
        word("wave", &self.wave.id())?;
        word("staff", self.staff.as_str())?;
        word("date", &self.date.to_string())?;
        word("role", self.role.as_ref().map_or("", |role| role.as_str()))?;
        word("unit", self.unit.as_ref().map_or("", |unit| unit.as_str()))?;
        word("scheduled", &span(self.scheduled))?;
        word("actual", &span(self.actual))?;
        word("slot", &self.slot_minutes.to_string())?;
        word(
            "manner",
            if self.manner == Manner::default() {
                ""
            } else {
                self.manner.id()
            },
        )?;
        word("copied", &copied.join(" "))?;
        word("note", &self.note)
    }
}

/// Writes control characters, per cent signs and what else must not stand there as `%22`.
pub fn escaped(text: &str, is_reserved: impl Fn(char) -> bool) -> String {
    let mut written = String::with_capacity(text.len());
    for c in text.chars() {
        if c == '%' || c.is_control() || is_reserved(c) {
            let mut bytes = [0; 4];
            for byte in c.encode_utf8(&mut bytes).bytes() {
                write!(written, "%{byte:02X}").expect("a string takes everything");
            }
        } else {
            written.push(c);
        }
    }
    written
}

/// Reads what [`escaped`] wrote; `None` when an escape is broken.
pub fn unescaped(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let mut digit = || char::from(rest.next()?).to_digit(16);
            let value = digit()? * 16 + digit()?;
            bytes.push(u8::try_from(value).ok()?);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok()
}

/// A word that may be missing; errors with its name when it cannot be read.
fn read<T>(name: &str, value: Option<&String>, parse: impl FnOnce(&str) -> Option<T>) -> Result<Option<T>, String> {
    value
        .map(|value| parse(value).ok_or_else(|| name.to_owned()))
        .transpose()
}

/// The `#name="value"` words of a line; errors with what cannot be read.
fn words(line: &str) -> Result<Vec<(String, String)>, String> {
    let mut words = Vec::new();
    let mut rest = line.trim();
    while !rest.is_empty() {
        let (name, after) = rest
            .strip_prefix('#')
            .and_then(|rest| rest.split_once("=\""))
            .ok_or_else(|| rest.chars().take(20).collect::<String>())?;
        let (value, after) = after.split_once('"').ok_or(name)?;
        words.push((name.to_owned(), unescaped(value).ok_or(name)?));
        rest = after.trim_start();
    }
    Ok(words)
}

fn span(text: &str) -> Option<Span> {
    let (start, end) = text.split_once('-')?;
    Span::new(minute(start)?, minute(end)?).ok()
}

fn minute(text: &str) -> Option<u16> {
    let (hour, minute) = text.split_once(':')?;
    let (hour, minute): (u16, u16) = (hour.parse().ok()?, minute.parse().ok()?);
    (hour <= 48 && minute < 60).then(|| hour * 60 + minute)
}

#[cfg(test)]
mod tests {
    use super::super::sheet::tests::sheet;
    use super::*;

    #[test]
    fn a_head_is_read_back_with_every_word() {
        let mut night = sheet(Some((990, 2010)), &[(990, &[("1", 10)])]);
        night.role = Role::parse("介護職員").ok();
        night.unit = Unit::parse("1\"階%").ok();
        night.note = "入浴, \"急\"\n=100%".to_owned();
        night.manner = Manner::Observed;
        night.copied = vec![990, 1500];
        let head = HeadLine::of(Wave::After(2), &night);
        let line = head.to_string();
        assert!(HeadLine::is_head(&line) && !line.contains('\n'));
        assert_eq!(HeadLine::parse(&line), Ok(head));
    }

    #[test]
    fn what_is_wrong_in_a_head_is_named() {
        let good = HeadLine::of(Wave::Before, &sheet(Some((510, 1050)), &[])).to_string();
        for (from, to, name) in [
            ("before", "later", "wave"),
            ("2025-10-06", "2025-13-06", "date"),
            ("8:30-17:30", "99:30-17:30", "scheduled"),
            ("slot=\"10\"", "slot=\"0\"", "slot"),
            ("#staff=\"S001\"", "", "staff"),
            ("S001", "%zz", "staff"),
        ] {
            assert_eq!(HeadLine::parse(&good.replace(from, to)), Err(name.to_owned()), "{from}");
        }
        assert!(HeadLine::parse("#yutori=\"sheet\" and more").is_err());
    }
}
