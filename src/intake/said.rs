//! Puts answers and notices together with what the book has: numbers, people who answered twice, lines that came before.

use std::collections::BTreeMap;

use super::answers::Answered;
use super::notices::Noticed;
use super::order::{Fault, Known, Place};
use crate::book::Change;
use crate::issues::{Notice, NoticeId, Questionnaire, Response, ResponseNumber};
use crate::phrase::{Phrase, phrase};
use crate::worktime::Wave;

/// What the answers and notices of all files make together.
#[derive(Debug, Default)]
pub struct Said {
    /// Questionnaires, answers and notices to keep.
    pub changes: Vec<Change>,
    /// People who answered twice, each with the file that brought it.
    pub faults: Vec<(usize, Fault)>,
    /// What came before, each with its file.
    pub notes: Vec<(usize, Phrase)>,
    /// For each file the number of answers that it brings.
    pub responses: BTreeMap<usize, usize>,
    /// For each file the number of notices that it brings.
    pub notices: BTreeMap<usize, usize>,
}

/// Puts together what files say. `names` are the names of the files.
pub fn assemble(answers: &[Answered], notices: &[(usize, Noticed)], known: &Known, names: &[String]) -> Said {
    let mut said = Said::default();
    answered(answers, known, names, &mut said);
    noticed(notices, known, &mut said);
    said
}

/// What tells one answer from another, whatever its number.
fn is_same(one: &Response, other: &Response) -> bool {
    let unnumbered = |response: &Response| {
        let mut response = response.clone();
        response.key.number = ResponseNumber(0);
        response
    };
    unnumbered(one) == unnumbered(other)
}

fn answered(answers: &[Answered], known: &Known, names: &[String], said: &mut Said) {
    let in_book = &known.issues.responses;
    // Lines without a code are told apart by what they say: each of the book stands for one line of a table.
    let mut unmatched: Vec<&Response> = in_book.iter().filter(|it| it.staff.is_none()).collect();
    let mut seen: Vec<&Answered> = Vec::new();
    let mut came_before: BTreeMap<usize, usize> = BTreeMap::new();
    let mut next: BTreeMap<Wave, ResponseNumber> = BTreeMap::new();
    let mut kept: Vec<&str> = Vec::new();
    for answered in answers {
        let response = &answered.response;
        let round = response.key.round;
        if let Some(staff) = &response.staff {
            let code = staff.as_str().to_lowercase();
            let is_person = |other: &Response| {
                let theirs = other.staff.as_ref().map(|staff| staff.as_str().to_lowercase());
                let is_asked_the_same = other.questionnaire == response.questionnaire;
                is_asked_the_same && other.key.round == round && theirs.as_ref() == Some(&code)
            };
            let twice = phrase("surveyin-code-twice")
                .with("staff", staff.as_str())
                .with("wave", round.label())
                .with("here", whereabouts(answered.file, &answered.place, names));
            if let Some(other) = seen.iter().find(|other| is_person(&other.response)) {
                let message = twice.with("other", whereabouts(other.file, &other.place, names));
                said.fault(answered, message);
                continue;
            }
            match in_book.iter().find(|other| is_person(other)) {
                Some(other) if is_same(other, response) => {
                    *came_before.entry(answered.file).or_default() += 1;
                    continue;
                }
                Some(_) => {
                    said.fault(answered, twice.with("other", phrase("intake-the-book")));
                    continue;
                }
                None => seen.push(answered),
            }
        } else if let Some(at) = unmatched.iter().position(|other| is_same(other, response)) {
            if answered.is_of_table {
                unmatched.remove(at);
                *came_before.entry(answered.file).or_default() += 1;
                continue;
            }
            said.notes.push((answered.file, phrase("surveyin-note-same-answers")));
        }
        if known.issues.questionnaire(&response.questionnaire).is_none()
            && !kept.contains(&response.questionnaire.as_str())
        {
            kept.push(&response.questionnaire);
        }
        let number = *next.entry(round).or_insert_with(|| known.issues.next_response(round));
        next.insert(round, ResponseNumber(number.0.saturating_add(1)));
        let mut after = response.clone();
        after.key.number = number;
        said.changes.push(Change::ResponseKept {
            before: None,
            after: Some(Box::new(after)),
        });
        *said.responses.entry(answered.file).or_default() += 1;
    }
    for (file, count) in came_before {
        said.notes
            .push((file, phrase("surveyin-note-known-answers").with("count", count)));
    }
    let copies = kept
        .into_iter()
        .filter_map(|id| known.questionnaires.iter().find(|it| it.id == id));
    let copies = copies.map(|questionnaire: &Questionnaire| Change::QuestionnaireKept {
        before: None,
        after: Some(Box::new(questionnaire.clone())),
    });
    // Answers stand behind the questionnaire that they are answers to.
    said.changes.splice(0..0, copies.collect::<Vec<_>>());
}

fn noticed(notices: &[(usize, Noticed)], known: &Known, said: &mut Said) {
    let mut unmatched: Vec<&Notice> = known.issues.notices.iter().collect();
    let mut came_before: BTreeMap<usize, usize> = BTreeMap::new();
    let mut id = NoticeId::after(known.issues.notices.iter().map(|notice| notice.id));
    for (file, Noticed { notice }) in notices {
        if let Some(at) = unmatched.iter().position(|other| says_the_same(other, notice)) {
            unmatched.remove(at);
            *came_before.entry(*file).or_default() += 1;
            continue;
        }
        let after = Notice { id, ..notice.clone() };
        id = NoticeId(id.0.saturating_add(1));
        said.changes.push(Change::NoticeKept {
            before: None,
            after: Some(Box::new(after)),
        });
        *said.notices.entry(*file).or_default() += 1;
    }
    for (file, count) in came_before {
        said.notes
            .push((file, phrase("surveyin-note-known-notices").with("count", count)));
    }
}

/// Whether a notice of the book came from the same line; what was sorted by hand since does not count.
fn says_the_same(of_book: &Notice, read: &Notice) -> bool {
    let words = |notice: &Notice| {
        (
            notice.what.clone(),
            notice.when.clone(),
            notice.place.clone(),
            notice.noted,
        )
    };
    words(of_book) == words(read) && of_book.role == read.role && of_book.unit == read.unit
}

impl Said {
    fn fault(&mut self, answered: &Answered, message: Phrase) {
        let place = answered.place.clone();
        self.faults.push((answered.file, Fault { place, message }));
    }
}

/// A file with the cell or line in it.
pub(super) fn whereabouts(file: usize, place: &Place, names: &[String]) -> Phrase {
    let name = names.get(file).cloned().unwrap_or_default();
    match place {
        Place::File => phrase("intake-the-file").with("file", name),
        Place::Cell { .. } => phrase("surveyin-at-cell")
            .with("file", name)
            .with("cell", place.text().unwrap_or_default()),
        Place::Line(line) => phrase("surveyin-at-line").with("file", name).with("line", *line),
    }
}
