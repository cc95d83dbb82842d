//! Widths in cells: the only place that measures, cuts, pads and wraps text for the terminal.
//!
//! Everything counts by grapheme: one full-width letter is two cells, a letter with its marks is one unit.

use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use crate::office::printable;

/// Letters that may not begin a line.
const NOT_FIRST: &str =
    "、。，．,.:;：；）)」』】〉》］]｝}！？!?ーぁぃぅぇぉっゃゅょァィゥェォッャュョ々％%分人日枚点";
/// Letters that may not end a line.
const NOT_LAST: &str = "（(「『【〈《［[｛{";

/// Cells that a text takes.
#[expect(clippy::disallowed_methods, reason = "the one place that measures")]
pub fn width(text: &str) -> usize {
    text.graphemes(true).map(UnicodeWidthStr::width).sum()
}

/// Whether terminals disagree about how many cells a letter takes (`①`, `─`, `±`, `α`).
#[expect(clippy::disallowed_methods, reason = "the one place that measures")]
pub fn is_ambiguous(letter: char) -> bool {
    // Japanese fonts draw Greek and Cyrillic full width, whatever the width table says.
    let greek_or_cyrillic = ('\u{370}'..='\u{4ff}').contains(&letter);
    greek_or_cyrillic || UnicodeWidthChar::width(letter) != UnicodeWidthChar::width_cjk(letter)
}

/// Makes a text safe and measurable: no control characters, half-width katakana folded to full width.
///
/// Today's terminals and width tables disagree about `ﾃﾞ`; `デ` is two cells everywhere.
pub fn clean(text: &str) -> String {
    let text = printable(text);
    if !text.chars().any(is_half_width_katakana) {
        return text;
    }
    let mut folded = String::with_capacity(text.len());
    let mut run = String::new();
    for letter in text.chars() {
        if is_half_width_katakana(letter) {
            run.push(letter);
        } else {
            folded.extend(run.nfkc());
            run.clear();
            folded.push(letter);
        }
    }
    folded.extend(run.nfkc());
    folded
}

fn is_half_width_katakana(letter: char) -> bool {
    ('\u{ff61}'..='\u{ff9f}').contains(&letter)
}

/// Replaces every letter of disputed width by plain ones: `①` by `(1)`, `→` by `->`.
pub fn plain(text: &str) -> String {
    let mut replaced = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '①'..='⑳' => {
                replaced.push('(');
                replaced.push_str(&(u32::from(letter) - u32::from('①') + 1).to_string());
                replaced.push(')');
            }
            '→' => replaced.push_str("->"),
            '←' => replaced.push_str("<-"),
            '↑' => replaced.push_str("Up"),
            '↓' => replaced.push_str("Down"),
            '±' => replaced.push_str("+-"),
            '−' | '–' | '—' | '─' | '‐' => replaced.push('-'),
            '…' => replaced.push_str(".."),
            '×' => replaced.push('x'),
            '“' | '”' => replaced.push('"'),
            '‘' | '’' => replaced.push('\''),
            '│' => replaced.push('|'),
            '●' | '■' | '◆' | '※' | '★' => replaced.push('*'),
            '○' | '□' | '◇' | '◎' | '☆' => replaced.push('o'),
            letter if is_ambiguous(letter) => replaced.push_str(&spelled_out(letter)),
            letter => replaced.push(letter),
        }
    }
    replaced
}

/// A letter of disputed width in compatible ASCII (`Ⅰ` as `I`), or `*` where there is none.
fn spelled_out(letter: char) -> String {
    let folded: String = letter.to_string().nfkd().filter(char::is_ascii).collect();
    if folded.is_empty() { "*".to_owned() } else { folded }
}

/// The longest beginning that fits, and the cells that it takes.
fn beginning(text: &str, cells: usize) -> (String, usize) {
    let mut taken = 0;
    let mut part = String::new();
    for grapheme in text.graphemes(true) {
        let next = taken + width(grapheme);
        if next > cells {
            break;
        }
        taken = next;
        part.push_str(grapheme);
    }
    (part, taken)
}

/// Cuts a text to `cells`, with two dots where something is missing.
pub fn cut(text: &str, cells: usize) -> String {
    if width(text) <= cells {
        return text.to_owned();
    }
    let (mut part, _) = beginning(text, cells.saturating_sub(2));
    part.push_str(&".".repeat(cells.min(2)));
    part
}

/// Cuts a text from its beginning to `cells`: of a long path the end matters.
pub fn cut_front(text: &str, cells: usize) -> String {
    if width(text) <= cells {
        return text.to_owned();
    }
    let mut taken = cells.min(2);
    let mut kept: Vec<&str> = Vec::new();
    for grapheme in text.graphemes(true).rev() {
        taken += width(grapheme);
        if taken > cells {
            break;
        }
        kept.push(grapheme);
    }
    let mut part = ".".repeat(cells.min(2));
    part.extend(kept.into_iter().rev());
    part
}

/// Cuts or fills with blanks on the right, to exactly `cells`.
pub fn pad(text: &str, cells: usize) -> String {
    let mut part = cut(text, cells);
    part.push_str(&" ".repeat(cells.saturating_sub(width(&part))));
    part
}

/// Cuts or fills with blanks on the left, to exactly `cells`.
pub fn pad_left(text: &str, cells: usize) -> String {
    let part = cut(text, cells);
    format!("{}{part}", " ".repeat(cells.saturating_sub(width(&part))))
}

/// Breaks a text into lines of at most `cells`.
///
/// Latin words and numbers stay whole where they fit; no line begins with `、。）` or a small kana, and none ends with `（`.
pub fn wrap(text: &str, cells: usize) -> Vec<String> {
    let cells = cells.max(2);
    let mut lines = Vec::new();
    let mut line = String::new();
    for unit in units(text) {
        let bare = unit.trim_end();
        if !line.is_empty() && width(&line) + width(bare) > cells {
            lines.push(line.trim_end().to_owned());
            line.clear();
        }
        let mut rest = unit.as_str();
        while width(rest.trim_end()) > cells {
            let head = head_of(rest, cells);
            rest = rest.strip_prefix(head.as_str()).unwrap_or_default();
            lines.push(head);
        }
        line.push_str(rest);
    }
    let last = line.trim_end();
    if !last.is_empty() || lines.is_empty() {
        lines.push(last.to_owned());
    }
    lines
}

/// The beginning of a part that is too long for a line, so that what is left does not begin with a letter that may not.
fn head_of(part: &str, cells: usize) -> String {
    let mut room = cells;
    loop {
        let (head, taken) = beginning(part, room);
        let rest = part.strip_prefix(head.as_str()).unwrap_or_default();
        let breaks_rule = rest.graphemes(true).next().is_some_and(|next| NOT_FIRST.contains(next));
        if !breaks_rule || taken <= 2 {
            return head;
        }
        room = taken - 1;
    }
}

/// Puts wrapped lines together again; Latin words get their blank back.
pub fn joined(lines: &[String]) -> String {
    let mut text = String::new();
    for line in lines {
        let latin = text.ends_with(|c: char| c.is_ascii()) && line.starts_with(|c: char| c.is_ascii());
        if latin {
            text.push(' ');
        }
        text.push_str(line);
    }
    text
}

/// Longest run of kanji or katakana that is kept on one line, in cells.
const LONGEST_WORD: usize = 12;

#[derive(PartialEq, Eq)]
enum Script {
    Latin,
    Kanji,
    Katakana,
    Other,
}

fn script(letter: char) -> Script {
    match letter {
        letter if letter.is_ascii() && letter != ' ' => Script::Latin,
        '\u{4e00}'..='\u{9fff}' | '\u{3400}'..='\u{4dbf}' | '\u{f900}'..='\u{faff}' | '々' => Script::Kanji,
        '\u{30a0}'..='\u{30ff}' if letter != '・' => Script::Katakana,
        _ => Script::Other,
    }
}

/// Parts that stay together on a line, each with the blanks that follow it.
fn units(text: &str) -> Vec<String> {
    let mut units: Vec<String> = Vec::new();
    let mut open = false;
    for grapheme in text.graphemes(true) {
        let blank = grapheme.trim().is_empty();
        let joins = units.last().is_some_and(|last| {
            let after_blank = last.ends_with(char::is_whitespace);
            blank || open || (!after_blank && (NOT_FIRST.contains(grapheme) || continues(last, grapheme)))
        });
        match units.last_mut() {
            Some(last) if joins => last.push_str(grapheme),
            _ => units.push(grapheme.to_owned()),
        }
        open = NOT_LAST.contains(grapheme);
    }
    units
}

/// Whether a letter goes on with the word before it: a Latin word, a number, a short run of kanji or katakana.
fn continues(unit: &str, grapheme: &str) -> bool {
    let (Some(last), Some(next)) = (unit.chars().last(), grapheme.chars().next()) else {
        return false;
    };
    match script(next) {
        Script::Other => false,
        Script::Latin => script(last) == Script::Latin,
        script_of_next => script(last) == script_of_next && width(unit) < LONGEST_WORD,
    }
}

/// The graphemes of a text, for editing.
pub fn graphemes(text: &str) -> Vec<&str> {
    text.graphemes(true).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_full_width_letter_takes_two_cells() {
        assert_eq!(width("記録 11"), 7);
        assert_eq!(width("か\u{3099}"), 2);
    }

    #[test]
    fn half_width_katakana_with_marks_is_folded_before_it_is_measured() {
        assert_eq!(clean("ﾃﾞｲｻｰﾋﾞｽ ABC ①"), "デイサービス ABC ①");
        assert_eq!(width(&clean("ﾃﾞｲ")), 4);
        assert_eq!(pad(&clean("ﾃﾞ"), 4), "デ  ");
    }

    #[test]
    fn other_letters_keep_their_spelling() {
        assert_eq!(clean("㎡ Ⅱ ｶﾞ ㈱"), "㎡ Ⅱ ガ ㈱");
    }

    #[test]
    fn escape_sequences_of_a_file_are_not_drawn() {
        assert_eq!(clean("S\u{1b}[2J001"), "S[2J001");
    }

    #[test]
    fn plain_letters_have_no_disputed_width() {
        let shown = plain("取組後① → 前 ±0 −25 Ⅱ ── │ ● 「ア…」 ※ α");
        assert_eq!(shown, "取組後(1) -> 前 +-0 -25 II -- | * 「ア..」 * *");
        assert!(!shown.chars().any(is_ambiguous));
    }

    #[test]
    fn a_cut_text_never_halves_a_letter() {
        assert_eq!(cut("業務時間", 7), "業務..");
        assert_eq!(pad("業務時間", 7), "業務.. ");
        assert_eq!(cut("業務", 4), "業務");
        assert_eq!(cut("業務", 1), ".");
        assert_eq!(cut_front("/家/台帳.yutori", 11), "..帳.yutori");
        assert_eq!(pad_left("分", 4), "  分");
    }

    #[test]
    fn no_line_begins_with_a_full_stop_or_a_closing_bracket() {
        assert_eq!(wrap("記録が減った。", 12), ["記録が減っ", "た。"]);
        assert_eq!(wrap("記録（手書き）です", 12), ["記録（手書", "き）です"]);
        for cells in 8..30 {
            for line in wrap(
                "夜勤では、記録・文書の時間が（前より）25分、短くなった。チームで確かめる。",
                cells,
            ) {
                assert!(width(&line) <= cells, "{line}");
                assert!(!line.starts_with(['、', '。', '）', '分', 'っ']), "{line}");
                assert!(!line.ends_with('（'), "{line}");
            }
        }
    }

    #[test]
    fn words_and_numbers_stay_whole() {
        assert_eq!(wrap("判定は「改善」です", 10), ["判定は", "「改善」で", "す"]);
        assert_eq!(wrap("about 120 minutes", 10), ["about 120", "minutes"]);
        assert_eq!(wrap("前は120分", 6), ["前は", "120分"]);
        assert_eq!(wrap("abcdefghij", 4), ["abcd", "efgh", "ij"]);
        assert_eq!(wrap("", 4), [""]);
    }
}
