//! Writes a file whole or not at all.

use std::fs::File;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use crate::failure::{Exit, Failure};
use crate::phrase::{Phrase, phrase};

/// Why a file could not be saved.
#[derive(Debug)]
pub enum SaveError {
    /// There is no such folder.
    NoFolder(PathBuf),
    /// The folder takes no new file, or the disk is full.
    NotWritten(PathBuf, io::Error),
    /// The file that stands there cannot be replaced; Windows says so while Excel has it open.
    NotReplaced(PathBuf, io::Error),
}

impl SaveError {
    /// What went wrong, for people.
    pub fn phrase(&self) -> Phrase {
        let (phrase, error) = match self {
            Self::NoFolder(_) => return phrase("save-no-folder"),
            Self::NotWritten(_, error) => (phrase("save-not-written"), error),
            Self::NotReplaced(_, error) => (phrase("save-not-replaced"), error),
        };
        phrase.with("reason", error.to_string())
    }

    /// The file that was to be written.
    pub fn path(&self) -> &Path {
        match self {
            Self::NoFolder(path) | Self::NotWritten(path, _) | Self::NotReplaced(path, _) => path,
        }
    }
}

impl From<SaveError> for Failure {
    fn from(error: SaveError) -> Self {
        Self::new(Exit::Refused, error.phrase()).at(error.path().display().to_string())
    }
}

/// Saves bytes under a name: into a temporary file of the same folder, to the disk, then in the place of the old file.
pub fn save(path: &Path, bytes: &[u8]) -> Result<(), SaveError> {
    let not_written = |error: io::Error| SaveError::NotWritten(path.to_owned(), error);
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    if !folder.is_dir() {
        return Err(SaveError::NoFolder(path.to_owned()));
    }
    let mut file = NamedTempFile::new_in(folder).map_err(not_written)?;
    file.write_all(bytes).map_err(not_written)?;
    file.as_file().sync_all().map_err(not_written)?;
    readable(file.as_file(), path).map_err(not_written)?;
    file.persist(path)
        .map_err(|error| SaveError::NotReplaced(path.to_owned(), error.error))?;
    Ok(())
}

/// A temporary file is its owner's only; a report may be read like the file that it replaces, or like any new file.
#[cfg(unix)]
fn readable(file: &File, path: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    let mode = std::fs::metadata(path).map_or(0o644, |old| old.permissions().mode());
    file.set_permissions(std::fs::Permissions::from_mode(mode))
}

#[cfg(not(unix))]
fn readable(_file: &File, _path: &Path) -> io::Result<()> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_replaced_whole_and_nothing_else_stays_in_the_folder() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("報告.xlsx");
        save(&path, b"first").unwrap();
        save(&path, b"second").unwrap();
        assert_eq!(std::fs::read(&path).unwrap(), b"second");
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn a_folder_that_is_not_there_is_said() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("nowhere").join("out.xlsx");
        let error = save(&path, b"x").unwrap_err();
        assert!(matches!(error, SaveError::NoFolder(_)));
        assert_eq!(error.path(), path);
    }
}
