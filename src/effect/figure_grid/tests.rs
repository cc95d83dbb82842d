//! The grid: what is typed, what is wrong, what is saved.

use super::*;
use crate::effect::{BlockProblem, Direction, Family, Indicator, Measured, Pasted, Per, Range};
use crate::office::{Bilingual, Decimal, Month, StaffCode};
use crate::worktime::Wave;

fn name(ja: &str) -> Bilingual {
    Bilingual {
        ja: ja.to_owned(),
        en: ja.to_owned(),
    }
}

fn rule(measured: Measured) -> FigureRule {
    let indicator = Indicator {
        id: "x".to_owned(),
        name: name("指標"),
        family: Family::Quality,
        unit: name("回"),
        direction: Direction::Up,
        decimals: 0,
        per: Per::Staff,
        range: matches!(measured, Measured::Entered).then(|| Range {
            least: Decimal::ZERO,
            most: Decimal::whole(70),
        }),
        measured,
        usual: false,
        how: name(""),
        source: String::new(),
    };
    FigureRule::of(&indicator, &[])
}

fn staff(code: &str) -> Subject {
    Subject::Staff(StaffCode::parse(code).unwrap())
}

fn month(number: u32) -> At {
    At::Month(Month::new(2025, number).unwrap())
}

fn measured(subject: Subject, at: At, value: u32, of: Option<u32>) -> Measurement {
    Measurement {
        key: MeasurementKey {
            indicator: "x".to_owned(),
            at,
            subject,
        },
        value: Decimal::whole(value),
        of: of.map(Decimal::whole),
    }
}

fn people(figures: &[Measurement]) -> FigureGrid {
    let rows = ["S02", "S01", "S03"].map(|code| GridHead::Of(staff(code)));
    let columns = [Wave::Before, Wave::After(1)].map(|wave| GridHead::At(At::Wave(wave)));
    let sides = (rows.to_vec(), columns.to_vec());
    FigureGrid::new("x", rule(Measured::Entered), sides, figures)
}

fn months(figures: &[Measurement]) -> FigureGrid {
    let rows = (4..=6).map(|number| GridHead::At(month(number))).collect();
    let measured = Measured::Rate {
        per: 100,
        of: name("延べ日数"),
    };
    let sides = (rows, vec![GridHead::Of(Subject::Office)]);
    FigureGrid::new("x", rule(measured), sides, figures)
}

fn spot(row: usize, column: usize) -> Spot {
    Spot { row, column }
}

#[test]
fn people_stand_in_order_of_their_codes_and_times_beside_each_other() {
    let before = At::Wave(Wave::Before);
    let grid = people(&[measured(staff("S02"), before, 12, None)]);
    assert_eq!(grid.width(), 2);
    assert_eq!(grid.text(spot(1, 0)), "12");
    assert_eq!(grid.key(spot(1, 0)), Some((staff("S02"), before)));
    assert_eq!(grid.text(spot(0, 0)), "");
    assert_eq!(grid.missing(), 2, "the survey after has not begun");
    assert_eq!(people(&[]).missing(), 6);
    assert!(!grid.is_unsaved());
}

#[test]
fn a_count_and_its_base_stand_side_by_side() {
    let mut grid = months(&[measured(Subject::Office, month(5), 3, Some(600))]);
    assert_eq!(
        (grid.width(), grid.text(spot(1, 0)), grid.text(spot(1, 1))),
        (2, "3", "600")
    );
    grid.set(spot(0, 0), "4");
    assert_eq!(grid.fault(spot(0, 0)), None);
    assert_eq!(grid.fault(spot(0, 1)), Some(FigureFault::NoBase));
    grid.set(spot(0, 1), "0");
    assert_eq!(grid.fault(spot(0, 1)), Some(FigureFault::EmptyBase));
    grid.set(spot(0, 0), "多数");
    assert_eq!(grid.fault(spot(0, 0)), Some(FigureFault::NoNumber("多数".to_owned())));
    assert_eq!(grid.faults().len(), 2);
    grid.set(spot(0, 0), "２/５８０");
    assert_eq!((grid.text(spot(0, 0)), grid.text(spot(0, 1))), ("2", "580"));
    assert_eq!(grid.faults(), []);
}

#[test]
fn what_is_typed_becomes_steps_and_what_is_cleared_goes_out() {
    let (before, after) = (At::Wave(Wave::Before), At::Wave(Wave::After(1)));
    let book = [
        measured(staff("S01"), before, 10, None),
        measured(staff("S02"), before, 12, None),
    ];
    let mut grid = people(&book);
    grid.set(spot(0, 0), "");
    grid.set(spot(1, 0), "12.0");
    grid.set(spot(2, 1), "０");
    let steps = grid.steps(&book).unwrap();
    assert_eq!(
        steps,
        [
            FigureStep {
                before: Some(book[0].clone()),
                after: None,
            },
            FigureStep {
                before: None,
                after: Some(measured(staff("S03"), after, 0, None)),
            },
        ]
    );
    grid.saved();
    assert_eq!(grid.steps(&book), Ok(Vec::new()));
}

#[test]
fn a_bad_field_holds_the_saving_back_and_is_named() {
    let mut grid = people(&[]);
    grid.set(spot(0, 0), "5");
    grid.set(spot(2, 1), "71");
    let (at, fault) = grid.steps(&[]).unwrap_err();
    assert_eq!(at, spot(2, 1));
    assert!(matches!(fault, FigureFault::OutOfRange(_)));
}

#[test]
fn a_figure_of_an_older_rule_that_nobody_touches_holds_nothing_back() {
    let before = At::Wave(Wave::Before);
    let book = [measured(staff("S01"), before, 99, None)];
    let mut grid = people(&book);
    assert!(grid.fault(spot(0, 0)).is_some());
    grid.set(spot(1, 0), "5");
    assert_eq!(grid.steps(&book).unwrap().len(), 1);
}

#[test]
fn what_another_program_wrote_meanwhile_is_named_as_it_is_and_otherwise_left_alone() {
    let (before, after) = (At::Wave(Wave::Before), At::Wave(Wave::After(1)));
    let mut grid = people(&[]);
    grid.set(spot(0, 0), "5");
    let now = [
        measured(staff("S01"), before, 7, None),
        measured(staff("S01"), after, 8, None),
    ];
    let steps = grid.steps(&now).unwrap();
    assert_eq!(steps.len(), 1);
    assert_eq!(steps[0].before, Some(now[0].clone()));
}

#[test]
fn a_row_that_is_added_stands_where_it_belongs_and_brings_its_cells_along() {
    let mut grid = people(&[]);
    grid.set(spot(2, 0), "9");
    assert_eq!(grid.add_row(GridHead::Of(staff("S025"))), 2);
    assert_eq!(grid.text(spot(3, 0)), "9");
    assert_eq!(grid.add_row(GridHead::Of(staff("S01"))), 0);
    assert_eq!(grid.rows().len(), 4);
}

#[test]
fn a_block_is_taken_from_the_field_on() {
    let grid = people(&[]);
    let Pasted { grid, cells, rows } = grid.with_block(spot(1, 0), "1\t２\r\n\t4\r\n", &new_row).unwrap();
    assert_eq!((cells, rows), (3, 0));
    assert_eq!(
        [(1, 0), (1, 1), (2, 0), (2, 1)].map(|(row, column)| grid.text(spot(row, column)).to_owned()),
        ["1", "2", "", "4"]
    );
}

#[test]
fn a_block_with_codes_goes_to_the_rows_that_it_names() {
    let block = "S03\t3\nｓ０１\t1\n";
    let grid = people(&[]).with_block(spot(0, 1), block, &new_row).unwrap().grid;
    assert_eq!((grid.text(spot(0, 1)), grid.text(spot(2, 1))), ("1", "3"));
    let block = "2025年4月\t1\t500\n令和7年6月\t2\t510";
    let grid = months(&[]).with_block(spot(2, 0), block, &new_row).unwrap().grid;
    assert_eq!((grid.text(spot(0, 1)), grid.text(spot(2, 0))), ("500", "2"));
}

#[test]
fn nothing_of_a_block_is_taken_when_one_cell_is_bad_and_every_bad_cell_is_named() {
    let faults = people(&[])
        .with_block(spot(1, 0), "5\t71\t3\nx\t6\n7\t8\n", &new_row)
        .unwrap_err();
    let said: Vec<(usize, usize, &str)> = faults
        .iter()
        .map(|fault| (fault.row, fault.column, fault.problem.phrase().key()))
        .collect();
    assert_eq!(
        said,
        [
            (1, 2, "entering-out-of-range"),
            (1, 3, "entering-beyond-columns"),
            (2, 1, "entering-no-number"),
            (3, 1, "entering-beyond-rows"),
        ]
    );
}

#[test]
fn people_and_months_that_are_not_there_yet_come_with_the_block() {
    let pasted = people(&[])
        .with_block(spot(0, 0), "S09\t5\nＳ００\t6\nS09\t\t7", &new_row)
        .unwrap();
    assert_eq!((pasted.rows, pasted.cells), (2, 3));
    let codes: Vec<&GridHead> = pasted.grid.rows().iter().collect();
    assert_eq!(
        (codes[0], codes[4]),
        (&GridHead::Of(staff("S00")), &GridHead::Of(staff("S09")))
    );
    assert_eq!(
        [(0, 0), (4, 0), (4, 1)].map(|(row, column)| pasted.grid.text(spot(row, column)).to_owned()),
        ["6", "5", "7"]
    );
    let block = "2023-04\t1\t500\n2025-04\t2\t510";
    let pasted = months(&[]).with_block(spot(0, 0), block, &new_row).unwrap();
    assert_eq!((pasted.rows, pasted.grid.text(spot(0, 0))), (1, "1"));
}

#[test]
fn names_headings_and_what_can_be_no_row_keep_a_block_out() {
    let problem = |grid: &FigureGrid, block: &str| {
        let faults = grid.with_block(spot(0, 0), block, &new_row).unwrap_err();
        (faults.len(), faults[0].row, faults[0].problem.clone())
    };
    let owned = str::to_owned;
    assert_eq!(
        problem(&people(&[]), "S01\t5\n山田　花子\t5"),
        (1, 2, BlockProblem::LooksLikeName(owned("山田 花子")))
    );
    assert_eq!(
        problem(&people(&[]), "職員ID\t取組前\nS09\t5"),
        (1, 1, BlockProblem::NoSuchRow(owned("職員ID")))
    );
    assert_eq!(
        problem(&months(&[]), "2025-04\t5\t500\n合計\t5\t500"),
        (1, 2, BlockProblem::NoSuchRow(owned("合計")))
    );
}

/// What becomes a new row: a code, or a month.
fn new_row(name: &str) -> Option<GridHead> {
    match Month::parse(name) {
        Some(month) => Some(GridHead::At(At::Month(month))),
        None if name == "合計" => None,
        None => Some(GridHead::Of(staff(name))),
    }
}

proptest::proptest! {
    #[test]
    fn figures_that_are_typed_as_they_stand_change_nothing(
        figures in proptest::collection::btree_map((1_u32..=12, 0_u32..4), (0_u32..500, 1_u32..900), 0..20),
    ) {
        let book: Vec<Measurement> = figures
            .iter()
            .map(|((number, _), (value, of))| measured(Subject::Office, month(*number), *value, Some(*of)))
            .map(|it| (it.key.clone(), it))
            .collect::<BTreeMap<_, _>>()
            .into_values()
            .collect();
        let mut grid = months(&book);
        for number in 1..=12 {
            grid.add_row(GridHead::At(month(number)));
        }
        for row in 0..12 {
            for column in 0..2 {
                let text = grid.text(spot(row, column)).to_owned();
                grid.set(spot(row, column), &text);
            }
        }
        proptest::prop_assert_eq!(grid.steps(&book), Ok(Vec::new()));
        proptest::prop_assert!(!grid.is_unsaved());
    }
}
