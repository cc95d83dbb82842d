//! Every sheet as 別添4 workbooks in a folder for each wave, named so that import finds wave, year and both halves of a night.

use std::collections::BTreeSet;
use std::path::PathBuf;

use super::Selection;
use crate::report::form::{FormError, betten4, betten4_file_name, betten4_has_minutes};
use crate::worktime::Sheet;

/// A workbook and its place in the folder of the export.
pub struct FormFile {
    /// `before/S001_20251006.xlsx`
    pub path: PathBuf,
    /// The workbook.
    pub bytes: Vec<u8>,
}

/// Writes the sheets that have minutes, one after the other. A half of a night without minutes is left out, as import takes no
/// empty form.
pub fn forms<'a>(selection: &'a Selection) -> impl Iterator<Item = Result<Vec<FormFile>, FormError>> + 'a {
    let mut taken: BTreeSet<String> = BTreeSet::new();
    selection
        .sheets
        .iter()
        .filter(|(_, sheet)| !sheet.cells.is_empty())
        .map(move |(wave, sheet)| {
            let parts = betten4(&selection.office.name, sheet, selection.tasks)?;
            let with_minutes = parts
                .into_iter()
                .enumerate()
                .filter(|(part, _)| betten4_has_minutes(sheet, *part));
            let files = with_minutes.map(|(part, bytes)| {
                let mut name = file_name(sheet, part + 1, "");
                for other in 'b'..='z' {
                    if taken.insert(format!("{wave}/{}", name.to_lowercase())) {
                        break;
                    }
                    name = file_name(sheet, part + 1, &other.to_string());
                }
                FormFile {
                    path: PathBuf::from(wave.id()).join(name),
                    bytes,
                }
            });
            Ok(files.collect())
        })
}

/// A name that every system takes, with one date in it: that of the sheet.
fn file_name(sheet: &Sheet, part: usize, other: &str) -> String {
    let mut safe = sheet.clone();
    let mut code = String::new();
    let mut digits = 0;
    for c in sheet.staff.as_str().chars() {
        digits = if c.is_ascii_digit() { digits + 1 } else { 0 };
        // Eight digits would be taken for a date.
        if digits == 5 {
            code.push('-');
            digits = 1;
        }
        let is_safe = c.is_alphanumeric() || c == '-';
        code.push(if is_safe { c } else { '-' });
    }
    code.push_str(other);
    if let Ok(staff) = crate::office::StaffCode::parse(&code) {
        safe.staff = staff;
    }
    betten4_file_name(&safe, part)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::office::StaffCode;
    use crate::worktime::{ListNumber, Manner};

    #[test]
    fn no_code_of_a_person_leads_out_of_the_folder_or_is_taken_for_a_date() {
        let name = |code: &str| {
            let sheet = Sheet {
                staff: StaffCode::parse(code).unwrap(),
                date: chrono::NaiveDate::from_ymd_opt(2025, 10, 6).unwrap(),
                role: None,
                unit: None,
                scheduled: None,
                actual: None,
                slot_minutes: 10,
                cells: Vec::new(),
                note: String::new(),
                manner: Manner::default(),
                list: ListNumber::default(),
                copied: Vec::new(),
            };
            file_name(&sheet, 2, "")
        };
        assert_eq!(name("S001"), "S001_20251006_2.xlsx");
        assert_eq!(name("../x"), "---x_20251006_2.xlsx");
        assert_eq!(name("20190401"), "2019-0401_20251006_2.xlsx");
        assert_eq!(name("~$a:b"), "--a-b_20251006_2.xlsx");
    }
}
