//! Which acts can be taken back and which can be done again.

use super::act::{ActId, ActState, Occasion};

/// Which acts can be taken back and which can be done again, latest last.
///
/// One line of acts: a new act drops everything that could have been done again. The founding is in neither list.
#[derive(Debug, Default)]
pub(super) struct Line {
    undoable: Vec<ActId>,
    redoable: Vec<ActId>,
    dropped: Vec<ActId>,
}

/// An act takes back or does again what was not its turn: the journal was not written by this program.
#[derive(Debug)]
pub(super) struct OutOfTurn;

impl Line {
    /// Takes note of the next act.
    pub(super) fn follow(&mut self, id: ActId, occasion: &Occasion) -> Result<(), OutOfTurn> {
        match occasion {
            Occasion::Founded => {}
            Occasion::Undone(act) => pass(&mut self.undoable, &mut self.redoable, *act)?,
            Occasion::Redone(act) => pass(&mut self.redoable, &mut self.undoable, *act)?,
            _ => {
                self.dropped.append(&mut self.redoable);
                self.undoable.push(id);
            }
        }
        Ok(())
    }

    /// The act that undo takes back.
    pub(super) fn to_undo(&self) -> Option<ActId> {
        self.undoable.last().copied()
    }

    /// The act that redo does again.
    pub(super) fn to_redo(&self) -> Option<ActId> {
        self.redoable.last().copied()
    }

    /// What has become of an act.
    pub(super) fn state(&self, id: ActId) -> ActState {
        if self.redoable.contains(&id) {
            ActState::Undone
        } else if self.dropped.contains(&id) {
            ActState::Dropped
        } else {
            ActState::Done
        }
    }
}

fn pass(from: &mut Vec<ActId>, to: &mut Vec<ActId>, act: ActId) -> Result<(), OutOfTurn> {
    match from.pop() {
        Some(top) if top == act => {
            to.push(act);
            Ok(())
        }
        _ => Err(OutOfTurn),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn imported() -> Occasion {
        Occasion::Imported { files: Vec::new() }
    }

    #[test]
    fn a_new_act_drops_what_could_have_been_done_again() {
        let mut line = Line::default();
        for (id, occasion) in [
            (1, Occasion::Founded),
            (2, imported()),
            (3, imported()),
            (4, Occasion::Undone(ActId(3))),
            (5, imported()),
        ] {
            line.follow(ActId(id), &occasion).unwrap();
        }
        assert_eq!((line.to_undo(), line.to_redo()), (Some(ActId(5)), None));
        let states = [1, 2, 3, 4, 5].map(|id| line.state(ActId(id)));
        assert_eq!(
            states,
            [
                ActState::Done,
                ActState::Done,
                ActState::Dropped,
                ActState::Done,
                ActState::Done
            ]
        );
    }

    #[test]
    fn taking_back_what_is_not_the_latest_is_out_of_turn() {
        let mut line = Line::default();
        line.follow(ActId(1), &Occasion::Founded).unwrap();
        line.follow(ActId(2), &imported()).unwrap();
        line.follow(ActId(3), &imported()).unwrap();
        assert!(line.follow(ActId(4), &Occasion::Undone(ActId(2))).is_err());
    }
}
