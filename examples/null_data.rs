//! Makes up offices in which nothing changed, and counts how often each exact test claims a change and how often each interval
//! misses the truth. `cargo run --release --example null_data > docs/null-data.md` renews the table.

use std::io::{self, Write};

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{RngCore, SeedableRng};
use yutori::stats::{
    Interval, RatioInterval, Zeros, clopper_pearson, difference_of_rates, difference_of_shares, fisher, hodges_lehmann,
    permutation_of_means, rank_sum, rate_interval, rate_ratio, ratio_of_shares, shift, sign_flip, sign_flip_interval,
    signed_rank, t_paired, welch_interval, wilson,
};

const SEED: u64 = 20_260_401;
const OFFICES: u32 = 10_000;
/// Minutes are noted in steps of five, so that ties and zeros are common.
const STEP: f64 = 5.0;

const AFTERWORD: &str = "
What rests on counting every case keeps to it: all tests above, and the intervals of the sign-flip test, of Hodges–Lehmann, of the shift, of
Clopper–Pearson, of Garwood and of the ratio of rates. The intervals of a difference and of a ratio of shares, and of a difference of rates, put two exact
ones together so that both hold at once; they are wider than they need be, never narrower.

**Student's and Welch's intervals rest on the normal distribution: they come close to 95 % and do not promise it.** Neither does Wilson's, which keeps to 95 %
only on the average over all shares. What yutori claims rests on the exact tests and intervals; of the same people twice, the interval of the
sign-flip test leaves out 0 exactly where the test gives p < .05.

A row of tests says how often a change was claimed, a row of intervals how often the truth lay inside, among the offices in which the interval exists
(— where so few people never have one).";

/// Twelve equal draws less six are close to a normal with spread 1, and symmetric.
fn noise(source: &mut ChaCha8Rng) -> f64 {
    let part = |source: &mut ChaCha8Rng| f64::from(source.next_u32()) / f64::from(u32::MAX);
    (0..12).map(|_| part(source)).sum::<f64>() - 6.0
}

/// True in the given share of all draws.
fn happens(source: &mut ChaCha8Rng, share: f64) -> bool {
    f64::from(source.next_u32()) < share * 4_294_967_296.0
}

/// People to whom something applies that applies to each with the same chance.
fn hits(source: &mut ChaCha8Rng, people: u32, share: f64) -> u64 {
    (0..people).map(|_| u64::from(happens(source, share))).sum()
}

/// Events at random times: one more as long as the product of equal draws stays above e^−mean (Knuth).
fn events(source: &mut ChaCha8Rng, mean: f64) -> u64 {
    let (mut product, mut events) = (1.0, 0);
    loop {
        product *= (f64::from(source.next_u32()) + 0.5) / 4_294_967_296.0;
        if product <= (-mean).exp() {
            return events;
        }
        events += 1;
    }
}

/// Whole steps of minutes around 0, symmetric, so that the truth is 0.
fn people(source: &mut ChaCha8Rng, count: usize) -> Vec<f64> {
    (0..count)
        .map(|_| (noise(source) * 12.0 / STEP).round() * STEP)
        .collect()
}

/// What was counted under one name.
struct Tally {
    name: &'static str,
    counted: u32,
    hits: u32,
}

impl Tally {
    fn of(name: &'static str) -> Self {
        Self {
            name,
            counted: 0,
            hits: 0,
        }
    }

    /// Counts one office; what does not exist there is not counted.
    fn note(&mut self, hit: Option<bool>) {
        if let Some(hit) = hit {
            self.counted += 1;
            self.hits += u32::from(hit);
        }
    }

    fn cell(&self) -> String {
        if self.counted == 0 {
            return "—".to_owned();
        }
        format!("{:.2} %", 100.0 * f64::from(self.hits) / f64::from(self.counted))
    }
}

fn covers(interval: Interval) -> bool {
    holds(interval, 0.0)
}

fn holds(interval: Interval, truth: f64) -> bool {
    interval.low <= truth && truth <= interval.high
}

/// Whether the ratio of two equal numbers lies inside.
fn holds_one(interval: RatioInterval) -> bool {
    interval.low <= 1.0 && interval.high.is_none_or(|high| 1.0 <= high)
}

fn note(tallies: &mut [Tally], found: impl IntoIterator<Item = Option<bool>>) {
    for (tally, found) in tallies.iter_mut().zip(found) {
        tally.note(found);
    }
}

fn paired(count: usize) -> Vec<Tally> {
    let mut source = ChaCha8Rng::seed_from_u64(SEED + count as u64);
    let mut tallies = vec![
        Tally::of("sign-flip"),
        Tally::of("signed-rank, zeros dropped"),
        Tally::of("signed-rank, Pratt"),
        Tally::of("**interval of the sign-flip test**"),
        Tally::of("interval of Hodges–Lehmann"),
        Tally::of("interval of Student's t"),
    ];
    for _ in 0..OFFICES {
        let d = people(&mut source, count);
        let all_alike = d.iter().all(|value| *value == 0.0);
        let found = [
            sign_flip(&d, SEED).map(|found| found.p < 0.05),
            // Nobody changed at all: the test does not exist and claims nothing.
            Some(signed_rank(&d, Zeros::Dropped).is_some_and(|found| found.p < 0.05)),
            Some(signed_rank(&d, Zeros::Pratt).is_some_and(|found| found.p < 0.05)),
            sign_flip_interval(&d, 0.95, SEED).map(covers),
            hodges_lehmann(&d, 0.95).and_then(|found| found.interval).map(covers),
            if all_alike {
                None
            } else {
                t_paired(&d, 0.95).map(|found| covers(found.interval))
            },
        ];
        note(&mut tallies, found);
    }
    tallies
}

fn unpaired(before: usize, after: usize) -> Vec<Tally> {
    let mut source = ChaCha8Rng::seed_from_u64(SEED + (100 * before + after) as u64);
    let mut tallies = vec![
        Tally::of("permutation of means"),
        Tally::of("Mann–Whitney"),
        Tally::of("interval of the shift"),
        Tally::of("interval of Welch"),
    ];
    for _ in 0..OFFICES {
        let (x, y) = (people(&mut source, before), people(&mut source, after));
        let found = [
            permutation_of_means(&x, &y, SEED).map(|found| found.p < 0.05),
            rank_sum(&x, &y).map(|found| found.p < 0.05),
            shift(&x, &y, 0.95).and_then(|found| found.interval).map(covers),
            welch_interval(&x, &y, 0.95).map(covers),
        ];
        note(&mut tallies, found);
    }
    tallies
}

/// Two groups in which the same holds for the same share of people.
fn shares(first: u32, second: u32, share: f64) -> Vec<Tally> {
    let mut source = ChaCha8Rng::seed_from_u64(SEED + u64::from(1_000 * first + second));
    let mut tallies = vec![
        Tally::of("Fisher"),
        Tally::of("interval of the difference"),
        Tally::of("interval of the ratio"),
        Tally::of("interval of Clopper–Pearson, first group"),
        Tally::of("interval of Wilson, first group"),
    ];
    for _ in 0..OFFICES {
        let [x, y] = [first, second].map(|people| (hits(&mut source, people, share), u64::from(people)));
        let found = [
            fisher(x, y).map(|p| p < 0.05),
            difference_of_shares(x, y, 0.95).map(covers),
            ratio_of_shares(x, y, 0.95).map(|found| holds_one(found.interval)),
            clopper_pearson(x.0, x.1, 0.95).map(|interval| holds(interval, share)),
            wilson(x.0, x.1, 0.95).map(|interval| holds(interval, share)),
        ];
        note(&mut tallies, found);
    }
    tallies
}

/// Two times in which events are to be expected in the proportion of the exposures.
fn rates(first: f64, second: f64) -> Vec<Tally> {
    // The exposure is as large as the events to be expected, so both rates are truly 1.
    let mut source = ChaCha8Rng::seed_from_u64(SEED ^ first.to_bits() ^ second.to_bits().rotate_left(1));
    let mut tallies = vec![
        Tally::of("rate ratio, conditional"),
        Tally::of("interval of the ratio"),
        Tally::of("interval of the difference"),
        Tally::of("interval of Garwood, first time"),
    ];
    for _ in 0..OFFICES {
        let [x, y] = [first, second].map(|mean| (events(&mut source, mean), mean));
        let ratio = rate_ratio(x, y, 0.95);
        let found = [
            ratio.map(|found| found.p < 0.05),
            ratio.map(|found| holds_one(found.interval)),
            difference_of_rates(x, y, 0.95).map(covers),
            rate_interval(x.0, x.1, 0.95).map(|interval| holds(interval, 1.0)),
        ];
        note(&mut tallies, found);
    }
    tallies
}

fn table(out: &mut impl Write, head: &str, columns: &[(String, Vec<Tally>)]) -> io::Result<()> {
    let Some((_, first)) = columns.first() else {
        return Ok(());
    };
    let names: Vec<&str> = columns.iter().map(|(name, _)| name.as_str()).collect();
    writeln!(
        out,
        "\n| {head} | {} |\n|---|{}",
        names.join(" | "),
        "---:|".repeat(names.len())
    )?;
    for (place, tally) in first.iter().enumerate() {
        let cells: Vec<String> = columns.iter().map(|(_, tallies)| tallies[place].cell()).collect();
        writeln!(out, "| {} | {} |", tally.name, cells.join(" | "))?;
    }
    Ok(())
}

fn main() -> io::Result<()> {
    let mut out = io::stdout().lock();
    writeln!(out, "# What the methods claim where nothing changed\n")?;
    writeln!(
        out,
        "{OFFICES} made-up offices for each number of people, seed {SEED}, minutes in steps of {STEP}, so that many values are tied and \
         many differences are 0.\nNothing changed in any of them: a test should claim a change (p < .05) in at most 5 %, an interval of 95 % should \
         hold the truth in at least 95 %.\nRenewed by `cargo run --release --example null_data > docs/null-data.md`."
    )?;
    let columns: Vec<(String, Vec<Tally>)> = [5, 6, 7, 8, 10, 12]
        .into_iter()
        .map(|people| (format!("{people} people"), paired(people)))
        .collect();
    table(&mut out, "the same people twice", &columns)?;
    let columns: Vec<(String, Vec<Tally>)> = [(4, 4), (5, 7), (8, 8)]
        .into_iter()
        .map(|(before, after)| (format!("{before} and {after} people"), unpaired(before, after)))
        .collect();
    table(&mut out, "different people", &columns)?;
    let columns: Vec<(String, Vec<Tally>)> = [(8, 12, 0.3), (10, 10, 0.5), (20, 20, 0.1), (30, 30, 0.5)]
        .into_iter()
        .map(|(first, second, share)| {
            let name = format!("{first} and {second} people, {:.0} %", share * 100.0);
            (name, shares(first, second, share))
        })
        .collect();
    table(&mut out, "shares of two groups", &columns)?;
    let columns: Vec<(String, Vec<Tally>)> = [(3.0, 3.0), (5.0, 10.0), (20.0, 20.0), (60.0, 30.0)]
        .into_iter()
        .map(|(first, second)| (format!("{first} and {second} events expected"), rates(first, second)))
        .collect();
    table(&mut out, "rates of two times", &columns)?;
    writeln!(out, "{AFTERWORD}")
}
