//! 文書台帳: filled in by command and by file, written out and read back, taken back.

use serde_json::Value;

use crate::support::Home;

const HEAD: &str = "文書,年月,原本,件数,原本の枚数,写し・印刷の枚数,1件の分,転記の回数,転記1回の分\n";

fn home() -> Home {
    let home = Home::new();
    home.ok(&["new", "home.yutori", "--office", "さくら苑", "--service", "9"]);
    home
}

fn documents(home: &Home) -> Vec<Value> {
    let listed = home.json(&["documents", "list"]);
    assert_eq!(listed["schema"], "yutori.documents-ledger/1");
    listed["documents"].as_array().unwrap().clone()
}

fn document(home: &Home, name: &str) -> Value {
    documents(home).into_iter().find(|it| it["name"] == name).unwrap()
}

/// A ledger with everything in it.
fn full(home: &Home) {
    home.ok(&[
        "documents",
        "add",
        "handover-notebook",
        "=庭の日誌",
        "--keep-years",
        "5",
    ]);
    home.ok(&["documents", "add", "委員会の議事録", "--storage", "紙とデータ"]);
    home.ok(&[
        "documents",
        "count",
        "申し送りノート",
        "--month",
        "2025-10",
        "--medium",
        "紙",
        "--pieces",
        "３１",
        "--sheets",
        "62",
        "--copies",
        "4",
        "--minutes-per-piece",
        "1.5",
        "--reentries-per-piece",
        "2",
        "--minutes-per-reentry",
        "0.5",
    ]);
    home.ok(&[
        "documents",
        "count",
        "1",
        "--month",
        "令和8年10月",
        "--medium",
        "data",
        "--copies",
        "10",
    ]);
    home.ok(&["documents", "goal", "申し送りノート", "--month", "2026-10", "33"]);
    let tally = |day: &str, sheets: &str, more: &[&str]| {
        let tally = [
            "documents",
            "tally",
            "=庭の日誌",
            "--date",
            day,
            "--pieces",
            "1",
            "--sheets",
            sheets,
        ];
        home.ok(&[&tally[..], more].concat())
    };
    tally("2025-10-06", "2", &["--open-days", "23"]);
    tally("2025-10-07", "3", &[]);
    home.ok(&["documents", "facts", "=庭の日誌", "花の名前=first", "薬=書き写している"]);
}

#[test]
fn common_documents_of_the_service_are_offered_and_added_with_their_facts() {
    let home = home();
    let offers = |more: &[&str]| {
        let told = home.json(&[&["documents", "offers"], more].concat());
        assert_eq!(told["schema"], "yutori.documents-offers/1");
        told["documents"].as_array().unwrap().len()
    };
    let (own, all) = (offers(&[]), offers(&["--all"]));
    assert!(own >= 25 && own < all, "{own} of {all}");
    let added = home.json(&["documents", "add", "アセスメントシート"]);
    assert_eq!(added["schema"], "yutori.documents-kept/1");
    assert_eq!(added["documents"][0]["offer"], "assessment");
    assert!(added["documents"][0]["facts"].as_array().unwrap().len() > 5);
    home.ok(&["documents", "add", "--offered"]);
    assert_eq!(documents(&home).len(), own);
    assert!(
        home.ok(&["documents", "add", "--offered"])
            .contains("何も変わっていません")
    );
}

#[test]
fn what_was_counted_is_listed_with_its_sheets_and_minutes() {
    let home = home();
    full(&home);
    let notebook = document(&home, "申し送りノート");
    let month = &notebook["months"][0];
    assert_eq!(
        (month["sheets"].as_u64(), month["minutes"].as_u64()),
        (Some(66), Some(47))
    );
    assert_eq!(
        (month["reentries"].as_u64(), &month["minutes_per_piece"]),
        (Some(62), &1.5.into())
    );
    assert_eq!(notebook["months"][1]["sheets"], 10);
    assert_eq!(notebook["months"][1]["originals"], Value::Null);
    assert_eq!(notebook["goals"][0]["sheets"], 33);
    let diary = document(&home, "=庭の日誌");
    // (2 + 3) × 23 ÷ 2 = 57.5, a half rounded up.
    assert_eq!(diary["months"][0]["sheets"], 58);
    assert_eq!(diary["months"][0]["days"].as_array().unwrap().len(), 2);
    let said = home.ok(&["documents", "list", "--month", "2025-10"]);
    assert!(said.contains("2025-10*") && said.contains("営業日数"), "{said}");
    insta::assert_snapshot!("ledger_list", home.ok(&["documents", "list"]));
}

#[test]
fn what_a_command_does_not_name_stays_and_a_hyphen_makes_it_unknown() {
    let home = home();
    full(&home);
    home.ok(&["documents", "count", "1", "--month", "2025-10", "--sheets", "31"]);
    let month = document(&home, "申し送りノート")["months"][0].clone();
    assert_eq!((&month["sheets"], &month["pieces"]), (&35.into(), &31.into()));
    home.ok(&["documents", "count", "1", "--month", "2025-10", "--pieces", "-"]);
    let month = document(&home, "申し送りノート")["months"][0].clone();
    assert_eq!((&month["pieces"], &month["minutes"]), (&Value::Null, &Value::Null));
    home.ok(&[
        "documents",
        "set",
        "--before",
        "2025-10",
        "--wage",
        "1,200",
        "--paper-yen",
        "0.8",
    ]);
    home.ok(&["documents", "set", "--before", "-"]);
    let settings = home.json(&["documents", "list"])["settings"].clone();
    assert_eq!((&settings["before"], &settings["wage"]), (&Value::Null, &1200.into()));
    home.ok(&["documents", "edit", "1", "--name", "申送り帳", "--group", "会議"]);
    assert_eq!(document(&home, "申送り帳")["offer"], "handover-notebook");
}

#[test]
fn all_of_it_is_taken_back_and_done_again() {
    let home = home();
    full(&home);
    let before = documents(&home);
    let removed = home.ok(&["documents", "remove", "申し送りノート"]);
    assert!(removed.contains("数えた月2件"), "{removed}");
    assert_eq!(documents(&home).len(), 2);
    home.ok(&["undo"]);
    assert_eq!(documents(&home), before);
    home.ok(&["redo"]);
    assert_eq!(documents(&home).len(), 2);
    for _ in 0..9 {
        home.ok(&["undo"]);
    }
    assert!(documents(&home).is_empty());
    assert_eq!(home.json(&["check"])["ok"], true);
}

#[test]
fn the_ledger_is_written_out_and_read_back_equal() {
    let one = home();
    full(&one);
    one.ok(&["documents", "export", "--out", "months.csv"]);
    one.ok(&["documents", "export", "--days", "--out", "days.csv"]);
    let other = home();
    for name in ["months.csv", "days.csv"] {
        other.file(name, std::fs::read(one.path().join(name)).unwrap());
    }
    let read = other.json(&["import", "months.csv", "days.csv"]);
    assert_eq!(read["files"][0]["kind"], "documents-csv");
    assert_eq!(documents(&other), documents(&one));
    // Whatever the language, the same table comes back.
    one.ok(&["documents", "export", "--out", "en.csv", "--lang", "en"]);
    other.file("en.csv", std::fs::read(one.path().join("en.csv")).unwrap());
    assert_eq!(other.json(&["import", "en.csv"])["files"][0]["status"], "unchanged");
    // In its own book nothing changes either.
    assert_eq!(one.json(&["import", "months.csv", "days.csv"])["written"], false);
}

#[test]
fn the_sheet_to_fill_in_comes_back_as_it_was_handed_out() {
    let one = home();
    let blank = ["blank", "documents", "--month", "2025-10", "--month", "2026-10"];
    one.ok(&[&blank[..], &["--out", "offered.xlsx"]].concat());
    let refused = one.run(&["import", "offered.xlsx"]);
    assert_eq!(refused.status, 1);
    assert!(refused.out.contains("件数も枚数も1つも書かれていません"), "{refused:?}");
    full(&one);
    one.ok(&[&blank[..], &["--out", "filled.xlsx"]].concat());
    let other = home();
    other.file("filled.xlsx", std::fs::read(one.path().join("filled.xlsx")).unwrap());
    let read = other.json(&["import", "filled.xlsx"]);
    assert_eq!(read["files"][0]["kind"], "documents-xlsx");
    let (mut mine, mut theirs) = (documents(&one), documents(&other));
    // The sheet has no column for facts; what was counted of a common document comes with its own.
    for document in mine.iter_mut().chain(&mut theirs) {
        document["facts"] = Value::Null;
        document["id"] = Value::Null;
    }
    mine.retain(|it| !it["months"].as_array().unwrap().is_empty());
    assert_eq!(theirs, mine);
    assert_eq!(one.json(&["import", "filled.xlsx"])["files"][0]["status"], "unchanged");
    // Never over a file that is there.
    assert_eq!(one.run(&[&blank[..], &["--out", "filled.xlsx"]].concat()).status, 1);
}

#[test]
fn a_counting_week_has_a_line_for_every_document_and_day() {
    let home = home();
    home.ok(&["documents", "add", "業務日誌", "連絡帳"]);
    home.ok(&["blank", "documents", "--week", "2025-10-06", "--out", "week.xlsx"]);
    let mut book: calamine::Xlsx<_> = calamine::open_workbook(home.path().join("week.xlsx")).unwrap();
    let names = calamine::Reader::sheet_names(&book);
    assert_eq!(names, ["文書（月ごと）", "数えた日", "文書の一覧"]);
    let days = calamine::Reader::worksheet_range(&mut book, "数えた日").unwrap();
    let lines = days.rows().skip(5).count();
    assert_eq!(lines, 14);
    let said: Vec<String> = days.rows().take(4).map(|row| row[0].to_string()).collect();
    assert!(said[3].contains("営業日数 ÷ 数えた日数"), "{said:?}");
}

#[test]
fn tables_in_every_encoding_are_read_and_the_same_file_changes_nothing() {
    let table = format!("{HEAD}申し送りノート,2025-10,紙,31,62,4,1.5,2,0.5\n");
    let wide: Vec<u8> = std::iter::once(0xFEFF)
        .chain(table.replace(',', "\t").encode_utf16())
        .flat_map(u16::to_le_bytes)
        .collect();
    // 文書,年月,枚数 / 日誌,2025-10,5 in CP932
    let narrow: &[u8] = b"\x95\xb6\x8f\x91,\x94\x4e\x8c\x8e,\x96\x87\x90\x94\r\n\x93\xfa\x8e\x8f,2025-10,5\r\n";
    let home = home();
    home.file("wide.csv", wide);
    home.file("narrow.csv", narrow);
    let read = home.json(&["import", "wide.csv", "narrow.csv"]);
    assert_eq!(
        (read["written"].as_bool(), read["documents"].as_u64()),
        (Some(true), Some(2))
    );
    assert_eq!(document(&home, "日誌")["months"][0]["sheets"], 5);
    assert_eq!(document(&home, "申し送りノート")["months"][0]["sheets"], 66);
    let again = home.json(&["import", "wide.csv", "narrow.csv"]);
    assert_eq!(again["written"], false);
    home.file("narrow.csv", "文書,年月,枚数\n日誌,2025-10,7\n");
    let said = home.ok(&["import", "narrow.csv"]);
    assert!(said.contains("1件、ファイルの数に置き換えました"), "{said}");
    assert_eq!(document(&home, "日誌")["months"][0]["sheets"], 7);
    home.ok(&["undo"]);
    assert_eq!(document(&home, "日誌")["months"][0]["sheets"], 5);
}

#[test]
fn one_bad_line_refuses_the_file_and_the_book_stays_as_it_was() {
    let home = home();
    home.file(
        "bad.csv",
        format!("{HEAD}日誌,2025-10,紙,1,2,3,,,\n日誌,2025-11,紙,1.5,多い,,,,\n"),
    );
    let run = home.run(&["import", "bad.csv"]);
    assert_eq!(run.status, 1);
    for said in [
        "3行目: 「件数」の「1.5」は整数ではありません",
        "3行目: 「原本の枚数」の「多い」",
    ] {
        assert!(run.out.contains(said), "{run:?}");
    }
    assert!(documents(&home).is_empty());
}

#[test]
fn wrong_entries_are_refused_in_plain_words() {
    let home = home();
    full(&home);
    let before = documents(&home);
    let mut said = String::new();
    for arguments in [
        &["documents", "add", "ＡＤＬ表", "ADL 表"][..],
        &["documents", "add", "申し送り ノート"],
        &["documents", "add", "日報", "--group", "手紙", "--keep-years", "長い"],
        &["documents", "count", "日報", "--month", "2025-10", "--sheets", "1"],
        &["documents", "count", "1", "--month", "10月", "--sheets", "1"],
        &["documents", "count", "1", "--month", "2025-10", "--sheets", "-3"],
        &[
            "documents",
            "count",
            "1",
            "--month",
            "2025-10",
            "--sheets",
            "1.5",
            "--minutes-per-piece",
            "早い",
        ],
        &["documents", "count", "1", "--month", "2026-10", "--sheets", "5"],
        &["documents", "count", "1", "--month", "2025-10"],
        &["documents", "tally", "1", "--date", "2025-10-08", "--pieces", "1"],
        &[
            "documents",
            "tally",
            "委員会の議事録",
            "--date",
            "2025-11-04",
            "--pieces",
            "1",
        ],
        &[
            "documents",
            "tally",
            "=庭の日誌",
            "--date",
            "2025-10-08",
            "--pieces",
            "1",
            "--open-days",
            "2",
        ],
        &["documents", "tally", "=庭の日誌", "--date", "10/8", "--pieces", "1"],
        &["documents", "goal", "1", "--month", "2026-10", "たくさん"],
        &["documents", "set", "--paper-yen", "安い"],
        &["documents", "set"],
        &["documents", "facts", "1", "薬"],
        &["documents", "facts", "1", "薬=たぶん"],
        &["documents", "facts", "1", "--remove", "庭"],
        &["documents", "remove", "日報"],
        &["documents", "export", "--out", "ledger.txt"],
        &["documents", "export", "--days", "--out", "/nowhere/days.csv"],
    ] {
        let run = home.run(arguments);
        assert!(run.status == 1 || run.status == 2, "{arguments:?}: {run:?}");
        said += &format!("yutori {}\n{}\n", arguments.join(" "), run.err);
    }
    assert_eq!(documents(&home), before);
    insta::assert_snapshot!("ledger_refused", said);
}
