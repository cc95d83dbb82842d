//! Answers to the challenge sheet: tables of web forms, long tables, our own sheet, in every encoding.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::PathBuf;

use encoding_rs::SHIFT_JIS;
use proptest::prelude::*;

use super::support::{Asker, Folder, notes, patched, statuses, survey_sheet};
use crate::book::Change;
use crate::catalog::Catalog;
use crate::intake::{Gathered, Kind, Place, Status};
use crate::issues::{
    Answer, Position, Questionnaire, Rating, Response, ResponseKey, ResponseNumber, StatementCode, SurveyColumn,
};
use crate::office::{Role, StaffCode, Unit};
use crate::text::{Lang, Text};
use crate::worktime::Wave;

fn questionnaire() -> Questionnaire {
    Catalog::built_in().questionnaire("challenge-facility").unwrap().clone()
}

fn asker() -> Asker {
    Asker {
        wave: Some(Wave::Before),
        ..Asker::default()
    }
}

fn ask(asker: &Asker, text: &str) -> Gathered {
    let folder = Folder::new();
    asker.ask(&[folder.file("answers.csv", text)])
}

fn responses(gathered: &Gathered) -> Vec<Response> {
    let kept = |change: &Change| match change {
        Change::ResponseKept { before: None, after } => after.as_deref().cloned(),
        _ => None,
    };
    gathered.changes.iter().filter_map(kept).collect()
}

fn places(gathered: &Gathered) -> Vec<(String, &'static str)> {
    let faults = gathered.files.iter().flat_map(|file| &file.faults);
    faults
        .map(|fault| (fault.place.text().unwrap_or_default(), fault.message.key()))
        .collect()
}

fn code(code: &str) -> StatementCode {
    StatementCode(code.to_owned())
}

fn rated(number: u8) -> Answer {
    Answer::Rated(Rating::of(number).unwrap())
}

/// A person with every answer drawn from a number.
fn person(number: u32, seed: u32) -> Response {
    let answers = questionnaire()
        .statements()
        .zip(0u32..)
        .filter_map(|(statement, at)| {
            let drawn = (seed + 1)
                .wrapping_mul(2_654_435_761)
                .wrapping_add(at.wrapping_mul(40_503))
                >> 7;
            let answer = match drawn % 6 {
                0 => return None,
                1 => Answer::Unknown,
                rest => rated(u8::try_from(rest - 2).unwrap()),
            };
            Some((statement.code.clone(), answer))
        })
        .collect();
    Response {
        key: ResponseKey {
            round: Wave::Before,
            number: ResponseNumber(number),
        },
        questionnaire: "challenge-facility".to_owned(),
        staff: StaffCode::parse(&format!("S{number:02}")).ok(),
        role: Role::parse("介護職員").ok(),
        unit: Unit::parse(if seed.is_multiple_of(2) { "1階" } else { "2階" }).ok(),
        position: Some(if seed.is_multiple_of(5) {
            Position::Management
        } else {
            Position::Floor
        }),
        date: None,
        answers,
    }
}

fn word(answer: Option<&Answer>) -> String {
    match answer {
        None => String::new(),
        Some(Answer::Unknown) => "わからない".to_owned(),
        Some(Answer::Rated(rating)) => rating.number().to_string(),
    }
}

fn position(response: &Response) -> &'static str {
    match response.position {
        Some(Position::Floor) => "現場",
        Some(Position::Management) => "管理者",
        None => "",
    }
}

/// A line for each person, as a web form exports it.
fn wide(people: &[Response]) -> String {
    let questionnaire = questionnaire();
    let mut table = "タイムスタンプ,職員ID,職種,ユニット,立場".to_owned();
    for statement in questionnaire.statements() {
        write!(table, ",\"どのくらい当てはまりますか [{}]\"", statement.text.ja).unwrap();
    }
    for person in people {
        let text = |name: Option<String>| name.unwrap_or_default();
        write!(
            table,
            "\n,{},{},{},{}",
            text(person.staff.as_ref().map(ToString::to_string)),
            text(person.role.as_ref().map(ToString::to_string)),
            text(person.unit.as_ref().map(ToString::to_string)),
            position(person)
        )
        .unwrap();
        for statement in questionnaire.statements() {
            write!(table, ",{}", word(person.answers.get(&statement.code))).unwrap();
        }
    }
    table + "\n"
}

/// A line for each answer.
fn long(people: &[Response]) -> String {
    let mut table = "職員ID,設問,回答,職種,ユニット,立場\n".to_owned();
    for person in people {
        for statement in questionnaire().statements() {
            let text = |name: Option<String>| name.unwrap_or_default();
            writeln!(
                table,
                "{},{},{},{},{},{}",
                text(person.staff.as_ref().map(ToString::to_string)),
                statement.code,
                word(person.answers.get(&statement.code)),
                text(person.role.as_ref().map(ToString::to_string)),
                text(person.unit.as_ref().map(ToString::to_string)),
                position(person)
            )
            .unwrap();
        }
    }
    table
}

fn sheet(response: &Response) -> Vec<u8> {
    survey_sheet(&questionnaire(), response)
}

fn utf16(text: &str) -> Vec<u8> {
    let units = text.encode_utf16().flat_map(u16::to_le_bytes);
    [0xff, 0xfe].into_iter().chain(units).collect()
}

#[test]
fn wide_and_long_tables_and_our_sheets_say_the_same() {
    let people: Vec<Response> = (1..=5).map(|number| person(number, number)).collect();
    let of_wide = ask(&asker(), &wide(&people));
    assert_eq!(places(&of_wide), []);
    assert_eq!(responses(&of_wide), people);
    assert_eq!(of_wide.files[0].kind, Some(Kind::ChallengeCsv));
    assert_eq!(of_wide.files[0].responses, 5);
    // Codes alone do not tell the questionnaire; the book does.
    let mut knowing = asker();
    knowing.issues.questionnaires.push(questionnaire());
    let of_long = ask(&knowing, &long(&people));
    assert_eq!(places(&of_long), []);
    assert_eq!(responses(&of_long), people);
    let folder = Folder::new();
    let paths: Vec<PathBuf> = people
        .iter()
        .map(|person| folder.file(&format!("{}.xlsx", person.staff.as_ref().unwrap()), sheet(person)))
        .collect();
    let of_sheets = Asker::default().ask(&paths);
    assert_eq!(responses(&of_sheets), people);
    assert_eq!(of_sheets.files[0].kind, Some(Kind::ChallengeXlsx));
}

#[test]
fn the_questionnaire_comes_into_the_book_once_and_before_the_answers() {
    let mut asker = asker();
    let gathered = asker.take(&[Folder::new().file("no", "")]);
    assert_eq!(statuses(&gathered), [Status::Refused]);
    let folder = Folder::new();
    let first = folder.file("1.csv", wide(&[person(1, 1)]));
    let second = folder.file("2.csv", wide(&[person(2, 2)]));
    let gathered = asker.take(&[first]);
    assert!(matches!(
        gathered.changes.as_slice(),
        [
            Change::FileTaken(_),
            Change::QuestionnaireKept { .. },
            Change::ResponseKept { .. }
        ]
    ));
    let gathered = asker.take(&[second]);
    assert!(matches!(
        gathered.changes.as_slice(),
        [Change::FileTaken(_), Change::ResponseKept { .. }]
    ));
    assert_eq!(asker.issues.responses[1].key.number, ResponseNumber(2));
}

#[test]
fn codes_alone_ask_which_questionnaire_until_somebody_says() {
    let table = "職員ID,1a,1b\nS01,3,0\n";
    let gathered = ask(&asker(), table);
    assert_eq!(places(&gathered), [(String::new(), "surveyin-which-questionnaire")]);
    assert!(gathered.files[0].asks_questionnaire);
    let mut told = asker();
    told.foreign.questionnaire = Some("challenge-home".to_owned());
    assert_eq!(responses(&ask(&told, table))[0].questionnaire, "challenge-home");
    let mut known = asker();
    known.issues.questionnaires.push(questionnaire());
    assert_eq!(responses(&ask(&known, table))[0].questionnaire, "challenge-facility");
    let by_column = ask(&asker(), "質問票,職員ID,1a\nchallenge-medical,S01,3\n");
    assert_eq!(responses(&by_column)[0].questionnaire, "challenge-medical");
    told.foreign.questionnaire = Some("other".to_owned());
    assert_eq!(
        places(&ask(&told, table)),
        [(String::new(), "surveyin-no-such-questionnaire")]
    );
}

#[test]
fn names_and_mail_are_never_kept() {
    let table = format!(
        "タイムスタンプ,お名前,メールアドレス,{}\n2026/02/02 10:11:12 午前 GMT+9,山田太郎,yamada@example.com,3\n",
        questionnaire().statements().next().unwrap().text.ja
    );
    let gathered = ask(&asker(), &table);
    let kept = responses(&gathered);
    assert_eq!(kept.len(), 1);
    assert_eq!(kept[0].date.unwrap().to_string(), "2026-02-02");
    assert_eq!(kept[0].staff, None);
    assert!(!format!("{:?}", gathered.changes).contains("山田"));
    assert!(notes(&gathered).contains(&"surveyin-note-personal"));
}

#[test]
fn an_unknown_heading_is_named_and_remembered_once_it_is_told() {
    let first = questionnaire().statements().next().unwrap().text.ja.clone();
    let table = format!("職員ID,{first},物の置き場,1c 探し物,好きな色\nS01,3,2,1,青\n");
    let gathered = ask(&asker(), &table);
    assert_eq!(
        places(&gathered),
        [
            ("1".to_owned(), "surveyin-unknown-heading"),
            ("1".to_owned(), "surveyin-other-words"),
            ("1".to_owned(), "surveyin-unknown-heading"),
        ]
    );
    assert_eq!(gathered.files[0].headings, ["物の置き場", "1c 探し物", "好きな色"]);
    let mut told = asker();
    for (heading, meaning) in [("物の置き場", "1b"), ("１Ｃ 探し物", "1c"), ("好きな色", "-")] {
        let column = SurveyColumn::parse(meaning).unwrap();
        told.foreign.columns.insert(heading.to_owned(), column);
    }
    let folder = Folder::new();
    let gathered = told.take(&[folder.file("a.csv", &table)]);
    let expected = BTreeMap::from([(code("1a"), rated(3)), (code("1b"), rated(2)), (code("1c"), rated(1))]);
    assert_eq!(responses(&gathered)[0].answers, expected);
    assert_eq!(told.issues.columns.len(), 3);
    told.foreign.columns.clear();
    let later = told.ask(&[folder.file("b.csv", table.replace("S01", "S02"))]);
    assert_eq!(responses(&later)[0].answers, expected);
    assert!(
        !later
            .changes
            .iter()
            .any(|change| matches!(change, Change::ColumnMapped { .. }))
    );
}

#[test]
fn bad_answers_are_told_with_their_line() {
    let text = &questionnaire().statements().next().unwrap().text.ja.clone();
    let table = format!("職員ID,立場,{text}\nS01,現場,よく当てはまる\nS02,,4\nS03,,はい\nS04,社長,1\nS05,,\nS06,,？\n");
    let gathered = ask(&asker(), &table);
    assert_eq!(
        places(&gathered),
        [
            ("3".to_owned(), "surveyin-answer-above-three"),
            ("4".to_owned(), "surveyin-bad-answer"),
            ("5".to_owned(), "surveyin-bad-position"),
        ]
    );
    assert_eq!(gathered.changes, []);
}

#[test]
fn the_same_code_twice_in_a_round_is_a_fault_that_names_both() {
    let folder = Folder::new();
    let one = folder.file("1.xlsx", sheet(&person(1, 1)));
    let two = folder.file("2.xlsx", sheet(&person(1, 2)));
    let gathered = asker().ask(&[one.clone(), two.clone()]);
    assert_eq!(statuses(&gathered), [Status::Accepted, Status::Refused]);
    let fault = &gathered.files[1].faults[0];
    let said = Text::new(Lang::Ja).say(&fault.message);
    assert_eq!(fault.message.key(), "surveyin-code-twice");
    assert!(
        said.contains("1.xlsx") && said.contains("2.xlsx") && said.contains("S01"),
        "{said}"
    );
    let mut asker = asker();
    asker.take(&[one]);
    assert_eq!(statuses(&asker.ask(&[two])), [Status::Refused]);
}

#[test]
fn a_table_that_has_grown_brings_only_its_new_lines() {
    let mut anonymous: Vec<Response> = (1..=4).map(|number| person(number, number)).collect();
    for person in &mut anonymous {
        person.staff = None;
    }
    let folder = Folder::new();
    let mut asker = asker();
    asker.take(&[folder.file("1.csv", wide(&anonymous[..2]))]);
    let gathered = asker.take(&[folder.file("2.csv", wide(&anonymous))]);
    assert_eq!(gathered.files[0].responses, 2);
    assert_eq!(asker.issues.responses, anonymous);
    assert!(notes(&gathered).contains(&"surveyin-note-known-answers"));
}

#[test]
fn the_round_comes_from_the_order_the_file_or_the_folder() {
    let folder = Folder::new();
    let text = &questionnaire().statements().next().unwrap().text.ja.clone();
    let with_column = format!("時期,職員ID,{text}\n取組後①,S01,3\n取組前,S02,1\n");
    let column = folder.file("after1/a.csv", with_column);
    let none = format!("職員ID,{text}\nS03,3\n");
    let in_folder = folder.file("after1/b.csv", &none);
    let outside = Folder::new();
    let nowhere = outside.file("c.csv", &none);
    let gathered = Asker::default().ask(&[column.clone(), in_folder]);
    let rounds: Vec<Wave> = responses(&gathered).iter().map(|it| it.key.round).collect();
    assert_eq!(rounds, [Wave::After(1), Wave::Before, Wave::After(1)]);
    assert_eq!(
        places(&Asker::default().ask(&[nowhere])),
        [(String::new(), "surveyin-no-round")]
    );
    assert_eq!(
        places(&asker().ask(&[column])),
        [("2".to_owned(), "surveyin-rounds-contradict")]
    );
}

#[test]
fn the_same_file_changes_nothing_the_second_time_whatever_round_is_ordered() {
    let folder = Folder::new();
    let path = folder.file("S01.xlsx", sheet(&person(1, 1)));
    let mut known = Asker::default();
    known.take(std::slice::from_ref(&path));
    for wave in [None, Some(Wave::Before)] {
        known.wave = wave;
        let gathered = known.ask(std::slice::from_ref(&path));
        assert_eq!(statuses(&gathered), [Status::Unchanged]);
        assert_eq!(gathered.files[0].kind, Some(Kind::ChallengeXlsx));
        assert_eq!(gathered.changes, []);
    }
}

#[test]
fn thirty_files_of_which_one_is_damaged_are_refused_whole_or_taken_without_it() {
    let folder = Folder::new();
    let mut paths = Vec::new();
    for number in 1..=30 {
        let person = person(number, number);
        let table = wide(std::slice::from_ref(&person));
        paths.push(match number % 5 {
            0 => folder.file(&format!("{number:02}.csv"), SHIFT_JIS.encode(&table).0),
            1 => folder.file(
                &format!("{number:02}.csv"),
                [b"\xef\xbb\xbf".as_slice(), table.as_bytes()].concat(),
            ),
            2 => folder.file(&format!("{number:02}.csv"), utf16(&table)),
            _ if number == 13 => folder.file("13.xlsx", patched(&sheet(&person), &[("D12", "はい")])),
            _ => folder.file(&format!("{number:02}.xlsx"), sheet(&person)),
        });
    }
    let mut asker = asker();
    let gathered = asker.ask(&paths);
    assert_eq!(gathered.changes, []);
    assert_eq!(
        places(&gathered),
        [("課題把握シート!D12".to_owned(), "surveyin-bad-answer")]
    );
    asker.keep_going = true;
    let gathered = asker.take(&paths);
    assert_eq!(responses(&gathered).len(), 29);
    let numbers: Vec<u32> = asker.issues.responses.iter().map(|it| it.key.number.0).collect();
    assert_eq!(numbers, (1..=29).collect::<Vec<_>>());
    let again = asker.ask(&paths);
    assert_eq!(again.changes, []);
    assert_eq!(
        again
            .files
            .iter()
            .filter(|file| file.status == Status::Unchanged)
            .count(),
        29
    );
}

#[test]
fn a_sheet_that_was_changed_is_refused_with_its_cell() {
    let sheet = sheet(&person(1, 1));
    let faults = |cells: &[(&str, &str)]| {
        let folder = Folder::new();
        let path = folder.file("a.xlsx", patched(&sheet, cells));
        places(&asker().ask(&[path]))
    };
    let at = |cell: &str, key| vec![(format!("課題把握シート!{cell}"), key)];
    assert_eq!(faults(&[("A11", "1b")]), at("A11", "surveyin-row-moved"));
    assert_eq!(faults(&[("B11", "物が多いです。")]), at("B11", "surveyin-row-renamed"));
    assert_eq!(
        faults(&[("A1", "yutori survey challenge-facility 2020")]),
        at("A1", "surveyin-other-version")
    );
    assert_eq!(
        faults(&[("A1", "yutori survey own-list 1")]),
        at("A1", "surveyin-questionnaire-unknown")
    );
    assert_eq!(faults(&[("A1", "メモ")]), at("A1", "surveyin-no-mark"));
}

#[test]
fn a_table_of_minutes_that_a_web_form_made_is_still_a_table_of_minutes() {
    let table = "タイムスタンプ,職員ID,日付,開始,業務,分\n2025/10/06 18:00:00,S01,2025/10/06,8:30,11,10\n";
    let gathered = ask(&asker(), table);
    assert_eq!(gathered.files[0].kind, Some(Kind::MinutesCsv));
    assert_eq!(gathered.files[0].sheets, 1);
}

#[test]
fn a_table_on_a_worksheet_is_read_below_its_titles() {
    let asked = questionnaire();
    let texts: Vec<&str> = asked.statements().take(2).map(|it| it.text.ja.as_str()).collect();
    let heads = ["職員ID", "職種", texts[0], texts[1], "お名前"];
    let folder = Folder::new();
    let good = super::support::table_workbook(&[
        &["アンケートの集計"],
        &[],
        &heads,
        &["S01", "介護職員", "3", "", "山田太郎"],
        &["S02", "看護職員", "わからない", "0", "佐藤花子"],
    ]);
    let gathered = asker().ask(&[folder.file("a.xlsx", good)]);
    assert_eq!(places(&gathered), []);
    assert_eq!(gathered.files[0].kind, Some(Kind::ChallengeXlsx));
    let read = responses(&gathered);
    assert_eq!(read[0].answers, BTreeMap::from([(code("1a"), rated(3))]));
    assert_eq!(
        read[1].answers,
        BTreeMap::from([(code("1a"), Answer::Unknown), (code("1b"), rated(0))])
    );
    let bad = super::support::table_workbook(&[&heads, &["S01", "介護職員", "3", "7"]]);
    let gathered = asker().ask(&[folder.file("b.xlsx", bad)]);
    assert_eq!(places(&gathered), [("集計!D2".to_owned(), "surveyin-bad-answer")]);
}

#[test]
fn a_broken_workbook_is_refused() {
    let mut bytes = sheet(&person(1, 1));
    bytes.truncate(bytes.len() / 2);
    let folder = Folder::new();
    let gathered = asker().ask(&[folder.file("a.xlsx", bytes)]);
    assert_eq!(statuses(&gathered), [Status::Refused]);
    assert_eq!(gathered.files[0].faults[0].place, Place::File);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn any_answers_come_back_from_a_table_as_they_were(seeds in prop::collection::vec(0u32..5_000, 1..12)) {
        let people: Vec<Response> = seeds
            .iter()
            .zip(1u32..)
            .map(|(seed, number)| person(number, *seed))
            .collect();
        let mut knowing = asker();
        knowing.issues.questionnaires.push(questionnaire());
        prop_assert_eq!(&responses(&ask(&knowing, &wide(&people))), &people);
        prop_assert_eq!(&responses(&ask(&knowing, &long(&people))), &people);
    }
}
