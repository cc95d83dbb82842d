//! What a formula reads, refuses, writes and is worth.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use proptest::prelude::*;

use super::FormulaFaultKind as Kind;
use super::*;
use crate::text::{Lang, Text};

static JAPANESE: LazyLock<Text> = LazyLock::new(|| Text::new(Lang::Ja));

fn formula(written: &str) -> Formula {
    Formula::parse(written).unwrap_or_else(|fault| panic!("{written}: {fault}"))
}

fn fault(written: &str) -> (usize, Kind) {
    let fault = Formula::parse(written).unwrap_err();
    (fault.at, fault.kind)
}

/// Task 11 has 60 minutes, 12 has 20, category A 240, filled are 480, `slack` is 0; nothing else is known.
fn known(atom: &Atom) -> Option<f64> {
    match atom {
        Atom::Task(code) if code.as_str() == "11" => Some(60.0),
        Atom::Task(code) if code.as_str() == "12" => Some(20.0),
        Atom::Category(code) if code.as_str() == "A" => Some(240.0),
        Atom::Filled => Some(480.0),
        Atom::Indicator(id) if id == "slack" => Some(0.0),
        _ => None,
    }
}

fn value(written: &str) -> Option<f64> {
    formula(written).value(&mut known)
}

#[test]
fn a_formula_is_worth_what_a_pocket_calculator_says() {
    for (written, due) in [
        ("task(11) / filled", 0.125),
        ("(task(11) + task(12)) / filled", 80.0 / 480.0),
        ("1 + 2 * 3", 7.0),
        ("(1 + 2) * 3", 9.0),
        ("10 - 4 - 3", 3.0),
        ("10 - (4 - 3)", 9.0),
        ("48 / 4 / 2", 6.0),
        ("48 / (4 / 2)", 24.0),
        ("-2 * 3", -6.0),
        ("2 - -3", 5.0),
        ("--3", 3.0),
        ("-(1 + 2)", -3.0),
        ("filled - category(A)", 240.0),
        ("indicator(slack) * 100", 0.0),
        ("0.1 + 0.2", 0.1 + 0.2),
    ] {
        assert_eq!(value(written), Some(due), "{written}");
    }
}

#[test]
fn what_cannot_be_known_has_no_value() {
    for written in [
        "task(99) + 1",
        "1 / indicator(slack)",
        "indicator(slack) / indicator(slack)",
        "1 / (1 / indicator(slack))",
        "0 * task(99)",
    ] {
        assert_eq!(value(written), None, "{written}");
    }
    let endless = formula("filled * filled").value(&mut |_| Some(f64::MAX));
    assert_eq!(endless, None);
    assert_eq!(formula("filled").value(&mut |_| Some(f64::NAN)), None);
    assert_eq!(formula("filled - filled").value(&mut |_| Some(f64::INFINITY)), None);
}

#[test]
fn zero_is_never_negative() {
    let zero = formula("-filled").value(&mut |_| Some(0.0)).unwrap();
    assert!(zero.is_sign_positive());
}

#[test]
fn the_signs_and_letters_of_a_japanese_keyboard_are_read() {
    let due = formula("(task(11) + 1.5) * -2 / filled - category(A)");
    for written in [
        "（ｔａｓｋ（１１）＋１．５）×－２÷ｆｉｌｌｅｄ－ｃａｔｅｇｏｒｙ（Ａ）",
        "(TASK( 11 )＋01.50)＊ー２／Filled−Category(A)",
        "　( task ( １１ ) + 1.500 ) × – 2 ÷ filled − category ( A )　",
    ] {
        assert_eq!(formula(written), due, "{written}");
    }
    assert_eq!(
        formula("indicator(ｒｅｃｏｒｄーＭｉｎｕｔｅｓ)").to_string(),
        "indicator(record-minutes)"
    );
}

#[test]
fn it_is_written_with_no_more_brackets_than_needed() {
    for (written, due) in [
        ("((task(11)))÷filled", "task(11) / filled"),
        ("(1+2)+3", "1 + 2 + 3"),
        ("1+(2+3)", "1 + (2 + 3)"),
        ("(1×2)÷(3×4)", "1 * 2 / (3 * 4)"),
        ("(1-2)×-(3)", "(1 - 2) * -3"),
        ("-(1*2)", "-(1 * 2)"),
        ("007.50-0.0", "7.5 - 0"),
        ("task(2-1)", "task(2-1)"),
    ] {
        assert_eq!(formula(written).to_string(), due);
    }
}

#[test]
fn its_figures_come_in_the_order_of_writing() {
    let formula = formula("(task(11) + category(B)) / filled - indicator(x) * task(11)");
    let atoms: Vec<String> = formula.atoms().map(Atom::to_string).collect();
    assert_eq!(atoms, ["task(11)", "category(B)", "filled", "indicator(x)", "task(11)"]);
}

#[test]
fn a_fault_says_what_and_at_which_letter() {
    for (written, at, kind) in [
        ("", 1, Kind::Empty),
        ("　 ", 1, Kind::Empty),
        ("task(11", 8, Kind::UnclosedBracket),
        ("(1 + 2", 7, Kind::UnclosedBracket),
        ("task(11 + task(12)", 9, Kind::UnclosedBracket),
        ("1 + 2)", 6, Kind::UnexpectedSign(')')),
        ("1 +", 4, Kind::ValueMissing),
        ("1 + * 2", 5, Kind::UnexpectedSign('*')),
        ("+1", 1, Kind::UnexpectedSign('+')),
        ("　 1 ％ 2", 5, Kind::UnexpectedSign('%')),
        (".5", 1, Kind::UnexpectedSign('.')),
        ("1. + 2", 2, Kind::UnexpectedSign('.')),
        ("1.2.3", 4, Kind::UnexpectedSign('.')),
        ("()", 2, Kind::UnexpectedSign(')')),
        ("task((11))", 6, Kind::UnexpectedSign('(')),
        ("1 + minutes", 5, Kind::UnknownWord("minutes".to_owned())),
        ("業務(11)", 1, Kind::UnknownWord("業務".to_owned())),
        ("サービス + 1", 1, Kind::UnknownWord("サービス".to_owned())),
        ("task11", 1, Kind::UnknownWord("task11".to_owned())),
        ("task 11", 6, Kind::NothingNamed("task")),
        ("2 * category", 13, Kind::NothingNamed("category")),
        ("indicator( )", 12, Kind::NothingNamed("indicator")),
        ("indicator(記録)", 11, Kind::BadId("記録".to_owned())),
        ("task(11) filled", 10, Kind::SignMissing),
        ("(1 2)", 4, Kind::SignMissing),
        ("2(3)", 2, Kind::SignMissing),
        ("1 + 1234567890", 5, Kind::NumberTooLong),
        ("1.2345", 1, Kind::NumberTooLong),
    ] {
        assert_eq!(fault(written), (at, kind), "{written}");
    }
}

#[test]
fn long_and_deep_formulas_are_refused_before_they_are_a_burden() {
    let within = |depth: usize| format!("{}1{}", "(".repeat(depth), ")".repeat(depth));
    assert!(Formula::parse(&within(16)).is_ok());
    assert_eq!(fault(&within(17)), (17, Kind::TooDeep));
    assert_eq!(fault(&format!("{}1", "-".repeat(17))), (17, Kind::TooDeep));
    let sum = |terms: usize| vec!["1"; terms].join(" + ");
    assert!(Formula::parse(&sum(100)).is_ok());
    assert_eq!(fault(&sum(101)).1, Kind::TooLong);
    assert_eq!(fault(&"(".repeat(1_000_000)).1, Kind::TooLong);
}

#[test]
fn a_fault_is_said_in_both_languages_and_never_with_a_control_letter() {
    let say = |lang, written: &str| {
        let phrase = Formula::parse(written).unwrap_err().phrase();
        let text = Text::new(lang);
        (text.say(&phrase), text.hint(&phrase).unwrap())
    };
    let (message, hint) = say(Lang::Ja, "task(11");
    assert_eq!(message, "8文字目：「)」が足りません");
    assert!(hint.ends_with('。'), "{hint}");
    assert_eq!(say(Lang::En, "task(11").0, "Letter 8: a closing bracket is missing");
    assert_eq!(say(Lang::Ja, "1 \u{1b} 2").0, "3文字目：ここに「U+001B」は書けません");
    assert_eq!(
        say(Lang::Ja, "category").1,
        "たとえば「category(A)」のように書いてください。"
    );
}

#[test]
fn a_loop_of_indicators_is_named_from_where_it_begins() {
    let formulas: BTreeMap<&str, Formula> = [
        ("a", "indicator(b) + filled"),
        ("b", "task(1) * indicator(c)"),
        ("c", "indicator(d) - indicator(b)"),
        ("d", "filled"),
        ("self", "indicator(self)"),
        ("e", "indicator(d) + indicator(d) / indicator(nowhere)"),
    ]
    .into_iter()
    .map(|(id, written)| (id, formula(written)))
    .collect();
    let found = |id| cycle(id, |id| formulas.get(id).cloned());
    assert_eq!(found("a").unwrap(), ["b", "c", "b"]);
    assert_eq!(found("c").unwrap(), ["c", "b", "c"]);
    assert_eq!(found("self").unwrap(), ["self", "self"]);
    assert_eq!(found("d"), None);
    assert_eq!(found("e"), None);
}

#[test]
fn many_ways_to_the_same_indicator_are_followed_once() {
    let id = |number: usize| format!("i{number}");
    let formulas: BTreeMap<String, Formula> = (0..64)
        .map(|number| {
            let next = id(number + 1);
            (id(number), formula(&format!("indicator({next}) + indicator({next})")))
        })
        .collect();
    assert_eq!(cycle("i0", |id| formulas.get(id).cloned()), None);
}

fn node() -> impl Strategy<Value = Node> {
    let leaf = prop_oneof![
        "[0-9]{1,6}(\\.[0-9]{1,3})?".prop_map(|digits| Node::Number(Decimal::parse(&digits).unwrap())),
        "[1-9][0-9]?(-[a-c])?|[ア-ン]".prop_map(|code| Node::Atom(Atom::Task(TaskCode(code)))),
        "[A-Z]".prop_map(|code| Node::Atom(Atom::Category(CategoryCode(code)))),
        Just(Node::Atom(Atom::Filled)),
        "[a-z][a-z0-9-]{0,5}".prop_map(|id| Node::Atom(Atom::Indicator(id))),
    ];
    leaf.prop_recursive(5, 16, 2, |inner| {
        let sign = prop_oneof![Just(Sign::Plus), Just(Sign::Minus), Just(Sign::Times), Just(Sign::Over)];
        prop_oneof![
            1 => inner.clone().prop_map(|inner| Node::Negative(Box::new(inner))),
            4 => (inner.clone(), sign, inner).prop_map(|(left, sign, right)| {
                Node::Pair(Box::new(left), sign, Box::new(right))
            }),
        ]
    })
}

/// The value of a formula as a hand works it out: two stacks, one letter after the other, brackets first.
fn by_hand(written: &str) -> f64 {
    fn strength(sign: char) -> u8 {
        match sign {
            '~' => 3,
            '*' | '/' => 2,
            '+' | '-' => 1,
            _ => 0,
        }
    }
    fn settle(values: &mut Vec<f64>, sign: char) {
        let right = values.pop().unwrap();
        if sign == '~' {
            return values.push(-right);
        }
        let left = values.pop().unwrap();
        values.push(match sign {
            '+' => left + right,
            '-' => left - right,
            '*' => left * right,
            _ => left / right,
        });
    }
    let (mut values, mut signs, mut value_due) = (Vec::new(), Vec::new(), true);
    for letter in written.chars().filter(|letter| *letter != ' ') {
        match letter {
            '0'..='9' => {
                values.push(f64::from(letter.to_digit(10).unwrap()));
                value_due = false;
            }
            '(' => signs.push('('),
            ')' => {
                while let Some(sign) = signs.pop().filter(|sign| *sign != '(') {
                    settle(&mut values, sign);
                }
            }
            '-' if value_due => signs.push('~'),
            sign => {
                while let Some(waiting) = signs.pop_if(|waiting| strength(*waiting) >= strength(sign)) {
                    settle(&mut values, waiting);
                }
                signs.push(sign);
                value_due = true;
            }
        }
    }
    while let Some(sign) = signs.pop() {
        settle(&mut values, sign);
    }
    values.pop().unwrap()
}

/// A formula of single digits.
fn of_digits() -> impl Strategy<Value = String> {
    let leaf = "[0-9]";
    leaf.prop_recursive(5, 24, 3, |inner| {
        prop_oneof![
            inner.clone().prop_map(|inner| format!("-{inner}")),
            inner.clone().prop_map(|inner| format!("({inner})")),
            (inner.clone(), "[-+*/]", inner).prop_map(|(left, sign, right)| format!("{left} {sign} {right}")),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_written_reads_back_as_the_same_formula(root in node()) {
        let formula = Formula { root };
        let written = formula.to_string();
        match Formula::parse(&written) {
            Ok(read) => prop_assert_eq!(read, formula, "{}", written),
            // Made without a reader, it may be longer than one reads.
            Err(fault) => prop_assert_eq!(fault.kind, Kind::TooLong, "{}", written),
        }
    }

    #[test]
    fn no_text_is_too_strange_to_be_answered(written in "\\PC*|[-+*/()（）×÷ー 0-9.a-z]{0,60}|(task\\(|category\\(|filled|indicator\\(|[-+*/() 1])*") {
        match Formula::parse(&written) {
            Ok(formula) => {
                let canonical = formula.to_string();
                let again = Formula::parse(&canonical);
                prop_assert_eq!(again.as_ref(), Ok(&formula), "{}", canonical);
                prop_assert_eq!(again.unwrap().to_string(), canonical);
            }
            Err(fault) => {
                prop_assert!(fault.at >= 1 && fault.at <= written.chars().count() + 1, "{}", fault);
                prop_assert!(!JAPANESE.say(&fault.phrase()).is_empty());
            }
        }
    }

    #[test]
    fn its_value_is_the_one_worked_out_by_hand(written in of_digits()) {
        let due = by_hand(&written);
        let value = formula(&written).value(&mut |_| None);
        if let Some(value) = value {
            // A zero is never negative, otherwise the two are the same to the last bit.
            prop_assert_eq!(value.to_bits(), (due + 0.0).to_bits(), "{}", written);
        } else {
            // Something was divided by zero; by hand the infinity may have vanished again.
            prop_assert!(!due.is_finite() || written.contains('/'), "{}", written);
        }
    }

    #[test]
    fn a_file_keeps_it_as_its_text(root in node()) {
        let formula = Formula { root };
        prop_assume!(Formula::parse(&formula.to_string()).is_ok());
        let kept = serde_json::to_string(&formula).unwrap();
        prop_assert_eq!(&kept, &format!("\"{formula}\""));
        prop_assert_eq!(serde_json::from_str::<Formula>(&kept).unwrap(), formula);
    }
}
