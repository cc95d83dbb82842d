//! All indicators in two families.

use ratatui::text::Line;

use super::figures::{difference_text, means, verdict_text};
use crate::effect::{Family, Verdict};
use crate::report::finding::{Comparisons, IndicatorFinding, NotWorse};
use crate::screens::effect::not_worse_sign;
use crate::screens::pen::{Pen, Row};
use crate::screens::text::width;

/// Columns under which the table leaves both means out.
const NARROW: usize = 70;

/// The heading of the table, and one item an indicator; the first of a family has the family's name above it.
pub fn table(
    comparisons: &Comparisons,
    chosen: usize,
    pen: &Pen,
    cells: usize,
) -> (Line<'static>, Vec<Vec<Line<'static>>>) {
    let columns = Columns::of(cells, comparisons, pen);
    let mut family = None;
    let items = comparisons.indicators.iter().enumerate().map(|(row, finding)| {
        let mut item = Vec::new();
        if family != Some(finding.family) {
            family = Some(finding.family);
            item.push(heading(finding.family, pen));
        }
        item.push(columns.line(finding, row == chosen, pen));
        item
    });
    let items = items.collect();
    (columns.header(comparisons, pen), items)
}

fn heading(family: Family, pen: &Pen) -> Line<'static> {
    let name = match family {
        Family::Efficiency => pen.get("workbook-family-efficiency"),
        Family::Quality => pen.get("workbook-family-quality"),
    };
    Line::styled(name, pen.theme().strong())
}

/// Widths of the table; a column without any is left out.
struct Columns {
    name: usize,
    from: usize,
    to: usize,
    difference: usize,
    verdict: usize,
    not_worse: usize,
}

impl Columns {
    fn of(cells: usize, comparisons: &Comparisons, pen: &Pen) -> Self {
        let all = &comparisons.indicators;
        let widest =
            |said: &dyn Fn(&IndicatorFinding) -> String| all.iter().map(|it| width(&said(it))).max().unwrap_or(0);
        // The picture above shows both means of the chosen one; where the screen is narrow the names get their cells.
        let value = |label: &str, place: usize| {
            let figures = widest(&|it| means(it)[place].bare(it, pen));
            if cells < NARROW {
                0
            } else {
                width(&pen.clean(label)).max(figures).clamp(6, 12) + 1
            }
        };
        let from = value(&comparisons.from_label, 0);
        let to = value(&comparisons.to_label, 1);
        let difference = widest(&|it| difference_text(it, pen)).clamp(8, 14) + 1;
        let graded = |it: &IndicatorFinding| graded(it, pen);
        let verdict = widest(&graded).max(width(&pen.get("result-column-verdict"))) + 1;
        let not_worse = match widest(&|it| not_worse(it, pen)) {
            0 => 0,
            marks => marks.max(width(&pen.get("result-column-not-worse"))),
        };
        Self {
            name: cells
                .saturating_sub(from + to + difference + verdict + not_worse + 2)
                .min(44),
            from,
            to,
            difference,
            verdict,
            not_worse,
        }
    }

    fn header(&self, comparisons: &Comparisons, pen: &Pen) -> Line<'static> {
        let faint = pen.theme().faint();
        Row::new()
            .cell(&pen.get("screens-column-indicator"), self.name, faint)
            .right(&pen.clean(&comparisons.from_label), self.from, faint)
            .right(&pen.clean(&comparisons.to_label), self.to, faint)
            .right(&pen.get("screens-difference"), self.difference, faint)
            .gap(2)
            .cell(&pen.get("result-column-verdict"), self.verdict, faint)
            .cell(&pen.get("result-column-not-worse"), self.not_worse, faint)
            .line()
    }

    fn line(&self, finding: &IndicatorFinding, chosen: bool, pen: &Pen) -> Line<'static> {
        let theme = pen.theme();
        let style = if chosen { theme.chosen() } else { theme.text() };
        let toned = |is_good: bool, is_bad: bool| match (chosen, is_good, is_bad) {
            (true, ..) => theme.chosen(),
            (false, true, _) => theme.good(),
            (false, _, true) => theme.bad(),
            (false, false, false) => theme.text(),
        };
        let told = toned(finding.verdict == Verdict::Improved, finding.verdict == Verdict::Worse);
        let tested = finding.assessment.not_worse.as_ref().map(|line| line.result);
        let mark = toned(tested == Some(NotWorse::Shown), tested == Some(NotWorse::Worse));
        let [from, to] = means(finding).map(|mean| mean.bare(finding, pen));
        let bare = pen.clean(&finding.name);
        let with_unit = format!("{bare} ({})", pen.clean(&finding.unit));
        let name = if width(&with_unit) <= self.name {
            with_unit
        } else {
            bare
        };
        Row::new()
            .cell(&name, self.name, style)
            .right(&from, self.from, style)
            .right(&to, self.to, style)
            .right(&difference_text(finding, pen), self.difference, style)
            .cell("", 2, style)
            .cell(&graded(finding, pen), self.verdict, told)
            .cell(&not_worse(finding, pen), self.not_worse, mark)
            .line()
    }
}

/// The verdict with its sign, and how sure it is.
fn graded(finding: &IndicatorFinding, pen: &Pen) -> String {
    format!("{} {}", verdict_text(finding.verdict, pen), finding.grade.letter())
}

/// Whether quality is no worse, as a sign and a short word; nothing where that is not asked.
fn not_worse(finding: &IndicatorFinding, pen: &Pen) -> String {
    let Some(line) = &finding.assessment.not_worse else {
        return String::new();
    };
    let word = match line.result {
        NotWorse::Shown => pen.get("result-mark-shown"),
        NotWorse::NotShown => pen.get("result-mark-not-shown"),
        NotWorse::Worse => pen.get("result-mark-worse"),
        NotWorse::NotAssessable => pen.get("result-mark-not-assessable"),
    };
    format!("{} {word}", not_worse_sign(line.result))
}
