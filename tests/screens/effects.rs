//! 効果, 結果: sentences, pictures and the table of each result, and why it is judged as it is.

use ratatui::crossterm::event::KeyCode;
use yutori::effect::{Direction, Family, Grade, Verdict};
use yutori::report::finding::*;
use yutori::screens::action::Action;
use yutori::screens::desk::{Outcome, Shown};
use yutori::screens::model::Context;
use yutori::screens::{Pen, Theme};
use yutori::text::{Lang, Text};

use super::canvas::{Screens, pen};
use super::fixture;
use super::looks::{keep, look};

fn results(theme: Theme) -> Screens {
    on_results(fixture::home(), pen(theme))
}

fn on_results(shown: Shown, pen: Pen) -> Screens {
    let mut screens = Screens::of(shown, pen);
    screens.keys("4");
    assert_eq!(screens.model.context(), Context::Effect);
    screens
}

/// Falls in 1,000 resident-days: two counts and no people.
fn falls(verdict: Verdict, to: f64) -> IndicatorFinding {
    let mut falls = fixture::comparisons().indicators[3].clone();
    "falls".clone_into(&mut falls.id);
    "転倒".clone_into(&mut falls.name);
    "件/1000人日".clone_into(&mut falls.unit);
    falls.difference_unit = falls.unit.clone();
    falls.family = Family::Quality;
    falls.direction = Direction::Down;
    falls.is_share = false;
    let alone = |mean| Spread {
        mean,
        median: mean,
        sd: None,
    };
    falls.from = Some(alone(4.2));
    falls.to = Some(alone(to));
    falls.difference = Some(to - 4.2);
    falls.change = Some(to / 4.2 - 1.0);
    falls.interval = None;
    falls.interval_kind = None;
    falls.hedges_g = None;
    falls.cliffs_delta = None;
    falls.good_share = None;
    falls.test = None;
    falls.paths.clear();
    falls.verdict = verdict;
    falls.grade = Grade::C;
    falls.sentence = format!("転倒は、前 4.2件 → 後 {to:.1}件（1000人日あたり）。判定は「差は示せない」です。");
    let counted = |count| CountPair {
        count,
        base: 2_850.0,
        interval: Some([count / 2.85 * 0.6, count / 2.85 * 1.6]),
    };
    falls.assessment = Assessment {
        compared_as: ComparedAs::Rate,
        counts_from: Some(counted(12.0)),
        counts_to: Some(counted(9.0)),
        not_worse: Some(NotWorseLine {
            result: NotWorse::NotAssessable,
            margin: Some(1.0),
            margin_act: Some(45),
            figure_act: Some(31),
            margin_sentence: "許容幅は操作45で決められました。".to_owned(),
            sentence: "許容幅は記録45番で決められましたが、最初の値は記録31番で入っています。".to_owned(),
        }),
        committee: "転倒は「増えたとも減ったとも言えない」までです。".to_owned(),
        ..Assessment::default()
    };
    falls
}

/// Two people only: their means are hidden.
fn hidden() -> IndicatorFinding {
    let mut hidden = fixture::comparisons().indicators[1].clone();
    "motivation".clone_into(&mut hidden.id);
    "働きがい".clone_into(&mut hidden.name);
    (hidden.n_from, hidden.n_to, hidden.n_paired, hidden.n_people) = (2, 2, 2, 2);
    hidden.from = None;
    hidden.to = None;
    hidden.difference = None;
    hidden.change = None;
    hidden.interval = None;
    hidden.p_value = None;
    hidden.good_share = None;
    hidden.paths.clear();
    hidden.verdict = Verdict::NotDecidable;
    hidden.grade = Grade::D;
    "働きがいは、3人に満たないため表示しません。".clone_into(&mut hidden.sentence);
    hidden.assessment = Assessment::default();
    hidden
}

fn point(wave: &str, label: &str, n: usize, mean: Option<f64>, around: f64) -> PathPoint {
    PathPoint {
        wave: wave.to_owned(),
        label: label.to_owned(),
        n,
        mean,
        interval: mean.map(|mean| [mean - around, mean + around]),
    }
}

/// Three surveys; the team has judged the first of the two later ones.
fn three_surveys() -> Shown {
    let mut shown = fixture::home();
    let mut later = fixture::comparisons();
    "after2".clone_into(&mut later.to);
    "取組後②".clone_into(&mut later.to_label);
    "記録・文書作成の時間は、前 73.0分 → 後 41.0分（-32.0分、-43.8%）。".clone_into(&mut later.indicators[0].sentence);
    let effect = &mut shown.effect;
    effect.results.push(later);
    for result in &mut effect.results {
        result.indicators.push(falls(Verdict::NotShown, 3.2));
        result.indicators.push(hidden());
        result.indicators.sort_by_key(|it| it.family);
    }
    let first = &effect.results[1].indicators[0];
    let step = |from: &str, to: &str, difference: f64| PathStep {
        from: from.to_owned(),
        to: to.to_owned(),
        difference: Some(difference),
        p_value: Some(0.003),
        verdict: Verdict::Improved,
        grade: Grade::B,
    };
    effect.paths = vec![WavePath {
        id: first.id.clone(),
        name: first.name.clone(),
        family: first.family,
        unit: first.unit.clone(),
        direction: first.direction,
        decimals: first.decimals,
        is_share: false,
        points: vec![
            point("before", "取組前", 12, Some(73.0), 9.0),
            point("after1", "取組後①", 12, Some(47.0), 6.0),
            point("after2", "取組後②", 11, Some(41.0), 5.0),
        ],
        steps: vec![
            step("before", "after1", -26.0),
            step("after1", "after2", -6.0),
            step("before", "after2", -32.0),
        ],
        sentence: "取組後①で短くなり、取組後②でもそのままです。".to_owned(),
    }];
    let judged = |wave: &str, label: &str, done: bool| JudgementLine {
        wave: wave.to_owned(),
        label: label.to_owned(),
        measure: None,
        measure_text: "取組の全体".to_owned(),
        indicators: Vec::new(),
        figures: Vec::new(),
        done,
        care: None,
        care_text: None,
        words: None,
        residents: None,
        next: None,
        next_text: None,
        by: None,
        on: None,
    };
    effect.judgements = JudgementsFinding {
        judgements: vec![judged("after2", "取組後②", false), judged("after1", "取組後①", true)],
        unfinished: 1,
        sentence: String::new(),
    };
    shown
}

#[test]
fn results_of_three_surveys() {
    look("result-surveys", |theme| on_results(three_surveys(), pen(theme)));
}

#[test]
fn all_surveys_in_one_picture() {
    look("result-path", |theme| {
        let mut screens = on_results(three_surveys(), pen(theme));
        screens.keys("s");
        screens
    });
}

#[test]
fn a_rate_is_shown_with_its_counts_and_without_people() {
    let mut screens = on_results(three_surveys(), pen(Theme::NoColour));
    screens.press(KeyCode::End);
    keep("result-rate-80x24", &screens.draw(80, 24).both());
    keep("result-rate-120x40", &screens.draw(120, 40).both());
    for (columns, rows) in [(80, 24), (120, 40)] {
        let text = screens.draw(columns, rows).text();
        assert!(text.contains("12件／延べ2850"), "{text}");
        assert!(text.contains("質: ?"), "{text}");
        assert!(!text.contains("n=12") && !text.contains("両方にいる人"), "{text}");
    }
}

#[test]
fn means_of_two_people_are_hidden_and_the_page_says_so() {
    let mut screens = on_results(three_surveys(), pen(Theme::NoColour));
    screens.keys("jjj");
    keep("result-hidden-120x40", &screens.draw(120, 40).text());
    let text = screens.draw(80, 24).text();
    let row = text.lines().rfind(|row| row.contains("働きがい")).unwrap();
    assert_eq!(row.matches("非表示").count(), 2, "{row}");
    assert!(screens.draw(120, 40).text().contains("3人に満たないため表示しません"));
    screens.press(KeyCode::Enter);
    assert!(screens.draw(120, 40).text().contains("3人に満たないので隠しています"));
}

#[test]
fn reasons_of_a_verdict() {
    look("result-why", |theme| {
        let mut screens = on_results(three_surveys(), pen(theme));
        screens.press(KeyCode::Enter);
        screens
    });
    let mut screens = on_results(three_surveys(), pen(Theme::NoColour));
    screens.press(KeyCode::F(9)).press(KeyCode::End);
    keep("result-why-end-80x24", &screens.draw(80, 24).text());
    let english = Pen::new(Text::new(Lang::En), Theme::NoColour, true);
    let mut screens = on_results(three_surveys(), english);
    screens.press(KeyCode::Enter);
    keep("result-why-english-120x40", &screens.draw(120, 40).text());
}

#[test]
fn the_later_survey_turns_with_w_and_with_f2_and_the_page_follows() {
    let mut screens = on_results(three_surveys(), pen(Theme::NoColour));
    let page = |screens: &Screens| screens.draw(80, 24).text();
    assert!(page(&screens).contains("取組前 → 取組後②（2/2）"), "the latest first");
    assert!(page(&screens).contains("後 41.0分"));
    assert!(page(&screens).contains("取組後②のチームの判断が1件まだです。「判断」"));
    screens.keys("jw");
    assert_eq!(screens.model.indicator, 1, "the indicator stays");
    screens.keys("k");
    let earlier = page(&screens);
    assert!(earlier.contains("取組前 → 取組後①（1/2）"), "{earlier}");
    assert!(earlier.contains("後 47.0分（"), "{earlier}");
    assert!(!earlier.contains("チームの判断が"), "that survey is judged: {earlier}");
    screens.press(KeyCode::F(2));
    assert!(page(&screens).contains("（2/2）"));
    let mut shorter = three_surveys();
    shorter.effect.results.pop();
    screens.happen(Action::Done(Outcome::Applied(Box::new(shorter))));
    let left = page(&screens);
    assert!(left.contains("取組前 → 取組後①") && !left.contains("（1/"), "{left}");
}

#[test]
fn what_one_later_survey_cannot_show_is_said() {
    let mut screens = results(Theme::NoColour);
    screens.keys("w");
    assert!(screens.draw(80, 24).text().contains("取組後の調査は1回だけです"));
    screens.press(KeyCode::F(8));
    assert!(screens.draw(80, 24).text().contains("調査が3回そろうと"));
    assert!(!screens.model.effect.result.all_surveys);
    let mut screens = on_results(fixture::book(Vec::new()), pen(Theme::NoColour));
    screens.press(KeyCode::Enter);
    assert_eq!(screens.model.context(), Context::Effect);
    assert!(screens.draw(80, 24).text().contains("まだ結果がありません"));
}

#[test]
fn the_picture_of_all_surveys_has_each_with_its_interval_and_how_many() {
    let mut screens = on_results(three_surveys(), pen(Theme::NoColour));
    screens.press(KeyCode::F(8));
    let text = screens.draw(80, 24).text();
    for (label, told) in [
        ("取組前 ", "73.0分  n=12"),
        ("取組後①", "47.0分  n=12"),
        ("取組後②", "41.0分  n=11"),
    ] {
        let row = text.lines().find(|row| row.trim_start().starts_with(label)).unwrap();
        assert!(row.ends_with(told), "{row}");
        let at = ["[", "*", "]"].map(|mark| row.find(mark).unwrap());
        assert!(at[0] < at[1] && at[1] < at[2], "{row}");
    }
    assert!(text.contains("取組後①で短くなり、取組後②でもそのままです。"));
    let both = screens.draw(120, 50).text();
    assert!(
        both.contains("差 ") && both.contains("取組後②でもそのままです。"),
        "{both}"
    );
    screens.keys("s");
    assert!(!screens.draw(80, 24).text().contains("取組後②でもそのままです。"));
}

/// Without blanks: columns are as wide as their widest word.
fn bare(text: &str) -> String {
    text.replace(' ', "")
}

#[test]
fn reasons_are_read_to_their_end_and_closed_again() {
    let mut screens = on_results(three_surveys(), pen(Theme::NoColour));
    screens.press(KeyCode::Enter);
    assert_eq!(screens.model.context(), Context::EffectWhy);
    let mut read = screens.draw(80, 24).text();
    for _ in 0..6 {
        screens.press(KeyCode::PageDown);
        read.push_str(&screens.draw(80, 24).text());
    }
    for said in [
        "12人の差を全通り入れかえて調べました。",
        "委員会で言えること",
        "（Holm）  p=0.0010",
        "出せる最小のp",
        "水準96.1%",
        "効果量 g",
        "最も大きく変わった人を除く",
        "記入率（低い方の時期）",
        "昼480分",
        "取組後① → 取組後②",
    ] {
        assert!(bare(&read).contains(&bare(said)), "{said} in\n{read}");
    }
    screens.press(KeyCode::Home);
    assert!(screens.draw(80, 24).text().contains("> 判定"));
    screens.press(KeyCode::Esc);
    assert_eq!(screens.model.context(), Context::Effect);
}

#[test]
fn reasons_of_quality_name_the_acts_of_the_journal() {
    let mut screens = on_results(three_surveys(), pen(Theme::NoColour));
    screens.press(KeyCode::End).press(KeyCode::Enter);
    let text = screens.draw(120, 40).text();
    for said in [
        "? 判定できない",
        "悪い方へ 1.0件/1000人日まで",
        "許容幅を決めた操作  操作45（yutori history の番号）",
        "最初の値が入った操作",
        "操作31",
        "4.2件/1000人日、12件／延べ2850（95%区間 2.5〜6.7）",
    ] {
        assert!(bare(&text).contains(&bare(said)), "{said} in\n{text}");
    }
    assert!(!text.contains("両方12人"), "{text}");
}

#[test]
fn reasons_close_when_the_book_has_no_result_any_more() {
    let mut screens = on_results(three_surveys(), pen(Theme::NoColour));
    screens.press(KeyCode::Enter).press(KeyCode::End);
    screens.happen(Action::Done(Outcome::Applied(Box::new(fixture::home()))));
    assert_eq!(screens.model.context(), Context::EffectWhy);
    assert!(screens.draw(80, 24).text().contains('>'), "the last row that there is");
    screens.happen(Action::Done(Outcome::Applied(Box::new(fixture::book(Vec::new())))));
    assert_eq!(screens.model.context(), Context::Effect);
    screens.draw(80, 24);
}

#[test]
fn whether_quality_is_no_worse_is_told_by_sign_and_word() {
    for (result, sign, mark) in [
        (NotWorse::Shown, "+", "+ 言える"),
        (NotWorse::NotShown, "=", "= 言えない"),
        (NotWorse::Worse, "-", "- 悪化"),
        (NotWorse::NotAssessable, "?", "? 不明"),
    ] {
        let mut shown = fixture::home();
        let finding = &mut shown.effect.results[0].indicators[3];
        finding.assessment.not_worse.as_mut().unwrap().result = result;
        let mut screens = on_results(shown, pen(Theme::NoColour));
        screens.press(KeyCode::End);
        let text = screens.draw(80, 24).text();
        let word = Text::new(Lang::Ja).say(&result.word());
        let line = format!("質: {sign} {word}（許容幅 0.5ポイント）");
        assert!(text.contains(&line), "{line} in\n{text}");
        assert!(text.lines().any(|row| row.ends_with(mark)), "{mark} in\n{text}");
    }
}

#[test]
fn a_claim_is_shown_whole_or_not_at_all() {
    let long = "「良くなった」と言えます。ただし、取組だけの効果とまでは言えません。".repeat(3);
    let mut shown = fixture::home();
    shown.effect.results[0].indicators[0]
        .assessment
        .committee
        .clone_from(&long);
    let screens = on_results(shown, pen(Theme::NoColour));
    for (columns, rows) in [(60, 20), (80, 24), (120, 40)] {
        let text = screens.draw(columns, rows).text();
        let joined = text.replace(['\n', ' '], "");
        assert!(joined.contains(&long) || !text.contains("委員会へ"), "{text}");
    }
    assert!(screens.draw(120, 40).text().contains("委員会へ"));
}

#[test]
fn the_table_has_its_heading_a_family_and_three_indicators_on_every_screen() {
    for (columns, rows) in [(60, 20), (80, 24), (120, 40)] {
        let text = on_results(three_surveys(), pen(Theme::NoColour))
            .draw(columns, rows)
            .text();
        let at = text.lines().position(|row| row.contains("判定と確からしさ")).unwrap();
        let table: Vec<&str> = text.lines().skip(at + 1).collect();
        assert_eq!(table[0].trim(), "業務効率", "{text}");
        assert!(table[3].contains("+ 改善 B"), "{text}");
    }
}
