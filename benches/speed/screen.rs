//! The screens in a terminal of their own.

use std::error::Error;
use std::io::{Read, Write};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

use crate::program::Program;

/// After this long without output a frame is complete.
const QUIET: Duration = Duration::from_millis(80);
/// After this long without output something is wrong.
const PATIENCE: Duration = Duration::from_secs(20);

/// An open book on a terminal of 120×40.
pub struct Screen {
    child: Box<dyn Child + Send + Sync>,
    keys: Box<dyn Write + Send>,
    output: Receiver<(Instant, Vec<u8>)>,
    // Kept because the terminal is gone with it.
    _terminal: Box<dyn MasterPty + Send>,
}

impl Screen {
    /// Opens the book; the times are from the start of the process to its first frame and to the frame with the book.
    pub fn open(program: &Program) -> Result<(Self, Duration, Duration), Box<dyn Error>> {
        let pair = native_pty_system().openpty(PtySize {
            rows: 40,
            cols: 120,
            pixel_width: 0,
            pixel_height: 0,
        })?;
        let mut command = CommandBuilder::new(program.path());
        command.arg("--book");
        command.arg(program.book());
        command.args(["--lang", "en"]);
        command.cwd(program.folder());
        command.env("XDG_CONFIG_HOME", program.folder());
        command.env("APPDATA", program.folder());
        command.env("TERM", "xterm-256color");
        let begin = Instant::now();
        let child = pair.slave.spawn_command(command)?;
        drop(pair.slave);
        let mut reader = pair.master.try_clone_reader()?;
        let (sender, output) = channel();
        thread::spawn(move || {
            let mut buffer = vec![0; 65536];
            while let Ok(count @ 1..) = reader.read(&mut buffer) {
                let chunk = buffer.iter().take(count).copied().collect();
                if sender.send((Instant::now(), chunk)).is_err() {
                    break;
                }
            }
        });
        let keys = pair.master.take_writer()?;
        let mut screen = Self {
            child,
            keys,
            output,
            _terminal: pair.master,
        };
        let first = screen.wait_until(|drawn| !drawn.trim().is_empty())?;
        // The name of the first wave stands on the first page, and on no frame before it.
        let book = screen.wait_until(|drawn| drawn.contains("before"))?;
        screen.settle()?;
        Ok((screen, first - begin, book - begin))
    }

    /// How long it takes from a key to the first sign of its frame.
    pub fn press(&mut self, key: &str) -> Result<Duration, Box<dyn Error>> {
        let begin = Instant::now();
        self.keys.write_all(key.as_bytes())?;
        self.keys.flush()?;
        let (first, _) = self.output.recv_timeout(PATIENCE)?;
        self.settle()?;
        Ok(first - begin)
    }

    /// The most memory that the program had in use, in kB, where the system tells.
    pub fn most_memory(&self) -> Option<u64> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.process_id()?)).ok()?;
        let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
        line.trim().trim_end_matches(" kB").parse().ok()
    }

    /// Leaves the program and waits for its end.
    pub fn close(mut self) -> Result<(), Box<dyn Error>> {
        // Ctrl-C is a key like any other while the screens are open.
        self.keys.write_all(b"\x03")?;
        self.keys.flush()?;
        while self.output.recv_timeout(PATIENCE).is_ok() {}
        self.child.wait()?;
        Ok(())
    }

    /// Waits until what has been drawn since the last frame satisfies.
    fn wait_until(&mut self, satisfied: impl Fn(&str) -> bool) -> Result<Instant, Box<dyn Error>> {
        let mut drawn = Vec::new();
        loop {
            let (at, chunk) = self.output.recv_timeout(PATIENCE)?;
            drawn.extend(chunk);
            if satisfied(&letters(&String::from_utf8_lossy(&drawn))) {
                return Ok(at);
            }
        }
    }

    fn settle(&mut self) -> Result<(), Box<dyn Error>> {
        loop {
            match self.output.recv_timeout(QUIET) {
                Ok(_) => {}
                Err(RecvTimeoutError::Timeout) => return Ok(()),
                Err(gone) => return Err(gone.into()),
            }
        }
    }
}

/// What is drawn, without the sequences that say where and how.
fn letters(output: &str) -> String {
    let mut letters = String::new();
    let mut within = false;
    for c in output.chars() {
        match c {
            '\u{1b}' => within = true,
            // The second letter of a sequence may be a bracket; any other letter ends it.
            '[' if within => {}
            c if within => within = !c.is_ascii_alphabetic(),
            c => letters.push(c),
        }
    }
    letters
}
