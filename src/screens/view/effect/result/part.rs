//! Parts of a page that give way one after the other where room is short.

use ratatui::text::Line;

/// How long a part is kept where room is short; what comes first goes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Keep {
    /// The picture that was not asked for; a key shows it.
    Other,
    /// Further figures; the page of reasons has them too.
    Detail,
    /// A blank line.
    Blank,
    /// Single people.
    People,
    /// The reason in words; the page of reasons has it too.
    Reason,
    /// How many, how sure.
    Figures,
    /// The target, other ways to compare.
    Check,
    /// What may be said, whole.
    Claim,
    /// What must be said: what the team owes, and under which task list it was recorded.
    Duty,
    /// Without it the page says nothing.
    Always,
}

/// Lines that are shown together or not at all.
pub struct Part {
    keep: Keep,
    lines: Vec<Line<'static>>,
}

impl Part {
    /// Lines and how long they are kept.
    pub fn new(keep: Keep, lines: Vec<Line<'static>>) -> Self {
        Self { keep, lines }
    }
}

/// The lines of as many parts as fit into `rows`, in their order; claims may take up to `most`. Blank lines never stand first or
/// after another.
pub fn fit(mut parts: Vec<Part>, rows: usize, most: usize) -> Vec<Line<'static>> {
    parts.retain(|part| !part.lines.is_empty());
    tidy(&mut parts);
    loop {
        let taken: usize = parts.iter().map(|part| part.lines.len()).sum();
        let next = parts
            .iter()
            .enumerate()
            .filter(|(_, part)| part.keep != Keep::Always)
            .rev()
            .min_by_key(|(_, part)| part.keep);
        let room = |keep| if keep < Keep::Claim { rows } else { most.max(rows) };
        let Some((place, _)) = next.filter(|(_, part)| taken > room(part.keep)) else {
            break;
        };
        parts.remove(place);
        tidy(&mut parts);
    }
    parts.into_iter().flat_map(|part| part.lines).collect()
}

/// Takes blank lines out that stand first or after another.
fn tidy(parts: &mut Vec<Part>) {
    let mut after_blank = true;
    parts.retain(|part| {
        let is_blank = part.keep == Keep::Blank;
        let kept = !(is_blank && after_blank);
        after_blank = is_blank;
        kept
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    fn part(keep: Keep, said: &str) -> Part {
        Part::new(keep, said.lines().map(|line| Line::raw(line.to_owned())).collect())
    }

    fn page(rows: usize) -> Vec<String> {
        let blank = || Part::new(Keep::Blank, vec![Line::default()]);
        let parts = vec![
            blank(),
            part(Keep::Always, "sentence"),
            blank(),
            part(Keep::Figures, ""),
            blank(),
            part(Keep::Claim, "claim"),
            part(Keep::Figures, "one\ntwo"),
            part(Keep::Figures, "other"),
            blank(),
        ];
        fit(parts, rows, rows.max(3)).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn a_page_with_room_shows_everything_with_single_blank_lines() {
        assert_eq!(page(9), ["sentence", "", "claim", "one", "two", "other", ""]);
    }

    #[test]
    fn blank_lines_go_first_then_the_least_and_of_these_the_last() {
        assert_eq!(page(6), ["sentence", "", "claim", "one", "two", "other"]);
        assert_eq!(page(5), ["sentence", "claim", "one", "two", "other"]);
        assert_eq!(page(4), ["sentence", "claim", "one", "two"]);
        assert_eq!(page(3), ["sentence", "claim"]);
    }

    #[test]
    fn a_claim_takes_rows_that_figures_may_not() {
        assert_eq!(page(1), ["sentence", "claim"]);
        let parts = vec![part(Keep::Always, "sentence"), part(Keep::Claim, "claim")];
        assert_eq!(fit(parts, 1, 1).len(), 1);
    }

    #[test]
    fn what_is_always_kept_stays_without_room() {
        let parts = vec![part(Keep::Always, "sentence"), part(Keep::Duty, "owed")];
        assert_eq!(fit(parts, 0, 0).len(), 1);
    }
}
