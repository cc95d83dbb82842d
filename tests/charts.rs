//! `yutori chart`: every kind on the sample book, as dots and as a drawing.

use std::collections::HashSet;
use std::path::Path;

use crate::support::Home;

/// A home with the sample book.
fn home() -> (Home, String) {
    let home = Home::new();
    home.ok(&["demo", "demo", "--no-tui", "--json"]);
    (home, "demo/hidamari.yutori".to_owned())
}

/// Width, height, and the colours of the dots.
fn dots(path: &Path) -> (u32, u32, HashSet<[u8; 3]>) {
    let file = std::io::BufReader::new(std::fs::File::open(path).unwrap());
    let mut reader = png::Decoder::new(file).read_info().unwrap();
    let mut bytes = vec![0; reader.output_buffer_size().unwrap()];
    let info = reader.next_frame(&mut bytes).unwrap();
    let colours = bytes.chunks_exact(3).map(|dot| [dot[0], dot[1], dot[2]]).collect();
    (info.width, info.height, colours)
}

#[test]
fn every_kind_is_written_in_the_size_asked_for_and_twice_the_same() {
    let (home, book) = home();
    let all = |folder: &str, grey: &[&str]| {
        let size = ["--width", "800", "--height", "500"];
        home.json(&[&["-b", &book, "chart", "all", "--out", folder], &size[..], grey].concat())
    };
    let answer = all("one", &[]);
    all("two", &[]);
    all("grey", &["--grey"]);
    assert_eq!(answer["schema"], "yutori.chart/1");
    let files: Vec<_> = std::fs::read_dir(home.path().join("one"))
        .unwrap()
        .map(Result::unwrap)
        .collect();
    // One each for categories, tasks, hours, people; one a wave for heat and timeline; no timetables in the sample; five of
    // the challenges; before and after, people's paths, efficiency and quality; two series and three of the ledger; three of documents and
    // one of sending slips.
    assert_eq!(files.len(), 25);
    assert_eq!(answer["charts"].as_array().unwrap().len(), 25);
    for file in files {
        let (width, height, colours) = dots(&file.path());
        assert_eq!((width, height), (800, 500));
        assert!(colours.len() > 20, "{:?}", file.file_name());
        let bytes = std::fs::read(file.path()).unwrap();
        assert!(bytes == std::fs::read(home.path().join("two").join(file.file_name())).unwrap());
        let (_, _, grey) = dots(&home.path().join("grey").join(file.file_name()));
        assert!(grey.iter().all(|[red, green, blue]| red == green && green == blue));
        assert!(grey.len() > 10);
    }
}

#[test]
fn a_drawing_has_the_words_and_figures_of_the_summary() {
    let (home, book) = home();
    let summary = home.json(&["-b", &book, "summary"]);
    home.ok(&["-b", &book, "chart", "categories", "--out", "図.svg"]);
    let drawing = std::fs::read_to_string(home.path().join("図.svg")).unwrap();
    assert!(drawing.contains("BIZ UDPGothic"));
    for wave in summary["waves"].as_array().unwrap() {
        let staff = wave["staff"].as_u64().unwrap();
        let size = format!("{}：{staff}人、{}票", wave["label"].as_str().unwrap(), wave["sheets"]);
        assert!(drawing.contains(&size), "{size}");
        for category in wave["categories"].as_array().unwrap() {
            let share = format!("{:.1}%", category["share"].as_f64().unwrap() * 100.0);
            let name = category["name"].as_str().unwrap();
            assert!(drawing.contains(&format!("{name} {share}")), "{name} {share}");
        }
    }
    home.ok(&["-b", &book, "chart", "tasks", "--out", "tasks.svg", "--wave", "before"]);
    let drawing = std::fs::read_to_string(home.path().join("tasks.svg")).unwrap();
    for task in summary["waves"][0]["tasks"].as_array().unwrap() {
        let minutes = task["per_person_day"].as_f64().unwrap();
        if minutes > 0.0 {
            assert!(drawing.contains(task["name"].as_str().unwrap()));
            assert!(drawing.contains(&format!(">{minutes:.1}<")), "{minutes}");
        }
    }
    assert!(!drawing.contains("取組後"));
}

#[test]
fn what_cannot_be_drawn_is_refused_with_the_reason() {
    let (home, book) = home();
    let chart = |arguments: &[&str]| home.run(&[&["-b", book.as_str(), "chart"], arguments].concat());
    for (arguments, status, said) in [
        (&["pie", "--out", "a.png"][..], 2, "pie"),
        (&["tasks", "--out", "a.gif"], 2, ".png"),
        (&["tasks", "--out", "a.png", "--width", "639"], 2, "640"),
        (&["tasks", "--out", "a.png", "--height", "6001"], 2, "6000"),
        (&["tasks", "--out", "a.png", "--wave", "after2"], 1, "取組後②"),
        (&["timeline", "--out", "a.png", "--date", "2020-01-01"], 1, "2020-01-01"),
        (&["plan", "--out", "a.png"], 1, "業務表"),
        (&["tasks", "--out", "nowhere/a.png"], 1, "フォルダー"),
    ] {
        let run = chart(arguments);
        assert_eq!(run.status, status, "{arguments:?} {run:?}");
        assert!(run.err.contains(said), "{arguments:?} {}", run.err);
    }
    assert!(!home.path().join("a.png").exists());
}

#[test]
fn people_are_not_drawn_when_there_are_two() {
    let home = Home::new();
    home.ok(&["new", "b.yutori"]);
    let csv = "wave,staff,date,start,end,task,minutes\n\
               before,S1,2025-10-06,9:00,9:10,1,10\n\
               before,S2,2025-10-06,9:00,9:10,11,10\n";
    home.file("minutes.csv", csv);
    home.ok(&["-b", "b.yutori", "import", "minutes.csv", "--wave", "before"]);
    for kind in ["people", "timeline"] {
        let run = home.run(&["-b", "b.yutori", "chart", kind, "--out", "a.svg"]);
        assert_eq!(run.status, 1, "{run:?}");
        assert!(run.err.contains("3人に満たない"), "{}", run.err);
    }
    assert!(!home.path().join("a.svg").exists());
    home.ok(&["-b", "b.yutori", "chart", "hours", "--out", "a.svg"]);
    // All others are written, and the answer says that something is missing.
    let run = home.run(&["-b", "b.yutori", "chart", "all", "--out", "charts", "--format", "svg"]);
    assert_eq!(run.status, 1);
    assert!(
        run.out.contains("categories.svg") && run.out.contains("people"),
        "{}",
        run.out
    );
}
