//! Makes the finding: the cause map (因果関係図).

mod evidence;

use std::collections::BTreeSet;

pub use evidence::{EvidenceSource, all_evidence};

use crate::issues::{Cause, CauseId, CauseLayer};
use crate::office::printable;
use crate::phrase::{Phrase, phrase};
use crate::report::Holdings;
use crate::report::finding::{CauseBox, CauseEvidence, CauseLink, CauseMapFinding, CauseRow, ChallengeSurveyFinding};
use crate::text::Text;

/// Shows the cause map (因果関係図).
pub fn map(holdings: &Holdings, survey: &ChallengeSurveyFinding, text: &Text) -> CauseMapFinding {
    let causes = &holdings.issues.causes;
    if causes.is_empty() {
        return CauseMapFinding::default();
    }
    let source = EvidenceSource::new(holdings, survey, text);
    let outline = outline(causes);
    let first = outline.iter().filter(|row| !row.again);
    let boxes: Vec<CauseBox> = first
        .filter_map(|row| causes.iter().find(|it| it.id == row.number))
        .map(|cause| boxed(cause, causes, &source, text))
        .collect();
    let is_measured = |id: CauseId| boxes.iter().any(|it| it.number == id && it.measured);
    let links: Vec<CauseLink> = causes
        .iter()
        .flat_map(|cause| leads_to(cause, causes).into_iter().map(|to| (cause.id, to)))
        .map(|(from, to)| CauseLink {
            from,
            to,
            measured: is_measured(from) && is_measured(to),
        })
        .collect();
    let measured = boxes.iter().filter(|it| it.measured).count();
    let unmeasured = boxes.len() - measured;
    let sentence = phrase("causes-sentence")
        .with("boxes", boxes.len())
        .with("links", links.len())
        .with("measured", measured)
        .with("unmeasured", unmeasured);
    CauseMapFinding {
        sentence: text.say(&sentence),
        measured,
        unmeasured,
        boxes,
        outline,
        links,
    }
}

/// The boxes that a box leads to and that are there.
fn leads_to(cause: &Cause, causes: &[Cause]) -> Vec<CauseId> {
    let there = |id: &&CauseId| causes.iter().any(|it| it.id == **id);
    cause.leads_to.iter().filter(there).copied().collect()
}

fn boxed(cause: &Cause, causes: &[Cause], source: &EvidenceSource, text: &Text) -> CauseBox {
    let evidence: Vec<_> = cause.evidence.iter().map(|it| source.shown(it)).collect();
    let measured = evidence.iter().any(|it| it.measured);
    let own = cause.question.as_deref().map(printable);
    let made = || (!measured).then(|| text.say(&question(cause)));
    CauseBox {
        number: cause.id,
        layer: cause.layer,
        layer_name: text.say(&cause.layer.phrase()),
        text: printable(&cause.text),
        leads_to: leads_to(cause, causes),
        from: causes
            .iter()
            .filter(|it| it.leads_to.contains(&cause.id))
            .map(|it| it.id)
            .collect(),
        evidence,
        measured,
        question: own.or_else(made),
    }
}

/// What to ask about a box that nobody has measured.
fn question(cause: &Cause) -> Phrase {
    let asked = match cause.layer {
        CauseLayer::Background => phrase("causes-ask-background"),
        CauseLayer::Cause => phrase("causes-ask-cause"),
        CauseLayer::Trouble => phrase("causes-ask-trouble"),
        CauseLayer::Effect => phrase("causes-ask-effect"),
    };
    asked.with("text", printable(&cause.text))
}

/// A piece of evidence in one line that says what it is.
pub fn evidence_line(evidence: &CauseEvidence) -> Phrase {
    phrase("causes-evidence").with("said", evidence_said(evidence))
}

/// A piece of evidence in one line: where it stands, what it says, its figure.
pub fn evidence_said(evidence: &CauseEvidence) -> Phrase {
    let kind = evidence_kind(evidence.kind);
    // A kind of trouble is known by its words; its code is for commands.
    let name = if evidence.kind == "kind" {
        kind
    } else {
        phrase("causes-evidence-name")
            .with("kind", kind)
            .with("code", evidence.code.as_str())
    };
    phrase("causes-evidence-said")
        .with("name", name)
        .with("text", evidence.text.as_str())
        .with("shown", evidence.shown.as_str())
}

/// The name of a kind of evidence.
pub fn evidence_kind(kind: &str) -> Phrase {
    match kind {
        "statement" => phrase("causes-kind-statement"),
        "notice" => phrase("causes-kind-notice"),
        "kind" => phrase("causes-kind-kind"),
        _ => phrase("causes-kind-task"),
    }
}

/// From the boxes that lead to no other back along the links; what leads to a box stands once, under its first row.
fn outline(causes: &[Cause]) -> Vec<CauseRow> {
    let mut ends: Vec<&Cause> = causes.iter().filter(|it| leads_to(it, causes).is_empty()).collect();
    ends.sort_by_key(|it| (std::cmp::Reverse(it.layer), it.id));
    // Where other hands drew a way round, its boxes are at no end; each is shown all the same.
    ends.extend(causes.iter().rev());
    let mut outline = Outline {
        causes,
        rows: Vec::new(),
        seen: BTreeSet::new(),
    };
    for end in ends {
        if !outline.seen.contains(&end.id) {
            outline.add(end, 0);
        }
    }
    outline.rows
}

struct Outline<'a> {
    causes: &'a [Cause],
    rows: Vec<CauseRow>,
    seen: BTreeSet<CauseId>,
}

impl Outline<'_> {
    fn add(&mut self, cause: &Cause, depth: usize) {
        let again = !self.seen.insert(cause.id);
        self.rows.push(CauseRow {
            number: cause.id,
            depth,
            again,
        });
        if again {
            return;
        }
        let causes = self.causes;
        for from in causes.iter().filter(|it| it.leads_to.contains(&cause.id)) {
            self.add(from, depth + 1);
        }
    }
}

#[cfg(test)]
mod tests;
