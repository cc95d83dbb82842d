//! 効果, 結果: sentences, pictures and the table of each result, and why it is judged as it is.

use ratatui::crossterm::event::KeyCode;
use yutori::effect::{Direction, Family, Grade, Verdict};
use yutori::report::finding::*;
use yutori::screens::action::Action;
use yutori::screens::desk::{Outcome, Shown};
use yutori::screens::model::{Context, Layer};
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
    falls.id = "falls".to_owned();
    falls.name = "転倒".to_owned();
    falls.unit = "件/1000人日".to_owned();
    falls.difference_unit = falls.unit.clone();
    falls.family = Family::Quality;
    falls.direction = Direction::Down;
    falls.is_share = false;
    let alone = |mean| Spread { mean, median: mean, sd: None };
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
    let counted = |count| CountPair { count, base: 2_850.0 };
    falls.assessment = Assessment {
        compared_as: ComparedAs::Rate,
        counts_from: Some(counted(12.0)),
        counts_to: Some(counted(9.0)),
        not_worse: Some(NotWorseLine {
            result: NotWorse::NotAssessable,
            margin: Some(1.0),
            margin_act: Some(45),
            figure_act: Some(31),
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
    hidden.id = "motivation".to_owned();
    hidden.name = "働きがい".to_owned();
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
    hidden.sentence = "働きがいは、3人に満たないため表示しません。".to_owned();
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
    later.to = "after2".to_owned();
    later.to_label = "取組後②".to_owned();
    later.indicators[0].sentence = "記録・文書作成の時間は、前 73.0分 → 後 41.0分（-32.0分、-43.8%）。".to_owned();
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
        assert!(text.contains("? 判断できません"), "{text}");
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
