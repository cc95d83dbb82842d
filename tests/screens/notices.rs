//! 気づき: written down with few keys, found, marked, grouped, merged, taken back.

use ratatui::crossterm::event::KeyCode;
use yutori::book::{Change, Occasion};
use yutori::issues::{Cause, CauseId, CauseLayer, DayPart, Evidence, Notice, NoticeId, TroubleKind};
use yutori::report::Holdings;
use yutori::screens::Theme;
use yutori::screens::action::Action;
use yutori::screens::desk::{Job, Outcome, Shown};
use yutori::screens::model::{Context, Layer};
use yutori::screens::update::Effect;

use super::canvas::{Screens, pen};
use super::looks;
use super::sample::{sample, shown_of};

/// On the page of the notices.
fn at_notices(shown: Shown, theme: Theme) -> Screens {
    let mut screens = Screens::of(shown, pen(theme));
    screens.keys("2l");
    assert_eq!(screens.model.context(), Context::IssueNotices);
    screens
}

fn of(shown: Shown) -> Screens {
    at_notices(shown, Theme::NoColour)
}

fn with(change: impl FnOnce(&mut Holdings)) -> Shown {
    let mut holdings = (*sample().holdings).clone();
    change(&mut holdings);
    shown_of(holdings)
}

/// What the screens ask the book to write.
fn asked(screens: &Screens) -> Vec<(Option<Notice>, Option<Notice>)> {
    let [Effect::Run(Job::Apply(Occasion::NoticesKept, changes))] = screens.effects.as_slice() else {
        panic!("{:?}", screens.effects);
    };
    changes
        .iter()
        .map(|change| match change {
            Change::NoticeKept { before, after } => (before.as_deref().cloned(), after.as_deref().cloned()),
            other => panic!("{other:?}"),
        })
        .collect()
}

/// Writes what was asked for, as the desk does; answers what the book held before.
fn write(screens: &mut Screens) -> Shown {
    let changes = asked(screens);
    let before = *screens.model.shown.clone().unwrap();
    let mut holdings = (*before.holdings).clone();
    let notices = &mut holdings.issues.notices;
    for (was, is) in changes {
        if let Some(was) = was {
            let place = notices.iter().position(|notice| *notice == was).unwrap();
            notices.remove(place);
        }
        notices.extend(is);
    }
    notices.sort_by_key(|notice| notice.id);
    let now = shown_of(holdings);
    screens.happen(Action::Done(Outcome::Applied(Box::new(now))));
    before
}

fn notice(screens: &Screens, number: u32) -> Notice {
    let issues = &screens.model.shown.as_ref().unwrap().holdings.issues;
    issues.notice(NoticeId(number)).unwrap().clone()
}

#[test]
fn a_notice_of_one_line_takes_two_keys_besides_its_text() {
    let mut screens = of(sample());
    screens.keys("a").keys("車いすがない").press(KeyCode::Enter);
    let changes = asked(&screens);
    let [(None, Some(kept))] = changes.as_slice() else {
        panic!("{changes:?}")
    };
    assert_eq!((kept.id, kept.what.as_str()), (NoticeId(23), "車いすがない"));
    assert_eq!(kept.noted, Some(sample().today));
    assert_eq!((kept.kind, kept.often, kept.part), (None, None, None));
}

#[test]
fn a_whole_notice_takes_ten_keys_besides_its_words() {
    let mut screens = of(sample());
    let mut presses = 0;
    let (what, when, place) = ("車いすを探す", "朝食後", "食堂");
    let mut press = |screens: &mut Screens, code| {
        screens.press(code);
        presses += 1;
    };
    press(&mut screens, KeyCode::Char('a'));
    for words in [what, when, place] {
        screens.keys(words);
        press(&mut screens, KeyCode::Tab);
    }
    for digit in ["１", "4"] {
        for letter in digit.chars() {
            press(&mut screens, KeyCode::Char(letter));
        }
        press(&mut screens, KeyCode::Tab);
    }
    press(&mut screens, KeyCode::Char('3'));
    press(&mut screens, KeyCode::Enter);
    assert_eq!(presses, 10);
    let kept = asked(&screens)[0].1.clone().unwrap();
    assert_eq!(
        (kept.kind, kept.part),
        (Some(TroubleKind::Things), Some(DayPart::EarlyMorning))
    );
    assert_eq!((kept.place.as_str(), kept.weight()), (place, Some(12)));
}

#[test]
fn the_next_form_comes_by_itself_with_unit_role_and_date_of_the_one_before() {
    let mut screens = of(sample());
    screens.keys("a").keys("一つ目");
    for words in ["", "", "", "", "", "2階", "看護職員", ""] {
        screens.press(KeyCode::Tab).keys(words);
    }
    screens.ctrl('u').keys("1/30").press(KeyCode::Enter);
    write(&mut screens);
    assert_eq!(screens.model.context(), Context::FormText);
    assert!(screens.model.notice.is_some());
    screens.keys("二つ目").press(KeyCode::Enter);
    let kept = asked(&screens)[0].1.clone().unwrap();
    assert_eq!(
        (kept.id, kept.what.as_str(), kept.when.as_str()),
        (NoticeId(24), "二つ目", "")
    );
    assert_eq!(kept.unit.unwrap().as_str(), "2階");
    assert_eq!(kept.role.unwrap().as_str(), "看護職員");
    assert_eq!(kept.noted.unwrap().to_string(), "2026-01-30");
    write(&mut screens);
    assert!(matches!(screens.model.layers.last(), Some(Layer::Form(_))));
}

#[test]
fn escape_ends_the_pile_and_the_new_notice_is_chosen() {
    let mut screens = of(sample());
    screens.keys("a").keys("玄関の段差").press(KeyCode::Enter);
    write(&mut screens);
    screens.press(KeyCode::Esc);
    assert_eq!(screens.model.context(), Context::IssueNotices);
    assert!(screens.model.layers.is_empty());
    assert!(screens.draw(80, 24).text().contains("玄関の段差"));
    // Another act does not bring the form again.
    screens.happen(Action::Done(Outcome::Undone(None, Box::new(sample()))));
    assert!(screens.model.layers.is_empty());
}

#[test]
fn what_cannot_be_read_is_said_at_its_question_on_the_smallest_screen() {
    let mut screens = of(sample());
    screens.keys("a").press(KeyCode::Enter);
    assert_eq!(screens.effects, []);
    assert!(screens.draw(80, 24).text().contains("気づきの内容が空です"));
    screens.keys("内容");
    for _ in 0..5 {
        screens.press(KeyCode::Tab);
    }
    screens.keys("9").press(KeyCode::Enter);
    let text = screens.draw(80, 24).text();
    assert!(
        text.contains("1から5の番号で書いてください") && text.contains("どれくらい負担か"),
        "{text}"
    );
}

#[test]
fn a_notice_is_changed_and_nothing_is_written_where_nothing_changes() {
    let mut screens = of(sample());
    screens.press(KeyCode::Enter);
    assert_eq!(screens.model.context(), Context::FormText);
    screens.press(KeyCode::Enter);
    assert_eq!(screens.effects, []);
    assert!(screens.model.layers.is_empty());
    screens.press(KeyCode::Enter).keys("！").press(KeyCode::Enter);
    let changes = asked(&screens);
    let (before, after) = changes[0].clone();
    assert_eq!(before.unwrap(), notice(&screens, 22));
    assert_eq!(
        after.unwrap().what,
        "休憩に入る時間が決まっておらず、取れない日がある！"
    );
}

#[test]
fn the_list_narrows_while_one_types_and_escape_brings_all_back() {
    let mut screens = of(sample());
    screens.keys("/");
    assert_eq!(screens.model.context(), Context::NoticeFind);
    screens.keys("倉庫");
    let text = screens.draw(80, 24).text();
    assert!(
        text.contains("「倉庫」2件") && !text.contains("申し送りが20分"),
        "{text}"
    );
    // q and g are letters here.
    screens.keys("g");
    assert!(screens.draw(80, 24).text().contains("0件"));
    screens.press(KeyCode::Backspace).press(KeyCode::Enter);
    assert_eq!(screens.model.context(), Context::IssueNotices);
    screens.press(KeyCode::Down).press(KeyCode::Enter);
    let text = screens.draw(80, 24).text();
    assert!(text.contains("フットレスト"), "{text}");
    screens.press(KeyCode::Esc).press(KeyCode::Esc);
    let text = screens.draw(80, 24).text();
    assert!(
        text.contains("使い捨て手袋") && text.contains("7番"),
        "the chosen one stays chosen: {text}"
    );
    screens.ctrl('f').keys("食事").press(KeyCode::Esc);
    assert!(!screens.draw(80, 24).text().contains("「食事」"));
}

#[test]
fn marked_notices_go_into_one_group_and_the_marks_are_gone() {
    let mut screens = of(sample());
    screens.keys("  ");
    assert!(screens.draw(80, 24).text().contains("印 2件"));
    screens
        .keys("g")
        .press(KeyCode::Tab)
        .keys("休憩と夜勤")
        .press(KeyCode::Enter);
    let groups: Vec<Option<String>> = asked(&screens)
        .into_iter()
        .map(|(_, after)| after.unwrap().group)
        .collect();
    assert_eq!(groups, [Some("休憩と夜勤".to_owned()), Some("休憩と夜勤".to_owned())]);
    write(&mut screens);
    assert!(!screens.draw(80, 24).text().contains("印 2件"));
    // A group that is there is chosen; the last choice takes it out of every group.
    screens
        .press(KeyCode::Home)
        .ctrl('g')
        .press(KeyCode::Right)
        .press(KeyCode::Enter);
    assert_ne!(
        asked(&screens)[0].1.clone().unwrap().group.as_deref(),
        Some("休憩と夜勤")
    );
}

#[test]
fn tags_of_several_notices_are_given_and_the_common_ones_can_be_erased() {
    let mut screens = of(sample());
    screens.keys("#").ctrl('u').keys("休憩　食堂").press(KeyCode::Enter);
    let after = asked(&screens)[0].1.clone().unwrap();
    assert_eq!(
        after.tags.iter().map(String::as_str).collect::<Vec<_>>(),
        ["休憩", "食堂"]
    );
    write(&mut screens);
    screens.press(KeyCode::F(8)).ctrl('u').press(KeyCode::Enter);
    assert!(asked(&screens)[0].1.clone().unwrap().tags.is_empty());
}

#[test]
fn marked_notices_are_merged_into_the_chosen_one_taken_back_and_done_again() {
    let mut screens = of(sample());
    screens.keys("m");
    assert_eq!(screens.effects, [], "nothing is marked");
    screens.keys(" ").press(KeyCode::Down).keys("m");
    let changes = asked(&screens);
    assert_eq!(changes[0].1.as_ref().unwrap().merged_into, Some(NoticeId(20)));
    let before = write(&mut screens);
    let after = *screens.model.shown.clone().unwrap();
    assert_eq!(after.issues.notices.count, before.issues.notices.count - 1);
    let text = screens.draw(80, 24).text();
    assert!(text.contains("まとめたもの：22「休憩"), "{text}");
    screens.happen(Action::Done(Outcome::Undone(None, Box::new(before.clone()))));
    assert_eq!(notice(&screens, 22).merged_into, None);
    screens.happen(Action::Done(Outcome::Redone(None, Box::new(after))));
    assert_eq!(notice(&screens, 22).merged_into, Some(NoticeId(20)));
    screens.keys("s");
    let changes = asked(&screens);
    assert_eq!(changes[0].1.as_ref().unwrap().merged_into, None);
}

#[test]
fn a_notice_is_taken_out_and_what_the_cause_map_rests_on_is_not() {
    let shown = with(|holdings| {
        holdings.issues.causes = vec![Cause {
            id: CauseId(1),
            layer: CauseLayer::Trouble,
            text: "休憩がとれない".to_owned(),
            leads_to: std::iter::empty().collect(),
            evidence: std::iter::once(Evidence::Notice(NoticeId(22))).collect(),
            question: None,
        }];
    });
    let mut screens = of(shown);
    screens.keys("x");
    assert_eq!(screens.effects, []);
    assert_eq!(screens.model.context(), Context::Problem);
    assert!(screens.draw(120, 40).text().contains("休憩がとれない"));
    screens.press(KeyCode::Esc).press(KeyCode::Down).press(KeyCode::Delete);
    let changes = asked(&screens);
    assert_eq!((changes.len(), changes[0].1.clone()), (1, None));
    assert_eq!(changes[0].0.as_ref().unwrap().id, NoticeId(21));
}

#[test]
fn two_notices_that_say_the_same_are_proposed_and_merged_with_one_key() {
    let mut screens = of(with(|holdings| {
        let notices = &mut holdings.issues.notices;
        notices.push(Notice::saying(NoticeId(40), "申し送りが20分を超えて起床介助が遅れる"));
    }));
    screens.keys("vv");
    let text = screens.draw(80, 24).text();
    assert!(text.contains("似た気づき") && text.contains("遅れる"), "{text}");
    screens.keys("m");
    let changes = asked(&screens);
    assert_eq!(changes[0].0.as_ref().unwrap().id, NoticeId(40));
    assert_eq!(changes[0].1.as_ref().unwrap().merged_into, Some(NoticeId(4)));
    write(&mut screens);
    screens.keys("m");
    assert_eq!(screens.effects, [], "no pair is left");
}

#[test]
fn the_pages_at_both_sizes() {
    looks::look("notices-list", |theme| {
        let mut screens = at_notices(sample(), theme);
        screens.keys(" ").press(KeyCode::Down).press(KeyCode::Down);
        screens
    });
    looks::look("notices-counts", |theme| {
        let mut screens = at_notices(sample(), theme);
        screens.press(KeyCode::F(2));
        screens
    });
    looks::look("notices-form", |theme| {
        let mut screens = at_notices(sample(), theme);
        screens
            .keys("a")
            .keys("車いすを探す")
            .press(KeyCode::Tab)
            .keys("朝食後");
        screens
    });
    looks::look("notices-none", |theme| {
        at_notices(with(|holdings| holdings.issues.notices.clear()), theme)
    });
}

#[test]
fn nothing_of_a_notice_reaches_the_terminal_unclean() {
    let mut screens = of(with(|holdings| {
        let notice = &mut holdings.issues.notices[21];
        notice.what = "=1+1\u{1b}[2J".to_owned();
        notice.place = "\u{1b}]0;x\u{7}食堂".to_owned();
        notice.group = Some("\u{9b}31m群".to_owned());
        notice.tags = std::iter::once("\u{1b}c".to_owned()).collect();
    }));
    for keys in ["", "v", "v", "v"] {
        screens.keys(keys);
        let text = screens.draw(120, 40).text();
        assert!(!text.contains('\u{1b}') && !text.contains('\u{9b}'), "{text}");
    }
    screens.keys("g");
    assert!(!screens.draw(120, 40).text().contains('\u{9b}'));
}
