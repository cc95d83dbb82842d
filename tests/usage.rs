//! The command line as scripts rely on it: exit status, messages, JSON.

use serde_json::Value;

use crate::support::Home;

#[test]
fn a_missing_book_is_exit_3_with_what_to_try() {
    let home = Home::new();
    let run = home.run(&["summary"]);
    assert_eq!((run.status, run.out.as_str()), (3, ""));
    assert!(run.err.contains("--book"), "{}", run.err);
    assert!(run.err.trim_end().lines().count() <= 2);
}

#[test]
fn failures_are_json_when_json_is_asked_for() {
    let home = Home::new();
    let run = home.run(&["summary", "--json", "--book", "none.yutori"]);
    assert_eq!(run.status, 3);
    let error: Value = serde_json::from_str(&run.err).unwrap();
    for key in ["code", "message", "where", "hint"] {
        assert!(error["error"].get(key).is_some(), "{error}");
    }
    assert!(error["error"]["where"].as_str().unwrap().contains("none.yutori"));
}

#[test]
fn wrong_usage_is_exit_2_in_the_readers_language() {
    let home = Home::new();
    for arguments in [
        &["nonsense"][..],
        &["new"],
        &["new", "a.yutori", "--number", "12"],
        &["new", "a.yutori", "--slot", "7"],
        &["import", "x", "--wave", "later"],
        &["summary", "--nonsense"],
        &["export"],
        &["compare", "--lang", "fr"],
        &[],
    ] {
        let run = home.run(arguments);
        assert_eq!(run.status, 2, "{arguments:?}: {run:?}");
        assert!(run.err.contains(|c: char| c > '\u{3000}'), "{arguments:?}: {}", run.err);
    }
    let run = home.run(&["nonsense", "--lang", "en"]);
    assert!(run.err.contains("There is no command"), "{}", run.err);
}

#[test]
fn a_new_book_never_overwrites() {
    let home = Home::new();
    home.ok(&[
        "new",
        "a.yutori",
        "--office",
        "さくら苑",
        "--number",
        "1234567890",
        "--service",
        "9",
    ]);
    let before = std::fs::read(home.path().join("a.yutori")).unwrap();
    let run = home.run(&["new", "a.yutori"]);
    assert_ne!(run.status, 0);
    assert_eq!(std::fs::read(home.path().join("a.yutori")).unwrap(), before);
    let summary = home.json(&["summary"]);
    assert_eq!(summary["office"]["name"], "さくら苑");
    assert_eq!(summary["office"]["number"], "1234567890");
}

#[test]
fn two_books_in_a_folder_must_be_told_apart() {
    let home = Home::new();
    home.ok(&["new", "a.yutori"]);
    home.ok(&["new", "b.yutori"]);
    let run = home.run(&["summary"]);
    assert_eq!(run.status, 3);
    assert!(
        run.err.contains("a.yutori") && run.err.contains("b.yutori"),
        "{}",
        run.err
    );
    home.ok(&["summary", "--book", "a.yutori"]);
}

#[test]
fn help_stands_in_both_languages() {
    let home = Home::new();
    for lang in ["ja", "en"] {
        let mut help = home.ok(&["--help", "--lang", lang]);
        for command in [
            "demo", "new", "import", "summary", "compare", "check", "export", "history", "record",
        ] {
            help.push_str(&format!("\n== {command}\n"));
            help.push_str(&home.ok(&[command, "--help", "--lang", lang]));
        }
        insta::with_settings!({ prepend_module_to_snapshot => false }, {
            insta::assert_snapshot!(format!("help-{lang}"), help);
        });
    }
}

#[test]
fn the_language_is_taken_from_the_option_then_the_setting() {
    let home = Home::new();
    let words = |arguments: &[&str], setting: &str| {
        let output = home.command(arguments).env("YUTORI_LANG", setting).output().unwrap();
        String::from_utf8(output.stderr).unwrap()
    };
    assert!(words(&["summary"], "en").contains("There is no book"));
    assert!(words(&["summary", "--lang", "ja"], "en").contains("台帳"));
    assert!(words(&["summary"], "ja").contains("台帳"));
}

#[test]
fn the_key_table_is_printed_from_the_keymap() {
    let home = Home::new();
    let keys = home.json(&["keys"]);
    assert!(keys["keys"].as_array().unwrap().len() > 10);
    assert!(home.ok(&["keys"]).contains("Ctrl"));
}

/// A command that nobody tells about is not there for a new user; `completions` and `man` make files for other programs.
#[test]
fn both_readmes_tell_every_command_and_every_chart() {
    let home = Home::new();
    let readmes = [include_str!("../README.md"), include_str!("../README.ja.md")];
    let help = home.ok(&["--help", "--lang", "en"]);
    let (_, listed) = help.split_once("Commands:\n").unwrap();
    let commands = listed.lines().take_while(|line| line.starts_with("  "));
    let commands: Vec<&str> = commands
        .filter(|line| !line.starts_with("   "))
        .filter_map(|line| line.split_whitespace().next())
        .collect();
    assert!(commands.len() > 25, "{commands:?}");
    for command in commands {
        for readme in readmes {
            let rows = readme.lines().filter(|line| line.starts_with('|'));
            let row = rows.filter(|row| row.split('|').nth(1).unwrap().contains(command));
            assert!(row.count() > 0, "no row tells of {command}");
        }
    }
}
