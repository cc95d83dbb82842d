//! 効果: the chosen indicator in a sentence and a picture, and all indicators in a table.

use ratatui::text::Line;

use crate::effect::{Direction, Verdict};
use crate::phrase::{Phrase, phrase};
use crate::report::finding::{Comparisons, IndicatorFinding};
use crate::report::{UNKNOWN, decimal_text, signed_text, value_text};
use crate::screens::desk::Shown;
use crate::screens::effect::ResultLayer;
use crate::screens::figure::{percent, probability, signed, tenth};
use crate::screens::model::Model;
use crate::screens::pen::{Pen, Row};
use crate::screens::text::{pad_left, width};
use crate::screens::view::{Page, Room};
use crate::screens::widget::list::window;
use crate::screens::widget::{bar, interval};

/// The page.
pub fn lines(model: &Model, shown: &Shown, pen: &Pen, room: Room) -> Vec<Line<'static>> {
    let theme = pen.theme();
    let Some(comparisons) = &shown.comparisons else {
        return pen.paragraph(&pen.get("screens-no-comparison-yet"), room.width, theme.text());
    };
    let Some(chosen) = comparisons.indicators.get(model.indicator) else {
        return pen.paragraph(&pen.get("screens-no-indicators"), room.width, theme.text());
    };
    let roomy = room.height >= 30;
    // On the smallest screens the table gets the rows of blank lines and of a long reason.
    let tight = room.height < 20;
    let blank = usize::from(!tight);
    let mut lines = pen.short_paragraph(&pen.clean(&chosen.sentence), room.width, 3, theme.strong());
    lines.extend(std::iter::repeat_n(Line::default(), blank));
    lines.extend(picture(comparisons, chosen, pen, room.width));
    lines.extend(std::iter::repeat_n(Line::default(), blank));
    lines.extend(reasons(chosen, pen, room.width, if roomy { 6 } else { 1 + blank }));
    lines.extend(list_notes(comparisons, pen, room.width, roomy));
    if roomy {
        lines.extend(details(chosen, pen, room.width));
        lines.extend(paths(comparisons, chosen, pen, room.width));
    }
    lines.push(Line::default());
    let columns = Columns::of(room.width, comparisons, pen);
    lines.push(columns.header(comparisons, pen));
    let items = comparisons
        .indicators
        .iter()
        .enumerate()
        .map(|(row, finding)| vec![columns.line(finding, row == model.indicator, pen)])
        .collect();
    let rows = room.height.saturating_sub(lines.len());
    lines.extend(window(items, model.indicator, rows));
    lines
}

/// Which waves were recorded with an older task list; on a small screen one line that says where to read more.
fn list_notes(comparisons: &Comparisons, pen: &Pen, cells: usize, roomy: bool) -> Vec<Line<'static>> {
    let style = pen.theme().faint();
    let notes = &comparisons.list_notes;
    match notes.first() {
        None => Vec::new(),
        Some(note) if !roomy => {
            let said = phrase("list-note-short")
                .with("older", note.recorded_with.as_str())
                .with("newer", note.read_as.as_str());
            pen.short_paragraph(&pen.say(&said), cells, 1, style)
        }
        Some(_) => notes
            .iter()
            .flat_map(|note| pen.short_paragraph(&pen.clean(&note.note), cells, 2, style))
            .collect(),
    }
}

/// A value in the unit as people read it: shares as percent.
fn shown_value(finding: &IndicatorFinding, value: f64) -> f64 {
    if finding.is_share { value * 100.0 } else { value }
}

fn figure(finding: &IndicatorFinding, value: Option<f64>) -> String {
    value.map_or_else(
        || UNKNOWN.to_owned(),
        |value| decimal_text(shown_value(finding, value), finding.decimals),
    )
}

/// Means of both waves: of the people in both where they are compared with themselves.
fn means(finding: &IndicatorFinding) -> [Option<f64>; 2] {
    [
        finding.from.as_ref().map(|spread| spread.mean),
        finding.to.as_ref().map(|spread| spread.mean),
    ]
}

fn title(finding: &IndicatorFinding, pen: &Pen) -> String {
    let good = match finding.direction {
        Direction::Down => pen.get("screens-less-is-good"),
        Direction::Up => pen.get("screens-more-is-good"),
    };
    format!("{} ({})  {good}", pen.clean(&finding.name), pen.clean(&finding.unit))
}

fn picture(comparisons: &Comparisons, finding: &IndicatorFinding, pen: &Pen, cells: usize) -> Vec<Line<'static>> {
    let theme = pen.theme();
    let labels = [pen.clean(&comparisons.from_label), pen.clean(&comparisons.to_label)];
    let difference = pen.get("screens-difference");
    let label = labels
        .iter()
        .chain([&difference])
        .map(|label| width(label))
        .max()
        .unwrap_or(0)
        + 2;
    let values = means(finding);
    let counts = [finding.n_from, finding.n_to];
    let longest = values.iter().flatten().copied().fold(0.0, f64::max);
    let tail = 20;
    let free = cells.saturating_sub(label + tail);
    let mut lines = vec![Line::styled(title(finding, pen), theme.strong())];
    for (series, ((name, value), count)) in labels.iter().zip(values).zip(counts).enumerate() {
        let bar = bar::single(pen, series, value.unwrap_or(0.0), longest, free);
        lines.push(
            Row::new()
                .cell(name, label, theme.text())
                .parts(vec![bar])
                .gap(1)
                .text(
                    value.map_or_else(|| pen.clean(UNKNOWN), |value| pen.clean(&value_text(finding, value))),
                    theme.strong(),
                )
                .text(format!("  n={count}"), theme.faint())
                .line(),
        );
    }
    lines.extend(difference_lines(finding, pen, &difference, label, cells));
    lines
}

fn difference_lines(
    finding: &IndicatorFinding,
    pen: &Pen,
    name: &str,
    label: usize,
    cells: usize,
) -> Vec<Line<'static>> {
    let Some(difference) = finding.difference else {
        return Vec::new();
    };
    let theme = pen.theme();
    let ends = finding.interval.map(|ends| ends.map(|end| shown_value(finding, end)));
    let style = match finding.verdict {
        Verdict::Improved => theme.good(),
        Verdict::Worse => theme.bad(),
        Verdict::NotShown | Verdict::NotDecidable => theme.strong(),
    };
    let value = shown_value(finding, difference);
    let free = cells.saturating_sub(label + 20);
    let told = pen.clean(&signed_text(finding, difference));
    let row = Row::new().cell(name, label, theme.text());
    match interval::lines(pen, value, ends, finding.decimals, free, style) {
        Some([scale, marks]) => vec![
            row.parts(scale.spans)
                .gap(1)
                .text(told, theme.strong())
                .text(format!(" {}", pen.say(&way(finding, difference))), theme.strong())
                .line(),
            Row::new()
                .gap(label)
                .parts(vec![ratatui::text::Span::styled(marks.to_string(), theme.faint())])
                .line(),
        ],
        None => vec![row.text(told, theme.strong()).line()],
    }
}

/// Up, down or the same, as a word beside the sign; what rounds to nothing is the same.
fn way(finding: &IndicatorFinding, difference: f64) -> Phrase {
    let shown = signed(shown_value(finding, difference), finding.decimals);
    match shown.chars().next() {
        Some('-') => phrase("screens-less"),
        Some('+') => phrase("screens-more"),
        _ => phrase("screens-same"),
    }
}

fn reasons(finding: &IndicatorFinding, pen: &Pen, cells: usize, rows: usize) -> Vec<Line<'static>> {
    let theme = pen.theme();
    let mut facts = vec![
        pen.say(
            &phrase("screens-people-in-both")
                .with("paired", finding.n_paired)
                .with("from", finding.n_from)
                .with("to", finding.n_to),
        ),
    ];
    if let Some(p) = finding.p_value {
        facts.push(probability(p));
    }
    facts.extend(interval_text(finding).map(|interval| pen.say(&interval)));
    if finding.good_share.is_some() {
        facts.push(pen.say(&phrase("screens-good-share").with("share", percent(finding.good_share))));
    }
    let mut lines: Vec<Line<'static>> = packed(facts, cells)
        .iter()
        .flat_map(|line| pen.short_paragraph(line, cells, 1, theme.text()))
        .collect();
    let why = pen.say(&phrase("screens-why").with("why", finding.why.clone()));
    lines.extend(pen.short_paragraph(&why, cells, rows, theme.text()));
    lines
}

/// Facts one after the other, each whole on its line.
fn packed(facts: Vec<String>, cells: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for fact in facts {
        match lines.last_mut() {
            Some(line) if width(line) + 2 + width(&fact) <= cells => *line = format!("{line}  {fact}"),
            _ => lines.push(fact),
        }
    }
    lines
}

/// The interval of the difference in figures, with its level (`95%` of `t 95%`).
fn interval_text(finding: &IndicatorFinding) -> Option<Phrase> {
    let [low, high] = finding
        .interval?
        .map(|end| signed(shown_value(finding, end), finding.decimals));
    let level = finding.interval_kind.as_deref()?.split(' ').next_back()?;
    Some(
        phrase("screens-interval")
            .with("level", level.to_owned())
            .with("low", low)
            .with("high", high),
    )
}

/// Figures that a wide screen has room for: scaled to a day and a night, and p after Holm.
fn details(finding: &IndicatorFinding, pen: &Pen, cells: usize) -> Vec<Line<'static>> {
    let style = pen.theme().faint();
    let mut said = Vec::new();
    if let Some(p) = finding.p_holm {
        said.push(phrase("screens-p-holm").with("p", probability(p)));
    }
    let periods = [
        (&finding.scaled_day, phrase("screens-period-day")),
        (&finding.scaled_night, phrase("screens-period-night")),
    ];
    for (pair, period) in periods {
        if let Some(pair) = pair {
            said.push(
                phrase("screens-scaled-pair")
                    .with("scale", pair.scale.to_string())
                    .with("period", period)
                    .with("from", tenth(pair.from))
                    .with("to", tenth(pair.to))
                    .with("n-from", pair.n_from.to_string())
                    .with("n-to", pair.n_to.to_string()),
            );
        }
    }
    said.iter()
        .flat_map(|said| pen.paragraph(&pen.say(said), cells, style))
        .collect()
}

/// Each person of both waves as a step from the earlier to the later value, without a code.
fn paths(comparisons: &Comparisons, finding: &IndicatorFinding, pen: &Pen, cells: usize) -> Vec<Line<'static>> {
    if finding.paths.is_empty() {
        return Vec::new();
    }
    let theme = pen.theme();
    let labels = [pen.clean(&comparisons.from_label), pen.clean(&comparisons.to_label)];
    let label = labels.iter().map(|label| width(label)).max().unwrap_or(0) + 2;
    let values = finding.paths.iter().flatten().copied();
    let low = values.clone().fold(f64::INFINITY, f64::min);
    let high = values.fold(f64::NEG_INFINITY, f64::max);
    let free = cells.saturating_sub(label + 2);
    let mut lines = vec![
        Line::default(),
        Line::styled(pen.get("screens-each-person"), theme.faint()),
    ];
    for (end, name) in labels.iter().enumerate() {
        let mut counts = vec![0_usize; free];
        for path in &finding.paths {
            let place = if high > low {
                (path[end] - low) / (high - low)
            } else {
                0.5
            };
            let cell = bar::whole((place * bar::as_f64(free.saturating_sub(1))).round());
            counts[cell.min(free.saturating_sub(1))] += 1;
        }
        let strip: String = counts.iter().map(|count| dot(*count)).collect();
        lines.push(
            Row::new()
                .cell(name, label, theme.text())
                .text(strip, theme.strong())
                .line(),
        );
    }
    let ends = [low, high].map(|end| figure(finding, Some(end)));
    let right = pad_left(&ends[1], free.saturating_sub(width(&ends[0])));
    lines.push(
        Row::new()
            .gap(label)
            .text(pen.clean(&format!("{}{right}", ends[0])), theme.faint())
            .line(),
    );
    lines
}

/// One person is a dot, several are their number.
fn dot(count: usize) -> char {
    match count {
        0 => ' ',
        1 => 'o',
        2..=9 => char::from_digit(u32::try_from(count).unwrap_or(9), 10).unwrap_or('+'),
        _ => '+',
    }
}

/// The difference with its sign and its way as a word.
fn difference_text(finding: &IndicatorFinding, pen: &Pen) -> String {
    finding.difference.map_or_else(
        || pen.clean(UNKNOWN),
        |difference| {
            let value = signed(shown_value(finding, difference), finding.decimals);
            pen.clean(&format!("{value} {}", pen.say(&way(finding, difference))))
        },
    )
}

/// The verdict with its sign.
fn verdict_text(finding: &IndicatorFinding, pen: &Pen) -> String {
    format!("{} {}", finding.verdict.sign(), pen.say(&finding.verdict.word()))
}

/// Columns under which the table leaves both means out.
const NARROW: usize = 70;

/// Widths of the table; a column without any is left out.
struct Columns {
    name: usize,
    value: usize,
    difference: usize,
    verdict: usize,
    grade: usize,
}

impl Columns {
    fn of(cells: usize, comparisons: &Comparisons, pen: &Pen) -> Self {
        let labels = [&comparisons.from_label, &comparisons.to_label];
        let label = labels.iter().map(|label| width(&pen.clean(label))).max().unwrap_or(0);
        // The picture above shows both means of the chosen one; where the screen is narrow the names get their cells.
        let value = if cells < NARROW { 0 } else { label.clamp(6, 12) + 1 };
        let told = comparisons
            .indicators
            .iter()
            .map(|finding| width(&difference_text(finding, pen)));
        let difference = told.max().unwrap_or(0).clamp(8, 14) + 2;
        let grade = width(&pen.get("screens-column-grade"));
        let said = comparisons
            .indicators
            .iter()
            .map(|finding| width(&verdict_text(finding, pen)));
        let verdict = said.max().unwrap_or(0).max(14) + 1;
        Self {
            name: cells
                .saturating_sub(2 * value + difference + verdict + grade + 2)
                .min(44),
            value,
            difference,
            verdict,
            grade,
        }
    }

    fn header(&self, comparisons: &Comparisons, pen: &Pen) -> Line<'static> {
        let faint = pen.theme().faint();
        Row::new()
            .cell(&pen.get("screens-column-indicator"), self.name, faint)
            .right(&pen.clean(&comparisons.from_label), self.value, faint)
            .right(&pen.clean(&comparisons.to_label), self.value, faint)
            .right(&pen.get("screens-difference"), self.difference, faint)
            .gap(2)
            .cell(&pen.get("screens-column-verdict"), self.verdict, faint)
            .cell(&pen.get("screens-column-grade"), self.grade, faint)
            .line()
    }

    fn line(&self, finding: &IndicatorFinding, chosen: bool, pen: &Pen) -> Line<'static> {
        let theme = pen.theme();
        let style = if chosen { theme.chosen() } else { theme.text() };
        let told = match (chosen, finding.verdict) {
            (true, _) => theme.chosen(),
            (false, Verdict::Improved) => theme.good(),
            (false, Verdict::Worse) => theme.bad(),
            (false, _) => theme.text(),
        };
        let [from, to] = means(finding).map(|value| pen.clean(&figure(finding, value)));
        let difference = difference_text(finding, pen);
        let verdict = verdict_text(finding, pen);
        let name = pen.clean(&finding.name);
        let name = if self.value == 0 {
            name
        } else {
            format!("{name} ({})", pen.clean(&finding.unit))
        };
        Row::new()
            .cell(&name, self.name, style)
            .right(&from, self.value, style)
            .right(&to, self.value, style)
            .right(&difference, self.difference, style)
            .cell("", 2, style)
            .cell(&verdict, self.verdict, told)
            .cell(finding.grade.letter(), self.grade, style)
            .line()
    }
}

/// A page that lies over the view.
pub fn layer(_model: &Model, layer: &ResultLayer, _pen: &Pen, _room: Room) -> Page {
    match *layer {}
}
