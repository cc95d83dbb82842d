//! The house rule: arrows point down only, and each outside library stays in its own room.

use std::fs;
use std::path::{Path, PathBuf};

/// Rooms with their storey; a room may use rooms of lower storeys only.
const STOREYS: &[(&str, u8)] = &[
    ("phrase", 0),
    ("office", 1),
    ("stats", 2),
    ("worktime", 2),
    ("effect", 3),
    ("documents", 3),
    ("subsidy", 3),
    ("issues", 3),
    ("failure", 3),
    ("clock", 3),
    ("text", 3),
    ("analysis", 4),
    ("book", 4),
    ("catalog", 4),
    ("report", 5),
    ("intake", 5),
    ("screens", 6),
    ("commands", 7),
];

/// Rooms that know no file, clock, terminal or environment.
const PURE: &[&str] = &[
    "phrase",
    "office",
    "stats",
    "worktime",
    "effect",
    "documents",
    "issues",
    "subsidy",
];

/// Outside libraries with the rooms that may name them.
const LIBRARIES: &[(&str, &[&str])] = &[
    ("calamine", &["intake"]),
    ("encoding_rs", &["intake"]),
    ("csv", &["intake"]),
    ("zip", &["intake"]),
    ("rusqlite", &["book"]),
    ("sha2", &["book"]),
    ("polars", &["analysis"]),
    ("rust_xlsxwriter", &["report"]),
    ("plotters", &["report"]),
    ("ab_glyph", &["report"]),
    ("png", &["report"]),
    ("ratatui", &["screens"]),
    ("unicode_width", &["screens"]),
    ("unicode_segmentation", &["screens"]),
    ("unicode_normalization", &["screens"]),
    ("clap", &["commands"]),
    ("sys_locale", &["commands"]),
    ("fluent_bundle", &["text"]),
    ("toml", &["catalog"]),
    ("statrs", &["stats"]),
    ("rand_chacha", &["stats"]),
    ("tempfile", &["book", "report"]),
    ("serde_json", &["book", "commands", "intake", "report"]),
];

struct Source {
    room: String,
    path: PathBuf,
    /// The text without the tests below it.
    text: String,
}

fn sources() -> Vec<Source> {
    fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                walk(&path, found);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                found.push(path);
            }
        }
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut paths = Vec::new();
    walk(&root, &mut paths);
    paths.sort();
    paths
        .into_iter()
        .filter(|path| !path.ends_with("main.rs") && !path.ends_with("lib.rs"))
        // Files that hold nothing but tests or their helpers.
        .filter(|path| {
            !["tests.rs", "golden.rs", "support.rs"]
                .iter()
                .any(|name| path.ends_with(name))
        })
        .map(|path| {
            let below = path.strip_prefix(&root).unwrap();
            let first = below
                .components()
                .next()
                .unwrap()
                .as_os_str()
                .to_string_lossy()
                .into_owned();
            let text = fs::read_to_string(&path).unwrap();
            // A module declared for tests is one line; a module of tests runs to the end of the file.
            let end = text
                .find("#[cfg(test)]\nmod tests {")
                .or_else(|| text.find("#[cfg(test)]\npub"));
            let text = text[..end.unwrap_or(text.len())].to_owned();
            Source {
                room: first.trim_end_matches(".rs").to_owned(),
                path,
                text,
            }
        })
        .collect()
}

fn storey(room: &str) -> u8 {
    STOREYS
        .iter()
        .find(|(name, _)| *name == room)
        .unwrap_or_else(|| panic!("{room} has no storey"))
        .1
}

/// Names that follow `crate::` in code, comments left out.
fn rooms_used(text: &str) -> Vec<String> {
    text.lines()
        .filter(|line| !line.trim_start().starts_with("//"))
        .flat_map(|line| line.split("crate::").skip(1))
        .map(|rest| rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect())
        .collect()
}

#[test]
fn arrows_point_down_only() {
    let mut wrong = Vec::new();
    for source in sources() {
        for used in rooms_used(&source.text) {
            let own = used == source.room || used.is_empty();
            if !own && storey(&used) >= storey(&source.room) {
                wrong.push(format!("{} uses {used}", source.path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "arrows that point up:\n{}", wrong.join("\n"));
}

#[test]
fn each_outside_library_is_named_in_its_own_room_only() {
    let mut wrong = Vec::new();
    for source in sources() {
        for (library, rooms) in LIBRARIES {
            let named = source
                .text
                .lines()
                .filter(|line| !line.trim_start().starts_with("//"))
                .any(|line| {
                    line.split(&format!("{library}::")).take(1).any(|before| {
                        line.contains(&format!("{library}::"))
                            && !before.ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == ':')
                    })
                });
            if named && !rooms.contains(&source.room.as_str()) {
                wrong.push(format!("{} names {library}", source.path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "libraries outside their room:\n{}", wrong.join("\n"));
}

#[test]
fn every_dependency_has_its_room() {
    let manifest = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.toml")).unwrap();
    let section = manifest
        .split("[dependencies]")
        .nth(1)
        .unwrap()
        .split("\n[")
        .next()
        .unwrap();
    for line in section
        .lines()
        .filter(|line| line.contains(" = ") && !line.starts_with('#'))
    {
        let name = line.split(" = ").next().unwrap().replace('-', "_");
        let known = ["serde", "chrono", "unic_langid"].contains(&name.as_str())
            || LIBRARIES.iter().any(|(library, _)| *library == name);
        assert!(known, "{name} has no room in this test");
    }
}

#[test]
fn pure_rooms_know_no_file_clock_terminal_or_environment() {
    for source in sources().iter().filter(|source| PURE.contains(&source.room.as_str())) {
        for outside in [
            "std::fs",
            "std::env",
            "std::io",
            "std::time",
            "std::process",
            "std::net",
            "std::path",
            "println!",
        ] {
            assert!(
                !source.text.contains(outside),
                "{} knows {outside}",
                source.path.display()
            );
        }
    }
}
