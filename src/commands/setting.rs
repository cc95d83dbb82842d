//! The environment, read once.

use std::env;
use std::io::{self, IsTerminal};
use std::path::PathBuf;

/// What the surroundings of the program say.
#[derive(Debug, Clone, Default)]
pub struct Setting {
    /// `YUTORI_LANG`
    pub lang: Option<String>,
    /// The system's language.
    pub system_language: Option<String>,
    /// `YUTORI_BOOK`
    pub book: Option<PathBuf>,
    /// `YUTORI_NOW`
    pub now: Option<String>,
    /// Whether `NO_COLOR` is set to something.
    pub no_color: bool,
    /// The folder in which the program was started.
    pub folder: PathBuf,
    /// The folder for the list of recent books, where the system has one.
    pub home: Option<PathBuf>,
    /// Whether a person sits at a terminal: both input and output are one.
    pub at_terminal: bool,
}

impl Setting {
    /// Reads the environment.
    #[expect(clippy::disallowed_methods, reason = "the one place that may ask")]
    pub fn of_environment() -> Self {
        let text = |name: &str| env::var(name).ok().filter(|value| !value.is_empty());
        let path = |name: &str| env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
        Self {
            lang: text("YUTORI_LANG"),
            system_language: sys_locale::get_locale(),
            book: path("YUTORI_BOOK"),
            now: text("YUTORI_NOW"),
            no_color: text("NO_COLOR").is_some(),
            folder: env::current_dir().unwrap_or_else(|_| PathBuf::from(".")),
            home: path("XDG_CONFIG_HOME")
                .or_else(|| path("APPDATA"))
                .or_else(|| path("HOME").map(|home| home.join(".config")))
                .map(|home| home.join("yutori")),
            at_terminal: io::stdin().is_terminal() && io::stdout().is_terminal(),
        }
    }
}
