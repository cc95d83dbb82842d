//! Planned against reached, year by year.

use super::words::{large, month_name, printed};
use crate::documents::{Document, Documents, is_halved};
use crate::office::Month;
use crate::phrase::phrase;
use crate::report::finding::{DocumentPlanKind, DocumentPlanYear};
use crate::text::Text;

pub(super) fn of(documents: &Documents, text: &Text) -> Vec<DocumentPlanYear> {
    if documents.goals.is_empty() {
        return Vec::new();
    }
    documents.years().into_iter().map(|month| year(documents, month, text)).collect()
}

fn year(documents: &Documents, month: Month, text: &Text) -> DocumentPlanYear {
    let before = documents.compared_months().before;
    // The month before is not halved against itself.
    let base = before
        .filter(|before| *before < month)
        .and_then(|before| documents.all_figures(before).sheets)
        .filter(|sheets| *sheets > 0);
    let halves = |sheets: Option<u64>| Some(is_halved(base?, sheets?));
    let (planned, reached) = (documents.all_planned(month), documents.all_figures(month).sheets);
    DocumentPlanYear {
        month: month_name(month, text),
        planned,
        reached,
        met: met(planned, reached),
        plan_halves: halves(planned),
        halved: halves(reached),
        kinds: documents
            .kinds
            .iter()
            .filter_map(|kind| of_kind(documents, kind, month))
            .collect(),
        sentence: sentence(planned, reached, text),
    }
}

fn met(planned: Option<u64>, reached: Option<u64>) -> Option<bool> {
    Some(reached? <= planned?)
}

fn of_kind(documents: &Documents, kind: &Document, month: Month) -> Option<DocumentPlanKind> {
    let planned = documents.goal(kind.id, month).map(|goal| u64::from(goal.sheets));
    let reached = documents.figures(kind.id, month).sheets;
    planned.or(reached)?;
    Some(DocumentPlanKind {
        id: kind.id,
        name: printed(&kind.name),
        planned,
        reached,
        met: met(planned, reached),
    })
}

fn sentence(planned: Option<u64>, reached: Option<u64>, text: &Text) -> String {
    let said = match (planned, reached) {
        (None, None) => phrase("papers-plan-nothing"),
        (None, Some(reached)) => phrase("papers-plan-none").with("reached", large(reached)),
        (Some(planned), None) => phrase("papers-plan-open").with("planned", large(planned)),
        (Some(planned), Some(reached)) => {
            let said = if reached <= planned {
                phrase("papers-plan-met")
            } else {
                phrase("papers-plan-not-met").with("more", large(reached - planned))
            };
            said.with("planned", large(planned)).with("reached", large(reached))
        }
    };
    text.say(&said)
}
