//! Values of indicators that are calculated from others (計算式).

use std::collections::{BTreeMap, BTreeSet};

use super::sources::{Sources, WaveValues};
use crate::analysis::AnalysisError;
use crate::effect::{Atom, Formula, Indicator, Measured, PersonValues, cycle};
use crate::report::Holdings;
use crate::worktime::{Task, TaskCode, TaskList, Wave};

/// The value of each person: each figure of the formula is the person's own of that survey.
pub(super) fn of_people(
    sources: &Sources,
    indicator: &Indicator,
    formula: &Formula,
    wave: Wave,
) -> Result<PersonValues, AnalysisError> {
    let figures = figures(sources, indicator, formula, wave)?;
    let codes: BTreeSet<&String> = figures.values().filter_map(people).flat_map(BTreeMap::keys).collect();
    let value = |code: &String| {
        let look_up = |atom: &Atom| figures.get(atom).and_then(people)?.get(code).copied();
        Some((code.clone(), formula.value(&mut { look_up })?))
    };
    Ok(codes.into_iter().filter_map(value).collect())
}

/// The value of the office: from what was counted or measured in that survey altogether.
pub(super) fn of_office(
    sources: &Sources,
    indicator: &Indicator,
    formula: &Formula,
    wave: Wave,
) -> Result<Option<f64>, AnalysisError> {
    let figures = figures(sources, indicator, formula, wave)?;
    Ok(formula.value(&mut |atom| figures.get(atom).and_then(WaveValues::mean)))
}

/// What a formula is calculated from; nothing where that leads back to itself.
fn figures(
    sources: &Sources,
    indicator: &Indicator,
    formula: &Formula,
    wave: Wave,
) -> Result<BTreeMap<Atom, WaveValues>, AnalysisError> {
    let holdings = sources.holdings();
    let list = &holdings.founding.task_list;
    let formula_of = |id: &str| match &holdings.indicator(id)?.measured {
        Measured::Formula { formula, .. } => Formula::parse(formula).ok(),
        _ => None,
    };
    let mut figures = BTreeMap::new();
    if cycle(&indicator.id, formula_of).is_some() {
        return Ok(figures);
    }
    for atom in formula.atoms().filter(|atom| !matches!(atom, Atom::Indicator(_))) {
        let tasks = tasks_of(list, atom);
        let minutes = sources.of_sheets(indicator, &Measured::Minutes { tasks }, wave)?;
        figures.insert(atom.clone(), WaveValues::People(minutes));
    }
    for atom in formula.atoms() {
        let Atom::Indicator(id) = atom else { continue };
        if let Some(other) = holdings.indicator(id) {
            figures.insert(atom.clone(), sources.values(other, wave)?);
        }
    }
    Ok(figures)
}

fn people(values: &WaveValues) -> Option<&PersonValues> {
    match values {
        WaveValues::People(people) => Some(people),
        WaveValues::Counts(_) | WaveValues::Figure(_) => None,
    }
}

/// Whether an indicator comes out of the time sheets, itself or through what it is calculated from.
pub(super) fn needs_sheets(holdings: &Holdings, indicator: &Indicator) -> bool {
    let mut needed = false;
    each(holdings, indicator, &mut |found| {
        needed |= match found {
            Found::Indicator(it) => it.measured.is_of_sheets(),
            Found::Atom(atom) => !matches!(atom, Atom::Indicator(_)),
        };
    });
    needed
}

/// The indicators whose figures are typed in: itself, or those that it is calculated from.
pub(super) fn entered(holdings: &Holdings, indicator: &Indicator) -> BTreeSet<String> {
    let mut ids = BTreeSet::new();
    each(holdings, indicator, &mut |found| {
        if let Found::Indicator(it) = found
            && it.measured.is_entered()
        {
            ids.insert(it.id.clone());
        }
    });
    ids
}

/// The tasks of today whose minutes it needs, itself or through what it is calculated from.
pub(super) fn tasks(holdings: &Holdings, indicator: &Indicator) -> Vec<TaskCode> {
    let list = &holdings.founding.task_list;
    let mut tasks = Vec::new();
    each(holdings, indicator, &mut |found| match found {
        Found::Indicator(it) => tasks.extend(it.measured.tasks(list)),
        Found::Atom(atom) => tasks.extend(tasks_of(list, atom)),
    });
    tasks
}

/// Whether an indicator looks at a task by name, itself or through what it is calculated from; one that adds up all tasks or a whole
/// category does not.
pub(in crate::report) fn is_of_task(holdings: &Holdings, indicator: &Indicator, code: &str) -> bool {
    let mut named = false;
    each(holdings, indicator, &mut |found| {
        named |= match found {
            Found::Indicator(it) => match &it.measured {
                Measured::Minutes { tasks } => tasks.iter().any(|task| task.as_str() == code),
                _ => false,
            },
            Found::Atom(Atom::Task(task)) => task.as_str() == code,
            Found::Atom(_) => false,
        };
    });
    named
}

/// Whether the task list has every task and category that a formula names, and the book every indicator.
pub(super) fn is_measurable(holdings: &Holdings, indicator: &Indicator) -> bool {
    let list = &holdings.founding.task_list;
    let mut holds = true;
    each(holdings, indicator, &mut |found| {
        holds &= match found {
            Found::Indicator(it) => match &it.measured {
                Measured::Formula { formula, .. } => Formula::parse(formula).is_ok(),
                measured if measured.is_of_sheets() => {
                    let tasks = measured.tasks(list);
                    !tasks.is_empty() && tasks.iter().all(|task| list.task(task).is_some())
                }
                _ => true,
            },
            Found::Atom(Atom::Task(task)) => list.task(task).is_some(),
            Found::Atom(Atom::Category(category)) => list.category(category).is_some(),
            Found::Atom(Atom::Filled) => true,
            Found::Atom(Atom::Indicator(id)) => holdings.indicator(id).is_some(),
        };
    });
    holds
}

/// The tasks whose minutes a figure adds up.
fn tasks_of(list: &TaskList, atom: &Atom) -> Vec<TaskCode> {
    let codes = |counts: &dyn Fn(&Task) -> bool| {
        let tasks = list.tasks.iter().filter(|task| counts(task));
        tasks.map(|task| task.code.clone()).collect()
    };
    match atom {
        Atom::Task(task) => vec![task.clone()],
        Atom::Category(category) => codes(&|task| task.category == *category),
        Atom::Filled => codes(&|_| true),
        Atom::Indicator(_) => Vec::new(),
    }
}

/// What is met on the way through a formula.
enum Found<'a> {
    Indicator(&'a Indicator),
    Atom(&'a Atom),
}

/// Goes through an indicator and all that it is calculated from, each indicator once.
fn each(holdings: &Holdings, indicator: &Indicator, told: &mut impl FnMut(Found)) {
    let mut seen: BTreeSet<String> = BTreeSet::new();
    let mut open = vec![indicator];
    while let Some(next) = open.pop() {
        if !seen.insert(next.id.clone()) {
            continue;
        }
        told(Found::Indicator(next));
        let Measured::Formula { formula, .. } = &next.measured else {
            continue;
        };
        let Ok(formula) = Formula::parse(formula) else { continue };
        for atom in formula.atoms() {
            told(Found::Atom(atom));
            if let Atom::Indicator(id) = atom {
                open.extend(holdings.indicator(id));
            }
        }
    }
}
