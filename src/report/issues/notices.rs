//! Makes the finding: what was noticed (気づき).

use std::cmp::Reverse;

use crate::issues::{DayPart, Notice, NoticeHeat, NoticeTally, TroubleKind, similar_notices, tally_words};
use crate::office::printable;
use crate::phrase::{Phrase, phrase};
use crate::report::Holdings;
use crate::report::finding::{NoticeCell, NoticeCount, NoticeLine, NoticeOthers, NoticePair, NoticesFinding};
use crate::text::Text;

/// Most places that are listed one by one.
const MOST_PLACES: usize = 8;
/// Most names that a sentence gives of those that lead together.
const MOST_LEADERS: usize = 2;

/// Shows what was noticed (気づき).
pub fn notices(holdings: &Holdings, text: &Text) -> NoticesFinding {
    notices_where(holdings, text, |_| true)
}

/// The same of the notices that are wanted only.
pub fn notices_where(holdings: &Holdings, text: &Text, wanted: impl Fn(&Notice) -> bool) -> NoticesFinding {
    let all = &holdings.issues.notices;
    let mut standing: Vec<&Notice> = all.iter().filter(|notice| notice.stands() && wanted(notice)).collect();
    if standing.is_empty() {
        return NoticesFinding::default();
    }
    let stands = |notice: &&Notice| standing.iter().any(|one| notice.merged_into == Some(one.id));
    let merged = all.iter().filter(stands).count();
    let heat = NoticeHeat::of(standing.iter().copied());
    let (places, other_places) = places(&standing, text);
    let groups = tally_words(standing.iter().copied(), |notice| notice.group.as_deref());
    standing.sort_by_key(|notice| Reverse((notice.noted, notice.id)));
    let mut finding = NoticesFinding {
        count: standing.len(),
        merged,
        without_kind: heat.of_kind(None).count,
        without_part: heat.of_part(None).count,
        without_weight: standing.iter().filter(|notice| notice.weight().is_none()).count(),
        sentence: None,
        notices: standing.iter().map(|notice| line(notice, all, text)).collect(),
        kinds: kinds(&heat, text),
        parts: parts(&heat, text),
        places,
        other_places,
        groups: named(groups, &phrase("notices-no-group"), text),
        heat: heat.rows().iter().map(|row| row.map(cell).to_vec()).collect(),
    };
    finding.sentence = sentence(&finding, text);
    finding
}

/// The pairs of notices that may say the same.
pub fn similar_pairs(holdings: &Holdings) -> Vec<NoticePair> {
    let issues = &holdings.issues;
    let says = |id| {
        issues
            .notice(id)
            .map_or_else(String::new, |notice| printable(&notice.what))
    };
    let pair = |pair: crate::issues::SimilarPair| NoticePair {
        first: pair.first.0,
        first_what: says(pair.first),
        second: pair.second.0,
        second_what: says(pair.second),
        percent: pair.percent,
    };
    similar_notices(&issues.notices).into_iter().map(pair).collect()
}

fn cell(tally: NoticeTally) -> NoticeCell {
    NoticeCell {
        count: tally.count,
        weight: tally.weight(),
        weighed: tally.weighed,
    }
}

/// What was written, or nothing.
fn said(written: &str) -> Option<String> {
    let said = printable(written).trim().to_owned();
    (!said.is_empty()).then_some(said)
}

fn line(notice: &Notice, all: &[Notice], text: &Text) -> NoticeLine {
    let points = |other: &&Notice| other.merged_into == Some(notice.id);
    NoticeLine {
        number: notice.id.0,
        noted: notice.noted,
        when: said(&notice.when),
        part: notice.part.map(DayPart::id),
        part_name: notice.part.map(|part| text.say(&part.phrase())),
        place: said(&notice.place),
        what: printable(&notice.what),
        kind: notice.kind.map(TroubleKind::id),
        kind_name: notice.kind.map(|kind| text.say(&kind.phrase())),
        often: notice.often.map(crate::issues::Degree::number),
        heavy: notice.heavy.map(crate::issues::Degree::number),
        weight: notice.weight(),
        group: notice.group.as_deref().and_then(said),
        tags: notice.tags.iter().map(|tag| printable(tag)).collect(),
        merged: all.iter().filter(points).map(|other| other.id.0).collect(),
    }
}

fn kinds(heat: &NoticeHeat, text: &Text) -> Vec<NoticeCount> {
    let kinds = TroubleKind::ALL.map(Some).into_iter().chain([None]);
    let count = |kind: Option<TroubleKind>| NoticeCount {
        id: kind.map(|kind| kind.id().to_owned()),
        name: text.say(&kind.map_or_else(|| phrase("notices-no-kind"), TroubleKind::phrase)),
        cell: cell(heat.of_kind(kind)),
    };
    kinds.map(count).collect()
}

fn parts(heat: &NoticeHeat, text: &Text) -> Vec<NoticeCount> {
    let parts = DayPart::ALL.map(Some).into_iter().chain([None]);
    let count = |part: Option<DayPart>| NoticeCount {
        id: part.map(|part| part.id().to_owned()),
        name: text.say(&part.map_or_else(|| phrase("notices-no-part"), DayPart::phrase)),
        cell: cell(heat.of_part(part)),
    };
    parts.map(count).collect()
}

/// The places with the most notices, and what is left of the others.
fn places(standing: &[&Notice], text: &Text) -> (Vec<NoticeCount>, Option<NoticeOthers>) {
    let mut found = tally_words(standing.iter().copied(), |notice| Some(notice.place.as_str()));
    let known = found.iter().filter(|(place, _)| place.is_some()).count();
    let mut others = None;
    // A single place is as short as the line for the others.
    if known > MOST_PLACES + 1 {
        let rest: Vec<_> = found.drain(MOST_PLACES..known).collect();
        let all = rest
            .iter()
            .fold(NoticeTally::default(), |all, (_, tally)| all.and(*tally));
        others = Some(NoticeOthers {
            places: rest.len(),
            cell: cell(all),
        });
    }
    (named(found, &phrase("notices-no-place"), text), others)
}

fn named(found: Vec<(Option<&str>, NoticeTally)>, unnamed: &Phrase, text: &Text) -> Vec<NoticeCount> {
    let count = |(name, tally): (Option<&str>, NoticeTally)| NoticeCount {
        id: name.map(printable),
        name: name.map_or_else(|| text.say(unnamed), printable),
        cell: cell(tally),
    };
    found.into_iter().map(count).collect()
}

/// Where and when most trouble is; what leads by chance, with a single notice or together with many, is not named.
fn sentence(finding: &NoticesFinding, text: &Text) -> Option<String> {
    let of = |counts: &[NoticeCount], said: fn() -> Phrase| {
        let (names, count) = leaders(counts)?;
        let quoted = |name: &str| text.say(&phrase("notices-quoted").with("name", name));
        let names: Vec<String> = names.into_iter().map(quoted).collect();
        let count = match names.len() {
            1 => phrase("notices-most-count").with("count", count),
            _ => phrase("notices-most-count-each").with("count", count),
        };
        Some(
            text.say(
                &said()
                    .with("names", names.join(&text.get("notices-quoted-between")))
                    .with("count", count),
            ),
        )
    };
    let parts = [
        of(&finding.places, || phrase("notices-most-place")),
        of(&finding.parts, || phrase("notices-most-part")),
        of(&short(&finding.kinds, text), || phrase("notices-most-kind")),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    if parts.is_empty() {
        return None;
    }
    let most = parts.join(&text.get("notices-most-between"));
    Some(text.say(&phrase("notices-most").with("n", finding.count).with("most", most)))
}

/// The kinds under their short names.
fn short(kinds: &[NoticeCount], text: &Text) -> Vec<NoticeCount> {
    let short = |(place, kind): (usize, &NoticeCount)| NoticeCount {
        name: TroubleKind::ALL
            .get(place)
            .map_or_else(|| kind.name.clone(), |kind| text.say(&kind.short())),
        ..kind.clone()
    };
    kinds.iter().enumerate().map(short).collect()
}

/// The names that lead, and how many notices each of them has.
fn leaders(counts: &[NoticeCount]) -> Option<(Vec<&str>, usize)> {
    let known = || counts.iter().filter(|count| count.id.is_some());
    let most = known().map(|count| count.cell.count).max().filter(|most| *most > 1)?;
    let leaders = known().filter(|count| count.cell.count == most);
    let names: Vec<&str> = leaders.map(|count| count.name.as_str()).collect();
    (names.len() <= MOST_LEADERS && names.len() < known().count()).then_some((names, most))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::book::Founding;
    use crate::catalog::Catalog;
    use crate::issues::{Degree, NoticeId};
    use crate::office::{Office, Role, Unit};
    use crate::text::Lang;
    use crate::worktime::NightHours;

    fn holdings(notices: Vec<Notice>) -> Holdings {
        let catalog = Catalog::built_in();
        let founding = Founding {
            office: Office::default(),
            task_list: catalog.task_list("kasan-2024").unwrap().clone(),
            slot_minutes: 10,
            night: NightHours::default(),
        };
        let mut holdings = Holdings::empty(founding, catalog);
        holdings.issues.notices = notices;
        holdings
    }

    fn notice(number: u32, place: &str, part: Option<DayPart>) -> Notice {
        Notice {
            place: place.to_owned(),
            part,
            role: Role::parse("生活相談員").ok(),
            unit: Unit::parse("ほたる").ok(),
            ..Notice::saying(NoticeId(number), "車いすを探す")
        }
    }

    fn found(notices: Vec<Notice>) -> NoticesFinding {
        super::notices(&holdings(notices), &Text::new(Lang::Ja))
    }

    #[test]
    fn where_and_when_most_trouble_is_stands_in_one_sentence_with_n() {
        let morning = Some(DayPart::EarlyMorning);
        let told = found(vec![
            notice(1, "食堂", morning),
            notice(2, "食堂", morning),
            notice(3, "浴室", Some(DayPart::Noon)),
            notice(4, "", None),
        ]);
        assert_eq!(
            told.sentence.as_deref(),
            Some("気づき4件のうち、場所は「食堂」（2件）、時間帯は「早朝」（2件）が最も多いです。")
        );
        assert_eq!((told.without_part, told.without_kind, told.without_weight), (1, 4, 4));
        assert_eq!(found(vec![notice(1, "食堂", morning)]).sentence, None);
    }

    #[test]
    fn nobodys_role_or_unit_leaves_the_program() {
        let told = serde_json::to_string(&found(vec![notice(1, "食堂", None)])).unwrap();
        assert!(!told.contains("生活相談員") && !told.contains("ほたる"), "{told}");
    }

    #[test]
    fn merged_notices_are_counted_beside_the_one_that_stands() {
        let merged = Notice {
            merged_into: Some(NoticeId(1)),
            ..notice(2, "食堂", None)
        };
        let told = found(vec![notice(1, "食堂", None), merged]);
        assert_eq!(
            (told.count, told.merged, told.notices[0].merged.as_slice()),
            (1, 1, &[2][..])
        );
    }

    #[test]
    fn many_places_end_in_a_count_of_the_others_and_nothing_is_lost() {
        let told = found(
            (1..=20)
                .map(|number| notice(number, &format!("居室{number}"), None))
                .collect(),
        );
        let others = told.other_places.unwrap();
        let listed: usize = told.places.iter().map(|place| place.cell.count).sum();
        assert_eq!(
            (told.places.len(), others.places, listed + others.cell.count),
            (8, 12, 20)
        );
    }

    #[test]
    fn rows_and_columns_of_the_heat_add_up() {
        let degree = Degree::of(3);
        let notices = (0..30_u32).map(|number| Notice {
            kind: TroubleKind::ALL.get(usize::try_from(number).unwrap() % 6).copied(),
            often: degree,
            heavy: degree.filter(|_| number % 3 > 0),
            ..notice(
                number + 1,
                "",
                DayPart::ALL.get(usize::try_from(number).unwrap() % 7).copied(),
            )
        });
        let told = found(notices.collect());
        for (row, kind) in told.heat.iter().zip(&told.kinds) {
            assert_eq!(row.iter().map(|cell| cell.count).sum::<usize>(), kind.cell.count);
            assert_eq!(
                row.iter().filter_map(|cell| cell.weight).sum::<u32>(),
                kind.cell.weight.unwrap_or(0)
            );
        }
        for (column, part) in told.parts.iter().enumerate() {
            let sum: usize = told.heat.iter().map(|row| row[column].count).sum();
            assert_eq!(sum, part.cell.count);
        }
    }
}
