//! Two rounds of one questionnaire, viewpoint by viewpoint, with the comparison of the house.

use super::hidden::{People, Weights, told};
use super::rounds::{Counted, Looked};
use super::words::joined;
use crate::effect::{
    Comparison, Design, Direction, PersonValues, Verdict, compare, holm_adjusted, percent_text, probability,
};
use crate::issues::tally::{count_viewpoint, part, share_of_person};
use crate::office::{SMALLEST_GROUP, printable};
use crate::phrase::{Phrase, phrase};
use crate::report::compare::{SEED, estimate, interval_kind, method, test_name};
use crate::report::finding::{ChallengeChange, ChallengeComparison};
use crate::report::{UNKNOWN, points_text, share_text};
use crate::text::Text;

/// Each earlier round against each later one with the same questionnaire.
pub(super) fn comparisons(rounds: &mut [Counted], text: &Text) -> Vec<ChallengeComparison> {
    let mut found = Vec::new();
    for later in 0..rounds.len() {
        for earlier in 0..later {
            let (before, after) = rounds.split_at_mut(later);
            let (from, to) = (&mut before[earlier], &mut after[0]);
            if from.questionnaire.id == to.questionnaire.id && !from.is_hidden() && !to.is_hidden() {
                found.push(comparison(from, to, text));
            }
        }
    }
    found.sort_by_key(|it| rounds.iter().position(|round| round.round.id() == it.from));
    found
}

fn comparison(from: &mut Counted, to: &mut Counted, text: &Text) -> ChallengeComparison {
    let mut viewpoints: Vec<ChallengeChange> = (0..from.questionnaire.viewpoints.len())
        .map(|place| change(from, to, place, text))
        .collect();
    // A p value that is not shown counts as the largest: the others must not tell it.
    let p = |it: &ChallengeChange| it.p_value.or(it.test.as_ref().map(|_| 1.0));
    let p: Vec<Option<f64>> = viewpoints.iter().map(p).collect();
    for (viewpoint, p) in viewpoints.iter_mut().zip(holm_adjusted(&p)) {
        viewpoint.p_holm = p.filter(|_| viewpoint.p_value.is_some());
    }
    let anonymous = [&*from, &*to]
        .iter()
        .any(|it| it.people.iter().any(|one| one.staff.is_none()));
    ChallengeComparison {
        from: from.round.id(),
        to: to.round.id(),
        from_label: text.say(&from.round.label()),
        to_label: text.say(&to.round.label()),
        questionnaire: from.questionnaire.id.clone(),
        sentence: summed_up(&viewpoints, text),
        viewpoints,
        note: anonymous.then(|| text.get("seen-compared-anonymous")),
    }
}

/// Each person's share, and the people by the name under which they are compared.
fn values(round: &Counted, looked: &Looked) -> PersonValues {
    let value = |place: &usize| {
        let response = round.people[*place];
        let name = match &response.staff {
            Some(code) => format!("code {code}"),
            None => format!("{} {}", response.key.round, response.key.number),
        };
        share_of_person(response, looked.viewpoint).map(|share| (name, share))
    };
    looked.raters.iter().filter_map(value).collect()
}

/// Places of the people of a round who are in the other one too.
fn in_both(round: &Counted, looked: &Looked, other: &Counted, theirs: &Looked) -> People {
    let codes = theirs
        .raters
        .iter()
        .filter_map(|place| other.people[*place].staff.as_ref());
    let codes: std::collections::BTreeSet<_> = codes.collect();
    let is_there = |place: &&usize| {
        round.people[**place]
            .staff
            .as_ref()
            .is_some_and(|code| codes.contains(code))
    };
    looked.raters.iter().filter(is_there).copied().collect()
}

/// How much an answer of these people weighs in the mean of their shares: one of four less than one of three.
fn weights(round: &Counted, looked: &Looked, people: &People) -> Weights {
    // A common multiple of all numbers of answers, so that every weight is a whole number.
    let asked = looked.viewpoint.statements.len() as u64;
    let whole = (1..=asked).fold(1, |all: u64, one| all / common(all, one) * one);
    let weight = |place: &usize| {
        let answers = count_viewpoint([round.people[*place]], looked.viewpoint).answers as u64;
        (*place, whole / answers.max(1))
    };
    people.iter().map(weight).collect()
}

/// The greatest common divisor.
fn common(one: u64, other: u64) -> u64 {
    if other == 0 { one } else { common(other, one % other) }
}

/// Whether a mean over these people tells of nobody alone, beside all that is published of the round.
fn is_safe(round: &Counted, looked: &Looked, mean: &Weights) -> bool {
    let means: Vec<&Weights> = looked.compared.iter().chain([mean]).collect();
    // A mean whose weights differ a little is nearly a plain sum over its people: as good as published.
    let plain: Vec<People> = means.iter().map(|weights| weights.keys().copied().collect()).collect();
    let mut published = round.groups.published(&looked.visible);
    published.extend(&plain);
    told(&looked.raters, &published, &means).is_none()
}

/// The share of the statements that people said how far they apply.
fn rated_share(round: &Counted, looked: &Looked) -> Option<f64> {
    let asked = round.people.len() * looked.viewpoint.statements.len();
    part(
        count_viewpoint(round.people.iter().copied(), looked.viewpoint).answers,
        asked,
    )
}

fn change(from: &mut Counted, to: &mut Counted, place: usize, text: &Text) -> ChallengeChange {
    let (earlier, later) = (&from.viewpoints[place], &to.viewpoints[place]);
    let name = printable(text.lang().of(&earlier.viewpoint.name));
    let code = earlier.viewpoint.code.as_str();
    if earlier.hidden || later.hidden || earlier.raters.is_empty() || later.raters.is_empty() {
        return nothing(code, name, text);
    }
    let rated = rated_share(from, earlier).zip(rated_share(to, later));
    let compared = compare(
        &values(from, earlier),
        &values(to, later),
        Direction::Down,
        rated.map(|(from, to)| from.min(to)),
        SEED,
    );
    let people = match compared.design {
        Design::Paired => [in_both(from, earlier, to, later), in_both(to, later, from, earlier)],
        Design::Unpaired => [earlier.raters.clone(), later.raters.clone()],
    };
    let means = [weights(from, earlier, &people[0]), weights(to, later, &people[1])];
    let safe = is_safe(from, earlier, &means[0]) && is_safe(to, later, &means[1]);
    let share = |round: &Counted, looked: &Looked| {
        let count = count_viewpoint(round.people.iter().copied(), looked.viewpoint);
        part(count.applies, count.answers)
    };
    let (share_from, share_to) = (share(from, earlier), share(to, later));
    if compared.n_people < SMALLEST_GROUP {
        return ChallengeChange {
            share_from,
            share_to,
            ..nothing(code, name, text)
        };
    }
    let mut change = ChallengeChange {
        code: code.to_owned(),
        name,
        share_from,
        share_to,
        ..of_comparison(&compared, safe, text)
    };
    change.sentence = sentence(&change, &compared, text);
    if safe {
        let [earlier, later] = means;
        from.viewpoints[place].compared.push(earlier);
        to.viewpoints[place].compared.push(later);
    }
    change
}

/// A viewpoint of which nothing may be compared.
fn nothing(code: &str, name: String, text: &Text) -> ChallengeChange {
    let empty = compare(&PersonValues::new(), &PersonValues::new(), Direction::Down, None, SEED);
    ChallengeChange {
        n_from: None,
        n_to: None,
        n_paired: None,
        why: text.say(&phrase("seen-why-hidden").with("people", SMALLEST_GROUP)),
        sentence: text.say(&phrase("seen-change-hidden").with("name", name.as_str())),
        code: code.to_owned(),
        name,
        ..of_comparison(&empty, false, text)
    }
}

/// The figures of a comparison; those over the people compared only where they are safe.
fn of_comparison(compared: &Comparison, shown: bool, text: &Text) -> ChallengeChange {
    let paired = compared.design == Design::Paired;
    let p = compared.p;
    let counted = |n: usize| (n == 0 || n >= SMALLEST_GROUP).then_some(n);
    ChallengeChange {
        code: String::new(),
        name: String::new(),
        share_from: None,
        share_to: None,
        n_from: counted(compared.n_from),
        n_to: counted(compared.n_to),
        n_paired: counted(compared.n_paired),
        hidden: !shown,
        from: compared.from.filter(|_| shown).map(|group| group.mean),
        to: compared.to.filter(|_| shown).map(|group| group.mean),
        difference: compared.difference.filter(|_| shown),
        interval: compared.interval.filter(|_| shown).map(|it| [it.low, it.high]),
        interval_kind: compared
            .interval
            .filter(|_| shown)
            .map(|_| interval_kind(compared.design)),
        test: p.map(|_| test_name(compared.design).to_owned()),
        // Exact: with the totals of all it would often leave one possible answer of who is in one round only.
        p_value: p.filter(|_| shown).map(|p| p.p),
        p_method: p.filter(|_| shown).map(method),
        p_holm: None,
        p_smallest: compared.p_smallest,
        p_rank: compared.p_rank.filter(|_| shown),
        hodges_lehmann: compared.hodges_lehmann.as_ref().filter(|_| shown).map(estimate),
        hedges_g: compared.hedges_g.filter(|_| shown),
        cliffs_delta: compared.cliffs_delta.filter(|_| shown),
        good_share: compared.good_share.filter(|_| shown && paired),
        rated_share: compared.filled.share(),
        verdict: compared.verdict,
        grade: compared.grade,
        why: text.say(&if shown {
            reason(compared)
        } else {
            reason_without_size(compared)
        }),
        sentence: String::new(),
    }
}

/// The reason of a judgement in the words of a survey: rated answers stand where time sheets have filled minutes.
fn reason(compared: &Comparison) -> Phrase {
    let said = match compared.why.key() {
        "why-no-wave" => phrase("seen-why-no-round"),
        "why-too-little-filled" => phrase("seen-why-too-little-rated"),
        "why-too-few" => phrase("seen-why-too-few"),
        "why-no-spread" => phrase("seen-why-no-spread"),
        "why-too-few-unpaired" => phrase("seen-why-too-few-unpaired"),
        "why-nobody-changed" => phrase("seen-why-nobody-changed"),
        "why-sure" => phrase("seen-why-sure"),
        "why-few" => phrase("seen-why-few"),
        "why-unpaired" => phrase("seen-why-unpaired"),
        "why-partly-filled" => phrase("seen-why-partly-rated"),
        "why-interval-over-zero" => phrase("seen-why-interval-over-zero"),
        _ => return compared.why.clone(),
    };
    said.with("n", compared.n_paired)
        .with("from", compared.n_from)
        .with("to", compared.n_to)
        .with("p", compared.p.map_or_else(String::new, |p| probability(p.p)))
        .with("smallest", compared.p_smallest.map_or_else(String::new, probability))
        .with("rated", percent_text(compared.filled.share().unwrap_or(0.0)))
}

/// The same where the size is not shown: no p value, and not whether nobody changed.
fn reason_without_size(compared: &Comparison) -> Phrase {
    match compared.why.key() {
        "why-no-wave" | "why-too-little-filled" | "why-too-few" => reason(compared),
        _ => phrase("seen-why-without-size"),
    }
}

/// What changed, by how much, how sure.
fn sentence(change: &ChallengeChange, compared: &Comparison, text: &Text) -> String {
    let said = match (change.from, change.to, change.difference) {
        (Some(from), Some(to), Some(difference)) => phrase("seen-change")
            .with("from", share_text(Some(from)))
            .with("to", share_text(Some(to)))
            .with("points", points_text(difference)),
        _ => phrase("seen-change-without-size")
            .with("from", share_text(change.share_from))
            .with("to", share_text(change.share_to)),
    };
    text.say(
        &said
            .with("name", change.name.as_str())
            .with("verdict", change.verdict.word())
            .with("grade", change.grade.letter())
            .with("n", compared.n_people)
            .with("p", change.p_value.map_or_else(|| format!("p={UNKNOWN}"), probability)),
    )
}

/// Which viewpoints became better or worse, and how many cannot be told.
fn summed_up(changes: &[ChallengeChange], text: &Text) -> String {
    let of = |verdict: Verdict| changes.iter().filter(move |it| it.verdict == verdict);
    let names = |verdict: Verdict| {
        let names: Vec<String> = of(verdict)
            .map(|it| text.say(&phrase("seen-quoted").with("name", it.name.as_str())))
            .collect();
        names.join(&text.get("list-separator"))
    };
    let listed = |verdict: Verdict, said: Phrase| {
        (of(verdict).count() > 0).then(|| text.say(&said.with("names", names(verdict))))
    };
    let counted = |verdict: Verdict, said: Phrase| {
        let count = of(verdict).count();
        (count > 0).then(|| text.say(&said.with("count", count)))
    };
    let said = [
        listed(Verdict::Improved, phrase("seen-compared-improved")),
        listed(Verdict::Worse, phrase("seen-compared-worse")),
        counted(Verdict::NotShown, phrase("seen-compared-not-shown")),
        counted(Verdict::NotDecidable, phrase("seen-compared-not-decidable")),
    ];
    joined(said.into_iter().flatten(), text)
}
