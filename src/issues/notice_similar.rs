//! Notices that may say the same: proposed to people, never merged by the program.

use super::notice::Notice;
use super::number::NoticeId;
use crate::office::fold;

/// From how many percent of likeness on two notices are proposed.
pub const LEAST_LIKENESS: u8 = 50;

/// Two notices that may say the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SimilarPair {
    /// The one of the lower number.
    pub first: NoticeId,
    /// The other.
    pub second: NoticeId,
    /// How like they are, from [`LEAST_LIKENESS`] to 100.
    pub percent: u8,
}

/// The pairs of standing notices that may say the same, the likest first.
///
/// Likeness is the share of pairs of neighbouring letters that both texts have (Dice). Blanks, marks, width, case and the two kinds
/// of kana make no difference.
pub fn similar_notices(notices: &[Notice]) -> Vec<SimilarPair> {
    let standing: Vec<(NoticeId, Letters)> = notices
        .iter()
        .filter(|notice| notice.stands())
        .map(|notice| (notice.id, Letters::of(&notice.what)))
        .collect();
    let mut found = Vec::new();
    for (place, (id, letters)) in standing.iter().enumerate() {
        for (other, others) in &standing[place + 1..] {
            let percent = letters.likeness(others);
            if percent >= LEAST_LIKENESS {
                found.push(SimilarPair {
                    first: *id.min(other),
                    second: *id.max(other),
                    percent,
                });
            }
        }
    }
    found.sort_by_key(|pair| (std::cmp::Reverse(pair.percent), pair.first, pair.second));
    found
}

/// The letters of a text that count, and its pairs of neighbours in order.
struct Letters {
    plain: Vec<char>,
    pairs: Vec<(char, char)>,
}

impl Letters {
    fn of(text: &str) -> Self {
        let plain: Vec<char> = fold(text)
            .to_lowercase()
            .chars()
            .filter(|letter| letter.is_alphanumeric())
            .map(hiragana)
            .collect();
        let mut pairs: Vec<(char, char)> = plain.windows(2).map(|pair| (pair[0], pair[1])).collect();
        pairs.sort_unstable();
        Self { plain, pairs }
    }

    fn likeness(&self, other: &Self) -> u8 {
        if self.plain == other.plain && !self.plain.is_empty() {
            return 100;
        }
        let all = self.pairs.len() + other.pairs.len();
        if all == 0 {
            return 0;
        }
        // The same pairs in another order are not the same text.
        let percent = 200 * self.shared(other) / all;
        u8::try_from(percent.min(99)).unwrap_or(99)
    }

    /// How many pairs both have, each as often as both have it.
    fn shared(&self, other: &Self) -> usize {
        let (mut own, mut others) = (self.pairs.iter().peekable(), other.pairs.iter().peekable());
        let mut shared = 0;
        while let (Some(one), Some(two)) = (own.peek(), others.peek()) {
            match one.cmp(two) {
                std::cmp::Ordering::Less => own.next(),
                std::cmp::Ordering::Greater => others.next(),
                std::cmp::Ordering::Equal => {
                    shared += 1;
                    own.next();
                    others.next()
                }
            };
        }
        shared
    }
}

/// Katakana as hiragana: `クルマイス` is `くるまいす`.
fn hiragana(letter: char) -> char {
    match letter {
        'ァ'..='ヶ' => char::from_u32(u32::from(letter) - 0x60).unwrap_or(letter),
        letter => letter,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn notices(texts: &[&str]) -> Vec<Notice> {
        let numbered = (1..).zip(texts);
        numbered
            .map(|(number, what)| Notice::saying(NoticeId(number), what))
            .collect()
    }

    fn pairs(texts: &[&str]) -> Vec<(u32, u32)> {
        let found = similar_notices(&notices(texts));
        found.iter().map(|pair| (pair.first.0, pair.second.0)).collect()
    }

    #[test]
    fn texts_that_say_the_same_in_other_words_are_proposed() {
        let texts = [
            "車いすを探すのに時間がかかる",
            "申し送りが長い",
            "車いすを探す時間が長い",
            "記録を二度書いている",
        ];
        assert_eq!(pairs(&texts), [(1, 3)]);
    }

    #[test]
    fn width_marks_and_kana_make_no_difference() {
        let found = similar_notices(&notices(&["クルマイスが、ない！", "くるまいすがない"]));
        assert_eq!(found.iter().map(|pair| pair.percent).collect::<Vec<_>>(), [100]);
        assert_eq!(pairs(&["ＰＣが遅い", "pcが 遅い"]), [(1, 2)]);
        assert!(pairs(&["。", "、", ""]).is_empty());
    }

    #[test]
    fn merged_notices_are_not_proposed_again() {
        let mut merged = notices(&["車いすがない", "車いすがない"]);
        merged[1].merged_into = Some(NoticeId(1));
        assert!(similar_notices(&merged).is_empty());
    }
}
