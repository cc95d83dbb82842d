//! Notices: our own sheet, tables that offices make, and what is wrong with them.

use super::support::{Asker, faults, folder, notes, notice_sheet, patched, statuses, write};
use crate::book::Change;
use crate::intake::{Gathered, Kind, Status};
use crate::issues::{DayPart, Degree, Notice, NoticeId, TroubleKind};
use crate::text::Lang;

fn ask(text: &str) -> Gathered {
    let folder = folder();
    Asker::default().ask(&[write(folder.path(), "notices.csv", text.as_bytes())])
}

fn notices(gathered: &Gathered) -> Vec<Notice> {
    let kept = |change: &Change| match change {
        Change::NoticeKept { before: None, after } => after.as_deref().cloned(),
        _ => None,
    };
    gathered.changes.iter().filter_map(kept).collect()
}

#[test]
fn a_table_of_an_office_is_read_under_its_own_headings() {
    let gathered = ask(
        "タイムスタンプ,お名前,時間帯,場所,気づき,分類,記入者の職種,頻度,負担,フロア\n\
         2026/02/02 9:00:00,山田太郎,朝食前,１階 食堂,エプロンを探す,物を探す・準備・片付け・移動,介護職員,５,3 ふつう,1階\n\
         ,,夜勤中,,記録を二度書く,3,看護職員,,-,\n",
    );
    assert_eq!(faults(&gathered), []);
    assert_eq!(gathered.files[0].kind, Some(Kind::NoticesCsv));
    assert_eq!(gathered.files[0].notices, 2);
    let read = notices(&gathered);
    assert_eq!(read[0].id, NoticeId(1));
    assert_eq!(read[0].when, "朝食前");
    assert_eq!(read[0].part, Some(DayPart::EarlyMorning));
    assert_eq!(read[0].kind, Some(TroubleKind::Things));
    assert_eq!((read[0].often, read[0].heavy), (Degree::of(5), Degree::of(3)));
    assert_eq!(read[0].noted.unwrap().to_string(), "2026-02-02");
    assert_eq!(read[0].unit.as_ref().unwrap().as_str(), "1階");
    assert_eq!(read[1].kind, Some(TroubleKind::Records));
    assert_eq!(
        (read[1].part, read[1].often, read[1].heavy),
        (Some(DayPart::Night), None, None)
    );
    assert!(!format!("{:?}", gathered.changes).contains("山田"));
    assert_eq!(notes(&gathered), ["intake-note-ignored-columns"]);
}

#[test]
fn our_own_sheet_comes_back_in_both_languages() {
    for lang in [Lang::Ja, Lang::En] {
        let empty = notice_sheet(lang);
        let folder = folder();
        let blank = Asker::default().ask(&[write(folder.path(), "blank.xlsx", &empty)]);
        assert_eq!(faults(&blank), [(String::new(), "surveyin-no-notices")]);
        let cells = [
            ("B6", "14時ごろ"),
            ("D6", "車いすを探す"),
            ("E6", "1"),
            ("F6", "介護職員"),
            ("G6", "4"),
            ("H6", "２"),
            ("D8", "申し送りが長い"),
        ];
        let path = write(folder.path(), "filled.xlsx", &patched(&empty, &cells));
        let gathered = Asker::default().ask(&[path]);
        assert_eq!(faults(&gathered), []);
        assert_eq!(gathered.files[0].kind, Some(Kind::NoticesXlsx));
        let read = notices(&gathered);
        assert_eq!(read.len(), 2);
        assert_eq!(read[0].part, Some(DayPart::Afternoon));
        assert_eq!(read[0].weight(), Some(8));
        assert_eq!(read[1].what, "申し送りが長い");
        let wrong = patched(&empty, &[("D6", "x"), ("E6", "記録の準備"), ("G7", "9")]);
        let gathered = Asker::default().ask(&[write(folder.path(), "wrong.xlsx", &wrong)]);
        let places: Vec<(String, &str)> = faults(&gathered);
        let sheet = if lang == Lang::Ja {
            "気づきシート"
        } else {
            "Notices"
        };
        assert_eq!(
            places,
            [
                (format!("{sheet}!E6"), "surveyin-bad-kind"),
                (format!("{sheet}!G7"), "surveyin-notice-without-words"),
            ]
        );
    }
}

#[test]
fn a_sheet_that_has_grown_brings_only_its_new_lines_and_the_same_file_nothing() {
    let folder = folder();
    let head = "いつ？,どこで？,どんな課題や気づき？\n";
    let first = write(folder.path(), "1.csv", format!("{head}朝,食堂,探し物\n").as_bytes());
    let second = write(
        folder.path(),
        "2.csv",
        format!("{head}朝,食堂,探し物\n夜,廊下,コールが鳴り続ける\n").as_bytes(),
    );
    let mut asker = Asker::default();
    asker.take(std::slice::from_ref(&first));
    // What was sorted by hand since is still the same notice.
    asker.issues.notices[0].group = Some("食堂".to_owned());
    let gathered = asker.take(&[second]);
    assert_eq!(notices(&gathered).len(), 1);
    assert_eq!(notices(&gathered)[0].id, NoticeId(2));
    assert!(notes(&gathered).contains(&"surveyin-note-known-notices"));
    for wave in [None, Some(crate::worktime::Wave::Before)] {
        asker.wave = wave;
        assert_eq!(statuses(&asker.ask(std::slice::from_ref(&first))), [Status::Unchanged]);
    }
}

#[test]
fn other_tables_are_not_taken_for_notices() {
    for table in [
        "日付,開始,終了,内容\n2026/2/2,9:00,10:00,記録\n",
        "内容,日時\nx,y\n",
        "職員ID,日付,開始,業務,分\n",
    ] {
        assert_ne!(ask(table).files[0].kind, Some(Kind::NoticesCsv), "{table}");
    }
}
