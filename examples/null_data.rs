//! Makes up offices in which nothing changed, and counts how often each exact test claims a change and how often each interval
//! misses the truth. `cargo run --release --example null_data > docs/null-data.md` renews the table.

use std::io::{self, Write};

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{RngCore, SeedableRng};
use yutori::stats::{
    Interval, Zeros, hodges_lehmann, permutation_of_means, rank_sum, shift, sign_flip, signed_rank, t_paired,
    welch_interval,
};

const SEED: u64 = 20_260_401;
const OFFICES: u32 = 10_000;
/// Minutes are noted in steps of five, so that ties and zeros are common.
const STEP: f64 = 5.0;

/// Twelve equal draws less six are close to a normal with spread 1, and symmetric.
fn noise(source: &mut ChaCha8Rng) -> f64 {
    let part = |source: &mut ChaCha8Rng| f64::from(source.next_u32()) / f64::from(u32::MAX);
    (0..12).map(|_| part(source)).sum::<f64>() - 6.0
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
    interval.low <= 0.0 && 0.0 <= interval.high
}

fn paired(count: usize) -> Vec<Tally> {
    let mut source = ChaCha8Rng::seed_from_u64(SEED + count as u64);
    let mut tallies = vec![
        Tally::of("sign-flip"),
        Tally::of("signed-rank, zeros dropped"),
        Tally::of("signed-rank, Pratt"),
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
            hodges_lehmann(&d, 0.95).and_then(|found| found.interval).map(covers),
            if all_alike {
                None
            } else {
                t_paired(&d, 0.95).map(|found| covers(found.interval))
            },
        ];
        for (tally, found) in tallies.iter_mut().zip(found) {
            tally.note(found);
        }
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
        for (tally, found) in tallies.iter_mut().zip(found) {
            tally.note(found);
        }
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
    writeln!(
        out,
        "\nTests and the intervals of Hodges–Lehmann and of the shift are exact and keep to it. Student's and Welch's intervals rest on \
         the normal distribution: they come close and do not promise it. A row of intervals counts the offices in which the interval exists (— where \
         so few people never have one)."
    )
}
