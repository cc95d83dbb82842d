//! A screen in memory: what stands in its cells, how they are marked, and where the cursor is.

use ratatui::Terminal;
use ratatui::backend::{Backend, TestBackend};
use ratatui::buffer::Buffer;
use ratatui::crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};
use ratatui::style::{Color, Modifier};
use yutori::screens::desk::{Outcome, Shown};
use yutori::screens::model::{Model, TimeView};
use yutori::screens::times::SIGNS;
use yutori::screens::update::{Effect, update};
use yutori::screens::{Pen, Theme, action::Action, action_of, new_model, text, view};
use yutori::text::{Lang, Text};

/// A pen in Japanese.
pub fn pen(theme: Theme) -> Pen {
    Pen::new(Text::new(Lang::Ja), theme, false)
}

/// The screens with what a person did so far.
pub struct Screens {
    pub model: Model,
    pub pen: Pen,
    pub effects: Vec<Effect>,
}

impl Screens {
    /// The start page.
    pub fn start(pen: Pen) -> Self {
        let recent = [
            "/home/kaigo/台帳/さくら苑.yutori",
            "/home/kaigo/台帳/デイサービスもみじ.yutori",
        ];
        Self {
            model: new_model(recent.map(Into::into).to_vec(), &pen),
            pen,
            effects: Vec::new(),
        }
    }

    /// An open book.
    pub fn of(shown: Shown, pen: Pen) -> Self {
        let mut screens = Self::start(pen);
        screens.happen(Action::Done(Outcome::Opened(Box::new(shown))));
        screens
    }

    /// Something happens.
    pub fn happen(&mut self, action: Action) -> &mut Self {
        self.effects = update(&mut self.model, action);
        self
    }

    /// A key is pressed.
    pub fn press(&mut self, code: KeyCode) -> &mut Self {
        self.event(&Event::Key(KeyEvent::new(code, KeyModifiers::NONE)))
    }

    /// A key is pressed with Ctrl.
    pub fn ctrl(&mut self, letter: char) -> &mut Self {
        self.event(&Event::Key(KeyEvent::new(KeyCode::Char(letter), KeyModifiers::CONTROL)))
    }

    /// A key that is no letter is pressed with Ctrl.
    pub fn ctrl_key(&mut self, code: KeyCode) -> &mut Self {
        self.event(&Event::Key(KeyEvent::new(code, KeyModifiers::CONTROL)))
    }

    /// Letters are typed.
    pub fn keys(&mut self, letters: &str) -> &mut Self {
        for letter in letters.chars() {
            self.press(KeyCode::Char(letter));
        }
        self
    }

    /// The terminal tells of something.
    /// Goes to a view of the times as a person does: by its sign in the list of views.
    pub fn view(&mut self, view: TimeView) -> &mut Self {
        let place = TimeView::ALL.iter().position(|one| *one == view).unwrap();
        self.keys("3v").keys(&SIGNS[place].to_string());
        assert_eq!(self.model.time.view, view);
        self
    }

    pub fn event(&mut self, event: &Event) -> &mut Self {
        if let Some(action) = action_of(event, &self.model, &self.pen) {
            self.happen(action);
        }
        self
    }

    /// Draws on a screen of this size.
    pub fn draw(&self, columns: u16, rows: u16) -> Canvas {
        let mut terminal = Terminal::new(TestBackend::new(columns, rows)).unwrap();
        terminal
            .draw(|frame| view::draw(frame, &self.model, &self.pen))
            .unwrap();
        let cursor = terminal.backend().cursor_visible().then(|| {
            let position = terminal.backend_mut().get_cursor_position().unwrap();
            (position.x, position.y)
        });
        Canvas {
            buffer: terminal.backend().buffer().clone(),
            cursor,
        }
    }
}

/// What was drawn.
pub struct Canvas {
    pub buffer: Buffer,
    pub cursor: Option<(u16, u16)>,
}

impl Canvas {
    /// Rows of letters; the second cell of a wide letter is no cell of its own.
    pub fn rows(&self) -> Vec<String> {
        self.each_row(|symbol, _, _| symbol.to_owned())
    }

    /// All rows as one text.
    pub fn text(&self) -> String {
        let rows: Vec<String> = self.rows().iter().map(|row| row.trim_end().to_owned()).collect();
        rows.join("\n")
    }

    /// Rows of marks: `R` reversed, `B` bold, `U` underlined, `#` coloured ground, `c` coloured letter, `.` nothing.
    pub fn marks(&self) -> String {
        let rows = self.each_row(|symbol, style, _| {
            let modifier = style.add_modifier;
            let coloured = |colour: Option<Color>| !matches!(colour, None | Some(Color::Reset));
            let mark = if modifier.contains(Modifier::REVERSED) {
                "R"
            } else if modifier.contains(Modifier::UNDERLINED) {
                "U"
            } else if coloured(style.bg) {
                "#"
            } else if modifier.contains(Modifier::BOLD) {
                "B"
            } else if coloured(style.fg) {
                "c"
            } else {
                "."
            };
            mark.repeat(text::width(symbol).max(1))
        });
        rows.iter()
            .map(|row| row.trim_end_matches('.').to_owned())
            .collect::<Vec<_>>()
            .join("\n")
    }

    /// Letters, and below them the marks.
    pub fn both(&self) -> String {
        format!("{}\n\n{}", self.text(), self.marks())
    }

    fn each_row(&self, mut cell: impl FnMut(&str, ratatui::style::Style, u16) -> String) -> Vec<String> {
        let area = self.buffer.area;
        (0..area.height)
            .map(|y| {
                let mut row = String::new();
                let mut x = 0;
                while x < area.width {
                    let drawn = &self.buffer[(x, y)];
                    row.push_str(&cell(drawn.symbol(), drawn.style(), x));
                    x += u16::try_from(text::width(drawn.symbol()).max(1)).unwrap();
                }
                row
            })
            .collect()
    }
}
