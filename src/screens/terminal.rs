//! The one guard of the terminal: what it switches on, it switches off, also after a panic on any thread.

use std::backtrace::{Backtrace, BacktraceStatus};
use std::io::{self, Stdout, stdout};
use std::panic;
use std::sync::{Mutex, MutexGuard, Once, PoisonError};
use std::thread::{self, ThreadId};

use ratatui::Frame;
use ratatui::Terminal;
use ratatui::backend::CrosstermBackend;
use ratatui::crossterm::cursor::Show;
use ratatui::crossterm::event::{DisableBracketedPaste, DisableMouseCapture, EnableBracketedPaste, EnableMouseCapture};
use ratatui::crossterm::execute;
use ratatui::crossterm::terminal::{EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode};

/// Who draws, while somebody does; and what panics on other threads said meanwhile.
struct State {
    drawer: Option<ThreadId>,
    messages: Vec<String>,
}

static STATE: Mutex<State> = Mutex::new(State {
    drawer: None,
    messages: Vec::new(),
});

static HOOK: Once = Once::new();

fn state() -> MutexGuard<'static, State> {
    STATE.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The terminal while the screens have it; dropping it gives it back.
pub struct Screen {
    terminal: Terminal<CrosstermBackend<Stdout>>,
}

impl Screen {
    /// Takes the terminal: raw mode, alternate screen, paste and, where it is wanted, the mouse. Only this thread may draw.
    pub fn take(mouse: bool) -> io::Result<Self> {
        HOOK.call_once(keep_panic_messages_off_the_screen);
        *state() = State {
            drawer: Some(thread::current().id()),
            messages: Vec::new(),
        };
        let taken = enable_raw_mode()
            .and_then(|()| execute!(stdout(), EnterAlternateScreen, EnableBracketedPaste))
            .and_then(|()| {
                if mouse {
                    execute!(stdout(), EnableMouseCapture)
                } else {
                    Ok(())
                }
            })
            .and_then(|()| Terminal::new(CrosstermBackend::new(stdout())));
        match taken {
            Ok(terminal) => Ok(Self { terminal }),
            Err(error) => {
                give_back();
                Err(error)
            }
        }
    }

    /// Draws a frame.
    pub fn draw(&mut self, view: impl FnOnce(&mut Frame<'_>)) -> io::Result<()> {
        self.terminal.draw(view).map(|_| ())
    }

    /// Gives the terminal back and says on the normal screen what a panic on another thread had to say.
    pub fn give_back_after_panic(self) {
        drop(self);
        for message in std::mem::take(&mut state().messages) {
            eprintln!("{message}");
        }
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        give_back();
    }
}

/// Gives the terminal back, once; what cannot be switched off must not keep the rest on.
fn give_back() {
    if state().drawer.take().is_some() {
        let _ = execute!(stdout(), DisableMouseCapture);
        let _ = execute!(stdout(), DisableBracketedPaste, LeaveAlternateScreen, Show);
        let _ = disable_raw_mode();
    }
}

/// A panic of the thread that draws ends the screens, so the terminal is given back before its message. A panic of another
/// thread may be caught where it happened (a reader of hostile files does so), so its message waits.
fn keep_panic_messages_off_the_screen() {
    let next = panic::take_hook();
    panic::set_hook(Box::new(move |info| {
        let drawer = state().drawer;
        if drawer.is_none_or(|drawer| drawer == thread::current().id()) {
            give_back();
            next(info);
            return;
        }
        let backtrace = Backtrace::capture();
        let thread = thread::current();
        let mut message = format!("thread '{}' {info}", thread.name().unwrap_or("?"));
        if backtrace.status() == BacktraceStatus::Captured {
            message = format!("{message}\n{backtrace}");
        }
        state().messages.push(message);
    }));
}
