//! With how few keys a sheet is keyed in.

use ratatui::crossterm::event::KeyCode;
use yutori::book::{Change, Occasion};
use yutori::screens::desk::Job;
use yutori::screens::update::Effect;
use yutori::worktime::keying::{Draft, lines_of};
use yutori::worktime::{Sheet, Wave};

use super::canvas::Screens;
use super::keying::{editor, of, without};

/// A day shift as it stands on paper: mostly one task a slot, some runs, five slots that two tasks share.
const PAPER: [&str; 54] = [
    "11", "11", "2", "2", "2", "1", // 8:30
    "3", "3", "3", "3", "3", "3", // 9:30, baths
    "17", "17", "4", "4:4 2:6", "2", "1", // 10:30
    "16", "16", "16", "7", "7", "7", // 11:30, lunch
    "7", "7:6 16:4", "16", "22", "22", "22", // 12:30
    "22", "22", "22", "8", "8", "8", // 13:30
    "2", "2", "2:5 5:5", "16", "7", "7", // 14:30
    "16", "4", "4", "1:4 2:6", "2", "2", // 15:30
    "18", "18", "20", "11", "11", "11", // 16:30
];

/// Presses keys one by one and counts them.
struct Hands {
    screens: Screens,
    presses: usize,
}

impl Hands {
    fn press(&mut self, code: KeyCode) -> &mut Self {
        self.screens.press(code);
        self.presses += 1;
        self
    }

    fn keys(&mut self, letters: &str) -> &mut Self {
        for letter in letters.chars() {
            self.press(KeyCode::Char(letter));
        }
        self
    }

    /// Types a line and ends it; whoever moves on over an empty slot presses Enter alone.
    fn line(&mut self, line: &str) -> &mut Self {
        let run = line.strip_prefix("-*").map_or(0, |count| count.parse().unwrap());
        match (line, run) {
            ("-", _) => self.press(KeyCode::Enter),
            (_, 1..4) => (0..run).fold(self, |hands, _| hands.press(KeyCode::Enter)),
            _ => self.keys(line).press(KeyCode::Enter),
        }
    }

    /// The sheet that F2 writes.
    fn save(&mut self) -> Sheet {
        self.press(KeyCode::F(2));
        match self.screens.effects.as_slice() {
            [Effect::Run(Job::Apply(Occasion::SheetKeyed { .. }, changes))] => match changes.as_slice() {
                [Change::SheetRecorded { sheet, .. }] => Sheet::clone(sheet),
                other => panic!("{other:?}"),
            },
            other => panic!("{other:?}"),
        }
    }
}

/// What the Excel form of the same sheet needs: cells with a number, digits in them, and arrow keys from each cell to the next,
/// column by column.
#[derive(Debug, PartialEq)]
struct FormKeys {
    cells: usize,
    digits: usize,
    arrows: u16,
}

fn form_keys(sheet: &Sheet) -> FormKeys {
    let shares = sheet
        .cells
        .iter()
        .flat_map(|cell| cell.shares.iter().map(|share| (cell.start / 10, share)));
    let digits = shares.clone().map(|(_, share)| share.1.to_string().len()).sum();
    let places: Vec<(u16, u16)> = shares
        .map(|(column, share)| (column, share.0.as_str().parse().unwrap()))
        .collect();
    let way = |pair: &[(u16, u16)]| pair[0].0.abs_diff(pair[1].0) + pair[0].1.abs_diff(pair[1].1);
    FormKeys {
        cells: places.len(),
        digits,
        arrows: places.windows(2).map(way).sum(),
    }
}

/// Keys in a sheet of the sample as it stands on paper: the presses for the head, for the slots with saving, and the sheet.
fn keyed(wave: Wave, staff: &str, date: &str, head: impl Fn(&mut Hands)) -> (usize, usize, Sheet, Sheet) {
    let (shown, sheet) = without(wave, staff, date);
    let mut hands = Hands {
        screens: of(shown),
        presses: 0,
    };
    head(hands.keys("r"));
    hands.press(KeyCode::Enter);
    let head = hands.presses;
    for line in lines_of(&Draft::of_sheet(wave, &sheet)) {
        hands.line(&line);
    }
    let made = hands.save();
    (head, hands.presses - head, made, sheet)
}

#[test]
fn three_sheets_of_the_sample_are_keyed_in_cell_for_cell() {
    let wave = Wave::After(1);
    let typed = |span: &'static str| {
        move |hands: &mut Hands| {
            hands.press(KeyCode::Down).press(KeyCode::Down).keys(span);
        }
    };
    let mut counts = Vec::new();
    for (staff, date, span) in [
        ("S01", "2026-02-03", "700-1600"),
        ("S01", "2026-02-02", "830-1730"),
        ("S01", "2026-02-05", "1630-930"),
    ] {
        let (head, slots, made, sheet) = keyed(wave, staff, date, typed(span));
        assert_eq!(made, sheet, "{staff} {date}");
        let form = form_keys(&sheet);
        println!("{staff} {date}: head {head}, slots and saving {slots}; {form:?}");
        counts.push((head, slots, form.cells, form.digits, form.arrows));
    }
    assert_eq!(
        counts,
        [
            (12, 229, 82, 112, 484),
            (12, 277, 92, 111, 646),
            (12, 523, 171, 217, 1090)
        ]
    );
}

#[test]
fn a_paper_sheet_of_nine_hours_takes_at_most_120_key_presses() {
    let (shown, _) = without(Wave::After(1), "S01", "2026-02-02");
    let mut hands = Hands {
        screens: of(shown),
        presses: 0,
    };
    hands
        .keys("r")
        .press(KeyCode::Down)
        .press(KeyCode::Down)
        .keys("830-1730")
        .press(KeyCode::Enter);
    let mut runs: Vec<(&str, usize)> = Vec::new();
    for slot in PAPER {
        match runs.last_mut() {
            Some((last, count)) if *last == slot => *count += 1,
            _ => runs.push((slot, 1)),
        }
    }
    for (slot, count) in runs {
        // The last share takes the rest.
        let line = match slot.rsplit_once(':') {
            Some((line, _)) => line.to_owned(),
            None => slot.to_owned(),
        };
        match count {
            1 => hands.line(&line),
            count => hands.line(&format!("{line}*{count}")),
        };
    }
    assert_eq!(editor(&hands.screens).at, None, "the last slot was passed");
    let sheet = hands.save();
    let written: Vec<String> = sheet
        .cells
        .iter()
        .map(|cell| {
            let shares: Vec<String> = cell
                .shares
                .iter()
                .map(|share| format!("{}:{}", share.0, share.1))
                .collect();
            shares.join(" ")
        })
        .collect();
    let paper: Vec<String> = PAPER
        .iter()
        .map(|slot| {
            if slot.contains(':') {
                let mut shares: Vec<&str> = slot.split(' ').collect();
                shares.sort_by_key(|share| share.split(':').next().unwrap().parse::<u32>().unwrap());
                shares.join(" ")
            } else {
                format!("{slot}:10")
            }
        })
        .collect();
    assert_eq!(written, paper);
    assert_eq!(sheet.unfilled().0, 0);
    let form = form_keys(&sheet);
    println!("paper sheet: {} presses; {form:?}", hands.presses);
    assert!(hands.presses <= 120, "{}", hands.presses);
    assert!(hands.presses < form.digits + usize::from(form.arrows));
}
