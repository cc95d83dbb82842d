//! The four ways out of the screens, through a real pseudo-terminal: each leaves the shell as it was.
//!
//! The test binary starts itself again as the child, and the child runs the screens with a desk that is not there.

use std::io::{ErrorKind, Read, Write};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use portable_pty::{CommandBuilder, PtySize, native_pty_system};
use yutori::book::{Change, Occasion};
use yutori::failure::{Exit, Failure};
use yutori::office::StaffCode;
use yutori::phrase::phrase;
use yutori::report::chart::{Format, Kind};
use yutori::report::finding::ImportFinding;
use yutori::screens::charts::ChartsWritten;
use yutori::screens::desk::{Desk, OnProgress, Outcome, Progress, Shown, SurveyWork, cancelled};
use yutori::screens::terminal::Screen;
use yutori::screens::{ScreenError, Setup, Start, Theme, run};
use yutori::text::{Lang, Text};
use yutori::worktime::Wave;

/// Names the way out to the child.
const WAY_OUT: &str = "YUTORI_TEST_WAY_OUT";

/// A desk where no book is, and where the sample cannot be made.
struct EmptyDesk;

impl Desk for EmptyDesk {
    fn recent(&self) -> Vec<PathBuf> {
        Vec::new()
    }

    fn open(&mut self, path: &Path) -> Result<Shown, Failure> {
        Err(Failure::new(Exit::Book, phrase("screens-path-is-empty")).at(path.to_string_lossy()))
    }

    fn create(&mut self, path: &Path, _office_name: &str) -> Result<Shown, Failure> {
        self.open(path)
    }

    fn demo(&mut self) -> Result<Shown, Failure> {
        panic!("the desk fell over")
    }

    fn import(
        &mut self,
        paths: &[PathBuf],
        _wave: Option<Wave>,
        _year: Option<i32>,
        _staff: Option<StaffCode>,
        progress: OnProgress<'_>,
    ) -> Result<(ImportFinding, Shown), Failure> {
        let first = Progress {
            done: 0,
            total: paths.len(),
            at: String::new(),
        };
        match progress(first) {
            ControlFlow::Break(()) | ControlFlow::Continue(()) => Err(cancelled()),
        }
    }

    fn survey(&mut self, _work: SurveyWork, _progress: OnProgress<'_>) -> Result<Outcome, Failure> {
        Err(cancelled())
    }

    fn charts(
        &mut self,
        _folder: &Path,
        _kind: Option<Kind>,
        _format: Format,
        _progress: OnProgress<'_>,
    ) -> Result<ChartsWritten, Failure> {
        Err(cancelled())
    }

    fn export(&mut self, _path: &Path, _with_staff: bool, _progress: OnProgress<'_>) -> Result<PathBuf, Failure> {
        Err(cancelled())
    }

    fn apply(&mut self, _: Occasion, _: Vec<Change>) -> Result<Shown, Failure> {
        Err(cancelled())
    }

    fn note(&mut self, _: Occasion, _: Vec<Change>) -> Result<(), Failure> {
        Err(cancelled())
    }

    fn undo(&mut self) -> Result<(Option<String>, Shown), Failure> {
        Err(cancelled())
    }

    fn redo(&mut self) -> Result<(Option<String>, Shown), Failure> {
        Err(cancelled())
    }
}

fn screens(start: Start) -> Result<(), ScreenError> {
    let setup = Setup {
        text: Text::new(Lang::En),
        theme: Theme::Default,
        plain_symbols: true,
        mouse: true,
        clock: yutori::clock::Clock::default(),
    };
    run(Box::new(EmptyDesk), start, setup)
}

/// The child of the tests below; by itself it has nothing to do.
#[test]
fn child() {
    let Ok(way_out) = std::env::var(WAY_OUT) else { return };
    match way_out.as_str() {
        "quit" => {
            screens(Start::StartPage).unwrap();
            println!("left in peace");
        }
        "error" => {
            let error = screens(Start::Open("gone.yutori".into())).unwrap_err();
            println!("ended with {}", error.phrase());
        }
        "panic" => {
            let mut screen = Screen::take(true).unwrap();
            screen.draw(|_| panic!("the view fell over")).unwrap();
        }
        "worker" => screens(Start::StartPage).unwrap(),
        other => panic!("no way out is called {other}"),
    }
}

/// What the child wrote, and whether it ended well.
struct Ended {
    output: String,
    well: bool,
}

/// Runs the child, types `keys` once the screens are drawn, and reads to the end.
fn leave(way_out: &str, keys: &str) -> Ended {
    let size = PtySize {
        rows: 24,
        cols: 80,
        pixel_width: 0,
        pixel_height: 0,
    };
    let pty = native_pty_system().openpty(size).unwrap();
    let mut command = CommandBuilder::new(std::env::current_exe().unwrap());
    command.args(["--exact", "terminal::child", "--nocapture", "--test-threads=1"]);
    command.env(WAY_OUT, way_out);
    command.env("TERM", "xterm-256color");
    command.env("RUST_BACKTRACE", "0");
    let before = pty.master.get_termios().unwrap();
    let mut child = pty.slave.spawn_command(command).unwrap();
    drop(pty.slave);
    let mut reader = pty.master.try_clone_reader().unwrap();
    let mut writer = pty.master.take_writer().unwrap();
    let mut output = Vec::new();
    let mut typed = keys.is_empty();
    let mut buffer = [0; 4096];
    loop {
        let count = match reader.read(&mut buffer) {
            Ok(0) => break,
            Ok(count) => count,
            Err(error) if error.kind() == ErrorKind::Interrupted => continue,
            // Linux tells the end of a pseudo-terminal as an error.
            Err(_) => break,
        };
        output.extend_from_slice(&buffer[..count]);
        if !typed && String::from_utf8_lossy(&output).contains("Quit") {
            let raw = pty.master.get_termios().unwrap();
            assert_ne!(raw.local_flags, before.local_flags, "the screens take single keys");
            writer.write_all(keys.as_bytes()).unwrap();
            writer.flush().unwrap();
            typed = true;
        }
    }
    let well = child.wait().unwrap().success();
    let after = pty.master.get_termios().unwrap();
    assert_eq!(after.local_flags, before.local_flags);
    assert_eq!(after.input_flags, before.input_flags);
    assert_eq!(after.output_flags, before.output_flags);
    Ended {
        output: String::from_utf8_lossy(&output).into_owned(),
        well,
    }
}

fn last(output: &str, sought: &str) -> usize {
    output
        .rfind(sought)
        .unwrap_or_else(|| panic!("{sought:?} is not in {output:?}"))
}

/// Everything that was switched on is switched off after it; answers where the normal screen begins again.
fn given_back(output: &str) -> usize {
    for mode in ["?1049", "?2004", "?1000", "?1006"] {
        let (on, off) = (
            last(output, &format!("\u{1b}[{mode}h")),
            last(output, &format!("\u{1b}[{mode}l")),
        );
        assert!(on < off, "{mode} in {output:?}");
    }
    if let Some(hidden) = output.rfind("\u{1b}[?25l") {
        assert!(hidden < last(output, "\u{1b}[?25h"), "{output:?}");
    }
    last(output, "\u{1b}[?1049l")
}

#[test]
fn leaving_gives_the_terminal_back() {
    let ended = leave("quit", "q");
    assert!(given_back(&ended.output) < last(&ended.output, "left in peace"));
    assert!(ended.well);
}

#[test]
fn an_error_gives_the_terminal_back_and_is_told_to_the_caller() {
    let ended = leave("error", "");
    assert!(given_back(&ended.output) < last(&ended.output, "ended with screens-path-is-empty"));
    assert!(ended.well);
}

#[test]
fn a_panic_gives_the_terminal_back_before_its_message() {
    let ended = leave("panic", "");
    assert!(given_back(&ended.output) < last(&ended.output, "the view fell over"));
    assert_eq!(ended.output.matches("the view fell over").count(), 1);
    assert!(!ended.well);
}

#[test]
fn a_panic_on_the_worker_ends_the_screens_and_its_message_is_on_the_normal_screen() {
    let ended = leave("worker", "d");
    assert!(given_back(&ended.output) < last(&ended.output, "the desk fell over"));
    assert_eq!(ended.output.matches("the desk fell over").count(), 1);
    assert!(ended.output.contains("thread 'desk' panicked at"));
    assert!(!ended.well);
}
