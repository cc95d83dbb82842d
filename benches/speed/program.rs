//! The built program, run as people run it.

use std::cell::Cell;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// The program in a folder, with the book that it works on.
pub struct Program {
    path: PathBuf,
    folder: PathBuf,
    books: Cell<usize>,
}

impl Program {
    /// Works in a folder with a copy of the built program, so that a build in between changes nothing.
    pub fn new(folder: &Path) -> std::io::Result<Self> {
        let path = folder.join(if cfg!(windows) { "yutori.exe" } else { "yutori" });
        fs::copy(env!("CARGO_BIN_EXE_yutori"), &path)?;
        Ok(Self {
            path,
            folder: folder.to_owned(),
            books: Cell::new(0),
        })
    }

    /// The program's file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The book made last.
    pub fn book(&self) -> PathBuf {
        self.folder.join(format!("{}.yutori", self.books.get()))
    }

    /// How long a run with the book takes; the run must end well.
    pub fn timed(&self, arguments: &[&str]) -> Duration {
        let begin = Instant::now();
        let run = Command::new(&self.path)
            .args(arguments)
            .arg("--book")
            .arg(self.book())
            .current_dir(&self.folder)
            // The list of recent books belongs to the person who measures.
            .env("XDG_CONFIG_HOME", &self.folder)
            .env("APPDATA", &self.folder)
            .stdin(Stdio::null())
            .output()
            .expect("the program is built");
        let time = begin.elapsed();
        assert!(
            run.status.success(),
            "{arguments:?}: {}",
            String::from_utf8_lossy(&run.stderr)
        );
        time
    }

    /// How long reading a folder into a new book takes.
    pub fn import_anew(&self, files: &Path) -> Duration {
        self.found();
        self.timed(&["import", &files.display().to_string()])
    }

    /// Makes a book of the whole sample.
    pub fn import_sample(&self, sample: &Path) {
        self.found();
        self.timed(&["import", &sample.display().to_string()]);
    }

    fn found(&self) {
        self.books.set(self.books.get() + 1);
        let run = Command::new(&self.path)
            .arg("new")
            .arg(self.book())
            .output()
            .expect("the program is built");
        assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    }
}
