//! From the text of a formula to its parts.

use super::fault::{FormulaFault, FormulaFaultKind as Kind};
use super::{Atom, Node, Sign};
use crate::effect::is_id;
use crate::office::{Decimal, fold, printable};
use crate::worktime::{CategoryCode, TaskCode};

/// Most letters of a formula, blanks not counted.
pub(super) const LONGEST: usize = 200;
/// Most brackets and minus signs within each other.
pub(super) const DEEPEST: usize = 16;

/// Reads a whole formula.
pub(super) fn formula(written: &str) -> Result<Node, FormulaFault> {
    let mut reader = Reader::over(written)?;
    let node = reader.sum(0)?;
    match reader.next_letter() {
        None => Ok(node),
        Some(letter) if begins_value(letter) => Err(reader.fault(Kind::SignMissing)),
        Some(letter) => Err(reader.fault(Kind::UnexpectedSign(letter))),
    }
}

struct Reader {
    /// The folded text, each letter with its column from 1.
    letters: Vec<(usize, char)>,
    /// The letter that is read next.
    at: usize,
}

impl Reader {
    fn over(written: &str) -> Result<Self, FormulaFault> {
        // Folding trims; the letters left out in front still count for the reader of a fault.
        let in_front = written.chars().take_while(|letter| letter.is_whitespace()).count();
        let letters: Vec<(usize, char)> = fold(written)
            .chars()
            .enumerate()
            .map(|(index, letter)| (in_front + index + 1, letter))
            .collect();
        if letters.is_empty() {
            return Err(FormulaFault {
                at: 1,
                kind: Kind::Empty,
            });
        }
        match letters.iter().filter(|(_, it)| !it.is_whitespace()).nth(LONGEST) {
            Some((at, _)) => Err(FormulaFault {
                at: *at,
                kind: Kind::TooLong,
            }),
            None => Ok(Self { letters, at: 0 }),
        }
    }

    /// The next letter that is no blank, which stays to be read.
    fn next_letter(&mut self) -> Option<char> {
        while self.letter().is_some_and(char::is_whitespace) {
            self.at += 1;
        }
        self.letter()
    }

    /// The very next letter.
    fn letter(&self) -> Option<char> {
        self.letters.get(self.at).map(|(_, letter)| *letter)
    }

    /// Takes letters as long as they fit.
    fn take(&mut self, fits: impl Fn(char) -> bool) -> String {
        let taken: String = self
            .letters
            .iter()
            .skip(self.at)
            .map(|(_, letter)| *letter)
            .take_while(|it| fits(*it))
            .collect();
        self.at += taken.chars().count();
        taken
    }

    /// Column of a letter; of one past the last letter at the end.
    fn column(&self, index: usize) -> usize {
        let end = || self.letters.last().map_or(1, |(column, _)| column + 1);
        self.letters.get(index).map_or_else(end, |(column, _)| *column)
    }

    fn fault(&self, kind: Kind) -> FormulaFault {
        self.fault_at(self.at, kind)
    }

    fn fault_at(&self, index: usize, kind: Kind) -> FormulaFault {
        FormulaFault {
            at: self.column(index),
            kind,
        }
    }

    fn sum(&mut self, depth: usize) -> Result<Node, FormulaFault> {
        let mut node = self.product(depth)?;
        while let Some(sign) = self.next_letter().and_then(sum_sign) {
            self.at += 1;
            node = Node::Pair(Box::new(node), sign, Box::new(self.product(depth)?));
        }
        Ok(node)
    }

    fn product(&mut self, depth: usize) -> Result<Node, FormulaFault> {
        let mut node = self.single(depth)?;
        while let Some(sign) = self.next_letter().and_then(product_sign) {
            self.at += 1;
            node = Node::Pair(Box::new(node), sign, Box::new(self.single(depth)?));
        }
        Ok(node)
    }

    fn single(&mut self, depth: usize) -> Result<Node, FormulaFault> {
        let Some(letter) = self.next_letter() else {
            return Err(self.fault(Kind::ValueMissing));
        };
        if depth == DEEPEST && (letter == '(' || sum_sign(letter) == Some(Sign::Minus)) {
            return Err(self.fault(Kind::TooDeep));
        }
        if letter == '(' {
            self.at += 1;
            let inner = self.sum(depth + 1)?;
            self.closing()?;
            Ok(inner)
        } else if sum_sign(letter) == Some(Sign::Minus) {
            self.at += 1;
            Ok(Node::Negative(Box::new(self.single(depth + 1)?)))
        } else if letter.is_ascii_digit() {
            self.number().map(Node::Number)
        } else if letter.is_alphabetic() {
            self.atom().map(Node::Atom)
        } else {
            Err(self.fault(Kind::UnexpectedSign(letter)))
        }
    }

    fn closing(&mut self) -> Result<(), FormulaFault> {
        match self.next_letter() {
            Some(')') => {
                self.at += 1;
                Ok(())
            }
            Some(letter) if begins_value(letter) => Err(self.fault(Kind::SignMissing)),
            Some(letter) => Err(self.fault(Kind::UnexpectedSign(letter))),
            None => Err(self.fault(Kind::UnclosedBracket)),
        }
    }

    fn number(&mut self) -> Result<Decimal, FormulaFault> {
        let start = self.at;
        let mut digits = self.take(|letter| letter.is_ascii_digit());
        if self.letter() == Some('.') {
            let point = self.at;
            self.at += 1;
            let decimals = self.take(|letter| letter.is_ascii_digit());
            if decimals.is_empty() {
                return Err(self.fault_at(point, Kind::UnexpectedSign('.')));
            }
            digits = format!("{digits}.{decimals}");
        }
        Decimal::parse(&digits).map_err(|_| self.fault_at(start, Kind::NumberTooLong))
    }

    fn atom(&mut self) -> Result<Atom, FormulaFault> {
        let start = self.at;
        let latin = self.letter().is_some_and(|letter| letter.is_ascii());
        let word = self.take(|letter| {
            if latin {
                letter.is_ascii_alphanumeric() || letter == '_'
            } else {
                letter.is_alphanumeric()
            }
        });
        match word.to_ascii_lowercase().as_str() {
            "filled" => Ok(Atom::Filled),
            "task" => self.named("task").map(|(_, code)| Atom::Task(TaskCode(code))),
            "category" => self
                .named("category")
                .map(|(_, code)| Atom::Category(CategoryCode(code))),
            "indicator" => {
                let (start, id) = self.named("indicator")?;
                let id: String = id
                    .chars()
                    .map(|it| if is_minus(it) { '-' } else { it.to_ascii_lowercase() })
                    .collect();
                if is_id(&id) {
                    Ok(Atom::Indicator(id))
                } else {
                    Err(self.fault_at(start, Kind::BadId(id)))
                }
            }
            _ => Err(self.fault_at(start, Kind::UnknownWord(word))),
        }
    }

    /// What stands in brackets after a word, and where it begins.
    fn named(&mut self, word: &'static str) -> Result<(usize, String), FormulaFault> {
        if self.next_letter() != Some('(') {
            return Err(self.fault(Kind::NothingNamed(word)));
        }
        self.at += 1;
        let Some(letter) = self.next_letter() else {
            return Err(self.fault(Kind::NothingNamed(word)));
        };
        if letter == ')' {
            return Err(self.fault(Kind::NothingNamed(word)));
        }
        let start = self.at;
        let code = self.take(is_code_letter);
        if code.is_empty() {
            return Err(self.fault(Kind::UnexpectedSign(letter)));
        }
        match self.next_letter() {
            Some(')') => {
                self.at += 1;
                Ok((start, code))
            }
            Some(letter) if !is_code_letter(letter) && !is_sign(letter) => {
                Err(self.fault(Kind::UnexpectedSign(letter)))
            }
            _ => Err(self.fault(Kind::UnclosedBracket)),
        }
    }
}

fn sum_sign(letter: char) -> Option<Sign> {
    match letter {
        '+' => Some(Sign::Plus),
        letter if is_minus(letter) => Some(Sign::Minus),
        _ => None,
    }
}

fn product_sign(letter: char) -> Option<Sign> {
    match letter {
        '*' | '×' => Some(Sign::Times),
        '/' | '÷' => Some(Sign::Over),
        _ => None,
    }
}

/// A minus as keyboards and other programs write it; an input method makes a long vowel mark of the key.
fn is_minus(letter: char) -> bool {
    matches!(
        letter,
        '-' | '\u{2010}' | '\u{2011}' | '\u{2013}' | '\u{2212}' | 'ー' | 'ｰ'
    )
}

fn is_sign(letter: char) -> bool {
    letter == '(' || letter == ')' || sum_sign(letter).is_some() || product_sign(letter).is_some()
}

fn begins_value(letter: char) -> bool {
    letter == '(' || (letter.is_alphanumeric() && !is_minus(letter))
}

/// Whether a letter may stand in the code of a task or a category; a hyphen may, other signs may not.
fn is_code_letter(letter: char) -> bool {
    (!is_sign(letter) || is_minus(letter))
        && !letter.is_whitespace()
        && !printable(letter.encode_utf8(&mut [0; 4])).is_empty()
}
