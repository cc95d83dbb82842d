//! The door for the cause map: no link round, back or to nothing, whoever writes it.

use super::*;
use crate::book::{BookFault, Conflict};
use crate::issues::{Cause, CauseFault, CauseId, CauseLayer, CauseMap};

fn cause(id: u32, leads_to: &[u32]) -> Cause {
    Cause {
        id: CauseId(id),
        layer: CauseLayer::Cause,
        text: format!("箱{id}"),
        leads_to: leads_to.iter().map(|id| CauseId(*id)).collect(),
        evidence: std::collections::BTreeSet::new(),
        question: None,
    }
}

fn kept(before: Option<Cause>, after: Option<Cause>) -> Change {
    Change::CauseKept {
        before: before.map(Box::new),
        after: after.map(Box::new),
    }
}

fn refused(book: &mut Book, changes: Vec<Change>) -> CauseFault {
    let error = book.apply(Occasion::CauseMapDrawn, changes, now()).unwrap_err();
    match error.fault {
        BookFault::Conflict(Conflict::CauseMapUnsound(fault)) => fault,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_link_to_nothing_or_round_does_not_come_into_the_book() {
    let (_folder, mut book) = book();
    let fault = refused(&mut book, vec![kept(None, Some(cause(1, &[2])))]);
    assert_eq!(fault, CauseFault::NoBox(CauseId(2)));
    let both = vec![kept(None, Some(cause(1, &[2]))), kept(None, Some(cause(2, &[])))];
    book.apply(Occasion::CauseMapDrawn, both, now()).unwrap();
    let round = vec![kept(Some(cause(2, &[])), Some(cause(2, &[1])))];
    assert!(matches!(refused(&mut book, round), CauseFault::Loop(_)));
    assert!(matches!(
        refused(&mut book, vec![kept(Some(cause(2, &[])), None)]),
        CauseFault::NoBox(_)
    ));
    assert_eq!(book.issues().unwrap().causes, [cause(1, &[2]), cause(2, &[])]);
}

#[test]
fn a_box_that_is_taken_out_comes_back_with_the_links_to_it() {
    let (_folder, mut book) = book();
    let both = vec![kept(None, Some(cause(1, &[2]))), kept(None, Some(cause(2, &[])))];
    book.apply(Occasion::CauseMapDrawn, both, now()).unwrap();
    let before = book.issues().unwrap();
    let mut map = CauseMap::of(&before.causes);
    map.take_out(CauseId(2), &[]).unwrap();
    let changes = map.steps().into_iter().map(Change::from).collect();
    book.apply(Occasion::CauseMapDrawn, changes, now()).unwrap();
    assert_eq!(book.issues().unwrap().causes, [cause(1, &[])]);
    book.undo(now()).unwrap();
    assert_eq!(book.issues().unwrap(), before);
}

#[test]
fn the_check_of_a_book_finds_a_link_round() {
    let (_folder, mut book) = book();
    let both = vec![kept(None, Some(cause(1, &[2]))), kept(None, Some(cause(2, &[])))];
    book.apply(Occasion::CauseMapDrawn, both, now()).unwrap();
    assert!(book.check().unwrap().is_whole());
    let body = serde_json::to_string(&cause(2, &[1])).unwrap();
    let tampering = "UPDATE record SET body = ?1 WHERE kind = 'cause' AND key = '0000000002'";
    book.connection().execute(tampering, [body]).unwrap();
    let problems = book.check().unwrap().problems;
    assert!(problems.iter().any(|problem| problem.key() == "causes-problem"));
}
