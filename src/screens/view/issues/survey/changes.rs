//! Two rounds: what became better or worse, and how sure it is.

use ratatui::text::Line;

use super::{ROOMY, named, style};
use crate::effect::Verdict;
use crate::phrase::phrase;
use crate::report::UNKNOWN;
use crate::report::finding::{ChallengeChange, ChallengeComparison};
use crate::screens::figure::{percent, probability, signed};
use crate::screens::model::Model;
use crate::screens::pen::{Pen, Row};
use crate::screens::text::width;
use crate::screens::view::Room;
use crate::screens::widget::interval;
use crate::screens::widget::list::window_of;

const SHARE: usize = 8;
const GAP: usize = 8;
const VERDICT: usize = 18;
const GRADE: usize = 2;

/// The sentence, the chosen viewpoint with its interval, and all of them.
pub(super) fn page(model: &Model, comparison: &ChallengeComparison, pen: &Pen, room: Room) -> Vec<Line<'static>> {
    let theme = pen.theme();
    let roomy = room.height + 2 >= ROOMY;
    let chosen = model.issues.survey.row;
    let rows = if roomy { 4 } else { 2 };
    let mut lines = pen.short_paragraph(&pen.clean(&comparison.sentence), room.width, rows, theme.strong());
    if let Some(change) = comparison.viewpoints.get(chosen) {
        lines.extend(picture(change, pen, room.width, roomy));
    }
    lines.push(header(comparison, pen, room.width));
    let note = comparison.note.as_ref().map_or_else(Vec::new, |note| {
        pen.short_paragraph(&pen.clean(note), room.width, 1, theme.faint())
    });
    let rows = room.height.saturating_sub(lines.len() + note.len());
    let all = &comparison.viewpoints;
    lines.extend(window_of(all.len(), chosen, rows.min(all.len()), |row| {
        line(&all[row], row == chosen, pen, room.width)
    }));
    lines.extend(note);
    lines
}

/// The chosen viewpoint in words and as an interval.
fn picture(change: &ChallengeChange, pen: &Pen, cells: usize, roomy: bool) -> Vec<Line<'static>> {
    let theme = pen.theme();
    let mut lines = Vec::new();
    if roomy {
        lines.push(Line::default());
        lines.extend(pen.short_paragraph(&pen.clean(&change.sentence), cells, 2, theme.text()));
    }
    let name = pen.get("seen-column-points");
    let label = width(&name) + 2;
    let tone = match change.verdict {
        Verdict::Improved => theme.good(),
        Verdict::Worse => theme.bad(),
        Verdict::NotShown | Verdict::NotDecidable => theme.strong(),
    };
    let ends = change.interval.map(|ends| ends.map(|end| end * 100.0));
    let drawn = change
        .difference
        .and_then(|difference| interval::lines(pen, difference * 100.0, ends, 1, cells.saturating_sub(label), tone));
    if let Some([scale, marks]) = drawn {
        lines.push(Row::new().cell(&name, label, theme.text()).parts(scale.spans).line());
        lines.push(Row::new().gap(label).text(marks.to_string(), theme.faint()).line());
    }
    let why = pen.say(&phrase("screens-why").with("why", change.why.clone()));
    lines.extend(pen.short_paragraph(&why, cells, if roomy { 3 } else { 2 }, theme.text()));
    if roomy {
        let p = change
            .p_holm
            .map(|p| pen.say(&phrase("screens-p-holm").with("p", probability(p))));
        lines.extend(p.map(|said| Line::styled(said, theme.faint())));
        lines.push(Line::default());
    }
    lines
}

fn names(cells: usize) -> usize {
    cells
        .saturating_sub(2 * SHARE + GAP + VERDICT + GRADE + 2)
        .clamp(16, 56)
}

fn header(comparison: &ChallengeComparison, pen: &Pen, cells: usize) -> Line<'static> {
    let faint = pen.theme().faint();
    Row::new()
        .cell(&pen.get("seen-column-viewpoint"), names(cells), faint)
        .right(&pen.clean(&comparison.from_label), SHARE, faint)
        .right(&pen.clean(&comparison.to_label), SHARE + 1, faint)
        .right(&pen.get("seen-column-points"), GAP, faint)
        .gap(1)
        .cell(&pen.get("screens-column-verdict"), VERDICT, faint)
        .line()
}

fn line(change: &ChallengeChange, chosen: bool, pen: &Pen, cells: usize) -> Line<'static> {
    let theme = pen.theme();
    let style = style(chosen, pen);
    let told = match (chosen, change.verdict) {
        (true, _) => theme.chosen(),
        (false, Verdict::Improved) => theme.good(),
        (false, Verdict::Worse) => theme.bad(),
        (false, _) => theme.text(),
    };
    let name = named(&change.code, &change.name, pen, names(cells));
    let share = |compared: Option<f64>, all: Option<f64>| pen.clean(&percent(compared.or(all)));
    let points = change
        .difference
        .map_or_else(|| pen.clean(UNKNOWN), |difference| signed(difference * 100.0, 1));
    let verdict = format!(
        "{} {} {}",
        change.verdict.sign(),
        pen.say(&change.verdict.word()),
        change.grade.letter()
    );
    Row::new()
        .cell(&name, names(cells), style)
        .right(&share(change.from, change.share_from), SHARE, style)
        .right(&share(change.to, change.share_to), SHARE + 1, style)
        .right(&points, GAP, style)
        .cell("", 1, style)
        .cell(&verdict, VERDICT, told)
        .line()
}
