//! Clock times with seconds, as programs write them.

use super::plain;

/// Reads `8:30`, `08:30:15`, `8:30 PM`, `午後8:30`, to 47:59:59, as seconds after 0:00.
pub fn clock_seconds(text: &str) -> Option<u32> {
    let text = plain(text).to_lowercase();
    let is_half = |words: [&str; 2]| {
        words
            .iter()
            .find_map(|word| text.strip_prefix(word).or(text.strip_suffix(word)))
    };
    let (digits, afternoon) = match (is_half(["pm", "午後"]), is_half(["am", "午前"])) {
        (Some(rest), _) => (rest, Some(true)),
        (None, Some(rest)) => (rest, Some(false)),
        (None, None) => (text.as_str(), None),
    };
    let parts: Vec<u32> = digits.split(':').map(number).collect::<Option<_>>()?;
    let (hour, minute, second) = match parts.as_slice() {
        [hour, minute] => (*hour, *minute, 0),
        [hour, minute, second] => (*hour, *minute, *second),
        _ => return None,
    };
    let hour = match afternoon {
        None => hour,
        Some(_) if hour > 12 => return None,
        Some(is_afternoon) => hour % 12 + if is_afternoon { 12 } else { 0 },
    };
    (hour < 48 && minute < 60 && second < 60).then(|| hour * 3600 + minute * 60 + second)
}

/// One or two digits; a fraction of a second is left out.
fn number(text: &str) -> Option<u32> {
    let whole = text.split_once('.').map_or(text, |(whole, _)| whole);
    let is_short = (1..=2).contains(&whole.len()) && whole.bytes().all(|byte| byte.is_ascii_digit());
    is_short.then(|| whole.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_with_seconds_are_read_in_every_spelling() {
        for (text, seconds) in [
            ("8:30", 30_600),
            ("08:30:15", 30_615),
            ("８：３０", 30_600),
            ("8:30:15.250", 30_615),
            ("8:30 PM", 73_800),
            ("12:00 am", 0),
            ("午後8:30", 73_800),
            ("25:30", 91_800),
        ] {
            assert_eq!(clock_seconds(text), Some(seconds), "{text}");
        }
        for text in [
            "",
            "8",
            "8:3x",
            "8:60",
            "48:00",
            "13:00 pm",
            "1:2:3:4",
            "-1:00",
            "999999999:00",
        ] {
            assert_eq!(clock_seconds(text), None, "{text}");
        }
    }
}
