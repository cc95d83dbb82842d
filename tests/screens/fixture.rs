//! A fictional home of twelve people and two surveys, as findings.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use chrono::{Days, NaiveDate};
use yutori::book::Founding;
use yutori::catalog::Catalog;
use yutori::effect::{Direction, Family, Grade, Verdict};
use yutori::office::Office;
use yutori::report::finding::*;
use yutori::report::{self, Holdings};
use yutori::screens::desk::Shown;
use yutori::text::{Lang, Text};
use yutori::worktime::{CategoryKind, NightHours};

const CATEGORIES: [(&str, &str, CategoryKind); 5] = [
    ("A", "直接介護", CategoryKind::Direct),
    ("B", "間接業務", CategoryKind::Indirect),
    ("C", "休憩", CategoryKind::Rest),
    ("D", "その他", CategoryKind::Other),
    ("E", "余裕時間", CategoryKind::Slack),
];

/// Category, name, minutes before and after.
const TASKS: [(&str, &str, u32, u32); 24] = [
    ("A", "移動・移乗・体位交換", 1980, 2040),
    ("A", "排泄介助・支援", 3120, 3180),
    ("A", "入浴・整容・更衣", 2460, 2520),
    ("A", "利用者とのコミュニケーション", 840, 1260),
    ("A", "日常生活自立支援", 1320, 1440),
    ("A", "行動上の問題への対応", 540, 480),
    ("A", "食事支援", 2580, 2640),
    ("A", "機能訓練・リハビリテーション・医療的処置", 660, 780),
    ("A", "その他の直接介護", 300, 300),
    ("B", "巡回・移動", 1260, 1200),
    ("B", "記録・文書作成・連絡調整等", 4380, 2820),
    ("B", "利用者のアセスメント・情報収集・介護計画の作成・見直し", 900, 840),
    ("B", "見守り機器の使用・確認", 240, 480),
    ("B", "介護ロボット・ICT機器の準備・調整・片付け", 180, 240),
    ("B", "他の職員に対する指導・教育", 420, 420),
    ("B", "食事・おやつの配膳・下膳等", 1380, 1320),
    ("B", "入浴業務の準備等", 720, 660),
    ("B", "リネン交換・ベッドメイク", 840, 780),
    ("B", "居室清掃・片付け", 960, 900),
    ("B", "消毒などの感染症対応", 420, 360),
    ("B", "その他の間接業務", 300, 240),
    ("C", "休憩・待機・仮眠", 3300, 3360),
    ("D", "その他", 300, 240),
    ("E", "余裕時間", 420, 1380),
];

/// Tenths of people on duty per clock hour.
const PEOPLE: [u32; 24] = [
    20, 20, 20, 20, 20, 22, 30, 46, 58, 68, 66, 64, 60, 62, 64, 66, 62, 48, 36, 28, 22, 20, 20, 20,
];

fn share(part: u32, whole: u32) -> Option<f64> {
    (whole > 0).then(|| f64::from(part) / f64::from(whole))
}

fn minutes_of(task: &(&str, &str, u32, u32), after: bool) -> u32 {
    if after { task.3 } else { task.2 }
}

fn tasks(after: bool, percent: u32, sheets: u32, scale: Option<u16>) -> Vec<TaskLine> {
    let part = |task| minutes_of(task, after) * percent / 100;
    let all: u32 = TASKS.iter().map(part).sum();
    TASKS
        .iter()
        .enumerate()
        .map(|(index, task)| TaskLine {
            code: (index + 1).to_string(),
            name: task.1.to_owned(),
            category: task.0.to_owned(),
            minutes: part(task),
            share: share(part(task), all),
            per_person_day: share(part(task), sheets),
            scaled: scale.and_then(|scale| share(part(task) * u32::from(scale), all)),
        })
        .collect()
}

fn categories(tasks: &[TaskLine], sheets: u32, scale: Option<u16>) -> Vec<CategoryLine> {
    let all: u32 = tasks.iter().map(|task| task.minutes).sum();
    CATEGORIES
        .iter()
        .map(|(code, name, kind)| {
            let minutes = tasks
                .iter()
                .filter(|task| task.category == *code)
                .map(|task| task.minutes)
                .sum();
            CategoryLine {
                code: (*code).to_owned(),
                name: (*name).to_owned(),
                kind: *kind,
                minutes,
                share: share(minutes, all),
                per_person_day: share(minutes, sheets),
                scaled: scale.and_then(|scale| share(minutes * u32::from(scale), all)),
            }
        })
        .collect()
}

fn split(total: u32, weights: [u32; 5]) -> BTreeMap<String, u32> {
    let sum: u32 = weights.iter().sum();
    let mut left = total;
    let mut by_category = BTreeMap::new();
    for ((code, ..), weight) in CATEGORIES.iter().zip(weights).skip(1) {
        let minutes = total * weight / sum;
        left -= minutes;
        by_category.insert((*code).to_owned(), minutes);
    }
    by_category.insert("A".to_owned(), left);
    by_category
}

fn hours(after: bool) -> Vec<HourLine> {
    (0_u16..24)
        .zip(PEOPLE)
        .map(|(hour, tenths)| {
            let all = tenths * 30;
            let unfilled = if after { all / 70 } else { all / 30 };
            let (rest, slack) = match hour {
                12..=13 => (30, 2),
                0..=4 => (22, 10),
                _ => (4, 3),
            };
            let indirect = if after { 34 } else { 42 };
            HourLine {
                hour,
                minutes: all - unfilled,
                unfilled,
                people: Some(f64::from(tenths) / 10.0),
                by_category: split(all - unfilled, [50, indirect, rest, 1, slack + u32::from(after) * 4]),
            }
        })
        .collect()
}

fn staff(after: bool) -> Vec<StaffLine> {
    (1_u32..=12)
        .map(|number| {
            let minutes = 2300 + number * 29;
            let unfilled = if after { 35 } else { 40 + number * 7 };
            StaffLine {
                staff: format!("S{number:03}"),
                sheets: 5,
                minutes,
                unfilled,
                by_category: split(
                    minutes,
                    [
                        44 + number,
                        if after { 36 } else { 44 } - number / 2,
                        11,
                        1,
                        if after { 5 } else { 2 },
                    ],
                ),
                by_task: BTreeMap::new(),
            }
        })
        .collect()
}

fn period(after: bool, percent: u32, scale: u16, people: usize) -> PeriodSummary {
    let tasks = tasks(after, percent, 60, Some(scale));
    PeriodSummary {
        people,
        minutes: tasks.iter().map(|task| task.minutes).sum(),
        unfilled: if after { 4 } else { 10 } * percent,
        scale,
        categories: categories(&tasks, 60, Some(scale)),
        tasks,
    }
}

fn wave(id: &str, label: &str, from: NaiveDate, after: bool) -> WaveSummary {
    let tasks = tasks(after, 100, 60, None);
    WaveSummary {
        id: id.to_owned(),
        label: label.to_owned(),
        from: Some(from),
        to: from.checked_add_days(Days::new(4)),
        staff: 12,
        sheets: 60,
        days: 5,
        minutes: tasks.iter().map(|task| task.minutes).sum(),
        unfilled: if after { 420 } else { 1980 },
        categories: categories(&tasks, 60, None),
        tasks,
        hours: hours(after),
        staff_minutes: staff(after),
        roles: Vec::new(),
        units: Vec::new(),
        weekdays: Vec::new(),
        dates: Vec::new(),
        periods: Periods {
            day: period(after, 76, 480, 12),
            night: period(after, 24, 600, 5),
        },
    }
}

/// The survey before.
pub fn before() -> WaveSummary {
    wave("before", "取組前", NaiveDate::from_ymd_opt(2025, 6, 2).unwrap(), false)
}

/// The survey after.
pub fn after() -> WaveSummary {
    wave("after1", "取組後①", NaiveDate::from_ymd_opt(2025, 10, 6).unwrap(), true)
}

struct Told<'a> {
    id: &'a str,
    name: &'a str,
    family: Family,
    unit: &'a str,
    direction: Direction,
    is_share: bool,
    means: [f64; 2],
    interval: [f64; 2],
    p: f64,
    verdict: Verdict,
    grade: Grade,
    why: &'a str,
    sentence: &'a str,
}

fn indicator(told: &Told<'_>) -> IndicatorFinding {
    let spread = |mean: f64| {
        Some(Spread {
            mean,
            median: mean,
            sd: Some(mean * 0.2),
        })
    };
    let difference = told.means[1] - told.means[0];
    let step = |person: u32| f64::from(person) / 24.0 + 0.75;
    IndicatorFinding {
        id: told.id.to_owned(),
        name: told.name.to_owned(),
        family: told.family,
        unit: told.unit.to_owned(),
        difference_unit: if told.is_share { "ポイント" } else { told.unit }.to_owned(),
        direction: told.direction,
        decimals: 1,
        is_share: told.is_share,
        n_from: 12,
        n_to: 12,
        n_paired: 12,
        from: spread(told.means[0]),
        to: spread(told.means[1]),
        difference: Some(difference),
        change: Some(difference / told.means[0]),
        change_interval: None,
        test: Some("sign-flip".to_owned()),
        p_value: Some(told.p),
        p_method: Some("exact".to_owned()),
        p_holm: Some(told.p * 2.0),
        p_smallest: Some(1.0 / 2048.0),
        p_signed_rank: Some(told.p),
        p_rank_sum: None,
        n_people: 12,
        paired: None,
        interval: Some(told.interval),
        interval_kind: Some("t 95%".to_owned()),
        hodges_lehmann: None,
        hedges_g: Some(-1.2),
        hedges_g_av: None,
        cliffs_delta: Some(-0.8),
        good_share: Some(11.0 / 12.0),
        unpaired: None,
        filled_share: Some(0.938),
        scaled_day: (!told.is_share).then_some(ScaledPair {
            scale: 480,
            n_from: 12,
            n_to: 12,
            from: Some(70.4),
            to: Some(45.1),
        }),
        scaled_night: (!told.is_share).then_some(ScaledPair {
            scale: 600,
            n_from: 5,
            n_to: 5,
            from: Some(88.2),
            to: Some(60.3),
        }),
        verdict: told.verdict,
        grade: told.grade,
        why: told.why.to_owned(),
        sentence: told.sentence.to_owned(),
        paths: (0..12)
            .map(|person| [told.means[0] * step(person), told.means[1] * step((person * 5) % 12)])
            .collect(),
        assessment: assessment(told),
    }
}

/// What may be claimed of an indicator, and why.
fn assessment(told: &Told<'_>) -> Assessment {
    let difference = told.means[1] - told.means[0];
    let method = |method: &str, name: &str, share: f64, p: f64, verdict: Verdict| MethodLine {
        method: method.to_owned(),
        name: name.to_owned(),
        difference: Some(difference * share),
        p_value: Some(p),
        verdict,
        same: verdict == told.verdict,
    };
    let agree = told.verdict == Verdict::Improved;
    Assessment {
        target: (told.id == "record-minutes").then_some(50.0),
        target_reached: (told.id == "record-minutes").then_some(true),
        not_worse: (told.family == Family::Quality).then(|| NotWorseLine {
            result: NotWorse::NotShown,
            margin: Some(0.005),
            margin_act: Some(12),
            figure_act: Some(31),
            margin_sentence: "許容幅は操作12で決められました。".to_owned(),
            sentence: "差の区間 -1.1～+6.5 が許容幅 0.5ポイントを越えます。".to_owned(),
        }),
        exact_interval: Some(told.interval.map(|end| end * 1.01)),
        exact_level: Some(0.9609),
        exact_kind: Some("sign-flip".to_owned()),
        methods: vec![
            method("signed-rank", "符号順位検定", 1.0, told.p, told.verdict),
            method(
                "without-largest",
                "最も大きく変わった人を除く",
                0.9,
                told.p * 1.5,
                if agree { told.verdict } else { Verdict::NotDecidable },
            ),
        ],
        methods_agree: Some(agree),
        methods_sentence: if agree {
            "ほかの計算方法でも判定は同じです（2つとも）。"
        } else {
            "計算方法で判定が変わります: いちばん変わった人を除くと判定できません。"
        }
        .to_owned(),
        reasons: vec![told.why.to_owned(), "12人の差を全通り入れかえて調べました。".to_owned()],
        committee: if agree {
            format!("「{}は良くなった」と言えます（12人、確からしさB）。", told.name)
        } else {
            format!("{}は「変わったとは言えない」までです。", told.name)
        },
        ..Assessment::default()
    }
}

/// Before and after, by four indicators.
pub fn comparisons() -> Comparisons {
    let records = Told {
        id: "record-minutes",
        name: "記録・文書作成の時間",
        family: Family::Efficiency,
        unit: "分",
        direction: Direction::Down,
        is_share: false,
        means: [73.0, 47.0],
        interval: [-31.2, -20.8],
        p: 0.000_488,
        verdict: Verdict::Improved,
        grade: Grade::B,
        why: "記入率が93.8%で95%に届かないため、確からしさはBです（12人、p=0.0005）。",
        sentence: "記録・文書作成の時間は、前 73.0分 → 後 47.0分（-26.0分、-35.6%）。判定は「改善」、確からしさBです（12人、p=0.0005）。",
    };
    let indirect = Told {
        id: "indirect-share",
        name: "間接業務の割合",
        unit: "%",
        is_share: true,
        means: [0.4024, 0.3434],
        interval: [-0.083, -0.035],
        p: 0.003,
        sentence: "間接業務の割合は、前 40.2% → 後 34.3%（-5.9ポイント、-14.7%）。判定は「改善」、確からしさBです（12人、p=0.0030）。",
        ..records
    };
    let slack = Told {
        id: "slack-share",
        name: "余裕時間の割合",
        direction: Direction::Up,
        means: [0.0141, 0.0462],
        interval: [0.021, 0.043],
        p: 0.011,
        sentence: "余裕時間の割合は、前 1.4% → 後 4.6%（+3.2ポイント、+227.9%）。判定は「改善」、確からしさBです（12人、p=0.0110）。",
        ..indirect
    };
    let direct = Told {
        id: "direct-share",
        name: "直接介護の割合",
        family: Family::Quality,
        direction: Direction::Up,
        means: [0.4628, 0.4900],
        interval: [-0.011, 0.065],
        p: 0.142,
        verdict: Verdict::NotShown,
        grade: Grade::C,
        why: "偶然でも起こりうる大きさの差です（12人、p=0.1420）。差がないという意味ではありません。",
        sentence: "直接介護の割合は、前 46.3% → 後 49.0%（+2.7ポイント、+5.9%）。判定は「差は示せない」、確からしさCです（12人、p=0.1420）。",
        ..indirect
    };
    Comparisons {
        schema: "yutori.compare/1".to_owned(),
        from: "before".to_owned(),
        to: "after1".to_owned(),
        from_label: "取組前".to_owned(),
        to_label: "取組後①".to_owned(),
        night_hours: "22:00-06:00".to_owned(),
        indicators: [records, indirect, slack, direct].iter().map(indicator).collect(),
        list_notes: Vec::new(),
    }
}

fn problem(code: &str, place: Option<&str>, message: &str) -> ProblemLine {
    ProblemLine {
        code: code.to_owned(),
        place: place.map(str::to_owned),
        minute: place.is_some().then_some(800),
        message: message.to_owned(),
        penalty: 10,
        about: message.to_owned(),
        accepted: None,
        accepted_before: None,
    }
}

fn sheets(wave: &WaveSummary) -> Vec<SheetQuality> {
    let mut sheets = Vec::new();
    for number in 1..=12_u32 {
        for day in 0..5_u64 {
            let worst = wave.id == "before" && day == 0;
            let (score, unfilled, problems) = match (worst, number) {
                (true, 4) => (
                    42,
                    280,
                    vec![
                        problem(
                            "unfilled",
                            Some("13:20"),
                            "未記入が280分（28枠）あります。最初は13:20です。",
                        ),
                        problem(
                            "too-little-break",
                            None,
                            "8時間を超える勤務に休憩が30分しかありません。60分要ります。",
                        ),
                        problem("missing-span", None, "勤務予定の時間が書かれていません。"),
                    ],
                ),
                (true, 9) => (
                    58,
                    40,
                    vec![problem(
                        "copied",
                        None,
                        "6月3日の調査票と95%以上同じです。写していないか確かめてください。",
                    )],
                ),
                _ if number % 5 == 0 => (
                    96,
                    20,
                    vec![problem("unfilled", Some("11:50"), "未記入が20分（2枠）あります。")],
                ),
                _ => (100, 0, Vec::new()),
            };
            sheets.push(SheetQuality {
                wave: wave.id.clone(),
                staff: format!("S{number:03}"),
                starts_at: if number % 4 == 0 { 990 } else { 510 },
                date: wave.from.unwrap().checked_add_days(Days::new(day)).unwrap(),
                span: Some(if number % 4 == 0 { "16:30-33:30" } else { "8:30-17:30" }.to_owned()),
                minutes: 540 - unfilled,
                unfilled,
                score,
                problems,
            });
        }
    }
    sheets.sort_by_key(|sheet| sheet.score);
    sheets
}

/// A book without sheets, as the holdings behind the hand-made findings.
pub fn holdings() -> Holdings {
    let catalog = Catalog::built_in();
    let task_list = catalog.task_list("kasan-2024").unwrap().clone();
    let founding = Founding {
        office: Office::default(),
        slot_minutes: task_list.slot_minutes,
        task_list,
        night: NightHours::default(),
    };
    Holdings::empty(founding, catalog)
}

/// Effects in which nothing was chosen; with the comparison where there are two surveys.
fn effect(compared: bool) -> EffectFinding {
    let results = if compared { vec![comparisons()] } else { Vec::new() };
    let today = NaiveDate::from_ymd_opt(2026, 2, 10).unwrap();
    report::effect(&holdings(), results, today, &Text::new(Lang::Ja)).unwrap()
}

/// A book with these surveys.
pub fn book(waves: Vec<WaveSummary>) -> Shown {
    let mut sheets: Vec<SheetQuality> = waves.iter().flat_map(sheets).collect();
    sheets.sort_by_key(|sheet| sheet.score);
    let can_undo = (!waves.is_empty()).then(|| "調査票60枚の取り込み".to_owned());
    Shown {
        path: PathBuf::from("/home/kaigo/台帳/さくら苑.yutori"),
        issues: report::issues(
            &holdings(),
            NaiveDate::from_ymd_opt(2026, 2, 10).unwrap(),
            &Text::new(Lang::Ja),
        ),
        holdings: Arc::new(holdings()),
        linkage: report::linkage(&holdings(), &Text::new(Lang::Ja)),
        documents: report::documents(&holdings(), &[], &Text::new(Lang::Ja)).unwrap(),
        effect: effect(waves.len() > 1),
        summary: Summary {
            schema: "yutori.summary/1".to_owned(),
            office: OfficeName {
                name: "特別養護老人ホーム さくら苑".to_owned(),
                number: Some("1370000001".to_owned()),
            },
            task_list: "kasan-2024".to_owned(),
            slot_minutes: 10,
            night_hours: "22:00-06:00".to_owned(),
            waves,
            list_notes: Vec::new(),
        },
        check: CheckFinding {
            schema: "yutori.check/1".to_owned(),
            ok: true,
            integrity: IntegrityFinding {
                file: true,
                journal: true,
                replay: true,
                changes: 123,
                problems: Vec::new(),
            },
            sheets,
        },
        meters: MetersFinding {
            schema: "yutori.meters/1".to_owned(),
            slack_percent: 10,
            wasteful: Vec::new(),
            candidates: Vec::new(),
            waves: Vec::new(),
            meters: Vec::new(),
        },
        plan: report::plan(&holdings(), &Text::new(Lang::Ja)),
        today: NaiveDate::from_ymd_opt(2026, 2, 10).unwrap(),
        boards: Vec::new(),
        can_undo,
        can_redo: None,
    }
}

/// The whole home.
pub fn home() -> Shown {
    book(vec![before(), after()])
}

/// An import in which one of four files is bad.
pub fn import() -> ImportFinding {
    let file = |path: &str, status, sheets| FileFinding {
        path: path.to_owned(),
        kind: Some("betten4".to_owned()),
        status,
        sheets,
        responses: 0,
        notices: 0,
        figures: 0,
        slips: 0,
        documents: 0,
        rows: sheets * 48,
        problems: Vec::new(),
        notes: Vec::new(),
    };
    let fault = |place: Option<&str>, message: &str, hint: Option<&str>| FileProblem {
        place: place.map(str::to_owned),
        message: message.to_owned(),
        hint: hint.map(str::to_owned),
    };
    ImportFinding {
        schema: "yutori.import/1".to_owned(),
        written: false,
        sheets: 0,
        responses: 0,
        notices: 0,
        figures: 0,
        slips: 0,
        documents: 0,
        files: vec![
            FileFinding {
                notes: vec!["0:00からの記入は、翌日の6月3日のものとしました。".to_owned()],
                ..file("/home/kaigo/調査/取組前/S001_6月2日.xlsx", FileStatus::HeldBack, 1)
            },
            FileFinding {
                problems: vec![
                    fault(
                        Some("別添４ TS調査票!K21"),
                        "10分の欄の合計が12分です。",
                        Some("この列の分を足して10になるように直してください。"),
                    ),
                    fault(
                        Some("別添４ TS調査票!H3"),
                        "職員IDがありません。",
                        Some("H3 に職員ID（例: S001）を入れてください。"),
                    ),
                    fault(None, "同じ勤務が前のファイルと違う内容で入っています。", None),
                ],
                ..file("/home/kaigo/調査/取組前/S002_6月2日.xlsx", FileStatus::Refused, 0)
            },
            file("/home/kaigo/調査/取組前/S003_6月2日.xlsx", FileStatus::HeldBack, 1),
            file("/home/kaigo/調査/取組前/S004_6月2日.xlsx", FileStatus::Unchanged, 0),
        ],
        unmapped: Vec::new(),
        headings: Vec::new(),
        asks_questionnaire: false,
        questionnaire: None,
    }
}
