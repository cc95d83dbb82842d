//! Makes text of bytes, line by line, so that an undecodable byte is an error with its line and never a lost line.

use std::collections::BTreeSet;

use encoding_rs::SHIFT_JIS;

use super::limits;
use super::order::Fault;
use crate::phrase::{Phrase, phrase};

/// Text with the faults of its lines.
#[derive(Debug, Default)]
pub struct Decoded {
    /// All lines; what could not be decoded is marked by `U+FFFD`.
    pub text: String,
    /// Lines that could not be decoded, or are too long.
    pub faults: Vec<Fault>,
    /// Numbers of those lines.
    pub faulty_lines: BTreeSet<u64>,
    lines: u64,
}

/// How the bytes of a text file stand for letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Encoding {
    Utf8,
    Cp932,
    Utf16Le,
    Utf16Be,
}

impl Encoding {
    fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Cp932 => "Shift_JIS",
            Self::Utf16Le | Self::Utf16Be => "UTF-16",
        }
    }

    /// The encoding of the bytes, and the bytes without the mark that may tell it.
    fn of(bytes: &[u8]) -> (Self, &[u8]) {
        if let Some(rest) = bytes.strip_prefix(b"\xef\xbb\xbf") {
            (Self::Utf8, rest)
        } else if let Some(rest) = bytes.strip_prefix(b"\xff\xfe") {
            (Self::Utf16Le, rest)
        } else if let Some(rest) = bytes.strip_prefix(b"\xfe\xff") {
            (Self::Utf16Be, rest)
        } else if is_meant_as_utf8(bytes) {
            (Self::Utf8, bytes)
        } else {
            (Self::Cp932, bytes)
        }
    }
}

/// Whether bytes without a mark are UTF-8, perhaps with a broken line: Japanese in `Shift_JIS` hardly ever looks like it.
fn is_meant_as_utf8(bytes: &[u8]) -> bool {
    if std::str::from_utf8(bytes).is_ok() {
        return true;
    }
    let end = line_end(bytes);
    let lines = bytes.split(|byte| *byte == end).filter(|line| !line.is_ascii());
    let (good, bad) = lines.fold((0usize, 0usize), |(good, bad), line| match std::str::from_utf8(line) {
        Ok(_) => (good + 1, bad),
        Err(_) => (good, bad + 1),
    });
    let heading = bytes.split(|byte| *byte == end).next().unwrap_or_default();
    let heading_tells = !heading.is_ascii() && std::str::from_utf8(heading).is_ok();
    heading_tells || good > bad
}

/// What ends a line: a line feed, or in files without any a carriage return, as old programs write it.
fn line_end<T: Copy + PartialEq + From<u8>>(text: &[T]) -> T {
    let (feed, carriage_return) = (T::from(b'\n'), T::from(b'\r'));
    if text.contains(&carriage_return) && !text.contains(&feed) {
        carriage_return
    } else {
        feed
    }
}

/// Decodes UTF-8, `Shift_JIS` (CP932) and UTF-16 with a mark.
///
/// Errors when the bytes are no text, or more lines than any table of minutes has.
pub fn decode(bytes: &[u8]) -> Result<Decoded, Phrase> {
    let (encoding, bytes) = Encoding::of(bytes);
    let mut decoded = Decoded::default();
    match encoding {
        Encoding::Utf8 | Encoding::Cp932 => {
            if bytes.contains(&0) {
                return Err(phrase("intake-not-text"));
            }
            decoded.text.reserve(bytes.len() * 3 / 2);
            let end = line_end(bytes);
            for line in bytes.split(|byte| *byte == end) {
                decoded.line(line.len(), encoding, |text| decode_line(line, encoding, text))?;
            }
        }
        Encoding::Utf16Le | Encoding::Utf16Be => {
            let pairs = bytes.chunks_exact(2);
            let is_cut = !pairs.remainder().is_empty();
            let units: Vec<u16> = pairs.map(|pair| unit(pair, encoding)).collect();
            let end = line_end(&units);
            let last = units.split(|unit| *unit == end).count();
            for (index, line) in units.split(|unit| *unit == end).enumerate() {
                decoded.line(line.len() * 2, encoding, |text| {
                    let mut is_whole = !(is_cut && index + 1 == last);
                    for c in char::decode_utf16(line.iter().copied()) {
                        is_whole &= c.is_ok();
                        text.push(c.unwrap_or(char::REPLACEMENT_CHARACTER));
                    }
                    is_whole
                })?;
            }
        }
    }
    Ok(decoded)
}

fn unit(pair: &[u8], encoding: Encoding) -> u16 {
    let pair = [pair.first().copied().unwrap_or(0), pair.get(1).copied().unwrap_or(0)];
    if encoding == Encoding::Utf16Le {
        u16::from_le_bytes(pair)
    } else {
        u16::from_be_bytes(pair)
    }
}

/// Appends a line; whether every byte of it could be decoded.
fn decode_line(line: &[u8], encoding: Encoding, text: &mut String) -> bool {
    if encoding == Encoding::Utf8 {
        let decoded = String::from_utf8_lossy(line);
        text.push_str(&decoded);
        matches!(decoded, std::borrow::Cow::Borrowed(_))
    } else {
        let (decoded, has_errors) = SHIFT_JIS.decode_without_bom_handling(line);
        text.push_str(&decoded);
        !has_errors
    }
}

impl Decoded {
    fn line(
        &mut self,
        bytes: usize,
        encoding: Encoding,
        decode: impl FnOnce(&mut String) -> bool,
    ) -> Result<(), Phrase> {
        let number = self.lines + 1;
        if number > limits::LINES {
            return Err(phrase("intake-too-many-lines").with("limit", limits::LINES));
        }
        if number > 1 {
            self.text.push('\n');
        }
        self.lines = number;
        if bytes > limits::LINE_BYTES {
            return Err(phrase("intake-line-too-long")
                .with("line", number)
                .with("limit", limits::LINE_BYTES));
        }
        let is_whole = decode(&mut self.text);
        // Line ends are made alike, so that lines are counted alike whoever counts them.
        if self.text.ends_with('\r') {
            self.text.pop();
        }
        if !is_whole {
            self.faulty_lines.insert(number);
            self.faults.push(Fault::line(
                number,
                phrase("intake-undecodable").with("encoding", encoding.name()),
            ));
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TABLE: &str = "職員ID,業務\nS001,記録\n";

    fn utf16(text: &str, little: bool) -> Vec<u8> {
        let mark = if little { [0xff, 0xfe] } else { [0xfe, 0xff] };
        let units = text.encode_utf16();
        let bytes: Vec<u8> = units
            .flat_map(|unit| if little { unit.to_le_bytes() } else { unit.to_be_bytes() })
            .collect();
        [mark.as_slice(), &bytes].concat()
    }

    #[test]
    fn the_same_table_is_read_in_every_encoding() {
        let cp932 = SHIFT_JIS.encode(TABLE).0.into_owned();
        let marked = [b"\xef\xbb\xbf".as_slice(), TABLE.as_bytes()].concat();
        for bytes in [
            TABLE.as_bytes().to_vec(),
            cp932,
            marked,
            utf16(TABLE, true),
            utf16(TABLE, false),
        ] {
            let decoded = decode(&bytes).unwrap();
            assert_eq!(decoded.text, TABLE);
            assert!(decoded.faults.is_empty());
        }
    }

    #[test]
    fn lines_that_end_as_on_other_systems_are_the_same_lines() {
        for bytes in [
            TABLE.replace('\n', "\r").into_bytes(),
            SHIFT_JIS.encode(&TABLE.replace('\n', "\r")).0.into_owned(),
            utf16(&TABLE.replace('\n', "\r"), true),
            TABLE.replace('\n', "\r\n").into_bytes(),
            utf16(&TABLE.replace('\n', "\r\n"), true),
        ] {
            assert_eq!(decode(&bytes).unwrap().text, TABLE);
        }
    }

    #[test]
    fn letters_that_only_windows_has_are_read() {
        let bytes = [0x87, 0x40, 0xfb, 0xfc];
        assert_eq!(decode(&bytes).unwrap().text, "①髙");
    }

    #[test]
    fn an_undecodable_byte_is_a_fault_with_its_line() {
        let utf8 = [TABLE.as_bytes(), b"S002,\xe8\x81\n"].concat();
        let cp932 = [SHIFT_JIS.encode(TABLE).0.as_ref(), b"S002,\xfd\n"].concat();
        let mut cut = utf16(TABLE, true);
        cut.push(0x41);
        for (bytes, line) in [(utf8, 3), (cp932, 3), (cut, 3)] {
            let decoded = decode(&bytes).unwrap();
            assert_eq!(decoded.faulty_lines.iter().copied().collect::<Vec<_>>(), [line]);
            assert_eq!(decoded.faults[0].message.key(), "intake-undecodable");
        }
    }

    #[test]
    fn bytes_that_are_no_text_and_endless_lines_are_refused() {
        assert_eq!(decode(b"abc\0def").unwrap_err().key(), "intake-not-text");
        let long = vec![b'a'; limits::LINE_BYTES + 1];
        assert_eq!(decode(&long).unwrap_err().key(), "intake-line-too-long");
        let many = vec![b'\n'; usize::try_from(limits::LINES).unwrap()];
        assert_eq!(decode(&many).unwrap_err().key(), "intake-too-many-lines");
    }
}
