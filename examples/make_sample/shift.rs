//! One shift from start to end, as stretches of one task each.

use yutori::office::Span;

use super::dice::Dice;
use super::home::Person;
use super::tasks::{BREAK, MONITORS, PLANS, RECORDS, ROUNDS, SLACK, TALK, length, mix};

/// The four shifts of the home.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// 早番 7:00–16:00
    Early,
    /// 日勤 8:30–17:30
    Day,
    /// 遅番 10:30–19:30
    Late,
    /// 夜勤 16:30–9:30
    Night,
}

/// Minutes of one task, from a minute after 0:00 of the day on which the shift starts.
#[derive(Clone, Copy)]
pub struct Stretch {
    /// First minute.
    pub start: u16,
    /// Length.
    pub minutes: u16,
    /// Task.
    pub task: u8,
}

/// What one person did in one shift.
pub struct Worked {
    /// As planned.
    pub scheduled: Span,
    /// As worked.
    pub actual: Span,
    /// In order of time, without overlap.
    pub stretches: Vec<Stretch>,
}

impl Kind {
    /// Reads a letter of the roster; `None` is a free day.
    pub fn of(letter: char) -> Option<Self> {
        match letter {
            'E' => Some(Self::Early),
            'D' => Some(Self::Day),
            'L' => Some(Self::Late),
            'N' => Some(Self::Night),
            _ => None,
        }
    }

    fn span(self) -> (u16, u16) {
        match self {
            Self::Early => (420, 960),
            Self::Day => (510, 1050),
            Self::Late => (630, 1170),
            Self::Night => (990, 2010),
        }
    }

    /// About when records are written between the handovers.
    fn notes(self) -> &'static [u16] {
        match self {
            Self::Early => &[605, 785],
            Self::Day => &[695, 875],
            Self::Late => &[815, 995],
            Self::Night => &[1090, 1290, 1850],
        }
    }

    /// When there is room for whatever comes.
    fn slack(self) -> &'static [u16] {
        match self {
            Self::Early => &[550],
            Self::Day => &[640],
            Self::Late => &[760],
            Self::Night => &[1413, 1653],
        }
    }

    fn breaks(self) -> &'static [(u16, u16)] {
        match self {
            Self::Early => &[(660, 720)],
            Self::Day => &[(780, 840)],
            Self::Late => &[(870, 930)],
            Self::Night => &[(1200, 1230), (1500, 1560), (1570, 1630)],
        }
    }
}

/// Lets a person work a shift on a day (0 to 4) of a wave (0 or 1).
pub fn work(person: &Person, kind: Kind, wave: usize, dice: &mut Dice) -> Worked {
    let (start, planned_end) = kind.span();
    // Before, records often kept people after the end of the shift.
    let late = if wave == 0 {
        dice.between(0, 5)
    } else {
        dice.between(0, 9)
    };
    let end = planned_end + if late == 0 { 20 } else { 0 };

    let mut stretches = Vec::new();
    let mut now = start;
    for (from, to, task) in fixed(person, kind, wave, (start, end), dice) {
        assert!(now <= from, "{}: two things at {from} of day", person.code);
        fill(person, wave, (now, from), dice, &mut stretches);
        stretches.push(Stretch {
            start: from,
            minutes: to - from,
            task,
        });
        now = to;
    }
    let span = |end| Span::new(start, end).expect("the shifts of the home are spans");
    Worked {
        scheduled: span(planned_end),
        actual: span(end),
        stretches,
    }
}

/// What stands at its own time in every shift of a kind, in order.
fn fixed(person: &Person, kind: Kind, wave: usize, (start, end): (u16, u16), dice: &mut Dice) -> Vec<(u16, u16, u8)> {
    let mut fixed: Vec<(u16, u16, u8)> = kind.breaks().iter().map(|(from, to)| (*from, *to, BREAK)).collect();
    for from in kind.slack() {
        fixed.push((*from, from + dice.between(4, 18), SLACK));
    }
    let handover = dice.between(10, 14);
    fixed.extend(written(person, wave, start, handover));
    for note in kind.notes() {
        let from = note + dice.between(0, 5);
        fixed.extend(written(person, wave, from, dice.between(12, 16)));
    }
    let closing = dice.between(24, 32);
    let longest = closing.max(records(person, wave, closing));
    fixed.extend(written(person, wave, end - longest, closing));
    if kind == Kind::Night {
        fixed.extend([1330, 1400, 1470, 1640, 1710, 1780].map(|round| (round, round + 12, ROUNDS)));
        fixed.push((1560, 1570, ROUNDS));
        fixed.extend([1362, 1432, 1672, 1742].map(|look| (look, look + 5, MONITORS)));
    }
    fixed.sort_unstable();
    fixed
}

/// Records that took some minutes before; what they no longer take goes to the residents.
fn written(person: &Person, wave: usize, from: u16, before: u16) -> Vec<(u16, u16, u8)> {
    let now = records(person, wave, before);
    let saved = before.saturating_sub(now);
    let mut parts = vec![(from + saved, from + saved + now, RECORDS)];
    if saved > 0 {
        parts.push((from, from + saved, TALK));
    }
    parts
}

/// Record minutes of a person in a wave.
fn records(person: &Person, wave: usize, before: u16) -> u16 {
    if wave == 0 {
        before
    } else {
        (before * person.records_after + 50) / 100
    }
}

/// Fills the time between two fixed stretches with what the hours ask for.
fn fill(person: &Person, wave: usize, (from, to): (u16, u16), dice: &mut Dice, stretches: &mut Vec<Stretch>) {
    let mut now = from;
    while now < to {
        let mut task = dice.choose(mix(person.work, now / 60 % 24));
        let (shortest, longest) = length(task);
        let mut minutes = dice.between(shortest, longest);
        if task == RECORDS || task == PLANS {
            // Written at once, beside the resident: the rest of the time goes to the resident.
            let shorter = records(person, wave, minutes).max(1);
            if shorter < minutes && minutes - shorter + now < to {
                stretches.push(Stretch {
                    start: now,
                    minutes: minutes - shorter,
                    task: TALK,
                });
                now += minutes - shorter;
            }
            minutes = shorter;
        }
        let left = to - now;
        if left < minutes + 3 {
            minutes = left;
            // The last minutes before a fixed stretch never become records by rounding.
            if task == RECORDS {
                task = TALK;
            }
        }
        stretches.push(Stretch {
            start: now,
            minutes,
            task,
        });
        now += minutes;
    }
}
