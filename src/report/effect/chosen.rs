//! What the office follows, and what was promised of it.

use super::choosing::is_own;
use super::feasible::{Lines, Plan};
use super::feasible_words::Words;
use super::first::{Before, FirstSurvey};
use super::{is_measurable, margin_line, measured_later, waves_with_values};
use crate::analysis::AnalysisError;
use crate::effect::{Family, Indicator, Measured};
use crate::issues::Status;
use crate::office::{Decimal, printable};
use crate::phrase::{Phrase, phrase};
use crate::report::finding::{
    ChosenFinding, ChosenIndicator, LinkedMeasure, MarginLine, MarginState, OfferedIndicator,
};
use crate::report::{Holdings, with_unit};
use crate::text::Text;
use crate::worktime::Wave;

/// The indicators that the office follows, and those that it could follow.
pub fn chosen(holdings: &Holdings, text: &Text) -> Result<ChosenFinding, AnalysisError> {
    let first = FirstSurvey::of(holdings);
    let plan = Plan::default();
    let mut lines = Lines::of(holdings, &first, &plan, text);
    let (mut indicators, mut offered) = (Vec::new(), Vec::new());
    for indicator in holdings.indicators() {
        let before = first.before(&indicator)?;
        indicators.extend(followed(holdings, &indicator, &before, text));
        offered.push(offer(holdings, &indicator, before, &mut lines, text));
    }
    let count = |family: Family| {
        indicators
            .iter()
            .filter(|it: &&ChosenIndicator| it.family == family)
            .count()
    };
    let counts = Family::ALL.map(count);
    let [efficiency, quality] = counts;
    let said = match (efficiency, quality) {
        (0, 0) => phrase("chosen-none"),
        (_, 0) => phrase("chosen-no-quality"),
        (0, _) => phrase("chosen-no-efficiency"),
        _ => phrase("chosen-both"),
    };
    Ok(ChosenFinding {
        complete: efficiency > 0 && quality > 0,
        remarks: remarks(holdings, &indicators, counts, text),
        sentence: text.say(&said.with("efficiency", efficiency).with("quality", quality)),
        indicators,
        offered,
    })
}

fn followed(holdings: &Holdings, indicator: &Indicator, before: &Before, text: &Text) -> Option<ChosenIndicator> {
    let chosen = holdings.effects.chosen(&indicator.id)?;
    let words = Words::of(indicator, text);
    let points = text.get("unit-points");
    let apart = if words.is_share { &points } else { &words.unit };
    let mean = before.mean();
    let written = |figure: Option<Decimal>| figure.map(|figure| figure.to_string());
    let with = |figure: Option<Decimal>, unit: &str| figure.map(|figure| with_unit(&figure.to_string(), unit));
    Some(ChosenIndicator {
        id: indicator.id.clone(),
        name: words.name.clone(),
        family: indicator.family,
        unit: words.unit.clone(),
        direction: indicator.direction,
        decimals: indicator.decimals,
        is_share: words.is_share,
        per: indicator.per,
        per_text: text.say(&indicator.per.phrase()),
        measured_text: text.say(&indicator.measured.phrase()),
        how: text.lang().of(&indicator.how).to_owned(),
        own: is_own(holdings, &indicator.id),
        on: chosen.on,
        measures: watching(holdings, &indicator.id),
        target: written(chosen.target),
        target_text: with(chosen.target, &words.unit),
        margin: written(chosen.margin),
        margin_text: with(chosen.margin, apart),
        spread: written(chosen.spread),
        before: mean,
        before_text: mean.map(|mean| words.figure(mean)),
        n_before: before.n(),
        margins: margins(holdings, indicator, text),
    })
}

/// Whether the margin of an indicator of quality stood in time, for each later survey; for the next one where there is none yet.
fn margins(holdings: &Holdings, indicator: &Indicator, text: &Text) -> Vec<MarginLine> {
    if indicator.family == Family::Efficiency {
        return Vec::new();
    }
    let mut later: Vec<Wave> = waves_with_values(holdings).into_iter().skip(1).collect();
    if later.is_empty() {
        later.push(Wave::After(1));
    }
    let lines = later.into_iter();
    lines.map(|wave| margin_line(holdings, indicator, wave, text)).collect()
}

fn watching(holdings: &Holdings, id: &str) -> Vec<LinkedMeasure> {
    let measures = holdings.issues.measures.iter();
    let watching = measures.filter(|measure| measure.indicators.iter().any(|it| it == id));
    watching
        .map(|measure| LinkedMeasure {
            number: measure.id.0,
            text: printable(&measure.text),
        })
        .collect()
}

fn offer(
    holdings: &Holdings,
    indicator: &Indicator,
    before: Before,
    lines: &mut Lines<'_>,
    text: &Text,
) -> OfferedIndicator {
    let words = Words::of(indicator, text);
    let bounds = indicator.bounds(holdings.catalog.scales());
    OfferedIndicator {
        id: indicator.id.clone(),
        name: words.name.clone(),
        family: indicator.family,
        unit: words.unit.clone(),
        direction: indicator.direction,
        per: indicator.per,
        per_text: text.say(&indicator.per.phrase()),
        measured_text: text.say(&measured(indicator)),
        how: text.lang().of(&indicator.how).to_owned(),
        source: indicator.source.clone(),
        range_text: bounds
            .phrase(|figure| with_unit(&figure.to_string(), &words.unit))
            .map(|range| text.say(&range)),
        chosen: holdings.effects.chosen(&indicator.id).is_some(),
        own: is_own(holdings, &indicator.id),
        measurable: is_measurable(holdings, indicator),
        measures: watching(holdings, &indicator.id),
        before: before.mean(),
        before_text: before.mean().map(|mean| words.figure(mean)),
        n_before: before.n(),
        feasible: lines.line_with(indicator, before),
    }
}

/// Where values come from; the formula itself where there is one.
fn measured(indicator: &Indicator) -> Phrase {
    let origin = indicator.measured.phrase();
    match &indicator.measured {
        Measured::Formula { formula, .. } => phrase("chosen-by-formula")
            .with("origin", origin)
            .with("formula", formula.as_str()),
        _ => origin,
    }
}

/// That a target lies on the bad side of the mean before: most often the unit was mistaken.
fn worse_target(holdings: &Holdings, indicator: &ChosenIndicator) -> Option<Phrase> {
    let target = holdings.effects.chosen(&indicator.id)?.target?.as_f64();
    let before = indicator.before? * if indicator.is_share { 100.0 } else { 1.0 };
    ((target - before) * indicator.direction.sign() < 0.0).then(|| {
        phrase("chosen-target-worse")
            .with("name", indicator.name.as_str())
            .with("target", indicator.target_text.clone().unwrap_or_default())
            .with("before", indicator.before_text.clone().unwrap_or_default())
    })
}

/// What is still missing, or came too late.
fn remarks(holdings: &Holdings, chosen: &[ChosenIndicator], counts: [usize; 2], text: &Text) -> Vec<String> {
    let mut said = Vec::new();
    if !chosen.is_empty() {
        let missing = Family::ALL.into_iter().zip(counts).filter(|(_, count)| *count == 0);
        said.extend(missing.map(|(family, _)| match family {
            Family::Efficiency => phrase("chosen-efficiency-missing"),
            Family::Quality => phrase("chosen-quality-missing"),
        }));
    }
    let quality = chosen.iter().filter(|it| it.family == Family::Quality);
    for indicator in quality.clone().filter(|it| it.margin.is_none()) {
        let later = holdings
            .indicator(&indicator.id)
            .and_then(|it| measured_later(holdings, it));
        let remark = match later {
            Some(wave) => phrase("chosen-margin-too-late").with("wave", wave.label()),
            None => phrase("chosen-margin-missing"),
        };
        said.push(remark.with("name", indicator.name.as_str()));
    }
    said.extend(chosen.iter().filter_map(|it| worse_target(holdings, it)));
    for measure in &holdings.issues.measures {
        if measure.indicators.is_empty() && measure.status() != Status::Dropped {
            said.push(
                phrase("chosen-measure-without")
                    .with("number", measure.id.0)
                    .with("text", printable(&measure.text)),
            );
        }
    }
    let mut remarks: Vec<String> = said.iter().map(|said| text.say(said)).collect();
    for indicator in quality {
        let late = indicator.margins.iter().filter(|line| line.state == MarginState::Late);
        remarks.extend(late.map(|line| {
            let said = phrase("chosen-margin-late")
                .with("name", indicator.name.as_str())
                .with("sentence", line.sentence.as_str());
            text.say(&said)
        }));
    }
    remarks
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::super::support::{holdings, measure};
    use super::*;
    use crate::book::{ActId, Written};
    use crate::clock::Moment;
    use crate::effect::{At, Chosen, Measurement, MeasurementKey, Subject};
    use crate::office::ResidentCode;
    use crate::text::Lang;

    fn follow(holdings: &mut Holdings, id: &str, [target, margin]: [Option<u32>; 2]) {
        holdings.effects.chosen.push(Chosen {
            indicator: id.to_owned(),
            on: NaiveDate::from_ymd_opt(2026, 2, 10).unwrap(),
            target: target.map(Decimal::whole),
            margin: margin.map(Decimal::whole),
            spread: None,
        });
    }

    fn measured(holdings: &mut Holdings, wave: Wave, totals: &[(u32, u32)]) {
        let figures = totals.iter().map(|(resident, total)| Measurement {
            key: MeasurementKey {
                indicator: "who5".to_owned(),
                at: At::Wave(wave),
                subject: Subject::Resident(ResidentCode::parse(&format!("R{resident}")).unwrap()),
            },
            value: Decimal::whole(*total),
            of: None,
        });
        holdings.effects.measurements.extend(figures);
    }

    fn found(holdings: &Holdings) -> ChosenFinding {
        chosen(holdings, &Text::new(Lang::Ja)).unwrap()
    }

    #[test]
    fn what_is_followed_stands_with_its_promises_and_what_is_missing_is_said() {
        let mut book = holdings();
        assert!(!found(&book).complete);
        assert_eq!(
            found(&book).remarks,
            Vec::<String>::new(),
            "who has not begun misses nothing"
        );
        book.issues.measures = vec![measure(1, &["record-minutes"]), measure(2, &[])];
        follow(&mut book, "record-minutes", [Some(60), None]);
        let half = found(&book);
        assert_eq!((half.complete, half.indicators.len()), (false, 1));
        let records = &half.indicators[0];
        assert_eq!(records.target_text.as_deref(), Some("60分"));
        assert_eq!((records.measures.len(), records.measures[0].number), (1, 1));
        assert_eq!(records.margins, [], "time has no margin");
        assert!(
            half.remarks.iter().any(|it| it.contains("介護サービスの質")),
            "{:?}",
            half.remarks
        );
        assert!(
            half.remarks.iter().any(|it| it.contains("打ち手2")),
            "{:?}",
            half.remarks
        );
        follow(&mut book, "direct-share", [None, None]);
        let both = found(&book);
        assert!(both.complete);
        assert!(
            both.remarks
                .iter()
                .any(|it| it.contains("直接介護の割合") && it.contains("許容幅"))
        );
        assert_eq!(both.indicators[1].margins[0].state, MarginState::NotSet);
        let offered = both.offered.iter().filter(|it| it.chosen).count();
        assert_eq!((offered, both.offered.len()), (2, book.indicators().len()));
    }

    #[test]
    fn a_margin_that_is_missing_when_later_values_are_there_is_not_advised_any_more() {
        let mut book = holdings();
        follow(&mut book, "who5", [None, None]);
        measured(&mut book, Wave::Before, &[(1, 10), (2, 12), (3, 14)]);
        let remark = |book: &Holdings| {
            let remarks = found(book).remarks;
            remarks.into_iter().find(|it| it.contains("WHO-5")).unwrap()
        };
        assert!(remark(&book).contains("入れる前に"), "{}", remark(&book));
        measured(&mut book, Wave::After(1), &[(1, 10), (2, 12), (3, 14)]);
        let written = Written {
            act: ActId(30),
            at: Moment::parse_from_rfc3339("2026-02-10T09:00:00+09:00").unwrap(),
        };
        let key = ("who5".to_owned(), At::Wave(Wave::After(1)));
        book.firsts.measurements.insert(key, written);
        assert!(remark(&book).contains("ないまま、取組後①の値"), "{}", remark(&book));
    }

    #[test]
    fn a_margin_of_points_after_the_first_later_value_is_named_with_its_act() {
        let mut book = holdings();
        follow(&mut book, "direct-share", [None, Some(3)]);
        follow(&mut book, "who5", [Some(3), Some(2)]);
        measured(&mut book, Wave::Before, &[(1, 10), (2, 12), (3, 14)]);
        measured(&mut book, Wave::After(1), &[(1, 10), (2, 12), (3, 14)]);
        let written = |act: i64| Written {
            act: ActId(act),
            at: Moment::parse_from_rfc3339("2026-02-10T09:00:00+09:00").unwrap(),
        };
        book.firsts.margins.insert("who5".to_owned(), written(31));
        book.firsts.margins.insert("direct-share".to_owned(), written(31));
        book.firsts
            .measurements
            .insert(("who5".to_owned(), At::Wave(Wave::After(1))), written(30));
        let late = found(&book);
        let [share, mood] = &late.indicators[..] else { panic!() };
        assert_eq!(share.margin_text.as_deref(), Some("3ポイント"));
        assert_eq!(share.margins[0].state, MarginState::Waiting);
        assert_eq!(
            (mood.margins[0].state, mood.margins[0].margin_act),
            (MarginState::Late, Some(31))
        );
        assert!(
            late.remarks
                .iter()
                .any(|it| it.contains("WHO-5") && it.contains("操作31"))
        );
        assert!(
            late.remarks.iter().any(|it| it.contains("悪い方向")),
            "3 is worse than 12: {:?}",
            late.remarks
        );
    }

    #[test]
    fn the_mean_before_hides_few_people_and_those_who_left() {
        let mut book = holdings();
        follow(&mut book, "who5", [None, None]);
        measured(&mut book, Wave::Before, &[(1, 10), (2, 20)]);
        let two = found(&book).indicators[0].clone();
        assert_eq!((two.before, two.n_before), (None, 2));
        measured(&mut book, Wave::Before, &[(3, 15), (4, 1)]);
        assert_eq!(found(&book).indicators[0].before, Some(11.5));
        // R4 is not there any more: beside the mean of the three the mean of all would tell the fourth.
        measured(&mut book, Wave::After(1), &[(1, 10), (2, 20), (3, 15)]);
        let three = found(&book).indicators[0].clone();
        assert_eq!((three.before, three.n_before), (Some(15.0), 3));
        assert_eq!(three.before_text.as_deref(), Some("15.0点"));
    }
}
