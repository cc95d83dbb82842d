//! Finds the files of an order in the paths that were given.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::limits;
use super::order::{Fault, shown};
use crate::phrase::phrase;

/// Ends of file names that are looked at inside a folder. Old workbooks are among them so that they are named and not
/// passed over in silence.
const LOOKED_AT: [&str; 11] = [
    "xlsx",
    "xlsm",
    "xlsb",
    "xls",
    "ods",
    "csv",
    "tsv",
    "txt",
    "klg",
    "klog",
    "timeclock",
];

/// A file to read.
#[derive(Debug, PartialEq)]
pub struct Found {
    /// As given, or found in a given folder.
    pub path: PathBuf,
    /// Whether the order names the file itself.
    pub named: bool,
    /// Why it cannot be read, where this is known already.
    pub fault: Option<Fault>,
}

/// The files of the paths: each once, files of a folder in order of name, folders within it after its files.
pub fn walk(paths: &[PathBuf]) -> Vec<Found> {
    let mut found = Vec::new();
    let mut seen = BTreeSet::new();
    for path in paths {
        match fs::metadata(path) {
            Ok(data) if data.is_dir() => walk_folder(path, limits::DEPTH, &mut found),
            // A pipe or a device could be read without end.
            Ok(data) => found.push(Found {
                path: path.clone(),
                named: true,
                fault: (!data.is_file()).then(|| Fault::file(phrase("intake-not-a-file"))),
            }),
            Err(error) => found.push(unreadable(path, &error)),
        }
    }
    found.retain(|file| seen.insert(fs::canonicalize(&file.path).unwrap_or_else(|_| file.path.clone())));
    found
}

fn walk_folder(folder: &Path, depth: usize, found: &mut Vec<Found>) {
    let entries = match fs::read_dir(folder).and_then(Iterator::collect::<io::Result<Vec<_>>>) {
        Ok(entries) => entries,
        Err(error) => return found.push(unreadable(folder, &error)),
    };
    let mut folders = Vec::new();
    let mut files = Vec::new();
    for path in entries.into_iter().map(|entry| entry.path()) {
        if is_hidden(&path) {
            continue;
        }
        if path.is_dir() {
            folders.push(path);
        } else if path.is_file() && is_looked_at(&path) {
            files.push(path);
        }
    }
    files.sort();
    folders.sort();
    found.extend(files.into_iter().map(|path| Found {
        path,
        named: false,
        fault: None,
    }));
    if depth > 0 {
        for inner in folders {
            walk_folder(&inner, depth - 1, found);
        }
    }
}

/// Hidden files, and the lock files that a spreadsheet program leaves beside an open workbook.
fn is_hidden(path: &Path) -> bool {
    path.file_name()
        .and_then(|name| name.to_str())
        .is_some_and(|name| name.starts_with('.') || name.starts_with("~$"))
}

fn is_looked_at(path: &Path) -> bool {
    ends_with(path, &LOOKED_AT)
}

/// Whether the name of a file ends with one of these, in whatever case.
pub fn ends_with(path: &Path, ends: &[&str]) -> bool {
    path.extension()
        .and_then(|end| end.to_str())
        .is_some_and(|end| ends.iter().any(|known| known.eq_ignore_ascii_case(end)))
}

/// A path that cannot be read, with the reason as far as the system tells it.
pub fn unreadable(path: &Path, error: &io::Error) -> Found {
    Found {
        path: path.to_owned(),
        named: true,
        fault: Some(Fault::file(reason(path, error))),
    }
}

/// Why a path cannot be read.
pub fn reason(path: &Path, error: &io::Error) -> crate::phrase::Phrase {
    match error.kind() {
        io::ErrorKind::NotFound => phrase("intake-not-found").with("path", shown(path)),
        io::ErrorKind::PermissionDenied => phrase("intake-no-permission").with("path", shown(path)),
        _ => phrase("intake-unreadable")
            .with("path", shown(path))
            .with("reason", error.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(found: &[Found], under: &Path) -> Vec<String> {
        found
            .iter()
            .map(|file| {
                file.path
                    .strip_prefix(under)
                    .unwrap()
                    .display()
                    .to_string()
                    .replace('\\', "/")
            })
            .collect()
    }

    #[test]
    fn a_folder_gives_its_data_files_in_order_and_leaves_the_rest() {
        let dir = tempfile::tempdir().unwrap();
        fs::create_dir_all(dir.path().join("after1/inner")).unwrap();
        for name in [
            "b.xlsx",
            "a.CSV",
            "~$b.xlsx",
            ".hidden.csv",
            "expected.json",
            "after1/c.xlsm",
            "after1/inner/d.tsv",
        ] {
            fs::write(dir.path().join(name), "x").unwrap();
        }
        let found = walk(&[dir.path().to_owned(), dir.path().join("b.xlsx")]);
        assert_eq!(
            names(&found, dir.path()),
            ["a.CSV", "b.xlsx", "after1/c.xlsm", "after1/inner/d.tsv"]
        );
    }

    #[test]
    fn a_path_that_is_not_there_is_a_fault() {
        let found = walk(&[PathBuf::from("no/such/file.xlsx")]);
        assert_eq!(found[0].fault.as_ref().unwrap().message.key(), "intake-not-found");
    }
}
