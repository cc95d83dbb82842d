//! Names of files of the care-plan data linkage: they say what is in them, from whom and to whom.

use std::path::Path;

use chrono::{NaiveDate, NaiveDateTime};

use crate::documents::{OfficeNumber, SlipKind};
use crate::intake::order::file_name;
use crate::office::Month;
use crate::phrase::{Phrase, phrase};

/// What a file of the linkage is, by its name.
#[derive(Debug, Clone, PartialEq)]
pub enum Named {
    /// Slips: what is planned, or what was done (第6表の予定・実績).
    Slips(SlipName),
    /// Another file of the linkage, of which no slip is counted (計画書、別表、補足情報、削除の知らせ).
    Other,
    /// A file of slips by its first part, but not by the rest.
    Broken(Phrase),
}

/// What the name of a file of slips says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SlipName {
    /// Planned or done.
    pub kind: SlipKind,
    /// Month of the service; `None` where the name has none.
    pub month: Option<Month>,
    /// The sender.
    pub from: OfficeNumber,
    /// Kind of service of the sender (V4.1).
    pub from_service: Option<String>,
    /// The receiver.
    pub to: OfficeNumber,
    /// Kind of service of the receiver (V4.1).
    pub to_service: Option<String>,
    /// When it was made.
    pub made: NaiveDateTime,
}

/// Reads the name of a file; `None` where it is none of the linkage.
///
/// `PREFIX[_YYYYMM]_from10[_svc2]_to10[_svc2]_YYYYMMDDHHMMSS.CSV`; the prefix of all files that are known begins with `UP`.
pub fn named(path: &Path) -> Option<Named> {
    let name = file_name(path).to_ascii_uppercase();
    let stem = name.strip_suffix(".CSV")?;
    let mut parts = stem.split('_').peekable();
    let prefix = parts.next().filter(|prefix| is_prefix(prefix))?;
    let kind = match prefix {
        "UPPLAN" => Some(SlipKind::Planned),
        "UPJSK" => Some(SlipKind::Done),
        _ => None,
    };
    // A name such as UP1KYO_DEL_… would be of another file than UP1KYO_….
    let is_longer = parts.next_if(|part| is_word(part)).is_some();
    let rest: Vec<&str> = parts.collect();
    match (kind.filter(|_| !is_longer), read(&rest)) {
        (Some(kind), Ok(read)) => Some(Named::Slips(SlipName { kind, ..read })),
        (Some(_), Err(message)) => Some(Named::Broken(message)),
        (None, Ok(_)) => Some(Named::Other),
        (None, Err(_)) => None,
    }
}

fn is_prefix(part: &str) -> bool {
    let is_plain = part.bytes().all(|byte| byte.is_ascii_alphanumeric());
    is_plain && part.starts_with("UP") && (4..=12).contains(&part.len())
}

fn is_word(part: &str) -> bool {
    !part.is_empty() && part.len() < 10 && part.bytes().all(|byte| byte.is_ascii_alphabetic()) && part.len() > 2
}

/// What stands behind the prefix; the kind is left to the caller.
fn read(parts: &[&str]) -> Result<SlipName, Phrase> {
    let form = || phrase("linkage-in-name-form");
    let (made, parts) = parts.split_last().ok_or_else(form)?;
    let mut parts = parts.iter().copied().peekable();
    let month = match parts.next_if(|part| part.len() == 6 && is_digits(part)) {
        // Files that are of no month have zeros in its place.
        None | Some("000000") => None,
        Some(digits) => Some(month_of(digits).ok_or_else(|| phrase("linkage-in-name-month"))?),
    };
    let mut office = || -> Result<(OfficeNumber, Option<String>), Phrase> {
        let number = parts.next().ok_or_else(form)?;
        let number = OfficeNumber::parse(number).ok_or_else(|| phrase("linkage-in-name-office"))?;
        let is_service = |part: &&str| part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_alphanumeric());
        Ok((number, parts.next_if(is_service).map(str::to_owned)))
    };
    let (from, from_service) = office()?;
    let (to, to_service) = office()?;
    if parts.next().is_some() {
        return Err(form());
    }
    Ok(SlipName {
        kind: SlipKind::Planned,
        month,
        from,
        from_service,
        to,
        to_service,
        made: made_at(made).ok_or_else(|| phrase("linkage-in-name-made"))?,
    })
}

fn is_digits(part: &str) -> bool {
    part.bytes().all(|byte| byte.is_ascii_digit())
}

/// A month of six digits.
pub fn month_of(digits: &str) -> Option<Month> {
    let digits = digits.trim();
    if digits.len() != 6 || !is_digits(digits) {
        return None;
    }
    let (year, month) = digits.split_at(4);
    Month::new(year.parse().ok()?, month.parse().ok()?)
}

/// `YYYYMMDDHHMMSS`
fn made_at(digits: &str) -> Option<NaiveDateTime> {
    if digits.len() != 14 || !is_digits(digits) {
        return None;
    }
    let number = |from: usize, to: usize| digits.get(from..to)?.parse::<u32>().ok();
    let year = i32::try_from(number(0, 4)?).ok()?;
    let day = NaiveDate::from_ymd_opt(year, number(4, 6)?, number(6, 8)?)?;
    day.and_hms_opt(number(8, 10)?, number(10, 12)?, number(12, 14)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn slips(name: &str) -> SlipName {
        match named(Path::new(name)) {
            Some(Named::Slips(slips)) => slips,
            other => panic!("{name}: {other:?}"),
        }
    }

    fn broken(name: &str) -> String {
        match named(Path::new(name)) {
            Some(Named::Broken(message)) => message.key().to_owned(),
            other => panic!("{name}: {other:?}"),
        }
    }

    #[test]
    fn names_of_the_third_version_are_read() {
        let read = slips("exports/UPPLAN_202510_1370000001_1370000002_20251027200201.CSV");
        assert_eq!(read.kind, SlipKind::Planned);
        assert_eq!(read.month, Month::new(2025, 10));
        assert_eq!((read.from.as_str(), read.to.as_str()), ("1370000001", "1370000002"));
        assert_eq!((read.from_service, read.to_service), (None, None));
        assert_eq!(
            slips("upjsk_202510_1370000002_1370000001_20251104081500.csv").kind,
            SlipKind::Done
        );
    }

    #[test]
    fn names_of_version_4_1_have_kinds_of_service_too() {
        let read = slips("UPPLAN_202510_1370000001_43_1370000002_15_20251027200201.CSV");
        assert_eq!(read.from_service.as_deref(), Some("43"));
        assert_eq!(read.to_service.as_deref(), Some("15"));
    }

    #[test]
    fn other_files_of_the_linkage_are_known_by_their_form() {
        for name in [
            "UP1KYO_1370000001_1370000002_20251027200201.CSV",
            "UP2KYO_1370000001_43_1370000002_15_20251027200201.CSV",
            "UPHOSOKU_000000_1370000001_1370000002_20251027200201.CSV",
            "UPPLAN_DEL_202510_1370000001_1370000002_20251027200201.CSV",
        ] {
            assert_eq!(named(Path::new(name)), Some(Named::Other), "{name}");
        }
        for name in ["minutes.csv", "UPDATE.csv", "UPDATE_2025.csv", "UPPLAN_202510.xlsx"] {
            assert_eq!(named(Path::new(name)), None, "{name}");
        }
    }

    #[test]
    fn a_broken_name_says_which_part_of_it() {
        assert_eq!(
            broken("UPPLAN_202513_1370000001_1370000002_20251027200201.CSV"),
            "linkage-in-name-month"
        );
        assert_eq!(
            broken("UPPLAN_202510_13700001_1370000002_20251027200201.CSV"),
            "linkage-in-name-office"
        );
        assert_eq!(
            broken("UPPLAN_202510_1370000001_1370000002_20251327200201.CSV"),
            "linkage-in-name-made"
        );
        assert_eq!(
            broken("UPPLAN_202510_1370000001_1370000002_x_20251027200201.CSV"),
            "linkage-in-name-form"
        );
        assert_eq!(broken("UPJSK.CSV"), "linkage-in-name-form");
    }
}
