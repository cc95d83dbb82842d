//! The report workbook, read back.

#![expect(clippy::unwrap_used, reason = "a test may stop where it stands")]

#[path = "workbook/formula.rs"]
mod formula;
#[path = "workbook/home.rs"]
mod home;

use std::collections::BTreeMap;
use std::io::{Cursor, Read};
use std::sync::LazyLock;

use calamine::{Data, Range, Reader, Xlsx, open_workbook_from_rs};
use formula::Book;
use home::Home;
use yutori::effect::{Family, Verdict};
use yutori::report::finding::WaveSummary;
use yutori::text::{Lang, Text};
use yutori::worktime::Wave;

const TWO: [Wave; 2] = [Wave::Before, Wave::After(1)];

fn japanese() -> Text {
    Text::new(Lang::Ja)
}

fn home() -> Home {
    static MADE: LazyLock<Home> = LazyLock::new(|| Home::with(&TWO, &japanese()));
    MADE.clone()
}

fn english_home() -> Home {
    static MADE: LazyLock<Home> = LazyLock::new(|| Home::with(&TWO, &Text::new(Lang::En)));
    MADE.clone()
}

/// All parts of the file as text.
fn parts(bytes: &[u8]) -> BTreeMap<String, String> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes.to_vec())).unwrap();
    let mut parts = BTreeMap::new();
    for index in 0..archive.len() {
        let mut file = archive.by_index(index).unwrap();
        let mut text = String::new();
        file.read_to_string(&mut text).unwrap();
        parts.insert(file.name().unwrap().into_owned(), text);
    }
    parts
}

fn sheet(bytes: &[u8], name: &str) -> Range<Data> {
    let mut book: Xlsx<_> = open_workbook_from_rs(Cursor::new(bytes.to_vec())).unwrap();
    book.worksheet_range(name).unwrap()
}

fn names(bytes: &[u8]) -> Vec<String> {
    let book: Xlsx<_> = open_workbook_from_rs(Cursor::new(bytes.to_vec())).unwrap();
    book.sheet_names()
}

fn number(range: &Range<Data>, row: u32, col: u32) -> f64 {
    match range.get_value((row, col)) {
        Some(Data::Float(number)) => *number,
        other => panic!("no number at {row}, {col}: {other:?}"),
    }
}

fn words(range: &Range<Data>, row: u32, col: u32) -> String {
    range.get_value((row, col)).map(ToString::to_string).unwrap_or_default()
}

/// First row at or under `from` whose cell in `col` says this.
fn row_of(range: &Range<Data>, from: u32, col: u32, says: &str) -> u32 {
    let end = range.end().unwrap().0;
    (from..=end)
        .find(|row| words(range, *row, col) == says)
        .unwrap_or_else(|| panic!("nowhere: {says}"))
}

fn close(left: f64, right: f64) -> bool {
    (left - right).abs() <= 1e-9 * left.abs().max(right.abs()).max(1.0)
}

#[test]
fn sheets_stand_in_the_order_of_reading_and_their_names_fit_excel() {
    let home = home();
    let short = [
        "概要",
        "業務時間",
        "時間帯",
        "職員",
        "割合",
        "長い業務",
        "時間帯×業務",
        "個人差",
        "業務表と実際",
        "効果",
        "明細",
        "方法",
    ];
    assert_eq!(names(&home.workbook(false, &japanese())), short);
    let full = names(&home.workbook(true, &japanese()));
    assert_eq!(full.len(), 13);
    assert_eq!(full[11], "明細（全件）");
    assert!(full.iter().all(|name| name.chars().count() <= 31));
}

#[test]
fn tasks_and_categories_read_back_as_the_finding_has_them() {
    let home = home();
    let range = sheet(&home.workbook(false, &japanese()), "業務時間");
    let starts = [
        row_of(&range, 0, 0, "全体"),
        row_of(&range, 0, 0, "昼間（夜間 22:00-06:00 を除く）"),
        row_of(&range, 0, 0, "夜間（22:00-06:00）"),
    ];
    for (wave, found) in home.summary.waves.iter().enumerate() {
        let col = u32::try_from(2 + 3 * wave).unwrap();
        let blocks = [
            (&found.categories, &found.tasks),
            (&found.periods.day.categories, &found.periods.day.tasks),
            (&found.periods.night.categories, &found.periods.night.tasks),
        ];
        for (start, (categories, tasks)) in starts.iter().zip(blocks) {
            for category in categories {
                let row = row_of(&range, *start, 0, &category.code);
                let comparable = category.scaled.or(category.per_person_day).unwrap();
                assert!(close(number(&range, row, col), f64::from(category.minutes)));
                assert!(close(number(&range, row, col + 1), comparable), "{}", category.code);
                assert!(close(number(&range, row, col + 2), category.share.unwrap()));
            }
            for task in tasks {
                let row = row_of(&range, *start, 0, &task.code);
                let comparable = task.scaled.or(task.per_person_day).unwrap();
                assert!(close(number(&range, row, col), f64::from(task.minutes)));
                assert!(close(number(&range, row, col + 1), comparable), "{}", task.code);
                assert!(close(number(&range, row, col + 2), task.share.unwrap()));
            }
        }
    }
}

fn hour_rows(range: &Range<Data>, wave: &WaveSummary) {
    let band = format!("{}（{}日間の合計、分）", wave.label, wave.days);
    let top = row_of(range, 0, 0, &band);
    for hour in &wave.hours {
        let row = top + 1 + u32::from(hour.hour);
        assert_eq!(words(range, row, 0), format!("{}時台", hour.hour));
        for (col, category) in (1..).zip(&wave.categories) {
            assert!(close(
                number(range, row, col),
                f64::from(hour.by_category[&category.code])
            ));
        }
        assert!(close(number(range, row, 6), f64::from(hour.minutes)));
        assert!(close(number(range, row, 7), f64::from(hour.unfilled)));
        assert!(close(number(range, row, 8), hour.people.unwrap()));
    }
    assert!(close(number(range, top + 25, 6), f64::from(wave.minutes)));
}

#[test]
fn clock_hours_read_back_as_the_finding_has_them() {
    let home = home();
    let range = sheet(&home.workbook(false, &japanese()), "時間帯");
    for wave in &home.summary.waves {
        hour_rows(&range, wave);
    }
}

/// A difference as it is written: rounded to these decimals.
fn as_shown(value: f64, decimals: u8) -> f64 {
    let factor = 10_f64.powi(i32::from(decimals));
    (value * factor).round() / factor
}

#[test]
fn a_difference_that_rounds_to_zero_has_no_sign() {
    let mut home = home();
    let finding = &mut home.comparisons[0].indicators[0];
    finding.is_share = false;
    finding.decimals = 1;
    finding.difference = Some(-0.04);
    finding.interval = Some([-0.25, 0.04]);
    let name = format!("{}（{}）", finding.name, finding.unit);
    let range = sheet(&home.workbook(false, &japanese()), "効果");
    let row = row_of(&range, row_of(&range, 0, 0, "前後の数字"), 0, &name);
    for (col, expected) in [(8, 0.0), (9, -0.3), (10, 0.0)] {
        let value = number(&range, row, col);
        assert!(
            close(value, expected) && (value != 0.0 || value.is_sign_positive()),
            "{value}"
        );
    }
}

#[test]
fn one_of_the_main_sentences_is_about_the_quality_of_care() {
    let mut home = home();
    let indicators = &mut home.comparisons[0].indicators;
    for finding in indicators.iter_mut() {
        finding.verdict = match finding.family {
            Family::Efficiency => Verdict::Improved,
            Family::Quality => Verdict::NotShown,
        };
    }
    let sentences = |family: Family, home: &Home| -> Vec<String> {
        let all = home.comparisons[0].indicators.iter();
        all.filter(|finding| finding.family == family)
            .map(|finding| finding.sentence.clone())
            .collect()
    };
    let range = sheet(&home.workbook(false, &japanese()), "概要");
    let shown: Vec<String> = (0..=range.end().unwrap().0).map(|row| words(&range, row, 1)).collect();
    let count = |family| {
        let of = sentences(family, &home);
        shown.iter().filter(|words| of.contains(words)).count()
    };
    assert_eq!((count(Family::Efficiency), count(Family::Quality)), (2, 1));
    assert!(shown.contains(&"ほかの指標は「効果」にあります。".to_owned()));
}

#[test]
fn figures_of_one_or_two_people_carry_a_warning() {
    let warned = |home: &Home, with_staff: bool, name: &str| {
        let range = sheet(&home.workbook(with_staff, &japanese()), name);
        range
            .used_cells()
            .any(|(_, _, cell)| cell.to_string().starts_with("注意："))
    };
    let mut home = home();
    assert!(!warned(&home, false, "概要") && !warned(&home, false, "業務時間"));
    home.summary.waves[0].periods.night.people = 2;
    assert!(!warned(&home, false, "概要") && warned(&home, false, "業務時間"));
    home.summary.waves[1].staff = 1;
    assert!(warned(&home, false, "概要"));
    assert!(!warned(&home, true, "概要") && !warned(&home, true, "業務時間"));
}

#[test]
fn tasks_by_hour_of_two_people_are_hidden() {
    let shown = |home: &Home, with_staff: bool| {
        let range = sheet(&home.workbook(with_staff, &japanese()), "時間帯×業務");
        let hidden = |cell: &Data| cell.to_string().contains("3人未満のため表示しません");
        range.used_cells().filter(|(_, _, cell)| hidden(cell)).count()
    };
    let mut home = home();
    assert_eq!(shown(&home, false), 0);
    home.pictures.heat[0].size.people = 2;
    assert_eq!((shown(&home, false), shown(&home, true)), (1, 0));
}

#[test]
fn indicators_read_back_as_the_finding_has_them() {
    let home = home();
    let range = sheet(&home.workbook(false, &japanese()), "効果");
    let figures = row_of(&range, 0, 0, "前後の数字");
    for finding in &home.comparisons[0].indicators {
        let name = format!("{}（{}）", finding.name, finding.unit);
        let row = row_of(&range, figures, 0, &name);
        let factor = if finding.is_share { 100.0 } else { 1.0 };
        let [low, high] = finding.interval.unwrap();
        let expected = [
            (6, finding.from.as_ref().unwrap().mean),
            (7, finding.to.as_ref().unwrap().mean),
            (8, as_shown(finding.difference.unwrap() * factor, finding.decimals)),
            (9, as_shown(low * factor, finding.decimals)),
            (10, as_shown(high * factor, finding.decimals)),
            (12, finding.p_value.unwrap()),
            (13, finding.p_holm.unwrap()),
        ];
        for (col, value) in expected {
            assert!(close(number(&range, row, col), value), "{name} {col}");
        }
        assert_eq!(words(&range, row, 15), finding.grade.letter());
        let sentence = row_of(&range, 0, 0, &name);
        assert_eq!(words(&range, sentence, 4), finding.sentence);
        assert_eq!(words(&range, sentence, 12), finding.why);
    }
}

#[test]
fn every_cached_value_is_what_its_formula_gives() {
    let two = home();
    let mut one = home();
    one.summary.waves.truncate(1);
    one.comparisons.clear();
    for (home, with_staff) in [(two, true), (one, false)] {
        let bytes = home.workbook(with_staff, &japanese());
        let book = Book::read(&bytes);
        let formulas = book.formulas();
        assert!(formulas.len() > 200, "only {} formulas", formulas.len());
        for (sheet, at, formula) in formulas {
            let computed = book.compute(&sheet, &formula);
            let cached = book.cached(&sheet, at);
            assert!(
                close(computed, cached),
                "{sheet} {at:?} {formula}: {computed} against {cached}"
            );
        }
    }
}

#[test]
fn without_staff_no_code_occurs_anywhere_in_the_file() {
    let home = home();
    let codes = |bytes: &[u8]| -> Vec<String> {
        let parts = parts(bytes);
        (1..=12)
            .map(|person| format!("S{person:03}"))
            .filter(|code| parts.values().any(|part| part.contains(code.as_str())))
            .collect()
    };
    assert_eq!(codes(&home.workbook(false, &japanese())), Vec::<String>::new());
    assert_eq!(codes(&home.workbook(true, &japanese())).len(), 12);
}

#[test]
fn entries_without_the_word_of_the_person_level_export_stay_out() {
    let home = home();
    let mut contents = home.contents(true);
    contents.with_staff = false;
    let bytes = yutori::report::workbook::write(&contents, &japanese()).unwrap();
    assert!(!parts(&bytes).values().any(|part| part.contains("S001")));
}

#[test]
fn a_small_group_has_dashes_and_no_figures() {
    let home = home();
    let range = sheet(&home.workbook(false, &japanese()), "職員");
    let row = row_of(&range, 0, 0, "生活相談員");
    for col in 2..=16 {
        assert_eq!(words(&range, row, col), "—", "column {col}");
    }
}

#[test]
fn a_day_of_two_people_is_hidden() {
    let mut home = home();
    // The finding hides the day of two people, and another one so that the first does not follow from the total.
    for day in [1, 2] {
        home.summary.waves[0].dates[day].hidden = true;
    }
    let range = sheet(&home.workbook(false, &japanese()), "明細");
    assert_eq!(words(&range, 5, 4), "—");
    assert_eq!(words(&range, 5, 3), "—");
    assert_ne!(words(&range, 5, 2), "—");
    let end = row_of(&range, 5, 1, "調査票");
    for row in 5..=end {
        assert_eq!(words(&range, row, 7), "—", "row {row}: a sum of some days only");
        if row != end - 1 {
            assert_ne!(
                words(&range, row, 13),
                "—",
                "row {row}: the other wave has all its days"
            );
        }
    }
    let range = sheet(&home.workbook(true, &japanese()), "明細");
    assert_ne!(words(&range, 5, 4), "—");
    assert_ne!(words(&range, 5, 7), "—");
}

#[test]
fn an_office_name_that_looks_like_a_formula_stays_text() {
    let mut home = home();
    "=1+1".clone_into(&mut home.summary.office.name);
    let bytes = home.workbook(false, &japanese());
    assert_eq!(
        sheet(&bytes, "概要").get_value((1, 0)),
        Some(&Data::String("=1+1".to_owned()))
    );
    assert!(!parts(&bytes).values().any(|part| part.contains("<f>1+1</f>")));
}

#[test]
fn what_is_not_known_is_a_dash_and_never_zero() {
    let mut home = home();
    let finding = &mut home.comparisons[0].indicators[0];
    finding.p_value = None;
    finding.interval = None;
    finding.difference = None;
    let name = format!("{}（{}）", finding.name, finding.unit);
    let range = sheet(&home.workbook(false, &japanese()), "効果");
    let row = row_of(&range, row_of(&range, 0, 0, "前後の数字"), 0, &name);
    for col in [8, 9, 10, 12] {
        assert_eq!(words(&range, row, col), "—");
    }
}

#[test]
fn the_same_contents_give_the_same_bytes() {
    assert!(home().workbook(true, &japanese()) == home().workbook(true, &japanese()));
}

#[test]
fn a_book_without_sheets_still_gives_a_workbook() {
    let home = Home::with(&[], &japanese());
    let range = sheet(&home.workbook(false, &japanese()), "概要");
    assert!(
        range
            .used_cells()
            .any(|(_, _, cell)| *cell == Data::String("調査票がまだありません。".to_owned()))
    );
}

#[test]
fn the_english_workbook_has_japanese_only_where_the_data_has_it() {
    let text = Text::new(Lang::En);
    let mut home = english_home();
    "Example Home".clone_into(&mut home.summary.office.name);
    let mut contents = home.contents(true);
    contents.task_list_source = "form 4";
    contents.task_list_title = "time study";
    let bytes = yutori::report::workbook::write(&contents, &text).unwrap();
    // The theme names fonts of many scripts; it is the same in every workbook.
    for (name, part) in parts(&bytes).into_iter().filter(|(name, _)| !name.contains("theme")) {
        let rest = ["介護職員", "看護職員", "生活相談員", "1階", "2階", "游ゴシック"]
            .iter()
            .fold(part, |part, known| part.replace(known, ""));
        let left: String = rest.chars().filter(|c| ('\u{3040}'..='\u{9fff}').contains(c)).collect();
        assert_eq!(left, "", "{name}");
    }
}

#[test]
fn charts_have_titles_axes_and_patterns() {
    let parts = parts(&home().workbook(false, &japanese()));
    let charts: Vec<&String> = parts
        .iter()
        .filter(|(name, _)| name.starts_with("xl/charts/chart"))
        .map(|(_, part)| part)
        .collect();
    // One on the first sheet, one per wave by hour, one each for shares, longest tasks and spread, two per wave with
    // timetables, two for the effect.
    assert_eq!(charts.len(), 12);
    for chart in charts {
        assert!(chart.matches("<c:title>").count() >= 3);
        assert!(chart.contains("<a:pattFill"));
        assert!(chart.contains("<c:legend>"));
    }
}

#[test]
fn pictures_of_the_workbook_have_the_figures_of_their_findings() {
    let home = home();
    let bytes = home.workbook(false, &japanese());
    let shares = sheet(&bytes, "割合");
    let bar = &home.pictures.shares.bars[1];
    for (place, part) in bar.parts.iter().enumerate() {
        let col = u32::try_from(place).unwrap() + 8;
        assert!((number(&shares, 6, col) - part.share.unwrap()).abs() < 1e-12);
    }
    let heat = sheet(&bytes, "時間帯×業務");
    let found = &home.pictures.heat[0];
    for hour in 0..24_u32 {
        let minutes = found.rows[1].minutes[hour as usize];
        assert!((number(&heat, 6, 2 + hour) - found.per_day(minutes)).abs() < 1e-12);
    }
    let tasks = sheet(&bytes, "長い業務");
    let line = &home.pictures.pareto.lines[2];
    assert_eq!(words(&tasks, 6, 1), line.name);
    assert!((number(&tasks, 6, 3) - line.values[1].per_person_day.unwrap()).abs() < 1e-12);
    assert!((number(&tasks, 6, 5) - line.values[1].cumulative.unwrap()).abs() < 1e-12);
    let spread = sheet(&bytes, "個人差");
    let five = home.pictures.spread.measures[0].waves[1].five.unwrap();
    for (place, value) in five.into_iter().enumerate() {
        assert!((number(&spread, 5, u32::try_from(place).unwrap() + 2) - value).abs() < 1e-12);
    }
    let plan = sheet(&bytes, "業務表と実際");
    let figures = &home.pictures.plan.waves[0].tasks[0].figures;
    assert!((number(&plan, 6, 2) - f64::from(figures.as_planned)).abs() < 1e-12);
    assert!((number(&plan, 6, 7) - f64::from(figures.done)).abs() < 1e-12);
}

#[test]
fn sheets_of_pictures_name_nobody() {
    let home = home();
    let bytes = home.workbook(true, &japanese());
    for name in ["割合", "長い業務", "時間帯×業務", "個人差", "業務表と実際"] {
        let range = sheet(&bytes, name);
        let said: Vec<String> = range.cells().map(|(_, _, cell)| cell.to_string()).collect();
        for person in &home.summary.waves[0].staff_minutes {
            assert!(!said.iter().any(|said| said.contains(&person.staff)), "{name}");
        }
    }
}

#[test]
fn sheets_are_ready_for_a4_paper() {
    let parts = parts(&home().workbook(true, &japanese()));
    for (name, part) in parts.iter().filter(|(name, _)| name.starts_with("xl/worksheets/sheet")) {
        assert!(part.contains(r#"paperSize="9""#), "{name}");
        assert!(
            part.contains("特別養護老人ホーム 見本苑"),
            "{name}: office in the footer"
        );
        assert!(part.contains("&amp;P / &amp;N"), "{name}: page numbers");
        assert!(part.contains("fitToPage"), "{name}");
    }
    assert!(parts["docProps/core.xml"].contains("2026-02-20T01:30:00Z"));
}
