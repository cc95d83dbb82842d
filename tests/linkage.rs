//! ケアプランデータ連携: the saving by hand equals every way to show it; a folder of standard files is counted, and nobody is in the book.

use calamine::{Data, DataType, Reader, Xlsx, open_workbook};
use encoding_rs::SHIFT_JIS;
use ratatui::crossterm::event::KeyCode;
use serde_json::Value;
use yutori::book::Book;
use yutori::catalog::Catalog;
use yutori::report::Holdings;
use yutori::screens::Theme;

use crate::screens::canvas::{Screens, pen};
use crate::screens::sample::shown_of;
use crate::support::Home;

const OWN: &str = "1370000001";
const SEEN_NAME: &str = "佐倉花子";

fn home() -> Home {
    let home = Home::new();
    home.ok(&["new", "a.yutori", "--office", "さくら居宅", "--number", OWN]);
    home
}

/// Insured numbers that no other figure of a file looks like.
fn insured(user: usize) -> String {
    format!("00987{user:05}")
}

/// A line of slips: 25 fields, a name among them.
fn line(month: &str, user: usize, planner: &str, provider: &str) -> String {
    let mut fields = vec![String::new(); 25];
    let known = [
        (0, "202407"),
        (1, "131016"),
        (2, &insured(user)),
        (3, "20250701"),
        (4, month),
        (5, planner),
        (6, SEEN_NAME),
        (9, "01"),
        (14, "111111"),
        (19, provider),
    ];
    for (place, text) in known {
        text.clone_into(&mut fields[place]);
    }
    fields.join(",") + "\r\n"
}

fn partner(number: usize) -> String {
    format!("13700001{number:02}")
}

/// A file of three users, planned by this office or done by a partner.
struct Slips {
    month: &'static str,
    partner: usize,
    is_done: bool,
    users: Vec<usize>,
}

impl Slips {
    fn of(number: usize) -> Self {
        let partner = number % 8;
        Self {
            month: ["202507", "202508", "202509"][number / 16],
            partner,
            is_done: (number / 8) % 2 == 1,
            users: (0..3).map(|user| partner * 3 + user).collect(),
        }
    }

    fn name(&self, made: &str) -> String {
        let other = partner(self.partner);
        let (prefix, from, to) = if self.is_done {
            ("UPJSK", other.as_str(), OWN)
        } else {
            ("UPPLAN", OWN, other.as_str())
        };
        // Every third partner's software writes names as version 4.1 does.
        if self.partner.is_multiple_of(3) {
            format!("{prefix}_{}_{from}_43_{to}_15_{made}.CSV", self.month)
        } else {
            format!("{prefix}_{}_{from}_{to}_{made}.CSV", self.month)
        }
    }

    fn text(&self) -> String {
        let other = partner(self.partner);
        let lines = self.users.iter().map(|user| line(self.month, *user, OWN, &other));
        // A second use on another day is the same slip.
        lines.clone().chain(lines).collect()
    }
}

fn cp932(text: &str) -> Vec<u8> {
    SHIFT_JIS.encode(text).0.into_owned()
}

const MADE: &str = "20251003091500";

/// Fifty files: 43 good ones, one of another kind, six broken.
fn folder(home: &Home) {
    let file = |name: &str, bytes: Vec<u8>| home.file(&format!("csv/{name}"), bytes);
    for number in 0..43 {
        let slips = Slips::of(number);
        file(&slips.name(MADE), cp932(&slips.text()));
    }
    let plain = line("202509", 1, OWN, "1370000190");
    file(
        &format!("UPHOSOKU_000000_{OWN}_1370000190_{MADE}.CSV"),
        cp932("1,2,3\r\n"),
    );
    let short = plain.trim_end().trim_end_matches(',').to_owned() + "\r\n";
    file(
        &format!("UPPLAN_202509_{OWN}_1370000190_{MADE}.CSV"),
        cp932(&(plain.clone() + &short)),
    );
    file(
        &format!("UPPLAN_202510_{OWN}_1370000191_{MADE}.CSV"),
        cp932(&plain.replace("1370000190", "1370000191")),
    );
    let mut bad = cp932(&line("202509", 1, OWN, "1370000192"));
    bad.splice(40..41, [0xfd]);
    file(&format!("UPPLAN_202509_{OWN}_1370000192_{MADE}.CSV"), bad);
    file(
        &format!("UPPLAN_202509_1370000099_1370000193_{MADE}.CSV"),
        cp932(&line("202509", 1, "1370000099", "1370000193")),
    );
    file(
        &format!("UPPLAN_202509_{OWN}_1370000194_20260501000000.CSV"),
        cp932(&line("202509", 1, OWN, "1370000194")),
    );
    file(
        &format!("UPPLAN_202513_{OWN}_1370000195_{MADE}.CSV"),
        cp932(&line("202513", 1, OWN, "1370000195")),
    );
}

fn slips(home: &Home) -> Value {
    home.json(&["documents", "linkage"])["slips"].clone()
}

#[test]
fn a_folder_of_fifty_files_is_refused_whole_or_counted_without_the_broken_ones() {
    let home = home();
    folder(&home);
    let run = home.run(&["import", "csv", "--json"]);
    assert_eq!(run.status, 1);
    let told: Value = serde_json::from_str(&run.out).unwrap();
    let files = told["files"].as_array().unwrap();
    assert_eq!((files.len(), told["slips"].as_u64()), (50, Some(0)));
    assert_eq!(slips(&home)["months"], Value::Array(Vec::new()), "nothing was taken");
    let problems: Vec<(String, String)> = files
        .iter()
        .flat_map(|file| file["problems"].as_array().unwrap())
        .map(|problem| {
            let at = problem["where"].as_str().unwrap_or("").to_owned();
            (at, problem["message"].as_str().unwrap().to_owned())
        })
        .collect();
    let has = |at: &str, words: &str| {
        problems
            .iter()
            .any(|(place, said)| place.contains(at) && said.contains(words))
    };
    for (at, words) in [
        ("2", "項目が"),
        ("1", "ファイル名の年月（2025-10）と違います"),
        ("1", "Shift_JIS"),
        ("", "この台帳の事業所"),
        ("", "今より先"),
        ("", "年月が正しくありません"),
    ] {
        assert!(has(at, words), "{at} {words}: {problems:?}");
    }
    assert!(files.iter().any(|file| {
        let notes = file["notes"].to_string();
        notes.contains("ケアプランデータ連携の別のファイル") && file["status"] == "unchanged"
    }));

    let run = home.run(&["import", "csv", "--keep-going", "--json"]);
    assert_eq!(run.status, 1);
    let found = slips(&home);
    let figures: Vec<[u64; 7]> = found["months"]
        .as_array()
        .unwrap()
        .iter()
        .map(|month| {
            ["slips", "planned", "done", "sent", "received", "partners", "users"]
                .map(|key| month[key].as_u64().unwrap())
        })
        .collect();
    // Eight plans and eight results a month with three users each; in September only three results came.
    assert_eq!(
        figures,
        [
            [48, 24, 24, 24, 24, 8, 24],
            [48, 24, 24, 24, 24, 8, 24],
            [33, 24, 9, 24, 9, 8, 24]
        ]
    );
    assert_eq!(found["partners"], 8);
    let text = home.ok(&["documents", "linkage"]);
    assert!(text.contains("2025-09に33件"), "{text}");
}

#[test]
fn nobody_stands_in_the_book_nor_in_what_is_said() {
    let home = home();
    folder(&home);
    let run = home.run(&["import", "csv", "--keep-going"]);
    let history = home.ok(&["history", "--json"]);
    let told = home.ok(&["documents", "linkage", "--json"]);
    let bytes = std::fs::read(home.path().join("a.yutori")).unwrap();
    let holds = |needle: &[u8]| bytes.windows(needle.len()).any(|it| it == needle);
    assert!(holds(OWN.as_bytes()), "the search finds what is there");
    for user in 0..24 {
        let number = insured(user);
        assert!(!holds(number.as_bytes()), "{number}");
        for said in [&run.out, &run.err, &history, &told] {
            assert!(!said.contains(&number), "{said}");
        }
    }
    for name in [SEEN_NAME.as_bytes().to_vec(), cp932(SEEN_NAME)] {
        assert!(!holds(&name));
    }
    assert!(!run.out.contains(SEEN_NAME) && !told.contains(SEEN_NAME));
}

#[test]
fn the_same_file_again_changes_nothing_and_a_newer_one_adds_its_users() {
    let home = home();
    let mut file = Slips::of(1);
    home.file(&file.name(MADE), cp932(&file.text()));
    let name = file.name(MADE);
    assert_eq!(home.json(&["import", &name])["slips"], 3);
    let again = home.json(&["import", &name]);
    assert_eq!(again["files"][0]["status"], "unchanged");
    assert_eq!(slips(&home)["months"][0]["slips"], 3);
    // A partial file that was made later: one known user and a new one.
    file.users = vec![3, 77];
    let later = file.name("20251004091500");
    home.file(&later, cp932(&file.text()));
    home.ok(&["import", &later]);
    assert_eq!(slips(&home)["months"][0]["slips"], 4);
    home.ok(&["undo"]);
    assert_eq!(slips(&home)["months"][0]["slips"], 3);
    home.ok(&["redo"]);
    assert_eq!(slips(&home)["months"][0]["slips"], 4);
    assert_eq!(home.json(&["check"])["integrity"]["replay"], true);
}

/// A month by fax and post before, by the system after.
fn entered(home: &Home) {
    let set = |arguments: &[&str]| home.ok(&[&["documents", "linkage", "set"], arguments].concat());
    set(&[
        "before",
        "--month",
        "2025-03",
        "--way",
        "fax",
        "--pieces",
        "33",
        "--minutes",
        "print=0.5",
        "--minutes",
        "fax=2",
        "--yen",
        "12.5",
    ]);
    set(&[
        "before",
        "--way",
        "post",
        "--pieces",
        "40",
        "--minutes",
        "envelope=3.25",
        "--minutes",
        "key-in=4",
        "--yen",
        "110",
    ]);
    set(&[
        "after",
        "--month",
        "2025-09",
        "--way",
        "system",
        "--pieces",
        "73",
        "--minutes",
        "upload=1",
        "--minutes",
        "import=0.5",
    ]);
    set(&["--wage", "1500"]);
}

#[test]
fn the_saving_of_a_year_by_hand_is_the_same_on_the_screen_in_the_workbook_and_in_json() {
    let home = home();
    entered(&home);
    // Before: fax 33×0.5=16.5→17 and 33×2=66; post 40×3.25=130 and 40×4=160: 373 min. After: 73 and 73×0.5=36.5→37: 110 min.
    // Yen: 373×1,500÷60=9,325 and 33×12.5=412.5→413 and 40×110=4,400: 14,138. After: 110×25=2,750. Licence in 2025: 21,000.
    let (minutes, yen, expenses) = (373 - 110, 14_138 - 2_750, 4_813);
    let (year, net_year) = (12 * yen - 21_000, 12 * expenses - 21_000);
    assert_eq!((year, net_year), (115_656, 36_756));
    let told = home.json(&["documents", "linkage"]);
    let saving = &told["saving"];
    assert_eq!(told["schema"], "yutori.linkage/1");
    assert_eq!(
        (saving["minutes_a_month"].as_i64(), saving["minutes_a_year"].as_i64()),
        (Some(minutes), Some(12 * minutes))
    );
    assert_eq!(
        (saving["yen_a_month"].as_i64(), saving["yen_a_year"].as_i64()),
        (Some(yen), Some(year))
    );
    assert_eq!(
        (saving["expenses_a_month"].as_i64(), saving["expenses_a_year"].as_i64()),
        (Some(expenses), Some(net_year))
    );

    home.ok(&["export", "workbook", "--out", "a.xlsx"]);
    let mut book: Xlsx<_> = open_workbook(home.path().join("a.xlsx")).unwrap();
    let sheet = book.worksheet_range("データ連携").unwrap();
    let formulas = book.worksheet_formula("データ連携").unwrap();
    let row_of = |name: &str| sheet.rows().position(|row| row[0].get_string() == Some(name)).unwrap();
    for (name, month, whole_year) in [
        ("時間（分）", minutes, 12 * minutes),
        ("合計（円）", yen, year),
        ("実費（円）", expenses, net_year),
    ] {
        let row = row_of(name);
        for (column, expected) in [(4, month), (5, whole_year)] {
            let Data::Float(found) = sheet[(row, column)] else {
                panic!("{name}")
            };
            assert_eq!(format!("{found}"), expected.to_string(), "{name}");
            let at = (u32::try_from(row).unwrap(), u32::try_from(column).unwrap());
            assert!(!formulas.get_value(at).unwrap().is_empty(), "{name} is a formula");
        }
    }

    let holdings = Holdings::of(&Book::open(&home.path().join("a.yutori")).unwrap(), Catalog::built_in()).unwrap();
    let mut screens = Screens::of(shown_of(holdings), pen(Theme::NoColour));
    screens.keys("5]]]]");
    let screen = screens.draw(120, 50).text();
    for digits in ["263", "3,156", "11,388", "115,656", "4,813", "36,756"] {
        assert!(screen.contains(digits), "{digits}: {screen}");
    }
    screens.press(KeyCode::End);
    let screen = screens.draw(120, 50).text();
    let references: Vec<&str> = screen.lines().filter(|line| line.contains("816,000")).collect();
    assert!(
        !references.is_empty() && references.iter().all(|line| line.contains("参考")),
        "{screen}"
    );
}

#[test]
fn figures_are_refused_with_what_to_try_and_taken_back_by_undo() {
    let home = home();
    let run = home.run(&["documents", "linkage", "set", "before", "--way", "fax", "--pieces", "3"]);
    assert_eq!(run.status, 1);
    assert!(run.err.contains("連携前の月がまだ入っていません"), "{}", run.err);
    for wrong in [
        &["--way", "fax", "--pieces", "3"][..],
        &["before", "--pieces", "3"],
        &["before", "--way", "owl", "--pieces", "3"],
        &["later", "--month", "2025-03"],
        &[],
    ] {
        let run = home.run(&[&["documents", "linkage", "set"], wrong].concat());
        assert_eq!(run.status, 2, "{wrong:?} {run:?}");
    }
    entered(&home);
    home.ok(&["documents", "linkage", "set", "before", "--way", "post", "--remove"]);
    let ways = |home: &Home| home.json(&["documents", "linkage"])["before"]["pieces"].clone();
    assert_eq!(ways(&home), 33);
    home.ok(&["undo"]);
    assert_eq!(ways(&home), 73);
    assert_eq!(home.json(&["check"])["integrity"]["replay"], true);
}

#[test]
fn what_is_missing_leaves_the_saving_unknown() {
    let home = home();
    entered(&home);
    home.ok(&["documents", "linkage", "set", "--wage", "none"]);
    home.ok(&["documents", "linkage", "set", "after", "--month", "2027-05"]);
    let told = home.json(&["documents", "linkage"]);
    let saving = &told["saving"];
    assert!(saving["yen_a_month"].is_null() && saving["yen_a_year"].is_null() && saving["expenses_a_year"].is_null());
    assert_eq!(saving["expenses_a_month"], 4_813);
    assert!(told["licence"]["yen"].is_null());
    home.ok(&["documents", "linkage", "set", "after", "--month", "2026-05"]);
    assert_eq!(home.json(&["documents", "linkage"])["licence"]["yen"], 0);
    home.ok(&["documents", "linkage", "set", "--licence", "21000"]);
    assert_eq!(
        home.json(&["documents", "linkage"])["saving"]["expenses_a_year"],
        36_756
    );
}

#[test]
fn the_chart_shows_ways_and_slips() {
    let home = home();
    entered(&home);
    folder(&home);
    home.run(&["import", "csv", "--keep-going"]);
    home.ok(&["chart", "linkage", "--out", "a.svg"]);
    let chart = std::fs::read_to_string(home.path().join("a.svg")).unwrap();
    for words in ["373分", "110分", "2025-09", "データで送った予定"] {
        assert!(chart.contains(words), "{words}");
    }
    let run = home.run(&["-b", "a.yutori", "chart", "linkage", "--out", "a.png", "--grey"]);
    assert_eq!(run.status, 0, "{run:?}");
}
