//! 時間, ムリ・ムダ・ムラ: the meters before and after, the definition of the chosen one below; the list of marks.

use ratatui::style::Style;
use ratatui::text::Line;

use super::Room;
use crate::phrase::phrase;
use crate::report::UNKNOWN;
use crate::report::finding::{Meter, MeterKind, MeterValue, MeterWave, MetersFinding};
use crate::report::meter_change;
use crate::screens::desk::Shown;
use crate::screens::meters::Marks;
use crate::screens::model::Model;
use crate::screens::pen::{Pen, Row};
use crate::screens::text::width;
use crate::screens::widget::list::window;

/// Columns under which the change is left out; it stands below.
const NARROW: usize = 76;
const KIND: usize = 6;
const NAME: usize = 25;
const CHANGE: usize = 15;

/// The view, below the choices of the tab.
pub fn lines(model: &Model, pen: &Pen, room: Room) -> Vec<Line<'static>> {
    let Some(shown) = &model.shown else { return Vec::new() };
    let theme = pen.theme();
    let finding = &shown.meters;
    let waves = ends(finding, model.time.wave);
    let table = Table {
        pen,
        waves: &waves,
        cells: room.width,
    };
    let mut lines = vec![table.header()];
    for (row, meter) in finding.meters.iter().enumerate() {
        let first = row == 0
            || finding
                .meters
                .get(row - 1)
                .is_none_or(|before| before.kind != meter.kind);
        lines.push(table.row(meter, first, row == model.time.row));
    }
    lines.push(pen.rule(room.width));
    if let Some(meter) = finding.meters.get(model.time.row) {
        lines.extend(table.detail(meter));
    }
    let note = pen.short_paragraph(&pen.get("screens-meters-note"), room.width, 2, theme.faint());
    if lines.len() + note.len() < room.height {
        let free = room.height - lines.len() - note.len();
        lines.extend(std::iter::repeat_n(Line::default(), free));
        lines.extend(note);
    }
    lines
}

/// The first wave, and the one that is chosen; the last where the first is chosen.
fn ends(finding: &MetersFinding, chosen: usize) -> Vec<&MeterWave> {
    let waves = &finding.waves;
    let later = if chosen == 0 {
        waves.len().saturating_sub(1)
    } else {
        chosen
    };
    let mut ends: Vec<&MeterWave> = waves.first().into_iter().collect();
    ends.extend(waves.get(later).filter(|_| later > 0));
    ends
}

/// The short name of a group of meters.
fn kind_name(kind: MeterKind, pen: &Pen) -> String {
    match kind {
        MeterKind::Muri => pen.get("screens-muri"),
        MeterKind::Mura => pen.get("screens-mura"),
        MeterKind::Muda => pen.get("screens-muda"),
    }
}

struct Table<'a> {
    pen: &'a Pen,
    waves: &'a [&'a MeterWave],
    cells: usize,
}

impl Table<'_> {
    fn shows_change(&self) -> bool {
        self.cells >= NARROW && self.waves.len() == 2
    }

    /// Cells of the figure of a wave.
    fn figure(&self) -> usize {
        let change = if self.shows_change() { CHANGE } else { 0 };
        (self.cells.saturating_sub(KIND + NAME + change) / self.waves.len().max(1)).min(20)
    }

    fn header(&self) -> Line<'static> {
        let faint = self.pen.theme().faint();
        let mut row = Row::new().gap(KIND + NAME);
        for wave in self.waves {
            row = row.right(&self.pen.clean(&wave.label), self.figure(), faint);
        }
        if self.shows_change() {
            row = row.right(&self.pen.get("meters-column-change"), CHANGE, faint);
        }
        row.line()
    }

    fn row(&self, meter: &Meter, first: bool, chosen: bool) -> Line<'static> {
        let theme = self.pen.theme();
        let style = if chosen { theme.chosen() } else { theme.text() };
        let kind = if first {
            kind_name(meter.kind, self.pen)
        } else {
            String::new()
        };
        let mut row = Row::new()
            .cell(&kind, KIND, theme.strong())
            .cell(&self.pen.clean(&meter.name), NAME, style);
        for wave in self.waves {
            let shown = value_of(meter, wave).map_or_else(String::new, |value| self.pen.clean(&value.shown));
            row = row.right(&shown, self.figure(), style);
        }
        if self.shows_change() {
            row = row.right(&self.change(meter), CHANGE, style);
        }
        row.line()
    }

    /// The change in a word and a number; the sign for unknown where one of the two has no figure.
    fn change(&self, meter: &Meter) -> String {
        let change = match self.waves {
            [from, to] => meter_change(meter, &from.id, &to.id),
            _ => None,
        };
        change.map_or_else(|| self.pen.clean(UNKNOWN), |said| self.pen.say(&said))
    }

    /// What the meter means, and on what its figures stand.
    fn detail(&self, meter: &Meter) -> Vec<Line<'static>> {
        let theme = self.pen.theme();
        let mut lines = Vec::new();
        if !self.shows_change() && self.waves.len() == 2 {
            let said = phrase("screens-meters-change").with("change", self.change(meter));
            lines.push(self.pen.line(self.pen.say(&said)));
        }
        let definition = self.pen.clean(&meter.definition);
        lines.extend(self.pen.paragraph(&definition, self.cells, theme.text()));
        let mut same: Option<&str> = None;
        for wave in self.waves {
            let Some(value) = value_of(meter, wave) else { continue };
            // Why there is no figure is said once.
            if value.value.is_none() && same == Some(value.basis.as_str()) {
                continue;
            }
            same = Some(&value.basis);
            lines.extend(self.basis(wave, value));
        }
        lines
    }

    fn basis(&self, wave: &MeterWave, value: &MeterValue) -> Vec<Line<'static>> {
        let theme = self.pen.theme();
        let label = format!("{} ", self.pen.clean(&wave.label));
        let cells = self.cells.saturating_sub(width(&label));
        let parts = crate::screens::text::wrap(&self.pen.clean(&value.basis), cells);
        let line = |(number, part): (usize, String)| {
            let head = if number == 0 {
                label.clone()
            } else {
                " ".repeat(width(&label))
            };
            Row::new().text(head, theme.strong()).text(part, theme.text()).line()
        };
        parts.into_iter().enumerate().map(line).collect()
    }
}

fn value_of<'a>(meter: &'a Meter, wave: &MeterWave) -> Option<&'a MeterValue> {
    meter.values.iter().find(|value| value.wave == wave.id)
}

/// The tasks of the list, each with its mark.
pub fn mark_lines(shown: &Shown, marks: &Marks, pen: &Pen, room: Room) -> Vec<Line<'static>> {
    let theme = pen.theme();
    let mut lines = vec![Line::styled(pen.get("screens-do-mark-tasks"), theme.strong())];
    lines.extend(pen.paragraph(&pen.get("screens-mark-tasks-says"), room.width, theme.text()));
    let candidates: Vec<String> = shown
        .meters
        .candidates
        .iter()
        .map(|task| format!("{} {}", pen.clean(&task.code), pen.clean(&task.name)))
        .collect();
    if !candidates.is_empty() {
        let said = phrase("screens-mark-candidates").with("tasks", candidates.join(", "));
        lines.extend(pen.short_paragraph(&pen.say(&said), room.width, 2, theme.faint()));
    }
    lines.push(Line::default());
    let list = &shown.holdings.founding.task_list;
    let item = |(row, (code, marked)): (usize, &(crate::worktime::TaskCode, bool))| {
        let name = list.task(code).map_or("", |task| pen.words().lang().of(&task.name));
        let style: Style = if row == marks.row { theme.chosen() } else { theme.text() };
        let mark = if *marked { "[x]" } else { "[ ]" };
        let line = Row::new()
            .text(format!("{mark} "), style)
            .right(&pen.clean(code.as_str()), 4, style)
            .text(" ", style)
            .cell(&pen.clean(name), room.width.saturating_sub(9), style);
        vec![line.line()]
    };
    let items = marks.tasks.iter().enumerate().map(item).collect();
    let rows = room.height.saturating_sub(lines.len());
    lines.extend(window(items, marks.row, rows));
    lines
}
