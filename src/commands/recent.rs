//! The list of books used lately, for the start page.

use std::fs;
use std::path::{Path, PathBuf};

/// Longest list.
const MOST: usize = 9;

/// Books used lately that are still there, the latest first; an unreadable list is an empty one.
pub(super) fn books(home: Option<&Path>) -> Vec<PathBuf> {
    let Some(home) = home else { return Vec::new() };
    fs::read_to_string(home.join("recent"))
        .map(|list| {
            list.lines()
                .map(PathBuf::from)
                .filter(|path| path.is_file())
                .take(MOST)
                .collect()
        })
        .unwrap_or_default()
}

/// Puts a book at the head of the list. A list that cannot be written costs nobody their work, so nothing is said.
pub(super) fn remember(home: Option<&Path>, book: &Path) {
    let Some(home) = home else { return };
    let Ok(book) = fs::canonicalize(book) else { return };
    let mut list = books(Some(home));
    list.retain(|known| *known != book);
    list.insert(0, book);
    let lines: Vec<String> = list.iter().take(MOST).map(|path| path.display().to_string()).collect();
    let _ = fs::create_dir_all(home).and_then(|()| fs::write(home.join("recent"), lines.join("\n")));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_latest_book_stands_first_and_once() {
        let folder = tempfile::tempdir().unwrap();
        let (one, two) = (folder.path().join("1.yutori"), folder.path().join("2.yutori"));
        fs::write(&one, "").unwrap();
        fs::write(&two, "").unwrap();
        let home = folder.path().join("home");
        for book in [&one, &two, &one] {
            remember(Some(&home), book);
        }
        let names: Vec<_> = books(Some(&home))
            .iter()
            .map(|path| path.file_name().unwrap().to_owned())
            .collect();
        assert_eq!(names, ["1.yutori", "2.yutori"]);
        fs::remove_file(&one).unwrap();
        assert_eq!(books(Some(&home)).len(), 1);
        assert_eq!(books(None), [""; 0].map(PathBuf::from));
    }
}
