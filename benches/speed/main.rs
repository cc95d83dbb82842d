//! How long the things take that people wait for, measured on the built program: `cargo bench`.
//!
//! Each line is the median of some rounds. `benches/compare_openpyxl.py` measures reading against openpyxl in one run.

mod program;
mod screen;

use std::error::Error;
use std::fs;
use std::io::{Cursor, Read};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use program::Program;

/// Rounds of things that take a whole process.
const ROUNDS: usize = 11;

fn main() -> Result<(), Box<dyn Error>> {
    let folder = tempfile::tempdir()?;
    let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("sample-data");
    let workbooks = copy_workbooks(&sample, &folder.path().join("forms"))?;
    let count = u32::try_from(workbooks.len())?;

    let program = Program::new(folder.path())?;
    let import = median(ROUNDS, || program.import_anew(&folder.path().join("forms")));
    let unpack = median(ROUNDS, || unpack(&workbooks));
    say("import, per 別添4 workbook, as a whole process", import / count);
    say("  unpacking the same files and nothing else", unpack / count);
    println!(
        "  import is {:.1} times as long",
        import.as_secs_f64() / unpack.as_secs_f64()
    );

    program.import_sample(&sample);
    say(
        "summary, as a whole process",
        median(ROUNDS, || program.timed(&["summary"])),
    );
    say(
        "summary as JSON, as a whole process",
        median(ROUNDS, || program.timed(&["summary", "--json"])),
    );
    say(
        "comparison, as a whole process",
        median(ROUNDS, || program.timed(&["compare"])),
    );
    say(
        "Excel report, as a whole process",
        median(ROUNDS, || {
            program.timed(&["export", "workbook", "--out", "report.xlsx"])
        }),
    );

    let mut first_frames = Vec::new();
    let mut books = Vec::new();
    let mut keys = Vec::new();
    let mut memory = None;
    for _ in 0..ROUNDS {
        let (mut screen, first_frame, book) = screen::Screen::open(&program)?;
        first_frames.push(first_frame);
        books.push(book);
        for key in ["3", "4", "7", "1"] {
            keys.push(screen.press(key)?);
        }
        memory = screen.most_memory();
        screen.close()?;
    }
    if let Some(memory) = memory {
        println!("most memory in use, with the screens open: {memory} kB");
    }
    say("first frame, from the start of the process", middle(first_frames));
    say("the book on the screen, from the start of the process", middle(books));
    say("from a key to its frame", middle(keys));
    Ok(())
}

/// Copies the 別添4 workbooks of the sample into a folder of their own, and returns their paths.
fn copy_workbooks(sample: &Path, to: &Path) -> std::io::Result<Vec<PathBuf>> {
    let mut copies = Vec::new();
    for wave in ["before", "after1"] {
        fs::create_dir_all(to.join(wave))?;
        for entry in fs::read_dir(sample.join(wave))? {
            let path = entry?.path();
            if let (Some(name), Some("xlsx")) = (path.file_name(), path.extension().and_then(|end| end.to_str())) {
                let copy = to.join(wave).join(name);
                fs::copy(&path, &copy)?;
                copies.push(copy);
            }
        }
    }
    Ok(copies)
}

/// Unpacks every part of every workbook: no reader can be faster than this.
fn unpack(workbooks: &[PathBuf]) -> Duration {
    let begin = Instant::now();
    for path in workbooks {
        let bytes = fs::read(path).expect("the workbook was copied");
        let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("a workbook is an archive");
        for index in 0..archive.len() {
            let mut part = Vec::new();
            let mut file = archive.by_index(index).expect("the part is listed");
            file.read_to_end(&mut part).expect("the part is sound");
        }
    }
    begin.elapsed()
}

fn median(rounds: usize, mut measure: impl FnMut() -> Duration) -> Duration {
    middle((0..rounds).map(|_| measure()).collect())
}

fn middle(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times.get(times.len() / 2).copied().unwrap_or_default()
}

fn say(what: &str, time: Duration) {
    println!("{what}: {:.2} ms", time.as_secs_f64() * 1000.0);
}
