//! How wide a text is in a column of Japanese Excel, and how many lines it takes there.
//!
//! One unit is the width of a digit. A full-width character takes two units; the library's own fitting counts it too
//! narrow. Characters that are narrow in one font and wide in another (`①`, `—`, `±`) count as wide, so nothing is cut.

/// Units of one character.
fn units(c: char) -> u32 {
    match c {
        '\u{20}'..='\u{7e}' | '\u{ff61}'..='\u{ff9f}' => 1,
        c if c.is_control() => 0,
        _ => 2,
    }
}

/// Units of the widest line of a text.
pub(super) fn of(text: &str) -> f64 {
    let widest = text.lines().map(|line| line.chars().map(units).sum::<u32>()).max();
    f64::from(widest.unwrap_or(0))
}

/// Lines that a text takes in a column of this many units: words stay whole, full-width text breaks anywhere.
pub(super) fn lines(text: &str, room: f64) -> u32 {
    text.lines().map(|line| lines_of_one(line, room)).sum::<u32>().max(1)
}

fn lines_of_one(line: &str, room: f64) -> u32 {
    let mut lines = 1;
    let mut used = 0.0;
    for piece in pieces(line) {
        let wide = of(&piece);
        if used > 0.0 && used + of(piece.trim_end()) > room {
            lines += 1;
            used = 0.0;
        }
        used += wide;
        // A single word longer than the column is broken by Excel wherever it ends.
        while used > room && room > 0.0 {
            lines += 1;
            used -= room;
        }
    }
    lines
}

/// Words with the blank behind them, and full-width characters one by one.
fn pieces(line: &str) -> Vec<String> {
    let mut pieces: Vec<String> = Vec::new();
    let mut in_word = false;
    for c in line.chars() {
        let narrow = units(c) == 1;
        match pieces.last_mut() {
            Some(last) if narrow && in_word => last.push(c),
            _ => pieces.push(c.to_string()),
        }
        in_word = narrow && c != ' ';
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_full_width_character_takes_two_units() {
        assert!((of("記録 11") - 7.0).abs() < f64::EPSILON);
        assert!((of("ﾃﾞｲ①") - 5.0).abs() < f64::EPSILON);
        assert!((of("短い\nずっと長い") - 10.0).abs() < f64::EPSILON);
    }

    #[test]
    fn full_width_text_breaks_anywhere_and_words_stay_whole() {
        assert_eq!(lines("直接介護の時間", 14.0), 1);
        assert_eq!(lines("直接介護の時間", 13.0), 2);
        assert_eq!(lines("minutes per person", 11.0), 2);
        assert_eq!(lines("minutes per person", 9.0), 3);
        assert_eq!(lines("", 10.0), 1);
        assert_eq!(lines("a\nb", 10.0), 2);
    }
}
