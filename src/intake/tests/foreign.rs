//! Files of other programs: whose they are, what their words mean, and bytes made to harm.

use proptest::prelude::*;

use super::support::{Asker, by_task, faults, folder, notes, sheets, statuses, write};
use crate::intake::{Foreign, Gathered, Kind, Status, read_tag_map};
use crate::office::StaffCode;
use crate::worktime::{Manner, TaskCode};

fn asker() -> Asker {
    Asker {
        foreign: Foreign {
            staff: StaffCode::parse("S001").ok(),
            ..Foreign::default()
        },
        ..Asker::before()
    }
}

fn ask(asker: &Asker, name: &str, bytes: &[u8]) -> Gathered {
    let folder = folder();
    let path = write(folder.path(), name, bytes);
    asker.ask(&[path])
}

#[test]
fn each_kind_is_known_by_what_is_in_it() {
    for (kind, text) in [
        (Kind::Klog, "2025-10-06\n  8:00 - 9:00 #11\n"),
        (
            Kind::Timeclock,
            "; mine\ni 2025/10/06 08:00:00 work:11\no 2025/10/06 09:00:00\n",
        ),
        (
            Kind::Timewarrior,
            "[{\"start\":\"20251005T230000Z\",\"end\":\"20251006T000000Z\",\"tags\":[\"11\"]}]",
        ),
        (Kind::IntervalCsv, "date,start,end,tag\n2025-10-06,8:00,9:00,11\n"),
        (
            Kind::MinutesCsv,
            "staff,date,start,task,minutes\nS001,2025-10-06,8:00,11,60\n",
        ),
    ] {
        let gathered = ask(&asker(), "work.dat", text.as_bytes());
        assert_eq!(faults(&gathered), [], "{text}");
        assert_eq!(gathered.files[0].kind, Some(kind));
        let all = sheets(&gathered);
        assert_eq!(by_task(all.iter().map(|(_, sheet)| sheet))["11"], 60, "{text}");
        assert_eq!((all[0].1.staff.as_str(), all[0].1.cells[0].start), ("S001", 480));
    }
}

#[test]
fn the_same_file_changes_nothing_the_second_time() {
    let mut asker = asker();
    let folder = folder();
    let path = write(folder.path(), "a.klg", b"2025-10-06\n  8:00 - 9:00 #11\n");
    let paths = [path];
    asker.take(&paths);
    let again = asker.ask(&paths);
    assert_eq!(
        (statuses(&again), again.files[0].kind),
        (vec![Status::Unchanged], Some(Kind::Klog))
    );
}

#[test]
fn seconds_become_minutes_of_which_none_is_lost() {
    let text = "[{\"start\":\"20251005T230010Z\",\"end\":\"20251005T230455Z\",\"tags\":[\"11\"]},\
         {\"start\":\"20251005T230455Z\",\"end\":\"20251006T000010Z\",\"tags\":[\"2\"]}]";
    let gathered = ask(&asker(), "t.json", text.as_bytes());
    let sheet = &sheets(&gathered)[0].1;
    assert_eq!((sheet.filled().0, sheet.manner), (60, Manner::Timed));
    assert!(notes(&gathered).contains(&"intake-note-offset"));
    assert!(notes(&gathered).contains(&"intake-note-seconds"));
}

#[test]
fn words_mean_what_the_book_remembers_unless_a_person_says_otherwise() {
    let task = |code: &str| TaskCode(code.to_owned());
    let mut asker = asker();
    asker.tags.insert("bath".to_owned(), task("3"));
    asker.tags.insert("gone".to_owned(), task("no longer in the list"));
    let text = b"2025-10-06\n  8:00 - 9:00 #Bath #elsewhere\n  9:00 - 9:10 #gone\n";
    let refused = ask(&asker, "a.klg", text);
    assert_eq!(faults(&refused), [("3".to_owned(), "intake-tag-unmapped")]);
    assert_eq!(refused.files[0].unmapped, ["gone"]);
    asker.foreign.tags.insert("gone".to_owned(), task("4"));
    let taken = ask(&asker, "a.klg", text);
    assert_eq!(by_task(sheets(&taken).iter().map(|(_, sheet)| sheet)).len(), 2);
    assert!(matches!(
        taken.changes.last(),
        Some(crate::book::Change::TagMapped { before: Some(_), .. })
    ));
}

#[test]
fn a_table_of_tags_tells_its_faults_by_line() {
    let folder = folder();
    let list = super::support::task_list();
    let good = write(
        folder.path(),
        "good.csv",
        "tag,task\n\"'=x\",１１\nＢath,Leeway\n".as_bytes(),
    );
    let map = read_tag_map(&good, &list);
    let name_is_known = list.find("Leeway").is_some();
    assert_eq!(map.is_ok(), name_is_known);
    let bad = write(folder.path(), "bad.csv", b"a,11\na,2\n,3\nb,99\n");
    let places: Vec<Option<String>> = read_tag_map(&bad, &list)
        .unwrap_err()
        .iter()
        .map(|fault| fault.place.text())
        .collect();
    assert_eq!(places, ["2", "3", "4"].map(|line| Some(line.to_owned())));
}

#[test]
fn endless_lines_and_deep_nesting_are_refused_in_time() {
    let long = format!("2025-10-06\n  8:00 - 9:00 {}\n", "#a ".repeat(3_500_000));
    assert_eq!(
        faults(&ask(&asker(), "a.klg", long.as_bytes()))[0].1,
        "intake-line-too-long"
    );
    let deep = format!("[{{\"start\":{}", "[".repeat(10_000_000));
    assert_eq!(
        faults(&ask(&asker(), "a.json", deep.as_bytes()))[0].1,
        "intake-bad-json"
    );
    let one_line = format!("[{{\"start\":\"{}\"}}]", "9".repeat(10_000_000));
    assert_eq!(
        faults(&ask(&asker(), "a.json", one_line.as_bytes()))[0].1,
        "intake-bad-moment"
    );
}

const BEGINNINGS: [&str; 6] = [
    "2025-10-06\n",
    "2025-10-06\n#yutori=\"sheet\" #wave=\"before\" #staff=\"S\" #date=\"2025-10-06\" #slot=\"10\"",
    "i 2025/10/06 08:00:00 ",
    "; #yutori=\"sheet\" #wave=\"before\" #staff=\"S\" #date=\"2025-10-06\" #slot=\"10\"\ni 2025/10/06 08:00:00 a:b:11\no ",
    "[{\"start\":\"20251006T000000Z\",",
    "date,start,end,tag\n",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_text_of_another_program_stops_this_one(
        begin in prop::sample::select(BEGINNINGS.to_vec()),
        rest in "([-0-9:/<>?#\"%=,;{}\\[\\]aio TZ入日時午後am\t\n]{0,12}|99999999999:99|2262-04-12|\"end\":\"99991231T235959Z\"|-262143-01-01|24:00>){0,12}",
    ) {
        ask(&asker(), "a.dat", format!("{begin}{rest}").as_bytes());
    }

    #[test]
    fn no_changed_entry_stops_this_program(place in 0usize..400, word in "[0-9]{1,20}|null|\"|\\}|\\[|-1|1e99") {
        let text = "{\"schema\":\"yutori.entries/1\",\"sheets\":[{\"wave\":\"before\",\"staff\":\"S1\",\"date\":\"2025-10-06\",\
            \"scheduled\":{\"start\":510,\"end\":1050},\"slot_minutes\":10,\"note\":\"a\",\"copied\":[510],\
            \"cells\":[{\"start\":510,\"shares\":[{\"task\":\"11\",\"minutes\":10}]}]}]}";
        let at = place.min(text.len());
        let end = (at + word.len()).min(text.len());
        let mut changed = text.to_owned();
        changed.replace_range(at..end, &word);
        ask(&asker(), "a.json", changed.as_bytes());
    }
}
