//! 課題の選定: the matrix of effect and ease, beside it the challenges and the chosen one in full.

use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::phrase::phrase;
use crate::report::finding::{ChallengeLine, ChoiceFinding};
use crate::screens::desk::Shown;
use crate::screens::issues::{ChoiceLayer, Placing, Source, Sources, placing};
use crate::screens::model::Model;
use crate::screens::pen::{Pen, Row};
use crate::screens::text::{cut, width};
use crate::screens::view::{Page, Room};
use crate::screens::widget::list::window;

/// Cells of the figure at the left of a row of the matrix.
const LABEL: usize = 2;

/// The page that lies over the view.
pub fn layer(model: &Model, layer: &ChoiceLayer, shown: &Shown, pen: &Pen, room: Room) -> Page {
    match layer {
        ChoiceLayer::Placing(_) => Page::of(super::lines(model, shown, pen, room)),
        ChoiceLayer::Sources(sources) => Page::of(source_lines(sources, pen, room)),
    }
}

/// The view, below the names of the views.
pub fn lines(model: &Model, shown: &Shown, pen: &Pen, room: Room) -> Vec<Line<'static>> {
    let theme = pen.theme();
    let found = &shown.issues.choice;
    let moving = placing(model);
    let mut lines = pen.short_paragraph(&pen.clean(&found.sentence), room.width, 2, theme.strong());
    if let Some(placing) = moving {
        let said = phrase("choice-placing").with("text", placing.before.text.as_str());
        lines = pen.short_paragraph(&pen.say(&said), room.width, 2, theme.strong());
    } else if let Some(advice) = &found.advice {
        let rows = if room.height >= 30 { 6 } else { 4 };
        let advice = format!("! {}", pen.clean(advice));
        lines.extend(pen.short_paragraph(&advice, room.width, rows, theme.bad()));
    }
    if found.challenges.is_empty() {
        return lines;
    }
    let row = model.issues.choice.row;
    let below = room.height.saturating_sub(lines.len());
    let grid = Grid::of(room.width, below);
    let left = matrix(found, row, moving, grid, pen);
    let right = beside(
        found,
        row,
        moving,
        pen,
        (room.width.saturating_sub(grid.width() + 2), below),
    );
    let rows = left.len().max(right.len());
    let mut right = right.into_iter();
    let mut left = left.into_iter();
    lines.extend((0..rows).map(|_| {
        let matrix = left.next().map_or_else(Vec::new, |line| line.spans);
        let text = right.next().map_or_else(Vec::new, |line| line.spans);
        Row::new().parts(matrix).to(grid.width() + 2).parts(text).line()
    }));
    lines
}

/// How large the matrix is drawn.
#[derive(Debug, Clone, Copy)]
struct Grid {
    /// Cells of a field across.
    cell: usize,
    /// Lines of a field.
    tall: usize,
    /// Whether there are lines between the fields.
    ruled: bool,
}

impl Grid {
    fn of(columns: usize, rows: usize) -> Self {
        Self {
            cell: if columns >= 110 { 11 } else { 7 },
            tall: if rows >= 25 { 3 } else { 1 },
            ruled: rows >= 15,
        }
    }

    fn width(self) -> usize {
        LABEL + 5 * (self.cell + 1) + 1
    }
}

fn matrix(found: &ChoiceFinding, row: usize, moving: Option<&Placing>, grid: Grid, pen: &Pen) -> Vec<Line<'static>> {
    let theme = pen.theme();
    let rule = || {
        let line = pen.rule(grid.width() - LABEL);
        Row::new().gap(LABEL).parts(line.spans).line()
    };
    let words = |left: &'static str, right: &'static str| {
        let (left, right) = (pen.get(left), pen.get(right));
        let gap = grid.width().saturating_sub(LABEL + 2 + width(&left) + width(&right));
        Row::new()
            .gap(LABEL + 1)
            .text(left, theme.faint())
            .gap(gap)
            .text(right, theme.faint())
            .line()
    };
    let axis = format!("{}  ", pen.get("choice-effect-axis"));
    let mut lines = vec![
        Row::new().text(axis, theme.text()).line(),
        words("choice-word-long", "choice-word-first"),
        rule(),
    ];
    let chosen = found.challenges.get(row).map(|line| line.number);
    for effect in (1..=5).rev() {
        let fields: Vec<Vec<Vec<Span<'static>>>> = (1..=5)
            .map(|ease| {
                let numbers = numbers(found, (effect, ease), chosen, moving);
                field(found, &numbers, chosen, grid, pen)
            })
            .collect();
        for line in 0..grid.tall {
            let label = if line == grid.tall / 2 {
                effect.to_string()
            } else {
                String::new()
            };
            let mut row = Row::new().cell(&label, LABEL, theme.text());
            for field in &fields {
                let end = row.width() + 1 + grid.cell;
                row = row
                    .text(pen.divider(), theme.faint())
                    .parts(field.get(line).cloned().unwrap_or_default())
                    .to(end);
            }
            lines.push(row.text(pen.divider(), theme.faint()).line());
        }
        if grid.ruled || effect == 1 {
            lines.push(rule());
        }
    }
    lines.push(words("choice-word-leave", "choice-word-aside"));
    let mut ease = Row::new().gap(LABEL);
    for number in 1..=5 {
        let end = ease.width() + 1 + grid.cell;
        ease = ease
            .gap(1 + grid.cell / 2)
            .text(number.to_string(), theme.text())
            .to(end);
    }
    lines.push(ease.line());
    let axis = pen.get("choice-ease-axis");
    let gap = grid.width().saturating_sub(width(&axis)) / 2;
    lines.push(Row::new().gap(gap).text(axis, theme.text()).line());
    // The corner of the scale stands in the line of the words, so that no line is lost where there are few.
    if !grid.ruled {
        lines.remove(0);
    }
    lines
}

/// The numbers in a field, the chosen one first; a challenge that is moved is where it would be put down.
fn numbers(found: &ChoiceFinding, at: (u8, u8), chosen: Option<u32>, moving: Option<&Placing>) -> Vec<u32> {
    let moved = moving.map(|placing| placing.before.id.0);
    let mut numbers: Vec<u32> = found.at(at.0, at.1).to_vec();
    numbers.retain(|number| Some(*number) != moved);
    if let Some(placing) = moving.filter(|it| (it.effect.number(), it.ease.number()) == at) {
        numbers.push(placing.before.id.0);
    }
    numbers.sort_by_key(|number| Some(*number) != chosen);
    numbers
}

/// The lines of a field: as many numbers as fit, and how many more there are.
fn field(
    found: &ChoiceFinding,
    numbers: &[u32],
    chosen: Option<u32>,
    grid: Grid,
    pen: &Pen,
) -> Vec<Vec<Span<'static>>> {
    let theme = pen.theme();
    let mut lines: Vec<Vec<Span<'static>>> = vec![Vec::new()];
    let mut used = 0;
    for (place, number) in numbers.iter().enumerate() {
        let is_decided = found.challenge(*number).is_some_and(|line| line.chosen.is_some());
        let label = format!("{number}{}", if is_decided { "*" } else { "" });
        let rest = numbers.len() - place;
        let more = pen.say(&phrase("choice-more").with("count", rest));
        let is_last_line = lines.len() == grid.tall;
        // Where others follow, there must be room to say so.
        let reserve = if is_last_line && rest > 1 { width(&more) + 1 } else { 0 };
        if used + 1 + width(&label) + reserve > grid.cell {
            if is_last_line {
                if let Some(line) = lines.last_mut() {
                    line.push(Span::styled(format!(" {more}"), theme.faint()));
                }
                break;
            }
            lines.push(Vec::new());
            used = 0;
        }
        let style = match (Some(*number) == chosen, is_decided) {
            (true, _) => theme.chosen(),
            (false, true) => theme.strong(),
            (false, false) => theme.text(),
        };
        used += 1 + width(&label);
        if let Some(line) = lines.last_mut() {
            line.push(Span::raw(" "));
            line.push(Span::styled(label, style));
        }
    }
    lines
}

/// The list of the challenges, and below it the chosen one.
fn beside(
    found: &ChoiceFinding,
    row: usize,
    moving: Option<&Placing>,
    pen: &Pen,
    (cells, rows): (usize, usize),
) -> Vec<Line<'static>> {
    let theme = pen.theme();
    let mut lines = vec![Line::styled(cut(&pen.get("choice-legend"), cells), theme.faint())];
    let least = found.challenges.len().min(if rows >= 16 { 6 } else { 3 });
    let mut detail = found
        .challenges
        .get(row)
        .map_or_else(Vec::new, |line| detail(line, moving, pen, cells));
    detail.truncate(rows.saturating_sub(lines.len() + least));
    let items = found
        .challenges
        .iter()
        .enumerate()
        .map(|(place, line)| vec![item(line, place == row, pen, cells)])
        .collect();
    let free = rows.saturating_sub(lines.len() + detail.len());
    lines.extend(window(items, row, free));
    lines.extend(detail);
    lines
}

fn item(line: &ChallengeLine, is_chosen: bool, pen: &Pen, cells: usize) -> Line<'static> {
    let theme = pen.theme();
    let mark = if line.chosen.is_some() { "*" } else { " " };
    let number = format!("{:>2}{mark} ", line.number);
    let free = cells.saturating_sub(width(&number));
    Row::new()
        .text(number, theme.text())
        .cell(&cut(&pen.clean(&line.text), free), free, theme.text())
        .chosen(is_chosen, theme.chosen())
}

fn detail(line: &ChallengeLine, moving: Option<&Placing>, pen: &Pen, cells: usize) -> Vec<Line<'static>> {
    let theme = pen.theme();
    let mut lines = vec![pen.rule(cells)];
    let mut say = |text: String, rows: usize, style: Style| {
        lines.extend(pen.short_paragraph(&text, cells, rows, style));
    };
    say(pen.clean(&line.text), 3, theme.strong());
    let moved = moving.map(|placing| (placing.effect.number(), placing.ease.number()));
    say(place(moved.or(line.effect.zip(line.ease)), pen), 1, theme.text());
    if let Some(chosen) = &line.chosen {
        let said = match &chosen.by {
            None => phrase("choice-detail-chosen"),
            Some(by) => phrase("choice-detail-chosen-by").with("by", by.as_str()),
        };
        let said = said
            .with("on", chosen.on.to_string())
            .with("because", chosen.because.as_str());
        say(pen.say(&said), 4, theme.text());
        let measures = match (line.finished, line.measures) {
            (true, _) => phrase("choice-detail-finished"),
            (false, 0) => phrase("choice-detail-no-measure"),
            (false, count) => phrase("choice-detail-measures").with("count", count),
        };
        say(pen.say(&measures), 1, theme.text());
    }
    if let Some(viewpoint) = &line.viewpoint {
        let name = format!("{} {}", viewpoint.code, viewpoint.name);
        say(
            pen.say(&phrase("choice-detail-viewpoint").with("name", name)),
            2,
            theme.faint(),
        );
    }
    if !line.causes.is_empty() {
        let causes: Vec<String> = line
            .causes
            .iter()
            .map(|cause| match &cause.text {
                Some(text) => phrase("choice-detail-cause").with("text", text.as_str()),
                None => phrase("choice-detail-cause-gone"),
            })
            .zip(&line.causes)
            .map(|(said, cause)| pen.say(&said.with("number", cause.number)))
            .collect();
        let causes = phrase("choice-detail-causes").with("causes", causes.join(&pen.get("list-separator")));
        say(pen.say(&causes), 4, theme.faint());
    }
    lines
}

fn place(place: Option<(u8, u8)>, pen: &Pen) -> String {
    let said = match place {
        Some((effect, ease)) => phrase("choice-detail-place").with("effect", effect).with("ease", ease),
        None => phrase("choice-detail-unplaced"),
    };
    pen.say(&said)
}

/// What a challenge can be made of.
fn source_lines(sources: &Sources, pen: &Pen, room: Room) -> Vec<Line<'static>> {
    const TAG: usize = 10;
    const LAYER: usize = 10;
    let theme = pen.theme();
    let mut lines = vec![Line::styled(pen.get("choice-sources"), theme.strong())];
    lines.extend(pen.paragraph(&pen.get("choice-sources-says"), room.width, theme.text()));
    lines.push(pen.rule(room.width));
    let free = room.width.saturating_sub(4 + TAG + LAYER);
    let items = sources
        .rows
        .iter()
        .enumerate()
        .map(|(place, source)| {
            let is_marked = matches!(source, Source::Box(id, ..) if sources.marked.contains(id));
            let mark = if is_marked { "[x] " } else { "    " };
            let (tag, layer, text) = match source {
                Source::New => (String::new(), String::new(), pen.get("choice-source-new")),
                Source::Box(id, layer, text) => (
                    pen.say(&phrase("choice-source-box").with("number", id.0)),
                    pen.say(&layer.phrase()),
                    pen.clean(text),
                ),
                Source::Statement(source) => (
                    pen.say(&phrase("choice-source-statement").with("code", source.code.as_str())),
                    String::new(),
                    pen.clean(&source.text),
                ),
            };
            let line = Row::new()
                .text(mark, theme.strong())
                .cell(&tag, TAG, theme.faint())
                .cell(&layer, LAYER, theme.faint())
                .cell(&cut(&text, free), free, theme.text());
            vec![line.chosen(place == sources.row, theme.chosen())]
        })
        .collect();
    let rows = room.height.saturating_sub(lines.len());
    lines.extend(window(items, sources.row, rows));
    lines
}
