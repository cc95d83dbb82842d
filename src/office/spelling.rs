//! How people spell the same thing: full-width letters and digits, ideographic blanks.

/// What stands for a figure that is missing, beside nothing at all.
const MISSING: [&str; 6] = ["-", "—", "–", "ー", "―", "…"];

/// Whether a text says that there is no figure.
pub fn is_missing(written: &str) -> bool {
    let written = fold(written);
    written.is_empty() || MISSING.contains(&written.as_str())
}

/// Folds full-width ASCII to ASCII and ideographic blanks to blanks, and trims.
///
/// `８時台` becomes `8時台`, `Ｓ００１` becomes `S001`. Everything else stays as it is.
pub fn fold(text: &str) -> String {
    let folded: String = text
        .chars()
        .map(|c| match c {
            '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).expect("full-width ASCII maps into ASCII"),
            '\u{3000}' | '\u{a0}' => ' ',
            _ => c,
        })
        .collect();
    folded.trim().to_owned()
}

/// Drops control and format characters, so that text from a file can be shown on a terminal.
///
/// Line breaks and tabs become blanks.
pub fn printable(text: &str) -> String {
    text.chars()
        .filter_map(|c| match c {
            '\n' | '\r' | '\t' => Some(' '),
            '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' => None,
            c if c.is_control() => None,
            c => Some(c),
        })
        .collect()
}

/// Remarks as a sheet keeps them, however they came: [`printable`] line by line, lines parted by `\n` alone.
pub fn remark(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let lines: Vec<String> = text.split('\n').map(printable).collect();
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn full_width_digits_and_letters_become_ascii() {
        assert_eq!(fold("　Ｓ００１ "), "S001");
        assert_eq!(fold("８：３０～１７：３０"), "8:30~17:30");
        assert_eq!(fold("８時台"), "8時台");
    }

    #[test]
    fn escape_characters_never_reach_the_terminal() {
        assert_eq!(printable("a\u{1b}[31mb\u{202e}c\nd"), "a[31mbc d");
    }

    #[test]
    fn remarks_keep_their_lines_whichever_line_ends_they_had() {
        let kept = remark("a\r\nb\rc\n\u{feff}d\te");
        assert_eq!(kept, "a\nb\nc\nd e");
        assert_eq!(remark(&kept), kept);
    }
}
