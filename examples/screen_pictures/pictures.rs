//! Which screens are drawn, how large, and which keys lead there.

use std::collections::BTreeMap;
use std::error::Error;

use chrono::{DateTime, TimeDelta};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};
use yutori::screens::action::Action;
use yutori::screens::desk::{Job, Outcome, Shown};
use yutori::screens::update::{Effect, update};
use yutori::screens::{Pen, Theme, action_of, new_model, view};
use yutori::text::{Lang, Text};

use super::{home, svg};

/// Name, columns, rows, keys. `↵` is Enter, `↓`, `→` and `←` are arrows, `☀` lets nine minutes go by; every other sign is a key of its own.
const SCREENS: &[(&str, u16, u16, &str)] = &[
    ("home", 100, 27, ""),
    ("challenges", 100, 30, "2"),
    ("notices", 100, 30, "2→"),
    ("map", 120, 40, "2→→"),
    ("choice", 100, 30, "2→→→"),
    ("measures", 100, 30, "2→→→→"),
    ("meetings", 100, 30, "2→→→→→"),
    ("tasks", 100, 30, "3"),
    ("hours", 100, 30, "3v2"),
    ("categories", 100, 30, "3v7"),
    ("pareto", 100, 30, "3v8"),
    ("heat", 120, 36, "3v9"),
    ("timeline", 100, 26, "3v0."),
    ("spread", 100, 24, "3v-↓"),
    ("effect", 100, 30, "4"),
    ("why", 100, 30, "4↵"),
    ("choose", 100, 30, "4→"),
    ("enter", 100, 30, "4→→↓↓"),
    ("grid", 100, 24, "4→→↓↓↵"),
    ("quadrant", 100, 30, "4→→→"),
    ("series", 100, 30, "4→→→→"),
    ("judge", 100, 30, "4→→→→→"),
    ("sheet", 100, 30, "3v4↵"),
    ("timer", 100, 24, "tS03↵b☀k☀a☀"),
];

/// The same of documents, where the sample home has a ledger.
const OF_DOCUMENTS: &[(&str, u16, u16, &str)] = &[
    ("documents", 100, 30, "5"),
    ("ledger", 100, 30, "5→"),
    ("ledger-month", 100, 30, "5→↵"),
    ("facts", 120, 36, "5←←"),
    ("document-trend", 100, 30, "5←"),
];

/// The same for the home after its first survey, when indicators are chosen.
const PLANNED: &[(&str, u16, u16, &str)] = &[
    ("guide", 100, 24, "4→s"),
    ("guide-pick", 100, 30, "4→s↵"),
    ("guide-margin", 100, 24, "4→s↵↵↵60↵3"),
    ("guide-review", 100, 24, "4→s↵↵↵60↵3↵↵"),
];

/// When the timer is shown.
const MORNING: &str = "2026-02-09T09:00:00+09:00";

/// All pictures by file name, in both languages.
pub fn all() -> Result<BTreeMap<String, String>, Box<dyn Error>> {
    let after = home::holdings()?;
    let before = home::before(&after);
    let mut pictures = BTreeMap::new();
    for lang in [Lang::Ja, Lang::En] {
        let text = Text::new(lang);
        let of_documents = if after.documents.is_empty() { &[] } else { OF_DOCUMENTS };
        for (holdings, today, screens) in [
            (&after, home::AFTER, SCREENS),
            (&after, home::AFTER, of_documents),
            (&before, home::BEFORE, PLANNED),
        ] {
            let shown = home::shown(holdings, today, &text)?;
            for (name, columns, rows, keys) in screens {
                let file = format!("{name}.{}.svg", lang.id());
                pictures.insert(file, picture(shown.clone(), lang, (*columns, *rows), keys)?);
            }
        }
    }
    Ok(pictures)
}

fn picture(shown: Shown, lang: Lang, size: (u16, u16), keys: &str) -> Result<String, Box<dyn Error>> {
    let pen = Pen::new(Text::new(lang), Theme::Default, false);
    let mut model = new_model(Vec::new(), &pen);
    update(&mut model, Action::Done(Outcome::Opened(Box::new(shown))));
    let mut now = DateTime::parse_from_rfc3339(MORNING)?;
    update(&mut model, Action::Clock(now));
    for key in keys.chars() {
        let code = match key {
            '☀' => {
                now += TimeDelta::minutes(9);
                update(&mut model, Action::Clock(now));
                continue;
            }
            '↵' => KeyCode::Enter,
            '↓' => KeyCode::Down,
            '→' => KeyCode::Right,
            '←' => KeyCode::Left,
            letter => KeyCode::Char(letter),
        };
        let event = Event::Key(KeyEvent::new(code, KeyModifiers::NONE));
        if let Some(action) = action_of(&event, &model, &pen) {
            for effect in update(&mut model, action) {
                // What the timer notes is taken as written.
                if let Effect::Run(Job::Note(..)) = effect {
                    update(&mut model, Action::Done(Outcome::Noted));
                }
            }
        }
    }
    let mut terminal = Terminal::new(TestBackend::new(size.0, size.1))?;
    terminal.draw(|frame| view::draw(frame, &model, &pen))?;
    let title = Text::new(lang).get("screens-title");
    Ok(svg::of(terminal.backend().buffer(), &title))
}
