//! The pictures in `docs/screens` are what the program draws now.

#![expect(clippy::unwrap_used, reason = "a test may stop where it stands")]

// The program is compiled into the test as it stands.
#[expect(dead_code, reason = "its main stays unused")]
#[path = "../examples/screen_pictures/main.rs"]
mod program;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use yutori::screens::text::width;

const RENEW: &str = "renew it with: cargo run --example screen_pictures";

#[test]
fn the_pictures_of_the_screens_are_up_to_date() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/screens");
    let made = program::pictures::all().unwrap();
    for (name, svg) in &made {
        let kept = fs::read_to_string(folder.join(name)).unwrap_or_else(|error| panic!("{name}: {error}; {RENEW}"));
        assert!(kept.replace("\r\n", "\n") == *svg, "{name} differs; {RENEW}");
        every_letter_stands_in_its_cells(name, svg);
    }
    let kept: BTreeSet<String> = fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    let known: BTreeSet<String> = made.into_keys().collect();
    assert_eq!(kept, known, "files that the program does not make");
}

/// A text is as long as its cells, and no two texts of a row lie on each other.
fn every_letter_stands_in_its_cells(name: &str, svg: &str) {
    let mut ends: std::collections::BTreeMap<u32, u32> = std::collections::BTreeMap::new();
    for line in svg.lines().filter(|line| line.starts_with("<text")) {
        let number = |key: &str| -> u32 {
            let rest = line.split_once(&format!(" {key}=\"")).unwrap().1;
            rest.split_once('"').unwrap().0.parse().unwrap()
        };
        let text = line.split_once('>').unwrap().1.split_once("</text>").unwrap().0;
        let text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
        let (x, y, length) = (number("x"), number("y"), number("textLength"));
        assert_eq!(length, u32::try_from(width(&text)).unwrap() * 9, "{name}: {line}");
        let end = ends.entry(y).or_default();
        assert!(x >= *end, "{name}: {line}");
        *end = x + length;
    }
    assert!(ends.len() > 5, "{name}");
}
