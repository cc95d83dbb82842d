//! The objects within a JSON text, each with its line, so that a fault can say where it is.

use crate::office::printable;

/// The objects that open at a depth (1 is the outermost bracket), each with the line on which it begins.
///
/// The text must be JSON; in anything else some objects may be missing.
pub fn items(text: &str, depth: usize) -> Vec<(u64, &str)> {
    let mut found = Vec::new();
    let mut line = 1;
    let mut open = 0usize;
    let mut begin: Option<(u64, usize)> = None;
    let mut within_string = false;
    let mut escaped = false;
    for (at, byte) in text.bytes().enumerate() {
        if byte == b'\n' {
            line += 1;
        }
        if within_string {
            match byte {
                _ if escaped => escaped = false,
                b'\\' => escaped = true,
                b'"' => within_string = false,
                _ => {}
            }
            continue;
        }
        match byte {
            b'"' => within_string = true,
            b'{' | b'[' => {
                open += 1;
                if open == depth && byte == b'{' {
                    begin = Some((line, at));
                }
            }
            b'}' | b']' => {
                if open == depth
                    && let Some((line, from)) = begin.take()
                    && let Some(item) = text.get(from..=at)
                {
                    found.push((line, item));
                }
                open = open.saturating_sub(1);
            }
            _ => {}
        }
    }
    found
}

/// Where and why a text is no JSON; `None` when it is.
pub fn defect(text: &str) -> Option<(u64, String)> {
    serde_json::from_str::<serde::de::IgnoredAny>(text)
        .err()
        .map(|error| (error.line() as u64, reason(&error)))
}

/// Why something could not be read, without the place, which a fault says in its own way.
pub fn reason(error: &serde_json::Error) -> String {
    let said = printable(&error.to_string());
    said.split_once(" at line ")
        .map_or(said.clone(), |(reason, _)| reason.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn objects_are_found_with_their_lines() {
        let text = "[\n{\"a\":\"}\\\"{\"},\n\n{\"b\":{\"c\":[1]}}\n]";
        assert_eq!(items(text, 2), [(2, "{\"a\":\"}\\\"{\"}"), (4, "{\"b\":{\"c\":[1]}}")]);
        assert_eq!(items("{\"x\":{\"y\":1},\"s\":[{\"z\":2}]}", 3), [(1, "{\"z\":2}")]);
    }

    #[test]
    fn a_broken_text_says_on_which_line() {
        assert_eq!(defect("[\n{]\n").map(|(line, _)| line), Some(2));
        assert_eq!(defect("[]"), None);
    }
}
