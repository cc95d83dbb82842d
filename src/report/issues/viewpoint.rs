//! The name of a viewpoint, wherever it is known from.

use crate::issues::ViewpointCode;
use crate::office::printable;
use crate::report::Holdings;
use crate::report::finding::ViewpointName;
use crate::text::Text;

/// A viewpoint by code and name: as the book's questionnaires name it, else as those at hand do.
pub(super) fn viewpoint_name(holdings: &Holdings, code: &ViewpointCode, text: &Text) -> ViewpointName {
    let of_book = holdings.issues.viewpoints();
    let of_catalog = holdings.catalog.questionnaires().iter().flat_map(|it| &it.viewpoints);
    let found = of_book.into_iter().chain(of_catalog).find(|it| it.code == *code);
    let code = printable(code.as_str());
    ViewpointName {
        name: found.map_or_else(|| code.clone(), |it| printable(text.lang().of(&it.name))),
        code,
    }
}
