//! Random stories of recording, replacing, removing, undoing and redoing.

use proptest::prelude::*;

use super::*;

#[derive(Debug, Clone, Copy)]
enum Step {
    /// Records, replaces or, with 0 minutes, removes the sheet of a person.
    Put {
        staff: u8,
        minutes: u32,
    },
    Undo,
    Redo,
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        4 => (0..4u8, 0..4u32).prop_map(|(staff, minutes)| Step::Put { staff, minutes }),
        2 => Just(Step::Undo),
        1 => Just(Step::Redo),
    ]
}

fn putting(book: &Book, staff: u8, minutes: u32) -> Vec<Change> {
    let new = sheet(&format!("S{staff}"), 6, minutes.max(1));
    let present = book
        .sheets()
        .unwrap()
        .into_iter()
        .map(|(_, sheet)| sheet)
        .find(|sheet| sheet.staff == new.staff);
    match (present, minutes) {
        (None, 0) => vec![],
        (None, _) => vec![recorded(Wave::Before, new)],
        (Some(present), 0) => vec![Change::SheetRemoved {
            wave: Wave::Before,
            sheet: Box::new(present),
        }],
        (Some(present), _) => vec![replaced(present, new)],
    }
}

/// What the book should hold: a line of states and where we are on it.
struct Model {
    states: Vec<Vec<(Wave, Sheet)>>,
    now: usize,
}

impl Model {
    fn follow(&mut self, book: &mut Book, step: Step) {
        match step {
            Step::Put { staff, minutes } => {
                let changes = putting(book, staff, minutes);
                if book.apply(imported("a.csv"), changes, now()).unwrap().is_some() {
                    self.states.truncate(self.now + 1);
                    self.states.push(book.sheets().unwrap());
                    self.now += 1;
                }
            }
            Step::Undo => {
                let possible = self.now > 0;
                assert_eq!(book.undo(now()).unwrap().is_some(), possible);
                self.now -= usize::from(possible);
            }
            Step::Redo => {
                let possible = self.now + 1 < self.states.len();
                assert_eq!(book.redo(now()).unwrap().is_some(), possible);
                self.now += usize::from(possible);
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn undo_and_redo_walk_a_line_of_states_and_the_journal_always_gives_the_tables(
        steps in prop::collection::vec(step(), 1..30)
    ) {
        let mut book = Book::in_memory(founding(), now());
        let mut model = Model { states: vec![vec![]], now: 0 };
        for step in steps {
            model.follow(&mut book, step);
            prop_assert_eq!(&book.sheets().unwrap(), &model.states[model.now]);
            let integrity = book.check().unwrap();
            prop_assert!(integrity.is_whole(), "{:?}", integrity.problems);
        }
        while book.undo(now()).unwrap().is_some() {}
        prop_assert_eq!(book.sheets().unwrap(), vec![]);
        prop_assert!(book.check().unwrap().is_whole());
    }
}
