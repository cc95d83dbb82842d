//! Before and after: from the values of a book to [`Comparisons`].

use super::effect::{Compared, Sources, assess};
use super::finding::{Comparisons, Estimate, IndicatorFinding};
use super::holdings::Holdings;
use super::list_note::list_notes;
use crate::analysis::AnalysisError;
use crate::effect::{Design, Family, Indicator, holm_adjusted};
use crate::stats::{HodgesLehmann, Method, PValue};
use crate::text::Text;
use crate::worktime::Wave;

/// Seed of the draws where there are too many people to go through all cases; printed with the result.
pub(super) const SEED: u64 = 20_240_401;

/// Compares two waves in every given indicator.
///
/// Sheets of an older list that had none of the tasks of an indicator say nothing about it: they are left out, and where nothing is
/// left the indicator says why it cannot be compared.
pub fn comparisons_of(
    holdings: &Holdings,
    indicators: &[Indicator],
    waves: (Wave, Wave),
    text: &Text,
) -> Result<Comparisons, AnalysisError> {
    comparisons(&Sources::of(holdings), indicators, waves, text)
}

/// Compares two waves in every given indicator, with values that are laid out already.
pub(super) fn comparisons(
    sources: &Sources,
    indicators: &[Indicator],
    (from, to): (Wave, Wave),
    text: &Text,
) -> Result<Comparisons, AnalysisError> {
    let holdings = sources.holdings();
    let mut compared = Vec::with_capacity(indicators.len());
    for indicator in indicators {
        compared.push(Compared::of(sources, indicator, (from, to), text)?);
    }
    let family_sizes = adjust(&mut compared);
    let assessed = |(it, tested): (Compared, usize)| assess(sources, it, tested, to, text);
    let mut list_notes = list_notes(holdings, text);
    list_notes.retain(|note| note.wave == from.id() || note.wave == to.id());
    Ok(Comparisons {
        schema: "yutori.compare/1".to_owned(),
        from: from.id(),
        to: to.id(),
        from_label: text.say(&from.label()),
        to_label: text.say(&to.label()),
        night_hours: holdings.founding.night.to_string(),
        indicators: compared.into_iter().zip(family_sizes).map(assessed).collect(),
        list_notes,
    })
}

/// Adjusts p within each family; tells for each indicator how many of its family were tested.
fn adjust(compared: &mut [Compared]) -> Vec<usize> {
    let mut tested = vec![0; compared.len()];
    for family in Family::ALL {
        let of_family = |finding: &IndicatorFinding| finding.family == family;
        let places: Vec<usize> = (0..compared.len())
            .filter(|place| of_family(&compared[*place].finding))
            .collect();
        let p: Vec<Option<f64>> = places.iter().map(|place| compared[*place].finding.p_value).collect();
        let count = p.iter().flatten().count();
        for (place, p) in places.into_iter().zip(holm_adjusted(&p)) {
            compared[place].finding.p_holm = p;
            tested[place] = count;
        }
    }
    tested
}

pub(super) fn test_name(design: Design) -> &'static str {
    match design {
        Design::Paired => "sign-flip",
        Design::Unpaired => "permutation",
    }
}

/// How the interval of a difference was made.
pub(super) fn interval_kind(design: Design) -> String {
    match design {
        Design::Paired => "t 95%",
        Design::Unpaired => "welch 95%",
    }
    .to_owned()
}

pub(super) fn estimate(hodges_lehmann: &HodgesLehmann) -> Estimate {
    Estimate {
        estimate: hodges_lehmann.estimate,
        interval: hodges_lehmann.interval.map(|interval| [interval.low, interval.high]),
        level: hodges_lehmann.interval.map(|interval| interval.level),
    }
}

pub(super) fn method(p: PValue) -> String {
    match p.method {
        Method::Exact => "exact".to_owned(),
        Method::Drawn { draws, seed } => format!("drawn {draws} seed {seed}"),
    }
}
