//! What must not leave the program: figures of one or two people.

use crate::effect::{ComparedAs, Grade, Verdict};
use crate::office::SMALLEST_GROUP;
use crate::phrase::phrase;
use crate::report::finding::{Assessment, IndicatorFinding};
use crate::text::Text;

/// Whether one or two people are in one survey only: the mean of all beside that of those in both would tell theirs.
pub(super) fn leaves_out(finding: &IndicatorFinding) -> bool {
    let few = |all: usize| is_few(all - finding.n_paired.min(all));
    few(finding.n_from) || few(finding.n_to)
}

/// Takes every figure of one or two people out of a finding; tells whether nothing is left to be compared.
pub(super) fn hide(finding: &mut IndicatorFinding, text: &Text) -> bool {
    match finding.assessment.compared_as {
        ComparedAs::People => hide_people(finding, text),
        ComparedAs::Share => {
            let (from, to) = (finding.n_from, finding.n_to);
            hide_all(finding, (is_few(from), is_few(to)), text)
        }
        // Days or figures of the office stand behind it, not people.
        ComparedAs::Rate | ComparedAs::Figure => false,
    }
}

fn is_few(people: usize) -> bool {
    (1..SMALLEST_GROUP).contains(&people)
}

fn hide_people(finding: &mut IndicatorFinding, text: &Text) -> bool {
    if finding.n_paired < SMALLEST_GROUP {
        finding.paired = None;
        finding.good_share = None;
    }
    if leaves_out(finding) {
        finding.unpaired = None;
    }
    let paired = finding.n_paired > 0 && finding.n_people == finding.n_paired;
    let few = if paired {
        (is_few(finding.n_paired), is_few(finding.n_paired))
    } else {
        (is_few(finding.n_from), is_few(finding.n_to))
    };
    hide_all(finding, few, text)
}

fn hide_all(finding: &mut IndicatorFinding, (from, to): (bool, bool), text: &Text) -> bool {
    if from {
        finding.from = None;
        finding.assessment.counts_from = None;
    }
    if to {
        finding.to = None;
        finding.assessment.counts_to = None;
    }
    if !from && !to {
        return false;
    }
    *finding = IndicatorFinding {
        difference: None,
        change: None,
        change_interval: None,
        test: None,
        p_value: None,
        p_method: None,
        p_holm: None,
        p_signed_rank: None,
        p_rank_sum: None,
        interval: None,
        interval_kind: None,
        hodges_lehmann: None,
        hedges_g: None,
        hedges_g_av: None,
        cliffs_delta: None,
        good_share: None,
        unpaired: None,
        paired: None,
        verdict: Verdict::NotDecidable,
        grade: Grade::D,
        why: text.say(&phrase("why-too-few-to-show").with("people", SMALLEST_GROUP)),
        sentence: text.say(
            &phrase("effect-sentence-hidden")
                .with("name", finding.name.as_str())
                .with("people", SMALLEST_GROUP),
        ),
        paths: Vec::new(),
        assessment: Assessment {
            compared_as: finding.assessment.compared_as,
            counts_from: finding.assessment.counts_from,
            counts_to: finding.assessment.counts_to,
            ..Assessment::default()
        },
        ..finding.clone()
    };
    true
}
