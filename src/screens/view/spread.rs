//! 時間, how far people lie apart: dots and a box for each survey, without codes and without any order of people.

use ratatui::text::Line;

use super::Room;
use crate::phrase::phrase;
use crate::report::decimal_text;
use crate::report::finding::{PeopleSpread, SpreadMeasure, SpreadWave};
use crate::screens::figure::tenth;
use crate::screens::model::Model;
use crate::screens::pen::{Pen, Row};
use crate::screens::text::{pad_left, width};
use crate::screens::widget::bar::{as_f64, whole};
use crate::screens::widget::list::window_of;

/// The view, below the choices of the tab.
pub fn lines(model: &Model, spread: &PeopleSpread, pen: &Pen, room: Room) -> Vec<Line<'static>> {
    let theme = pen.theme();
    let chosen = model.time.row;
    let Some(measure) = spread.measures.get(chosen) else {
        return pen.short_paragraph(&pen.get("screens-no-minutes"), room.width, 2, theme.text());
    };
    let mut lines = sentence(spread, measure, pen, room.width);
    lines.extend(picture(spread, measure, pen, room.width));
    lines.push(Line::default());
    lines.push(header(spread, pen, room.width));
    let rows = room.height.saturating_sub(lines.len() + 1);
    lines.extend(window_of(spread.measures.len(), chosen, rows, |row| {
        line(&spread.measures[row], row == chosen, pen, room.width)
    }));
    if !spread.hidden() {
        lines.extend(pen.short_paragraph(&pen.get("views-spread-note"), room.width, 1, theme.faint()));
    }
    lines
}

/// The middle person and the middle half, survey by survey.
fn sentence(spread: &PeopleSpread, measure: &SpreadMeasure, pen: &Pen, cells: usize) -> Vec<Line<'static>> {
    let told = spread.waves.iter().zip(&measure.waves).map(|(wave, values)| {
        let said = match values.five {
            Some([_, lower, middle, upper, _]) => phrase("views-spread-told")
                .with("middle", tenth(Some(middle)))
                .with("lower", tenth(Some(lower)))
                .with("upper", tenth(Some(upper))),
            None => phrase("views-spread-hidden"),
        };
        said.with("wave", wave.label.clone())
            .with("name", measure.name.clone())
            .with("people", values.people)
    });
    told.flat_map(|said| pen.short_paragraph(&pen.say(&said), cells, 2, pen.theme().text()))
        .collect()
}

/// A scale from nothing to the largest value of both surveys.
struct Scale {
    top: f64,
    cells: usize,
}

impl Scale {
    fn cell(&self, value: f64) -> usize {
        let last = self.cells.saturating_sub(1);
        if self.top <= 0.0 {
            return 0;
        }
        whole((value / self.top * as_f64(last)).round()).min(last)
    }
}

/// Dots and box of each survey on one scale.
fn picture(spread: &PeopleSpread, measure: &SpreadMeasure, pen: &Pen, cells: usize) -> Vec<Line<'static>> {
    let theme = pen.theme();
    let labels: Vec<String> = spread.waves.iter().map(|wave| pen.clean(&wave.label)).collect();
    let label = labels.iter().map(|label| width(label)).max().unwrap_or(0) + 2;
    let largest = measure.waves.iter().flat_map(|wave| &wave.values).copied();
    let top = round_up(largest.fold(0.0, f64::max));
    let scale = Scale {
        top,
        cells: cells.saturating_sub(label + 1),
    };
    let mut lines = Vec::new();
    for (name, wave) in labels.iter().zip(&measure.waves) {
        let Some(five) = wave.five else { continue };
        lines.push(
            Row::new()
                .cell(name, label, theme.text())
                .text(dots(wave, &scale), theme.strong())
                .line(),
        );
        lines.push(Row::new().gap(label).text(drawn_box(five, &scale), theme.text()).line());
    }
    if lines.is_empty() {
        return lines;
    }
    let stroke = if pen.is_plain() { "-" } else { "─" };
    lines.push(
        Row::new()
            .gap(label)
            .text(stroke.repeat(scale.cells), theme.faint())
            .line(),
    );
    lines.push(axis(&scale, label, pen));
    lines
}

/// The next round number of minutes for the end of a scale.
fn round_up(value: f64) -> f64 {
    let step = match value {
        value if value > 300.0 => 100.0,
        value if value > 60.0 => 20.0,
        _ => 10.0,
    };
    (value / step).ceil().max(1.0) * step
}

/// One person is an `o`, several in one place are their number.
fn dots(wave: &SpreadWave, scale: &Scale) -> String {
    let mut counts = vec![0_u32; scale.cells];
    for value in &wave.values {
        if let Some(count) = counts.get_mut(scale.cell(*value)) {
            *count += 1;
        }
    }
    counts
        .into_iter()
        .map(|count| match count {
            0 => ' ',
            1 => 'o',
            count => char::from_digit(count, 10).unwrap_or('+'),
        })
        .collect()
}

/// `|---[==|==]---|`: smallest, middle half with the middle, largest.
fn drawn_box(five: [f64; 5], scale: &Scale) -> String {
    let [low, lower, middle, upper, high] = five.map(|value| scale.cell(value));
    (0..=high)
        .map(|cell| match cell {
            cell if cell == middle => '|',
            cell if cell == lower => '[',
            cell if cell == upper => ']',
            cell if cell == low || cell == high => '|',
            cell if (lower..upper).contains(&cell) => '=',
            cell if cell > low => '-',
            _ => ' ',
        })
        .collect()
}

/// Nothing, the middle and the end of the scale.
fn axis(scale: &Scale, label: usize, pen: &Pen) -> Line<'static> {
    let mut text = "0".to_owned();
    for part in [0.25, 0.5, 0.75, 1.0] {
        let value = pen.say(&phrase("views-minutes").with("minutes", decimal_text(scale.top * part, 0)));
        let end = (scale.cell(scale.top * part) + 1 + width(&value) / 2).min(scale.cells);
        text.push_str(&pad_left(&value, end.saturating_sub(width(&text))));
    }
    Row::new().gap(label).text(text, pen.theme().faint()).line()
}

const NUMBER: usize = 10;
/// Cells of the names at least.
const NAME: usize = 20;

fn header(spread: &PeopleSpread, pen: &Pen, cells: usize) -> Line<'static> {
    let faint = pen.theme().faint();
    let mut row = Row::new().cell(
        &pen.get("views-column-measure"),
        name_cells(spread.waves.len(), cells),
        faint,
    );
    for wave in &spread.waves {
        row = row
            .right(&pen.clean(&wave.label), NUMBER, faint)
            .right(&pen.get("views-column-half"), NUMBER + 5, faint);
    }
    row.line()
}

fn name_cells(waves: usize, cells: usize) -> usize {
    cells
        .saturating_sub(waves * (2 * NUMBER + 5))
        .clamp(NAME.min(cells), 40)
}

/// One measure: the middle person and the middle half in each survey.
fn line(measure: &SpreadMeasure, chosen: bool, pen: &Pen, cells: usize) -> Line<'static> {
    let theme = pen.theme();
    let style = if chosen { theme.chosen() } else { theme.text() };
    let mut row = Row::new().cell(&pen.clean(&measure.name), name_cells(measure.waves.len(), cells), style);
    for wave in &measure.waves {
        let (middle, half) = match wave.five {
            Some([_, lower, middle, upper, _]) => (
                tenth(Some(middle)),
                pen.clean(&format!("{}–{}", tenth(Some(lower)), tenth(Some(upper)))),
            ),
            None => ("-".to_owned(), "-".to_owned()),
        };
        row = row.right(&middle, NUMBER, style).right(&half, NUMBER + 5, style);
    }
    row.line()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_person_is_one_dot_or_counted_in_one() {
        let scale = Scale { top: 100.0, cells: 11 };
        let wave = SpreadWave {
            hidden: false,
            people: 4,
            values: vec![0.0, 50.0, 50.0, 100.0],
            five: None,
            mean: None,
        };
        assert_eq!(dots(&wave, &scale), "o    2    o");
    }

    #[test]
    fn the_box_shows_the_middle_half_and_the_ends() {
        let scale = Scale { top: 100.0, cells: 21 };
        assert_eq!(
            drawn_box([10.0, 30.0, 50.0, 70.0, 95.0], &scale),
            "  |---[===|===]----|"
        );
        assert_eq!(drawn_box([50.0; 5], &scale), "          |");
    }

    #[test]
    fn a_scale_ends_at_a_round_number() {
        let ends = [0.0, 7.0, 61.0, 301.0].map(|value| decimal_text(round_up(value), 0));
        assert_eq!(ends, ["10", "10", "80", "400"]);
    }
}
