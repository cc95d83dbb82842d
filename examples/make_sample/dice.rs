//! Chance that falls the same way every time.

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{RngCore, SeedableRng};

/// The seed of the whole sample.
const SEED: u64 = 20_251_006;

/// Dice of one shift, so that a change of one shift leaves all others as they are.
pub struct Dice(ChaCha8Rng);

impl Dice {
    /// Dice for the shift of a person (counted from 0) on a day (0 to 4) of a wave (0 or 1).
    pub fn of_shift(wave: usize, person: usize, day: usize) -> Self {
        let place = u64::try_from(wave * 10_000 + person * 100 + day).expect("a small number");
        Self(ChaCha8Rng::seed_from_u64(SEED * 100_000 + place))
    }

    /// A whole number from `low` to `high`, both included.
    pub fn between(&mut self, low: u16, high: u16) -> u16 {
        let width = u32::from(high - low) + 1;
        low + u16::try_from(self.0.next_u32() % width).expect("below the width")
    }

    /// One of the choices, as often as its weight says.
    pub fn choose(&mut self, choices: &[(u8, u16)]) -> u8 {
        let all: u16 = choices.iter().map(|(_, weight)| weight).sum();
        let mut left = self.between(1, all);
        for (choice, weight) in choices {
            if left <= *weight {
                return *choice;
            }
            left -= weight;
        }
        unreachable!("the weights add up to their sum")
    }
}
