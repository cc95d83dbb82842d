//! The sample data is what the program in `examples/` makes.

#![expect(clippy::unwrap_used, reason = "a test may stop where it stands")]

// The program is compiled into the test as it stands.
#[expect(dead_code, reason = "its main stays unused")]
#[path = "../examples/make_sample/main.rs"]
mod make_sample;

use std::collections::BTreeMap;
use std::fs;
use std::io::{Cursor, Read};
use std::path::Path;

fn is_workbook(name: &str) -> bool {
    Path::new(name).extension().is_some_and(|extension| extension == "xlsx")
}

/// The parts of a workbook; how they were packed may differ between machines.
fn parts(bytes: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes.to_vec())).unwrap();
    let mut parts = BTreeMap::new();
    for index in 0..archive.len() {
        let mut file = archive.by_index(index).unwrap();
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).unwrap();
        parts.insert(file.name().unwrap().into_owned(), bytes);
    }
    parts
}

#[test]
fn making_the_sample_again_gives_the_same_files() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("sample-data");
    let made = make_sample::files::all().unwrap();
    for (name, bytes) in &made {
        let kept = fs::read(folder.join(name)).unwrap_or_else(|error| panic!("{name}: {error}"));
        if is_workbook(name) {
            assert!(
                parts(&kept) == parts(bytes),
                "{name} differs: cargo run --example make_sample"
            );
        } else {
            assert!(kept == *bytes, "{name} differs: cargo run --example make_sample");
        }
    }
    let workbooks = |wave: &str| {
        made.keys()
            .filter(|name| name.starts_with(wave) && is_workbook(name))
            .count()
    };
    let kept = |wave: &str| fs::read_dir(folder.join(wave)).unwrap().count();
    for wave in ["before", "after1"] {
        assert_eq!(
            kept(wave),
            workbooks(wave) + 1,
            "a file of {wave} is not made by the program"
        );
    }
}
